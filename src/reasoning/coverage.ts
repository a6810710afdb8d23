import { CLAIM_TYPES, type ClaimType } from "../claims/claim.ts";
import type { ClaimEntry } from "../record/record.ts";
import { type SourceSummary, summariseSources } from "./source-list.ts";
import { timeOf } from "./time-bounds.ts";

/** What a record has and has not of two actors, so that silence is not read as peace. */
export interface Coverage {
  readonly claims: number;
  readonly undated: number;
  /** Claims by year in which they may lie; a claim of several years counts in its first and last. */
  readonly years: readonly { readonly year: number; readonly claims: number }[];
  /** Runs of years without a claim between the first year and the day asked about, both ends included. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly types: readonly { readonly type: ClaimType; readonly claims: number }[];
  readonly missingTypes: readonly ClaimType[];
  /** Most claims first; `share` is of all claims, 0 to 1. */
  readonly sources: readonly SourceSummary[];
  /** Sources with a document of their own: not all of theirs have the words of others. */
  readonly independent: number;
}

/** What claims cover; with a day (ISO 8601), the years from the last claim up to that day are looked at too. */
export function measureCoverage(entries: readonly ClaimEntry[], day: string | null = null): Coverage {
  const years = new Map<number, number>();
  let undated = 0;
  for (const entry of entries) {
    const { from, to } = entry.claim.date.edtf === null ? { from: null, to: null } : timeOf(entry);
    const ends = new Set([from ?? to, to ?? from].filter((d) => d !== null).map((d) => Number(d.slice(0, 4))));
    if (ends.size === 0) undated++;
    for (const year of ends) years.set(year, (years.get(year) ?? 0) + 1);
  }
  const sorted = [...years].sort(([x], [y]) => x - y);
  const known = sorted.map(([year]) => year);
  const until = day === null || known.length === 0 ? [] : [Math.max(Number(day.slice(0, 4)) + 1, known.at(-1)! + 1)];
  const gaps = [...known, ...until].slice(1).flatMap((year, i) => (year - known[i]! > 1 ? [{ from: known[i]! + 1, to: year - 1 }] : []));
  const types = CLAIM_TYPES.map((type) => ({ type, claims: entries.filter((e) => e.claim.type === type).length }));
  const sources = summariseSources(entries);
  return {
    claims: entries.length,
    undated,
    years: sorted.map(([year, claims]) => ({ year, claims })),
    gaps,
    types: types.filter((t) => t.claims > 0).sort((x, y) => y.claims - x.claims || x.type.localeCompare(y.type)),
    missingTypes: types.filter((t) => t.claims === 0).map((t) => t.type),
    sources,
    independent: sources.filter((source) => source.copies.length < source.documents).length,
  };
}
