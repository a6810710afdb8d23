import type { Node, Parse } from "../language/sentence.ts";

/**
 * "Ventilators worth two million euros were handed over": where the sum was taken for the head of the phrase, the things
 * become it again; "worth" hangs on them and the sum on "worth", and "to Laos" behind the sum belongs to what governs the things.
 */
export function mendWorth(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((worth, w) => {
    const sum = nodes[w + 1];
    const thing = nodes[w - 1];
    if (!/^(?:worth|valued|totalling|totaling)$/i.test(worth.text) || sum?.unit?.kind !== "amount" || !thing) return;
    if (!/^NN/.test(thing.xpos)) return;
    const now: Node[] = mended ?? [...nodes];
    if ((thing.head === w || thing.head === w + 1) && sum.head !== w && sum.head !== w - 1) {
      now[w - 1] = { ...thing, head: sum.head, relation: sum.relation };
      // what stood before the things is theirs
      for (let i = 0; i < w - 1; i++) if (now[i]!.head === w + 1) now[i] = { ...now[i]!, head: w - 1 };
    } else if (thing.head !== worth.head && worth.head !== w - 1 && (worth.head !== w + 1 || sum.head !== thing.head)) return;
    now[w] = { ...worth, head: w - 1, relation: "amod" };
    now[w + 1] = { ...sum, head: w, relation: "obj" };
    const over = now[w - 1]!.head;
    for (let i = w + 2; i < now.length; i++)
      if (now[i]!.head === w + 1 && now[i]!.relation === "nmod" && over >= 0) now[i] = { ...now[i]!, head: over, relation: "obl" };
    mended = now;
  });
  return mended ? { ...parse, nodes: mended } : parse;
}
