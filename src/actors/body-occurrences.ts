import { findMatches } from "../document/find-matches.ts";
import { type Item, item } from "./item.ts";
import { foldName } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

const BRACKETED = /^\s*[([]\s*(?:["“]|the\s+)?(\p{Lu}[\p{L}\d-]{1,9})["”]?\s*[)\]]/u;

/** All words of a document that mean a body: its name, its acronym, its noun ("the Forum"). */
export interface BodyWords {
  readonly items: readonly Item[];
  /** How often it is meant. */
  readonly count: number;
}

/**
 * Where a document means a body that no list has: by its name in full, by the acronym in brackets behind it, by its noun alone
 * unless another body has it too.
 *
 * @param name as the text has it · @param head its noun · @param why said of each item
 */
export function wordsOfBody(context: TextContext, name: string, head: string, items: readonly Item[], why: string): BodyWords {
  const { text, words } = context;
  const named = occurrences(text, name);
  const acronym = named.map(({ end }) => BRACKETED.exec(text.slice(end, end + 20))?.[1]).find((letters) => letters !== undefined) ?? null;
  const id = `org:${slug(acronym ?? name)}`;
  const spans = withoutOverlap([...named, ...shortOccurrences(text, acronym, shortForm(head, id, items, context))]);
  return {
    count: spans.length,
    items: spans.flatMap(({ start, end }) => {
      const [first, last] = [wordAt(words.starts, words.count, start), wordAt(words.starts, words.count, end - 1)];
      return first < 0 || last < first ? [] : [item(first, last, { actors: [id], kind: "organisation", form: "name", why })];
    }),
  };
}

/** The noun with which the text goes on, unless another body that it names has it too. */
function shortForm(noun: string, id: string, items: readonly Item[], { words }: TextContext): string | null {
  const head = foldName(noun);
  const shared = items.some(
    (i) => i.kind === "organisation" && i.last > i.first && words.folds.slice(i.first, i.last + 1).includes(head) && i.actors[0] !== id,
  );
  return shared ? null : head[0]!.toUpperCase() + head.slice(1);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

export function occurrences(text: string, name: string): Place[] {
  const parts = name.split(/[\s"“”«»\-–—]+/).filter((word) => word.length > 0);
  const pattern = parts.map(escaped).join(String.raw`[\s"“”«»\-–—]+`);
  return findMatches(new RegExp(String.raw`(?<!\p{L})${pattern}(?!\p{L})`, "giu"), text).map((m) => spanOf(m.index, m[0]));
}

/** Its acronym, and its noun with "the": not "the Forum on Ageing". */
function shortOccurrences(text: string, acronym: string | null, noun: string | null): Place[] {
  const spans: Place[] = [];
  if (acronym)
    for (const m of findMatches(new RegExp(String.raw`(?<![\p{L}-])${escaped(acronym)}(?![\p{L}-])`, "gu"), text))
      spans.push(spanOf(m.index, m[0]));
  if (noun) {
    const pattern = String.raw`(?<=\b(?:[Tt]he|THE|[Tt]h(?:is|at)) )${noun}(?!\p{L})(?!\s+(?:of|for|on)\s+(?:the\s+)?\p{Lu})(?! \p{Lu})`;
    for (const m of findMatches(new RegExp(pattern, "gu"), text)) spans.push(spanOf(m.index, m[0]));
  }
  return spans;
}

function withoutOverlap(spans: readonly Place[]): Place[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((span, i) => !sorted.slice(0, i).some((before) => before.end > span.start));
}

/** A word as it stands in a pattern. */
export const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const spanOf = (start: number, words: string): Place => ({ start, end: start + words.length });

/** The slug of a name: lower case, without accents, with hyphens. */
function slug(words: string): string {
  return foldName(words)
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The word that holds an offset; -1 where none does. */
export function wordAt(starts: Int32Array, count: number, offset: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return count > 0 && starts[low]! <= offset ? low : -1;
}
