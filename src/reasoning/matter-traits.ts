import { type Bounds, edtfBounds } from "../language/dates/edtf.ts";
import type { LeanEntry } from "../record/record.ts";
import { fold, type Matter } from "./matters.ts";
import { intersection, isBefore, mayCoincide, widthOf } from "./time-bounds.ts";

/** What a claim says that tells one matter from others of its kind between the same two. */
export interface Traits {
  readonly words: ReadonlyMap<string, string>;
  /** The same as they are compared: without case, accents and punctuation. */
  readonly folded: ReadonlyMap<string, string>;
  /** Of an agreement, as far as a claim says it: when it was signed, when it came into force, a time by which it was signed. */
  readonly signed: Dated | null;
  readonly inForce: Dated | null;
  readonly signedBy: Bounds | null;
}

export interface Dated {
  readonly edtf: string;
  readonly bounds: Bounds;
}

const PLAIN: Traits = { words: new Map(), folded: new Map(), signed: null, inForce: null, signedBy: null };

/** Instruments of which several may be signed on one day; a claim without a title is not taken for a titled one. */
const SIGNED_IN_NUMBERS: ReadonlySet<string> = new Set(["memorandum", "contract", "declaration", "cooperation"]);

/** What does not belong to a title: "By the Geneva Agreement", "the Agreement on Trade in April 2011". */
const LED_IN = /^(?:(?:by|under|the|an?|this|new)\s+)+/i;
const DATED =
  / (?:in|of|on)(?: early| late| mid)?(?: \d{1,2})?(?: (?:january|february|march|april|may|june|july|august|september|october|november|december))?(?: \d{4})?$/i;

/** Phases that only what was signed comes to. */
const AFTER_SIGNATURE: ReadonlySet<string> = new Set(["ratified", "in-force", "suspended", "ends", "holds"]);

type Said = Pick<LeanEntry["claim"], "details" | "participants" | "phase" | "date">;

export function traitsOf(kind: Matter["kind"], { details, participants, phase, date }: Said): Traits {
  const words = new Map<string, string>();
  const take = (...keys: readonly string[]): void => {
    for (const key of keys) if (details[key] !== undefined) words.set(key, String(details[key]));
  };
  const plain = (): Traits => (words.size === 0 ? PLAIN : { ...PLAIN, words, folded: foldAll(words) });
  switch (kind) {
    case "mission":
      take("level", "city");
      return plain();
    case "membership":
      // who leaves or is suspended does so in whatever standing there was
      if (!["ends", "suspended"].includes(phase) || (details.standing ?? "member") !== "member") {
        words.set("standing", "member");
        take("standing");
      }
      return plain();
    case "office":
      take("office");
      return plain();
    case "envoy": {
      take("rank");
      const person = participants.find((p) => p.role === "sender" && p.person !== undefined)?.person;
      if (person !== undefined) words.set("person", person);
      return plain();
    }
    case "sanction":
      take("kind");
      return plain();
    case "agreement": {
      take("title", "instrument");
      // "the agreement": which kind is not said
      if (words.get("instrument") === "other") words.delete("instrument");
      const title = words.get("title");
      if (title !== undefined) words.set("title", title.replace(LED_IN, "").replace(DATED, ""));
      const dated = date.edtf === null ? null : { edtf: date.edtf, bounds: edtfBounds(date.edtf) };
      return {
        ...plain(),
        signed: phase === "signed" ? dated : null,
        inForce: phase === "in-force" ? dated : null,
        signedBy: AFTER_SIGNATURE.has(phase) ? (dated?.bounds ?? null) : null,
      };
    }
    default:
      return plain();
  }
}

/** How much a claim says that tells its matter from others. */
export function telling({ words, signed }: Traits): number {
  return words.size + (signed ? 1 : 0);
}

/** Whether two claims say the same of what tells matters apart, neither more than the other. */
export function sayTheSame(x: Traits, y: Traits): boolean {
  if (x.words.size !== y.words.size || (x.signed === null) !== (y.signed === null)) return false;
  if (!saysAll(x, y)) return false;
  return isNamed(x.words) || (meet(x.signed, y.signed) && meet(x.inForce, y.inForce));
}

/** Of free trade agreements two states have one; of others that have no title the dates tell which. */
export function isNamed(words: Traits["words"]): boolean {
  return words.has("title") || words.get("instrument") === "free-trade";
}

function meet(x: Dated | null, y: Dated | null): boolean {
  return x === null || y === null || mayCoincide(x.bounds, y.bounds);
}

/** Whether what one claim says can be said of the group, and nothing is said that the group leaves open. */
export function covers(kind: Matter["kind"], group: Traits, loose: Traits): boolean {
  if (!saysAll(group, loose)) return false;
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

/** Whether one says all that the other says, and nothing else of it. */
function saysAll(x: Traits, y: Traits): boolean {
  for (const [key, value] of y.folded) {
    const known = x.folded.get(key);
    if (known === undefined || !areAlike(key, known, value)) return false;
  }
  return true;
}

/** What is said in many ways; all else is the same when the words are. */
export const LOOSE_WORDS: ReadonlySet<string> = new Set(["title", "person"]);

function areAlike(key: string, x: string, y: string): boolean {
  if (x === y) return true;
  if (key === "title") return areTitlesAlike(x, y);
  return key === "person" && x.split(" ").some((word) => y.split(" ").includes(word));
}

/** What stands before a title may be left out ("Framework Agreement on Trade", "Agreement on Trade"), what it is about may not. */
function areTitlesAlike(x: string, y: string): boolean {
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short === long || (short.split(" ").length > 1 && long.endsWith(` ${short}`));
}

/** What a matter is known by once one more claim is put to it. */
export function joined(x: Traits, y: Traits): Traits {
  const [signed, inForce] = [finer(x.signed, y.signed), finer(x.inForce, y.inForce)];
  const adds = [...y.words.keys()].some((key) => !x.words.has(key));
  if (!adds && signed === x.signed && inForce === x.inForce) return x;
  const words = adds ? new Map([...y.words, ...x.words]) : x.words;
  return { words, folded: adds ? foldAll(words) : x.folded, signed, inForce, signedBy: x.signedBy };
}

function foldAll(words: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(Array.from(words, ([key, value]) => [key, fold(value)]));
}

function finer(x: Dated | null, y: Dated | null): Dated | null {
  if (x === null || y === null || x.edtf === y.edtf) return x ?? y;
  return { edtf: widthOf(y.bounds) < widthOf(x.bounds) ? y.edtf : x.edtf, bounds: intersection(x.bounds, y.bounds) };
}

/** As words say it: "embassy, Quito", "observer", the title of an agreement or its instrument with the day of signature. */
export function objectOf(kind: Matter["kind"], { words, signed, inForce }: Traits): string | null {
  const title = words.get("title");
  if (title !== undefined) return title;
  if (kind === "agreement" && words.get("instrument") === "free-trade") return "free-trade";
  if (kind === "membership") return words.get("standing") ?? "member";
  const parts = ["level", "city", "office", "rank", "person", "kind", "instrument"].flatMap((key) => words.get(key) ?? []);
  const date = signed?.edtf ?? (inForce && `in force ${inForce.edtf}`);
  return [...parts, ...(date === null ? [] : [date])].join(", ") || null;
}
