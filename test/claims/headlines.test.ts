import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

const extractor = loadExtractor();

/** Type, phase, factuality and actors of what a report's headline claims. */
function claimsOf(headline: string): string[] {
  const text = `${headline}\n\n2 September 2025\n\nIt rained in the morning, and it was cold, they said to whoever asked them.\n`;
  return extractor
    .extract(readPlainText(MappedText.identity(text), { source: "x.txt" }))
    .map((c) => `${c.type}/${c.phase} ${c.factuality} ${c.participants.map((p) => p.actor).join(" ")}`);
}

describe("a headline in the infinitive tells what is to come", () => {
  it.each([
    ["Malta, Oman to sign visa agreement", ["agreement/signed planned MLT OMN"]],
    ["Malta's Foreign Minister To Pay Official Visit To Oman", ["visit/occurs planned MLT OMN"]],
    ["Malta to open embassy in Oman", ["mission/begins planned MLT OMN"]],
    ["Malta opens embassy in Oman", ["mission/begins actual MLT OMN"]],
  ])("%s", (headline, expected) => {
    expect(claimsOf(headline)).toEqual(expected);
  });
});
