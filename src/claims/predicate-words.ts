import type { Operator, PloverLexicon, PloverRule } from "./plover-lexicon.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const PARTICLE = /^(?:out|off|away|back|up|down|over|in|home)$/i;

/** Looks the words of a predicate up in the lexicon of political action. */
export class PredicateWords {
  private readonly graph: SentenceGraph;
  private readonly lexicon: PloverLexicon;
  // every pair of actors asks for those of every predicate
  private readonly lemmas: (readonly string[])[] = [];
  private readonly around: ReadonlySet<string>[] = [];

  constructor(graph: SentenceGraph, lexicon: PloverLexicon) {
    this.graph = graph;
    this.lexicon = lexicon;
  }

  operatorOf(p: number): Operator | null {
    for (const lemma of this.lemmasOf(p)) {
      const operator = this.lexicon.operators.verbs.get(lemma);
      if (operator) return operator;
    }
    return null;
  }

  /** The predicate's lemma alone, with its particle, and with each of its prepositions; the longest first. */
  lemmasOf(p: number): readonly string[] {
    this.lemmas[p] ??= this.readLemmas(p);
    return this.lemmas[p];
  }

  private readLemmas(p: number): string[] {
    const { graph } = this;
    const full = graph.lemma(p);
    const plain = graph.node(p).unit ? full : graph.node(p).lemma.toLowerCase();
    const found: string[] = [];
    // "gave thirty days in 2010" is no "give in"
    const gives = graph.childrenBy(p, "obj").length > 0;
    for (const slot of graph.slots(p).keys()) if (slot !== "in" || !gives) found.push(`${full} ${slot}`);
    // "pulled out of Somalia", "wrote off its debt", "handed the pilot back": a particle that the parser hung elsewhere
    for (const c of graph.childrenBy(p, "obj", "obl", "advmod", "nmod")) {
      const particle = graph.node(c).relation === "advmod" ? c : graph.childrenBy(c, "case")[0];
      if (
        particle !== undefined &&
        particle > p &&
        PARTICLE.test(graph.node(particle).text) &&
        (particle === p + 1 || particle === c || graph.node(particle + 1).text === "of")
      )
        found.push(`${plain} ${graph.node(particle).text.toLowerCase()}`);
    }
    // "test-fired", taken apart
    const isJoined = p > 1 && graph.node(p - 1).text === "-" && graph.node(p).upos === "VERB";
    const joined = isJoined ? `${graph.node(p - 2).lemma.toLowerCase()}-${plain}` : null;
    if (joined) return this.knows(joined) ? [joined] : [joined, plain];
    const object = graph.childrenBy(p, "obj")[0];
    if (object !== undefined) found.push(`${plain} ${graph.node(object).lemma.toLowerCase()}`);
    const before = graph.childrenBy(p, "compound", "amod").at(-1);
    if (before !== undefined && !graph.isVerb(p)) found.push(`${graph.node(before).lemma.toLowerCase()} ${plain}`);
    // "call off" is no "call"
    const particle = graph.childrenBy(p, "compound:prt").length > 0;
    return [
      ...new Set([...(particle ? found.filter((f) => f.startsWith(full)) : found), full, ...(particle && this.knows(full) ? [] : [plain])]),
    ];
  }

  private knows(lemma: string): boolean {
    return this.lexicon.operators.verbs.has(lemma) || this.lexicon.rules.verbs.has(lemma);
  }

  /** The rule that the words at `p` trigger: `narrow` ones are those that name what they are about. */
  ruleFor(kind: "verbs" | "nouns" | "adjectives", lemmas: readonly string[], p: number, narrow: boolean): PloverRule | null {
    const index = this.lexicon.rules[kind];
    let words: ReadonlySet<string> | null = null;
    let first: PloverRule | null = null;
    for (const lemma of lemmas) {
      for (const rule of index.get(lemma) ?? []) {
        if (narrow !== (rule.about !== null || rule.by !== null)) continue;
        const { beside } = rule[kind].get(lemma)!;
        words ??= this.wordsAround(p);
        if (rule.about && ![...rule.about].some((w) => words!.has(w))) continue;
        if (rule.by && !this.isDoneBy(p, rule.by)) continue;
        if (beside && ![...beside].some((w) => words!.has(w))) continue;
        // of plain words the longest counts, of narrow rules the first in the file
        if (!narrow) return rule;
        if (!first || rule.order < first.order) first = rule;
      }
    }
    return first;
  }

  private isDoneBy(p: number, words: ReadonlySet<string>): boolean {
    const doers = [...(this.graph.slots(p).get("agent") ?? []), ...(this.graph.slots(p).get("by") ?? [])];
    return doers.some((doer) => this.graph.subtree(doer).some((n) => this.wordsAt(n).some((w) => words.has(w))));
  }

  /** Lemmas and prepositions of what a predicate is about, without its doer. */
  private wordsAround(p: number): ReadonlySet<string> {
    this.around[p] ??= this.readAround(p);
    return this.around[p];
  }

  private readAround(p: number): Set<string> {
    const { graph } = this;
    const words = new Set<string>();
    const addPhrase = (top: number): void => {
      for (const n of graph.subtree(top, false)) for (const w of this.wordsAt(n)) words.add(w);
    };
    for (const [slot, fillers] of graph.slots(p)) {
      if (slot === "agent" || slot === "by" || slot === "poss") continue;
      words.add(slot);
      for (const filler of fillers) if (slot !== "clause" || !graph.isVerb(filler)) for (const c of graph.conjuncts(filler)) addPhrase(c);
    }
    for (const c of graph.childrenBy(p, "advmod", "xcomp", "compound:prt")) for (const w of this.wordsAt(c)) words.add(w);
    if (!graph.isVerb(p)) addPhrase(p);
    return words;
  }

  private wordsAt(n: number): string[] {
    const node = this.graph.node(n);
    if (!node.unit) {
      // "a sit-in", taken apart
      const joined =
        this.graph.nodes[n + 1]?.text === "-" && n + 2 < this.graph.nodes.length
          ? [`${node.text}-${this.graph.node(n + 2).text}`.toLowerCase()]
          : [];
      return [node.lemma.toLowerCase(), node.text.toLowerCase(), ...joined];
    }
    return node.text
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .flatMap((w) => [w, w.replace(/ies$/, "y").replace(/men$/, "man").replace(/s$/, "")]);
  }
}
