import { expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

const extractor = loadExtractor();
const told = (text: string): string[] =>
  extractor
    .extract(readPlainText(MappedText.identity(text), { source: "example", known: { language: "en" } }))
    .map((c) => `${c.type} ${c.phase} ${c.date.edtf ?? "-"}`);

it("gives what stands below a date on a line of its own that date", () => {
  expect(
    told(`Timeline: Kenya and Laos

15 January 2023

October 1963:

Kenya recognised Laos.

1976:

Kenya severed diplomatic relations with Laos.

Relations restored

5 June 1988

Kenya restored diplomatic relations with Laos.

1989 and 1992:

The president of Kenya visited Laos.
`),
  ).toEqual(["recognition begins 1963-10", "relations ends 1976", "relations resumes 1988-06-05", "visit occurs -"]);
});
