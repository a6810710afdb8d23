import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMatches } from "../../src/document/find-matches.ts";

describe("findMatches", () => {
  it("finds what matchAll finds, with groups and places", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b", "1", " ", "é", "😀", "\ud83d", "\n") });
    const patterns = [/a+/g, /(?<x>b)?1/gu, /\b/g, /(?:)/gu, /(?:)/g, /x*/giu, /(?<=a)/g, /\d|$/gm];
    fc.assert(
      fc.property(texts, fc.constantFrom(...patterns), (text, pattern) => {
        const plain = (m: RegExpExecArray) => ({ index: m.index, all: [...m], groups: { ...m.groups } });
        expect(findMatches(pattern, text).map(plain)).toEqual([...text.matchAll(pattern)].map(plain));
        expect(pattern.lastIndex).toBe(0);
      }),
    );
  });

  it("begins at the beginning, wherever the pattern stood", () => {
    const pattern = /a/g;
    pattern.lastIndex = 2;
    expect(findMatches(pattern, "aaa")).toHaveLength(3);
  });

  it("refuses a pattern that is not global", () => {
    expect(() => findMatches(/a/, "a")).toThrow(TypeError);
  });
});
