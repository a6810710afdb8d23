import { resolveActor } from "../actors/resolve-actor.ts";
import { CLAIM_TYPES, type Claim, type ClaimType } from "../claims/claim.ts";
import { DETAILS_OF, findClaimFaults, PHASES_OF } from "../claims/claim-schema.ts";
import { ROLES } from "../claims/roles.ts";
import { correctClaim } from "../reasoning/correct-claim.ts";
import type { Change } from "../record/decision.ts";
import { DecisionError } from "./decision-error.ts";

const ASSIGNMENT = /^\s*([a-z-]+)(?::([^=+]+?))?\s*(=|\+=|-=)([\s\S]*)$/;

/**
 * The changes that assignments ask of a claim: `date=1962-10-05` (empty: the words give none), `phase=ends`, `factuality=denied`,
 * `type=visit`, `place=Quito (Ecuador)`, a detail as `city=Quito` (empty: none), an actor as `host=Peru` where the role has one,
 * `host:Chile=Peru` where it has several, `host+=Peru` and `host-=Chile`. With another type, roles are taken over in their order,
 * and details and a phase that it has not are dropped. Throws DecisionError when one cannot be understood, when nothing would
 * change, and when the corrected claim would not be as docs/record.md has it.
 */
export function readChanges(claim: Claim, assignments: readonly string[]): Change[] {
  if (assignments.length === 0)
    throw new DecisionError("nothing to correct: expected assignments such as date=1962-10-05, host=Peru or level=embassy");
  const parsed = assignments.map(readAssignment);
  const type = readType(parsed.find((a) => a.field === "type")?.value ?? claim.type);
  const changes: Change[] = type === claim.type ? [] : takeOver(claim, type);
  let now = correctClaim(claim, changes);
  const make = (change: Change | null): void => {
    if (change === null) return;
    changes.push(change);
    now = correctClaim(now, [change]);
  };
  for (const assignment of parsed.filter((a) => a.field !== "type")) make(readChange(now, assignment));
  if (changes.length === 0) throw new DecisionError(`nothing would change: ${claim.id} says ${assignments.join(", ")} already`);
  const before = new Set(findClaimFaults(claim));
  const faults = findClaimFaults(now).filter((fault) => !before.has(fault));
  if (faults.length > 0) throw new DecisionError(faults.join(". "));
  return changes;
}

interface Assignment {
  readonly field: string;
  /** The actor that is to be replaced. */
  readonly old: string | null;
  readonly sign: "=" | "+=" | "-=";
  readonly value: string;
  readonly written: string;
}

function readAssignment(written: string): Assignment {
  const [, field, old, sign, value] = ASSIGNMENT.exec(written) ?? [];
  if (field === undefined || sign === undefined || value === undefined)
    throw new DecisionError(`"${written}" is no assignment. Expected FIELD=VALUE, such as date=1962-10-05, host=Peru or level=embassy`);
  return { field, old: old ?? null, sign: sign as Assignment["sign"], value: value.trim(), written };
}

function readType(text: string): ClaimType {
  const type = CLAIM_TYPES.find((t) => t === text);
  if (!type) throw new DecisionError(`type: "${text}" is no claim type. Expected one of ${CLAIM_TYPES.join(", ")}`);
  return type;
}

/** What makes a claim one of another type: roles in their order, no details and phases that the type has not. */
function takeOver(claim: Claim, type: ClaimType): Change[] {
  const changes: Change[] = [{ field: "type", from: claim.type, to: type }];
  const [phase] = PHASES_OF[type];
  if (!PHASES_OF[type].includes(claim.phase) && PHASES_OF[type].length === 1)
    changes.push({ field: "phase", from: claim.phase, to: phase! });
  const [before, after] = [claim.type, type].map((t) => Object.keys(ROLES[t as ClaimType].roles));
  for (const { role, actor } of claim.participants) {
    if (after!.includes(role)) continue;
    const to = ROLES[type].mutual ? after![0]! : after![Math.min(before!.indexOf(role), after!.length - 1)]!;
    changes.push({ field: "participant", role, from: actor, to: null }, { field: "participant", role: to, from: null, to: actor });
  }
  for (const [name, value] of Object.entries(claim.details))
    if (!(name in DETAILS_OF[type]) && name !== "occasion") changes.push({ field: "detail", name, from: value, to: null });
  return changes;
}

function readChange(claim: Claim, assignment: Assignment): Change | null {
  const { field, value, sign, old, written } = assignment;
  if (field in ROLES[claim.type].roles) return readParticipant(claim, assignment);
  if (sign !== "=" || old !== null)
    throw new DecisionError(
      `"${written}": ${field} is no role of a ${claim.type}; expected one of ${Object.keys(ROLES[claim.type].roles).join(", ")} before ":", "+=" and "-="`,
    );
  switch (field) {
    case "phase":
      return value === claim.phase ? null : { field, from: claim.phase, to: value as Claim["phase"] };
    case "factuality":
      return value === claim.factuality ? null : { field, from: claim.factuality, to: value as Claim["factuality"] };
    case "date":
      return (value || null) === claim.date.edtf ? null : { field, from: claim.date.edtf, to: value || null };
    case "place":
      return readPlace(claim, value);
  }
  const from = claim.details[field] ?? null;
  const to = value === "" ? null : DETAILS_OF[claim.type][field] === "number" && Number.isFinite(Number(value)) ? Number(value) : value;
  return from === to ? null : { field: "detail", name: field, from, to };
}

/** "Quito (Ecuador)" → the words and the state they lie in. */
function readPlace({ place }: Claim, value: string): Change | null {
  const [, text = "", state] = /^(.*?)\s*(?:\(([^()]+)\))?$/s.exec(value) ?? [];
  const to = text === "" ? null : { text, actor: state === undefined ? null : actorNamed(state) };
  return JSON.stringify(to) === JSON.stringify(place) ? null : { field: "place", from: place, to };
}

function readParticipant(claim: Claim, { field: role, old, sign, value, written }: Assignment): Change | null {
  const there = claim.participants.filter((p) => p.role === role).map((p) => p.actor);
  const has = (actor: string): boolean => there.includes(actor);
  const listed = there.length > 0 ? there.join(", ") : "nobody";
  if (sign !== "=") {
    const actor = actorNamed(value);
    if (sign === "+=") return has(actor) ? null : { field: "participant", role, from: null, to: actor };
    if (!has(actor)) throw new DecisionError(`"${written}": ${actor} is not ${role} of ${claim.id}; ${listed} is`);
    return { field: "participant", role, from: actor, to: null };
  }
  if (value === "") throw new DecisionError(`"${written}": to take an actor away write ${role}-=ACTOR`);
  const to = actorNamed(value);
  const from = old === null ? (there.length === 1 ? there[0]! : null) : actorNamed(old);
  if (from === null && there.length > 0)
    throw new DecisionError(`"${written}": ${claim.id} has several as ${role} (${listed}); say which: ${role}:${there[0]}=${to}`);
  if (from !== null && !has(from)) throw new DecisionError(`"${written}": ${from} is not ${role} of ${claim.id}; ${listed} is`);
  return from === to ? null : { field: "participant", role, from, to };
}

function actorNamed(words: string): string {
  const id = words.trim();
  const actor = resolveActor(id);
  if (actor) return actor.id;
  if (/^(?:org|group|region|x):[a-z0-9-]+$/.test(id)) return id;
  throw new DecisionError(`no state or organisation is known as "${id}". Expected a name, an acronym, or an id such as KOR or org:celac`);
}
