import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** Words before "with" that put somebody beside the subject instead of opposite it. */
const BESIDE = /^(?:together|along|jointly|alongside)$/i;

/**
 * "Chad, together with Togo and Benin, signed a treaty": those named between the subject and its verb do the same, and are no
 * partners of it. "Agreements between Chile and Peru, Laos and Oman are in force": a second row of names, read as the subject,
 * goes on with the first.
 */
export function mendCompanions(parse: Parse, mentions: readonly Mention[]): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  for (let i = 0; i < nodes.length; i++) if (nameBesideCompanions(nodes, i, mentions)) changed = true;
  for (let i = 0; i < nodes.length; i++) if (joinSubject(nodes, i, mentions) || goOnInRow(nodes, i, mentions)) changed = true;
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** "…, and Peru, along with Chile, joined in 1998": a name joined to the clause before, with company and a finite verb behind, begins a clause. */
function nameBesideCompanions(nodes: Node[], i: number, mentions: readonly Mention[]): boolean {
  const node = nodes[i]!;
  const at = i + 2;
  if (node.relation !== "conj" || nodes[i - 1]?.text.toLowerCase() !== "and" || nodes[i + 1]?.text !== "," || !isActor(node, mentions))
    return false;
  if (!BESIDE.test(nodes[at]?.text ?? "") || !/^with$/i.test(nodes[at + 1]?.text ?? "")) return false;
  const close = nodes.findIndex((n, k) => k > at && n.text === ",");
  const verb = close < 0 ? -1 : close + 1;
  if (!/^VB[DZP]$/.test(nodes[verb]?.xpos ?? "") || nodes[verb]!.upos !== "VERB" || nodes.slice(at, close).some((n) => n.upos === "VERB"))
    return false;
  const first = nodes[verb]!.head;
  if (first < 0 || first > i || nodes.some((n) => n.head === verb && /^nsubj/.test(n.relation))) return false;
  nodes[i] = { ...node, head: verb, relation: "nsubj" };
  nodes[i - 1] = { ...nodes[i - 1]!, head: verb };
  nodes[verb] = { ...nodes[verb]!, relation: "conj" };
  return true;
}

function joinSubject(nodes: Node[], i: number, mentions: readonly Mention[]): boolean {
  const node = nodes[i]!;
  if (!/^(?:nmod|obl)$/.test(node.relation) || !isActor(node, mentions)) return false;
  const cases = nodes.flatMap((n, k) => (n.head === i && n.relation === "case" && k < i ? [k] : []));
  const first = cases[0];
  if (first === undefined) return false;
  const beside = [first, first - 1].find((k) => k > 0 && BESIDE.test(nodes[k]!.text));
  // "Togo, with Benin and Niger, offered": between the subject and its verb, both commas there
  const between = /^with$/i.test(nodes[first]!.text) && nodes[i + 1]?.text === "," && /^(?:VERB|AUX)$/.test(nodes[i + 2]?.upos ?? "");
  const starts = beside ?? (between ? first : undefined);
  if (starts === undefined || nodes[starts - 1]?.text !== ",") return false;
  const subject = nodes.findLastIndex((n, k) => k < starts && /^nsubj/.test(n.relation) && n.head > i && isActor(n, mentions));
  if (subject < 0 || nodes.some((n, k) => k > subject && k < i && n.upos === "VERB")) return false;
  if (beside === undefined && subject !== starts - 2) return false;
  nodes[i] = { ...node, head: subject, relation: "conj" };
  for (const k of cases) nodes[k] = { ...nodes[k]!, relation: "cc" };
  if (BESIDE.test(nodes[starts]!.text)) nodes[starts] = { ...nodes[starts]!, head: i, relation: "cc" };
  return true;
}

function goOnInRow(nodes: Node[], i: number, mentions: readonly Mention[]): boolean {
  const node = nodes[i]!;
  const before = nodes[i - 2];
  if (!/^nsubj/.test(node.relation) || node.head < i || nodes[i - 1]?.text !== "," || !before) return false;
  if (before.relation !== "nmod" || !isActor(node, mentions) || !isActor(before, mentions)) return false;
  if (!nodes.some((n) => n.head === i - 2 && n.relation === "case" && /^(?:between|among|with)$/i.test(n.text))) return false;
  if (!nodes.some((n, k) => k < i - 2 && /^nsubj/.test(n.relation) && n.head === node.head)) return false;
  nodes[i] = { ...node, head: i - 2, relation: "conj" };
  return true;
}

function isActor(node: Node, mentions: readonly Mention[]): boolean {
  return mentions.some((m) => m.start < node.end && m.end > node.start && m.actors.length > 0);
}
