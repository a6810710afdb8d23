import { readFileSync } from "node:fs";

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

/** What a piece of work took of the clock and of the processor (of this process, system calls too), in seconds, and bytes that it wrote and read. */
export interface Cost {
  readonly seconds: number;
  readonly processor: number;
  readonly written: number;
  readonly read: number;
}

/** What a piece of work cost. Bytes are those of system calls, whether they reached the disk or not; NaN where the system does not count them. */
export async function costOf<T>(work: () => Promise<T> | T): Promise<{ cost: Cost; result: T }> {
  const [cpu, bytes] = [process.cpuUsage(), bytesMoved()];
  const { seconds, result } = await timed(work);
  const [{ user, system }, after] = [process.cpuUsage(cpu), bytesMoved()];
  return {
    cost: { seconds, processor: (user + system) / 1e6, written: after.written - bytes.written, read: after.read - bytes.read },
    result,
  };
}

function bytesMoved(): { written: number; read: number } {
  try {
    const counts = readFileSync("/proc/self/io", "utf8");
    const count = (name: string): number => Number(new RegExp(`^${name}: (\\d+)$`, "m").exec(counts)?.[1]);
    return { written: count("wchar"), read: count("rchar") };
  } catch {
    return { written: Number.NaN, read: Number.NaN };
  }
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
