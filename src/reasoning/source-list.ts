import type { Decision } from "../record/decision.ts";
import type { ClaimEntry } from "../record/record.ts";
import { isSource, type Preference } from "./preferences.ts";
import { runsOf, sourceName } from "./sources.ts";

/** Who says something, and how much of it on his own. */
export interface SourceSummary {
  readonly name: string;
  readonly documents: number;
  readonly claims: number;
  /** Of all claims, 0 to 1. */
  readonly share: number;
  /** First and last date of its documents; null when none has one. */
  readonly first: string | null;
  readonly last: string | null;
  /** Documents whose words stand in an earlier document of another source, with that source. */
  readonly copies: readonly { readonly document: ClaimEntry["document"]; readonly of: ClaimEntry["document"] }[];
  /** Preferences that speak for it, and against it. */
  readonly preferred: readonly Decision[];
  readonly passedOver: readonly Decision[];
}

/** Share of the runs of words in a document's quotes that stand in another document's from which on it is a copy, and the least number of runs. */
const LEAST_SHARE = 0.8;
const LEAST_RUNS = 5;

/** The sources of claims, most claims first. Documents are copies when four fifths of the words quoted from them stand in an earlier one. */
export function summariseSources(entries: readonly ClaimEntry[], preferences: readonly Preference[] = []): SourceSummary[] {
  const sources = new Map<string, { own: ClaimEntry[]; documents: Map<string, ClaimEntry["document"]> }>();
  for (const entry of entries) {
    const name = sourceName(entry.document);
    const source = sources.get(name) ?? { own: [] as ClaimEntry[], documents: new Map<string, ClaimEntry["document"]>() };
    source.own.push(entry);
    source.documents.set(entry.document.id, entry.document);
    sources.set(name, source);
  }
  const originals = findOriginals(entries);
  return [...sources]
    .map(([name, { own, documents }]) => {
      const dates = [...documents.values()].flatMap((d) => d.date ?? []).sort();
      return {
        name,
        documents: documents.size,
        claims: own.length,
        share: own.length / entries.length,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
        copies: [...documents.values()].flatMap((document) => {
          const of = originals.get(document.id);
          return of && sourceName(of) !== name ? [{ document, of }] : [];
        }),
        preferred: preferences.filter((p) => isNamed(p.source, own)).map((p) => p.decision),
        passedOver: preferences.filter((p) => p.over !== null && isNamed(p.over, own)).map((p) => p.decision),
      };
    })
    .sort((x, y) => y.claims - x.claims || x.name.localeCompare(y.name));
}

function isNamed(name: string, [first]: readonly ClaimEntry[]): boolean {
  return first !== undefined && isSource(name, first.document);
}

/** Of each document that copies an earlier one, by its id, that one: the one with which it has most in common, the earliest of several. */
function findOriginals(entries: readonly ClaimEntry[]): Map<string, ClaimEntry["document"]> {
  const documents = new Map<string, { document: ClaimEntry["document"]; runs: Set<string> }>();
  for (const { document, claim } of entries) {
    const known = documents.get(document.id) ?? { document, runs: new Set<string>() };
    for (const run of runsOf(claim.evidence.quote)) known.runs.add(run);
    documents.set(document.id, known);
  }
  const inOrder = [...documents.values()].sort(
    (x, y) => (x.document.date ?? "9999").localeCompare(y.document.date ?? "9999") || x.document.id.localeCompare(y.document.id),
  );
  const seen = new Map<string, number[]>();
  const originals = new Map<string, ClaimEntry["document"]>();
  for (const [i, { document, runs }] of inOrder.entries()) {
    const common = new Map<number, number>();
    for (const run of runs) for (const earlier of seen.get(run) ?? []) common.set(earlier, (common.get(earlier) ?? 0) + 1);
    let best = { place: -1, count: 0 };
    for (const [place, count] of common) if (count > best.count || (count === best.count && place < best.place)) best = { place, count };
    if (best.count > 0 && runs.size >= LEAST_RUNS && best.count / runs.size >= LEAST_SHARE) {
      const earlier = inOrder[best.place]!.document;
      originals.set(document.id, originals.get(earlier.id) ?? earlier);
    }
    for (const run of runs) {
      const places = seen.get(run);
      if (places) places.push(i);
      else seen.set(run, [i]);
    }
  }
  return originals;
}
