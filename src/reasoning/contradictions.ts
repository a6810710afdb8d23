import type { ClaimEntry, LeanEntry } from "../record/record.ts";
import { type Contradiction, spanOf } from "./contradiction.ts";
import { fold, type Matter } from "./matters.ts";
import { type Preference, preferredSide } from "./preferences.ts";
import { deriveStatuses } from "./statuses.ts";
import { isBefore, timeOf } from "./time-bounds.ts";

/**
 * Every contradiction among the claims: of standing matters, and of foundings that are given different dates. Those that a
 * preferred source settles come after those that are open.
 */
export function findContradictions(entries: readonly ClaimEntry[], preferences: readonly Preference[] = []): Contradiction[] {
  const statuses = deriveStatuses(entries, preferences);
  return inOrderOfSettling([...statuses.flatMap((s) => [...s.contradictions, ...s.settled]), ...findFoundingsApart(entries, preferences)]);
}

/** Those that are open before those that are settled. */
export function inOrderOfSettling<E extends LeanEntry>(all: readonly Contradiction<E>[]): Contradiction<E>[] {
  return [...all.filter((c) => c.settledBy === null), ...all.filter((c) => c.settledBy !== null)];
}

/** An organisation is founded once: claims whose dates cannot be the same stand against each other. */
export function findFoundingsApart(entries: readonly ClaimEntry[], preferences: readonly Preference[]): Contradiction[] {
  const foundings = new Map<string, { matter: Matter; entries: ClaimEntry[] }>();
  const sorted = [...entries].sort((x, y) => x.claim.id.localeCompare(y.claim.id));
  for (const entry of sorted) {
    const { type, phase, factuality, participants, details, date } = entry.claim;
    if (type !== "founding" || phase !== "begins" || factuality !== "actual" || date.edtf === null) continue;
    const organisation = participants.find((p) => p.role === "organization")?.actor ?? null;
    const name = details.name === undefined ? null : String(details.name);
    const founder = participants.find((p) => p.role === "founder")?.actor ?? organisation;
    if (founder === null || (organisation === null && name === null)) continue;
    const key = organisation ?? fold(name!);
    const known = foundings.get(key) ?? { matter: { kind: "founding", a: founder, b: organisation ?? founder, object: name }, entries: [] };
    known.entries.push(entry);
    foundings.set(key, known);
  }
  return [...foundings.values()].flatMap(({ matter, entries: own }) => {
    const byTime = own.sort((x, y) => (timeOf(x).from ?? "").localeCompare(timeOf(y).from ?? "") || x.claim.id.localeCompare(y.claim.id));
    const first = byTime[0]!;
    const apart = byTime.filter((e) => isBefore(timeOf(first), timeOf(e)));
    if (apart.length === 0) return [];
    const says = `is founded in ${first.claim.date.edtf} and in ${apart[0]!.claim.date.edtf}`;
    const one = byTime.filter((e) => !apart.includes(e));
    const scope = { kind: matter.kind, actors: [matter.a, matter.b] };
    const winner = preferredSide(preferences, scope, one, apart) ?? preferredSide(preferences, scope, apart, one);
    return [
      {
        kind: "two-foundings" as const,
        matter,
        first: one,
        second: apart,
        says,
        days: spanOf(own.map(timeOf)),
        settledBy: winner?.decision ?? null,
      },
    ];
  });
}
