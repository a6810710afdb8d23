import type { PloverLexicon } from "./plover-lexicon.ts";
import type { PredicateWords } from "./predicate-words.ts";
import type { CodedPair, Reading } from "./relation-coder.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** What the fallbacks ask of the coder that they belong to (relation-coder.ts). */
export interface PairReader {
  readonly graph: SentenceGraph;
  readonly lexicon: PloverLexicon;
  readonly words: PredicateWords;
  readonly ends: ReadonlySet<number>;
  doerCost(p: number, source: number): number | null;
  undergoerCost(p: number, target: number, source: number): number | null;
  within(top: number, actor: number): number | null;
  read(p: number, source: number, target: number, depth: number): Reading | null;
  shade(p: number, reading: Reading): Reading | null;
}

// How two actors may be joined where no predicate has one as its doer and the other as who undergoes it.

/** What comes about between two: "clashes erupted between them". */
const COMES_ABOUT: ReadonlySet<string> = new Set([
  "break out",
  "erupt",
  "flare",
  "flare up",
  "rage",
  "take place",
  "begin",
  "resume",
  "continue",
  "occur",
  "ensue",
]);

/** What two do together or jointly, whatever it is. */
export function together(reader: PairReader, source: number, target: number): CodedPair | null {
  const { graph } = reader;
  for (let p = 0; p < graph.nodes.length; p++) {
    if (!graph.isVerb(p) || !graph.childrenBy(p, "advmod").some((a) => /^(?:together|jointly)$/i.test(graph.node(a).text))) continue;
    const agents = graph.slots(p).get("agent") ?? [];
    if (![source, target].every((end) => agents.some((a) => reader.within(a, end) !== null))) continue;
    const reading = reader.shade(p, { event: "COOPERATE", factuality: "actual", rule: "together" });
    if (reading) return { ...reading, trigger: p, cost: 2 };
  }
  return null;
}

/** "The premier met with a team of the bank", asked of the team: who is met meets as well. */
export function met(reader: PairReader, source: number, target: number): CodedPair | null {
  for (let p = 0; p < reader.graph.nodes.length; p++) {
    if (!reader.graph.isVerb(p) || reader.ends.has(p)) continue;
    const t = reader.doerCost(p, target);
    const s = t === null ? null : reader.undergoerCost(p, source, target);
    const reading = s === null ? null : reader.read(p, target, source, 0);
    if (reading?.event === "CONSULT") return { ...reading, trigger: p, cost: 2 };
  }
  return null;
}

/** "Fighting broke out between the marines and the rebels": what comes about between two, hung on the verb. */
export function brokenOut(reader: PairReader, source: number, target: number): CodedPair | null {
  const { graph } = reader;
  for (let p = 0; p < graph.nodes.length; p++) {
    if (!graph.isVerb(p) || !reader.words.lemmasOf(p).some((lemma) => COMES_ABOUT.has(lemma))) continue;
    const between = [...(graph.slots(p).get("between") ?? []), ...(graph.slots(p).get("with") ?? [])];
    if (![source, target].every((end) => between.some((b) => graph.conjuncts(b).some((c) => reader.within(c, end) !== null)))) continue;
    for (const subject of graph.slots(p).get("agent") ?? []) {
      const inner = reader.read(subject, source, target, 1);
      const reading = inner && reader.shade(p, inner);
      if (reading) return { ...reading, trigger: p, cost: 2 };
    }
  }
  return null;
}

/** "Nine pilgrims died when gunmen opened fire": those who fell, and in a clause of its own who did it. */
export function fallen(reader: PairReader, source: number, target: number): CodedPair | null {
  const { graph } = reader;
  for (let p = 0; p < graph.nodes.length; p++) {
    const died =
      graph.isVerb(p) && (graph.lemma(p) === "die" || (graph.isPassive(p) && /^(?:kill|injure|wound|hurt|maim)$/.test(graph.lemma(p))));
    if (!died || !graph.childrenBy(p, "nsubj", "nsubj:pass").some((n) => reader.within(n, target) !== null)) continue;
    for (const c of graph.childrenBy(p, "advcl")) {
      if (reader.doerCost(c, source) === null) continue;
      const reading = reader.read(c, source, target, 1);
      if (reading?.event === "ASSAULT") return { ...reading, trigger: c, cost: 3 };
    }
  }
  return null;
}

/** "According to the mayor, troops burned the market": what a speaker says that the other did. */
export function alleged(reader: PairReader, source: number, target: number): CodedPair | null {
  const { graph } = reader;
  const top = [source, ...graph.ancestors(source)].find((n) => /^(?:obl|parataxis|advcl)/.test(graph.node(n).relation));
  if (top === undefined || !graph.subtree(top).some((n) => /^according$/i.test(graph.node(n).text))) return null;
  const p = graph.node(top).head;
  if (p < 0 || reader.doerCost(p, target) === null) return null;
  const reading = reader.read(p, target, -1, 0);
  const bad = reading !== null && (reader.lexicon.hostile.has(reading.event) || reading.event === "REJECT");
  return bad ? { event: "ACCUSE", factuality: "actual", rule: `according to ← ${reading.rule}`, trigger: p, cost: 3 } : null;
}

/** Where the parse joins the two by nothing: a coded verb that stands between them with nothing else in the way. */
export function onTheWay(reader: PairReader, source: number, target: number): CodedPair | null {
  const { graph } = reader;
  const from = Math.min(source, target);
  const to = Math.max(source, target);
  if (to - from > 14) return null;
  const between = graph.nodes.slice(from + 1, to).map((n) => n.text.toLowerCase());
  if (between.some((w) => [";", "while", "whereas", "although", "but"].includes(w))) return null;
  const below = graph.node(target);
  for (let p = from + 1; p < to; p++) {
    if (!graph.isVerb(p) || reader.ends.has(p)) continue;
    const { relation, xpos, head } = graph.node(p);
    const follows = p === from + 1 && (xpos === "VBD" || xpos === "VBN" || xpos === "VBZ") && source < target;
    if (!follows && (/^(amod|advcl|acl:relcl)/.test(relation) || (relation === "acl" && xpos !== "VBG"))) continue;
    const passive = graph.isPassive(p) && !follows && between.includes("by");
    if (source < target ? passive : !passive) continue;
    if (below.relation.startsWith("nsubj") && below.head !== head && graph.node(below.head).relation !== "ccomp") return null;
    const other = graph.childrenBy(p, "nsubj").some((n) => n !== source && n > from && reader.within(n, source) === null);
    const reading = other ? null : reader.read(p, source, target, 0);
    if (reading) return { ...reading, rule: `between ← ${reading.rule}`, trigger: p, cost: 10 };
    if (reader.words.operatorOf(p) === null) return null;
  }
  return null;
}
