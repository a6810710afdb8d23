import type { LanguageRules } from "./language-rules.ts";
import { rulesFor } from "./language-rules.ts";
import type { Token } from "./sentence.ts";

// Tried in this order at each place; the first that fits is the token. Each is sticky and linear.
const SPACE = /[\s\u200b\ufeff\u00ad\u2060]+/uy;
const BLANK = /\s/gu;
/** By far the most words: letters with a space, a comma or nothing after them. */
const PLAIN_WORD = /[A-Za-z]+(?=[ \n,;)]|$)/uy;
const ADDRESS =
  /(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”„«»{}|\\^`\]]+|doi:10\.\d+\/[^\s<>"“”]+|[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}|(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|gov|edu|int|info|mil|kr|ec|cl|pe|br|mx|uk|us|eu)(?![\p{L}\p{N}-])(?:\/[^\s<>"“”]*)?/uy;
const ACRONYM = /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|(?:Ph|M|B|LL|D)\.(?:D|Sc|M|Phil)\.|S\.p\.A\./uy;
const MONEY = /(?:US|U\.S\.|A|C|CA|NZ|HK|NT|R|S|U|AU)?[$€£¥₩](?:US)?(?=\s?\d)|US\$|NT\$|[$€£¥₩¢]/uy;
const NUMBER =
  /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}-])|\d{1,2}:\d{2}(?::\d{2})?|\d{1,4}\/\d{1,4}(?:\/\d{2,4})?(?![\p{L}\p{N}/])|\d{1,4}(?:-\d{2,4}){2,6}(?![\p{L}\p{N}-])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)*|\.\d+/uy;
const NUMBER_SUFFIX = /(?:st|nd|rd|th|ST|ND|RD|TH|º|ª)(?![\p{L}\p{N}])|['’]?s(?![\p{L}\p{N}])/uy;
const NUMBER_UNIT =
  /(?:bn|mn|tn|m|b|k|K|M|B|km|cm|mm|kg|ft|am|pm|AM|PM|a\.m\.|p\.m\.|ha|GW|MW|kW|GB|MB|Hz|USD|EUR|x|million|billion|trillion)(?![\p{L}\p{N}])/uy;
const AMPERSAND = /\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\p{N}])/uy;
const SLASHED =
  /\p{L}{1,2}\/\p{L}{1,3}(?:\/\d+\/\p{L}+\.\d+)?(?![\p{L}\p{N}/])|and\/or(?!\p{L})|s\/he(?!\p{L})|\p{Lu}(?:\/\p{Lu}{1,12}){0,6}(?:\/\d{1,8}){1,6}(?:\/[\p{Lu}\d.]*[\p{Lu}\d])?/uy;
const WORD = /[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*(?:['’ʼ][\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)*/uy;
const TAGGED = /[#@](?=[\p{L}\p{N}])[\p{L}\p{N}_]+/uy;
const RUN = /\.{2,}|…+|-{2,}|[–—―]+|[!?]{2,}|``|''|<<|>>|\*{2,}|={2,}|_{2,}|~{2,}/uy;
const EMOTICON = /[:;=]-?[()DPp/|](?![\p{L}\p{N}])/uy;
const HYPHEN_PART = /-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/uy;
const ONE = /\P{M}\p{M}*/uy;

/** No word of any language is as long: what has no blank for so many characters is data or an accident, and one token. */
const LONGEST_WORD = 5000;

/**
 * The words, numbers and punctuation marks of `text` in [start, end), by the conventions of the English UD treebanks:
 * clitics are tokens ("do|n't", "country|'s"), hyphenated words are split ("Seoul|-|based") save after prefixes
 * ("non-aligned") and in romanised given names ("Geun-hye"); abbreviations keep their full stop.
 *
 * Offsets are UTF-16, half-open, into `text`; tokens never overlap and only white space lies between them. More than 5,000 characters
 * without a blank are one token.
 *
 * @example
 * tokenize("Ecuador's U.S.-led talks", 0, 24).map((t) => t.text); // ["Ecuador", "'s", "U.S.", "-", "led", "talks"]
 */
export function tokenize(text: string, start: number, end: number, rules: LanguageRules = rulesFor("en")): Token[] {
  const tokens: Token[] = [];
  const source = end < text.length ? text.slice(0, end) : text;
  let at = start;
  const push = (to: number): void => {
    tokens.push({ start: at, end: to, text: source.slice(at, to) });
    at = to;
  };
  let looked = end - start > LONGEST_WORD ? start : end;
  while (at < end) {
    const afterSpace = match(SPACE, source, at);
    if (afterSpace > at) {
      at = afterSpace;
      continue;
    }
    if (at >= looked) {
      looked = source.lastIndexOf(" ", at + LONGEST_WORD);
      const blank = looked > at ? at : nextBlank(source, at);
      if (blank - at > LONGEST_WORD) {
        push(blank);
        continue;
      }
      if (end - at <= LONGEST_WORD) looked = end;
    }
    const plain = match(PLAIN_WORD, source, at);
    if (plain > at) {
      const split = rules.splitWords.get(source.slice(at, plain).toLowerCase());
      if (split !== undefined) push(at + split);
      push(plain);
      continue;
    }
    const special = matchSpecial(source, at, tokens);
    if (special > at) {
      push(special);
      continue;
    }
    const number = match(NUMBER, source, at);
    if (number > at) {
      push(Math.max(number, match(NUMBER_SUFFIX, source, number)));
      const unit = match(NUMBER_UNIT, source, at);
      if (unit > at) push(unit);
      continue;
    }
    const word = match(WORD, source, at);
    if (word > at) {
      for (const to of wordEnds(source, at, word, rules)) push(to);
      continue;
    }
    push(Math.max(at + 1, match(RUN, source, at), match(ONE, source, at)));
  }
  return tokens;
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The next white space at or after `at`, or the end of the text. */
function nextBlank(text: string, at: number): number {
  BLANK.lastIndex = at;
  return BLANK.test(text) ? BLANK.lastIndex - 1 : text.length;
}

/** Addresses, acronyms, money signs, tags and slashed forms; -1 when none begins here. */
function matchSpecial(text: string, at: number, before: readonly Token[]): number {
  const last = before.at(-1);
  const glued = last !== undefined && last.end === at && /[\p{L}\p{N}]$/u.test(last.text);
  if (glued) return -1;
  const address = match(ADDRESS, text, at);
  if (address > at) return trimAddress(text, at, address);
  const money = match(MONEY, text, at);
  if (money > at) return money;
  const acronym = match(ACRONYM, text, at);
  if (acronym > at && !endsBeforeWord(text, acronym)) return acronym;
  const slashed = match(SLASHED, text, at);
  if (slashed > at) return slashed;
  const ampersand = match(AMPERSAND, text, at);
  if (ampersand > at) return ampersand;
  const tag = match(TAGGED, text, at);
  if (tag > at) return tag;
  const spaced = at === 0 || /\s/.test(text[at - 1]!);
  return spaced ? match(EMOTICON, text, at) : -1;
}

/** "a.b.c" followed at once by more letters is no acronym but words run together. */
function endsBeforeWord(text: string, at: number): boolean {
  return text[at - 1] === "." && /\p{Ll}/u.test(text[at] ?? "");
}

/** An address does not end with the punctuation of the sentence around it. */
function trimAddress(text: string, start: number, end: number): number {
  const opened = text.slice(start, end).includes("(");
  let to = end;
  while (to > start + 1) {
    const last = text[to - 1]!;
    if (/[.,;:!?'’]/.test(last)) to--;
    else if (last === ")" && !opened) to--;
    else break;
  }
  return to;
}

/** Where the tokens of a word that stands at [start, end) end: clitics, hyphens and full stops of abbreviations settled. */
function wordEnds(text: string, start: number, end: number, rules: LanguageRules): number[] {
  const ends: number[] = [];
  let to = end;
  const word = text.slice(start, end);
  if (text[to] === "-") {
    const lower = word.toLowerCase();
    const joined = match(HYPHEN_PART, text, to);
    if (joined > to) {
      const part = text.slice(to + 1, joined);
      const prefixed = rules.hyphenPrefixes.has(lower) && !(/^\p{Lu}/u.test(word) && word.length === 1 && word !== "E");
      const name =
        /^\p{Lu}/u.test(word) && text[joined] !== "-" && rules.nameSyllables.has(lower) && rules.nameSyllables.has(part.toLowerCase());
      if (prefixed || name || rules.hyphenSuffixes.has(part.toLowerCase())) to = joined;
    }
  }
  const whole = text.slice(start, to);
  const clitic = splitClitic(whole, rules);
  if (clitic > 0) {
    ends.push(start + clitic, to);
    return ends;
  }
  if (text[to] === "." && keepsFullStop(text, start, to, rules)) to++;
  ends.push(to);
  return ends;
}

/** Length of the part before a clitic, 0 when there is none. */
function splitClitic(word: string, rules: LanguageRules): number {
  const split = rules.splitWords.get(word.toLowerCase());
  if (split !== undefined) return split;
  const negated = /n['’]t$/i.exec(word);
  if (negated && negated.index > 0) return negated.index;
  const apostrophe = Math.max(word.lastIndexOf("'"), word.lastIndexOf("’"));
  if (apostrophe > 0 && rules.clitics.has(word.slice(apostrophe + 1).toLowerCase())) return apostrophe;
  return 0;
}

/** Whether the full stop at `to` belongs to the word before it: an abbreviation or an initial. */
function keepsFullStop(text: string, start: number, to: number, rules: LanguageRules): boolean {
  const word = text.slice(start, to);
  const next = text[to + 1];
  if (next === ".") return false;
  if (next !== undefined && /[\p{L}]/u.test(next) && !/^\p{Lu}$/u.test(word)) return false;
  const lower = `${word.toLowerCase()}.`;
  const after = /^[\s\u00a0]*(\S?)/u.exec(text.slice(to + 1, to + 6))?.[1] ?? "";
  if (INITIAL.test(word)) return isInitial(text, to, after);
  if (EXCELLENCY.test(word)) return /^\p{Lu}/u.test(after);
  if (rules.numberAbbreviations.has(lower) && /[\d#§IVXLC]/.test(after)) return true;
  if (rules.openAbbreviations.has(lower)) {
    // Lower-case one-letter abbreviations ("c. 1200", "b. 1950") are such only before a number or a name.
    if (word.length === 1) return /[\d\p{Lu}]/u.test(after) && /[\s(,;]$/.test(text.slice(Math.max(0, start - 1), start));
    return after !== "" && (lower !== "sec." || /^S/.test(word));
  }
  if (!rules.closingAbbreviations.has(lower)) return false;
  if (AMBIGUOUS.has(lower))
    return /^\p{Lu}/u.test(word) ? /[\d\p{L},]/u.test(after) && !SENTENCE_WORDS.has(lower) : /[\d\p{Ll},;()]/u.test(after);
  return true;
}

/** "HE. Ana Example": his or her excellency, in capitals. */
export const EXCELLENCY = /^(?:HE|HRH|HH|HM)$/;

/** The first letter of a name, or the two that one letter of another script becomes: "Kh. Battulga", "Yu. Ushakov". */
export const INITIAL = /^(?:\p{Lu}|Kh|Ts|Ch|Sh|Zh|Yu|Ya|Ye|Dz|Dj|Gh)$/u;

/** Words as well as abbreviations: "Mar.", "sat.", "so." — the stop is kept only where what follows asks for it. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  "mar.",
  "sat.",
  "fri.",
  "mon.",
  "wed.",
  "dec.",
  "al.",
  "mass.",
  "wash.",
  "so.",
  "co.",
  "ave.",
  "ext.",
  "max.",
  "est.",
  "mil.",
  "mo.",
  "tel.",
  "comm.",
  "div.",
]);
const SENTENCE_WORDS: ReadonlySet<string> = new Set(["so."]);

/** "J. Smith", "George W. Bush", "J.K."; not "vitamin C. The" nor "Plan B." at the end. */
function isInitial(text: string, to: number, after: string): boolean {
  if (!/\p{Lu}/u.test(after) && after !== "," && after !== "-") return false;
  if (after === "," || after === "-") return true;
  return !/^\s+(?:The|In|He|She|It|They|This|These|A|An|On|At|But|And|However|For|Its|Their)\s/u.test(text.slice(to + 1, to + 14));
}
