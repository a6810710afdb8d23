import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

const extractor = loadExtractor();
const claimsOf = (source: string): string[] =>
  extractor
    .extract(readMarkdown(MappedText.identity(source), { source: "page.md" }))
    .map((c) => `${c.type} ${c.phase} ${c.factuality} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf ?? "-"}`);

describe("items of visits with more to say", () => {
  it("are read up to the note behind them, and labels tell the way", () => {
    expect(
      claimsOf(`# Peru–Togo relations

## Official visits

To Togo

* 2004: Foreign Minister Ana Example
* July 2016: Prime Minister Juan Example, who saw the old port
* 12 May 2017: Deputy Minister Ana Example (cancelled)

To Peru

* Minister of Trade Kofi Example – 3/2011
* President Kofi Example (with a delegation of ten), 4 May 2012
`),
    ).toEqual([
      "visit occurs actual PER TGO 2004",
      "visit occurs actual PER TGO 2016-07",
      "visit occurs denied PER TGO 2017-05-12",
      "visit occurs actual TGO PER 2011-03",
      "visit occurs actual TGO PER 2012-05-04",
    ]);
  });
  it("go out from whom the title names and come in to him", () => {
    expect(
      claimsOf(`# State visits by the King of Norway

## Outgoing

- Laos – 3–5 March 2003. The King was accompanied by the Queen.
- Chile – June 2005, with a delegation of forty
- Mali – 8 May 2007 *(postponed)*

## Incoming

| Date | Guest | Country | Remarks |
|---|---|---|---|
| 2 June 2004 | President Ana Example | Peru | |
| 9 May 2009 | President Kofi Example | Togo | second guest of that year |
`),
    ).toEqual([
      "visit occurs actual NOR LAO 2003-03-03/2003-03-05",
      "visit occurs actual NOR CHL 2005-06",
      "visit occurs denied NOR MLI 2007-05-08",
      "visit occurs actual PER NOR 2004-06-02",
      "visit occurs actual TGO NOR 2009-05-09",
    ]);
  });
});

describe("tables of ambassadors", () => {
  it("under a bare heading are of those whom the page's title names", () => {
    expect(
      claimsOf(`# Ambassadors of Peru to Togo

## List of ambassadors

| Name | Appointed | Terminated |
|---|---|---|
| Ana Example | 1962 | 1965 |
| Juan Example | May 1967 | 1971 |
`),
    ).toEqual([
      "envoy begins actual PER TGO 1962",
      "envoy ends actual PER TGO 1965",
      "envoy begins actual PER TGO 1967-05",
      "envoy ends actual PER TGO 1971",
    ]);
  });
});
