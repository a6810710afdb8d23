import { DocumentBuilder } from "./document-builder.ts";
import { cleanCharacters } from "./plain-text-characters.ts";
import { writeLines } from "./plain-text-document.ts";
import { splitLines } from "./plain-text-lines.ts";
import type { TextReader } from "./reader.ts";

/**
 * Reads plain text, also text copied out of a PDF: mends words broken at line ends, leaves out running heads, page numbers
 * and doubled lines (each with a diagnostic), joins wrapped lines to paragraphs, and tells headings, lists, chronologies,
 * tables, notices, footnotes and references. In-text citations and footnote marks become `citations`.
 *
 * @example
 * readPlainText(MappedText.identity("The two govern-\nments met in May."), { source: "a.txt" }).text; // "The two governments met in May."
 */
export const readPlainText: TextReader = (input, meta) => {
  const cleaned = cleanCharacters(input.text);
  const builder = new DocumentBuilder(input);
  const known = writeLines(builder, cleaned, splitLines(cleaned.mapped.text), [], meta.known?.title ?? null);
  return builder.build(meta, { ...known, format: "text" });
};
