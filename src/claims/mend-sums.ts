import type { Node, Parse } from "../language/sentence.ts";

/**
 * "received from Venezuela 100 million dollars", "promised the five republics 26 billion yuan": a sum is not called after a name or a
 * people in front of it, which is from whom it came, or to whom it went.
 */
export function mendSums(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((sum, s) => {
    const c = s - 1;
    const who = nodes[c];
    if (sum.unit?.kind !== "amount" || who?.head !== s || who.relation !== "compound" || who.unit?.kind === "amount") return;
    // "lent a Kenyan trader 20,000 euros"
    const isOne = nodes.some((n, i) => i < c && n.head === s && /^an?$/i.test(n.text));
    if (!(who.upos === "PROPN" || who.xpos === "NNS" || isOne) || sum.head < 0 || sum.head > c || nodes[sum.head]!.upos !== "VERB") return;
    const now: Node[] = mended ?? [...nodes];
    const isFrom = now.some((n, i) => i < c && n.upos === "ADP" && n.relation === "case" && (n.head === s || n.head === c));
    now[c] = { ...who, head: sum.head, relation: isFrom ? "obl" : "iobj" };
    now[s] = { ...sum, relation: "obj" };
    for (let i = sum.head + 1; i < c; i++) if (now[i]!.head === s) now[i] = { ...now[i]!, head: c };
    mended = now;
  });
  return mended ? { ...parse, nodes: mended } : parse;
}
