import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateContext, NO_CONTEXT } from "../../../src/language/date-expression.ts";
import { edtfBounds, isEdtf } from "../../../src/language/dates/edtf.ts";
import { findDates } from "../../../src/language/dates/find-dates.ts";
import { contextOf, readCases, said } from "./read-cases.ts";

const read = (sentence: string, context: Partial<DateContext> = {}) =>
  findDates(sentence, { start: 0, end: sentence.length }, { ...NO_CONTEXT, ...context });
const edtfs = (sentence: string, context: Partial<DateContext> = {}) => read(sentence, context).map((e) => e.edtf);

describe("phrasings", () => {
  test.each(readCases("phrasings.tsv"))("$sentence ($documentDate, $previous)", (c) => {
    expect(said(c)).toBe(c.expected);
  });
});

describe("phrasings written before the rules", () => {
  test.each(readCases("unseen.tsv"))("$sentence ($documentDate, $previous)", (c) => {
    expect(said(c)).toBe(c.expected);
  });
});

const noDates = readFileSync(new URL("no-dates.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"));

describe("numbers and names that are no dates", () => {
  test.each(noDates)("%s", (sentence) => {
    expect(read(sentence, { documentDate: "2018-05-16" })).toEqual([]);
  });
});

describe("context", () => {
  test("a heading gives a month its year, a stated year comes first", () => {
    expect(edtfs("In May the embassy opened.", { heading: "1971" })).toEqual(["1971-05"]);
    expect(read("In May the embassy opened.", { heading: "1971" })[0]!.basis).toBe("context");
    expect(edtfs("In May the embassy opened.", { heading: "1971/1975" })).toEqual(["XXXX-05"]);
    expect(edtfs("In May 1973 the embassy opened.", { heading: "1971" })).toEqual(["1973-05"]);
  });

  test("direction and order of figures can be set", () => {
    expect(edtfs("On Friday.", { documentDate: "2020-01-01", direction: "future" })).toEqual(["2020-01-03"]);
    expect(edtfs("On Friday.", { documentDate: "2020-01-01", direction: "past" })).toEqual(["2019-12-27"]);
    expect(edtfs("Signed on 03/04/1988.", { numericOrder: "day-month" })).toEqual(["1988-04-03"]);
    expect(edtfs("Signed on 03/04/1988.", { numericOrder: "month-day" })).toEqual(["1988-03-04"]);
    expect(edtfs("They came in 11/2001 and 06.2007.")).toEqual(["2001-11", "2007-06"]);
    expect(edtfs("Under Resolution 11/2001 and Law No. 3/1999 a ratio of 10.2015 holds.").filter((d) => d.length > 4)).toEqual([]);
  });

  test("in a text of the past a month belongs to the text's dates, in news to the document's", () => {
    const previous = contextOf({ sentence: "", documentDate: null, previous: "1996-03-01", expected: "" }).previous;
    const sentence = "In October the envoys met.";
    expect(edtfs(sentence, { documentDate: "2015-12-01", previous, bareDates: "text" })).toEqual(["1996-10"]);
    expect(edtfs(sentence, { documentDate: "2015-12-01", previous, bareDates: "document" })).toEqual(["2015-10"]);
  });

  test("terms of office are asked for by name, by pronoun and by number", () => {
    const terms = (person: string): readonly string[] =>
      person === "his" || person === "Ana Example" || person === "Example" ? ["2003-02/2007-02", "2007-02/2011-02"] : [];
    expect(edtfs("During his first term two pacts were signed.", { terms })).toEqual(["2003-02/2007-02"]);
    expect(edtfs("During his second term in office two pacts were signed.", { terms })).toEqual(["2007-02/2011-02"]);
    expect(edtfs("During the presidency of Ana Example two pacts were signed.", { terms })).toEqual(["2003-02/2011-02"]);
    expect(edtfs("Under the Example administration two pacts were signed.", { terms })).toEqual(["2003-02/2011-02"]);
    expect(edtfs("During Ana Example's second term two pacts were signed.", { terms })).toEqual(["2007-02/2011-02"]);
    expect(edtfs("During his third term two pacts were signed.", { terms })).toEqual([]);
    expect(edtfs("During his first term two pacts were signed.")).toEqual([]);
  });

  test("in a paper that cites by author and year, a name and a year are a book", () => {
    expect(edtfs("Power is studied by Example (1988) too.", { authorYears: true })).toEqual([]);
    expect(edtfs("The Treaty of Example (1988) binds both.", { authorYears: true })).toEqual(["1988"]);
  });

  test("an anchor is the offset of the date leant on", () => {
    const sentence = "It opened in 1999 and closed the following year.";
    expect(read(sentence)[1]!.anchor).toBe(sentence.indexOf("1999"));
  });

  test("the example of findDates", () => {
    expect(findDates("They met on 5 October 1962.", { start: 0, end: 27 }, NO_CONTEXT)[0]!.edtf).toBe("1962-10-05");
  });

  test("only the span is read", () => {
    const text = "In 1990 they met. In 1991 they parted. In 1992 they wrote.";
    const start = text.indexOf("In 1991");
    expect(findDates(text, { start, end: text.indexOf(" In 1992") }, NO_CONTEXT).map((e) => [e.text, e.start])).toEqual([
      ["1991", start + 3],
    ]);
  });
});

/** edtf.js as a judge of form. */
const oracle: (text: string) => unknown = createRequire(import.meta.url)("edtf").default;

describe("laws", () => {
  const piece = fc.constantFrom(
    ..."in on since until from to between and the of by before after about , . ( ) – - / : ; ' 's 5 12 31 1998 2004 1970s 21st 19th 2,000 May March June Monday Friday last next this that same following year month day week two few ago later earlier spring quarter first century Q3 FY circa c early late mid beginning end 03/04/1988 1980-01-02 T11:20:00Z presidency his term today yesterday 30 February 29 99 '90s present".split(
      " ",
    ),
    "\n",
    "\t",
    "\u00a0",
    "é",
    "\ud800",
  );
  const sentence = fc.array(piece, { maxLength: 14 }).map((p) => p.join(" "));
  const context = fc.record({
    documentDate: fc.constantFrom(null, "2018-05-16", "2018-05", "2018", "201X", "2018-05-16T10:00:00", "nonsense"),
    previous: fc.constantFrom(
      null,
      "1999-12-31",
      "1999-12",
      "1999",
      "199X",
      "1990/1995",
      "1990/..",
      "../1998",
      "XXXX-02",
      "1999-22",
      "1999-05~",
    ),
    heading: fc.constantFrom(null, "2004", "2004-02", "XXXX-02", "2003/2008"),
  });

  test("any words give well-formed, ordered dates inside the span, the same each time", () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ maxLength: 60 })), context, (text, given) => {
        const previous = contextOf({ sentence: "", documentDate: null, previous: given.previous, expected: "" }).previous;
        const full: DateContext = { ...given, previous, terms: () => ["2001/2005"] };
        const padded = `1999 ${text} 2001`;
        const span = { start: 5, end: 5 + text.length };
        const found = findDates(padded, span, full);
        let end = span.start;
        for (const e of found) {
          expect(e.start).toBeGreaterThanOrEqual(end);
          expect(e.end).toBeGreaterThan(e.start);
          expect(e.end).toBeLessThanOrEqual(span.end);
          expect(e.text).toBe(padded.slice(e.start, e.end));
          expect(isEdtf(e.edtf), `${e.edtf} for ${JSON.stringify(e.text)}`).toBe(true);
          expect(() => oracle(e.edtf), e.edtf).not.toThrow();
          const bounds = edtfBounds(e.edtf);
          if (bounds.from && bounds.to) expect(bounds.from <= bounds.to).toBe(true);
          end = e.end;
        }
        expect(findDates(padded, span, full)).toEqual(found);
      }),
      { numRuns: 3000 },
    );
  });
});
