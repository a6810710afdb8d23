import { childrenOf, type Draft, FINITE, isDate, isNominal, isVerb, set } from "./clause-draft.ts";
import { base } from "./slot-map.ts";

const SUBJECT = /^(?:it|they|he|she|we)$/i;
const ASTRAY: ReadonlySet<string> = new Set(["advcl", "parataxis", "ccomp", "dep", "appos", "conj", "acl"]);
/** Verbs that a participle may complete: "had it closed", "keeps the border shut". */
const COMPLETED =
  /^(?:have|get|see|keep|leave|want|find|hear|make|order|declare|consider|call|name|watch|need|feel|like|hold|remain|stay|be|become|force|let|put)$/;

/** "lifted the sanctions it had imposed", "the memorandum they signed in 2015": a pronoun and its verb right behind a thing say more of it. */
export function bindContacts(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (!isVerb(verb) || !ASTRAY.has(base(verb.relation)) || verb.relation === "acl:relcl") return;
    const [subject] = childrenOf(draft, v, "nsubj", "nsubj:pass");
    if (subject === undefined || subject < 1 || subject > v || !SUBJECT.test(nodes[subject]!.text)) return;
    const thing = subject - 1;
    if (nodes[thing]!.upos !== "NOUN" || isDate(nodes[thing]) || draft.isActor(thing) || !isObject(draft, thing)) return;
    const over = verb.head;
    if (over < 0 || over >= subject || (over !== thing && nodes[thing]!.head !== over && nodes[nodes[thing]!.head]?.head !== over)) return;
    // nothing else may come between the pronoun and its verb, and nothing joins the clause to the sentence
    if (nodes.slice(subject + 1, v).some((n) => !["AUX", "ADV", "PART"].includes(n.upos))) return;
    if (childrenOf(draft, v, "mark", "cc").length > 0 || childrenOf(draft, v, "obj").some((o) => o > v && !isDate(nodes[o]))) return;
    if (!FINITE.has(verb.xpos) && childrenOf(draft, v, "aux").length === 0) return;
    set(draft, v, thing, "acl:relcl");
    // a time that ends the sentence with the clause is the clause's
    const stop = nodes.findIndex((n, k) => k > v && /^[,;:.()–—]$/.test(n.text));
    for (let d = v + 1; d < (stop < 0 ? nodes.length : stop); d++)
      if (isDate(nodes[d]) && nodes[d]!.head === over && base(nodes[d]!.relation).startsWith("obl")) set(draft, d, v, nodes[d]!.relation);
  });
}

/** What something is done to, or what has a preposition. */
function isObject({ nodes }: Draft, i: number): boolean {
  return ["obj", "obl", "nmod", "conj"].includes(base(nodes[i]!.relation)) || nodes[i]!.relation === "nsubj:pass";
}

/** "to reopen two crossings shut since 2011": a participle right behind the object, with its own time or doer, says more of it. */
export function bindReduced(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    const over = nodes[verb.head];
    if (!/^VB[ND]$/.test(verb.xpos) || !["xcomp", "advcl"].includes(verb.relation) || !over || verb.head > v || !isVerb(over)) return;
    const thing = v - 1;
    if (
      !isNominal(nodes[thing]) ||
      nodes[thing]!.head !== verb.head ||
      base(nodes[thing]!.relation) !== "obj" ||
      COMPLETED.test(over.lemma.toLowerCase())
    )
      return;
    if (childrenOf(draft, v, "nsubj", "obj", "aux", "mark").some((k) => !isDate(nodes[k]))) return;
    const next = nodes[v + 1];
    if (!next || !(isDate(next) || /^(?:since|in|by|on|during|after)$/i.test(next.text))) return;
    nodes[v] = { ...verb, head: thing, relation: "acl", upos: "VERB", xpos: "VBN" };
  });
}
