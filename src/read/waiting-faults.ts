import type { Diagnostic } from "../document/diagnostic.ts";

const MOST = 200;

/**
 * Faults met between two documents, waiting to be handed over with the next. A source of a million bad lines must not fill
 * the memory: after 200 the rest are only counted.
 */
export class WaitingFaults {
  private list: Diagnostic[] = [];
  private more = 0;

  add(...diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics)
      if (this.list.length < MOST) this.list.push(diagnostic);
      else this.more++;
  }

  get first(): Diagnostic | null {
    return this.list[0] ?? null;
  }

  /** Hands them over and begins anew. */
  take(): Diagnostic[] {
    const taken = this.list;
    if (this.more) {
      const message = `${this.more} more faults like these were met and are not listed`;
      taken.push({ code: "faults-many", severity: "warning", stage: "read", message, at: null });
    }
    this.list = [];
    this.more = 0;
    return taken;
  }
}
