import { statSync } from "node:fs";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { findPaths, readSource, type SentenceFault } from "../pipeline.ts";
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
  documents(): AsyncGenerator<Document>;
}

/** What became of a run over inputs. */
export interface InputRun {
  readonly inputs: readonly Input[];
  readonly progress: Progress;
  /** Inputs that could not be read at all, or not to their end. */
  failed: number;
  /** For `Extractor.extract`: says which sentence the rules failed on, and counts it as a failure. */
  faultIn(document: Document): (fault: SentenceFault) => void;
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
    faultIn: (document) => (fault) => {
      run.failed++;
      progress.say(
        `${document.source}: error: the rules failed on the sentence at characters ${fault.start}–${fault.end}, which is left out: ${fault.message} [sentence-failed]`,
      );
    },
    inputs: files.map(({ path, file }) => ({
      path,
      file,
      async *documents() {
        let failed = false;
        const fail = (): void => {
          if (!failed) run.failed++;
          failed = true;
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
