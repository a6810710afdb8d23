import type { Draft } from "./mend-parse.ts";

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP"]);

/**
 * "At the invitation of President Example, Prime Minister Other of Laos, accompanied by his wife, will visit": of two who are named
 * on either side of a comma the second was read as the first once more; where the verb behind has no subject he is it.
 */
function freeGuests({ nodes, isActor, set, childOf }: Draft): void {
  nodes.forEach((verb, v) => {
    if (v < 5 || verb.upos !== "VERB" || childOf(v, "nsubj", "csubj", "expl") >= 0) return;
    const auxiliary = childOf(v, "aux", "aux:pass");
    if (!FINITE.has(verb.xpos) && (auxiliary < 0 || auxiliary > v)) return;
    let end = v - 1;
    while (end > 0 && (nodes[end]!.upos === "AUX" || nodes[end]!.upos === "ADV")) end--;
    const front = nodes.findIndex((n, k) => k < end && n.head === v && n.relation === "obl");
    if (nodes[end]?.text !== "," || front < 0 || childOf(front, "case") !== 0 || nodes.slice(front, end).some((n) => n.head > v)) return;
    const guests: number[] = [];
    for (let i = front + 2; i < end; i++) {
      const { relation, head } = nodes[i]!;
      if (!/^(?:appos|conj)$/.test(relation) || head > i || childOf(i, "cc", "case") >= 0 || !isActor(nodes[i]!)) continue;
      const first = childOf(i, "det", "amod", "compound");
      if (nodes[(first >= 0 && first < i ? first : i) - 1]?.text === "," && !isInClause(nodes, i, front)) guests.push(i);
    }
    const guest = guests.find((i) => childOf(i, "det") < 0) ?? guests.at(-1);
    if (guest === undefined || !nodes.slice(guest, end).some((n) => n.text === ",")) return;
    for (let k = guest + 1; k < end; k++) {
      const { head, relation, upos } = nodes[k]!;
      // "of Laos", "accompanied by his wife": said of him
      const isHis = upos !== "PUNCT" && head >= front && head < guest;
      const isAside = /^(?:acl|acl:relcl|advcl)$/.test(relation) && head > guest && head < k && nodes[k - 1]!.text === ",";
      if (isHis || isAside) set(k, guest, relation);
    }
    set(guest, v, childOf(v, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
  });
}

/** "Chad left, whereas Togo stayed but joined the Union": what is joined without a comma goes on with the clause right before it. */
function joinContrasts({ nodes, set, childOf }: Draft): void {
  nodes.forEach((verb, c) => {
    if (verb.relation !== "conj" || verb.upos !== "VERB" || verb.head > c || childOf(c, "nsubj", "csubj", "expl", "mark") >= 0) return;
    const link = childOf(c, "cc");
    if (link < 2 || link > c || nodes[link - 1]!.text === "," || nodes[verb.head]!.upos !== "VERB") return;
    const contrast = nodes.findLastIndex((n, k) => k < link && n.head === verb.head && n.relation === "advcl" && k > verb.head);
    if (contrast < 0 || childOf(contrast, "nsubj") < verb.head) return;
    const mark = childOf(contrast, "mark");
    if (mark >= 0 && /^(?:whereas|while|whilst)$/i.test(nodes[mark]!.text)) set(c, contrast, "conj");
  });
}

const PACTS = /^(?:agreement|treaty|pact|deal|accord|protocol|convention|memorandum|arrangement|contract)$/i;

/** "a treaty governing trade between them was signed": the pact is what is told of, the participle says of what it is. */
function freePacts({ nodes, set }: Draft): void {
  nodes.forEach((pact, i) => {
    const matter = nodes[pact.head];
    const doing = nodes[i + 1];
    if (pact.relation !== "compound" || !PACTS.test(pact.text) || doing?.xpos !== "VBG" || !matter || pact.head <= i + 1) return;
    if (doing.relation !== "amod" || doing.head !== pact.head || matter.head < 0) return;
    const over = pact.head;
    const { head, relation } = matter;
    nodes.forEach((n, k) => {
      if (n.head === over && k < i) set(k, i, n.relation);
    });
    set(i, head, relation);
    set(i + 1, i, "acl");
    set(over, i + 1, "obj");
  });
}

/** Whether a verb stands between node `i` and `top`: "accompanied by". */
function isInClause(nodes: Draft["nodes"], i: number, top: number): boolean {
  for (let at = nodes[i]!.head, steps = 0; at >= 0 && at !== top && steps < 12; at = nodes[at]!.head, steps++)
    if (nodes[at]!.upos === "VERB") return true;
  return false;
}

export const GUEST_PASSES: readonly ((draft: Draft) => void)[] = [freeGuests, joinContrasts, freePacts];
