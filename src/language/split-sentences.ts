import type { Block, Document } from "../document/document.ts";
import { readTurnLabel } from "../document/turn-label.ts";
import { type LanguageRules, rulesFor } from "./language-rules.ts";
import type { Sentence, Token } from "./sentence.ts";
import { EXCELLENCY, INITIAL, tokenize } from "./tokenize.ts";

/** A sentence longer than this is cut at its best place: nothing that follows may grow without bound. */
export const MAX_TOKENS = 250;

/**
 * The sentences of a document, block by block, in order. No sentence crosses a block; the cells of a table row are
 * sentences of their own. Blocks without words give none.
 */
export function readSentences(document: Document): Sentence[] {
  const rules = rulesFor(document.language);
  const sentences: Sentence[] = [];
  for (let block = 0; block < document.blocks.length; block++) {
    for (const tokens of splitBlock(document.text, document.blocks[block]!, rules)) {
      sentences.push({ block, tokens, start: tokens[0]!.start, end: tokens.at(-1)!.end });
    }
  }
  return sentences;
}

/**
 * The sentences of `text` in [start, end), each as its tokens.
 *
 * @example
 * splitText("Mr. Kim met Gen. Park. They left.", 0, 33).length; // 2
 */
export function splitText(text: string, start = 0, end: number = text.length, rules: LanguageRules = rulesFor("en")): Token[][] {
  return splitTokens(text, tokenize(text, start, end, rules), rules).flatMap(cutOverlong);
}

function splitBlock(text: string, block: Block, rules: LanguageRules): Token[][] {
  if (block.kind !== "table-row") {
    const label = readTurnLabel(text.slice(block.start, Math.min(block.end, block.start + 160)));
    const spoken = block.start + (label?.length ?? 0);
    // who speaks a turn of a transcript is no part of what is said
    const head = label ? splitText(text, block.start, spoken, rules) : [];
    return [...head, ...splitText(text, spoken, block.end, rules)];
  }
  const sentences: Token[][] = [];
  let from = block.start;
  while (from < block.end) {
    const tab = text.indexOf("\t", from);
    const to = tab < 0 || tab > block.end ? block.end : tab;
    sentences.push(...splitText(text, from, to, rules).flatMap(splitNotes));
    from = to + 1;
  }
  return sentences;
}

/** "State visit; met the premier": the notes of a cell are told one by one. */
function splitNotes(tokens: Token[]): Token[][] {
  const notes: Token[][] = [];
  let first = 0;
  let open = 0;
  tokens.forEach((token, i) => {
    if (/^[([]$/.test(token.text)) open++;
    else if (/^[)\]]$/.test(token.text)) open--;
    else if (token.text === ";" && open <= 0 && i > first && i + 1 < tokens.length) {
      notes.push(tokens.slice(first, i + 1));
      first = i + 1;
    }
  });
  notes.push(tokens.slice(first));
  return notes;
}

function splitTokens(text: string, tokens: readonly Token[], rules: LanguageRules): Token[][] {
  const sentences: Token[][] = [];
  const closes = matchBrackets(tokens);
  let first = datelineLength(tokens) || agencyLength(tokens);
  if (first > 0) sentences.push(tokens.slice(0, first));
  let insideUntil = -1;
  for (let i = first; i < tokens.length; i++) {
    const close = closes.get(i);
    if (close !== undefined && i > first && close - i < 60) insideUntil = Math.max(insideUntil, close);
    const last = lastOfEnding(text, tokens, i);
    if (last + 1 >= tokens.length) continue;
    const gap = text.slice(tokens[last]!.end, tokens[last + 1]!.start);
    const broken = /\n[^\S\n]*\n/.test(gap) || /^[•●▪■◦‣⁃]$/.test(tokens[last + 1]!.text);
    if (!broken && (insideUntil > last || !endsSentence(tokens, first, i, last, rules))) continue;
    sentences.push(tokens.slice(first, last + 1));
    first = last + 1;
    i = last;
  }
  if (first < tokens.length) sentences.push(tokens.slice(first));
  return sentences;
}

/**
 * How many tokens the dateline has that opens a report ("HANOI, 14 November (VNA) —", "Hanoi, 14 November 2023 –", "HANOI:"), its dash
 * included; 0 without one. It is read by itself, so that the place is not taken for the subject of what follows.
 */
function datelineLength(tokens: readonly Token[]): number {
  const dash = tokens.findIndex((token, i) => i > 0 && i < 18 && /^(?:[—–-]|--+|:)$/.test(token.text));
  if (dash < 1 || dash + 4 >= tokens.length || !/^[\p{Lu}“"‘]/u.test(tokens[dash + 1]!.text)) return 0;
  const head = tokens.slice(0, dash);
  if (!head.every((token) => /^(?:\p{Lu}[\p{L}.'’-]*|\d{1,4}(?:st|nd|rd|th)?|[,()/.]|de|of)$/u.test(token.text))) return 0;
  const place = head.findIndex((token) => !/^\p{Lu}[\p{L}.'’-]*$/u.test(token.text));
  const inCapitals = head.slice(0, place < 0 ? head.length : place).every((token) => /^\p{Lu}{2}[\p{Lu}.'’-]*$/u.test(token.text));
  const hasDay = head.some((token, i) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(token.text) && i > 1) && head.some((t) => /^\d{4}$/.test(t.text));
  const hasAgency = head.at(-1)!.text === ")" && place > 0;
  // "KUWAIT: The Amir received": in capitals, or it might be anything that is explained
  const isDashed = tokens[dash]!.text !== ":" || (inCapitals && (place < 0 ? dash <= 3 : hasDay || hasAgency));
  return place !== 0 && isDashed && (inCapitals || hasDay || hasAgency) ? dash + 1 : 0;
}

/**
 * How many tokens the dateline has whose agency stands in brackets with more than its name, or with no dash behind it: "HANOI, Vietnam,
 * (VNA / Example Wire - 3rd May, 2019) :", "Hanoi, May 3 (Example Wire) The minister", "(WIRE | HANOI) –"; 0 without one.
 */
function agencyLength(tokens: readonly Token[]): number {
  const open = tokens.slice(0, 10).findIndex((token) => token.text === "(");
  const close = open < 0 ? -1 : tokens.slice(0, open + 16).findIndex((token, i) => i > open && token.text === ")");
  if (close < open + 2) return 0;
  const parted = /^(?:[—–-]|--+|:)$/.test(tokens[close + 1]?.text ?? "");
  const next = close + (parted ? 2 : 1);
  if (next + 3 >= tokens.length || !/^[\p{Lu}“"‘]/u.test(tokens[next]!.text)) return 0;
  if (open === 0) return parted && tokens.slice(0, close).some((token) => /^[|/]$/.test(token.text)) ? next : 0;
  const head = tokens.slice(0, open);
  if (!head.every((token) => /^(?:\p{Lu}[\p{L}.'’-]*|\d{1,4}(?:st|nd|rd|th)?|[,.]|de|of)$/u.test(token.text))) return 0;
  const hasDay = head.some((token, i) => i > 1 && /^\d{1,2}(?:st|nd|rd|th)?$/.test(token.text));
  return head.some((token) => token.text === ",") && (parted || hasDay) ? next : 0;
}

/** Opening brackets with the index of the bracket that closes them; unpaired ones are left out. */
function matchBrackets(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const mark = tokens[i]!.text;
    if (mark === "(" || mark === "[") open.push(i);
    else if ((mark === ")" || mark === "]") && open.length > 0) pairs.set(open.pop()!, i);
  }
  return pairs;
}

const ENDING = /^(?:\.|[!?]+|\.{2,}|…+)$/;
const CLOSER = /^["'”’»)\]]$|^''$/;

/** The closing quotes and brackets that stand directly after an ending belong to its sentence: index of the last of them. */
function lastOfEnding(text: string, tokens: readonly Token[], i: number): number {
  if (!isEnding(tokens[i]!)) return i;
  let last = i;
  while (last + 1 < tokens.length) {
    const next = tokens[last + 1]!;
    if (!CLOSER.test(next.text) && !ENDING.test(next.text)) break;
    const glued = next.start === tokens[last]!.end;
    // A straight quote after a space closes only when the one after it is no word glued to it.
    const loose = /^["”»)\]]$/.test(next.text) && tokens[last + 2] !== undefined && tokens[last + 2]!.start > next.end;
    if (!glued && !(loose && /^ $/.test(text.slice(tokens[last]!.end, next.start)))) break;
    last++;
  }
  return citationEnd(tokens, last);
}

/** "force.[12]", "force. [1, 3–5]": the citation belongs to the sentence before it. */
function citationEnd(tokens: readonly Token[], last: number): number {
  let end = last;
  while (tokens[end + 1]?.text === "[") {
    let close = end + 2;
    while (close < tokens.length && close < end + 12 && /^(?:\d+|[a-z]|[,;–-]|note|nb)$/.test(tokens[close]!.text)) close++;
    if (tokens[close]?.text !== "]" || close === end + 2) break;
    end = close;
  }
  return end;
}

function isEnding(token: Token): boolean {
  return ENDING.test(token.text) || (token.text.length > 1 && token.text.endsWith("."));
}

/** Whether the sentence from `first` ends with the ending at `i` (closers up to `last`). Something follows it. */
function endsSentence(tokens: readonly Token[], first: number, i: number, last: number, rules: LanguageRules): boolean {
  const token = tokens[i]!;
  if (isNoteMark(tokens, i)) return true;
  if (!isEnding(token)) return false;
  const next = opensWith(tokens, last + 1);
  if (next === null) return true;
  const spaced = tokens[last + 1]!.start > tokens[last]!.end;
  if (!spaced && !startsGlued(tokens, i, last)) return false;
  const head = next.text;
  if (/^\p{Ll}/u.test(head) && !/^(?:i(?:Phone|Pad|Pod)|e(?:Bay|Learning))/.test(head)) return false;
  if (/^[,;:)\]–—/&+%-]/.test(tokens[last + 1]!.text)) return false;
  if (token.text === ".") return fullStopEnds(tokens, first, i, last, next, rules);
  if (token.text.endsWith(".") && /[\p{L}\p{N}]/u.test(token.text)) return abbreviationEnds(tokens, i, last, next, rules);
  if (/^(?:\.{2,}|…+)$/.test(token.text)) return /^[\p{Lu}\p{Lo}"“‘(]/u.test(tokens[last + 1]!.text) && i > first;
  return !saidAfterQuote(tokens, last, rules) && !/^Inc\.?$|^Corp\.?$/.test(head);
}

/** The first token at or after `from` that is no opening quote or bracket. */
function opensWith(tokens: readonly Token[], from: number): Token | null {
  for (let i = from; i < tokens.length && i < from + 4; i++) {
    if (!/^["'“‘«([\u2013\u2014*-]$|^``$/.test(tokens[i]!.text)) return tokens[i]!;
  }
  return tokens[from] ?? null;
}

/** "countries.The" — a slip: the space was lost between two sentences. */
/** "of this writing.7 Seoul concluded": the mark of a footnote glued to the full stop that ends the sentence. */
function isNoteMark(tokens: readonly Token[], i: number): boolean {
  const [before, mark, next] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (!before || !next || !/^\.\d{1,2}$/.test(mark.text) || before.end !== mark.start || next.start === mark.end) return false;
  return /^\p{L}*\p{Ll}{3}$|^[)”"]$/u.test(before.text) && /^\p{Lu}|^[“"]/u.test(next.text);
}

function startsGlued(tokens: readonly Token[], i: number, last: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[last + 1]!;
  if (before === undefined || before.end !== tokens[i]!.start || tokens[i]!.text !== ".") return false;
  return (/^\p{Ll}{2,}$|^\p{L}+\p{Ll}{2}$|^\d{4}$/u.test(before.text) || last > i) && /^\p{Lu}\p{Ll}+$|^[“"]$|^\p{Lu}$/u.test(next.text);
}

function fullStopEnds(tokens: readonly Token[], first: number, i: number, last: number, next: Token, rules: LanguageRules): boolean {
  const before = tokens[i - 1];
  if (before === undefined || i === first) return false;
  // A list number or letter that opens the sentence: "1. Trade", "IV. Outlook", "(a). Aid".
  if (i - first === 1 && /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,5}|\p{L})$/u.test(before.text) && before.end === tokens[i]!.start)
    return false;
  if (last === i && before.end === tokens[i]!.start) {
    const lower = before.text.toLowerCase();
    // A slip as in "March. 2011": a month, a stop, a year.
    if (rules.months.has(lower) && /^\p{Lu}/u.test(before.text) && /^\d{4}$/.test(next.text) && !isYearSubject(tokens, last + 1))
      return false;
    if (/^\d/.test(next.text) && rules.numberAbbreviations.has(`${lower}.`) && before.text.length < 4) return false;
    // "14. March 2010", "21. Geneva" stay ambiguous; a one- or two-digit number before a month is a day.
    if (
      /^\d{1,2}$/.test(before.text) &&
      rules.months.has(next.text.toLowerCase()) &&
      !rules.months.has(tokens[i - 2]?.text.toLowerCase() ?? "")
    )
      return false;
  }
  return !saidAfterQuote(tokens, last, rules) || last === i;
}

/** "2011 was a year of …": the year begins a sentence of its own. */
function isYearSubject(tokens: readonly Token[], at: number): boolean {
  return /^(?:was|is|saw|marked|brought|will|began|ended|became|had)$/.test(tokens[at + 1]?.text ?? "");
}

/** Whether a sentence ends with the abbreviation at `i`. */
function abbreviationEnds(tokens: readonly Token[], i: number, last: number, next: Token, rules: LanguageRules): boolean {
  const lower = tokens[i]!.text.toLowerCase();
  const initial = tokens[i]!.text.endsWith(".") && INITIAL.test(tokens[i]!.text.slice(0, -1));
  if (last > i && CLOSER.test(tokens[i + 1]!.text) && !initial)
    return !/^\p{Ll}/u.test(next.text) && (rules.sentenceStarters.has(next.text.toLowerCase()) || /^["”»]|''/.test(tokens[last]!.text));
  if (rules.openAbbreviations.has(lower) || initial || EXCELLENCY.test(tokens[i]!.text.replace(/\.$/, ""))) return false;
  if (/^\d/.test(next.text)) return /^(?:etc|al|inc|corp|ltd|p\.m|a\.m|ph\.d|jr|sr)\.$/.test(lower) && !/^\d{1,4}$/.test(next.text);
  if (rules.numberAbbreviations.has(lower) && !rules.closingAbbreviations.has(lower)) return false;
  const opened = tokens[last + 1]!.text !== next.text;
  if (opened) return /^[“"‘]$/.test(tokens[last + 1]!.text) || rules.sentenceStarters.has(next.text.toLowerCase());
  if (rules.sentenceStarters.has(next.text.toLowerCase())) return !(/^(?:co|inc)\.$/.test(lower) && next.text === "of");
  return (
    /^(?:etc|p\.m|a\.m|b\.c|b\.c\.e|c\.e)\.$/.test(lower) &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    !/^(?:EST|GMT|ET|UTC|KST|CET|Eastern|Pacific|Central|Greenwich|Local|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/.test(
      next.text,
    )
  );
}

/** '"Why?" Kim asked.' — the sentence goes on after a quote that ends with its own mark. */
function saidAfterQuote(tokens: readonly Token[], last: number, rules: LanguageRules): boolean {
  if (!/^["”’'»]$|^''$/.test(tokens[last]!.text)) return false;
  for (let i = last + 1; i < tokens.length && i <= last + 5; i++) {
    const word = tokens[i]!.text;
    if (rules.sayingVerbs.has(word.toLowerCase())) {
      // Only a name or title may stand between: "Foreign Minister Park asked".
      return (
        tokens.slice(last + 1, i).every((t) => /^\p{Lu}/u.test(t.text) || /^(?:the|he|she|they|a|an|of)$/.test(t.text)) &&
        !/^(?:He|She|They|The|It|But|In)$/.test(tokens[last + 1]!.text)
      );
    }
    if (/^[.,;:!?"“”]$/.test(word)) return false;
  }
  return false;
}

/** Cuts a sentence without end at semicolons, then commas, then anywhere, so that no piece is longer than MAX_TOKENS. */
function cutOverlong(tokens: Token[]): Token[][] {
  if (tokens.length <= MAX_TOKENS) return tokens.length > 0 ? [tokens] : [];
  const pieces: Token[][] = [];
  let first = 0;
  while (tokens.length - first > MAX_TOKENS) {
    const cut = [";", ":", ","]
      .map((mark) => lastIndexWithin(tokens, mark, first + MAX_TOKENS / 2, first + MAX_TOKENS - 1))
      .find((at) => at >= 0);
    const to = (cut ?? first + MAX_TOKENS - 1) + 1;
    pieces.push(tokens.slice(first, to));
    first = to;
  }
  pieces.push(tokens.slice(first));
  return pieces;
}

function lastIndexWithin(tokens: readonly Token[], mark: string, from: number, to: number): number {
  for (let i = to; i >= from; i--) if (tokens[i]!.text === mark) return i;
  return -1;
}
