import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidedClaims } from "../../src/answers/decided-claims.ts";
import { DerivedCache } from "../../src/answers/derived-cache.ts";
import { PairStatuses } from "../../src/answers/pair-statuses.ts";
import { contradictionsAbout, statusesBetween } from "../../src/answers/statuses-between.ts";
import { statusesWithWords } from "../../src/answers/with-words.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { findContradictions } from "../../src/reasoning/contradictions.ts";
import { MATTER_KINDS } from "../../src/reasoning/matters.ts";
import { statusAt } from "../../src/reasoning/status-at.ts";
import { deriveStatuses } from "../../src/reasoning/statuses.ts";
import { Record } from "../../src/record/record.ts";
import { describeEngines } from "../engines/engines.ts";
import { eachWithRecord } from "./each-with-record.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

const DATES = ["1998", "1999-05", "1999-05-04", "2001", "1998/2002", null];
const DAY = "2000-06-30";
/** In milliseconds. */
const DAY_LENGTH = 86_400_000;

const claim = fc.record({
  what: fc.constantFrom(
    ["relations", "begins", "party", "party"] as const,
    ["relations", "ends", "party", "party"] as const,
    ["relations", "holds", "party", "party"] as const,
    ["mission", "begins", "sender", "host"] as const,
    ["mission", "ends", "sender", "host"] as const,
    ["mission", "holds", "sender", "host"] as const,
    ["envoy", "begins", "sender", "host"] as const,
    ["sanction", "begins", "imposer", "target"] as const,
    ["agreement", "signed", "party", "party"] as const,
    ["agreement", "in-force", "party", "party"] as const,
    ["founding", "begins", "founder", "organization"] as const,
    ["visit", "occurs", "visitor", "host"] as const,
  ),
  turned: fc.boolean(),
  third: fc.boolean(),
  factuality: fc.constantFrom("actual", "actual", "planned", "denied"),
  date: fc.constantFrom(...DATES),
  city: fc.constantFrom("Nairobi", "Mombasa", null),
  person: fc.constantFrom("Ana Silva", "B. Lee", null),
});

/** One thing that happens to a record: it takes in a text at a place, or somebody decides about what it says of two actors. */
const change = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("store" as const),
      place: fc.constantFrom("a.txt", "b.txt", "c.txt"),
      text: fc.constantFrom("One text, never like another.", "Another text.", "A third text."),
      written: fc.constantFrom("2003-01-01", "1999-12-31"),
      extractor: fc.constantFrom("one", "two"),
      claims: fc.array(claim, { maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("decide" as const),
      what: fc.constantFrom("reject", "confirm", "date", "move", "prefer"),
      which: fc.nat(20),
    }),
  },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

describeEngines("statuses and contradictions between two", ({ makePlace, kind }) => {
  let record: Record;
  eachWithRecord(makePlace, (opened) => {
    record = opened;
  });

  const take = async (step: Change, now: string): Promise<void> => {
    if (step.kind === "store") {
      const document = makeDocument(step.text, step.place, { date: { edtf: step.written, basis: "field" } });
      const made = step.claims.map(({ what: [type, phase, first, second], turned, third, factuality, date, city, person }): Claim => {
        const [a, b] = turned ? ["LAO", "KEN"] : ["KEN", "LAO"];
        const others = third ? [[second, "PER"] as const] : [];
        const plain = makeClaim(document, type, phase, [[first, a], [second, b], ...others], date);
        const details: Claim["details"] =
          type === "mission" && city ? { level: "embassy", ...(turned ? {} : { city }) } : type === "founding" ? { name: "The Forum" } : {};
        const participants = plain.participants.map((p, i) => (i === 0 && person && type === "envoy" ? { ...p, person } : p));
        const id = `c_${[type, phase, turned, third, factuality, date, city, person, document.id].join("-")}`;
        return { ...plain, id, factuality: factuality as Claim["factuality"], details, participants };
      });
      await record.store(document, [...new Map(made.map((c) => [c.id, c])).values()], step.extractor, undefined, now);
      return;
    }
    const known = (await record.claims([])).map((e) => e.claim);
    const one = known[step.which % Math.max(1, known.length)];
    if (step.what === "prefer")
      await record.decide({ kind: "prefer", source: "a.txt", over: null, pair: null, matter: null }, "A", "why", now);
    else if (!one) return;
    else if (step.what === "reject") await record.decide({ kind: "reject", claim: one }, "A", "why", now);
    else if (step.what === "confirm") await record.decide({ kind: "confirm", claim: one }, "A", "why", now);
    else {
      const { role, actor } = one.participants[0]!;
      const changes =
        step.what === "date"
          ? ([{ field: "date", from: one.date.edtf, to: "1990" }] as const)
          : ([
              { field: "participant", role, from: actor, to: null },
              { field: "participant", role, from: null, to: actor === "KEN" ? "PER" : "KEN" },
            ] as const);
      await record.decide({ kind: "correct", claim: one, changes }, "A", "why", now);
    }
  };

  const ids = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, v) => (v?.claim && v?.document ? v.claim.id : v)));

  /** What the whole claims say, without any index, cache or saving of words. */
  const plainly = async (of: Record, known?: string): Promise<unknown> => {
    const { entries, preferences } = await decidedClaims(of, ["KEN", "LAO"], { known });
    const theirs = ({ a, b }: { readonly a: string; readonly b: string }): boolean => [a, b].sort().join() === "KEN,LAO";
    return ids({
      statuses: deriveStatuses(entries, preferences).filter((s) => theirs(s.matter)),
      contradictions: findContradictions(entries, preferences).filter((c) => theirs(c.matter)),
    });
  };
  const quickly = async (of: Record, known?: string): Promise<unknown> =>
    ids({
      statuses: (await statusesBetween(of, ["KEN", "LAO"], { known })).statuses,
      contradictions: (await contradictionsAbout(of, ["KEN", "LAO"], known)).slice(),
    });

  it("come page by page as they come all at once, and are counted without being worked out", async () => {
    const decided = { entries: [], rejected: [], preferences: [] };
    const stores = change.filter((step) => step.kind === "store");
    await fc.assert(
      fc.asyncProperty(
        fc.array(stores, { minLength: 1, maxLength: 5 }),
        fc.nat(6),
        fc.integer({ min: 1, max: 4 }),
        async (steps, skip, limit) => {
          for (const [i, step] of steps.entries()) await take(step, `2024-01-0${i + 1}T10:00:00.000Z`);
          const { entries } = await decidedClaims(record, ["KEN", "LAO"]);
          const theirs = ({ a, b }: { readonly a: string; readonly b: string }): boolean => [a, b].sort().join() === "KEN,LAO";
          const all = deriveStatuses(entries).filter((s) => theirs(s.matter));
          const lazily = new PairStatuses(record, ["KEN", "LAO"], entries.length, decided, undefined, 0);
          const asked = async (from: number, most?: number): Promise<unknown> => ids(await lazily.page(MATTER_KINDS, from, most));
          expect(await asked(skip, limit)).toEqual(ids({ total: all.length, statuses: all.slice(skip, skip + limit) }));
          expect(await asked(0, limit)).toEqual(ids({ total: all.length, statuses: all.slice(0, limit) }));
          expect(await asked(0)).toEqual(ids({ total: all.length, statuses: all }));
        },
      ),
      { numRuns: kind === "sqlite" ? 60 : 10 },
    );
  });

  it("are those of the whole claims, kept or not, now and as known, whatever was stored and decided", async () => {
    let day = Date.parse("2024-01-01T10:00:00.000Z");
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        // the record goes on from run to run, and its time with it
        const days = [day, ...changes.map(() => (day += DAY_LENGTH))].map((at) => new Date(at).toISOString());
        for (const [i, step] of changes.entries()) {
          await take(step, days[i + 1]!);
          const now = await plainly(record);
          expect(await quickly(record)).toEqual(now);
          // what is kept by now gives the same
          expect(await quickly(record)).toEqual(now);
        }
        for (const known of ["2023-12-31", ...days.slice(0, 3).map((at) => at.slice(0, 10))]) {
          const then = await plainly(record, known);
          expect(await quickly(record, known)).toEqual(then);
          expect(await quickly(record, known)).toEqual(then);
        }
      }),
      { numRuns: kind === "sqlite" ? 20 : 4 },
    );
  });

  it("of one kind are those of that kind among all", async () => {
    const document = makeDocument("Kenya and Laos.", "a.txt", { date: { edtf: "2003", basis: "field" } });
    const embassy = {
      ...makeClaim(
        document,
        "mission",
        "begins",
        [
          ["sender", "KEN"],
          ["host", "LAO"],
        ],
        "1999",
      ),
      details: { level: "embassy" },
    };
    const relations = makeClaim(
      document,
      "relations",
      "begins",
      [
        ["party", "KEN"],
        ["party", "LAO"],
      ],
      "1990",
    );
    await record.store(document, [embassy, relations], "one");
    const { statuses: all } = await statusesBetween(record, ["KEN", "LAO"]);
    expect(all.map((s) => s.matter.kind)).toEqual(["mission", "relations"]);
    for (const one of ["mission", "relations"] as const)
      expect((await statusesBetween(record, ["LAO", "KEN"], { kinds: [one] })).statuses).toEqual(all.filter((s) => s.matter.kind === one));
    expect(all[1]!.intervals[0]!.evidence.map((e) => e.implied ?? false)).toEqual([false, true]);
  });

  it("see at once what another process stores", async () => {
    const [first, second] = ["1990", "1995"].map((year) => {
      const document = makeDocument(`Kenya and Laos since ${year}.`, `${year}.txt`);
      return {
        document,
        claims: [
          makeClaim(
            document,
            "relations",
            "begins",
            [
              ["party", "KEN"],
              ["party", "LAO"],
            ],
            year,
          ),
        ],
      };
    });
    await record.store(first!.document, first!.claims, "one");
    expect(await contradictionsAbout(record, ["KEN", "LAO"])).toHaveLength(0);
    const other = await Record.open(record.address);
    await other.store(second!.document, second!.claims, "one");
    await other.close();
    expect(await contradictionsAbout(record, ["KEN", "LAO"])).toHaveLength(1);
    expect(await quickly(record)).toEqual(await plainly(record));
  });

  it("are shown with words, so many claims of each list, and the number of the others", async () => {
    const documents = Array.from({ length: 9 }, (_, i) =>
      makeDocument(`Kenya has relations with Laos, says paper ${i}.`, `${i}.txt`, { date: { edtf: `200${i}`, basis: "field" } }),
    );
    for (const document of documents)
      await record.store(
        document,
        [
          makeClaim(
            document,
            "relations",
            "holds",
            [
              ["party", "KEN"],
              ["party", "LAO"],
            ],
            null,
          ),
        ],
        "one",
      );
    const { statuses } = await statusesBetween(record, ["KEN", "LAO"]);
    const answered = statuses.map((status) => ({ status, answer: statusAt(status, DAY) }));
    const [shown] = await statusesWithWords(record, answered, 4);
    expect(shown!.status.intervals[0]!.evidence.map((e) => e.claim.claim.evidence.quote)).toEqual(documents.slice(-4).map((d) => d.text));
    expect(shown!.answer.interval).toBe(shown!.status.intervals[0]);
    expect(shown!.leftOut).toBe(5);
    const [whole] = await statusesWithWords(record, answered, 100);
    expect(whole!.leftOut).toBe(0);
    const { entries } = await decidedClaims(record, ["KEN", "LAO"], { types: MATTER_KINDS });
    const [status] = deriveStatuses(entries);
    expect(whole!.status).toEqual(status);
    expect(whole!.answer).toEqual(statusAt(status!, DAY));
  });
});

describe("DerivedCache", () => {
  it("keeps values of so many claims, those used last, and none of another state", () => {
    const cache = new DerivedCache<string>(10);
    cache.set("a", 1, 4, "A");
    cache.set("b", 1, 4, "B");
    expect(cache.get("a", 1)).toBe("A");
    cache.set("c", 1, 4, "C");
    expect([cache.get("a", 1), cache.get("b", 1), cache.get("c", 1)]).toEqual(["A", undefined, "C"]);
    expect(cache.get("a", 2)).toBeUndefined();
    cache.set("d", 1, 11, "too much");
    expect(cache.get("d", 1)).toBeUndefined();
    cache.set("a", 2, 10, "whole");
    expect([cache.get("a", 2), cache.get("c", 1)]).toEqual(["whole", undefined]);
  });
});
