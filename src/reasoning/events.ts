import { createHash } from "node:crypto";
import type { Claim } from "../claims/claim.ts";
import { ROLES } from "../claims/roles.ts";
import type { Bounds } from "../language/dates/edtf.ts";
import { byCodeUnits } from "../record/dyads.ts";
import type { ClaimEntry } from "../record/record.ts";
import { fold } from "./matters.ts";
import { type Preference, preferenceFor } from "./preferences.ts";
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
  /** The earliest document first. */
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
const TELLING = [
  "series",
  "number",
  "level",
  "city",
  "title",
  "name",
  "office",
  "item",
  "amount",
  "kind",
  "instrument",
  "standing",
  "rank",
  "stance",
  "topic",
] as const;
/** Words that say nothing more exact: a minister is an official, and what is called a delegation may be led by anybody. */
const VAGUE: ReadonlySet<string> = new Set(["other", "official", "delegation"]);

/** Claims already known to tell of one happening: one claim, or several that somebody merged. */
interface Told {
  readonly entries: readonly ClaimEntry[];
  /** When it may have been: one time that all allow, or several where merged claims give different dates. */
  readonly times: readonly Bounds[];
}

/**
 * Claims of one happening, brought together: same type, phase and factuality, the same actors in the same roles (one
 * claim may leave some out), dates that can be the same, no detail that differs. The most precise claims come first, so
 * that "in 2015" joins "on 20 April 2015" and not the other way; a claim that fits several events is given apart. What
 * somebody merged is one event and what somebody split is not, whatever the claims say; where a source is preferred, its date
 * and title are the event's. Claims of any order give the same. States of affairs (`holds`) are no events.
 */
export function groupEvents(
  entries: readonly ClaimEntry[],
  preferences: readonly Preference[] = [],
): { events: Event[]; ambiguous: Ambiguous[] } {
  const happenings = entries
    .filter((e) => e.claim.phase !== "holds" && e.claim.type !== "figure")
    .map((entry) => ({ entry, bounds: boundsOf(entry) }))
    .map((one) => ({ ...one, width: widthOf(one.bounds) }))
    .sort(
      (x, y) =>
        (x.width === y.width ? 0 : x.width - y.width) ||
        y.entry.claim.participants.length - x.entry.claim.participants.length ||
        Object.keys(y.entry.claim.details).length - Object.keys(x.entry.claim.details).length ||
        x.entry.claim.id.localeCompare(y.entry.claim.id) ||
        x.entry.document.edition.localeCompare(y.entry.document.edition),
    );
  const kinds = new Map<string, GroupsByYear>();
  const unsure: { told: Told; groups: Told[][] }[] = [];
  for (const told of joinMerged(happenings)) {
    const key = kindOf(told.entries[0]!.claim);
    const known = kinds.get(key) ?? new GroupsByYear();
    kinds.set(key, known);
    const fitting = known.near(told).filter((group) => group.every((other) => mayBeTold(other, told)));
    if (fitting.length === 1) fitting[0]!.push(told);
    // what was merged is an event of its own where it could be one of several
    else if (fitting.length === 0 || told.entries.length > 1) known.add(told);
    else unsure.push({ told, groups: fitting });
  }
  const events = new Map([...kinds.values()].flatMap((k) => k.all).map((group) => [group, toEvent(group, preferences)]));
  return {
    events: [...events.values()].sort(
      (x, y) => (x.bounds.from ?? "9999").localeCompare(y.bounds.from ?? "9999") || x.id.localeCompare(y.id),
    ),
    ambiguous: unsure.map(({ told, groups: fitting }) => ({ claim: told.entries[0]!, events: fitting.map((g) => events.get(g)!) })),
  };
}

/** Groups of claims of one kind, found by the years in which the first of their claims may lie, for two busy states have thousands. */
class GroupsByYear {
  readonly all: Told[][] = [];
  private readonly numbers = new Map<Told[], number>();
  private readonly byYear = new Map<string, Told[][]>();

  /** Begins a group. */
  add(told: Told): void {
    const group = [told];
    this.numbers.set(group, this.all.length);
    this.all.push(group);
    for (const year of yearsOf(told) ?? [ANY_YEAR]) {
      const list = this.byYear.get(year);
      if (list) list.push(group);
      else this.byYear.set(year, [group]);
    }
  }

  /** The groups whose time may be that of a claim, in the order in which they were begun, and maybe others. */
  near(told: Told): readonly Told[][] {
    const years = yearsOf(told);
    if (years === null) return this.all;
    const found = new Set([...years, ANY_YEAR].flatMap((year) => this.byYear.get(year) ?? []));
    return [...found].sort((x, y) => this.numbers.get(x)! - this.numbers.get(y)!);
  }
}

const ANY_YEAR = "any";
/** Times that span more years than these are looked for in all years. */
const MOST_YEARS = 12;

/** The years in which a claim may lie; null where these are many, or not known. */
function yearsOf({ times }: Told): string[] | null {
  const years = new Set<string>();
  for (const { from, to } of times) {
    if (from === null || to === null) return null;
    const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
    if (last - first >= MOST_YEARS) return null;
    for (let year = first; year <= last; year++) years.add(String(year));
  }
  return [...years];
}

/** Merged claims as one, in the place of the first of them. */
function joinMerged(happenings: readonly { readonly entry: ClaimEntry; readonly bounds: Bounds }[]): Told[] {
  const merged = new Map<string, { entries: ClaimEntry[]; times: Bounds[] }>();
  return happenings.flatMap(({ entry, bounds }) => {
    const name = entry.decided?.together ?? null;
    const known = name === null ? undefined : merged.get(name);
    if (known) {
      known.entries.push(entry);
      const [time] = known.times;
      if (known.times.length === 1 && mayCoincide(time!, bounds)) known.times = [intersection(time!, bounds)];
      else known.times.push(bounds);
      return [];
    }
    const told = { entries: [entry], times: [bounds] };
    if (name !== null) merged.set(name, told);
    return [told];
  });
}

/** Of merged claims one is enough to agree with in what they say, for the others are known to tell of the same. */
function mayBeTold(x: Told, y: Told): boolean {
  if (!x.times.some((s) => y.times.some((t) => mayCoincide(s, t)))) return false;
  if (x.entries.some((a) => y.entries.some((b) => a.decided?.apart.includes(b.claim.id)))) return false;
  return x.entries.some((a) => y.entries.some((b) => mayBeOne(a.claim, b.claim)));
}

/** An undated happening may be any; one that a document reports lies before it was written. */
function boundsOf(entry: ClaimEntry): Bounds {
  return entry.claim.factuality === "actual" || entry.claim.date.edtf !== null ? timeOf(entry) : ANY_TIME;
}

function kindOf({ type, phase, factuality }: Claim): string {
  return [type, phase, factuality].join("|");
}

function mayBeOne(x: Claim, y: Claim): boolean {
  return (isOneOfSeries(x, y) || (sameActors(x, y) && samePersons(x, y))) && TELLING.every((key) => agree(x.details[key], y.details[key]));
}

/** The fourth forum is one, whoever a claim says took part: same number, and the same series or organisation. */
function isOneOfSeries(x: Claim, y: Claim): boolean {
  const { number } = x.details;
  if (number === undefined || fold(String(number)) !== fold(String(y.details.number ?? ""))) return false;
  const organisations = (claim: Claim): string[] => claim.participants.filter((p) => p.role === "organization").map((p) => p.actor);
  const [series, other] = [x.details.series, y.details.series];
  if (series !== undefined && other !== undefined) return agree(series, other);
  return organisations(x).some((actor) => organisations(y).includes(actor));
}

/** Whether two details can say the same: where both are given they are equal, or one has the words of the other. */
export function agree(x: string | number | undefined, y: string | number | undefined): boolean {
  if (x === undefined || y === undefined || VAGUE.has(String(x)) || VAGUE.has(String(y))) return true;
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

/** Where both name a person for an actor, the names have a word in common: "Park Geun-hye", "President Park". */
function samePersons(x: Claim, y: Claim): boolean {
  return x.participants.every(({ role, actor, person }) => {
    const others = y.participants.filter((p) => p.role === role && p.actor === actor && p.person !== undefined);
    if (person === undefined || others.length === 0) return true;
    const words = fold(person).split(" ");
    return others.some((p) =>
      fold(p.person!)
        .split(" ")
        .some((word) => words.includes(word)),
    );
  });
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

function toEvent(group: readonly Told[], preferences: readonly Preference[]): Event {
  const entries = group.flatMap((told) => told.entries);
  const { type, phase, factuality } = entries[0]!.claim;
  const dated = bestDated(
    mostTrusted(
      entries.filter((e) => e.claim.date.edtf !== null),
      preferences,
    ),
  );
  const all = group.map((told) => told.times.reduce(intersection)).reduce(intersection);
  const trusted = dated && boundsOf(dated);
  // of many events only the time is ever looked at, so the rest is made when it is
  const id = once(() => nameOf(entries));
  const participants = once(() => participantsOf(entries));
  const title = once(() => commonest(mostTrusted(entries.filter(isTitled), preferences)));
  const sources = once(() => sourcesOf(entries));
  return {
    get id() {
      return id();
    },
    type,
    phase,
    factuality,
    get participants() {
      return participants();
    },
    edtf: dated?.claim.date.edtf ?? null,
    bounds: trusted && !mayCoincide(trusted, all) ? trusted : all,
    get title() {
      return title();
    },
    claims: [...entries].sort(
      (x, y) => (x.document.date ?? "9999").localeCompare(y.document.date ?? "9999") || byCodeUnits(x.claim.id, y.claim.id),
    ),
    get sources() {
      return sources();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function nameOf(entries: readonly ClaimEntry[]): string {
  const ids = [...new Set(entries.map((e) => e.claim.id))].sort();
  return `e_${createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 16)}`;
}

function participantsOf(entries: readonly ClaimEntry[]): Event["participants"] {
  const participants = new Map<string, { role: string; actor: string }>();
  for (const { claim } of entries) for (const { role, actor } of claim.participants) participants.set(`${role} ${actor}`, { role, actor });
  return [...participants.entries()].sort(([x], [y]) => x.localeCompare(y)).map(([, p]) => p);
}

/** The claim with the most precise date; of several that differ, as merged claims may, the one that most give, then the earliest. */
function bestDated(entries: readonly ClaimEntry[]): ClaimEntry | undefined {
  const unit = (e: ClaimEntry): number => UNITS.findIndex((days) => widthOf(boundsOf(e)) < days || days === Number.POSITIVE_INFINITY);
  const times = (e: ClaimEntry): number => entries.filter((o) => o.claim.date.edtf === e.claim.date.edtf).length;
  const date = (e: ClaimEntry): string => e.claim.date.edtf!;
  if (entries.length < 2) return entries[0];
  return [...entries].sort((x, y) => unit(x) - unit(y) || times(y) - times(x) || date(x).localeCompare(date(y)))[0];
}

/** Days below which a date is exact to the day, the month, the season, the year, the decade; or less so. */
const UNITS: readonly number[] = [1, 31, 92, 366, 3653, Number.POSITIVE_INFINITY];

/** The claims over whose sources no other one's is preferred, in their order. */
function mostTrusted(entries: readonly ClaimEntry[], preferences: readonly Preference[]): readonly ClaimEntry[] {
  if (preferences.length === 0) return entries;
  const better = (x: ClaimEntry, y: ClaimEntry): boolean =>
    preferenceFor(preferences, { kind: "event", actors: y.claim.participants.map((p) => p.actor) }, x.document, y.document) !== null;
  const best = entries.filter((y) => !entries.some((x) => better(x, y)));
  return best.length > 0 ? best : entries;
}

function isTitled({ claim: { details } }: ClaimEntry): boolean {
  return (details.title ?? details.name ?? details.series) !== undefined;
}

function commonest(entries: readonly ClaimEntry[]): string | null {
  const counts = new Map<string, { title: string; count: number }>();
  for (const { claim } of entries) {
    const title = String(claim.details.title ?? claim.details.name ?? claim.details.series);
    const key = fold(title);
    counts.set(key, { title, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return (
    [...counts.values()].sort((x, y) => y.count - x.count || y.title.length - x.title.length || x.title.localeCompare(y.title))[0]?.title ??
    null
  );
}
