/** How a word is written. */
export const LOWER = 0;
export const CAPITAL = 1;
export const ALL_CAPITALS = 2;
export const INITIAL = 3;
export const NUMBER = 4;
/** `,` `&` `+`: marks that stand inside names. */
export const MARK = 5;

/** What stands between a word and the one before it. */
export const JOINED = 0;
export const SPACE = 1;
export const HYPHEN = 2;
export const APOSTROPHE = 3;
export const PERIOD = 4;
export const SLASH = 5;
export const BREAK = 6;

/** The words of a text, in columns: UTF-16 offsets, folded form (lower case, no accents), shape, and the gap before each. */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly folds: readonly string[];
  readonly shapes: Uint8Array;
  readonly gaps: Uint8Array;
}

const LETTER = 1;
const DIGIT = 2;
const classes = new Uint8Array(128);
for (let c = 48; c < 58; c++) classes[c] = DIGIT;
for (let c = 65; c < 91; c++) classes[c] = LETTER;
for (let c = 97; c < 123; c++) classes[c] = LETTER;
const letter = /[\p{L}\p{M}]/u;
const upper = /\p{Lu}/u;

/**
 * Cuts text into words for name matching, the same way for the lexicon and for documents.
 *
 * Hyphens and apostrophes divide ("Guinea-Bissau" is two words, "Côte d'Ivoire" three); dotted capitals are one ("U.S." folds to "u.s").
 *
 * @example
 * scanWords("U.S.-Peru talks").folds; // ["u.s", "peru", "talks"]
 */
export function scanWords(text: string): Words {
  const room = text.length + 1;
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  const shapes = new Uint8Array(room);
  const gaps = new Uint8Array(room);
  const folds: string[] = [];
  let count = 0;
  let lastEnd = 0;
  let i = 0;
  const size = text.length;
  while (i < size) {
    const code = text.charCodeAt(i);
    if (!isWord(text, code, i)) {
      if (code === 44 || code === 38 || code === 43) {
        gaps[count] = gapBetween(text, lastEnd, i);
        starts[count] = i;
        ends[count] = lastEnd = ++i;
        shapes[count++] = MARK;
        folds.push(code === 44 ? "," : code === 38 ? "&" : "+");
      } else i++;
      continue;
    }
    const start = i;
    let ascii = true;
    let digits = false;
    let capitals = 0;
    while (i < size) {
      const c = text.charCodeAt(i);
      if (!isWord(text, c, i)) break;
      if (c > 127) {
        ascii = false;
        if (upper.test(text[i]!)) capitals++;
      } else if (c < 58) digits = true;
      else if (c < 91) capitals++;
      i++;
    }
    let dotted = false;
    if (i - start === 1 && capitals === 1) {
      let end = i;
      while (text.charCodeAt(end) === 46) {
        const next = text.charCodeAt(end + 1);
        if (next >= 65 && next <= 90 && classes[text.charCodeAt(end + 2)] === 0) {
          end += 2;
          dotted = true;
        } else {
          end += 1;
          break;
        }
      }
      if (dotted) i = end;
    }
    gaps[count] = count === 0 ? BREAK : gapBetween(text, lastEnd, start);
    starts[count] = start;
    ends[count] = lastEnd = i;
    const length = i - start;
    shapes[count] = dotted
      ? ALL_CAPITALS
      : capitals === 0
        ? digits
          ? NUMBER
          : LOWER
        : length === 1 || (length === 2 && text.charCodeAt(i) === 46 && TWO_LETTERS.has(text.slice(start, i)))
          ? INITIAL
          : capitals === length || (digits && capitals > 1)
            ? ALL_CAPITALS
            : startsUpper(text, start)
              ? CAPITAL
              : LOWER;
    const raw = text.slice(start, i);
    folds.push(ascii ? (dotted ? raw.replace(/\.$/, "").toLowerCase() : capitals ? raw.toLowerCase() : raw) : foldWord(raw));
    count++;
  }
  return { count, starts, ends, folds, shapes, gaps };
}

/** What one letter of another script becomes, before a full stop an initial: "Kh. Battulga". */
const TWO_LETTERS: ReadonlySet<string> = new Set(["Kh", "Ts", "Ch", "Sh", "Zh", "Yu", "Ya", "Ye", "Dz", "Dj", "Gh"]);

const plain: Readonly<Record<string, string>> = { ø: "o", ł: "l", ı: "i", ß: "ss", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th" };

/** Lower case without accents. */
export function foldWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[øłıßæœđðþ]/g, (c) => plain[c]!);
}

/** The words of a name as one key: folded, joined by spaces. */
export function foldName(name: string): string {
  return scanWords(name).folds.join(" ");
}

function isWord(text: string, code: number, at: number): boolean {
  if (code < 128) return classes[code] !== 0;
  if (code === 0xa0 || (code >= 0x2000 && code < 0x2070)) return false;
  return letter.test(text[at]!);
}

function startsUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : upper.test(text[at]!);
}

function gapBetween(text: string, from: number, to: number): number {
  const length = to - from;
  if (length === 0) return JOINED;
  if (length === 1) {
    const code = text.charCodeAt(from);
    if (code === 32 || code === 10 || code === 0xa0 || code === 9) return code === 9 ? BREAK : SPACE;
    if (code === 45 || code === 0x2010 || code === 0x2011 || code === 0x2013 || code === 0x2014) return HYPHEN;
    if (code === 39 || code === 0x2019 || code === 0x2018 || code === 0x60 || code === 0x2bb || code === 0x2bc) return APOSTROPHE;
    if (code === 46) return PERIOD;
    if (code === 47) return SLASH;
    return BREAK;
  }
  const gap = text.slice(from, to);
  if (/^[ \u00a0]*\r?\n?[ \u00a0]*$/.test(gap)) return SPACE;
  if (/^[-\u2010\u2011]\r?\n[ ]*$/.test(gap) || gap === "- " || gap === " -") return HYPHEN;
  if (/^\.[ \u00a0]+\n?$/.test(gap) || gap === ".\n") return PERIOD;
  return BREAK;
}
