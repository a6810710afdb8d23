import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const BELONGING = /^(?:member|observer|signatory|party|participant|belong|participate)$/i;
/** What may stand before a name in its part of a list: "and the", "of the", "the regional". */
const BEFORE_NAME: ReadonlySet<string> = new Set(["DET", "CCONJ", "ADP", "ADJ", "PUNCT", "ADV"]);
const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);

/**
 * Joins the bodies of a long list to the first of them: "is a member of the UN and some of its specialized agencies; OAS; the Rio Group;
 * and Mercosur", "is a member of the United Nations, as well as of the OAS and SICA". A part with a verb of its own ends the list.
 */
export function mendBodiesListed(parse: Parse, mentions: readonly Mention[]): Parse {
  const at = parse.nodes.findIndex((n) => BELONGING.test(n.lemma));
  if (at < 0 || !parse.nodes.some((n, k) => k > at && (n.text === ";" || isAsWellAs(parse.nodes, k)))) return parse;
  const bodies = mentions.filter((m) => m.kind === "organisation" && m.actors.length === 1);
  const isBody = (n: Node): boolean => bodies.some((m) => m.start < n.end && m.end > n.start);
  const nodes = [...parse.nodes];
  const first = nodes.findIndex((n, k) => k > at && isBody(n));
  if (first < 0 || !isPlain(nodes.slice(at + 1, first))) return parse;
  let changed = false;
  const join = (k: number): void => {
    if (k <= first || isUnder(nodes, k, first)) return;
    nodes[k] = { ...nodes[k]!, head: first, relation: "conj" };
    changed = true;
  };
  let isAside = false;
  for (let k = first + 1; k < nodes.length; k++) {
    const { text, xpos } = nodes[k]!;
    if (/^(?:which|where|who|whose)$/i.test(text)) isAside = true;
    else if (text === ";") isAside = false;
    if (FINITE.has(xpos) && !isAside) break;
    if (text !== ";" && !isAsWellAs(nodes, k)) continue;
    const name = nodeAhead(nodes, text === ";" ? k + 1 : k + 3, isBody);
    if (name < 0) continue;
    if (/^nsubj/.test(nodes[name]!.relation)) break;
    join(name);
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** The name that a part of the list begins with; -1 where something else stands there. */
function nodeAhead(nodes: readonly Node[], from: number, isBody: (n: Node) => boolean): number {
  let k = from;
  while (k < nodes.length && nodes[k]!.text !== ";" && BEFORE_NAME.has(nodes[k]!.upos) && !isBody(nodes[k]!)) k++;
  return nodes[k] && isBody(nodes[k]!) ? k : -1;
}

function isPlain(nodes: readonly Node[]): boolean {
  return nodes.every((n) => !FINITE.has(n.xpos));
}

function isAsWellAs(nodes: readonly Node[], k: number): boolean {
  return /^as$/i.test(nodes[k]!.text) && /^well$/i.test(nodes[k + 1]?.text ?? "") && /^as$/i.test(nodes[k + 2]?.text ?? "");
}

/** Whether `k` is joined to `over` already, itself or by those before it. */
function isUnder(nodes: readonly Node[], k: number, over: number): boolean {
  let at = k;
  for (let steps = 0; steps < nodes.length && at !== over; steps++) {
    if (nodes[at]!.relation !== "conj") return false;
    at = nodes[at]!.head;
  }
  return at === over;
}
