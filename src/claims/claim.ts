/** A claim: one thing that one document says about relations between actors. The contract is docs/record.md. */
export interface Claim {
  /** `c_` and 16 hex digits: the same document text and the same claim give the same id on every run and machine. */
  readonly id: string;
  readonly type: ClaimType;
  readonly phase: Phase;
  readonly factuality: Factuality;
  readonly participants: readonly Participant[];
  readonly date: ClaimDate;
  readonly place: { readonly text: string; readonly actor: string | null } | null;
  readonly details: Readonly<Record<string, string | number>>;
  readonly plover: { readonly event: PloverEvent | null; readonly mode?: string };
  readonly evidence: Evidence;
  readonly why: { readonly rule: string; readonly confidence: number };
}

export const CLAIM_TYPES = [
  "relations",
  "recognition",
  "mission",
  "envoy",
  "membership",
  "office",
  "agreement",
  "visit",
  "meeting",
  "founding",
  "aid",
  "arms",
  "deployment",
  "project",
  "figure",
  "statement",
  "conflict",
  "sanction",
  "mediation",
  "event",
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const PHASES = [
  "begins",
  "upgraded",
  "downgraded",
  "suspended",
  "ends",
  "resumes",
  "holds",
  "applied",
  "proposed",
  "studied",
  "negotiating",
  "stalled",
  "concluded",
  "signed",
  "ratified",
  "in-force",
  "occurs",
] as const;
export type Phase = (typeof PHASES)[number];

export const FACTUALITIES = ["actual", "planned", "proposed", "possible", "denied"] as const;
export type Factuality = (typeof FACTUALITIES)[number];

export const PLOVER_EVENTS = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type PloverEvent = (typeof PLOVER_EVENTS)[number];

export interface Participant {
  readonly role: string;
  readonly actor: string;
  readonly text: string;
  readonly person?: string;
  readonly office?: string;
  readonly body?: string;
}

export interface ClaimDate {
  /** EDTF level 1, only as precise as the words; null when the words give no time. */
  readonly edtf: string | null;
  readonly text: string | null;
  readonly basis: "stated" | "relative" | "context" | "none";
}

export interface Evidence {
  readonly document: string;
  readonly source: string;
  /** UTF-16 offsets into the document's canonical text, half-open; `quote` is exactly that slice. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly section: string | null;
}
