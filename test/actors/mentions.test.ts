import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMentions } from "../../src/actors/find-mentions.ts";
import { loadActors } from "../../src/actors/load-actors.ts";
import { makeDocument, readMentions } from "./golden.ts";

const parts = [
  "South Korea",
  "Peru",
  "Chile's",
  "the Peruvian foreign minister",
  "President Lula",
  "CELAC",
  "(ACS)",
  "the two countries",
  "its",
  "their",
  "Seoul",
  "in Quito",
  "met",
  "signed",
  "and",
  ",",
  ".",
  "He",
  "his Japanese counterpart",
  "\n",
  "U.S.",
  "Sino-Ecuadorian",
  "Côte d’Ivoire",
  "the bloc",
  "PA",
  "Association of Caribbean States (ACS)",
  "2015",
  "The",
  "“",
  "”",
  "São Tomé",
  "Ambassador to Chile Juan Pérez",
];
const texts = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((words) => words.join(" "));

describe("mentions of any text", () => {
  test("lie in the text in order, do not overlap, and are its slices", () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ maxLength: 200 }), fc.string({ unit: "binary", maxLength: 80 })), (text) => {
        const document = makeDocument(text, { date: "2015-04-20" });
        const mentions = readMentions(document);
        let last = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          last = mention.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("name only actors with an id, and references only actors that were named or own the page", () => {
    const lexicon = loadActors();
    fc.assert(
      fc.property(texts, (text) => {
        const document = makeDocument(text);
        const named = findMentions(document);
        const ids = new Set(named.flatMap((mention) => mention.actors));
        for (const id of ids) expect(lexicon.actor(id) !== null || id.startsWith("org:")).toBe(true);
        for (const mention of readMentions(document)) for (const id of mention.actors) expect(ids.has(id)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("finding them twice gives the same", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = makeDocument(text);
        expect(findMentions(document)).toEqual(findMentions(document));
      }),
      { numRuns: 50 },
    );
  });
});

describe("names over a line break", () => {
  test("are one mention inside a block and none over two blocks", () => {
    const document = makeDocument("Talks with the Dominican Republic went on.");
    const broken = { ...document, text: document.text.replace("Dominican ", "Dominican\n") };
    expect(findMentions(broken).map((m) => m.actors)).toEqual([["DOM"]]);
    expect(findMentions(makeDocument("We met the Dominican\nRepublic of dreams")).map((m) => m.text)).toEqual(["Dominican"]);
  });
});

test("a thousand mentions of everything are found at more than a megabyte a second", () => {
  const sentence =
    "South Korea's foreign minister Park Jin met Ecuadorian President Guillermo Lasso in Quito, and CELAC welcomed the talks between the two governments of the region in 2023. ";
  const document = makeDocument(sentence.repeat(2000));
  findMentions(makeDocument(sentence.repeat(200)));
  const begun = performance.now();
  const mentions = findMentions(document);
  const seconds = (performance.now() - begun) / 1000;
  expect(mentions.length).toBeGreaterThan(6000);
  // a quarter of the speed measured on an idle core, so that a busy machine does not fail the test
  expect(document.text.length / 1e6 / seconds).toBeGreaterThan(0.25);
});

test.each([
  ["a sentence without end", "Peru, Chile, the Korean foreign minister, President Lula, "],
  ["titles without end", "Minister Juan Pérez and Minister Lasso said "],
  ["references without end", "he said the two countries and its "],
])("%s takes time in proportion to its length", (_name, part) => {
  const document = makeDocument(part.repeat(500));
  const begun = performance.now();
  readMentions(document);
  expect(performance.now() - begun).toBeLessThan(5000);
});
