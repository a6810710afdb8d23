import type { Document, Span } from "../document/document.ts";
import type { Evidence } from "./claim.ts";

/** The words of a claim without blanks around them, with the heading that they stand under. */
export function evidenceOf(document: Document, span: Span): Evidence {
  const words = document.text.slice(span.start, span.end);
  const start = span.start + words.length - words.trimStart().length;
  const end = span.end - (words.length - words.trimEnd().length);
  const section = document.blocks.find((b) => b.start <= start && start < b.end)?.section ?? -1;
  return {
    document: document.id,
    source: document.source,
    start,
    end,
    quote: document.text.slice(start, end),
    section: document.sections[section]?.heading ?? null,
  };
}
