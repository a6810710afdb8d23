import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { percentile, type Report, timed } from "./measurement.ts";

/** As a user starts it: a script for sh. */
const BIN = join(import.meta.dirname, "../../bin/chancery");
const RUNS = 10;

/** Milliseconds that commands take which read nothing. */
export async function measureStart(report: Report): Promise<void> {
  for (const args of [["--help"], ["--version"], ["chronology", "--help"]]) {
    const times: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      const { seconds, result } = await timed(() => spawnSync(BIN, args));
      if (result.status !== 0) throw new Error(`chancery ${args.join(" ")} ended with ${result.status}`);
      times.push(1000 * seconds);
    }
    report({
      group: "start",
      name: `chancery ${args.join(" ")}`,
      figures: { runs: RUNS, "median ms": percentile(times, 0.5), "least ms": Math.min(...times), "most ms": Math.max(...times) },
    });
  }
}
