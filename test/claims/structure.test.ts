import { beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";
import { readHtml } from "../../src/read/html.ts";
import { readMarkdown } from "../../src/read/markdown.ts";
import { readPlainText } from "../../src/read/plain-text.ts";
import { readWikitext } from "../../src/read/wikitext.ts";

let extractor: Extractor;
beforeAll(() => {
  extractor = loadExtractor();
});

/** Claims as "type phase factuality actors date", sorted. */
function claimsOf(document: Document): string[] {
  return extractor
    .extract(document)
    .map((c) => `${c.type} ${c.phase} ${c.factuality} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf ?? "-"}`)
    .sort();
}
const wiki = (source: string, title?: string): string[] =>
  claimsOf(readWikitext(MappedText.identity(source), { source: "page.wiki", ...(title ? { known: { title } } : {}) }));
const markdown = (source: string): string[] => claimsOf(readMarkdown(MappedText.identity(source), { source: "page.md" }));
const html = (source: string): string[] => claimsOf(readHtml(MappedText.identity(source), { source: "page.html" }));
const text = (source: string): string[] =>
  claimsOf(readPlainText(MappedText.identity(source), { source: "page.txt", known: { language: "en" } }));

describe("lists of visits", () => {
  it("take the direction from the line above, and every date of an item", () => {
    expect(
      wiki(`'''Chile–Vietnam relations''' are foreign relations between [[Chile]] and [[Vietnam]].

== High-level visits ==
'''High-level visits from Chile to Vietnam'''
* President [[Ricardo Lagos]] (2003)
* President [[Michelle Bachelet]] (November 2006, 2017)
* Deputy Foreign Minister Ana Ejemplo (2012)

'''High-level visits from Vietnam to Chile'''
* Prime Minister [[Phan Văn Khải]] (2002)
* Vice President Nguyen Thi Doan (2010, 2012)
`),
    ).toEqual(
      [
        "visit occurs actual CHL VNM 2003",
        "visit occurs actual CHL VNM 2006-11",
        "visit occurs actual CHL VNM 2012",
        "visit occurs actual CHL VNM 2017",
        "visit occurs actual VNM CHL 2002",
        "visit occurs actual VNM CHL 2010",
        "visit occurs actual VNM CHL 2012",
      ].sort(),
    );
  });
  it("know who came from whose office, and a month behind its year", () => {
    expect(
      text(
        "High-level visits between Mongolia and Laos\n\n- 2004, May: President of Mongolia to Laos\n- 2007, November: Prime Minister of Laos to Mongolia\n- 2013: Foreign Minister of Mongolia to Laos",
      ),
    ).toEqual(["visit occurs actual LAO MNG 2007-11", "visit occurs actual MNG LAO 2004-05", "visit occurs actual MNG LAO 2013"]);
  });
});

describe("tables of visits", () => {
  it("are led by rows across them, with dates and offices told by their content", () => {
    expect(
      html(`<h1>Kenya-Laos Relations</h1><p>Kenya and Laos established diplomatic relations on 3 May 1990.</p><h2>5. VIP Visits</h2><table>
<tr><th colspan="2">From Kenya to Laos</th></tr>
<tr><td>Nov. 2014</td><td>Speaker of the National Assembly Mr. Juma Mfano</td></tr>
<tr><td>May 2018</td><td>Special Envoy of the President (funeral of President Ana Example)</td></tr>
<tr><th colspan="2">From Laos to Kenya</th></tr>
<tr><td>Oct. 2012</td><td>President Choummaly Sayasone (state visit)</td></tr></table>`),
    ).toEqual([
      "relations begins actual KEN LAO 1990-05-03",
      "visit occurs actual KEN LAO 2014-11",
      "visit occurs actual KEN LAO 2018-05",
      "visit occurs actual LAO KEN 2012-10",
    ]);
  });
  it("are none where the rows across them tell of flights", () => {
    expect(
      html(`<h1>Kenya-Laos Relations</h1><h2>5. Flights</h2><table>
<tr><th colspan="2">From Kenya to Laos</th></tr>
<tr><td>Nov. 2014</td><td>President Line, daily</td></tr></table>`),
    ).toEqual([]);
  });
  it("read guests of the page's state, and what was called off or is planned", () => {
    expect(
      markdown(`# Foreign relations of Ghana

## State visits to Ghana

| Guest | Country | Date | Remarks |
|---|---|---|---|
| President Bill Clinton | United States | March 1998 | |
| Prime Minister Lee Hsien Loong | Singapore | 2005, 2010 | working visits |
| President Tran Duc Luong | Vietnam | May 2004 | Cancelled |
`),
    ).toEqual(
      [
        "visit occurs actual USA GHA 1998-03",
        "visit occurs actual SGP GHA 2005",
        "visit occurs actual SGP GHA 2010",
        "visit occurs denied VNM GHA 2004-05",
      ].sort(),
    );
  });
  it("read travels abroad from the caption, and from the person and the place on the page of two", () => {
    expect(
      html(`<html lang="en"><head><title>Peru–Finland relations</title></head><body><h1>Peru–Finland relations</h1><h2>Visits</h2>
<table><tr><th>Date</th><th>Guest</th><th>Place</th></tr>
<tr><td>June 1994</td><td>President Alberto Fujimori</td><td>Helsinki</td></tr>
<tr><td>May 2011</td><td>President Tarja Halonen</td><td>Lima</td></tr></table></body></html>`),
    ).toEqual(["visit occurs actual FIN PER 2011-05", "visit occurs actual PER FIN 1994-06"]);
  });
  it("take the place that a guest went to, in his own cell, for the host", () => {
    expect(
      markdown(`# Mongolia–Laos relations

Mongolia and Laos established diplomatic relations on 15 September 1962.

## High-level visits

| Year | Visitor | Remarks |
|---|---|---|
| 2008 | Vice President Ana Mfano to Ulaanbaatar | official visit |
| 2012 | Foreign Minister Bold Mfano to Vientiane | |
`),
    ).toEqual(["relations begins actual MNG LAO 1962-09-15", "visit occurs actual LAO MNG 2008", "visit occurs actual MNG LAO 2012"]);
  });
  it("read a table in plain text under its caption", () => {
    expect(
      text(`BOLIVIA AND ASIA

The paper follows the travels of three presidents of the country and asks what remained of them.

Table 2. Visits of Bolivian presidents to Asia

Year     President      Country visited
1999     Banzer         Thailand
2006     Morales        China
2010     Morales        South Korea
`).filter((c) => c.startsWith("visit")),
    ).toEqual(["visit occurs actual BOL CHN 2006", "visit occurs actual BOL KOR 2010", "visit occurs actual BOL THA 1999"]);
  });
});

describe("tables", () => {
  it("are about what stands nearest: agreements and their status, troops", () => {
    expect(
      markdown(`# Agreements of Vietnam

## Treaties signed with partners

| Title | Partner | Date signed | In force | Status |
|---|---|---|---|---|
| Free Trade Agreement | Chile | 11 November 2011 | 1 January 2014 | In force |
| Treaty on Extradition | Hungary | 16 September 2013 | | Not ratified |
| Economic Partnership Agreement | Israel | – | – | Under negotiation |

## Votes

| Country | Vote |
|---|---|
| Peru | Yes |
| Laos | No |

## Peacekeepers of Vietnam abroad

| Country | Mission | Troops | Since |
|---|---|---|---|
| South Sudan | UNMISS | 63 | 2014 |
`),
    ).toEqual(
      [
        "agreement signed actual VNM CHL 2011-11-11",
        "agreement in-force actual VNM CHL 2014-01-01",
        "agreement signed actual VNM HUN 2013-09-16",
        "agreement ratified denied VNM HUN -",
        "agreement negotiating actual VNM ISR -",
        "deployment holds actual VNM SSD org:unmiss 2014/..",
      ].sort(),
    );
  });
  it("do not lend the date of relations to the notes beside it", () => {
    expect(
      wiki(
        `'''Kenya''' keeps relations with many states.

== Bilateral relations ==
{| class="wikitable sortable"
! Country !! Formal Relations Began !! Notes
|-
| {{flag|Hungary}} || 1964 || Hungary has an embassy in [[Nairobi]].
|-
| {{flag|Peru}} || 17 September 1975 || Peru opened an honorary consulate in Mombasa in 2004.
|-
| {{flag|Japan}} || || A trade agreement was signed in May 2012.
|}
`,
        "Foreign relations of Kenya",
      ),
    ).toEqual(
      [
        "relations begins actual KEN HUN 1964",
        "mission holds actual HUN KEN -",
        "relations begins actual KEN PER 1975-09-17",
        "mission begins actual PER KEN 2004",
        "agreement signed actual KEN JPN 2012-05",
      ].sort(),
    );
  });
  it("give figures by year under a heading that names the partner", () => {
    expect(
      markdown(`# Foreign trade of Bolivia

## Bilateral trade with Chile (million US dollars)

| Year | Exports | Imports |
|---|---|---|
| 2015 | 650 | 310 |
`),
    ).toEqual(["figure holds actual BOL CHL 2015", "figure holds actual BOL CHL 2015"]);
  });
  it("give terms of ambassadors", () => {
    expect(
      markdown(`# List of ambassadors of Norway to Chile

| No. | Name | Credentials presented | Terminated |
|---|---|---|---|
| 1 | Olav Berg | 3 May 1921 | 1925 |
| 2 | Kari Dahl | 1926 | |

## Consuls in Bergen

- Juan Pereda (1950–1954)
`),
    ).toEqual(["envoy begins actual NOR CHL 1921-05-03", "envoy begins actual NOR CHL 1926", "envoy ends actual NOR CHL 1925"]);
  });
});

describe("lists of posts", () => {
  it("take the state from the item above, the sender from the title, the body from the item", () => {
    expect(
      wiki(
        `This is a '''list of diplomatic missions of Botswana'''.

== Africa ==
* {{flag|Ethiopia}}
** [[Addis Ababa]] (Embassy)
* {{flag|South Africa}}
** [[Pretoria]] (High Commission)
** [[Johannesburg]] (Consulate-General)

== Multilateral organizations ==
* [[African Union]]
** [[Addis Ababa]] (Permanent Mission)
`,
        "List of diplomatic missions of Botswana",
      ),
    ).toEqual(
      [
        "mission holds actual BWA ETH -",
        "mission holds actual BWA ZAF -",
        "mission holds actual BWA ZAF -",
        "mission holds actual BWA org:au -",
      ].sort(),
    );
  });
  it("read names of states under embassies in a city", () => {
    expect(
      wiki(
        "== Embassies in Lusaka ==\n* {{flag|Brazil}}\n* {{flag|Kenya}} (High Commission)\n\n== Non-resident embassies ==\n* {{flag|Laos}}\n",
        "Diplomatic missions in Zambia",
      ),
    ).toEqual(["mission holds actual BRA ZMB -", "mission holds actual KEN ZMB -"]);
  });
});

describe("lead-ins", () => {
  it("give their parties and date to the pacts that follow", () => {
    expect(
      html(`<html lang="en"><head><title>President ends journey</title></head><body><h1>President ends journey</h1>
<p>During the visit of the President of Ghana to Kuwait from 8 to 10 March 2019 the two countries signed the following agreements:</p>
<ul><li>Agreement on Air Services;</li><li>Memorandum of Understanding on Labour Cooperation.</li></ul></body></html>`).filter((c) =>
        c.startsWith("agreement"),
      ),
    ).toEqual(["agreement signed actual GHA KWT 2019-03-08/2019-03-10", "agreement signed actual GHA KWT 2019-03-08/2019-03-10"]);
  });
  it("mean the names that follow", () => {
    expect(
      wiki(
        "The following countries have embassies in Accra:\n* [[Algeria]]\n* [[Brazil]]\n\nTogo is a member of the following organizations:\n* [[African Union]]\n* [[ECOWAS]]\n\nTogo has embassies in:\n* [[Kuwait]]\n* [[Japan]] (Tokyo)\n",
      ),
    ).toEqual(
      [
        "mission holds actual DZA BRA GHA -",
        "membership holds actual TGO org:au org:ecowas -",
        "mission holds actual TGO KWT -",
        "mission holds actual TGO JPN -",
      ].sort(),
    );
  });
  it("spread pacts that a sentence enumerates with their years", () => {
    expect(
      wiki(
        "Both nations have signed several agreements such as an Agreement on Trade (1993); Agreement on the Promotion and Protection of Investments (1999) and a Free Trade Agreement (2011).\n",
        "Kuwait–Uruguay relations",
      ),
    ).toEqual(["agreement signed actual KWT URY 1993", "agreement signed actual KWT URY 1999", "agreement signed actual KWT URY 2011"]);
  });
});

describe("chronologies", () => {
  it("take the date that leads an entry off it", () => {
    expect(
      text(`CHRONOLOGY OF PERU'S FOREIGN RELATIONS

1998

January 12 - Chilean foreign minister visits Lima.
February: Peru and Bolivia sign free trade agreement.

1999

Peru opens embassy in Hanoi.
March 3. President Fujimori travels to Tokyo.
June: Peru recognises Timor-Leste.
`),
    ).toEqual(
      [
        "visit occurs actual CHL PER 1998-01-12",
        "agreement signed actual PER BOL 1998-02",
        "mission begins actual PER VNM 1999",
        "visit occurs actual PER JPN 1999-03-03",
        "recognition begins actual PER TLS 1999-06",
      ].sort(),
    );
  });
  it("read days under months, dates said once for several rows, and runs of years", () => {
    expect(
      html(`<html lang="en"><head><title>Timeline: Turkey–Kenya relations</title></head><body><h1>Timeline: Turkey–Kenya relations</h1>
<table><tr><th>Date</th><th>Event</th></tr>
<tr><td>1950</td><td>Turkey and Kenya sign trade agreement.</td></tr>
<tr><td></td><td>Legation opened in Nairobi.</td></tr></table>
<h2>2018</h2><h3>May</h3>
<ul><li>15: Turkey expels Kenyan ambassador.</li></ul>
<p>2016: Kenya opens embassy in Ankara; 2017: Turkey and Kenya exchange ambassadors.</p></body></html>`),
    ).toEqual(
      [
        "agreement signed actual TUR KEN 1950",
        "mission begins actual KEN TUR 1950",
        "envoy ends actual KEN TUR 2018-05-15",
        "mission begins actual KEN TUR 2016",
        "envoy begins actual TUR KEN 2017",
        "envoy begins actual KEN TUR 2017",
      ].sort(),
    );
  });
});

describe("the state that a place tells", () => {
  it("is that of ministers who are named without one", () => {
    expect(
      wiki(
        "== Laos ==\nIn February 2020 President Mele Tausinga flew to Vientiane. In May 2021 Foreign Minister Bo Keo Nilsen visited Nukuʻalofa.\n",
        "Foreign relations of Tonga",
      ),
    ).toContain("visit occurs actual TON LAO 2020-02");
  });
  it("is not that of the page where the page's own state is the other side", () => {
    expect(wiki("In February 2020 Tonga received President Mele Nilsen.\n", "Foreign relations of Tonga")).toEqual([]);
  });
  it("is left open where nothing tells", () => {
    expect(text("In February 2020 President Mele Tausinga flew to Vientiane.")).toEqual([]);
  });
});

describe("tables of figures by year", () => {
  it("have their unit beside the word for year", () => {
    expect(
      html(`<h1>Kenya &ndash; Laos Bilateral Relations</h1><h3>Trade</h3><table>
<tr><th>Year (US$ million)</th><th>Export from Kenya</th><th>Import by Kenya</th></tr>
<tr><td>2017</td><td>14.6</td><td>4.1</td></tr></table>`),
    ).toEqual(["figure holds actual KEN LAO 2017", "figure holds actual KEN LAO 2017"]);
  });
});

describe("instruments listed at the end of a visit", () => {
  const release = (lead: string): string[] =>
    text(
      `Nairobi, 9 September 2025. – The Foreign Minister of Togo, Ama Example, today concluded a two-day visit to Kenya.\n\nKenya and the African Union resumed the negotiations of a trade agreement.\n\n${lead}\n1. Memorandum of Understanding on ports;\n2. Agreement on driving licences.\n`,
    ).filter((c) => c.startsWith("agreement signed"));
  it("are of the two whose visit it is, whoever negotiates in between", () => {
    expect(release("In the framework of the visit the following instruments were signed:")).toEqual([
      "agreement signed actual TGO KEN 2025-09-09",
      "agreement signed actual TGO KEN 2025-09-09",
    ]);
  });
  it("are of those whom the words name", () => {
    expect(release("During the visit Kenya and the African Union signed the following instruments:")).toEqual([
      "agreement signed actual KEN org:au 2025-09-09",
      "agreement signed actual KEN org:au 2025-09-09",
    ]);
  });
});
