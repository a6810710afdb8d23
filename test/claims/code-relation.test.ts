import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLOVER_EVENTS } from "../../src/claims/claim.ts";
import { codeRelation } from "../../src/claims/code-relation.ts";
import { loadPloverLexicon } from "../../src/claims/plover-lexicon.ts";

interface MarkedCase {
  readonly event: string;
  readonly text: string;
  readonly source: { readonly start: number; readonly end: number };
  readonly target: { readonly start: number; readonly end: number };
}

/** Lines "EVENT | text with <source> and {target}". */
function readCases(path: string): MarkedCase[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.includes(" | ") && !line.startsWith("#"))
    .map((line) => {
      const [event, marked] = line.split(" | ") as [string, string];
      let text = "";
      const at: Record<string, number> = {};
      for (const c of marked) {
        if ("<>{}".includes(c)) at[c] = text.length;
        else text += c;
      }
      return {
        event,
        text,
        source: { start: at["<"]!, end: at[">"]! },
        target: { start: at["{"]!, end: at["}"]! },
      };
    });
}

const cases = readCases(join(import.meta.dirname, "code-relation.cases.txt"));

describe("codeRelation", () => {
  it("has cases of every event and of none", () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    for (const event of [...PLOVER_EVENTS, "null"]) expect(cases.filter((c) => c.event === event).length, event).toBeGreaterThanOrEqual(6);
  });

  for (const event of [...PLOVER_EVENTS, "null"])
    it(`codes ${event} between marked actors`, () => {
      const own = cases.filter((c) => c.event === event);
      const wrong = own.flatMap((c) => {
        const coded = codeRelation(c.text, c.source, c.target);
        return `${coded.event}` === event ? [] : [`${coded.event} (${coded.rule}): ${c.text}`];
      });
      expect(wrong.length / own.length, wrong.join("\n")).toBeLessThanOrEqual(0.3);
    });

  it("codes nine of ten of all cases", () => {
    const right = cases.filter((c) => `${codeRelation(c.text, c.source, c.target).event}` === c.event);
    expect(right.length / cases.length).toBeGreaterThanOrEqual(0.9);
  });

  it("says whether it happened", () => {
    const of = (text: string, s: string, t: string) => {
      const span = (w: string) => ({ start: text.indexOf(w), end: text.indexOf(w) + w.length });
      return codeRelation(text, span(s), span(t));
    };
    expect(of("Norway gave Malawi maize.", "Norway", "Malawi")).toMatchObject({ event: "AID", factuality: "actual" });
    expect(of("Norway will send food to Malawi.", "Norway", "Malawi")).toMatchObject({ event: "AGREE", factuality: "planned" });
    expect(of("Norway refused to help Malawi.", "Norway", "Malawi")).toMatchObject({ event: "REJECT", factuality: "denied" });
  });

  it("answers null for spans that overlap or stand in different sentences", () => {
    expect(codeRelation("Police arrested a man.", { start: 0, end: 6 }, { start: 3, end: 9 }).event).toBeNull();
    expect(codeRelation("Police came. A man ran.", { start: 0, end: 6 }, { start: 15, end: 18 }).event).toBeNull();
  });

  it("refuses spans outside the text", () => {
    expect(() => codeRelation("Police came.", { start: 0, end: 6 }, { start: 7, end: 99 })).toThrow(RangeError);
    expect(() => codeRelation("Police came.", { start: 3, end: 3 }, { start: 7, end: 9 })).toThrow(RangeError);
  });

  it("answers for any two words of any text, and the same each time", () => {
    const word = fc.constantFrom(
      "rebels",
      "Kenya",
      "refused",
      "to",
      "attack",
      "aid",
      "the",
      ",",
      "said",
      "talks",
      "will",
      "not",
      "by",
      "of",
      ".",
      "and",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 20 }), fc.nat(), fc.nat(), (words, a, b) => {
        const text = words.join(" ");
        const place = (n: number) => {
          const i = n % words.length;
          const start = words.slice(0, i).join(" ").length + (i > 0 ? 1 : 0);
          return { start, end: start + words[i]!.length };
        };
        const first = codeRelation(text, place(a), place(b));
        expect(first.event === null || PLOVER_EVENTS.includes(first.event)).toBe(true);
        expect(codeRelation(text, place(a), place(b))).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the lexicon of political action", () => {
  it("has words for all sixteen events", () => {
    const { rules } = loadPloverLexicon();
    const events = new Set([...rules.verbs.values(), ...rules.nouns.values()].flat().map((r) => r.event));
    expect([...events].sort()).toEqual([...PLOVER_EVENTS].sort());
  });
});

const records = join(import.meta.dirname, "../../../shared/plover/gsr-dev.json");
describe.skipIf(!existsSync(records))("PLOVER records", () => {
  it("has none of them among its cases", () => {
    const gold = JSON.stringify(JSON.parse(readFileSync(records, "utf8")));
    for (const c of cases) expect(gold.includes(c.text)).toBe(false);
  });
});
