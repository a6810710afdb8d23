import { describe, expect, it } from "vitest";
import { loadFrames } from "../../src/claims/load-frames.ts";
import { SentenceGraph } from "../../src/claims/sentence-graph.ts";
import { themeIndexOf } from "../../src/claims/theme-index.ts";
import { themesOf } from "../../src/claims/themes.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadModel } from "../../src/language/model.ts";
import { parseSentence } from "../../src/language/parse-sentence.ts";
import { readSentences } from "../../src/language/split-sentences.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

const set = loadFrames();
const model = loadModel("en");

function graphsOf(text: string): SentenceGraph[] {
  const document = readPlainText(MappedText.identity(text), { source: "themes", known: { language: "en" } });
  return readSentences(document).map((sentence) => new SentenceGraph(parseSentence(document.text, sentence, [], model)));
}

describe("the index of themes", () => {
  it("passes over no list of which a trigger has a theme", () => {
    const graphs = graphsOf(
      "Togo and Benin signed three texts: a treaty on fisheries, a protocol and a memorandum. The two broke off those with Ghana, and it reopened its own embassy. " +
        "Norway sent a batch of tanks and the frigate Hessen to Qatar. Fiji delivered F-16 jets. The prime minister of Laos visited Peru's free trade zone.",
    );
    let found = 0;
    for (const graph of graphs) {
      const mayBe = themeIndexOf(set).in(graph);
      for (const { theme } of set.frames)
        for (let i = 0; theme && i < graph.nodes.length; i++) {
          const themes = themesOf(graph, i, theme, true);
          found += themes.length;
          if (themes.length > 0) expect(mayBe(theme)).toBe(true);
        }
    }
    expect(found).toBeGreaterThan(100);
  });

  it("knows what a sentence does not name", () => {
    const [graph] = graphsOf("The king of Tonga dined with his cousins.");
    const embassies = set.frames.find((frame) => frame.theme?.has("embassy"))!.theme!;
    expect(themeIndexOf(set).in(graph!)(embassies)).toBe(false);
  });
});
