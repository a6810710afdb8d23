import { expect, it } from "vitest";
import { decidedClaims } from "../../src/answers/decided-claims.ts";
import { decidedTotals } from "../../src/answers/decided-totals.ts";
import type { Record } from "../../src/record/record.ts";
import { describeEngines } from "../engines/engines.ts";
import { eachWithRecord } from "./each-with-record.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

const pair = [
  ["party", "KEN"],
  ["party", "LAO"],
] as const;

describeEngines("what people decided", ({ makePlace }) => {
  let record: Record;
  eachWithRecord(makePlace, (opened) => {
    record = opened;
  });

  it("is in the numbers of claims and in every page of a chronology", async () => {
    const claims = [1998, 1999, 2000, 2001].map((year) => {
      const document = makeDocument(`Kenya and Laos signed a treaty in ${year}.`, `${year}.txt`);
      return { document, claim: makeClaim(document, "agreement", "signed", pair, String(year)) };
    });
    for (const { document, claim } of claims) await record.store(document, [claim], "one");
    const page = async (skip: number) =>
      (await decidedClaims(record, ["KEN", "LAO"], { limit: 2, skip })).entries.map((e) => e.claim.date.edtf);
    expect(await decidedTotals(record, 10)).toEqual({
      actors: [
        { actor: "KEN", claims: 4 },
        { actor: "LAO", claims: 4 },
      ],
      pairs: [{ a: "KEN", b: "LAO", claims: 4 }],
    });
    expect([await page(0), await page(2)]).toEqual([
      ["1998", "1999"],
      ["2000", "2001"],
    ]);
    await record.decide({ kind: "reject", claim: claims[0]!.claim }, "Ada", "a misprint");
    await record.decide(
      { kind: "correct", claim: claims[3]!.claim, changes: [{ field: "participant", role: "party", from: "LAO", to: "PER" }] },
      "Ada",
      "it was Peru",
    );
    expect(await decidedTotals(record, 10)).toEqual({
      actors: [
        { actor: "KEN", claims: 3 },
        { actor: "LAO", claims: 2 },
        { actor: "PER", claims: 1 },
      ],
      pairs: [
        { a: "KEN", b: "LAO", claims: 2 },
        { a: "KEN", b: "PER", claims: 1 },
      ],
    });
    expect((await decidedTotals(record, 1)).pairs).toEqual([{ a: "KEN", b: "LAO", claims: 2 }]);
    expect([await page(0), await page(1), await page(2)]).toEqual([["1999", "2000"], ["2000"], []]);
  });
});
