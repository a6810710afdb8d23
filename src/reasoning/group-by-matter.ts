import { type Bounds, edtfBounds } from "../language/dates/edtf.ts";
import type { LeanEntry } from "../record/record.ts";
import { fold, type Matter, sidesOf } from "./matters.ts";
import { ANY_TIME, intersection, isBefore, mayCoincide, widthOf } from "./time-bounds.ts";

/** What a claim says that tells one matter from others of its kind between the same two. */
interface Traits {
  readonly words: ReadonlyMap<string, string>;
  /** Of an agreement, as far as a claim says it: when it was signed, when it came into force, a time by which it was signed. */
  readonly signed: Dated | null;
  readonly inForce: Dated | null;
  readonly signedBy: Bounds | null;
}

interface Dated {
  readonly edtf: string;
  readonly bounds: Bounds;
}

interface Group<E extends LeanEntry> {
  traits: Traits;
  readonly entries: E[];
}

/** Instruments of which several may be signed on one day; a claim without a title is not taken for a titled one. */
const SIGNED_IN_NUMBERS: ReadonlySet<string> = new Set(["memorandum", "contract", "declaration", "cooperation"]);

/** What does not belong to a title: "By the Geneva Agreement", "the Agreement on Trade in April 2011". */
const LED_IN = /^(?:(?:by|under|the|an?|this|new)\s+)+/i;
const DATED =
  / (?:in|of|on)(?: early| late| mid)?(?: \d{1,2})?(?: (?:january|february|march|april|may|june|july|august|september|october|november|december))?(?: \d{4})?$/i;

/** Phases that only what was signed comes to. */
const AFTER_SIGNATURE: ReadonlySet<string> = new Set(["ratified", "in-force", "suspended", "ends", "holds"]);

/**
 * Claims by matter, each list in the order of the claims given. The claims that say most come first; one that leaves out what
 * another says (an embassy without its city, an agreement without its title or date) belongs to that other's matter when there is
 * only one such between the two. Claims of any order give the same groups.
 */
export function groupByMatter<E extends LeanEntry>(entries: readonly E[]): { matter: Matter; entries: E[] }[] {
  const bySides = new Map<string, { sides: Omit<Matter, "object">; entries: E[] }>();
  for (const entry of entries)
    for (const sides of sidesOf(entry.claim)) {
      const key = `${sides.kind}|${sides.a}|${sides.b}`;
      const known = bySides.get(key) ?? { sides, entries: [] };
      known.entries.push(entry);
      bySides.set(key, known);
    }
  const order = new Map(entries.map((e, i) => [e, i]));
  return [...bySides.values()].flatMap(({ sides, entries: own }) =>
    groupOne(sides.kind, own).map((group) => ({
      matter: { ...sides, object: objectOf(sides.kind, group.traits) },
      entries: group.entries.sort((x, y) => order.get(x)! - order.get(y)!),
    })),
  );
}

function groupOne<E extends LeanEntry>(kind: Matter["kind"], entries: readonly E[]): Group<E>[] {
  const told = entries.map((entry) => ({ entry, traits: traitsOf(kind, entry) }));
  const telling = ({ words, signed }: Traits): number => words.size + (signed ? 1 : 0);
  told.sort(
    (x, y) =>
      telling(y.traits) - telling(x.traits) ||
      widthOf((x.traits.signed ?? x.traits.inForce)?.bounds ?? ANY_TIME) -
        widthOf((y.traits.signed ?? y.traits.inForce)?.bounds ?? ANY_TIME) ||
      x.entry.claim.id.localeCompare(y.entry.claim.id),
  );
  const groups: Group<E>[] = [];
  for (const { entry, traits } of told) {
    const same = groups.filter((g) => sayTheSame(g.traits, traits)).slice(0, 1);
    const wider = same.length > 0 && telling(traits) > 0 ? [] : groups.filter((g) => covers(kind, g.traits, traits));
    const covering = wider.length > 0 ? wider : same;
    const fitting = narrowed(covering, entry);
    const [home] = fitting;
    if (home && fitting.length === 1) {
      home.entries.push(entry);
      home.traits = joined(home.traits, traits);
    } else groups.push({ traits, entries: [entry] });
  }
  return groups;
}

/** Of several groups that a claim may belong to the one of which the same words speak; of a membership the full one. */
function narrowed<E extends LeanEntry>(groups: readonly Group<E>[], { claim, document }: E): readonly Group<E>[] {
  if (groups.length < 2) return groups;
  const { start, end } = claim.evidence;
  const told = groups.filter((g) =>
    g.entries.some((e) => e.document.id === document.id && e.claim.evidence.start < end && start < e.claim.evidence.end),
  );
  if (told.length > 0) return told;
  const members = groups.filter((g) => g.traits.words.get("standing") === "member");
  return members.length > 0 ? members : groups;
}

function traitsOf(kind: Matter["kind"], entry: LeanEntry): Traits {
  const { details, participants, phase, date } = entry.claim;
  const words = new Map<string, string>();
  const take = (...keys: readonly string[]): void => {
    for (const key of keys) if (details[key] !== undefined) words.set(key, String(details[key]));
  };
  const plain = { words, signed: null, inForce: null, signedBy: null };
  switch (kind) {
    case "mission":
      take("level", "city");
      return plain;
    case "membership":
      // who leaves or is suspended does so in whatever standing there was
      if (!["ends", "suspended"].includes(phase) || (details.standing ?? "member") !== "member") {
        words.set("standing", "member");
        take("standing");
      }
      return plain;
    case "office":
      take("office");
      return plain;
    case "envoy": {
      take("rank");
      const person = participants.find((p) => p.role === "sender" && p.person !== undefined)?.person;
      if (person !== undefined) words.set("person", person);
      return plain;
    }
    case "sanction":
      take("kind");
      return plain;
    case "agreement": {
      take("title", "instrument");
      // "the agreement": which kind is not said
      if (words.get("instrument") === "other") words.delete("instrument");
      const title = words.get("title");
      if (title !== undefined) words.set("title", title.replace(LED_IN, "").replace(DATED, ""));
      const dated = date.edtf === null ? null : { edtf: date.edtf, bounds: edtfBounds(date.edtf) };
      return {
        words,
        signed: phase === "signed" ? dated : null,
        inForce: phase === "in-force" ? dated : null,
        signedBy: AFTER_SIGNATURE.has(phase) ? (dated?.bounds ?? null) : null,
      };
    }
    default:
      return plain;
  }
}

function sayTheSame(x: Traits, y: Traits): boolean {
  if (x.words.size !== y.words.size || (x.signed === null) !== (y.signed === null)) return false;
  if (![...y.words].every(([key, value]) => x.words.has(key) && areAlike(key, x.words.get(key)!, value))) return false;
  return isNamed(x.words) || (meet(x.signed, y.signed) && meet(x.inForce, y.inForce));
}

/** Of free trade agreements two states have one; of others that have no title the dates tell which. */
function isNamed(words: Traits["words"]): boolean {
  return words.has("title") || words.get("instrument") === "free-trade";
}

function meet(x: Dated | null, y: Dated | null): boolean {
  return x === null || y === null || mayCoincide(x.bounds, y.bounds);
}

/** Whether what one claim says can be said of the group, and nothing is said that the group leaves open. */
function covers(kind: Matter["kind"], group: Traits, loose: Traits): boolean {
  for (const [key, value] of loose.words) {
    const known = group.words.get(key);
    if (known === undefined || !areAlike(key, known, value)) return false;
  }
  if (kind !== "agreement") return true;
  if (group.words.size === 0 && group.signed === null) return false;
  if (loose.signedBy && group.signed && isBefore(loose.signedBy, group.signed.bounds)) return false;
  if (isNamed(loose.words)) return true;
  if (!meet(group.inForce, loose.inForce)) return false;
  if (loose.signed === null) return true;
  const instrument = loose.words.get("instrument");
  if (group.words.has("title") && (instrument === undefined || SIGNED_IN_NUMBERS.has(instrument))) return false;
  return group.signed !== null && meet(group.signed, loose.signed);
}

function areAlike(key: string, x: string, y: string): boolean {
  if (key === "title") return areTitlesAlike(fold(x), fold(y));
  const [a, b] = [fold(x), fold(y)];
  return a === b || (key === "person" && a.split(" ").some((word) => b.split(" ").includes(word)));
}

/** What stands before a title may be left out ("Framework Agreement on Trade", "Agreement on Trade"), what it is about may not. */
function areTitlesAlike(x: string, y: string): boolean {
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short === long || (short.split(" ").length > 1 && long.endsWith(` ${short}`));
}

function joined(x: Traits, y: Traits): Traits {
  return { ...x, words: new Map([...y.words, ...x.words]), signed: finer(x.signed, y.signed), inForce: finer(x.inForce, y.inForce) };
}

function finer(x: Dated | null, y: Dated | null): Dated | null {
  if (x === null || y === null) return x ?? y;
  return { edtf: widthOf(y.bounds) < widthOf(x.bounds) ? y.edtf : x.edtf, bounds: intersection(x.bounds, y.bounds) };
}

/** As words say it: "embassy, Quito", "observer", the title of an agreement or its instrument with the day of signature. */
function objectOf(kind: Matter["kind"], { words, signed, inForce }: Traits): string | null {
  const title = words.get("title");
  if (title !== undefined) return title;
  if (kind === "agreement" && words.get("instrument") === "free-trade") return "free-trade";
  if (kind === "membership") return words.get("standing") ?? "member";
  const parts = ["level", "city", "office", "rank", "person", "kind", "instrument"].flatMap((key) => words.get(key) ?? []);
  const date = signed?.edtf ?? (inForce && `in force ${inForce.edtf}`);
  return [...parts, ...(date === null ? [] : [date])].join(", ") || null;
}
