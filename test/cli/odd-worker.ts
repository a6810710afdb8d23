/** A thread for tests: answers late, dies on some documents, fails on others, by what their text says. */
import { parentPort } from "node:worker_threads";
import type { Job } from "../../src/cli/extraction-pool.ts";

parentPort!.on("message", async ({ document: { text }, step }: Job) => {
  if (step === "parse") {
    parentPort!.postMessage(
      text.includes("odd words") ? JSON.stringify({ claims: [], faults: [], failure: "no words for it" }) : new Uint8Array(1),
    );
    return;
  }
  if (text.includes("die")) throw new Error("died of it");
  if (text.includes("leave")) process.exit(3);
  const wait = /wait (\d+)/.exec(text)?.[1];
  if (wait) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(wait));
  parentPort!.postMessage(JSON.stringify({ claims: [{ id: text }], faults: [], failure: null }));
});
parentPort!.postMessage("ready");
