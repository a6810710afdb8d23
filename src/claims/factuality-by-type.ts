import type { Factuality } from "./claim.ts";
import { STRENGTH } from "./factuality.ts";
import type { Frame } from "./frame.ts";
import { DREADED, isTakenForDone } from "./grounds.ts";
import { isNegated, moodOf } from "./predicate-mood.ts";
import { isRanked } from "./ranked.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { isToBeHeld } from "./still-to-come.ts";

const PROMISES = /^(?:promise|pledge|vow|swear|agree|undertake|commit|guarantee|assure|commitment|undertaking)$/;
const TRYING: ReadonlySet<string> = new Set(["try", "attempt", "effort", "seek"]);

/**
 * Whether something took place, where its type sees that otherwise than the words around it would have it of any act; null where
 * the words claim nothing, undefined where the type has no rule of its own.
 */
export function factualityByType(
  graph: SentenceGraph,
  frame: Frame,
  trigger: number,
  theme: number | null,
  judged: Factuality,
): Factuality | null | undefined {
  if (judged === "actual" && isAskedFor(graph, trigger)) return "proposed";
  // "will take place, to be attended by the minister"
  if (judged === "proposed" && frame.type === "meeting" && isToBeDone(graph, trigger)) return "planned";
  if (judged === "actual" && frame.type === "membership" && isBegun(graph, trigger)) return "planned";
  if (judged === "proposed" && frame.type === "aid" && isPactsAim(graph, trigger)) return "planned";
  if (judged === "actual" && frame.type === "meeting" && [trigger, theme].some((n) => n !== null && isToBeHeld(graph, n))) return "planned";
  if (judged === "actual" && isStillToBeDone(graph, trigger)) return "planned";
  if (judged === "denied" && frame.type === "envoy" && isToldOf(graph, trigger)) return "actual";
  // "agreed to restore ties following Saudi mediation"
  if (frame.type === "mediation" && judged !== "denied" && isTakenForDone(graph, trigger)) return "actual";
  if (frame.type === "mediation") return ofMediation(graph, trigger, judged);
  if (frame.type === "deployment") return frame.conditions.includes("council-renews") ? ofRenewal(graph, trigger, judged) : undefined;
  return frame.type === "conflict" ? ofConflict(graph, frame, trigger, judged) : undefined;
}

/** "an embassy to be opened in Lomé"; "the first to be opened there" was. */
function isStillToBeDone(graph: SentenceGraph, verb: number): boolean {
  const { head, relation } = graph.node(verb);
  if (relation !== "acl" || head < 0 || !graph.isPassive(verb) || !isToBeHeld(graph, head)) return false;
  return !isRanked(graph, head) && !graph.subtree(verb).some((n) => n < verb && /^(?:have|had|found|seen|ever)$/i.test(graph.node(n).text));
}

/** "the first ambassador was not a resident": there was one, whatever he was not. */
function isToldOf(graph: SentenceGraph, noun: number): boolean {
  const { head, relation } = graph.node(noun);
  const isNone = graph.childrenBy(noun, "det", "cc").some((d) => /^(?:no|neither)$/i.test(graph.node(d).text));
  return relation === "nsubj" && head > noun && graph.isNoun(noun) && !isNone && graph.childrenBy(head, "cop").length > 0;
}

/** "directed that the memorandum be signed": what is to be, in the subjunctive. */
function isAskedFor(graph: SentenceGraph, verb: number): boolean {
  const be = graph.childrenBy(verb, "aux:pass", "cop").find((c) => graph.node(c).text.toLowerCase() === "be");
  return (
    be !== undefined &&
    graph.childrenBy(verb, "aux").every((c) => c === be) &&
    graph.childrenBy(verb, "mark").some((m) => /^that$/i.test(graph.node(m).text))
  );
}

function isToBeDone(graph: SentenceGraph, verb: number): boolean {
  const { relation, xpos } = graph.node(verb);
  if (xpos !== "VBN" || !relation.startsWith("advcl") || graph.childrenBy(verb, "aux:pass").length === 0) return false;
  return graph.nodes[Math.min(...graph.childrenBy(verb, "mark")) - 1]?.text === ",";
}

/** "started the procedure for its accession", "reached agreement on admitting it": the way there, not the end of it. */
function isBegun(graph: SentenceGraph, trigger: number): boolean {
  const { head } = graph.node(trigger);
  if (head < 0) return false;
  // "agreement on admitting it as a member"
  if (graph.node(head).xpos === "VBG" && graph.isNoun(trigger)) return isBegun(graph, head);
  if (!/^(?:of|for|on|to|towards?|about)$/.test(graph.preposition(trigger))) return false;
  // "started the procedure for it", where the phrase hangs on the verb
  const over = graph.isVerb(head) ? graph.childrenBy(head, "obj").filter((o) => o > head && o < trigger) : [head];
  return over.some((n) => /^(?:procedure|process|agreement|consensus|preparation|step|path)$/.test(graph.lemma(n)));
}

/** "signed an agreement to provide loans": what it is signed for is agreed. */
function isPactsAim(graph: SentenceGraph, verb: number): boolean {
  const { head, relation, xpos } = graph.node(verb);
  if (head < 0 || xpos !== "VB" || !/^(?:advcl|acl|xcomp)/.test(relation)) return false;
  return /^(?:sign|conclude|ink|agreement|contract|memorandum|accord|deal|arrangement)$/.test(graph.lemma(head));
}

/** What is done to mediate: "sent its secretary-general to mediate", "stepped in as a mediator". */
const SENDING: ReadonlySet<string> = new Set(
  "send dispatch appoint name designate assign step step in intervene fly travel go telephone phone call shuttle join".split(" "),
);

/** Who tries to mediate mediates, and "mediated talks" were mediated; who stands ready to offers to. */
function ofMediation(graph: SentenceGraph, trigger: number, judged: Factuality): Factuality | undefined {
  const over = graph.node(trigger).head;
  const isTried = over >= 0 && (TRYING.has(graph.lemma(over)) || SENDING.has(graph.lemma(over)) || graph.node(trigger).relation === "amod");
  if (judged === "proposed" && isTried) return "actual";
  return judged === "planned" && over >= 0 && isReady(graph, trigger) ? "proposed" : undefined;
}

function isReady(graph: SentenceGraph, trigger: number): boolean {
  return graph
    .ancestors(trigger)
    .slice(0, 2)
    .some((n) => /^(?:ready|willing|prepared|happy|keen)$/i.test(graph.lemma(n)));
}

const DECIDES = /^(?:vote|decide|adopt|agree|approve|resolve|pass)$/;

/** A council that votes to extend a mandate, or adopts a resolution to do so, has extended it. */
function ofRenewal(graph: SentenceGraph, trigger: number, judged: Factuality): Factuality | undefined {
  if (judged !== "planned" && judged !== "proposed") return undefined;
  const over = graph
    .ancestors(trigger)
    .slice(0, 2)
    .find((n) => graph.isVerb(n));
  if (over === undefined || !DECIDES.test(graph.lemma(over)) || isNegated(graph, over)) return undefined;
  return moodOf(graph, over) === "done" && ["VBD", "VBN", "VBZ"].includes(graph.node(over).xpos) ? "actual" : undefined;
}

const STOPS = /^(?:halt|stop|end|cease|suspend|discontinue)$/;

/**
 * A quarrel that is talked about lasts ("discussed their border dispute"), and an attack that is forsworn is no attack that
 * failed to come ("promised never to attack Laos").
 */
function ofConflict(graph: SentenceGraph, frame: Frame, trigger: number, judged: Factuality): Factuality | null {
  const over = graph.node(trigger).head;
  const isForsworn = over >= 0 && PROMISES.test(graph.lemma(over)) && graph.childrenBy(trigger, "advmod").some((c) => isNot(graph, c));
  if (judged === "denied" && isForsworn) return null;
  // "urged it to halt the shelling": it goes on, and is not denied
  if (judged === "denied" && over >= 0 && frame.phase === "occurs" && graph.isNoun(trigger) && STOPS.test(graph.lemma(over))) return null;
  if (frame.phase === "holds" && judged === "proposed" && graph.isNoun(trigger)) return "actual";
  // "fears of a war"
  if (over >= 0 && graph.isNoun(trigger) && graph.preposition(trigger) === "of" && DREADED.test(graph.lemma(over))) return null;
  // "efforts in the ongoing war"
  if (judged === "proposed" && graph.isNoun(trigger) && /^(?:in|during|amid|throughout)$/.test(graph.preposition(trigger))) return "actual";
  // "sanctions are planned over its invasion", "discussions over a clash": what they are for was done
  if (judged !== "actual" && judged !== "possible" && frame.phase !== "ends" && isTakenForDone(graph, trigger)) return "actual";
  return frame.factuality && STRENGTH[judged] <= STRENGTH[frame.factuality] ? frame.factuality : judged;
}

function isNot(graph: SentenceGraph, i: number): boolean {
  return /^(?:not|n['’]t|never)$/i.test(graph.node(i).text);
}
