import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, MappedText, TextBuilder } from "../../src/document/mapped-text.ts";
import { isExact, rangeToSource, type SourceMap, type SourceRun, toSource, toText } from "../../src/document/source-map.ts";

/** A piece of text in the making: kept as it is, replaced (an entity), put in by the reader, or left out. */
const piece = fc.oneof(
  fc.record({ kind: fc.constant("kept" as const), source: fc.string({ minLength: 1, maxLength: 12 }) }),
  fc.record({
    kind: fc.constant("replaced" as const),
    source: fc.string({ minLength: 2, maxLength: 8 }),
    text: fc.string({ minLength: 1, maxLength: 1 }),
  }),
  fc.record({ kind: fc.constant("inserted" as const), source: fc.constant(""), text: fc.constantFrom("\n", "\n\n", " ") }),
  fc.record({ kind: fc.constant("left-out" as const), source: fc.string({ minLength: 1, maxLength: 8 }) }),
);
type Piece = typeof piece extends fc.Arbitrary<infer T> ? T : never;
interface Written {
  readonly source: string;
  readonly read: MappedText;
}

/** A source and what was read of it. */
function writePieces(pieces: readonly Piece[], from = 0): Written {
  const builder = new TextBuilder();
  let source = "";
  for (const p of pieces) {
    const start = from + source.length;
    source += p.source;
    if (p.kind === "kept") builder.append(p.source, start);
    else if (p.kind === "replaced") builder.append(p.text, start, start + p.source.length);
    else if (p.kind === "inserted") builder.insert(p.text);
  }
  return { source, read: builder.build() };
}

const written = fc.array(piece, { maxLength: 30 }).map((pieces) => writePieces(pieces));
const runAt = (map: SourceMap, offset: number): SourceRun | undefined => map.find((r) => r.start <= offset && offset < r.end);

describe("a source map", () => {
  it("gives exact runs the same characters as the source, in order and without overlap", () => {
    fc.assert(
      fc.property(written, ({ source, read }) => {
        let at = 0;
        let from = 0;
        for (const run of read.map) {
          expect(run.start).toBeGreaterThanOrEqual(at);
          expect(run.sourceStart).toBeGreaterThanOrEqual(from);
          expect(run.end).toBeGreaterThan(run.start);
          if (isExact(run)) expect(read.text.slice(run.start, run.end)).toBe(source.slice(run.sourceStart, run.sourceEnd));
          at = run.end;
          from = run.sourceEnd;
        }
        expect(at).toBeLessThanOrEqual(read.text.length);
      }),
    );
  });

  it("leads from text to source and back to the same character on exact runs", () => {
    fc.assert(
      fc.property(written, ({ source, read }) => {
        for (let i = 0; i < read.text.length; i++) {
          const run = runAt(read.map, i);
          if (!run) continue;
          const place = toSource(read.map, i);
          expect(toText(read.map, place)).toBe(isExact(run) ? i : run.start);
          if (isExact(run)) expect(source[place]).toBe(read.text[i]);
        }
      }),
    );
  });

  it("answers null for what was left out", () => {
    fc.assert(
      fc.property(written, ({ source, read }) => {
        for (let i = 0; i < source.length; i++)
          expect(toText(read.map, i) !== null).toBe(read.map.some((r) => r.sourceStart <= i && i < r.sourceEnd));
      }),
    );
  });

  it("gives a range as far as its runs reach, and never one that is turned round", () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(), ({ source, read }, a, b) => {
        const start = Math.min(a % (read.text.length + 1), b % (read.text.length + 1));
        const end = Math.max(a % (read.text.length + 1), b % (read.text.length + 1));
        const range = rangeToSource(read.map, start, end);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        const touched = read.map.filter((r) => r.start < end && r.end > start);
        const [first] = touched;
        const last = touched.at(-1);
        if (!first || !last) return;
        expect(range.start).toBe(isExact(first) ? first.sourceStart + Math.max(0, start - first.start) : first.sourceStart);
        expect(range.end).toBe(isExact(last) ? last.sourceStart + Math.min(end, last.end) - last.start : last.sourceEnd);
        expect(range.end).toBeLessThanOrEqual(source.length);
      }),
    );
  });

  it("answers in time that hardly grows with the map: put-in text before each of 200,000 runs", () => {
    const map = Array.from(
      { length: 200_000 },
      (_, i): SourceRun => ({ start: 3 * i, end: 3 * i + 2, sourceStart: 9 * i, sourceEnd: 9 * i + 2 }),
    );
    const started = performance.now();
    for (let i = 0; i < 200_000; i++) {
      const range = rangeToSource(map, 3 * i + 2, 3 * i + 4);
      if (i + 1 < map.length && range.start !== 9 * (i + 1)) expect(range.start).toBe(9 * (i + 1));
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("holds for an empty map", () => {
    expect(toSource([], 5)).toBe(0);
    expect(rangeToSource([], 2, 5)).toEqual({ start: 0, end: 0 });
    expect(toText([], 0)).toBe(null);
  });
});

describe("mapped text", () => {
  it("is its own source when it is an identity", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, n) => {
        const same = MappedText.identity(text);
        const at = n % (text.length + 1);
        expect(toSource(same.map, at)).toBe(at);
        expect(same.slice(0, at).text).toBe(text.slice(0, at));
      }),
    );
  });

  it("keeps text and places in a slice", () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(), ({ read }, a, b) => {
        const start = Math.min(a % (read.text.length + 1), b % (read.text.length + 1));
        const end = Math.max(a % (read.text.length + 1), b % (read.text.length + 1));
        const part = read.slice(start, end);
        expect(part.text).toBe(read.text.slice(start, end));
        for (let i = 0; i < part.text.length; i++) {
          const run = runAt(read.map, start + i);
          expect(runAt(part.map, i) === undefined).toBe(run === undefined);
          if (run) expect(toSource(part.map, i)).toBe(toSource(read.map, start + i));
        }
      }),
    );
  });

  it("joins its slices to itself", () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ read }, n) => {
        const at = n % (read.text.length + 1);
        const builder = new TextBuilder();
        builder.appendFrom(read, 0, at);
        builder.appendFrom(read, at);
        expect(builder.build().text).toBe(read.text);
        expect(builder.ending).toBe(read.text.slice(-16));
        expect(builder.length).toBe(read.text.length);
      }),
    );
  });

  it("composes: what was read of a text that was read leads to the first source", () => {
    const kinds = fc.array(fc.constantFrom("kept", "replaced", "inserted", "left-out"), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(written, kinds, ({ read: inner, source }, order) => {
        const pieces: Piece[] = [];
        for (let at = 0, i = 0; at < inner.text.length; i++) {
          const kind = order[i % order.length]! as Piece["kind"];
          const part = inner.text.slice(at, at + 2 + (i % 3));
          if (kind === "inserted") pieces.push({ kind, source: "", text: "\n" });
          else if (kind === "replaced" && part.length > 1) pieces.push({ kind, source: part, text: "&" });
          else pieces.push({ kind: kind === "left-out" ? kind : "kept", source: part });
          at += kind === "inserted" && !order.every((k) => k === "inserted") ? 0 : part.length;
        }
        const { read: outer } = writePieces(pieces);
        const whole = compose(outer, inner);
        expect(whole.text).toBe(outer.text);
        for (let i = 0; i < whole.text.length; i++) {
          const run = runAt(outer.map, i);
          if (!run || !isExact(run)) continue;
          const innerRun = runAt(inner.map, toSource(outer.map, i));
          expect(runAt(whole.map, i) === undefined).toBe(innerRun === undefined);
          if (innerRun) expect(toSource(whole.map, i)).toBe(toSource(inner.map, toSource(outer.map, i)));
          if (innerRun && isExact(innerRun)) expect(source[toSource(whole.map, i)]).toBe(whole.text[i]);
        }
      }),
    );
  });

  it("composes with an identity to itself", () => {
    fc.assert(
      fc.property(written, ({ read, source }) => {
        const same = compose(read, MappedText.identity(source));
        expect(same.text).toBe(read.text);
        expect(same.map).toEqual(read.map);
        const other = compose(MappedText.identity(read.text), read);
        expect(other.map).toEqual(read.map);
      }),
    );
  });
});
