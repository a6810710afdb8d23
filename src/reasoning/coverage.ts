import { CLAIM_TYPES, type ClaimType } from "../claims/claim.ts";
import type { ClaimEntry } from "../record/record.ts";
import { sourceName } from "./sources.ts";
import { timeOf } from "./time-bounds.ts";

/** What a record has and has not of two actors, so that silence is not read as peace. */
export interface Coverage {
  readonly claims: number;
  readonly undated: number;
  /** Claims by year in which they may lie; a claim of several years counts in its first and last. */
  readonly years: readonly { readonly year: number; readonly claims: number }[];
  /** Runs of years without a claim between the first and the last, both ends included. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly types: readonly { readonly type: ClaimType; readonly claims: number }[];
  readonly missingTypes: readonly ClaimType[];
  /** Most claims first; `share` is of all claims, 0 to 1. */
  readonly sources: readonly { readonly name: string; readonly claims: number; readonly documents: number; readonly share: number }[];
}

export function measureCoverage(entries: readonly ClaimEntry[]): Coverage {
  const years = new Map<number, number>();
  let undated = 0;
  for (const entry of entries) {
    const { from, to } = entry.claim.date.edtf === null ? { from: null, to: null } : timeOf(entry);
    const ends = new Set([from ?? to, to ?? from].filter((d) => d !== null).map((d) => Number(d.slice(0, 4))));
    if (ends.size === 0) undated++;
    for (const year of ends) years.set(year, (years.get(year) ?? 0) + 1);
  }
  const sorted = [...years].sort(([x], [y]) => x - y);
  const gaps = sorted.slice(1).flatMap(([year], i) => (year - sorted[i]![0] > 1 ? [{ from: sorted[i]![0] + 1, to: year - 1 }] : []));
  const types = CLAIM_TYPES.map((type) => ({ type, claims: entries.filter((e) => e.claim.type === type).length }));
  const sources = new Map<string, { claims: number; documents: Set<string> }>();
  for (const { document } of entries) {
    const name = sourceName(document);
    const source = sources.get(name) ?? { claims: 0, documents: new Set() };
    source.claims++;
    source.documents.add(document.id);
    sources.set(name, source);
  }
  return {
    claims: entries.length,
    undated,
    years: sorted.map(([year, claims]) => ({ year, claims })),
    gaps,
    types: types.filter((t) => t.claims > 0).sort((x, y) => y.claims - x.claims || x.type.localeCompare(y.type)),
    missingTypes: types.filter((t) => t.claims === 0).map((t) => t.type),
    sources: [...sources]
      .map(([name, { claims, documents }]) => ({ name, claims, documents: documents.size, share: claims / entries.length }))
      .sort((x, y) => y.claims - x.claims || x.name.localeCompare(y.name)),
  };
}
