import { expect, it } from "vitest";
import { decidedClaim, decidedClaims, decidedDocument, decisionStates } from "../../src/answers/decided-claims.ts";
import { correctFields, judgeClaims, preferSource, ruleOnEvents, undoDecision } from "../../src/answers/take-decision.ts";
import { claimId } from "../../src/claims/build-claims.ts";
import type { Claim } from "../../src/claims/claim.ts";
import type { Document } from "../../src/document/document.ts";
import { groupEvents } from "../../src/reasoning/events.ts";
import { deriveStatuses } from "../../src/reasoning/statuses.ts";
import { traceClaim } from "../../src/reasoning/trace-claim.ts";
import type { Record } from "../../src/record/record.ts";
import { describeEngines } from "../engines/engines.ts";
import { eachWithRecord } from "./each-with-record.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

const grounds = { by: "Ada", why: "seen in the archive" };
const pair = [
  ["sender", "KEN"],
  ["host", "LAO"],
] as const;

/** A claim on a quote of a document. */
function on(document: Document, quote: string, edtf: string | null, more: Partial<Claim> = {}): Claim {
  const start = document.text.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  const made = { ...makeClaim(document, "mission", "begins", pair, edtf), details: { level: "embassy", city: "Vientiane" }, ...more };
  const claim = { ...made, evidence: { ...made.evidence, start, end: start + quote.length, quote } };
  return { ...claim, id: claimId(claim) };
}

const QUOTE = "Kenya opened an embassy in Vientiane in 2004";

describeEngines("decisions", ({ makePlace }) => {
  let record: Record;
  eachWithRecord(makePlace, (opened) => {
    record = opened;
  });

  const between = (a = "KEN", b = "LAO", known?: string) => decidedClaims(record, [a, b], { known });
  const dates = async (known?: string) => (await between("KEN", "LAO", known)).entries.map((e) => e.claim.date.edtf);
  const entryOf = async (claim: Claim) => (await record.claim(claim.id))!;
  const first = makeDocument(`${QUOTE}. It rained.`, "a.txt");
  const at = (day: string): string => `${day}T08:00:00.000Z`;

  it("take effect when they are taken, and not in what was known before", async () => {
    const claim = on(first, QUOTE, "2004");
    await record.store(first, [claim], "one", undefined, at("2020-01-10"));
    await record.decide({ kind: "correct", claim, changes: [{ field: "date", from: "2004", to: "2005" }] }, "Ada", "why", at("2020-02-10"));
    const reject = await record.decide({ kind: "reject", claim }, "Ben", "why", at("2020-03-10"));
    await record.decide({ kind: "undo", decision: reject.id }, "Ada", "why", at("2020-04-10"));
    expect(await dates("2020-01-10")).toEqual(["2004"]);
    expect(await dates("2020-02-10")).toEqual(["2005"]);
    expect(await dates("2020-03-10")).toEqual([]);
    expect(await dates()).toEqual(["2005"]);
    const states = await decisionStates(record);
    expect(states.map((s) => [s.decision.number, s.decision.by, s.state, s.by?.number ?? null])).toEqual([
      [1, "Ada", "in-force", null],
      [2, "Ben", "undone", 3],
      [3, "Ada", "in-force", null],
    ]);
    expect((await decisionStates(record, "2020-03-10")).map((s) => s.state)).toEqual(["overruled", "in-force"]);
  });

  it("keep the old value, and are found by the new one", async () => {
    const claim = on(first, QUOTE, "2004");
    await record.store(first, [claim], "one");
    await correctFields(record, await entryOf(claim), ["host=Cambodia", "city=Phnom Penh", "date="], grounds);
    expect((await between()).entries).toEqual([]);
    const [moved] = (await between("KEN", "KHM")).entries;
    expect(moved!.claim).toMatchObject({ id: claim.id, date: { edtf: null }, details: { level: "embassy", city: "Phnom Penh" } });
    expect(moved!.decided).toMatchObject({ verdict: "corrected", was: claim });
    expect((await decidedClaim(record, await entryOf(claim))).claim.participants[1]).toMatchObject({ role: "host", actor: "KHM" });
    expect((await decidedDocument(record, first.id)).claims[0]!.details.city).toBe("Phnom Penh");
    // a second correction begins where the first ended
    const next = await correctFields(record, await entryOf(claim), ["host=Laos"], grounds);
    expect(next.ruling).toMatchObject({ changes: [{ field: "participant", role: "host", from: "KHM", to: "LAO" }] });
    expect((await between()).entries).toHaveLength(1);
  });

  it("are refused when the claim would be none, nothing would change, or nobody says why", async () => {
    const claim = on(first, QUOTE, "2004");
    await record.store(first, [claim], "one");
    const entry = await entryOf(claim);
    for (const [assignment, says] of [
      ["date=May 2004", /date: "May 2004" is no EDTF date/],
      ["phase=occurs", /phase: a claim of type mission has no phase "occurs"/],
      ["type=voyage", /"voyage" is no claim type/],
      ["level=palace", /level: "palace" is none; expected one of embassy/],
      ["colour=red", /colour: a claim of type mission has no such detail; expected level, city, occasion/],
      ["host=Atlantis", /no state or organisation is known as "Atlantis"/],
      ["host:Peru=Chile", /PER is not host of c_/],
      ["host=Kenya", /participants: a claim of type mission has two actors at least/],
      ["date=2004", /nothing would change/],
      ["whatever", /"whatever" is no assignment/],
    ] as const)
      await expect(correctFields(record, entry, [assignment], grounds)).rejects.toThrow(says);
    await expect(judgeClaims(record, "reject", [entry], { by: "Ada", why: " " })).rejects.toMatchObject({ code: "decision" });
    await expect(ruleOnEvents(record, "merge", [entry, entry], grounds)).rejects.toThrow(/takes two claims at least/);
    await expect(undoDecision(record, "dec_0", grounds)).rejects.toThrow(/no decision dec_0/);
    expect(await record.decisions()).toEqual([]);
  });

  it("survive a newer extractor that writes the claim differently", async () => {
    const claim = on(first, QUOTE, "2004");
    await record.store(first, [claim], "one");
    await judgeClaims(record, "reject", [await entryOf(claim)], grounds);
    const other = on(first, QUOTE, "2004-05", { phase: "holds", details: { level: "embassy" } });
    await record.store(first, [other], "two");
    expect(await dates()).toEqual([]);
    expect((await between()).rejected.map((e) => e.claim.id)).toEqual([other.id]);
    const [state] = await decisionStates(record);
    expect([state!.state, state!.says]).toEqual([
      "in-force",
      `${claim.id} is ${other.id} now (phase begins → holds; date 2004 → 2004-05; city Vientiane → none)`,
    ]);
    await expect(judgeClaims(record, "confirm", [await entryOf(claim)], grounds)).rejects.toThrow(/no longer stands/);
  });

  it("survive another text around the words, another cut of the quote and edited words", async () => {
    const claim = on(first, QUOTE, "2004");
    await record.store(first, [claim], "one");
    await correctFields(record, await entryOf(claim), ["date=2005-05"], grounds);
    for (const [text, quote] of [
      [`A new first line.\n\n${QUOTE}. It rained.`, QUOTE],
      [`Corrected: ${QUOTE}, when it rained.`, `${QUOTE}, when it rained`],
      ["Kenya opened an embassy in Vientiane in 2004 or so, it is said.", "Kenya opened an embassy in Vientiane in 2004 or so, it is said"],
      ["Kenya, a republic, opened an embassy in Vientiane in 2004.", "Kenya, a republic, opened an embassy in Vientiane in 2004"],
    ] as const) {
      const later = makeDocument(text, "a.txt");
      await record.store(later, [on(later, quote, "2004")], "one");
      expect([text, await dates()]).toEqual([text, ["2005-05"]]);
    }
  });

  it("are kept and listed when nothing is left to anchor them, and come back with the words", async () => {
    const claim = on(first, QUOTE, "2004");
    await record.store(first, [claim], "one", undefined, at("2020-01-10"));
    await judgeClaims(record, "reject", [await entryOf(claim)], grounds);
    const later = makeDocument("Laos opened an embassy in Nairobi in 2010.", "a.txt");
    await record.store(later, [on(later, later.text, "2010")], "one");
    expect((await decisionStates(record)).map((s) => [s.state, s.says])).toEqual([
      ["unanchored", `${claim.id}: its words are not there any more`],
    ]);
    expect(await dates()).toEqual(["2010"]);
    await record.store(first, [claim], "one");
    expect((await decisionStates(record)).map((s) => s.state)).toEqual(["in-force"]);
    expect(await dates()).toEqual([]);
  });

  it("do not pass to what names other actors, and do not choose between claims equally alike", async () => {
    const claim = on(first, QUOTE, "2004");
    await record.store(first, [claim], "one");
    await judgeClaims(record, "reject", [await entryOf(claim)], grounds);
    const participants = [
      { role: "sender", actor: "KEN", text: "Kenya" },
      { role: "host", actor: "THA", text: "Vientiane" },
    ];
    await record.store(first, [on(first, QUOTE, "2004", { participants })], "two");
    expect((await decisionStates(record)).map((s) => [s.state, s.says?.replace(/ \(.*/, "")])).toEqual([
      ["unanchored", `${claim.id}: its words are now read with host THA`],
    ]);
    const twice = makeDocument(`${QUOTE}.\n\n${QUOTE}.`, "a.txt");
    const one = on(twice, QUOTE, "2004");
    const second = {
      ...one,
      evidence: { ...one.evidence, start: one.evidence.start + QUOTE.length + 3, end: one.evidence.end + QUOTE.length + 3 },
    };
    await record.store(twice, [one, { ...second, id: claimId(second) }], "two");
    const [state] = await decisionStates(record);
    expect([state!.state, state!.claims.length]).toEqual(["ambiguous", 2]);
    expect((await between()).entries).toHaveLength(2);
  });

  it("prefer a source where sources contradict each other", async () => {
    const other = makeDocument("Kenya's embassy in Vientiane dates from 2006.", "b.txt", { publisher: "Herald" });
    await record.store(first, [on(first, QUOTE, "2004")], "one");
    await record.store(other, [on(other, other.text, "2006")], "one");
    const status = async () => {
      const { entries, preferences } = await between();
      const [found] = deriveStatuses(entries, preferences);
      return [found!.intervals.map((i) => i.begins?.edtf), found!.contradictions.length, found!.settled.length];
    };
    expect(await status()).toEqual([["2004"], 1, 0]);
    const asked = { source: "herald", over: null, pair: null, matter: null };
    const decision = await preferSource(record, asked, grounds);
    expect(await status()).toEqual([["2006"], 0, 1]);
    await preferSource(record, { source: "a.txt", over: "Herald", pair: ["KEN", "LAO"], matter: "mission" }, grounds);
    expect(await status()).toEqual([["2004"], 0, 1]);
    await expect(preferSource(record, { ...asked, source: "Heraldo" }, grounds)).rejects.toThrow(/Did you mean Herald\?/);
    for (const { id } of await record.decisions()) await undoDecision(record, id, grounds);
    expect(await status()).toEqual([["2004"], 1, 0]);
    expect((await decisionStates(record))[0]).toMatchObject({ state: "undone", decision: { id: decision.id } });
  });

  it("merge and split events, of the claims that are still there", async () => {
    const other = makeDocument("The embassy of Kenya in Vientiane was opened in June 2004.", "b.txt");
    const claims = [on(first, QUOTE, "2004-05"), on(other, other.text, "2004-06")] as const;
    await record.store(first, [claims[0]], "one");
    await record.store(other, [claims[1]], "one");
    const events = async () => groupEvents((await between()).entries).events.map((e) => [e.edtf, e.claims.length]);
    const entries = await Promise.all(claims.map(entryOf));
    expect(await events()).toEqual([
      ["2004-05", 1],
      ["2004-06", 1],
    ]);
    const merge = await ruleOnEvents(record, "merge", entries, grounds);
    expect(await events()).toEqual([["2004-05", 2]]);
    await ruleOnEvents(record, "split", entries, grounds);
    expect(await events()).toHaveLength(2);
    expect((await decisionStates(record)).map((s) => [s.decision.id === merge.id, s.state])).toEqual([
      [true, "overruled"],
      [false, "in-force"],
    ]);
  });

  it("stand in the history of a claim, with extractions, versions and why it was retired", async () => {
    const claim = on(first, QUOTE, "2004");
    await record.store(first, [claim], "one", undefined, at("2020-01-10"));
    const decision = await record.decide({ kind: "confirm", claim }, "Ada", "why", at("2020-02-10"));
    const finer = on(first, QUOTE, "2004-05");
    await record.store(first, [finer], "two", undefined, at("2020-03-10"));
    const later = makeDocument("Nothing of the kind.", "a.txt");
    await record.store(later, [], "two", undefined, at("2020-04-10"));
    const happened = traceClaim(claim, await record.history(claim.id), await decisionStates(record));
    expect(happened.map((h) => [h.at.slice(0, 10), h.kind])).toEqual([
      ["2020-01-10", "read"],
      ["2020-01-10", "extracted"],
      ["2020-02-10", "decided"],
      ["2020-03-10", "retired"],
      ["2020-03-10", "extracted"],
      ["2020-04-10", "retired"],
      ["2020-04-10", "read"],
      ["2020-04-10", "extracted"],
    ]);
    expect(happened[3]).toMatchObject({ why: "two read the same document anew" });
    expect(happened[4]).toMatchObject({ extractor: "two", differs: ["date 2004 → 2004-05"] });
    expect(happened[5]).toMatchObject({ why: "version 2 of a.txt took the place of version 1" });
    expect(happened[7]).toMatchObject({ claims: [] });
    expect(decision.id).toMatch(/^dec_[0-9a-f]{12}$/);
  });
});
