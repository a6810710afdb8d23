import { isExact, rangeToSource, type SourceMap, type SourceRun } from "./source-map.ts";

/** Text together with where each of its characters came from. */
export class MappedText {
  readonly text: string;
  readonly map: SourceMap;

  constructor(text: string, map: SourceMap) {
    this.text = text;
    this.map = map;
  }

  /** The text as its own source. */
  static identity(text: string): MappedText {
    return new MappedText(text, text ? [{ start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length }] : []);
  }

  slice(start: number, end: number = this.text.length): MappedText {
    const builder = new TextBuilder();
    builder.appendFrom(this, start, end);
    return builder.build();
  }
}

/**
 * Builds canonical text piece by piece and remembers where each piece came from.
 *
 * @example
 * const b = new TextBuilder();
 * b.append("Caf", 0, 3); b.append("é", 3, 11); // the source says &eacute;
 * b.build().text; // "Café"
 */
export class TextBuilder {
  private readonly pieces: string[] = [];
  private readonly runs: { start: number; end: number; sourceStart: number; sourceEnd: number }[] = [];
  private size = 0;
  private tail = "";

  get length(): number {
    return this.size;
  }

  /** The last few characters written so far (at most 16). */
  get ending(): string {
    return this.tail;
  }

  /** Text that stands in the source at [sourceStart, sourceEnd). */
  append(text: string, sourceStart: number, sourceEnd: number = sourceStart + text.length): void {
    if (!text) return;
    const last = this.runs.at(-1);
    const exact = sourceEnd - sourceStart === text.length;
    if (last && exact && last.end === this.size && last.sourceEnd === sourceStart && isExact(last)) {
      last.end += text.length;
      last.sourceEnd = sourceEnd;
    } else this.runs.push({ start: this.size, end: this.size + text.length, sourceStart, sourceEnd });
    this.write(text);
  }

  /** Text that the reader puts in and the source does not have. */
  insert(text: string): void {
    if (text) this.write(text);
  }

  /** A piece of text that is mapped already; its runs are carried over. */
  appendFrom(piece: MappedText, start = 0, end: number = piece.text.length): void {
    let at = start;
    for (const run of runsWithin(piece.map, start, end)) {
      if (run.start > at) this.insert(piece.text.slice(at, run.start));
      this.append(piece.text.slice(run.start, run.end), run.sourceStart, run.sourceEnd);
      at = run.end;
    }
    if (at < end) this.insert(piece.text.slice(at, end));
  }

  build(): MappedText {
    return new MappedText(this.pieces.join(""), this.runs);
  }

  private write(text: string): void {
    this.pieces.push(text);
    this.size += text.length;
    this.tail = (this.tail + text).slice(-16);
  }
}

/** `outer` was read from the text of `inner`: the same text, mapped to what `inner` itself was read from. */
export function compose(outer: MappedText, inner: MappedText): MappedText {
  const builder = new TextBuilder();
  let at = 0;
  for (const run of outer.map) {
    if (run.start > at) builder.insert(outer.text.slice(at, run.start));
    if (isExact(run)) builder.appendFrom(new MappedText(inner.text, inner.map), run.sourceStart, run.sourceEnd);
    else {
      const whole = rangeToSource(inner.map, run.sourceStart, run.sourceEnd);
      builder.append(outer.text.slice(run.start, run.end), whole.start, whole.end);
    }
    at = run.end;
  }
  builder.insert(outer.text.slice(at));
  return builder.build();
}

function* runsWithin(map: SourceMap, start: number, end: number): Generator<SourceRun> {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (map[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < map.length; i++) {
    const run = map[i]!;
    if (run.start >= end) return;
    const from = Math.max(run.start, start);
    const to = Math.min(run.end, end);
    if (isExact(run))
      yield { start: from, end: to, sourceStart: run.sourceStart + from - run.start, sourceEnd: run.sourceStart + to - run.start };
    else yield { start: from, end: to, sourceStart: run.sourceStart, sourceEnd: run.sourceEnd };
  }
}
