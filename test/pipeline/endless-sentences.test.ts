import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/actors/find-mentions.ts";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { dateContexts } from "../../src/language/dates/date-context.ts";
import { findDates } from "../../src/language/dates/find-dates.ts";
import { loadModel } from "../../src/language/model.ts";
import { parseSentence } from "../../src/language/parse-sentence.ts";
import { readSentences } from "../../src/language/split-sentences.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

/** Milliseconds of processor time for one sentence: twice what the slowest takes on two cores that do nothing else. */
const MOST = 1000;

const STATES = ["Kenya", "Laos", "Peru", "Chile", "Fiji", "Tonga", "Ghana", "Spain", "Norway", "Japan", "Cuba", "Egypt"];
const state = (i: number): string => STATES[i % STATES.length]!;
const many = (n: number, word: (i: number) => string, between = " "): string => Array.from({ length: n }, (_, i) => word(i)).join(between);

/** Sentences as nobody writes them, and machines do. */
const SENTENCES: Readonly<Record<string, string>> = {
  "300 names": `Kenya signed agreements with ${many(300, state, ", ")} in 1990.`,
  "300 names joined by and": `${many(300, state, " and ")} met in 1990.`,
  "5,000 words": `Kenya said that ${many(1250, (i) => `the minister of ${state(i)}`)} left.`,
  "5,000 words without a comma": `${many(5000, (i) => ["treaty", "with", "Kenya", "signed", "in", "the", "agreement"][i % 7]!)}.`,
  "2,000 commas": `Kenya opened embassies, ${"and, ".repeat(2000)}in Laos.`,
  "2,000 commas and nothing between": `Kenya${",".repeat(2000)} Laos.`,
  "500 days": `Kenya visited Laos ${many(500, (i) => `on ${(i % 28) + 1} May ${1900 + (i % 100)}`, ", ")}.`,
  "500 years": `Kenya and Laos signed treaties in ${many(500, (i) => String(1500 + i), ", ")}.`,
  "clauses in clauses": `Kenya said ${many(300, (i) => `that ${state(i)} told ${state(i + 1)}`)} that it would open an embassy in Peru.`,
  "phrases in phrases": `Kenya joined ${"the president of ".repeat(600)}Laos.`,
  "brackets in brackets": `Kenya ${"(".repeat(500)}Laos${")".repeat(500)} signed a treaty with Peru.`,
  pronouns: `Kenya and Laos said that ${"its and their ".repeat(600)}embassy stood.`,
  respectively: `${many(200, state, ", ")} and Peru visited ${many(200, (i) => state(i + 1), ", ")} in ${many(200, (i) => String(1800 + i), ", ")} respectively.`,
  "500 amounts": `Kenya gave Laos ${many(500, (i) => `US$${i} million`, ", ")} in aid.`,
  "a long word": `${"x".repeat(50_000)} Kenya opened an embassy in Laos.`,
  "names with hyphens": `The Kenya-${many(500, state, "-")} summit was held.`,
  capitals: `${many(2000, (i) => ["Republic", "Of", "Foreign", "Minister", "Kenya"][i % 5]!)} visited Laos.`,
  acronyms: `${many(500, (i) => `Joint Body Number${i} (JBN${i})`, ", ")} met Kenya.`,
  "quotation marks": `${"“".repeat(500)}Kenya opened an embassy in Laos${"”".repeat(500)}.`,
  semicolons: `${many(800, (i) => `${state(i)} visited ${state(i + 1)} in ${1900 + (i % 100)}`, "; ")}.`,
  "5,000 commas": `Kenya visited Laos${", and".repeat(5000)}.`,
  "300 names with a verb each": `${many(300, (i) => `${state(i)} criticised`, " and ")} Peru.`,
  "300 names with verbs of many kinds": `${many(300, (i) => `${state(i)} ${["told", "visited", "sanctioned", "joined", "attacked", "recognised"][i % 6]!}`)} Peru.`,
  "brackets with verbs": `Kenya ${many(300, (i) => `(which ${state(i)} visited`)} Laos${")".repeat(300)} signed a treaty with Peru.`,
  "relative clauses": `Kenya visited Laos${many(400, (i) => `, which visited ${state(i)}`, "")}.`,
  "no punctuation": many(5000, (i) => ["Kenya", "and", "Laos", "signed", "a", "treaty", "with", "Peru", "in", "1990"][i % 10]!),
  verbs: `Kenya ${many(400, (i) => `visited ${state(i)}`, " and ")}.`,
};

const read = (text: string): Document => readPlainText(MappedText.identity(text), { source: "endless", known: { language: "en" } });
const model = loadModel("en");
const extractor = loadExtractor();

/** Milliseconds of processor time: what other programs do counts less than with the clock. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const STAGES: Readonly<Record<string, (document: Document) => unknown>> = {
  sentences: (document) => readSentences(document),
  actors: (document) => findMentions(document),
  dates: (document) => {
    const sentences = readSentences(document);
    const contexts = dateContexts(document, sentences);
    return sentences.map((s, i) => findDates(document.text, s, contexts[i]!));
  },
  parse: (document) => readSentences(document).map((s) => parseSentence(document.text, s, [], model)),
  claims: (document) => extractor.extract(document),
  explain: (document) => extractor.explain(document),
};

describe("a sentence without end takes no more than a second in each stage", { timeout: 60_000 }, () => {
  extractor.extract(read("Kenya opened an embassy in Laos in 1990."));
  it.each(Object.entries(SENTENCES))("%s", (_, text) => {
    for (const [stage, work] of Object.entries(STAGES)) {
      const document = read(text);
      const once = processorTime(() => work(document));
      // once more where something else disturbed it
      const taken =
        once < MOST
          ? once
          : Math.min(
              once,
              processorTime(() => work(document)),
            );
      expect(taken < MOST ? "in time" : `${stage} took ${Math.round(taken)} ms`).toBe("in time");
    }
  });
});

describe("a document of such sentences takes time in proportion to its length", { timeout: 120_000 }, () => {
  const paragraph = Object.values(SENTENCES)
    .map((text) => text.slice(0, 1500))
    .join(" ");
  it.each(Object.entries(STAGES))("%s", (_, work) => {
    const [one, four] = [1, 4].map((n) => {
      const document = read(Array.from({ length: n }, () => paragraph).join("\n\n"));
      return processorTime(() => work(document));
    }) as [number, number];
    // four times as much, with room for what else the machine does
    expect(four).toBeLessThan(8 * one + 500);
  });
});
