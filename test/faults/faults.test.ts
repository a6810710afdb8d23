import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dyadsOf } from "../../src/record/dyads.ts";
import { Record } from "../../src/record/record.ts";
import { RecordError } from "../../src/record/record-error.ts";
import { runChancery } from "../cli/run-chancery.ts";
import { describeEngines, type Place } from "../engines/engines.ts";
import { made } from "./made.ts";

const STORE_MANY = join(import.meta.dirname, "store-many.ts");
const CHANCERY = join(import.meta.dirname, "../../bin/chancery");

function startStoring(address: string, most: number): { child: ChildProcess; acknowledged: number[] } {
  const child = spawn(process.execPath, [STORE_MANY, address, String(most)], { stdio: ["ignore", "pipe", "inherit"] });
  const acknowledged: number[] = [];
  let rest = "";
  child.stdout!.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    acknowledged.push(...lines.map(Number));
  });
  return { child, acknowledged };
}

/** Everything of these documents is there, each once, and what is derived agrees with it. */
async function expectWhole(address: string, numbers: readonly number[]): Promise<void> {
  const record = await Record.open(address);
  try {
    expect(await record.findFaults()).toEqual([]);
    for (const i of numbers) {
      const { document, claims } = made(i);
      const there = (await record.claimsOf(document.id)).map((c) => c.id).sort();
      expect([i, there]).toEqual([i, claims.map((c) => c.id).sort()]);
    }
    const pairs = new Map<string, number>();
    for (const { claim } of await record.claims([]))
      for (const [a, b] of dyadsOf(claim.participants.map((p) => p.actor))) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1);
    expect(new Map((await record.pairs()).map(({ a, b, claims }) => [`${a} ${b}`, claims]))).toEqual(pairs);
  } finally {
    await record.close();
  }
}

describeEngines("a process that is killed", ({ makePlace, kind }) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });
  afterEach(() => place.remove());

  const KILLS = kind === "sqlite" ? 20 : 5;

  it(`${KILLS} times in the middle of storing loses nothing that it acknowledged, and the rest resumes`, { timeout: 300_000 }, async () => {
    const all = new Set<number>();
    for (let kill = 0; kill < KILLS; kill++) {
      const { child, acknowledged } = startStoring(place.address, 100_000);
      while (acknowledged.length < 3 + ((7 * kill) % 11)) await new Promise((resolve) => setTimeout(resolve, 1 + (kill % 4)));
      child.kill("SIGKILL");
      await once(child, "close");
      for (const i of acknowledged) {
        // what was acknowledged before is not stored again
        expect(all.has(i)).toBe(false);
        all.add(i);
      }
      await expectWhole(place.address, acknowledged);
    }
    const most = Math.max(...all) + 5;
    const { child, acknowledged } = startStoring(place.address, most);
    await once(child, "close");
    expect(child.exitCode).toBe(0);
    // at most one document of each run was stored and not yet acknowledged
    expect(all.size + acknowledged.length).toBeGreaterThanOrEqual(most - KILLS);
    await expectWhole(
      place.address,
      Array.from({ length: most }, (_, i) => i),
    );
  });

  it("beside another one that writes: both store all of theirs", { timeout: 120_000 }, async () => {
    const both = [startStoring(place.address, 60), startStoring(place.address, 60)];
    await Promise.all(both.map(({ child }) => once(child, "close")));
    expect(both.map(({ child }) => child.exitCode)).toEqual([0, 0]);
    await expectWhole(
      place.address,
      Array.from({ length: 60 }, (_, i) => i),
    );
  });
});

/** Whether a file system of a few MB can be made here: in a namespace of one's own, so that nobody else sees it. */
const canMount = spawnSync("unshare", ["-Urm", "sh", "-c", 'mount -t tmpfs -o size=1m tmpfs "$0"', tmpdir()]).status === 0;

describe.skipIf(!canMount)(`a full disk${canMount ? "" : " (skipped: no file system of a few MB can be made here)"}`, () => {
  it("is told, leaves a record that can be read, and the next ingest goes on", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "chancery-full-"));
    try {
      const lines = Array.from({ length: 400 }, (_, i) =>
        JSON.stringify({
          id: `${i}`,
          date: "2019-05-16",
          language: "en",
          text: `Kenya and Laos signed a trade agreement in Nairobi on ${1 + (i % 28)} May ${1950 + (i % 60)}. ${"Nothing else was said. ".repeat(200)}`,
        }),
      );
      writeFileSync(join(folder, "in.jsonl"), lines.join("\n"));
      // a file system of 2 MB, which later has 200
      const script = `
        mkdir "$1/small" && mount -t tmpfs -o size=2m tmpfs "$1/small" || exit 99
        "$2" ingest "$1/in.jsonl" --record "$1/small/r.chancery" --workers 1 --quiet 2>"$1/first"; echo "first $?"
        "$2" documents --record "$1/small/r.chancery" --json >"$1/documents"; echo "read $?"
        "$2" chronology KEN LAO --record "$1/small/r.chancery" --json >"$1/chronology"; echo "asked $?"
        "$2" ingest "$1/in.jsonl" --record "$1/small/r.chancery" --workers 1 --quiet 2>"$1/second"; echo "second $?"
        mount -o remount,size=200m tmpfs "$1/small"
        "$2" ingest "$1/in.jsonl" --record "$1/small/r.chancery" --workers 1 --quiet --json >"$1/third"; echo "third $?"
        "$2" doctor --record "$1/small/r.chancery" >/dev/null; echo "sound $?"
        "$2" documents --record "$1/small/r.chancery" --json >"$1/all"; echo "all $?"`;
      const ran = spawnSync("unshare", ["-Urm", "sh", "-c", script, "sh", folder, CHANCERY], { encoding: "utf8" });
      const read = (name: string): string => readFileSync(join(folder, name), "utf8");
      expect(ran.stdout.trim().split("\n")).toEqual(["first 3", "read 0", "asked 0", "second 3", "third 0", "sound 0", "all 0"]);
      for (const name of ["first", "second"]) {
        expect(read(name)).toContain("r.chancery");
        expect(read(name)).toContain("the disk is full");
      }
      const before = read("documents").trim().split("\n").length;
      expect(before).toBeGreaterThan(5);
      expect(before).toBeLessThan(400);
      expect(read("chronology").trim().split("\n").length).toBe(before);
      expect(JSON.parse(read("third"))).toMatchObject({ documents: 400, failed: 0 });
      expect(read("all").trim().split("\n")).toHaveLength(400);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("a damaged file", () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-damaged-"));
    path = join(folder, "r.chancery");
    const { child } = startStoring(path, 200);
    await once(child, "close");
    // all of it in the file itself
    const record = await Record.open(path);
    await record.decide({ kind: "confirm", claim: made(3).claims[0]! }, "Ada", "so it was");
    await record.close();
  }, 60_000);
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const overwrite = (from: number, bytes: number): void => {
    const file = openSync(path, "r+");
    writeSync(file, Buffer.alloc(bytes, 0x5a), 0, bytes, from);
  };

  it("is found by doctor, and what can be read goes into a new record, which ingest fills", { timeout: 120_000 }, async () => {
    const bytes = readFileSync(path);
    for (const words of ["Report 50 tells", "Report 120 tells"]) overwrite(4096 * Math.floor(bytes.indexOf(words) / 4096), 4096);
    expect((await runChancery(["doctor", "--record", path])).code).toBe(3);
    const rescued = join(folder, "new.chancery");
    const { code, out, err } = await runChancery(["doctor", "--record", path, "--export", rescued, "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const told = JSON.parse(out) as { documents: number; claims: number; decisions: number; incomplete: string[] };
    expect(told.documents).toBeGreaterThan(150);
    expect(told.documents).toBeLessThan(200);
    expect(told.decisions).toBe(1);
    expect(told.incomplete).toContain("report-50.txt");
    const lost = new Set(told.incomplete.map((source) => Number(/\d+/.exec(source)![0])));
    await expectWhole(
      rescued,
      Array.from({ length: 200 }, (_, i) => i).filter((i) => !lost.has(i)),
    );
    const { child } = startStoring(rescued, 200);
    await once(child, "close");
    await expectWhole(
      rescued,
      Array.from({ length: 200 }, (_, i) => i),
    );
    const record = await Record.open(rescued);
    expect(await record.decisions()).toHaveLength(1);
    expect(await record.searchQuotes("treaty")).toHaveLength(20);
    await record.close();
  });

  it("gives what is left wherever the damage is", { timeout: 240_000 }, async () => {
    const whole = readFileSync(path);
    const pages = Math.floor(statSync(path).size / 4096);
    const counts: number[] = [];
    for (let page = 2; page < pages; page += Math.ceil(pages / 12)) {
      writeFileSync(path, whole);
      overwrite(4096 * page, 4096);
      const to = join(folder, `from-${page}.chancery`);
      const record = await Record.open(to, { create: true });
      const rescued = await record
        .rescue(path)
        // a page of the list of tables
        .catch((error) => (error instanceof RecordError && error.code === "damaged" ? { documents: 0 } : Promise.reject(error)))
        .finally(() => record.close());
      await expectWhole(to, []);
      counts.push(rescued.documents);
    }
    expect(counts.filter((n) => n > 150).length).toBeGreaterThan(counts.length / 2);
  });

  it("of which nothing can be read says so, and the new record stays empty", async () => {
    overwrite(0, 8192);
    const { code, err } = await runChancery(["doctor", "--record", path, "--export", join(folder, "new.chancery")]);
    expect(code).toBe(3);
    expect(err).toContain(path);
    writeFileSync(path, "");
    expect((await runChancery(["doctor", "--record", path, "--export", join(folder, "other.chancery")])).code).toBe(3);
  });

  it("is not written into a record that holds something", async () => {
    const other = join(folder, "other.chancery");
    const { child } = startStoring(other, 2);
    await once(child, "close");
    const { code, err } = await runChancery(["doctor", "--record", path, "--export", other]);
    expect(code).toBe(3);
    expect(err).toContain("holds something already");
  });
});
