import type { Document } from "../document/document.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { BREAK, CAPITAL, JOINED, MARK, PERIOD, scanWords, type Words } from "./scan-words.ts";

/** What the rules look at: the words of a document, where its sentences begin, and what else the document speaks of. */
export interface TextContext {
  readonly document: Document;
  readonly lexicon: ActorLexicon;
  readonly text: string;
  readonly words: Words;
  /** For each word the number of its sentence; sentences here are rough: they only bound what rules may look at. */
  readonly sentences: Int32Array;
  /** For each sentence its first word; one more entry at the end. */
  readonly firstWords: readonly number[];
  /** Sentences that are written in capitals throughout. */
  readonly shouting: Uint8Array;
  /** The primary language tag, "en" when unknown. */
  readonly language: string;
  /** How often each actor is named without any doubt. */
  readonly counts: Map<string, number>;
  /** How often each actor is meant by more than an acronym, adjectives and capitals included. */
  readonly fullNames: Map<string, number>;
}

/** A sentence of more words than this is cut, so that what rules look at stays bounded. */
const LONGEST = 250;

const ends = /[.!?…:;]["'”’)\]]*\s*$/;
const short = new Set(
  "mr mrs ms dr rt engr st gen col sen rep gov lt sgt prof no vs hon rev capt cmdr adm amb pres sr jr fr inc ltd co corp art vol ed eds etc approx dept".split(
    " ",
  ),
);

/** Reads the words of a document and cuts them into rough sentences; nothing crosses a block. */
export function readTextContext(document: Document, lexicon: ActorLexicon): TextContext {
  const { text } = document;
  const words = scanWords(text);
  const sentences = new Int32Array(words.count);
  const firstWords: number[] = [];
  let block = 0;
  const blocks = document.blocks;
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i]!;
    let begins = i === 0;
    while (block < blocks.length && blocks[block]!.end <= start) {
      block++;
      begins = true;
    }
    if (!begins && blocks.length > 0 && block < blocks.length && blocks[block]!.start > words.starts[i - 1]!)
      begins = blocks[block]!.start <= start;
    if (begins) words.gaps[i] = BREAK;
    else if (words.gaps[i] === BREAK || words.gaps[i] === PERIOD) {
      const gap = text.slice(words.ends[i - 1]!, start);
      begins =
        /\n\s*\n|\t/.test(gap) ||
        (ends.test(gap.replace(/(?<![“"'(‘[])[“"'(‘[]+$/, "")) && words.shapes[i]! >= CAPITAL && !isAbbreviation(words, i - 1, gap));
    } else if (words.gaps[i] === 1 && text.charCodeAt(words.ends[i - 1]! - 1) === 46 && words.shapes[i] === CAPITAL) begins = false;
    if (i - (firstWords.at(-1) ?? 0) >= LONGEST) begins = true;
    if (begins) firstWords.push(i);
    sentences[i] = firstWords.length - 1;
  }
  firstWords.push(words.count);
  return {
    document,
    lexicon,
    text,
    words,
    sentences,
    firstWords,
    shouting: findShouting(words, firstWords),
    language: (document.language ?? "en").slice(0, 2).toLowerCase(),
    counts: new Map(),
    fullNames: new Map(),
  };
}

function isAbbreviation(words: Words, at: number, gap: string): boolean {
  if (!/^\.\s*$/.test(gap)) return false;
  return short.has(words.folds[at]!) || words.shapes[at] === 3;
}

function findShouting(words: Words, firstWords: readonly number[]): Uint8Array {
  const shouting = new Uint8Array(firstWords.length);
  for (let s = 0; s + 1 < firstWords.length; s++) {
    let letters = 0;
    let lower = 0;
    for (let i = firstWords[s]!; i < firstWords[s + 1]!; i++) {
      const shape = words.shapes[i]!;
      if (shape === MARK || shape === 4) continue;
      letters++;
      if (shape === 0 || shape === CAPITAL) lower++;
    }
    if (letters >= 3 && lower === 0) shouting[s] = 1;
  }
  return shouting;
}

/** Is word `i` right after word `i - 1` in one phrase: only a space, a hyphen or nothing between them, no sentence end? */
export function follows(context: TextContext, i: number): boolean {
  const { words } = context;
  if (i <= 0 || i >= words.count || context.sentences[i] !== context.sentences[i - 1]) return false;
  const gap = words.gaps[i]!;
  return gap > JOINED && gap < PERIOD;
}

/** Is there any word of a class among the words of the sentence of word `at`? Folded comparison. */
export function sentenceHas(context: TextContext, at: number, folded: ReadonlySet<string>, from = 0): boolean {
  const sentence = context.sentences[at]!;
  for (let i = Math.max(from, context.firstWords[sentence]!); i < context.firstWords[sentence + 1]!; i++)
    if (folded.has(context.words.folds[i]!)) return true;
  return false;
}
