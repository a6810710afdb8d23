import type { Claim, ClaimDate } from "./claim.ts";
import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

// The time of what holds or begins, as against that of what happens beside it in the sentence.

/** "the member states of the bloc met in May", "signed in May; keeps an embassy there": what stands is not of that time, unless it is a span. */
export function stands(graph: SentenceGraph, { frame, trigger }: FrameMatch, date: ClaimDate): boolean {
  if (frame.phase !== "holds" || date.edtf?.includes("/")) return false;
  // "soldiers stationed in Chad were attacked in May": they were there before and after
  const isAside = frame.type === "deployment" && graph.node(trigger).relation === "acl" && graph.node(trigger).xpos === "VBN";
  if (!graph.isNoun(trigger)) return isAside || graph.isSimplePresent(trigger);
  if (graph.childrenBy(trigger, "cop").some((c) => /^(?:is|are)$/i.test(graph.node(c).text))) return true;
  return graph.childrenBy(trigger, "cop", "advmod").length === 0;
}

const FOUNDED = /^(?:founded|established|created|formed|launched|set|initiated)$/i;

/** What holds has the time of its own phrase or goes on since then; the verb's date is that of something else: "the dispute led in 1985 to". */
export function isOwnDate(graph: SentenceGraph, i: number, date: ClaimDate): boolean {
  if (date.text === null || date.edtf?.endsWith("/..")) return true;
  // "The Quad, founded in 2007, is a grouping of": the subject has a time of its own, and so has the founding
  const isApart = (n: number): boolean => graph.node(n).relation.startsWith("nsubj") || FOUNDED.test(graph.node(n).text);
  const subject = graph.isNoun(i)
    ? graph
        .childrenBy(i, "nsubj", "acl")
        .filter(isApart)
        .flatMap((s) => graph.subtree(s))
    : [];
  return graph
    .subtree(i)
    .some(
      (n) =>
        !subject.includes(n) &&
        (graph.node(n).unit?.kind === "date" || graph.node(n).xpos === "CD") &&
        graph.node(n).text.includes(date.text!),
    );
}

/** What two states may do time and again. */
const OFTEN: ReadonlySet<string> = new Set([
  "visit",
  "meeting",
  "mediation",
  "aid",
  "arms",
  "conflict",
  "event",
  "deployment",
  "envoy",
  "agreement",
]);

/** What is held for a term, and then for another. */
const TERMS: ReadonlySet<string> = new Set(["office", "membership"]);

/**
 * The times of an act that was done again, "in 1976 and again in 1996", or of terms that were served apart, "in 2011 and in
 * 2023"; none where it is but one. Days in a row are one visit.
 */
export function timesOf({ type, phase }: FrameMatch["frame"], repeats: () => readonly ClaimDate[]): readonly ClaimDate[] {
  if (phase === "holds" ? !TERMS.has(type) : !OFTEN.has(type)) return [];
  const times = repeats();
  if (phase === "holds" && (areYearsInRow(times) || times.some((t) => t.edtf?.endsWith("/..")))) return [];
  return times.every((t, k) => k === 0 || isNextDay(times[k - 1]!, t)) ? [] : times;
}

function areYearsInRow(years: readonly ClaimDate[]): boolean {
  return years.length > 1 && years.every((y, k) => /^\d{4}$/.test(y.edtf ?? "") && Number(y.edtf) === Number(years[0]!.edtf) + k);
}

function isNextDay(a: ClaimDate, b: ClaimDate): boolean {
  const [from, to] = [a, b].map((d) => (/^\d{4}-\d\d-\d\d$/.test(d.edtf ?? "") ? Date.parse(d.edtf!) : Number.NaN)) as [number, number];
  return to - from === 86_400_000;
}

/** "held a seat in 2001 and 2002": years in a row are one term. */
export function termOf(years: readonly ClaimDate[], otherwise: ClaimDate): ClaimDate {
  return areYearsInRow(years) ? { ...years[0]!, edtf: `${years[0]!.edtf}/${years.at(-1)!.edtf}` } : otherwise;
}

const TERM = /\b(?:years?|months?|weeks?) from\b/i;

/** Deeds at a time that may be about a longer one. */
const DEEDS: ReadonlySet<string> = new Set(["agreement", "sanction", "visit", "meeting"]);
const FOR_TERM = /\bfor (?:the )?(?:(?:period|years|term|biennium|triennium|cycle)(?: of| from)? )?$/i;

/** "signed a programme for the period 2020-2022": how long it is to last says not when it was signed. `words` are those of the sentence. */
export function isTermOfThing({ frame }: FrameMatch, { edtf, text }: ClaimDate, words: string): boolean {
  if (edtf === null || text === null || !DEEDS.has(frame.type) || frame.phase === "holds" || !/^\d{4}\/\d{4}$/.test(edtf)) return false;
  const at = words.indexOf(text);
  return at > 0 && FOR_TERM.test(words.slice(0, at));
}

/** "has had relations since 1990", "elected for two years from 2011": what begins, began then; only what holds or goes on has the interval. */
export function startOf(date: ClaimDate, phase: Claim["phase"]): ClaimDate {
  if (phase === "begins" && date.edtf?.includes("/") && TERM.test(date.text ?? "")) return { ...date, edtf: date.edtf.split("/")[0]! };
  return phase !== "holds" && phase !== "occurs" && date.edtf?.endsWith("/..") ? { ...date, edtf: date.edtf.slice(0, -3) } : date;
}

const RANKED = /^(?:first|second|third|fourth|fifth|only|highest|\d+(?:st|nd|rd|th))$/i;

/** "the first visit since 2009": of that year is one before, not this one; "a member since 2009, and we thank them": what is said once does not go on. */
export function countsSince(graph: SentenceGraph, { frame, trigger, theme }: FrameMatch, date: ClaimDate): boolean {
  if (frame.phase !== "occurs" || !date.edtf?.endsWith("/..")) return false;
  if (frame.type === "statement") return !graph.subtree(trigger, false).some((n) => graph.node(n).text.includes(date.text ?? " "));
  return [trigger, ...(theme === null ? [] : [theme])].some((i) =>
    graph.childrenBy(i, "amod").some((c) => RANKED.test(graph.node(c).text)),
  );
}
