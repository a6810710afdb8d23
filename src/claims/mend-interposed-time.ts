import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** What may stand between a time and the noun behind it, in the noun's own phrase. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(["DET", "ADJ", "NUM", "ADV", "NOUN", "PROPN"]);

/**
 * "Ghana is since 2014 an observer": a time between "be" and what is said of the subject is no predicate. What hung on the
 * time hangs on the noun behind it, which stands where the time stood.
 */
export function mendInterposedTime(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  for (let i = 1; i + 1 < nodes.length; i++) {
    const be = nodes[i - 1]!;
    if (nodes[i]!.unit?.kind !== "date" || be.lemma !== "be" || !/^(?:AUX|VERB)$/.test(be.upos)) continue;
    const noun = nounBehind(nodes, i);
    if (noun < 0) continue;
    const draft: Node[] = mended ?? nodes.map((n) => ({ ...n }));
    const time = draft[i]!;
    const isBelow = draft[noun]!.head === i;
    if (isBelow) draft[noun] = { ...draft[noun]!, head: time.head, relation: time.relation };
    draft.forEach((n, k) => {
      if (k !== noun && n.head === i && (k < i || k > noun)) draft[k] = { ...n, head: noun };
    });
    draft[i] = { ...time, head: noun, relation: "obl" };
    draft[i - 1] = { ...be, head: noun, relation: "cop" };
    if (isTree(draft)) mended = draft;
  }
  return mended ? { ...parse, nodes: mended } : parse;
}

/** The noun whose phrase begins right behind the time; -1 where something else follows. */
function nounBehind(nodes: readonly Node[], time: number): number {
  for (let k = time + 1; k < nodes.length && k <= time + 7; k++) {
    const { upos, unit } = nodes[k]!;
    if (unit?.kind === "date" || !BEFORE_NOUN.has(upos)) return -1;
    if ((upos === "NOUN" || upos === "PROPN") && !isPartOf(nodes[k]!, k)) return k;
  }
  return -1;
}

/** Whether the noun is only the first part of a compound whose head follows. */
function isPartOf({ head, relation }: Node, k: number): boolean {
  return head > k && /^(?:compound|amod|flat|nmod)/.test(relation);
}
