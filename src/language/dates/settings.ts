import { edtfBounds, isEdtf } from "./edtf.ts";
import { isFunctionWord } from "./guards.ts";
import { ENGLISH } from "./lexicon.ts";
import { edtfOf, type Point } from "./point.ts";
import { anchorOf, coarsen, type Scene } from "./scene.ts";
import { directionAt, tellsWhen } from "./tense.ts";

/** Nouns for the time someone is in office. */
export const OFFICE_TIMES = new Set([
  "presidency",
  "term",
  "mandate",
  "tenure",
  "premiership",
  "chancellorship",
  "administration",
  "reign",
  "rule",
  "government",
]);
const OWNERS = new Set(["his", "her", "their", "whose", "its"]);

/** "during his first term", "during the presidency of Ana Example", "under the Example administration": terms of office, as the context knows them. */
export function readTerm(scene: Scene, i: number): Point | null {
  const w = scene.words;
  const ask = scene.context.terms;
  if (!ask || !w.is(i - 1, "during", "in", "under", "throughout", "over", "since")) return null;
  let j = i;
  if (OWNERS.has(w.word(j))) {
    const owner = w.word(j++);
    const ordinal = ENGLISH.ordinals.get(w.word(j)) ?? (w.at(j).kind === "ordinal" ? w.at(j).value : 0);
    if (ordinal) j++;
    if (w.is(j, "presidential", "four", "five") || w.is(j, "own")) j++;
    if (!OFFICE_TIMES.has(w.word(j))) return null;
    j++;
    if (w.follows(j, "in", "office") || w.follows(j, "of", "office")) j += 2;
    else if (w.is(j, "as") && !w.fourDigits(j + 1)) {
      const stop = endOfRole(scene, j + 1);
      if (stop > j + 1) j = stop;
    }
    return term(i, j, ask(owner), ordinal);
  }
  if (!w.is(j, "the") && !w.at(j).capital) return null;
  if (w.is(j, "the")) j++;
  const ordinal = ENGLISH.ordinals.get(w.word(j)) ?? 0;
  if (ordinal && !w.at(j).capital) j++;
  if (OFFICE_TIMES.has(w.word(j)) && w.is(j + 1, "of")) {
    const start = j + 2;
    const stop = endOfName(scene, start);
    if (stop === start) return null;
    return term(i, stop, ask(w.text.slice(w.at(start).start, w.at(stop - 1).end)), ordinal);
  }
  // "the Example administration", "Example's presidency"
  const start = j;
  const stop = endOfName(scene, start);
  if (stop === start) return null;
  let k = stop;
  if (w.is(k, "'") && w.is(k + 1, "s")) k += 2;
  else if (w.is(k, "'")) k++;
  const which = ENGLISH.ordinals.get(w.word(k)) ?? 0;
  if (which) k++;
  if (w.is(k, "presidential")) k++;
  if (!OFFICE_TIMES.has(w.word(k))) return null;
  return term(i, k + 1, ask(w.text.slice(w.at(start).start, w.at(stop - 1).end)), which || ordinal);
}

function endOfName(scene: Scene, from: number): number {
  const w = scene.words;
  let j = from;
  while (
    w.at(j).kind === "word" &&
    (w.at(j).capital || (j > from && /^(?:de|da|dos|van|von|bin|al|la|del)$/.test(w.word(j)))) &&
    j - from < 6
  ) {
    j++;
    if (w.is(j, "-") && !w.at(j).spaced && w.at(j + 1).kind === "word" && !OFFICE_TIMES.has(w.word(j + 1))) j += 2;
    else if (w.is(j, ".") && w.at(j - 1).end - w.at(j - 1).start === 1) j++;
  }
  return j;
}

function endOfRole(scene: Scene, from: number): number {
  const w = scene.words;
  let j = from;
  while (w.at(j).kind === "word" && !isFunctionWord(w.word(j)) && j - from < 4) j++;
  return j;
}

function term(from: number, to: number, intervals: readonly string[], ordinal: number): Point | null {
  const known = intervals.filter((t) => isEdtf(t));
  if (!known.length) return null;
  let edtf: string | undefined;
  if (ordinal > 0) edtf = known[ordinal - 1];
  else if (ordinal < 0) edtf = known.at(-1);
  else if (known.length === 1) edtf = known[0];
  else {
    const start = known[0]!.split("/")[0]!;
    const end = known.at(-1)!.split("/").at(-1)!;
    edtf = `${start}/${end}`;
  }
  return edtf !== undefined && isEdtf(edtf)
    ? { from, to, when: edtfOf(edtf), approximate: false, basis: "context", anchor: null, why: "term-of-office" }
    : null;
}

/** Nouns for what people come together at or go on. */
export const GATHERINGS = new Set([
  "meeting",
  "summit",
  "conference",
  "session",
  "ceremony",
  "event",
  "forum",
  "visit",
  "trip",
  "tour",
  "occasion",
  "talks",
  "assembly",
  "seminar",
  "gathering",
  "stay",
]);

/** "at the same meeting", "on that occasion", "for the occasion", "during this visit"; "After that": when the thing named before was. */
export function readSameEvent(scene: Scene, i: number): Point | null {
  const w = scene.words;
  const anchor = anchorOf(scene);
  if (!anchor) return null;
  const context = (to: number, edtf: string | null, why: string): Point | null =>
    edtf === null ? null : { from: i, to, when: edtfOf(edtf), approximate: false, basis: "context", anchor: anchor.offset, why };
  if (
    w.is(i, "after", "following") &&
    w.is(i + 1, "that", "this") &&
    w.ends(i + 2) &&
    i === 0 &&
    tellsWhen(w) &&
    directionAt(w, 0) === "past"
  )
    return context(i + 2, coarsen(anchor.edtf, "year"), "after-that");
  if (i === 0 && w.is(0, "thereafter", "afterwards", "afterward") && w.is(1, ","))
    return context(1, coarsen(anchor.edtf, "year"), "after-that");
  if (w.is(i, "shortly", "soon", "immediately") && w.is(i + 1, "thereafter", "afterwards", "afterward", "after")) {
    if ((w.is(i + 1, "after") && !w.ends(i + 2)) || !tellsWhen(w) || directionAt(w, i) !== "past") return null;
    return context(i + 2, coarsen(anchor.edtf, "year"), "after-that");
  }
  if (!w.is(i - 1, "at", "in", "during", "on", "for", "to", "with")) return null;
  if (w.is(i - 1, "with") && !w.is(i - 2, "along", "together")) return null;
  let j = i;
  if (w.is(j, "the", "that", "this") && w.is(j + 1, "same", "said", "aforementioned", "latter")) j += 2;
  else if (w.is(j, "the") && w.follows(j + 1, "last", "-", "mentioned")) j += 4;
  else if (w.is(j, "this", "that") && !w.is(i - 1, "for", "to")) j += w.is(j + 1, "last", "latter") ? 2 : 1;
  else if (
    w.is(j, "the") &&
    w.is(j + 1, "occasion", "visit", "meeting", "summit", "ceremony", "talks") &&
    (w.is(j + 1, "occasion") ? w.is(i - 1, "for") : w.is(i - 1, "during", "at")) &&
    (w.ends(j + 2) || (w.is(j + 1, "occasion") && !w.is(j + 2, "of")))
  )
    j++;
  else return null;
  if (w.is(i - 1, "to") && !w.is(i - 2, "relation", "regard")) return null;
  if (w.is(j, "ministerial", "official", "state", "annual", "bilateral")) j++;
  if (!GATHERINGS.has(w.word(j))) return null;
  if (w.is(j + 1, "of") && w.is(j, "occasion")) return null;
  const gatherings = scene.context.gatherings;
  const named = gatherings?.get(w.word(j)) ?? gatherings?.values().next().value;
  const own = scene.said.at(-1);
  // A date of this sentence comes before one that an earlier sentence gave such a meeting, unless it is only planned.
  if (named && (!own || directionAt(w, i) === "future" || isProposed(w.text.slice(own.start - Math.min(60, own.start), own.start))))
    return { from: i, to: j + 1, when: edtfOf(named.edtf), approximate: false, basis: "context", anchor: named.offset, why: "same-event" };
  return context(j + 1, isOneEvent(anchor.edtf) ? anchor.edtf : null, "same-event");
}

/** Whether a time can be that of one meeting or visit: an interval of years cannot. */
function isOneEvent(edtf: string): boolean {
  if (!edtf.includes("/")) return true;
  const { from, to } = edtfBounds(edtf);
  return from !== null && to !== null && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= 1;
}

/** Whether words speak of what is only planned. */
export function isProposed(words: string): boolean {
  return /\b(?:propos|plan|will\b|schedul|suggest|expect|future|next|would\b)/.test(words);
}
