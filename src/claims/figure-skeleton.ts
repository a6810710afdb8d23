import type { Mention } from "../actors/mention.ts";
import type { Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateExpression } from "../language/date-expression.ts";
import { NUMBER_PATTERN, readNumber } from "../language/read-number.ts";
import { type Amount, findAmounts } from "./find-amounts.ts";

/** What a slot of a skeleton stands for. Offsets into the document's text. */
export type Slot =
  | (Span & { readonly kind: "A"; readonly actors: readonly string[]; readonly mention: Mention; readonly text: string })
  | (Span & { readonly kind: "M"; readonly amount: Amount })
  | (Span & { readonly kind: "P" | "N"; readonly value: number | string })
  | (Span & { readonly kind: "D"; readonly date: DateExpression });

/**
 * A sentence in lower case with its actors, sums, shares, counts and dates replaced by `‹A0›`, `‹M1›`, `‹P2›`, `‹N3›`, `‹D4›`:
 * how quantities are said is a matter of few words around them, which patterns can then name.
 */
export interface Skeleton {
  readonly text: string;
  readonly slots: readonly Slot[];
  /** The offset in the document of an offset in the skeleton. */
  readonly offsetOf: (at: number) => number;
}

const ACTING: ReadonlySet<Mention["form"]> = new Set(["name", "demonym", "capital", "code", "reference"]);
const BETWEEN = new RegExp(String.raw`between\s(${NUMBER_PATTERN})\sand\s(${NUMBER_PATTERN})(?![\p{L}\d])`, "giu");
const RANGE = new RegExp(String.raw`(?<![\p{L}\d.,])(${NUMBER_PATTERN})\s?(?:-|–|—|\sto\s)\s?(${NUMBER_PATTERN})(?![\p{L}\d])`, "giu");
const COUNT = new RegExp(String.raw`(?<![\p{L}\d.,$€£-])(?:${NUMBER_PATTERN})(?![\p{L}\d]|[.,]\d|-\p{L})`, "giu");
/** Parts of a whole, as percentages. */
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 50,
  "a third": 33,
  "one third": 33,
  "two thirds": 67,
  "a quarter": 25,
  "one quarter": 25,
  "three quarters": 75,
  "a fifth": 20,
  "one fifth": 20,
  "two fifths": 40,
  "three fifths": 60,
  "four fifths": 80,
  "a tenth": 10,
  "one tenth": 10,
};
const FRACTION = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:${Object.keys(FRACTIONS)
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll(" ", "[\\s-]+")})(?=\s+of\s)`,
  "giu",
);
const PERCENT = /\s?(?:%|per\s?cent)(?!\p{L})/iuy;

/** What any number or part of a whole has in it. */
const NUMBERS = new RegExp(String.raw`${NUMBER_PATTERN}|third|quarter|fifth|tenth|half`, "iu");

/** Whether a sentence says a number besides its dates: most say none, and need no skeleton. */
export function hasNumbers(text: string, { start, end }: Span, dates: readonly DateExpression[]): boolean {
  let from = start;
  let rest = "";
  for (const date of dates) {
    if (date.role === "after" || date.start < from) continue;
    rest += `${text.slice(from, date.start)} `;
    from = date.end;
  }
  return NUMBERS.test(rest + text.slice(from, end)) || findAmounts(text, { start, end }).length > 0;
}

export function buildSkeleton(
  text: string,
  span: Span,
  mentions: readonly Mention[],
  dates: readonly DateExpression[],
  lists: readonly Span[],
): Skeleton {
  const slots: Slot[] = [];
  const free = (start: number, end: number): boolean => !slots.some((s) => s.start < end && s.end > start);
  const put = (slot: Slot): void => {
    if (free(slot.start, slot.end)) slots.push(slot);
  };
  for (const amount of findAmounts(text, span)) put({ kind: "M", start: amount.start, end: amount.end, amount });
  for (const date of dates) if (date.role !== "after") put({ kind: "D", start: date.start, end: date.end, date });
  for (const list of lists) {
    const within = mentions.filter((m) => m.start >= list.start && m.end <= list.end && m.kind !== "place");
    const actors = [...new Set(within.flatMap((m) => m.actors))];
    if (within[0] && actors.length > 0)
      put({ kind: "A", start: list.start, end: list.end, actors, mention: within[0], text: text.slice(list.start, list.end) });
  }
  for (const m of mentions)
    if (m.actors.length > 0 && m.kind !== "place" && ACTING.has(m.form))
      put({ kind: "A", start: m.start, end: m.end, actors: m.actors, mention: m, text: m.text });
  const part = text.slice(span.start, span.end);
  for (const pattern of [BETWEEN, RANGE])
    for (const m of findMatches(pattern, part)) {
      const [low, high] = scaled(m[1]!, m[2]!);
      if (low !== null && high !== null && low < high) number(m.index, m[0], `${low}-${high}`);
    }
  for (const m of findMatches(FRACTION, part)) {
    const start = span.start + m.index;
    put({ kind: "P", start, end: start + m[0].length, value: FRACTIONS[m[0].toLowerCase().replace(/[\s-]+/g, " ")]! });
  }
  for (const m of findMatches(COUNT, part)) {
    const value = readNumber(m[0]);
    if (value !== null) number(m.index, m[0], value);
  }
  slots.sort((a, b) => a.start - b.start);
  return render(text, span, slots);

  function number(index: number, words: string, value: number | string): void {
    const start = span.start + index;
    PERCENT.lastIndex = start + words.length;
    const share = PERCENT.exec(text);
    // "from 56 million dollars to 586 million": the currency said once counts for both
    const money = !share && typeof value === "number" && value >= 1e6 ? moneyBefore(start) : null;
    if (money && typeof value === "number" && NO_UNIT.test(text.slice(start + words.length, span.end))) {
      const end = start + words.length;
      put({ kind: "M", start, end, amount: { ...money.amount, start, end, amount: value } });
      return;
    }
    put({ kind: share ? "P" : "N", start, end: start + words.length + (share?.[0].length ?? 0), value });
  }

  function moneyBefore(start: number): Extract<Slot, { kind: "M" }> | null {
    let last: Extract<Slot, { kind: "M" }> | null = null;
    for (const slot of slots) if (slot.kind === "M" && slot.start < start && (last === null || slot.start > last.start)) last = slot;
    return last;
  }
}

/** "between two and three million": the scale said once counts for both. */
function scaled(low: string, high: string): [number | null, number | null] {
  const [a, b] = [readNumber(low), readNumber(high)];
  const scale = /(thousand|million|billion)$/i.exec(high.trim())?.[1];
  if (a === null || b === null || !scale || a >= 1000 || /[a-z]{8}|million|thousand/i.test(low)) return [a, b];
  return [readNumber(`${a} ${scale}`), b];
}

function render(text: string, span: Span, slots: readonly Slot[]): Skeleton {
  const marks: { at: number; offset: number }[] = [];
  let out = "";
  let from = span.start;
  const plain = (to: number): void => {
    marks.push({ at: out.length, offset: from });
    out += text.slice(from, to).replace(/\s/g, " ").toLowerCase();
  };
  slots.forEach((slot, i) => {
    plain(slot.start);
    marks.push({ at: out.length, offset: slot.start });
    out += `‹${slot.kind}${i}›`;
    from = slot.end;
  });
  plain(span.end);
  return {
    text: out,
    slots,
    offsetOf: (at) => {
      const mark = marks.findLast((m) => m.at <= at) ?? { at: 0, offset: span.start };
      return Math.min(mark.offset + (at - mark.at), span.end);
    },
  };
}

/** What stands behind a number that has no unit of its own. */
const NO_UNIT = /^(?:$|[.,;:)]|\s+(?:in|by|to|and|from|of it|of this|of that|for|a year|per year|annually|or|at|the|with|against)\b)/u;
