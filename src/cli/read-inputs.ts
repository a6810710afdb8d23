import { statSync } from "node:fs";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { findPaths, readSource } from "../pipeline.ts";
import type { Passing } from "./extract-in-order.ts";
import type { Answer } from "./extraction.ts";
import { type Progress, showProgress } from "./progress.ts";

export interface InputOptions {
  readonly allowPrivate: boolean;
  readonly quiet: boolean;
}

/** One file, address or standard input, and the documents in it. */
export interface Input {
  readonly path: string;
  /** Null for addresses and standard input. */
  readonly file: { readonly size: number; readonly modified: number } | null;
  /** What went wrong with it so far: it could not be read to its end, or documents or sentences could not be extracted. */
  failed: number;
  documents(): AsyncGenerator<Document>;
}

/** What became of a run over inputs. */
export interface InputRun {
  readonly inputs: readonly Input[];
  readonly progress: Progress;
  /** Bytes of all inputs; null when that of one is not known. */
  readonly bytes: number | null;
  /** Inputs that could not be read at all, or not to their end, and documents and sentences that could not be extracted. */
  failed: number;
  /** Says what of a document could not be extracted, and counts it. */
  tellFaults(input: Input, document: Document, answer: Answer): void;
}

/**
 * Opens what the command line names. A fault in one input is printed with file and place and counted; the others go on.
 */
export async function openInputs(patterns: readonly string[], options: InputOptions): Promise<InputRun> {
  const missing: Error[] = [];
  const paths = new Set<string>();
  for (const pattern of patterns) {
    try {
      for (const path of await findPaths([pattern], (fault) => missing.push(fault))) paths.add(path);
    } catch (error) {
      if (!isReadFault(error)) throw error;
      missing.push(error as Error);
    }
  }
  const files = [...paths].map((path) => ({ path, file: statOf(path) }));
  const progress = showProgress(
    files.reduce((sum, f) => sum + (f.file?.size ?? 0), 0),
    options.quiet,
  );
  const run: InputRun = {
    progress,
    failed: missing.length,
    bytes: files.some((f) => f.file === null) ? null : files.reduce((sum, f) => sum + (f.file?.size ?? 0), 0),
    tellFaults(input, document, { faults, failure }) {
      const said = faults.map(
        ({ start, end, message }) =>
          `the rules failed on the sentence at characters ${start}–${end}, which is left out: ${message} [sentence-failed]`,
      );
      if (failure !== null) said.push(`extraction failed on this document, which is left out: ${failure} [document-failed]`);
      for (const fault of said) {
        progress.say(`${document.source}: error: ${fault}`);
        input.failed++;
        run.failed++;
      }
    },
    inputs: files.map(({ path, file }) => ({
      path,
      file,
      failed: 0,
      async *documents() {
        let failed = false;
        const fail = (): void => {
          if (failed) return;
          failed = true;
          this.failed++;
          run.failed++;
        };
        const report = (source: string, d: Diagnostic): void => {
          const place = d.line === undefined ? source : `${path}:${d.line}`;
          if (d.severity !== "info") progress.say(`${place}: ${d.severity}: ${d.message} [${d.code}]`);
          if (d.severity === "error") fail();
        };
        try {
          for await (const document of readSource(path, {
            fetch: { allowPrivate: options.allowPrivate },
            report: (d) => report(path, d),
          })) {
            const place = document.source.startsWith(path) ? document.source : `${path} (${document.source})`;
            for (const d of document.diagnostics) report(place, d);
            yield document;
          }
        } catch (error) {
          if (!isReadFault(error)) throw error;
          fail();
          progress.say(`chancery: ${(error as Error).message}`);
        } finally {
          progress.advance(file?.size ?? 0, path);
        }
      },
    })),
  };
  for (const error of missing) progress.say(`chancery: ${error.message}`);
  return run;
}

/** All documents of inputs, to be extracted in order; each is noted with its input. */
export async function* documentsOf(
  inputs: readonly Input[],
): AsyncGenerator<Passing<{ readonly input: Input; readonly document: Document }>> {
  for (const input of inputs) for await (const document of input.documents()) yield { document, note: { input, document } };
}

function isReadFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "ReadError" || ["ENOENT", "EACCES", "EISDIR", "EIO", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function statOf(path: string): Input["file"] {
  if (path === "-" || /^https?:\/\//i.test(path)) return null;
  try {
    const s = statSync(path);
    return { size: s.size, modified: s.mtimeMs };
  } catch {
    return null;
  }
}
