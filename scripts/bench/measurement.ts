/** One line of a table: what was measured and its figures by column. */
export interface Measurement {
  readonly group: "read" | "extract" | "start" | "record";
  readonly name: string;
  readonly figures: { readonly [column: string]: number | string };
}

export type Report = (measurement: Measurement) => void;

const MB = 1e6;
export const inMegabytes = (bytes: number): number => bytes / MB;

/** Seconds that a piece of work took, and its result. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ seconds: number; result: T }> {
  const begun = performance.now();
  const result = await work();
  return { seconds: (performance.now() - begun) / 1000, result };
}

/** The value below which a share of the measurements lies: nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Tables for the eye, one for each group of measurements that share their columns. */
export function printTables(measurements: readonly Measurement[]): string {
  const tables = Map.groupBy(measurements, (m) => [m.group, ...Object.keys(m.figures)].join("\t"));
  return [...tables.values()].map(printTable).join("\n");
}

function printTable(rows: readonly Measurement[]): string {
  const columns = Object.keys(rows[0]!.figures);
  const cells = [[rows[0]!.group, ...columns], ...rows.map((r) => [r.name, ...columns.map((c) => show(r.figures[c]!))])];
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  return cells
    .map((row) => `${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ")}\n`)
    .join("");
}

function show(value: number | string): string {
  if (typeof value === "string") return value;
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString("en");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
