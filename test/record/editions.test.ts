import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { editionOf } from "../../src/record/document-rows.ts";
import { FIRST_TABLES } from "../../src/record/migrations/first-tables.ts";
import { Record } from "../../src/record/record.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chancery-editions-"));
  path = join(folder, "record.chancery");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withRecord<T>(work: (record: Record) => Promise<T>): Promise<T> {
  const record = await Record.open(path, { create: true });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

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

describe("a record of schema 1", () => {
  const document = makeDocument(TEXT, "wire-1", { date: { edtf: "2005", basis: "field" }, title: "Wire" });
  const claim = claimOf(document, "2004");

  function makeFirstSchema(): void {
    const database = new DatabaseSync(path);
    database.exec("pragma journal_mode = wal; create table meta (key text primary key, value text not null)");
    for (const statement of FIRST_TABLES) database.exec(statement as string);
    database.exec("insert into meta values ('schema', '1')");
    const { blocks, sections, tables, links, citations, map, mapUnit, parts, diagnostics } = document;
    const now = "2024-01-01T00:00:00.000Z";
    database
      .prepare("insert into document values (?, 'text', 'Wire', '[]', '2005', 'field', 'en', null, null, ?, ?, ?)")
      .run(document.id, TEXT, JSON.stringify({ blocks, sections, tables, links, citations, map, mapUnit, parts, diagnostics }), now);
    database.prepare("insert into reading values (1, 'wire-1', ?, 3, ?, null)").run(document.id, now);
    database.prepare("insert into extraction values (1, ?, 'x 1', 1, ?, null)").run(document.id, now);
    database
      .prepare(
        `insert into claim values (1, ?, ?, 1, 'agreement', 'signed', 'actual', '2004', '2004', 'stated', '2004-01-01', '2004-12-31', null, null, '{}',
          'SUPPORT', null, 0, ?, ?, null, 'test/rule', 0.9, ?, null)`,
      )
      .run(claim.id, document.id, TEXT.length, TEXT, now);
    database.exec("insert into participant values (1, 0, 'party', 'KEN', 'KEN', null, null, null)");
    database.exec("insert into participant values (1, 1, 'party', 'LAO', 'LAO', null, null, null)");
    database.close();
  }

  it("is brought up to date with all that it holds", async () => {
    makeFirstSchema();
    const record = await Record.open(path);
    expect(await record.document(document.id)).toEqual(document);
    expect((await record.chronology("KEN", "LAO")).map((e) => e.claim)).toEqual([claim]);
    expect((await record.documents()).map((d) => [d.source, d.origin, d.version, d.edition])).toEqual([
      ["wire-1", null, 3, editionOf(document)],
    ]);
    await record.close();
    const database = new DatabaseSync(path, { readOnly: true });
    expect(database.prepare("pragma foreign_key_check").all()).toEqual([]);
    expect(database.prepare("pragma application_id").get()).toEqual({ application_id: 0x43686379 });
    database.close();
  });

  it("takes a source that is met again for what it was, once", async () => {
    makeFirstSchema();
    await withRecord(async (r) => {
      const [here, there] = ["/x/a.jsonl", "/x/b.jsonl"].map((origin) => ({ origin, occurrence: 1 }));
      expect((await r.store(document, [claim], "x 1", here)).outcome).toBe("unchanged");
      expect((await r.store(document, [claim], "x 1", there)).outcome).toBe("new");
      expect((await r.documents()).map((d) => [d.origin, d.version])).toEqual([
        ["/x/a.jsonl", 3],
        ["/x/b.jsonl", 1],
      ]);
    });
  });
});
