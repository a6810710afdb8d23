import { byCodeUnits } from "../record/dyads.ts";
import type { LeanEntry } from "../record/record.ts";
import { MatterGroups } from "./matter-groups.ts";
import { objectOf, type Traits, telling, traitsOf } from "./matter-traits.ts";
import { type Matter, sidesOf } from "./matters.ts";
import { ANY_TIME, widthOf } from "./time-bounds.ts";

/**
 * Claims by matter, each list in the order of the claims given. The claims that say most come first; one that leaves out what
 * another says (an embassy without its city, an agreement without its title or date) belongs to that other's matter when there is
 * only one such between the two. Claims of any order give the same groups.
 */
export function groupByMatter<E extends LeanEntry>(entries: readonly E[]): { matter: Matter; entries: E[] }[] {
  const bySides = new Map<string, { sides: Omit<Matter, "object">; entries: E[] }>();
  for (const entry of entries)
    for (const sides of sidesOf(entry.claim)) {
      const key = `${sides.kind}|${sides.a}|${sides.b}`;
      const known = bySides.get(key);
      if (known) known.entries.push(entry);
      else bySides.set(key, { sides, entries: [entry] });
    }
  return [...bySides.values()].flatMap(({ sides, entries: own }) =>
    groupOne(sides.kind, own).map(({ traits, entries: told }) => ({
      matter: { ...sides, object: objectOf(sides.kind, traits) },
      entries: told,
    })),
  );
}

/** The groups of one kind between the same two, their claims in the order given. */
function groupOne<E extends LeanEntry>(kind: Matter["kind"], entries: readonly E[]): { traits: Traits; entries: E[] }[] {
  const told = entries.map((entry, place) => {
    const traits = traitsOf(kind, entry.claim);
    return { entry, place, traits, says: telling(traits), width: widthOf((traits.signed ?? traits.inForce)?.bounds ?? ANY_TIME) };
  });
  told.sort((x, y) => y.says - x.says || x.width - y.width || byCodeUnits(x.entry.claim.id, y.entry.claim.id));
  const groups = new MatterGroups<E>(kind);
  const homes: number[] = [];
  for (const { entry, place, traits } of told) homes[place] = groups.add(entry, traits);
  const inOrder = groups.all.map(({ traits }) => ({ traits, entries: [] as E[] }));
  for (const [place, home] of homes.entries()) inOrder[home]!.entries.push(entries[place]!);
  return inOrder;
}
