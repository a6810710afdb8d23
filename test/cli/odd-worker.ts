/** A thread for tests: answers late, dies on some documents, fails on others, by what their text says. */
import { parentPort } from "node:worker_threads";

interface Asked {
  readonly text: string;
}

parentPort!.on("message", async ({ text }: Asked) => {
  if (text.includes("die")) throw new Error("died of it");
  if (text.includes("leave")) process.exit(3);
  const wait = /wait (\d+)/.exec(text)?.[1];
  if (wait) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(wait));
  parentPort!.postMessage({ claims: [{ id: text }], faults: [], failure: null });
});
parentPort!.postMessage("ready");
