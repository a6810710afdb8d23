import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

type Condition = (graph: SentenceGraph, match: FrameMatch) => boolean;

const PARLIAMENT =
  /\b(?:parliaments?|parliamentarians?|houses?|senates?|senators|assembl(?:y|ies)|congress|chambers?|legislatures?|lawmakers|legislators|deputies|mps|duma|cortes|knesset|bundestag|riksdag|storting|folketing|seimas|saeima|sejm|riigikogu|rada|majlis|diet|verkhovna rada|legislative council|cabinet|council of ministers|plenary|voters|referendum)\b/i;

/** Conditions of the frames of agreements; docs/frames.md lists them by name. */
export const PACT_CONDITIONS: Readonly<Record<string, Condition>> = {
  /** "has been in force since May": its beginning is told. */
  "since-said": (graph, { trigger }) =>
    graph.subtree(trigger, false).some((n) => /^since\b/i.test(graph.node(n).text) || graph.preposition(n) === "since"),
  /** "is in talks", "entered into negotiations". */
  "in-it": (graph, { trigger }) => ["in", "into"].includes(graph.preposition(trigger)),
  /** A parliament, a house of it, a cabinet or the voters do it: "the lower house passed the treaty". */
  "by-parliament": (graph, { trigger, slots }) =>
    [...(graph.isVerb(trigger) && graph.isPassive(trigger) ? [] : (slots.get("agent") ?? [])), ...(slots.get("by") ?? [])].some((n) =>
      PARLIAMENT.test(
        graph
          .subtree(n, false)
          .map((k) => graph.node(k).text)
          .join(" "),
      ),
    ),
};
