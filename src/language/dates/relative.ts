import { readWeekday } from "./absolute.ts";
import { formatDay, pad, shiftDays, shiftMonth } from "./calendar.ts";
import { readCounted, readPastSpan } from "./counted.ts";
import { partsOf, shiftEdtf } from "./edtf.ts";
import { isFunctionWord } from "./guards.ts";
import { ENGLISH, type Unit } from "./lexicon.ts";
import { dayOf, edtfOf, monthOf, type Point, seasonOf, type When } from "./point.ts";
import { dayInMonthOf, resolveWeekday, weekOf } from "./resolve.ts";
import { type Anchor, anchorOf, coarsen, type Scene } from "./scene.ts";
import { readSameEvent, readTerm } from "./settings.ts";

type ReadAbsolute = (i: number) => Point | null;

/** Words at i that need the document's date or another date of the text. */
export function readRelative(scene: Scene, i: number, absolute: ReadAbsolute): Point | null {
  return (
    readDayWord(scene, i) ??
    readEdgeOf(scene, i) ??
    readCounted(scene.words, i, scene, absolute) ??
    readPastSpan(scene.words, i, scene) ??
    readThisLastNext(scene, i) ??
    readSame(scene, i) ??
    readFollowing(scene, i) ??
    readBeforeAfter(scene, i) ??
    readWeekdayAlone(scene, i) ??
    readDayAlone(scene, i) ??
    readTerm(scene, i) ??
    readSameEvent(scene, i)
  );
}

function relative(from: number, to: number, when: When | string | null, anchor: number | null, why: string): Point | null {
  if (when === null) return null;
  return { from, to, when: typeof when === "string" ? edtfOf(when) : when, approximate: false, basis: "relative", anchor, why };
}

function documentDay(scene: Scene): { year: number; month: number; day: number } | null {
  const d = scene.document;
  return d && d.month !== null && d.day !== null ? { year: d.year, month: d.month, day: d.day } : null;
}

const PARTS_OF_DAY = new Set(["morning", "afternoon", "evening", "night"]);

/** yesterday, today, tomorrow, tonight, this morning, last night, the day before yesterday. */
function readDayWord(scene: Scene, i: number): Point | null {
  const w = scene.words;
  const today = documentDay(scene);
  if (!today) return null;
  const day = (by: number, to: number): Point | null => relative(i, to, formatDay(shiftDays(today, by)), null, "day-word");
  const after = (j: number): number => (PARTS_OF_DAY.has(w.word(j)) ? j + 1 : j);
  if (w.is(i, "early", "late", "earlier", "later") && w.is(i + 1, "yesterday", "today", "tomorrow", "tonight")) {
    const inner = readDayWord(scene, i + 1);
    return inner && { ...inner, from: i };
  }
  switch (w.word(i)) {
    case "yesterday":
      return day(-1, after(i + 1));
    case "tomorrow":
      return day(1, after(i + 1));
    case "tonight":
      return day(0, i + 1);
    case "today": {
      // "today's world", "to this day", "Today, the two cooperate": nowadays, not the day.
      if (w.is(i + 1, "'s") || w.is(i - 1, "of", "until", "till", "even", "still") || w.is(i + 1, "'")) return null;
      if (
        i === 0 &&
        !/(?:^|\W)(?:met|signed|arrived|held|announced|visited|said|opened|received|began|spoke|called|adopted|approved|issued|welcomed)\W/.test(
          w.text.slice(w.at(0).end, w.at(0).end + 90),
        )
      )
        return null;
      return day(0, i + 1);
    }
    case "this":
      return PARTS_OF_DAY.has(w.word(i + 1)) ? day(0, i + 2) : null;
    case "last":
      return w.is(i + 1, "night", "evening") ? day(-1, i + 2) : null;
    case "the":
      if (w.follows(i + 1, "day", "before", "yesterday")) return day(-2, i + 4);
      if (w.follows(i + 1, "day", "after", "tomorrow")) return day(2, i + 4);
      return null;
  }
  return null;
}

/** A period seen from the document's date: by -1 last, 0 this, 1 next. */
function documentUnit(scene: Scene, unit: Unit, by: number): When | string | null {
  const doc = scene.document;
  if (!doc) return null;
  switch (unit) {
    case "year":
      return pad(doc.year + by, 4);
    case "decade":
      return `${pad(Math.floor(doc.year / 10) + by, 3)}X`;
    case "century":
      return `${pad(Math.floor(doc.year / 100) + by, 2)}XX`;
    case "day": {
      const today = documentDay(scene);
      return today && formatDay(shiftDays(today, by));
    }
    case "week": {
      const today = documentDay(scene);
      return today && weekOf(today, by);
    }
    case "month": {
      if (doc.month === null) return null;
      const at = shiftMonth(doc.year, doc.month, by);
      return monthOf(at.year, at.month);
    }
    case "quarter":
    case "semester": {
      if (doc.month === null) return null;
      const size = unit === "quarter" ? 3 : 6;
      const at = shiftMonth(doc.year, Math.floor((doc.month - 1) / size) * size + 1, by * size);
      return `${pad(at.year, 4)}-${pad(at.month, 2)}/${pad(at.year, 4)}-${pad(at.month + size - 1, 2)}`;
    }
  }
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
    if (w.is(j, "the") && w.unit(j + 1) && (w.ends(j + 2) || isFunctionWord(w.word(j + 2)))) return periodOf(scene, i, j + 1, edge);
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

function periodOf(scene: Scene, from: number, unitAt: number, edge: string): Point | null {
  const w = scene.words;
  const unit = w.unit(unitAt)!;
  if (unit === "century" || unit === "decade") return null;
  // In a text that has just named a time of the past, "the year" is that one; in news it is the document's.
  const near = scene.said.at(-1);
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

/** last month, this year, next week, last Friday, next May, this spring, the current year, this past Monday. */
function readThisLastNext(scene: Scene, i: number): Point | null {
  const w = scene.words;
  let j = w.is(i, "the") && w.is(i + 1, "current", "present", "coming", "past") ? i + 1 : i;
  const word = w.word(j);
  const by =
    word === "this" || word === "current" || word === "present"
      ? 0
      : word === "last" || word === "past"
        ? -1
        : word === "next" || word === "coming"
          ? 1
          : null;
  if (by === null) return null;
  if (word === "past" && j === i) return null;
  if (j === i && (word === "current" || word === "present" || word === "coming")) return null;
  // "the last year" is the end of a row, not the year before the document's; "the past year" is a span.
  if (w.is(j - 1, "the", "its", "his", "her", "their", "s", "'s") && (word === "last" || word === "next" || word === "past")) return null;
  j++;
  if (word === "this" && w.is(j, "past", "coming")) j++;
  if (w.is(j, "calendar", "fiscal", "financial", "academic") && w.is(j + 1, "year")) j++;
  const unit = w.unit(j);
  if (unit && !w.at(j).text.endsWith("s")) {
    if (w.is(j, "day")) return null;
    const when = documentUnit(scene, unit, by);
    return relative(i, j + 1, when, null, "document-period");
  }
  if (w.is(j, "weekend")) {
    const today = documentDay(scene);
    if (!today) return null;
    const days = weekOf(today, by).split("/");
    const sunday = partsOf(days[1]!);
    const saturday = shiftDays({ year: sunday.year!, month: sunday.month!, day: sunday.day! }, -1);
    return relative(i, j + 1, `${formatDay(saturday)}/${days[1]}`, null, "document-period");
  }
  const weekday = readWeekday(w, j);
  if (weekday)
    return relative(
      i,
      afterPartOfDay(scene, j + 1),
      resolveWeekday(scene, weekday, j, by < 0 ? "last" : by > 0 ? "next" : "this"),
      null,
      "document-weekday",
    );
  const month = w.month(j);
  const doc = scene.document;
  if (month && w.at(j).end - w.at(j).start > 2 && !w.fourDigits(j + 1)) {
    const day = w.day(j + 1);
    const to = day ? j + 2 : w.afterStop(j + 1);
    if (doc?.month == null) return relative(i, to, day ? dayOf(null, month, day) : monthOf(null, month), null, "document-month");
    const year = by === 0 ? doc.year : by < 0 ? (month < doc.month ? doc.year : doc.year - 1) : month > doc.month ? doc.year : doc.year + 1;
    return relative(i, to, day ? dayOf(year, month, day) : monthOf(year, month), null, "document-month");
  }
  const season = ENGLISH.seasons.get(w.word(j));
  if (season && doc && !w.fourDigits(j + 1) && !w.is(j + 1, "of")) {
    if (doc.month === null) return null;
    const start = (season - 20) * 3;
    const year =
      by === 0
        ? doc.year
        : by < 0
          ? doc.month > Math.min(start + 2, 12)
            ? doc.year
            : doc.year - 1
          : doc.month < start
            ? doc.year
            : doc.year + 1;
    return relative(i, j + 1, seasonOf(year, season), null, "document-season");
  }
  return null;
}

function afterPartOfDay(scene: Scene, i: number): number {
  return PARTS_OF_DAY.has(scene.words.word(i)) ? i + 1 : i;
}

/** the same year, that month, that same day, the same period. */
function readSame(scene: Scene, i: number): Point | null {
  const w = scene.words;
  let j = i;
  if (w.is(j, "the", "that", "this") && w.is(j + 1, "same", "very")) j += 2;
  else if (w.is(j, "that") && (w.unit(j + 1) || ENGLISH.seasons.has(w.word(j + 1)) || w.month(j + 1) || PARTS_OF_DAY.has(w.word(j + 1))))
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
      const day = coarsen(anchor.edtf, "day");
      const parts = day ? partsOf(day) : null;
      const month = coarsen(anchor.edtf, "month");
      return relative(
        i,
        j + 1,
        parts?.day != null ? weekOf({ year: parts.year!, month: parts.month!, day: parts.day }, 0) : month && `${month}~`,
        anchor.offset,
        "same",
      );
    }
    return relative(i, j + 1, coarsen(anchor.edtf, unit), anchor.offset, "same");
  }
  if (w.is(j, "period") && w.is(i + 1, "same")) {
    const marked = anchor.edtf.includes("/") || anchor.edtf.includes("~") ? anchor.edtf : `${anchor.edtf}~`;
    return relative(i, j + 1, marked, anchor.offset, "same-period");
  }
  if (PARTS_OF_DAY.has(w.word(j))) return relative(i, j + 1, coarsen(anchor.edtf, "day"), anchor.offset, "same");
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
    if (!anchor)
      return scene.document && word !== "following" ? relative(i, j + 1, documentUnit(scene, unit, by), null, "document-period") : null;
    if (unit === "week") {
      const day = coarsen(anchor.edtf, "day");
      const parts = day ? partsOf(day) : null;
      return parts?.day != null
        ? relative(i, j + 1, weekOf({ year: parts.year!, month: parts.month!, day: parts.day }, by), anchor.offset, "following")
        : null;
    }
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
    const moved = shiftDays(there, shiftBy(((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1));
    return relative(i, j + 1, dayOf(moved.year, moved.month, moved.day), anchor.offset, "following");
  }
  return null;
}

/** the day before, the year after, the night before: when nothing follows that they belong to. */
function readBeforeAfter(scene: Scene, i: number): Point | null {
  const w = scene.words;
  if (!w.is(i, "the")) return null;
  const unit = w.is(i + 1, "night") ? "day" : w.unit(i + 1);
  if (unit !== "day" && unit !== "month" && unit !== "year" && unit !== "decade") return null;
  const by = w.is(i + 2, "before", "earlier", "prior") ? -1 : w.is(i + 2, "after", "later", "thereafter") ? 1 : 0;
  if (!by) return null;
  let to = i + 3;
  if (w.is(to, "that") && w.ends(to + 1)) to++;
  const next = w.word(to);
  if (!w.ends(to) && !(isFunctionWord(next) && !/^(?:the|a|an|its|his|her|their|that|this|these|it|he|she|they|when|to)$/.test(next)))
    return null;
  const anchor = anchorOf(scene);
  const base = anchor && coarsen(anchor.edtf, unit);
  return relative(i, to, base ? shiftEdtf(base, by, unit) : null, anchor?.offset ?? null, "day-before");
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
