import type { Document } from "../document/document.ts";
import type { TextContext } from "./text-context.ts";

/** A date at the head of an entry, a row or a heading: "6 May 1998:", "Dec. 29, 2015 –", "1964", "2004-05". */
const LED =
  /^[^\p{L}\d]*(?:(?:early|late|mid|spring|summer|autumn|winter|in|on)[\s-]+)?(?:\d{1,2}(?:st|nd|rd|th)?(?:\s*[–-]\s*\d{1,2})?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?(?:\s*[–-]\s*\d{1,2})?,?\s+)?((?:1[89]|20)\d\d)(?:\s*[–-]\s*((?:(?:1[89]|20)\d)?\d\d)\b)?(?![\d%])/iu;
/** Longer spans say too little of when. */
const LONGEST = 15;

const cache = new WeakMap<Document, readonly (readonly number[])[]>();

/** The years that the entry, row or heading over a word begins with: those of its own date, else of the heading above; else none. */
export function yearsOfEntry(context: TextContext, at: number): readonly number[] {
  const { document } = context;
  let years = cache.get(document);
  if (!years) {
    years = yearsByBlock(document);
    cache.set(document, years);
  }
  return years[blockAt(document, context.words.starts[at]!)] ?? [];
}

function yearsByBlock({ text, blocks }: Document): number[][] {
  let above: number[] = [];
  let section = -1;
  return blocks.map((block) => {
    const words = text.slice(block.start, Math.min(block.end, block.start + 60));
    const own = spanOf(LED.exec(words));
    const isHeading = block.kind === "heading" || (block.kind === "paragraph" && own.length > 0 && block.end - block.start <= 24);
    if (block.kind === "heading" && block.section !== section) above = [];
    section = block.section;
    if (isHeading && own.length > 0) above = own;
    const leads = block.kind === "list-item" || block.kind === "table-row" || isHeading || isLedOff(words);
    return leads && own.length > 0 ? own : above;
  });
}

/** A paragraph is an entry where a dash, a colon or a full stop parts its date, with a year, from the rest. */
export function isLedOff(words: string): boolean {
  const led = LED.exec(words);
  return led !== null && /^[*†‡)\]]?(?:\s*[:–—]|\s+-\s|\.\s+\p{Lu}|\s{3,})/u.test(words.slice(led[0].length));
}

function spanOf(led: RegExpExecArray | null): number[] {
  if (!led) return [];
  const from = Number(led[1]);
  const to = led[2] ? Number(`${String(from).slice(0, 4 - led[2].length)}${led[2]}`) : from;
  if (to < from || to - from > LONGEST) return [];
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}

function blockAt({ blocks }: Document, offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
