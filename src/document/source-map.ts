/**
 * A map from canonical text back to the source it was read from, as runs.
 *
 * Offsets are UTF-16 code units, ranges half-open. A run whose two lengths are equal maps character by character; a run
 * of unequal lengths (an entity, an escape, a page of a PDF) maps as a whole. Text between runs was put in by the reader
 * (line breaks between blocks) and stands nowhere in the source.
 */
export interface SourceRun {
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

export type SourceMap = readonly SourceRun[];

/** The place in the source of a text offset. Put-in text answers with the end of the run before it. */
export function toSource(map: SourceMap, offset: number): number {
  const run = map[lastStartingAtOrBefore(map, offset, (r) => r.start)];
  if (!run) return map[0]?.sourceStart ?? 0;
  if (offset >= run.end) return run.sourceEnd;
  return isExact(run) ? run.sourceStart + (offset - run.start) : run.sourceStart;
}

/** The range of the source that a text range came from. */
export function rangeToSource(map: SourceMap, start: number, end: number): { start: number; end: number } {
  const at = lastStartingAtOrBefore(map, start, (r) => r.start);
  const first = map[at];
  const from = first && start >= first.end ? (map[at + 1]?.sourceStart ?? first.sourceEnd) : toSource(map, start);
  if (end <= start) return { start: from, end: from };
  const last = map[lastStartingAtOrBefore(map, end - 1, (r) => r.start)];
  if (!last) return { start: from, end: from };
  const to = end >= last.end || !isExact(last) ? last.sourceEnd : last.sourceStart + (end - last.start);
  return { start: from, end: Math.max(from, to) };
}

/** The text offset that a place in the source became, or null where the source was left out. Needs runs in source order. */
export function toText(map: SourceMap, sourceOffset: number): number | null {
  const run = map[lastStartingAtOrBefore(map, sourceOffset, (r) => r.sourceStart)];
  if (!run || sourceOffset >= run.sourceEnd) return null;
  return isExact(run) ? run.start + (sourceOffset - run.sourceStart) : run.start;
}

export function isExact(run: SourceRun): boolean {
  return run.end - run.start === run.sourceEnd - run.sourceStart;
}

function lastStartingAtOrBefore(map: SourceMap, offset: number, startOf: (run: SourceRun) => number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(map[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
