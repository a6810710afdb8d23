import { createHash } from "node:crypto";
import type { Claim } from "../claims/claim.ts";
import { ROLES } from "../claims/roles.ts";
import type { Bounds } from "../language/dates/edtf.ts";
import type { ClaimEntry } from "../record/record.ts";
import { fold } from "./matters.ts";
import { type Source, sourcesOf } from "./sources.ts";
import { ANY_TIME, intersection, mayCoincide, timeOf, widthOf } from "./time-bounds.ts";

/** One happening, of which several documents may tell. */
export interface Event {
  /** `e_` and 16 hex digits of the ids of its claims. */
  readonly id: string;
  readonly type: Claim["type"];
  readonly phase: Claim["phase"];
  readonly factuality: Claim["factuality"];
  /** Every participant that a claim names, role and actor, sorted. */
  readonly participants: readonly { readonly role: string; readonly actor: string }[];
  /** The most precise date that its claims give, null when none gives one. */
  readonly edtf: string | null;
  readonly bounds: Bounds;
  /** The proper name that most sources give it, the longer of two given equally often. */
  readonly title: string | null;
  readonly claims: readonly ClaimEntry[];
  /** Who tells of it; copies of one text are one source. */
  readonly sources: readonly Source[];
}

/** Claims that may speak of any one of several events, too imprecise to say which. */
export interface Ambiguous {
  readonly claim: ClaimEntry;
  readonly events: readonly Event[];
}

/** Details that tell one happening from another where both claims give them. */
const TELLING = ["series", "number", "level", "city", "title", "name", "office", "item", "amount", "kind"] as const;

/**
 * Claims of one happening, brought together: same type, phase and factuality, the same actors in the same roles (one
 * claim may leave some out), dates that can be the same, no detail that differs. The most precise claims come first, so
 * that "in 2015" joins "on 20 April 2015" and not the other way; a claim that fits several events is given apart.
 * Claims of any order give the same. States of affairs (`holds`) are no events.
 */
export function groupEvents(entries: readonly ClaimEntry[]): { events: Event[]; ambiguous: Ambiguous[] } {
  const happenings = entries
    .filter((e) => e.claim.phase !== "holds" && e.claim.type !== "figure")
    .map((entry) => ({ entry, bounds: boundsOf(entry) }))
    .sort(
      (x, y) =>
        widthOf(x.bounds) - widthOf(y.bounds) ||
        y.entry.claim.participants.length - x.entry.claim.participants.length ||
        Object.keys(y.entry.claim.details).length - Object.keys(x.entry.claim.details).length ||
        x.entry.claim.id.localeCompare(y.entry.claim.id) ||
        x.entry.document.edition.localeCompare(y.entry.document.edition),
    );
  const groups = new Map<string, { entries: ClaimEntry[]; bounds: Bounds }[]>();
  const unsure: { entry: ClaimEntry; groups: { entries: ClaimEntry[] }[] }[] = [];
  for (const { entry, bounds } of happenings) {
    const key = kindOf(entry.claim);
    const known = groups.get(key) ?? [];
    groups.set(key, known);
    const fitting = known.filter((g) => mayCoincide(g.bounds, bounds) && g.entries.every((e) => mayBeOne(e.claim, entry.claim)));
    if (fitting.length > 1) unsure.push({ entry, groups: fitting });
    else if (fitting.length === 1) {
      fitting[0]!.entries.push(entry);
      fitting[0]!.bounds = intersection(fitting[0]!.bounds, bounds);
    } else known.push({ entries: [entry], bounds });
  }
  const events = new Map([...groups.values()].flat().map((g) => [g.entries, toEvent(g.entries, g.bounds)]));
  return {
    events: [...events.values()].sort(
      (x, y) => (x.bounds.from ?? "9999").localeCompare(y.bounds.from ?? "9999") || x.id.localeCompare(y.id),
    ),
    ambiguous: unsure.map(({ entry, groups: fitting }) => ({ claim: entry, events: fitting.map((g) => events.get(g.entries)!) })),
  };
}

/** An undated happening may be any; one that a document reports lies before it was written. */
function boundsOf(entry: ClaimEntry): Bounds {
  return entry.claim.factuality === "actual" || entry.claim.date.edtf !== null ? timeOf(entry) : ANY_TIME;
}

function kindOf({ type, phase, factuality }: Claim): string {
  return [type, phase, factuality].join("|");
}

function mayBeOne(x: Claim, y: Claim): boolean {
  return sameActors(x, y) && TELLING.every((key) => agree(x.details[key], y.details[key]));
}

function agree(x: string | number | undefined, y: string | number | undefined): boolean {
  if (x === undefined || y === undefined) return true;
  const [a, b] = [fold(String(x)), fold(String(y))];
  return a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

/**
 * Each names all actors of the other, role by role, or more; and what happens between two actors has two in common. Of a
 * directed type every role that both fill must share an actor: a tour of three hosts is one with the visit to one of them.
 */
function sameActors(x: Claim, y: Claim): boolean {
  const { mutual } = ROLES[x.type];
  const [a, b] = [rolesOf(x, mutual), rolesOf(y, mutual)];
  let shared = 0;
  for (const [role, actors] of a) {
    const others = b.get(role);
    if (!others) continue;
    const common = [...actors].filter((actor) => others.has(actor)).length;
    const whole = common === Math.min(actors.size, others.size);
    if (!whole) return false;
    shared += common;
  }
  return shared >= Math.min(2, x.participants.length, y.participants.length);
}

/** Actors by role; equal parties and the organisation they meet in are told apart by nothing but their ids. */
function rolesOf({ participants }: Claim, mutual: boolean): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { role, actor } of participants) {
    const key = mutual && role !== "initiator" && role !== "target" ? "party" : role;
    roles.set(key, (roles.get(key) ?? new Set()).add(actor));
  }
  return roles;
}

function toEvent(entries: readonly ClaimEntry[], bounds: Bounds): Event {
  const { type, phase, factuality } = entries[0]!.claim;
  const participants = new Map<string, { role: string; actor: string }>();
  for (const { claim } of entries) for (const { role, actor } of claim.participants) participants.set(`${role} ${actor}`, { role, actor });
  const ids = [...new Set(entries.map((e) => e.claim.id))].sort();
  return {
    id: `e_${createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 16)}`,
    type,
    phase,
    factuality,
    participants: [...participants.entries()].sort(([x], [y]) => x.localeCompare(y)).map(([, p]) => p),
    edtf: entries.find((e) => e.claim.date.edtf !== null)?.claim.date.edtf ?? null,
    bounds,
    title: commonest(entries),
    claims: entries,
    sources: sourcesOf(entries),
  };
}

function commonest(entries: readonly ClaimEntry[]): string | null {
  const counts = new Map<string, { title: string; count: number }>();
  for (const { claim } of entries) {
    const title = claim.details.title ?? claim.details.name ?? claim.details.series;
    if (title === undefined) continue;
    const key = fold(String(title));
    counts.set(key, { title: String(title), count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return (
    [...counts.values()].sort((x, y) => y.count - x.count || y.title.length - x.title.length || x.title.localeCompare(y.title))[0]?.title ??
    null
  );
}
