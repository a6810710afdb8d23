/** A thread of ExtractionPool: takes documents, gives the answer to each in the same order. */
import { parentPort } from "node:worker_threads";
import type { Document } from "../document/document.ts";
import { loadExtractor } from "../pipeline.ts";
import { answerTo } from "./extraction.ts";

const extractor = loadExtractor();
parentPort!.on("message", (document: Document) => parentPort!.postMessage(answerTo(document, extractor)));
parentPort!.postMessage("ready");
