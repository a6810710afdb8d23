import { childrenOf, type Draft, isNominal, isVerb, rootOf, set } from "./clause-draft.ts";
import { base } from "./slot-map.ts";

const FINITE_AUX = /^(?:was|were|is|are|has|have|had|will|would|'s|'re)$/i;
/** Verbs of going, which take no object. */
const GOING =
  /^(?:roll|march|sail|move|pour|advance|cross|arrive|land|go|come|flow|stream|retreat|return|depart|drive|push|clash|gather)$/i;

function isAgent(draft: Draft, i: number): boolean {
  return childrenOf(draft, i, "case").some((c) => /^by$/i.test(draft.nodes[c]!.text));
}

/**
 * "Rumours that a base would be built were denied", "The president, who was in Lima, called on his colleague": where a noun
 * heads a whole sentence, the verb that was read as saying more of a noun is the sentence's verb.
 */
export function promoteVerbs(draft: Draft): void {
  const { nodes } = draft;
  const root = rootOf(draft);
  if (root < 0 || !isNominal(nodes[root]) || nodes.at(-1)?.text !== "." || childrenOf(draft, root, "cop", "nsubj").length > 0) return;
  const behind = behindAgents(draft, root);
  if (behind >= 0) joinDoers(draft, behind);
  const verb = nodes.findIndex((n, v) => {
    if (v === behind) return true;
    if (v < root || base(n.relation) !== "acl" || n.relation === "acl:relcl" || !/^VB[ND]$/.test(n.xpos)) return false;
    if (childrenOf(draft, v, "nsubj", "mark").length > 0) return false;
    const aux = childrenOf(draft, v, "aux").some((a) => FINITE_AUX.test(nodes[a]!.text));
    if (aux) return n.head === root;
    // "Russian tanks rolled into the town": what takes no object is no participle of what was rolled
    if (
      v === root + 1 &&
      GOING.test(n.lemma) &&
      nodes[root]!.xpos.endsWith("S") &&
      childrenOf(draft, v, "obl").every((o) => !isAgent(draft, o))
    )
      return true;
    // behind the comma that closes a relative clause
    return nodes[v - 1]!.text === "," && nodes.slice(root, v).some((r) => /^(?:which|who|whom|whose|where)$/i.test(r.text)) && v > root + 4;
  });
  if (verb < 0) return;
  const passive = childrenOf(draft, verb, "aux:pass").length > 0;
  for (const k of childrenOf(draft, root)) {
    const own = k > verb || nodes[k]!.relation === "parataxis" || (k < root && nodes[k]!.relation === "obl");
    if (own && k !== verb && nodes[k]!.relation !== "det") set(draft, k, verb, nodes[k]!.relation === "appos" ? "obl" : nodes[k]!.relation);
  }
  set(draft, verb, -1, "root");
  if (!passive) nodes[verb] = { ...nodes[verb]!, xpos: "VBD" };
  set(draft, root, verb, passive ? "nsubj:pass" : "nsubj");
}

/** "The pact signed by President Example and Prime Minister Sample changed": a finite verb right behind those who did the participle; -1 where none is. */
function behindAgents(draft: Draft, root: number): number {
  const { nodes } = draft;
  const done = childrenOf(draft, root, "acl").find(
    (v) => nodes[v]!.xpos === "VBN" && childrenOf(draft, v, "obl").some((o) => isAgent(draft, o)),
  );
  if (done === undefined) return -1;
  return nodes.findIndex(
    (n, v) =>
      v > done + 2 &&
      /^VB[DZP]$/.test(n.xpos) &&
      /^(?:xcomp|acl|ccomp|dep|parataxis)$/.test(n.relation) &&
      n.head < v &&
      n.head > done &&
      draft.isActor(v - 1) &&
      childrenOf(draft, v, "nsubj", "mark", "aux").length === 0,
  );
}

/** Of those before the verb the last stands beside the first doer, where he was joined to what was done. */
function joinDoers(draft: Draft, verb: number): void {
  const { nodes } = draft;
  const last = nodes[verb]!.head;
  const done = nodes[last]!.relation === "conj" ? nodes[last]!.head : -1;
  const doer = done < 0 || !isVerb(nodes[done]) ? undefined : childrenOf(draft, done, "obl").find((o) => o < last && isAgent(draft, o));
  if (doer !== undefined) set(draft, last, doer, "conj");
}
