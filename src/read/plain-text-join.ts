import type { Span } from "../document/document.ts";
import { type MappedText, TextBuilder } from "../document/mapped-text.ts";
import { keepsHyphen } from "./plain-text-hyphenation.ts";
import type { Vocabulary } from "./plain-text-vocabulary.ts";

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
    const mark = text.text[line.end - 1]!;
    const tail = text.text.slice(Math.max(line.start, line.end - 80), line.end);
    const left = "-\u00ad\u2010".includes(mark) ? tail.slice(tail.lastIndexOf(" ") + 1, -1) : "";
    if (!/[\p{L}\p{N}]$/u.test(left)) {
      builder.appendFrom(text, line.start, line.end);
      if ((mark !== "\u2014" && mark !== "/") || /\s.$/.test(tail)) builder.insert(" ");
      continue;
    }
    const right = text.text.slice(next.start, Math.min(next.end, next.start + 80)).split(/\s/, 1)[0]!;
    const suspended = /^(?:and|or|und|y|et|to)$/.test(right);
    const before = /([\p{L}\p{M}'’-]+)\s+$/u.exec(tail.slice(0, -1 - left.length))?.[1] ?? "";
    const keep = suspended || (mark !== "\u00ad" && keepsHyphen(left, right, before, words));
    builder.appendFrom(text, line.start, keep ? line.end : line.end - 1);
    if (suspended) builder.insert(" ");
  }
  return builder.build();
}
