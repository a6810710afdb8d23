import type { Mention } from "../actors/mention.ts";
import type { Span } from "../document/document.ts";

/** The mentions that lie whole within a span, of a document's in order; found by halves, for every line of a document may ask. */
export function mentionsIn(mentions: readonly Mention[], { start, end }: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.start < end; i++) if (mentions[i]!.end <= end) found.push(mentions[i]!);
  return found;
}
