import type { Span } from "../document/document.ts";
import { type MappedText, TextBuilder } from "../document/mapped-text.ts";
import { keepsHyphen } from "./plain-text-hyphenation.ts";
import type { Vocabulary } from "./plain-text-vocabulary.ts";

const HYPHENED = /([^\s\u00ad\u2010-]*(?:[-\u2010][^\s\u00ad\u2010-]+)*[\p{L}\p{N}])([-\u00ad\u2010])$/u;

/**
 * The lines as one running text: broken words mended, a space where two words met at a line's end.
 * The result maps to what `text` maps to.
 */
export function joinLines(text: MappedText, lines: readonly Span[], words: Vocabulary): MappedText {
  const builder = new TextBuilder();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1];
    if (!next) {
      builder.appendFrom(text, line.start, line.end);
      break;
    }
    const tail = text.text.slice(Math.max(line.start, line.end - 80), line.end);
    const hyphened = HYPHENED.exec(tail);
    if (!hyphened) {
      builder.appendFrom(text, line.start, line.end);
      if (!/[\u2014/]$/.test(tail) || /\s[\u2014/]$/.test(tail)) builder.insert(" ");
      continue;
    }
    const [, left, mark] = hyphened;
    const right = text.text.slice(next.start, Math.min(next.end, next.start + 80)).split(/\s/, 1)[0]!;
    const suspended = /^(?:and|or|und|y|et|to)$/.test(right);
    const before = /([\p{L}\p{M}'’-]+)\s+$/u.exec(tail.slice(0, hyphened.index))?.[1] ?? "";
    const keep = suspended || (mark !== "\u00ad" && keepsHyphen(left!, right, before, words));
    builder.appendFrom(text, line.start, keep ? line.end : line.end - 1);
    if (suspended) builder.insert(" ");
  }
  return builder.build();
}
