import type { Claim } from "../claims/claim.ts";
import { type Application, applyDecisions } from "../reasoning/apply-decisions.ts";
import type { Preference } from "../reasoning/preferences.ts";
import { timeOf } from "../reasoning/time-bounds.ts";
import { claimsOfRuling, type Decision } from "../record/decision.ts";
import type { ClaimEntry, ClaimFilter, Record } from "../record/record.ts";

/** Claims that answer a question, as people decided about them. */
export interface DecidedClaims {
  /** As the question asks for them: with corrections made and marked, without those that were rejected. */
  readonly entries: readonly ClaimEntry[];
  /** Those that would be among them, had nobody rejected them. */
  readonly rejected: readonly ClaimEntry[];
  /** The latest first. */
  readonly preferences: readonly Preference[];
}

/**
 * What the record says of actors (of one, of several together, of all when none is named) after the decisions of people: those
 * that it knew by the end of the day `known`, where one is given. A corrected claim is found by what it says now.
 */
export async function decidedClaims(record: Record, actors: readonly string[], filter: ClaimFilter = {}): Promise<DecidedClaims> {
  const decisions = await record.decisions(filter.known);
  if (decisions.length === 0) return { entries: await record.claims(actors, filter), rejected: [], preferences: [] };
  // a correction may move a claim from one page to another
  const { limit, skip = 0, ...whole } = filter;
  const found = await record.claims(actors, whole);
  const bearing = await decisionsOn(record, found, decisions, (d) => bringsIn(d, actors, filter), filter.known);
  const { entries, rejected, preferences } = applyDecisions(await withMeant(record, found, bearing, filter.known), bearing);
  const asked = (e: ClaimEntry): boolean => isAsked(e, actors, filter);
  const page = inOrderOfTime(entries.filter(asked)).slice(skip, limit === undefined ? undefined : skip + limit);
  return { entries: page, rejected: rejected.filter(asked), preferences };
}

/** Every decision with what became of it, in order; as known on a day where one is given. */
export async function decisionStates(record: Record, known?: string): Promise<Application["states"]> {
  const decisions = await record.decisions(known);
  return applyDecisions(await withMeant(record, [], decisions, known), decisions).states;
}

/**
 * Claims in their order with what was decided about each; the rejected ones too. One that is retired or superseded carries the
 * decisions that were made about it then.
 */
export async function withDecisions(record: Record, entries: readonly ClaimEntry[], known?: string): Promise<ClaimEntry[]> {
  const decisions = await record.decisions(known);
  if (decisions.length === 0) return [...entries];
  const bearing = await decisionsOn(record, entries, decisions, () => false, known);
  const applied = applyDecisions(await withMeant(record, entries, bearing, known), bearing);
  const decided = new Map([...applied.entries, ...applied.rejected].map((e) => [e.claim.id, e]));
  return entries.map((e) => decided.get(e.claim.id) ?? e);
}

/** The same for one claim. */
export async function decidedClaim(record: Record, entry: ClaimEntry): Promise<ClaimEntry> {
  return (await withDecisions(record, [entry]))[0]!;
}

/** The standing claims of a document (by id, edition or source) in the order of their evidence, and those that were rejected. */
export async function decidedDocument(record: Record, name: string): Promise<{ claims: Claim[]; rejected: Claim[] }> {
  const [claims, decisions] = await Promise.all([record.claimsOf(name), record.decisions()]);
  if (decisions.length === 0) return { claims, rejected: [] };
  const own = new Set(claims.map((c) => c.id));
  const { entries, rejected } = applyDecisions(await withMeant(record, [], decisions), decisions);
  const corrected = new Map(entries.map((e) => [e.claim.id, e.claim]));
  const gone = new Set(rejected.map((e) => e.claim.id));
  return {
    claims: claims.filter((c) => !gone.has(c.id)).map((c) => corrected.get(c.id) ?? c),
    rejected: rejected.map((e) => e.claim).filter((c) => own.has(c.id)),
  };
}

/**
 * The decisions that can bear on these claims, so that the cost of an answer does not grow with all that was ever decided: those
 * about them, those whose claims do not stand any more but had the source or the text of one of them, those that bring other
 * claims in, all others about the same claims, and those that are about no claim.
 */
async function decisionsOn(
  record: Record,
  found: readonly ClaimEntry[],
  decisions: readonly Decision[],
  bringsMore: (decision: Decision) => boolean,
  known?: string,
): Promise<Decision[]> {
  const ids = new Set(found.map((e) => e.claim.id));
  const places = new Set(found.flatMap((e) => placesOf(e.claim)));
  const claims = decisions.flatMap((d) => claimsOfRuling(d.ruling));
  const standing = await record.standing(
    [...new Set(claims.map((c) => c.id))].filter((id) => !ids.has(id)),
    known,
  );
  const bringing = new Set(decisions.filter(bringsMore));
  // under which id the claim that is brought in was decided about since, its words tell
  const brought = new Set([...bringing].flatMap((d) => claimsOfRuling(d.ruling).flatMap(placesOf)));
  const mayBeFound = (claim: Claim): boolean =>
    ids.has(claim.id) || placesOf(claim).some((place) => brought.has(place) || (!standing.has(claim.id) && places.has(place)));
  const concerned = new Set(
    decisions
      .filter((d) => bringing.has(d) || claimsOfRuling(d.ruling).some(mayBeFound))
      .flatMap((d) => claimsOfRuling(d.ruling).map((c) => c.id)),
  );
  return decisions.filter(({ ruling }) => {
    const about = claimsOfRuling(ruling);
    return about.length === 0 || about.some((c) => concerned.has(c.id));
  });
}

/** The text and the source of a claim. */
export function placesOf({ evidence }: Claim): string[] {
  return [evidence.document, evidence.source];
}

/** Whether a correction can make a claim one that is asked for. */
export function bringsIn({ ruling }: Decision, actors: readonly string[], { types, fromYear, toYear }: ClaimFilter): boolean {
  if (ruling.kind !== "correct") return false;
  return ruling.changes.some(
    (change) =>
      (change.field === "participant" && change.to !== null && actors.includes(change.to)) ||
      (change.field === "type" && types !== undefined && types.includes(change.to)) ||
      (change.field === "date" && (fromYear !== undefined || toYear !== undefined)),
  );
}

/** The claims given, and those that decisions may be about. */
export async function withMeant(
  record: Record,
  found: readonly ClaimEntry[],
  decisions: readonly Decision[],
  known?: string,
): Promise<ClaimEntry[]> {
  const meant = await record.claimsNear(
    decisions.flatMap((d) => claimsOfRuling(d.ruling)),
    known,
  );
  const there = new Set(found.map((e) => e.claim.id));
  return [...found, ...meant.filter((e) => !there.has(e.claim.id))];
}

/** What `Record.claims` asks of claims, asked of a claim that was corrected. */
function isAsked({ claim, ...entry }: ClaimEntry, actors: readonly string[], { types, fromYear, toYear }: ClaimFilter): boolean {
  if (!actors.every((actor) => claim.participants.some((p) => p.actor === actor))) return false;
  if (types?.length && !types.includes(claim.type)) return false;
  if (fromYear === undefined && toYear === undefined) return true;
  const { from, to } = claim.date.edtf === null ? { from: null, to: null } : timeOf({ claim, ...entry });
  if (from === null && to === null) return false;
  const late = fromYear === undefined || to === null || Number(to.slice(0, 4)) >= fromYear;
  return late && (toYear === undefined || from === null || Number(from.slice(0, 4)) <= toYear);
}

/** As `Record.claims` gives them: by the first day of their dates, then the last; undated ones at the end. */
function inOrderOfTime(entries: readonly ClaimEntry[]): ClaimEntry[] {
  const keys = new Map(
    entries.map((e) => {
      const { from, to } = e.claim.date.edtf === null ? { from: null, to: null } : timeOf(e);
      const place = [e.document.edition, String(e.claim.evidence.start).padStart(12, "0"), e.claim.id];
      return [e, [from ?? "9999-99", to ?? "", ...place].join(" ")];
    }),
  );
  return [...entries].sort((x, y) => (keys.get(x)! < keys.get(y)! ? -1 : 1));
}
