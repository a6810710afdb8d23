import type { Mention } from "../actors/mention.ts";
import { mayMention } from "../actors/resolve-references.ts";
import type { Document } from "../document/document.ts";
import type { DateContext } from "../language/date-expression.ts";
import type { Sentence } from "../language/sentence.ts";
import { withFollowingNames } from "./following-names.ts";
import { withImpliedStates } from "./implied-states.ts";
import { type ParsedPart, parseParts, type WordReader } from "./parse-parts.ts";
import { Surroundings } from "./surroundings.ts";

/** A document as far as it is read sentence by sentence, each without the others: all that claims are told from. */
export interface ParsedDocument {
  readonly sentences: readonly Sentence[];
  /** Those by name (find-mentions.ts). */
  readonly mentions: readonly Mention[];
  /** One for each sentence. */
  readonly contexts: readonly DateContext[];
  /** The parts of each sentence; null for one that most likely nobody asks for. */
  readonly parts: readonly (readonly ParsedPart[] | null)[];
}

/** The mentions by name, with those that the place of their sentence tells. */
export function mentionsByName(
  document: Document,
  named: readonly Mention[],
  sentences: readonly Sentence[],
  place: Surroundings,
): readonly Mention[] {
  return withImpliedStates(withFollowingNames(document, named, place.outline), sentences, place, document.text);
}

/**
 * Parses the sentences that name an actor, or may refer to one, before any of them is read for claims: what one thread does while another
 * tells the claims of the document before. A sentence on which the rules fail is left to who asks for it.
 */
export function parseDocument(
  document: Document,
  sentences: readonly Sentence[],
  named: readonly Mention[],
  contexts: readonly DateContext[],
  reader: WordReader,
): ParsedDocument {
  const mentions = mentionsByName(document, named, sentences, new Surroundings(document, named));
  let next = 0;
  let met = false;
  const parts = sentences.map((sentence, i) => {
    while (next < mentions.length && mentions[next]!.end <= sentence.start) next++;
    const first = next;
    while (next < mentions.length && mentions[next]!.start < sentence.end) next++;
    const own = mentions.slice(first, next);
    const acts = own.some((m) => m.actors.length > 0);
    met ||= acts;
    if (document.blocks[sentence.block]?.role === "notice") return null;
    if (!acts && !(met && mayMention(document.text.slice(sentence.start, sentence.end)))) return null;
    try {
      return parseParts(document.text, sentence, own, contexts[i]!, reader, true);
    } catch {
      return null;
    }
  });
  return { sentences, mentions: named, contexts, parts };
}
