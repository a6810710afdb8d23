import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

const extractor = loadExtractor();
/** Type, phase, actors and date of each claim of a page. */
const told = (source: string): string[] =>
  extractor
    .extract(readMarkdown(MappedText.identity(source), { source: "page.md" }))
    .map((c) => `${c.type} ${c.phase} ${c.participants.map((p) => `${p.role}:${p.actor}`).join(" ")} ${c.date.edtf ?? "-"}`)
    .sort();

describe("columns of beginnings and ends", () => {
  it("of missions tell when they opened and closed", () => {
    expect(
      told(`# Foreign relations of Togo

## Diplomatic missions in Lomé

| Country | Level | Opened | Closed |
|---|---|---|---|
| Ghana | Embassy | 1965 | |
| Taiwan | Embassy | 1961 | 1972 |
| Egypt | Embassy | | |
`),
    ).toEqual([
      "mission begins host:TGO sender:GHA 1965",
      "mission begins host:TGO sender:TWN 1961",
      "mission ends host:TGO sender:TWN 1972",
      "mission holds host:TGO sender:EGY -",
    ]);
  });
  it("of contingents tell when they came and left; the mission that they serve sends none", () => {
    expect(
      told(`# Troop contributors to UNMISS

| Country | Troops | Arrived | Left |
|---|---|---|---|
| Mongolia | 850 | May 2012 | 2019 |
| Togo | 40 | 2013 | |
`),
    ).toEqual([
      "deployment begins organization:org:unmiss sender:MNG 2012-05",
      "deployment begins organization:org:unmiss sender:TGO 2013",
      "deployment ends organization:org:unmiss sender:MNG 2019",
    ]);
  });
  it("of sanctions tell who imposed them on whom; a ban in force has no end", () => {
    expect(
      told(`# Neighbours of Burundi

## Sanctions on Burundi

| Imposed by | Measure | From | Until |
|---|---|---|---|
| Kenya | Trade embargo | 1996 | January 1999 |
| Zambia | Flight ban | 1996 | in force |
`),
    ).toEqual([
      "sanction begins target:BDI imposer:KEN 1996",
      "sanction begins target:BDI imposer:ZMB 1996",
      "sanction ends target:BDI imposer:KEN 1999-01",
    ]);
  });
});

describe("what stands nearest above a table", () => {
  it("names the owner of its rows, though the page is about another", () => {
    expect(
      told(`# Foreign relations of Laos

**Table 3. Diplomatic missions of Bhutan**

| Country | City | Level | Opened |
|---|---|---|---|
| Kuwait | Kuwait City | Embassy | 1983 |
`),
    ).toEqual(["mission begins sender:BTN host:KWT 1983"]);
  });
  it("names the body whose chairs or members they are", () => {
    expect(
      told(`# Clubs

## Chairs of CARICOM

| Year | Chair | Summit |
|---|---|---|
| 2016 | Belize | Placencia |

## Members of the Pacific Alliance

| Country | Joined | Status |
|---|---|---|
| Peru | 2011 | founding member |
| Ecuador | | candidate since 2018 |
`),
    ).toEqual([
      "membership begins organization:org:pacific-alliance member:PER 2011",
      "office holds organization:org:caricom holder:BLZ 2016",
    ]);
  });
});

describe("a date of recognition", () => {
  it("is none of relations, and a remark tells its withdrawal", () => {
    expect(
      told(`# International recognition of Kosovo

| State | Date of recognition | Diplomatic relations | Notes |
|---|---|---|---|
| Togo | 11 July 2014 | | withdrawn on 28 June 2018 |
| Haiti | 10 February 2012 | 4 March 2014 | |
`),
    ).toEqual([
      "recognition begins recognized:XKX recognizer:HTI 2012-02-10",
      "recognition begins recognized:XKX recognizer:TGO 2014-07-11",
      "recognition ends recognized:XKX recognizer:TGO 2018-06-28",
      "relations begins party:XKX party:HTI 2014-03-04",
    ]);
  });
});

describe("sums by year and partner", () => {
  it("of donors are figures of each year", () => {
    expect(
      told(`# Vanuatu and its partners

**Table 1. Aid to Vanuatu by donor (million US dollars)**

| Donor | 2018 | 2019 |
|---|---:|---:|
| Japan | 12.0 | – |
| Total | 12.0 | 3.0 |
`),
    ).toEqual(["figure holds subject:JPN counterpart:VUT 2018"]);
  });
  it("in rows of measures are those of the two states of the page", () => {
    expect(
      told(`# Peru–Togo relations

| | 2010 | 2011 |
|---|---|---|
| Exports of Togo to Peru (US$ million) | 24 | n/a |
| Balance (US$ million) | 20 | 18 |
`),
    ).toEqual(["figure holds subject:TGO counterpart:PER 2010"]);
  });
  it("of projects are aid where partners finance them, and none where firms build", () => {
    const rows = (first: string): string => `| Project | ${first} | Cost | Year |
|---|---|---|---|
| Road to Lomé | Japan | US$60 million | 2018 |
`;
    expect(told(`# Togo's projects\n\n${rows("Financed by")}`)).toEqual(["aid occurs donor:JPN recipient:TGO 2018"]);
    expect(told(`# Togo's projects\n\n${rows("Contractor")}`)).toEqual([]);
  });
});

describe("what a table's own words tell of its sides", () => {
  it("sends an envoy named by one state of the page to the other, with his beginning and end", () => {
    const page = (title: string): string => `# ${title}

| Ambassador of Togo | From | To |
|---|---|---|
| Kofi Example | 2009 | 2013 |
| Ama Sample | 2017 | |
`;
    expect(told(page("Peru–Togo relations"))).toEqual([
      "envoy begins sender:TGO host:PER 2009",
      "envoy begins sender:TGO host:PER 2017",
      "envoy ends sender:TGO host:PER 2013",
    ]);
    expect(told(page("Peru–Kenya relations"))).toEqual([]);
  });
  it("leaves one state alone with a treaty of many", () => {
    expect(
      told(`# Treaties to which Togo is a party

| Treaty | Signed | Ratified |
|---|---|---|
| Paris Agreement | 19 September 2016 | 28 June 2017 |
`),
    ).toEqual([
      "agreement ratified party:TGO organization:org:paris-agreement 2017-06-28",
      "agreement signed party:TGO organization:org:paris-agreement 2016-09-19",
    ]);
  });
  it("takes a numbered caption for what it says", () => {
    expect(
      told(`# Togo and its neighbours

**Table 6. Bilateral trade with Ghana (US$ million)**

| Year | Exports to Ghana |
|---|---|
| 2018 | 10 |
`),
    ).toEqual(["figure holds subject:TGO counterpart:GHA 2018"]);
  });
  it("has development partners give, and partners of another kind not", () => {
    const rows = `| Partner | Project | Budget | Period |
|---|---|---|---|
| Japan | Rural water supply | €20 million | 2016–2021 |
`;
    expect(told(`# Development partners of Togo\n\n${rows}`)).toEqual(["aid occurs donor:JPN recipient:TGO 2016/2021"]);
    expect(told(`# Film funds of Togo\n\n${rows}`)).toEqual([]);
  });
});

describe("a table of visits", () => {
  it("lists no agreements, whatever the purpose says", () => {
    expect(
      told(`# Visits to Togo

| Date | Visitor | Post | Purpose |
|---|---|---|---|
| 4 June 2018 | Ana Example | Prime Minister of Peru | official visit to mark a treaty |
| 7 May 2019 | Ken Rei | Foreign Minister of Japan | state of agreements |
`).filter((c) => !c.startsWith("visit")),
    ).toEqual([]);
  });
});

describe("tables of other matters", () => {
  it("claim nothing", () => {
    expect(
      told(`# Twin towns of Lima

| City | Country | Year |
|---|---|---|
| Bogotá | Colombia | 1988 |

## Footballers abroad

| Player | Club country | From | To |
|---|---|---|---|
| Ato Example | Ghana | 2001 | 2004 |

## Chairs of the company

| Chair | Country | From | To |
|---|---|---|---|
| Ana Example | Peru | 2001 | 2004 |
`),
    ).toEqual([]);
  });
});
