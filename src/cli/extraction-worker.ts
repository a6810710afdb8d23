/** A thread of ExtractionPool: takes documents, gives the answer to each in the same order. */
import module from "node:module";
import { parentPort } from "node:worker_threads";
import type { Document } from "../document/document.ts";

// what Node compiled for the thread that starts this one is taken as it is; so it must be asked for before the rest is loaded
module.enableCompileCache();
const { loadExtractor } = await import("../pipeline.ts");
const { answerTo } = await import("./extraction.ts");

const extractor = loadExtractor();
parentPort!.on("message", (document: Document) => parentPort!.postMessage(answerTo(document, extractor)));
parentPort!.postMessage("ready");
