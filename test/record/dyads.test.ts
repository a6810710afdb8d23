import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { dyadsOf } from "../../src/record/dyads.ts";
import type { Record } from "../../src/record/record.ts";
import { describeEngines } from "../engines/engines.ts";
import { eachWithRecord } from "./each-with-record.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

const ACTORS = ["KEN", "LAO", "PER", "org:un"];
const YEARS = ["1998", "1999-05", "2004/2006", null];

/** One thing that happens to a record: a place carries a text, of which an extractor makes claims. */
const change = fc.record({
  place: fc.constantFrom("a.txt", "b.txt", "c.txt"),
  text: fc.constantFrom("One text.", "Another text.", "A third text."),
  title: fc.constantFrom("old", "new"),
  extractor: fc.constantFrom("one", "two"),
  claims: fc.array(
    fc.record({
      type: fc.constantFrom("meeting" as const, "agreement" as const),
      actors: fc.uniqueArray(fc.constantFrom(...ACTORS), { minLength: 1, maxLength: 4 }),
      date: fc.constantFrom(...YEARS),
    }),
    { maxLength: 4 },
  ),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

describeEngines("dyads", ({ makePlace, kind }) => {
  let record: Record;
  eachWithRecord(makePlace, (opened) => {
    record = opened;
  });

  const store = async ({ place: source, text, title, extractor, claims }: Change): Promise<void> => {
    const document = makeDocument(text, source, { title });
    const made = claims.map(({ type, actors, date }): Claim => {
      const parties = actors.map((actor) => ["party", actor] as const);
      return makeClaim(document, type, type === "meeting" ? "occurs" : "signed", parties, date);
    });
    await record.store(document, made, extractor);
  };

  it("and numbers of standing claims are those of the claims, whatever was stored over what", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        for (const each of changes) await store(each);
        const claims = (await record.claims([])).map((e) => ({ id: e.claim.id, actors: e.claim.participants.map((p) => p.actor) }));
        const pairs = new Map<string, number>();
        const alone = new Map<string, number>();
        for (const { actors } of claims) {
          for (const [a, b] of dyadsOf(actors)) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1);
          for (const actor of new Set(actors)) alone.set(actor, (alone.get(actor) ?? 0) + 1);
        }
        expect(new Map((await record.pairs()).map(({ a, b, claims: n }) => [`${a} ${b}`, n]))).toEqual(pairs);
        expect(new Map((await record.actors()).map(({ actor, claims: n }) => [actor, n]))).toEqual(alone);
        for (const [a, b] of dyadsOf(ACTORS)) {
          const both = claims.filter((c) => c.actors.includes(a) && c.actors.includes(b)).map((c) => c.id);
          const whole = (await record.chronology(b, a)).map((e) => e.claim.id);
          expect([...whole].sort()).toEqual([...both].sort());
          const pages: string[] = [];
          for (let skip = 0; skip <= whole.length; skip += 2)
            pages.push(...(await record.chronology(a, b, { limit: 2, skip })).map((e) => e.claim.id));
          expect(pages).toEqual(whole);
        }
      }),
      { numRuns: kind === "sqlite" ? 25 : 6 },
    );
  });
});

describe("dyadsOf", () => {
  it("names each pair of different actors once, in one order", () => {
    expect(dyadsOf(["PER", "KEN", "org:un", "KEN"])).toEqual([
      ["KEN", "PER"],
      ["KEN", "org:un"],
      ["PER", "org:un"],
    ]);
    expect(dyadsOf(["KEN", "KEN"])).toEqual([]);
  });
});
