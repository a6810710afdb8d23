import type { Factuality, PloverEvent } from "./claim.ts";
import type { PloverLexicon, PloverRule } from "./plover-lexicon.ts";
import { hasUnless, isNegated, moodOf } from "./predicate-mood.ts";
import { PredicateWords } from "./predicate-words.ts";
import { alleged, brokenOut, fallen, met, onTheWay, type PairReader, together } from "./relation-fallbacks.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** What one predicate says that its subject does. */
export interface Reading {
  readonly event: PloverEvent;
  readonly factuality: Factuality;
  /** Rules that made it, outermost first: "promise ← give-aid". */
  readonly rule: string;
}

export interface CodedPair extends Reading {
  /** The node of the predicate. */
  readonly trigger: number;
  /** How far source and target stand from it; smaller is surer. */
  readonly cost: number;
}

const SAID: ReadonlySet<PloverEvent> = new Set(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"]);
const PRONOUNS = new Set(["he", "she", "it", "they", "we", "i", "who", "which", "that", "himself", "herself", "itself", "themselves"]);
const BELONGING = /^(?:affiliate|belong|base|link|ally|organise|organize|lead|back|represent)$/;
const WHOLE = ["object", "recipient", "complement", "clause"];
const CLAUSES = new Set(["advcl", "acl", "parataxis"]);
/** Conjunctions whose clause says something of its own. */
const APART = new Set([
  "as",
  "while",
  "when",
  "after",
  "before",
  "although",
  "though",
  "because",
  "since",
  "whereas",
  "where",
  "until",
  "once",
]);
const DOERS: readonly (readonly [string, number])[] = [
  ["agent", 0],
  ["poss", 0.5],
  ["by", 0.5],
  ["mod", 1],
  ["between", 0.5],
  ["of", 1.5],
  ["from", 2],
  ["among", 1],
  ["with", 3],
  ["in", 4],
];

/** Reads PLOVER events between nodes of one sentence, over its clause graph. */
export class RelationCoder implements PairReader {
  readonly graph: SentenceGraph;
  readonly lexicon: PloverLexicon;
  readonly words: PredicateWords;
  // every pair with the same source asks for those of every predicate; Infinity for one that it does not do
  private readonly doerCosts: number[][] = [];
  /** Nodes that stand for the two actors: they are never predicates. */
  ends: ReadonlySet<number> = new Set();

  constructor(graph: SentenceGraph, lexicon: PloverLexicon) {
    this.graph = graph;
    this.lexicon = lexicon;
    this.words = new PredicateWords(graph, lexicon);
  }

  /** What the sentence says that the actor at node `source` does to the one at `target`; null when nothing. `within`: all their nodes. */
  between(source: number, target: number, within: readonly number[] = []): CodedPair | null {
    this.ends = new Set([source, target, ...within]);
    const found: CodedPair[] = [];
    for (let p = 0; p < this.graph.nodes.length; p++) {
      if (this.ends.has(p) || !this.canSay(p)) continue;
      const s = this.doerCost(p, source);
      const t = s === null ? null : this.undergoerCost(p, target, source);
      const taken = this.takenFrom(p, source, target);
      if (taken) found.push({ ...taken, trigger: p, cost: 1 });
      if (s === null || t === null) continue;
      const reading = this.climb(p, this.read(p, source, target, 0), source, target);
      if (reading) found.push({ ...reading, trigger: p, cost: s + t + this.depthBelow(p, source) });
    }
    return (
      best(found) ??
      together(this, source, target) ??
      met(this, source, target) ??
      brokenOut(this, source, target) ??
      fallen(this, source, target) ??
      alleged(this, source, target) ??
      onTheWay(this, source, target)
    );
  }

  /** What the sentence says that the actor at node `source` does, to whomever. */
  alone(source: number): CodedPair | null {
    this.ends = new Set([source]);
    const found: CodedPair[] = [];
    for (let p = 0; p < this.graph.nodes.length; p++) {
      if (p === source || !this.canSay(p)) continue;
      const s = this.doerCost(p, source);
      if (s === null || s > 1) continue;
      const reading = this.climb(p, this.read(p, source, -1, 0), source, -1);
      if (reading) found.push({ ...reading, trigger: p, cost: s });
    }
    return best(found);
  }

  private canSay(p: number): boolean {
    const { graph } = this;
    return graph.isVerb(p) || graph.isNoun(p) || graph.node(p).upos === "ADJ";
  }

  /** How directly `source` does what `p` says; null when it does not. */
  doerCost(p: number, source: number): number | null {
    this.doerCosts[source] ??= [];
    const known = this.doerCosts[source];
    known[p] ??= this.readDoerCost(p, source) ?? Infinity;
    return known[p] === Infinity ? null : known[p];
  }

  private readDoerCost(p: number, source: number): number | null {
    const slots = this.graph.slots(p);
    const verb = this.graph.isVerb(p);
    for (const [slot, cost] of DOERS) {
      if (verb && (slot === "poss" || slot === "mod" || slot === "of" || slot === "from" || slot === "with")) continue;
      if (slot === "in" && verb && slots.has("agent")) continue;
      if (slot === "with" && !slots.has("agent")) continue;
      for (const node of slots.get(slot) ?? []) {
        const steps = this.within(node, source);
        if (steps !== null) return cost + steps;
      }
    }
    return null;
  }

  /** Steps from a phrase's head down to an actor within it, over nouns only; null when it is not there. */
  within(top: number, actor: number): number | null {
    let steps = 0;
    for (let at = actor; at >= 0 && steps < 5; at = this.graph.node(at).head) {
      if (at === top) return steps;
      const relation = this.graph.node(at).relation;
      if (relation === "conj" || relation === "appos") steps += 0.1;
      else if (/^(nmod|amod|compound|flat|obl|dep|nummod)/.test(relation)) steps += 0.5;
      // "workers affiliated with the union"
      else if (relation === "acl" && BELONGING.test(this.graph.lemma(at))) steps += 0.5;
      else return null;
    }
    return null;
  }

  /** How directly `target` undergoes what `p` says; null when it has no part in it. */
  undergoerCost(p: number, target: number, source: number): number | null {
    const { graph } = this;
    const slots = graph.slots(p);
    for (const [slot, fillers] of slots) {
      if (slot === "clause") continue;
      for (const filler of fillers) {
        const steps = this.within(filler, target);
        if (steps === null) continue;
        if (slot === "agent" || slot === "by") {
          // two who do it together
          if (this.doerCost(p, source) !== null) return 0.5 + steps;
          continue;
        }
        return (slot === "object" || slot === "recipient" ? 0 : slot === "in" || slot === "at" ? 1.5 : 0.6) + steps;
      }
    }
    // deeper: in a clause or a phrase of the predicate
    let cost = 1;
    for (let at = target; at >= 0 && cost < 9; at = graph.node(at).head) {
      if (at === p) return cost;
      const { relation } = graph.node(at);
      if (at === source) return null;
      if (relation === "conj" && graph.isVerb(at) && graph.node(at).head === p) return null;
      if (CLAUSES.has(relation) && this.standsApart(at)) return null;
      if (relation === "nsubj" && graph.node(at).head === p) return null;
      cost += relation === "ccomp" || relation === "xcomp" ? 0.4 : relation.startsWith("acl") || relation === "advcl" ? 1 : 0.5;
    }
    return null;
  }

  private standsApart(i: number): boolean {
    const mark = this.graph.childrenBy(i, "mark", "advmod").map((m) => this.graph.node(m).text.toLowerCase());
    return this.graph.node(i).relation === "parataxis" || (mark.some((m) => APART.has(m)) && this.graph.childrenBy(i, "nsubj").length > 0);
  }

  /** Outer predicates of the same doer come first. */
  private depthBelow(p: number, source: number): number {
    let depth = 0;
    for (let at = p; at >= 0; at = this.graph.node(at).head) {
      const { head, relation } = this.graph.node(at);
      if (head < 0 || depth > 40) break;
      const isReady = this.graph.node(head).upos === "ADJ" && this.lexicon.operators.adjectives.get(this.graph.lemma(head)) === "promise";
      if (relation === "conj" || !(this.graph.isVerb(head) || isReady)) continue;
      if (this.doerCost(head, source) !== null) depth += 4;
    }
    return depth;
  }

  /** "received aid from Japan": the one named with "from" does it. */
  private takenFrom(p: number, source: number, target: number): Reading | null {
    if (!this.graph.isVerb(p) || this.words.operatorOf(p) !== "receive") return null;
    const slots = this.graph.slots(p);
    // "will get a loan from the bank": hung on what is given
    const givers = [p, ...(slots.get("object") ?? [])].flatMap((at) => this.graph.slots(at).get("from") ?? []);
    const gives = [...givers, ...(slots.get("by") ?? [])].some((n) => this.within(n, source) !== null);
    const takes = (slots.get("agent") ?? []).some((n) => this.within(n, target) !== null);
    const given = gives && takes ? this.complement(p, source, target, 0) : null;
    return given && this.shade(p, { ...given, rule: `receive ← ${given.rule}` });
  }

  /** What the predicate means by its words, with all that stands under it. */
  read(p: number, source: number, target: number, depth: number): Reading | null {
    if (depth > 6 || this.ends.has(p)) return null;
    const meant = this.graph.isVerb(p) ? this.readVerb(p, source, target, depth) : this.readNoun(p, source, target, depth);
    return meant && this.shade(p, meant);
  }

  private readVerb(p: number, source: number, target: number, depth: number): Reading | null {
    const lemmas = this.words.lemmasOf(p);
    const narrow = this.words.ruleFor("verbs", lemmas, p, true);
    if (narrow) return done(narrow);
    const operator = this.words.operatorOf(p);
    const plain = (): Reading | null => {
      const rule = this.words.ruleFor("verbs", lemmas, p, false);
      return rule ? done(rule) : null;
    };
    switch (operator) {
      case null:
        return plain();
      case "demand":
        return { event: "REQUEST", factuality: "actual", rule: "demand" };
      case "threaten":
        return { event: "THREATEN", factuality: "actual", rule: "threaten" };
      case "refuse":
        return { event: "REJECT", factuality: "denied", rule: "refuse" };
      case "say":
        return this.readSaid(p, source, target, depth) ?? plain();
      case "end": {
        const inner = this.complement(p, source, target, depth);
        return inner ? this.end(inner) : plain();
      }
      case "promise": {
        const inner = this.complement(p, source, target, depth);
        return inner ? this.promise(inner) : plain();
      }
      case "prepare": {
        const inner = this.complement(p, source, target, depth);
        if (!inner) return plain();
        return this.lexicon.hostile.has(inner.event)
          ? { event: "MOBILIZE", factuality: "actual", rule: `prepare ← ${inner.rule}` }
          : this.promise(inner);
      }
      default: {
        const inner = this.complement(p, source, target, depth);
        return inner ? { ...inner, rule: `${operator} ← ${inner.rule}` } : plain();
      }
    }
  }

  private readNoun(p: number, source: number, target: number, depth: number): Reading | null {
    const { graph } = this;
    const kind = graph.isNoun(p) ? "nouns" : "adjectives";
    const lemmas = this.words.lemmasOf(p);
    const narrow = this.words.ruleFor(kind, lemmas, p, true);
    if (narrow) return done(narrow);
    const operator = lemmas.map((lemma) => this.lexicon.operators[kind].get(lemma)).find((o) => o !== undefined) ?? null;
    if (operator && operator !== "demand" && operator !== "threaten" && operator !== "refuse") {
      const inner = this.complement(p, source, target, depth);
      if (inner) return operator === "end" ? this.end(inner) : operator === "promise" ? this.promise(inner) : inner;
    }
    if (operator === "refuse") return { event: "REJECT", factuality: "denied", rule: "refuse" };
    if (operator === "demand") return { event: "REQUEST", factuality: "actual", rule: "demand" };
    const rule = this.words.ruleFor(kind, lemmas, p, false);
    return rule ? done(rule) : null;
  }

  /** The meaning of "said that …": what the speaker does himself, or what he says of the other. */
  private readSaid(p: number, source: number, target: number, depth: number): Reading | null {
    const { graph } = this;
    for (const c of graph.slots(p).get("clause") ?? []) {
      const subjects = graph.childrenBy(c, "nsubj", "nsubj:pass");
      const told = [...(graph.slots(p).get("object") ?? []), ...(graph.slots(p).get("recipient") ?? [])];
      const infinitive = graph.childrenBy(c, "mark").some((m) => graph.node(m).text.toLowerCase() === "to");
      // "told lenders to cut their rates"
      if (infinitive && subjects.length === 0 && told.some((n) => this.within(n, target) !== null))
        return { event: "REQUEST", factuality: "actual", rule: "tell to" };
      const own = subjects.length > 0 ? subjects : told;
      const others = own.filter((n) => !PRONOUNS.has(graph.node(n).text.toLowerCase()) && this.within(n, source) === null);
      const inner = this.read(c, source, target, depth + 1);
      const mood = moodOf(this.graph, c);
      const aboutTarget = target >= 0 && others.some((n) => this.within(n, target) !== null);
      if (mood === "advice" && others.length > 0) return { event: "REQUEST", factuality: "actual", rule: "say ← must" };
      // "Libya has offered …, the paper said": a third one does it
      const third = others.some((n) => graph.childrenBy(n, "nmod:poss").every((o) => graph.node(o).upos !== "PRON"));
      if (!aboutTarget && third) continue;
      if (aboutTarget) {
        if (!inner) return null;
        const bad = this.lexicon.hostile.has(inner.event) || inner.event === "REJECT" || inner.event === "ACCUSE";
        return { event: bad ? "ACCUSE" : "SUPPORT", factuality: "actual", rule: `say of the other ← ${inner.rule}` };
      }
      if (inner) return { ...inner, rule: `say ← ${inner.rule}` };
    }
    if (graph.slots(p).has("clause")) return null;
    const inner = this.complement(p, source, target, depth);
    return inner && { ...inner, rule: `say ← ${inner.rule}` };
  }

  /** The first meaning among what stands under a predicate: clauses, objects, prepositional phrases. */
  private complement(p: number, source: number, target: number, depth: number): Reading | null {
    const { graph } = this;
    const slots = graph.slots(p);
    for (const slot of [...WHOLE, "to", "in", "of", "on", "for", "with", "from", "into", "mod", "against", "under"]) {
      if (slot === "mod" && graph.isVerb(p)) continue;
      for (const node of slots.get(slot) ?? []) {
        for (const c of graph.conjuncts(node)) {
          const inner = this.read(c, source, target, depth + 1);
          if (inner) return inner;
        }
        if (graph.isVerb(node)) continue;
        const wanted = this.wished(p, node, source, target, depth);
        if (wanted) return wanted;
        // "part of an aid programme", "plans for talks"
        for (const below of graph.subtree(node, false)) {
          if (below === node || !/^(nmod|compound|amod|acl)/.test(graph.node(below).relation)) continue;
          const inner = this.read(below, source, target, depth + 2);
          if (inner) return inner;
        }
      }
    }
    if (graph.isVerb(p)) {
      for (const c of graph.childrenBy(p, "advcl")) {
        if (this.standsApart(c) || !graph.childrenBy(c, "mark").some((m) => graph.node(m).text.toLowerCase() === "to")) continue;
        const inner = this.read(c, source, target, depth + 1);
        if (inner) return inner;
      }
    }
    return null;
  }

  /** "expressed interest in reopening its embassy": what the wish is for, hung on the verb. */
  private wished(p: number, node: number, source: number, target: number, depth: number): Reading | null {
    if (this.lexicon.operators.nouns.get(this.graph.lemma(node)) !== "promise") return null;
    for (const c of this.graph.childrenBy(p, "advcl")) {
      if (c < node || this.graph.node(c).xpos !== "VBG" || !/^(?:in|of)$/.test(this.graph.preposition(c))) continue;
      const inner = this.read(c, source, target, depth + 1);
      if (inner) return this.promise(inner);
    }
    return null;
  }

  private promise(inner: Reading): Reading {
    const hostile = this.lexicon.hostile.has(inner.event);
    const event = hostile ? "THREATEN" : inner.event === "REJECT" || inner.event === "REQUEST" ? inner.event : "AGREE";
    return { event, factuality: "planned", rule: `promise ← ${inner.rule}` };
  }

  private end(inner: Reading): Reading {
    return { event: this.lexicon.ended.get(inner.event) ?? inner.event, factuality: inner.factuality, rule: `end ← ${inner.rule}` };
  }

  /** What auxiliaries and negation make of a meaning. */
  shade(p: number, reading: Reading): Reading | null {
    const hostile = this.lexicon.hostile.has(reading.event);
    if (isNegated(this.graph, p)) {
      if (reading.event === "REJECT") return { event: "AGREE", factuality: "actual", rule: `not ← ${reading.rule}` };
      if (hostile || reading.event === "ACCUSE" || reading.event === "REQUEST") return null;
      return { event: "REJECT", factuality: "denied", rule: `not ← ${reading.rule}` };
    }
    const mood = moodOf(this.graph, p);
    if (mood === "advice") return null;
    const atWorst = mood !== "done" && hasUnless(this.graph, p);
    if (mood === "done" || (SAID.has(reading.event) && !atWorst)) return reading;
    const factuality = mood === "maybe" ? "possible" : "planned";
    const event = hostile || atWorst ? "THREATEN" : "AGREE";
    return { event, factuality, rule: `${mood} ← ${reading.rule}` };
  }

  /** What governs the predicate without being the actor's own verb: "the talks between A and B were suspended". */
  private climb(p: number, reading: Reading | null, source: number, target: number): Reading | null {
    let at = p;
    let meant = reading;
    for (let step = 0; step < 3 && meant; step++) {
      const { head, relation } = this.graph.node(at);
      if (head < 0 || this.graph.isVerb(at)) break;
      if (!/^(nsubj|obj|nmod|obl)/.test(relation)) break;
      if (this.graph.isVerb(head)) {
        // what the other side makes of it ("rejected a request by Riga") is another matter
        const doers = (this.graph.slots(head).get("agent") ?? []).filter((n) => n !== at);
        const answers = target >= 0 && doers.some((n) => this.within(n, target) !== null);
        // "talks between the pilots and the airline collapsed": what they both did is the subject, not they
        const itself = relation.startsWith("nsubj") && doers.length === 0;
        if (answers || (!itself && this.doerCost(head, source) !== null) || relation.startsWith("obl")) break;
        const operator = this.words.operatorOf(head);
        if (operator === "end") meant = this.end(meant);
        else if (operator === "refuse" || /^(collapse|stall|founder)$/.test(this.graph.lemma(head)))
          meant = { event: "REJECT", factuality: "actual", rule: `refuse ← ${meant.rule}` };
        return this.shade(head, meant);
      }
      const operator = this.lexicon.operators.nouns.get(this.graph.lemma(head));
      if (operator === "end") meant = this.end(meant);
      else if (operator === "refuse") meant = { event: "REJECT", factuality: "denied", rule: `refuse ← ${meant.rule}` };
      else if (operator === "demand") meant = { event: "REQUEST", factuality: "proposed", rule: `demand ← ${meant.rule}` };
      else if (operator === "promise") meant = this.promise(meant);
      else break;
      at = head;
    }
    return meant;
  }
}

function done(rule: PloverRule): Reading {
  return { event: rule.event, factuality: "actual", rule: rule.id };
}

function best(found: readonly CodedPair[]): CodedPair | null {
  let first: CodedPair | null = null;
  for (const f of found) if (!first || f.cost < first.cost) first = f;
  return first;
}
