import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Moneys whose name alone does not say of which state they are. */
const MONEY =
  /^(?:francs?|dinars?|dirhams?|riyals?|rials?|pesos?|lira|liras|shillings?|kron(?:er|or|a|e)|dollars?|euros?|pounds?|rupees?)$/i;

/** What the word stands for is a sum: "20 million dollars", "1.5 million francs", a bare "5 million". */
export function isMoney(graph: SentenceGraph, n: number): boolean {
  const { unit, text } = graph.node(n);
  if (unit?.kind === "amount") return true;
  if (MONEY.test(text)) return graph.childrenBy(n, "nummod").length > 0;
  return (
    /^(?:m|b)illion$/i.test(text) &&
    graph.childrenBy(n, "nummod", "compound").length > 0 &&
    !graph.node(n).relation.startsWith("nummod") &&
    graph.childrenBy(n, "nmod").every((c) => graph.preposition(c) !== "of")
  );
}

const STUDYING =
  /^(?:study|train|graduate|admit|enrol|enroll|attend|educate|send|qualify|specialise|specialize|learn|go|come|travel|complete|pursue)$/;

/** Conditions of help that is neither money nor goods. */
export const AID_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** The object is a sum of money. */
  "object-is-money": (graph, { slots }) => (slots.get("object") ?? []).some((n) => isMoney(graph, n)),
  /** "paid 20 million dollars for coffee": a price, where what is paid for is no work. */
  "pays-a-sum": (graph, { trigger, slots }) =>
    graph.node(trigger).lemma.toLowerCase() === "pay" && (slots.get("object") ?? []).some((n) => isMoney(graph, n)),
  /** "inaugurated the library, a gift of Korea": shown or opened where it stands. */
  "opened-there": (graph, { trigger }) => {
    const over = graph.ancestors(trigger).find((n) => graph.isVerb(n));
    return (
      over !== undefined && /^(?:inaugurate|unveil|dedicate|commission|show|open)$/.test(graph.lemma(over)) && !graph.preposition(trigger)
    );
  },
  /** "a rice project of 8 million dollars": a sum says what the object is worth. */
  "money-in-object": (graph, { slots }) =>
    (slots.get("object") ?? []).some((n) => graph.subtree(n, false).some((k) => k !== n && isMoney(graph, k))),
  /** "are admitted to Tunisian universities on grants": with what somebody studies. */
  "studied-with": (graph, { trigger, fillers }) => {
    const { head } = graph.node(trigger);
    if (head < 0 || !/^(?:with|on|through|under|thanks to|by)$/.test(graph.preposition(trigger))) return false;
    const donors = (fillers.get("donor") ?? []).map((f) => f.actor);
    const over = [head, ...graph.ancestors(head)].find((n) => graph.isVerb(n));
    return (
      over !== undefined &&
      STUDYING.test(graph.lemma(over)) &&
      donors.length === 1 &&
      (fillers.get("recipient") ?? []).every((f) => f.actor !== donors[0])
    );
  },
  /** Who is helped is another than who helps, and both are states or bodies that are named. */
  "not-its-own": (_, { fillers }) => {
    const donors = new Set((fillers.get("donor") ?? []).map((f) => f.actor));
    return (fillers.get("recipient") ?? []).every((f) => !donors.has(f.actor));
  },
  /** "has been a priority country of Estonian development aid". */
  "of-development-aid": (graph, { trigger }) =>
    graph
      .subtree(trigger)
      .some((n) =>
        /^(?:development (?:co-?operation|aid|assistance)|co-?operation|aid|assistance|help)$/i.test(
          graph.node(n).unit?.kind === "name" ? "" : graph.node(n).text,
        ),
      ) &&
    /\b(?:development|foreign|humanitarian|technical|official|bilateral) (?:\p{L}+ )?(?:co-?operation|aid|assistance|help)\b/iu.test(
      graph
        .subtree(trigger)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
};
