import type { Block } from "../document/document.ts";

/** How an item ends that others follow. */
const GOES_ON = /(?:;|,)(?:\s+(?:and|or))?$/;
const LAST = /[.;,]$/;
/** A longer paragraph is no item. */
const LONGEST = 900;

/**
 * Finds lists that are marked by nothing but their punctuation: behind a paragraph that ends in a colon, two or more paragraphs
 * of which each but the last ends in a semicolon, as communiqués and resolutions have them.
 *
 * @returns for each such item the index of its block and its depth, in order
 */
export function findUnmarkedItems(blocks: readonly Block[], text: string): { index: number; level: number }[] {
  const found: { index: number; level: number }[] = [];
  for (let lead = 0; lead + 2 < blocks.length; lead++) {
    const above = blocks[lead]!;
    if ((above.kind !== "paragraph" && above.kind !== "list-item") || text[above.end - 1] !== ":") continue;
    let last = lead;
    let isOver = false;
    while (!isOver && blocks[last + 1]?.kind === "paragraph" && blocks[last + 1]!.role === above.role) {
      const { start, end } = blocks[last + 1]!;
      const words = text.slice(start, end);
      isOver = !GOES_ON.test(words);
      if ((isOver && !LAST.test(words)) || end - start > LONGEST) break;
      last++;
    }
    // one item, or commas alone, as in an address, are no list
    const isList = last - lead >= 2 && blocks.slice(lead + 1, last).every((b) => text.slice(b.start, b.end).includes(";"));
    if (!isList) continue;
    for (let index = lead + 1; index <= last; index++) found.push({ index, level: above.level + 1 });
    lead = last;
  }
  return found;
}
