import { findMatches } from "../document/find-matches.ts";
import type { Skeleton, Slot } from "./figure-skeleton.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Whose page or section it is, for sides that the words leave out. */
export type Sides = Pick<TopicMemory, "subjects" | "pair"> & {
  /** The two that the text has just spoken of together; empty where there are none. */
  readonly told?: readonly string[];
  /** The state whose own document it is. */
  readonly voice?: string | null;
  /** With whom an actor has just had to do, where it is one. */
  readonly partnerOf?: (actor: string) => string | undefined;
};

/** The other one of the two that the place tells, or whose page it is. */
export function otherSide(subject: string | undefined, { subjects, pair, partnerOf }: Sides): string | undefined {
  const two = subjects.length === 2 ? subjects : pair;
  if (two.length === 2) return subject !== undefined && two.includes(subject) ? two.find((a) => a !== subject) : undefined;
  const partner = subject === undefined ? undefined : partnerOf?.(subject);
  if (partner !== undefined && /^[A-Z]{3}$/.test(partner)) return partner;
  return subjects.length === 1 && subjects[0] !== subject ? subjects[0] : undefined;
}

/** Whose "imports" they are, and from whom: the state that was just told to trade, that speaks, or whose page it is, and the other of the two. */
export function ownerOf(memory: Sides, last: string | null): [string, string] | null {
  const own = last ?? memory.voice ?? (memory.subjects.length === 1 ? memory.subjects[0]! : null);
  const other = own === null ? undefined : otherSide(own, memory);
  return own !== null && other !== undefined && other !== own ? [own, other] : null;
}

/** "India's work with Sweden began in 1990. Trade stood at": the two states that the sentence before names, and no third. */
export function twoBefore(memory: TopicMemory): readonly string[] | null {
  const named = [...new Set(memory.namedBack(1).map((f) => f.actor))].filter((a) => /^[A-Z]{3}$/.test(a));
  return named.length === 2 ? named : null;
}

/** Two sides, from the phrase itself, from the only other actors of the sentence, or from the page. */
export function sidesOf(
  skeleton: Skeleton,
  slots: readonly Slot[],
  from: number,
  memory: Sides,
  last: string | null,
): [string, string] | null {
  const own = [...new Set(slots.flatMap((s) => (s.kind === "A" ? s.actors : [])))];
  if (own.length === 2) return [own[0]!, own[1]!];
  if (own.length > 2) return null;
  const all = [...new Set(skeleton.slots.flatMap((s) => (s.kind === "A" ? s.actors : [])))];
  const { subjects } = memory;
  const two = subjects.length === 2 ? subjects : memory.pair;
  if (own.length === 0) {
    if (all.length === 2) return [all[0]!, all[1]!];
    if (two.length === 2 && all.every((a) => two.includes(a))) return [two[0]!, two[1]!];
    if (all.length === 1 && subjects.length === 1 && all[0] !== subjects[0]) return [subjects[0]!, all[0]!];
    // "bilateral trade reached": between the two just spoken of
    const told = memory.told ?? [];
    return told.length === 2 && all.every((a) => told.includes(a)) ? [told[0]!, told[1]!] : null;
  }
  // "Japan will lend …, and that trade with India rose": who stands in another clause says nothing
  const clause = Math.max(-1, ...findMatches(/;|\band that\b|\bsaid that\b/g, skeleton.text.slice(0, from)).map((m) => m.index));
  const before = [
    ...new Set(
      skeleton.slots.flatMap((s) => {
        const place = skeleton.text.indexOf(`‹A${skeleton.slots.indexOf(s)}›`);
        return s.kind === "A" && place < from && place > clause ? s.actors : [];
      }),
    ),
  ].filter((a) => a !== own[0]);
  if (before.length === 1) return [before[0]!, own[0]!];
  // "exports to Peru rose to …, while trade with Chile reached": the same side goes on
  if (before.length > 1) return last !== null && last !== own[0] && before.includes(last) ? [last, own[0]!] : null;
  const page =
    two.length === 2 && two.includes(own[0]!)
      ? two.find((a) => a !== own[0])
      : subjects.length === 1
        ? subjects[0]
        : (memory.voice ?? undefined);
  const near = memory.partnerOf?.(own[0]!);
  const other = page !== undefined && page !== own[0] ? page : near !== undefined && /^[A-Z]{3}$/.test(near) ? near : undefined;
  return other !== undefined && other !== own[0] ? [other, own[0]!] : null;
}
