import { AID_CONDITIONS } from "./aid-conditions.ts";
import { CONFLICT_CONDITIONS } from "./conflict-conditions.ts";
import { DEPLOYMENT_CONDITIONS } from "./deployment-conditions.ts";
import { DIPLOMACY_CONDITIONS } from "./diplomacy-conditions.ts";
import { EVENT_CONDITIONS } from "./event-conditions.ts";
import { GATHERING_CONDITIONS } from "./gathering-conditions.ts";
import type { Filler, FrameMatch } from "./match-frames.ts";
import { MEMBERSHIP_CONDITIONS } from "./membership-conditions.ts";
import { OFFICE_CONDITIONS } from "./office-conditions.ts";
import { PACT_CONDITIONS } from "./pact-conditions.ts";
import { POST_CONDITIONS } from "./post-conditions.ts";
import { SANCTION_CONDITIONS } from "./sanction-conditions.ts";
import { FORCES, SECURITY_CONDITIONS } from "./security-conditions.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { SIDES_CONDITIONS } from "./sides-conditions.ts";
import { isTeamOfSport } from "./sports-teams.ts";
import { STATEMENT_CONDITIONS } from "./statement-conditions.ts";
import { FOR_FORCES, SUPPLY_CONDITIONS, WEAPONS } from "./supply-conditions.ts";
import { isWeaponModel } from "./weapon-models.ts";

const SPORT =
  /\b(match|cup|(?<!\b(?:Arab|Muslim|Awami|Delian|Hanseatic|National) )league(?! of (?:Nations|Arab|Communists|the Red Cross))|goals?|semi-?finals?|finals?|quarter-?finals?|championships?|olympics?|tournament|coach|striker|midfielder|innings|wickets?|medals?|stadium|score[ds]?|on penalties|before penalties|penalty shoot-?out|extra time|epic|qualif\w+|friendly|football(?! war)|soccer|cricket|rugby|tennis|basketball|hockey|volleyball|third place|on points|umpire|referee|podium)\b/i;

const ICED = /^(ice|hold|dormant|backburner|shelf|nowhere|stuck|deadlocked|impasse|stalemate|sand|limbo)$/i;

/** "the Peruvian capital": a noun for a place, or the adjective before it. */
function isPlace(graph: SentenceGraph, i: number): boolean {
  return [i, graph.node(i).head].some(
    (n) => n >= 0 && /^(?:capital|city|town|port|island|resort|village|coast|soil|territory)$/i.test(graph.node(n).lemma),
  );
}

/** Bodies that stand for their state: "the government of Kenya". */
const WHOLE_STATE = /\b(?:governments?|republic|kingdom|state|nation|country|authorities|administration)\b/i;

/** Conditions that a frame can name under `if`, where words and roles are not enough. */
export const CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  ...STATEMENT_CONDITIONS,
  ...DIPLOMACY_CONDITIONS,
  ...PACT_CONDITIONS,
  ...GATHERING_CONDITIONS,
  ...MEMBERSHIP_CONDITIONS,
  ...EVENT_CONDITIONS,
  ...SECURITY_CONDITIONS,
  ...CONFLICT_CONDITIONS,
  ...OFFICE_CONDITIONS,
  ...SANCTION_CONDITIONS,
  ...DEPLOYMENT_CONDITIONS,
  ...SUPPLY_CONDITIONS,
  ...AID_CONDITIONS,
  ...SIDES_CONDITIONS,
  ...POST_CONDITIONS,
  /** The trigger has a finite verb of its own or governs the sentence: "X has an embassy". */
  "main-clause": (graph, { trigger }) =>
    graph.node(trigger).head < 0 || ["conj", "parataxis", "ccomp"].includes(graph.node(trigger).relation),
  /** "the visit to Laos, followed by talks": the trip is what was followed. */
  "followed-itself": (graph, { trigger, theme }) =>
    theme !== null && graph.node(trigger).xpos === "VBN" && graph.lemma(trigger) === "follow" && graph.preposition(theme) !== "by",
  /** The visitor is a person, an office or a body that travels, not a bare country. */
  "someone-travels": (graph, { fillers }) =>
    (fillers.get("visitor") ?? []).some(
      (f) =>
        !isTeamOfSport(graph, f.node) &&
        (f.person !== null || f.office !== null || f.body !== null || f.mention.kind === "organisation" || f.slot === "subject"),
    ),
  /** Two different sides do it with each other, to nothing else: "are negotiating over access", not "negotiated a treaty". */
  "both-parties": (graph, { fillers, slots, trigger }) =>
    new Set((fillers.get("party") ?? []).map((f) => f.actor)).size > 1 &&
    (!slots.has("object") || /^(?:over|about|on)$/i.test(graph.nodes[trigger + 1]?.text ?? "")) &&
    !graph.isPassive(trigger) &&
    !graph.node(trigger).relation.startsWith("a") &&
    graph.childrenBy(trigger, "nsubj").length > 0,
  /** "trained together", "trained with the army": soldiers do, not runners. */
  "trains-with": (graph, { trigger, slots, fillers }) =>
    !speaksOfSport(graph) &&
    (slots.has("with") || graph.childrenBy(trigger, "advmod").some((a) => /^(?:together|jointly)$/i.test(graph.node(a).text))) &&
    (fillers.get("party") ?? []).some((f) => f.office === "military"),
  /** Nobody is guest of his own state. */
  "visitor-from-elsewhere": (_, { fillers }) =>
    (fillers.get("visitor") ?? []).every((v) => !(fillers.get("host") ?? []).some((h) => h.actor === v.actor)),
  /** A place is said to be in the host, not only a people or a body. */
  "host-is-place": (graph, { fillers }) =>
    [...(fillers.get("host") ?? [])].some(
      (f) =>
        f.person === null &&
        (["name", "capital", "city", "reference", "code"].includes(f.mention.form) ||
          // "arrived in the Peruvian capital"
          (f.mention.form === "demonym" && graph.holds(f) && isPlace(graph, f.node))),
    ),
  /** A present-tense or perfect statement of what stands: "recognize Taiwan", against "recognised Kosovo in 2010". */
  "general-present": (graph, { trigger }) =>
    ["VBP", "VBZ", "VB"].includes(graph.node(trigger).xpos) && graph.childrenBy(trigger, "aux", "mark").length === 0,
  /** "since the establishment of relations": those of whom the clause tells have them. */
  "told-since": (graph, { trigger }) => graph.preposition(trigger) === "since",
  /** "arrived in Lima to take up his post": an ambassador, who stays. */
  "takes-up-post": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "advcl", "xcomp", "acl")
      .some(
        (c) =>
          /^(?:take up|assume|resume|take|begin|start)$/.test(graph.lemma(c)) &&
          !/^(?:since|after|before|on|upon)$/.test(graph.preposition(c)) &&
          graph.childrenBy(c, "obj").some((o) => /^(?:post|office|duty|duties|position|job|assignment|mission|tour)$/.test(graph.lemma(o))),
      ),
  /** "the long-shut embassy": how it was when something else was done to it. */
  "long-so": (graph, { trigger }) =>
    graph.node(trigger).relation === "amod" && graph.childrenBy(trigger, "advmod").some((c) => /^long$/i.test(graph.node(c).text)),
  /** "arrived in Lima to take up his post" */
  "aim-of-arrival": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    return relation === "advcl" && head >= 0 && /^(?:arrive|come|land)$/.test(graph.lemma(head));
  },
  /** "break" for "break off" is an end, not a pause. */
  breaking: (graph, { trigger }) => graph.node(trigger).lemma === "break",
  /** A post or an ambassador elsewhere does the representing, or it is done "from Bangkok". */
  "through-post": (graph, { trigger, slots }) =>
    /\b(embassy|ambassador|consulate|mission|high commission|chargé)\b/i.test(wordsBelow(graph, trigger)) ||
    (graph.lemma(trigger) === "accredit" && (slots.get("from") ?? []).some((n) => /^NNPS?$/.test(graph.node(n).xpos))),
  /** "through a non-resident ambassador": an envoy represents it, no post. */
  "by-an-envoy": (graph, { trigger }) => {
    const words = wordsBelow(graph, trigger);
    return /\b(?:ambassador|high commissioner|chargé)\b/i.test(words) && !/\b(?:embassy|consulate|mission|high commission)\b/i.test(words);
  },
  /** "entered into force", "took effect", "is in force", "took hold". */
  "into-force": (graph, { trigger }) =>
    graph.subtree(trigger, false).some((n) => /^(force|effect)$/i.test(graph.node(n).text)) ||
    (graph.lemma(trigger) === "take" && graph.childrenBy(trigger, "obj", "xcomp", "compound").some((n) => graph.node(n).text === "hold")),
  /** "is under negotiation", and what is under it is a pact. */
  "under-way": (graph, { trigger, slots }) =>
    (graph.preposition(trigger) === "under" ||
      (graph.preposition(trigger) === "in" && /^(?:preparation|pipeline|works)$/.test(graph.node(trigger).text))) &&
    (slots.get("agent") ?? []).some((n) =>
      /agreement|treaty|pact|accord|deal|convention|memorandum|protocol|fta/i.test(graph.node(n).text),
    ),
  /** "There is", "there are". */
  existential: (graph, { trigger }) => graph.childrenBy(trigger, "expl").length > 0,
  /** The verb stands alone: it says neither what nor where to. */
  "goes-nowhere": (_, { slots }) => !["object", "to", "into", "from", "for", "with", "on"].some((slot) => slots.has(slot)),
  /** Accredited to an organisation: "a mission to the European Union". */
  "host-is-body": (_, { fillers }) => (fillers.get("host") ?? []).every((f) => f.actor.startsWith("org:")),
  /** "raised to an embassy", "turned into a consulate-general": what it becomes is a post. */
  "into-a-post": (graph, { slots }) =>
    ["to", "into"].some((slot) =>
      (slots.get(slot) ?? []).some((n) => {
        // "to the rank of embassy", "to embassy level"
        const rank = /^(?:rank|status|level|category|grade|class)$/i.test(graph.node(n).lemma);
        return (rank ? graph.subtree(n, false) : [n]).some((k) => /embass|consulate|legation|high commission/i.test(graph.node(k).text));
      }),
    ),
  /** "started operations", "took up its work": what it does is begin to work. */
  "begins-work": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "obj", "obl", "xcomp")
      .some((o) =>
        /^(?:operations?|functions?|functioning|work|working|operating|operate|function|activit(?:y|ies)|services?|business|duties)$/i.test(
          graph.node(o).lemma,
        ),
      ),
  /** "the embassy has functioned there since 2010", not "has worked on the book since 2010": only where and since when is said. */
  "post-works-since": (graph, match) =>
    SUPPLY_CONDITIONS["theme-is-subject"]!(graph, match) &&
    SECURITY_CONDITIONS["since-here"]!(graph, match) &&
    !["object", "on", "for", "with", "as"].some((slot) => match.slots.has(slot)),
  /** A person serves, not the state: a peacekeeper, an official. */
  "someone-serves": (graph, { fillers }) =>
    (fillers.get("member") ?? []).some(
      (f) => f.person !== null || f.office !== null || (f.body !== null && !WHOLE_STATE.test(f.body)) || isOneOfPeople(graph, f),
    ),
  /** "applied to join the CPTPP": what is asked for is said by another verb. */
  "asks-to-do": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "xcomp", "advcl")
      .some((c) => /^(?:join|enter|accede|rejoin|adhere|become|return|re-enter)$/.test(graph.lemma(c))),
  /** "X of Kenya was elected commissioner of the Union": chosen for an office, not for a seat. */
  "elects-to-office": (graph, { trigger }) =>
    graph.lemma(trigger) === "elect" &&
    graph
      .childrenBy(trigger, "xcomp", "obj", "obl")
      .some((c) =>
        /^(?:president|chair\w*|commissioner|secretary\S*|director\S*|judge|vice-?president|head|rapporteur|speaker)(?: of\b|$)/i.test(
          graph.node(c).lemma,
        ),
      ),
  /** A person does it, not the state. */
  "someone-named": (_, { fillers }) => [...fillers.values()].flat().some((f) => f.person !== null || f.office !== null),
  /** "lost X to Y": both X and Y are states. */
  "lost-to": (_, { slots }) => slots.has("object") && slots.has("to"),
  /** "from Taipei to Beijing", or at least "to Beijing", by somebody else who is known. */
  "switches-sides": (graph, { slots, fillers }) => {
    const places = [slots, ...(slots.get("object") ?? []).map((o) => graph.slots(o))];
    const ends = places.flatMap((s) => [...(s.get("to") ?? []), ...(s.get("from") ?? [])]);
    // "two islands switched from Taipei to Beijing": who does it has to be known
    const isEnd = (node: number): boolean => ends.some((e) => graph.subtreeHas(e, node));
    const doers = [...(fillers.get("party") ?? []), ...(fillers.get("recognizer") ?? [])];
    // filled in from the page, it is none of the two that are chosen between
    const isChosen = (f: { slot: string; actor: string }): boolean =>
      (f.slot === "subject" || f.slot === "before") && (f.actor === "CHN" || f.actor === "TWN");
    return places.some((s) => s.has("to")) && (doers.length === 0 || doers.some((f) => !isChosen(f) && !isEnd(f.node)));
  },
  /** "went over to Beijing", "from Taipei": who is taken up or left is named behind the preposition; not "went to war over it". */
  "names-new-side": (_, { fillers }) => (fillers.get("party") ?? []).some((f) => f.slot === "to" || f.slot === "from"),
  /** A line without a verb: an item of a list, a cell. */
  fragment: (graph) => !graph.nodes.some((n) => n.upos === "VERB" || n.upos === "AUX"),
  /** The talks are about a pact: one is named in their phrase, or the words are "negotiation", "trade", "accession". */
  "about-a-pact": (graph, { trigger, theme, said, fillers, before, slots }) =>
    // "talks began in 2003", after a pact was told of; "the two presidents held talks" may be of anything
    (before !== null &&
      !(slots.has("agent") && /^(?:hold|conduct)$/.test(graph.lemma(trigger))) &&
      (fillers.get("party") ?? []).some((f) => f.slot === "before")) ||
    // "is in talks with Brunei on a third", after a pact was told of
    (before !== null &&
      (graph.slots(theme ?? trigger).get("on") ?? []).some((n) =>
        /^(?:one|another|second|third|fourth|similar)$/i.test(graph.node(n).text),
      )) ||
    /negotiat/i.test(graph.node(said).text) ||
    // "trade talks" aim at a pact, "talks on trade" need not
    /\b(?:agreement|treaty|pact|accord|deal|fta|cepa|convention|protocol|free trade|settlement|memorandum|arrangement|compact|contract|visa waiver|negotiations?|trade (?:talks?|dialogue))\b/i.test(
      [
        ...graph.subtree(theme ?? trigger),
        ...(graph.slots(trigger).get("on") ?? []).flatMap((n) => graph.subtree(n)),
        ...(graph.slots(trigger).get("for") ?? []).flatMap((n) => graph.subtree(n)),
        // "began talks on concluding a treaty"
        ...graph
          .childrenBy(trigger, "advcl")
          .filter((n) => graph.node(n).xpos === "VBG" && /^(?:on|about|for|toward|towards)$/.test(graph.preposition(n)))
          .flatMap((n) => graph.subtree(n)),
      ]
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** "the presidents ended the dispute": what is left or ended is the office, or nothing is said to be. */
  "nothing-else-left": (graph, { trigger, theme }) => {
    const objects = graph.isVerb(trigger) && !graph.isPassive(trigger) ? graph.childrenBy(trigger, "obj") : [];
    return (
      objects.length === 0 ||
      objects.some((o) => o === theme || /office|post|position|job|role|seat|chair|presiden|term|mandate/i.test(graph.node(o).text))
    );
  },
  /** "sought to sign a treaty", "the agreements signed with Peru": the signing is told, nothing is proposed. */
  "signing-said": (graph, { theme }) =>
    theme !== null &&
    [graph.node(theme).head, ...graph.childrenBy(theme, "acl")].some(
      (n) => n >= 0 && ["sign", "conclude", "negotiate", "ratify"].includes(graph.lemma(n)),
    ),
  /** "is in place", "is in force", and it is a pact. */
  "pact-in-place": (graph, { trigger, slots }) =>
    graph.preposition(trigger) === "in" &&
    (slots.get("agent") ?? []).some((n) =>
      /agreement|treaty|pact|accord|deal|convention|waiver|alliance|truce|cease-?fire|armistice/i.test(graph.node(n).text),
    ),
  /** By telephone or video, or "with" somebody. */
  "by-phone": (graph, { trigger, slots, fillers }) =>
    slots.has("with") ||
    // "the president of Kenya spoke to the prime minister of Laos": one statesman to another, no speech
    ((fillers.get("participant") ?? []).some((f) => f.slot === "to" && f.mention.kind !== "place") &&
      (fillers.get("participant") ?? []).every((f) => /^(?:head-of|foreign-minister|minister)/.test(f.office ?? ""))) ||
    /\b(?:phone|telephone|video|call)\b/i.test(
      graph
        .subtree(trigger, false)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** "entry into force", "coming into effect". */
  "into-force-nominal": (graph, { trigger }) =>
    graph.childrenBy(trigger, "nmod", "obl").some((c) => /^(?:force|effect|operation)$/i.test(graph.node(c).text)) ||
    /^(force|effect|operation)$/i.test(graph.nodes[trigger + 2]?.text ?? ""),
  /** "put on ice", "placed on hold", "lie dormant". */
  "on-ice": (graph, { trigger }) =>
    ICED.test(
      graph
        .subtree(trigger, false)
        .map((n) => graph.node(n).text)
        .find((t) => ICED.test(t)) ?? "",
    ),
  /** The words call it potential, possible or prospective. */
  potential: (graph, { trigger }) =>
    (graph.node(trigger).relation.startsWith("nsubj") &&
      graph.childrenBy(graph.node(trigger).head, "aux").some((a) => /^(could|may|might)$/i.test(graph.node(a).text))) ||
    graph.children(trigger).some((c) => /^(potential|possible|prospective|proposed|eventual)$/i.test(graph.node(c).text)),
  /** The one received is a person or a body that travels. */
  "visitor-is-person": (graph, { fillers, trigger }) =>
    !graph.childrenBy(trigger, "obj").some((n) => /^(?:which|council|meeting|summit|conference|assembly)$/i.test(graph.node(n).text)) &&
    (fillers.get("visitor") ?? []).some(
      (f) =>
        // "hosted the Leaders Meeting": who comes is not said
        !(f.actor.startsWith("org:") && GATHERING.test(graph.node(f.node).text)) &&
        (f.person !== null ||
          f.mention.why === "reference/counterpart" ||
          (f.office === "ambassador" && graph.lemma(trigger) === "receive") ||
          ["head-of-state", "head-of-government", "foreign-minister", "minister", "official", "delegation"].includes(f.office ?? "")),
    ),
  /** At least one side is a person, an office or a body, or they meet to talk; two bare countries that meet are teams. */
  "someone-meets": (graph, { trigger, fillers }) =>
    meetsToTalk(graph, trigger) ||
    (fillers.get("participant") ?? []).some(
      (f) =>
        f.person !== null ||
        f.office !== null ||
        f.body !== null ||
        f.mention.form !== "name" ||
        // "the Union and the Community meet every three years" tells of none
        (f.actor.startsWith("org:") && !(graph.isVerb(trigger) && graph.isSimplePresent(trigger))),
    ),
  /** What is founded is no actor known by name (that is another frame's). */
  "theme-is-actor": (_, { fillers }) => fillers.has("organization"),
  /** There is no object at all. */
  "sentence-subject-only": (_, { slots }) => !slots.has("object"),
  /** The phrase is about arms: a weapon by name, or a word that needs "military" beside it. */
  "weapon-words": (graph, { theme, trigger, resumed }) => {
    if (resumed !== null) return WEAPONS.test(resumed) || isWeaponModel(resumed);
    const words = graph
      .subtree(theme ?? trigger)
      .map((n) => graph.node(n).text)
      .join(" ")
      // what brings them is none of them
      .replace(
        /\b(?:on board|aboard|by|in|with) (?:of )?(?:an? |the )?(?:\p{L}+ )?(?:aircraft|planes?|ships?|helicopters?|vessels?)\b/iu,
        "",
      );
    return WEAPONS.test(words) || FOR_FORCES.test(words) || isWeaponModel(words);
  },
  /** The phrase is about armed or uniformed people, or peacekeepers. */
  "force-words": (graph, { theme, trigger, slots, resumed, frame, before }) =>
    // "As an observer in the Alliance, Kenya sent its minister"
    !(theme !== null && theme < trigger && graph.preposition(theme) === "as") &&
    ((resumed !== null && FORCES.test(resumed)) ||
      (theme !== null && frame.type === "deployment" && meansForces(graph, trigger, theme, before !== null)) ||
      (/^(?:deploy|redeploy|station)$/.test(graph.lemma(trigger)) &&
        theme !== null &&
        /^(?:company|detachment)$/.test(graph.lemma(theme)) &&
        (slots.get("object") ?? []).includes(theme)) ||
      FORCES.test(
        graph
          .subtree(theme ?? trigger)
          .map((n) => graph.node(n).text)
          .join(" "),
      )),
  /** The sentence speaks of sport. */
  "sport-words": (graph) => speaksOfSport(graph),
  /** The trigger is not plural: "a member", not "members". */
  singular: (graph, { trigger }) => !graph.node(trigger).xpos.endsWith("S"),
};

/** "kept a dozen officers in Honiara"; "took its team home", "sent a company", where troops were just told of. */
function meansForces(graph: SentenceGraph, trigger: number, theme: number, told: boolean): boolean {
  const lemma = graph.lemma(theme);
  const bare = graph
    .childrenBy(theme, "amod", "compound")
    .every((n) => /^(?:new|first|last|remaining|second|more|further|additional|small|own)$/i.test(graph.node(n).text));
  if (!bare || graph.childrenBy(theme, "nmod").some((n) => graph.preposition(n) === "of")) return false;
  if (lemma === "officer")
    return (
      told ||
      (graph.node(theme).xpos === "NNS" &&
        /^(?:deploy|keep|station|withdraw|rotate|maintain|bring home|pull out)$/.test(graph.lemma(trigger)))
    );
  return (
    told &&
    /^(?:team|group|company|man|helicopter|ship|aircraft|plane|personnel|crew|medic|expert|volunteer|vessel|base|jet|drone|battery)$/.test(
      lemma,
    )
  );
}

export function speaksOfSport(graph: SentenceGraph): boolean {
  return SPORT.test(graph.nodes.map((n) => n.text).join(" "));
}

/** A name or noun of a gathering, by its last word. */
const GATHERING = /\b(?:meeting|summit|conference|forum|session|assembly|congress|talks|dialogue)$/i;

function wordsBelow(graph: SentenceGraph, at: number): string {
  return graph
    .subtree(at)
    .map((n) => graph.node(n).text)
    .join(" ");
}

/** "Mr Example, a South Korean, leaves at the end of the year": one of the people, who does not do it for his state. */
function isOneOfPeople(graph: SentenceGraph, { mention, node }: Filler): boolean {
  return mention.form === "demonym" && graph.childrenBy(node, "det").some((d) => /^an?$/i.test(graph.node(d).text));
}

/** "met in Asunción to discuss the waterway", "met for talks on the river". */
function meetsToTalk(graph: SentenceGraph, trigger: number): boolean {
  if (!graph.isVerb(trigger)) return false;
  const aims = graph.childrenBy(trigger, "advcl", "xcomp").filter((c) => graph.node(c).xpos === "VB");
  if (aims.some((c) => /^(?:discuss|negotiate|conclude|sign|coordinate|delimit|demarcate)$/.test(graph.lemma(c)))) return true;
  return graph.childrenBy(trigger, "obl").some(
    (c) =>
      (graph.preposition(c) === "for" && /^(?:talk|negotiation|consultation|discussion)$/.test(graph.lemma(c))) ||
      // "met for the third round of consultations"
      (/^(?:for|in|at)$/.test(graph.preposition(c)) &&
        /^(?:round|session|series|meeting)$/.test(graph.lemma(c)) &&
        graph.subtree(c).some((k) => /^(?:talk|negotiation|consultation|discussion|dialogue)$/.test(graph.lemma(k)))) ||
      // "met in Lomé in the first talks in six years"
      (graph.preposition(c) === "in" && /^(?:talk|negotiation|consultation)$/.test(graph.lemma(c))),
  );
}
