import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GoldError, readGold } from "../../src/evaluation/read-gold.ts";

const right = {
  document: "one",
  type: "visit",
  phase: "occurs",
  factuality: "actual",
  participants: [
    { role: "visitor", actor: "KEN" },
    { role: "host", actor: null },
  ],
  date: "2001-05",
};
const read = (...claims: object[]) => readGold(claims.map((c) => JSON.stringify(c)).join("\n"), "gold.jsonl");

describe("readGold", () => {
  it("reads the gold claims of this project", () => {
    for (const path of ["samples/expected.jsonl", "development/claims.jsonl"]) {
      const text = readFileSync(join(import.meta.dirname, "..", path), "utf8");
      expect(readGold(text, path).length).toBe(text.trim().split("\n").length);
    }
  });
  it("takes dates as text, as a field and as null, and skips empty lines", () => {
    const claims = [
      right,
      { ...right, date: null },
      { ...right, date: { edtf: "198X" } },
      { ...right, document: undefined, evidence: { source: "a/one.txt" } },
    ];
    expect(readGold(`${claims.map((c) => JSON.stringify(c)).join("\n\n")}\n`, "x").length).toBe(4);
  });
  it.each([
    [{ ...right, type: "party" }, 'gold.jsonl:2: type: found "party"; expected one of relations, recognition'],
    [{ ...right, phase: undefined }, "gold.jsonl:2: phase: it is missing; expected one of begins"],
    [{ ...right, factuality: "true" }, 'gold.jsonl:2: factuality: found "true"'],
    [{ ...right, participants: [] }, "gold.jsonl:2: participants: found []; expected a list"],
    [
      { ...right, participants: [{ role: "party", actor: "KEN" }] },
      'gold.jsonl:2: participants[0].role: found "party"; visit has visitor, host',
    ],
    [{ ...right, participants: [{ role: "host", actor: 7 }] }, "gold.jsonl:2: participants[0].actor: found 7; expected an id such as KEN"],
    [{ ...right, participants: ["KEN"] }, 'gold.jsonl:2: participants[0]: found "KEN"'],
    [{ ...right, date: "May 2001" }, 'gold.jsonl:2: date: found "May 2001"; expected EDTF such as 1992'],
    [{ ...right, document: "" }, 'gold.jsonl:2: document: found ""; expected the name'],
  ])("names line and field of %j", (wrong, says) => {
    expect(() => read(right, wrong)).toThrow(GoldError);
    expect(() => read(right, wrong)).toThrow(says);
  });
  it("tells all faults, up to a dozen", () => {
    const wrong = { ...right, type: "party", date: "soon" };
    expect(() => read(...Array.from({ length: 9 }, () => wrong))).toThrow(
      /gold.jsonl:1: type[\s\S]*gold.jsonl:6: date[^\n]*\nand 6 more faults$/,
    );
    expect(() => readGold("\n", "empty.jsonl")).toThrow("empty.jsonl: there is no claim in it");
    expect(() => readGold("[]", "x")).toThrow("x:1: the line: expected an object");
  });
});
