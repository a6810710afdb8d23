const ONES: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  half: 0.5,
};
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const SHORT: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, b: 1e9, tn: 1e12 };

const one = Object.keys(ONES).filter((w) => w.length > 2);
const scale = Object.keys(SCALES);

/** "3,1 billion": a comma before one or two digits and a scale is a point. */
export const DECIMAL_COMMA = String.raw`\d{1,3},\d\d?(?=[\s-]?(?:million|billion|trillion|bn|mn|mln|tn)(?!\p{L}))`;
/** A number in digits ("1,300", "4.3 million", "12 000") or in words ("forty-five", "two hundred thousand", "half a million"), as the source of a pattern. */
export const NUMBER_PATTERN = String.raw`(?:${DECIMAL_COMMA}|\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[\s-](?:thousand|million|billion|trillion))?|(?:half an? |an? )(?:${scale.join("|")})|(?:${one.join("|")})(?:[\s-](?:and )?(?:${[...one, ...scale].join("|")}))*`;

/** The value of a number as NUMBER_PATTERN finds it; null where it is none. */
export function readNumber(words: string): number | null {
  const text = words.trim().toLowerCase();
  const digits = /^(\d[\d,\u00a0 .]*)(?:[\s-]?(\p{L}+))?$/u.exec(text);
  if (digits) {
    const written = digits[2] && /^\d{1,3},\d\d?$/.test(digits[1]!.trim()) ? digits[1]!.replace(",", ".") : digits[1]!;
    const value = Number(written.replace(/[,\s\u00a0]/g, ""));
    const unit = digits[2] ? (SCALES[digits[2]] ?? SHORT[digits[2]]) : 1;
    return Number.isNaN(value) || unit === undefined ? null : round(value * unit);
  }
  let sum = 0;
  let part = 0;
  let seen = false;
  for (const word of text.split(/[\s-]+/)) {
    if (word === "and") continue;
    if (word in SCALES) {
      part = (part || 1) * SCALES[word]!;
      if (SCALES[word]! >= 1000) {
        sum += part;
        part = 0;
      }
    } else if (word in ONES) {
      // "half a million": the article counts nothing more
      if (!(word.length <= 2 && part > 0)) part += ONES[word]!;
    } else return null;
    seen = true;
  }
  return seen ? round(sum + part) : null;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
