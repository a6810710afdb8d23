import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const POST =
  /\b(?:ambassador|envoy|consul(?:[- ]general)?|chargé d'affaires|chargé|attach[ée]|high commissioner|permanent representative|plenipotentiary|embassy|consulate(?:[- ]general)?|legation|high commission|nuncio)s?(?:\b|$|(?= of ))/iu;
const LINKS: ReadonlySet<string> = new Set(["to", "in", "at", "of"]);

/**
 * Mends what parsers get wrong about posts: in "named Kenya's ambassador to Laos" the country belongs to the ambassador, not
 * to the verb, however the parser reads it. Only where it follows at once: noun, preposition, name.
 */
export function attachPosts(parse: Parse, mentions: readonly Mention[]): Parse {
  const { nodes } = parse;
  const changes = new Map<number, { head: number; relation: string }>();
  const isActor = (n: Node): boolean =>
    mentions.some((m) => m.start < n.end && m.end > n.start && (m.actors.length > 0 || m.kind === "place") && m.form !== "demonym");
  nodes.forEach((node, i) => {
    if (!["NOUN", "PROPN"].includes(node.upos) || !POST.test(node.text)) return;
    for (let at = i + 1; at < nodes.length; ) {
      const preposition = nodes[at];
      if (!preposition || !LINKS.has(preposition.text.toLowerCase())) return;
      let name = at + 1;
      while (name < at + 4 && nodes[name] && ["DET", "ADJ"].includes(nodes[name]!.upos) && !isActor(nodes[name]!)) name++;
      const there = nodes[name];
      if (!there || !isActor(there) || !["NOUN", "PROPN"].includes(there.upos)) return;
      if (there.head !== i) changes.set(name, { head: i, relation: "nmod" });
      if (preposition.head !== name) changes.set(at, { head: name, relation: "case" });
      // "ambassador of Kenya to Laos"
      at = name + 1;
    }
  });
  if (changes.size === 0) return parse;
  const mended = nodes.map((n, i): Node => {
    const change = changes.get(i);
    return change ? { ...n, ...change } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
