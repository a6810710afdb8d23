import type { Draft } from "./mend-parse.ts";

const KINDS =
  /^(?:countries|states|nations|republics|colonies|kingdoms|powers|economies|neighbou?rs|allies|governments|islands|territories|monarchies|democracies|giants|heavyweights|partners|rivals)$/i;
/** "the Gulf states", "the Baltic republics": a region named by its states. */
const OF_REGION = /\b(?:states|countries|nations|republics)$/;

/**
 * "three West African nations Niger, Mali and Burkina Faso announced", "toured the Gulf states Kuwait and Oman": of a word of kind and the
 * list right behind it the list is who is meant, and stands where the word of kind stands.
 */
export function foldKindsBeforeLists({ nodes, isActor, set }: Draft): void {
  for (let i = 0; i + 1 < nodes.length; i++) {
    const kind = nodes[i]!;
    const list = nodes[i + 1]!;
    if (list.unit?.kind !== "list" || !isActor(list) || kind.head === i + 1) continue;
    if (!(kind.upos === "NOUN" ? KINDS.test(kind.text) : kind.upos === "PROPN" && OF_REGION.test(kind.text))) continue;
    const { head, relation } = kind;
    // "the states Chad and Togo sent", read as two who do it
    if (head < 0 || (list.head !== i && list.head !== head) || isUnder(nodes, head, i)) continue;
    set(i + 1, head, relation);
    set(i, i + 1, "compound");
    nodes.forEach((n, k) => {
      if (n.head === i && (k > i + 1 || /^(?:case|mark|cc|punct|acl|appos|conj|cop)/.test(n.relation))) set(k, i + 1, n.relation);
    });
  }
}

function isUnder(nodes: Draft["nodes"], at: number, top: number): boolean {
  for (let k = at, steps = 0; k >= 0 && steps < nodes.length; k = nodes[k]!.head, steps++) if (k === top) return true;
  return false;
}
