import { edtfBounds } from "../language/dates/edtf.ts";
import type { ClaimDate } from "./claim.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Words of a narrator who looks ahead from what he tells. */
const AHEAD = /^(?:later|eventually|subsequently|ultimately|thereafter|afterwards|finally)$/i;
const OPEN = /^(?:if|unless|whether|were|provided|suppose)$/i;
/** Those whose words it may be. */
const SAYING =
  /^(?:say|tell|announce|promise|pledge|agree|decide|declare|vow|warn|expect|hope|plan|propose|state|claim|add|insist|indicate|suggest|report|confirm|assure|note|predict|reveal|argue|believe|think|fear|explain|write|mean|ensure)$/;
/** By how many years at least the text is younger than what it tells so. */
const YEARS = 1;

/**
 * "Chile would join the bloc in 1996", "the two would later open embassies": a narrator looks ahead at what came to be; nobody's
 * words, plan or condition stands in the sentence.
 */
export function looksAhead(graph: SentenceGraph, at: number): boolean {
  return (
    isNarrated(graph, at) &&
    (graph.childrenBy(at, "advmod").some((c) => AHEAD.test(graph.node(c).text)) ||
      graph.children(at).some((c) => /^(?:later|eventually)$/i.test(graph.node(c).text)) ||
      // "would go on to sign"
      (graph.node(at).lemma === "go" && graph.nodes[at + 1]?.text === "on" && graph.nodes[at + 2]?.text === "to"))
  );
}

/** The same, told by a text that is years younger than the time of the thing. */
export function cameToBe(graph: SentenceGraph, at: number, date: ClaimDate, written: string | null): boolean {
  if (!date.edtf || date.basis !== "stated" || !written || !hasWould(graph, at) || !isNarrated(graph, at)) return false;
  const { to } = edtfBounds(date.edtf);
  const { from } = edtfBounds(written);
  return to !== null && from !== null && Number(from.slice(0, 4)) - Number(to.slice(0, 4)) > YEARS;
}

function hasWould(graph: SentenceGraph, at: number): boolean {
  return graph.childrenBy(verbOver(graph, at), "aux").some((c) => /^would$/i.test(graph.node(c).text));
}

/** The verb of the clause: the node itself, or what governs it. */
function verbOver(graph: SentenceGraph, at: number): number {
  let verb = at;
  for (let step = 0; step < 4 && !graph.isVerb(verb) && graph.node(verb).head >= 0; step++) verb = graph.node(verb).head;
  return verb;
}

/** A main clause, or one beside it, in a sentence that nobody is said to say. */
function isNarrated(graph: SentenceGraph, at: number): boolean {
  for (let verb = verbOver(graph, at), step = 0; step < 6; step++) {
    const { head, relation } = graph.node(verb);
    if (head < 0) break;
    if (!/^(?:conj|parataxis|acl:relcl)/.test(relation)) return false;
    verb = verbOver(graph, head);
  }
  return !graph.nodes.some((n) => OPEN.test(n.text) || SAYING.test(n.lemma) || /^["“”]$/.test(n.text));
}
