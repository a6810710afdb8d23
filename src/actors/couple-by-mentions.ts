import type { Mention } from "./mention.ts";

const OFTEN = 20;
const SOMETIMES = 8;

/**
 * The two states that a text is about, by how often it names them: four of five mentions of states are theirs, and one of four
 * at least is the second's; of a short text, such as a communiqué, nearly all. Empty where no two stand out.
 */
export function coupleByMentions(mentions: readonly Mention[]): readonly string[] {
  const counts = new Map<string, number>();
  let all = 0;
  for (const m of mentions) {
    if ((m.kind !== "state" && m.kind !== "former-state") || m.actors.length !== 1 || m.form === "reference") continue;
    counts.set(m.actors[0]!, (counts.get(m.actors[0]!) ?? 0) + 1);
    all++;
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const share = all < OFTEN ? 0.9 : 0.8;
  if (!first || !second || all < SOMETIMES || second[1] * 4 < all || first[1] + second[1] < all * share) return [];
  return [first[0], second[0]];
}
