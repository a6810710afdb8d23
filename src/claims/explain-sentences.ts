import type { Mention } from "../actors/mention.ts";
import type { Document, Span } from "../document/document.ts";
import type { DateContext } from "../language/date-expression.ts";
import type { Sentence } from "../language/sentence.ts";
import type { Claim } from "./claim.ts";
import { claimsInOrder, type FrameHit } from "./extract-claims.ts";
import type { FrameMiss } from "./match-frames.ts";
import type { ReadSentence, SentenceReader } from "./read-sentence.ts";
import { ofOrganisations } from "./stands-for.ts";
import { Surroundings } from "./surroundings.ts";

/** How one sentence was read. */
export interface Explanation {
  readonly read: ReadSentence;
  readonly claims: readonly Claim[];
  /** Frames whose trigger stands in the sentence and that did not match, with the reason. */
  readonly misses: readonly FrameMiss[];
  /** Frames that fitted, with the claims that came of each. */
  readonly hits: readonly FrameHit[];
}

/** Explains the sentences that touch a range of a document, as they are read in it: with all that was said before. */
export function explainSentences(
  document: Document,
  sentences: readonly Sentence[],
  found: readonly Mention[],
  contexts: readonly DateContext[],
  reader: SentenceReader,
  range: Span,
): Explanation[] {
  const explanations: Explanation[] = [];
  const mentions = ofOrganisations(found);
  // a sentence is handed over last, when all that was tried in it is known
  let misses: FrameMiss[] = [];
  let hits: FrameHit[] = [];
  const until = sentences.slice(0, sentences.findLastIndex((s) => s.start < range.end) + 1);
  const isAsked = (sentence: Sentence): boolean => sentence.end > range.start && sentence.start < range.end;
  claimsInOrder(document, until, mentions, contexts, reader, new Surroundings(document, mentions), {
    take: (read, claims) => {
      if (isAsked(read.sentence)) explanations.push({ read, claims, misses, hits });
      misses = [];
      hits = [];
    },
    onMiss: (_read, miss) => misses.push(miss),
    onHit: (_read, hit) => hits.push(hit),
    always: isAsked,
  });
  return explanations;
}
