import type { Claim } from "../claims/claim.ts";
import type { ClaimEntry } from "../record/record.ts";

export const MATTER_KINDS = [
  "relations",
  "recognition",
  "mission",
  "envoy",
  "membership",
  "office",
  "agreement",
  "deployment",
  "sanction",
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** Something that stands between two actors for a time: an embassy, a membership, an agreement in force. */
export interface Matter {
  readonly kind: MatterKind | "founding";
  /** Who sends, joins, recognises; of equal parties the first by id. */
  readonly a: string;
  readonly b: string;
  /** What tells it from others of its kind between the two, as words say it: "embassy, Quito", "observer", the title of an agreement. */
  readonly object: string | null;
}

/** What an actual claim says of a matter; `denies` that it has begun or holds. */
export type Bearing = "begins" | "ends" | "holds" | "denies";

const SIDES: Readonly<Record<MatterKind, readonly [string, readonly string[]]>> = {
  relations: ["party", ["party"]],
  recognition: ["recognizer", ["recognized"]],
  mission: ["sender", ["host"]],
  envoy: ["sender", ["host"]],
  membership: ["member", ["organization"]],
  office: ["holder", ["organization"]],
  agreement: ["party", ["party", "organization"]],
  deployment: ["sender", ["host", "organization"]],
  sanction: ["imposer", ["target"]],
};

const BEARINGS: Readonly<Partial<Record<Claim["phase"], Bearing>>> = {
  begins: "begins",
  resumes: "begins",
  signed: "begins",
  "in-force": "begins",
  upgraded: "holds",
  downgraded: "holds",
  holds: "holds",
  suspended: "ends",
  ends: "ends",
};

/** How a claim bears on a standing matter; null for what is only planned, proposed or possible, and for talks. */
export function bearingOf({ phase, factuality }: Claim): Bearing | null {
  const bearing = BEARINGS[phase] ?? null;
  if (factuality === "actual") return bearing;
  if (factuality !== "denied" || bearing === null) return null;
  // "did not close its embassy" says that it was open
  return bearing === "ends" ? "holds" : "denies";
}

/** The matters that a claim is about: one for each pair of its actors. */
export function mattersOf(claim: Claim): Matter[] {
  const kind = MATTER_KINDS.find((k) => k === claim.type);
  if (!kind) return [];
  const [first, seconds] = SIDES[kind];
  const actors = (roles: readonly string[]) => [...new Set(claim.participants.filter((p) => roles.includes(p.role)).map((p) => p.actor))];
  const object = objectOf(kind, claim);
  const mutual = seconds.includes(first);
  const matters: Matter[] = [];
  const left = actors([first]);
  const right = actors(seconds);
  for (const [i, a] of left.entries())
    for (const b of right) {
      if (a === b || (mutual && left.includes(b) && left.indexOf(b) < i)) continue;
      const ordered = mutual && left.includes(b) && b < a ? { a: b, b: a } : { a, b };
      matters.push({ kind, ...ordered, object });
    }
  return matters;
}

function objectOf(kind: MatterKind, { details, date }: Claim): string | null {
  const word = (key: string): string | null => (details[key] === undefined ? null : String(details[key]));
  switch (kind) {
    case "mission":
      return joined([word("level"), word("city")]);
    case "membership":
      return word("standing") ?? "member";
    case "office":
      return word("office");
    case "envoy":
      return word("rank");
    case "agreement":
      // of free trade agreements two states have one; memoranda without a title are told apart by their dates
      return word("title") ?? (details.instrument === "free-trade" ? "free-trade" : joined([word("instrument"), date.edtf]));
    case "sanction":
      return word("kind");
    default:
      return null;
  }
}

function joined(words: readonly (string | null)[]): string | null {
  return words.filter((w) => w !== null).join(", ") || null;
}

/**
 * Claims by matter, each list in the order of the claims given. A claim that leaves out what another says (an embassy without
 * its city, an agreement without its title) belongs to that other's matter when there is only one such between the two.
 */
export function groupByMatter(entries: readonly ClaimEntry[]): { matter: Matter; entries: ClaimEntry[] }[] {
  const groups = new Map<string, { matter: Matter; entries: ClaimEntry[] }>();
  const loose: { matter: Matter; entry: ClaimEntry }[] = [];
  const put = (matter: Matter, entry: ClaimEntry): void => {
    const key = keyOf(matter);
    const group = groups.get(key) ?? { matter, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  };
  for (const entry of entries)
    for (const matter of mattersOf(entry.claim)) {
      if (isWhole(matter, entry.claim)) put(matter, entry);
      else loose.push({ matter, entry });
    }
  const whole = [...groups.values()].map((g) => ({ matter: g.matter, claim: g.entries[0]!.claim }));
  for (const { matter, entry } of loose) {
    const fitting = whole.filter((w) => sameSides(w.matter, matter) && covers(w.claim, entry.claim));
    put(fitting.length === 1 ? fitting[0]!.matter : matter, entry);
  }
  const order = new Map(entries.map((e, i) => [e, i]));
  return [...groups.values()].map(({ matter, entries: own }) => ({
    matter,
    entries: own.sort((x, y) => order.get(x)! - order.get(y)!),
  }));
}

/** Names a matter for keys and for sorting. */
export function keyOf({ kind, a, b, object }: Matter): string {
  return [kind, a, b, fold(object ?? "")].join("|");
}

const WHOLE: Readonly<Partial<Record<Matter["kind"], string>>> = { mission: "city", agreement: "title", office: "office" };

function isWhole({ kind }: Matter, { details, date }: Claim): boolean {
  const telling = WHOLE[kind];
  if (kind === "agreement" && details.instrument !== "free-trade" && date.edtf !== null) return true;
  return telling === undefined || details[telling] !== undefined;
}

function sameSides(x: Matter, y: Matter): boolean {
  return x.kind === y.kind && x.a === y.a && x.b === y.b;
}

/** Whether the whole claim says nothing else than the loose one where both speak. */
function covers(whole: Claim, loose: Claim): boolean {
  return ["level", "city", "instrument", "title", "office"].every(
    (key) =>
      loose.details[key] === undefined ||
      (whole.details[key] !== undefined && fold(String(loose.details[key])) === fold(String(whole.details[key]))),
  );
}

/** Without case, accents and punctuation. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
