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
    const given = beforeRecipient(now, w - 1);
    if (given >= 0 && (sum.head === w || sum.head === w - 1 || worth.head === w + 1)) {
      now[w - 2] = { ...now[w - 2]!, head: w - 1, relation: "case" };
      now[w - 1] = { ...now[w - 1]!, head: given, relation: "nmod" };
      now[w] = { ...worth, head: given, relation: "amod" };
      now[w + 1] = { ...sum, head: w, relation: "obj" };
      mended = now;
      return;
    }
    if ((thing.head === w || thing.head === w + 1) && sum.head !== w && sum.head !== w - 1) {
      now[w - 1] = { ...thing, head: sum.head, relation: sum.relation };
      // what stood before the things is theirs
      for (let i = 0; i < w - 1; i++) if (now[i]!.head === w + 1) now[i] = { ...now[i]!, head: w - 1 };
    } else if (thing.head !== worth.head && worth.head !== w - 1 && (worth.head !== w + 1 || sum.head !== thing.head)) {
      // "sent blankets and tents worth 200,000 euros to Laos", with the worth hung on the verb
      if ((sum.head === w ? worth.head : sum.head) !== governorOf(now, w - 1)) return;
    }
    now[w] = { ...worth, head: w - 1, relation: "amod" };
    now[w + 1] = { ...sum, head: w, relation: "obj" };
    const over = governorOf(now, w - 1);
    for (let i = w + 2; i < now.length; i++)
      if (now[i]!.head === w + 1 && now[i]!.relation === "nmod" && over >= 0) now[i] = { ...now[i]!, head: over, relation: "obl" };
    mended = now;
  });
  return mended ? { ...parse, nodes: mended } : parse;
}

/** What governs a thing, past those that it is joined to. */
function governorOf(nodes: readonly Node[], thing: number): number {
  let at = thing;
  while (/^(?:conj|appos)$/.test(nodes[at]!.relation) && nodes[at]!.head >= 0) at = nodes[at]!.head;
  return nodes[at]!.head;
}

/** "assistance to Nepal worth 3 million euros": the noun before "to" and a name; -1 where there is none. */
function beforeRecipient(nodes: readonly Node[], name: number): number {
  const link = nodes[name - 1];
  const given = nodes[name - 2];
  return nodes[name]!.upos === "PROPN" && /^(?:to|for)$/i.test(link?.text ?? "") && given?.upos === "NOUN" ? name - 2 : -1;
}
