/** The words that say time in English. Another language is another table of this form. */
export interface DateLexicon {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  /** EDTF season codes, 21 to 24. */
  readonly seasons: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  /** Words by which a sentence may say a time without a digit. A sentence with none of them, no month, no weekday and no digit says none. */
  readonly triggers: ReadonlySet<string>;
  /** Month and season names that are also other words and so need a sign that a time is meant. */
  readonly ambiguousMonths: ReadonlySet<string>;
}

export type Unit = "day" | "week" | "month" | "year" | "decade" | "century" | "quarter" | "semester";

export function numbered(lists: readonly string[], first = 1): Map<string, number> {
  const map = new Map<string, number>();
  lists.forEach((names, i) => {
    for (const name of names.split(" ")) if (name) map.set(name, first + i);
  });
  return map;
}

export const ENGLISH: DateLexicon = {
  months: numbered([
    "january jan enero janvier janeiro",
    "february feb febr febrero février fevereiro",
    "march mar marzo março",
    "april apr abril avril",
    "may mayo maio",
    "june jun junio juin junho",
    "july jul julio juillet julho",
    "august aug agosto août",
    "september sept sep septiembre setiembre septembre setembro",
    "october oct octubre octobre outubro",
    "november nov noviembre novembre novembro",
    "december dec diciembre décembre dezembro",
  ]),
  weekdays: numbered([
    "monday mon",
    "tuesday tue tues",
    "wednesday wed weds",
    "thursday thu thur thurs",
    "friday fri",
    "saturday sat",
    "sunday sun",
  ]),
  seasons: numbered(["spring springtime", "summer summertime", "autumn fall", "winter wintertime"], 21),
  numbers: new Map([
    ...numbered(["one a an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]),
    ...numbered(["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"], 14),
    ["thirty", 30],
    ["forty", 40],
    ["fifty", 50],
    ["sixty", 60],
    ["seventy", 70],
    ["eighty", 80],
    ["ninety", 90],
    ["hundred", 100],
  ]),
  ordinals: new Map([
    ...numbered(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]),
    ...numbered(["thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"], 13),
    ["twenty-first", 21],
    ["final", -1],
    ["last", -1],
  ]),
  units: new Map<string, Unit>([
    ["day", "day"],
    ["days", "day"],
    ["week", "week"],
    ["weeks", "week"],
    ["month", "month"],
    ["months", "month"],
    ["quarter", "quarter"],
    ["semester", "semester"],
    ["year", "year"],
    ["years", "year"],
    ["decade", "decade"],
    ["decades", "decade"],
    ["century", "century"],
    ["centuries", "century"],
  ]),
  triggers: new Set(
    (
      "yesterday today tomorrow tonight morning afternoon evening night day days week weeks weekend month months year years decade decades century " +
      "centuries quarter spring summer autumn fall winter ago same afterwards afterward thereafter term presidency mandate tenure administration " +
      "office twenties thirties forties fifties sixties seventies eighties nineties semester half premiership chancellorship that occasion this"
    ).split(" "),
  ),
  ambiguousMonths: new Set(["may", "march", "mar", "april", "august", "june", "jan", "sep", "dec", "jun", "julio", "abril"]),
};

/** Named decades without a century: the eighties. */
export const NAMED_DECADES = new Map([
  ["twenties", 1920],
  ["thirties", 1930],
  ["forties", 1940],
  ["fifties", 1950],
  ["sixties", 1960],
  ["seventies", 1970],
  ["eighties", 1980],
  ["nineties", 1990],
]);
