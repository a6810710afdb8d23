import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { modelPath, readModel } from "../../src/language/model.ts";
import { parseDependencies } from "../../src/language/parse-dependencies.ts";
import { tokenize } from "../../src/language/tokenize.ts";

it("a network that has met many words reads a sentence as a fresh one does, to the bit", () => {
  const fresh = readModel(readFileSync(modelPath("en")));
  const used = readModel(readFileSync(modelPath("en")));

  const inputsOf = (text: string) =>
    tokenize(text, 0, text.length).map(({ start, end }) => ({
      start,
      end,
      text: text.slice(start, end),
      form: text.slice(start, end),
      unit: null,
    }));
  // more words than are remembered, the later ones in the places of the earlier
  const sentence = "Kenya and Laos signed a treaty in Nairobi before the minister of Fiji left for Peru.";
  for (let k = 0; k < 60; k++) {
    const many = Array.from({ length: 100 }, (_, i) => `w${(k * 7919 + i * 104729) % 100003}q${i}`).join(" ");
    parseDependencies(inputsOf(many), used);
    if (k % 20 === 0) parseDependencies(inputsOf(sentence), used);
  }
  const [a, b] = [parseDependencies(inputsOf(sentence), fresh), parseDependencies(inputsOf(sentence), used)];
  expect(b).toEqual(a);
});
