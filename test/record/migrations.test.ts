import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import type { Document } from "../../src/document/document.ts";
import { editionOf } from "../../src/record/document-rows.ts";
import { MIGRATIONS } from "../../src/record/migrations/migrations.ts";
import { Record } from "../../src/record/record.ts";
import { runChancery } from "../cli/run-chancery.ts";
import { describeEngines, type Place } from "../engines/engines.ts";
import { makeClaim, makeDocument, withRecordAt } from "./fixtures.ts";

const FIRST_DAY = "2024-01-01T00:00:00.000Z";
const SECOND_DAY = "2024-02-01T00:00:00.000Z";

const signed = (document: Document, year: string): Claim =>
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
const wire = makeDocument("Kenya and Laos signed a treaty last year.", "wire-1", {
  date: { edtf: "2005", basis: "field" },
  title: "Wire",
});
const before = makeDocument("Kenya and Laos will sign a pact.", "b.txt");
const after = makeDocument("Kenya and Laos signed a pact in 2006.", "b.txt");
/** What an earlier Chancery left: a claim that was retired, one that stands, and one whose text was replaced. */
const [retired, standing, replaced, current] = [signed(wire, "2003"), signed(wire, "2004"), signed(before, "2006"), signed(after, "2006")];

const quoted = (value: string | number | null): string =>
  value === null ? "null" : typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;

function insert(table: string, columns: string, rows: readonly (readonly (string | number | null)[])[]): string {
  return `insert into ${table} (${columns}) values ${rows.map((r) => `(${r.map(quoted).join(", ")})`).join(", ")}`;
}

/** The statements that make a record of an earlier schema with two documents, one of them in two versions. */
function releasedRecord(version: 1 | 2 | 3 | 4, kind: "sqlite" | "postgres"): string {
  const schema = readFileSync(join(import.meta.dirname, "released", `${version}.${kind}.sql`), "utf8").replace(/^--.*\n/, "");
  const name = (d: Document): string => (version === 1 ? d.id : editionOf(d));
  const named = version === 1 ? "document" : "edition";
  const documentRow = (d: Document, day: string) => {
    const { blocks, sections, tables, links, citations, map, mapUnit, parts, diagnostics } = d;
    const structure = JSON.stringify({ blocks, sections, tables, links, citations, map, mapUnit, parts, diagnostics });
    const known = [
      d.format,
      d.title,
      JSON.stringify(d.authors),
      d.date?.edtf ?? null,
      d.date?.basis ?? null,
      d.language,
      d.address,
      d.publisher,
    ];
    return [...(version === 1 ? [d.id] : [editionOf(d), d.id]), ...known, d.text, structure, day];
  };
  const claimRow = (row: number, claim: Claim, d: Document, extraction: number, day: string, end: string | null) => [
    ...[row, claim.id, name(d), extraction, claim.type, claim.phase, claim.factuality, claim.date.edtf, claim.date.text, claim.date.basis],
    ...[`${claim.date.edtf}-01-01`, `${claim.date.edtf}-12-31`, null, null, "{}", "SUPPORT", null, 0, d.text.length, d.text, null],
    ...["test/rule", 0.9, day, end],
  ];
  const place = version === 1 ? "" : "origin, occurrence, ";
  const placeOf = (origin: string) => (version === 1 ? [] : [origin, 1]);
  const claims = [retired, standing, replaced, current];
  return [
    schema,
    insert("meta", "key, value", [["schema", String(version)]]),
    insert(
      "document",
      `${version === 1 ? "id" : "edition, id"}, format, title, authors, date, date_basis, language, address, publisher, text, structure, recorded_at`,
      [documentRow(wire, FIRST_DAY), documentRow(before, FIRST_DAY), documentRow(after, SECOND_DAY)],
    ),
    insert("reading", `id, ${place}source, ${named}, version, recorded_at, superseded_at`, [
      [1, ...placeOf("/x/wire.jsonl"), "wire-1", name(wire), 1, FIRST_DAY, null],
      [2, ...placeOf("/x/b.txt"), "b.txt", name(before), 1, FIRST_DAY, SECOND_DAY],
      [3, ...placeOf("/x/b.txt"), "b.txt", name(after), 2, SECOND_DAY, null],
    ]),
    insert("file", "path, size, modified, extractor, documents, read_at", [["/x/b.txt", 10, 5.5, "x 2", 1, SECOND_DAY]]),
    insert("extraction", `id, ${named}, extractor, claims, recorded_at, retired_at`, [
      [1, name(wire), "x 1", 1, FIRST_DAY, SECOND_DAY],
      [2, name(wire), "x 2", 1, SECOND_DAY, null],
      [3, name(before), "x 1", 1, FIRST_DAY, null],
      [4, name(after), "x 2", 1, SECOND_DAY, null],
    ]),
    insert(
      "claim",
      `row, id, ${named}, extraction, type, phase, factuality, date_edtf, date_text, date_basis, valid_from, valid_to, place_text, place_actor, details,
        plover_event, plover_mode, start, "end", quote, section, rule, confidence, recorded_at, retired_at`,
      [
        claimRow(1, retired!, wire, 1, FIRST_DAY, SECOND_DAY),
        claimRow(2, standing!, wire, 2, SECOND_DAY, null),
        claimRow(3, replaced!, before, 3, FIRST_DAY, null),
        claimRow(4, current!, after, 4, SECOND_DAY, null),
      ],
    ),
    insert(
      "participant",
      "claim, position, role, actor, text, person, office, body",
      claims.flatMap((_, i) => ["KEN", "LAO"].map((actor, position) => [i + 1, position, "party", actor, actor, null, null, null])),
    ),
    ...(version > 2 ? searchOfSchema3(kind) : []),
    ...(version === 3 ? indexesOfSchema3() : version === 4 ? indexesOfSchema4() : []),
  ].join(";\n");
}

/** Where schema 3 kept the words of the claims and documents above. */
function searchOfSchema3(kind: "sqlite" | "postgres"): string[] {
  const documents = [wire, before, after];
  const words = (text: string): string => text.toLowerCase().replaceAll(".", "");
  const vector = (text: string): string => `to_tsvector('simple', ${quoted(words(text))})`;
  const quotes = [wire, wire, before, after].map((d) => d.text);
  return [
    insert(
      "passage",
      'id, edition, start, "end"',
      documents.map((d, i) => [i + 1, editionOf(d), 0, d.text.length]),
    ),
    ...(kind === "sqlite"
      ? [
          insert(
            "passage_words",
            "rowid, title, words",
            documents.map((d, i) => [i + 1, words(d.title ?? ""), words(d.text)]),
          ),
          insert(
            "quote_words",
            "rowid, words",
            quotes.map((text, i) => [i + 1, words(text)]),
          ),
        ]
      : [
          `insert into passage_words (id, words) values ${documents.map((d, i) => `(${i + 1}, ${vector(`${d.title ?? ""} ${d.text}`)})`).join(", ")}`,
          `insert into quote_words (id, words) values ${quotes.map((text, i) => `(${i + 1}, ${vector(text)})`).join(", ")}`,
        ]),
  ];
}

/** What schema 3 kept beside the claims above. */
function indexesOfSchema3(): string[] {
  const claims = [retired!, standing!, replaced!, current!];
  return [
    insert(
      "dyad",
      "a, b, valid_from, valid_to, claim",
      claims.map((c, i) => ["KEN", "LAO", `${c.date.edtf}-01-01`, `${c.date.edtf}-12-31`, i + 1]),
    ),
    insert(
      "standing_total",
      "type, a, b, claims",
      ["", "agreement"].flatMap((type) => [
        [type, "KEN", "", 2],
        [type, "LAO", "", 2],
        [type, "KEN", "LAO", 2],
      ]),
    ),
  ];
}

/** The same of schema 4. */
function indexesOfSchema4(): string[] {
  const claims = [retired!, standing!, replaced!, current!];
  return [
    insert(
      "dyad",
      'a, b, valid_from, valid_to, claim, id, extraction, type, phase, factuality, edtf, roles, start, "end", details, person',
      claims.map((c, i) => [
        ...["KEN", "LAO", `${c.date.edtf}-01-01`, `${c.date.edtf}-12-31`, i + 1, c.id, i + 1, c.type, c.phase, c.factuality, c.date.edtf],
        ...["party:party", c.evidence.start, c.evidence.end, null, null],
      ]),
    ),
    insert("standing_total", "a, b, claims, changes", [
      ["KEN", "", 2, 4],
      ["LAO", "", 2, 4],
      ["KEN", "LAO", 2, 4],
    ]),
  ];
}

describeEngines("migrations", ({ kind, makePlace }) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });
  afterEach(() => place.remove());
  const versionOf = async (): Promise<unknown> => (await place.run("select value from meta where key = 'schema'"))[0]?.value;
  const shape = async (): Promise<unknown> =>
    place.run(
      kind === "sqlite"
        ? `select m.type, m.name, c.name as "column", c.type as kind, c."notnull" from sqlite_schema m left join pragma_table_info(m.name) c
             where m.name not like 'sqlite_%' order by 1, 2, 3`
        : `select table_name as name, column_name as "column", data_type as kind, is_nullable, collation_name, '' as definition
             from information_schema.columns where table_schema = current_schema()
           union all select tablename, indexname, '', '', '', indexdef from pg_indexes where schemaname = current_schema() order by 1, 2`,
    );

  describe.each([1, 2, 3, 4] as const)("of a record of schema %i", (version) => {
    it("keep all that it holds", async () => {
      await place.run(releasedRecord(version, kind));
      await withRecordAt(place.address, async (r) => {
        expect(await r.document(editionOf(wire))).toEqual(wire);
        expect(await r.document(editionOf(before))).toMatchObject({ text: before.text });
        expect((await r.chronology("KEN", "LAO")).map((e) => e.claim)).toEqual([standing, current]);
        const then = await r.chronology("KEN", "LAO", { known: "2024-01-15" });
        // which was to be retired nobody knew on that day
        expect(then.map((e) => [e.claim.id, e.retiredAt])).toEqual([
          [retired!.id, null],
          [replaced!.id, null],
        ]);
        expect((await r.claim(retired!.id))?.retiredAt).toBe(SECOND_DAY);
        expect((await r.documents()).map((d) => [d.source, d.origin, d.version, d.edition, d.claims])).toEqual([
          ["wire-1", version === 1 ? null : "/x/wire.jsonl", 1, editionOf(wire), 1],
          ["b.txt", version === 1 ? null : "/x/b.txt", 2, editionOf(after), 1],
        ]);
        // schema 1 kept paths as they were given, which says nothing in another folder
        expect(await r.isFileDone("/x/b.txt", 10, 5.5, "x 2")).toBe(version > 1);
        expect(await r.findFaults()).toEqual([]);
      });
      expect(await versionOf()).toBe(String(MIGRATIONS.length));
      if (kind === "sqlite") {
        expect(await place.run("pragma foreign_key_check")).toEqual([]);
        expect(await place.run("pragma application_id")).toEqual([{ application_id: 0x43686379 }]);
      }
    });

    it("make its texts searchable", async () => {
      await place.run(releasedRecord(version, kind));
      await withRecordAt(place.address, async (r) => {
        expect((await r.searchQuotes("pact")).map((f) => f.entry.claim.id)).toEqual([current!.id]);
        expect(await r.searchQuotes("pact", { retired: true })).toHaveLength(2);
        expect((await r.searchDocuments("wire treaty")).map((f) => f.document.edition)).toEqual([editionOf(wire)]);
      });
    });

    it("let it be written to afterwards", async () => {
      await place.run(releasedRecord(version, kind));
      const more = makeDocument("Kenya and Laos signed an accord in 2009.", "c.txt");
      await withRecordAt(place.address, async (r) => {
        expect((await r.store(more, [signed(more, "2009")], "x 2")).outcome).toBe("new");
        expect((await r.store(wire, [standing!], "x 2", { origin: "/x/wire.jsonl", occurrence: 1 })).outcome).toBe("unchanged");
        expect((await r.store(wire, [standing!], "x 3", { origin: "/x/wire.jsonl", occurrence: 1 })).outcome).toBe("re-extracted");
        expect((await r.chronology("KEN", "LAO")).map((e) => e.claim.date.edtf)).toEqual(["2004", "2006", "2009"]);
      });
    });

    it("give it the tables, columns and indexes of a new record", async () => {
      await place.run(releasedRecord(version, kind));
      await withRecordAt(place.address, async () => {});
      const migrated = await shape();
      await place.remove();
      place = await makePlace();
      await withRecordAt(place.address, async () => {});
      expect(migrated).toEqual(await shape());
    });

    it("are made once when several processes begin them", async () => {
      await place.run(releasedRecord(version, kind));
      const all = await Promise.all([1, 2, 3].map(() => runChancery(["documents", "--json", "--record", place.address])));
      expect(all.map(({ code, err }) => ({ code, err }))).toEqual([1, 2, 3].map(() => ({ code: 0, err: "" })));
      expect(new Set(all.map(({ out }) => out)).size).toBe(1);
      expect(await versionOf()).toBe(String(MIGRATIONS.length));
    });

    it("that fail leave it as it was", async () => {
      await place.run(releasedRecord(version, kind));
      // stands in the way of a later step
      const column = version === 3 ? "extraction" : "id";
      await place.run(version < 3 ? "create table passage (mine integer)" : `alter table claim rename column ${column} to mine`);
      const was = await shape();
      await expect(Record.open(place.address)).rejects.toThrow(version < 3 ? /passage/ : new RegExp(`"?${column}"?`));
      expect(await shape()).toEqual(was);
      expect(await versionOf()).toBe(String(version));
      await place.run(version < 3 ? "drop table passage" : `alter table claim rename column mine to ${column}`);
      await withRecordAt(place.address, async (r) => expect(await r.documents()).toHaveLength(2));
    });
  });

  it("of schema 1 let a source that is met again be taken for what it was, once", async () => {
    await place.run(releasedRecord(1, kind));
    const [here, there] = ["/y/a.jsonl", "/y/b.jsonl"].map((origin) => ({ origin, occurrence: 1 }));
    await withRecordAt(place.address, async (r) => {
      expect((await r.store(wire, [standing!], "x 2", here)).outcome).toBe("unchanged");
      expect((await r.store(wire, [standing!], "x 2", there)).outcome).toBe("new");
      expect((await r.documents()).filter((d) => d.source === "wire-1").map((d) => [d.origin, d.version])).toEqual([
        ["/y/a.jsonl", 1],
        ["/y/b.jsonl", 1],
      ]);
    });
  });
});
