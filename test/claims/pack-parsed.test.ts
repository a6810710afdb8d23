import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/actors/find-mentions.ts";
import { packParsed, unpackParsed } from "../../src/claims/pack-parsed.ts";
import { parseDocument } from "../../src/claims/parse-document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { dateContexts } from "../../src/language/dates/date-context.ts";
import { findDates } from "../../src/language/dates/find-dates.ts";
import { loadModel } from "../../src/language/model.ts";
import { parseSentence } from "../../src/language/parse-sentence.ts";
import { readSentences } from "../../src/language/split-sentences.ts";
import { loadExtractor, loadParser } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

const TEXTS = [
  "Kenya and Laos established diplomatic relations on 4 May 1971. The two countries’ ministers met in Vientiane a year later; they signed a memorandum worth US$2.5 million.",
  "2004: Chile opens an embassy in Hanoi; 2006: Peru opens one in Jakarta.\n\nPresident Ana Example (2003–2008) visited Oslo during her first term.",
  "“We don’t agree,” said Togo's foreign minister. Secretary-General António Example and a South Korean-led mission went to Addis Ababa, Nairobi and Kampala in the 1990s.",
  "Nothing is said here of anybody. It rained.",
  "",
];
const documentOf = (text: string) => readPlainText(MappedText.identity(text), { source: "text", known: { language: "en" } });

describe("a parsed document as bytes", () => {
  const reader = { parse: (text, s, units) => parseSentence(text, s, units, loadModel("en")), findDates } satisfies Parameters<
    typeof parseDocument
  >[4];

  it.each(TEXTS)("comes back as it was: %#", (text) => {
    const document = documentOf(text);
    const sentences = readSentences(document);
    const mentions = findMentions(document);
    const none = (): readonly string[] => [];
    const parsed = parseDocument(document, sentences, mentions, dateContexts(document, sentences, { terms: none }), reader);
    const back = unpackParsed(packParsed(parsed, document.text), document.text, () => none);
    expect(back.sentences).toEqual(parsed.sentences);
    expect(back.mentions).toEqual(parsed.mentions);
    expect(back.parts).toEqual(parsed.parts);
    expect(back.contexts.map(({ terms, ...context }) => [context, terms !== undefined])).toEqual(
      parsed.contexts.map(({ terms, ...context }) => [context, terms !== undefined]),
    );
  });

  it("gives the claims that the document gives by itself", () => {
    const parser = loadParser();
    const extractor = loadExtractor();
    for (const text of TEXTS) {
      const document = documentOf(text);
      expect(extractor.extract(document, undefined, parser.parse(document))).toEqual(extractor.extract(document));
    }
  });
});
