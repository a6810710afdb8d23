import type { Document } from "../document/document.ts";
import type { Mention } from "./mention.ts";

/** The state that the first or second cell of a table row is, by the row's block: "Peru | 4 May 1971 | Both countries have embassies". */
export function rowActors(document: Document, mentions: readonly Mention[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let next = 0;
  document.blocks.forEach((block, index) => {
    if (block.kind !== "table-row") return;
    while (next < mentions.length && mentions[next]!.start < block.start) next++;
    const first = mentions[next];
    if (!first || first.end > block.end || first.actors.length !== 1) return;
    if ((first.kind !== "state" && first.kind !== "former-state") || first.person !== null || first.office !== null) return;
    const before = document.text.slice(block.start, first.start);
    const behind = document.text.slice(first.end, Math.min(block.end, first.end + 14));
    // only a cell that is the name, not notes that name it
    if (before.split("\t").length <= 2 && /^[^\t\n]{0,13}(?:[\t\n]|$)/.test(behind)) found.set(index, first.actors[0]!);
  });
  return found;
}
