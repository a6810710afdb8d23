import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/actors/find-mentions.ts";
import { extractClaims, type SentenceFault } from "../../src/claims/extract-claims.ts";
import { loadFrames } from "../../src/claims/load-frames.ts";
import { loadTableTemplates } from "../../src/claims/table-template.ts";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { dateContexts } from "../../src/language/dates/date-context.ts";
import { findDates } from "../../src/language/dates/find-dates.ts";
import { loadModel } from "../../src/language/model.ts";
import { parseSentence } from "../../src/language/parse-sentence.ts";
import { readSentences } from "../../src/language/split-sentences.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";
import { readGoldenCases } from "./golden-case.ts";

const read = (text: string): Document => readPlainText(MappedText.identity(text), { source: "robust" });

describe("extraction goes on", () => {
  it("over the texts of all golden cases in one document, in several orders, so that each recalls what others said", () => {
    const texts = readGoldenCases(join(import.meta.dirname, "golden")).map((c) => c.text.replace(/\n+/g, " "));
    const extractor = loadExtractor();
    // a step that shares no divisor with their number goes through all of them
    const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
    for (let step of [1, 11, 389]) {
      while (commonDivisor(texts.length, step) > 1) step++;
      const mixed = texts.map((_, i) => texts[(i * step) % texts.length]!).join(" ");
      expect(extractor.extract(read(mixed)).length).toBeGreaterThan(300);
    }
  }, 120_000);

  it("past a sentence that the rules fail on, and says which", () => {
    const document = read(
      "Kenya opened an embassy in Laos in 1990. Kenya closed its embassy in Peru in 1991. Kenya opened an embassy in Fiji.",
    );
    const sentences = readSentences(document);
    const model = loadModel("en");
    const reader = {
      frames: loadFrames(),
      tables: loadTableTemplates(),
      parse: (...[text, sentence, units]: [string, (typeof sentences)[number], Parameters<typeof parseSentence>[2]]) => {
        if (text.slice(sentence.start, sentence.end).includes("Peru")) throw new Error("lost");
        return parseSentence(text, sentence, units, model);
      },
      findDates,
    };
    const run = (onFault?: (fault: SentenceFault) => void) =>
      extractClaims(document, sentences, findMentions(document), dateContexts(document, sentences), reader, onFault);
    const faults: SentenceFault[] = [];
    const hosts = run((f) => faults.push(f)).map((c) => c.participants.find((p) => p.role === "host")?.actor);
    expect(hosts).toEqual(["LAO", "FJI"]);
    expect(faults).toEqual([{ start: sentences[1]!.start, end: sentences[1]!.end, message: "lost" }]);
    expect(() => run()).toThrow("lost");
  });
});
