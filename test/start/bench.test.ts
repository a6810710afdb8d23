import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Measurement } from "../../scripts/bench/measurement.ts";

const ROOT = join(import.meta.dirname, "../..");

function bench(...args: string[]) {
  const done = spawnSync(process.execPath, [join(ROOT, "scripts", "bench.ts"), ...args], { encoding: "utf8" });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

it("npm run bench measures every reader, stage and question on little material, and finds no fault with it", { timeout: 120_000 }, () => {
  const { code, out, err } = bench("--size", "0.03", "--claims", "60", "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const { measurements } = JSON.parse(out) as { measurements: Measurement[] };
  const of = (group: string) => measurements.filter((m) => m.group === group);
  expect(of("read").map((m) => m.name)).toEqual([
    "WordPress JSON",
    "wikitext",
    "MediaWiki dump",
    "HTML",
    "PDF",
    "plain text",
    "text out of a PDF",
    "Markdown",
    "DOCX",
    "RSS",
    "JSON lines",
  ]);
  for (const { name, figures } of of("read")) {
    expect([name, figures.diagnostics]).toEqual([name, 0]);
    expect(figures["MB of text/s"]).toBeGreaterThan(0);
  }
  expect(of("extract").length).toBeGreaterThan(5);
  expect(of("start").length).toBeGreaterThan(0);
  expect(of("record").find((m) => m.name === "store")!.figures.claims).toBe(60);
  for (const { figures } of measurements) for (const value of Object.values(figures)) expect(value).toSatisfy(Number.isFinite);
});

it("npm run bench refuses what it does not know", () => {
  expect(bench("--only", "dancing")).toMatchObject({ code: 2, out: "" });
  expect(bench("--size", "none").code).toBe(2);
});
