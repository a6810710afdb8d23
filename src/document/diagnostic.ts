/** Something that was wrong with a document and did not stop it from being read. */
export interface Diagnostic {
  /** Stable, kebab-case, greppable: `json-cut-off`, `control-character`, `encoding-guessed` … */
  readonly code: string;
  readonly severity: "info" | "warning" | "error";
  readonly stage: "read" | "language" | "actors" | "claims";
  /** Plain and short: what is wrong, where, what was done about it. */
  readonly message: string;
  /** Place in the source: UTF-16 offset or byte offset as the message says; null when it is about the whole. */
  readonly at: number | null;
  /** The line of the file, from 1, where the source is read line by line (JSON lines). */
  readonly line?: number;
}
