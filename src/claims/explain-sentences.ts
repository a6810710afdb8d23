import type { Mention } from "../actors/mention.ts";
import type { Document, Span } from "../document/document.ts";
import type { DateContext } from "../language/date-expression.ts";
import type { Sentence } from "../language/sentence.ts";
import type { Claim } from "./claim.ts";
import { claimsOfSentence } from "./extract-claims.ts";
import type { FrameMiss } from "./match-frames.ts";
import { type ReadSentence, readParts, type SentenceReader } from "./read-sentence.ts";

/** How one sentence was read. */
export interface Explanation {
  readonly read: ReadSentence;
  readonly claims: readonly Claim[];
  /** Frames whose trigger stands in the sentence and that did not match, with the reason. */
  readonly misses: readonly FrameMiss[];
}

/** Explains the sentences that touch a range of a document. */
export function explainSentences(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  contexts: readonly DateContext[],
  reader: SentenceReader,
  range: Span,
): Explanation[] {
  const explanations: Explanation[] = [];
  sentences.forEach((sentence, i) => {
    if (sentence.end <= range.start || sentence.start >= range.end) return;
    const within = mentions.filter((m) => m.start >= sentence.start && m.end <= sentence.end);
    for (const read of readParts(document.text, sentence, within, contexts[i]!, reader)) {
      const misses: FrameMiss[] = [];
      const claims = claimsOfSentence(document, read, contexts[i]!, reader.frames, undefined, (miss) => misses.push(miss));
      explanations.push({ read, claims, misses });
    }
  });
  return explanations;
}
