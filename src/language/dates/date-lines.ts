import type { Block, Document } from "../../document/document.ts";
import type { DateContext } from "../date-expression.ts";
import { wholeDate } from "./date-context.ts";
import { findDates } from "./find-dates.ts";

/** No date that stands alone on its line is longer, in UTF-16 units. */
const LONGEST = 40;
/** From so many on they head what stands below; one or two may be of the document itself. */
const FEWEST = 3;

/**
 * The times of the blocks of a chronicle whose dates stand on lines of their own, "August 1994:" or "• 5 June 1988" over what happened
 * then: by block, null under a line that has several. Empty for other documents.
 */
export function datesOverBlocks(document: Document, shared: DateContext): ReadonlyMap<number, string | null> {
  const found = new Map<number, string | null>();
  const lines = document.blocks.map((block) => isDateLine(document, block));
  const heads = lines.filter((isLine, b) => isLine && b + 1 < lines.length && tells(document.blocks[b + 1]!) && !lines[b + 1]);
  if (heads.length < FEWEST || !isChronicle(document, lines)) return found;
  let date: string | null | undefined;
  let heading: string | null = null;
  const captions = new Set(captionsOverDates(document, lines));
  document.blocks.forEach((block, b) => {
    if (captions.has(b)) found.set(b, null);
    else if (block.kind === "heading" || block.kind === "title") date = undefined;
    else if (lines[b]) {
      date = wholeDate(textOf(document, block), { ...shared, bareDates: "text", documentDate: null, heading });
      heading = date ?? heading;
      // the day of the document itself
      if (date !== null && date === shared.documentDate && found.size === 0) date = undefined;
    } else if (date !== undefined) found.set(b, date);
  });
  return found;
}

/** Not the days on which the posts of a page were put there: those are all days, of one year or two. */
function isChronicle(document: Document, lines: readonly boolean[]): boolean {
  const texts = document.blocks.filter((_, b) => lines[b]).map((block) => textOf(document, block));
  // "05/06/2021" may be read either way
  const dates = texts.filter((text) => !/^\W*\d{1,2}[./-]\d/.test(text)).flatMap((text) => wholeDate(text, NONE) ?? []);
  const years = dates.map((date) => Number(date.slice(0, 4)));
  return dates.some((date) => date.length < 10) || Math.max(...years) - Math.min(...years) > 2;
}

/** The blocks that only head the next dates of such a chronicle: "Relations resumed" in a line of its own over "16 May 1988". */
export function captionBlocks(document: Document): ReadonlySet<number> {
  const lines = document.blocks.map((block) => isDateLine(document, block));
  const heads = lines.filter((isLine, b) => isLine && b + 1 < lines.length && !lines[b + 1]);
  return new Set(heads.length >= FEWEST && isChronicle(document, lines) ? captionsOverDates(document, lines) : []);
}

function captionsOverDates(document: Document, lines: readonly boolean[]): number[] {
  return document.blocks.flatMap((block, b) => {
    const isShort = block.kind === "paragraph" && block.end - block.start <= 2 * LONGEST && !lines[b] && lines[b + 1] === true;
    return isShort && !/[.!?:;,]\s*$/.test(textOf(document, block)) ? [b] : [];
  });
}

function isDateLine(document: Document, block: Block): boolean {
  if (!(tells(block) || block.kind === "heading") || block.end - block.start > LONGEST) return false;
  const text = textOf(document, block);
  if (!/\d/.test(text)) return false;
  const said = findDates(text, { start: 0, end: text.length }, { ...NONE, heading: "2000" });
  let rest = text;
  for (const { start, end } of [...said].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return said.length > 0 && /^(?:[\W_]|\b(?:and|in|on)\b)*$/i.test(rest);
}

const NONE: DateContext = { documentDate: null, previous: null, heading: null, bareDates: "text" };

const tells = ({ kind }: Block): boolean => kind === "paragraph" || kind === "list-item";

const textOf = ({ text }: Document, { start, end }: Block): string => text.slice(start, end);
