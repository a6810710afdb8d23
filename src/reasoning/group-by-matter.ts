import { type Bounds, edtfBounds } from "../language/dates/edtf.ts";
import type { ClaimEntry } from "../record/record.ts";
import { bearingOf, fold, type Matter, sidesOf } from "./matters.ts";
import { intersection, isBefore, mayCoincide, widthOf } from "./time-bounds.ts";

/** What a claim says that tells one matter from others of its kind between the same two. */
interface Traits {
  readonly words: ReadonlyMap<string, string>;
  /** When it was signed, of an agreement; else since when at the latest it is there. Null when the claim does not say. */
  readonly signed: Bounds | null;
  readonly edtf: string | null;
  readonly notAfter: Bounds | null;
}

interface Group {
  traits: Traits;
  readonly entries: ClaimEntry[];
}

/** Instruments of which several may be signed on one day; a claim without a title is not taken for a titled one. */
const SIGNED_IN_NUMBERS: ReadonlySet<string> = new Set(["memorandum", "contract", "declaration", "cooperation", "other"]);

/** What does not belong to a title: "By the Geneva Agreement", "the Agreement on Trade in April 2011". */
const LED_IN = /^(?:(?:by|under|the|an?|this|new)\s+)+/i;
const DATED =
  / (?:in|of|on)(?: early| late| mid)?(?: \d{1,2})?(?: (?:january|february|march|april|may|june|july|august|september|october|november|december))?(?: \d{4})?$/i;

/**
 * Claims by matter, each list in the order of the claims given. The claims that say most come first; one that leaves out what
 * another says (an embassy without its city, an agreement without its title or date) belongs to that other's matter when there is
 * only one such between the two. Claims of any order give the same groups.
 */
export function groupByMatter(entries: readonly ClaimEntry[]): { matter: Matter; entries: ClaimEntry[] }[] {
  const bySides = new Map<string, { sides: Omit<Matter, "object">; entries: ClaimEntry[] }>();
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

function groupOne(kind: Matter["kind"], entries: readonly ClaimEntry[]): Group[] {
  const told = entries.map((entry) => ({ entry, traits: traitsOf(kind, entry) }));
  const telling = ({ words, signed }: Traits): number => words.size + (signed ? 1 : 0);
  told.sort(
    (x, y) =>
      telling(y.traits) - telling(x.traits) ||
      (x.traits.signed && y.traits.signed ? widthOf(x.traits.signed) - widthOf(y.traits.signed) : 0) ||
      x.entry.claim.id.localeCompare(y.entry.claim.id),
  );
  const groups: Group[] = [];
  for (const { entry, traits } of told) {
    const same = groups.find((g) => sayTheSame(g.traits, traits));
    const covering = same ? [same] : groups.filter((g) => covers(kind, g.traits, traits));
    const members = covering.filter((g) => g.traits.words.get("standing") === "member");
    const fitting = members.length > 0 ? members : covering;
    const [home] = fitting;
    if (home && fitting.length === 1) {
      home.entries.push(entry);
      home.traits = joined(home.traits, traits);
    } else groups.push({ traits, entries: [entry] });
  }
  return groups;
}

function traitsOf(kind: Matter["kind"], entry: ClaimEntry): Traits {
  const { details, participants, phase, date } = entry.claim;
  const words = new Map<string, string>();
  const take = (...keys: readonly string[]): void => {
    for (const key of keys) if (details[key] !== undefined) words.set(key, String(details[key]));
  };
  const plain = { words, signed: null, edtf: null, notAfter: null };
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
      const title = words.get("title");
      if (title !== undefined) words.set("title", title.replace(LED_IN, "").replace(DATED, ""));
      const bounds = date.edtf === null ? null : edtfBounds(date.edtf);
      const isSigning = phase === "signed" && date.edtf !== null;
      // of free trade agreements two states have one; of others the day of signature tells which
      if (isSigning && words.get("instrument") !== "free-trade") return { words, signed: bounds, edtf: date.edtf, notAfter: null };
      return { ...plain, notAfter: bearingOf(entry.claim) === null ? null : bounds };
    }
    default:
      return plain;
  }
}

function sayTheSame(x: Traits, y: Traits): boolean {
  if (x.words.size !== y.words.size || (x.signed === null) !== (y.signed === null)) return false;
  if (x.signed && y.signed && !mayCoincide(x.signed, y.signed) && !x.words.has("title")) return false;
  return [...y.words].every(([key, value]) => x.words.has(key) && areAlike(key, x.words.get(key)!, value));
}

/** Whether what one claim says can be said of the group, and nothing is said that the group leaves open. */
function covers(kind: Matter["kind"], group: Traits, loose: Traits): boolean {
  for (const [key, value] of loose.words) {
    const known = group.words.get(key);
    if (known === undefined || !areAlike(key, known, value)) return false;
  }
  if (kind !== "agreement") return true;
  if (loose.notAfter && group.signed && isBefore(loose.notAfter, group.signed)) return false;
  if (loose.words.has("title") || !loose.signed) return true;
  const instrument = loose.words.get("instrument") ?? "other";
  if (group.words.has("title") && SIGNED_IN_NUMBERS.has(instrument)) return false;
  return group.signed !== null && mayCoincide(group.signed, loose.signed);
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
  const words = new Map([...y.words, ...x.words]);
  if (!x.signed || !y.signed) return { ...x, words, signed: x.signed ?? y.signed, edtf: x.edtf ?? y.edtf };
  const finer = widthOf(y.signed) < widthOf(x.signed) ? y.edtf : x.edtf;
  return { ...x, words, signed: intersection(x.signed, y.signed), edtf: finer };
}

/** As words say it: "embassy, Quito", "observer", the title of an agreement or its instrument with the day of signature. */
function objectOf(kind: Matter["kind"], { words, edtf }: Traits): string | null {
  const title = words.get("title");
  if (title !== undefined) return title;
  if (kind === "agreement" && words.get("instrument") === "free-trade") return "free-trade";
  if (kind === "membership") return words.get("standing") ?? "member";
  const parts = ["level", "city", "office", "rank", "person", "kind", "instrument"].flatMap((key) => words.get(key) ?? []);
  return [...parts, ...(edtf === null ? [] : [edtf])].join(", ") || null;
}
