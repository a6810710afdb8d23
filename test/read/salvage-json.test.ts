import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isExact, toSource, toText } from "../../src/document/source-map.ts";
import { type JsonNode, plainValue } from "../../src/read/json-node.ts";
import { salvageJson, salvageJsonItems } from "../../src/read/salvage-json.ts";

const codes = (source: string) => salvageJson(source).diagnostics.map((d) => d.code);
const read = (source: string) => plainValue(salvageJson(source).value);

describe("salvageJson", () => {
  it("gives what JSON.parse gives, with no fault, for every JSON value", () => {
    const containers = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
    fc.assert(
      fc.property(containers, fc.constantFrom(0, 1, "\t"), (value, indent) => {
        const source = JSON.stringify(value, null, indent);
        expect(read(source)).toEqual(JSON.parse(source));
        expect(codes(source)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("maps each string to its characters in the file", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.boolean(), (strings, ascii) => {
        let source = JSON.stringify(strings);
        if (ascii) source = source.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
        const array = salvageJson(source).value as JsonNode & { type: "array" };
        for (const [i, item] of array.items.entries()) {
          if (item.type !== "string") throw new Error("a string was expected");
          const { text, map } = item.read();
          expect(text).toBe(strings[i]);
          for (const run of map) {
            if (isExact(run)) expect(source.slice(run.sourceStart, run.sourceEnd)).toBe(text.slice(run.start, run.end));
            else expect(JSON.parse(`"${source.slice(run.sourceStart, run.sourceEnd)}"`)).toBe(text.slice(run.start, run.end));
          }
          for (let at = 0; at < text.length; at++) expect(toText(map, toSource(map, at))).toBe(at);
        }
      }),
    );
  });

  it("never throws and always ends, whatever is cut or changed", () => {
    const source = JSON.stringify([{ id: 1, title: { rendered: 'A \\u2019 "b" <p class="c">' }, tags: [1, 2, null, true], n: -1.5e3 }]);
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(source.length), fc.string(), (from, to, put) => {
        const damaged = source.slice(0, from) + put + source.slice(to);
        plainValue(salvageJson(damaged).value);
        for (const { value } of salvageJsonItems(damaged)) plainValue(value);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps every member that stands before a cut", () => {
    const source = '{"a":1,"b":{"c":"some text","d":"more';
    expect(read(source)).toEqual({ a: 1, b: { c: "some text", d: "more" } });
    const [fault] = salvageJson(source).diagnostics;
    expect(fault!.code).toBe("json-cut-off");
    expect(fault!.at).toBe(source.length);
    expect(fault!.message).toContain("b.d");
    for (let cut = 1; cut < source.length; cut++) expect(codes(source.slice(0, cut))).toContain("json-cut-off");
  });

  it("reads raw control characters in strings", () => {
    expect(read('{"a":"one\ntwo\tthree","b":2}')).toEqual({ a: "one\ntwo\tthree", b: 2 });
    expect(codes('{"a":"one\ntwo\tthree","b":2}')).toEqual(["json-control-character"]);
  });

  it("takes quotes that were not escaped as text", () => {
    expect(read('{"html":"<a href="x">y</a>, said "no", and left","n":1}')).toEqual({
      html: '<a href="x">y</a>, said "no", and left',
      n: 1,
    });
    expect(codes('{"html":"<a href="x">y</a>","n":1}')).toEqual(["json-quote-unescaped", "json-quote-unescaped"]);
  });

  it("reads on after wrong escapes, commas, keys and brackets", () => {
    expect(read('{"a":"\\x41","b":1}')).toEqual({ a: "\\x41", b: 1 });
    expect(read('{"a":1 "b":2,}')).toEqual({ a: 1, b: 2 });
    expect(read("{a:1,b:[1,2,]}")).toEqual({ a: 1, b: [1, 2] });
    expect(read('{"a":[1,2,"b":3}')).toBeTypeOf("object");
    expect(read('{"a":NaN,"b":"x"}')).toEqual({ a: null, b: "x" });
    expect(read('callback({"a":1});')).toEqual({ a: 1 });
    expect(codes('callback({"a":1});')).toEqual(["json-before-start", "json-trailing"]);
    expect(read('"id":7,"title":"x"}')).toEqual({ id: 7, title: "x" });
  });

  it("bounds nesting and hostile keys", () => {
    const deep = "[".repeat(300_000);
    expect(codes(deep)).toContain("json-too-deep");
    expect(Object.hasOwn(read('{"__proto__":{"x":1}}') as object, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("gives items one by one, of arrays and of objects in a row", () => {
    expect([...salvageJsonItems('[{"a":1},{"a":2},{"a":')].map((i) => plainValue(i.value))).toEqual([{ a: 1 }, { a: 2 }, {}]);
    expect([...salvageJsonItems('{"a":1}\n{"a":2}')].map((i) => plainValue(i.value))).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it("is linear for a long run of quotes", () => {
    const started = performance.now();
    salvageJson(`{"a":"${'" x '.repeat(200_000)}`);
    salvageJson(`[${'"'.repeat(400_000)}`);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
