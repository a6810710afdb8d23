import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const SUBJECT_FORM = /^(?:it|he|she|they|we|I)$/i;
const OBJECT_RELATION = /^(?:obj|iobj|obl|nsubj:pass|nsubj:outer|expl|dep)$/;

/**
 * "Since oil began to flow it has received delegations", "with Ghana it signed, in 2020, an agreement": a pronoun right before a verb
 * is that verb's subject, wherever it was hung. A verb that was read as a participle said of the noun before the pronoun heads a
 * clause, with the phrase in front of the pronoun and the noun that has its article behind the commas.
 */
export function mendPronounSubjects(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  const [both, verb] = [nodes[0], nodes[1]];
  // "Both established relations": not "in both ways"
  if (both && verb?.xpos === "VBD" && both.head === 1 && /^(?:both|neither|each|either)$/i.test(both.text) && both.relation === "advmod")
    nodes = [{ ...both, relation: "nsubj", upos: "PRON" }, ...nodes.slice(1)];
  nodes = raiseDeed(nodes);
  for (let i = 1; i + 1 < nodes.length; i++) {
    const pronoun = nodes[i]!;
    if (pronoun.upos !== "PRON" || !SUBJECT_FORM.test(pronoun.text) || !OBJECT_RELATION.test(pronoun.relation)) continue;
    const verb = verbBehind(nodes, i);
    if (verb < 0 || nodes.some((n, k) => k !== i && n.head === verb && n.relation.startsWith("nsubj"))) continue;
    const isPassive = nodes.some((n) => n.head === verb && n.relation === "aux:pass");
    const subject = isPassive ? "nsubj:pass" : "nsubj";
    const isParticiple = nodes[verb]!.relation === "acl" && nodes[verb]!.head < i && !isPassive;
    if (pronoun.head === verb && pronoun.relation === subject && !isParticiple) continue;
    const draft = nodes.map((n) => ({ ...n }));
    draft[i] = { ...draft[i]!, head: verb, relation: subject };
    if (isParticiple) raise(draft, verb, i);
    if (isTree(draft)) nodes = draft;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

/** "The two established diplomatic relations in May": a past verb behind the number, read as what kind of relations they were. */
function raiseDeed(nodes: readonly Node[]): readonly Node[] {
  const [the, number, verb] = nodes;
  if (!the || !/^(?:the|all)$/i.test(the.text) || number?.xpos !== "CD" || verb?.xpos !== "VBD" || verb.relation !== "amod") return nodes;
  const root = verb.head;
  if (
    nodes[root]?.relation !== "root" ||
    nodes[root]!.upos !== "NOUN" ||
    nodes.some((n) => n.head === root && /^(?:nsubj|cop|aux)/.test(n.relation))
  )
    return nodes;
  const draft = nodes.map((n, i): Node => {
    if (i === 0) return { ...n, head: 1 };
    if (i === 1) return { ...n, head: 2, relation: "nsubj" };
    if (i === 2) return { ...n, head: -1, relation: "root", upos: "VERB" };
    if (i === root) return { ...n, head: 2, relation: "obj" };
    return n.head === root && n.relation === "punct" ? { ...n, head: 2 } : n;
  });
  return isTree(draft) ? draft : nodes;
}

/** The verb right behind, across its auxiliaries and adverbs; it must be finite. */
function verbBehind(nodes: readonly Node[], i: number): number {
  let finite = false;
  for (let k = i + 1; k < nodes.length && k <= i + 4; k++) {
    const { upos, xpos } = nodes[k]!;
    finite ||= /^VB[DZP]$|^MD$/.test(xpos);
    // "it signed" read as a participle
    if (upos === "VERB") return finite || (k === i + 1 && xpos === "VBN") ? k : -1;
    if (upos !== "AUX" && upos !== "ADV" && upos !== "PART") return -1;
  }
  return -1;
}

/** Makes a participle the verb of a clause of its own, beside the verb over the noun it was said of. */
function raise(draft: Node[], verb: number, pronoun: number): void {
  const noun = draft[verb]!.head;
  let over = draft[noun]!.head;
  while (over >= 0 && draft[over]!.upos !== "VERB") over = draft[over]!.head;
  if (over < 0 || over > verb) return;
  draft[verb] = { ...draft[verb]!, head: over, relation: "parataxis", xpos: "VBD" };
  // "with Ghana it signed"
  if (noun === pronoun - 1 && draft.some((n, k) => k < noun && n.head === noun && n.relation === "case"))
    draft[noun] = { ...draft[noun]!, head: verb, relation: "obl" };
  const object = draft.findIndex(
    (n, k) =>
      k > verb &&
      n.head < verb &&
      /^(?:appos|conj|nmod|obj|obl)/.test(n.relation) &&
      n.upos === "NOUN" &&
      draft.some((d, j) => d.head === k && d.relation === "det" && draft[j - 1]?.text === ","),
  );
  if (object >= 0) draft[object] = { ...draft[object]!, head: verb, relation: "obj" };
}
