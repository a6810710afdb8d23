import { decidedClaims } from "../answers/decided-claims.ts";
import { measureCoverage } from "../reasoning/coverage.ts";
import { Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";
import { readPair } from "./read-pair.ts";
import { paint } from "./text.ts";

export interface CoverageOptions {
  readonly record: string;
  readonly known?: string;
  readonly json: boolean;
}

/** `chancery coverage A B`: what the record has and has not of two actors, so that its silence is not read as peace. */
export async function coverage(a: string, b: string, options: CoverageOptions): Promise<number> {
  const [first, second] = readPair(a, b, "A coverage");
  const record = await Record.open(options.record);
  try {
    const { entries } = await decidedClaims(record, [first.id, second.id], { known: options.known });
    const found = measureCoverage(entries);
    if (options.json) {
      console.log(JSON.stringify({ a: first.id, b: second.id, ...found }));
      return EXIT.done;
    }
    console.log(paint("bold", `${first.name} – ${second.name}: ${found.claims} claims, ${found.undated} of them undated`));
    if (found.claims === 0) return EXIT.done;
    const years = found.years.map((y) => `${y.year} ${y.claims}`).join(", ");
    const gaps = found.gaps.map((g) => (g.from === g.to ? g.from : `${g.from}–${g.to}`)).join(", ");
    console.log(`years with claims     ${years || "none"}`);
    console.log(`years without         ${gaps || "none between the first and the last"}`);
    console.log(`types                 ${found.types.map((t) => `${t.type} ${t.claims}`).join(", ")}`);
    console.log(`types never seen      ${found.missingTypes.join(", ") || "none"}`);
    for (const [i, s] of found.sources.entries())
      console.log(
        `${i === 0 ? "sources" : ""}`.padEnd(22) +
          `${s.name}: ${s.claims} claims of ${s.documents} documents, ${Math.round(100 * s.share)} %`,
      );
    return EXIT.done;
  } finally {
    await record.close();
  }
}
