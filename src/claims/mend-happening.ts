import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { isDate } from "./clause-draft.ts";

/** What only says that something happened. */
const HAPPENS = /^(?:take|come|occur|happen|follow)$/i;
/** Nouns of what happens, beside those that end as such nouns do. */
const DEEDS =
  /^(?:accession|entry|visit|recall|withdrawal|arrival|departure|transfer|delivery|launch|signature|return|renewal|removal|approval|discovery|closure|break|breach|summit|session|handover|takeover|swap|exit|birth|death|election|ascent|embargo|coup|merger|reopening)$/i;
const DEED_ENDINGS = /(?:tion|sion|ment|ing|ance|ence)$/i;

/**
 * Hangs "which took place in June", "which came in 2012" on what happened, where a parser hung it on the place or the
 * partner that stands right before: "the opening of the embassy in Hanoi, which took place in June".
 */
export function mendHappening(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = makeFollow(nodes);
  for (let w = 3; w + 2 < nodes.length; w++) {
    if (!/^(?:which|that)$/i.test(nodes[w]!.text)) continue;
    const verb = nodes[w]!.head;
    const clause = nodes[verb];
    if (!clause || verb <= w || clause.relation !== "acl:relcl" || !HAPPENS.test(clause.lemma) || !nodes[w]!.relation.startsWith("nsubj"))
      continue;
    if (/^(?:take)$/i.test(clause.lemma) && !nodes.some((n) => n.head === verb && /^(?:place|effect)$/i.test(n.text))) continue;
    if (!nodes.some((n) => n.head === verb && isDate(n))) continue;
    const deed = deedOver(nodes, clause.head);
    if (deed < 0 || deed === clause.head) continue;
    nodes[verb] = { ...clause, head: deed };
    changed = true;
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** The first noun of what happens, from `at` up through the phrases that it stands in; -1 where there is none. */
function deedOver(nodes: readonly Node[], at: number): number {
  for (let i = at; i >= 0; i = nodes[i]!.head) {
    const { lemma, upos, relation } = nodes[i]!;
    if (upos === "NOUN" && (DEEDS.test(lemma) || DEED_ENDINGS.test(lemma))) return i;
    if (upos !== "NOUN" && upos !== "PROPN") return -1;
    if (!/^(?:nmod|conj|appos|compound|flat)/.test(relation)) return -1;
  }
  return -1;
}

/** "Diplomatic ties followed in May": the noun does so, it is not what somebody followed. Says whether anything was changed. */
function makeFollow(nodes: Node[]): boolean {
  const root = nodes.findIndex((n) => n.head < 0);
  const verb = nodes.findIndex((n, v) => v > root && n.head === root && n.relation === "acl" && /^(?:follow|ensue)$/i.test(n.lemma));
  const subject = nodes[root];
  if (verb < 0 || subject?.upos !== "NOUN" || nodes[verb]!.xpos !== "VBN" || nodes[verb + 1]?.text.toLowerCase() === "by") return false;
  nodes[verb] = { ...nodes[verb]!, head: -1, relation: "root", xpos: "VBD" };
  nodes[root] = { ...subject, head: verb, relation: "nsubj" };
  return true;
}
