import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { editionOf } from "../../src/record/document-rows.ts";
import type { Record } from "../../src/record/record.ts";
import { describeEngines, type Place } from "../engines/engines.ts";
import { makeClaim, makeDocument, withRecordAt } from "./fixtures.ts";

const TEXT = "Kenya and Laos signed a treaty last year.";
const claimOf = (document: Document, year: string | null) =>
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
const dated = (edtf: string, source = "a.txt") => makeDocument(TEXT, source, { date: { edtf, basis: "field" } });

describeEngines("editions", ({ makePlace }) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });
  afterEach(() => place.remove());
  const withRecord = <T>(work: (record: Record) => Promise<T>): Promise<T> => withRecordAt(place.address, work);

  describe("an edition", () => {
    const plain = makeDocument(TEXT, "a.txt");
    const section = { start: 0, end: TEXT.length, heading: "Treaties", level: 1, parent: -1 };
    it.each<[string, Partial<Document>]>([
      ["title", { title: "A treaty" }],
      ["date", { date: { edtf: "2005", basis: "field" } }],
      ["language", { language: "es" }],
      ["address", { address: "https://example.org/treaty" }],
      ["publisher", { publisher: "The Example" }],
      ["authors", { authors: ["A. Writer"] }],
      ["sections", { sections: [section] }],
      ["blocks", { blocks: [{ ...plain.blocks[0]!, role: "notice" }] }],
      ["format", { format: "mediawiki" }],
    ])("is another with another %s", async (_, more) => {
      const other = makeDocument(TEXT, "a.txt", more);
      expect(other.id).toBe(plain.id);
      expect(editionOf(other)).not.toBe(editionOf(plain));
      await withRecord(async (r) => {
        await r.store(plain, [], "x 1");
        expect(await r.isStored(other, "x 1")).toBe(false);
        expect((await r.store(other, [], "x 1")).outcome).toBe("new-version");
        expect((await r.store(other, [], "x 1")).outcome).toBe("unchanged");
        expect(await r.document("a.txt")).toEqual(other);
      });
    });

    it("is the same wherever it stands in whatever source", () => {
      const moved = makeDocument(TEXT, "b.txt", { map: [{ start: 0, end: TEXT.length, sourceStart: 90, sourceEnd: 90 + TEXT.length }] });
      expect(editionOf(moved)).toBe(editionOf(plain));
    });
  });

  describe("a corrected date", () => {
    it("makes a new version, and claims read by the old date stand no more", async () => {
      const [old, corrected] = [dated("2005-03-01"), dated("2010-03-01")];
      await withRecord(async (r) => {
        await r.store(old, [claimOf(old, "2004")], "x 1");
        expect((await r.store(corrected, [claimOf(corrected, "2009")], "x 1")).outcome).toBe("new-version");
        expect((await r.chronology("KEN", "LAO")).map((e) => [e.claim.date.edtf, e.document.date])).toEqual([["2009", "2010-03-01"]]);
        expect((await r.documents()).map((d) => [d.id, d.date, d.version, d.claims])).toEqual([[old.id, "2010-03-01", 2, 1]]);
        expect((await r.document(old.id))?.date?.edtf).toBe("2010-03-01");
        expect((await r.claimsOf(old.id)).map((c) => c.date.edtf)).toEqual(["2009"]);
        expect(await r.actors()).toEqual([
          { actor: "KEN", claims: 1 },
          { actor: "LAO", claims: 1 },
        ]);
      });
    });

    it("that is taken back brings the first version's claims back", async () => {
      const [old, corrected] = [dated("2005-03-01"), dated("2010-03-01")];
      await withRecord(async (r) => {
        await r.store(old, [claimOf(old, null)], "x 1");
        await r.store(corrected, [claimOf(corrected, null)], "x 1");
        expect((await r.store(old, [claimOf(old, null)], "x 1")).outcome).toBe("new-version");
        const [entry] = await r.chronology("KEN", "LAO");
        expect(entry?.document.date).toBe("2005-03-01");
        expect((await r.claim(entry!.claim.id))?.document.date).toBe("2005-03-01");
      });
    });
  });

  describe("one text from two sources that date it differently", () => {
    it("is two documents whose like claims are answered once", async () => {
      const [one, two] = [dated("2005", "a.txt"), dated("2010", "b.txt")];
      await withRecord(async (r) => {
        await r.store(one, [claimOf(one, null), claimOf(one, "2004")], "x 1");
        await r.store(two, [claimOf(two, null), claimOf(two, "2009")], "x 1");
        const entries = await r.chronology("KEN", "LAO");
        expect(entries.map((e) => e.claim.date.edtf)).toEqual(["2004", "2009", null]);
        expect(await r.pairs()).toEqual([{ a: "KEN", b: "LAO", claims: 3 }]);
        for (const e of entries.slice(0, 2)) {
          expect((await r.document(e.document.edition))?.source).toBe(e.document.source);
          expect((await r.claimsOf(e.document.edition)).map((c) => c.date.edtf)).toContain(e.claim.date.edtf);
        }
      });
    });
  });

  describe("documents with one source and different places", () => {
    it("are kept apart by origin and by occurrence", async () => {
      const texts = ["first", "second", "third"].map((t) => makeDocument(`${t} text`, "1"));
      const places = [
        { origin: "/x/a.jsonl", occurrence: 1 },
        { origin: "/x/a.jsonl", occurrence: 2 },
        { origin: "/x/b.jsonl", occurrence: 1 },
      ];
      await withRecord(async (r) => {
        for (const round of ["new", "unchanged"])
          for (const [i, d] of texts.entries()) expect((await r.store(d, [], "x 1", places[i])).outcome).toBe(round);
        expect((await r.documents()).map((d) => [d.source, d.origin, d.version])).toEqual([
          ["1", "/x/a.jsonl", 1],
          ["1", "/x/a.jsonl", 1],
          ["1", "/x/b.jsonl", 1],
        ]);
      });
    });
  });
});
