import { SingleBar } from "cli-progress";

/** Progress on standard error when it is a terminal; silent otherwise. */
export interface Progress {
  /** `bytes` of `total` are read; `note` is what has come of it so far. */
  advance(bytes: number, note: string): void;
  /** Prints a line without breaking the bar. */
  say(line: string): void;
  end(): void;
}

/** A bar over bytes with rate and remaining time. `quiet` silences lines too. */
export function showProgress(totalBytes: number, quiet: boolean): Progress {
  if (quiet) return { advance() {}, say() {}, end() {} };
  if (!process.stderr.isTTY) return { advance() {}, say: (line) => console.error(line), end() {} };
  const started = performance.now();
  const bar = new SingleBar({
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
    format: "{bar} {percentage}% · {rate} MB/s · {eta_formatted} left · {note}",
  });
  bar.start(Math.max(1, totalBytes), 0, { rate: "0.0", note: "" });
  let done = 0;
  return {
    advance(bytes, note) {
      done += bytes;
      const seconds = (performance.now() - started) / 1000;
      bar.update(Math.min(done, Math.max(1, totalBytes)), { rate: (done / 1e6 / Math.max(seconds, 0.001)).toFixed(1), note });
    },
    say(line) {
      process.stderr.write("\r\u001b[K");
      console.error(line);
    },
    end: () => bar.stop(),
  };
}
