import type { Table } from "./compile-lexicon.ts";

/** Reads a tab-separated table with a header line and no quoting. Lines that begin with `#` are comments. */
export function readTable(text: string): Table {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const header = (lines[0] ?? "").split("\t");
  return lines.slice(1).map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ""]));
  });
}
