import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** What states do and things do not. */
const STATE_DOES =
  /^(?:belong|join|recogni[sz]e|accede|participate|apply|withdraw|support|vote|deny|refuse|chair|agree|want|seek|decide|hope|oppose)$/;
const FORCE = /^(?:force|effect|operation)$/i;
const ENTRY = /^(?:entry|coming|entrance)$/i;

/**
 * Hangs phrases on what they say more of: "partnerships with Peru and Chile, which belong to" on the states, "Samoa's bid to obtain" on the
 * bid, "announced a plan during talks" on the announcing, "the entry of the treaty into force in 2011" on the entry.
 */
export function mendAttachments(parse: Parse, mentions: readonly Mention[]): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  const hang = (i: number, head: number, relation: string): void => {
    nodes[i] = { ...nodes[i]!, head, relation };
    changed = true;
  };
  nodes.forEach((node, i) => {
    const over = nodes[node.head];
    if (!over) return;
    if (isPluralNoun(nodes, i)) {
      nodes[i] = { ...node, upos: "NOUN", xpos: "NNS" };
      if (nodes[i - 1]!.relation === "nsubj") hang(i - 1, i, "compound");
      changed = true;
    } else if (node.relation === "acl:relcl") {
      const state = stateBefore(nodes, i, mentions);
      if (state >= 0) hang(i, state, "acl:relcl");
    } else if (node.relation === "advcl" && node.xpos === "VB" && over.upos === "NOUN" && isToBehind(nodes, i)) hang(i, node.head, "acl");
    else if (node.relation === "nmod" && over.relation === "obj" && node.head < i && has(nodes, i, "case", /^during$/i))
      hang(i, over.head, "obl");
    else if (isBracketed(nodes, i) && over.relation === "nmod" && /^(?:obj|conj|nsubj:pass)$/.test(nodes[over.head]?.relation ?? ""))
      hang(i, over.head, "nmod:unmarked");
    else if (node.relation === "advcl" && node.xpos === "VBG" && nodes[i - 1]?.text === ",") {
      const clause = clauseOfActor(nodes, i, mentions);
      if (clause >= 0) hang(i, clause, "advcl");
    } else if (isBehindParticiple(nodes, i)) hang(i, i - 2, "obl");
    else if (FORCE.test(node.text) && /^into$/i.test(nodes[i - 1]?.text ?? "")) {
      const entry = nodes.findLastIndex((n, k) => k < i && k >= i - 14 && ENTRY.test(n.text) && n.upos === "NOUN");
      const date = nodes[i + 1]?.unit?.kind === "date" ? i + 1 : nodes[i + 2]?.unit?.kind === "date" ? i + 2 : -1;
      if (entry < 0) return;
      if (node.head !== entry) hang(i, entry, "nmod");
      if (date > 0 && nodes[date]!.head !== entry) hang(date, entry, "nmod");
    }
  });
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

const NOMINAL = /^(?:nsubj|nsubj:pass|obj|iobj|obl|nmod|appos)$/;

/** "seven member states", read as what members state: a form in -s where a noun stands, with a number, an adjective or a noun before it. */
function isPluralNoun(nodes: readonly Node[], i: number): boolean {
  const { upos, xpos, relation, text } = nodes[i]!;
  if (upos !== "VERB" || xpos !== "VBZ" || !NOMINAL.test(relation) || !text.endsWith("s")) return false;
  const before = nodes[i - 1];
  return before !== undefined && before.head === i && /^(?:compound|amod|nummod|nsubj)$/.test(before.relation);
}

/** The state right before the comma of "which" or "who", where the clause hangs on something farther left; else -1. */
function stateBefore(nodes: readonly Node[], verb: number, mentions: readonly Mention[]): number {
  const { head, lemma } = nodes[verb]!;
  if (!STATE_DOES.test(lemma)) return -1;
  const which = nodes.findIndex((n) => n.head === verb && n.relation === "nsubj" && /^(?:which|who)$/i.test(n.text));
  const state = which - 2;
  if (which < 2 || nodes[which - 1]!.text !== "," || state <= head) return -1;
  const { start, end } = nodes[state]!;
  if (mentions.some((m) => m.start < nodes[head]!.end && m.end > nodes[head]!.start && m.actors.length > 0)) return -1;
  return mentions.some((m) => m.start < end && m.end > start && m.kind === "state" && m.form === "name") ? state : -1;
}

/** "a treaty of friendship (1968)": the year is that of the treaty. */
function isBracketed(nodes: readonly Node[], i: number): boolean {
  return nodes[i]!.unit?.kind === "date" && nodes[i - 1]?.text === "(" && nodes[i + 1]?.text === ")";
}

/** "The change came when she was elected, assuming in May": who does it is the subject of the clause right before, where the first has nobody who could; else -1. */
function clauseOfActor(nodes: readonly Node[], participle: number, mentions: readonly Mention[]): number {
  const { head } = nodes[participle]!;
  if (head > participle) return -1;
  const isDoneBySomebody = (verb: number): boolean =>
    nodes.some(
      (n) =>
        n.head === verb &&
        /^nsubj/.test(n.relation) &&
        mentions.some((m) => m.start < n.end && m.end > n.start && m.actors.length > 0 && m.kind !== "place"),
    );
  const clause = nodes.findLastIndex((n, k) => k > head && k < participle && n.head === head && n.relation === "advcl");
  return clause >= 0 && isDoneBySomebody(clause) && !isDoneBySomebody(head) ? clause : -1;
}

/** "was elected in May, assuming in January": the time right behind a participle is that of the participle. */
function isBehindParticiple(nodes: readonly Node[], i: number): boolean {
  const verb = nodes[i - 2];
  const preposition = nodes[i - 1];
  if (nodes[i]!.unit?.kind !== "date" || preposition?.upos !== "ADP" || preposition.head !== i) return false;
  return verb?.xpos === "VBG" && verb.upos === "VERB" && verb.relation === "advcl" && verb.head === nodes[i]!.head;
}

/** "bid to obtain": nothing stands between the noun and its infinitive. */
function isToBehind(nodes: readonly Node[], verb: number): boolean {
  const { head } = nodes[verb]!;
  return nodes[verb - 1]?.text.toLowerCase() === "to" && head === verb - 2;
}

function has(nodes: readonly Node[], head: number, relation: string, text: RegExp): boolean {
  return nodes.some((n) => n.head === head && n.relation === relation && text.test(n.text));
}
