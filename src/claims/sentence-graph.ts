import type { Span } from "../document/document.ts";
import { BLAMING } from "../language/control-verbs.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { inheritNounSlots, inheritVerbSlots } from "./inherit-slots.ts";
import { addTo, base } from "./slot-map.ts";
import { LIGHT_VERBS, PREPOSITIONS, TAKES_INFINITIVE } from "./slot-words.ts";

/**
 * The arguments of a predicate, by slot, whatever form the words took: active, passive, nominal, participial, relative,
 * controlled, coordinated. Slots: `agent`, `object`, `recipient`, `poss` ("Peru's"), `mod` ("Peruvian", "Peru-Chile"),
 * `appos`, `complement` (what a copula or "become" says), `clause`, and one for each preposition (`with`, `to`, `between`, `as` …).
 */
export type Slots = ReadonlyMap<string, readonly number[]>;

/** Verbs of which "home" is a particle, near or far: "brought its soldiers home". */
const HOMEWARD: ReadonlySet<string> = new Set("bring call come fly send summon order take ship go return sail".split(" "));

/** Prepositions of the doer, and of what went before or gave the cause. */
const NOT_DONE = /^(?:by|after|before|following|amid|despite|because.of|due.to|owing.to|as.a.result.of|in.response.to|in.the.wake.of)$/;
/** Verbs that have an object wherever they are active. */
const NEEDS_OBJECT: ReadonlySet<string> = new Set(
  "ratify initial revive restore renew approve replace recall upgrade adopt amend abolish establish found create admit readmit elect appoint expel lift raise annex invade occupy arrest detain deport seize deliver release free".split(
    " ",
  ),
);

const JOINED = /^(?:together|along|jointly)$/i;

export class SentenceGraph {
  readonly nodes: readonly Node[];
  readonly parse: Parse;
  /** The sentence is an entry of a chronicle: its date stands before it or above it, and its present tells what happened. */
  readonly dated: boolean;
  private readonly childrenOf: number[][];
  private readonly bases: readonly string[];
  private readonly slotCache: Map<string, number[]>[] = [];
  // what frames ask again and again of the same node
  private readonly lemmas: string[] = [];
  private readonly passives: boolean[] = [];
  private readonly subtrees: (readonly number[])[] = [];
  private readonly ownClauses: (readonly number[])[] = [];
  private readonly underway = new Set<number>();
  private readonly notes = new Map<(graph: SentenceGraph, i: number) => unknown, unknown[]>();

  constructor(parse: Parse, dated = false) {
    this.parse = parse;
    this.dated = dated;
    this.nodes = parse.nodes;
    this.childrenOf = parse.nodes.map(() => []);
    this.bases = parse.nodes.map((node) => base(node.relation));
    parse.nodes.forEach((node, i) => {
      if (node.head >= 0) this.childrenOf[node.head]?.push(i);
    });
  }

  /** Without a finite verb: "Kyrgyz president to visit Uzbekistan", an item of a list. */
  get isHeadline(): boolean {
    return !this.nodes.some((n) => ["VBD", "VBZ", "VBP", "MD"].includes(n.xpos));
  }

  /** A clause made whole from parts of its sentence (restore-gaps.ts): its words stand apart in the text. */
  get isPutTogether(): boolean {
    return this.nodes.some((n, i) => i > 0 && (n.start < this.nodes[i - 1]!.start || n.start - this.nodes[i - 1]!.end > 3));
  }

  /** What `read` finds of node `i`, read once: every frame that a trigger may have asks for the same of the same few nodes. */
  noted<T>(i: number, read: (graph: SentenceGraph, i: number) => T): T {
    let known = this.notes.get(read) as T[] | undefined;
    if (!known) {
      known = [];
      this.notes.set(read, known);
    }
    const before = known[i];
    if (before !== undefined) return before;
    const found = read(this, i);
    known[i] = found;
    return found;
  }

  children(i: number): readonly number[] {
    return this.childrenOf[i] ?? [];
  }

  childrenBy(i: number, ...relations: string[]): number[] {
    const found: number[] = [];
    for (const c of this.children(i)) {
      const own = this.bases[c];
      const { relation } = this.nodes[c]!;
      // asked so often that a loop of its own tells in the whole
      for (let k = 0; k < relations.length; k++) {
        if (relations[k] !== own && relations[k] !== relation) continue;
        found.push(c);
        break;
      }
    }
    return found;
  }

  /** Whether words stand in this sentence: what is recalled from before stands in another, and its nodes are not these. */
  holds({ start, end }: Span): boolean {
    return start >= this.parse.sentence.start && end <= this.parse.sentence.end;
  }

  node(i: number): Node {
    const node = this.nodes[i];
    if (!node) throw new RangeError(`no node ${i} in a sentence of ${this.nodes.length}`);
    return node;
  }

  /** The lemma with its particle: "set up", "carry out"; "take place" as one. */
  lemma(i: number): string {
    this.lemmas[i] ??= this.readLemma(i);
    return this.lemmas[i];
  }

  private readLemma(i: number): string {
    const own = this.wordLemma(i);
    const particle = this.childrenBy(i, "compound:prt")[0];
    if (particle !== undefined) return `${own} ${this.node(particle).lemma.toLowerCase()}`;
    // an adverb right behind is often the particle: "went over to Beijing"
    const after = this.nodes[i + 1];
    if (after?.head === i && after.relation === "advmod" && /^(over|back|off|out|up|down|away|together)$/i.test(after.text))
      return `${own} ${after.text.toLowerCase()}`;
    if (HOMEWARD.has(own) && this.childrenBy(i, "advmod").some((c) => /^home$/i.test(this.node(c).text))) return `${own} home`;
    if (own === "take") {
      const taken = this.childrenBy(i, "obj").map((c) => this.node(c).lemma.toLowerCase());
      for (const noun of ["place", "part", "note"]) if (taken.includes(noun)) return `take ${noun}`;
    }
    return own;
  }

  private wordLemma(i: number): string {
    const node = this.node(i);
    // compounds are read as one word and have no lemma of their own: "consulates-general"
    if (node.unit?.kind !== "name") return node.lemma.toLowerCase();
    const text = node.text.toLowerCase().replace(/\s+/g, " ");
    // "Peruvian secretary-general": the nation is no part of it
    const general = /(\p{L}+?)s?([-\s]general)$/u.exec(text.split(/ (?:of|for|to) /)[0]!);
    if (general) return `${general[1]}${general[2]}`;
    if (/^(vice|deputy)-/.test(text)) return text;
    if (/charg[eé]s? d['’]affaires/.test(text)) return "chargé";
    // "Treaty of Friendship" is a treaty, "Commercial and Security Agreement" an agreement
    const front = text.split(/ (?:of|on|for|against|concerning) /)[0]!;
    const head = singular(front.split(" ").at(-1)!);
    // "Commonwealth Heads of Government Meeting" is a meeting
    const last = /(?:^|\s)(meeting|summit|conference|session|assembly|round)s?$/.exec(text)?.[1];
    return last && front !== text && PEOPLE.test(head) ? last : head;
  }

  isVerb(i: number): boolean {
    const { upos, xpos } = this.node(i);
    return upos === "VERB" || (upos === "AUX" && xpos.startsWith("VB"));
  }

  isNoun(i: number): boolean {
    const { upos } = this.node(i);
    return upos === "NOUN" || upos === "PROPN";
  }

  isPassive(i: number): boolean {
    this.passives[i] ??= this.readVoice(i);
    return this.passives[i];
  }

  private readVoice(i: number): boolean {
    const node = this.node(i);
    if (this.childrenBy(i, "nsubj:pass", "aux:pass", "csubj:pass").length > 0) return true;
    const relation = base(node.relation);
    // "was reached in October and ratified in December": what cannot stand without an object is passive too
    const shares = node.xpos === "VBD" && relation === "conj" && NEEDS_OBJECT.has(node.lemma.toLowerCase());
    if (node.xpos !== "VBN" && !shares) return false;
    const bare = this.childrenBy(i, "aux", "obj", "nsubj").length === 0;
    if ((relation === "acl" || relation === "advcl" || relation === "amod") && bare) return true;
    // "had its ambassador recalled"
    if (relation === "xcomp" && bare && node.head >= 0 && ["have", "get", "see"].includes(this.wordLemma(node.head)))
      return this.childrenBy(node.head, "obj").some((o) => o < i);
    if (relation === "conj" && bare && node.head >= 0) return this.isVerb(node.head) && this.isPassive(node.head);
    return false;
  }

  /** A verb or predicate in the present without an auxiliary, outside an entry of a chronicle: "has soldiers there", "are at odds". */
  isSimplePresent(i: number): boolean {
    const isNow = /^VB[ZP]$/.test(this.node(i).xpos) || this.childrenBy(i, "cop").some((c) => /^(?:is|are)$/i.test(this.node(c).text));
    return isNow && !this.dated && this.childrenBy(i, "aux").length === 0;
  }

  /** The preposition of an oblique or nominal modifier, "" where there is none. Two-word prepositions come whole. */
  preposition(i: number): string {
    const words: string[] = [];
    for (const c of this.childrenBy(i, "case", "mark")) {
      const node = this.node(c);
      // a name read as a preposition is none
      if (c > i || node.unit || node.upos === "PROPN") continue;
      // "a visit ahead of the summit", whatever "ahead" was hung on
      if (node.text === "of" && this.nodes[c - 1]?.text === "ahead") words.push("ahead");
      words.push(node.text.toLowerCase());
      for (const f of this.childrenBy(c, "fixed")) words.push(this.node(f).text.toLowerCase());
    }
    const phrase = words.join(" ");
    return PREPOSITIONS.get(phrase) ?? words.at(-1) ?? "";
  }

  slots(i: number): Slots {
    return this.gather(i);
  }

  /** The heads of a coordination beginning at `i`: "Peru, Chile and Cuba"; without Cuba in "Peru and Chile but not Cuba". */
  conjuncts(i: number): number[] {
    const all = [i];
    for (const c of this.childrenBy(i, "conj")) if (!this.isLeftOut(c)) all.push(...this.conjuncts(c));
    return all;
  }

  private isLeftOut(c: number): boolean {
    return !this.isVerb(c) && this.childrenBy(c, "advmod").some((n) => n < c && this.node(n).text.toLowerCase() === "not");
  }

  /** All nodes below `i` and itself, in text order; clauses of their own are left out unless `deep`. */
  subtree(i: number, deep = true): readonly number[] {
    const known = deep ? this.subtrees : this.ownClauses;
    known[i] ??= this.readSubtree(i, deep);
    return known[i];
  }

  private readSubtree(i: number, deep: boolean): number[] {
    const found: number[] = [];
    const stack = [i];
    const seen = new Set<number>();
    while (stack.length > 0) {
      const at = stack.pop()!;
      if (seen.has(at)) continue;
      seen.add(at);
      found.push(at);
      for (const c of this.children(at)) {
        const relation = this.node(c).relation;
        if (
          !deep &&
          (relation.startsWith("acl") || relation === "parataxis" || relation === "advcl" || relation === "conj" || relation === "appos")
        )
          continue;
        stack.push(c);
      }
    }
    return found.sort((a, b) => a - b);
  }

  ancestors(i: number): number[] {
    const path: number[] = [];
    for (let at = this.node(i).head; at >= 0 && !path.includes(at); at = this.node(at).head) path.push(at);
    return path;
  }

  /** The verb whose subject, object or oblique this noun is, when that verb is a light one; else -1. */
  supportVerb(i: number): number {
    const head = this.node(i).head;
    if (head < 0 || !this.isVerb(head)) return -1;
    const relation = base(this.node(i).relation);
    if (!["obj", "nsubj", "obl", "xcomp"].includes(relation)) return -1;
    // who does it, when and why is no part of what is done: "founded in Cairo by seven countries", "suspended relations after the attack"
    if (relation === "obl" && NOT_DONE.test(this.preposition(i))) return -1;
    // "the visit followed an invitation", "was followed by talks in May": only what comes after has the time and the doer of the verb
    if (this.lemma(head) === "follow" && (relation !== "nsubj" || this.isPassive(head))) return -1;
    return LIGHT_VERBS.has(this.lemma(head)) || LIGHT_VERBS.has(this.node(head).lemma.toLowerCase()) ? head : -1;
  }

  private gather(i: number): Map<string, number[]> {
    const known = this.slotCache[i];
    if (known) return known;
    const slots = new Map<string, number[]>();
    if (this.underway.has(i)) return slots;
    this.underway.add(i);
    this.ownSlots(i, slots);
    if (this.isVerb(i)) inheritVerbSlots(this, i, slots);
    else inheritNounSlots(this, i, slots);
    const subject = this.isPassive(i) ? "object" : "agent";
    // "received the minister, along with his delegation": behind whom one receives stand more of them
    const [guest] = RECEIVING.test(this.node(i).lemma) ? (slots.get("object") ?? []) : [];
    if (this.isVerb(i) && slots.has(subject))
      for (const c of this.companions(i)) addTo(slots, guest !== undefined && guest > i && c > guest ? "object" : subject, c);
    this.underway.delete(i);
    this.slotCache[i] = slots;
    return slots;
  }

  private ownSlots(i: number, slots: Map<string, number[]>): void {
    // "the president was in Berlin": "be" is about its subject and where it puts it
    if (base(this.node(i).relation) === "cop" && this.node(i).head >= 0) {
      const said = this.node(i).head;
      const own = this.childrenBy(said, "nsubj");
      // "visited Nepal and was there again": whoever did what is told before
      const over = own.length === 0 && this.node(said).relation === "conj" ? this.node(said).head : -1;
      for (const c of over >= 0 && this.isVerb(over) && !this.isPassive(over) ? this.childrenBy(over, "nsubj") : own)
        addTo(slots, "agent", /^(?:who|which|that)$/i.test(this.node(c).text) ? this.antecedent(c) : c);
      // "was there again in May": a place, where a mention says which
      const preposition = /^(?:here|there)$/i.test(this.node(said).text) ? "in" : this.preposition(said);
      addTo(slots, preposition || "complement", said);
      // "has been to Thailand on business"
      const place = this.nodes[i + 1]?.text.toLowerCase() === "to" ? this.nodes[i + 2] : undefined;
      if (/^been$/i.test(this.node(i).text) && place && place.upos === "PROPN") addTo(slots, "to", i + 2);
    }
    const passive = this.isPassive(i);
    for (const c of this.children(i)) {
      const relation = this.node(c).relation;
      switch (base(relation)) {
        case "nsubj":
          addTo(slots, relation === "nsubj:pass" || (passive && (relation !== "nsubj:outer" || this.isVerb(i))) ? "object" : "agent", c);
          break;
        case "obj":
          addTo(slots, "object", c);
          // "took place in Brazil": the parser may hang the venue on "place"
          if (/^(?:place|part)$/i.test(this.node(c).text) && this.node(i).lemma.toLowerCase() === "take")
            for (const inner of this.childrenBy(c, "nmod")) addTo(slots, this.preposition(inner) || "bare", inner);
          break;
        case "iobj":
          addTo(slots, "recipient", c);
          break;
        case "obl":
        case "nmod":
        case "advcl": {
          if (relation === "nmod:poss") {
            addTo(slots, "poss", /^whose$/i.test(this.node(c).text) ? this.antecedent(c) : c);
            break;
          }
          if (base(relation) === "advcl" && !this.isNoun(c)) {
            // "threatened on Monday to break relations": what is threatened, not what for
            if (TAKES_INFINITIVE.has(this.node(i).lemma.toLowerCase()) && this.preposition(c) === "to") addTo(slots, "clause", c);
            // "accused Kuwait of arming the rebels"
            if (BLAMING.has(this.lemma(i)) && ["of", "for"].includes(this.preposition(c))) addTo(slots, "clause", c);
            if (this.node(c).xpos === "VB" && this.preposition(c) === "to") addTo(slots, "purpose", c);
            break;
          }
          // "signed with Togo but not with Benin"
          if (this.isLeftOut(c) && this.childrenBy(c, "cc").length > 0) break;
          const preposition = this.preposition(c);
          if ((preposition === "by" || relation === "obl:agent") && (passive || !this.isVerb(i))) addTo(slots, "agent", c);
          addTo(slots, preposition || "bare", c);
          break;
        }
        case "advmod":
          // "ordered its police home from Haiti"
          if (/^(?:home|back|away|ashore|abroad)$/i.test(this.node(c).text))
            for (const inner of this.childrenBy(c, "obl", "nmod")) addTo(slots, this.preposition(inner) || "bare", inner);
          // "has an embassy here", "flew there": a place, where a mention says which
          if (/^(?:here|there)$/i.test(this.node(c).text)) addTo(slots, "in", c);
          break;
        case "amod":
        case "compound":
        case "nummod":
          addTo(slots, "mod", c);
          // "South Korean K9 howitzers": the nation before a make is the whole phrase's
          if (base(relation) === "compound")
            for (const inner of this.childrenBy(c, "amod", "compound")) if (inner < c) addTo(slots, "mod", inner);
          break;
        case "appos":
          addTo(slots, "appos", c);
          break;
        case "xcomp":
        case "ccomp":
        case "acl":
          addTo(slots, "clause", c);
          if (base(relation) === "xcomp" && !this.isVerb(c)) addTo(slots, "complement", c);
          break;
      }
    }
  }

  /**
   * The words of nodes `from` to `to` (inclusive): as they stand in `text`, or side by side where the clause was put
   * together from parts of its sentence.
   */
  wordsOf(from: number, to: number, text: string): string {
    let words = "";
    for (let i = from; i <= to; i++) {
      const node = this.node(i);
      const before = i > from ? text.slice(this.node(i - 1).end, node.start) : "";
      const apart = i > from && (this.node(i - 1).end > node.start || before.trim() !== "");
      words += (apart ? " " : before) + text.slice(node.start, node.end);
    }
    return words;
  }

  /** What a relative word stands for: the head of the relative clause that it is part of; itself outside of one. */
  private antecedent(i: number): number {
    const clause = this.ancestors(i).find((a) => this.node(a).relation === "acl:relcl");
    return clause === undefined || this.node(clause).head > i ? i : this.node(clause).head;
  }

  /**
   * Nouns over the one that a relative or participle clause was hung on: in "a treaty on trade with Fiji, which parliament
   * ratified" it may be the treaty. Nearest first; none unless `head` is what the clause of `verb` hangs on.
   */
  wholesOf(verb: number, head: number): number[] {
    const { relation, head: over } = this.node(verb);
    if (over !== head || base(relation) !== "acl") return [];
    const found: number[] = [];
    for (let at = head; ; ) {
      const node = this.node(at);
      if (node.head < 0 || !["nmod", "conj", "appos", "obl"].includes(base(node.relation))) break;
      if (this.isVerb(node.head)) {
        // "signed a treaty on trade in Lima, which": hung on the verb's place, it may speak of the verb's object
        const object = base(node.relation) === "obj" ? undefined : this.childrenBy(node.head, "obj").find((o) => o < at);
        if (object !== undefined && node.head < at) found.push(object);
        break;
      }
      at = node.head;
      found.push(at);
    }
    return found;
  }

  /** "had its ambassador recalled": `have` says only that something was done to the object. */
  isCausative(i: number): boolean {
    return this.wordLemma(i) === "have" && this.childrenBy(i, "xcomp").some((x) => this.isPassive(x));
  }

  /** Who does it "together with" the subject: "together with Angola, Namibia sent soldiers". */
  private companions(i: number): number[] {
    const beside = this.childrenBy(i, "advmod").filter((c) => JOINED.test(this.node(c).text));
    const subjects = this.childrenBy(i, "nsubj");
    return [i, ...beside, ...subjects]
      .flatMap((n) => this.childrenBy(n, "obl", "nmod"))
      .filter((c) => {
        const cases = this.childrenBy(c, "case");
        const [first] = cases;
        const joined = first !== undefined && [first - 1, first].some((n) => n >= 0 && JOINED.test(this.node(n).text));
        return joined && cases.some((n) => /^with$/i.test(this.node(n).text));
      });
  }

  /** Whether `i` is `top` or stands under it. */
  subtreeHas(top: number, i: number): boolean {
    let steps = 0;
    for (let at = i; at >= 0 && steps <= this.nodes.length; at = this.nodes[at]!.head, steps++) if (at === top) return true;
    return false;
  }
}

const RECEIVING = /^(?:receive|welcome|greet|host|invite|meet)$/i;

/** Who comes to a gathering that is named after them. */
const PEOPLE = /^(?:head|minister|leader|official|president|secretary|secretarie|chief|speaker|director|expert|governor)$/;

function singular(word: string): string {
  return word
    .replace(/ies$/, "y")
    .replace(/(?<=[^su])s$/, "")
    .replace(/^memoranda$/, "memorandum");
}
