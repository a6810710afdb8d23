/**
 * The way of a document, stage by stage. Read this file first.
 *
 *   read      → bytes become a Document: canonical text, map to the source, sections, date, diagnostics
 *   language  → sentences, tokens; later tags, dependencies, dates (EDTF)
 *   actors    → mentions: states, organisations, people by term; references within the document
 *   claims    → frames over the parse: who, what, when, whether it happened, on which words
 *   record    → documents and claims are kept (src/record); what follows from them is derived, never stored
 */
import { createHash } from "node:crypto";
import { findMentions } from "./actors/find-mentions.ts";
import type { ActorLexicon } from "./actors/lexicon.ts";
import { loadActors } from "./actors/load-actors.ts";
import type { Mention } from "./actors/mention.ts";
import { ReferenceReader } from "./actors/resolve-references.ts";
import { termsOfOffice } from "./actors/terms-of-office.ts";
import type { Claim } from "./claims/claim.ts";
import { type ConfidenceModel, loadConfidence, withConfidence } from "./claims/confidence.ts";
import { type Explanation, explainSentences } from "./claims/explain-sentences.ts";
import { extractClaims, type SentenceFault } from "./claims/extract-claims.ts";
import type { FrameSet } from "./claims/frame.ts";
import { loadFrames } from "./claims/load-frames.ts";
import { packParsed, unpackParsed } from "./claims/pack-parsed.ts";
import { type ParsedDocument, parseDocument } from "./claims/parse-document.ts";
import type { WordReader } from "./claims/parse-parts.ts";
import { readInOrder } from "./claims/read-in-order.ts";
import type { SentenceReader } from "./claims/read-sentence.ts";
import { loadTableTemplates } from "./claims/table-template.ts";
import type { Document } from "./document/document.ts";
import { dateContexts, termsAt } from "./language/dates/date-context.ts";
import { findDates } from "./language/dates/find-dates.ts";
import { loadModel, modelFingerprint } from "./language/model.ts";
import { parseSentence } from "./language/parse-sentence.ts";
import { readSentences } from "./language/split-sentences.ts";
import { withEnglishHeaders } from "./language/table-words.ts";
import { rulesFingerprint, VERSION } from "./version.ts";

export type { SentenceFault } from "./claims/extract-claims.ts";
export { findPaths } from "./read/find-paths.ts";
export { readSource } from "./read/read-source.ts";

/** Extracts claims from documents; holds the model, the names and the frames. */
export interface Extractor {
  /** `chancery <version>+<fingerprint of model, rules and data>`: two extractors of one version give the same claims. */
  readonly version: string;
  /**
   * All claims of a document, in the order of their evidence. Pure: the same document gives the same claims. A sentence that
   * the rules fail on is told to `onFault` and passed over; without it the failure is thrown. `parsed` is what a `Parser` made of
   * the document, where another thread has done so; the claims are the same.
   */
  extract(document: Document, onFault?: (fault: SentenceFault) => void, parsed?: Uint8Array): Claim[];
  /** Whom a document means: by name, and by reference as its sentences are read one after another. */
  mentions(document: Document): Mention[];
  /** How the sentences of a document that touch [start, end) were read: parse, mentions, dates, frames tried. */
  explain(document: Document, start?: number, end?: number): Explanation[];
}

/** The first half of extraction, for a thread of its own: words, names, dates and parses, before anything is claimed. */
export interface Parser {
  /** A parsed document as bytes, for `extract`. */
  parse(document: Document): Uint8Array<ArrayBuffer>;
}

/** Loads what parsing needs: the model and the names. */
export function loadParser(): Parser {
  const model = loadModel("en");
  const lexicon = loadActors();
  const reader = {
    parse: (text, sentence, units) => parseSentence(text, sentence, units, model),
    findDates,
  } satisfies WordReader;
  return {
    parse(given) {
      const document = withEnglishHeaders(given);
      const { sentences, mentions, contexts } = prepare(document, lexicon);
      return packParsed(parseDocument(document, sentences, mentions, contexts, reader), document.text);
    },
  };
}

/** What is found of all sentences before any is parsed. */
function prepare(document: Document, lexicon: ActorLexicon): Pick<ParsedDocument, "sentences" | "mentions" | "contexts"> {
  const sentences = readSentences(document);
  const mentions = findMentions(document, lexicon);
  return { sentences, mentions, contexts: dateContexts(document, sentences, { terms: termsOfOffice(mentions, lexicon) }) };
}

/**
 * Loads what extraction needs (a third of a second); nothing is read before. Other frames than those of Chancery may be given.
 * Without a model of confidence, claims keep the confidence that their frames state.
 */
export function loadExtractor(frames: FrameSet = loadFrames(), confidence: ConfidenceModel | null = loadConfidence()): Extractor {
  const model = loadModel("en");
  const lexicon = loadActors();
  const reader = {
    frames,
    tables: loadTableTemplates(),
    parse: (text, sentence, units) => parseSentence(text, sentence, units, model),
    findDates,
  } satisfies SentenceReader;
  const unpack = (bytes: Uint8Array, document: Document): ParsedDocument => {
    let terms: ReturnType<typeof termsAt> | null = null;
    return unpackParsed(bytes, document.text, (mentions, offset) => {
      terms ??= termsAt(document, termsOfOffice(mentions, lexicon));
      return terms(offset);
    });
  };
  const judge = (claims: readonly Claim[]): Claim[] => (confidence ? claims.map((c) => withConfidence(c, confidence)) : [...claims]);
  return {
    get version() {
      return extractorVersion();
    },
    extract(given, onFault, parsed) {
      const document = withEnglishHeaders(given);
      if (!parsed) {
        const { sentences, mentions, contexts } = prepare(document, lexicon);
        return judge(extractClaims(document, sentences, mentions, contexts, reader, onFault));
      }
      const { sentences, mentions, contexts, parts } = unpack(parsed, document);
      return judge(extractClaims(document, sentences, mentions, contexts, { ...reader, parsed: (i) => parts[i]! }, onFault));
    },
    mentions(given) {
      const document = withEnglishHeaders(given);
      const { sentences, mentions, contexts } = prepare(document, lexicon);
      const references = new ReferenceReader(document, mentions, sentences, lexicon);
      return readInOrder(
        document,
        sentences,
        mentions,
        contexts,
        reader,
        references,
        () => false,
        () => {},
      );
    },
    explain(given, start = 0, end = given.text.length) {
      const document = withEnglishHeaders(given);
      const { sentences, mentions, contexts } = prepare(document, lexicon);
      return explainSentences(document, sentences, mentions, contexts, reader, { start, end }).map((e) => ({
        ...e,
        claims: judge(e.claims),
        hits: e.hits.map((hit) => ({ ...hit, claims: judge(hit.claims) })),
      }));
    },
  };
}

/** Known without loading the model: 30 ms. Another version may read documents otherwise, so that they are to be read anew. */
export function extractorVersion(): string {
  const fingerprint = createHash("sha256").update(rulesFingerprint()).update(modelFingerprint("en")).digest("hex").slice(0, 8);
  return `chancery ${VERSION}+${fingerprint}`;
}
