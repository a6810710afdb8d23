/**
 * A process that extracts the claims of the text on its standard input, before it has read anything else, and prints how many
 * milliseconds of processor time its own thread took for it. What the program loads before is not counted; what V8 compiles in the meantime
 * beside the thread is not waited for.
 */
import { readFileSync } from "node:fs";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

const extractor = loadExtractor();
const document = readPlainText(MappedText.identity(readFileSync(0, "utf8")), { source: "first", known: { language: "en" } });
const before = process.threadCpuUsage();
extractor.extract(document);
const { user, system } = process.threadCpuUsage(before);
console.log((user + system) / 1000);
