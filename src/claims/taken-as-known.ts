import type { SentenceGraph } from "./sentence-graph.ts";

/** What asks for more of a thing that is taken as known: "why it withdrew", "how many it sent". */
const ASKING = /^(?:why|how|when|where|what|which|who|whom|whose)$/i;
/** More of a thing that happened: "the reasons for its withdrawal". A date or a place may not be fixed yet. */
const CIRCUMSTANCE =
  /^(?:circumstance|reason|cause|motive|motivation|ground|detail|specifics|particular|origin|background|rationale|extent|scale|scope|size|amount|value|cost|number|nature|content|text|term|explanation|pretext|course|duration|impact|effect|consequence|legality)$/;
/** Words of knowing, telling and showing. */
const KNOWING =
  /^(?:clear|unclear|known|unknown|certain|uncertain|sure|obvious|evident|apparent|public|available|know|understand|explain|say|tell|state|give|disclose|reveal|announce|publish|release|specify|clarify|mention|document|record|establish|determine|elaborate|discuss|report|confirm|divulge|identify)$/;

/**
 * Whether what node `at` says is taken as known by what governs it, whatever that denies: "it is not clear why Kenya withdrew",
 * "the reasons for the withdrawal were never disclosed".
 */
export function isTakenAsKnown(graph: SentenceGraph, at: number, head: number): boolean {
  const { relation } = graph.node(at);
  const base = relation.split(":")[0]!;
  if (graph.isVerb(at))
    return /^(?:c?subj|csubj|ccomp|advcl|acl)$/.test(base) && KNOWING.test(graph.lemma(head)) && isAskedAbout(graph, at);
  return CIRCUMSTANCE.test(graph.lemma(at)) && /^(?:nsubj|obj|obl)$/.test(base) && KNOWING.test(graph.lemma(head));
}

/** "why Kenya withdrew", "how many troops Libya sent": something is asked about a thing that was done; not "whether", and nothing to come. */
function isAskedAbout(graph: SentenceGraph, verb: number): boolean {
  if (graph.childrenBy(verb, "aux").some((a) => /^(?:will|would|may|might|could|can|should|shall|to)$/i.test(graph.node(a).text)))
    return false;
  if (graph.node(verb).xpos === "VB" && graph.childrenBy(verb, "aux").length === 0) return false;
  let first = verb;
  const { head } = graph.node(verb);
  for (let k = verb - 1; k >= 0 && k !== head && verb - k <= 8; k--) {
    if (/^(?:whether|if|that)$/i.test(graph.node(k).text)) return false;
    if (ASKING.test(graph.node(k).text)) return true;
    first = k;
  }
  return ASKING.test(graph.node(first).text);
}
