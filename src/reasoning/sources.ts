import type { ClaimEntry } from "../record/record.ts";
import { fold } from "./matters.ts";

/** Who says something: documents whose words are the same are one source. */
export interface Source {
  /** Publisher, else the host of the address, else the source as it was read. */
  readonly name: string;
  /** The earliest document first. */
  readonly documents: readonly ClaimEntry["document"][];
}

/** Words of a quote from which on two texts that share them are copies of one, and the share of runs of words they have in common. */
const LEAST_WORDS = 8;
const LEAST_SHARE = 0.8;
const RUN = 4;

/**
 * The independent sources of claims that say one thing. Wire copies, whose quotes are the same but for a few words, count
 * once, under the name of the earliest; so do several editions of one text.
 */
export function sourcesOf(entries: readonly ClaimEntry[]): Source[] {
  const sorted = [...entries].sort(
    (x, y) => (x.document.date ?? "9999").localeCompare(y.document.date ?? "9999") || x.document.edition.localeCompare(y.document.edition),
  );
  const groups: { entries: ClaimEntry[]; runs: Set<string>[] }[] = [];
  for (const entry of sorted) {
    const runs = runsOf(entry.claim.evidence.quote);
    const home = groups.find((g) => g.entries.some((e) => e.document.id === entry.document.id) || g.runs.some((r) => areCopies(r, runs)));
    if (home) {
      home.entries.push(entry);
      home.runs.push(runs);
    } else groups.push({ entries: [entry], runs: [runs] });
  }
  return groups.map((g) => {
    const documents = [...new Map(g.entries.map((e) => [e.document.edition, e.document])).values()];
    return { name: sourceName(documents[0]!), documents };
  });
}

/** Whom to name for a document. */
export function sourceName({ publisher, address, source }: ClaimEntry["document"]): string {
  if (publisher) return publisher;
  const url = URL.parse(address ?? source);
  return url?.host ? url.host.replace(/^www\./, "") : source;
}

/** Two quotes are copies when they share most of their runs of words. Short ones are alike by chance. */
function areCopies(x: ReadonlySet<string>, y: ReadonlySet<string>): boolean {
  return Math.min(x.size, y.size) >= LEAST_WORDS - RUN + 1 && resemblance(x, y) >= LEAST_SHARE;
}

/** Share of common runs of words, 0 to 1 (Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900). */
export function resemblance(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  let common = 0;
  for (const run of x) if (y.has(run)) common++;
  return common === 0 ? 0 : common / (x.size + y.size - common);
}

/** The runs of four words of a text, without case, accents and punctuation. */
export function runsOf(quote: string): Set<string> {
  const words = fold(quote).split(" ");
  return new Set(words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(" ")));
}
