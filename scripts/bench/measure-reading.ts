import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSource } from "../../src/pipeline.ts";
import { writeDump } from "../../test/read/mediawiki-dump.ts";
import { type File, FORMS, writeFiles } from "./formats.ts";
import { inMegabytes, type Report, timed } from "./measurement.ts";
import { writeArticles } from "./prose.ts";

const LARGE = 300e6;
/** Most megabytes of memory that reading the large dump may hold. */
export const MOST_MEMORY = 400;

/** Megabytes a second of every reader, over files that hold `bytes` bytes of prose each. A fifth is read first, untimed. */
export async function measureReading(bytes: number, report: Report): Promise<void> {
  for (const form of FORMS) {
    const articles = writeArticles(20);
    await readAll(await writeFiles(form, articles, bytes / 5));
    const files = await writeFiles(form, articles, bytes);
    const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
    const { seconds, result } = await timed(() => readAll(files));
    report({
      group: "read",
      name: form.name,
      figures: {
        files: files.length,
        documents: result.documents,
        "MB of files": inMegabytes(size),
        "MB of files/s": inMegabytes(size) / seconds,
        "MB of text/s": inMegabytes(result.characters) / seconds,
        diagnostics: result.diagnostics,
      },
    });
  }
}

async function readAll(files: readonly File[]): Promise<{ documents: number; characters: number; diagnostics: number }> {
  const sum = { documents: 0, characters: 0, diagnostics: 0 };
  for (const file of files)
    for await (const document of readSource({ source: file.name, bytes: file.bytes })) {
      sum.documents++;
      sum.characters += document.text.length;
      sum.diagnostics += document.diagnostics.filter((d) => d.severity !== "info").length;
    }
  return sum;
}

/** Reads a MediaWiki dump of 300 MB in a process of its own. Answers the most memory that it held, in megabytes. */
export async function measureLargeDump(report: Report): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
  try {
    const path = join(folder, "dump.xml");
    await writeDump(path, LARGE);
    const script = join(import.meta.dirname, "../../test/read/read-dump-process.ts");
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
        "allowed MB": MOST_MEMORY,
      },
    });
    return megabytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
