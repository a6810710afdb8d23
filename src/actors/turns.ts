import type { Document } from "../document/document.ts";
import { readTurnLabel, type TurnKind } from "../document/turn-label.ts";

/**
 * Whose turn each block of a transcript stands in, by block: a turn goes on over paragraphs without a label until the next one
 * or a heading. Null before the first label, and everywhere in other documents.
 */
export function readTurns(document: Document): readonly (TurnKind | null)[] {
  let turn: TurnKind | null = null;
  return document.blocks.map((block) => {
    if (block.kind === "heading" || block.kind === "title") turn = null;
    turn = readTurnLabel(document.text.slice(block.start, block.end))?.kind ?? turn;
    return turn;
  });
}
