import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { isExact } from "../../src/document/source-map.ts";
import { readPlainText } from "../../src/read/plain-text.ts";
import { codes, outline, read } from "./plain-text-outline.ts";

const fragment = fc.constantFrom(
  "The minis-",
  "ters of Peru met (Kim, 1998, p. 2) in",
  "LIMA AND QUITO",
  "",
  "",
  "12",
  "118 – Ana Example",
  "• one",
  "1. First",
  "2. Second",
  "(a) x",
  "a\tb\tc",
  "d\te\tf",
  "ﬁsh and o\uFB03ce",
  "caf\u0065\u0301",
  "1962 – Opening",
  "1964 – Closing",
  "References",
  "Notes",
  "3 See Muster, p. 4.",
  "growth3 of",
  "=====",
  "\f",
  "  indented line of text that goes on",
  "word\u00ad",
  "no\u00a0break",
  "Views: 0",
  "“Quoted” text. Then more text that fills the line",
  "name   value   more",
  "\u0000",
  "By Ana Example",
  "[1] Muster",
  "The ministers of the two countries met in the capital and talked about fish and",
);
const damaged = fc
  .tuple(fc.array(fragment, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\n\n", " \n\n", "\r"))
  .map(([parts, end]) => parts.join(end));

describe("the map", () => {
  it("points every exact run at the same characters, in order, and blocks cover the text", () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string({ unit: "grapheme", maxLength: 300 })), (text) => {
        const document = read(text);
        let last = 0;
        for (const run of document.map) {
          expect(run.start).toBeGreaterThanOrEqual(last);
          last = run.end;
          expect(run.sourceEnd).toBeLessThanOrEqual(text.length);
          if (isExact(run))
            expect(text.slice(run.sourceStart, run.sourceEnd).replace(/\s/g, " ")).toBe(
              document.text.slice(run.start, run.end).replace(/\s/g, " "),
            );
        }
        let end = 0;
        for (const block of document.blocks) {
          expect(block.end).toBeGreaterThan(block.start);
          expect(document.text.slice(end, block.start).trim()).toBe("");
          end = block.end;
        }
        for (const citation of document.citations) expect(citation.at).toBeLessThanOrEqual(document.text.length);
      }),
      { numRuns: 400 },
    );
  });

  it("reads its own text again without losing a word", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const once = read(text).text;
        const bare = (s: string) => s.replace(/[^\p{L}]/gu, "");
        const twice = read(once);
        const kept = twice.text + twice.citations.map((citation) => citation.text).join("");
        expect(bare(kept).length).toBeGreaterThanOrEqual(Math.floor(0.5 * bare(once).length));
      }),
    );
  });
});

describe("size", () => {
  it("reads long lines and many lines in linear time", () => {
    const sentence = "The ministers (Kim, 1998, p. 2) of the two countries met in May 2019 and agreed to open embassies. ";
    const time = (text: string): number => {
      // of the processor: other work on the machine does not count
      const begin = process.cpuUsage();
      read(text);
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1000;
    };
    time(sentence.repeat(500));
    expect(time(sentence.repeat(10_000))).toBeLessThan(4000);
    expect(time("(".repeat(100_000))).toBeLessThan(4000);
    expect(time("a  b  c\n".repeat(40_000))).toBeLessThan(8000);
    expect(time("Xx. ".repeat(100_000))).toBeLessThan(4000);
  }, 60_000);
});

const seeds = "../shared/seeds";
describe.skipIf(!existsSync(seeds))("the samples", () => {
  const sample = (prefix: string) => read(readFileSync(`${seeds}/${readdirSync(seeds).find((name) => name.startsWith(prefix))}`, "utf8"));

  it("reads a paper's text out of a PDF", () => {
    const document = sample("001");
    expect(document.title).toBeNull();
    expect(document.sections).toHaveLength(8);
    expect(document.citations.length).toBeGreaterThan(70);
    expect(codes(document)).toEqual(["running-head"]);
    expect(document.text).not.toMatch(/\p{L}- \p{Ll}/u);
    expect(document.text).not.toMatch(/\(\p{Lu}{3,}, \d{4}/u);
  });

  it("reads a report with one paragraph a line", () => {
    const document = sample("002");
    expect(document.blocks.filter((block) => block.role === "body")).toHaveLength(8);
    expect(document.blocks.at(-1)?.role).toBe("notice");
  });
});

describe("lists of short entries", () => {
  const entries = ["Israel: 8 September 1968", "Portugal: 13 April 1971", "Taiwan: 6 September 1968"];
  const marked = {
    dashes: entries.map((entry) => `- ${entry}`),
    stars: entries.map((entry) => `* ${entry}`),
    bullets: entries.map((entry) => `• ${entry}`),
    "long dashes": entries.map((entry) => `– ${entry}`),
    numbers: entries.map((entry, at) => `${at + 1}. ${entry}`),
    "numbers in brackets": entries.map((entry, at) => `(${at + 1}) ${entry}`),
    letters: entries.map((entry, at) => `${"abc"[at]}) ${entry}`),
  };
  const around = {
    alone: (list: string) => list,
    "under a title": (list: string) =>
      `Dates on which relations began\n\n${list}\n\nThe list was last changed by the ministry, which keeps it.`,
    "right under a title": (list: string) => `Dates on which relations began\n${list}`,
    "behind a sentence": (list: string) =>
      `The following states opened relations with the kingdom:\n${list}\nNo others followed for ten years.`,
    "behind a paragraph": (list: string) =>
      `The kingdom had relations with few states in those years.\n\n${list}\n\nNo others followed for ten years.`,
    "in capitals above": (list: string) => `RELATIONS\n\n${list}`,
    "every line apart": (list: string) => `The kingdom had relations with few states.\n\n${list.replaceAll("\n", "\n\n")}`,
  };
  it.each(
    Object.entries(marked).flatMap(([marks, lines]) => Object.entries(around).map(([place, put]) => [marks, place, lines, put] as const)),
  )("%s %s", (_marks, _place, lines, put) => {
    const document = read(put(lines.join("\n")));
    const items = document.blocks.filter((block) => block.kind === "list-item");
    expect(items.map((block) => document.text.slice(block.start, block.end))).toEqual(entries);
    expect(items.map((block) => block.marker)).toEqual(lines.map((line) => line.split(" ")[0]));
    expect(items.every((block) => block.role === "body")).toBe(true);
    expect(document.date).toBe(null);
  });
});

describe("a title that is known from elsewhere", () => {
  const text = "The two countries opened relations in 1992 and exchanged embassies in the years that followed.";
  const readKnown = (content: string, title: string) => readPlainText(MappedText.identity(content), { source: "a", known: { title } });

  it.each([
    ["a gap", `Vietnam\n\n${text}\n\nThailand\n\n${text}`],
    ["no gap", `Vietnam\n${text}\n\nThailand\n${text}`],
  ])("makes another first line the heading of a section: %s", (_name, content) => {
    const document = readKnown(content, "Relations in South-East Asia");
    expect(document.title).toBe("Relations in South-East Asia");
    expect(document.sections.map((section) => section.heading)).toEqual(["Vietnam", "Thailand"]);
    expect(outline(document)).toEqual(["heading2: Vietnam", `paragraph: ${text}`, "heading2: Thailand", `paragraph: ${text}`]);
  });

  it.each([
    ["Relations in South-East Asia", "Relations in South-East Asia"],
    ["RELATIONS IN SOUTH-EAST ASIA", "Relations in South-East Asia"],
    ["Ministers agree on fish", "Example Agency: Ministers agree on fish"],
  ])("is the title when the first line says it: %s", (line, title) => {
    const document = readKnown(`${line}\n\n${text}`, title);
    expect(outline(document)).toEqual([`title: ${line}`, `paragraph: ${text}`]);
    expect(outline(readKnown(`${line}\n\nVietnam\n\n${text}`, title))).toEqual([
      `title: ${line}`,
      "heading2: Vietnam",
      `paragraph: ${text}`,
    ]);
  });
});
