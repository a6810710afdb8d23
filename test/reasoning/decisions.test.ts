import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../src/reasoning/apply-decisions.ts";
import { findContradictions } from "../../src/reasoning/contradictions.ts";
import { groupEvents } from "../../src/reasoning/events.ts";
import { statusAt } from "../../src/reasoning/status-at.ts";
import { deriveStatuses } from "../../src/reasoning/statuses.ts";
import type { Decision, Ruling } from "../../src/record/decision.ts";
import type { ClaimEntry } from "../../src/record/record.ts";
import { type EntryOptions, entry } from "./entry.ts";

const decide = (...rulings: readonly Ruling[]): Decision[] =>
  rulings.map((ruling, i) => ({
    id: `dec_${i + 1}`,
    number: i + 1,
    by: "Ada",
    why: "because",
    recordedAt: `2024-01-${String(i + 1).padStart(2, "0")}T00:00:00.000Z`,
    ruling,
  }));
const states = (entries: readonly ClaimEntry[], decisions: readonly Decision[]) =>
  applyDecisions(entries, decisions).states.map((s) => [s.state, s.by?.number ?? null]);

const visit = entry("visit/occurs", "visitor:LAO host:KEN", "2015", { source: "a" });
const { claim } = visit;
const date = (from: string | null, to: string | null): Ruling => ({ kind: "correct", claim, changes: [{ field: "date", from, to }] });

describe("applyDecisions", () => {
  it("lets the later of two that conflict win, and shows both", () => {
    const reject: Ruling = { kind: "reject", claim };
    const confirm: Ruling = { kind: "confirm", claim };
    expect(states([visit], decide(reject, confirm))).toEqual([
      ["overruled", 2],
      ["in-force", null],
    ]);
    const rejected = applyDecisions([visit], decide(confirm, date("2015", "2016"), reject));
    expect([rejected.entries, rejected.rejected.map((e) => e.decided?.decisions.length)]).toEqual([[], [3]]);
    expect(states([visit], decide(confirm, date("2015", "2016")))[0]).toEqual(["overruled", 2]);
    expect(states([visit], decide(date("2015", "2016"), confirm))[0]).toEqual(["in-force", null]);
  });

  it("adds corrections of different fields up, and takes the later of one field", () => {
    const place: Ruling = { kind: "correct", claim, changes: [{ field: "place", from: null, to: { text: "Nairobi", actor: "KEN" } }] };
    const decisions = decide(date("2015", "2016"), place, date("2016", "2017"));
    const [corrected] = applyDecisions([visit], decisions).entries;
    expect(corrected!.claim).toMatchObject({ date: { edtf: "2017" }, place: { text: "Nairobi" } });
    expect(states([visit], decisions)).toEqual([
      ["overruled", 3],
      ["in-force", null],
      ["in-force", null],
    ]);
  });

  it("brings back what an undone undoing had revoked", () => {
    const undo = (decision: string): Ruling => ({ kind: "undo", decision });
    const decisions = decide({ kind: "reject", claim }, undo("dec_1"), undo("dec_2"));
    expect(applyDecisions([visit], decisions).entries).toEqual([]);
    expect(states([visit], decisions)).toEqual([
      ["in-force", null],
      ["undone", 3],
      ["in-force", null],
    ]);
  });

  it("finds the claim that a correction made of another type, when a newer extractor writes it so", () => {
    const event = entry("event/occurs", "source:LAO target:KEN", "2015", { source: "a", quote: "Laos came to Nairobi in 2015" });
    const decisions = decide(
      { kind: "correct", claim: event.claim, changes: [{ field: "type", from: "event", to: "visit" }] },
      { kind: "confirm", claim: event.claim },
    );
    const now = entry("visit/occurs", "visitor:LAO host:KEN", "2015", { source: "a", quote: "Laos came to Nairobi in 2015" });
    const { entries, states: found } = applyDecisions([now], decisions);
    expect([entries[0]!.claim.type, entries[0]!.decided?.verdict, found.map((s) => s.state)]).toEqual([
      "visit",
      "confirmed",
      ["in-force", "in-force"],
    ]);
  });

  it("codes a corrected claim anew", () => {
    const decisions = decide({ kind: "correct", claim, changes: [{ field: "factuality", from: "actual", to: "denied" }] });
    expect(applyDecisions([visit], decisions).entries[0]!.claim.plover).toEqual({ event: "REJECT" });
  });
});

describe("events and decisions", () => {
  const [a, b, c] = ["2015-04", "2015-05", "2015"].map((edtf, i) =>
    entry("visit/occurs", "visitor:LAO host:KEN", edtf, { source: `${i}` }),
  ) as [ClaimEntry, ClaimEntry, ClaimEntry];
  const sizes = (...rulings: readonly Ruling[]) => {
    const { events, ambiguous } = groupEvents(applyDecisions([a, b, c], decide(...rulings)).entries);
    return [events.map((e) => e.claims.length).sort(), ambiguous.length];
  };
  const merge = (...claims: readonly ClaimEntry[]): Ruling => ({ kind: "merge", claims: claims.map((e) => e.claim) });
  const split = (...claims: readonly ClaimEntry[]): Ruling => ({ kind: "split", claims: claims.map((e) => e.claim) });

  it("keeps together what was merged and apart what was split", () => {
    expect(sizes()).toEqual([[1, 1], 1]);
    expect(sizes(merge(a, b))).toEqual([[3], 0]);
    expect(sizes(merge(b, c))).toEqual([[1, 2], 0]);
    expect(sizes(split(a, c))).toEqual([[1, 2], 0]);
    expect(sizes(split(a, b, c))).toEqual([[1, 1, 1], 0]);
  });

  it("goes by the later of a merge and a split, claim by claim", () => {
    expect(sizes(split(a, b), merge(a, b))).toEqual([[3], 0]);
    expect(sizes(merge(a, b, c), split(a, b))).toEqual([[1, 2], 0]);
    expect(states([a, b, c], decide(merge(a, b, c), split(a, b))).map(([s]) => s)).toEqual(["in-force", "in-force"]);
  });
});

describe("preferences", () => {
  const told = (edtf: string, publisher: string) =>
    entry("founding/begins", "organization:org:sela", edtf, { source: publisher, publisher });
  const prefer = (source: string, over: string | null = null, matter: string | null = null): Ruling => ({
    kind: "prefer",
    source,
    over,
    pair: null,
    matter,
  });
  const open = (...rulings: readonly Ruling[]) => {
    const { entries, preferences } = applyDecisions([told("1975", "Wire"), told("1978", "Paper")], decide(...rulings));
    return findContradictions(entries, preferences).map((c) => c.settledBy?.number ?? null);
  };
  it("settle contradictions in their scope only, the later before the earlier", () => {
    expect(open()).toEqual([null]);
    expect(open(prefer("Wire"))).toEqual([1]);
    expect(open(prefer("Wire", "Herald"))).toEqual([null]);
    expect(open(prefer("Wire", null, "mission"))).toEqual([null]);
    expect(open(prefer("Wire", null, "founding"), prefer("Paper", "Wire"))).toEqual([2]);
  });

  it("set aside what only bears out the other side, too", () => {
    const relations = (phase: string, more: EntryOptions) => entry(`relations/${phase}`, "party:LAO party:KEN", null, more);
    const entries = [
      relations("begins", { source: "Paper", publisher: "Paper" }),
      relations("holds", { source: "Wire", publisher: "Wire", factuality: "denied", quote: "never had relations", written: "1995-01-01" }),
      entry("mission/begins", "sender:LAO host:KEN", "1990", { source: "Paper", publisher: "Paper", details: { level: "embassy" } }),
    ];
    const { preferences } = applyDecisions(entries, decide(prefer("Wire")));
    const status = deriveStatuses(entries, preferences).find((s) => s.matter.kind === "relations")!;
    expect(status.contradictions).toEqual([]);
    expect(status.settled.map((c) => c.first.map((e) => e.claim.type))).toEqual([["mission"]]);
    expect(status.intervals.map((i) => i.evidence)).toEqual([[]]);
  });
});

const years = ["1974", "1979-03", "1988", null] as const;
const claims = fc.array(
  fc
    .tuple(
      fc.constantFrom("begins", "ends", "holds", "suspended"),
      fc.constantFrom(...years),
      fc.constantFrom("a", "b", "c"),
      fc.constantFrom("actual", "denied"),
    )
    .map(([phase, edtf, source, factuality]) =>
      entry(`relations/${phase}`, "party:LAO party:KEN", edtf, { source, publisher: source, factuality: factuality as "actual" }),
    ),
  { minLength: 1, maxLength: 6 },
);
/** Decisions about these claims: each of what is drawn names claims by their place. */
const decided = claims.chain((entries) => {
  const one = fc.nat(entries.length - 1).map((i) => entries[i]!.claim);
  const ruling: fc.Arbitrary<Ruling> = fc.oneof(
    one.map((c): Ruling => ({ kind: "reject", claim: c })),
    one.map((c): Ruling => ({ kind: "confirm", claim: c })),
    fc
      .tuple(one, fc.constantFrom(...years))
      .map(([c, to]): Ruling => ({ kind: "correct", claim: c, changes: [{ field: "date", from: c.date.edtf, to }] })),
    fc.tuple(fc.constantFrom<"merge" | "split">("merge", "split"), one, one).map(([kind, x, y]): Ruling => ({ kind, claims: [x, y] })),
    fc
      .tuple(fc.constantFrom("a", "b"), fc.constantFrom("c", null))
      .map(([source, over]): Ruling => ({ kind: "prefer", source, over, pair: null, matter: null })),
    fc.nat(8).map((n): Ruling => ({ kind: "undo", decision: `dec_${n + 1}` })),
  );
  return fc.tuple(fc.constant(entries), fc.array(ruling, { maxLength: 8 }));
});
const answers = (entries: readonly ClaimEntry[], decisions: readonly Decision[]) => {
  const applied = applyDecisions(entries, decisions);
  const shown = { ...applied, entries: undefined, rejected: undefined };
  return JSON.stringify([
    [...applied.entries].sort((x, y) => x.claim.id.localeCompare(y.claim.id)),
    shown,
    deriveStatuses(applied.entries, applied.preferences).map((s) => [s, statusAt(s, "1980-01-01")]),
    groupEvents(applied.entries, applied.preferences).events,
    findContradictions(applied.entries, applied.preferences),
  ]);
};

describe("for any decisions", () => {
  it("neither the order of claims nor that of decisions as given matters", () => {
    fc.assert(
      fc.property(decided, fc.infiniteStream(fc.nat()), ([entries, rulings], numbers) => {
        const unique = [...new Map(entries.map((e) => [e.claim.id, e])).values()];
        const shuffle = <T>(list: readonly T[]): T[] => {
          const keys = new Map(list.map((x) => [x, numbers.next().value as number]));
          return [...list].sort((x, y) => keys.get(x)! - keys.get(y)!);
        };
        const decisions = decide(...rulings);
        expect(answers(shuffle(unique), shuffle(decisions))).toEqual(answers(unique, decisions));
      }),
    );
  });

  it("to undo all of them restores exactly what was", () => {
    fc.assert(
      fc.property(decided, ([entries, rulings]) => {
        const made = rulings.filter((r) => r.kind !== "undo");
        const undone = decide(...made, ...made.map((_, i): Ruling => ({ kind: "undo", decision: `dec_${i + 1}` })));
        const { entries: after, rejected, preferences } = applyDecisions(entries, undone);
        expect([after, rejected, preferences]).toEqual([entries, [], []]);
      }),
    );
  });

  it("to undo the last one restores what was before it", () => {
    fc.assert(
      fc.property(decided, ([entries, rulings]) => {
        fc.pre(rulings.length > 0);
        const before = applyDecisions(entries, decide(...rulings.slice(0, -1)));
        const undo: Ruling = { kind: "undo", decision: `dec_${rulings.length}` };
        const after = applyDecisions(entries, decide(...rulings, undo));
        expect([after.entries, after.rejected, after.preferences]).toEqual([before.entries, before.rejected, before.preferences]);
        expect(after.states.slice(0, rulings.length - 1)).toEqual(before.states);
      }),
    );
  });

  it("statuses of a pair do not overlap", () => {
    fc.assert(
      fc.property(decided, ([entries, rulings]) => {
        const applied = applyDecisions(entries, decide(...rulings));
        for (const { intervals } of deriveStatuses(applied.entries, applied.preferences))
          for (const [i, { ends }] of intervals.entries()) {
            const next = intervals[i + 1];
            if (!next) continue;
            expect(ends).not.toBeNull();
            const begin = next.begins?.bounds.to ?? next.evidence[0]?.bounds.to;
            if (ends!.bounds.from !== null && begin != null) expect(ends!.bounds.from <= begin).toBe(true);
          }
      }),
    );
  });
});
