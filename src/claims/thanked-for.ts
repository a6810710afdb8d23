import type { SentenceGraph } from "./sentence-graph.ts";

const THANKING = /^(?:thank|praise|commend|congratulate|applaud|felicitate|criticize|criticise|condemn|blame)$/;
const SAYING = /^(?:express|voice|convey|extend|reiterate|offer|give|transmit)$/;
const THANKS = /^(?:gratitude|thanks?|appreciation|congratulation|recognition|praise|satisfaction|condolence)s?$/i;
/** Journeys are said to be "of" those who make them. */
const OF_DOER = /^(?:visit|arrival|trip|tour|presence|attendance|participation)$/;

/**
 * "thanked Kuwait for the recognition of its independence", "expressed her thanks to Japan for the donation": whoever is thanked, praised
 * or blamed for a deed did it. The nodes that the noun `i` has as its doer; none where its own words say whose deed it is.
 */
export function thankedFor(graph: SentenceGraph, i: number, slots: ReadonlyMap<string, readonly number[]>): readonly number[] {
  if (!/^(?:for|on)$/.test(graph.preposition(i)) || slots.has("agent") || slots.has("poss") || slots.has("by")) return [];
  if (slots.has("of") && OF_DOER.test(graph.node(i).lemma.toLowerCase())) return [];
  const { head } = graph.node(i);
  if (head < 0 || head > i) return [];
  const verb = graph.isVerb(head) ? head : graph.node(head).head;
  if (verb < 0 || !graph.isVerb(verb) || graph.isPassive(verb)) return [];
  const around = graph.slots(verb);
  const before = (found: readonly number[] | undefined): readonly number[] => (found ?? []).filter((n) => n < i && n !== head);
  // "thanked to Latvia", where English was translated word by word
  if (THANKING.test(graph.lemma(verb))) {
    const object = before(around.get("object"));
    if (object.length > 0) return object;
    return [head, ...(around.get("to") ?? [])].filter((n) => n !== verb && n < i && graph.isNoun(n)).slice(0, 1);
  }
  if (!SAYING.test(graph.lemma(verb))) return [];
  const thanks = around.get("object")?.find((o) => THANKS.test(graph.node(o).text));
  if (thanks === undefined) return [];
  return [before(graph.slots(thanks).get("to")), (around.get("to") ?? []).filter((n) => n < i)].find((found) => found.length > 0) ?? [];
}

const CUTTING = /^(?:sever|break|cut|suspend|downgrade|end|freeze|terminate)$/;

/** "severed relations with Syria for recognising Abkhazia": the one with whom it breaks has done what it breaks for. */
export function brokenWith(graph: SentenceGraph, verb: number, deed: number): number | undefined {
  if (!CUTTING.test(graph.lemma(verb)) || !/^(?:for|over)$/.test(graph.preposition(deed))) return undefined;
  const ties =
    graph
      .slots(verb)
      .get("object")
      ?.filter((n) => /^(?:relation|tie|link|contact)$/.test(graph.lemma(n))) ?? [];
  return [verb, ...ties].flatMap((n) => graph.childrenBy(n, "obl", "nmod")).find((n) => n < deed && graph.preposition(n) === "with");
}
