import type { Block } from "../document/document.ts";

/** How an item ends that others follow. */
const GOES_ON = /(?:;|,)(?:\s+(?:and|or))?$/;
const LAST = /[.;,]$/;
/** How a line begins that names one person. */
const PERSON =
  /^(?:[-–•]\s*)?(?:H\.?\s?E\.?(?:[,:]|\s)|H\.?\s?R\.?\s?H\.?\s|(?:His|Her) (?:Excellency|Majesty|Royal Highness)\b|(?:The )?(?:Rt\.? )?Hon(?:ou?rable|\.)\s|(?:Mr|Mrs|Ms|Dr|Prof|Amb|Sen|Gen)\b\.?\s)\s*\p{Lu}/u;
const LONGEST_PERSON = 220;

/** A line of a list of persons: "H.E. Ana Example, President of the Republic of Peru". */
export function namesPerson(line: string): boolean {
  return line.length <= LONGEST_PERSON && PERSON.test(line) && /,/.test(line);
}

/** A longer paragraph is no item. */
const LONGEST = 900;

/**
 * Finds lists that are marked by nothing but their punctuation: behind a paragraph that ends in a colon, two or more paragraphs
 * of which each but the last ends in a semicolon, as communiqués and resolutions have them; or of which each names one person, as
 * in "The Summit was attended by:".
 *
 * @returns for each such item the index of its block and its depth, in order
 */
export function findUnmarkedItems(blocks: readonly Block[], text: string): { index: number; level: number }[] {
  const found: { index: number; level: number }[] = [];
  for (let lead = 0; lead + 2 < blocks.length; lead++) {
    const above = blocks[lead]!;
    if ((above.kind !== "paragraph" && above.kind !== "list-item") || text[above.end - 1] !== ":") continue;
    let last = lead;
    const isPerson = (k: number): boolean => {
      const block = blocks[k];
      return block?.kind === "paragraph" && block.role === above.role && namesPerson(text.slice(block.start, block.end));
    };
    while (isPerson(last + 1)) last++;
    if (last - lead >= 2) {
      for (let index = lead + 1; index <= last; index++) found.push({ index, level: above.level + 1 });
      lead = last;
      continue;
    }
    last = lead;
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
