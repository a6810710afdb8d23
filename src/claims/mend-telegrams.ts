import type { Node, Parse } from "../language/sentence.ts";

/** Verbs that chronicles leave the auxiliary of out, with the words of which one must follow: "Chad readmitted to the League". */
const DONE_TO: ReadonlyMap<string, RegExp> = new Map([
  ["admit", /^(?:to|into|as)$/],
  ["readmit", /^(?:to|into|as)$/],
  ["accept", /^(?:into|as)$/],
  ["elect", /^(?:to|as|by)$/],
  ["re-elect", /^(?:to|as|by)$/],
  ["suspend", /^(?:from|by|after|for|over)$/],
  ["expel", /^(?:from|by)$/],
  ["exclude", /^(?:from|by)$/],
  ["remove", /^(?:from|by)$/],
  ["bar", /^(?:from|by)$/],
  ["recognise", /^(?:by|as)$/],
  ["recognize", /^(?:by|as)$/],
  ["invite", /^(?:to|by)$/],
  ["add", /^to$/],
  ["attack", /^(?:by|with)$/],
  ["invade", /^by$/],
  ["occupy", /^by$/],
]);
/** Verbs that are of nothing but plans: without an object the plan is their subject. */
const CALLED_OFF = /^(?:postpone|cancel|shelve|scrap|abandon|delay|abort)$/;
const OFF = /^(?:put|call)$/;

/**
 * Mends what a chronicle tells in telegraphese: "Eritrea admitted to the United Nations", "Opening of the consulate put off" were
 * done to their subjects. Only finite forms with a subject and without an object or a clause, where the verb with the word behind
 * it cannot be said of somebody who does it.
 */
export function mendTelegrams(parse: Parse): Parse {
  const { nodes } = parse;
  const done = new Set<number>();
  nodes.forEach((node, i) => {
    if (node.xpos === "VBD" && node.upos === "VERB" && isDoneTo(nodes, i)) done.add(i);
  });
  if (done.size === 0) return parse;
  return {
    ...parse,
    nodes: nodes.map((n, i): Node => {
      if (done.has(i)) return { ...n, xpos: "VBN" };
      return n.relation === "nsubj" && done.has(n.head) ? { ...n, relation: "nsubj:pass" } : n;
    }),
  };
}

/** Of a date read as one word only what opens it: "until June 2004". */
function firstWord(node: Node | undefined): string {
  return node?.text.toLowerCase().split(/\s/)[0] ?? "";
}

function isDoneTo(nodes: readonly Node[], verb: number): boolean {
  const lemma = nodes[verb]!.lemma.toLowerCase();
  const next = firstWord(nodes[verb + 1]);
  const follows = DONE_TO.get(lemma);
  const behind = OFF.test(lemma) && next === "off" ? firstWord(nodes[verb + 2]) : next;
  const isOff =
    (CALLED_OFF.test(lemma) || behind !== next) && /^(?:[.,;(]|until|till|because|after|due|in|over|by|for|again|\p{L}+ly|)$/u.test(behind);
  if (!(follows ? follows.test(next) : isOff)) return false;
  const below = nodes.filter((n, k) => n.head === verb && (n.relation.startsWith("nsubj") ? k < verb : true));
  return (
    below.some((n) => n.relation === "nsubj" && n.upos !== "PRON") &&
    !below.some((n) => /^(?:aux|obj|iobj|ccomp|xcomp|expl)/.test(n.relation))
  );
}
