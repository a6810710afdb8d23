import type { Draft } from "./mend-parse.ts";

const RUN_BY = /^(?:run|owned|led|backed|funded|based|sponsored|controlled|chaired|brokered|mediated)$/i;

/** "The state-run EDCF was founded": the participle behind a hyphen, read as a noun with the name as its rest, only describes the name. */
function freeDescribedNames({ nodes, set }: Draft): void {
  nodes.forEach((node, i) => {
    const by = nodes[i - 1];
    if (node.upos !== "PROPN" || node.relation !== "flat" || node.head !== i - 1 || !by || by.upos !== "NOUN") return;
    if (!RUN_BY.test(by.text) || !/^[-–]$/.test(nodes[i - 2]?.text ?? "") || by.head < 0) return;
    set(i, by.head, by.relation);
    nodes.forEach((n, k) => {
      if (n.head === i - 1 && k !== i - 2 && k !== i - 3) set(k, i, n.relation);
    });
    set(i - 1, i, "amod");
  });
}

/** "Taking part is the president of Ghana": who is named behind "is" does it. */
function turnFrontedParticiples({ nodes, set, isActor }: Draft): void {
  const first = nodes[0];
  if (first?.xpos !== "VBG" || !first.relation.startsWith("csubj") || first.head < 3) return;
  const doer = first.head;
  const be = nodes.findIndex((n, k) => k > 0 && k < doer && n.head === doer && n.relation === "cop");
  if (
    be < 0 ||
    nodes[doer]!.head >= 0 ||
    !(isActor(nodes[doer]!) || /^(?:president|minister|leader|delegate|official|representative|head)s?$/i.test(nodes[doer]!.text))
  )
    return;
  set(0, -1, "root");
  set(doer, 0, "nsubj");
  set(be, 0, "aux");
}

/** Words that the parser took for heads because they stand in front. */
export const ORDER_PASSES: readonly ((draft: Draft) => void)[] = [freeDescribedNames, turnFrontedParticiples];
