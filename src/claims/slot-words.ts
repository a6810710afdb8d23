// The words that decide which slot an argument goes to; sentence-graph.ts says how.

/** Verbs that lend a noun their arguments: "paid a visit to", "a meeting was held in", "signed by". */
export const LIGHT_VERBS = new Set(
  (
    "pay make hold conduct carry out undertake have take give begin start launch open initiate continue resume conclude complete organize organise host " +
    "convene stage arrange take place occur happen follow see mark include lead result enter pursue maintain keep announce sign reach achieve establish " +
    "propose plan suggest seek request demand discuss consider negotiate offer promise agree accept refuse reject decline postpone cancel suspend halt " +
    "authorize authorise approve license licence welcome support express set up create found advocate urge push press lodge file submit attend join participate enjoy provide mark finalize finalise"
  ).split(" "),
);
LIGHT_VERBS.add("wrap up")
  .add("wind up")
  .add("reciprocate")
  .add("shelve")
  .add("end")
  .add("interrupt")
  .add("extend")
  .add("cut short")
  .add("break off")
  .add("call off")
  .add("put off")
  .add("round off")
  .add("take place")
  .add("carry out")
  .add("set up")
  .add("call for")
  .add("push for")
  .add("press for")
  .add("go on")
  .add("kick off");

export const TAKES_INFINITIVE = new Set(
  "threaten promise vow pledge agree offer refuse decline undertake swear plan intend vow demand urge ask order agree consent decide attempt try seek fail".split(
    " ",
  ),
);
/** Nouns that say with "to" what is willed, refused or tried: "its refusal to recognise". */
export const PHRASAL_NOUNS = new Set(
  "refusal decision offer plan intention promise pledge proposal request bid effort attempt threat invitation commitment failure wish desire readiness willingness unwillingness reluctance call vow move vote resolve permission authorisation authorization mandate inability agreement deal undertaking demand order appeal initiative campaign application aspiration ambition candidacy".split(
    " ",
  ),
);
/** Verbs of what one thinks of another's acts. */
export const REACTIONS: ReadonlySet<string> = new Set(
  "condemn denounce criticise criticize regret deplore protest oppose slam blast decry welcome hail praise applaud laud commend salute lament".split(
    " ",
  ),
);
/** Papers and messages that speak for those they come from: "a letter from Peru inviting". */
export const MESSAGES = new Set(
  "letter note message statement resolution declaration motion communiqué communique report telegram cable appeal petition memo decree edict directive speech text".split(
    " ",
  ),
);
/** Pacts that do what their signers do: "signed a charter that created the bank". */
export const SIGNED = new Set(
  "note notes letter letters instrument document text agreement treaty pact accord charter protocol convention communiqué communique declaration memorandum deal statement compact act".split(
    " ",
  ),
);
export const SIGNING = new Set("sign conclude reach initial adopt ink issue agree seal exchange".split(" "));
export const INSTITUTING = new Set([
  "establish",
  "set up",
  "create",
  "found",
  "form",
  "institute",
  "launch",
  "restore",
  "resume",
  "normalise",
  "normalize",
  "re-establish",
  "reestablish",
]);
/** Journeys, and the words that say what went on meanwhile: "during a visit to Lima the minister signed". */
export const TRIPS = new Set("visit trip tour stopover stop journey pilgrimage".split(" "));
/** "stays in Lima on a visit": where one stays is where one visits. */
export const STAYS = new Set(["stay", "remain", "be"]);
export const ON_THE_WAY = new Set(["on", "during", "after", "following", "upon", "before", "from"]);
/** What is answered, and with which words: who answers is the other side of what was offered. */
export const OFFERS = new Set("offer proposal suggestion bid initiative overture request".split(" "));
export const ANSWERS = new Set(
  "accept reject refuse decline welcome approve dismiss ignore spurn rebuff turn turn down consider".split(" "),
);
export const BECOMING = new Set(["become", "remain", "be", "make"]);
export const ORDINAL = /^(?:first|second|third|last|only)$/i;
export const RELATIVIZERS = new Set(["that", "which", "who", "whom", "whose", "where", "when"]);

/** Prepositions that mean the same for our purposes. */
export const PREPOSITIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "together with": "with",
    "as part of": "during",
    "in course of": "during",
    "in framework of": "during",
    "in context of": "during",
    "within framework of": "during",
    "within context of": "during",
    "during course of": "during",
    "along with": "with",
    "alongside with": "with",
    "jointly with": "with",
    alongside: "with",
    "on behalf of": "for",
    towards: "toward",
    upon: "on",
    "vis-à-vis": "toward",
    "on board": "on",
    "as well as": "and",
    "according to": "according to",
    "due to": "due to",
    "because of": "due to",
    "prior to": "before",
    "ahead of": "before",
    "in favor of": "for",
    "in favour of": "for",
    "next to": "at",
    "out of": "from",
    "instead of": "instead of",
    "rather than": "rather than",
    "short of": "short of",
    "such as": "such as",
  }),
);
