import type { DateRole } from "../date-expression.ts";
import { readAbsolute } from "./absolute.ts";
import { isEdtf, isMorePrecise, withoutMarks } from "./edtf.ts";
import { fillPair } from "./fill-pair.ts";
import { isAttribute, isFunctionWord } from "./guards.ts";
import { intervalEnd, type Point, type When, writeEdtf } from "./point.ts";
import { readRelative, readYearWords } from "./relative.ts";
import { fillYear } from "./resolve.ts";
import { anchorOf, leadsEntry, type Scene } from "./scene.ts";
import { tellsWhen } from "./tense.ts";

/** One or more times read from lexemes [from, to). */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly times: readonly {
    readonly edtf: string;
    readonly basis: Point["basis"];
    readonly anchor: number | null;
    readonly why: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly role: DateRole;
}

const APPROXIMATE = new Set(["about", "around", "circa", "ca", "c", "approximately", "roughly", "approx"]);

/** The time expression that begins at lexeme i, with its ranges, lists and the words that change it; null when there is none. */
export function readExpression(scene: Scene, i: number): Reading | null {
  const w = scene.words;
  switch (w.word(i)) {
    case "since":
      return openEnd(scene, i, i + 1, "since");
    case "ever":
      return w.is(i + 1, "since") ? openEnd(scene, i, i + 2, "since") : null;
    case "through":
    case "thru":
      // "on a visit through Friday"; "through May" is all of it
      return w.is(i - 1, "half", "way") || readPoint(scene, i + 1, true)?.why !== "weekday" ? null : openStart(scene, i, i + 1);
    case "until":
    case "till":
      return openStart(scene, i, i + 1);
    case "up":
      return w.is(i + 1, "to", "until", "till") ? openStart(scene, i, i + (w.follows(i + 1, "to", "and", "including") ? 4 : 2)) : null;
    case "from": {
      const first = readPoint(scene, i + 1, true);
      if (!first) return null;
      const range = first.until ? spread(scene, first) : extendRange(scene, first, true);
      if (range) return from(range, i);
      if (w.is(first.to, "onward", "onwards", "on") && (w.word(first.to) !== "on" || w.ends(first.to + 1)))
        return openFrom(i, first.to + 1, fillYear(first, scene), "from-on");
      return single(scene, first, first.from, first.to, "time");
    }
    case "between":
    case "betwixt": {
      const first = readPoint(scene, i + 1, true);
      // "between 3 and 9 June" reads like two days
      const days = first?.also?.length === 1 && first.also[0]!.when.unit === "day" ? first.also[0]!.when : null;
      const range = first && days ? spread(scene, { ...withoutMore(first), until: days }) : first && extendRange(scene, first, true, true);
      return range && from(range, i);
    }
    case "by": {
      const point = readPoint(scene, i + 1, true);
      const several = point && (point.when.unit === "decade" || point.when.unit === "century") ? extendRange(scene, point, false) : null;
      if (several) return { ...from(several, i), role: "deadline" };
      return point && single(scene, point, i, point.to, "deadline");
    }
    case "no":
    case "not": {
      if (!w.is(i + 1, "later", "earlier", "sooner") || !w.is(i + 2, "than")) return null;
      const point = readPoint(scene, i + 3, true);
      return point && single(scene, point, i, point.to, w.is(i + 1, "later") ? "deadline" : "after");
    }
    case "before":
    case "prior":
    case "ahead":
    case "after":
    case "following":
    case "pre":
    case "post": {
      let j = i + 1;
      const before = w.is(i, "before", "prior", "ahead", "pre");
      if (w.is(i, "prior")) {
        if (!w.is(j, "to")) break;
        j++;
      } else if (w.is(i, "ahead")) {
        if (!w.is(j, "of")) break;
        j++;
      } else if (w.is(i, "pre", "post")) {
        if (!w.isDash(j) || w.at(j).spaced) break;
        j++;
      }
      const point = readPoint(scene, j, true);
      if (!point || point.why === "counted" || point.why === "term-of-office") break;
      if (w.at(point.to).kind === "word" && !isFunctionWord(w.word(point.to)) && point.why !== "ago" && !w.is(i, "pre", "post")) {
        // "after 2010 elections": the elections' date, not a bound by itself.
        return extendRange(scene, point, false) ?? single(scene, point, point.from, point.to, "attribute");
      }
      return single(scene, point, i, point.to, before ? "before" : "after");
    }
  }
  const point = readPoint(scene, i, false);
  if (!point) return null;
  return extendRange(scene, point, false) ?? spread(scene, point);
}

function withoutMore({ also: _, ...point }: Point): Point {
  return point;
}

/** The reading with the words from lexeme i on. */
function from(reading: Reading, i: number): Reading {
  return { ...reading, from: i, times: reading.times.map((t) => ({ ...t, from: i })) };
}

/** A single point of time at i, absolute or relative, with a word like "about" before it. */
function readPoint(scene: Scene, i: number, trusted: boolean): Point | null {
  const w = scene.words;
  if (APPROXIMATE.has(w.word(i)) || (w.is(i, "some", "sometime") && w.is(i + 1, "time", "around", "in"))) {
    let j = i + 1;
    if (w.is(i, "some", "sometime")) {
      while (w.is(j, "time", "around", "in")) j++;
      if (!w.is(j - 1, "around")) return null;
    }
    if (w.is(j, "in") && w.fourDigits(j + 1)) j++;
    const short = w.is(i, "c", "ca", "approx");
    if (short) j = w.afterStop(j);
    if (w.is(i, "c") && w.at(i).capital && !w.is(i + 1, ".")) return null;
    const inner = readAbsolute(w, j, true, scene.context.numericOrder) ?? (short ? null : readRelative(scene, i, () => null));
    if (!inner) return readRelativeOrOutright(scene, i);
    if (inner.from === i) return inner;
    return fillYear({ ...inner, from: i, approximate: true }, scene);
  }
  if ((w.is(i, "ad") || w.is(i, "anno")) && w.fourDigits(i + 1)) i++;
  const absolute = readAbsolute(w, i, trusted || leadsEntry(scene, i), scene.context.numericOrder);
  if (absolute) return withYearWords(scene, absolute);
  return readRelativeOrOutright(scene, i);
}

function readRelativeOrOutright(scene: Scene, i: number): Point | null {
  const relative = readRelative(scene, i, (k) => readAbsolute(scene.words, k, true, scene.context.numericOrder));
  return relative && (saidOutright(scene, relative) ?? relative);
}

/** "the following year, 1977", "two years later, in March 1999", "last year (2017)": the date given outright after relative words is the one. */
function saidOutright(scene: Scene, point: Point): Point | null {
  const w = scene.words;
  if (point.basis !== "relative" || !w.is(point.to, ",", "(")) return null;
  let j = point.to + 1;
  if (w.is(j, "in", "on", "i")) j++;
  const outright = readAbsolute(w, j, true, scene.context.numericOrder);
  if (!outright || outright.when.year === null || outright.until || outright.also || !/^(?:day|month|year)$/.test(outright.when.unit))
    return null;
  const bracket = w.is(point.to, "(");
  if (bracket ? !w.is(outright.to, ")") : !(w.ends(outright.to) || isFunctionWord(w.word(outright.to)))) return null;
  return { ...outright, from: point.from, to: bracket ? outright.to + 1 : outright.to, why: `${outright.why}+outright` };
}

/** "February this year", "the first half of last year", "January 26 and 28 this year": the year of all its days. */
function withYearWords(scene: Scene, point: Point): Point {
  if (point.when.year !== null || point.when.unit === "edtf") return point;
  const found = readYearWords(scene, point.to);
  if (!found) {
    const w = scene.words;
    // Without a document's date the year stays unknown, and the words still belong to the date.
    if (!scene.document && w.is(point.to, "this", "last", "next") && w.is(point.to + 1, "year"))
      return { ...point, to: point.to + 2, basis: "relative", why: `${point.why}+year-unknown` };
    return point;
  }
  const inYear = <W extends When>(when: W): W => (when.unit !== "edtf" && when.year === null ? { ...when, year: found.year } : when);
  return {
    ...point,
    to: found.to,
    when: inYear(point.when),
    ...(point.until && { until: inYear(point.until) }),
    ...(point.also && { also: point.also.map((other) => ({ ...other, when: inYear(other.when) })) }),
    basis: "relative",
    anchor: found.anchor,
    why: `${point.why}+year-words`,
  };
}

/** A range from the point on: "– 1993", "to July 2016", "and 2013" after "between". Null when none follows. */
function extendRange(scene: Scene, first: Point, announced: boolean, between = false): Reading | null {
  const w = scene.words;
  if (first.also && !between) return null;
  if (first.until) return null;
  let j = first.to;
  const dash = w.isDash(j);
  const slash = w.is(j, "/") && first.when.unit === "year" && !w.at(j).spaced;
  const word = announced
    ? w.is(j, "to", "until", "till", "through", "thru") || (between && w.is(j, "and", "&")) || w.follows(j, "up", "to")
    : w.is(j, "to", "until", "till", "through", "thru");
  const coordinated = (first.when.unit === "decade" || first.when.unit === "century") && w.is(j, "and", ",");
  if (!dash && !word && !slash && !coordinated) return null;
  if (
    dash &&
    first.when.unit === "month" &&
    first.when.year === null &&
    w.at(j).spaced &&
    !announced &&
    w.at(j + 1).kind !== "word" &&
    w.month(j + 1) === 0
  )
    return null;
  j += w.is(j, "up") ? 2 : 1;
  if (coordinated && w.is(j, "and")) j++;
  if (w.isDash(j)) j++;
  const now = openNow(scene, j);
  if (now && (dash || word)) return openFrom(first.from, now, fillYear(first, scene), "to-now");
  const second = readPoint(scene, j, true);
  if (!second || second.also) return null;
  if (dash && second.basis === "relative" && second.when.unit === "edtf") return null;
  if (coordinated && (second.when.unit !== first.when.unit || (!w.is(j, "the") && second.why !== first.why))) return null;
  if (
    !announced &&
    (first.when.unit === "year" || first.when.year !== null) &&
    second.when.year === null &&
    second.when.unit !== "edtf" &&
    first.when.unit !== "day" &&
    first.when.unit !== "month"
  )
    return null;
  if (!announced && dash && w.at(first.to).spaced && first.basis === "relative" && first.when.unit === "edtf") return null;
  const bracketed = w.is(first.from - 1, "(", ";", ",") && w.is(second.to, ")", ";") && second.when.year !== null;
  if (
    !announced &&
    !bracketed &&
    first.when.unit === "year" &&
    second.when.unit !== "year" &&
    second.when.unit !== "edtf" &&
    w.at(first.to).spaced &&
    dash &&
    second.when.unit !== "decade"
  )
    return null;
  const pair = fillPair(scene, first, second);
  if (!pair) return null;
  const [left, right] = pair;
  const from = intervalEnd(left.when, "from", left.approximate);
  const to = intervalEnd(right.until ?? right.when, "to", right.approximate);
  if (!from || !to || from === to || !isEdtf(from) || !isEdtf(to)) return null;
  // "from May 2004 until late 2004": the end is coarser than the beginning, and the year is all that is sure.
  const edtf = !isEdtf(`${from}/${to}`) && isMorePrecise(from, to) ? to : `${from}/${to}`;
  if (!isEdtf(edtf)) return null;
  const basis =
    left.basis === "relative" || right.basis === "relative"
      ? "relative"
      : left.basis === "context" || right.basis === "context"
        ? "context"
        : "stated";
  let end = second.to;
  let whole: string = edtf;
  // "the 1970s, 1980s and 1990s"
  if (
    coordinated &&
    w.is(end, ",", "and") &&
    readPoint(scene, w.follows(end, ",", "and") ? end + 2 : end + 1, true)?.when.unit === first.when.unit
  ) {
    const third = readPoint(scene, w.follows(end, ",", "and") ? end + 2 : end + 1, true)!;
    const last = intervalEnd(third.when, "to");
    if (last && isEdtf(`${from}/${last}`)) {
      whole = `${from}/${last}`;
      end = third.to;
    }
  }
  return {
    from: first.from,
    to: end,
    role: isAttribute(w, first.from, end) ? "attribute" : "time",
    times: [{ edtf: whole, basis, anchor: left.anchor ?? right.anchor, why: "range", from: first.from, to: end }],
  };
}

/** The index after words that mean now, as the end of a range: present, today, now, date. */
function openNow(scene: Scene, i: number): number {
  const w = scene.words;
  const j = w.is(i, "the") ? i + 1 : i;
  if (w.is(j, "present")) return w.is(j + 1, "day") ? j + 2 : j + 1;
  return w.is(j, "today", "now", "date", "current") && (w.ends(j + 1) || isFunctionWord(w.word(j + 1))) ? j + 1 : 0;
}

function openEnd(scene: Scene, from: number, at: number, why: string): Reading | null {
  const w = scene.words;
  let j = at;
  if (w.is(j, "as", "at") && w.is(j + 1, "early", "far", "least")) j += w.is(j + 1, "least") ? 2 : w.is(j + 1, "far") ? 4 : 3;
  const then = w.is(j, "then") ? anchorOf(scene) : null;
  if (then) {
    const start = withoutMarks(then.edtf).split("/")[0]!;
    const edtf = `${start.includes("X") ? start.replaceAll("X", "0") : start}/..`;
    if (start.startsWith("XXXX") || !isEdtf(edtf)) return null;
    return { from, to: j + 1, role: "time", times: [{ edtf, basis: "relative", anchor: then.offset, why: "since-then", from, to: j + 1 }] };
  }
  const point = readPoint(scene, j, true);
  if (!point) return null;
  const filled = fillYear(point, scene);
  const range = extendRange(scene, point, false);
  if (range && w.isDash(point.to)) return range;
  return openFrom(from, point.to, filled, why);
}

function openFrom(from: number, to: number, point: Point, why: string): Reading | null {
  const start = intervalEnd(point.when, "from", point.approximate);
  const edtf = start && `${start}/..`;
  if (!edtf || !isEdtf(edtf)) return null;
  return { from, to, role: "time", times: [{ edtf, basis: point.basis, anchor: point.anchor, why, from, to }] };
}

function openStart(scene: Scene, from: number, at: number): Reading | null {
  const w = scene.words;
  let j = at;
  if (w.is(j, "at") && w.is(j + 1, "least")) j += 2;
  if (w.is(j, "as") && w.is(j + 1, "late", "recently")) return null;
  const point = readPoint(scene, j, true);
  if (!point) return null;
  const filled = fillYear(point, scene);
  const end = intervalEnd(filled.until ?? filled.when, "to", filled.approximate);
  const edtf = end && `../${end}`;
  if (!edtf || !isEdtf(edtf)) return null;
  return {
    from,
    to: filled.to,
    role: "time",
    times: [{ edtf, basis: filled.basis, anchor: filled.anchor, why: "until", from, to: filled.to }],
  };
}

function single(scene: Scene, point: Point, from: number, to: number, role: DateRole): Reading | null {
  const reading = spread(scene, point);
  if (!reading) return null;
  const [first, ...rest] = reading.times;
  return { from, to, role, times: [{ ...first!, from, to: rest.length ? first!.to : to }, ...rest] };
}

/** The point as one time, as an interval, or as the several times its words give. */
function spread(scene: Scene, point: Point): Reading | null {
  const w = scene.words;
  const partial = /^(?:month|day)$/.test(point.when.unit) && point.when.year === null && point.basis === "stated" && !point.also;
  const filled = (partial && yearFromList(scene, point)) || fillYear(point, scene);
  const { from, to, basis, anchor, why } = filled;
  const role: DateRole = isAttribute(w, from, to) ? "attribute" : "time";
  const pair = partial && filled.when.unit === "month" ? adjacentMonths(scene, filled) : null;
  if (pair) return pair;
  if (filled.until) {
    const start = intervalEnd(filled.when, "from", filled.approximate);
    const end = intervalEnd(filled.until, "to", filled.approximate);
    const edtf = `${start}/${end}`;
    return start && end && isEdtf(edtf) ? { from, to, role, times: [{ edtf, basis, anchor, why, from, to }] } : null;
  }
  if (point.when.unit === "season" && point.when.year === null && point.why === "season" && !tellsWhen(w)) return null;
  const edtf = writeEdtf(filled.when, filled.approximate);
  if (!isEdtf(edtf)) return null;
  if (!filled.also) return { from, to, role, times: [{ edtf, basis, anchor, why, from, to }] };
  // "5 and 7 May 2010": the first words take the first day, the last day takes the rest.
  const days = [filled, ...filled.also];
  // "on 23 and 24 August": two days side by side are one stretch
  if (days.length === 2 && isNextDay(days[0]!, days[1]!)) {
    const stretch = `${writeEdtf(filled.when, filled.approximate)}/${writeEdtf(days[1]!.when, filled.approximate)}`;
    return isEdtf(stretch) ? { from, to, role, times: [{ edtf: stretch, basis, anchor, why, from, to }] } : null;
  }
  const places = numbersWithin(scene, from, to, days.length);
  return {
    from,
    to,
    role,
    times: days.map((d, k) => {
      const monthFirst = w.month(from) > 0 || w.weekday(from) > 0;
      const start = k === 0 ? from : places[k]!;
      const end = k === days.length - 1 ? to : monthFirst && k === 0 ? places[0]! + 1 : places[k]! + 1;
      return { edtf: writeEdtf(d.when, filled.approximate), basis, anchor, why, from: start, to: end };
    }),
  };
}

function isNextDay({ when: a }: Point, { when: b }: Point): boolean {
  return a.unit === "day" && b.unit === "day" && a.year !== null && a.year === b.year && a.month === b.month && b.day === a.day! + 1;
}

function numbersWithin(scene: Scene, from: number, to: number, many: number): number[] {
  const found: number[] = [];
  for (let j = from; j < to && found.length < many; j++) if (scene.words.day(j)) found.push(j);
  return found;
}

/** "in January and February 1981": two months side by side are one stretch. */
function adjacentMonths(scene: Scene, first: Point): Reading | null {
  const w = scene.words;
  if (!w.is(first.to, "and") || !w.month(first.to + 1)) return null;
  const second = readAbsolute(w, first.to + 1, true, scene.context.numericOrder);
  if (
    second?.when.unit !== "month" ||
    second.when.year === null ||
    second.when.year !== first.when.year ||
    second.when.month !== first.when.month! + 1
  )
    return null;
  if (w.is(second.to, ",", "and") && w.month(second.to + 1)) return null;
  const edtf = `${writeEdtf(first.when)}/${writeEdtf(second.when)}`;
  const { from } = first;
  return {
    from,
    to: second.to,
    role: "time",
    times: [{ edtf, basis: "stated", anchor: null, why: "adjacent-months", from, to: second.to }],
  };
}

/** "in March and September 2014", "May, June and July 2010": months and days take the year at the end of their list. */
function yearFromList(scene: Scene, point: Point): Point | null {
  const w = scene.words;
  let j = point.to;
  let steps = 0;
  while (steps++ < 6 && w.is(j, ",", "and", "&", "or", "in", "on")) {
    j++;
    if (w.is(j, "and", "again", "in")) j++;
    if (w.is(j, "in", "again")) j++;
    if (w.is(j, "on")) j++;
    if (point.when.unit === "month" ? !w.month(j) : !w.month(j) && !w.day(j)) return null;
    const next = readAbsolute(w, j, true, scene.context.numericOrder);
    if (next?.when.unit !== point.when.unit) return null;
    if (next.when.year !== null)
      return next.when.month! >= point.when.month! ? { ...point, when: { ...point.when, year: next.when.year } } : null;
    j = next.to;
  }
  return null;
}
