import { daysInMonth } from "./calendar.ts";
import { cannotBeYear, isBareMonth, isCountOrChange, isFunctionWord, isWeekday, isYear } from "./guards.ts";
import { ENGLISH, NAMED_DECADES } from "./lexicon.ts";
import { readNumericDate } from "./numeric.ts";
import { centuryOf, dayOf, decadeOf, edtfOf, isDay, monthOf, monthsOf, type Point, seasonOf, type When, yearOf } from "./point.ts";
import type { Words } from "./words.ts";

export type NumericOrder = "day-month" | "month-day" | undefined;

/** A calendar date at i, in any order of its parts. `trusted` says that the words before call for a time, so a lone year needs no other sign. */
export function readAbsolute(w: Words, i: number, trusted: boolean, order: NumericOrder): Point | null {
  const x = w.at(i);
  if (x.kind === "number" || x.kind === "ordinal") {
    return (
      readNumericDate(w, i, order) ?? readDayFirst(w, i) ?? readYearFirst(w, i, trusted) ?? readCentury(w, i) ?? readPart(w, i, trusted)
    );
  }
  if (x.kind === "decade") return readDecade(w, i, i);
  if (x.text === "'") return w.at(i + 1).kind === "decade" ? readDecade(w, i + 1, i) : null;
  if (x.kind === "other") return null;
  if (x.kind !== "word") return null;
  return (
    readWeekdayDate(w, i, trusted, order) ??
    readMonthFirst(w, i, trusted) ??
    readArticled(w, i, trusted, order) ??
    readSeason(w, i) ??
    readPart(w, i, trusted) ??
    readFiscal(w, i) ??
    readCentury(w, i)
  );
}

function stated(from: number, to: number, when: When, why: string): Point {
  return { from, to, when, approximate: false, basis: "stated", anchor: null, why };
}

/** The year after a month or day at i ("1962", ", 1962", "of 1962", "de 1962", "'62", "-62" in 01-Feb-62), and the index after it. */
function yearAfter(w: Words, i: number): { year: number; to: number } | null {
  const j = fullYearAfter(w, i);
  if (j >= 0) return { year: w.fourDigits(j), to: j + 1 };
  const k = w.is(i, "of", ",") ? i + 1 : i;
  const joined = w.isDash(k) && w.isDash(k - 2) && !w.at(k).spaced && !w.at(k - 1).spaced;
  const two = w.at(k + 1);
  if ((!joined && !w.is(k, "'")) || two.spaced || two.kind !== "number" || two.end - two.start !== 2) return null;
  // By custom the century that makes it a year of the lifetime of those who write so.
  return { year: two.value + (two.value < 40 ? 2000 : 1900), to: k + 2 };
}

function fullYearAfter(w: Words, i: number): number {
  let j = i;
  if (w.is(j, ",", ".") && w.fourDigits(j + 1)) j++;
  else if (w.is(j, "of", "de", "in", "del") && w.fourDigits(j + 1)) j++;
  else if (w.follows(j, "of", "the", "year")) j += 3;
  else if (w.is(j, "-", "/") && !w.at(j).spaced && w.fourDigits(j + 1) && !w.at(j + 1).spaced) j++;
  if (!w.fourDigits(j)) return -1;
  if (cannotBeYear(w, j) && !w.is(j - 1, "-", "/", ".", ",")) return -1;
  if (w.isDash(j + 1) && !w.at(j + 1).spaced && w.at(j + 2).kind === "other") return -1;
  return j;
}

/** 5 October 1962, 5th of Oct., 12-Mar-1999, 5 de octubre de 1962, 12 to 15 February 1990, 5, 7 and 9 May 2010. */
function readDayFirst(w: Words, i: number): Point | null {
  const days = [w.day(i)];
  if (!days[0] || w.is(i - 1, "$", "#", "€", "£")) return null;
  let j = w.afterSuffix(i + 1);
  let range = false;
  while (days.length < 5) {
    if ((w.isDash(j) || w.is(j, "to", "until", "till", "through")) && w.day(j + 1) && !range && days.length === 1) range = true;
    else if (!(w.is(j, ",", "and", "&", "or") && w.day(j + 1) && !range)) break;
    const k = w.is(j, ",") && w.is(j + 1, "and") ? j + 2 : j + 1;
    days.push(w.day(k));
    j = k + 1;
  }
  if (w.is(j, "of", "de") && w.month(j + 1)) j++;
  else if (w.is(j, "-", "/", ".") && !w.at(j).spaced && w.month(j + 1)) j++;
  else if (w.follows(j, "day", "of")) j += 2;
  const month = w.month(j);
  if (!month) return null;
  if (days.length === 1 && w.at(j).text === "may" && !w.at(j).capital) return null;
  j = w.afterStop(j + 1);
  const stop = j;
  const at = yearAfter(w, j);
  const year = at?.year ?? null;
  if (days.some((d) => !isDay(year, month, d))) return null;
  // "5 May" counts as a date only when it is not "15 March battalions": a capital month is sign enough.
  const to = at ? at.to : w.at(stop - 1).text === "." && w.ends(stop) && stop >= w.all.length ? stop - 1 : stop;
  return several(i, to, days, (d) => dayOf(year, month, d), range, "day-month");
}

/** October 5, 1962; Oct. 5th; June 14-16, 2010; May 5 and 7; October 1962; March. 2011; October. */
function readMonthFirst(w: Words, i: number, trusted: boolean): Point | null {
  let month = w.month(i);
  if (!month) {
    // "in march 2011": a lower-case month only with its year after it and a preposition before it.
    month = ENGLISH.months.get(w.word(i)) ?? 0;
    if (
      !month ||
      w.at(i).end - w.at(i).start < 3 ||
      !w.fourDigits(i + 1) ||
      !/^(?:in|of|since|until|by|from|to|and|early|late)$/.test(w.word(i - 1))
    )
      return null;
  }
  let j = w.afterStop(i + 1);
  if (w.at(j).spaced === false && w.at(j).kind === "word" && w.is(j, "'s")) return null;
  const dayAt = w.is(j, "the") && w.at(j + 1).kind === "ordinal" ? j + 1 : w.isDash(j) && !w.at(j).spaced && w.fourDigits(j + 1) ? -1 : j;
  if (dayAt >= 0 && w.day(dayAt) && !startsAnotherNumber(w, dayAt)) {
    const days = [w.day(dayAt)];
    j = w.afterSuffix(dayAt + 1);
    let range = false;
    while (days.length < 5) {
      const k = w.is(j, ",") && w.is(j + 1, "and") ? j + 2 : j + 1;
      if (!w.day(k) || startsAnotherNumber(w, k) || w.month(k + 1) || (w.is(k + 1, "of") && w.month(k + 2))) break;
      if ((w.isDash(j) || w.is(j, "to", "through", "until")) && !range && days.length === 1) range = true;
      else if (!(w.is(j, "and", "&", "or") || (w.is(j, ",") && (k > j + 1 || w.is(k + 1, "and", ",")))) || range) break;
      days.push(w.day(k));
      j = k + 1;
    }
    const at = yearAfter(w, j);
    const year = at?.year ?? null;
    if (
      month === 9 &&
      days[0] === 11 &&
      !at &&
      (/^(?:attack|terror|hijack|commission|panel|plot|ringleader|victim|memorial)/.test(w.word(j)) || w.is(i - 2, "attacks"))
    )
      return null;
    if (days.every((d) => isDay(year, month, d))) return several(i, at ? at.to : j, days, (d) => dayOf(year, month, d), range, "month-day");
  }
  j = w.afterStop(i + 1);
  const at = yearAfter(w, j);
  if (at) return stated(i, at.to, monthOf(at.year, month), "month-year");
  const ambiguous = ENGLISH.ambiguousMonths.has(w.word(i));
  if (!trusted && !isBareMonth(w, i, ambiguous)) return null;
  if (
    trusted &&
    ambiguous &&
    !isBareMonth(w, i, ambiguous) &&
    !w.isDash(i - 1) &&
    !w.is(i - 1, "and", "to", "or", "/", ",", "until", "till")
  )
    return null;
  return stated(i, w.at(j - 1).text === "." && w.ends(j) ? i + 1 : j, monthOf(null, month), "month");
}

/** "May 5 000 people": digits that go on. "May 12 percent", "on May 12:30 was the hour"; but "May 12: …" leads an entry. */
function startsAnotherNumber(w: Words, i: number): boolean {
  const next = w.at(i + 1);
  const behind = w.at(i + 2);
  if (!next.spaced && (next.text === "%" || (next.text === ":" && !behind.spaced && behind.kind === "number"))) return true;
  if (next.text === "." && !next.spaced && !w.at(i + 2).spaced && w.at(i + 2).kind === "number") return true;
  return /^(?:percent|per|million|billion|years|months|days|countries|km)$/.test(next.text);
}

function several(
  from: number,
  to: number,
  days: readonly number[],
  make: (day: number) => When,
  range: boolean,
  why: string,
): Point | null {
  if (range) {
    if (days[1]! <= days[0]!) return null;
    return { ...stated(from, to, make(days[0]!), `${why}-range`), until: make(days[1]!) };
  }
  const [first, ...rest] = days.map((d) => stated(from, to, make(d), why));
  return rest.length ? { ...first!, also: rest } : first!;
}

/** 1962; 1962 October 5; 1998/99 and 1986–89 (years of one span). */
function readYearFirst(w: Words, i: number, trusted: boolean): Point | null {
  const year = w.fourDigits(i);
  if (!year) return null;
  const month = w.month(i + 1);
  if (month && w.day(i + 2) && !w.fourDigits(i + 3) && !w.is(i + 3, ",") && isDay(year, month, w.day(i + 2)) && !cannotBeYear(w, i))
    return stated(i, i + 3, dayOf(year, month, w.day(i + 2)), "year-month-day");
  // "2013 June. Georgia joins": alone before what it leads
  if (month && w.at(i + 1).capital && i === 0 && w.is(i + 2, ".", ":", "–", "—") && !cannotBeYear(w, i))
    return stated(i, i + 2, monthOf(year, month), "year-month");
  const mark = w.at(i + 1);
  const short = w.at(i + 2);
  if (
    (mark.text === "-" || mark.text === "/") &&
    !mark.spaced &&
    !short.spaced &&
    short.kind === "number" &&
    short.end - short.start === 2
  ) {
    const spelled = readShortRange(w, i, year, short.value, trusted);
    if (spelled) return spelled;
    if (mark.text === "/") return null;
  }
  if (trusted ? cannotBeYear(w, i) || isCountOrChange(w, i) || (year < 1400 && !w.ends(i + 1)) : !isYear(w, i)) return null;
  return stated(i, i + 1, yearOf(year), "year");
}

/** 1986–89, 1998/99, 2003-08. With a hyphen, what may also be a month (2011-08) is a month where the years would run backwards. */
function readShortRange(w: Words, i: number, year: number, short: number, trusted: boolean): Point | null {
  const after = w.at(i + 3);
  if (year < 1500 || (!after.spaced && (after.kind === "number" || after.text === "-" || after.text === "/") && after.text !== ""))
    return null;
  if (/^(?:word)$/.test(w.at(i - 1).kind) && !trusted && cannotBeYear(w, i)) return null;
  if (cannotBeYear(w, i)) return null;
  const century = year - (year % 100);
  const dash = w.text.charCodeAt(w.at(i + 1).start);
  const hyphen = dash === 0x2d;
  if (short > year % 100) return { ...stated(i, i + 3, yearOf(year), "years"), until: yearOf(century + short) };
  if (hyphen && short >= 1 && short <= 12) return stated(i, i + 3, monthOf(year, short), "iso-month");
  if (year % 100 >= 90 && short <= 30) return { ...stated(i, i + 3, yearOf(year), "years"), until: yearOf(century + 100 + short) };
  return null;
}

/** the 1970s, the '90s, the 90s. */
function readDecade(w: Words, i: number, from: number): Point | null {
  const x = w.at(i);
  const digits = /^\d+/.exec(x.text)![0].length;
  if (x.value % 10 !== 0 || w.is(i - 1, "$", "€", "£")) return null;
  // "in his late 60s" is an age.
  if (digits === 2 && [i - 1, i - 2, i - 3].some((j) => w.is(j, "his", "her", "their", "our", "my", "your"))) return null;
  if (digits === 4) {
    if (x.value < 1000 || x.value > 2190) return null;
    // "the 1900s" may be a century or a decade: nothing surer than the century.
    return stated(from, i + 1, x.value % 100 === 0 && x.value < 2000 ? centuryOf(x.value) : decadeOf(x.value), "decade");
  }
  if (digits !== 2 || x.value < 20) return null;
  // "the 1950s-60s", not "Su-30s"
  const goesOn = w.isDash(i - 1) && /\d/.test(w.word(i - 2));
  if (from === i && w.word(i - 1) !== "the" && !/^(?:early|mid|late)$/.test(w.word(i - 1)) && !goesOn && w.word(i - 1) !== "and")
    return null;
  return stated(from, i + 1, decadeOf(1900 + x.value), "decade");
}

const EDGES = new Set(["beginning", "start", "end", "close", "middle", "outset", "onset", "latter"]);

/** Points that begin with an article or a word that adds nothing: "the 5th of October", "early 1995", "the end of May", "the mid-1980s", "the nineties". */
function readArticled(w: Words, i: number, trusted: boolean, order: NumericOrder): Point | null {
  const j = w.is(i, "the") ? i + 1 : i;
  const articled = j > i;
  const first = w.word(j);
  const partial = readPartOfPeriod(w, i, j, order);
  if (partial) return partial;
  if (articled && (w.at(j).kind === "ordinal" || ENGLISH.ordinals.has(first))) {
    const ordinal = w.at(j).kind === "ordinal" ? w.at(j).value : ENGLISH.ordinals.get(first)!;
    let k = j + 1;
    if (w.word(k) === "day") k++;
    // "the 7th to the 14th of December"
    if (
      w.at(j).kind === "ordinal" &&
      (w.is(k, "to", "until", "till") || w.isDash(k)) &&
      w.is(k + 1, "the") &&
      w.at(k + 2).kind === "ordinal"
    ) {
      const last = readArticled(w, k + 1, trusted, order);
      if (last?.when.unit === "day" && !last.until && last.when.day! > ordinal && isDay(last.when.year, last.when.month!, ordinal))
        return { ...last, from: i, when: { ...last.when, day: ordinal }, until: last.when, why: "day-month-range" };
    }
    const month = w.is(k, "of") ? w.month(k + 1) : w.at(j).kind === "ordinal" ? w.month(k) : 0;
    if (month && ordinal >= 1 && ordinal <= 31) {
      const after = w.afterStop(w.is(k, "of") ? k + 2 : k + 1);
      const at = yearAfter(w, after);
      const year = at?.year ?? null;
      if (isDay(year, month, ordinal)) return stated(i, at ? at.to : after, dayOf(year, month, ordinal), "day-month");
    }
    return readPart(w, i, trusted) ?? readCentury(w, i);
  }
  if (first === "early" || first === "mid" || first === "late" || first === "later" || first === "very" || first === "middle") {
    let k = j + 1;
    if (w.word(k) === "part" && w.is(k + 1, "of")) k += 2;
    while (w.isDash(k) || w.is(k, "to", "mid", "late", "early", ",", "or", "and")) k++;
    if (w.is(k, "the") || w.is(k, "of")) k++;
    const inner = readAbsolute(w, k, true, order);
    if (inner && (inner.why !== "day-month" || first !== "later")) return first === "later" ? null : { ...inner, from: i };
    return null;
  }
  if (EDGES.has(first) && (w.is(j + 1, "of") || (!articled && (w.isDash(j + 1) || w.fourDigits(j + 1) > 0)))) {
    let k = j + 2;
    if (!w.is(j + 1, "of") && !w.isDash(j + 1)) k = j + 1;
    const owned = w.is(k, "the");
    if (owned) k++;
    const inner = readAbsolute(w, k, true, order);
    // "the start of the 2014 games" is not the start of 2014.
    if (owned && inner?.when.unit === "year" && w.at(inner.to).kind === "word" && !isFunctionWord(w.word(inner.to))) return null;
    return inner && inner.when.unit !== "day" ? { ...inner, from: i } : null;
  }
  if (first === "year" && articled && w.fourDigits(j + 1) && !cannotBeYear(w, j + 1))
    return stated(i, j + 2, yearOf(w.fourDigits(j + 1)), "year");
  if ((first === "calendar" || first === "academic" || first === "budget") && w.is(j + 1, "year") && w.fourDigits(j + 2)) {
    const inner = readYearFirst(w, j + 2, true);
    return inner && { ...inner, from: i };
  }
  if (!articled) return null;
  if (w.at(j).kind === "decade") return readDecade(w, j, i);
  if (w.is(j, "'") && w.at(j + 1).kind === "decade") return readDecade(w, j + 1, i);
  const named = NAMED_DECADES.get(first);
  if (named) return stated(i, j + 1, decadeOf(named), "decade");
  return null;
}

/** "the last days of 1991", "the second week of May 2011": no more than the period they are of; "the last day of May 2011" is that day. */
function readPartOfPeriod(w: Words, i: number, j: number, order: NumericOrder): Point | null {
  const which = w.at(j);
  const known =
    which.kind === "ordinal" || ENGLISH.ordinals.has(w.word(j)) || w.is(j, "closing", "opening", "early", "initial", "dying", "waning");
  if (!known || !w.is(j + 1, "day", "days", "week", "weeks", "month", "months", "years") || !w.is(j + 2, "of")) return null;
  const inner = readAbsolute(w, w.is(j + 3, "the") ? j + 4 : j + 3, true, order);
  if (!inner || inner.until || inner.also || !/^(?:month|year|decade|century|season)$/.test(inner.when.unit)) return null;
  const { unit, year, month } = inner.when;
  const last = which.text === "last" || which.text === "final";
  if (!w.is(j + 1, "day") || (!last && which.text !== "first") || (unit !== "month" && unit !== "year")) return { ...inner, from: i };
  const edge = month ?? (last ? 12 : 1);
  return { ...inner, from: i, when: dayOf(year, edge, last ? daysInMonth(year ?? 2001, edge) : 1) };
}

/** Tuesday, 5 March 2013; Tuesday (March 5). */
function readWeekdayDate(w: Words, i: number, trusted: boolean, order: NumericOrder): Point | null {
  if (!w.weekday(i)) return null;
  let j = w.afterStop(i + 1);
  if (w.is(j, "morning", "afternoon", "evening", "night")) j++;
  const bracket = w.is(j, "(");
  if (bracket || w.is(j, ",")) j++;
  if (w.is(j, "the")) j++;
  if (w.month(j) === 0 && w.at(j).kind !== "number" && w.at(j).kind !== "ordinal") return null;
  const inner = w.month(j) ? readMonthFirst(w, j, trusted) : (readNumericDate(w, j, order) ?? readDayFirst(w, j));
  if (inner?.when.unit !== "day") return null;
  if (bracket && !w.is(inner.to, ")")) return null;
  return { ...inner, from: i, to: bracket ? inner.to + 1 : inner.to, why: `weekday-${inner.why}` };
}

/** spring 1994, the autumn of 1978, the winter of 1998–99, in the summer (whose year the context gives). */
function readSeason(w: Words, i: number): Point | null {
  const articled = w.is(i, "the");
  let j = articled ? i + 1 : i;
  if (w.is(j, "early", "late", "mid")) j += w.isDash(j + 1) ? 2 : 1;
  const code = ENGLISH.seasons.get(w.word(j));
  if (!code) return null;
  let k = j + 1;
  if (w.is(k, "of", ",") && w.fourDigits(k + 1)) k++;
  if (w.fourDigits(k) && !cannotBeYear(w, k)) {
    const years = readYearFirst(w, k, true);
    if (years) return stated(i, years.to, seasonOf(w.fourDigits(k), code), "season");
  }
  if (!articled || w.word(j) === "fall" || !/^(?:in|during|by|since|until)$/.test(w.word(i - 1))) return null;
  return w.ends(j + 1) || w.is(j + 1, "and", "the") ? stated(i, j + 1, seasonOf(null, code), "season") : null;
}

/** The third quarter of 2012, Q3 2012, 2012's first half, H1 2016, the first half of the 19th century, the first decade of the 21st century. */
function readPart(w: Words, i: number, _trusted: boolean): Point | null {
  if ((w.is(i, "q") || w.is(i, "h")) && w.at(i + 1).kind === "number" && !w.at(i + 1).spaced) {
    const n = w.at(i + 1).value;
    const year = w.fourDigits(w.is(i + 2, "of", ",", "/", "-") ? i + 3 : i + 2);
    if (!year || n < 1 || n > (w.is(i, "q") ? 4 : 2)) return null;
    return stated(i, w.is(i + 2, "of", ",", "/", "-") ? i + 4 : i + 3, part(year, w.is(i, "q") ? 4 : 2, n), "part");
  }
  let j = w.is(i, "the") ? i + 1 : i;
  const ordinal = w.at(j).kind === "ordinal" ? w.at(j).value : w.is(j, "latter") ? -1 : ENGLISH.ordinals.get(w.word(j));
  if (!ordinal) return null;
  j++;
  if (w.isDash(j)) j++;
  const noun = w.word(j);
  const parts = noun === "quarter" ? 4 : noun === "half" || noun === "semester" ? 2 : noun === "trimester" ? 3 : noun === "decade" ? 10 : 0;
  if (!parts || ordinal > parts) return null;
  j++;
  if (w.is(j, "of", "in")) j++;
  const n = ordinal < 0 ? parts : ordinal;
  const inner = readAbsolute(w, j, true, undefined);
  if (!inner || inner.until || inner.also) return null;
  const { unit, year } = inner.when;
  if (unit === "year" && parts <= 4) return stated(i, inner.to, part(year!, parts, n), "part");
  if (unit === "century" && parts === 10) return stated(i, inner.to, decadeOf(year! + (n - 1) * 10), "part");
  if (unit === "century") return stated(i, inner.to, edtfOf(`${year! + ((n - 1) * 100) / parts}/${year! + (n * 100) / parts - 1}`), "part");
  if (unit === "decade" && parts === 2) return stated(i, inner.to, edtfOf(`${year! + (n - 1) * 5}/${year! + n * 5 - 1}`), "part");
  return unit === "month" || unit === "season" ? { ...inner, from: i } : null;
}

function part(year: number, parts: number, n: number): When {
  const months = 12 / parts;
  return monthsOf(year, (n - 1) * months + 1, months);
}

/** FY2019, FY 2018/19, fiscal year 2012: when it begins is not said, so a single one is approximate. */
function readFiscal(w: Words, i: number): Point | null {
  let j = i;
  if (w.is(j, "fy")) j++;
  else if (w.is(j, "fiscal", "financial")) j += w.is(j + 1, "year", "years") ? 2 : 1;
  else return null;
  if (!w.fourDigits(j)) return null;
  const inner = readYearFirst(w, j, true);
  if (!inner) return null;
  return { ...inner, from: i, approximate: !inner.until, why: "fiscal" };
}

/** the 19th century, the nineteenth century, 19th-century; the 19th and 20th centuries. */
function readCentury(w: Words, i: number): Point | null {
  const at = w.is(i, "the") ? i + 1 : i;
  const ordinalAt = (k: number): { value: number; next: number } | null => {
    if (w.at(k).kind === "ordinal") return { value: w.at(k).value, next: k + 1 };
    if (w.is(k, "twenty") && w.isDash(k + 1) && w.is(k + 2, "first")) return { value: 21, next: k + 3 };
    const value = ENGLISH.ordinals.get(w.word(k));
    return value && value > 0 ? { value, next: k + 1 } : null;
  };
  const first = ordinalAt(at);
  if (!first || first.value > 22) return null;
  const spelled = w.at(at).kind === "word" && first.value < 10;
  let j = first.next;
  if (w.isDash(j) && !w.at(j).spaced && w.is(j + 1, "century")) j++;
  if (w.is(j, "century") && (w.isBeforeChrist(j + 1) || (spelled && !w.ends(j + 1)))) return null;
  if (w.is(j, "century")) return stated(i, j + 1, centuryOf((first.value - 1) * 100), "century");
  if (w.isDash(j) || w.is(j, "and", "to", "or")) {
    const second = ordinalAt(j + (w.is(j + 1, "the") ? 2 : 1));
    if (second && second.value > first.value && second.value <= 22 && w.is(second.next, "centuries", "century"))
      return { ...stated(i, second.next + 1, centuryOf((first.value - 1) * 100), "century"), until: centuryOf((second.value - 1) * 100) };
  }
  return null;
}

/** A weekday's name alone; which one is for the context to say. */
export function readWeekday(w: Words, i: number): number {
  return w.weekday(i) && isWeekday(w, i) ? w.weekday(i) : 0;
}
