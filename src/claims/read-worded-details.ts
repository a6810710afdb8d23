/**
 * Details that are the document's own words, or a name for them: the rank of an envoy, an office, the size and kind of a
 * force, the kind and name of a conflict, the kind of a sanction. All take a phrase as it stands in the text.
 */

const RANKS: readonly (readonly [RegExp, string | null])[] = [
  [
    /\b(?:(?:military|defen[cs]e|naval|air|army|commercial|trade|cultural|press|police|labou?r|agricultural|legal|science) )attach[ée]s?(?!\p{L})/iu,
    null,
  ],
  [/\battach[ée]s?(?!\p{L})/iu, "attaché"],
  [/\b(?:minister plenipotentiary|plenipotentiary minister|minister resident|minister-resident|envoy extraordinary)\b/i, null],
  [/\bchargés?(?: d['’]affaires)?(?!\p{L})/iu, "chargé d'affaires"],
  [/\b(?:deputy |acting )?high commissioners?\b/i, "high commissioner"],
  [/\bhonorary consuls?\b/i, "honorary consul"],
  [/\bconsuls?[- ]general\b/i, "consul general"],
  [/\bvice-consuls?\b/i, "vice-consul"],
  [/\bconsuls?\b/i, "consul"],
  [/\bpermanent representatives?\b/i, "permanent representative"],
  [/\b(?:apostolic )?nuncios?\b/i, "nuncio"],
  [/\bambassadors?\b/i, "ambassador"],
  [/\bplenipotentiar(?:y|ies)\b/i, "plenipotentiary"],
  [/\bheads? of mission\b/i, "head of mission"],
  [/\bdiplomats?\b/i, "diplomat"],
  [/\benvoys?\b/i, "envoy"],
];

/** The rank of an envoy: "ambassador", "military attaché", "minister plenipotentiary"; null where none is named. */
export function rankIn(phrase: string): string | null {
  for (const [pattern, rank] of RANKS) {
    const found = pattern.exec(phrase.replace(/\s+/g, " "));
    if (found) return rank ?? singular(found[0].toLowerCase()).replace("attache", "attaché").replace("attachéé", "attaché");
  }
  return null;
}

/** Whether the words say that the envoy lives elsewhere. */
export function isNonResident(phrase: string): boolean {
  return /\b(?:non-?resident|concurrent(?:ly)?|based in|resident in|residing in|also accredited)\b/i.test(phrase);
}

const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/\bforce commander\b/i, "force commander"],
  [/\b(?:deputy|assistant|under)[- ]secretar(?:y|ies)[- ]general\b/i, "deputy secretary-general"],
  [/\bsecretar(?:y|ies)[- ]general(?:ship)?\b/i, "secretary-general"],
  [/\bdeputy directors?[- ]general\b/i, "deputy director-general"],
  [/\bdirectors?[- ]general(?:ship)?\b/i, "director-general"],
  [/\bexecutive secretar(?:y|ies)\b/i, "executive secretary"],
  [/\bexecutive directors?\b/i, "executive director"],
  [/\bmanaging directors?\b/i, "managing director"],
  [/\badministrators?\b/i, "administrator"],
  [/\bhigh commissioners?\b/i, "high commissioner"],
  [/\b(?:pro tempore (?:presidency|secretariat|chair\w*)|presidency pro tempore|president pro tempore)\b/i, "presidency pro tempore"],
  [/\brotating presidency\b/i, "presidency"],
  [/\b(?:vice|deputy)[- ](?:chair\w*)\b/i, "vice-chair"],
  [/\b(?:co-?chair\w*)\b/i, "co-chair"],
  [/\b(?:chair(?:man|woman|person|manship|personship|ed|ing|s)?)\b/i, "chair"],
  [/\bvice[- ]presiden(?:t|cy)\b/i, "vice-president"],
  [/\bpresidency\b/i, "presidency"],
  [/\bpresidents?\b/i, "president"],
  [/\bcoordinat(?:or|ion|ors|ing|ed|es)\b/i, "coordinator"],
  [/\brapporteurs?\b/i, "rapporteur"],
  [/\bjudges?\b/i, "judge"],
  [/\bprosecutors?\b/i, "prosecutor"],
  [/\bcommissioners?\b/i, "commissioner"],
  [/\badvis[eo]rs?\b/i, "adviser"],
  [/\bgovernors?\b/i, "governor"],
  [/\bdirectors?\b/i, "director"],
  [/\bleadership\b/i, "leadership"],
  [/\b(?:headed|heads|head|led)\b/i, "head"],
];
const HOSTED =
  /\b(?:host(?:s|ed|ing)?(?: country)?(?: of| for)?|run|runs|seat of|headquarters of|houses?|housed)\s+(?:the\s+)?((?:\p{Lu}[\p{L}-]+\s+|permanent |general |technical |executive )*(?:[Ss]ecretariat|[Hh]eadquarters|[Ss]eat))/u;

/** An international office: "secretary-general", "chair", "host of the Cyber Secretariat"; null where none is named. */
export function officeIn(phrase: string): string | null {
  const flat = phrase.replace(/\s+/g, " ");
  const hosted = HOSTED.exec(flat);
  if (hosted) return `host of the ${hosted[1]}`;
  if (/\b(?:host|seat|headquarters|houses?)\b/i.test(flat) && /secretariat|headquarters|seat/i.test(flat))
    return /secretariat/i.test(flat) ? "host of the secretariat" : "seat";
  for (const [pattern, office] of OFFICES) if (pattern.test(flat)) return office;
  return null;
}

const NO_FORCE_START =
  /^(?:the|a|an|its|their|his|her|our|some|any|no|last|first|new|more|further|additional|all|remaining|own|other|s)\s+/i;

/** A force in the document's words, without articles: "240 engineers", "two police units", "contingent of 160 troops". */
export function forceIn(phrase: string): string {
  let words = phrase
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[\s,;]+|[\s,;]+$/g, "");
  for (let before = ""; before !== words; ) {
    before = words;
    words = words.replace(NO_FORCE_START, "");
  }
  return words;
}

const CONFLICTS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:border|boundary|territorial|maritime|frontier)(?: and \w+)? (?:dispute|conflict|quarrel|row|disagreement)s?\b|\bdispute[sd]?\b/i,
    "border-dispute",
  ],
  [/\b(?:occup(?:y|ied|ies|ation|ying)|annex\w*)\b/i, "occupation"],
  [/\b(?:raid\w*|incursions?|stormed|storming)\b/i, "raid"],
  [/\b(?:clash\w*|skirmish\w*|exchange[sd]? (?:of )?(?:fire|artillery|shots)|firefights?|shoot-?outs?|stand-?offs?)\b/i, "clash"],
  [
    /\b(?:invad\w+|invasions?|attack\w*|bomb\w*|shell\w*|air ?strikes?|strikes?|struck|assault\w*|offensives?|aggression|ambush\w*|torpedo\w*|pound\w*|fir(?:e|es|ed|ing)|hit|blast\w*|intervention|missile|rocket|crossed|shot down|sank|sunk)\b/i,
    "attack",
  ],
  [/\b(?:wars?|war-?fare|fighting|hostilities|fought|battles?|conflict|combat)\b/i, "war"],
];

/** What kind of conflict the words name; null where they name none. */
export function conflictKindIn(phrase: string): string | null {
  for (const [pattern, kind] of CONFLICTS) if (pattern.test(phrase.replace(/\s+/g, " "))) return kind;
  return null;
}

const CAPITAL = String.raw`\p{Lu}[\p{L}’'-]+`;
const WAR_NAME = new RegExp(
  String.raw`(?<![\p{L}])(?!(?:The|A|An|In|During|After|Its|Their|This|That|First|Second|Third)\s+(?:War|Conflict)(?!\p{L}))(?:(?:First|Second|Third|Fourth)\s+)?(?:${CAPITAL}[\s–-]+){1,4}(?:War|Conflict|Crisis|Incident|Campaign|Clashes)(?!\p{L})|(?:War|Battle|Siege) of (?:the )?${CAPITAL}(?:\s+${CAPITAL})*|Operation ${CAPITAL}(?:\s+${CAPITAL})?`,
  "u",
);

/** A conflict's proper name: "Paquisha War", "War of the Pacific", "Operation Phoenix"; null where there is none. */
export function conflictNameIn(phrase: string): string | null {
  const found = WAR_NAME.exec(phrase.replace(/\s+/g, " "));
  return found ? found[0].replace(/^(?:The|In|During|After|Before|Since) /, "") : null;
}

const RESTRICTION =
  /(?:\b(?:economic|financial|trade|diplomatic|military|commercial|targeted|individual|sectoral|smart|secondary|unilateral|international|oil|arms|weapons|travel|visa|entry|import|export|flight|gas|naval|air|land|sea|fuel|grain|punitive|retaliatory|investment|banking|asset|assets|total|partial|full|personal)(?: and \w+)? )*\b(?:sanctions?|embargo(?:es)?|blockades?|boycotts?|bans?|freez(?:e|es|ing)|tariffs?|duties|quotas?|no-fly zones?|restrictions?|isolation|prohibitions?)\b/i;

/** The kind of a sanction in the document's words: "arms embargo", "economic sanctions", "travel ban"; null where none is named. */
export function sanctionKindIn(phrase: string): string | null {
  const flat = phrase.replace(/\s+/g, " ");
  if (/\b(?:froz|freez)\w*\b/i.test(flat) && /\b(?:assets?|accounts?|funds?|property|reserves?)\b/i.test(flat)) return "asset freeze";
  if (/\b(?:bann?|barr?|prohibit|forbid|forbad|block|halt|stopp?|suspend|refus)\w*\b/i.test(flat)) {
    if (/\bentry|visas?|travel\b/i.test(flat)) return "travel ban";
    if (/\bimport/i.test(flat)) return "import ban";
    if (/\bexport/i.test(flat)) return "export ban";
    if (/\bflights?|airlines?|aircraft|airspace|planes\b/i.test(flat)) return "flight ban";
  }
  if (/\bclos\w+\b.*\bairspace\b/i.test(flat)) return "airspace closure";
  const found = RESTRICTION.exec(flat);
  if (found) return found[0].toLowerCase();
  if (/\bisolat/i.test(flat)) return "isolation";
  if (/\bsanction/i.test(flat)) return "sanctions";
  if (/\bembargo/i.test(flat)) return "embargo";
  if (/\bblockad/i.test(flat)) return "blockade";
  if (/\bboycott/i.test(flat)) return "boycott";
  return null;
}

function singular(words: string): string {
  return words.replace(/(?<=[éy])s$/, "").replace(/(?<=[^s])s$/, "");
}
