import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

const extractor = loadExtractor();
const claimsOf = (source: string): string[] =>
  extractor
    .extract(readMarkdown(MappedText.identity(source), { source: "page.md" }))
    .map((c) => `${c.type} ${c.phase} ${c.factuality} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf ?? "-"}`)
    .sort();

describe("the remark behind a listed agreement", () => {
  it("tells stages with dates of their own, and no day of signing", () => {
    expect(
      claimsOf(`# Peru–Togo relations

Agreements signed between the two countries:

- Agreement on fisheries (4 May 1990, took effect on 1 March 1992)
- Convention on taxes (in force since 2009)
- Treaty on extradition – signed 1997, never ratified
- Protocol on air services (3 June 2001; terminated in 2010)
- Agreement on visas, Lima, 13/11/2005 (ratified in 2007)
`),
    ).toEqual(
      [
        "agreement signed actual PER TGO 1990-05-04",
        "agreement in-force actual PER TGO 1992-03-01",
        "agreement in-force actual PER TGO 2009",
        "agreement signed actual PER TGO -",
        "agreement signed actual PER TGO 1997",
        "agreement ratified denied PER TGO -",
        "agreement signed actual PER TGO 2001-06-03",
        "agreement ends actual PER TGO 2010",
        "agreement signed actual PER TGO 2005-11-13",
        "agreement ratified actual PER TGO 2007",
      ].sort(),
    );
  });
});

describe("memberships in sorted lists", () => {
  it("stand under labels of kinds of bodies, a date alone being that of joining", () => {
    expect(
      claimsOf(`# Laos

## Memberships of Laos

- Universal
  - United Nations (14 December 1955)
  - World Trade Organization: applied in 1997
- Regional
  - ASEAN (23 July 1997)
`),
    ).toEqual([
      "membership applied actual LAO org:wto 1997",
      "membership begins actual LAO org:asean 1997-07-23",
      "membership begins actual LAO org:un 1955-12-14",
    ]);
  });
  it("are none under a label of another matter", () => {
    expect(
      claimsOf(`# Laos

## Memberships of Laos

- Headquarters abroad
  - United Nations (14 December 1955)
`),
    ).toEqual([]);
  });
});

describe("a column of totals beside exports and imports", () => {
  it("is trade", () => {
    expect(
      claimsOf(`# Peru–Togo relations

Trade (million USD)

| Year | Exports | Imports | Total | Balance |
|---|---|---|---|---|
| 2011 | 4.5 | 1.5 | 6.0 | 3.0 |
`).length,
    ).toEqual(3);
  });
});

describe("lines of a fact sheet on diplomatic relations", () => {
  it("give their dates, one after the other", () => {
    expect(
      claimsOf(`# Peru–Togo relations

Diplomatic relations
: established in 1991; suspended in 1998, resumed on 4 May 2001
`),
    ).toEqual([
      "relations begins actual PER TGO 1991",
      "relations resumes actual PER TGO 2001-05-04",
      "relations suspended actual PER TGO 1998",
    ]);
  });
  it("give none where there are none", () => {
    expect(claimsOf("# Peru–Togo relations\n\n- Diplomatic relations: none\n- Trade relations: since 1991\n")).toEqual([]);
  });
});

describe("tables on the page of one state", () => {
  it("are of what their heading names: joint commissions, troops with their years", () => {
    expect(
      claimsOf(`# Foreign relations of Senegal

## Joint commissions

| Partner | Session | Place | Date |
|---|---|---|---|
| Laos | 4th | Dakar | 12 April 2013 |

## Peacekeeping

| Operation | Place | Years | Soldiers |
|---|---|---|---|
| UNMIL | Liberia | 2006–2009 | 600 |

## Recognition

| State | Date |
|---|---|
| Kosovo | 19 February 2008 |
`),
    ).toEqual(["deployment holds actual SEN LBR org:unmil 2006/2009", "meeting occurs actual SEN LAO 2013-04-12"]);
  });
});

describe("tables of closed posts", () => {
  it("are of posts that ended", () => {
    expect(
      claimsOf(`# Diplomatic missions of Laos

## Closed missions

| Host country | Host city | Mission | Year closed |
|---|---|---|---|
| Poland | Warsaw | Embassy | 1993 |
`),
    ).toEqual(["mission ends actual LAO POL 1993"]);
  });
});
