import v8 from "node:v8";
import { Worker } from "node:worker_threads";
import type { Document } from "../document/document.ts";
import type { Answer, Extraction } from "./extraction.ts";

/** The threads run this file, as TypeScript in a checkout and as JavaScript in a package. */
const SCRIPT = new URL(`./extraction-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
/** Jobs that a thread has at a time, so that the next one is there when it has done with the first. */
const AHEAD = 2;
/** Megabytes that a thread may take for what lives shortly: with more it is no faster, and each thread holds 50 more. */
const YOUNG = 16;
/** Characters of a document that one thread extracts alone: with one so long the others would wait for its parses. */
const LONG = 100_000;
/** Documents that lie parsed at a time, at most. */
const MOST_PARSED = 8;
/** Characters that others get done while a thread has nothing of its own work, before it takes up theirs: it has all of it to learn. */
const PATIENCE = 1_000_000;

/** Characters after which V8's last compiler has its turn: before, it takes longer over a rule than it saves. */
const SHORT_RUN = 4_000_000;

/** What a thread is started with. */
export interface WorkerStart {
  /** It parses for others, first of all. */
  readonly parses: boolean;
}

/** To a thread: a document to parse, or to tell the claims of, with what another has parsed or all by itself. */
export interface Job {
  readonly document: Document;
  readonly step: "parse" | "claim";
  readonly parsed: Uint8Array<ArrayBuffer> | null;
}

/** From a thread: `ready` when it has loaded all it needs, then what comes of its jobs in their order: parses as bytes, or answers as JSON. */
export type FromWorker = "ready" | Uint8Array<ArrayBuffer> | string;

interface Task {
  readonly document: Document;
  parsed: Uint8Array<ArrayBuffer> | null;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface Thread extends WorkerStart {
  readonly worker: Worker;
  ready: boolean;
  /** Asked and not answered; the first is the one that it works on. */
  readonly jobs: { readonly task: Task; readonly step: Job["step"] }[];
  /** Characters that others got done while it had nothing to do. */
  missed: number;
}

/**
 * Threads that extract documents side by side. Some parse, the others tell the claims of what was parsed: V8 learns and
 * compiles the rules anew in each thread, which for thousands of sentences takes longer than the rules themselves, and so each has to
 * learn but half of them. In long runs who has nothing of his own to do helps the others. Threads are started as documents come, at
 * most `width` of them. When one ends by a fault (its memory is used up, say), the document it worked on is answered with that
 * failure, and another thread takes the rest.
 */
export class ExtractionPool implements Extraction {
  readonly width: number;
  private readonly script: URL;
  private readonly threads = new Set<Thread>();
  private readonly waiting: Task[] = [];
  /** Those whose claims are still to be told. */
  private readonly parsed: Task[] = [];
  private closed = false;
  /** Characters answered. */
  private done = 0;

  constructor(width: number, script: URL = SCRIPT) {
    this.width = width;
    this.script = script;
    // so that what the compiler before the last has made can still be handed to the last
    v8.setFlagsFromString("--force-emit-interrupt-budget-checks");
    v8.setFlagsFromString("--no-turbofan");
  }

  answer(document: Document): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ document, parsed: null, resolve, reject });
      if (this.threads.size < this.width && this.waiting.length + this.parsed.length + this.atWork > this.threads.size) this.start();
      this.hand();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    v8.setFlagsFromString("--turbofan");
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  private get atWork(): number {
    return [...this.threads].reduce((sum, { jobs }) => sum + jobs.length, 0);
  }

  /** Gives work to threads that have room, those with the least to do first. */
  private hand(): void {
    while (!this.closed) {
      const least = [...this.threads].filter(({ jobs }) => jobs.length < AHEAD).sort((a, b) => a.jobs.length - b.jobs.length);
      if (!least.some((thread) => this.give(thread))) return;
    }
  }

  /** Gives a thread a job, if there is one for it. */
  private give(thread: Thread): boolean {
    const helps = thread.jobs.length === 0 && (thread.missed > PATIENCE || this.threads.size === 1);
    const task =
      this.longOne() ??
      (thread.parses ? (this.toParse() ?? (helps ? this.toClaim() : null)) : (this.toClaim() ?? (helps ? this.toParse() : null)));
    if (!task) return false;
    // who would wait for a parse makes it himself, with the claims at once
    const step = task.parsed || !thread.parses || task.document.text.length > LONG ? "claim" : "parse";
    thread.jobs.push({ task, step });
    const { parsed } = task;
    thread.worker.postMessage({ document: task.document, step, parsed } satisfies Job, parsed ? [parsed.buffer] : []);
    task.parsed = null;
    return true;
  }

  /** The next document, if it is a long one. */
  private longOne(): Task | null {
    return this.waiting[0] && this.waiting[0].document.text.length > LONG ? this.waiting.shift()! : null;
  }

  private toParse(): Task | null {
    return this.parsed.length < MOST_PARSED ? (this.waiting.shift() ?? null) : null;
  }

  private toClaim(): Task | null {
    return this.parsed.shift() ?? null;
  }

  private start(): void {
    // claims take somewhat longer than parses: of five threads two parse
    const parses = [...this.threads].filter((thread) => thread.parses).length * 5 <= this.threads.size * 2;
    const worker = new Worker(this.script, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      workerData: { parses } satisfies WorkerStart,
    });
    const thread: Thread = { worker, parses, ready: false, jobs: [], missed: 0 };
    this.threads.add(thread);
    worker.on("message", (message: FromWorker) => {
      this.take(thread, message);
      this.hand();
    });
    // an error is followed by an exit; what does not say why it ended just exits
    let reason = "the thread that extracted it ended";
    worker.on("error", (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on("exit", () => this.lose(thread, reason));
  }

  private take(thread: Thread, message: FromWorker): void {
    if (message === "ready") {
      thread.ready = true;
      return;
    }
    const task = thread.jobs.shift()?.task;
    if (!task) return;
    if (this.waiting.length > 0 || this.parsed.length > 0)
      for (const other of this.threads) if (other !== thread && other.jobs.length === 0) other.missed += task.document.text.length;
    if (message instanceof Uint8Array) {
      task.parsed = message;
      this.parsed.push(task);
      return;
    }
    const before = this.done;
    this.done += task.document.text.length;
    if (before < SHORT_RUN && this.done >= SHORT_RUN) v8.setFlagsFromString("--turbofan");
    task.resolve(JSON.parse(message) as Answer);
  }

  private lose(thread: Thread, reason: string): void {
    this.threads.delete(thread);
    if (this.closed) return;
    const tasks = thread.jobs.map(({ task }) => task);
    if (!thread.ready) {
      // what cannot start will not start the next time either
      for (const task of [...tasks, ...this.parsed.splice(0), ...this.waiting.splice(0)])
        task.reject(new Error(`extraction could not be started: ${reason}`));
      return;
    }
    // the bytes of what was parsed went with the thread: those behind the failed one begin anew
    const [failed, ...rest] = tasks;
    this.waiting.unshift(...rest);
    failed?.resolve({ claims: [], faults: [], failure: reason });
    if (this.waiting.length + this.parsed.length > 0) this.start();
    this.hand();
  }
}
