/** Irregular verbs: base, past, past participle; further forms after that. */
const VERBS = `
arise arose arisen|awake awoke awoken|be was been were am is are|bear bore borne born|beat beat beaten|become became become|begin began begun|bend bent bent|besiege besieged besieged|bet bet bet|bid bid bidden bade|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done does|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone goes|grind ground ground|grow grew grown|hang hung hung|have had had has|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mow mowed mown|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|saw sawed sawn|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|sow sowed sown|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spoil spoilt spoilt|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck stricken|string strung strung|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|wring wrung wrung|write wrote written`;

/** Irregular plurals. */
const NOUNS = `
children child|feet foot|teeth tooth|geese goose|mice mouse|oxen ox|dice die|analyses analysis|axes axis|bases base|crises crisis|hypotheses hypothesis|theses thesis|oases oasis|diagnoses diagnosis|parentheses parenthesis|syntheses synthesis|emphases emphasis|criteria criterion|phenomena phenomenon|media medium|strata stratum|memoranda memorandum|referenda referendum|curricula curriculum|bacteria bacterium|addenda addendum|errata erratum|alumni alumnus|nuclei nucleus|stimuli stimulus|foci focus|fungi fungus|radii radius|appendices appendix|indices index|matrices matrix|vertices vertex|bureaux bureau|communiqués communiqué|chefs-d'œuvre chef-d'œuvre|buses bus|gases gas|viruses virus|statuses status|campuses campus|censuses census|consensuses consensus|corpora corpus|genera genus|series series|species species|means means|headquarters headquarters|barracks barracks|crossroads crossroads|news news|politics politics|economics economics|aircraft aircraft|spacecraft spacecraft|offspring offspring|sheep sheep|fish fish|deer deer|people people|police police|cattle cattle|lives life|wives wife|knives knife|leaves leaf|halves half|thieves thief|shelves shelf|wolves wolf|loaves loaf|calves calf|elves elf|selves self|heroes hero|vetoes veto|embargoes embargo|potatoes potato|tomatoes tomato|echoes echo|cargoes cargo|tornadoes tornado|volcanoes volcano|mosquitoes mosquito|negroes negro|movies movie|cookies cookie|calories calorie|ties tie|pies pie|lies lie|zombies zombie|species species`;

const PREFIXES = ["under", "over", "with", "out", "fore", "mis", "up", "re", "un", "inter", "be", "off", "counter"];

const verbs = new Map<string, string>();
for (const entry of VERBS.trim().split("|")) {
  const [base, ...forms] = entry.trim().split(" ") as [string, ...string[]];
  // "lay" is the past of "lie" and a verb of its own; the first entry that claims a form keeps it.
  for (const form of forms) if (form !== base && !verbs.has(form)) verbs.set(form, base);
}

const nouns = new Map(
  NOUNS.trim()
    .split("|")
    .map((entry) => entry.trim().split(" ") as [string, string]),
);

/** The base of an irregular verb form in lower case, with or without a prefix ("underwent" → "undergo"), or null. */
export function irregularVerb(form: string): string | null {
  const whole = verbs.get(form);
  if (whole !== undefined) return whole;
  for (const prefix of PREFIXES) {
    if (!form.startsWith(prefix) || form.length < prefix.length + 3) continue;
    const base = verbs.get(form.slice(prefix.length));
    if (base !== undefined && base !== "be") return prefix + base;
  }
  return null;
}

/** The singular of an irregular plural in lower case, also as the second part of a compound ("grandchildren"), or null. */
export function irregularPlural(form: string): string | null {
  const whole = nouns.get(form);
  if (whole !== undefined) return whole;
  if (form.endsWith("children")) return `${form.slice(0, -8)}child`;
  return null;
}
