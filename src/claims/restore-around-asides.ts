import type { Mention } from "../actors/mention.ts";
import type { Node } from "../language/sentence.ts";
import { type RestoredClause, restoreGaps } from "./restore-gaps.ts";

/** No aside, in nodes between its commas, is longer. */
const LONGEST = 16;
const OPENS_RELATIVE = /^(?:which|who|whose|whom|where|when)$/i;
const OPENS_PHRASE =
  /^(?:then|now|once|long|still|already|formerly|previously|currently|recently|after|before|despite|following|with|without|amid|at|by|under|because|as|like|unlike|a|an|the|its|his|her|their|one)$/i;
/** Prepositions before a time. */
const BEFORE_TIME = /^(?:in|on|since|from|until|during)$/i;

/** Nodes between two commas, the commas among them. */
interface Aside {
  readonly from: number;
  readonly to: number;
}

/**
 * The clauses of a sentence that leaves out what it has said, where something said in passing stands between a name and its time: "joined
 * APEC in 1994, the OECD in 2010 and the Alliance, launched by four states, in 2011". What is said in passing becomes a clause of its own,
 * behind what it is said of. Null where nothing stands there, or the sentence leaves out nothing more for it.
 */
export function restoreAroundAsides(nodes: readonly Node[], mentions: readonly Mention[]): RestoredClause[] | null {
  const between = asideBetweenTwo(nodes);
  if (between) return joinedAround(nodes, between);
  const asides = asidesBeforeTimes(nodes);
  if (asides.length === 0) return null;
  const kept = nodes.flatMap((_, i) => (asides.some((a) => i >= a.from && i < a.to) ? [] : [i]));
  const around = restoreGaps(
    kept.map((i) => nodes[i]!),
    mentions,
  );
  if (!around || around.length <= (restoreGaps(nodes, mentions)?.length ?? 0)) return null;
  const clauses = around.map(({ nodes: own, parts, subject }) => ({
    nodes: own.map((i) => kept[i]!),
    ...(parts ? { parts: new Map([...parts].map(([i, part]) => [kept[i]!, part])) } : {}),
    subject,
  }));
  const told = asides.filter((a) => saysSomething(nodes, a));
  return clauses.flatMap((clause) => [
    clause,
    ...told
      .filter((a) => clauses.find((c) => c.nodes.includes(a.from - 1)) === clause)
      .map((a) => ({ nodes: withWhat(nodes, a), subject: null })),
  ]);
}

/** What is said in passing of a noun or name right before it, with a time right behind. */
function asidesBeforeTimes(nodes: readonly Node[]): Aside[] {
  const asides: Aside[] = [];
  for (let from = 1; from + 2 < nodes.length; from++) {
    if (nodes[from]!.text !== "," || !["NOUN", "PROPN"].includes(nodes[from - 1]!.upos) || !opensAside(nodes[from + 1]!)) continue;
    const close = nodes.findIndex((n, k) => k > from + 1 && k <= from + LONGEST && n.text === ",");
    // "the Netherlands" is one more of a list
    if (/^the$/i.test(nodes[from + 1]!.text) && nodes[from + 2]!.upos === "PROPN") continue;
    if (close < 0 || nodes.slice(from, close).some((n) => /^[;:()]$/.test(n.text)) || !isTime(nodes, close + 1)) continue;
    asides.push({ from, to: close + 1 });
    from = close;
  }
  return asides;
}

/** "Chad, where a king had died in 1960, and Togo signed": what is said in passing of the first of two that do something together. */
function asideBetweenTwo(nodes: readonly Node[]): Aside | null {
  const from = nodes.findIndex((n) => n.text === ",");
  if (from < 1 || nodes[from - 1]!.upos !== "PROPN" || !nodes[from + 1] || !opensAside(nodes[from + 1]!)) return null;
  const close = nodes.findIndex((n, k) => k > from + 2 && k <= from + LONGEST && n.text === ",");
  if (close < 0 || nodes[close + 1]?.text !== "and" || nodes[close + 2]?.upos !== "PROPN" || nodes[from + 1]!.upos === "PROPN") return null;
  // a list of three has no word of a clause in its second part, and no verb right behind its last
  const behind = nodes[close + 3];
  const does = behind !== undefined && /^(?:VERB|AUX)$/.test(behind.upos) && /^(?:VBD|VBP|MD|VBZ)$/.test(behind.xpos);
  const isClause =
    nodes.slice(from, close).some((n) => OPENS_RELATIVE.test(n.text)) ||
    (/^(?:an?|the|its|then|now|once)$/i.test(nodes[from + 1]!.text) && !nodes.slice(from, close).some((n) => n.upos === "PROPN"));
  return does && isClause ? { from, to: close + 1 } : null;
}

function joinedAround(nodes: readonly Node[], aside: Aside): RestoredClause[] {
  const kept = nodes.flatMap((_, i) => (i >= aside.from && i < aside.to ? [] : [i]));
  const own = { nodes: kept, subject: null };
  return saysSomething(nodes, aside) ? [own, { nodes: withWhat(nodes, aside), subject: null }] : [own];
}

function opensAside({ text, upos, xpos, unit }: Node): boolean {
  if (unit !== null) return false;
  return OPENS_RELATIVE.test(text) || OPENS_PHRASE.test(text) || (upos === "VERB" && xpos === "VBN");
}

function isTime(nodes: readonly Node[], at: number): boolean {
  const led = BEFORE_TIME.test(nodes[at]?.text ?? "") ? at + 1 : at;
  return nodes[led]?.unit?.kind === "date";
}

/** Whether a claim can be in it: it has a verb, or is dated. */
function saysSomething(nodes: readonly Node[], { from, to }: Aside): boolean {
  return nodes.slice(from, to).some((n) => n.upos === "VERB" || n.unit?.kind === "date");
}

/** An aside behind the words that it is said of. */
function withWhat(nodes: readonly Node[], { from, to }: Aside): number[] {
  let start = from - 1;
  while (start > 0 && ["NOUN", "PROPN", "ADJ", "DET"].includes(nodes[start - 1]!.upos)) start--;
  return nodes.slice(start, to - 1).map((_, k) => start + k);
}
