import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

const extractor = loadExtractor();
const claimsOf = (source: string): string[] =>
  extractor
    .extract(readMarkdown(MappedText.identity(source), { source: "page.md" }))
    .map(
      (c) =>
        `${c.type} ${c.phase} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf ?? "-"} ${Object.values(c.details).join(" ")}`,
    );

describe("tables of those who came", () => {
  it("have one visit from the first day to the last, and remarks are of the guest", () => {
    expect(
      claimsOf(`# List of diplomatic visits to Kenya

## Peru

| Start | End | Guest | Title | Reason |
|---|---|---|---|---|
| June 4, 1998 | June 6, 1998 | Ana Example | President | Met with President Moi during a private visit. |
| 3 May 2004 | 5 May 2004 | Juan Example | Prime Minister | Attended the Summit of the African Union. |
`),
    ).toEqual([
      "visit occurs PER KEN 1998-06-04/1998-06-06 head-of-state",
      "meeting occurs PER KEN 1998-06-04 bilateral",
      "visit occurs PER KEN 2004-05-03/2004-05-05 head-of-government",
      "meeting occurs org:au PER 2004-05-03 summit Summit of the African Union",
    ]);
  });
});

describe("members of an organisation", () => {
  it("in a table or list are members, joined when their row says so", () => {
    expect(
      claimsOf(`# Pacific Alliance

## Member states

| Country | Area (km2) | Notes on membership |
|---|---|---|
| Chile | 17,818 | |
| Mexico | 309,500 | Since 25 May 1981 |
| Peru | 11,586 | suspended in 2017, readmitted in 2021 |

## Associate members

- Ecuador
- Costa Rica

## Observers

- Spain (2012)
- Panama
`),
    ).toEqual([
      "membership holds org:pacific-alliance CHL - member",
      "membership begins org:pacific-alliance MEX 1981-05-25 member",
      "membership holds org:pacific-alliance PER - member",
      "membership suspended org:pacific-alliance PER 2017 member",
      "membership begins org:pacific-alliance PER 2021 member",
      "membership holds org:pacific-alliance ECU - associate",
      "membership holds org:pacific-alliance CRI - associate",
      "membership begins org:pacific-alliance ESP 2012 observer",
      "membership holds org:pacific-alliance PAN - observer",
    ]);
  });
  it("are none where the list is of former ones, of candidates or of others", () => {
    expect(
      claimsOf(`# Pacific Alliance

## Former members

- Ecuador
- Costa Rica

## Candidates for membership

| Country | Capital |
|---|---|
| Panama | Panama City |

## Trade with partner countries

| Country | Share |
|---|---|
| Spain | small |
`),
    ).toEqual([]);
  });
});

describe("rows of a state's relations", () => {
  it("speak of the page's state and that of the row, never of those of the row before", () => {
    expect(
      claimsOf(`# Foreign relations of Kenya

| Country | Formal relations began | Notes |
|---|---|---|
| Peru | 4 May 1971 | Peru has an embassy in Nairobi. |
| Togo | 4 May 1985 | Both countries signed a trade agreement in 1990. |
| Mali | 4 May 1985 | The two nations have good relations. |
`).filter((claim) => claim.startsWith("agreement")),
    ).toEqual(["agreement signed KEN TGO 1990 trade"]);
  });
  it("have posts at organisations as well", () => {
    expect(
      claimsOf(`# List of diplomatic missions of Kenya

## Multilateral organisations

| Organization | Host city | Host country | Mission |
|---|---|---|---|
| African Union | Addis Ababa | Ethiopia | Permanent Mission |
| United Nations | Geneva | Switzerland | Permanent Mission |
`),
    ).toEqual(["mission holds KEN org:au - Addis Ababa permanent-mission", "mission holds KEN org:un - Geneva permanent-mission"]);
  });
});

describe("trips under a year", () => {
  it("date what their remarks tell, note by note", () => {
    expect(
      claimsOf(`# United States presidential visits to Mexico

## 1962

| President | Dates | Locations | Key details |
|---|---|---|---|
| John F. Kennedy | June 29–30 | Mexico City | State visit; met with President Juan Example. |
`),
    ).toEqual(["visit occurs USA MEX 1962-06-29/1962-06-30 head-of-state state", "meeting occurs USA MEX 1962-06-29/1962-06-30 bilateral"]);
  });
  it("have the year of their heading, whatever their remarks speak of", () => {
    expect(
      claimsOf(`# Trips abroad of President Moon Jae-in

## 2018

| Country | Areas visited | Date(s) | Details |
|---|---|---|---|
| Laos | Vientiane | June 21–23 | State visit. Attended the 2017 games |
| United States | New York | September 24–26 | Working visit. Met President Donald Trump and signed changes to the trade pact of 2012. |
`).filter((claim) => claim.startsWith("visit")),
    ).toEqual(["visit occurs KOR LAO 2018-06-21/2018-06-23 state", "visit occurs KOR USA 2018-09-24/2018-09-26 working"]);
  });
});
