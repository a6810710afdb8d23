const MONTHS = "January February March April May June July August September October November December".split(" ");

/** The month a word or number means, 1 to 12, or null. */
function monthOf(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) : null;
  const prefix = word.slice(0, 3).toLowerCase();
  const at = MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === prefix);
  return word.length >= 3 && at >= 0 && MONTHS[at]!.toLowerCase().startsWith(word.toLowerCase().replace(/\.$/, "").slice(0, 4))
    ? at + 1
    : null;
}

/**
 * A date as a page shows it, from a template's year, month and day ("1962", "10", "5"), or from one whole date ("1962-10-05").
 * Month first unless `dayFirst`. What cannot be read as a date is given back as it stands.
 */
export function showDate(values: readonly string[], dayFirst: boolean): string {
  const given = values.map((value) => value.trim());
  while (given.length && given.at(-1) === "") given.pop();
  if (given.length === 0) return "";
  const [first, second, third] = given;
  const iso = /^(-?\d{3,4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(first!);
  if (iso) return join(iso[1]!, monthOf(iso[2]!), iso[3] ? Number(iso[3]) : null, dayFirst);
  if (second === undefined || second === "") return first!;
  const month = monthOf(second);
  if (month === null || !/^(?:\d{1,4})?$/.test(first!)) return given.filter(Boolean).join(" ");
  const day = third !== undefined && /^\d{1,2}$/.test(third) && Number(third) >= 1 && Number(third) <= 31 ? Number(third) : null;
  return join(first!, month, day, dayFirst);
}

function join(year: string, month: number | null, day: number | null, dayFirst: boolean): string {
  if (month === null) return year;
  const name = MONTHS[month - 1]!;
  if (day === null) return `${name} ${year}`.trim();
  if (!year) return dayFirst ? `${day} ${name}` : `${name} ${day}`;
  return dayFirst ? `${day} ${name} ${year}` : `${name} ${day}, ${year}`;
}
