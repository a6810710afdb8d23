import type { SentenceGraph } from "./sentence-graph.ts";
import { base } from "./slot-map.ts";
import { BECOMING, RELATIVIZERS } from "./slot-words.ts";

/** Nouns that only say what kind of actor does it: "the first country to", "one of seven states that". */
const KINDS: ReadonlySet<string> = new Set(
  "country state nation government power republic member leader neighbour neighbor ally capital one ones those donor organisation organization body bloc grouping alliance association institution mechanism forum agency bank initiative platform party island economy partner european african arab handful few number group ambassador envoy diplomat commissioner".split(
    " ",
  ),
);
const RANKED = /^(?:first|second|third|fourth|fifth|sixth|seventh|last|latest|next|only|sole|earliest|few)$/i;
const COUNTERS = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|many|most|several|first|last|part|number|handful|group)$/i;
const AMONG: ReadonlySet<string> = new Set(["among", "amongst", "of", "with"]);

/** Whether a node names nobody but a kind or a place in a row: "countries", "the first", "those". */
export function isKind(graph: SentenceGraph, i: number): boolean {
  const { lemma, text } = graph.node(i);
  return KINDS.has(lemma.toLowerCase()) || KINDS.has(text.toLowerCase()) || RANKED.test(text) || COUNTERS.test(text);
}

/**
 * The node that a word of kind or rank is said of: Chad in "Chad was one of the first countries to", Peru in "Peru, among
 * the states that", Sudan in "the first country to recognise it was Sudan". -1 where the words say it of nobody.
 */
export function saidOf(graph: SentenceGraph, i: number): number {
  let at = i;
  for (let step = 0; step < 6 && isKind(graph, at); step++) {
    const node = graph.node(at);
    const subject = graph.childrenBy(at, "nsubj").find((s) => !RELATIVIZERS.has(graph.node(s).text.toLowerCase()));
    if (subject !== undefined && graph.childrenBy(at, "cop").length > 0) return subject;
    if (node.head < 0) return -1;
    const preposition = graph.preposition(at);
    const relation = base(node.relation);
    const head = node.head;
    if ((relation === "nmod" || relation === "obl") && AMONG.has(preposition) && COUNTERS.test(graph.node(head).text)) {
      at = head;
      continue;
    }
    if (relation === "nmod" && (preposition === "among" || preposition === "amongst")) return head;
    // "among those who signed were Chad and Togo"
    if (
      relation === "obl" &&
      AMONG.has(preposition) &&
      at < head &&
      graph.node(head).upos === "PROPN" &&
      graph.childrenBy(head, "cop").length > 0
    )
      return head;
    if (relation === "appos") return head;
    if (relation === "conj" && isKind(graph, head)) {
      at = head;
      continue;
    }
    // "as the first country to sign, Peru was visited"
    if (relation === "obl" && preposition === "as" && at < head && graph.isVerb(head))
      return graph.slots(head).get(graph.isPassive(head) ? "object" : "agent")?.[0] ?? -1;
    if (graph.isVerb(head) && (BECOMING.has(graph.lemma(head)) || graph.lemma(head) === "count" || graph.lemma(head) === "rank")) {
      const slots = graph.slots(head);
      const doer = slots.get("agent")?.[0] ?? slots.get("object")?.[0];
      return doer === undefined || doer === at ? -1 : doer;
    }
    // "the first country to recognise it was Sudan", "the states that recognised it are Chad and Togo"
    const isTold = graph.childrenBy(at, "acl:relcl").length > 0;
    if (
      relation === "nsubj" &&
      graph.childrenBy(head, "cop").length > 0 &&
      ((isTold && graph.node(head).upos === "PROPN") ||
        RANKED.test(node.text) ||
        graph.childrenBy(at, "amod").some((c) => RANKED.test(graph.node(c).text)))
    )
      return head;
    // "the states that recognised it include Chad and Togo"
    if (relation === "nsubj" && isTold && /^(?:include|comprise)$/.test(graph.lemma(head)))
      return graph.childrenBy(head, "obj").find((o) => graph.node(o).upos === "PROPN") ?? -1;
    return -1;
  }
  return -1;
}

const OF_A_BODY =
  /^(?:member|country|state|nation|government|economy|power|republic|ally|partner|neighbou?r|leader|minister|president|premier|capital)$/;

/** "five CARICOM states", "another EU country", "most NATO allies": some of a body's, nobody knows which. */
export function isSomeOfBody(graph: SentenceGraph, i: number): boolean {
  if (!OF_A_BODY.test(graph.lemma(i))) return false;
  if (isSome(graph, i)) return true;
  const picks = graph
    .childrenBy(i, "det", "amod")
    .some((c) => /^(?:another|one|fellow|most|certain|individual)$/i.test(graph.node(c).text));
  return picks || (graph.node(i).xpos === "NN" && graph.childrenBy(i, "det").some((c) => /^an?$/i.test(graph.node(c).text)));
}

/** "six further members", "several members", but not "the two members" or "all six members". */
export function isSome(graph: SentenceGraph, i: number): boolean {
  const isCount = (c: number): boolean =>
    /^(?:several|some|many|few|other|various|[2-9]|\d\d+|two|three|four|five|six|seven|eight|nine|ten)$/i.test(graph.node(c).text);
  const isWhole = (c: number): boolean => /^(?:the|all|its|both)$/i.test(graph.node(c).text);
  return graph.childrenBy(i, "nummod", "amod", "det").some(isCount) && !graph.childrenBy(i, "det", "nmod:poss").some(isWhole);
}

/** What an official heads, where it is no actor itself: "intelligence" of "the heads of military intelligence of Chad and Togo"; -1 for none. */
export function branchOf(graph: SentenceGraph, official: number): number {
  if (!/^(?:head|chief|director|commander|officer|minister|secretary)$/.test(graph.lemma(official))) return -1;
  const [branch] = graph.slots(official).get("of") ?? [];
  return branch !== undefined && graph.node(branch).upos === "NOUN" ? branch : -1;
}
