import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readSentences } from "../../src/language/split-sentences.ts";
import { readSource } from "../../src/pipeline.ts";
import { Random } from "./random.ts";

const SAMPLES = join(import.meta.dirname, "../../samples");
const STATES =
  "South Korea;North Korea;Ecuador;Cuba;Chile;Peru;Colombia;Mexico;Brazil;Argentina;Taiwan;China;Japan;Honduras;Panama;Uruguay;Paraguay;Bolivia;Venezuela;Guatemala;Kenya;Laos;Norway;Egypt;Ghana;Nepal;Qatar;Fiji;Spain;Canada".split(
    ";",
  );
const STATE = new RegExp(`\\b(?:${STATES.join("|")})\\b`, "g");
const YEAR = /\b(?:19[5-9]\d|20[0-2]\d)\b/g;

export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** An article without a form yet. */
export interface Article {
  readonly number: number;
  readonly title: string;
  /** ISO day. */
  readonly date: string;
  readonly sections: readonly Section[];
}

/** The sentences of the sample documents that are written as prose. */
async function sampleSentences(): Promise<string[]> {
  const sentences: string[] = [];
  for (const name of readdirSync(SAMPLES).sort()) {
    if (!/\.(md|txt|html|wiki|json)$/.test(name) || /^(README|expected)/.test(name)) continue;
    for await (const document of readSource(join(SAMPLES, name)))
      for (const { start, end, block } of readSentences(document)) {
        const { kind, role } = document.blocks[block]!;
        const text = document.text.slice(start, end).replace(/\s+/g, " ");
        if (kind === "paragraph" && role === "body" && /^[A-Z].{40,320}\.$/.test(text)) sentences.push(text);
      }
  }
  return sentences;
}

/**
 * Writes articles without end: sentences of the samples in another order, about other states and in other years. The same seed
 * gives the same articles as long as the samples are the same.
 */
export async function* writeArticles(seed: number): AsyncGenerator<Article> {
  const sentences = await sampleSentences();
  if (sentences.length < 50) throw new Error(`only ${sentences.length} sentences were found in ${SAMPLES}; expected the sample documents`);
  const random = new Random(seed);
  const sentence = (): string =>
    random
      .pick(sentences)
      .replace(STATE, () => random.pick(STATES))
      .replace(YEAR, () => String(random.between(1950, 2024)));
  for (let number = 1; ; number++) {
    const sections: Section[] = [];
    for (let s = random.between(2, 5); s > 0; s--) {
      const paragraphs: string[] = [];
      for (let p = random.between(2, 6); p > 0; p--) paragraphs.push(Array.from({ length: random.between(2, 6) }, sentence).join(" "));
      sections.push({ heading: `Relations with ${random.pick(STATES)}`, paragraphs });
    }
    const day = new Date(Date.UTC(random.between(1995, 2024), random.between(0, 11), random.between(1, 28)));
    yield {
      number,
      title: `${random.pick(STATES)} and ${random.pick(STATES)}, part ${number}`,
      date: day.toISOString().slice(0, 10),
      sections,
    };
  }
}
