import type { Mention } from "../actors/mention.ts";
import type { Node } from "../language/sentence.ts";
import { type Chunk, PhraseChunks } from "./phrase-chunks.ts";
import type { RestoredClause } from "./restore-gaps.ts";

/** Nouns for what was done, of which a sentence tells more than one under one word. */
const DEEDS =
  /^(?:visits?|trips?|tours?|journeys?|meetings?|talks|summits?|signings?|signature|conclusion|ratifications?|accessions?|admissions?|openings?|reopenings?|closures?|closings?|establishment|restoration|resumption|recognitions?|appointments?|recalls?|withdrawals?|deliver(?:y|ies)|donations?|sales?|invasions?|attacks?|occupations?|annexations?)$/i;
const LED: ReadonlySet<string> = new Set(["by", "of", "to", "from", "in", "with", "between", "at", "for"]);
const ENDS = /^(?:[,;:.!?()–—]|and|but|or|as|while|which|who|that)$/i;

/** Phrases one behind the other, the first node behind them. */
interface Group {
  readonly chunks: readonly Chunk[];
  readonly to: number;
}

/**
 * The clauses of a sentence that tells several deeds under one noun, each with its time: "the visits to Cuba by Ana Example in 2017 and by
 * Ben Sample in 2019", "visits of the president to Fiji in 2014 and to Samoa in 2018". What a later row does not say again is as in the
 * first. Null where there is no such noun.
 */
export function restoreDeeds(nodes: readonly Node[], mentions: readonly Mention[]): RestoredClause[] | null {
  const chunks = new PhraseChunks(nodes, mentions);
  for (let noun = 0; noun < nodes.length; noun++) {
    if (!DEEDS.test(nodes[noun]!.text) || nodes[noun]!.upos !== "NOUN" || nodes[noun]!.unit) continue;
    const first = groupAt(nodes, chunks, noun + 1);
    if (!first || first.chunks.length < 2 || !isDated(first)) continue;
    const later: Group[] = [];
    let at = first.to;
    for (let next = laterAt(nodes, chunks, at, first); next; next = laterAt(nodes, chunks, at, first)) {
      later.push(next);
      at = next.to;
    }
    if (later.length === 0) continue;
    const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);
    const before = range(0, noun + 1);
    const behind = ENDS.test(nodes[at]?.text ?? ".") ? [] : range(at, nodes.length);
    const clauses = later.map(({ chunks: own }) => [
      ...before,
      ...first.chunks.flatMap((old) => {
        const { from, to } = own.find((c) => areAlike(c, old)) ?? old;
        return range(from, to);
      }),
      ...behind,
    ]);
    const whole = [...range(0, first.to), ...range(at, nodes.length)];
    return [whole, ...clauses].map((own) => ({ nodes: own, subject: null }));
  }
  return null;
}

/** A further row behind "and", a comma or "as well as": each phrase with a preposition that the first one has, and a time. */
function laterAt(nodes: readonly Node[], chunks: PhraseChunks, at: number, first: Group): Group | null {
  let from = at;
  while (/^(?:,|;|and)$/i.test(nodes[from]?.text ?? "")) from++;
  if (/^as$/i.test(nodes[from]?.text ?? "") && /^well$/i.test(nodes[from + 1]?.text ?? "")) from += 3;
  if (from === at) return null;
  const next = groupAt(nodes, chunks, from);
  if (!next || !isDated(next)) return null;
  // "in May 2010 and in June 2012": another time of the same
  const isTime = next.chunks.length === 1 && /^(?:in|on)$/.test(next.chunks[0]!.preposition);
  if (!isTime && (next.chunks.length < 2 || next.chunks[0]!.kind === "date")) return null;
  const kept = next.chunks.every(
    (c, i) => first.chunks.some((o) => areAlike(c, o)) && !next.chunks.slice(0, i).some((d) => areAlike(c, d)),
  );
  return kept ? next : null;
}

function groupAt(nodes: readonly Node[], chunks: PhraseChunks, from: number): Group | null {
  let to = from;
  while (to < nodes.length && !ENDS.test(nodes[to]!.text) && nodes[to]!.upos !== "VERB" && nodes[to]!.upos !== "AUX") to++;
  const read = to > from ? chunks.read(from, to) : null;
  return read?.every((c) => c.kind === "date" || LED.has(c.preposition)) ? { chunks: read, to } : null;
}

const isDated = ({ chunks }: Group): boolean => chunks.some((c) => c.kind === "date");

const areAlike = (one: Chunk, other: Chunk): boolean =>
  one.kind === "date" || other.kind === "date" ? one.kind === other.kind : one.preposition === other.preposition;
