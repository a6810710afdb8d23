import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

export function read(text: string): Document {
  return readPlainText(MappedText.identity(text), { source: "test.txt" });
}

/** One line for each block: kind, level, marker and text. */
export function outline(document: Document): string[] {
  return document.blocks.map((block) => {
    const role = block.role === "notice" ? "notice " : "";
    const marker = block.marker ? `${block.marker} ` : "";
    return `${role}${block.kind}${block.level || ""}: ${marker}${document.text.slice(block.start, block.end)}`;
  });
}

export function codes(document: Document): string[] {
  return document.diagnostics.map((diagnostic) => diagnostic.code);
}

/** Every line followed by an empty one, as some programs copy text out of a PDF. */
export function spaced(text: string): string {
  return text.trim().split("\n").join(" \n\n");
}
