import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import type { DocumentEntry } from "../../src/record/record.ts";
import { describeEngines, type Place } from "../engines/engines.ts";
import { jsonLines, type Ran, runChancery } from "./run-chancery.ts";

/** The folder of the files that a test ingests, and the record that it ingests them into. */
let folder: string;
let record: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chancery-ingest-"));
  record = join(folder, "record.chancery");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ingest = (path: string, into = record): Promise<Ran> => runChancery(["ingest", path, "--record", into, "--json"]);
const summaryOf = ({ out }: Ran) => JSON.parse(out) as { [what: string]: number };
const years = async (): Promise<(string | null)[]> =>
  jsonLines<Claim>((await runChancery(["chronology", "KEN", "LAO", "--record", record, "--json"])).out).map((c) => c.date.edtf);
const listed = async (): Promise<DocumentEntry[]> =>
  jsonLines<DocumentEntry>((await runChancery(["documents", "--record", record, "--json"])).out);

function writeLines(name: string, lines: readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return path;
}
const treaty = (id: string, year: number, more: object = {}) => ({
  id,
  text: `Kenya and Laos signed a trade agreement in ${year}.`,
  language: "en",
  ...more,
});

describeEngines("ingest", ({ makePlace }) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
    record = place.address;
  });
  afterEach(() => place.remove());

  describe("JSON lines in a record", () => {
    it("with the same ids in two files are different documents", async () => {
      writeLines("a.jsonl", [treaty("1", 2001), treaty("2", 2002)]);
      writeLines("b.jsonl", [treaty("1", 2003), treaty("2", 2004)]);
      expect(summaryOf(await ingest(folder))).toMatchObject({ documents: 4, new: 4, "new-version": 0 });
      expect(await years()).toEqual(["2001", "2002", "2003", "2004"]);
      expect((await listed()).map((d) => [d.source, d.origin, d.version]).sort()).toEqual([
        ["1", join(folder, "a.jsonl"), 1],
        ["1", join(folder, "b.jsonl"), 1],
        ["2", join(folder, "a.jsonl"), 1],
        ["2", join(folder, "b.jsonl"), 1],
      ]);
      const before = await listed();
      // written anew, so that the files are read again
      writeLines("a.jsonl", [treaty("1", 2001), treaty("2", 2002)]);
      writeLines("b.jsonl", [treaty("1", 2003), treaty("2", 2004)]);
      expect(summaryOf(await ingest(folder))).toMatchObject({ new: 0, "new-version": 0, "re-extracted": 0, unchanged: 4, claims: 0 });
      expect(await listed()).toEqual(before);
    });

    it("with the same id in one file are kept apart and told", async () => {
      const lines = [treaty("1", 2001), treaty("1", 2002), treaty("2", 2003), treaty("1", 2004)];
      const path = writeLines("a.jsonl", lines);
      const first = await ingest(path);
      expect(first.code).toBe(0);
      expect(first.err.match(/id-repeated/g)).toHaveLength(2);
      expect(first.err).toContain(`${path} (offset `);
      expect(first.err).toContain("“1”");
      expect(summaryOf(first)).toMatchObject({ new: 4, "new-version": 0 });
      expect(await years()).toEqual(["2001", "2002", "2003", "2004"]);
      writeLines("a.jsonl", lines);
      expect(summaryOf(await ingest(path))).toMatchObject({ new: 0, "new-version": 0, unchanged: 4 });
      // a line before them changes nothing about the others
      writeLines("a.jsonl", [treaty("0", 2000), ...lines]);
      expect(summaryOf(await ingest(path))).toMatchObject({ new: 1, "new-version": 0, unchanged: 4 });
    });

    it("keep their bare id as the source of evidence", async () => {
      await ingest(writeLines("a.jsonl", [treaty("wire-7", 2001)]));
      const { out } = await runChancery(["chronology", "KEN", "LAO", "--record", record, "--json"]);
      expect(jsonLines<Claim>(out).map((c) => c.evidence.source)).toEqual(["wire-7"]);
    });

    it("with a corrected date or title become new versions", async () => {
      const text = "Kenya opened an embassy in Laos last year.";
      const path = writeLines("a.jsonl", [{ id: "1", text, date: "2005-06-01", title: "Trade", language: "en" }]);
      await ingest(path);
      expect(await years()).toEqual(["2004"]);
      writeLines("a.jsonl", [{ id: "1", text, date: "2010-06-01", title: "Trade", language: "en" }]);
      expect(summaryOf(await ingest(path))).toMatchObject({ "new-version": 1, unchanged: 0 });
      expect(await years()).toEqual(["2009"]);
      writeLines("a.jsonl", [{ id: "1", text, date: "2010-06-01", title: "Trade grows", language: "en" }]);
      expect(summaryOf(await ingest(path))).toMatchObject({ "new-version": 1 });
      expect((await listed()).map((d) => [d.title, d.date, d.version])).toEqual([["Trade grows", "2010-06-01", 3]]);
    });

    it("are the same from whatever folder their file is named", async () => {
      const path = writeLines("a.jsonl", [treaty("1", 2001)]);
      mkdirSync(join(folder, "below"));
      await ingest(path);
      for (const [name, cwd] of [
        ["a.jsonl", folder],
        ["../a.jsonl", join(folder, "below")],
      ] as const) {
        const again = await runChancery(["ingest", name, "--record", record, "--json"], { cwd });
        expect(summaryOf(again)).toMatchObject({ new: 0, "new-version": 0, unchanged: 1 });
      }
      writeFileSync(join(folder, "below", "a.jsonl"), `${JSON.stringify(treaty("1", 2002))}\n`);
      const other = await runChancery(["ingest", "a.jsonl", "--record", record, "--json"], { cwd: join(folder, "below") });
      expect(summaryOf(other)).toMatchObject({ new: 1, "new-version": 0 });
    });
  });

  describe("two ingests at once into one new record", () => {
    it("both end well, and nothing is lost", async () => {
      const count = 150;
      const lines = (from: number) => Array.from({ length: count }, (_, i) => treaty(`${i}`, from + i));
      const paths = [writeLines("a.jsonl", lines(1500)), writeLines("b.jsonl", lines(1700))];
      const both = await Promise.all(paths.map((path) => ingest(path)));
      expect(both.map(({ code, err }) => ({ code, err }))).toEqual([
        { code: 0, err: "" },
        { code: 0, err: "" },
      ]);
      expect(both.map((ran) => summaryOf(ran).new)).toEqual([count, count]);
      expect(await years()).toEqual([...lines(1500), ...lines(1700)].map((line) => line.text.match(/\d{4}/)![0]));
    }, 60_000);

    it("both end well with the same file", async () => {
      const path = writeLines(
        "a.jsonl",
        Array.from({ length: 60 }, (_, i) => treaty(`${i}`, 1600 + i)),
      );
      const both = await Promise.all([ingest(path), ingest(path)]);
      expect(both.map(({ code, err }) => ({ code, err }))).toEqual([
        { code: 0, err: "" },
        { code: 0, err: "" },
      ]);
      expect(both.reduce((sum, ran) => sum + summaryOf(ran).new!, 0)).toBe(60);
      expect(await years()).toHaveLength(60);
    }, 60_000);
  });
});

describe("the record's own files", () => {
  it("are no input when their folder is ingested", async () => {
    writeLines("a.jsonl", [treaty("1", 2001)]);
    for (const outcome of ["new", "unchanged"]) {
      const ran = await runChancery(["ingest", ".", "--record", "record.chancery", "--json"], { cwd: folder });
      expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
      expect(summaryOf(ran)).toMatchObject({ [outcome]: 1, failed: 0 });
    }
  });

  it("are no input under another name either", async () => {
    writeLines("a.jsonl", [treaty("1", 2001)]);
    const ran = await ingest(`${folder}/../${folder.split("/").at(-1)}`);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  });
});

describe("somebody else's database", () => {
  it.each(["note", "claim", "meta"])(
    "with a table %s is refused by every command and not touched",
    async (table) => {
      const path = join(folder, "theirs.db");
      const database = new DatabaseSync(path);
      database.exec(`create table ${table} (id integer primary key, value text); insert into ${table} values (1, 'x')`);
      database.close();
      const before = readFileSync(path);
      const input = writeLines("a.jsonl", [treaty("1", 2001)]);
      for (const args of [["chronology", "KEN", "LAO"], ["documents"], ["show", "c_1"], ["ingest", input]]) {
        const { code, err } = await runChancery([...args, "--record", path]);
        expect([args[0], code]).toEqual([args[0], 3]);
        expect(err).toContain(path);
        expect(err).toContain("another program");
      }
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(readdirSync(folder).sort()).toEqual(["a.jsonl", "theirs.db"]);
    },
    30_000,
  );

  it("is not made by asking a record that is not there", async () => {
    for (const args of [["chronology", "KEN", "LAO"], ["documents"], ["show", "c_1"], ["serve"], ["doctor"]])
      await runChancery([...args, "--record", record]);
    expect(existsSync(record)).toBe(false);
  }, 30_000);
});

describe("a damaged record", () => {
  it("makes doctor say what is damaged and what to do, and not send to itself", async () => {
    const path = writeLines(
      "a.jsonl",
      Array.from({ length: 40 }, (_, i) => ({ id: `${i}`, text: `Item ${i} says nothing of note. `.repeat(60), language: "en" })),
    );
    await ingest(path);
    const bytes = readFileSync(record);
    const page = 4096 * Math.floor(bytes.indexOf("Item 20 says") / 4096);
    bytes.fill(0x5a, page, page + 8192);
    writeFileSync(record, bytes);
    const { code, out } = await runChancery(["doctor", "--record", record]);
    expect(code).toBe(3);
    const said = out.split("\n").find((line) => line.includes("damaged"))!;
    expect(said).toMatch(/table document: \d+ fault/);
    expect(said).toContain(path);
    expect(said).toContain(`make a copy of ${record}`);
    expect(said).toContain("chancery ingest PATH… --record NEW");
    expect(said).toContain(`chancery doctor --record ${record} --export NEW`);
  }, 30_000);
});
