import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

const extractor = loadExtractor();
const claimsOf = (source: string): string[] =>
  extractor
    .extract(readMarkdown(MappedText.identity(source), { source: "page.md" }))
    .filter((c) => c.date.edtf !== null)
    .map((c) => `${c.type} ${c.participants.map((p) => `${p.role}:${p.actor}`).join(" ")} ${c.date.edtf}`);

describe("tables of help without a column for a side", () => {
  it("have both from the heading, and no claim of their sums", () => {
    expect(
      claimsOf(`# Fact sheet

## Kuwaiti aid to Laos

| Year | Channel | Amount |
|---|---|---|
| 2011 | UNICEF | EUR 2.0 million |
| 2012 | Rice programme | EUR 3.5 million |
| Total | | EUR 5.5 million |
`),
    ).toEqual(["aid donor:KWT recipient:LAO 2011", "aid donor:KWT recipient:LAO 2012"]);
  });
  it("have the giver in the column where the line above names the taker", () => {
    expect(
      claimsOf(`# Fact sheet

Grants to Laos since 2010

| Country | Project | Amount | Year |
|---|---|---|---|
| Norway | School roofs | USD 2 million | 2011 |
| Kuwait | Road 13 | USD 3 million | 2014 |
`),
    ).toEqual(["aid donor:NOR recipient:LAO 2011", "aid donor:KWT recipient:LAO 2014"]);
  });
  it("are none where the words above are of trade", () => {
    expect(
      claimsOf(`# Fact sheet

## Kuwaiti exports to Laos

| Year | Goods | Amount |
|---|---|---|
| 2011 | Dates | EUR 2.0 million |
`).filter((c) => c.startsWith("aid")),
    ).toEqual([]);
  });
});
