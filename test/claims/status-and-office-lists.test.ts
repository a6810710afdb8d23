import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readMarkdown } from "../../src/read/markdown.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

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
