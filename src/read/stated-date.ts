const MONTHS: readonly (readonly [number, string])[] = [
  [1, "jan january janvier enero ene janeiro gennaio januar"],
  [2, "feb february février fevrier fév febrero fevereiro fev febbraio februar"],
  [3, "mar march mars marzo março marco märz"],
  [4, "apr april avril avr abril abr aprile"],
  [5, "may mai mayo maio maggio"],
  [6, "jun june juin junio junho giugno juni"],
  [7, "jul july juillet juil julio julho luglio juli"],
  [8, "aug august août aout agosto ago"],
  [9, "sep sept september septembre septiembre setiembre setembro set settembre"],
  [10, "oct october octobre octubre outubro out ottobre oktober okt"],
  [11, "nov november novembre noviembre novembro"],
  [12, "dec december décembre decembre déc diciembre dic dezembro dez dicembre dezember"],
];
const MONTH_OF = new Map(MONTHS.flatMap(([number, names]) => names.split(" ").map((name) => [name, number] as const)));

/**
 * The day, month or year that a metadata field states, as EDTF level 0 ("2023-05-09", "2023-05", "2023"); null when it states none.
 *
 * Reads ISO 8601, RFC 822 (feeds, mail), compact digits, Korean and Japanese dates, and month names of English, Spanish,
 * Portuguese, French, Italian and German. Of a time with a zone the written calendar day is kept: it is the day that the
 * publisher shows. Digits whose order is unclear (03/04/2023) give the year only, unless one of them is above 12.
 */
export function readStatedDate(text: string): string | null {
  const s = text.slice(0, 200).trim();
  let m = /(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d])/.exec(s);
  if (m) return dateOf(m[1], m[2], m[3]);
  m = /(?<!\d)(\d{4})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{1,2}))?(?!\d)/.exec(s);
  if (m) return dateOf(m[1], m[2], m[3]);
  m = /(\d{4})\s*[년年]\s*(?:(\d{1,2})\s*[월月]\s*(?:(\d{1,2})\s*[일日])?)?/.exec(s);
  if (m) return dateOf(m[1], m[2], m[3]);
  // the letters of months: with those of all scripts V8 would take a third of a second to compile the first of these
  m = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?\s*(?:de\s+|of\s+|-)?([a-zà-ÿ]{3,10})\.?,?\s*(?:de\s+|del\s+|-)?(\d{4})(?!\d)/i.exec(s);
  if (m && MONTH_OF.has(m[2]!.toLowerCase())) return dateOf(m[3], MONTH_OF.get(m[2]!.toLowerCase()), m[1]);
  m = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+day\s+of\s+([a-zà-ÿ]{3,10})\.?,?\s+(\d{4})(?!\d)/i.exec(s);
  if (m && MONTH_OF.has(m[2]!.toLowerCase())) return dateOf(m[3], MONTH_OF.get(m[2]!.toLowerCase()), m[1]);
  m = /(?<!\d)(\d{4}),?\s+([a-zà-ÿ]{3,10})\.?\s+(\d{1,2})(?!\d)(?!,?\s*\d{4})/i.exec(s);
  if (m && MONTH_OF.has(m[2]!.toLowerCase())) return dateOf(m[1], MONTH_OF.get(m[2]!.toLowerCase()), m[3]);
  m = /([a-zà-ÿ]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)/i.exec(s);
  if (m && MONTH_OF.has(m[1]!.toLowerCase())) return dateOf(m[3], MONTH_OF.get(m[1]!.toLowerCase()), m[2]);
  m = /([a-zà-ÿ]{3,10})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/i.exec(s);
  if (m && MONTH_OF.has(m[1]!.toLowerCase())) return dateOf(m[2], MONTH_OF.get(m[1]!.toLowerCase()), undefined);
  m = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(s);
  if (m)
    return Number(m[1]) > 12 || s.includes(".") ? dateOf(m[3], m[2], m[1]) : Number(m[2]) > 12 ? dateOf(m[3], m[1], m[2]) : dateOf(m[3]);
  m = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(s);
  if (m) return dateOf(m[1], m[2], m[3]);
  m = /^(\d{10})(\d{3})?$/.exec(s);
  if (m) return new Date(Number(m[1]) * 1000).toISOString().slice(0, 10);
  m = /^(1[5-9]\d\d|20\d\d)$/.exec(s);
  return m ? dateOf(m[1]) : null;
}

/** The day in an address such as /2023/05/09/ or /2023-05-09-; a month alone is too coarse a sign of the day but is kept. */
export function dateInAddress(address: string): string | null {
  const m = /[/_-]((?:19|20)\d\d)[/_-](\d{1,2})(?:[/_-](\d{1,2}))?(?=[/_.-]|$)/.exec(address);
  return m ? dateOf(m[1], m[2], m[3]) : null;
}

/** Checks the numbers; a date that the calendar does not have is none. A month 0 or day 0 (unset fields) counts as not given. */
function dateOf(year: string | undefined, month?: string | number, day?: string | number): string | null {
  const y = Number(year);
  if (!(y >= 1000 && y <= 2999)) return null;
  const m = Number(month ?? 0);
  const d = Number(day ?? 0);
  if (m === 0) return d === 0 ? String(y) : null;
  if (m > 12) return null;
  const prefix = `${y}-${String(m).padStart(2, "0")}`;
  if (d === 0) return prefix;
  return d <= new Date(Date.UTC(y, m, 0)).getUTCDate() ? `${prefix}-${String(d).padStart(2, "0")}` : null;
}
