import fc from "fast-check";
import { expect, it } from "vitest";
import { decidedClaims, decisionStates } from "../../src/answers/decided-claims.ts";
import { claimId } from "../../src/claims/build-claims.ts";
import type { Claim } from "../../src/claims/claim.ts";
import type { Document } from "../../src/document/document.ts";
import { applyDecisions } from "../../src/reasoning/apply-decisions.ts";
import { findContradictions } from "../../src/reasoning/contradictions.ts";
import { groupEvents } from "../../src/reasoning/events.ts";
import { tracePledges } from "../../src/reasoning/pledges.ts";
import { deriveStatuses } from "../../src/reasoning/statuses.ts";
import { claimsOfRuling, type Ruling } from "../../src/record/decision.ts";
import { type ClaimEntry, Record } from "../../src/record/record.ts";
import { describeEngines, type TestEngine } from "../engines/engines.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

const pair = [
  ["party", "KEN"],
  ["party", "LAO"],
] as const;
const SENTENCES = [
  "Kenya and Laos established diplomatic relations in 1974",
  "Kenya and Laos broke off diplomatic relations in 1988",
  "Relations between Kenya and Laos were established in 1979",
  "Kenya and Laos will establish diplomatic relations in 1974",
] as const;

/** A version of one of three documents, its sentences in some order, and its claims as one of two extractors writes them. */
interface Told {
  readonly source: string;
  readonly sentences: readonly number[];
  readonly extractor: "one" | "two";
}

const told: fc.Arbitrary<Told> = fc.record({
  source: fc.constantFrom("a.txt", "b.txt", "c.txt"),
  sentences: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
  extractor: fc.constantFrom("one", "two"),
});

function read({ source, sentences, extractor }: Told): { document: Document; claims: Claim[] } {
  const text = sentences.map((s) => `${SENTENCES[s]}.`).join(" ");
  const document = makeDocument(text, source);
  const claims = sentences.map((s) => {
    const quote = SENTENCES[s]!;
    const year = /\d{4}/.exec(quote)![0];
    // the second extractor writes dates otherwise
    const made = makeClaim(document, "relations", s === 1 ? "ends" : "begins", pair, extractor === "one" ? year : `${year}~`);
    const start = text.indexOf(quote);
    const evidence = { ...made.evidence, start, end: start + quote.length, quote };
    const claim: Claim = { ...made, factuality: s === 3 ? "planned" : "actual", evidence };
    return { ...claim, id: claimId(claim) };
  });
  return { document, claims };
}

/** Everything that is answered from the record, as known on a day or now. */
async function answers(record: Record, known?: string): Promise<string> {
  const { entries, rejected, preferences } = await decidedClaims(record, ["KEN", "LAO"], { known });
  const states = await decisionStates(record, known);
  return JSON.stringify({
    entries,
    rejected,
    preferences,
    states,
    statuses: deriveStatuses(entries, preferences),
    events: groupEvents(entries, preferences),
    pledges: tracePledges(entries, "1990-01-01", preferences),
    contradictions: findContradictions(entries, preferences),
  });
}

const step = fc.oneof(
  told.map((t) => ({ kind: "store" as const, told: t })),
  fc.record({
    kind: fc.constant("decide" as const),
    ruling: fc.constantFrom("confirm", "reject", "correct", "move", "merge", "split", "prefer", "undo"),
    pick: fc.nat(20),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function rulingFor({ ruling, pick }: Extract<Step, { kind: "decide" }>, record: Record): Promise<Ruling | null> {
  const found = await record.claims([]);
  const claim = found[pick % Math.max(1, found.length)]?.claim;
  const other = found[(pick + 1) % Math.max(1, found.length)]?.claim;
  if (ruling === "prefer") return { kind: "prefer", source: pick % 2 ? "a.txt" : "b.txt", over: null, pair: null, matter: null };
  if (ruling === "undo") {
    const decisions = await record.decisions();
    return decisions.length === 0 ? null : { kind: "undo", decision: decisions[pick % decisions.length]!.id };
  }
  if (!claim || !other) return null;
  if (ruling === "confirm" || ruling === "reject") return { kind: ruling, claim };
  if (ruling === "correct")
    return { kind: "correct", claim, changes: [{ field: "date", from: claim.date.edtf, to: pick % 3 ? "1975-03" : null }] };
  if (ruling === "move") {
    const change = { field: "participant", role: "party", from: "LAO", to: pick % 2 ? "PER" : "CHL" } as const;
    return { kind: "correct", claim, changes: [change] };
  }
  return claim.id === other.id ? null : { kind: ruling, claims: [claim, other] };
}

/** What a question for two actors gives, and what it would give if every decision were applied to every claim. */
async function bothWays(record: Record, actors: readonly string[]): Promise<readonly [string, string]> {
  const shown = (entries: readonly ClaimEntry[]): string =>
    JSON.stringify(
      entries
        .filter((e) => actors.every((a) => e.claim.participants.some((p) => p.actor === a)))
        .sort((x, y) => (x.claim.id < y.claim.id ? -1 : 1)),
    );
  const asked = await decidedClaims(record, actors);
  const all = applyDecisions(await record.claims([]), await record.decisions());
  return [shown([...asked.entries]) + shown([...asked.rejected]), shown([...all.entries]) + shown([...all.rejected])];
}

const dayOf = (i: number): string => `2020-01-${String(i + 1).padStart(2, "0")}`;

async function withRecord<T>(makePlace: TestEngine["makePlace"], work: (record: Record) => Promise<T>): Promise<T> {
  const place = await makePlace();
  const record = await Record.open(place.address, { create: true });
  try {
    return await work(record);
  } finally {
    await record.close();
    await place.remove();
  }
}

describeEngines("for any documents and decisions", ({ makePlace, kind }) => {
  it("what comes later never changes what was known earlier", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) =>
        withRecord(makePlace, async (record) => {
          const then = new Map<string, string>();
          for (const [i, one] of steps.entries()) {
            const now = `${dayOf(i)}T08:00:00.000Z`;
            if (one.kind === "store") {
              const { document, claims } = read(one.told);
              await record.store(document, claims, one.told.extractor, undefined, now);
            } else {
              const ruling = await rulingFor(one, record);
              if (ruling) await record.decide(ruling, "Ada", "why", now);
            }
            then.set(dayOf(i), await answers(record));
            for (const other of ["LAO", "PER"]) {
              const [asked, all] = await bothWays(record, ["KEN", other]);
              expect(asked).toBe(all);
            }
          }
          for (const [day, answer] of then) expect(await answers(record, day)).toBe(answer);
        }),
      ),
      { numRuns: kind === "sqlite" ? 20 : 4 },
    );
  });

  it("ingesting twice changes nothing, and the order of documents does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(told, { minLength: 2, maxLength: 3, selector: (t) => t.source }),
        fc.array(
          fc.record({
            kind: fc.constant("decide" as const),
            ruling: fc.constantFrom("confirm", "reject", "correct", "merge", "split"),
            pick: fc.nat(20),
          }),
          { maxLength: 3 },
        ),
        async (documents, decisions) => {
          const [one, two] = ["2020-01-01T08:00:00.000Z", "2020-01-02T08:00:00.000Z"];
          const ingest = async (record: Record, order: readonly Told[], now: string): Promise<void> => {
            for (const t of order) {
              const { document, claims } = read(t);
              await record.store(document, claims, t.extractor, undefined, now);
            }
          };
          // one extractor reads all: a text that two sources carry is extracted once
          const alike = documents.map((t) => ({ ...t, extractor: documents[0]!.extractor }));
          const rulings: Ruling[] = [];
          const first = await withRecord(makePlace, async (record) => {
            await ingest(record, alike, one);
            for (const d of decisions) {
              const ruling = await rulingFor(d, record);
              if (ruling) rulings.push(ruling);
            }
            for (const ruling of rulings) await record.decide(ruling, "Ada", "why", two);
            const before = await answers(record);
            await ingest(record, alike, two);
            expect(await answers(record)).toBe(before);
            return before;
          });
          const second = await withRecord(makePlace, async (record) => {
            await ingest(record, [...alike].reverse(), one);
            for (const ruling of rulings) await record.decide(ruling, "Ada", "why", two);
            return answers(record);
          });
          expect(second).toBe(first);
          expect(rulings.every((r) => claimsOfRuling(r).length > 0)).toBe(true);
        },
      ),
      { numRuns: kind === "sqlite" ? 20 : 4 },
    );
  });
});
