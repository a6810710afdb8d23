import type { Mention } from "../actors/mention.ts";
import type { Node } from "../language/sentence.ts";
import { kindOf } from "./roles.ts";

/** What a chunk is headed by: an actor or place by name, a date, a sum, a bare number, "one" or "another", "the second", any other noun. */
export type ChunkKind = "actor" | "date" | "amount" | "number" | "one" | "ordinal" | "noun";

/** A phrase as it stands on the surface: a preposition if any, and a noun, name, date or number with what stands before it. */
export interface Chunk {
  readonly kind: ChunkKind;
  /** The preposition in lower case, "" where there is none. */
  readonly preposition: string;
  /** First node, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Of an actor or place: the actors meant. */
  readonly actors: readonly string[];
}

const ONE = /^(?:one|ones|another|others|that|those|own|theirs)$/i;
const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th)|last|latest|next)$/i;
const ONE_OF_TWO = /(?:former|latter)$/i;
const OPENING: ReadonlySet<string> = new Set(["DET", "ADJ", "NUM", "PRON", "ADV"]);
/** Adverbs that may stand before a phrase and change nothing: "only last month", "later in 2010". */
const PASSING = /^(?:also|only|again|then|later|finally|already|even|too|just|still|first|next|both|respectively)$/i;

/** Reads the words of a sentence in chunks from left to right, whatever the parse says of how they hang together. */
export class PhraseChunks {
  private readonly nodes: readonly Node[];
  private readonly mentions: readonly Mention[];

  constructor(nodes: readonly Node[], mentions: readonly Mention[]) {
    this.nodes = nodes;
    this.mentions = mentions;
  }

  /** The chunks of nodes [from, to), or null where something there is no part of any: a verb, a comma, a bracket. */
  read(from: number, to: number): Chunk[] | null {
    const chunks: Chunk[] = [];
    let at = from;
    while (at < to) {
      if (PASSING.test(this.word(at)) && this.nodes[at]!.unit === null) {
        at++;
        continue;
      }
      const chunk = this.chunkAt(at, to);
      if (!chunk) return null;
      chunks.push(chunk);
      at = chunk.to;
    }
    return chunks;
  }

  isDate(i: number): boolean {
    return this.nodes[i]?.unit?.kind === "date";
  }

  /** The actors that a name at `i` stands for, by itself and not as an adjective; null where it is no such name. */
  namedAt(i: number): readonly string[] | null {
    const node = this.nodes[i];
    if (!node || node.unit?.kind === "date" || node.unit?.kind === "amount") return null;
    const here = this.mentions.filter((m) => m.start < node.end && m.end > node.start && (m.kind === "place" || m.actors.length > 0));
    const one = here.find((m) => m.form === "reference" && ONE_OF_TWO.test(m.text) && ONE_OF_TWO.test(node.text));
    if (one) return one.actors;
    const named = here.filter((m) => m.form !== "reference" && (m.form !== "demonym" || /s$/.test(m.text)) && m.start >= node.start);
    if (named.length === 0 || node.upos === "ADJ") return null;
    return [...new Set(named.flatMap((m) => m.actors))];
  }

  /** Whether the names of two phrases are of one form: both names of states, or both capitals. */
  haveOneForm(left: { from: number; to: number }, right: { from: number; to: number }): boolean {
    const forms = (c: { from: number; to: number }): string[] =>
      this.mentions
        .filter((m) => m.start >= this.nodes[c.from]!.start && m.end <= this.nodes[c.to - 1]!.end && m.form !== "reference")
        .map((m) => m.form);
    const there = forms(right);
    return forms(left).some((f) => (there as string[]).includes(f));
  }

  /** Actors named or meant anywhere in nodes [from, to). */
  actorsWithin(from: number, to: number): string[] {
    const [first, last] = [this.nodes[from], this.nodes[to - 1]];
    if (!first || !last) return [];
    return this.mentions.filter((m) => m.start >= first.start && m.end <= last.end).flatMap((m) => m.actors);
  }

  /** The ordinal number in nodes [from, to), -1 where there is none. */
  ordinalWithin(from: number, to: number): number {
    return this.nodes.findIndex((n, i) => i >= from && i < to && n.unit === null && ORDINAL.test(n.text));
  }

  private word(i: number): string {
    return this.nodes[i]?.text ?? "";
  }

  private chunkAt(from: number, to: number): Chunk | null {
    let at = from;
    let preposition = "";
    if (this.nodes[at]!.upos === "ADP" || /^to$/i.test(this.word(at))) {
      preposition = this.word(at).toLowerCase();
      at++;
      if (at < to && this.nodes[at]!.upos === "ADP") preposition = `${preposition} ${this.word(at++).toLowerCase()}`;
    }
    const made = (kind: ChunkKind, end: number, actors: readonly string[] = []): Chunk => ({
      kind,
      preposition,
      from,
      to: end,
      actors,
    });
    let noun = false;
    let number = false;
    const start = at;
    while (at < to) {
      const node = this.nodes[at]!;
      const unit = node.unit?.kind;
      if (unit === "date") return at === start ? made("date", at + 1) : this.ended(made, noun, number, at);
      if (unit === "amount") return at === start ? made("amount", at + 1) : this.ended(made, noun, number, at);
      const named = this.namedAt(at);
      if (named) {
        if (noun || number) return this.ended(made, noun, number, at);
        if (!/^['’]s?$/.test(this.word(at + 1))) return made("actor", at + 1, named);
        // "Samoa's to Manila": whose it is, and the thing left out
        const bare = at === start && at + 2 < to && (this.nodes[at + 2]!.upos === "ADP" || this.isDate(at + 2));
        if (bare && preposition === "") return made("actor", at + 2, named);
        noun = false;
        at += 2;
        continue;
      }
      if (ONE.test(this.word(at)) && !noun && !this.goesOn(at + 1, to)) return made("one", at + 1);
      if (node.upos === "NOUN" || node.upos === "PROPN" || node.upos === "SYM") {
        noun = true;
        at++;
      } else if (!noun && node.upos === "VERB" && node.relation === "amod" && node.head > at) at++;
      else if (noun && /^[-–]$/.test(node.text)) at++;
      else if (node.upos === "NUM" && noun) break;
      else if (OPENING.has(node.upos) && !noun) {
        if (node.upos === "NUM") number = true;
        at++;
      } else if (/^[-–]$/.test(node.text) && at > start) at++;
      else break;
    }
    // "the second in Oslo": an ordinal with its article does what a noun does
    const ordinal = !noun && at > start + 1 && ORDINAL.test(this.word(at - 1)) && /^(?:the|a|its|their|his|her)$/i.test(this.word(start));
    if (ordinal) return made("ordinal", at);
    return at === start ? null : this.ended(made, noun, number, at);
  }

  private ended(made: (kind: ChunkKind, end: number) => Chunk, noun: boolean, number: boolean, at: number): Chunk | null {
    return noun ? made("noun", at) : number ? made("number", at) : null;
  }

  /** Whether "one" at the node before counts a noun: "one embassy", "another new post". */
  private goesOn(at: number, to: number): boolean {
    if (at >= to || this.namedAt(at)) return false;
    return ["NOUN", "PROPN", "ADJ", "NUM"].includes(this.nodes[at]!.upos) && this.nodes[at]!.unit?.kind !== "date";
  }
}

/** Whether one of two lists of actors can stand where the other does: both states, or both organisations. */
export function areAlike(left: readonly string[], right: readonly string[]): boolean {
  // a city without an actor lies in some state
  const kinds = (actors: readonly string[]): string[] => (actors.length > 0 ? actors.map(kindOf) : ["state"]);
  const there = kinds(right);
  return kinds(left).some((k) => there.includes(k as (typeof there)[number]));
}
