import type { Claim } from "../claims/claim.ts";
import type { LeanEntry } from "../record/record.ts";

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
export function bearingOf({ phase, factuality }: Pick<Claim, "phase" | "factuality">): Bearing | null {
  const bearing = BEARINGS[phase] ?? null;
  if (factuality === "actual") return bearing;
  if (factuality !== "denied" || bearing === null) return null;
  // "did not close its embassy" says that it was open
  return bearing === "ends" ? "holds" : "denies";
}

function isMatterKind(type: Claim["type"]): type is MatterKind {
  return type in SIDES;
}

/** Between whom a claim says that a matter stands: once for each pair of its actors. */
export function sidesOf(claim: Pick<LeanEntry["claim"], "type" | "participants">): Omit<Matter, "object">[] {
  if (!isMatterKind(claim.type)) return [];
  const kind = claim.type;
  const [first, seconds] = SIDES[kind];
  const actors = (roles: readonly string[]) => [...new Set(claim.participants.filter((p) => roles.includes(p.role)).map((p) => p.actor))];
  const mutual = seconds.includes(first);
  const matters: { kind: MatterKind; a: string; b: string }[] = [];
  const left = actors([first]);
  const right = actors(seconds);
  for (const [i, a] of left.entries())
    for (const b of right) {
      if (a === b || (mutual && left.includes(b) && left.indexOf(b) < i)) continue;
      const ordered = mutual && left.includes(b) && b < a ? { a: b, b: a } : { a, b };
      matters.push({ kind, ...ordered });
    }
  return matters;
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
