import { describe, expect, it } from "vitest";
import { codes, read } from "./plain-text-outline.ts";

describe("whole documents", () => {
  it("reads a journal's page with notes under a rule, a table and references", () => {
    const document = read(`                    JOURNAL OF INVENTED AFFAIRS

                        Vol. 12, No. 3 (2014)


       The Kingdom of Example and the Andean States:
            Half a Century of Diplomatic Relations

                         Ana M. Example*
                    University of Invention

Abstract: This article surveys the relations between the Kingdom of
Example and the Andean states since 1962. It argues that embassies
were opened late.

Keywords: embassies, Andes, kingdom

1. Introduction

   In October 1962 the Kingdom of Example established diplomatic rela-
tions with Ecuador,1 and in the following year with Peru. The ambas-
sador, John Muster, presented his credentials in Quito on 4 May 1964.
   The second period began with the opening of the em-
bassy in Lima in 1975 (Muster 1998: 45; Ejemplo & Beispiel 2001). It
was closed in 1982 for want of money.2 The consulate general in

------------------
* The author thanks the ministry. The views expressed are her own.
1 Exchange of notes, Quito, 5 October 1962, Archive of the Ministry, p. 3.
2 See Ejemplo and Beispiel, "Money and Missions", p. 77; also the report
of the ministry for 1982.

                                  41

                 ANA M. EXAMPLE: THE KINGDOM AND THE ANDES

Guayaquil remained open until 1990. Trade between the two states was
worth USD 1.2 million in 1985 and rose to 3.4 million in 1989.

2. Agreements

   The two states signed the following agreements:

   - Agreement on Cultural Cooperation (Quito, 1971);
   - Agreement on Trade (Lima, 1976), which entered into force in
     1978;
   - Memorandum of Understanding on Fisheries (1983).

Table 1. Embassies of the Kingdom

Country      Opened    Closed
Ecuador      1964      -
Peru         1975      1982
Colombia     1979      -
Bolivia      1980      1991

   Relations with Bolivia were resumed in 1994 by President Sanchez
de Ejemplo, who visited the Kingdom in March of that year.

References

Ejemplo, B. & Beispiel, C. (2001). Money and Missions. Lima: Im-
   prenta.
Muster, J. (1998). Memoirs of an Ambassador. Example City: Royal
   Press.
`);
    expect(document.title).toBe("The Kingdom of Example and the Andean States: Half a Century of Diplomatic Relations");
    expect([document.authors, document.publisher, document.date?.edtf]).toEqual([
      ["Ana M. Example"],
      "JOURNAL OF INVENTED AFFAIRS",
      "2014",
    ]);
    expect(document.text).toContain("relations with Ecuador, and in the following year");
    expect(document.text).toContain("It was closed in 1982 for want of money. The consulate general in Guayaquil remained");
    expect(document.citations.map((c) => c.label)).toEqual(["1", null, "2", "*"]);
    expect(document.sections.map((section) => section.heading)).toEqual(["1. Introduction", "2. Agreements", "References"]);
    expect(document.tables[0]?.columns).toEqual(["Country", "Opened", "Closed"]);
    expect(codes(document)).toEqual(["page-number", "running-head"]);
  });

  it("reads a ministry's joint statement", () => {
    const document = read(`MINISTRY OF FOREIGN AFFAIRS
Kingdom of Example

PRESS RELEASE No. 45/2019

JOINT STATEMENT ON THE OCCASION OF THE OFFICIAL VISIT OF THE PRESIDENT OF PERU

Example City, 14 November 2019

1. At the invitation of His Majesty the King, the President of the Republic of Peru,
   Mr. Juan Ejemplo, paid an official visit to the Kingdom from 12 to 14 November 2019.

2. During the visit the two sides signed:

   a) an Agreement on Air Services;
   b) a Memorandum of Understanding on Mining.

3. Both sides welcomed the opening of the Consulate General in Arequipa
   in 2018.

- END -

For further information contact: press@example.org
`);
    expect(document.title).toBe("JOINT STATEMENT ON THE OCCASION OF THE OFFICIAL VISIT OF THE PRESIDENT OF PERU");
    expect(document.date).toEqual({ edtf: "2019-11-14", basis: "dateline" });
    expect(document.blocks.filter((b) => b.kind === "list-item").map((b) => [b.level, b.marker])).toEqual([
      [1, "1."],
      [1, "2."],
      [2, "a)"],
      [2, "b)"],
      [1, "3."],
    ]);
  });

  it("reads a chronology under years", () => {
    const document = read(`Chronology of relations between the Kingdom of Example and Latin America

1962
Oct. 5: Diplomatic relations with Ecuador
Oct. 9: Diplomatic relations with Peru

1975
May 3: Embassy in Lima opened
June: President Muster visits Brazil and Chile

1982    Embassy in Lima closed
1994    Relations with Bolivia resumed
`);
    expect(document.sections.map((section) => section.heading)).toEqual(["1962", "1975"]);
    expect(document.blocks.filter((b) => b.kind === "list-item")).toHaveLength(6);
  });

  it("reads a cable with its subject as title", () => {
    const document = read(
      "UNCLAS SECTION 01 OF 02 QUITO 000123\n\nE.O. 12958: N/A\nTAGS: PREL, EC\nSUBJECT: KINGDOM OPENS EMBASSY IN QUITO\n\n1. (U) SUMMARY: THE KINGDOM OPENED AN EMBASSY IN QUITO ON MARCH 3 AND THE FOREIGN\nMINISTER ATTENDED. END SUMMARY.\n\n2. (U) THE AMBASSADOR PRESENTED HIS CREDENTIALS ON MARCH 5.",
    );
    expect(document.title).toBe("KINGDOM OPENS EMBASSY IN QUITO");
    expect(document.blocks.filter((b) => b.role === "body").map((b) => b.kind)).toEqual(["title", "list-item", "list-item"]);
  });

  it("drops a head between a line and the same line printed again", () => {
    const first =
      "The two sides met in the spring, and they met again in the autumn of that year in the\nQuarter of the Fishermen where in September 1999 came the third of their";
    const document = read(
      `${first}\n\n58 – Ana Example and José Muster\n\nQuarter of the Fishermen where in September 1999 came the third of their\nmeetings, and there they spoke of the ports and of the price that copper had then.`,
    );
    expect(document.text).toContain("came the third of their meetings, and there");
    expect(codes(document).sort()).toEqual(["doubled-line", "running-head"]);
  });
});
