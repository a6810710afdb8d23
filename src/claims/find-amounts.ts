import type { Span } from "../document/document.ts";

/** A sum of money: `amount` in units of `currency` (ISO 4217). */
export interface Amount extends Span {
  readonly text: string;
  readonly amount: number;
  readonly currency: string;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  $: "USD",
  us$: "USD",
  u$: "USD",
  u$s: "USD",
  usd: "USD",
  "€": "EUR",
  eur: "EUR",
  "£": "GBP",
  gbp: "GBP",
  "¥": "JPY",
  jpy: "JPY",
  "₩": "KRW",
  krw: "KRW",
  c$: "CAD",
  a$: "AUD",
  nz$: "NZD",
  r$: "BRL",
  rmb: "CNY",
  cny: "CNY",
  "₹": "INR",
  chf: "CHF",
  s$: "SGD",
  nt$: "TWD",
  hk$: "HKD",
};
const NAMES: Readonly<Record<string, string>> = {
  dollar: "USD",
  "us dollar": "USD",
  "u.s. dollar": "USD",
  "american dollar": "USD",
  euro: "EUR",
  pound: "GBP",
  "pounds sterling": "GBP",
  yen: "JPY",
  won: "KRW",
  yuan: "CNY",
  renminbi: "CNY",
  rouble: "RUB",
  ruble: "RUB",
  rupee: "INR",
  "swiss franc": "CHF",
  "canadian dollar": "CAD",
  "australian dollar": "AUD",
  "mexican peso": "MXN",
  real: "BRL",
  reais: "BRL",
  rand: "ZAR",
  "deutsche mark": "DEM",
  deutschmark: "DEM",
  krona: "SEK",
  "norwegian krone": "NOK",
  "danish krone": "DKK",
  shilling: "KES",
  "taiwan dollar": "TWD",
};
const SCALE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

const NUMBER = String.raw`\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const UNIT = String.raw`thousand|million|billion|trillion|bn|mn|mln|tn|[kmb](?![\p{L}\d])`;
const BY_SYMBOL = new RegExp(
  String.raw`(?<![\p{L}\d])(us\$|u\$s|u\$|nz\$|nt\$|hk\$|c\$|a\$|r\$|s\$|\$|€|£|¥|₩|₹|(?:usd|eur|gbp|jpy|krw|cny|rmb|chf)\s)\s?(${NUMBER})(?:[\s-]?(${UNIT}))?`,
  "giu",
);
const BY_NAME = new RegExp(
  String.raw`(?<![\p{L}\d$€£])(${NUMBER})[\s-]?(${UNIT})?\s(?:of\s)?(u\.?s\.? dollars?|american dollars?|canadian dollars?|australian dollars?|taiwan dollars?|dollars?|euros?|pounds sterling|pounds?|yen|won|yuan|renminbi|roubles?|rubles?|rupees?|swiss francs?|mexican pesos?|reais|rand|norwegian kroner?|danish kroner?|kron[ao]r?|shillings?)(?![\p{L}])`,
  "giu",
);

/**
 * Sums of money in a stretch of text.
 *
 * @example findAmounts("a loan of US$ 402.1 million", { start: 0, end: 27 })[0] // amount 402100000, currency USD
 */
export function findAmounts(text: string, span: Span): Amount[] {
  const part = text.slice(span.start, span.end);
  if (!/\d/.test(part)) return [];
  const found: Amount[] = [];
  for (const m of part.matchAll(BY_SYMBOL)) push(m, m[2]!, m[3], SYMBOLS[m[1]!.trim().toLowerCase()] ?? null);
  for (const m of part.matchAll(BY_NAME))
    push(m, m[1]!, m[2], NAMES[m[3]!.toLowerCase().replace(/us dollar/, "dollar")] ?? NAMES[m[3]!.toLowerCase().replace(/s$/, "")] ?? null);
  return found.sort((a, b) => a.start - b.start).filter((a, i, all) => i === 0 || a.start >= all[i - 1]!.end);

  function push(m: RegExpExecArray, digits: string, unit: string | undefined, currency: string | null): void {
    if (!currency) return;
    const value = Number(digits.replace(/[,\s\u00a0]/g, "")) * (unit ? (SCALE[unit.toLowerCase()] ?? 1) : 1);
    const start = span.start + m.index;
    found.push({ start, end: start + m[0].length, text: m[0], amount: Math.round(value * 100) / 100, currency });
  }
}
