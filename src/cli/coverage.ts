import { decidedClaims } from "../answers/decided-claims.ts";
import { measureCoverage } from "../reasoning/coverage.ts";
import type { SourceSummary } from "../reasoning/source-list.ts";
import { timeOf } from "../reasoning/time-bounds.ts";
import { Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";
import { readPair } from "./read-pair.ts";
import { paint } from "./text.ts";

export interface CoverageOptions {
  readonly record: string;
  readonly on?: string;
  readonly known?: string;
  readonly json: boolean;
}

/** `chancery coverage A B`: what the record has and has not of two actors, so that its silence is not read as peace. */
export async function coverage(a: string, b: string, options: CoverageOptions): Promise<number> {
  const [first, second] = readPair(a, b, "A coverage");
  const record = await Record.open(options.record);
  try {
    const day = options.on ?? new Date().toISOString().slice(0, 10);
    const { entries } = await decidedClaims(record, [first.id, second.id], { known: options.known });
    const found = measureCoverage(
      entries.filter((e) => (timeOf(e).from ?? day) <= day),
      day,
    );
    if (options.json) {
      const sources = found.sources.map(({ name, claims, documents, share, copies }) => ({
        name,
        claims,
        documents,
        share,
        copies: copies.length,
      }));
      console.log(JSON.stringify({ a: first.id, b: second.id, ...found, sources }));
      return EXIT.done;
    }
    console.log(paint("bold", `${first.name} – ${second.name}: ${found.claims} claims, ${found.undated} of them undated`));
    if (found.claims === 0) return EXIT.done;
    const years = found.years.map((y) => `${y.year} ${y.claims}`).join(", ");
    const gaps = found.gaps.map((g) => (g.from === g.to ? g.from : `${g.from}–${g.to}`)).join(", ");
    console.log(`years with claims     ${years || "none"}`);
    console.log(`years without         ${gaps || "none since the first"}`);
    console.log(`types                 ${found.types.map((t) => `${t.type} ${t.claims}`).join(", ")}`);
    console.log(`types never seen      ${found.missingTypes.join(", ") || "none"}`);
    console.log(`sources               ${found.sources.length}, ${found.independent} of them independent`);
    for (const s of found.sources) console.log(`                      ${saySource(s)}`);
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function saySource({ name, claims, documents, share, copies }: SourceSummary): string {
  const copied = copies.length === 0 ? "" : `, ${copies.length} with the words of others`;
  return `${name}: ${Math.round(100 * share)} %, ${claims} claim${claims === 1 ? "" : "s"} of ${documents} document${documents === 1 ? "" : "s"}${copied}`;
}
