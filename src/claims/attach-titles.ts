import type { Node, Parse } from "../language/sentence.ts";

/**
 * Mends what parsers make of a quoted title after the noun that says what it is: in 'the project "River Maps"' the project
 * is carried out, and the title only names it. The noun takes the title's place in the tree, the title stands beside it.
 */
export function attachTitles(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((title, i) => {
    if (title.unit?.kind !== "title" || i === 0) return;
    const noun = (mended ?? nodes)[i - 1]!;
    if (noun.upos !== "NOUN" || noun.head !== i) return;
    mended = (mended ?? [...nodes]).map((n, k): Node => {
      if (k === i - 1) return { ...n, head: title.head, relation: title.relation };
      if (k === i) return { ...n, head: i - 1, relation: "appos" };
      return n.head === i ? { ...n, head: i - 1 } : n;
    });
  });
  return mended ? { ...parse, nodes: mended } : parse;
}
