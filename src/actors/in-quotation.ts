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
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at);
  const open = Math.max(before.lastIndexOf("“"), before.lastIndexOf('"'));
  if (open < 0 || before.lastIndexOf("”") > open || before.lastIndexOf("\n") > open) return null;
  // of straight quotation marks an odd number opens
  if (before[open] === '"' && (before.slice(before.lastIndexOf("\n") + 1).match(/"/g) ?? []).length % 2 === 0) return null;
  const close = text.slice(at).search(/[”"\n]/u);
  const end = close < 0 ? text.length : at + close;
  return /\b(?:I|my|me)\b/.test(text.slice(from + open, end)) ? { start: from + open, end } : null;
}
