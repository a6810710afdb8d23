import type { FrameMatch } from "./match-frames.ts";
import { wordsOf } from "./phrase-text.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const UNARMED = /\b(?:diplomatic|propaganda|legal|court|currency|media|information|turf|political|electoral|nerves|public relations)\b/i;
const ARMED =
  /\b(?:military|bombing|bomber|air|armed|aerial|ground|land|naval|guerrilla|offensive|terror|terrorist|counter-?insurgency|troops|forces|bloody|punitive|desert|missile|drone|artillery)\b/i;

const TOLD_OF = /^(?:follow|see|mark|discuss|consider|support|welcome|request|demand|seek|avenge|repel|repulse|survive|suffer)$/;

/** Conditions of the frames of wars, beside those in security-conditions.ts; docs/frames.md lists them by name. */
export const CONFLICT_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** A war of words or of courts, or a campaign that nothing says is fought with arms. */
  unarmed: (graph, { trigger, theme }) => {
    const war = theme ?? trigger;
    const phrase = wordsOf(graph, war);
    return UNARMED.test(phrase) || (graph.node(war).lemma.toLowerCase() === "campaign" && !ARMED.test(phrase));
  },
  /** "Togo's protest followed the raid": who follows or discusses it did not do it, where nothing says whose it was. */
  "another-tells": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    if (head < 0 || relation !== "obj" || !TOLD_OF.test(graph.lemma(head)) || graph.isPassive(head)) return false;
    const isOwned = graph.childrenBy(trigger, "nmod:poss", "amod", "compound").length > 0;
    return !isOwned && !graph.childrenBy(trigger, "nmod", "obl").some((c) => /^(?:by|of|from)$/.test(graph.preposition(c)));
  },
  /** "had a war", not "the war had little effect". */
  "has-the-war": (graph, { trigger, theme }) =>
    graph.lemma(trigger) !== "have" || theme === null || !graph.node(theme).relation.startsWith("nsubj"),
};
