import { findMentions } from "../actors/find-mentions.ts";
import { loadActors } from "../actors/load-actors.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document, Span } from "../document/document.ts";
import { NO_CONTEXT } from "../language/date-expression.ts";
import { findDates } from "../language/dates/find-dates.ts";
import { loadModel } from "../language/model.ts";
import { parseSentence } from "../language/parse-sentence.ts";
import type { Sentence, Unit } from "../language/sentence.ts";
import { splitText } from "../language/split-sentences.ts";
import type { Factuality, PloverEvent } from "./claim.ts";
import { findAmounts } from "./find-amounts.ts";
import { findUnits } from "./find-units.ts";
import { mendByActors } from "./mend-by-actors.ts";
import { mendByWords } from "./parse-parts.ts";
import { loadPloverLexicon } from "./plover-lexicon.ts";
import { RelationCoder } from "./relation-coder.ts";
import { SentenceGraph } from "./sentence-graph.ts";

/** The PLOVER event that a text states between two marked actors. */
export interface CodedRelation {
  /** Null when the text says nothing that PLOVER codes between the two. */
  readonly event: PloverEvent | null;
  readonly factuality: Factuality | null;
  /** The rules of data/frames/plover-lexicon.yaml that made the event, outermost first; else why there is none. */
  readonly rule: string;
}

/**
 * The PLOVER (2021) event between two marked spans: what `source` does to `target`. The spans may mark any kind of actor:
 * rebels, police, a company, a minister. Offsets are UTF-16, half-open. Both must stand in one sentence.
 * Throws RangeError when a span is empty or outside the text.
 *
 * @example
 * codeRelation("Rebels freed the hostages.", { start: 0, end: 6 }, { start: 13, end: 25 }).event; // "CONCEDE"
 */
export function codeRelation(text: string, source: Span, target: Span): CodedRelation {
  for (const { start, end } of [source, target])
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
      throw new RangeError(`the span ${start}–${end} does not lie within a text of ${text.length} characters`);
  if (source.start < target.end && target.start < source.end) return none("the spans overlap");
  const marked = [wordsOf(text, source), wordsOf(text, target)] as const;
  const sentence = sentenceAround(text, ...marked);
  if (!sentence) return none("the spans stand in different sentences");
  const names = marked.filter((m) => /\s/.test(text.slice(m.start, m.end)) && /\p{Lu}/u.test(text.slice(m.start, m.end)));
  const known = findMentions(asDocument(text), loadActors());
  let graph = read(text, sentence, known, marked, names);
  // a phrase that the parser takes apart is read as one word instead
  if (marked.some((m) => headOf(graph, m) === null)) graph = read(text, sentence, known, marked, marked);
  const [s, t] = marked.map((m) => headOf(graph, m));
  if (s == null || t == null || s === t) return none("a span holds no word");
  const within = graph.nodes.flatMap((n, i) => (marked.some((m) => n.start < m.end && n.end > m.start) ? [i] : []));
  const coded = new RelationCoder(graph, loadPloverLexicon()).between(s, t, within);
  return coded ? { event: coded.event, factuality: coded.factuality, rule: coded.rule } : none("nothing that is coded joins the spans");
}

function read(text: string, sentence: Sentence, known: readonly Mention[], marked: readonly Span[], units: readonly Span[]): SentenceGraph {
  const names = units.map((span): Unit => ({ ...span, kind: "name", plural: isPlural(text.slice(span.start, span.end)) || undefined }));
  const parse = mendByWords(parseSentence(text, sentence, unitsOf(text, sentence, marked, names, known), loadModel("en")));
  return new SentenceGraph(mendByActors(parse, [...known, ...marked.map((span) => asActor(text, span))]));
}

/** The one node of a span whose head lies outside; null when the parse takes the span apart. */
function headOf(graph: SentenceGraph, span: Span): number | null {
  const inside = (i: number): boolean => graph.node(i).start < span.end && graph.node(i).end > span.start;
  const heads = graph.nodes.flatMap((n, i) => (inside(i) && (n.head < 0 || !inside(n.head)) && n.upos !== "PUNCT" ? [i] : []));
  return heads.length === 1 && !graph.isVerb(heads[0]!) ? heads[0]! : null;
}

function none(rule: string): CodedRelation {
  return { event: null, factuality: null, rule };
}

/** The marked words without blanks, commas, articles and the ending of "Iran's". */
function wordsOf(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end - 1 && /\s/.test(text[start]!)) start++;
  while (end - 1 > start && /[\s,;:]/.test(text[end - 1]!)) end--;
  const article = /^(?:the|an?|its|their|his|her|some)\s+(?=\S)/i.exec(text.slice(start, end));
  if (article) start += article[0].length;
  const owned = /['’]s?$/.exec(text.slice(start, end));
  if (owned && owned.index > 0) end = start + owned.index;
  return { start, end };
}

function isPlural(words: string): boolean {
  const head = words.split(/\s+(?:of|in|from|at|for|to|on|with|near|against|based)\s+/)[0]!;
  return /(?:[^su]s|men|people|police)$/.test(head) && !/is$/.test(head) && !/^\p{Lu}\S*$/u.test(head);
}

function sentenceAround(text: string, a: Span, b: Span): Sentence | null {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  for (const tokens of splitText(text)) {
    const [from, to] = [tokens[0]!.start, tokens.at(-1)!.end];
    if (from <= start && end <= to) return { block: 0, tokens, start: from, end: to };
  }
  return null;
}

/** Whoever the marked words mean, they are an actor. */
function asActor(text: string, { start, end }: Span): Mention {
  const words = text.slice(start, end);
  const none = { person: null, office: null, body: null, city: null };
  return { start, end, text: words, actors: [`group:${start}`], kind: "group", form: "name", ...none, why: "marked" };
}

function unitsOf(text: string, sentence: Sentence, marked: readonly Span[], names: readonly Unit[], found: readonly Mention[]): Unit[] {
  const free = (span: Span): boolean => !names.some((m) => m.start < span.end && m.end > span.start);
  // a known name within a marked phrase stays one, but may not reach beyond it
  const fits = (span: Span): boolean =>
    free(span) && marked.every((m) => m.end <= span.start || span.end <= m.start || (m.start <= span.start && span.end <= m.end));
  const mentions = found.filter(fits);
  const dates = findDates(text, sentence, NO_CONTEXT).filter(free);
  const amounts = findAmounts(text, sentence).filter(free);
  const known = findUnits(sentence, mentions, dates, amounts, text).filter(fits);
  return [...known, ...names].sort((a, b) => a.start - b.start);
}

/** The text as a document of one paragraph, for the stages that read documents. */
function asDocument(text: string): Document {
  return {
    ...bareText(text),
    source: "marked text",
    format: "text",
    title: null,
    authors: [],
    date: null,
    language: "en",
    address: null,
    publisher: null,
    map: [{ start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length }],
    mapUnit: "file",
  };
}
