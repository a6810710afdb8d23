import type { Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import { DECIMAL_COMMA, NUMBER_PATTERN, readNumber } from "../language/read-number.ts";

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
  dkk: "DKK",
  nok: "NOK",
  sek: "SEK",
  inr: "INR",
  rub: "RUB",
  brl: "BRL",
  cad: "CAD",
  aud: "AUD",
  nzd: "NZD",
  zar: "ZAR",
  aed: "AED",
  sar: "SAR",
  kwd: "KWD",
  pln: "PLN",
  czk: "CZK",
  huf: "HUF",
  php: "PHP",
  thb: "THB",
  vnd: "VND",
  idr: "IDR",
  myr: "MYR",
  mxn: "MXN",
  clp: "CLP",
  sgd: "SGD",
  ...Object.fromEntries(
    "bam rsd etb kes ugx rwf ghs egp pkr lkr bdt uah kzt qar omr isk hkd twd bgn mkd azn xof xaf tzs ngn sbd fjd pgk xcd jmd ttd"
      .split(" ")
      .map((code) => [code, code.toUpperCase()]),
  ),
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
  mark: "DEM",
  "german mark": "DEM",
  krona: "SEK",
  kronor: "SEK",
  "swedish kronor": "SEK",
  "norwegian krone": "NOK",
  "norwegian kroner": "NOK",
  "danish krone": "DKK",
  "danish kroner": "DKK",
  "taiwan dollar": "TWD",
  "new zealand dollar": "NZD",
  "singapore dollar": "SGD",
  "french franc": "FRF",
  "cfa franc": "XOF",
  "saudi riyal": "SAR",
  baht: "THB",
  ringgit: "MYR",
  guilder: "NLG",
  "dutch guilder": "NLG",
  peseta: "ESP",
  schilling: "ATS",
  "czech koruna": "CZK",
  zloty: "PLN",
};
/** Moneys of one state that share their name with others', by the adjective before it; and those with a name of their own. */
const NATIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "dollar: australian AUD, bahamian BSD, barbadian BBD, barbados BBD, belize BZD, brunei BND, canadian CAD, eastern caribbean XCD, fiji FJD, fijian FJD, guyana GYD, guyanese GYD, hong kong HKD, jamaican JMD, jamaica JMD, liberian LRD, namibian NAD, namibia NAD, new zealand NZD, singapore SGD, solomon islands SBD, surinamese SRD, taiwan TWD, tuvaluan AUD, zimbabwe ZWL, zimbabwean ZWL",
    "peso: argentine ARS, chilean CLP, colombian COP, cuban CUP, dominican DOP, mexican MXN, philippine PHP, uruguayan UYU",
    "dinar: algerian DZD, bahraini BHD, iraqi IQD, jordanian JOD, kuwaiti KWD, libyan LYD, serbian RSD, tunisian TND",
    "rial: iranian IRR, omani OMR, yemeni YER, qatari QAR",
    "riyal: saudi SAR, qatari QAR, omani OMR",
    "dirham: emirati AED, uae AED, moroccan MAD",
    "pound: british GBP, egyptian EGP, lebanese LBP, south sudanese SSP, sudanese SDG, syrian SYP",
    "lira: turkish TRY",
    "shilling: kenyan KES, kenya KES, somali SOS, tanzanian TZS, ugandan UGX, uganda UGX",
    "rupee: indian INR, mauritian MUR, nepalese NPR, nepali NPR, pakistani PKR, seychellois SCR, sri lankan LKR",
    "franc: burundian BIF, comorian KMF, congolese CDF, djiboutian DJF, guinean GNF, rwandan RWF, swiss CHF, cfa XOF",
    "leu: moldovan MDL, romanian RON",
    "rouble: belarusian BYN, russian RUB",
    "ruble: belarusian BYN, russian RUB",
    "som: kyrgyz KGS, uzbek UZS",
    "krona: icelandic ISK, swedish SEK",
    "kroner: danish DKK, denmark DKK, copenhagen DKK, norwegian NOK, norway NOK, oslo NOK",
    "krone: danish DKK, norwegian NOK",
    "manat: azerbaijani AZN, turkmen TMT",
  ].flatMap((line) => {
    const [unit, list] = line.split(": ") as [string, string];
    return list.split(", ").map((entry) => [`${entry.slice(0, -4)} ${unit}`, entry.slice(-3)] as const);
  }),
);
const OWN_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  "naira NGN,cedi GHS,birr ETB,kwanza AOA,metical MZN,meticais MZN,kwacha ZMW,pula BWP,tenge KZT,somoni TJS,lari GEL,dram AMD,hryvnia UAH,forint HUF,kina PGK,vatu VUV,tala WST,dong VND,kip LAK,kyat MMK,riel KHR,taka BDT,rupiah IDR,quetzal GTQ,boliviano BOB,guarani PYG,bolivar VES,tugrik MNT,shekel ILS,ariary MGA,ouguiya MRU,dalasi GMD,leone SLE,lempira HNL,colón CRC,balboa PAB,gourde HTG,ngultrum BTN,rufiyaa MVR,afghani AFN,lek ALL,denar MKD"
    .split(",")
    .map((entry) => [entry.slice(0, -4), entry.slice(-3)] as const),
);
/** Most sentences hold no sum: they have neither a digit nor the word of a large number. */
const QUICK = /\d|hundred|thousand|[mb]illion/i;
const NUMBER = String.raw`${DECIMAL_COMMA}|\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const UNIT = String.raw`thousand|million|billion|trillion|bn|mn|mln|tn|[kmb](?![\p{L}\d])`;
const CODES =
  "usd|eur|gbp|jpy|krw|cny|rmb|chf|dkk|nok|sek|inr|rub|brl|cad|aud|nzd|zar|aed|sar|kwd|pln|czk|huf|php|thb|vnd|idr|myr|mxn|clp|sgd|bam|rsd|etb|kes|ugx|rwf|ghs|egp|pkr|lkr|bdt|uah|kzt|qar|omr|isk|hkd|twd|bgn|mkd|azn|xof|xaf|tzs|ngn|sbd|fjd|pgk|xcd|jmd|ttd";
const BY_SYMBOL = new RegExp(
  String.raw`(?<![\p{L}\d])(us\$|u\$s|u\$|nz\$|nt\$|hk\$|c\$|a\$|r\$|s\$|\$|€|£|¥|₩|₹|(?:${CODES}))\s?(${NUMBER})(?:[\s-]?(${UNIT}))?`,
  "giu",
);
const CURRENCIES = [
  `(?:${Object.keys(NATIONAL).join("|")})s?`,
  `(?:${Object.keys(OWN_NAMES).join("|")})s?`,
  String.raw`u\.?s\.? dollars?`,
  "(?:american|canadian|australian|taiwan|new zealand|singapore) dollars?",
  "dollars?|euros?|pounds sterling|pounds?|yen|won|yuan|renminbi|roubles?|rubles?|rupees?|(?:swiss |french |cfa )?francs?|mexican pesos?",
  "reais|rand|kron(?:e|er)|(?:swedish )?kron(?:a|or)|shillings?|(?:deutsche? ?|german )?marks?|(?:saudi )?riyals?|dirhams?|baht|ringgit|lira|(?:dutch )?guilders?|pesetas?|schillings?|escudos?|(?:czech )?korunas?|zlotys?",
  CODES,
].join("|");
const BY_NAME = new RegExp(
  String.raw`(?<![\p{L}\d$€£.,])(${NUMBER_PATTERN}|(?:${NUMBER})(?:[\s-]?(?:${UNIT}))?)\s(?:of\s)?(${CURRENCIES})(?![\p{L}])`,
  "giu",
);
/** What every sum has: most sentences with a number have a year and none of these. */
const SIGN = new RegExp(String.raw`[$€£¥₩₹]|(?:${CODES})\s?\d`, "iu");
const CURRENCY = new RegExp(String.raw`\s(?:${CURRENCIES})(?!\p{L})`, "iu");

/**
 * Sums of money in a stretch of text.
 *
 * @example findAmounts("a loan of US$ 402.1 million", { start: 0, end: 27 })[0] // amount 402100000, currency USD
 */
export function findAmounts(text: string, span: Span): Amount[] {
  const part = text.slice(span.start, span.end);
  if (!QUICK.test(part)) return [];
  const found: Amount[] = [];
  for (const m of SIGN.test(part) ? findMatches(BY_SYMBOL, part) : [])
    push(m, `${m[2]!} ${m[3] ?? ""}`, SYMBOLS[m[1]!.trim().toLowerCase()] ?? null);
  for (const m of CURRENCY.test(part) ? findMatches(BY_NAME, part) : []) {
    const name = m[2]!.toLowerCase().replace(/u\.?s\.? /, "");
    const one = name.replace(/s$/, "");
    push(
      m,
      m[1]!,
      SYMBOLS[name] ??
        NATIONAL[name] ??
        NATIONAL[one] ??
        OWN_NAMES[name] ??
        OWN_NAMES[one] ??
        NAMES[name] ??
        NAMES[one] ??
        ofNationNamed(one, part),
    );
  }
  for (const m of found.length > 0 ? findMatches(BARE, part) : []) {
    const at = span.start + m.index;
    // "from $5 million to 7 million", "1.8 billion and 2 billion dollars": the currency is said once
    const same = found.find((a) => joins(text.slice(a.end, at)) || joins(text.slice(at + m[0].length, a.start)));
    const amount = same ? readNumber(m[0]) : null;
    if (same && amount !== null && !found.some((a) => a.start < at + m[0].length && a.end > at))
      found.push({ start: at, end: at + m[0].length, text: m[0], amount, currency: same.currency });
  }
  return found.sort((a, b) => a.start - b.start).filter((a, i, all) => i === 0 || a.start >= all[i - 1]!.end);

  function push(m: RegExpExecArray, number: string, currency: string | null): void {
    const amount = currency ? readNumber(number) : null;
    if (!currency || amount === null) return;
    const start = span.start + m.index;
    // "2022 marks thirty years since": a year, and what it does
    if (YEAR_MARKS.test(m[0]) && MARKED.test(text.slice(start + m[0].length, start + m[0].length + 24))) return;
    found.push({ start, end: start + m[0].length, text: m[0], amount, currency });
  }
}

const YEAR_MARKS = /^(?:19|20)\d\d marks$/;
const MARKED = /^ (?:the|an?|its|their|our|this|\d+(?:th|st|nd|rd)?|\p{L}+ (?:years|decades|months))\b/u;

/** "Norway gave 20 million kroner": a money that several states have is that of the one which the words name, where they name one. */
function ofNationNamed(unit: string, part: string): string | null {
  const named = Object.entries(NATIONAL).filter(
    ([name]) => name.endsWith(` ${unit}`) && new RegExp(String.raw`(?<!\p{L})${name.slice(0, -unit.length - 1)}(?!\p{L})`, "iu").test(part),
  );
  const codes = new Set(named.map(([, code]) => code));
  return codes.size === 1 ? [...codes][0]! : /^kroner?$/.test(unit) ? "NOK" : null;
}

/** A large number that counts nothing: no noun follows it. */
const BARE = new RegExp(
  String.raw`(?<![\p{L}\d$€£.,-])(?:${NUMBER})[\s-]?(?:thousand|million|billion|trillion|bn|mn)(?=\s*(?:$|[,.;:)]|(?:in|to|and|from|for|by|a|of that|or|while|last|this|during|between|after)\s))`,
  "giu",
);

/** What may stand between two sums of which only one names the currency. */
function joins(between: string): boolean {
  return (
    /^(?:\s*(?:,|\(?(?:in|by|for) (?:the year )?(?:\p{Lu}\p{L}+ )?\d{4}\)?|to|and|or|from|up|down|a year|later|respectively)\s*)+$/iu.test(
      between,
    ) ||
    // "20 million dollars, Canada 5 million"
    /^[^.;:()]{0,40},\s*(?:and\s+)?(?:\p{Lu}[\p{L}.]*\s+|the\s+|of\s+){1,4}$/u.test(between) ||
    (/^\s*$/.test(between) === false && /^[^.;:]{0,24}\b(?:to|and|from|with)\s+(?:\p{Lu}\p{L}+\s+)?$/iu.test(between))
  );
}
