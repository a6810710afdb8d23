import { basename } from "node:path";

/**
 * Scores claims against gold claims, both as docs/record.md describes them. Claims are spread into units (document, type,
 * a, b): every a-side actor with every b-side actor of a directed type, every pair of parties of a mutual one, every party
 * with the organisation where there is one. Units are matched one to one, at three levels: `who-what` (type and actors),
 * `core` (and the year), `full` (and phase, factuality and the whole EDTF date).
 */
export interface ScoredClaim {
  readonly type: string;
  readonly phase: string;
  readonly factuality: string;
  readonly participants: readonly {
    readonly role: string;
    readonly actor: string | null;
    readonly body?: string;
    readonly text?: string;
  }[];
  readonly date?: string | null | { readonly edtf: string | null };
  readonly details?: Readonly<Record<string, unknown>>;
  readonly quote?: string;
  readonly document?: string;
  readonly evidence?: { readonly source?: string; readonly document?: string; readonly quote?: string };
}

export interface Unit {
  readonly document: string;
  readonly type: string;
  readonly a: string;
  readonly b: string;
  readonly phase: string;
  readonly factuality: string;
  readonly edtf: string | null;
  readonly year: string | null;
  readonly claim: ScoredClaim;
}

export type Level = "who-what" | "core" | "full";
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
export interface Score {
  readonly gold: number;
  readonly predicted: number;
  readonly levels: Readonly<Record<Level, Rates>>;
  readonly pairs: readonly (readonly [Unit, Unit])[];
  readonly missed: readonly Unit[];
  readonly spurious: readonly Unit[];
}

/** Types that annotators agree on least; scored, but not part of the chronicle. */
export const OPEN_TYPES: ReadonlySet<string> = new Set(["statement", "event"]);

const FIRST = new Set([
  "recognizer",
  "sender",
  "member",
  "holder",
  "visitor",
  "founder",
  "donor",
  "supplier",
  "subject",
  "speaker",
  "initiator",
  "imposer",
  "mediator",
  "source",
]);
const SECOND = new Set(["recognized", "host", "organization", "recipient", "counterpart", "addressee", "target"]);
const MUTUAL = new Set(["relations", "agreement", "meeting", "project", "conflict"]);
const TELLING = [
  "city",
  "level",
  "measure",
  "value",
  "title",
  "name",
  "item",
  "instrument",
  "kind",
  "series",
  "number",
  "office",
  "stance",
  "topic",
];

/** The document of a claim: the base name of its source without a lower-case ending, else the document's id. */
export function documentOf(claim: ScoredClaim): string {
  return basename(claim.evidence?.source ?? claim.evidence?.document ?? claim.document ?? "").replace(/\.[a-z]+$/, "");
}

/** The units of one claim. */
export function unitsOf(claim: ScoredClaim): Unit[] {
  const by = (test: (role: string) => boolean): string[] => [
    ...new Set(claim.participants.filter((p) => test(p.role)).flatMap((p) => (p.actor ? [p.actor] : []))),
  ];
  const pairs: [string, string][] = [];
  if (MUTUAL.has(claim.type) && claim.participants.some((p) => p.role === "party" || p.role === "participant")) {
    const parties = by((r) => r === "party" || r === "participant");
    const organizations = by((r) => r === "organization").filter((o) => !parties.includes(o));
    if (organizations.length > 0) for (const p of parties) for (const o of organizations) pairs.push([p, o]);
    else if (parties.length === 1) pairs.push([parties[0]!, "-"]);
    else
      for (let i = 0; i < parties.length; i++) for (let j = i + 1; j < parties.length; j++) pairs.push(inOrder(parties[i]!, parties[j]!));
  } else {
    const a = by((r) => FIRST.has(r));
    const b = by((r) => SECOND.has(r) || (claim.type === "mediation" && r === "party"));
    for (const x of a.length > 0 ? a : ["-"])
      for (const y of b.length > 0 ? b : ["-"]) if (x !== y) pairs.push(claim.type === "figure" ? inOrder(x, y) : [x, y]);
  }
  const edtf = (typeof claim.date === "object" ? claim.date?.edtf : claim.date) ?? null;
  const year = edtf ? edtf.replace(/^\.\.\//, "").slice(0, 4) : null;
  const document = documentOf(claim);
  return pairs.map(([a, b]) => ({ document, type: claim.type, a, b, phase: claim.phase, factuality: claim.factuality, edtf, year, claim }));
}

/** Matches predicted units to gold units one to one and counts. */
export function scoreUnits(gold: readonly Unit[], predicted: readonly Unit[]): Score {
  const bins = new Map<string, { gold: Unit[]; predicted: Unit[] }>();
  const binOf = (u: Unit) => {
    const key = JSON.stringify([u.document, u.type, u.a, u.b]);
    const bin = bins.get(key) ?? { gold: [], predicted: [] };
    bins.set(key, bin);
    return bin;
  };
  for (const u of gold) binOf(u).gold.push(u);
  for (const u of predicted) {
    const bin = binOf(u);
    // the same unit said twice counts once
    const twice = bin.predicted.some(
      (q) => q.phase === u.phase && q.edtf === u.edtf && q.factuality === u.factuality && telling(q) === telling(u),
    );
    if (!twice) bin.predicted.push(u);
  }
  const pairs: [Unit, Unit][] = [];
  const missed: Unit[] = [];
  const spurious: Unit[] = [];
  for (const bin of bins.values()) {
    const options = bin.gold
      .flatMap((g) => bin.predicted.map((p) => ({ g, p, closeness: closeness(g, p) })))
      .sort((x, y) => y.closeness - x.closeness);
    const used = new Set<Unit>();
    for (const { g, p } of options) {
      if (used.has(g) || used.has(p)) continue;
      used.add(g).add(p);
      pairs.push([g, p]);
    }
    missed.push(...bin.gold.filter((g) => !used.has(g)));
    spurious.push(...bin.predicted.filter((p) => !used.has(p)));
  }
  const total = { gold: pairs.length + missed.length, predicted: pairs.length + spurious.length };
  const rates = (right: (pair: [Unit, Unit]) => boolean): Rates => {
    const n = pairs.filter(right).length;
    const precision = total.predicted > 0 ? n / total.predicted : 0;
    const recall = total.gold > 0 ? n / total.gold : 0;
    return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
  };
  const core = ([g, p]: [Unit, Unit]): boolean => g.year === p.year;
  const full = (pair: [Unit, Unit]): boolean =>
    core(pair) && pair[0].edtf === pair[1].edtf && pair[0].phase === pair[1].phase && pair[0].factuality === pair[1].factuality;
  return { ...total, levels: { "who-what": rates(() => true), core: rates(core), full: rates(full) }, pairs, missed, spurious };
}

function closeness(g: Unit, p: Unit): number {
  return (
    1 +
    (g.year === p.year ? 4 : 0) +
    (g.edtf === p.edtf ? 2 : 0) +
    (g.phase === p.phase ? 1 : 0) +
    (g.factuality === p.factuality ? 0.5 : 0)
  );
}

function telling(u: Unit): string {
  return JSON.stringify([TELLING.map((k) => u.claim.details?.[k]), u.claim.participants.map((p) => p.body ?? p.text)]);
}

function inOrder(a: string, b: string): [string, string] {
  return a <= b ? [a, b] : [b, a];
}
