import { isAimOfJourney } from "./aim-of-journey.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";

const TAKES_PART: ReadonlySet<string> = new Set(
  "attend join address speak participate sit represent host co-host convene co-convene organize organise co-organize co-organise chair co-chair co-chaire preside sponsor co-sponsor convoke lead co-lead"
    .split(" ")
    .concat("take part"),
);
const PRESENCE = /^(?:participation|attendance|presence|co-chairmanship|chairmanship)$/;

/**
 * The slots of a gathering, and under `attended` those who came, where a clause that hangs on it tells: "a conference
 * attended by Sudan and Chad", "at which Italy spoke", "held with the participation of Sudan", "co-hosted by Chad".
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
    .filter((n) => !tops.includes(n))
    .concat(presentAt(graph, tops), takingPart(graph, tops));
  return came.length > 0 ? new Map([...slots, ["attended", came]]) : slots;
}

const JOURNEY = /^(?:arrive|come|travel|fly|go|head|journey|be|receive|expect|welcome)$/;

/** Where somebody went to attend: "flew to Lomé to attend the summit" puts the summit in Lomé. */
export function withVenue(graph: SentenceGraph, trigger: number, gathering: number, slots: Slots): Slots {
  const { head, relation } = graph.node(trigger);
  // "met in extraordinary session in Cairo", "met for the fourth time in Lima"
  const within = !graph.isVerb(trigger)
    ? []
    : [...(slots.get("in") ?? []), ...(slots.get("for") ?? [])].filter((n) => /^(?:session|time)$/.test(graph.lemma(n)));
  const there = within.flatMap((n) => graph.slots(n).get("in") ?? []);
  if (there.length > 0) return new Map([...slots, ["in", [...(slots.get("in") ?? []), ...there]]]);
  if (graph.slots(gathering).has("in") || head < 0) return slots;
  // "flew to Bali for the summit"
  const isAim =
    trigger === gathering
      ? relation === "obl" && graph.isVerb(head) && graph.preposition(trigger) === "for" && JOURNEY.test(graph.lemma(head))
      : /^(?:advcl|acl|xcomp)/.test(relation) && isAimOfJourney(graph, trigger);
  if (!isAim) return slots;
  const trip = graph.childrenBy(head, "obj").find((o) => /^(?:visit|trip|tour)$/.test(graph.lemma(o)));
  const around = graph.slots(trip ?? head);
  const places = [...(around.get("to") ?? []), ...(around.get("in") ?? []), ...(trip === undefined ? (around.get("object") ?? []) : [])];
  return places.length > 0 ? new Map([...slots, ["in", [...(slots.get("in") ?? []), ...places]]]) : slots;
}

/** "with the participation of Sudan", "in the presence of the ministers of": whose presence is told beside the gathering or its verb. */
function presentAt(graph: SentenceGraph, tops: readonly number[]): number[] {
  const around = tops.map((n) => graph.node(n).head).filter((n) => n >= 0 && graph.isVerb(n));
  return [...new Set([...tops, ...around])]
    .flatMap((n) => graph.childrenBy(n, "obl", "nmod"))
    .filter((n) => PRESENCE.test(graph.lemma(n)) && ["with", "in", "under"].includes(graph.preposition(n)))
    .flatMap((n) => graph.slots(n).get("of") ?? []);
}

/** "with Nigeria and Gabon taking part": the subject of a clause beside the verb over the gathering. */
function takingPart(graph: SentenceGraph, tops: readonly number[]): number[] {
  return [...new Set(tops.map((n) => graph.node(n).head))]
    .filter((n) => n >= 0 && graph.isVerb(n))
    .flatMap((n) => graph.childrenBy(n, "advcl"))
    .filter((c) => graph.node(c).xpos === "VBG" && /^(?:take part|participate|attend|speak)$/.test(graph.lemma(c)))
    .flatMap((c) => graph.childrenBy(c, "nsubj"));
}

const OVER = /^(?:auspices|aegis|mediation|chairmanship|sponsorship|patronage)$/;
const MEDIATOR = /^(?:mediator|facilitator|guarantor|broker|go-between|intermediary|co-facilitator|co-mediator|witness)$/;

/** "under the auspices of the Union", "with Norway as facilitator": who stands over the talks of others, and is none of them. */
export function standsOver(graph: SentenceGraph, node: number): boolean {
  const { head } = graph.node(node);
  if (head >= 0 && OVER.test(graph.lemma(head)) && /^(?:under|with|through)$/.test(graph.preposition(head))) return true;
  // "with Qatar and Egypt as witnesses": of all of them
  return graph
    .conjuncts(node)
    .some(
      (at) => graph.nodes[at + 1]?.text === "as" && [at + 2, at + 3].some((k) => k < graph.nodes.length && MEDIATOR.test(graph.lemma(k))),
    );
}
