import type { Mention } from "../actors/mention.ts";
import type { ReferenceReader } from "../actors/resolve-references.ts";
import type { Document, Span } from "../document/document.ts";
import type { DateContext } from "../language/date-expression.ts";
import type { Sentence } from "../language/sentence.ts";
import { parseParts } from "./parse-parts.ts";
import { type ReadSentence, type Refer, readParts, type SentenceReader } from "./read-sentence.ts";

/** A sentence that the rules failed on: a fault of the program, not of the text. */
export interface SentenceFault extends Span {
  readonly message: string;
}

/**
 * Reads the sentences of a document in their order, since what a sentence refers to was said before it: dates and units, the
 * parse, then references on the parse. `take` gets each sentence, or each part that is read alone. A sentence that names nobody, refers to
 * nobody and is not `wanted` for another reason is not parsed.
 *
 * @param mentions those by name (find-mentions.ts)
 * @returns all mentions of the document, references included, in order
 */
export function readInOrder(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  contexts: readonly DateContext[],
  reader: SentenceReader,
  references: ReferenceReader,
  wanted: (index: number, words: string) => boolean,
  take: (index: number, read: ReadSentence) => void,
  onFault?: (fault: SentenceFault) => void,
): Mention[] {
  const all: Mention[] = [];
  let next = 0;
  sentences.forEach((sentence, i) => {
    while (next < mentions.length && mentions[next]!.end <= sentence.start) all.push(mentions[next++]!);
    const named: Mention[] = [];
    while (next < mentions.length && mentions[next]!.start < sentence.end) named.push(mentions[next++]!);
    const isNotice = document.blocks[sentence.block]?.role === "notice";
    const words = document.text.slice(sentence.start, sentence.end);
    // "LUSAKA (Agency) —": where a report was sent from does nothing in it
    const isDateline = /[—–-]\s*$/.test(words) && sentences[i + 1]?.block === sentence.block;
    if (isDateline) {
      references.pass(i, []);
      all.push(...named);
      return;
    }
    if (isNotice || !(named.some((m) => m.actors.length > 0) || references.mayRefer(i) || wanted(i, words))) {
      all.push(...references.pass(i, named));
      return;
    }
    const own: Mention[] = [];
    const refer: Refer = (meant, parse) => {
      const found = references.read(i, meant, parse);
      own.push(...found);
      return found;
    };
    try {
      const parts = reader.parsed?.(i) ?? parseParts(document.text, sentence, named, contexts[i]!, reader);
      for (const read of readParts(document.text, parts, named, reader, refer)) take(i, read);
    } catch (error) {
      // one sentence that the rules stumble over does not take the others with it
      if (!onFault) throw error;
      onFault({ start: sentence.start, end: sentence.end, message: error instanceof Error ? error.message : String(error) });
    } finally {
      all.push(...withNamed(own, named));
    }
  });
  all.push(...mentions.slice(next));
  return all;
}

/** Names that stand in no part of the sentence that was read are still names. */
function withNamed(own: readonly Mention[], named: readonly Mention[]): Mention[] {
  const left = named.filter((m) => !own.some((o) => o.start < m.end && o.end > m.start));
  return left.length === 0 ? [...own] : [...own, ...left].sort((a, b) => a.start - b.start);
}
