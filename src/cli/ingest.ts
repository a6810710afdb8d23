import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { type Extractor, extractorVersion, loadExtractor } from "../pipeline.ts";
import { Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";
import { type InputOptions, openInputs } from "./read-inputs.ts";
import { Repeats } from "./repeats.ts";

export interface IngestSummary {
  documents: number;
  new: number;
  "new-version": number;
  "re-extracted": number;
  unchanged: number;
  /** Standing claims of the documents that were stored in this run. */
  claims: number;
  failed: number;
}

/** `chancery ingest`: documents and claims into a record; killed, it resumes where it was. */
export async function ingest(paths: readonly string[], options: InputOptions & { record: string; json: boolean }): Promise<number> {
  const record = await Record.open(options.record, { create: true });
  try {
    const summary = await ingestInto(record, paths, options);
    if (options.json) console.log(JSON.stringify(summary));
    else if (!options.quiet) console.error(describe(summary, options.record));
    return summary.failed > 0 ? EXIT.someUnread : EXIT.done;
  } finally {
    await record.close();
  }
}

/** Reads, extracts and stores, document by document, each in one transaction. */
export async function ingestInto(record: Record, paths: readonly string[], options: InputOptions): Promise<IngestSummary> {
  const summary: IngestSummary = { documents: 0, new: 0, "new-version": 0, "re-extracted": 0, unchanged: 0, claims: 0, failed: 0 };
  const run = await openInputs(paths, options);
  const version = extractorVersion();
  const own = filesOf(record);
  let extractor: Extractor | null = null;
  try {
    for (const input of run.inputs) {
      if (input.file && own.has(realpathOf(input.path))) continue;
      const origin = originOf(input.path);
      if (input.file && (await record.isFileDone(origin, input.file.size, input.file.modified, version))) {
        run.progress.advance(input.file.size, "unchanged");
        summary.unchanged++;
        continue;
      }
      const failedBefore = run.failed;
      const repeats = new Repeats(input.path, run.progress);
      let inFile = 0;
      try {
        for await (const read of input.documents()) {
          inFile++;
          summary.documents++;
          const { document, occurrence } = repeats.tell(read);
          const place = { origin, occurrence };
          if (await record.isStored(document, version, place)) {
            summary.unchanged++;
            continue;
          }
          extractor ??= loadExtractor();
          const stored = await record.store(document, extractor.extract(document, run.faultIn(document)), version, place);
          summary[stored.outcome]++;
          if (stored.outcome !== "unchanged") summary.claims += stored.claims;
          run.progress.advance(0, `${summary.documents} documents, ${summary.claims} claims`);
        }
      } finally {
        repeats.close();
      }
      if (input.file && run.failed === failedBefore)
        await record.markFileDone(origin, input.file.size, input.file.modified, version, inFile);
    }
  } finally {
    run.progress.end();
  }
  summary.failed = run.failed;
  return summary;
}

/** The whole path of a file, so that it is the same file from whatever folder it is named; addresses and `-` as they are. */
function originOf(path: string): string {
  return path === "-" || /^https?:\/\//i.test(path) ? path : resolve(path);
}

/** The record and what SQLite keeps beside it, which are no input when their folder is read. */
function filesOf(record: Record): ReadonlySet<string> {
  return new Set(["", "-wal", "-shm", "-journal"].map((ending) => `${realpathOf(record.path)}${ending}`));
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function describe(s: IngestSummary, record: string): string {
  const parts = [`${s.new} new`, `${s["new-version"]} new versions`, `${s["re-extracted"]} read again`, `${s.unchanged} unchanged`].filter(
    (p) => !p.startsWith("0 "),
  );
  return `${record}: ${parts.join(", ") || "nothing to do"}; ${s.claims} claims stored${s.failed ? `; ${s.failed} inputs with errors` : ""}`;
}
