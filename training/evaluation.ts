import type { Block, Document } from "../src/document/document.ts";
import type { LanguageModel } from "../src/language/model.ts";
import { parseSentence } from "../src/language/parse-sentence.ts";
import type { Repair } from "../src/language/repair-parse.ts";
import type { Parse, Sentence, Unit } from "../src/language/sentence.ts";
import { readSentences } from "../src/language/split-sentences.ts";
import { mergeUnits } from "./merge-units.ts";
import type { Tree } from "./treebank.ts";

/** A treebank as running text, with the gold words' places in it. */
export interface GoldText {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly trees: readonly Tree[];
}

export interface Counts {
  /** Gold words, found words, and words with equal offsets in both. */
  gold: number;
  found: number;
  same: number;
  upos: number;
  xpos: number;
  lemma: number;
  unlabelled: number;
  labelled: number;
  goldSentences: number;
  foundSentences: number;
  sameSentences: number;
  /** For each relation: in gold, found, right (relation and head). */
  readonly relations: Map<string, { gold: number; found: number; right: number }>;
}

/** Lays the sentences of a treebank out as one document, a block for each paragraph. */
export function layOut(trees: readonly Tree[]): GoldText {
  let text = "";
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  let blockStart = 0;
  const close = (): void => {
    const end = text.trimEnd().length;
    if (end > blockStart)
      blocks.push({ start: blockStart, end, kind: "paragraph", role: "body", level: 0, marker: null, section: -1, table: -1 });
  };
  for (const tree of trees) {
    if (tree.opensParagraph && text.length > 0) {
      close();
      text = `${text.trimEnd()}\n\n`;
      blockStart = text.length;
    }
    const tokens = tree.words.map((word) => {
      const start = text.length;
      text += word.form;
      const end = text.length;
      if (word.spaceAfter) text += " ";
      return { start, end, text: word.form };
    });
    sentences.push({ block: blocks.length, tokens, start: tokens[0]!.start, end: tokens.at(-1)!.end });
  }
  close();
  const document: Document = {
    id: "d_gold",
    source: "treebank",
    format: "text",
    text,
    title: null,
    authors: [],
    date: null,
    language: "en",
    address: null,
    publisher: null,
    blocks,
    sections: [],
    tables: [],
    links: [],
    citations: [],
    map: [],
    mapUnit: "file",
    parts: [],
    diagnostics: [],
  };
  return { document, sentences, trees };
}

export function parseGoldTokens(gold: GoldText, model: LanguageModel, repairs?: readonly Repair[]): Parse[] {
  return gold.sentences.map((sentence) => parseSentence(gold.document.text, sentence, [], model, repairs));
}

/** Parses with the names, dates and lists that the gold trees show as units; the gold trees are merged alike. */
export function parseWithUnits(gold: GoldText, model: LanguageModel): { gold: GoldText; parses: Parse[] } {
  const merged = gold.trees.map((tree) => mergeUnits(tree, () => 0, 1));
  const parses = merged.map((tree, s) => {
    const sentence = gold.sentences[s]!;
    const units: Unit[] = [];
    tree.units?.forEach((kind, i) => {
      if (kind !== null)
        units.push({ kind, start: sentence.tokens[tree.ranges![i]![0]]!.start, end: sentence.tokens[tree.ranges![i]![1]]!.end });
    });
    return parseSentence(gold.document.text, sentence, units, model);
  });
  const sentences = merged.map((tree, s): Sentence => {
    const sentence = gold.sentences[s]!;
    if (tree.ranges === undefined) return sentence;
    return {
      ...sentence,
      tokens: tree.ranges.map(([first, last]) => ({ start: sentence.tokens[first]!.start, end: sentence.tokens[last]!.end, text: "" })),
    };
  });
  return { gold: { ...gold, trees: merged, sentences }, parses };
}

export function parseRawText(gold: GoldText, model: LanguageModel): Parse[] {
  return readSentences(gold.document).map((sentence) => parseSentence(gold.document.text, sentence, [], model));
}

/** Compares parses with gold trees word by word, aligned by offsets (as in the CoNLL 2018 shared task; full relations, subtypes counted). */
export function compare(gold: GoldText, parses: readonly Parse[]): Counts {
  const counts: Counts = {
    gold: 0,
    found: 0,
    same: 0,
    upos: 0,
    xpos: 0,
    lemma: 0,
    unlabelled: 0,
    labelled: 0,
    goldSentences: gold.sentences.length,
    foundSentences: parses.length,
    sameSentences: 0,
    relations: new Map(),
  };
  const foundAt = new Map<string, { parse: Parse; index: number }>();
  const foundSpans = new Set<string>();
  for (const parse of parses) {
    if (parse.nodes.length > 0) foundSpans.add(`${parse.nodes[0]!.start}-${parse.nodes.at(-1)!.end}`);
    parse.nodes.forEach((node, index) => {
      foundAt.set(`${node.start}-${node.end}`, { parse, index });
      relationOf(counts, node.relation).found++;
      counts.found++;
    });
  }
  gold.sentences.forEach((sentence, s) => {
    if (foundSpans.has(`${sentence.start}-${sentence.end}`)) counts.sameSentences++;
    const words = gold.trees[s]!.words;
    words.forEach((word, i) => {
      counts.gold++;
      const relation = relationOf(counts, word.relation);
      relation.gold++;
      const token = sentence.tokens[i]!;
      const match = foundAt.get(`${token.start}-${token.end}`);
      if (match === undefined) return;
      counts.same++;
      const node = match.parse.nodes[match.index]!;
      if (node.upos === word.upos) counts.upos++;
      if (node.xpos === word.xpos) counts.xpos++;
      if (node.lemma === word.lemma) counts.lemma++;
      const head = node.head < 0 ? null : match.parse.nodes[node.head]!;
      const goldHead = word.head < 0 ? null : sentence.tokens[word.head]!;
      if ((head === null) !== (goldHead === null) || (head && goldHead && (head.start !== goldHead.start || head.end !== goldHead.end)))
        return;
      counts.unlabelled++;
      if (node.relation === word.relation) {
        counts.labelled++;
        relation.right++;
      }
    });
  });
  return counts;
}

/** F1 in per cent. */
export function f1(right: number, gold: number, found: number): number {
  return gold + found === 0 ? 0 : (200 * right) / (gold + found);
}

function relationOf(counts: Counts, relation: string): { gold: number; found: number; right: number } {
  let entry = counts.relations.get(relation);
  if (entry === undefined) {
    entry = { gold: 0, found: 0, right: 0 };
    counts.relations.set(relation, entry);
  }
  return entry;
}
