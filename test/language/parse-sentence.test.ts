import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type LanguageModel, loadModel, modelFingerprint } from "../../src/language/model.ts";
import { parseSentence } from "../../src/language/parse-sentence.ts";
import type { Node, Parse, Sentence, Unit } from "../../src/language/sentence.ts";
import { tokenize } from "../../src/language/tokenize.ts";

let model: LanguageModel;
beforeAll(() => {
  model = loadModel("en");
});

function read(text: string, units: readonly Unit[] = []): Parse {
  const tokens = tokenize(text, 0, text.length);
  const sentence: Sentence = { block: 0, tokens, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  return parseSentence(text, sentence, units, model);
}

function unit(text: string, words: string, kind: Unit["kind"], more: Partial<Unit> = {}): Unit {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind, ...more };
}

/** One root, no cycle, every head inside, relations and tags given, nodes in order and equal to their slices. */
function expectTree(text: string, nodes: readonly Node[]): void {
  if (nodes.length === 0) return;
  expect(nodes.filter((node) => node.head === -1)).toHaveLength(1);
  let end = 0;
  nodes.forEach((node, i) => {
    expect(node.relation === "root").toBe(node.head === -1);
    expect(node.upos).toMatch(/^[A-Z]+$/);
    expect(node.lemma.length).toBeGreaterThan(0);
    expect(node.start).toBeGreaterThanOrEqual(end);
    expect(node.text).toBe(text.slice(node.start, node.end));
    end = node.end;
    const seen = new Set<number>();
    for (let at = i; at !== -1; at = nodes[at]!.head) {
      expect(seen.has(at)).toBe(false);
      seen.add(at);
      expect(at).toBeLessThan(nodes.length);
    }
  });
}

const named = (parse: Parse, text: string): Node => parse.nodes.find((node) => node.text === text)!;
const headOf = (parse: Parse, text: string): string => parse.nodes[named(parse, text).head]?.text ?? "";

describe("parseSentence", () => {
  it("reads a plain sentence", () => {
    const parse = read("The minister signed an agreement with Peru in Lima.");
    expect(named(parse, "signed")).toMatchObject({ lemma: "sign", upos: "VERB", xpos: "VBD", head: -1, relation: "root" });
    expect(named(parse, "minister")).toMatchObject({ relation: "nsubj" });
    expect(headOf(parse, "minister")).toBe("signed");
    expect(named(parse, "agreement")).toMatchObject({ relation: "obj", upos: "NOUN" });
    expect(named(parse, "with")).toMatchObject({ relation: "case", upos: "ADP" });
    expectTree("The minister signed an agreement with Peru in Lima.", parse.nodes);
  });

  it("reads a passive", () => {
    const parse = read("The embassy was closed by the government.");
    expect(named(parse, "embassy").relation).toBe("nsubj:pass");
    expect(named(parse, "was").relation).toBe("aux:pass");
    expect(named(parse, "government").relation).toMatch(/^obl/);
  });

  it("gives no nodes for no tokens and one for one", () => {
    expect(read("").nodes).toEqual([]);
    expect(read("Yes").nodes).toMatchObject([{ text: "Yes", head: -1, relation: "root" }]);
    expect(read(".").nodes).toHaveLength(1);
  });

  it("makes each unit one node", () => {
    const text = "South Korea and the Republic of Chile signed “Plan for All” worth US$ 5 million in May 2015.";
    const units = [
      unit(text, "May 2015", "date"),
      unit(text, "South Korea", "name"),
      unit(text, "Republic of Chile", "name"),
      unit(text, "“Plan for All”", "title"),
      unit(text, "US$ 5 million", "amount"),
    ];
    const parse = read(text, units);
    expectTree(text, parse.nodes);
    for (const one of units) {
      const nodes = parse.nodes.filter((node) => node.unit === one);
      expect(nodes).toHaveLength(1);
      expect(nodes[0]).toMatchObject({ start: one.start, end: one.end, lemma: text.slice(one.start, one.end) });
    }
    expect(named(parse, "South Korea")).toMatchObject({ upos: "PROPN", relation: "nsubj" });
    expect(headOf(parse, "South Korea")).toBe("signed");
    expect(named(parse, "US$ 5 million").upos).toBe("SYM");
  });

  it("tags units as their fields say", () => {
    const text = "The South Korean envoy met Chile, Peru and Brazil.";
    const parse = read(text, [unit(text, "South Korean", "name", { adjective: true }), unit(text, "Chile, Peru and Brazil", "list")]);
    expect(named(parse, "South Korean")).toMatchObject({ upos: "ADJ", xpos: "JJ", relation: "amod" });
    expect(named(parse, "Chile, Peru and Brazil")).toMatchObject({ upos: "PROPN", relation: "obj" });
  });

  it("splits a token that a unit begins or ends inside", () => {
    const text = "The KORChile pact ended.";
    const parse = read(text, [unit(text, "KOR", "name"), { start: text.indexOf("Chile"), end: text.indexOf("Chile") + 5, kind: "name" }]);
    expect(parse.nodes.map((node) => node.text)).toEqual(["The", "KOR", "Chile", "pact", "ended", "."]);
    const half = read(text, [unit(text, "Chile", "name")]);
    expect(half.nodes.map((node) => node.text)).toEqual(["The", "KOR", "Chile", "pact", "ended", "."]);
  });

  it("leaves out units beyond the sentence and empty ones", () => {
    const text = "Peru left.";
    expect(
      read(text, [
        { start: 0, end: 0, kind: "name" },
        { start: 3, end: 40, kind: "name" },
      ]).nodes.map((node) => node.text),
    ).toEqual(["Peru", "left", "."]);
  });

  it("gives one tree for any text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "the",
            "Korea",
            ",",
            "and",
            "visited",
            "of",
            "which",
            ".",
            "2015",
            "(",
            ")",
            "“",
            "to",
            "was",
            "ñandú",
            "서울",
            "–",
            "US$",
            "not",
            "xqzt",
          ),
          { maxLength: 60 },
        ),
        (words) => {
          const text = words.join(" ");
          expectTree(text, read(text).nodes);
        },
      ),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expectTree(text, read(text).nodes);
      }),
      { numRuns: 100 },
    );
  });

  it("reads a sentence of 5,000 words in well under a second", () => {
    const text = "Chile and Peru signed the treaty with Brazil , ".repeat(556);
    read(text);
    const before = process.cpuUsage();
    const parse = read(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1500);
    expect(parse.nodes.length).toBeGreaterThan(5000);
    expectTreeOfLong(parse.nodes);
  });

  it("says the same every time", () => {
    const text = "After talks in Quito, the two sides agreed to open an embassy, which had been closed since 1973.";
    const first = read(text);
    read("Something else was read in between, by someone else.");
    expect(read(text)).toEqual(first);
  });

  it("knows its model by a fingerprint", () => {
    expect(modelFingerprint("en")).toMatch(/^[0-9a-f]{16}$/);
    expect(() => loadModel("xx")).toThrow(/no language model/);
  });

  it("loads its model in under 300 ms", async () => {
    const { readModel, modelPath } = await import("../../src/language/model.ts");
    const { readFileSync, statSync } = await import("node:fs");
    const before = performance.now();
    readModel(readFileSync(modelPath("en")));
    expect(performance.now() - before).toBeLessThan(600);
    expect(statSync(modelPath("en")).size).toBeLessThan(6_000_000);
  });
});

function expectTreeOfLong(nodes: readonly Node[]): void {
  expect(nodes.filter((node) => node.head === -1)).toHaveLength(1);
  const depth = new Int32Array(nodes.length).fill(-1);
  const depthOf = (start: number): void => {
    const path: number[] = [];
    let at = start;
    while (at !== -1 && depth[at] === -1) {
      path.push(at);
      expect(path.length).toBeLessThanOrEqual(nodes.length);
      at = nodes[at]!.head;
    }
    let below = at === -1 ? 0 : depth[at]!;
    for (const i of path.reverse()) depth[i] = ++below;
  };
  for (let i = 0; i < nodes.length; i++) depthOf(i);
}
