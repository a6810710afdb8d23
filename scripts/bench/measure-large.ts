import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDump } from "../../test/read/mediawiki-dump.ts";
import { inMegabytes, type Report, timed } from "./measurement.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Most megabytes of memory that a dump of any size may take: when it is only read, and when two threads extract its claims. */
const MOST_READING = 400;
const MOST_EXTRACTING = 600;

/** Tells at the end of a process how many megabytes it held at most, in its first quarter, in its last quarter and at all. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(`
import { isMainThread } from "node:worker_threads";
if (isMainThread) {
  const held = [];
  setInterval(() => held.push(process.memoryUsage.rss()), 200).unref();
  process.on("exit", () => {
    const quarter = Math.ceil(held.length / 4);
    const most = [held.slice(0, quarter), held.slice(-quarter)].map((some) => Math.round(Math.max(0, ...some) / 1e6));
    process.stderr.write("memory " + JSON.stringify([...most, Math.round(process.resourceUsage().maxRSS / 1e3)]));
  });
}`)}`;

/** Reads a MediaWiki dump of so many bytes in a process of its own. False when that took more memory than it may. */
export function measureLargeReading(bytes: number, report: Report): Promise<boolean> {
  return withDump(bytes, async (path) => {
    const script = join(ROOT, "test/read/read-dump-process.ts");
    const done = spawnSync(process.execPath, [script, path], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`reading the large dump ended with ${done.status}: ${done.stderr}`);
    const { pages, seconds, megabytes } = JSON.parse(done.stdout) as { pages: number; seconds: number; megabytes: number };
    const size = inMegabytes(statSync(path).size);
    report({
      group: "read",
      name: "MediaWiki dump, large",
      figures: {
        documents: pages,
        "MB of files": size,
        "MB of files/s": size / seconds,
        "peak MB of memory": megabytes,
        "allowed MB": MOST_READING,
      },
    });
    return megabytes <= MOST_READING;
  });
}

/** Extracts the claims of such a dump with two threads, as a command. False when that took more memory than it may. */
export function measureLargeExtraction(bytes: number, report: Report): Promise<boolean> {
  return withDump(bytes, async (path, pages) => {
    const out = openSync(`${path}.claims`, "w");
    // as it is started by hand, with the options that it gives Node
    const env = { ...process.env, NODE_OPTIONS: `--import=${TELL_MEMORY}` };
    const { seconds, result } = await timed(() =>
      spawnSync(join(ROOT, "bin/chancery"), ["extract", path, "--workers", "2"], { encoding: "utf8", env, stdio: ["ignore", out, "pipe"] }),
    );
    const told = /memory (\[[\d,]+\])$/.exec(result.stderr)?.[1];
    if (result.status !== 0 || !told) throw new Error(`extracting the large dump ended with ${result.status}: ${result.stderr}`);
    const [first, last, most] = JSON.parse(told) as [number, number, number];
    const size = inMegabytes(statSync(path).size);
    report({
      group: "extract",
      name: "MediaWiki dump, large, two threads",
      figures: {
        documents: pages,
        "MB of files": size,
        "MB of claims": inMegabytes(statSync(`${path}.claims`).size),
        seconds,
        "documents/s": pages / seconds,
        "peak MB in the first quarter": first,
        "in the last": last,
        "at all": most,
        "allowed MB": MOST_EXTRACTING,
      },
    });
    return most <= MOST_EXTRACTING;
  });
}

async function withDump(bytes: number, work: (path: string, pages: number) => Promise<boolean>): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
  try {
    const path = join(folder, "dump.xml");
    return await work(path, await writeDump(path, bytes));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
