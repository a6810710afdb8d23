import type { ClaimType } from "./claim.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/**
 * Prepositions with the nouns of the part of those who are no side of what is told: "in spite of the good offices of Argentina",
 * "under Norwegian supervision". Not "over Danish support", "after an Irish protest": who gave the cause may well be the other side.
 */
const PARTS: Readonly<Record<string, RegExp>> = {
  in: /^(?:spite|presence)$/i,
  under: /^(?:mediation|auspices|aegis|supervision|patronage|pressure|chairmanship|guidance|eyes)$/i,
  through: /^(?:offices?|mediation|facilitation|help|assistance|efforts?|intercession)$/i,
  with: /^(?:help|assistance|support|backing|blessing|approval|encouragement|mediation|facilitation)$/i,
  at: /^(?:request|invitation|behest|insistence|urging|initiative)$/i,
  on: /^(?:initiative|advice|insistence)$/i,
  without: /^(?:help|assistance|approval|blessing|mediation)$/i,
};
/** "after talks brokered by Kenya", "at a ceremony attended by the Thai premier". */
const STOOD_BY = /^(?:broker|mediate|facilitate|observe|witness|host|attend|sponsor|arrange|encourage|chair|convene|support|back)$/i;
const ALONGSIDE = /^(?:despite|notwithstanding|unlike|in_spite_of|thanks_to)$/i;

/** Whether a sentence names somebody besides the known who may be a side of what it tells, not one who only helps, hinders or looks on. */
export function namesAnotherSide(graph: SentenceGraph, actors: PhraseActors, known: readonly string[]): boolean {
  if (!actors.namesAnother(known)) return false;
  const aside = new Set(graph.nodes.flatMap((_, i) => (isAside(graph, i) ? graph.subtree(i) : [])));
  return graph.nodes.some(
    (_, i) => !aside.has(i) && actors.mentionsAt(i).some((m) => m.kind !== "place" && m.actors.some((a) => !known.includes(a))),
  );
}

/** "with the help of Libya", "despite Chilean protests", "talks brokered by Kenya": a phrase that names who only helps, hinders or looks on. */
export function isAside(graph: SentenceGraph, i: number): boolean {
  const { relation, xpos } = graph.node(i);
  if (/^(?:obl|nmod)/.test(relation)) {
    const by = graph.preposition(i);
    return ALONGSIDE.test(by) || PARTS[by]?.test(graph.lemma(i)) === true;
  }
  return xpos === "VBN" && /^acl/.test(relation) && STOOD_BY.test(graph.lemma(i));
}

/** Types that bind one state to another. */
const BINDING: ReadonlySet<ClaimType> = new Set(["relations", "mission", "envoy", "agreement", "recognition"]);

/** "Bern suspended relations, in spite of Spanish mediation": with whom is not said. */
export function leaveAside(graph: SentenceGraph, type: ClaimType, fillers: Map<string, Filler[]>): void {
  if (!BINDING.has(type)) return;
  for (const [role, list] of fillers) {
    const left = list.filter((f) => !(f.slot === "mod" && isUnderAside(graph, f.node)));
    if (left.length === list.length) continue;
    if (left.length > 0) fillers.set(role, left);
    else fillers.delete(role);
  }
}

function isUnderAside(graph: SentenceGraph, node: number): boolean {
  return graph.ancestors(node).some((n) => isAside(graph, n));
}
