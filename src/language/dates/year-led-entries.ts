import type { Document } from "../../document/document.ts";

/** "1983 Peru and Togo sign", "1996/97 Visit of": a year that leads a line without a mark behind it. */
const LED = /^\s*((?:1[89]|20)\d\d)(?:[/–-]\d{2,4})?\s+["“‘'(]?\p{Lu}/u;
/** Lines with so much to say are paragraphs. */
const LONGEST = 400;
const LEAST = 3;

/**
 * The years of a chronicle whose lines begin with them, by block: three lines at least, one after the other and in the order of time. "2001
 * Premier Ana Example visits Togo" alone may be counted, not dated.
 */
export function yearLedEntries(document: Document): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let run: { block: number; year: number }[] = [];
  const close = (): void => {
    const years = run.map((entry) => entry.year);
    const rises = years.every((year, i) => i === 0 || year >= years[i - 1]!);
    const falls = years.every((year, i) => i === 0 || year <= years[i - 1]!);
    if (run.length >= LEAST && (rises || falls) && years[0] !== years.at(-1))
      for (const { block, year } of run) found.set(block, String(year));
    run = [];
  };
  document.blocks.forEach((block, index) => {
    const isLine = block.kind === "paragraph" || block.kind === "list-item" || block.kind === "heading";
    const led =
      isLine && block.end - block.start <= LONGEST
        ? LED.exec(document.text.slice(block.start, Math.min(block.end, block.start + 24)))
        : null;
    if (led) run.push({ block: index, year: Number(led[1]) });
    else close();
  });
  close();
  return found;
}
