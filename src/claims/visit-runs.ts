import type { Block, Document, Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";

/** One visit in a line that lists several: "Prime Minister Ana Example (June 1977)". */
export interface VisitItem {
  /** Who came, and when in brackets behind. */
  readonly whole: Span;
  readonly when: Span;
  /** The words before the first item: "Visits from the Chilean side include". */
  readonly lead: string;
}

const LEAD = /^[^:.;()]{0,140}\bvisits?\b[^:.;()]{0,80}:\s/i;
/** "Agreements signed during visits:" */
const OF_PACTS = /\b(?:agreements?|treat(?:y|ies)|memorand\p{L}+|documents?|signed|meetings?|talks)\b/iu;
/** Up to its bracket; a comma, a full stop or a semicolon parts it from the next. */
const ITEM = /([^();:]{3,140}?)\s?\(([^()]{4,60})\)/gu;
/** What parts an item from the words before it. */
const BREAK = /^(?:[\s.,;&–—-]|and\b)+|(?<!\b\p{Lu}\p{Ll}{0,3})[.!?]\s+(?=\p{Lu})/gu;
const YEAR = /(?<!\d)(?:1[89]|20)\d\d(?!\d)/;
const LONGEST = 3000;

/** The items of "Visits from the Chilean side include: President Ana Example (June 1977). Minister Juan Example (March 1995)."; none of other lines. */
export function visitsInLine(document: Document, block: Block): VisitItem[] {
  if (block.kind !== "paragraph" || block.end - block.start > LONGEST) return [];
  const words = document.text.slice(block.start, block.end);
  const lead = LEAD.exec(words)?.[0];
  if (!lead || OF_PACTS.test(lead)) return [];
  const items: VisitItem[] = [];
  for (const item of findMatches(ITEM, words.slice(lead.length))) {
    // "(in 1990)" behind a sentence is none of its words
    const from = Math.max(0, ...[...item[1]!.matchAll(BREAK)].map((m) => m.index + m[0].length));
    if (!YEAR.test(item[2]!) || !/^\p{Lu}/u.test(item[1]!.slice(from))) continue;
    const start = block.start + lead.length + item.index;
    const end = start + item[0].length;
    items.push({
      whole: { start: start + from, end },
      when: { start: end - item[2]!.length - 1, end: end - 1 },
      lead: lead.replace(/:\s$/, ""),
    });
  }
  return items.length >= 2 ? items : [];
}
