import { beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import type { Frame } from "../../src/claims/frame.ts";
import { loadFrames } from "../../src/claims/load-frames.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

/** Types whose claims are those of whoever speaks, or of any act. */
const OPEN: ReadonlySet<string> = new Set(["statement", "event", "figure"]);
const { frames } = loadFrames();
const examples = frames
  .filter((f) => !OPEN.has(f.type))
  .flatMap((frame) => frame.yes.filter((text) => !/[.:;] /.test(text)).map((text) => ({ frame, text })));

let extractor: Extractor;
beforeAll(() => {
  extractor = loadExtractor();
});

const claimsOf = (text: string): Claim[] =>
  extractor
    .extract(readPlainText(MappedText.identity(text), { source: "example", known: { language: "en" } }))
    .filter((c) => !OPEN.has(c.type));
const actOf = ({ type, phase, participants }: Claim): string =>
  [`${type}/${phase}`, ...participants.map((p) => `${p.role}:${p.actor}`).sort()].join(" ");
const lowered = (text: string): string =>
  /^(?:The|A|An|In|On|Some|Two|Three|Both|Talks|Negotiations|Diplomatic|Relations|Trade|Troops|Under|Despite)\b/.test(text)
    ? text[0]!.toLowerCase() + text.slice(1)
    : text;

/** Of the examples' acts, the percentage that is told still, with its factuality, where another sentence holds the example. */
function told(within: (text: string) => string): number {
  let [all, kept] = [0, 0];
  for (const { text } of examples) {
    const there = new Set(claimsOf(within(text)).map((c) => `${actOf(c)} ${c.factuality}`));
    for (const claim of claimsOf(text)) {
      all++;
      if (there.has(`${actOf(claim)} ${claim.factuality}`)) kept++;
    }
  }
  expect(all).toBeGreaterThan(1000);
  return (kept / all) * 100;
}

/** The subject, the verb's plain form and the rest, of an example in the simple past whose verb is one of its frame's. */
function inTwo({ frame, text }: { frame: Frame; text: string }): [string, string, string] | null {
  const parts = /^(Kenya(?: and Laos)?|Laos|Japan|The Kenyan president) ([a-z]+ed)\b(.*)\.$/.exec(text);
  if (!parts) return null;
  const [, subject, past, rest] = parts;
  const plain = [past!.slice(0, -1), past!.slice(0, -2), past!.slice(0, -3), `${past!.slice(0, -3)}y`].find((verb) =>
    frame.verbs.has(verb),
  );
  return plain ? [subject!, plain, rest!] : null;
}

/** Of the acts whose verb stands so, the percentage that is told as done. */
function toldAsDone(before: string): number {
  let [all, done] = [0, 0];
  for (const example of examples) {
    const [subject, verb, rest] = inTwo(example) ?? [];
    if (!subject) continue;
    const there = new Set(
      claimsOf(`${subject} ${before} ${verb}${rest}.`)
        .filter((c) => c.factuality === "actual")
        .map(actOf),
    );
    const acts = claimsOf(example.text).filter(
      (c) => c.factuality === "actual" && `${c.type} ${c.phase}` === `${example.frame.type} ${example.frame.phase}`,
    );
    all += acts.length;
    done += acts.filter((c) => there.has(actOf(c))).length;
  }
  expect(all).toBeGreaterThan(80);
  return (done / all) * 100;
}

describe("what the frames' examples say", () => {
  it.each([
    ["is reported", (text: string) => `Officials said that ${lowered(text)}`, 97],
    ["comes at the end", (text: string) => `In the end, ${lowered(text)}`, 96],
    ["is one of two clauses", (text: string) => `The weather was fine, and ${lowered(text)}`, 95],
    [
      "says something in passing",
      (text: string) => text.replace(/^(Kenya|Laos|Japan) /, "$1, a poor country of forty million people, "),
      97,
    ],
    ["is the government's", (text: string) => text.replace(/^(Kenya|Laos|Japan) (?!and\b)/, "The government of $1 "), 97],
    ["is granted", (text: string) => `Although ${lowered(text).replace(/\.$/, ",")} little changed in the region.`, 95],
    ["is what something came after", (text: string) => `A minister resigned after ${lowered(text)}`, 88],
  ] as const)("is told where it %s", (_, within, least) => {
    expect(told(within)).toBeGreaterThanOrEqual(least);
  });

  it.each(["did not", "refused to", "will", "may", "wants to"])("is not told as done behind “%s”", (before) => {
    expect(toldAsDone(before)).toBeLessThanOrEqual(6);
  });
});
