import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

type Condition = (graph: SentenceGraph, match: FrameMatch) => boolean;

const COUNTRIES = /^(?:country|state|nation|government|power|neighbou?r|partner|regime|ally|those|anyone|others?|any)$/i;
const RANKED =
  /\b(?:ministers?|ministerial|presidents?|presidential|leaders?|heads|delegations?|officials?|premiers?|high[- ]level|state)\b/i;

/** Conditions about who the sides are, and how far they are said; docs/frames.md lists them by name. */
export const SIDES_CONDITIONS: Readonly<Record<string, Condition>> = {
  /** "ties with countries that recognise Kosovo": those with whom it is are only described. */
  "partner-unnamed": (graph, { trigger, theme, fillers }) =>
    ![...fillers.values()].flat().some((f) => f.slot.endsWith("with")) &&
    [trigger, theme ?? trigger].some((n) =>
      (graph.slots(n).get("with") ?? []).some((w) => COUNTRIES.test(graph.lemma(w)) && !/^NNP?$/.test(graph.node(w).xpos)),
    ),
  /** "joined the defence alliance": the alliance is itself one of the sides found, and a body. */
  "side-by-its-sort": (graph, { trigger, fillers }) =>
    (fillers.get("party") ?? []).some(
      (f) => f.actor.startsWith("org:") && f.mention.start < graph.node(trigger).end && f.mention.end > graph.node(trigger).start,
    ),
  /** "a grouping of Brazil, Russia and India": two members or more are named. */
  "several-members": (_, { fillers }) => new Set((fillers.get("member") ?? []).map((f) => f.actor)).size > 1,
  /** "was the first to be held abroad": a rank with an infinitive tells of what was held already. */
  "ranked-infinitive": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "acl", "xcomp", "advcl")
      .some((c) => graph.childrenBy(c, "mark").some((m) => /^to$/i.test(graph.node(m).text))),
  /** "a Strategic Partnership and Cooperation Agreement": the first half of a pact's title. */
  "names-a-pact": (graph, { theme, trigger }) => {
    const at = theme ?? trigger;
    return (
      /^(?:and|&|,)$/.test(graph.nodes[at + 1]?.text ?? "") &&
      graph.nodes
        .slice(at + 2, at + 6)
        .some((n) => /^\p{Lu}.*(?:Agreement|Treaty|Pact|Declaration|Memorandum)$|^(?:Agreement|Treaty)$/u.test(n.text))
    );
  },
  /** "switched from Taiwan": whom somebody leaves is named. */
  "left-named": (_, { fillers }) => (fillers.get("party") ?? []).some((f) => f.slot.endsWith("from")),
  /** "exchanged visits of foreign ministers": who travels is a person or an office, or is said of the visits. */
  "rank-of-visits": (graph, { trigger, theme, fillers }) =>
    (fillers.get("visitor") ?? []).some((f) => f.person !== null || f.office !== null || f.body !== null || f.slot === "subject") ||
    graph.subtree(theme ?? trigger, false).some((n) => RANKED.test(graph.node(n).text)),
};
