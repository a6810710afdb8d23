import type { Hono } from "hono";
import { decidedClaims, decisionStates } from "../answers/decided-claims.ts";
import { findContradictions } from "../reasoning/contradictions.ts";
import { measureCoverage } from "../reasoning/coverage.ts";
import { groupEvents } from "../reasoning/events.ts";
import { tracePledges } from "../reasoning/pledges.ts";
import { summariseSources } from "../reasoning/source-list.ts";
import { statusAt } from "../reasoning/status-at.ts";
import { deriveStatuses } from "../reasoning/statuses.ts";
import { mayCoincide, timeOf } from "../reasoning/time-bounds.ts";
import { traceClaim } from "../reasoning/trace-claim.ts";
import type { ClaimEntry, Record } from "../record/record.ts";
import { namesOf } from "./names-of.ts";
import { readActors, readDay, readPair } from "./parameters.ts";

/** What follows from claims and decisions: answers for a day, and as known on a day. Nothing of it is stored. */
export function addReasoningRoutes(app: Hono, record: Record): void {
  const today = (): string => new Date().toISOString().slice(0, 10);

  app.get("/api/status", async (c) => {
    const [a, b] = readPair(c.req.query("a"), c.req.query("b"), "a status");
    const [on, known] = [readDay(c.req.query("on"), "on") ?? today(), readDay(c.req.query("known"), "known")];
    const { entries, preferences } = await decidedClaims(record, [a.id, b.id], { known });
    const statuses = deriveStatuses(entries, preferences)
      .filter(({ matter }) => [a.id, b.id].includes(matter.a) && [a.id, b.id].includes(matter.b))
      .map((status) => ({ ...status, answer: statusAt(status, on) }));
    return c.json({ a, b, on, known: known ?? null, statuses, names: namesIn(entries) });
  });

  app.get("/api/events", async (c) => {
    const actors = readActors(c.req.queries("actor"));
    const known = readDay(c.req.query("known"), "known");
    const { entries, preferences } = await decidedClaims(record, actors, { known });
    return c.json({ actors, known: known ?? null, ...groupEvents(entries, preferences), names: namesIn(entries) });
  });

  app.get("/api/pledges", async (c) => {
    const actors = readActors(c.req.queries("actor"));
    const [on, known] = [readDay(c.req.query("on"), "on") ?? today(), readDay(c.req.query("known"), "known")];
    const { entries, preferences } = await decidedClaims(record, actors, { known });
    return c.json({ actors, on, known: known ?? null, pledges: tracePledges(entries, on, preferences), names: namesIn(entries) });
  });

  app.get("/api/contradictions", async (c) => {
    const actors = readActors(c.req.queries("actor"));
    const [on, known] = [readDay(c.req.query("on"), "on"), readDay(c.req.query("known"), "known")];
    const { entries, preferences } = await decidedClaims(record, actors, { known });
    const contradictions = findContradictions(entries, preferences).filter(
      ({ matter, days }) =>
        actors.every((id) => matter.a === id || matter.b === id) &&
        (on === undefined || (days !== null && mayCoincide(days, { from: on, to: on }))),
    );
    return c.json({ actors, on: on ?? null, known: known ?? null, contradictions, names: namesIn(entries) });
  });

  app.get("/api/coverage", async (c) => {
    const [a, b] = readPair(c.req.query("a"), c.req.query("b"), "a coverage");
    const [on, known] = [readDay(c.req.query("on"), "on") ?? today(), readDay(c.req.query("known"), "known")];
    const { entries } = await decidedClaims(record, [a.id, b.id], { known });
    const dated = entries.filter((e) => (timeOf(e).from ?? on) <= on);
    return c.json({ a, b, on, known: known ?? null, ...measureCoverage(dated, on) });
  });

  app.get("/api/sources", async (c) => {
    const actors = readActors(c.req.queries("actor"));
    const known = readDay(c.req.query("known"), "known");
    const { entries, preferences } = await decidedClaims(record, actors, { known });
    return c.json({ actors, known: known ?? null, sources: summariseSources(entries, preferences) });
  });

  app.get("/api/decisions", async (c) => {
    const known = readDay(c.req.query("known"), "known");
    return c.json({ known: known ?? null, decisions: await decisionStates(record, known) });
  });

  app.get("/api/claims/:id/history", async (c) => {
    const entry = await record.claim(c.req.param("id"));
    if (!entry) return c.json({ error: `the record has no claim ${c.req.param("id")}, or several that begin so` }, 404);
    const happenings = traceClaim(entry.claim, await record.history(entry.claim.id), await decisionStates(record));
    return c.json({ claim: entry.claim, happenings });
  });
}

function namesIn(entries: readonly ClaimEntry[]): { [id: string]: string } {
  return namesOf(entries.flatMap((e) => e.claim.participants.map((p) => p.actor)));
}
