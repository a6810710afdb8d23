import { readFileSync, statSync } from "node:fs";
import { modelPath, readModel } from "../src/language/model.ts";
import { readSentences } from "../src/language/split-sentences.ts";
import { type Counts, compare, f1, layOut, parseGoldTokens, parseRawText, parseWithUnits } from "./evaluation.ts";
import { hasTreebanks, readTreebank, treebankFolder } from "./treebank.ts";

const BANKS = ["en_gum-test", "en_ewt-test", "en_pud-test"];
const RELATIONS = [
  "nsubj",
  "nsubj:pass",
  "obj",
  "iobj",
  "obl",
  "obl:agent",
  "obl:unmarked",
  "nmod",
  "nmod:poss",
  "nmod:unmarked",
  "conj",
  "cc",
  "appos",
  "acl",
  "acl:relcl",
  "advcl",
  "xcomp",
  "ccomp",
  "amod",
  "compound",
  "flat",
  "case",
  "mark",
  "aux",
  "aux:pass",
  "cop",
  "nummod",
  "parataxis",
  "root",
  "punct",
];

if (!hasTreebanks()) {
  console.error(`evaluate:language: the treebanks are not here (looked in ${treebankFolder}). Nothing was measured.`);
  process.exit(2);
}

const bytes = readFileSync(modelPath("en"));
const before = process.cpuUsage();
const model = readModel(bytes);
const loadTime = milliseconds(process.cpuUsage(before));
console.log(`Model data/models/en.bin: ${(statSync(modelPath("en")).size / 1e6).toFixed(2)} MB, loads in ${loadTime.toFixed(0)} ms\n`);

const rows: string[][] = [["", "tokens", "sents", "UPOS", "XPOS", "lemma", "UAS", "LAS"]];
const byRelation = new Map<string, string[]>(RELATIONS.map((relation) => [relation, []]));
const unpunctuated: string[][] = [["LAS without punctuation", "gold tokens", "raw text"]];
let words = 0;
let time = 0;
let splitTime = 0;
let characters = 0;
for (const bank of BANKS) {
  const gold = layOut(readTreebank(bank));
  parseGoldTokens({ ...gold, sentences: gold.sentences.slice(0, 200) }, model);
  const started = process.cpuUsage();
  const parses = parseGoldTokens(gold, model);
  time += milliseconds(process.cpuUsage(started));
  const fromGold = compare(gold, parses);
  words += fromGold.gold;
  const splitting = process.cpuUsage();
  readSentences(gold.document);
  splitTime += milliseconds(process.cpuUsage(splitting));
  characters += gold.document.text.length;
  const fromRaw = compare(gold, parseRawText(gold, model));
  const withUnits = parseWithUnits(gold, model);
  rows.push(
    row(`${bank}, gold tokens`, fromGold, true),
    row(`${bank}, raw text`, fromRaw, false),
    row(`${bank}, names, dates, lists as units`, compare(withUnits.gold, withUnits.parses), true),
  );
  unpunctuated.push([bank, ...[fromGold, fromRaw].map((counts) => withoutPunctuation(counts).toFixed(2))]);
  for (const relation of RELATIONS) {
    for (const counts of [fromGold, fromRaw]) {
      const entry = counts.relations.get(relation) ?? { gold: 0, found: 0, right: 0 };
      byRelation.get(relation)!.push(entry.gold < 10 ? "–" : f1(entry.right, entry.gold, entry.found).toFixed(1));
    }
  }
}
print(rows);
console.log();
print(unpunctuated);
console.log(
  `\nTagging, parsing and lemmas: ${Math.round((1000 * words) / time)} tokens for each second of processor time; tokenizing and splitting: ${(characters / 1000 / splitTime).toFixed(1)} MB/s\n`,
);
console.log("F1 of relation and head, by relation (– fewer than 10 in gold)");
print([
  ["", ...BANKS.flatMap((bank) => [`${bank.slice(3, 6)} gold`, `${bank.slice(3, 6)} raw`])],
  ...RELATIONS.map((relation) => [relation, ...byRelation.get(relation)!]),
]);

function row(name: string, c: Counts, gold: boolean): string[] {
  const score = (right: number): string => f1(right, c.gold, c.found).toFixed(2);
  return [
    name,
    gold ? "–" : score(c.same),
    gold ? "–" : f1(c.sameSentences, c.goldSentences, c.foundSentences).toFixed(2),
    score(c.upos),
    score(c.xpos),
    score(c.lemma),
    score(c.unlabelled),
    score(c.labelled),
  ];
}

/** Processor time: other programs on the machine do not change it much. */
function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

function withoutPunctuation(counts: Counts): number {
  const punct = counts.relations.get("punct") ?? { gold: 0, found: 0, right: 0 };
  return f1(counts.labelled - punct.right, counts.gold - punct.gold, counts.found - punct.found);
}

function print(table: readonly string[][]): void {
  const widths = table[0]!.map((_, c) => Math.max(...table.map((line) => line[c]!.length)));
  for (const line of table)
    console.log(line.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]! + 2))).join(""));
}
