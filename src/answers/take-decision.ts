import type { Claim } from "../claims/claim.ts";
import { findUndone } from "../reasoning/apply-decisions.ts";
import { fold, MATTER_KINDS } from "../reasoning/matters.ts";
import { isSource } from "../reasoning/preferences.ts";
import { sourceName } from "../reasoning/sources.ts";
import type { Decision } from "../record/decision.ts";
import type { ClaimEntry, Record } from "../record/record.ts";
import { decidedClaim } from "./decided-claims.ts";
import { DecisionError } from "./decision-error.ts";
import { readChanges } from "./read-changes.ts";

/** Who decides, and why. */
export interface Grounds {
  readonly by: string;
  readonly why: string;
}

/** Confirms or rejects what each of the claims says. */
export async function judgeClaims(
  record: Record,
  kind: "confirm" | "reject",
  entries: readonly ClaimEntry[],
  grounds: Grounds,
): Promise<Decision[]> {
  const claims = await standingClaims(record, entries);
  const decisions: Decision[] = [];
  for (const claim of claims) decisions.push(await take(record, { kind, claim }, grounds));
  return decisions;
}

/** Corrects fields of a claim; see `readChanges` for how they are written. */
export async function correctFields(
  record: Record,
  entry: ClaimEntry,
  assignments: readonly string[],
  grounds: Grounds,
): Promise<Decision> {
  const [claim] = await standingClaims(record, [entry]);
  const shown = await decidedClaim(record, entry);
  return take(record, { kind: "correct", claim: claim!, changes: readChanges(shown.claim, assignments) }, grounds);
}

/** Says that claims tell of one happening, or that no two of them do. */
export async function ruleOnEvents(
  record: Record,
  kind: "merge" | "split",
  entries: readonly ClaimEntry[],
  grounds: Grounds,
): Promise<Decision> {
  const claims = await standingClaims(record, entries);
  if (claims.length < 2) throw new DecisionError(`to ${kind} takes two claims at least; ${claims.length} was named`);
  const shown = await Promise.all(entries.map((e) => decidedClaim(record, e)));
  const types = [...new Set(shown.map((e) => e.claim.type))];
  if (types.length > 1)
    throw new DecisionError(`claims of different types (${types.join(", ")}) are different events already; correct a type first`);
  return take(record, { kind, claims }, grounds);
}

export interface PreferenceAsked {
  readonly source: string;
  readonly over: string | null;
  readonly pair: readonly [string, string] | null;
  readonly matter: string | null;
}

/** Says that a source is to be believed before another, or before all others. */
export async function preferSource(record: Record, asked: PreferenceAsked, grounds: Grounds): Promise<Decision> {
  const names = await sourcesIn(record);
  const named = (words: string): string => {
    const found = names.find((s) => isSource(words, s)) ?? null;
    if (found) return sourceName(found);
    const all = [...new Set(names.map(sourceName))].sort();
    const near = all.filter((n) => fold(n).includes(fold(words)) || fold(words).includes(fold(n))).slice(0, 5);
    const shown =
      near.length > 0
        ? `Did you mean ${near.join(", ")}?`
        : `Expected one of: ${all.slice(0, 12).join(", ")}${all.length > 12 ? " …" : ""}`;
    throw new DecisionError(`no document of the record has the source "${words}". ${shown}`);
  };
  const source = named(asked.source);
  const over = asked.over === null ? null : named(asked.over);
  if (over === source) throw new DecisionError(`${source} cannot be preferred over itself`);
  const kinds: readonly string[] = [...MATTER_KINDS, "founding"];
  if (asked.matter !== null && !kinds.includes(asked.matter))
    throw new DecisionError(`"${asked.matter}" is no standing matter. Expected one of: ${kinds.join(", ")}`);
  return take(record, { kind: "prefer", source, over, pair: asked.pair, matter: asked.matter }, grounds);
}

/** Revokes a decision, which may itself be one that revoked another. The decision is named by its id or the beginning of it. */
export async function undoDecision(record: Record, id: string, grounds: Grounds): Promise<{ decision: Decision; undone: Decision }> {
  const decisions = await record.decisions();
  const found = decisions.filter((d) => d.id.startsWith(id));
  const undone = found.find((d) => d.id === id) ?? found[0];
  if (!undone) throw new DecisionError(`the record has no decision ${id}. \`chancery decide list\` prints the ids of decisions`);
  if (found.length > 1 && undone.id !== id)
    throw new DecisionError(
      `${found.length} decisions begin with “${id}”: ${found
        .slice(0, 5)
        .map((d) => d.id)
        .join(", ")}. Give more of the id`,
    );
  const by = findUndone(decisions).get(undone.id);
  if (by) throw new DecisionError(`${undone.id} is undone already, by ${by.id} of ${by.by}. To bring it back, undo ${by.id}`);
  return { decision: await take(record, { kind: "undo", decision: undone.id }, grounds), undone };
}

async function take(record: Record, ruling: Decision["ruling"], { by, why }: Grounds): Promise<Decision> {
  if (by.trim() === "") throw new DecisionError("it must be said who decides");
  if (why.trim() === "") throw new DecisionError("it must be said why");
  return record.decide(ruling, by.trim(), why.trim());
}

/** The claims as they were extracted. What no longer stands is not decided about: nothing would come of it. */
async function standingClaims(record: Record, entries: readonly ClaimEntry[]): Promise<Claim[]> {
  const claims = [...new Map(entries.map(({ claim, decided }) => [claim.id, decided?.was ?? claim])).values()];
  const standing = new Set((await record.claimsNear(claims)).map((e) => e.claim.id));
  const gone = claims.find((c) => !standing.has(c.id));
  if (gone)
    throw new DecisionError(
      `${gone.id} no longer stands: ${gone.evidence.source} was read anew since. \`chancery history ${gone.id}\` shows how its words are read now`,
    );
  return claims;
}

async function sourcesIn(record: Record): Promise<ClaimEntry["document"][]> {
  return (await record.documents()).map(({ id, edition, title, date, source, publisher, address }) => ({
    id,
    edition,
    title,
    date,
    source,
    publisher,
    address,
  }));
}
