import type { Unit } from "./sentence.ts";

/** A node while its parse is repaired: `head` (-1 at the root), `relation` and `upos` may change. */
export interface Draft {
  readonly text: string;
  upos: string;
  readonly xpos: string;
  readonly unit: Unit | null;
  head: number;
  relation: string;
}

export interface Repair {
  readonly name: string;
  /** Changes heads and relations in place; what does not leave a tree is taken back. */
  readonly apply: (nodes: Draft[]) => void;
}

/**
 * What the parser gets wrong in a way that rules can tell, in the order of repair. Each was measured on the treebanks'
 * test files (docs/language.md) before it was let in.
 */
export const REPAIRS: readonly Repair[] = [
  { name: "relative clause", apply: repairRelativeClauses },
  { name: "two subjects", apply: repairSecondSubjects },
  { name: "semicolon", apply: repairAcrossSemicolons },
  { name: "receiver", apply: repairReceivers },
  { name: "passive", apply: repairPassives },
  { name: "punctuation", apply: freePunctuation },
  { name: "part of speech", apply: fitPartsOfSpeech },
];

/** Applies the repairs in place. The nodes must be a tree and stay one. */
export function repairParse(nodes: Draft[], repairs: readonly Repair[] = REPAIRS): void {
  const heads = nodes.map((node) => node.head);
  const relations = nodes.map((node) => node.relation);
  for (const repair of repairs) {
    repair.apply(nodes);
    // mostly nothing was moved
    const moved = nodes.some((node, i) => node.head !== heads[i]);
    const stands = !moved || isTree(nodes);
    nodes.forEach((node, i) => {
      if (stands) {
        heads[i] = node.head;
        relations[i] = node.relation;
      } else {
        node.head = heads[i]!;
        node.relation = relations[i]!;
      }
    });
  }
}

/** Whether there is one root and no cycle. */
export function isTree(nodes: readonly { readonly head: number }[]): boolean {
  // who was passed on the way up from which node; a way that meets itself is a cycle
  const passed = new Int32Array(nodes.length).fill(-1);
  let roots = 0;
  for (let i = 0; i < nodes.length; i++) {
    if (nodes[i]!.head === -1) roots++;
    let at = i;
    while (at !== -1 && passed[at] === -1) {
      passed[at] = i;
      at = nodes[at]!.head;
    }
    if (at !== -1 && passed[at] === i) return false;
  }
  return roots === 1 || nodes.length === 0;
}

const SUBJECT = /^(?:nsubj|csubj|expl)/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const RELATIVE = /^(?:which|who|whom|whose|where)$/i;

/**
 * "The post, which had been closed in 1973, was reopened": the clause between commas is a relative clause of the subject,
 * and the verb after the second comma is what the subject does.
 */
function repairRelativeClauses(nodes: Draft[]): void {
  for (let r = 2; r < nodes.length - 3; r++) {
    if (!RELATIVE.test(nodes[r]!.text)) continue;
    const comma = nodes[r - 1]!.text === "," ? r - 1 : nodes[r - 2]!.text === "," && nodes[r - 1]!.upos === "ADP" ? r - 2 : -1;
    if (comma < 1) continue;
    const main = verbAfterClause(nodes, r);
    if (main === null) continue;
    const { close, verb } = main;
    const hasSubject = nodes.some((node, i) => node.head === verb && SUBJECT.test(node.relation) && (i < comma || i > close));
    const subject = nominalBefore(nodes, comma);
    const clause = topWithin(nodes, r, r, close);
    if (hasSubject || subject < 0 || clause === r) continue;
    // Which of the two now holds the place that the main verb should have.
    const outer = isBelow(nodes, subject, clause) ? clause : isBelow(nodes, clause, subject) ? subject : -1;
    if (outer < 0) continue;
    const { head, relation } = nodes[outer]!;
    if (head === verb || (head >= 0 && isBelow(nodes, head, verb))) continue;
    nodes[verb]!.head = head;
    nodes[verb]!.relation = relation;
    nodes[clause]!.head = subject;
    nodes[clause]!.relation = "acl:relcl";
    nodes[subject]!.head = verb;
    nodes[subject]!.relation = isPassive(nodes, verb) ? "nsubj:pass" : "nsubj";
  }
}

/**
 * "Kenya, which is a member, has backed the bid, while Laos became one": of two subjects of one verb the first belongs to
 * the finite verb between them that has none.
 */
function repairSecondSubjects(nodes: Draft[]): void {
  const subjectsOf = new Map<number, number[]>();
  for (const [i, { head, relation }] of nodes.entries())
    if (/^nsubj/.test(relation)) subjectsOf.set(head, [...(subjectsOf.get(head) ?? []), i]);
  for (const [verb, subjects] of subjectsOf) {
    const [first, second] = subjects;
    if (second === undefined || second > verb) continue;
    for (let i = first! + 1; i < second; i++) {
      if (!FINITE.test(nodes[i]!.xpos)) continue;
      const main = /^(?:aux|cop)/.test(nodes[i]!.relation) ? nodes[i]!.head : i;
      if (main < i || main >= second || subjectsOf.has(main) || /^(?:acl|xcomp)/.test(nodes[main]!.relation)) continue;
      nodes[first!]!.head = main;
      nodes[first!]!.relation = isPassive(nodes, main) ? "nsubj:pass" : "nsubj";
      break;
    }
  }
}

const ADJUNCT = /^(?:obl|nmod|advmod)/;

/** "signed it with Kenya, in 2011; it entered into force": an adjunct before a semicolon belongs to a verb before it. */
function repairAcrossSemicolons(nodes: Draft[]): void {
  let from = 0;
  for (const [k, { text }] of nodes.entries()) {
    if (text !== ";") continue;
    for (let i = from; i < k; i++) {
      if (nodes[i]!.head <= k || !ADJUNCT.test(nodes[i]!.relation)) continue;
      let verb = i - 1;
      while (verb >= from && nodes[verb]!.upos !== "VERB") verb--;
      if (verb < from || isBelow(nodes, verb, i)) continue;
      nodes[i]!.head = verb;
      if (nodes[i]!.relation === "nmod") nodes[i]!.relation = "obl";
    }
    from = k + 1;
  }
}

/** The comma that closes the relative clause and the predicate of the finite verb right after it. */
function verbAfterClause(nodes: readonly Draft[], relative: number): { close: number; verb: number } | null {
  let finite = false;
  for (let i = relative + 1; i < nodes.length - 1; i++) {
    const node = nodes[i]!;
    if (FINITE.test(node.xpos)) finite = true;
    if (/^[;:()]$/.test(node.text)) return null;
    if (node.text !== "," || !finite) continue;
    let next = i + 1;
    while (next < nodes.length && nodes[next]!.xpos === "RB") next++;
    if (next >= nodes.length || !FINITE.test(nodes[next]!.xpos)) continue;
    const verb = /^(?:aux|cop)/.test(nodes[next]!.relation) ? nodes[next]!.head : next;
    return verb >= next ? { close: i, verb } : null;
  }
  return null;
}

/** The topmost noun of the phrase that ends before a comma. */
function nominalBefore(nodes: readonly Draft[], comma: number): number {
  let at = comma - 1;
  const nominal = (i: number): boolean => /^(?:NOUN|PROPN|PRON|NUM|SYM)$/.test(nodes[i]!.upos);
  while (at >= 0 && nodes[at]!.upos === "PUNCT") at--;
  if (at < 0) return -1;
  for (;;) {
    const { head, relation } = nodes[at]!;
    if (head < 0 || head >= comma || !nominal(head) || !/^(?:nmod|flat|compound|appos|nummod|amod|conj|case)/.test(relation)) break;
    at = head;
  }
  return nominal(at) ? at : -1;
}

/** From `at` upwards while the heads stay inside (from, to). */
function topWithin(nodes: readonly Draft[], at: number, from: number, to: number): number {
  let top = at;
  while (nodes[top]!.head > from && nodes[top]!.head < to) top = nodes[top]!.head;
  return top;
}

function isBelow(nodes: readonly Draft[], below: number, above: number): boolean {
  for (let at = nodes[below]!.head; at !== -1; at = nodes[at]!.head) if (at === above) return true;
  return false;
}

function isPassive(nodes: readonly Draft[], verb: number): boolean {
  return nodes.some((node) => node.head === verb && node.relation === "aux:pass");
}

/** "Japan lent Togo $20 million": a name right before a sum that is an object is no part of the sum but who gets it. */
function repairReceivers(nodes: Draft[]): void {
  for (let i = 1; i + 1 < nodes.length; i++) {
    const name = nodes[i]!;
    const sum = nodes[i + 1]!;
    if (name.upos !== "PROPN" || name.head !== i + 1 || !/^(?:compound|nmod|amod)/.test(name.relation)) continue;
    if (sum.unit?.kind !== "amount" || sum.relation !== "obj" || sum.head < 0 || sum.head >= i || nodes[sum.head]!.upos !== "VERB")
      continue;
    name.head = sum.head;
    name.relation = "iobj";
  }
}

/** A predicate with a passive auxiliary has a passive subject, one without has none; only a "by" phrase is an agent. */
function repairPassives(nodes: Draft[]): void {
  const passive = new Uint8Array(nodes.length);
  const by = new Uint8Array(nodes.length);
  for (const { head, relation, text } of nodes) {
    if (relation === "aux:pass" && head >= 0) passive[head] = 1;
    if (relation === "case" && head >= 0 && text.toLowerCase() === "by") by[head] = 1;
  }
  nodes.forEach((node, i) => {
    if (node.head < 0) return;
    const { head, relation } = node;
    if (passive[head] && (relation === "nsubj" || relation === "csubj")) node.relation = `${relation}:pass`;
    else if (!passive[head] && nodes[head]!.xpos !== "VBN" && (relation === "nsubj:pass" || relation === "csubj:pass"))
      node.relation = relation.slice(0, -5);
    else if (relation === "obl:agent" && !by[i]) node.relation = "obl";
  });
}

/** Nothing hangs from a mark: what does hangs from what the mark hangs from. */
function freePunctuation(nodes: Draft[]): void {
  const isMark = (i: number): boolean => nodes[i]!.upos === "PUNCT" && nodes[i]!.relation === "punct";
  for (const node of nodes) {
    for (let hops = 0; node.head >= 0 && isMark(node.head) && hops < nodes.length; hops++) node.head = nodes[node.head]!.head;
  }
}

/** Parts of speech that a relation does not allow, and what it takes instead (Universal Dependencies 2, English). */
const FITTING = new Map(
  Object.entries({
    case: { SCONJ: "ADP", ADV: "ADP" },
    mark: { PRON: "SCONJ" },
    obj: { SCONJ: "PRON" },
    nsubj: { SCONJ: "PRON" },
    "compound:prt": { ADV: "ADP" },
    amod: { ADV: "ADJ" },
    discourse: { ADV: "INTJ" },
    "cc:preconj": { DET: "CCONJ", ADV: "CCONJ" },
    obl: { VERB: "NOUN" },
  }).map(([relation, instead]): [string, ReadonlyMap<string, string>] => [relation, new Map(Object.entries(instead))]),
);

const ROMAN_NUMERAL = /^(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})$/;

/** Tags are chosen word by word; the relation knows the sentence. "Chapter IV" has a number. */
function fitPartsOfSpeech(nodes: Draft[]): void {
  for (const node of nodes) {
    if (node.unit === null && /^(?:NOUN|PROPN|X)$/.test(node.upos) && ROMAN_NUMERAL.test(node.text)) node.upos = "NUM";
    else node.upos = FITTING.get(node.relation)?.get(node.upos) ?? node.upos;
  }
}
