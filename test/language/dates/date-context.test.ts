import { describe, expect, test } from "vitest";
import { type Block, type Document, documentId, type Format, type Section, type Table } from "../../../src/document/document.ts";
import { NO_CONTEXT } from "../../../src/language/date-expression.ts";
import { dateContexts, wholeDate } from "../../../src/language/dates/date-context.ts";
import { findDates } from "../../../src/language/dates/find-dates.ts";
import type { Sentence } from "../../../src/language/sentence.ts";

type Line = readonly [kind: Block["kind"], text: string, level?: number];

/** A document of the given lines; headings open sections. */
function document(lines: readonly Line[], date: string | null = null, format: Format = "html"): Document {
  const text = lines.map(([, t]) => t).join("\n\n");
  const sections: { start: number; end: number; heading: string; level: number; parent: number }[] = [];
  const blocks: Block[] = [];
  const tables: Table[] = [];
  let rows: Table["rows"][number][] = [];
  let at = 0;
  let section = -1;
  for (const [kind, line, level = 0] of lines) {
    if (kind === "heading") {
      const parent = sections.findLastIndex((s) => s.level < level);
      sections.push({ start: at, end: text.length, heading: line, level, parent });
      section = sections.length - 1;
    }
    if (kind === "table-row") {
      let start = at;
      const cells = line.split("\t").map((cell, column) => {
        const made = { start, end: start + cell.length, column, header: false, text: cell };
        start += cell.length + 1;
        return made;
      });
      rows.push({ header: rows.length === 0, cells });
      if (rows.length === 1) tables.push({ start: at, end: text.length, caption: null, columns: cells.map((c) => c.text), rows });
    } else rows = [];
    blocks.push({
      start: at,
      end: at + line.length,
      kind,
      role: "body",
      level,
      marker: null,
      section,
      table: kind === "table-row" ? tables.length - 1 : -1,
    });
    at += line.length + 2;
  }
  return {
    id: documentId(text),
    source: "test",
    format,
    text,
    title: null,
    authors: [],
    date: date ? { edtf: date, basis: "field" } : null,
    language: "en",
    address: null,
    publisher: null,
    blocks,
    sections: sections as Section[],
    tables,
    links: [],
    citations: [],
    map: [],
    mapUnit: "file",
    parts: [],
    diagnostics: [],
  };
}

/** Every full stop ends a sentence. */
function sentencesOf(doc: Document): Sentence[] {
  return doc.blocks.flatMap((b, block) =>
    [...doc.text.slice(b.start, b.end).matchAll(/\S[^.]*\.?/g)].map((m) => ({
      start: b.start + m.index,
      end: b.start + m.index + m[0].length,
      block,
      tokens: [],
    })),
  );
}

/** The dates of every sentence, each in its own context. */
function read(doc: Document, settings?: Parameters<typeof dateContexts>[2]): string[] {
  const sentences = sentencesOf(doc);
  const contexts = dateContexts(doc, sentences, settings);
  expect(contexts.length).toBe(sentences.length);
  return sentences.flatMap((s, i) => findDates(doc.text, s, contexts[i]!).map((e) => `${e.text} = ${e.edtf}`));
}

describe("dateContexts", () => {
  test("news: the document's date, and the date said before", () => {
    const doc = document([["paragraph", "The envoys met last month. Two days later they parted. On Tuesday they wrote."]], "2019-05-16");
    expect(read(doc)).toEqual(["last month = 2019-04", "Two days later = 2019-04~", "Tuesday = 2019-05-14"]);
  });

  test("the date said before is one of the same section", () => {
    const doc = document([
      ["heading", "Chile", 2],
      ["paragraph", "The pact was signed in May 1990. The same year it lapsed."],
      ["heading", "Peru", 2],
      ["paragraph", "That year nothing was signed."],
    ]);
    expect(read(doc)).toEqual(["May 1990 = 1990-05", "The same year = 1990"]);
  });

  test("headings give years and months to what stands under them", () => {
    const doc = document([
      ["heading", "1974", 2],
      ["heading", "March", 3],
      ["paragraph", "On 5 March the embassy opened."],
      ["heading", "1975", 2],
      ["paragraph", "In June it closed."],
    ]);
    expect(read(doc)).toEqual(["1974 = 1974", "March = 1974-03", "5 March = 1974-03-05", "1975 = 1975", "June = 1975-06"]);
    const contexts = dateContexts(doc, sentencesOf(doc));
    expect(contexts.map((c) => c.heading)).toEqual(["1974", "1974-03", "1974-03", "1975", "1975"]);
  });

  test("a heading with more than a date gives none", () => {
    const doc = document([
      ["heading", "Under Ana Example (2003–2008)", 2],
      ["paragraph", "The embassy opened."],
    ]);
    expect(dateContexts(doc, sentencesOf(doc))[1]!.heading).toBeNull();
  });

  test("a heading that reviews a year dates what stands under it, and a chapter the plain headings behind it", () => {
    const doc = document([
      ["heading", "Chapter 2. Trade and treaties in 1988", 2],
      ["paragraph", "In May the embassy opened."],
      ["heading", "Posts", 2],
      ["paragraph", "On 9 July it moved."],
      ["heading", "Chapter 3. Sport", 2],
      ["paragraph", "In June it closed."],
    ]);
    expect(read(doc)).toEqual(["1988 = 1988", "May = 1988-05", "9 July = 1988-07-09", "June = XXXX-06"]);
    const own = document([
      ["heading", "The coup in 1988", 2],
      ["paragraph", "The embassy closed."],
    ]);
    expect(dateContexts(own, sentencesOf(own))[1]!.heading).toBeNull();
  });

  test("a chronology's list items carry their date to their later sentences and to the items under them", () => {
    const doc = document([
      ["list-item", "1962: Relations begin. In October an envoy arrives.", 1],
      ["list-item", "5 December: the embassy opens", 2],
      ["list-item", "1963: The embassy closes.", 1],
    ]);
    expect(read(doc)).toEqual(["1962 = 1962", "October = 1962-10", "5 December = 1962-12-05", "1963 = 1963"]);
  });

  test("table rows have the date of their date cell", () => {
    const doc = document([
      ["table-row", "Country\tDate\tNotes"],
      ["table-row", "Chad\t4 May 1987\tRelations opened in 1960 under protest"],
      ["table-row", "Mali\t?\tPending"],
    ]);
    const contexts = dateContexts(doc, sentencesOf(doc));
    expect(contexts.map((c) => c.heading)).toEqual([null, "1987-05-04", null]);
  });

  test("terms of office that the document states answer for the pronoun and the name", () => {
    const doc = document([
      [
        "paragraph",
        "President Ana Example (May 2003 – June 2008) toured the region. During her presidency a pact was signed. Under the Example administration trade grew.",
      ],
    ]);
    expect(read(doc)).toEqual([
      "May 2003 – June 2008 = 2003-05/2008-06",
      "her presidency = 2003-05/2008-06",
      "the Example administration = 2003-05/2008-06",
    ]);
  });

  test("the same meeting is the one that was dated, whatever other date was said since", () => {
    const doc = document([
      [
        "paragraph",
        "The ministers held a meeting in Lomé on 9 May 2006, and proposed a fair for 2009. At the same meeting Ghana offered a loan. Relations had begun in 1963. During the meeting Togo offered a grant.",
      ],
    ]);
    expect(read(doc)).toEqual(["9 May 2006 = 2006-05-09", "2009 = 2009", "the same meeting = 2006-05-09", "1963 = 1963"]);
  });

  test("names with a hyphen are whole, and the best match of names is asked for", () => {
    const doc = document([
      [
        "paragraph",
        "President Oh Ba-ram (March 1990 – March 1995) and his successor, President Oh Da-som (March 1995 – March 2000), disagreed. Under the presidency of Oh Ba-ram a pact was signed.",
      ],
    ]);
    expect(read(doc).at(-1)).toBe("the presidency of Oh Ba-ram = 1990-03/1995-03");
  });

  test("terms that the document does not state are asked for", () => {
    const doc = document([["paragraph", "During her second term a pact was signed."]]);
    expect(read(doc, { terms: () => ["2000/2004", "2004/2008"] })).toEqual(["her second term = 2004/2008"]);
    expect(read(doc)).toEqual([]);
  });

  test("the order of day and month is learnt from the document", () => {
    expect(read(document([["paragraph", "Signed 25/11/1988. Ratified 03/04/1989."]]))).toEqual([
      "25/11/1988 = 1988-11-25",
      "03/04/1989 = 1989-04-03",
    ]);
    expect(read(document([["paragraph", "Signed 11/25/1988. Ratified 03/04/1989."]]))).toEqual([
      "11/25/1988 = 1988-11-25",
      "03/04/1989 = 1989-03-04",
    ]);
  });

  test("a dateline stands in for a document's date", () => {
    const doc = document([["paragraph", "LIMA, September 12, 2017 -- The envoy left on Monday."]]);
    expect(read(doc)).toEqual(["September 12, 2017 = 2017-09-12", "Monday = 2017-09-11"]);
  });

  test("wikis read months by their text, not by the day of their last edit", () => {
    const lines: Line[] = [["paragraph", "In 2008 relations cooled. In March the envoy left."]];
    expect(read(document(lines, "2021-11-05", "mediawiki-xml"))).toEqual(["2008 = 2008", "March = 2008-03"]);
  });

  test("the date of a file is no date of its text", () => {
    const doc = { ...document([["paragraph", "They met last month."]]), date: { edtf: "2020-01-01", basis: "file-metadata" as const } };
    expect(read(doc)).toEqual([]);
  });

  test("a report of the day looks at its own date, however much history it tells", () => {
    const history =
      "Kenya shut it in 1962. It reopened in 1979. A pact of 1984 ended in 1991. Another followed in 2009 and one in June 2019.";
    const news = "Kenya recalled its envoy on Wednesday. Laos had protested last week and did so again earlier this week.";
    const told = (text: string) =>
      read(document([["paragraph", `${text} ${history} Kenya plans to reopen it in May.`]], "2026-03-06")).at(-1);
    expect(told(news)).toBe("May = 2026-05");
    expect(told("Kenya has an envoy in Laos.")).not.toBe("May = 2026-05");
  });

  test("a paper's citations are no dates", () => {
    const doc = document([
      [
        "paragraph",
        "Trade grew (Alder, 1998, p. 3; Birch, 2002). It fell (Cedar & Dale, 2004; Elm, 2006). Fir (1999) counts them. A pact was signed in 1997.",
      ],
    ]);
    expect(read(doc)).toEqual(["1997 = 1997"]);
  });
});

test("wholeDate", () => {
  expect(wholeDate("March 2004", NO_CONTEXT)).toBe("2004-03");
  expect(wholeDate("Events of 2004", NO_CONTEXT)).toBe("2004");
  expect(wholeDate("2003–2008", NO_CONTEXT)).toBe("2003/2008");
  expect(wholeDate("The 1990s", NO_CONTEXT)).toBe("199X");
  expect(wholeDate("The 1990 summit", NO_CONTEXT)).toBeNull();
  expect(wholeDate("2014–present", NO_CONTEXT)).toBeNull();
  expect(wholeDate("?", NO_CONTEXT)).toBeNull();
});
