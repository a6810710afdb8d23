import type { SentenceGraph, Slots } from "./sentence-graph.ts";

const TAKES_PART: ReadonlySet<string> = new Set(["attend", "join", "address", "speak", "participate", "take part", "sit", "represent"]);

/**
 * The slots of a gathering, and under `attended` those who came, where a clause that hangs on it tells: "a conference
 * attended by Sudan and Chad", "at which Italy spoke".
 */
export function withAttenders(graph: SentenceGraph, gathering: number, slots: Slots): Slots {
  const around = graph.node(gathering).head;
  // "a conference in Doha in April, attended by": the clause may hang on the place or the time behind the noun
  const tops = [
    gathering,
    ...[gathering, around].flatMap((n) => (n < 0 ? [] : graph.childrenBy(n, "obl", "nmod"))).filter((n) => n > gathering),
  ];
  const came = tops
    .flatMap((n) => graph.childrenBy(n, "acl"))
    .filter((c) => graph.isVerb(c) && TAKES_PART.has(graph.lemma(c)))
    .flatMap((c) => graph.slots(c).get(graph.lemma(c) === "represent" ? "object" : "agent") ?? [])
    .filter((n) => !tops.includes(n));
  return came.length > 0 ? new Map([...slots, ["attended", came]]) : slots;
}
