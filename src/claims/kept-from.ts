import type { Factuality } from "./claim.ts";
import type { Lexicon } from "./frame.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** "decided against opening", "was prevented from opening", "hinted at opening", "warned against opening": what the preposition and its verb say. */
export function shunnedBy(graph: SentenceGraph, verb: number, mark: readonly string[], lexicon: Lexicon): Factuality | "dropped" | null {
  if (mark.includes("against"))
    return /^(?:decide|rule|vote|choose|come out|argue|side)$/.test(graph.node(verb).lemma) ? "denied" : "dropped";
  if (mark.includes("from") && (KEPT_FROM.test(graph.node(verb).lemma) || lexicon.governors.get(graph.lemma(verb)) === "denied"))
    return "denied";
  if (mark.includes("at") && /^(?:hint|aim)$/.test(graph.node(verb).lemma)) return "possible";
  return ASKED[mark[0] ?? ""]?.test(graph.node(verb).lemma) ? "proposed" : null;
}

/** Verbs by which what their preposition names is only wanted or spoken of: "insisted on opening", "spoke of opening", "lobbied for opening". */
const ASKED: Readonly<Record<string, RegExp>> = {
  on: /^(?:insist|plan|count|bank|work)$/,
  about: /^(?:speak|talk|think|dream)$/,
  of: /^(?:speak|talk|dream|think)$/,
  for: /^(?:press|push|lobby|campaign|argue|call|plead|vote|opt)$/,
  toward: /^(?:work|move|lean|step|progress|strive)$/,
  towards: /^(?:work|move|lean|step|progress|strive)$/,
};

/** The word right before a gerund's preposition, where it hangs on the verb beside: "expressed interest in opening", "took steps towards opening". */
export function leaningNoun(graph: SentenceGraph, gerund: number, verb: number): string | null {
  const preposition = graph.childrenBy(gerund, "mark", "case")[0] ?? -1;
  const before = preposition - 1;
  if (before <= verb || !graph.isNoun(before) || graph.node(before).head !== verb) return null;
  return graph.lemma(before);
}

/** "is able to open" and "has to open" have not opened yet, "was able to" and "had to" did; what one works towards is not there. */
export function governedBy(graph: SentenceGraph, at: number, head: number): Factuality | "dropped" | null {
  const { lemma, xpos, relation } = graph.node(at);
  if (/^(?:obl|nmod)/.test(relation) && /^towards?$/.test(graph.preposition(at))) return "proposed";
  if (relation === "xcomp" && graph.lemma(head) === "able" && graph.childrenBy(head, "cop").some((c) => PRESENT.test(graph.node(c).text)))
    return "possible";
  // "underscored the importance of concluding the pact"
  if (xpos === "VBG" && relation === "acl" && /^(?:importance|necessity|urgency|desirability)$/.test(graph.lemma(head))) return "proposed";
  const over = graph.node(head);
  if (relation === "xcomp" && lemma !== "be" && xpos === "VB" && over.lemma === "have" && PRESENT.test(over.text) && !isYet(graph, head))
    return isStillToDo(graph, head) ? "planned" : "dropped";
  return null;
}

/** "will have to close", "still has to ratify": it is to come, whoever wants it. */
function isStillToDo(graph: SentenceGraph, verb: number): boolean {
  const bound = graph.childrenBy(verb, "aux").some((c) => /^(?:will|shall|'ll)$/i.test(graph.node(c).text));
  return bound || graph.childrenBy(verb, "advmod").some((c) => /^still$/i.test(graph.node(c).text));
}

/** "has yet to open" */
function isYet(graph: SentenceGraph, verb: number): boolean {
  return graph.childrenBy(verb, "advmod").some((c) => /^yet$/i.test(graph.node(c).text));
}

const PRESENT = /^(?:is|are|be|has|have)$/i;

/** "Ghana is against opening": the gerund is the predicate. */
export function isShunned(graph: SentenceGraph, i: number): boolean {
  return graph.node(i).xpos === "VBG" && graph.preposition(i) === "against" && graph.childrenBy(i, "cop").length > 0;
}

const KEPT_FROM = /^(?:bar|stop|keep|deter|dissuade|discourage|prohibit|forbid|ban|refrain|abstain|exclude|hinder|desist)$/;

/** "not only opened an embassy but", "not just": it did, and more. */
export function isMoreThan(graph: SentenceGraph, i: number): boolean {
  return /^not$/i.test(graph.node(i).text) && /^(?:only|just|merely|simply)$/i.test(graph.nodes[i + 1]?.text ?? "");
}

export const TOPIC: ReadonlySet<string> = new Set(["on", "about", "over", "regarding", "concerning"]);
const GOES_ON = /^(?:underway|under way|begin|start|continue|resume|open|proceed|progress)$/;

/** "held talks on the opening", "negotiations are underway for the signing": the talk whose aim hangs on the verb; null where there is none. */
export function talkOver(graph: SentenceGraph, at: number, head: number, { governors }: Lexicon): string | null {
  const preposition = graph.preposition(at);
  const talk = TOPIC.has(preposition)
    ? graph.childrenBy(head, "obj", "nsubj:pass").at(-1)
    : preposition === "for" && GOES_ON.test(graph.lemma(head))
      ? graph.childrenBy(head, "nsubj", "nsubj:pass")[0]
      : undefined;
  if (talk === undefined) return null;
  const lemma = graph.lemma(talk);
  const governor = governors.get(lemma);
  return governor === "proposed" || (governor === "planned" && preposition === "for") ? lemma : null;
}
