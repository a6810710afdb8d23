import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TABLES } from "../../src/record/copy-record.ts";
import { Record } from "../../src/record/record.ts";
import { runChancery } from "../cli/run-chancery.ts";
import { describeEngines, describePostgres, type Place, SQLITE, type TestEngine } from "../engines/engines.ts";
import { fillRecord, makeClaim, makeDocument, withRecordAt } from "./fixtures.ts";

/** All rows of all tables but the words of the index, which each engine keeps in its own way. */
async function contentOf(place: Place): Promise<{ [table: string]: unknown[] }> {
  const content: { [table: string]: unknown[] } = {};
  for (const [table, key] of TABLES) {
    const order = key.map((column) => `"${column}"`).join(", ");
    const rows = await place.run(`select * from "${table}" order by ${order}`);
    // this client reads numbers of eight bytes as text, and sees U+0000 as PostgreSQL keeps it
    const plain = (value: unknown): string | null => (value === null ? null : String(value).replaceAll("\uffff", "\u0000"));
    content[table] = rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])));
  }
  return content;
}

const QUERIES = ["treaty", '"signed a"', "kenya -peru", "acc*", "nakuru OR lima"];

async function answersOf(address: string): Promise<unknown> {
  const record = await Record.open(address);
  try {
    return {
      documents: await record.documents(),
      chronology: await record.chronology("KEN", "LAO"),
      before: await record.chronology("KEN", "LAO", { known: "2024-01-15" }),
      actors: await record.actors(),
      pairs: await record.pairs(),
      origins: await record.origins(),
      quotes: await Promise.all(QUERIES.map((q) => record.searchQuotes(q))),
      retired: await Promise.all(QUERIES.map((q) => record.searchQuotes(q, { retired: true }))),
      found: await Promise.all(QUERIES.map((q) => record.searchDocuments(q))),
      faults: await record.findFaults(),
    };
  } finally {
    await record.close();
  }
}

function suite(one: TestEngine, other: TestEngine): void {
  let places: Place[];
  beforeEach(async () => {
    places = [await one.makePlace(), await other.makePlace(), await one.makePlace()];
  });
  afterEach(async () => {
    for (const place of places) await place.remove();
  });
  const copy = async (from: Place, to: Place): Promise<{ readonly [table: string]: number }> => {
    const { code, err, out } = await runChancery(["copy", from.address, to.address, "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    return JSON.parse(out);
  };

  it("loses nothing there and back: rows, numbers, times, order, answers", async () => {
    const [first, second, third] = places as [Place, Place, Place];
    await withRecordAt(first.address, fillRecord);
    const copied = await copy(first, second);
    expect(copied).toMatchObject({ claim: (await contentOf(first)).claim!.length });
    expect(await contentOf(second)).toEqual(await contentOf(first));
    await copy(second, third);
    expect(await contentOf(third)).toEqual(await contentOf(first));
    const answers = await answersOf(first.address);
    expect(await answersOf(second.address)).toEqual(answers);
    expect(await answersOf(third.address)).toEqual(answers);
  });

  it("makes a record that is written to like any other", async () => {
    const [first, second] = places as [Place, Place];
    await withRecordAt(first.address, fillRecord);
    await copy(first, second);
    for (const { address } of [first, second])
      await withRecordAt(address, async (r) => {
        const more = makeDocument("Kenya and Laos signed a charter in 2019.", "z.txt");
        const claim = makeClaim(
          more,
          "agreement",
          "signed",
          [
            ["party", "KEN"],
            ["party", "LAO"],
          ],
          "2019",
        );
        await r.store(more, [claim], "x 2", undefined, "2024-05-01T00:00:00.000Z");
      });
    expect(await contentOf(second)).toEqual(await contentOf(first));
  });

  it("refuses a target that holds anything, and leaves it as it was", async () => {
    const [first, second] = places as [Place, Place];
    for (const { address } of [first, second]) await withRecordAt(address, fillRecord);
    const before = await contentOf(second);
    const { code, err } = await runChancery(["copy", first.address, second.address]);
    expect(code).toBe(3);
    expect(err).toContain(second.address);
    expect(err).toContain("holds something already");
    expect(await contentOf(second)).toEqual(before);
    const itself = await runChancery(["copy", first.address, first.address]);
    expect(itself.code).toBe(3);
  });
}

describeEngines("copying within one engine", (engine) => suite(engine, engine));
describePostgres("copying from SQLite", (postgres) => describe("and back", () => suite(SQLITE, postgres)));

describeEngines("the tables that are copied", ({ kind, makePlace }) => {
  it("are all there are, each after those it points to", async () => {
    const place = await makePlace();
    try {
      await withRecordAt(place.address, async () => {});
      const all = await place.run(
        kind === "sqlite"
          ? "select name from sqlite_schema where type = 'table' and name not like '%\\_words%' escape '\\'"
          : "select tablename as name from pg_tables where schemaname = current_schema() and tablename not like '%\\_words'",
      );
      expect(TABLES.map(([table]) => table as string).sort()).toEqual(all.map((r) => String(r.name)).sort());
    } finally {
      await place.remove();
    }
  });
});
