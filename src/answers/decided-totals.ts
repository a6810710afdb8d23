import { applyDecisions } from "../reasoning/apply-decisions.ts";
import { claimsOfRuling } from "../record/decision.ts";
import { dyadsOf } from "../record/dyads.ts";
import type { ClaimEntry, Record } from "../record/record.ts";

export interface DecidedTotals {
  /** Actors with the number of claims they take part in, most first. */
  readonly actors: readonly { readonly actor: string; readonly claims: number }[];
  /** Pairs of actors with the number of claims they share, most first. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly claims: number }[];
}

/** How many standing claims actors and pairs of them have, without those that people rejected and with corrected actors. */
export async function decidedTotals(record: Record, mostPairs: number): Promise<DecidedTotals> {
  const decisions = await record.decisions();
  if (decisions.length === 0) return { actors: await record.actors(), pairs: await record.pairs(mostPairs) };
  const meant = await record.claimsNear(decisions.flatMap((d) => claimsOfRuling(d.ruling)));
  const change = new Map<string, number>();
  const count = (entries: readonly ClaimEntry[], by: number): void => {
    for (const { claim } of entries) {
      const actors = claim.participants.map((p) => p.actor);
      for (const [a, b] of [...[...new Set(actors)].map((actor) => [actor, ""] as const), ...dyadsOf(actors)])
        change.set(`${a}\n${b}`, (change.get(`${a}\n${b}`) ?? 0) + by);
    }
  };
  count(meant, -1);
  count(applyDecisions(meant, decisions).entries, 1);
  const totals = new Map<string, number>();
  for (const { actor, claims } of await record.actors()) totals.set(`${actor}\n`, claims);
  for (const { a, b, claims } of await record.pairs()) totals.set(`${a}\n${b}`, claims);
  for (const [key, by] of change) totals.set(key, (totals.get(key) ?? 0) + by);
  const rows = [...totals]
    .filter(([, claims]) => claims > 0)
    .map(([key, claims]) => ({ a: key.split("\n")[0]!, b: key.split("\n")[1]!, claims }))
    .sort((x, y) => y.claims - x.claims || (x.a + x.b < y.a + y.b ? -1 : 1));
  return {
    actors: rows.filter((r) => r.b === "").map(({ a, claims }) => ({ actor: a, claims })),
    pairs: rows.filter((r) => r.b !== "").slice(0, mostPairs),
  };
}
