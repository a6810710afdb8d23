import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Record } from "../../src/record/record.ts";
import { parseQuery, SearchQueryError } from "../../src/record/search/query.ts";
import { describeEngines, type Place } from "../engines/engines.ts";
import { makeClaim, makeDocument, withRecordAt } from "./fixtures.ts";

const TEXTS: readonly (readonly [source: string, text: string, title?: string])[] = [
  ["treaty", "Kenya and Laos signed a trade agreement in Vientiane.", "A treaty"],
  ["talks", "Talks on a free trade agreement between Kenya and Peru broke down."],
  ["arms", "Perú bought arms from Türkiye; the agreement on trade came later, and arms again."],
  ["embassy", "Kenya's embassy in Brasília was opened by the President of Brazil."],
  ["ocean", "Ｔhe Øresund straits: SÃO TOMÉ met Denmark in 1,200 rooms of the U.S. mission."],
  ["chinese", "两国关系发展顺利, said the Ministry."],
  ["greek", "Η Ελλάδα και η Κύπρος υπέγραψαν συμφωνία."],
];

/** What each query finds, quotes and documents alike; the order does not count. */
const CASES: readonly (readonly [query: string, found: readonly string[]])[] = [
  ["kenya", ["treaty", "talks", "embassy"]],
  ["KENYA", ["treaty", "talks", "embassy"]],
  ["kenya agreement", ["treaty", "talks"]],
  ['"trade agreement"', ["treaty", "talks"]],
  ["trade agreement", ["treaty", "talks", "arms"]],
  ['"agreement trade"', []],
  ["laos OR brazil", ["treaty", "embassy"]],
  ["agreement laos OR peru", ["treaty", "talks", "arms"]],
  ["agreement -peru", ["treaty"]],
  ['agreement -"free trade"', ["treaty", "arms"]],
  ["agree*", ["treaty", "talks", "arms"]],
  ["agree", []],
  ['"free tra*"', []],
  ['"free tra"*', ["talks"]],
  ["peru", ["talks", "arms"]],
  ["Perú Turkiye", ["arms"]],
  ["brasilia", ["embassy"]],
  ["sao tomé", ["ocean"]],
  ["oresund", ["ocean"]],
  ["Kenya's", ["embassy"]],
  ["U.S.", ["ocean"]],
  ["1,200", ["ocean"]],
  ["200", ["ocean"]],
  ["关系", ["chinese"]],
  ["系关", []],
  ["κυπρος", ["greek"]],
  ["tr*", ["treaty", "talks", "arms"]],
  ["sign", []],
  ["signed", ["treaty"]],
  ["and", ["treaty", "talks", "arms"]],
  ["“free trade”", ["talks"]],
  ["\u2212peru agreement", ["treaty"]],
  ["kenya NOT peru", ["treaty", "embassy"]],
  ["agreement AND laos", ["treaty"]],
  ["quote'd \\ & | ! <-> :* ()", []],
];

describe("a query", () => {
  it("is read as words, phrases, alternatives, exclusions and beginnings", () => {
    expect(parseQuery('trade OR arms treat* -"free trade" US-China')).toEqual({
      all: [
        [
          { words: ["trade"], prefix: false },
          { words: ["arms"], prefix: false },
        ],
        [{ words: ["treat"], prefix: true }],
        [{ words: ["us", "china"], prefix: false }],
      ],
      none: [{ words: ["free", "trade"], prefix: false }],
    });
  });
  it("takes OR at its ends for nothing, and a quotation mark that is not closed for one that is", () => {
    expect(parseQuery("OR trade OR").all).toEqual([[{ words: ["trade"], prefix: false }]]);
    expect(parseQuery('"free trade').all).toEqual([[{ words: ["free", "trade"], prefix: false }]]);
  });
  it.each(["", "-peru", "–", '""', "OR", "trade OR -peru"])("%s is refused", (text) => {
    expect(() => parseQuery(text)).toThrow(SearchQueryError);
  });
});

describeEngines("search", ({ makePlace }) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });
  afterEach(() => place.remove());
  const withRecord = <T>(work: (record: Record) => Promise<T>): Promise<T> => withRecordAt(place.address, work);
  const signed = (document: ReturnType<typeof makeDocument>, year: string | null = null) =>
    makeClaim(
      document,
      "agreement",
      "signed",
      [
        ["party", "KEN"],
        ["party", "LAO"],
      ],
      year,
    );
  const fill = async (r: Record): Promise<void> => {
    for (const [source, text, title = null] of TEXTS) {
      const document = makeDocument(text, source, { title });
      await r.store(document, [signed(document)], "x 1");
    }
  };
  const quotes = async (r: Record, query: string, options = {}) =>
    (await r.searchQuotes(query, options)).map((f) => f.entry.document.source);
  const documents = async (r: Record, query: string, options = {}) =>
    (await r.searchDocuments(query, options)).map((f) => f.document.source);

  it("finds what holds the words, over every engine the same", async () => {
    await withRecord(async (r) => {
      await fill(r);
      for (const [query, found] of CASES) {
        expect([query, ...(await quotes(r, query)).sort()]).toEqual([query, ...[...found].sort()]);
        expect([query, ...(await documents(r, query)).sort()]).toEqual([query, ...[...found].sort()]);
      }
    });
  });

  it("finds a document by its title, together with words of its text", async () => {
    await withRecord(async (r) => {
      await fill(r);
      expect(await quotes(r, "treaty")).toEqual([]);
      expect(await documents(r, "treaty")).toEqual(["treaty"]);
      expect(await documents(r, "treaty vientiane")).toEqual(["treaty"]);
      // the end of the title and the beginning of the text are no phrase
      expect(await documents(r, '"treaty kenya"')).toEqual([]);
    });
  });

  it("puts first what says it more often, closer together, in fewer words", async () => {
    await withRecord(async (r) => {
      const texts = {
        once: "Kenya and a port. Many other things stand here that have nothing to do with it at all, as one sees.",
        apart: "Kenya built a road and a bridge and then a railway and in the end also a harbour and a port.",
        close: "Kenya: port news. Many other things stand here that have nothing at all to do with it, as one sees.",
        often: "Kenya opened the port; the port of Kenya is a port.",
      };
      for (const [source, text] of Object.entries(texts)) {
        const document = makeDocument(text, source);
        await r.store(document, [signed(document)], "x 1");
      }
      for (const ask of [quotes, documents]) {
        const order = await ask(r, "kenya port");
        expect(order[0]).toBe("often");
        expect(order.indexOf("close")).toBeLessThan(order.indexOf("once"));
        expect(order.indexOf("close")).toBeLessThan(order.indexOf("apart"));
        expect(await ask(r, "kenya port", { limit: 2 })).toEqual(order.slice(0, 2));
      }
    });
  });

  it("answers with the words marked in their place, of a long text too", async () => {
    await withRecord(async (r) => {
      const filler = "Nothing of note was said that day, they wrote. ".repeat(1500);
      const text = `${filler}\nThe Accord of Nakuru was signed by Kenya.\n${filler}`;
      const document = makeDocument(text, "long");
      await r.store(document, [], "x 1");
      const [found] = await r.searchDocuments('"accord of nakuru" kenya');
      const { snippet } = found!;
      expect(text.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text);
      expect(snippet.text.length).toBeLessThanOrEqual(240);
      expect(snippet.marks.map((m) => snippet.text.slice(m.start, m.end))).toEqual(["Accord of Nakuru", "Kenya"]);
      // found once, although the words of the filler stand in every passage
      expect(await documents(r, "note")).toEqual(["long"]);
    });
  });

  it("leaves out what was retired or superseded, unless asked", async () => {
    await withRecord(async (r) => {
      const old = makeDocument("Kenya and Laos signed a treaty in 2004.", "a");
      const changed = makeDocument("Kenya and Laos signed a pact in 2005.", "a");
      await r.store(old, [signed(old, "2003")], "x 1", undefined, "2020-01-01T00:00:00.000Z");
      await r.store(old, [signed(old, "2004")], "x 2", undefined, "2020-02-01T00:00:00.000Z");
      expect((await r.searchQuotes("treaty")).map((f) => f.entry.claim.date.edtf)).toEqual(["2004"]);
      await r.store(changed, [signed(changed)], "x 2", undefined, "2020-03-01T00:00:00.000Z");
      expect(await quotes(r, "treaty")).toEqual([]);
      expect(await documents(r, "treaty")).toEqual([]);
      expect(await quotes(r, "kenya")).toEqual(["a"]);
      expect(await quotes(r, "treaty", { retired: true })).toEqual(["a", "a"]);
      expect((await r.searchDocuments("treaty", { retired: true })).map((f) => [f.document.source, f.stands])).toEqual([["a", false]]);
      expect((await r.searchQuotes("treaty", { known: "2020-01-15" })).map((f) => f.entry.claim.date.edtf)).toEqual(["2003"]);
      expect(await documents(r, "treaty", { known: "2020-02-15" })).toEqual(["a"]);
      expect(await documents(r, "treaty", { known: "2019-12-31" })).toEqual([]);
    });
  });
});
