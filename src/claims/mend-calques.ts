import type { Node, Parse } from "../language/sentence.ts";
import type { Calque } from "./frame.ts";

/**
 * Verbs of releases translated word by word ("subscribed the Memorandum", "realized a visit", "counts with a consulate") get the
 * lemma of the verb that they stand for, where their object is of the kind that tells so. Their preposition, where they have one
 * of their own, goes.
 */
export function mendCalques(parse: Parse, calques: readonly Calque[]): Parse {
  let mended: Node[] | null = null;
  parse.nodes.forEach((verb, v) => {
    if (verb.upos !== "VERB") return;
    const lemma = verb.lemma.toLowerCase();
    for (const calque of calques) {
      if (!calque.verbs.has(lemma)) continue;
      const nodes = mended ?? parse.nodes;
      const object = nodes.findIndex((n, i) => n.head === v && isObject(nodes, i, calque.preposition) && isOneOf(n, calque.about));
      if (object < 0) continue;
      mended ??= parse.nodes.map((n) => ({ ...n }));
      mended[v] = { ...mended[v]!, lemma: calque.means };
      if (calque.preposition) {
        const own = mended.findIndex((n) => n.head === object && n.relation === "case");
        mended[own] = { ...mended[own]!, relation: "discourse", upos: "X" };
        mended[object] = { ...mended[object]!, relation: "obj" };
      }
      return;
    }
  });
  return mended ? { ...parse, nodes: mended } : parse;
}

function isObject(nodes: readonly Node[], i: number, preposition: string | null): boolean {
  const { relation } = nodes[i]!;
  if (preposition === null) return relation === "obj" || relation === "nsubj:pass";
  return /^(?:obl|nmod)/.test(relation) && nodes.some((n) => n.head === i && n.relation === "case" && n.text.toLowerCase() === preposition);
}

/** The noun itself, or the words of a title or name that it is: "the Memorandum of Understanding on". */
function isOneOf({ lemma, text }: Node, about: ReadonlySet<string>): boolean {
  if (about.has(lemma.toLowerCase())) return true;
  const words = text.toLowerCase().split(/\s+/);
  return words.length > 1 && words.some((word, i) => about.has(word) || about.has(`${words[i - 1] ?? ""} ${word}`));
}
