import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

function kindsOf(text: string): [string, number][] {
  const document = readPlainText(MappedText.identity(text), { source: "a.txt", known: { title: "T", date: null, language: "en" } });
  return document.blocks.map((b) => [b.kind, b.level]);
}

describe("lists without marks", () => {
  it("makes items of paragraphs behind a colon that end in semicolons", () => {
    const text =
      "The Summit:\n\nThanked the host for its welcome;\n\nUrged all to pay; and\n\nAgreed to meet again.\n\nIt then rose for lunch.";
    expect(kindsOf(text)).toEqual([
      ["paragraph", 0],
      ["list-item", 1],
      ["list-item", 1],
      ["list-item", 1],
      ["paragraph", 0],
    ]);
  });

  it("leaves paragraphs alone that end in full stops, and one line alone", () => {
    expect(kindsOf("He said:\n\nIt was late.\n\nThe roads were wet.").map(([kind]) => kind)).toEqual([
      "paragraph",
      "paragraph",
      "paragraph",
    ]);
    expect(kindsOf("He said:\n\nIt was late;\n\nThe roads were wet and nobody came to the house").map(([kind]) => kind)).not.toContain(
      "list-item",
    );
  });
});
