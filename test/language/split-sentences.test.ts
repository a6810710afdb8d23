import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, type Document, documentId } from "../../src/document/document.ts";
import { MAX_TOKENS, readSentences, splitText } from "../../src/language/split-sentences.ts";

/** "‖" marks where one sentence ends and the next begins. */
const CASES = `
The envoy left. ‖ He came back in May.
Mr. Ortega met Mrs. Lim in Quito.
President Kh. Battulga met Yu. Ushakov. ‖ Ts. Elbegdorj stayed.
Dr. Silva and Prof. Han signed. ‖ The rest watched.
Gen. Ruiz and Lt. Col. Paz inspected the base. ‖ Maj. Cho did not.
The U.S. President spoke first.
Talks were held in the U.S. ‖ The delegation then flew home.
It was bought by U.S. Steel in 1999.
The U.S. Embassy reopened.
Trade with the U.K. and the U.S. grew.
She returned to the U.K. ‖ In 2014 she resigned.
The seat moved to Washington, D.C. ‖ It stayed there.
Washington, D.C. officials declined.
He studied in the U.S.S.R. ‖ His wife stayed.
St. Vincent and the Grenadines joined in 1981.
St. Kitts opened a post. ‖ St. Lucia followed.
They crossed Mt. Halla on foot. ‖ Ft. Amador lay ahead.
See No. 5 of the series. ‖ It is short.
Resolution No. 1540 was adopted.
Nos. 4 and 5 were withdrawn.
The answer was no. ‖ Nobody was surprised.
Did they agree? ‖ No. ‖ They did not.
See p. 34 for details.
The list is on pp. 12–15 of the annex. ‖ It is long.
It is printed in vol. 3, ch. 2. ‖ The index is in vol. 4.
Under Art. 5 of the treaty, parties consult.
Fig. 2 shows the flow of goods. ‖ Fig. 3 shows services.
On Sept. 5 the ministers met. ‖ On Oct. 9 they met again.
The vote was set for Nov. 3, 2020. ‖ It was delayed.
It happened last Dec. ‖ The next round is in June.
He arrived in March. 2011 and left in June.
He arrived in March. ‖ 2011 was a good year.
The pact lapsed in 2011. ‖ South Africa did not renew it.
The fair opened in 1998. ‖ 2002 saw a second one.
J. K. Park chaired the session.
President George W. Bush visited. ‖ He stayed two days.
Signed by A. B. Castillo and C. Yoon. ‖ Both are ministers.
John F. Kennedy launched the Alliance.
The option was plan B. ‖ The ministers disliked it.
Vitamin C. ‖ The label said so.
Acme Inc. supplied the ships.
The ships came from Acme Inc. ‖ The price was not disclosed.
Hanbat Co. Ltd. won the tender.
The tender went to Hanbat Co., Ltd. ‖ The loser appealed.
Samsan Corp. ‖ The firm was fined.
Martin Luther King Jr. spoke.
He was named for his father, Ramon Diaz Sr. ‖ His son is Ramon Diaz Jr.
The meeting began at 9 a.m. ‖ Nobody was late.
The meeting began at 9 a.m. on Monday.
It ended at 6 p.m. ‖ Ministers left at once.
It ended at 6 p.m. Tuesday.
The call is at 3 p.m. EST on Friday.
They sell cars, ships, phones, etc. ‖ Demand is high.
They sell cars, etc. in the south.
The city fell in 146 B.C. ‖ The province was then formed.
Park et al. (2016) disagree. ‖ Kim et al. found more.
This was noted by Kim et al. ‖ The authors agreed.
Some goods, e.g. copper, are exempt. ‖ Others, i.e. steel, are not.
Korea vs. Chile ended 1–0. ‖ Brazil vs. Peru was drawn.
The so-called dept. of trade, cf. above, was closed.
"We agree." ‖ The others nodded.
"We agree," he said. ‖ "We always did."
"Why now?" asked the reporter.
"Why now?" Lee asked.
"Why now?" ‖ The room was silent.
“This is a start.” ‖ He paused.
He said: “We came. ‖ We saw.” ‖ Then he left.
(The text is annexed.) ‖ It has ten articles.
The text (see Annex A. It is long) was signed.
The text was signed (see Annex A). ‖ It is long.
He resigned (b. 1950, d. 2001). ‖ His deputy took over.
It grew by 3.5 percent. ‖ Exports grew by 10.2 percent.
It costs $1.5 billion. ‖ It will take ten years.
It rose to US$288.4 million. ‖ Imports fell.
Growth was 5%. ‖ Inflation was 2%.
The temperature was 5.5. ‖ Nobody cared.
1. Trade and investment
1. Trade. ‖ It grew.
2.1. Political dialogue
a. Scope of the accord
IV. Outlook for the region
What next? ‖ Nobody knows.
Yahoo! Inc. opened an office.
Stop! ‖ Wait! ‖ Go.
Really?! ‖ Yes.
They waited ... and waited.
They waited... ‖ Then the news came.
And so on… ‖ The list is long.
He wrote to info@example.org. ‖ They replied.
See www.example.org/a.b.html. ‖ It is public.
Amazon.com opened there. ‖ It closed soon.
Version 2.0 was issued. ‖ Version 3.0 followed.
The summit was held in Lima.The next is in Bogotá.
It joined in 1991.It left in 2003.
The treaty entered into force.[1] ‖ It has been amended twice.
The treaty entered into force. [12] ‖ It has been amended twice.
"It was signed."[3] ‖ Two states objected.
The visit was cancelled.1
The E.U. Commission objected.
The move was backed by the E.U. ‖ But others objected.
The U.N. Security Council met. ‖ The U.N. ‖ That was all.
The U.N. and the O.A.S. agreed.
The governor of Calif. Edmund Brown came.
Sen. Ramos of Tex. and Rep. Diaz of Fla. voted.
He lives on Fifth Ave. ‖ His office is on Main St. in the centre.
The embassy stands at 12 Park Blvd. ‖ It was built in 1962.
Amb. Solis left on Mon. ‖ He returned on Wed.
The ship sank off Pt. Reyes.
The population (est. 2010) is small. ‖ It shrinks.
approx. 300 people came. ‖ Some left early.
The firm employs ca. 500 people.
The church was built c. 1550. ‖ It burnt down in 1710.
The dynasty (r. 1392–1910) fell. ‖ A colony followed.
Gov't. officials denied it.
He met Pope St. John Paul II. ‖ They spoke at length.
King Felipe VI. ‖ Queen Letizia.
King Charles V. went to war.
World War II. ‖ The Cold War.
The eds. of the volume thank Ms. Cho.
Rev. Jesse Ramos and Hon. Ana Vidal attended.
NAIROBI, 14 November 2023 — ‖ The Laotian president arrived on Monday.
VIENTIANE (LNA) – ‖ Kenya closed its embassy.
Nairobi, May 3, 2021 – ‖ The ministers of both states met.
Kenya – the host – sent a note to Laos.
Talks have not begun as of this writing.7 ‖ Kenya concluded the pact.12 ‖ In 2018 Laos left.
See section 3.7 Kenya is large.
Lima, November 2008 – President Kim attended the summit.
The PM, i.e. Mr. Singh, resigned. ‖ His party split.
The vice-president, H.E. Mr. Paulo Reis, arrived.
H.E. Ms. Rosa Vega was received by H.M. the King.
Minister Kim said (in Korean): "We will go." ‖ He went.
Bolivia left in 2006; Peru stayed. ‖ Chile returned.
Three states: Chile, Peru, Bolivia. ‖ Two more waited.
"They lied," he said, "and we knew." ‖ She agreed.
"Never again!" the crowd shouted.
"Is it over?" he asked. ‖ "No." ‖ She sat down.
'It is done.' ‖ They rose.
«Es todo.» ‖ He smiled.
The 5th. ‖ The 6th.
He came 2nd. ‖ She came 1st.
The bill (H.R. 1234) passed. ‖ The Senate agreed.
They met in São Paulo. ‖ Água Branca was next.
The minister visited Łódź. ‖ Über alles was heard.
그는 서울에 갔다. ‖ 그녀는 남았다.
El presidente viajó a Seúl. ‖ ¿Volverá pronto?
The ministry (MOFA) agreed. ‖ (The text follows.)
The deal failed. ‖ [The text was never published.]
The goal: peace. ‖ The means: talks.
Q. What was agreed?
A: Nothing. ‖ Q: Why?
Exports to Korea fell by 12 per cent. in 1931.
The company, founded in 1975 by J.P. Rojas, was sold. ‖ J.P. died in 1999.
The R.O.K. Navy sent two ships. ‖ The D.P.R.K. protested.
They arrived at 10:30. ‖ The gates were shut.
He read sec. 4. ‖ Then he signed.
Wait a sec. ‖ He is coming.
The Hon. Secretary spoke. ‖ The Rt. Hon. Member replied.
Under the act, para. 3 applies. ‖ Para. 4 does not.
The Co-operation Council ("the Council") met. ‖ It adjourned.
Its ISO code is KR. ‖ Its FIFA code is KOR.
It was called Zone A. ‖ In 1960 it became Zone B.
He won 5–3. ‖ She lost 3–5.
`
  .trim()
  .split("\n");

describe("splitText", () => {
  it("has at least 120 cases", () => {
    expect(CASES.length).toBeGreaterThanOrEqual(120);
  });

  it.each(CASES)("%s", (line) => {
    const glued = line.includes(".The next") || line.includes(".It left");
    const expected = glued
      ? [line.replace(/\.(The next|It left).*$/, "."), line.replace(/^.*?\.(?=The next|It left)/, "")]
      : line.split(" ‖ ");
    const text = glued ? line : expected.join(" ");
    const found = splitText(text).map((tokens) => text.slice(tokens[0]!.start, tokens.at(-1)!.end));
    expect(found).toEqual(expected);
  });

  it("breaks at blank lines and bullets, not at single line breaks", () => {
    const text = "The council met\nin Lima in May.\nIt adjourned\n\nAnnexes • Annex A • Annex B";
    expect(splitText(text).map((t) => text.slice(t[0]!.start, t.at(-1)!.end))).toEqual([
      "The council met\nin Lima in May.",
      "It adjourned",
      "Annexes",
      "• Annex A",
      "• Annex B",
    ]);
  });

  it("loses no token and keeps their order, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aB. !?…\"'()[]“”\n\t—-1é한,;U.S".split("")), maxLength: 200 }), (text) => {
        const all = splitText(text).flat();
        let at = 0;
        for (const token of all) {
          expect(text.slice(at, token.start).trim()).toBe("");
          expect(text.slice(token.start, token.end)).toBe(token.text);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });

  it("cuts sentences without end, and stays linear", () => {
    const text = "word ".repeat(200_000);
    const before = performance.now();
    const sentences = splitText(text);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(Math.max(...sentences.map((tokens) => tokens.length))).toBeLessThanOrEqual(MAX_TOKENS);
    const dots = `${"(".repeat(20_000)}${"a.b ".repeat(20_000)}${"[".repeat(20_000)}`;
    const again = performance.now();
    splitText(dots);
    expect(performance.now() - again).toBeLessThan(5000);
  });
});

describe("readSentences", () => {
  const text = "Ties with St. Lucia\n\nThey began in 1979. They ended.\n\n1995\tFirst visit. It was short.\tSeoul";
  const block = (start: number, end: number, kind: Block["kind"]): Block => ({
    start,
    end,
    kind,
    role: "body",
    level: 0,
    marker: null,
    section: -1,
    table: -1,
  });
  const heading = text.indexOf("\n\n");
  const row = text.indexOf("1995");
  const document: Document = {
    id: documentId(text),
    source: "t",
    format: "text",
    text,
    title: null,
    authors: [],
    date: null,
    language: "en",
    address: null,
    publisher: null,
    blocks: [block(0, heading, "heading"), block(heading + 2, row - 2, "paragraph"), block(row, text.length, "table-row")],
    sections: [],
    tables: [],
    links: [],
    citations: [],
    map: [],
    mapUnit: "file",
    parts: [],
    diagnostics: [],
  };

  it("keeps blocks apart and reads each cell of a table row by itself", () => {
    expect(readSentences(document).map((s) => [s.block, text.slice(s.start, s.end)])).toEqual([
      [0, "Ties with St. Lucia"],
      [1, "They began in 1979."],
      [1, "They ended."],
      [2, "1995"],
      [2, "First visit."],
      [2, "It was short."],
      [2, "Seoul"],
    ]);
  });

  it("gives nothing for blocks without words", () => {
    expect(readSentences({ ...document, blocks: [block(heading, heading + 2, "paragraph")] })).toEqual([]);
  });
});
