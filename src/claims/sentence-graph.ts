import type { Node, Parse } from "../language/sentence.ts";
import {
  ANSWERS,
  BECOMING,
  LIGHT_VERBS,
  OBJECT_CONTROL,
  OFFERS,
  ORDINAL,
  PREPOSITIONS,
  RELATIVIZERS,
  TAKES_INFINITIVE,
} from "./slot-words.ts";

/**
 * The arguments of a predicate, by slot, whatever form the words took: active, passive, nominal, participial, relative,
 * controlled, coordinated. Slots: `agent`, `object`, `recipient`, `poss` ("Peru's"), `mod` ("Peruvian", "Peru-Chile"),
 * `appos`, `complement` (what a copula or "become" says), `clause`, and one for each preposition (`with`, `to`, `between`, `as` …).
 */
export type Slots = ReadonlyMap<string, readonly number[]>;

export class SentenceGraph {
  readonly nodes: readonly Node[];
  readonly parse: Parse;
  private readonly childrenOf: number[][];
  private readonly slotCache = new Map<number, Map<string, number[]>>();
  private readonly underway = new Set<number>();

  constructor(parse: Parse) {
    this.parse = parse;
    this.nodes = parse.nodes;
    this.childrenOf = parse.nodes.map(() => []);
    parse.nodes.forEach((node, i) => {
      if (node.head >= 0) this.childrenOf[node.head]?.push(i);
    });
  }

  /** Without a finite verb: "Kyrgyz president to visit Uzbekistan", an item of a list. */
  get isHeadline(): boolean {
    return !this.nodes.some((n) => ["VBD", "VBZ", "VBP", "MD"].includes(n.xpos));
  }

  children(i: number): readonly number[] {
    return this.childrenOf[i] ?? [];
  }

  childrenBy(i: number, ...relations: string[]): number[] {
    return this.children(i).filter((c) => relations.includes(this.nodes[c]!.relation) || relations.includes(base(this.nodes[c]!.relation)));
  }

  node(i: number): Node {
    const node = this.nodes[i];
    if (!node) throw new RangeError(`no node ${i} in a sentence of ${this.nodes.length}`);
    return node;
  }

  /** The lemma with its particle: "set up", "carry out"; "take place" as one. */
  lemma(i: number): string {
    const own = this.wordLemma(i);
    const particle = this.childrenBy(i, "compound:prt")[0];
    if (particle !== undefined) return `${own} ${this.node(particle).lemma.toLowerCase()}`;
    // an adverb right behind is often the particle: "went over to Beijing"
    const after = this.nodes[i + 1];
    if (after?.head === i && after.relation === "advmod" && /^(over|back|off|out|up|down|away)$/i.test(after.text))
      return `${own} ${after.text.toLowerCase()}`;
    if (own === "take") {
      const taken = this.childrenBy(i, "obj").map((c) => this.node(c).lemma.toLowerCase());
      for (const noun of ["place", "part"]) if (taken.includes(noun)) return `take ${noun}`;
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
    // "Treaty of Friendship" is a treaty, "Commercial and Security Agreement" an agreement
    return singular(
      text
        .split(/ (?:of|on|for|against|concerning) /)[0]!
        .split(" ")
        .at(-1)!,
    );
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
    const node = this.node(i);
    if (this.childrenBy(i, "nsubj:pass", "aux:pass", "csubj:pass").length > 0) return true;
    if (node.xpos !== "VBN") return false;
    const relation = base(node.relation);
    const bare = this.childrenBy(i, "aux", "obj", "nsubj").length === 0;
    if ((relation === "acl" || relation === "advcl" || relation === "amod") && bare) return true;
    if (relation === "conj" && bare && node.head >= 0) return this.isVerb(node.head) && this.isPassive(node.head);
    return false;
  }

  /** The preposition of an oblique or nominal modifier, "" where there is none. Two-word prepositions come whole. */
  preposition(i: number): string {
    const words: string[] = [];
    for (const c of this.childrenBy(i, "case", "mark")) {
      const node = this.node(c);
      if (c > i) continue;
      words.push(node.text.toLowerCase());
      for (const f of this.childrenBy(c, "fixed")) words.push(this.node(f).text.toLowerCase());
    }
    const phrase = words.join(" ");
    return PREPOSITIONS[phrase] ?? words.at(-1) ?? "";
  }

  slots(i: number): Slots {
    return this.gather(i);
  }

  /** The heads of a coordination beginning at `i`: "Peru, Chile and Cuba". */
  conjuncts(i: number): number[] {
    const all = [i];
    for (const c of this.childrenBy(i, "conj")) all.push(...this.conjuncts(c));
    return all;
  }

  /** All nodes below `i` and itself, in text order; clauses of their own are left out unless `deep`. */
  subtree(i: number, deep = true): number[] {
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
    // who does it is no part of what is done: "founded in Cairo by seven countries"
    if (relation === "obl" && this.preposition(i) === "by") return -1;
    return LIGHT_VERBS.has(this.lemma(head)) || LIGHT_VERBS.has(this.node(head).lemma.toLowerCase()) ? head : -1;
  }

  private gather(i: number): Map<string, number[]> {
    const known = this.slotCache.get(i);
    if (known) return known;
    const slots = new Map<string, number[]>();
    if (this.underway.has(i)) return slots;
    this.underway.add(i);
    this.ownSlots(i, slots);
    if (this.isVerb(i)) this.verbSlots(i, slots);
    else this.nounSlots(i, slots);
    this.underway.delete(i);
    this.slotCache.set(i, slots);
    return slots;
  }

  private ownSlots(i: number, slots: Map<string, number[]>): void {
    const passive = this.isPassive(i);
    for (const c of this.children(i)) {
      const relation = this.node(c).relation;
      switch (base(relation)) {
        case "nsubj":
          add(slots, relation === "nsubj:pass" || (passive && (relation !== "nsubj:outer" || this.isVerb(i))) ? "object" : "agent", c);
          break;
        case "obj":
          add(slots, "object", c);
          break;
        case "iobj":
          add(slots, "recipient", c);
          break;
        case "obl":
        case "nmod":
        case "advcl": {
          if (relation === "nmod:poss") {
            add(slots, "poss", c);
            break;
          }
          if (base(relation) === "advcl" && !this.isNoun(c)) {
            // "threatened on Monday to break relations": what is threatened, not what for
            if (TAKES_INFINITIVE.has(this.node(i).lemma.toLowerCase()) && this.preposition(c) === "to") add(slots, "clause", c);
            break;
          }
          const preposition = this.preposition(c);
          if (preposition === "by" && (passive || !this.isVerb(i))) add(slots, "agent", c);
          add(slots, preposition || "bare", c);
          break;
        }
        case "amod":
        case "compound":
        case "nummod":
          add(slots, "mod", c);
          break;
        case "appos":
          add(slots, "appos", c);
          break;
        case "xcomp":
        case "ccomp":
        case "acl":
          add(slots, "clause", c);
          if (base(relation) === "xcomp" && !this.isVerb(c)) add(slots, "complement", c);
          break;
      }
    }
  }

  private verbSlots(i: number, slots: Map<string, number[]>): void {
    const node = this.node(i);
    const relation = node.relation;
    const head = node.head;
    const passive = this.isPassive(i);
    const subject = passive ? "object" : "agent";
    if (head < 0) return;
    if (relation === "acl:relcl") {
      this.bindRelative(i, head, slots, subject);
    } else if (base(relation) === "acl") {
      if (passive) add(slots, "object", head);
      else if (node.xpos === "VBG" && this.childrenBy(i, "mark").length === 0) {
        // "made a tour of the region, visiting Peru": behind a comma it says more of the clause
        const doer = this.node(i - 1)?.text === "," ? this.doerOver(head) : undefined;
        if (!slots.has("agent") && doer?.length) inherit(slots, "agent", doer);
        else if (!slots.has("agent")) add(slots, "agent", head);
      } else if (!slots.has("agent") && this.isHeadline && this.node(head).head < 0) {
        add(slots, "agent", head);
      } else if (!slots.has("agent")) {
        const around = this.gather(head);
        const over = this.node(head).head;
        const governing = over >= 0 && this.isVerb(over) && !this.isPassive(over) ? this.gather(over).get("agent") : undefined;
        // "accepted an invitation to visit": the guest accepts; "rejected the Ugandan offer to resume": Uganda would resume, with whom it asked
        const answered = governing !== undefined && ANSWERS.has(this.lemma(over));
        const asked = answered && OFFERS.has(this.node(head).lemma.toLowerCase());
        const nation = around.get("mod")?.filter((m) => /^\p{Lu}/u.test(this.node(m).text));
        const owner = around.get("agent")?.filter((a) => !governing?.includes(a)) ?? [];
        const offering = [owner, around.get("poss") ?? [], nation ?? []].find((found) => found.length > 0);
        if (answered && /^invitation$/i.test(this.node(head).lemma)) inherit(slots, "agent", governing);
        else if (asked && offering) {
          inherit(slots, "agent", offering);
          for (const slot of ["with", "in"]) inherit(slots, slot, governing, true);
        } else inherit(slots, "agent", around.get("agent") ?? around.get("poss") ?? governing ?? around.get("mod"));
      }
    } else if ((base(relation) === "advcl" || relation === "xcomp" || relation === "ccomp") && !slots.has(subject)) {
      if (relation === "ccomp" && (node.xpos === "VBD" || node.xpos === "VBZ" || node.xpos === "VBP")) return;
      const around = this.gather(head);
      const controlled = relation === "xcomp" && OBJECT_CONTROL.has(this.lemma(head));
      const surface = this.isVerb(head) && this.isPassive(head) ? around.get("object") : around.get("agent");
      const said = controlled ? (around.get("object") ?? around.get("recipient") ?? surface) : surface;
      // "he was the first Korean president to visit"
      const first = node.xpos === "VB" && !this.isVerb(head) && this.childrenBy(head, "amod").some((c) => ORDINAL.test(this.node(c).text));
      if (first && said?.every((f) => this.node(f).upos === "PRON")) add(slots, subject, head);
      else inherit(slots, subject, said);
    } else if (relation === "conj" && this.isVerb(head)) {
      const around = this.gather(head);
      if (!slots.has(subject)) inherit(slots, subject, this.isPassive(head) ? around.get("object") : around.get("agent"));
      const shared = around.get("object")?.filter((o) => o > i);
      if (!passive && !slots.has("object") && shared?.length) inherit(slots, "object", shared);
    }
  }

  /** Who does what the nearest verb over a noun says, where the noun is not that doer. */
  private doerOver(noun: number): readonly number[] | undefined {
    const verb = this.ancestors(noun).find((a) => this.isVerb(a));
    if (verb === undefined || this.isPassive(verb)) return undefined;
    const doers = this.gather(verb).get("agent");
    return doers?.includes(noun) ? undefined : doers;
  }

  private bindRelative(i: number, head: number, slots: Map<string, number[]>, subject: string): void {
    let bound = false;
    for (const [slot, fillers] of slots) {
      const place = fillers.findIndex(
        (f) => RELATIVIZERS.has(this.node(f).text.toLowerCase()) && (this.node(f).xpos.startsWith("W") || this.node(f).upos === "PRON"),
      );
      if (place < 0) continue;
      slots.set(
        slot,
        fillers.map((f, at) => (at === place ? head : f)),
      );
      bound = true;
    }
    for (const c of this.childrenBy(i, "advmod", "obl")) {
      if (this.node(c).text.toLowerCase() === "where") {
        add(slots, "where", head);
        bound = true;
      }
    }
    if (bound) return;
    if (!slots.has(subject)) add(slots, subject, head);
    else if (!slots.has("object")) add(slots, "object", head);
  }

  private nounSlots(i: number, slots: Map<string, number[]>): void {
    const node = this.node(i);
    const head = node.head;
    // "a visit paid by", "the meeting held in"
    for (const c of this.childrenBy(i, "acl")) {
      if (
        !this.isVerb(c) ||
        this.childrenBy(c, "mark").length > 0 ||
        !(LIGHT_VERBS.has(this.lemma(c)) || LIGHT_VERBS.has(this.node(c).lemma.toLowerCase()))
      )
        continue;
      for (const [slot, fillers] of this.gather(c)) {
        if (slot === "clause") continue;
        inherit(
          slots,
          slot,
          fillers.filter((f) => f !== i && !slots.get(slot)?.includes(f)),
          true,
        );
      }
    }
    if (head < 0) return;
    let relation = base(node.relation);
    // "as one of its five partners" is as a partner
    if (
      relation === "nmod" &&
      this.preposition(i) === "of" &&
      /^(one|some|two|three|four|five|many|several)$/i.test(this.node(head).text)
    ) {
      const outer = this.node(head).head;
      if (outer >= 0) {
        relation = base(this.node(head).relation);
        for (const [slot, fillers] of this.gather(head)) if (slot === "agent") inherit(slots, slot, fillers);
      }
    }
    if (node.relation === "conj" && !this.isVerb(head)) {
      const around = this.gather(head);
      for (const slot of ["agent", "poss"]) if (!slots.has(slot)) inherit(slots, slot, around.get(slot));
      return;
    }
    if (!this.isVerb(head)) {
      if (relation === "appos" && !slots.has("agent")) add(slots, "agent", head);
      return;
    }
    const around = this.gather(head);
    const lemma = this.lemma(head);
    const surface = this.isPassive(head) ? around.get("object") : around.get("agent");
    if (BECOMING.has(lemma) && ["xcomp", "obj", "obl"].includes(relation)) {
      if (!slots.has("agent"))
        inherit(
          slots,
          "agent",
          surface?.filter((f) => f !== i),
        );
      return;
    }
    if (relation === "obl" && this.preposition(i) === "as" && !slots.has("agent")) {
      const object = around.get("object")?.filter((f) => f !== i) ?? [];
      inherit(slots, "agent", object.length > 0 ? object : around.get("agent")?.filter((f) => f !== i));
      // "authorised the incorporation of Peru as a member"
      for (const o of object)
        if (this.isNoun(o)) for (const slot of ["of", "poss"]) inherit(slots, "agent", this.gather(o).get(slot), true);
      return;
    }
    const copula = this.childrenBy(i, "cop").length > 0;
    if (copula && ["conj", "xcomp", "parataxis", "ccomp", "advcl"].includes(relation) && !slots.has("agent"))
      inherit(
        slots,
        "agent",
        surface?.filter((f) => f !== i),
      );
    if (this.supportVerb(i) < 0) return;
    for (const [slot, fillers] of around) {
      if (slot === "object" || slot === "clause") continue;
      inherit(
        slots,
        slot,
        fillers.filter((f) => f !== i && !this.subtreeHas(i, f)),
        true,
      );
    }
  }

  private subtreeHas(top: number, i: number): boolean {
    return i === top || this.ancestors(i).includes(top);
  }
}

function singular(word: string): string {
  return word
    .replace(/ies$/, "y")
    .replace(/(?<=[^su])s$/, "")
    .replace(/^memoranda$/, "memorandum");
}

const base = (relation: string): string => relation.split(":")[0]!;

function add(slots: Map<string, number[]>, slot: string, i: number): void {
  const there = slots.get(slot);
  if (!there) slots.set(slot, [i]);
  else if (!there.includes(i)) there.push(i);
}

function inherit(slots: Map<string, number[]>, slot: string, from: readonly number[] | undefined, append = false): void {
  if (!from?.length) return;
  if (!slots.has(slot)) slots.set(slot, [...from]);
  else if (append) for (const i of from) add(slots, slot, i);
}
