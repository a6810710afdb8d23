import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Unit } from "../../src/language/sentence.ts";
import { tokenize } from "../../src/language/tokenize.ts";
import { mergeUnits, unitForm } from "../../src/language/unit-words.ts";

const FORMS: [Unit["kind"], string, string][] = [
  ["name", "South Korea", "Korea"],
  ["name", "Republic of Korea", "Republic"],
  ["name", "the Economic Commission for Latin America", "Commission"],
  ["name", "Park Geun-hye", "Geun-hye"],
  ["name", "Embassy of Peru (Lima)", "Embassy"],
  ["name", "서울", "서울"],
  ["date", "5 May 2015", "May"],
  ["date", "Sept. 5, 2012", "Sept."],
  ["date", "2007–2013", "2007"],
  ["date", "the 1990s", "1990s"],
  ["date", "last month", "month"],
  ["amount", "US$ 5 million", "$"],
  ["amount", "three million dollars", "$"],
  ["amount", "12 percent", "percent"],
  ["amount", "1,200", "1,200"],
  ["title", "“Plan for All”", "Plan"],
  ["list", "Brazil, Chile and Peru", "Brazil"],
  ["list", "South Africa and Kenya", "Africa"],
];

describe("unitForm", () => {
  it.each(FORMS)("%s %s → %s", (kind, text, form) => {
    expect(unitForm(text, { kind, start: 0, end: text.length })).toBe(form);
  });
});

describe("mergeUnits", () => {
  it("covers the sentence once, whatever the units", () => {
    const text = "On 5 May South Korea’s U.S.-based envoy met Chile, Peru and Brazil in Lima.";
    const tokens = tokenize(text, 0, text.length);
    const place = fc.integer({ min: -2, max: text.length + 2 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 6 }), (ranges) => {
        const units = ranges.map(([a, b]): Unit => ({ kind: "name", start: Math.min(a, b), end: Math.max(a, b) }));
        const words = mergeUnits(text, tokens, units);
        let at = 0;
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, word.start).trim()).toBe("");
          expect(word.text).toBe(text.slice(word.start, word.end));
          at = word.end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});
