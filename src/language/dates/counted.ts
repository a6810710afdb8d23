import { edtfBounds, shiftEdtf, withoutMarks, withTilde } from "./edtf.ts";
import { isFunctionWord } from "./guards.ts";
import { lexDates } from "./lexer.ts";
import { ENGLISH, type Unit } from "./lexicon.ts";
import { edtfOf, type Point, writeEdtf } from "./point.ts";
import { anchorOf, coarsen, type Scene } from "./scene.ts";
import { toldOf } from "./told-before.ts";
import { Words } from "./words.ts";

/** An amount of time: "seven months", "more than 60 years", "a few days", "half a century". */
export interface Amount {
  readonly to: number;
  readonly unit: Unit;
  /** Null for "a few", "several". */
  readonly count: number | null;
  readonly vague: boolean;
  readonly more: boolean;
  readonly less: boolean;
}

const ABOUT = new Set([
  "about",
  "around",
  "some",
  "roughly",
  "approximately",
  "almost",
  "nearly",
  "over",
  "exactly",
  "just",
  "only",
  "barely",
  "well",
  "fully",
  "precisely",
  "under",
]);

/** Reads an amount of time at i, with the words that blur it. */
export function readAmount(w: Words, i: number): Amount | null {
  let j = i;
  let more = false;
  let less = false;
  let vague = false;
  for (let guard = 0; guard < 4; guard++) {
    if (w.is(j, "more", "less", "fewer") && w.is(j + 1, "than")) {
      if (w.word(j) === "more") more = true;
      else less = true;
      j += 2;
    } else if (w.is(j, "at") && w.is(j + 1, "least", "most")) j += 2;
    else if (ABOUT.has(w.word(j))) {
      if (w.is(j, "over", "well")) more = true;
      else if (w.is(j, "almost", "nearly", "under", "barely")) less = true;
      if (!w.is(j, "exactly", "just", "only", "fully", "precisely")) vague = true;
      j++;
    } else break;
  }
  let count: number | null;
  const word = w.word(j);
  if (word === "half") {
    let k = j + 1;
    if (w.is(k, "a", "an")) k++;
    else if (w.isDash(k)) k++;
    const unit = w.unit(k);
    if (unit === "century") return { to: k + 1, unit: "year", count: 50, vague: true, more, less };
    if (unit === "decade") return { to: k + 1, unit: "year", count: 5, vague: true, more, less };
    if (unit === "year") return { to: k + 1, unit: "month", count: 6, vague: true, more, less };
    return null;
  }
  if (word === "several" || word === "few" || word === "many" || word === "some" || word === "various" || word === "couple") {
    count = null;
    j++;
  } else if (word === "a" && w.is(j + 1, "few", "couple", "dozen", "good", "full", "mere", "little")) {
    if (w.is(j + 1, "full", "mere", "good", "little")) {
      count = 1;
      j += 2;
    } else {
      count = w.is(j + 1, "couple") ? 2 : w.is(j + 1, "dozen") ? 12 : null;
      j += w.is(j + 2, "of") ? 3 : 2;
    }
  } else if (w.at(j).kind === "number" && w.at(j).value > 0 && w.at(j).value < 1000) {
    count = w.at(j).value;
    j++;
  } else {
    const value = ENGLISH.numbers.get(word);
    if (value === undefined) return null;
    count = value;
    j++;
    if (value >= 20 && value < 100 && w.isDash(j) && (ENGLISH.numbers.get(w.word(j + 1)) ?? 10) < 10) {
      count += ENGLISH.numbers.get(w.word(j + 1))!;
      j += 2;
    } else if (w.is(j, "hundred")) {
      count *= 100;
      j++;
    }
  }
  if (w.follows(j, "and", "a", "half")) j += 3;
  if (w.is(j, "full", "more", "calendar", "long", "short")) j++;
  if (w.isDash(j)) return null;
  const unit = w.unit(j);
  if (!unit || unit === "quarter" || unit === "semester") return null;
  return { to: j + 1, unit, count, vague: vague || more || less || count === null, more, less };
}

/**
 * The EDTF date that lies an amount of time after (`sign` 1) or before (-1) another: `countFrom("2014-05", "two years", -1)`
 * is "2012-05~". Null where the words tell no amount, or more than an amount.
 */
export function countFrom(edtf: string, words: string, sign: 1 | -1): string | null {
  const w = new Words(lexDates(words, { start: 0, end: words.length }), words);
  const amount = readAmount(w, 0);
  return amount && w.ends(amount.to) ? shifted(edtf, amount, sign) : null;
}

const SHIFT_UNIT = { day: "day", week: "week", month: "month", year: "year", decade: "decade", century: "century" } as const;

/** "two years ago", "seven months later", "a year earlier", "two days after", "three years after 1998". */
export function readCounted(w: Words, i: number, scene: Scene, readAfter: (i: number) => Point | null): Point | null {
  const elapsed = readElapsed(w, i, scene);
  if (elapsed) return elapsed;
  const amount = readAmount(w, i);
  if (!amount) return null;
  const next = w.word(amount.to);
  // "14 million dollars a year from 2019": a rate, and since when
  if (next === "from" && i > 0 && w.is(i, "a", "an", "each") && /(?:[^s]s|million|billion|percent|%)$/.test(w.word(i - 1))) return null;
  if (next === "ago" || (next === "back" && w.ends(amount.to + 1))) {
    const edtf = scene.document && ago(scene.document.edtf, amount);
    return edtf ? point(i, amount.to + 1, edtf, null, "ago") : null;
  }
  let to = amount.to + 1;
  let sign = 0;
  if (next === "later" || next === "afterwards" || next === "afterward" || next === "thereafter" || next === "hence") sign = 1;
  else if (next === "earlier" || next === "previously" || next === "beforehand") sign = -1;
  else if (next === "on" && w.ends(to)) sign = 1;
  else if (next === "prior" && !w.is(to, "to")) sign = -1;
  else if (next === "after" || next === "before" || next === "following" || next === "from" || (next === "prior" && w.is(to, "to"))) {
    sign = next === "before" || next === "prior" ? -1 : 1;
    if (next === "prior") to++;
    const target = readAfter(to);
    if (target && target.when.unit !== "edtf") {
      const start = writeEdtf(target.when);
      const edtf = shifted(start, amount, sign);
      // "for three years from May 2014": how long it lasts, and from when
      if (next === "from" && isTerm(w, i) && amount.count !== null && !amount.vague) {
        const isYears = amount.unit === "year" && start.length > 4;
        const end = isYears ? shiftEdtf(start, amount.count * 12, "month") : edtf && withoutMarks(edtf);
        if (end) return point(i, target.to, `${start}/${end}`, w.at(target.from).start, "term-from");
      }
      return edtf ? { ...point(i, target.to, edtf, w.at(target.from).start, "counted-from") } : null;
    }
    const again = next === "from" || scene.said.length > 0 ? null : readTakenUp(w, to, scene);
    if (again) {
      const edtf = shifted(again.edtf, amount, sign);
      return edtf ? point(i, again.to, edtf, again.anchor, "counted") : null;
    }
    if (next === "from" || next === "following") return null;
    if (w.is(to, "that", "this") && (w.ends(to + 1) || isFunctionWord(w.word(to + 1)))) to++;
    else if (
      !(
        w.ends(to) ||
        (isFunctionWord(w.word(to)) &&
          !/^(?:the|a|an|its|his|her|their|that|this|these|those|it|he|she|they|being|having|when)$/.test(w.word(to)))
      )
    )
      return null;
  } else return null;
  const earlierLater = next === "earlier" || next === "later" ? w.is(to, "than") : false;
  if (earlierLater) return null;
  if (w.is(to, "this", "that") && w.unit(to + 1)) return null;
  const anchor = anchorOf(scene);
  if (anchor) {
    const edtf = shifted(anchor.edtf, amount, sign);
    return edtf ? point(i, to, edtf, anchor.offset, "counted") : null;
  }
  if (sign < 0 && next === "earlier" && scene.document) {
    const edtf = shifted(scene.document.edtf, amount, sign);
    return edtf ? point(i, to, edtf, null, "counted") : null;
  }
  return null;
}

/** "the vote", "that first visit": what the sentence before told, with its date. */
function readTakenUp(w: Words, i: number, scene: Scene): { to: number; edtf: string; anchor: number } | null {
  if (!w.is(i, "the", "that", "this", "its", "his", "her", "their")) return null;
  for (let j = i + 1; j <= i + 2; j++) {
    const told = toldOf(scene, i, w.word(j));
    // "after the visit of the king": that of somebody
    if (told)
      return w.is(j + 1, "of", "by", "to", "in", "between", "with", "at") ? null : { to: j + 1, edtf: told.edtf, anchor: told.start };
  }
  return null;
}

/** "for two years", "for a further two years", "a term of two years". */
function isTerm(w: Words, i: number): boolean {
  let before = i - 1;
  while (w.is(before, "a", "another", "further", "additional", "second", "about")) before--;
  return w.is(before, "for", "of");
}

/** "Sixty years have passed since Kenya joined", "It has been sixty years since Kenya joined": what follows was sixty years ago. */
function readElapsed(w: Words, i: number, scene: Scene): Point | null {
  const isIt = w.is(i, "it");
  let from = i;
  if (isIt) {
    from = w.is(i + 1, "is") ? i + 2 : w.is(i + 1, "has", "had") && w.is(i + 2, "been") ? i + 3 : -1;
    if (from < 0) return null;
    if (w.is(from, "now", "already")) from++;
  }
  const amount = readAmount(w, from);
  if (!amount || amount.count === null || !scene.document) return null;
  let since = amount.to;
  if (!isIt) {
    if (!w.is(since, "have", "has")) return null;
    since++;
    if (w.is(since, "now", "already")) since++;
    if (w.is(since, "passed", "elapsed")) since++;
    else if (w.follows(since, "gone", "by")) since += 2;
    else return null;
  }
  if (!w.is(since, "since") || w.ends(since + 1)) return null;
  const edtf = ago(scene.document.edtf, amount);
  return edtf ? point(i, since + 1, edtf, null, "elapsed") : null;
}

/** The date an amount before the document's. "More than 60 years ago" lies between sixty and sixty-one years back, so its year is that of the middle of the two. */
function ago(document: string, amount: Amount): string | null {
  if (amount.count === null) return vague(document, amount, -1);
  if (amount.unit === "year" && amount.more) {
    const middle = shiftEdtf(document, -(amount.count * 12 + 6), "month");
    if (middle) return `${middle.slice(0, 4)}~`;
  }
  const edtf = shiftEdtf(document, -amount.count, SHIFT_UNIT[amount.unit as keyof typeof SHIFT_UNIT]);
  if (!edtf) return null;
  return amount.unit === "day" && !amount.vague ? edtf : withTilde(edtf);
}

/** Counted days are exact; weeks, months, years and decades are approximate. */
function shifted(anchor: string, amount: Amount, sign: 1 | -1 | number): string | null {
  if (amount.count === null) return vague(anchor, amount, sign);
  const one = withoutMarks(anchor);
  const base = one.includes("/")
    ? (coarsen(one, "day", sign > 0 ? "to" : "from") ??
      coarsen(one, "month", sign > 0 ? "to" : "from") ??
      coarsen(one, "year", sign > 0 ? "to" : "from"))
    : one;
  if (!base) return null;
  const edtf = shiftEdtf(base, sign * amount.count, SHIFT_UNIT[amount.unit as keyof typeof SHIFT_UNIT]);
  if (!edtf) return null;
  const exact = amount.unit === "day" && !amount.vague && !anchor.includes("~") && edtf.length === 10;
  return exact ? edtf : withTilde(edtf);
}

/** "A few days later" stays about in the month, "a few months later" about in the year; "several years later" could be any. */
function vague(anchor: string, amount: Amount, sign: number): string | null {
  const one = withoutMarks(anchor);
  const side = sign > 0 ? "to" : "from";
  if (amount.unit === "day" || amount.unit === "week") {
    const day = coarsen(one, "day", side);
    const moved = day && shiftEdtf(day, sign * (amount.unit === "week" ? 21 : 3), "day");
    const month = moved ? moved.slice(0, 7) : coarsen(one, "month", side);
    return month && withTilde(month);
  }
  if (amount.unit === "month") {
    const month = coarsen(one, "month", side);
    const moved = month && shiftEdtf(month, sign * 3, "month");
    const year = moved ? moved.slice(0, 4) : coarsen(one, "year", side);
    return year && withTilde(year);
  }
  return null;
}

/** "Over the past five years", "in the last two decades": from about then to the document's date. */
export function readPastSpan(w: Words, i: number, scene: Scene): Point | null {
  let j = i;
  if (w.is(j, "in", "over", "during", "within", "for", "throughout") && w.is(j + 1, "the")) j++;
  if (!w.is(j, "the") || !w.is(j + 1, "last", "past", "previous", "preceding")) return null;
  const amount = readAmount(w, j + 2) ?? singleUnit(w, j + 2);
  if (!amount || amount.count === null || !scene.document) return null;
  if (amount.unit === "day" || amount.unit === "week" || w.is(amount.to, "of")) return null;
  const back = shiftEdtf(scene.document.edtf, -amount.count, SHIFT_UNIT[amount.unit as keyof typeof SHIFT_UNIT]);
  const now = amount.unit === "month" ? coarsen(scene.document.edtf, "month") : String(scene.document.year);
  if (!back || !now || edtfBounds(back).from === null) return null;
  return point(i, amount.to, `${withTilde(back)}/${now}`, null, "past-span");
}

function singleUnit(w: Words, i: number): Amount | null {
  const unit = w.at(i).text.endsWith("s") ? null : w.unit(i);
  return unit === "decade" || unit === "century" || (unit === "year" && w.is(i - 1, "past"))
    ? { to: i + 1, unit, count: 1, vague: true, more: false, less: false }
    : null;
}

function point(from: number, to: number, edtf: string, anchor: number | null, why: string): Point {
  return { from, to, when: edtfOf(edtf), approximate: false, basis: "relative", anchor, why };
}
