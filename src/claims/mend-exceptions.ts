import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const ALL = /^(?:all|every|each|everyone)$/i;
const NONE = /^(?:no|none|neither)$/i;
/** Words that take somebody out of those who are meant. */
const EXCEPT = /^(?:except|excepting|excluding|save|bar|barring|but|besides)$/i;
const OTHER = /^(?:other|apart|aside)$/i;
/** How many tokens the exception may stand behind its noun. */
const REACH = 10;

/**
 * "No member of the union except Kenya recognises it" tells of Kenya that it does, "every state but Kenya signed" that Kenya did
 * not: who is excepted becomes the subject of the verb, and those of whom it is said in general are no party to it.
 */
export function mendExceptions(parse: Parse, mentions: readonly Mention[]): Parse {
  const { nodes } = parse;
  const excepting = haveOnly(nodes, mentions);
  if (excepting) return { ...parse, nodes: excepting };
  const chosen = chooseOne(nodes);
  if (chosen) return { ...parse, nodes: chosen };
  for (let at = 1; at + 2 < nodes.length; at++) {
    const name = excepted(nodes, at, mentions);
    if (name < 0) continue;
    const subject = nodes.findLastIndex((n, k) => k < at && at - k <= REACH && /^nsubj/.test(n.relation) && n.head > name);
    if (subject < 0) continue;
    const quantifier = quantifierOf(nodes, subject);
    const verb = nodes[subject]!.head;
    if (quantifier < 0 || nodes.slice(at, verb).some((n) => n.upos === "VERB")) continue;
    const mended = [...nodes];
    const { relation } = nodes[subject]!;
    mended[name] = { ...nodes[name]!, head: verb, relation };
    mended[subject] = { ...nodes[subject]!, head: name, relation: "dep" };
    // what is true of all but one is not true of that one
    if (ALL.test(nodes[quantifier]!.text) && quantifier !== subject)
      mended[quantifier] = { ...nodes[quantifier]!, text: "no", lemma: "no", head: name, relation: "det" };
    else if (ALL.test(nodes[quantifier]!.text))
      mended[subject] = { ...nodes[subject]!, text: "no", lemma: "no", head: name, relation: "det" };
    if (isTree(mended)) return { ...parse, nodes: mended };
  }
  return parse;
}

/** "has no embassy in the region except the one in Lima", "no posts other than those in Lima": it has the ones that are excepted. Null elsewhere. */
function haveOnly(nodes: readonly Node[], mentions: readonly Mention[]): Node[] | null {
  const no = nodes.findIndex((n) => n.lemma === "no" && n.relation === "det" && nodes[n.head]?.relation === "obj");
  if (no < 0) return null;
  const object = nodes[no]!.head;
  const at = nodes.findIndex(
    (n, k) => k > object && k - object <= REACH && ((EXCEPT.test(n.text) && !/^but$/i.test(n.text)) || isOtherThan(nodes, k)),
  );
  if (at < 0 || nodes.slice(object, at).some((n) => n.upos === "VERB")) return null;
  const name = nodes.slice(at + 1, at + 6).find((n) => mentions.some((m) => m.start < n.end && m.end > n.start && m.actors.length > 0));
  if (!name) return null;
  return nodes.map((n, k): Node => (k === no ? { ...n, text: "only", lemma: "only", upos: "ADJ", relation: "amod" } : n));
}

function isOtherThan(nodes: readonly Node[], at: number): boolean {
  return OTHER.test(nodes[at]!.text) && /^(?:than|from)$/i.test(nodes[at + 1]?.text ?? "");
}

/** "Of Chad, Niger and Mali only Mali signed": those of whom one is singled out do nothing themselves. Null where nobody is. */
function chooseOne(nodes: readonly Node[]): Node[] | null {
  if (nodes[0]?.text.toLowerCase() !== "of") return null;
  const only = nodes.findIndex((n, k) => k > 1 && k < 14 && n.text.toLowerCase() === "only");
  const chosen = only < 0 ? -1 : nodes.findIndex((n, k) => k > only && k <= only + 2 && /^nsubj/.test(n.relation));
  const of = nodes[0]!.head;
  if (chosen < 0 || of <= 0 || of >= only || nodes[of]!.head !== nodes[chosen]!.head) return null;
  const mended = nodes.map((n, k): Node => (k === of ? { ...n, head: chosen, relation: "dep" } : n));
  return isTree(mended) ? mended : null;
}

/** The name behind a word of exception at `at`; -1 where there is none. */
function excepted(nodes: readonly Node[], at: number, mentions: readonly Mention[]): number {
  let next = at + 1;
  if (isOtherThan(nodes, at)) next++;
  else if (!EXCEPT.test(nodes[at]!.text)) return -1;
  if (/^for$/i.test(nodes[next]?.text ?? "")) next++;
  if (/^the$/i.test(nodes[next]?.text ?? "")) next++;
  const name = nodes[next];
  const isActor = name !== undefined && mentions.some((m) => m.start < name.end && m.end > name.start && m.actors.length > 0);
  return isActor && /^(?:PROPN|NOUN)$/.test(name.upos) ? next : -1;
}

/** The "no", "none", "all" or "every" of a subject; -1 where it has none. */
function quantifierOf(nodes: readonly Node[], subject: number): number {
  if (ALL.test(nodes[subject]!.text) || NONE.test(nodes[subject]!.text)) return subject;
  return nodes.findIndex((n, k) => k < subject && n.head === subject && (ALL.test(n.text) || NONE.test(n.text)));
}
