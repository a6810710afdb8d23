import { readWeekday } from "./absolute.ts";
import { pad, shiftDays, weekdayOf } from "./calendar.ts";
import { readCounted, readPastSpan } from "./counted.ts";
import {
  afterPartOfDay,
  documentDay,
  documentUnit,
  PARTS_OF_DAY,
  readDayWord,
  readThisLastNext,
  readWeekend,
  relative,
} from "./document-time.ts";
import { partsOf, shiftEdtf, withTilde } from "./edtf.ts";
import { isFunctionWord } from "./guards.ts";
import { ENGLISH } from "./lexicon.ts";
import { dayOf, edtfOf, isDay, monthOf, monthsOf, type Point, seasonOf } from "./point.ts";
import { dayInMonthOf, resolveWeekday, weekOf } from "./resolve.ts";
import { type Anchor, anchorOf, coarsen, type Scene, unitOf } from "./scene.ts";
import { readSameEvent, readTerm } from "./settings.ts";
import { directionAt } from "./tense.ts";
import { storyTold } from "./told-before.ts";

type ReadAbsolute = (i: number) => Point | null;

/** Words at i that need the document's date or another date of the text. */
export function readRelative(scene: Scene, i: number, absolute: ReadAbsolute): Point | null {
  return (
    readDayWord(scene, i) ??
    readEdgeOf(scene, i) ??
    readPartOfYear(scene, i) ??
    readCounted(scene.words, i, scene, absolute) ??
    readPastSpan(scene.words, i, scene) ??
    readThisLastNext(scene, i) ??
    readWeekend(scene, i) ??
    readSame(scene, i) ??
    readFollowing(scene, i) ??
    readBeforeAfter(scene, i) ??
    readWeekdayAlone(scene, i) ??
    readDayAlone(scene, i) ??
    readTerm(scene, i) ??
    readSameEvent(scene, i)
  );
}

/** The year words like "this year", "of last year", "the following year", "that year", "the same year" name at i. */
export function readYearWords(scene: Scene, i: number): { year: number; to: number; anchor: number | null } | null {
  const w = scene.words;
  let j = w.is(i, "of", "in", ",") ? i + 1 : i;
  if (w.is(j, "the") && w.is(j + 1, "same", "following", "next", "previous", "preceding", "current", "present", "last", "year")) j++;
  const anchored = (by: number, to: number): { year: number; to: number; anchor: number | null } | null => {
    const anchor = anchorOf(scene);
    const year = anchor && coarsen(anchor.edtf, "year");
    return year ? { year: Number(year) + by, to, anchor: anchor.offset } : null;
  };
  const said = (by: number, to: number): { year: number; to: number; anchor: number | null } | null =>
    scene.document ? { year: scene.document.year + by, to, anchor: null } : null;
  const word = w.word(j);
  if (word === "that" && w.is(j + 1, "same") && w.is(j + 2, "year")) return anchored(0, j + 3);
  if (word === "year" && w.is(j - 1, "the")) return w.ends(j + 1) ? (scene.document ? said(0, j + 1) : anchored(0, j + 1)) : null;
  if (!w.is(j + 1, "year")) return null;
  if (word === "this" || word === "current" || word === "present") return said(0, j + 2);
  if (word === "last") return said(-1, j + 2);
  if (word === "next") return w.is(j - 1, "the") ? anchored(1, j + 2) : said(1, j + 2);
  if (word === "same" || word === "that") return anchored(0, j + 2);
  if (word === "following") return anchored(1, j + 2);
  if (word === "previous" || word === "preceding") return anchored(-1, j + 2);
  return null;
}

/** "the beginning of the year", "the end of that month", "early this year", "later that year", "earlier in the week". */
function readEdgeOf(scene: Scene, i: number): Point | null {
  const w = scene.words;
  let j = w.is(i, "the") ? i + 1 : i;
  const edge = w.word(j);
  const adverb =
    edge === "early" ||
    edge === "late" ||
    edge === "later" ||
    edge === "earlier" ||
    edge === "mid" ||
    edge === "shortly" ||
    edge === "sometime";
  if (adverb && j === i) {
    j++;
    while (w.is(j, "on", ",", "in", "-")) j++;
    const later = edge === "later" || edge === "earlier";
    if (w.is(j, "the") && w.unit(j + 1) && (w.ends(j + 2) || isFunctionWord(w.word(j + 2)) || (later && w.at(j + 2).capital)))
      return periodOf(scene, i, j + 1, edge);
    const inner = readThisLastNext(scene, j) ?? readSame(scene, j) ?? readFollowing(scene, j);
    return inner && inner.why !== "same-event" ? { ...inner, from: i } : null;
  }
  if (!/^(?:beginning|start|outset|onset|end|close|middle)$/.test(edge)) return null;
  if (w.isDash(j + 1) || !w.is(j + 1, "of")) return null;
  j += 2;
  if (w.is(j, "the") && w.unit(j + 1)) return periodOf(scene, i, j + 1, edge);
  const inner = readThisLastNext(scene, j) ?? readSame(scene, j) ?? readFollowing(scene, j);
  if (!inner) return null;
  // The beginning of a year that is named by the document's own is its first month; other edges add nothing.
  if (/^(?:beginning|start|outset)$/.test(edge) && w.is(j, "this", "last", "next") && w.is(j + 1, "year") && inner.when.edtf)
    return { ...inner, from: i, when: edtfOf(`${inner.when.edtf}-01`) };
  return { ...inner, from: i };
}

/** "the first quarter of this year", "the second half of last year", "the summer of that year". */
function readPartOfYear(scene: Scene, i: number): Point | null {
  const w = scene.words;
  let j = w.is(i, "the") ? i + 1 : i;
  const season = ENGLISH.seasons.get(w.word(j));
  if (season && w.is(j + 1, "of", "this", "last", "next")) {
    const found = readYearWords(scene, j + 1);
    return found && relative(i, found.to, seasonOf(found.year, season), found.anchor, "part-of-year");
  }
  const ordinal = ENGLISH.ordinals.get(w.word(j));
  const parts = w.is(j + 1, "quarter") ? 4 : w.is(j + 1, "half", "semester") ? 2 : 0;
  if (!ordinal || !parts || ordinal > parts) return null;
  j += 2;
  const found = readYearWords(scene, j);
  if (!found) return null;
  const months = 12 / parts;
  const n = ordinal < 0 ? parts : ordinal;
  return relative(i, found.to, monthsOf(found.year, (n - 1) * months + 1, months), found.anchor, "part-of-year");
}

function periodOf(scene: Scene, from: number, unitAt: number, edge: string): Point | null {
  const w = scene.words;
  const unit = w.unit(unitAt)!;
  if (unit === "century" || unit === "decade" || unit === "day") return null;
  // In a text that has just named a time of the past, "the year" is that one; in news it is the document's.
  // "X, which joined in 1945, will send a minister before the end of the year": what is to come counts from the document
  const isToCome = scene.document !== null && (scene.context.direction ?? directionAt(w, from)) === "future";
  const near = isToCome ? undefined : (scene.said.at(-1) ?? storyTold(scene, from));
  const anchor: Anchor | null = scene.document && !near ? null : anchorOf(scene);
  let edtf: string | null;
  if (anchor) edtf = unit === "week" || unit === "quarter" || unit === "semester" ? null : coarsen(anchor.edtf, unit);
  else {
    const when = documentUnit(scene, unit, 0);
    edtf = when === null ? null : typeof when === "string" ? when : `${pad(when.year!, 4)}-${pad(when.month!, 2)}`;
  }
  if (edtf === null) return null;
  if (unit === "year" && /^(?:beginning|start|outset)$/.test(edge)) edtf = `${edtf}-01`;
  return relative(from, unitAt + 1, edtf, anchor?.offset ?? null, "edge-of-period");
}

/** the same year, that month, that same day, the same period. */
function readSame(scene: Scene, i: number): Point | null {
  const w = scene.words;
  let j = i;
  if (i > 0 && w.at(i).capital && w.at(i + 1).capital) return null;
  if (w.is(j, "the", "that", "this") && w.is(j + 1, "same", "very")) j += 2;
  else if (
    w.is(j, "that") &&
    (w.unit(j + 1) || ENGLISH.seasons.has(w.word(j + 1)) || w.month(j + 1) || PARTS_OF_DAY.has(w.word(j + 1)) || w.is(j + 1, "time"))
  )
    j++;
  else if (w.is(j, "same") && w.unit(j + 1) && j === 0) j++;
  else return null;
  const anchor = anchorOf(scene);
  if (!anchor) return null;
  const unit = w.unit(j);
  if (unit && !w.at(j).text.endsWith("s")) {
    if (unit === "century" || unit === "quarter" || unit === "semester") return null;
    if (w.is(j + 1, "when", "that") && !w.is(i + 1, "same")) return null;
    if (unit === "week") {
      const month = coarsen(anchor.edtf, "month");
      return relative(i, j + 1, weekAround(anchor.edtf, 0) ?? (month && withTilde(month)), anchor.offset, "same");
    }
    return relative(i, j + 1, unitOf(anchor, unit), anchor.offset, "same");
  }
  if (w.is(j, "years", "months", "days", "decades") && anchor.edtf.includes("/") && !anchor.edtf.includes(".."))
    return relative(i, j + 1, anchor.edtf, anchor.offset, "same");
  if (w.is(j, "time") && w.is(i - 1, "around", "about")) return relative(i, j + 1, withTilde(anchor.edtf), anchor.offset, "same-time");
  if (w.is(j, "period") && w.is(i + 1, "same")) {
    const marked = withTilde(anchor.edtf);
    return relative(i, j + 1, marked, anchor.offset, "same-period");
  }
  if (PARTS_OF_DAY.has(w.word(j))) return relative(i, j + 1, unitOf(anchor, "day"), anchor.offset, "same");
  const year = coarsen(anchor.edtf, "year");
  const season = ENGLISH.seasons.get(w.word(j));
  if (season && year) return relative(i, j + 1, seasonOf(Number(year), season), anchor.offset, "same");
  const month = w.month(j);
  if (month && year && !w.fourDigits(j + 1)) return relative(i, j + 1, monthOf(Number(year), month), anchor.offset, "same");
  return null;
}

/** the following year, the next day, the previous month, the following March, the following Tuesday. */
function readFollowing(scene: Scene, i: number): Point | null {
  const w = scene.words;
  if (!w.is(i, "the")) return null;
  const word = w.word(i + 1);
  const by = /^(?:following|next|subsequent|succeeding|ensuing)$/.test(word) ? 1 : /^(?:previous|preceding|prior)$/.test(word) ? -1 : 0;
  if (!by) return null;
  let j = i + 2;
  if (w.is(j, "calendar")) j++;
  const anchor = anchorOf(scene);
  const unit = w.unit(j);
  if (unit && !w.at(j).text.endsWith("s")) {
    if (unit === "century" || unit === "quarter" || unit === "semester") return null;
    if (unit !== "day" && w.is(i - 1, "over", "within", "for", "during", "throughout")) return null;
    if (word === "next" && unit === "decade") return null;
    if (!anchor)
      return scene.document && word !== "following" && unit !== "day"
        ? relative(i, j + 1, documentUnit(scene, unit, by), null, "document-period")
        : null;
    const month = unit === "day" ? aboutMonth(anchor.edtf) : null;
    if (month) return relative(i, j + 1, month, anchor.offset, "following");
    if (unit === "week") return relative(i, j + 1, weekAround(anchor.edtf, by), anchor.offset, "following");
    const base = coarsen(anchor.edtf, unit, by > 0 && unit !== "decade" ? "to" : "from");
    return relative(i, j + 1, base && shiftEdtf(base, by, unit), anchor.offset, "following");
  }
  if (PARTS_OF_DAY.has(w.word(j))) {
    const base = anchor && coarsen(anchor.edtf, "day");
    return relative(i, j + 1, base ? shiftEdtf(base, by, "day") : null, anchor?.offset ?? null, "following");
  }
  if (!anchor) return null;
  const { year, month, day } = partsOf(anchor.edtf);
  const named = w.month(j);
  if (named && year !== null && !w.fourDigits(j + 1)) {
    const known = month !== null ? (by > 0 ? (named > month ? year : year + 1) : named < month ? year : year - 1) : year + by;
    const at = w.day(j + 1);
    return relative(i, at ? j + 2 : j + 1, at ? dayOf(known, named, at) : monthOf(known, named), anchor.offset, "following");
  }
  const season = ENGLISH.seasons.get(w.word(j));
  if (season && year !== null) {
    const start = (season - 20) * 3;
    return relative(
      i,
      j + 1,
      seasonOf(month === null ? year + by : by > 0 ? (start > month ? year : year + 1) : start + 2 < month ? year : year - 1, season),
      anchor.offset,
      "following",
    );
  }
  const weekday = readWeekday(w, j);
  if (weekday && year !== null && month !== null && day !== null) {
    const there = { year, month, day };
    const shiftBy = (now: number): number => (by > 0 ? ((weekday - now + 6) % 7) + 1 : -((now - weekday + 6) % 7) - 1);
    const moved = shiftDays(there, shiftBy(weekdayOf(there)));
    return relative(i, j + 1, dayOf(moved.year, moved.month, moved.day), anchor.offset, "following");
  }
  return null;
}

/** the day before, the year after, the night before: when nothing follows that they belong to. */
function readBeforeAfter(scene: Scene, i: number): Point | null {
  const w = scene.words;
  if (!w.is(i, "the")) return null;
  const unit = w.is(i + 1, "night") ? "day" : w.unit(i + 1);
  if (unit === null || unit === "century" || unit === "quarter" || unit === "semester") return null;
  const by = w.is(i + 2, "before", "earlier", "prior") ? -1 : w.is(i + 2, "after", "later", "thereafter") ? 1 : 0;
  if (!by) return null;
  let to = i + 3;
  if (w.is(to, "that") && w.ends(to + 1)) to++;
  const next = w.word(to);
  if (!w.ends(to) && !(isFunctionWord(next) && !/^(?:the|a|an|its|his|her|their|that|this|these|it|he|she|they|when|to)$/.test(next)))
    return null;
  const anchor = anchorOf(scene);
  if (!anchor) return null;
  const month = unit === "day" ? aboutMonth(anchor.edtf) : null;
  if (month) return relative(i, to, month, anchor.offset, "day-before");
  if (unit === "week") return relative(i, to, weekAround(anchor.edtf, by), anchor.offset, "day-before");
  const base = coarsen(anchor.edtf, unit);
  return relative(i, to, base ? shiftEdtf(base, by, unit) : null, anchor.offset, "day-before");
}

/** The day before or after one of which only the month is known lies about in that month; null for other dates. */
function aboutMonth(edtf: string): string | null {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(edtf) ? `${edtf}~` : null;
}

/** The week of a date known to the day, moved by whole weeks; null otherwise. */
function weekAround(edtf: string, by: number): string | null {
  const { year, month, day } = partsOf(coarsen(edtf, "day") ?? "");
  return year !== null && month !== null && day !== null ? weekOf({ year, month, day }, by) : null;
}

function readWeekdayAlone(scene: Scene, i: number): Point | null {
  const w = scene.words;
  const weekday = readWeekday(w, i);
  if (!weekday) return null;
  let to = w.at(i).end - w.at(i).start <= 5 ? w.afterStop(i + 1) : i + 1;
  to = afterPartOfDay(scene, to);
  if (
    w.is(to, "of", "last", "this", "next") &&
    w.is(to + (w.is(to, "of") ? 1 : 0), "last", "this", "next") &&
    w.is(to + (w.is(to, "of") ? 2 : 1), "week")
  ) {
    const at = to + (w.is(to, "of") ? 1 : 0);
    const today = documentDay(scene);
    if (!today) return null;
    const monday = partsOf(weekOf(today, w.is(at, "last") ? -1 : w.is(at, "next") ? 1 : 0).slice(0, 10));
    const day = shiftDays({ year: monday.year!, month: monday.month!, day: monday.day! }, weekday - 1);
    return relative(i, at + 2, dayOf(day.year, day.month, day.day), null, "weekday-of-week");
  }
  return relative(i, to, resolveWeekday(scene, weekday, i, "near"), null, "weekday");
}

/** "on the 12th", a day of the month last spoken of. */
function readDayAlone(scene: Scene, i: number): Point | null {
  const w = scene.words;
  if (w.is(i, "the") && w.day(i + 1) && w.is(i + 2, "of") && w.is(i + 3, "last", "this", "next") && w.is(i + 4, "month")) {
    const month = documentUnit(scene, "month", w.is(i + 3, "last") ? -1 : w.is(i + 3, "next") ? 1 : 0);
    const day = w.day(i + 1);
    return month && typeof month !== "string" && isDay(month.year, month.month!, day)
      ? relative(i, i + 5, dayOf(month.year, month.month!, day), null, "day-of-month")
      : null;
  }
  if (!w.is(i, "the") || !w.is(i - 1, "on", "until", "by", "since") || w.at(i + 1).kind !== "ordinal" || w.day(i + 1) === 0) return null;
  let to = i + 2;
  if (w.is(to, "of") && w.is(to + 1, "the", "that", "this") && (w.is(to + 2, "month") || (w.is(to + 2, "same") && w.is(to + 3, "month")))) {
    const own = w.is(to + 1, "this") && !w.is(to + 2, "same");
    to += w.is(to + 2, "same") ? 4 : 3;
    if (own && scene.document?.month != null)
      return relative(i, to, dayOf(scene.document.year, scene.document.month, w.day(i + 1)), null, "day-of-month");
  } else if (!w.ends(to) && !isFunctionWord(w.word(to))) return null;
  const found = dayInMonthOf(scene, w.day(i + 1));
  return found && relative(i, to, found.edtf, found.anchor, "day-of-month");
}
