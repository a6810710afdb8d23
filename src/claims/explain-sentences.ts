import type { Mention } from "../actors/mention.ts";
import type { Document, Span } from "../document/document.ts";
import type { DateContext } from "../language/date-expression.ts";
import type { Sentence } from "../language/sentence.ts";
import type { Claim } from "./claim.ts";
import { claimsInOrder } from "./extract-claims.ts";
import type { FrameMiss } from "./match-frames.ts";
import type { ReadSentence, SentenceReader } from "./read-sentence.ts";
import { Surroundings } from "./surroundings.ts";

/** How one sentence was read. */
export interface Explanation {
  readonly read: ReadSentence;
  readonly claims: readonly Claim[];
  /** Frames whose trigger stands in the sentence and that did not match, with the reason. */
  readonly misses: readonly FrameMiss[];
}

/** Explains the sentences that touch a range of a document, as they are read in it: with all that was said before. */
export function explainSentences(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  contexts: readonly DateContext[],
  reader: SentenceReader,
  range: Span,
): Explanation[] {
  const explanations: Explanation[] = [];
  const misses = new Map<ReadSentence, FrameMiss[]>();
  const until = sentences.slice(0, sentences.findLastIndex((s) => s.start < range.end) + 1);
  const isAsked = (sentence: Sentence): boolean => sentence.end > range.start && sentence.start < range.end;
  claimsInOrder(document, until, mentions, contexts, reader, new Surroundings(document, mentions), {
    take: (read, claims) => {
      if (isAsked(read.sentence)) explanations.push({ read, claims, misses: misses.get(read) ?? [] });
    },
    onMiss: (read, miss) => {
      if (isAsked(read.sentence)) misses.set(read, [...(misses.get(read) ?? []), miss]);
    },
    always: isAsked,
  });
  return explanations;
}
