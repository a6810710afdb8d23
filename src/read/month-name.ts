const NAMES = [
  "january jan enero janeiro janvier januar gennaio",
  "february feb febrero fevereiro février fevrier februar febbraio",
  "march mar marzo março marco mars märz maerz",
  "april apr abril avril aprile",
  "may mayo maio mai maggio",
  "june jun junio junho juin juni giugno",
  "july jul julio julho juillet juli luglio",
  "august aug agosto août aout",
  "september sept sep septiembre setiembre setembro septembre settembre",
  "october oct octubre outubro octobre oktober ottobre",
  "november nov noviembre novembro novembre",
  "december dec diciembre dezembro décembre decembre dezember dicembre",
];
const NUMBERS = new Map(NAMES.flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)));

/** A pattern for month names (English, Spanish, Portuguese, French, German, Italian) for rules that look for dates; use with the flags `iu`. */
export const MONTH_NAME = `(?:${[...NUMBERS.keys()].sort((a, b) => b.length - a.length).join("|")})\\.?`;

const MONTH_FIRST = new RegExp(`(?<!\\p{L})(${MONTH_NAME}) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, "iu");
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of| de)? (${MONTH_NAME})(?!\\p{L})`, "iu");

/** The month (1 to 12) and day that words give without a year ("March 3", "24 de septiembre"), or null. */
export function readDayAndMonth(text: string): { readonly month: number; readonly day: number } | null {
  const monthFirst = MONTH_FIRST.exec(text);
  const dayFirst = monthFirst ? null : DAY_FIRST.exec(text);
  const name = monthFirst?.[1] ?? dayFirst?.[2];
  const day = Number(monthFirst?.[2] ?? dayFirst?.[1]);
  const month = name ? NUMBERS.get(name.toLowerCase().replace(/\.$/, "")) : undefined;
  return month && day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate() ? { month, day } : null;
}
