import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readHtml } from "../../src/read/html.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

const extractor = loadExtractor();
type Read = ReturnType<typeof readMarkdown>;
const claimsOf = (document: Read): string[] =>
  extractor
    .extract(document)
    .filter((c) => c.type === "agreement")
    .map((c) => `${c.phase} ${c.factuality} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf ?? "-"}`)
    .sort();
const markdown = (source: string): string[] => claimsOf(readMarkdown(MappedText.identity(source), { source: "page.md" }));
const html = (source: string): string[] => claimsOf(readHtml(MappedText.identity(source), { source: "page.html" }));

describe("tables of agreements", () => {
  it("are told by the titles in them, and their remarks tell stages with dates of their own", () => {
    expect(
      markdown(`# Peru–Togo relations

## What was agreed

| Document | Signed | Remarks |
|---|---|---|
| Agreement on air services | 03.04.2009 | in force since 11.12.2010 |
| Treaty on extradition | 7 May 2012 | signed in Lima, not yet ratified |
| Convention on taxes | – | talks began in 2015; suspended in 2018 |
| Memorandum on fisheries | Lomé, 9 June 2001 | expired in 2006 |
`),
    ).toEqual(
      [
        "signed actual PER TGO 2009-04-03",
        "in-force actual PER TGO 2010-12-11",
        "signed actual PER TGO 2012-05-07",
        "ratified denied PER TGO -",
        "negotiating actual PER TGO 2015",
        "stalled actual PER TGO 2018",
        "signed actual PER TGO 2001-06-09",
        "ends actual PER TGO 2006",
      ].sort(),
    );
  });
  it("have their partner in a row across the table", () => {
    expect(
      html(`<h1>Treaties of Estonia</h1><table>
<tr><th>Title</th><th>Date of signature</th><th>Entry into force</th></tr>
<tr><td colspan="3"><b>CHILE</b></td></tr>
<tr><td>Agreement on visas</td><td>2.12.2000</td><td>14.02.2001</td></tr>
<tr><td colspan="3"><b>GHANA</b></td></tr>
<tr><td>Agreement on investments</td><td>1.10.2011</td><td>not ratified</td></tr>
</table>`),
    ).toEqual(
      [
        "signed actual EST CHL 2000-12-02",
        "in-force actual EST CHL 2001-02-14",
        "signed actual EST GHA 2011-10-01",
        "ratified denied EST GHA -",
      ].sort(),
    );
  });
  it("may say when without a word for it, and of what there were only talks", () => {
    expect(
      markdown(`# Yearbook

## Signatures

| Parties | Subject | Place and day |
|---|---|---|
| Norway, Laos | Agreement on cod stocks | Oslo, 3 March 2010 |
| Mali, Chile | Trade agreement: second round of talks | Bamako, 11 March 2010 |
`),
    ).toEqual(["negotiating actual MLI CHL 2010-03-11", "signed actual NOR LAO 2010-03-03"]);
  });
  it("may have place and day of a signing in columns of their own", () => {
    expect(
      html(`<h1>Peru–Togo relations</h1><h2>Agreements</h2>
<table><tr><th rowspan="2">Title</th><th colspan="2">Signature</th><th rowspan="2">Status</th></tr><tr><th>Place</th><th>Date</th></tr>
<tr><td>Agreement on visa exemption</td><td>Lima</td><td>Feb. 12, 2006</td><td>entered into force on May 1, 2006</td></tr></table>`),
    ).toEqual(["in-force actual PER TGO 2006-05-01", "signed actual PER TGO 2006-02-12"]);
  });
  it("of many are not those of the page's two", () => {
    expect(
      markdown(`# Peru–Togo relations

## Multilateral conventions

| Convention | Date |
|---|---|
| Convention on the Law of the Sea | 1994 |
| Convention against Torture | 1998 |
`),
    ).toEqual([]);
  });
});
