import type { NameRow } from "./lexicon-data.ts";
import { ALL_CAPITALS, HYPHEN, INITIAL, NUMBER } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

const JOINS = /^(?:,|and|&|or|the)$/;

/** "the WTO, ECOWAS, and AU": an acronym with other meanings stands in a row with that of a body that has none. */
export function isAmongBodies(context: TextContext, first: number, last: number): boolean {
  const { words } = context;
  for (const step of [-1, 1]) {
    let i = step < 0 ? first - 1 : last + 1;
    const from = i;
    while (i >= 0 && i < words.count && Math.abs(i - from) < 4 && JOINS.test(words.folds[i]!)) i += step;
    // "G-77, and AU"
    if (step < 0 && i > 0 && words.shapes[i] === NUMBER && words.gaps[i] === HYPHEN) i--;
    if (i === from || i < 0 || i >= words.count || (words.shapes[i] !== ALL_CAPITALS && words.shapes[i] !== INITIAL)) continue;
    if (context.sentences[i] === context.sentences[first] && isBody(context, i)) return true;
  }
  return false;
}

function isBody(context: TextContext, at: number): boolean {
  const { words, lexicon } = context;
  let found = false;
  lexicon.names.matchFrom(words, at, (last, from, to) => {
    if (last > at + 1) return;
    const rows: NameRow[] = [];
    for (let r = from; r < to; r++) rows.push(lexicon.row(r));
    found ||= rows.length > 0 && rows.every((row) => row.sense === "acronym" && row.target.startsWith("org:") && !row.flags.includes("d"));
  });
  return found;
}
