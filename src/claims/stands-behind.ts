import type { PhraseActor } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Types of which nobody is a side by backing, holding or opposing those who are. */
const SIDED: ReadonlySet<string> = new Set([
  "agreement",
  "conflict",
  "deployment",
  "meeting",
  "membership",
  "project",
  "recognition",
  "relations",
  "sanction",
  "visit",
]);
const BEHIND =
  /^[-–‑](?:backed|supported|held|occupied|controlled|administered|ruled|aligned|affiliated|allied|leaning|friendly|linked|inspired|armed|trained|supplied|equipped|claimed)$/i;
const HOLDING = /^[-–‑](?:held|occupied|controlled|administered|ruled)$/i;

/**
 * "Uganda-backed rebels", "in Indian-held Kashmir", "pro-Russian forces", "an anti-India campaign": who is named in the word is not
 * who does it, nor where; what is taken of a land is taken from who holds it.
 */
export function standsBehind(type: string, role: string, graph: SentenceGraph, { node, mention }: PhraseActor): boolean {
  if (!SIDED.has(type)) return false;
  const { text, start } = graph.node(node);
  const within = text.slice(0, Math.max(0, mention.start - start));
  if (/^(?:pro|non)[-–‑]$/i.test(within) || (type !== "conflict" && /^anti[-–‑]$/i.test(within))) return true;
  const next = graph.nodes[node + 1]?.text ?? "";
  const behind = text.slice(Math.max(0, mention.end - start)) || (/^[-–‑]$/.test(next) ? next + (graph.nodes[node + 2]?.text ?? "") : next);
  return BEHIND.test(behind) && !(type === "conflict" && role === "target" && HOLDING.test(behind));
}
