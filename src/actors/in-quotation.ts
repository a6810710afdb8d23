import type { Span } from "../document/document.ts";

/** How far back a quotation may have been opened. */
const REACH = 1200;

/** The quotation that closes right before an offset: `"…," the minister added`; null where none does. */
export function quotationBefore(text: string, at: number): Span | null {
  const closing = /[”"]\s*$/u.exec(text.slice(Math.max(0, at - 4), at));
  if (!closing) return null;
  const end = Math.max(0, at - 4) + closing.index;
  const from = Math.max(0, end - REACH);
  const start = Math.max(text.slice(from, end).lastIndexOf("“"), closing[0].startsWith('"') ? text.slice(from, end).lastIndexOf('"') : -1);
  return start < 0 ? null : { start: from + start, end };
}

/** The quotation in the first person that an offset stands in: `"I met him on his visit"`; null where it stands in none. */
export function quotationAround(text: string, at: number): Span | null {
  const quoted = quotationAt(text, at);
  return quoted && /\b(?:I|my|me)\b/.test(text.slice(quoted.start, quoted.end)) ? quoted : null;
}

const SAYS = /\b(?:said|says|told|added|stated|noted|declared|stressed|remarked|commented|explained|announced|replied|answered)\b/;

/** The words that tell whose the quotation around an offset is: those behind it, else those before it in its paragraph; null where none do. */
export function wordsOfSpeaker(text: string, at: number): Span | null {
  const quoted = quotationAt(text, at);
  if (!quoted) return null;
  const rest = /^[”"]?[^.\n“"]{0,200}/u.exec(text.slice(quoted.end));
  const behind = { start: quoted.end, end: quoted.end + (rest?.[0].length ?? 0) };
  if (SAYS.test(text.slice(behind.start, behind.end))) return behind;
  const line = text.lastIndexOf("\n", quoted.start) + 1;
  const before = text.slice(Math.max(line, quoted.start - REACH), quoted.start);
  const said = before.slice(Math.max(before.lastIndexOf("”"), before.lastIndexOf('"')) + 1);
  return SAYS.test(said) ? { start: quoted.start - said.length, end: quoted.start } : null;
}

/** The quotation that an offset stands in; null where it stands in none. */
function quotationAt(text: string, at: number): Span | null {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at);
  const open = Math.max(before.lastIndexOf("“"), before.lastIndexOf('"'));
  if (open < 0 || before.lastIndexOf("”") > open || before.lastIndexOf("\n") > open) return null;
  // of straight quotation marks an odd number opens
  if (before[open] === '"' && (before.slice(before.lastIndexOf("\n") + 1).match(/"/g) ?? []).length % 2 === 0) return null;
  const close = text.slice(at).search(/[”"\n]/u);
  const end = close < 0 ? text.length : at + close;
  return { start: from + open, end };
}
