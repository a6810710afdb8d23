import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edtfBounds, intersects, isEdtf, isMorePrecise, parseEdtf, partsOf, shiftEdtf } from "../../../src/language/dates/edtf.ts";

/** The oracle: edtf.js, which has no types. */
const edtf: (text: string) => { min: number; max: number } = createRequire(import.meta.url)("edtf").default;

describe("parseEdtf", () => {
  test.each([
    "2015-04",
    "1962-10-05",
    "2007/2013",
    "198X",
    "18XX",
    "XXXX-09-24",
    "XXXX-02",
    "1980-08~",
    "1994-21",
    "2009/..",
    "../1998",
    "2012~",
    "1850~/1870",
  ])("reads %s", (text) => {
    expect(parseEdtf(text)).not.toBeNull();
  });

  test.each([
    "",
    "199",
    "1999-13",
    "1999-02-30",
    "1999-21-01",
    "2013/2007",
    "1999 ",
    "../..",
    "/",
    "1999-5",
    "may 1999",
    "1999-02-29",
    "1999/2000/2001",
    "198X~",
    "1994-21~",
  ])("refuses %s", (text) => {
    expect(isEdtf(text)).toBe(false);
  });

  test("says what is known", () => {
    expect(partsOf("1999-05-07")).toEqual({ year: 1999, month: 5, day: 7 });
    expect(partsOf("1999-22")).toEqual({ year: 1999, month: null, day: null });
    expect(partsOf("198X")).toEqual({ year: null, month: null, day: null });
    expect(partsOf("2007-03/2013")).toEqual({ year: 2007, month: 3, day: null });
  });
});

describe("edtfBounds", () => {
  test.each([
    ["2015-04", "2015-04-01", "2015-04-30"],
    ["2016-02", "2016-02-01", "2016-02-29"],
    ["198X", "1980-01-01", "1989-12-31"],
    ["18XX", "1800-01-01", "1899-12-31"],
    ["2007/2013", "2007-01-01", "2013-12-31"],
    ["2009/..", "2009-01-01", null],
    ["../1998", null, "1998-12-31"],
    ["1980-08~", "1980-08-01", "1980-08-31"],
    ["1994-21", "1994-03-01", "1994-05-31"],
    ["1994-24", "1994-12-01", "1995-02-28"],
    ["XXXX-09-24", null, null],
    ["1999-XX-05", "1999-01-05", "1999-12-05"],
  ])("%s is from %s to %s", (text, from, to) => {
    expect(edtfBounds(text)).toEqual({ from, to });
  });

  test("throws on what is no EDTF", () => {
    expect(() => edtfBounds("yesterday")).toThrow(RangeError);
  });

  const year = fc.integer({ min: 1000, max: 2199 });
  const two = (n: number): string => String(n).padStart(2, "0");
  const date = fc.oneof(
    year.map(String),
    year.map((y) => `${String(y).slice(0, 3)}X`),
    year.map((y) => `${String(y).slice(0, 2)}XX`),
    fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
    fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  );

  test("agrees with edtf.js where both speak", () => {
    const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
    fc.assert(
      fc.property(date, fc.constantFrom("", "~", "?"), (text, mark) => {
        // level 1 does not mark a date with X
        if (mark && text.includes("X")) return;
        const theirs = edtf(text + mark);
        expect(edtfBounds(text + mark)).toEqual({ from: day(theirs.min), to: day(theirs.max) });
      }),
    );
    fc.assert(
      fc.property(date, date, (a, b) => {
        if (a.includes("X") || b.includes("X") || a === b || !isEdtf(`${a}/${b}`)) return;
        const theirs = edtf(`${a}/${b}`);
        expect(edtfBounds(`${a}/${b}`)).toEqual({ from: day(theirs.min), to: day(theirs.max) });
      }),
    );
  });

  test("from is never after to, and a date intersects itself", () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const { from, to } = edtfBounds(a);
        expect(from! <= to!).toBe(true);
        expect(intersects(a, a)).toBe(true);
        expect(intersects(a, b)).toBe(intersects(b, a));
        expect(isMorePrecise(a, b) && isMorePrecise(b, a)).toBe(false);
      }),
    );
  });
});

test("intersects", () => {
  expect(intersects("2015", "2015-04")).toBe(true);
  expect(intersects("2009/..", "2015-04")).toBe(true);
  expect(intersects("../1998", "1999")).toBe(false);
  expect(intersects("198X", "1990")).toBe(false);
});

test("isMorePrecise", () => {
  expect(isMorePrecise("2015-04", "2015")).toBe(true);
  expect(isMorePrecise("2015", "2015-04")).toBe(false);
  expect(isMorePrecise("2015", "2015~")).toBe(true);
  expect(isMorePrecise("2015", "2015")).toBe(false);
  expect(isMorePrecise("2016-04", "2015")).toBe(false);
  expect(isMorePrecise("2015", "2009/..")).toBe(true);
});

describe("shiftEdtf", () => {
  test.each([
    ["1980-01-02", 7, "month", "1980-08"],
    ["2012-05", 2, "week", "2012-05"],
    ["1999-06-30", 2, "day", "1999-07-02"],
    ["2000-03-01", -1, "day", "2000-02-29"],
    ["1999-11-15", 3, "year", "2002"],
    ["1999", -2, "decade", "1979"],
    ["198X", 1, "decade", "199X"],
    ["1999", 1, "century", "2099"],
    ["1990/1995", 1, "year", "1996"],
    ["1990/1995", -1, "year", "1989"],
    ["1999", 24, "month", "2001"],
  ] as const)("%s by %i %s is %s", (text, n, unit, expected) => {
    expect(shiftEdtf(text, n, unit)).toBe(expected);
  });

  test("gives null for what it cannot know", () => {
    expect(shiftEdtf("198X", 1, "month")).toBeNull();
    expect(shiftEdtf("XXXX-02", 1, "month")).toBeNull();
    expect(shiftEdtf("1999", 7, "month")).toBeNull();
    expect(shiftEdtf("nonsense", 1, "day")).toBeNull();
  });

  test("days and months come back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1200, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: -500, max: 500 }), (y, m, n) => {
        const text = `${y}-${String(m).padStart(2, "0")}`;
        expect(shiftEdtf(shiftEdtf(text, n, "month")!, -n, "month")).toBe(text);
        const day = `${text}-17`;
        expect(shiftEdtf(shiftEdtf(day, n, "day")!, -n, "day")).toBe(day);
      }),
    );
  });
});
