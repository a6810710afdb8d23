import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readMarkdown } from "../../src/read/markdown.ts";
import { readPlainText } from "../../src/read/plain-text.ts";
import { readWikitext } from "../../src/read/wikitext.ts";

const extractor = loadExtractor();
type Read = typeof readMarkdown | typeof readPlainText;
const told = (source: string, read: Read = readMarkdown): string[] =>
  extractor
    .extract(read(MappedText.identity(source), { source: "page" }))
    .map((c) => `${c.type} ${c.phase} ${c.participants.map((p) => `${p.role}:${p.actor}`).join(" ")} ${c.date.edtf ?? "-"}`)
    .sort();

describe("those who led an organisation", () => {
  it("held its office for the term that each line gives", () => {
    expect(
      told(
        `Caribbean Development Bank

Presidents
 3 Feb 1970 - 30 Apr 1974  Amos Example (Saint Lucia)      (b. 1915 - d. 1991)
 1 May 1974 - 31 Oct 1988  William Sample (Guyana)         (b. 1930)
 1 Nov 1988 -              Neville Instance (Barbados)     (b. 1940)
`,
        readPlainText,
      ),
    ).toEqual([
      "office holds holder:BRB organization:org:cdb 1988-11-01/..",
      "office holds holder:GUY organization:org:cdb 1974-05-01/1988-10-31",
      "office holds holder:LCA organization:org:cdb 1970-02-03/1974-04-30",
    ]);
  });
  it("stand in any order with their states and years", () => {
    expect(
      told("# Secretaries-General of ASEAN\n\n- Rodolfo Example, Philippines (1993–1997)\n- Ong Sample – Singapore – 2003–2007\n"),
    ).toEqual(["office holds holder:PHL organization:org:asean 1993/1997", "office holds holder:SGP organization:org:asean 2003/2007"]);
  });
  it("are no holders where a state's own presidents, a list of players or a club's chairmen stand", () => {
    expect(told("# Presidents of Ghana\n\n- Kwame Example (Ghana), 1960–1966\n- Kofi Sample (Togo), 1969–1972\n")).toEqual([]);
    expect(
      told("# Record signings\n\n- 1998–2003 Ana Example (Brazil)\n- 2003–2007 Eva Sample (Chile)\n- 2007–2011 Ida Instance (Peru)\n"),
    ).toEqual([]);
    expect(told("# African Union\n\n## Candidates for president\n\n- Ana Example (Chad), 2012\n- Eva Sample (Mali), 2016\n")).toEqual([]);
  });
});

describe("the status of a treaty", () => {
  it("is told state by state, an accession by its letter", () => {
    expect(
      told(`# Status of the Arms Trade Treaty

| Participant | Signature | Ratification, Accession(a) | Entry into force |
|---|---|---|---|
| Chad | 3 Jun 2013 | 25 Mar 2015 | 23 Jun 2015 |
| Togo | — | 8 Oct 2015 a | |
| Peru | 24 Sep 2013 | | |
`),
    ).toEqual([
      "agreement in-force party:TCD organization:org:att 2015-06-23",
      "agreement ratified party:TCD organization:org:att 2015-03-25",
      "agreement signed party:PER organization:org:att 2013-09-24",
      "agreement signed party:TCD organization:org:att 2013-06-03",
      "membership begins member:TGO organization:org:att 2015-10-08",
    ]);
  });
  it("may stand in a column that names the action", () => {
    expect(
      told(`# Convention on the Safety of Lake Ferries

| State | Action | Date | Date of effect |
|---|---|---|---|
| Kenya | Signature | 13/05/1998 | |
| Kenya | Ratification | 20/02/1999 | 20/05/1999 |
| Malawi | Withdrawal | 02/03/2010 | 02/03/2011 |
`),
    ).toEqual([
      "agreement ratified party:KEN organization:org:convention-on-the-safety-of-lake-ferries 1999-02-20",
      "agreement signed party:KEN organization:org:convention-on-the-safety-of-lake-ferries 1998-05-13",
      "membership ends member:MWI organization:org:convention-on-the-safety-of-lake-ferries 2011-03-02",
    ]);
  });
  it("is not what players signed or books of a library were", () => {
    expect(told("# Transfers 2014\n\n| Country | Signed | Player |\n|---|---|---|\n| Chile | 3 May 2014 | Ana Example |\n")).toEqual([]);
    expect(told("# Health accord\n\n| State | Signature | Doctors |\n|---|---|---|\n| Texas | 3 May 2014 | 40 |\n")).toEqual([]);
  });
});

describe("tables by what stands above them", () => {
  it("of sanctions that an organisation imposes name the targets, and no members of it", () => {
    expect(
      told("# European Union sanctions\n\n| Country | Year introduced | Summary |\n|---|---|---|\n| Burundi | 2015 | Travel bans |\n"),
    ).toEqual(["sanction begins imposer:org:eu target:BDI 2015"]);
  });
  it("of an organisation's missions name where it sent them", () => {
    expect(
      told(
        "# United Nations peacekeeping missions\n\n| Start | End | Name | Location |\n|---|---|---|---|\n| 1993 | 1996 | UNAMIR | Rwanda |\n| 1964 | Ongoing | UNFICYP | Cyprus |\n",
      ),
    ).toEqual([
      "deployment begins sender:org:un organization:org:unamir host:RWA 1993",
      "deployment begins sender:org:un organization:org:unficyp host:CYP 1964",
      "deployment ends sender:org:un organization:org:unamir host:RWA 1996",
    ]);
  });
  it("may count their rows under a number sign without a line before it", () => {
    expect(
      told("# Foreign relations of Laos\n\n## Diplomatic relations\n\n# | Country | Date |\n---|---|---|\n1 | Kenya | 4 May 1971 |\n"),
    ).toEqual(["relations begins party:LAO party:KEN 1971-05-04"]);
    expect(told("# Air Example\n\n# | Country | Date |\n---|---|---|\n1 | Kenya | 4 May 1971 |\n")).toEqual([]);
  });
  it("of dignitaries to visit a state name the guests by their flag", () => {
    expect(
      told(
        "# List of dignitaries to visit Nepal\n\n| Flag | Name | Title | Date |\n|---|---|---|---|\n| Chile | Ana Example | President | 5–7 May 2013 |\n",
      ),
    ).toEqual(["visit occurs visitor:CHL host:NPL 2013-05-05/2013-05-07"]);
  });
});

describe("lines that begin with their years", () => {
  const page = (lines: string[]): string => `Peru–Togo relations\n\n${lines.join("\n\n")}\n`;
  it("are dated by them where several stand in the order of time", () => {
    expect(
      told(
        page([
          "1964 The two countries establish diplomatic relations",
          "1971 Trade agreement signed",
          "2001 Togo opens an embassy in Lima",
        ]),
        readPlainText,
      ),
    ).toEqual([
      "agreement signed party:PER party:TGO 1971",
      "mission begins sender:TGO host:PER 2001",
      "relations begins party:PER party:TGO 1964",
    ]);
  });
  it("are not where numbers stand in no order", () => {
    const claims = told(page(["2011 Peruvians live in Togo", "1998 Togolese study in Lima", "2004 Visas were issued"]), readPlainText);
    expect(claims.filter((c) => / (?:2011|1998|2004)$/.test(c))).toEqual([]);
  });
  it("name summits by their number, place and year", () => {
    expect(
      told(
        "SAARC Summit\n\nFirst SAARC Summit, Dhaka, 1985\n\nThird SAARC Summit, Kathmandu, 1987\n\nFourth Summit, Islamabad, 1988\n",
        readPlainText,
      ),
    ).toEqual([
      "meeting occurs organization:org:saarc participant:BGD 1985",
      "meeting occurs organization:org:saarc participant:NPL 1987",
      "meeting occurs organization:org:saarc participant:PAK 1988",
    ]);
    expect(
      told("Chess Open\n\nFirst Open, Dhaka, 1985\n\nThird Open, Kathmandu, 1987\n\nFourth Open, Islamabad, 1988\n", readPlainText),
    ).toEqual([]);
  });
});

describe("rows and what stands beside or above them", () => {
  it("tell what became of a membership in their remarks", () => {
    expect(
      told(
        "# Pacific Islands Forum\n\n## Members\n\n| Country | Joined | Notes |\n|---|---|---|\n| Fiji | 1971 | Suspended 2009–2014 |\n| Palau | 1995 | Left in 2022, rejoined 2023 |\n| Nauru | 1971 | Announced that it might leave in 2021 |\n",
      ),
    ).toEqual([
      "membership begins organization:org:pif member:FJI 1971",
      "membership begins organization:org:pif member:NRU 1971",
      "membership begins organization:org:pif member:PLW 1995",
      "membership begins organization:org:pif member:PLW 2023",
      "membership ends organization:org:pif member:PLW 2022",
      "membership suspended organization:org:pif member:FJI 2009",
    ]);
  });
  it("tell how far talks got under a heading that says so", () => {
    expect(
      told("# Free trade agreements of Peru\n\n## Under negotiation\n\n| Partner | Launched |\n|---|---|\n| Turkey | January 2014 |\n"),
    ).toEqual(["agreement negotiating party:PER party:TUR 2014-01"]);
  });
  it("tell of the state that stands in the row, whatever a cell across several rows names", () => {
    const page =
      '== Trips in 2021 ==\n{| class="wikitable"\n! Country !! Location !! Date\n|-\n| Paraguay || rowspan="2" | Asunción || rowspan="2" | 22 March 2021\n|-\n| Argentina\n|}\n';
    const found = extractor
      .extract(
        readWikitext(MappedText.identity(page), { source: "page.wiki", known: { title: "Foreign trips by the President of Uruguay" } }),
      )
      .map((c) => c.participants.map((p) => p.actor).join(" "));
    expect(found.sort()).toEqual(["URY ARG", "URY PRY"]);
  });
  it("name the host country of a summit, not the host city", () => {
    expect(
      told(
        "# Summits of the Andean Community\n\n| Summit | Host city | Host country | Date |\n|---|---|---|---|\n| 1st | Trujillo | Peru | 10 March 1996 |\n",
      ),
    ).toEqual(["meeting occurs organization:org:andean-community participant:PER 1996-03-10"]);
  });
  it("with several states are relations with each", () => {
    expect(told("# Countries with which Bhutan has diplomatic relations\n\n- India – 1968\n- Denmark, Norway – 1985\n")).toEqual([
      "relations begins party:BTN party:DNK 1985",
      "relations begins party:BTN party:IND 1968",
      "relations begins party:BTN party:NOR 1985",
    ]);
  });
});

describe("lists within a line", () => {
  it("have what stands before the colon over them", () => {
    expect(
      told(
        "# Gulf Cooperation Council\n\nSummits: Manama (1982), Doha (1983).\n\nFree trade agreements: Singapore (2008), New Zealand (2023).\n",
      ),
    ).toEqual([
      "agreement signed party:org:gcc party:NZL 2023",
      "agreement signed party:org:gcc party:SGP 2008",
      "meeting occurs organization:org:gcc participant:BHR 1982",
      "meeting occurs organization:org:gcc participant:QAT 1983",
    ]);
  });
  it("of champions and songs claim nothing", () => {
    expect(told("# Gulf Cooperation Council\n\nChampions: Qatar (1992), Oman (1994), Kuwait (1996).\n")).toEqual([]);
  });
});

describe("envoys line by line", () => {
  it("are those of the line above", () => {
    expect(told("Ambassadors of Iceland to Norway\n\nStefán Example 1940-1946\n\nGísli Sample 1947-1951\n", readPlainText)).toEqual([
      "envoy holds sender:ISL host:NOR 1940/1946",
      "envoy holds sender:ISL host:NOR 1947/1951",
    ]);
  });
  it("are none under a line on something else", () => {
    expect(told("Ambassadors of Iceland to Norway\n\nThe residence was built later.\n\nStefán Example 1940-1946\n", readPlainText)).toEqual(
      [],
    );
    expect(told("Winners of the Iceland to Norway race\n\nStefán Example 1940-1946\n", readPlainText)).toEqual([]);
  });
});

describe("entries that only name a thing", () => {
  const page = (lines: string): string => `# Nepal–Thailand relations\n\n## Chronology\n\n${lines}\n`;
  it("tell that it began then", () => {
    expect(told(page("- 1959 – diplomatic relations\n- 1971 – Thai embassy in Kathmandu"))).toEqual([
      "mission begins sender:THA host:NPL 1971",
      "relations begins party:NPL party:THA 1959",
    ]);
  });
  it("not of relations in crisis or in trade", () => {
    expect(told(page("- 1959 – crisis in diplomatic relations\n- 1971 – trade relations"))).toEqual([]);
  });
});

describe("more forms of lists", () => {
  it("give both days of a treaty in one item", () => {
    expect(
      told(
        "# Investment treaties of Togo\n\n- Chad: signed March 12, 1995, entered into force April 4, 1998\n- Peru: signed July 1, 1999\n",
      ),
    ).toEqual([
      "agreement in-force party:TGO party:TCD 1998-04-04",
      "agreement signed party:TGO party:PER 1999-07-01",
      "agreement signed party:TGO party:TCD 1995-03-12",
    ]);
    expect(told("# Football transfers of Togo\n\n- Chad: signed January 11, 1995\n- Peru: signed July 1, 1999\n")).toEqual([]);
  });
  it("give the year and the days of a summit in columns of their own", () => {
    expect(
      told(
        "# Summits of ASEAN\n\n| Year | Dates | Country | City |\n|---|---|---|---|\n| 1992 | 27–28 January | Singapore | Singapore |\n",
      ),
    ).toEqual(["meeting occurs organization:org:asean participant:SGP 1992-01-27/1992-01-28"]);
    expect(
      told("# Song contest\n\n| Year | Dates | Country | City |\n|---|---|---|---|\n| 1992 | 27–28 January | Malta | Valletta |\n"),
    ).toEqual([]);
  });
  it("name envoys behind their years", () => {
    expect(told("# List of ambassadors of Chile to Finland\n\n- 1951–1954: Ana Example\n- 1954–1958: Sir Max Sample\n")).toEqual([
      "envoy holds sender:CHL host:FIN 1951/1954",
      "envoy holds sender:CHL host:FIN 1954/1958",
    ]);
    expect(told("# Champions of Chile\n\n- 1951–1954: Ana Example\n- 1954–1958: Sir Max Sample\n")).toEqual([]);
  });
  it("say by whom targets are under embargo, and until when", () => {
    expect(
      told(
        "# UN arms embargoes\n\n| Target | Entry into force | Lifted |\n|---|---|---|\n| Eritrea | 23 December 2009 | 14 November 2018 |\n",
      ),
    ).toEqual(["sanction begins imposer:org:un target:ERI 2009-12-23", "sanction ends imposer:org:un target:ERI 2018-11-14"]);
  });
  it("name posts over their addresses", () => {
    expect(
      told(
        "# Foreign missions in Suriname\n\nEmbassy of Brazil\n\nRiver Street 2, Paramaribo\n\nHonorary Consulate of Belgium\n\nWater Street 92\n",
      ),
    ).toEqual(["mission holds sender:BEL host:SUR -", "mission holds sender:BRA host:SUR -"]);
    expect(told("# Buildings in Suriname\n\nEmbassy of Brazil\n\nRiver Street 2, Paramaribo\n")).toEqual([]);
  });
  it("name members and days without a header", () => {
    expect(
      told("Arab League\n\nMembership\nAlgeria      16 Aug 1962\nBahrain      11 Sep 1971\nComoros      20 Nov 1993\n", readPlainText),
    ).toEqual([
      "membership begins organization:org:las member:BHR 1971-09-11",
      "membership begins organization:org:las member:COM 1993-11-20",
      "membership begins organization:org:las member:DZA 1962-08-16",
    ]);
    expect(
      told("Cup results\n\nFinals\nAlgeria      16 Aug 1962\nBahrain      11 Sep 1971\nComoros      20 Nov 1993\n", readPlainText),
    ).toEqual([]);
  });
});

describe("what a table is not about", () => {
  it("is not its page's organisation where nothing speaks of members", () => {
    expect(
      told(
        "# African Union\n\nCurrencies: Kenya (1966), Ghana (2007).\n\n## Largest cities\n\n- Lagos, Nigeria, 2015\n- Cairo, Egypt, 2016\n",
      ),
    ).toEqual([]);
    expect(told("# Arab Maghreb Union\n\n## Elections\n\n| Country | Date |\n|---|---|\n| Tunisia | 3 May 2014 |\n")).toEqual([]);
  });
  it("tells the stage of each item by its word", () => {
    expect(told("# Visa agreements of Georgia\n\n- Chile — signed 3 May 2011; in force 5 June 2012\n- Peru — under negotiation\n")).toEqual(
      [
        "agreement in-force party:GEO party:CHL 2012-06-05",
        "agreement negotiating party:GEO party:PER -",
        "agreement signed party:GEO party:CHL 2011-05-03",
      ],
    );
  });
  it("lists the heads of a post by the name of the post", () => {
    expect(told("# Embassy of Chile in Nairobi\n\n## Heads of mission\n\n- Juan Example (1967–1970)\n- Ana Sample (1970–1973)\n")).toEqual([
      "envoy holds sender:CHL host:KEN 1967/1970",
      "envoy holds sender:CHL host:KEN 1970/1973",
    ]);
    expect(told("# Embassy of Chile in Nairobi\n\n## Architects\n\n- Juan Example (1967–1970)\n- Ana Sample (1970–1973)\n")).toEqual([]);
  });
});

describe("a term", () => {
  it("goes on where a dash ends it", () => {
    expect(
      told(
        "# Secretaries-General of ASEAN\n\n| Name | Country | Term |\n|---|---|---|\n| Ana Example | Laos | 1 January 2007 – |\n| Max Sample | Brunei | 2003 |\n",
      ),
    ).toEqual(["office holds organization:org:asean holder:BRN 2003", "office holds organization:org:asean holder:LAO 2007-01-01/.."]);
  });
});
