import { MONTH_NAME } from "./month-name.ts";
import { readListMarker } from "./plain-text-markers.ts";
import { readStatedDate } from "./stated-date.ts";

/** A line that says when its document was written, and little else. */
export interface DateLine {
  /** EDTF level 0. Of several days (a meeting's) what they share: the month or the year. */
  readonly edtf: string;
  /** `published`: a label says so. `updated`: a label says that it was changed then. `bare`: no label. */
  readonly kind: "published" | "updated" | "bare";
  /** A name of a place or paper stands with it. */
  readonly named: boolean;
  /** The line is the label "Date" and a date: that of an event where "Venue" stands beside it. */
  readonly mayBeEvent: boolean;
}

const LONGEST = 160;
const YEAR = "(?:1[5-9]|20)\\d\\d";
const ORDINAL = "(?:st|nd|rd|th|er|º|°|ª)?";
const DAY = `\\d{1,2}${ORDINAL}`;
const TO = "\\s*(?:[–—-]|\\bto\\b|\\band\\b|\\by\\b|\\bal\\b|\\bbis\\b|\\bet\\b|&)\\s*";
const MONTH = `${MONTH_NAME}(?!\\p{L})`;
/** Every way of writing a date that a line of its own may hold. For `matchAll` only: it has the flag `g`. */
export const DATE = new RegExp(
  [
    `(?<!\\d)(?:${DAY}(?:\\s+${MONTH})?${TO})?${DAY}(?:\\s+(?:day\\s+)?(?:of|de|del)\\s+(?:the\\s+month\\s+of\\s+)?|[\\s-]+|\\.\\s*)${MONTH},?[\\s-]*(?:(?:de|del|of)\\s+)?${YEAR}(?!\\d)`,
    `${MONTH}\\s+${DAY}(?:${TO}(?:${MONTH}\\s+)?${DAY})?(?:,\\s*|\\s+)${YEAR}(?!\\d)`,
    `(?<!\\d)${YEAR},?\\s+${MONTH}\\s+\\d{1,2}(?!\\d)`,
    `(?<!\\d)\\d{4}([-./])\\d{1,2}\\1\\d{1,2}(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)`,
    `(?<!\\d)\\d{1,2}([-./])\\d{1,2}\\2\\d{4}(?!\\d)`,
    `\\d{4}\\s*[년年]\\s*\\d{1,2}\\s*[월月](?:\\s*\\d{1,2}\\s*[일日])?`,
    `${MONTH},?\\s+(?:(?:de|del|of)\\s+)?${YEAR}(?!\\d)`,
    `(?<!\\d)${YEAR}-\\d\\d(?!\\d)`,
  ].join("|"),
  "giu",
);
const SPAN = new RegExp(`^${DAY}(?:\\s+(${MONTH}))?${TO}(?=${DAY})|^${MONTH}\\s+${DAY}${TO}(?:(${MONTH})\\s+)?(?=${DAY})`, "iu");
const FIRST_MONTH = new RegExp(`^${MONTH}`, "iu");
const ONE_YEAR = new RegExp(`(?<![\\d/.-])${YEAR}(?![\\d/.-]\\d|\\d)`, "u");

const TIME =
  /\b\d{1,2}(?:[:h]|\.(?=\d\d\s*(?:[ap]\.?m|hrs|uhr|gmt|utc|bst|ce?s?t|e[sd]t|ist|kst)))\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b\d{4}\s*(?:hrs|hours|h)\b|(?<=\s)[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC|CES?T|BST|E[SD]T|P[SD]T|C[SD]T|KST|JST|IST|EAT|CAT|WAT|SAST|MSK)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|\b(?:hrs|uhr|local time|hora local|o['’]clock)\b/giu;
const WEEKDAY =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|(?<!\p{L})(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira)(?!\p{L})/giu;

const UPDATED =
  "(?:last\\s+|page\\s+)*(?:updated?|modified|revised|revision|amended|edited|reviewed)|(?:última\\s+)?(?:actualización|actualizado|atualização|atualizado)|mise? à jour|aktualisiert|aggiornato|stand|(?:(?:status|situation|correct)\\s+)?as (?:of|at)";
const PUBLISHED =
  "(?:(?:first|originally|web|online|date(?:\\s+of)?|publication|release|posting|issue|issuing)\\s+)*(?:published|publication|posted|posting|issued?|released?|created|creation|submitted|uploaded|transmitted|circulated|delivered|dated?|for immediate release|for release|embargoed until)|(?:fecha|data|datum|date)(?:\\s+de\\s+(?:publicación|publicação|publication|emisión))?|publicad[oa]|veröffentlicht|erschienen|publié|paru|pubblicato";
const LABEL = new RegExp(`^(?:(${UPDATED})|(${PUBLISHED}))(?!\\p{L})\\s*:?\\s*(.*)$`, "iu");
const SMALL = "(?:on|at|in|the|of|by|to|for|from|de|del|da|do|la|las|los|le|el|em|en|am|den|il|à|a|y|and|por|par|von|online|here)";
/** What may stand between a label and its date: "by Ana Example in News on", "at the University of Bergen on". */
const AFTER_LABEL = new RegExp(`^(?:(?:${SMALL}|admin|editor|staff|\\p{Lu}[\\p{L}\\p{M}.'’&-]*|\\d{1,3})(?:[\\s,:]+|$))*$`, "u");
export const RUBRIC =
  /^(?:(?:press|news|media|latest|top|world|foreign|official|home|opinion|public|bilateral|country|joint|final|weekly|monthly|daily|special)\s+)*(?:releases?|bulletins?|readouts?|backgrounders?|fact ?sheets?|profiles?|circulars?|news|statements?|speech(?:es)?|remarks|briefings?|communiqu[eé]s?|(?:(?:policy|research|working|discussion|issue|background|country|strategic|occasional) )?(?:briefs?|papers?|memos?|reports?|insights?)|notes?|notices?|stor(?:y|ies)|updates?|articles?|blogs?|opinion|politics|world|diplomacy|international|analysis|reports?|announcements?|interviews?|transcripts?|press|media|wire|home|economy|business|africa|asia|europe|americas|national|noticias|comunicados?|actualités?|notícias|nota à imprensa|nota de prensa)(?:\s+(?:to|for) the (?:press|media))?(?:\s*(?:no\.?|nr\.?|n[°º]\.?|number|#)?\s*[\d/.-]+)?$/iu;
export const COUNTER =
  /^(?:(?=\S*\d)\p{Lu}[\p{Lu}\d]*(?:[/-][\p{Lu}\d.]+)+|(?:no\.?|nr\.?|n[°º]\.?|ref\.?|reference|#)\s*:?\s*[\w/.-]*\d[\w/.-]*|(?:reading time\s*:?\s*)?\d+\s*min(?:ute)?s?(?:\s+(?:to\s+)?read)?|(?:views?|comments?|shares?|hits)\s*:?\s*[\d,.]+k?|[\d,.]+k?\s+(?:views?|comments?|shares?)|share|print|distr\.?\s*:?\s*\w*|original\s*:\s*\w+|english|check against delivery|as delivered|(?:(?:unofficial|official|verbatim|provisional|courtesy|working|edited|rush) )*(?:transcript|translation|text|version))$/iu;
const BYLINE =
  /^(?:[Bb]y|[Pp]or|[Pp]ar|[Vv]on|[Ss]ource|[Ff]uente|[Pp]ublisher|[Aa]uthor|[Pp]hoto|[Ff]rom)\s*:?\s+(?:admin|editor|staff|\p{Lu}[\p{L}\p{M} .,'’&-]{1,60})$/u;
const NAME_PART = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const NAMED = new RegExp(
  `^(?:at |in |en |em |à )?(?:the )?${NAME_PART}(?:,? (?:of|on|for|de|del|da|do|la|las|los|and|y|al|el|the)(?= ))?(?:,? (?:(?:of|de|del|da|do|la|las|los|the) )?${NAME_PART}){0,5}(?: \\([\\p{L}. ]{2,30}\\)?)?$`,
  "u",
);
/** Things that have a date of their own: such a line names one of them, not a place. */
export const THING =
  /\b(?:forum(?! (?:on|for|of) )|treat(?:y|ies)|agreement|summit|convention|conference|accords?|protocol|resolution|act|law|decree|charter|constitution|war|battle|visit|meeting|round|session|assembly|seminar|workshop|dialogue|symposium|colloquium|olympics|games|expo|election|coup|raid|chapter|volume|annex|appendix|article|born|died|signed|adopted|founded|established|force|independence|anniversary|day|deadline|copyright|accessed|printed|retrieved|downloaded|valid|expires?|begins?|ends?|starts?|opens?|tratado|acuerdo|cumbre|guerra|reunión)\b|©|\(c\)/iu;

/**
 * Reads a line that holds a date and nothing but labels, rubrics, a place, a paper, a byline or a time beside it.
 *
 * @example
 * readDateLine("Tashkent, 12 March 2014")?.edtf; // "2014-03-12"
 * readDateLine("Kenya: 3 May 1964"); // null: the date of something else
 */
export function readDateLine(line: string): DateLine | null {
  if (line.length > LONGEST || line.length < 4 || !/\d{4}/.test(line) || /\t|\S {4,}\S/.test(line)) return null;
  const text = line.trim().replace(/^[*_~([]+(?=.*[*_~)\]]+$)|(?<=^[*_~([].*)[*_~)\]]+$/g, "");
  // "October 1963:" stands over what happened then
  if (readListMarker(text) || /:$/.test(text)) return null;
  // "Bilateral brief (updated June 2021)", "Country profile, last updated 4 May 2012"
  const [, rubric, remark] = /^(.{3,70}?)(?:\s+\(|,\s+)([^(),]{6,50})\)?$/u.exec(text) ?? [];
  if (rubric && remark && RUBRIC.test(rubric) && LABEL.test(remark)) return readDateLine(remark);
  const dates = [...text.matchAll(DATE)];
  if (dates.length === 0) return readLoneYear(text);
  if (dates.length > 2) return null;
  if (/[!?]$/.test(text) || (/[.;]$/.test(text) && text.split(/\s+/).length > 7)) return null;
  let best: DateLine | null = null;
  let at = 0;
  let size = 0;
  let named = false;
  for (let i = 0; i <= dates.length; i++) {
    const date = dates[i];
    const said = readPieces(text.slice(at, date?.index ?? text.length), date !== undefined, i > 0);
    if (!said) return null;
    size += said.size;
    named ||= said.named;
    if (!date) break;
    at = date.index + date[0].length;
    const edtf = readDate(date[0]);
    if (!edtf) return null;
    const found: DateLine = { edtf, kind: said.kind, named, mayBeEvent: /^(?:date|fecha|data|datum)\s*:/i.test(text) };
    if (!best || (best.kind === "updated" && found.kind !== "updated")) best = found;
  }
  if (!best) return null;
  if (dates.length === 2 && best.kind === "bare") return null;
  if (best.kind === "bare" && (best.edtf.length < 7 || size > 48 || (!named && text.endsWith(".")))) return null;
  return { ...best, named };
}

/** The date a line's words give; several days give the month or year that they share. */
export function readDate(words: string): string | null {
  const span = SPAN.exec(words);
  if (!span) return readStatedDate(words);
  const edtf = lastDay(words, span) ?? readStatedDate(words);
  const year = new RegExp(YEAR, "u").exec(words)?.[0] ?? null;
  if (span[1] || span[2]) return year;
  return edtf?.slice(0, 7) ?? year;
}

/** The last of several days: of "June 3-9, 2019" the month stands before both. */
function lastDay(words: string, span: RegExpExecArray): string | null {
  const month = span[2] ?? FIRST_MONTH.exec(span[0])?.[0];
  return readStatedDate(`${month ? `${month} ` : ""}${words.slice(span[0].length)}`);
}

function readLoneYear(text: string): DateLine | null {
  const label = /^(?:published|publicado|date of publication|publication date|date|fecha)\s*:?\s+((?:1[5-9]|20)\d\d)$/i.exec(text);
  if (!label || !ONE_YEAR.test(text)) return null;
  return { edtf: label[1]!, kind: "published", named: false, mayBeEvent: /^date\s*:/i.test(text) };
}

/** What stands beside a date, or null where that is more than labels, rubrics and names. */
function readPieces(
  text: string,
  beforeDate: boolean,
  afterDate: boolean,
): { readonly kind: DateLine["kind"]; readonly named: boolean; readonly size: number } | null {
  let kind: DateLine["kind"] = "bare";
  let named = false;
  let size = 0;
  // A bare dash behind a date opens what happened on that day, unless a rubric or a time follows.
  const dashed = afterDate && /^\s*(?:[–—:]|-\s)/.test(text);
  const pieces = text
    .replace(TIME, " ")
    .replace(WEEKDAY, " ")
    .split(/[|•·»;–—]|\s[-/]\s|\s{2,}(?=\S)|\s+-$/u);
  for (const raw of pieces) {
    const piece = raw
      .replace(/^[\s,.()[\]/*_+-]+|[\s,()[\]/*_+-]+$/g, "")
      .replace(/(?:^|[\s,]+)(?:on|at|the|le|am|em|el|à|du|den|dated)$/iu, "");
    if (piece === "" || piece === ":") continue;
    const label = LABEL.exec(piece);
    if (label && AFTER_LABEL.test(label[3]!)) {
      kind = label[1] ? "updated" : "published";
      continue;
    }
    // "Press release, Lima"
    const words = piece.replace(/[:.]$/, "").replace(/^([^,]{4,60}),\s+/, (all, first: string) => (RUBRIC.test(first) ? "" : all));
    if (RUBRIC.test(words) || COUNTER.test(words) || BYLINE.test(words)) continue;
    if (/:$/.test(piece) && beforeDate) return null;
    if (dashed || !NAMED.test(words) || THING.test(words) || words.length > 48) return null;
    named = true;
    size += words.replace(/[^\p{L}]/gu, "").length;
  }
  return { kind, named, size };
}

const SPOKEN =
  /\b(?:remarks|speech|address|statement|lecture|keynote|interview|press (?:conference|briefing|release|statement|availability|encounter)|briefing|communiqu[eé]|declaration|transcript|toast|message|letter|bulletin|newsletter|round-?up|digest|newswire|minutes|discurso|declaración|comunicado|intervención|entrevista|discours|déclaration|allocution|conférence de presse)\b/iu;
const SPOKEN_ON = /\b(?:press (?:conference|briefing|release|encounter|availability)|briefing|interview|transcript)\b/iu;

/** The day that the title of a speech, statement or briefing ends in: "Remarks by … at …, 14 June 2009". */
export function readTitleDate(title: string): string | null {
  if (title.length > 300 || !SPOKEN.test(title) || /^the\b/i.test(title)) return null;
  const dates = [...title.matchAll(DATE)];
  const [date] = dates;
  if (dates.length !== 1 || !date || !/^[\s).\]]*$/.test(title.slice(date.index + date[0].length))) return null;
  const before = title.slice(0, date.index).replace(WEEKDAY, "").trimEnd();
  const parted = /[,(–—|:[-]$/.test(before) || (/\bon$/i.test(before) && SPOKEN_ON.test(before));
  const edtf = parted ? readDate(date[0]) : null;
  return edtf && edtf.length >= 7 ? edtf : null;
}

const DONE =
  /^(?:done|issued|given|adopted|signed|agreed|hecho|firmado|dado|fait|feito|geschehen|fatto)\b.{0,60}?\s(?:at|in|en|à|em|zu|a)\s+\p{L}/iu;

/** The day on which a text says at its end that it was made: "Done at Bergen on 3 May 2011 in two copies." */
export function readClosingDate(text: string): string | null {
  if (text.length > 400 || !DONE.test(text)) return null;
  const dates = [...text.matchAll(DATE)];
  const edtf = dates.length === 1 ? readDate(dates[0]![0]) : null;
  return edtf && edtf.length >= 7 ? edtf : null;
}

const MADE =
  /^[([]?(?:this (?:\p{L}+ ){1,2}was )?(?:compiled|prepared|written|drafted|completed|finalised|finalized|last checked)\b.{0,60}?(?:\s(?:in|on|at|as of)\s+|,\s+)/iu;

/** When a text says at its beginning that it was made: "Compiled in March 2017. One line for each journey." */
export function readMakingDate(text: string): string | null {
  const made = text.length <= 300 ? MADE.exec(text) : null;
  const [date] = made ? text.matchAll(DATE) : [];
  if (!made || date?.index !== made[0].length) return null;
  return /^[.,;)\]]|^$/.test(text.slice(date.index + date[0].length)) ? readDate(date[0]) : null;
}

/** How a digest begins that says which days it covers or from what it was put together. */
const DIGEST =
  /^(?:(?:the|this|for|your|a)\s+){0,2}(?:[\p{L}-]+\s+){0,3}?(?:week(?:ly)?|fortnight(?:ly)?)(?!\p{L})|^(?:compiled|prepared|edited|collected|selected|put together)\b|^(?:covering|covers|for)\s+(?:the\s+)?(?:period|days|dates?)\b/iu;
const DIGEST_BOUND = /(?:[,:;(–—|-]|\b(?:of|ending|ended|to|from|for|period|days|dates?|week|between))$/iu;

/** The last day that a digest covers, by a line below its title: "Compiled from the press, 3-9 June 2019", "Week ending 9 June 2019". */
export function readDigestDate(line: string): string | null {
  if (line.length > 120 || !/\d{4}/.test(line)) return null;
  const text = line.trim().replace(/^[*_([]+|[*_)\].]+$/g, "");
  if (!DIGEST.test(text)) return null;
  const dates = [...text.matchAll(DATE)];
  const [date] = dates;
  if (dates.length !== 1 || !date || date.index + date[0].length < text.length) return null;
  const before = text.slice(0, date.index).trimEnd();
  if (THING.test(before) || !DIGEST_BOUND.test(before)) return null;
  const span = SPAN.exec(date[0]);
  return (span && lastDay(date[0], span)) ?? readDate(date[0]);
}

/** The day after a label among the sentences of a paragraph: "For students of the course. Last update: June 2023. Corrections are welcome." */
export function readLabelledDate(text: string): DateLine | null {
  if (text.length > 300 || !/\d{4}/.test(text)) return null;
  const sentences = text.replace(/^[*_([]+|[*_)\]]+$/g, "").split(/(?<=[.;])\s+/);
  if (sentences.length < 2) return null;
  const labelled = sentences.map((sentence) => readDateLine(sentence.replace(/[.;]$/, ""))).filter((date) => date && date.kind !== "bare");
  return labelled.length === 1 ? labelled[0]! : null;
}

const ISSUE = new RegExp(
  `^\\p{Lu}[^.!?]{2,90}?,?\\s+(?:(?:vol(?:ume)?\\.?\\s*)?\\d{1,3})(?:,?\\s*(?:nos?\\.?|issue|\\()\\s*\\d{1,3}(?:[-–/]\\d{1,3})?\\)?)?,?\\s*\\(((?:\\p{L}+\\.?\\s+)?${YEAR})\\)(?:[,:]\\s*(?:pp?\\.\\s*)?\\d{1,4}(?:\\s*[-–]\\s*\\d{1,4})?)?\\.?$`,
  "iu",
);

/** The date of the issue that a journal's line names: "Pacific Papers, Vol. 9, No. 2 (December 2016), pp. 101-106". */
export function readIssueDate(line: string): string | null {
  const issue = line.length <= 160 ? ISSUE.exec(line.trim()) : null;
  if (!issue || /^(?:see|cf|in)\b/i.test(line)) return null;
  return readStatedDate(issue[1]!) ?? new RegExp(YEAR, "u").exec(issue[1]!)?.[0] ?? null;
}
