import { COUNTER, DATE, RUBRIC, readDate, THING } from "./date-line.ts";

const LONGEST = 160;
/** Who brings out what is read: an institute, a programme, a series, a desk. */
const PUBLISHER =
  /\b(?:cent(?:re|er)|institut(?:e|ion)?|forum on|programme|program|foundation|studies|universit(?:y|ies)|school of|newsletter|bulletin|observatory|research|review|quarterly|journal|think tank|network|watch(?:ers)?|desk|correspondent|(?:policy|issue|research|occasional|working|discussion|background|briefing|country|strategic) (?:brief|briefing|paper|note|memo|report|insight)|commentary|analysis|dispatch)\b/i;
/** "By our correspondent in Tunis". */
const BY_OURS =
  /^by (?:our|a|an|the) (?:[\p{L}-]+ ){0,3}(?:desk|correspondents?|staff|reporters?|editors?|team)(?: in (?:the )?\p{Lu}[\p{L} -]*)?$/iu;
const PUBLISHED = /^(?:first )?(?:published|issued|released|posted|printed|dated?|edition of|as of)\s*:?\s*(?:on|in)?\s*$/i;
const SMALL = /^(?:of|on|for|and|the|in|at|to|de|del|y|la|no\.?|nr\.?|vol\.?|by|with|from|&)$/i;

/**
 * The day or month that ends a line which otherwise tells only who publishes: authors, an institute, the series and its number.
 *
 * @example
 * readMasthead("Ana Example | Institute of Andean Affairs, Policy Note 3 | May 2019"); // "2019-05"
 * readMasthead("Treaty of Friendship | Lima | 4 May 1990"); // null: nobody who publishes
 */
export function readMasthead(line: string): string | null {
  if (line.length > LONGEST || !/\d{4}\W*$/.test(line)) return null;
  const text = line.replace(/[*_~]+/g, "").trim();
  const dates = [...text.matchAll(DATE)];
  const date = dates.at(-1);
  if (!date || dates.length > 2 || !/^[\s).\]]*$/.test(text.slice(date.index + date[0].length))) return null;
  const edtf = readDate(date[0]);
  if (!edtf || edtf.length < 7) return null;
  const pieces = text
    .slice(0, date.index)
    .split(/\s*[|·•]\s*|\s+[–—-]+\s+|,\s+|\s*[([]\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  if (pieces.length === 0 || !pieces.some((piece) => PUBLISHER.test(piece))) return null;
  return pieces.every(isLabel) ? edtf : null;
}

/** A name, a rubric, a number: nothing that tells what happened. */
function isLabel(piece: string): boolean {
  if (PUBLISHED.test(piece) || RUBRIC.test(piece) || COUNTER.test(piece) || BY_OURS.test(piece)) return true;
  if (THING.test(piece) && !/\bforum on\b/i.test(piece)) return false;
  const words = piece.split(/\s+/);
  if (words.length > 10 || /[:;!?]$/.test(piece)) return false;
  const series = PUBLISHER.test(piece) && words.length <= 4;
  return words.every((word) => series || SMALL.test(word) || /^["“(]?[\p{Lu}\d#]/u.test(word));
}
