import { MONTH_NAME } from "./month-name.ts";

/** The mark that opens a list item. */
export interface ListMarker {
  /** As shown: "•", "1.", "(a)". */
  readonly marker: string;
  /** Characters up to the item's text. */
  readonly size: number;
  readonly kind: "bullet" | "dash" | "number" | "letter" | "roman";
  /** The item's place in its list, from 1; 0 for bullets. */
  readonly number: number;
}

const BULLET = /^([•·▪▫◦‣●○■□◆◇►▶➢➤✓✔∙⁃§]|\*)(?:\s+|(?=\p{Lu}))/u;
const DASH = /^([-–—+])\s+(?=\S)/;
const NUMBER = /^(\(?(\d{1,3})[.)]|\[(\d{1,3})\])\s+(?=\S)/;
const LETTER = /^(\(([a-z])\)|([a-z])[.)])\s+(?=\S)/;
const ROMAN = /^(\(([ivx]{1,5})\)|([ivx]{1,5})[.)])\s+(?=\S)/;
const ROMANS = [
  "i",
  "ii",
  "iii",
  "iv",
  "v",
  "vi",
  "vii",
  "viii",
  "ix",
  "x",
  "xi",
  "xii",
  "xiii",
  "xiv",
  "xv",
  "xvi",
  "xvii",
  "xviii",
  "xix",
  "xx",
];

export function readListMarker(text: string): ListMarker | null {
  const head = text.slice(0, 40);
  const bullet = BULLET.exec(head);
  if (bullet) return { marker: bullet[1]!, size: bullet[0].length, kind: "bullet", number: 0 };
  const dash = DASH.exec(head);
  if (dash) return { marker: dash[1]!, size: dash[0].length, kind: "dash", number: 0 };
  const number = NUMBER.exec(head);
  if (number) return { marker: number[1]!, size: number[0].length, kind: "number", number: Number(number[2] ?? number[3]) };
  const roman = ROMAN.exec(head);
  const romanNumber = roman ? ROMANS.indexOf(roman[2] ?? roman[3]!) + 1 : 0;
  if (roman && romanNumber > 0) return { marker: roman[1]!, size: roman[0].length, kind: "roman", number: romanNumber };
  const letter = LETTER.exec(head);
  if (letter) return { marker: letter[1]!, size: letter[0].length, kind: "letter", number: (letter[2] ?? letter[3])!.charCodeAt(0) - 96 };
  return null;
}

const YEAR = "(?:1[5-9]\\d\\d|20\\d\\d)s?";
const DAY = "\\d{1,2}(?:st|nd|rd|th|er)?\\.?";
const DATED = new RegExp(
  `^(?:${YEAR}(?:\\s?[–/-]\\s?(?:${YEAR}|\\d\\d|present|today))?|\\d{4}-\\d\\d(?:-\\d\\d)?|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|(?:${DAY} )?(?:de )?${MONTH_NAME}(?: de|,)? ${YEAR}|${MONTH_NAME} ${DAY},? ${YEAR}|${YEAR},? ${MONTH_NAME}(?: ${DAY})?|(?:early|late|mid)[ -]${YEAR})(?:\\s*(?:[–—:]|-(?=\\s))\\s*|\\t+|\\s{2,})(?=\\S)`,
  "iu",
);

const UNDER_YEAR = new RegExp(
  `^(?:${MONTH_NAME} ${DAY}|${DAY} (?:de )?${MONTH_NAME}|${MONTH_NAME})(?:\\s?[–/-]\\s?(?:${MONTH_NAME} )?\\d{1,2})?\\s*(?:[–—:]|-(?=\\s))\\s*(?=\\S)`,
  "iu",
);

/** An entry of a chronology: a date, a dash or colon, what happened. */
export function opensWithDate(text: string): boolean {
  const head = text.slice(0, 60);
  return DATED.test(head) || UNDER_YEAR.test(head);
}

/** A line that is a year, or years from and to, and nothing else: the head of a part of a chronology. */
export function isLoneYear(text: string): boolean {
  return /^(?:1[5-9]\d\d|20\d\d)s?(?:\s?[–-]\s?(?:1[5-9]\d\d|20\d\d))?:?$/.test(text);
}
