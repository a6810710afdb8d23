import { MONTH_NAME, readDayAndMonth } from "./month-name.ts";
import { readStatedDate } from "./stated-date.ts";

/** The place, day and agency that open a news report: "QUITO, March 3 (Xinhua) — ". */
export interface Dateline {
  readonly place: string;
  /** EDTF with the year, or null when no date or no year is said. */
  readonly edtf: string | null;
  /** Month and day where the year is left out. */
  readonly dayAndMonth: { readonly month: number; readonly day: number } | null;
  /** The agency in brackets, as written. */
  readonly agency: string | null;
  /** Offset in the given text just behind the dateline. */
  readonly end: number;
}

const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of| de)? ${MONTH_NAME}|${MONTH_NAME} \\d{1,2}(?:st|nd|rd|th)?)(?:,? (?:de |del )?\\d{4})?`;
/** "08:38 | " before the place, as some agencies print it. */
const HOUR = "(?:\\d{1,2}:\\d{2}\\s*\\|\\s*)?";
const COUNTRY = "(?: \\([\\p{L}. ]{2,30}\\))?";
const PLACE = "\\p{Lu}[\\p{L}.'’-]*(?:[ -]\\p{L}[\\p{L}.'’-]*){0,3}";
const AGENCY = "(?:\\(([^()]{2,40})\\)|/([^/()]{2,40})/)";
const DASH = "\\.?\\s*(?:--+|[–—]|[-:](?=\\s))\\s*";
const WITH_DAY = new RegExp(
  `^${HOUR}(${PLACE})${COUNTRY}(?:, [\\p{L}. ]{2,30}?)?,? \\(?(${DAY})\\)?,?\\s*(?:${AGENCY})?(?:${DASH}|\\.?\\s+(?=\\p{Lu})|\\.?\\s*$)`,
  "iu",
);
const WITHOUT_DAY = new RegExp(
  `^((?:\\p{Lu}{2}[\\p{Lu}.'’-]*)(?:[ -]\\p{Lu}[\\p{Lu}.'’-]*){0,3}(?:, \\p{Lu}[\\p{L}. ]{1,24})?)\\s*(?:${AGENCY})?\\s*(?:--+|[–—]|-(?=\\s))\\s*`,
  "u",
);
const BRACKETED = new RegExp(`^[(\\[](${PLACE})(?:, [\\p{L}. ]{2,30}?)?,? (${DAY})[)\\]](?:${DASH}|\\s+(?=\\p{Lu}))`, "iu");
const DAY_FIRST = new RegExp(`^(${DAY}),? \\(?(${PLACE})\\)?\\s*(?:${AGENCY})?${DASH}`, "iu");
const IN_THREE = new RegExp(
  `^(${PLACE})(?:, [\\p{L}. ]{2,30}?)?\\s*(?:${AGENCY})?\\s*(?:--+|[–—]|-(?=\\s))\\s*(${DAY})\\s*(?:--+|[–—]|-(?=\\s))\\s*`,
  "iu",
);
const AGENCY_FIRST = new RegExp(`^(${PLACE})(?:, [\\p{L}. ]{2,30}?)?\\s*\\(([^()]{2,40})\\)\\s*(?:--+|[–—]|-(?=\\s))\\s*`, "u");

/**
 * Reads the dateline at the beginning of a paragraph, or null when it begins without one.
 *
 * @example
 * readDateline("QUITO, March 3, 2021 (Xinhua) — The minister …")?.edtf; // "2021-03-03"
 */
export function readDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, 200);
  const dated = WITH_DAY.exec(head);
  if (dated && isPlace(dated[1]!)) {
    const edtf = readStatedDate(dated[2]!);
    const dayAndMonth = edtf ? null : readDayAndMonth(dated[2]!);
    const agency = dated[3] ?? dated[4] ?? null;
    // "Lima, 3 May 2019. The minister": a full stop where the year is said
    const dashed = /(?:--+|[–—:]|-)\s*$/.test(dated[0]) || (edtf?.length === 10 && NAME.test(dated[1]!) && /\d{4}\.\s*$/.test(dated[0]));
    if ((edtf || dayAndMonth) && (agency || dashed || /^\p{Lu}{2}/u.test(dated[1]!)))
      return { place: dated[1]!, edtf, dayAndMonth, agency, end: dated[0].length };
  }
  const bracketed = BRACKETED.exec(head);
  if (bracketed && isPlace(bracketed[1]!)) return placed(bracketed[1]!, bracketed[2]!, null, bracketed[0].length);
  const dayFirst = DAY_FIRST.exec(head);
  if (dayFirst && /^\p{Lu}{2}/u.test(dayFirst[2]!))
    return placed(dayFirst[2]!, dayFirst[1]!, dayFirst[3] ?? dayFirst[4] ?? null, dayFirst[0].length);
  const inThree = IN_THREE.exec(head);
  if (inThree && isPlace(inThree[1]!)) return placed(inThree[1]!, inThree[4]!, inThree[2] ?? inThree[3] ?? null, inThree[0].length);
  const plain = AGENCY_FIRST.exec(head) ?? WITHOUT_DAY.exec(head);
  if (!plain) return null;
  return { place: plain[1]!, edtf: null, dayAndMonth: null, agency: plain[2] ?? null, end: plain[0].length };
}

function placed(place: string, day: string, agency: string | null, end: number): Dateline {
  const edtf = readStatedDate(day);
  return { place, edtf, dayAndMonth: edtf ? null : readDayAndMonth(day), agency, end };
}

const NAME = /^\p{Lu}[\p{L}.'’-]*(?:[ -](?:de|del|la|las|los|el|al|of|do|da|\p{Lu}[\p{L}.'’-]*))*$/u;

/** A capitalised name, and no word that begins a sentence. */
function isPlace(name: string): boolean {
  return /^\p{Lu}/u.test(name) && !/^(?:on|in|by|from|since|until|the|a|an|at|date|published|updated|posted|last)\b/i.test(name);
}
