import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { SourceCounter } from "../record/source-counter.ts";
import type { Progress } from "./progress.ts";

const MOST_SAID = 20;

/**
 * Notices documents of one input that have the same source, as two JSON lines with one id. Each gets its number and a
 * diagnostic.
 */
export class Repeats {
  private readonly path: string;
  private readonly progress: Progress;
  private readonly sources = new SourceCounter();
  private found = 0;

  constructor(path: string, progress: Progress) {
    this.path = path;
    this.progress = progress;
  }

  /** The document, and from 1 which of those with its source it is; from the second on with the diagnostic `id-repeated`. */
  tell(document: Document): { document: Document; occurrence: number } {
    const occurrence = this.sources.count(document.source);
    if (occurrence === 1) return { document, occurrence };
    const diagnostic: Diagnostic = {
      code: "id-repeated",
      severity: "warning",
      stage: "read",
      message: `this is document ${occurrence} with the id “${document.source}” in this input; it is kept apart from the others`,
      at: document.mapUnit === "file" ? (document.map[0]?.sourceStart ?? null) : null,
    };
    this.found++;
    if (this.found <= MOST_SAID) {
      const place = diagnostic.at === null ? this.path : `${this.path} (offset ${diagnostic.at})`;
      this.progress.say(`${place}: warning: ${diagnostic.message} [${diagnostic.code}]`);
    }
    return { document: { ...document, diagnostics: [...document.diagnostics, diagnostic] }, occurrence };
  }

  close(): void {
    if (this.found > MOST_SAID)
      this.progress.say(`${this.path}: warning: ${this.found - MOST_SAID} more documents have an id that was there before [id-repeated]`);
    this.sources.close();
  }
}
