import type { OwnedOffice } from "./read-offices.ts";
import { wordsOf } from "./read-offices.ts";
import { LOWER } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

/** Offices that one person holds together. */
const BESIDE = /\b(?:deputy|vice|first|state|senior|cabinet)\b.*\b(?:minister|premier|chancellor|president|secretary)\b|^minister\b/i;

/**
 * "Kenya's Deputy Prime Minister, Foreign Minister Example": two titles of one person, of which only the first says whose. The second
 * has the same owner, and no name stands before the first.
 */
export function shareOwners(
  context: TextContext,
  offices: readonly OwnedOffice[],
): { offices: OwnedOffice[]; joined: ReadonlySet<OwnedOffice> } {
  const joined = new Set<OwnedOffice>();
  const shared = offices.map((one, i) => {
    const before = offices[i - 1];
    if (!before?.owner || one.owner || before.office.body || one.office.body || before.office.plural || one.office.plural) return one;
    const { words } = context;
    const between = words.folds.slice(before.last + 1, one.first).join(" ");
    if (!/^(?:,|and|, and)$/.test(between) || context.sentences[before.last] !== context.sentences[one.first]) return one;
    const isBeside = BESIDE.test(wordsOf(context, before.first, before.last)) && words.shapes[before.last] !== LOWER;
    if (!isBeside || words.shapes[one.office.first] === LOWER || !/^(?:foreign-minister|minister|official)$/.test(one.office.office))
      return one;
    joined.add(before);
    return { ...one, owner: before.owner };
  });
  return { offices: shared, joined };
}
