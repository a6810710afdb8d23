import { type MappedText, TextBuilder } from "../document/mapped-text.ts";

/** Text without the characters that only a typesetter or a copying program put in. */
export interface CleanedText {
  /** Line breaks are `\n`, page breaks `\f`; maps to the text that was given. */
  readonly mapped: MappedText;
  /** Control characters left out, and where the first stood. */
  readonly controls: { readonly count: number; readonly at: number | null };
  /** Characters that an earlier wrong decoding had lost already (U+FFFD), and where the first stands. */
  readonly lost: { readonly count: number; readonly at: number | null };
}

const ODD =
  /\r\n?|(?![\t\n\f])\p{Cc}|[\u00a0\u00ad\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff\ufffd\ufb00-\ufb06]|[a-zA-Z\u0131][\u0300-\u036f]+|(?<=\p{L})\u00b4\u0131|(?<=\p{L})(?:\u00a8|\u02dc|\u02c6|\u00b8)\p{L}/gu;

const LIGATURES = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
/** Accents that PDF programs print as a character of their own before the letter. */
const LOOSE_ACCENTS: Readonly<Record<string, string>> = { "´": "\u0301", "¨": "\u0308", "˜": "\u0303", ˆ: "\u0302", "¸": "\u0327" };

/**
 * Spells out ligatures, composes letters with accents, turns no-break and other odd spaces into spaces, and leaves out
 * zero-width and control characters. A soft hyphen is kept only at the end of a line, where it says that a word goes on.
 *
 * @example
 * cleanCharacters("o\uFB03ce").mapped.text; // "office"
 */
export function cleanCharacters(text: string): CleanedText {
  const builder = new TextBuilder();
  let at = 0;
  const controls = { count: 0, at: null as number | null };
  const lost = { count: 0, at: null as number | null };
  for (const match of text.matchAll(ODD)) {
    const [odd] = match;
    const start = match.index;
    const end = start + odd.length;
    const code = odd.charCodeAt(0);
    if (code === 0xfffd) {
      lost.count++;
      lost.at ??= start;
      continue;
    }
    builder.append(text.slice(at, start), at, start);
    at = end;
    if (odd === "\r\n") at = start + 1;
    else if (code === 0x0d || code === 0x0b || code === 0x85 || code === 0x2028 || code === 0x2029) builder.insert("\n");
    else if (code >= 0xfb00 && code <= 0xfb06) builder.append(LIGATURES[code - 0xfb00]!, start, end);
    else if (code === 0xad) {
      if (endsLine(text, end)) builder.append(odd, start, end);
    } else if (isOddSpace(code)) builder.insert(" ");
    else if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) {
      controls.count++;
      controls.at ??= start;
    } else if (odd.length > 1) builder.append(compose(odd), start, end);
  }
  builder.append(text.slice(at), at);
  return { mapped: builder.build(), controls, lost };
}

function endsLine(text: string, at: number): boolean {
  const rest = text.slice(at, at + 8);
  return /^[ \t]*(?:[\r\n\u2028]|$)/.test(rest) && at < text.length;
}

function isOddSpace(code: number): boolean {
  return code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000;
}

function compose(odd: string): string {
  const accent = LOOSE_ACCENTS[odd[0]!];
  const letter = accent ? odd.slice(1) : odd[0]!;
  const marks = accent ?? odd.slice(1);
  const composed = ((letter === "\u0131" ? "i" : letter) + marks).normalize("NFC");
  return accent && composed.length > 1 ? odd : composed;
}
