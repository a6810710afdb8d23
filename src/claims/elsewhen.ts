import type { SentenceGraph } from "./sentence-graph.ts";

/** Prepositions that put a phrase at another time than its clause. */
export const ELSEWHEN: ReadonlySet<string> = new Set([
  "after",
  "before",
  "following",
  "preceding",
  "since",
  "until",
  "till",
  "ahead",
  "prior",
]);
/** Deeds that have a time of their own. */
const DEED =
  /^(?:visit|trip|tour|death|election|coup|swearing|swearing-in|inauguration|assumption|independence|collapse|establishment|opening|closure|resumption|restoration|signing|attack|formation|accession|outbreak|end|fall|departure|arrival|resignation|appointment|invasion|revolution|referendum)$/i;

/** What a thing may come ahead of. */
const GATHERING = /^(?:session|summit|meeting|conference|forum|assembly|election|consultation)$/i;
/** A clause about what stands before its comma: "ahead of the session, to be held from 16 to 18 May". */
const ABOUT = /^(?:VBN|TO|WDT|VBG)$/;

/**
 * "visited Laos after the government took office on 3 May", "the first visit since that of the king in 1987": the date, with no comma before
 * it but that of a clause about it, is of what stands behind "after" or "since", not of node `target` before it.
 */
export function isOfOtherTime(graph: SentenceGraph, target: number, date: number): boolean {
  if (isOfFollower(graph, target, date)) return true;
  for (let k = date - 1; k > target; k--) {
    const { text } = graph.node(k);
    if (/^[;:()]$/.test(text) || (text === "," && !ABOUT.test(graph.node(k + 1).xpos))) return false;
    if (!ELSEWHEN.has(text.toLowerCase()) || k + 1 >= date) continue;
    let deed = false;
    for (let n = k + 1; n < date; n++) {
      const inner = graph.node(n);
      // "after the coup of 2006 in October 2014": it has a date of its own already
      if (inner.unit?.kind === "date" || /^(?:1[89]|20)\d\d$/.test(inner.text)) return false;
      deed ||=
        DEED.test(inner.lemma) ||
        (/^(?:ahead|before|prior)$/i.test(text) && GATHERING.test(inner.lemma)) ||
        (/^VB[DN]$/.test(inner.xpos) && inner.relation !== "amod");
    }
    return deed;
  }
  return false;
}

/** "the visit of the king was followed by talks in May", "talks in May followed the visit": the time is of what comes after. */
function isOfFollower(graph: SentenceGraph, target: number, date: number): boolean {
  const path = [target, ...graph.ancestors(target)];
  const at = path.findIndex((n) => graph.isVerb(n));
  const verb = path[at];
  if (at < 1 || verb === undefined || graph.lemma(verb) !== "follow" || graph.subtreeHas(target, date)) return false;
  const { relation } = graph.node(path[at - 1]!);
  return date > verb ? relation === "nsubj:pass" && graph.isPassive(verb) : relation === "obj";
}

/** "in Lima on Friday for talks on the treaty, ratified so far by three states": what was done until now has no part in the time of the rest. */
export function isSoFar(text: string, behind: number): boolean {
  return /^\s+(?:so far|to date|hitherto|until now)\b/i.test(text.slice(behind, behind + 12));
}

/** "to replace that of 2015", "unlike the one of 1998": the time of another of the kind. */
export function isOfAnother(graph: SentenceGraph, date: number): boolean {
  const { head } = graph.node(date);
  return head >= 0 && /^(?:that|those|one|ones)$/i.test(graph.node(head).text) && graph.preposition(date) === "of";
}

const WORDS = /^(?:briefing|conference|lecture|speech|interview|remarks?|article|report|comment|testimony|debriefing)$/i;
const INFORMS: ReadonlySet<string> = new Set(["brief", "inform", "speak", "comment", "testify", "lecture", "report", "debrief", "update"]);

/** "will give a briefing tomorrow on the visit to Chad", "informed parliament in May about the talks": the time is of the word that is given. */
export function isSpokenOf(graph: SentenceGraph, node: number): boolean {
  if (!/^(?:on|about|concerning|regarding)$/.test(graph.preposition(node))) return false;
  const { head, relation } = graph.node(node);
  if (head < 0 || !/^(?:nmod|obl)/.test(relation)) return false;
  if (!graph.isVerb(head)) return WORDS.test(graph.node(head).lemma);
  return INFORMS.has(graph.lemma(head)) || graph.childrenBy(head, "obj").some((o) => o < node && WORDS.test(graph.node(o).lemma));
}
