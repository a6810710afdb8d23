import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const STATESMEN =
  /\b(?:leader|head|minister|president|official|delegate|delegation|representative|envoy|diplomat|governor|parliamentarian|lawmaker|state|nation|member|chief|expert|participant|negotiator|ambassador)s?\b|\bcountr(?:y|ies)\b/i;

/** Conditions of gatherings of organisations, beside those in diplomacy-conditions.ts; docs/frames.md lists them by name. */
export const GATHERING_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** "Qatar, which hosts the leaders of a movement": they live there. */
  lodges: (graph, { trigger, fillers }) =>
    graph.lemma(trigger) === "host" &&
    graph.isSimplePresent(trigger) &&
    (fillers.get("visitor") ?? []).every((f) => f.actor.startsWith("group:")),
  /** "leaders are meeting at the summit", "gathered for the session": who comes together is not named but as the body's or a region's own. */
  "gathers-at-it": (graph, { theme, slots }) =>
    theme !== null &&
    /^(?:at|for)$/.test(graph.preposition(theme)) &&
    !slots.has("object") &&
    (slots.get("agent") ?? []).some((n) => [n, ...graph.childrenBy(n, "appos")].some((k) => STATESMEN.test(graph.node(k).text))),
  /** "the meeting began a procedure": what it begins is something else. */
  "does-something": (graph, { trigger, theme }) => {
    const gathering = theme ?? trigger;
    const over = graph.node(gathering).head;
    return (
      over >= 0 &&
      graph.node(gathering).relation === "nsubj" &&
      graph.childrenBy(over, "obj").some((o) => o > over && !/^(?:place|part)$/i.test(graph.node(o).text))
    );
  },
  /** A gathering brings people together: not critics, and no "closer together". */
  "draws-people": (graph, { trigger, slots }) =>
    (graph.lemma(trigger) !== "bring" || graph.nodes.some((n) => n.head === trigger && /^together$/i.test(n.text))) &&
    !graph.nodes.some((n) => n.head === trigger && /^closer$/i.test(n.text)) &&
    (slots.get("object") ?? []).some((n) => graph.conjuncts(n).some((k) => STATESMEN.test(graph.node(k).text))),
};
