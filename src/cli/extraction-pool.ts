import { Worker } from "node:worker_threads";
import type { Document } from "../document/document.ts";
import type { Answer, Extraction } from "./extraction.ts";

/** The threads run this file, as TypeScript in a checkout and as JavaScript in a package. */
const SCRIPT = new URL(`./extraction-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
/** Documents that a thread has at a time, so that the next one is there when it has done with the first. */
const AHEAD = 2;
/** Megabytes that a thread may take for what lives shortly: with more it is no faster, and each thread holds 50 more. */
const YOUNG = 16;

/** From a thread: `ready` when it has loaded all it needs, then its answers in the order in which it was asked. */
export type FromWorker = "ready" | Answer;

interface Task {
  readonly document: Document;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  /** Asked and not answered; the first is the one that it works on. */
  readonly tasks: Task[];
}

/**
 * Threads that extract documents side by side. They are started as documents come, at most `width` of them. When one ends by a
 * fault (its memory is used up, say), the document it worked on is answered with that failure, and another thread takes the rest.
 */
export class ExtractionPool implements Extraction {
  readonly width: number;
  private readonly script: URL;
  private readonly threads = new Set<Thread>();
  private readonly waiting: Task[] = [];
  private closed = false;

  constructor(width: number, script: URL = SCRIPT) {
    this.width = width;
    this.script = script;
  }

  answer(document: Document): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ document, resolve, reject });
      this.hand();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  /** Gives waiting documents to threads that have room: an idle one, else a new one, else the one with the least to do. */
  private hand(): void {
    while (this.waiting.length > 0 && !this.closed) {
      const least = [...this.threads].sort((a, b) => a.tasks.length - b.tasks.length)[0];
      const thread = least && (least.tasks.length === 0 || this.threads.size >= this.width) ? least : this.start();
      if (thread.tasks.length >= AHEAD) return;
      const task = this.waiting.shift()!;
      thread.tasks.push(task);
      thread.worker.postMessage(task.document);
    }
  }

  private start(): Thread {
    const thread: Thread = {
      worker: new Worker(this.script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }),
      ready: false,
      tasks: [],
    };
    this.threads.add(thread);
    thread.worker.on("message", (message: FromWorker) => {
      if (message === "ready") thread.ready = true;
      else thread.tasks.shift()?.resolve(message);
      this.hand();
    });
    // an error is followed by an exit; what does not say why it ended just exits
    let reason = "the thread that extracted it ended";
    thread.worker.on("error", (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    thread.worker.on("exit", () => this.lose(thread, reason));
    return thread;
  }

  private lose(thread: Thread, reason: string): void {
    this.threads.delete(thread);
    if (this.closed) return;
    if (!thread.ready) {
      // what cannot start will not start the next time either
      for (const task of [...thread.tasks, ...this.waiting.splice(0)]) task.reject(new Error(`extraction could not be started: ${reason}`));
      return;
    }
    const [failed, ...rest] = thread.tasks;
    this.waiting.unshift(...rest);
    failed?.resolve({ claims: [], faults: [], failure: reason });
    this.hand();
  }
}
