import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** "Kenya has embassies in:" – the colon that stands for the items of a list is what the preposition governs. */
export function attachFollowing(parse: Parse, mentions: readonly Mention[]): Parse {
  const { nodes } = parse;
  const colon = nodes.length - 1;
  const last = nodes[colon];
  const before = nodes[colon - 1];
  if (!last || !before || last.text !== ":" || !mentions.some((m) => m.start === last.start && m.end === last.end)) return parse;
  const noun = nodes.findLastIndex((n, i) => i < colon - 1 && ["NOUN", "PROPN", "VERB"].includes(n.upos));
  if (noun < 0) return parse;
  const mended = nodes.map((n, i): Node => {
    if (i === colon) return { ...n, upos: "PROPN", xpos: "NNP", head: noun, relation: nodes[noun]!.upos === "VERB" ? "obl" : "nmod" };
    if (i === colon - 1) return { ...n, upos: "ADP", xpos: "IN", head: colon, relation: "case" };
    return n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
