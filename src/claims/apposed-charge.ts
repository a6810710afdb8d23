import type { Filler } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { Named } from "./told-sides.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** What stands between the comma and the verb: "a charge it", "which Kampala", "an accusation that Tehran has". */
const APPOSED =
  /^(?:(?:an?|the) (?:\p{L}+ )?(?:charge|accusation|allegation|claim|assertion|insinuation|suggestion)s?|something|which|(?:charge|accusation|allegation|claim)s)\b/iu;
/** How many nodes the aside may have before its verb. */
const LONGEST = 9;

/** The sides of a charge that is denied in the sentence that tells it. */
export interface ApposedCharge {
  /** Who denies, where the words only have a pronoun; else null. */
  readonly speaker: readonly Named[] | null;
  readonly addressee: readonly Named[];
}

/**
 * "Kenya accused Uganda of arming the rebels, a charge it denies", "…, which Kampala denies": whoever was accused denies it, to whom
 * accused him. Null where the verb at `trigger` stands in no such aside, or another than the accused denies.
 */
export function apposedCharge(graph: SentenceGraph, trigger: number, own: readonly Filler[], memory: TopicMemory): ApposedCharge | null {
  let comma = trigger - 1;
  while (comma > 0 && trigger - comma <= LONGEST && graph.node(comma).text !== ",") comma--;
  if (comma < 1 || graph.node(comma).text !== ",") return null;
  const words = graph.nodes.slice(comma + 1, trigger).map((n) => n.text);
  if (!APPOSED.test(words.join(" "))) return null;
  const told = memory.sidesTold().filter((t) => t.back === 0 && t.type === "statement" && t.trigger < comma);
  const charge = told.find((t) => t.stance === "accuses" || t.stance === "criticises");
  if (!charge || charge.from.length === 0 || charge.to.length === 0) return null;
  if (own.every((o) => charge.to.some((t) => t.actor === o.actor))) return { speaker: null, addressee: charge.from };
  return own.every((o) => graph.node(o.node).upos === "PRON") ? { speaker: charge.to, addressee: charge.from } : null;
}
