import type { Span } from "../document/document.ts";
import { baseRelation as base } from "../language/base-relation.ts";
import { BLAMING, OBJECT_CONTROL } from "../language/control-verbs.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** The part a phrase plays in its clause. */
export type Role = "subject" | "object" | "recipient" | "agent" | "oblique" | "possessor" | "modifier" | "predicate" | "other";

/** Where a phrase stands in the parse of its sentence. */
export interface Stand {
  /** The head of the phrase. */
  readonly node: number;
  readonly role: Role;
  /** The verb (or predicate) of the clause it is an argument of, also as part of an argument; -1 when there is none. */
  readonly clause: number;
  /** "in", "with" …, "" when there is none. */
  readonly preposition: string;
  /** The first conjunct of the coordination it stands in; itself when it stands alone. */
  readonly group: number;
  /** What it stands beside as a conjunct or an apposition, the argument of the clause; itself when it stands alone. */
  readonly top: number;
}

/** Who is what in one parsed sentence: subjects, objects, possessors, clauses, coordinations. */
export class SentenceRoles {
  readonly nodes: readonly Node[];
  private readonly below: number[][];
  private readonly bases: readonly string[];
  private readonly joined: (readonly number[])[] = [];
  // every reference asks for those of every candidate before it
  private readonly stands: Stand[] = [];

  constructor(parse: Parse) {
    this.nodes = parse.nodes;
    this.below = parse.nodes.map(() => []);
    this.bases = parse.nodes.map((node) => base(node.relation));
    parse.nodes.forEach((node, i) => {
      if (node.head >= 0) this.below[node.head]!.push(i);
    });
  }

  /** The head of the words in a range, or -1 when no node begins in it. */
  headOf({ start, end }: Span): number {
    let low = 0;
    let high = this.nodes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.nodes[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    let found = -1;
    for (let i = low; i < this.nodes.length && this.nodes[i]!.start < end; i++) {
      const head = this.nodes[this.nodes[i]!.head];
      const outside = !head || head.end <= start || head.start >= end;
      if (outside && (found < 0 || this.nodes[found]!.upos === "DET")) found = i;
    }
    return found;
  }

  children(i: number, relation: string): number[] {
    return (this.below[i] ?? []).filter((c) => this.bases[c] === relation || this.nodes[c]!.relation === relation);
  }

  standOf(i: number): Stand {
    this.stands[i] ??= this.findStand(i);
    return this.stands[i];
  }

  private findStand(i: number): Stand {
    let node = i;
    // an apposition and a conjunct play the part of what they stand beside
    for (let up = 0; up < 12; up++) {
      const relation = this.bases[node]!;
      const head = this.nodes[node]!.head;
      if (head < 0 || !((relation === "conj" && !this.isPredicate(head)) || relation === "appos" || relation === "flat")) break;
      node = head;
    }
    return {
      node: i,
      role: this.roleOf(node),
      clause: this.clauseOf(node),
      preposition: this.prepositionOf(node),
      group: this.groupOf(i),
      top: node,
    };
  }

  /** The first conjunct of the coordination a node stands in. */
  groupOf(i: number): number {
    let node = i;
    for (let up = 0; up < 40 && this.bases[node]! === "conj" && !this.isPredicate(this.nodes[node]!.head); up++)
      node = this.nodes[node]!.head;
    return node;
  }

  private roleOf(i: number): Role {
    const { relation, head, upos } = this.nodes[i]!;
    switch (base(relation)) {
      case "nsubj":
      case "csubj":
        return "subject";
      case "obj":
        return "object";
      case "iobj":
        return "recipient";
      case "nmod":
        return relation === "nmod:poss" ? "possessor" : this.isApposed(i) ? "modifier" : "oblique";
      case "obl":
        return this.prepositionOf(i) === "by" && head >= 0 && this.isPassive(head) ? "agent" : "oblique";
      case "compound":
      case "amod":
      case "det":
      case "nummod":
        return "modifier";
      case "root":
        return upos === "NOUN" || upos === "PROPN" || upos === "PRON"
          ? this.children(i, "cop").length > 0
            ? "predicate"
            : "subject"
          : "other";
      case "xcomp":
        return "predicate";
      case "parataxis":
      case "dislocated":
        return upos === "PROPN" || upos === "NOUN" ? (this.children(i, "cop").length > 0 ? "predicate" : "other") : "other";
      default:
        return "other";
    }
  }

  private isApposed(i: number): boolean {
    return this.nodes[i]!.relation === "nmod:desc" || this.nodes[i]!.relation === "nmod:unmarked";
  }

  isPredicate(i: number): boolean {
    const node = this.nodes[i];
    return node !== undefined && (node.upos === "VERB" || (node.upos === "AUX" && node.head < 0) || this.children(i, "cop").length > 0);
  }

  isPassive(i: number): boolean {
    return (
      this.below[i]!.some((c) => /:pass$/.test(this.nodes[c]!.relation)) || (this.nodes[i]!.xpos === "VBN" && this.bases[i]! === "acl")
    );
  }

  prepositionOf(i: number): string {
    const mark = this.children(i, "case").filter((c) => c < i);
    return mark.map((c) => this.nodes[c]!.text.toLowerCase()).join(" ");
  }

  /** The verb or predicate that a node is an argument of, or within an argument of. */
  clauseOf(i: number): number {
    let at = this.nodes[i]!.head;
    for (let up = 0; at >= 0 && up < 60; up++) {
      if (this.isPredicate(at)) return at;
      at = this.nodes[at]!.head;
    }
    return this.nodes.findIndex((n) => n.head < 0);
  }

  /** The clauses that a clause is a part of, the nearest first: not those that it only stands beside. */
  clausesGoverning(clause: number): number[] {
    const over: number[] = [];
    let at = clause;
    for (let up = 0; at >= 0 && up < 60 && !["conj", "parataxis"].includes(this.bases[at]!); up++) {
      at = this.nodes[at]!.head;
      if (at >= 0 && this.isPredicate(at)) over.push(at);
    }
    return over;
  }

  /** The predicate that a clause is coordinated with, or stands beside behind a semicolon; -1 where there is none. */
  joinedTo(clause: number): number {
    const node = this.nodes[clause];
    return node && ["conj", "parataxis"].includes(base(node.relation)) && node.head >= 0 && this.isPredicate(node.head) ? node.head : -1;
  }

  /**
   * The head of the subject of a clause, also where the words leave it out: of a verb that is coordinated with another, of an
   * infinitive, a participle, a relative clause. -1 when there is none.
   */
  subjectOf(clause: number): number {
    let at = clause;
    for (let up = 0; at >= 0 && up < 12; up++) {
      const own = this.children(at, "nsubj")[0];
      if (own !== undefined) {
        const word = this.nodes[own]!;
        const relative = /^W/.test(word.xpos) || (word.text.toLowerCase() === "that" && this.nodes[at]!.relation === "acl:relcl");
        return relative && this.nodes[at]!.head >= 0 && this.bases[at]! === "acl" ? this.nodes[at]!.head : own;
      }
      const { relation, head } = this.nodes[at]!;
      if (head < 0) return -1;
      const controller = this.controllerOf(at);
      if (controller >= 0) return controller;
      if (base(relation) === "acl") {
        const planner = this.plannerOf(at);
        if (planner >= 0) return planner;
        if (this.isPassive(at) || this.nodes[at]!.xpos === "VBG" || relation === "acl:relcl") return head;
        at = this.clauseOf(at);
        continue;
      }
      if (!["conj", "xcomp", "ccomp", "advcl", "parataxis"].includes(base(relation))) return -1;
      at = this.isPredicate(head) ? head : this.clauseOf(head);
    }
    return -1;
  }

  /** The object that does what a clause says: "asked Peru to send", "accused Peru of sending"; -1 when the subject would do it. */
  private controllerOf(clause: number): number {
    const { relation, head, xpos } = this.nodes[clause]!;
    if (!["xcomp", "advcl", "acl", "ccomp"].includes(base(relation)) || relation === "acl:relcl") return -1;
    const verb = this.isPredicate(head) ? head : this.clauseOf(clause);
    const lemma = this.nodes[verb]?.lemma.toLowerCase() ?? "";
    const marks = [...this.children(clause, "mark"), ...this.children(clause, "case")].map((c) => this.nodes[c]!.text.toLowerCase());
    const asked = xpos === "VB" && marks.every((m) => m === "to") && OBJECT_CONTROL.has(lemma) && relation === "xcomp";
    // "for having supported" as "for supporting"
    const gerund = xpos === "VBG" || this.children(clause, "aux").some((a) => this.nodes[a]!.text.toLowerCase() === "having");
    const blamed = gerund && marks.some((m) => /^(?:of|for|from|against|over)$/.test(m)) && BLAMING.has(lemma);
    if (!asked && !blamed) return -1;
    const acted = this.isPassive(verb) ? this.children(verb, "nsubj") : [...this.children(verb, "obj"), ...this.children(verb, "iobj")];
    return acted.find((o) => o !== clause) ?? -1;
  }

  /** Whose plan, right or priority it is that a clause tells: "Peru's decision to close", "China's policy of developing"; -1 for none. */
  private plannerOf(clause: number): number {
    const { relation, head, xpos } = this.nodes[clause]!;
    if (relation === "acl:relcl" || head < 0 || this.isPassive(clause)) return -1;
    const marked = [...this.children(clause, "mark"), ...this.children(clause, "case")].length > 0;
    if (!marked || !(xpos === "VB" || xpos === "VBG")) return -1;
    return this.children(head, "nmod:poss").find((c) => !/^PRP/.test(this.nodes[c]!.xpos)) ?? -1;
  }

  /** Who says what a noun such as "claim" has behind "that": "Chile's claim that it", "Ana Example's promise that she"; -1 for none. */
  claimantOf(clause: number): number {
    const { relation, head } = this.nodes[clause]!;
    if (head < 0 || relation === "acl:relcl" || !["acl", "ccomp"].includes(this.bases[clause]!)) return -1;
    if (this.nodes[head]!.upos !== "NOUN") return -1;
    return this.children(head, "nmod:poss").find((c) => !/^PRP/.test(this.nodes[c]!.xpos)) ?? -1;
  }

  conjuncts(i: number): readonly number[] {
    this.joined[i] ??= this.children(i, "conj").flatMap((c) => [c, ...this.conjuncts(c)]);
    return this.joined[i];
  }

  /** The nodes above a node up to the next coordination: the phrases that it is a part of. */
  phrasesAround(i: number): number[] {
    const around: number[] = [];
    let at = i;
    for (let up = 0; at >= 0 && up < 80 && this.bases[at]! !== "conj"; up++) {
      at = this.nodes[at]!.head;
      if (at >= 0) around.push(at);
    }
    return around;
  }

  /** Whether a node stands under another, or is it. */
  isUnder(i: number, top: number): boolean {
    let at = i;
    for (let up = 0; at >= 0 && up < 80; up++) {
      if (at === top) return true;
      at = this.nodes[at]!.head;
    }
    return false;
  }
}
