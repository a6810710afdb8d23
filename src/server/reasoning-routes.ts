import type { Hono, HonoRequest } from "hono";
import { HTTPException } from "hono/http-exception";
import { decidedClaims, decisionStates } from "../answers/decided-claims.ts";
import { contradictionsAbout, statusesBetween } from "../answers/statuses-between.ts";
import { contradictionsWithWords, statusesWithWords } from "../answers/with-words.ts";
import { measureCoverage } from "../reasoning/coverage.ts";
import { groupEvents } from "../reasoning/events.ts";
import { MATTER_KINDS, type MatterKind } from "../reasoning/matters.ts";
import { tracePledges } from "../reasoning/pledges.ts";
import { summariseSources } from "../reasoning/source-list.ts";
import type { Status } from "../reasoning/status.ts";
import { statusAt } from "../reasoning/status-at.ts";
import { mayCoincide, timeOf } from "../reasoning/time-bounds.ts";
import { traceClaim } from "../reasoning/trace-claim.ts";
import type { ClaimEntry, Record } from "../record/record.ts";
import { namesOf } from "./names-of.ts";
import { readActors, readCount, readDay, readPair } from "./parameters.ts";

/** What follows from claims and decisions: answers for a day, and as known on a day. Nothing of it is stored. */
export function addReasoningRoutes(app: Hono, record: Record): void {
  const today = (): string => new Date().toISOString().slice(0, 10);

  app.get("/api/status", async (c) => {
    const [a, b] = readPair(c.req.query("a"), c.req.query("b"), "a status");
    const [on, known] = [readDay(c.req.query("on"), "on") ?? today(), readDay(c.req.query("known"), "known")];
    const kinds = c.req.queries("kind") ?? [];
    const unknown = kinds.find((k) => !(MATTER_KINDS as readonly string[]).includes(k));
    if (unknown)
      throw new HTTPException(400, {
        message: `kind: "${unknown}" is no kind of standing matter; expected one of ${MATTER_KINDS.join(", ")}`,
      });
    const { limit, skip, claims } = readPage(c.req);
    const found = await statusesBetween(record, [a.id, b.id], { known, kinds: kinds as MatterKind[], limit, skip });
    const answers = found.statuses.map((status) => ({ status, answer: statusAt(status, on) }));
    const shown = await statusesWithWords(record, answers, claims, known);
    const statuses = shown.map(({ status, answer, leftOut }) => ({ ...status, answer, leftOut }));
    return c.json({ a, b, on, known: known ?? null, total: found.total, statuses, names: namesIn(statuses.flatMap(claimsIn)) });
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
    const found = (await contradictionsAbout(record, actors, known)).filter(
      ({ days }) => on === undefined || (days !== null && mayCoincide(days, { from: on, to: on })),
    );
    const { limit, skip, claims } = readPage(c.req);
    const page = found.slice(skip, limit === undefined ? undefined : skip + limit);
    const contradictions = await contradictionsWithWords(record, page, claims, known);
    const names = namesIn(contradictions.flatMap(({ first, second }) => [...first, ...second]));
    return c.json({ actors, on: on ?? null, known: known ?? null, total: found.length, contradictions, names });
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

/** Claims that are given of each list, unless more are asked for. */
const SHOWN_CLAIMS = 20;

/** The part of a list that a question asks for with `limit` and `skip`, and how many claims of each list within it with `claims`. */
function readPage(request: HonoRequest): { limit: number | undefined; skip: number; claims: number } {
  return {
    limit: readCount(request.query("limit"), "limit"),
    skip: readCount(request.query("skip"), "skip") ?? 0,
    claims: readCount(request.query("claims"), "claims") ?? SHOWN_CLAIMS,
  };
}

function claimsIn({ intervals, denials, steps }: Status): ClaimEntry[] {
  const held = intervals.flatMap((i) => [...(i.begins?.claims ?? []), ...(i.ends?.claims ?? []), ...i.evidence.map((e) => e.claim)]);
  return [...held, ...denials.map((d) => d.claim), ...steps];
}

function namesIn(entries: readonly ClaimEntry[]): { [id: string]: string } {
  return namesOf(entries.flatMap((e) => e.claim.participants.map((p) => p.actor)));
}
