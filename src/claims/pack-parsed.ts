import { deserialize, serialize } from "node:v8";
import type { Mention } from "../actors/mention.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import type { Node, Parse, Sentence, Token, Unit } from "../language/sentence.ts";
import { WordCache } from "../language/word-cache.ts";
import type { ClaimDate } from "./claim.ts";
import type { Amount } from "./find-amounts.ts";
import type { ParsedDocument } from "./parse-document.ts";
import type { ParsedPart } from "./parse-parts.ts";

// A parsed document as bytes that one thread hands to another. Tokens and nodes are numbers in one row, their words numbers of a list, or -1
// where the text itself has them; that costs a tenth of copying them object by object. Objects are made again with the properties in the
// order in which the stages make them, so that all of a kind have one shape for V8, wherever they come from.

interface Packed {
  readonly numbers: Int32Array;
  readonly words: readonly string[];
  readonly mentions: readonly Mention[];
  /** Each with whether it can be asked for terms of office. */
  readonly contexts: readonly (readonly [Omit<DateContext, "terms">, boolean])[];
  readonly dates: readonly DateExpression[];
  readonly amounts: readonly Amount[];
  readonly leads: readonly ClaimDate[];
}

const KINDS: readonly Unit["kind"][] = ["name", "date", "amount", "title", "list"];

/** A parsed document as bytes. What its date contexts can be asked, terms of office, does not pass from thread to thread. */
export function packParsed({ sentences, mentions, contexts, parts }: ParsedDocument, text: string): Uint8Array<ArrayBuffer> {
  const numbers: number[] = [];
  const words: string[] = [];
  const numberOf = new Map<string, number>();
  const dates: DateExpression[] = [];
  const amounts: Amount[] = [];
  const leads: ClaimDate[] = [];
  const word = (value: string): number => {
    let number = numberOf.get(value);
    if (number === undefined) {
      number = words.length;
      words.push(value);
      numberOf.set(value, number);
    }
    return number;
  };
  const said = (value: string, start: number, end: number): number => (text.slice(start, end) === value ? -1 : word(value));
  const putUnit = (unit: Unit): void => {
    numbers.push(unit.start, unit.end, KINDS.indexOf(unit.kind), flag(unit.adjective), flag(unit.plural));
  };
  const putNode = ({ start, end, text: own, lemma, upos, xpos, head, relation, unit }: Node): void => {
    numbers.push(start, end, said(own, start, end), word(lemma), word(upos), word(xpos), head, word(relation), unit ? 1 : 0);
    if (unit) putUnit(unit);
  };
  /** How many nodes there are, and those that are not as before, each after its number. */
  const putMended = (mended: readonly Node[], nodes: readonly Node[]): void => {
    const others = [...mended.keys()].filter((i) => mended[i] !== nodes[i]);
    numbers.push(mended.length, others.length);
    for (const i of others) {
      numbers.push(i);
      putNode(mended[i]!);
    }
  };
  const putPart = (part: ParsedPart, whole: Sentence): void => {
    const { sentence, lead, parse, mended } = part;
    if (sentence === whole) numbers.push(-1);
    else numbers.push(whole.tokens.indexOf(sentence.tokens[0]!), sentence.tokens.length);
    numbers.push(lead ? leads.push(lead) - 1 : -1, part.dates.length, part.amounts.length, parse.nodes.length);
    dates.push(...part.dates);
    amounts.push(...part.amounts);
    for (const node of parse.nodes) putNode(node);
    if (mended === null) numbers.push(-1);
    else putMended(mended.nodes, parse.nodes);
  };
  sentences.forEach((sentence, i) => {
    numbers.push(sentence.block, sentence.tokens.length);
    for (const token of sentence.tokens) numbers.push(token.start, token.end, said(token.text, token.start, token.end));
    const own = parts[i];
    numbers.push(own ? own.length : -1);
    for (const part of own ?? []) putPart(part, sentence);
  });
  const packed: Packed = {
    numbers: Int32Array.from(numbers),
    words,
    mentions,
    contexts: contexts.map(({ terms, ...context }) => [context, terms !== undefined]),
    dates,
    amounts,
    leads,
  };
  return new Uint8Array(serialize(packed));
}

function flag(value: boolean | undefined): number {
  return value === undefined ? 0 : value ? 2 : 1;
}

/** What `packParsed` made bytes of, over the text of its document. `terms` gives what a date context at an offset can be asked. */
export function unpackParsed(
  bytes: Uint8Array,
  text: string,
  terms: (mentions: readonly Mention[], offset: number) => NonNullable<DateContext["terms"]>,
): ParsedDocument {
  const packed = deserialize(bytes) as Packed;
  const { sentences, parts } = new Unpacking(packed, text).read();
  const mentions = packed.mentions.map(copyMention);
  const contexts = packed.contexts.map(
    ([context, asked], i): DateContext => (asked ? { ...context, terms: terms(mentions, sentences[i]!.start) } : context),
  );
  return { sentences, mentions, contexts, parts };
}

/** Lemmas and tags are the same few in all documents: each is kept once. */
const KEPT = new WordCache((word) => word);

/** Reads the numbers one after the other. */
class Unpacking {
  private readonly packed: Packed;
  private readonly words: readonly string[];
  private readonly text: string;
  private at = 0;
  private dates = 0;
  private amounts = 0;

  constructor(packed: Packed, text: string) {
    this.packed = packed;
    this.words = packed.words.map((word) => KEPT.get(word));
    this.text = text;
  }

  read(): Pick<ParsedDocument, "sentences" | "parts"> {
    const sentences: Sentence[] = [];
    const parts: (ParsedPart[] | null)[] = [];
    while (this.at < this.packed.numbers.length) {
      const sentence = this.readSentence();
      sentences.push(sentence);
      const count = this.next();
      parts.push(count < 0 ? null : Array.from({ length: count }, () => this.readPart(sentence)));
    }
    return { sentences, parts };
  }

  private next(): number {
    return this.packed.numbers[this.at++]!;
  }

  private said(start: number, end: number): string {
    const word = this.next();
    return word < 0 ? this.text.slice(start, end) : this.words[word]!;
  }

  private readSentence(): Sentence {
    const block = this.next();
    const count = this.next();
    const tokens: Token[] = [];
    for (let i = 0; i < count; i++) {
      const start = this.next();
      const end = this.next();
      tokens.push({ start, end, text: this.said(start, end) });
    }
    return { block, tokens, start: tokens[0]!.start, end: tokens.at(-1)!.end };
  }

  private readPart(whole: Sentence): ParsedPart {
    const first = this.next();
    let sentence = whole;
    if (first >= 0) {
      const tokens = whole.tokens.slice(first, first + this.next());
      sentence = { ...whole, start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens };
    }
    const lead = this.next();
    const dates = this.packed.dates.slice(this.dates, this.dates + this.next()).map(copyDate);
    this.dates += dates.length;
    const amounts = this.packed.amounts.slice(this.amounts, this.amounts + this.next()).map(copyAmount);
    this.amounts += amounts.length;
    const count = this.next();
    const nodes: Node[] = [];
    for (let i = 0; i < count; i++) nodes.push(this.readNode());
    const parse = { sentence, nodes };
    return { sentence, lead: lead < 0 ? null : this.packed.leads[lead]!, dates, amounts, parse, mended: this.readMended(parse) };
  }

  private readMended(parse: Parse): Parse | null {
    const length = this.next();
    if (length < 0) return null;
    const others = this.next();
    if (others === 0 && length === parse.nodes.length) return parse;
    const nodes = parse.nodes.slice(0, length);
    for (let i = 0; i < others; i++) nodes[this.next()] = this.readNode();
    return { sentence: parse.sentence, nodes };
  }

  private readNode(): Node {
    const start = this.next();
    const end = this.next();
    const text = this.said(start, end);
    const lemma = this.words[this.next()]!;
    const upos = this.words[this.next()]!;
    const xpos = this.words[this.next()]!;
    const head = this.next();
    const relation = this.words[this.next()]!;
    const unit = this.next() === 1 ? this.readUnit() : null;
    return { start, end, text, lemma, upos, xpos, head, relation, unit };
  }

  private readUnit(): Unit {
    const start = this.next();
    const end = this.next();
    const kind = KINDS[this.next()]!;
    const adjective = this.next();
    const plural = this.next();
    if (plural > 0)
      return adjective > 0
        ? { start, end, kind, adjective: adjective === 2, plural: plural === 2 }
        : { start, end, kind, plural: plural === 2 };
    return adjective > 0 ? { start, end, kind, adjective: adjective === 2 } : { start, end, kind };
  }
}

function copyMention(mention: Mention): Mention {
  const { start, end, text, actors, kind, form, person, office, body, city, why } = mention;
  return { start, end, text, actors, kind, form, person, office, body, city, why };
}

function copyDate({ start, end, text, edtf, basis, role, anchor, why }: DateExpression): DateExpression {
  return { start, end, text, edtf, basis, role, anchor, why };
}

function copyAmount({ start, end, text, amount, currency }: Amount): Amount {
  return { start, end, text, amount, currency };
}
