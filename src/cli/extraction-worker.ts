/** A thread of ExtractionPool: takes jobs, gives what comes of each in the same order. */
import module from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { FromWorker, Job, WorkerStart } from "./extraction-pool.ts";

// what Node compiled for the thread that starts this one is taken as it is; so it must be asked for before the rest is loaded
module.enableCompileCache();
const { loadExtractor, loadParser } = await import("../pipeline.ts");
const { answerTo, parsedBy } = await import("./extraction.ts");

// a thread that parses for others may be asked for claims later, and the other way round: each loads what it needs first at once
const { parses } = workerData as WorkerStart;
let parser = parses ? loadParser() : null;
let extractor = parses ? null : loadExtractor();

function done(job: Job): FromWorker {
  if (job.step === "parse") {
    parser ??= loadParser();
    const parsed = parsedBy(job.document, parser);
    return parsed instanceof Uint8Array ? parsed : JSON.stringify(parsed);
  }
  extractor ??= loadExtractor();
  // as text it is handed over in half the time
  return JSON.stringify(answerTo(job.document, extractor, job.parsed ?? undefined));
}

parentPort!.on("message", (job: Job) => {
  const result = done(job);
  parentPort!.postMessage(result, result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : []);
});
parentPort!.postMessage("ready");
