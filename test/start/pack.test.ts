import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { jsonLines } from "../cli/run-chancery.ts";
import { cloneCheckout, linkPackages, newcomersEnvironment, runtimePackages } from "./checkout.ts";

const MB = 1e6;
let folder: string;
/** An empty folder into which the tarball was installed. */
let home: string;
let installed: string;
let tarball: string;

function run(command: string, args: readonly string[], cwd: string, input = "") {
  const done = spawnSync(command, args, { cwd, input, encoding: "utf8", env: newcomersEnvironment() });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const chancery = (...args: string[]) => run(join(installed, "bin", "chancery"), args, home);

beforeAll(() => {
  const cloned = cloneCheckout();
  folder = cloned.folder;
  const packed = run("npm", ["pack", "--silent", "--pack-destination", folder], cloned.clone);
  if (packed.code !== 0) throw new Error(`npm pack ended with ${packed.code}: ${packed.err}`);
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz"))!);
  home = join(folder, "empty");
  installed = join(home, "node_modules", "chancery");
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components", "1"], home);
  // only what npm would install with it: a package that is needed and not a dependency must be missed
  linkPackages(join(home, "node_modules"), runtimePackages());
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package", { timeout: 120_000 }, () => {
  const files = (): string[] => run("tar", ["-tzf", tarball], home).out.trim().split("\n");

  it("holds what is needed and nothing else", () => {
    const names = files().map((name) => name.replace(/^package\//, ""));
    for (const needed of [
      "package.json",
      "LICENSE",
      "README.md",
      "CHANGELOG.md",
      "bin/chancery",
      "dist/cli/main.js",
      "web/dist/index.html",
    ])
      expect(names).toContain(needed);
    for (const folder of ["data/actors/", "data/frames/", "data/models/", "data/tables/", "samples/"])
      expect(names.some((name) => name.startsWith(folder))).toBe(true);
    expect(
      names.filter((name) => /^(src|test|training|scripts|node_modules|\.cache)\/|\.test\.|\.chancery|\.conllu|\.tsbuildinfo/.test(name)),
    ).toEqual([]);
    expect(statSync(tarball).size).toBeLessThan(30 * MB);
    expect(existsSync(join(installed, "src"))).toBe(false);
  });

  it("names no path of the machine it was made on", () => {
    const texts = files().filter((name) => /\.(js|d\.ts|json|html)$/.test(name));
    expect(texts.length).toBeGreaterThan(100);
    const telling = texts.filter((name) => readFileSync(join(installed, name.replace(/^package\//, "")), "utf8").includes(folder));
    expect(telling).toEqual([]);
  });

  it("says its version", () => {
    const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as { version: string };
    expect(chancery("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it("extracts claims", () => {
    const { code, out } = chancery("extract", join(installed, "samples", "embassy-raid.html"));
    expect(code).toBe(0);
    expect(jsonLines<Claim>(out).map((c) => c.type)).toContain("relations");
  });

  it("extracts in threads too, which find their file", () => {
    const sample = join(installed, "samples", "embassy-raid.html");
    const threads = chancery("extract", sample, "--workers", "2");
    expect(threads).toEqual(chancery("extract", sample, "--workers", "1"));
    expect(threads.code).toBe(0);
  });

  it("reads every format", () => {
    const samples = readdirSync(join(installed, "samples")).filter((name) => !/^(README|expected)/.test(name));
    const { code, out, err } = chancery("extract", ...samples.map((name) => join(installed, "samples", name)));
    expect(code).toBe(0);
    expect(err.split("\n").filter((line) => line && !line.includes("wordpress-cut-off"))).toEqual([]);
    expect(jsonLines<Claim>(out).length).toBeGreaterThan(100);
  });

  it("makes a record and answers from it", () => {
    const record = join(home, "my.chancery");
    const ingested = chancery("ingest", join(installed, "samples", "wordpress-post.json"), "--record", record, "--json");
    expect({ code: ingested.code, ...(JSON.parse(ingested.out) as object) }).toMatchObject({ code: 0, new: 1, failed: 0 });
    const { code, out } = chancery("chronology", "korea republic", "ECU", "--record", record);
    expect(code).toBe(0);
    expect(out).toContain("1962-10-05");
    const id = /c_[0-9a-f]{16}/.exec(out)![0];
    expect(chancery("show", id, "--record", record).out).toContain("wordpress-post.json at");
    expect(chancery("explain", id, "--record", record).code).toBe(0);
    expect(chancery("doctor", "--record", record)).toMatchObject({ code: 0 });
  });
});
