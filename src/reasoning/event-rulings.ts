import type { Decision } from "../record/decision.ts";
import type { ClaimEntry } from "../record/record.ts";

/** Which claims people said to tell of one happening, and which of different ones. */
export interface EventRulings {
  /** By a claim's id the name of its happening: the least id of the claims that tell of it. */
  readonly together: ReadonlyMap<string, string>;
  /** By a claim's id the ids of those that tell of other happenings. */
  readonly apart: ReadonlyMap<string, readonly string[]>;
  /** Merges and splits of which nothing is left, each with the later one that says otherwise. */
  readonly overruled: readonly { readonly decision: Decision; readonly by: Decision }[];
}

/**
 * What merges and splits come to. Each is taken as what it says of every two of its claims; the later ones come first, and
 * what does not agree with them is left out: of a merge of three that a later split of two contradicts, the third stays with
 * the first of these.
 */
export function ruleEvents(decided: readonly { readonly decision: Decision; readonly claims: readonly ClaimEntry[] }[]): EventRulings {
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string): Set<string> => groups.get(id) ?? new Set([id]);
  const apart = new Map<string, Map<string, Decision>>();
  const splitBy = (x: string, y: string): Decision | undefined => apart.get(x)?.get(y);
  const madeBy = new Map<string, Decision>();
  const overruled: { decision: Decision; by: Decision }[] = [];
  for (const { decision, claims } of [...decided].sort((x, y) => y.decision.number - x.decision.number)) {
    const { kind } = decision.ruling;
    if (kind !== "merge" && kind !== "split") continue;
    const ids = [...new Set(claims.map((c) => c.claim.id))].sort();
    let effect = false;
    let against: Decision | null = null;
    for (const [i, x] of ids.entries())
      for (const y of ids.slice(i + 1)) {
        const [left, right] = [groupOf(x), groupOf(y)];
        if (kind === "split") {
          if (left === right) against ??= madeBy.get(x) ?? null;
          else {
            for (const [one, other] of [
              [x, y],
              [y, x],
            ] as const)
              apart.set(one, (apart.get(one) ?? new Map<string, Decision>()).set(other, decision));
            effect = true;
          }
          continue;
        }
        const split = [...left].flatMap((a) => [...right].flatMap((b) => splitBy(a, b) ?? []))[0];
        if (left === right) effect = true;
        else if (split) against ??= split;
        else {
          const joined = new Set([...left, ...right]);
          for (const id of joined) {
            groups.set(id, joined);
            if (!madeBy.has(id)) madeBy.set(id, decision);
          }
          effect = true;
        }
      }
    if (!effect && against) overruled.push({ decision, by: against });
  }
  return {
    together: new Map([...groups].map(([id, group]) => [id, [...group].sort()[0]!])),
    apart: new Map([...apart].map(([id, others]) => [id, [...others.keys()].sort()])),
    overruled,
  };
}
