import { describe, expect, it } from "vitest";
import type { Mention } from "../../src/actors/mention.ts";
import { mendParse } from "../../src/claims/mend-parse.ts";
import type { Node, Parse, Unit } from "../../src/language/sentence.ts";

/** A parse by hand: one line for each word, "text upos xpos head relation", "@" before a name, "#" before a date. */
function parseOf(lines: readonly string[]): { parse: Parse; mentions: Mention[] } {
  const nodes: Node[] = [];
  const mentions: Mention[] = [];
  let at = 0;
  for (const line of lines) {
    const [word = "", upos = "", xpos = "", head = "", relation = ""] = line.split(" ");
    const text = word.replace(/^[@#]/, "").replaceAll("_", " ");
    const span = { start: at, end: at + text.length };
    const unit: Unit | null = word.startsWith("#") ? { ...span, kind: "date" } : null;
    nodes.push({ ...span, text, lemma: text.toLowerCase(), upos, xpos, head: Number(head), relation, unit });
    if (word.startsWith("@"))
      mentions.push({
        ...span,
        text,
        actors: ["KEN"],
        kind: "state",
        form: "name",
        person: null,
        office: null,
        body: null,
        city: null,
      } as unknown as Mention);
    at = span.end + 1;
  }
  const sentence = { start: 0, end: at, block: 0, tokens: [] } as unknown as Parse["sentence"];
  return { parse: { sentence, nodes }, mentions };
}

const arcs = (lines: readonly string[]): string[] => {
  const { parse, mentions } = parseOf(lines);
  return mendParse(parse, mentions).nodes.map((n) => `${n.text}<${n.head}:${n.relation}`);
};

describe("mending a parse", () => {
  it("gives the number's preposition to the noun", () => {
    const mended = arcs(["dispatch NOUN NN -1 root", "of ADP IN 2 case", "four NUM CD 3 nummod", "soldiers NOUN NNS 0 nmod"]);
    expect(mended[1]).toBe("of<3:case");
  });
  it("parts a name from the date after it", () => {
    const mended = arcs(["withdraw VERB VB -1 root", "from ADP IN 3 case", "@Chad PROPN NNP 3 compound", "#next_year NOUN NN 0 obl"]);
    expect(mended.slice(1)).toEqual(["from<2:case", "Chad<0:obl", "next year<0:obl:unmarked"]);
  });
  it("makes a bare name before a verb its subject, and one behind it its object", () => {
    const mended = arcs([
      "In ADP IN 1 case",
      "#2011 NUM CD 3 obl",
      "@Kenya PROPN NNP 3 obl",
      "recognised VERB VBD -1 root",
      "@Kosovo PROPN NNP 3 obl",
    ]);
    expect(mended[2]).toBe("Kenya<3:nsubj");
    expect(mended[4]).toBe("Kosovo<3:obj");
  });
  it("gives each of two verbs its own date", () => {
    const mended = arcs([
      "@Kenya PROPN NNP 1 nsubj",
      "recognised VERB VBD -1 root",
      "it PRON PRP 1 obj",
      "in ADP IN 4 case",
      "#1983 NUM CD 1 obl",
      "and CCONJ CC 6 cc",
      "withdrew VERB VBD 1 conj",
      "recognition NOUN NN 6 obj",
      "in ADP IN 9 case",
      "#2004 NUM CD 1 obl",
    ]);
    expect(mended[9]).toBe("2004<6:obl");
    expect(mended[4]).toBe("1983<1:obl");
  });
  it("leaves alone what may be so", () => {
    const { parse, mentions } = parseOf([
      "@Kenya PROPN NNP 1 nsubj",
      "recognised VERB VBD -1 root",
      "@Kosovo PROPN NNP 1 obj",
      "in ADP IN 4 case",
      "#2010 NUM CD 1 obl",
    ]);
    expect(mendParse(parse, mentions)).toBe(parse);
  });
});
