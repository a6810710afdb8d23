import type { ClaimForm } from "../record/record.ts";
import { covers, LOOSE_WORDS, sayTheSame, type Traits, telling, traitsOf } from "./matter-traits.ts";
import { type MatterKind, sidesOf } from "./matters.ts";
import { saysSomething } from "./statuses.ts";

/** Matters of one kind between the same two are compared with each other one by one. */
const MOST_GROUPS = 200;

interface Group {
  readonly traits: Traits;
  speaks: boolean;
}

/**
 * How many matters of a kind claims speak of, by their forms alone: as many as `findMatters` finds. Null where that cannot be told
 * without dates, names of persons, or the place of a claim in its document.
 */
export function countMatters(kind: MatterKind, forms: readonly ClaimForm[]): number | null {
  if (kind === "agreement") return null;
  const bySides = new Map<string, { traits: Traits; speaks: boolean }[]>();
  for (const form of forms) {
    const traits = traitsOf(kind, { ...form, date: { edtf: null } });
    if ([...traits.words.keys()].some((word) => LOOSE_WORDS.has(word))) return null;
    for (const { a, b } of sidesOf(form)) {
      const key = `${a}|${b}`;
      const told = bySides.get(key) ?? [];
      told.push({ traits, speaks: saysSomething(form) });
      bySides.set(key, told);
    }
  }
  let count = 0;
  for (const told of bySides.values()) {
    const groups: Group[] = [];
    for (const one of told.sort((x, y) => telling(y.traits) - telling(x.traits))) {
      const same = groups.find((g) => sayTheSame(g.traits, one.traits));
      const wider = same && telling(one.traits) > 0 ? [] : groups.filter((g) => g !== same && covers(kind, g.traits, one.traits));
      if (wider.length > 1 || groups.length > MOST_GROUPS) return null;
      const home = wider[0] ?? same;
      if (home) home.speaks ||= one.speaks;
      else groups.push({ ...one });
    }
    count += groups.filter((g) => g.speaks).length;
  }
  return count;
}
