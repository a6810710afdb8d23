import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { decisionStates } from "../answers/decided-claims.ts";
import type { Claim } from "../claims/claim.ts";
import type { Document } from "../document/document.ts";
import { extractorVersion } from "../pipeline.ts";
import type { Place } from "../record/place.ts";
import { Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";
import { extractInOrder, type Passing } from "./extract-in-order.ts";
import { openExtraction } from "./extraction.ts";
import { type Input, type InputOptions, type InputRun, openInputs } from "./read-inputs.ts";
import { Repeats } from "./repeats.ts";

/** So many stored in one run change what is known of the tables. */
const MANY_DOCUMENTS = 100;

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

export interface IngestOptions extends InputOptions {
  /** Threads that extract; without it, as many as there are cores and the input is worth. */
  readonly workers?: number;
}

/** `chancery ingest`: documents and claims into a record; killed, it resumes where it was. */
export async function ingest(paths: readonly string[], options: IngestOptions & { record: string; json: boolean }): Promise<number> {
  const record = await Record.open(options.record, { create: true });
  try {
    const summary = await ingestInto(record, paths, options);
    if (options.json) console.log(JSON.stringify(summary));
    else if (!options.quiet) console.error(describe(summary, record.address));
    if (!options.quiet && summary["new-version"] + summary["re-extracted"] > 0) await sayLostDecisions(record);
    return summary.failed > 0 ? EXIT.someUnread : EXIT.done;
  } finally {
    await record.close();
  }
}

/** After documents were read anew: whether decisions lost what they were about. */
async function sayLostDecisions(record: Record): Promise<void> {
  const lost = (await decisionStates(record)).filter((s) => s.state === "unanchored" || s.state === "ambiguous").length;
  if (lost > 0)
    console.error(
      `${lost} decision${lost === 1 ? "" : "s"} no longer find${lost === 1 ? "s" : ""} for certain what ${lost === 1 ? "it was" : "they were"} about; \`chancery decide list\` tells of ${lost === 1 ? "it" : "them"}`,
    );
}

/** Documents and claims that wait to be stored together, at most; and how long, in milliseconds, the first of them waits. */
const MOST_WAITING = { documents: 40, claims: 1000, time: 1000 };

/** Reads, extracts and stores in the order of the inputs, a few documents in one transaction. */
export async function ingestInto(record: Record, paths: readonly string[], options: IngestOptions): Promise<IngestSummary> {
  const summary: IngestSummary = { documents: 0, new: 0, "new-version": 0, "re-extracted": 0, unchanged: 0, claims: 0, failed: 0 };
  const run = await openInputs(paths, options);
  const version = extractorVersion();
  let waiting: { document: Document; claims: readonly Claim[]; place: Place }[] = [];
  let since = 0;
  const storeWaiting = async (): Promise<void> => {
    const items = waiting;
    waiting = [];
    for (const stored of items.length > 0 ? await record.storeAll(items, version) : []) {
      summary[stored.outcome]++;
      if (stored.outcome !== "unchanged") summary.claims += stored.claims;
    }
  };
  const isDue = (): boolean =>
    waiting.length >= MOST_WAITING.documents ||
    performance.now() - since > MOST_WAITING.time ||
    waiting.reduce((n, w) => n + w.claims.length, 0) >= MOST_WAITING.claims;
  const extraction = openExtraction({ workers: options.workers, bytes: run.bytes });
  try {
    for await (const { note, answer } of extractInOrder(newDocuments(record, run, version, summary), extraction)) {
      const { input, origin } = note;
      if (note.kind === "end") {
        await storeWaiting();
        if (input.file && input.failed === 0)
          await record.markFileDone(origin, input.file.size, input.file.modified, version, note.documents);
        continue;
      }
      run.tellFaults(input, note.document, answer!);
      if (answer!.failure !== null) continue;
      if (waiting.length === 0) since = performance.now();
      waiting.push({ document: note.document, claims: answer!.claims, place: note.place });
      if (isDue()) await storeWaiting();
      run.progress.advance(0, `${summary.documents} documents, ${summary.claims} claims`);
    }
  } finally {
    run.progress.end();
    await extraction.close();
  }
  if (summary.documents - summary.unchanged >= MANY_DOCUMENTS) await record.settle();
  summary.failed = run.failed;
  return summary;
}

/** A document to be stored, or the end of an input, when all its documents are stored. */
type Step = { readonly input: Input; readonly origin: string } & (
  | { readonly kind: "document"; readonly document: Document; readonly place: Place }
  | { readonly kind: "end"; readonly documents: number }
);

/** The documents that the record does not have yet as this extractor reads them; what it has is counted as unchanged. */
async function* newDocuments(record: Record, run: InputRun, version: string, summary: IngestSummary): AsyncGenerator<Passing<Step>> {
  const own = new Set(record.files);
  for (const input of run.inputs) {
    if (input.file && own.has(realpathOf(input.path))) continue;
    const origin = originOf(input.path);
    if (input.file && (await record.isFileDone(origin, input.file.size, input.file.modified, version))) {
      run.progress.advance(input.file.size, "unchanged");
      summary.unchanged++;
      continue;
    }
    const repeats = new Repeats(input.path, run.progress);
    let documents = 0;
    try {
      for await (const read of input.documents()) {
        documents++;
        summary.documents++;
        const { document, occurrence } = repeats.tell(read);
        const place = { origin, occurrence };
        if (await record.isStored(document, version, place)) summary.unchanged++;
        else yield { document, note: { kind: "document", input, origin, document, place } };
      }
    } finally {
      repeats.close();
    }
    yield { document: null, note: { kind: "end", input, origin, documents } };
  }
}

/** The whole path of a file, so that it is the same file from whatever folder it is named; addresses and `-` as they are. */
function originOf(path: string): string {
  return path === "-" || /^https?:\/\//i.test(path) ? path : resolve(path);
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
