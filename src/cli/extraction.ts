import { availableParallelism } from "node:os";
import type { Claim } from "../claims/claim.ts";
import type { Document } from "../document/document.ts";
import { type Extractor, loadExtractor, type Parser, type SentenceFault } from "../pipeline.ts";
import { ExtractionPool } from "./extraction-pool.ts";

/** What extraction made of one document. */
export interface Answer {
  readonly claims: readonly Claim[];
  /** Sentences that the rules failed on. */
  readonly faults: readonly SentenceFault[];
  /** Why the whole document could not be extracted, a fault of the program; null when it was. */
  readonly failure: string | null;
}

/** Extracts documents, here or in threads of their own. What it answers is the same either way. */
export interface Extraction {
  /** How many documents it works on at a time. */
  readonly width: number;
  answer(document: Document): Promise<Answer>;
  close(): Promise<void>;
}

/** Without `--workers` no more threads than this are started: each holds the model, and reading keeps one thread busy besides. */
const MOST_WORKERS = 4;
/** Bytes of input, or characters of text, below which threads cost more than they bring: one takes half a second to start. */
const LITTLE = 120_000;

/**
 * The way to extract inputs: in this thread when `workers` is 1, in so many threads when it is more. Without a number, one for
 * each core, but none for little input. `bytes` is the size of the inputs, null when it is not known; then this thread extracts
 * until it has seen more than a little. Nothing is loaded before the first document.
 */
export function openExtraction({ workers, bytes }: { workers?: number | undefined; bytes: number | null }): Extraction {
  const width = workers ?? Math.min(MOST_WORKERS, availableParallelism());
  if (width <= 1 || (workers === undefined && bytes !== null && bytes < LITTLE)) return new OwnThread();
  const pool = new ExtractionPool(width);
  return workers === undefined && bytes === null ? new GrowingExtraction(pool) : pool;
}

/** The answer of an extractor to one document. Never throws: a fault becomes part of the answer. `parsed` is of a parser, where there is one. */
export function answerTo(document: Document, extractor: Extractor, parsed?: Uint8Array): Answer {
  const faults: SentenceFault[] = [];
  try {
    return { claims: extractor.extract(document, (fault) => faults.push(fault), parsed), faults, failure: null };
  } catch (error) {
    return { claims: [], faults, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** A document as a parser has parsed it; where it fails on it, the answer that says so. */
export function parsedBy(document: Document, parser: Parser): Uint8Array<ArrayBuffer> | Answer {
  try {
    return parser.parse(document);
  } catch (error) {
    return { claims: [], faults: [], failure: error instanceof Error ? error.message : String(error) };
  }
}

class OwnThread implements Extraction {
  readonly width = 1;
  private extractor: Extractor | null = null;

  async answer(document: Document): Promise<Answer> {
    this.extractor ??= loadExtractor();
    return answerTo(document, this.extractor);
  }

  async close(): Promise<void> {}
}

/** Extracts here until there was more than a little text, then in threads: a pipe that gives one line a minute is answered at once. */
class GrowingExtraction implements Extraction {
  private readonly own = new OwnThread();
  private readonly pool: ExtractionPool;
  private seen = 0;

  constructor(pool: ExtractionPool) {
    this.pool = pool;
  }

  get width(): number {
    return this.seen > LITTLE ? this.pool.width : this.own.width;
  }

  answer(document: Document): Promise<Answer> {
    this.seen += document.text.length;
    return this.seen > LITTLE ? this.pool.answer(document) : this.own.answer(document);
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
