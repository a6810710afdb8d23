import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OPENER, REFERENCE } from "../../src/actors/reference-patterns.ts";

const GOLDEN = join(import.meta.dirname, "../claims/golden");

describe("REFERENCE", () => {
  it("is tried wherever one of its wordings may begin", () => {
    expect(REFERENCE.source.startsWith(OPENER)).toBe(true);
    const everywhere = new RegExp(REFERENCE.source.slice(OPENER.length), "gu");
    for (const file of readdirSync(GOLDEN)) {
      const text = readFileSync(join(GOLDEN, file), "utf8");
      const places = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => `${m.index} ${m[0]}`);
      expect(places(REFERENCE)).toEqual(places(everywhere));
    }
  });

  it.each([
    "Both countries",
    "the latter",
    "one another",
    "each other",
    "whose",
    "All three countries",
    "Our two nations",
    "my country",
    "Neither side",
    "us",
    "ours",
    "Their",
    "She",
    "him",
  ])("finds “%s”", (words) => {
    expect([...`Chile, ${words} met.`.matchAll(REFERENCE)].map((m) => m[0])).toContainEqual(words);
  });
});
