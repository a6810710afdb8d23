import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { describeEngines, type Place } from "../engines/engines.ts";
import { makeClaim, makeDocument, withRecordAt } from "./fixtures.ts";

const first = makeDocument("Kenya and Laos signed a treaty in 2004.", "a.txt", {
  title: "One",
  date: { edtf: "2004-05-01", basis: "field" },
});
const treaty = makeClaim(
  first,
  "agreement",
  "signed",
  [
    ["party", "KEN"],
    ["party", "LAO"],
  ],
  "2004",
);
const opened = makeClaim(
  first,
  "mission",
  "begins",
  [
    ["sender", "KEN"],
    ["host", "LAO"],
  ],
  null,
);

describeEngines("a record", ({ makePlace }) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });
  afterEach(() => place.remove());
  const withRecord = <T>(work: (record: Record) => Promise<T>): Promise<T> => withRecordAt(place.address, work);

  it("gives back what it was given, also after it was closed", async () => {
    await withRecord((r) => r.store(first, [treaty, opened], "x 1"));
    await withRecord(async (r) => {
      expect(await r.document(first.id)).toEqual(first);
      expect(await r.document("a.txt")).toEqual(first);
      expect(await r.claimsOf(first.id)).toEqual([treaty, opened]);
      expect((await r.claim(treaty.id.slice(0, 8)))?.claim).toEqual(treaty);
      expect((await r.documents()).map((d) => [d.source, d.version, d.claims])).toEqual([["a.txt", 1, 2]]);
    });
  });

  it("is not changed by the same document again", async () => {
    await withRecord(async (r) => {
      expect((await r.store(first, [treaty], "x 1")).outcome).toBe("new");
      expect((await r.store(first, [treaty], "x 1")).outcome).toBe("unchanged");
      expect(await r.isStored(first, "x 1")).toBe(true);
      expect(await r.isStored(first, "x 2")).toBe(false);
      expect(await r.chronology("KEN", "LAO")).toHaveLength(1);
    });
  });

  it("makes a changed document a new version and answers from it alone", async () => {
    const changed = makeDocument("Kenya and Laos signed a treaty in 2005.", "a.txt");
    const later = makeClaim(
      changed,
      "agreement",
      "signed",
      [
        ["party", "KEN"],
        ["party", "LAO"],
      ],
      "2005",
    );
    await withRecord(async (r) => {
      await r.store(first, [treaty], "x 1");
      expect((await r.store(changed, [later], "x 1")).outcome).toBe("new-version");
      expect((await r.chronology("KEN", "LAO")).map((e) => e.claim.date.edtf)).toEqual(["2005"]);
      expect((await r.documents()).map((d) => d.version)).toEqual([2]);
      expect((await r.claim(treaty.id))?.claim.date.edtf).toBe("2004");
      expect((await r.store(first, [treaty], "x 1")).outcome).toBe("new-version");
      expect((await r.chronology("KEN", "LAO")).map((e) => e.claim.date.edtf)).toEqual(["2004"]);
    });
  });

  it("keeps the claims of an older extractor and answers from the newer", async () => {
    const better = makeClaim(
      first,
      "agreement",
      "signed",
      [
        ["party", "KEN"],
        ["party", "LAO"],
      ],
      "2004-05",
    );
    await withRecord(async (r) => {
      await r.store(first, [treaty], "x 1");
      expect((await r.store(first, [better], "x 2")).outcome).toBe("re-extracted");
      expect((await r.chronology("KEN", "LAO")).map((e) => e.claim.date.edtf)).toEqual(["2004-05"]);
      expect((await r.claim(treaty.id))?.claim.date.edtf).toBe("2004");
    });
  });

  it("orders a chronology by date, undated last, and filters it", async () => {
    const claims = ["2004", null, "1999-03-02", "198X", "2001/2003"].map((d, i) =>
      makeClaim(
        makeDocument(`text ${i}`, `${i}.txt`),
        i === 4 ? "project" : "agreement",
        "signed",
        [
          ["party", "KEN"],
          ["party", "LAO"],
        ],
        d,
      ),
    );
    await withRecord(async (r) => {
      for (const [i, c] of claims.entries()) await r.store(makeDocument(`text ${i}`, `${i}.txt`), [c], "x 1");
      const dates = async (filter = {}) => (await r.chronology("LAO", "KEN", filter)).map((e) => e.claim.date.edtf);
      expect(await dates()).toEqual(["198X", "1999-03-02", "2001/2003", "2004", null]);
      expect(await dates({ fromYear: 1990, toYear: 2002 })).toEqual(["1999-03-02", "2001/2003"]);
      expect(await dates({ types: ["project"] })).toEqual(["2001/2003"]);
      expect(await r.chronology("KEN", "JPN")).toEqual([]);
    });
  });

  it("counts actors and pairs", async () => {
    await withRecord(async (r) => {
      await r.store(first, [treaty, opened], "x 1");
      expect(await r.actors()).toEqual([
        { actor: "KEN", claims: 2 },
        { actor: "LAO", claims: 2 },
      ]);
      expect(await r.pairs()).toEqual([{ a: "KEN", b: "LAO", claims: 2 }]);
    });
  });

  it("knows which files are done", async () => {
    await withRecord(async (r) => {
      expect(await r.isFileDone("a.txt", 10, 5.5, "x 1")).toBe(false);
      await r.markFileDone("a.txt", 10, 5.5, "x 1", 1);
      expect(await r.isFileDone("a.txt", 10, 5.5, "x 1")).toBe(true);
      expect(await r.isFileDone("a.txt", 11, 5.5, "x 1")).toBe(false);
      expect(await r.isFileDone("a.txt", 10, 5.5, "x 2")).toBe(false);
    });
  });

  it("is refused when a newer Chancery made it", async () => {
    await withRecord(async () => {});
    await place.run("update meta set value = '999' where key = 'schema'");
    await expect(Record.open(place.address)).rejects.toMatchObject({ code: "newer-version", address: place.address });
    await expect(Record.open(place.address)).rejects.toThrow("Use the newer Chancery that made it");
  });
});

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chancery-record-"));
  path = join(folder, "record.chancery");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const withRecord = <T>(work: (record: Record) => Promise<T>): Promise<T> => withRecordAt(path, work);

describe("a file that is no record", () => {
  it("is refused when it is missing", async () => {
    await expect(Record.open(path)).rejects.toMatchObject({ name: "RecordError", code: "missing" });
  });
  it("is refused when it is something else", async () => {
    writeFileSync(path, "Dear diary, this is not a database at all. ".repeat(100));
    await expect(Record.open(path)).rejects.toMatchObject({ code: "not-a-record" });
  });
  it("is refused when its folder is missing", async () => {
    await expect(Record.open(join(folder, "no", "such", "record"), { create: true })).rejects.toMatchObject({ code: "no-access" });
  });
});

describe("a damaged record", () => {
  /** Overwrites a part of the file: from an offset, or from the page on which a text stands. */
  async function damage(from: number | string, bytes: number): Promise<void> {
    await withRecord(async (r) => {
      for (let i = 0; i < 50; i++) await r.store(makeDocument(`text ${i} `.repeat(200), `${i}.txt`), [], "x 1");
      expect(await r.findFaults()).toEqual([]);
    });
    const content = readFileSync(path);
    const at = typeof from === "number" ? from : 4096 * Math.floor(content.indexOf(from) / 4096);
    content.fill(0x5a, at, at + bytes);
    writeFileSync(path, content);
    rmSync(`${path}-wal`, { force: true });
  }

  it("is detected, and the damage named by table", async () => {
    await damage("text 25 text 25", 8192);
    const faults = await withRecord((r) => r.findFaults());
    expect(faults.join()).toMatch(/table document: \d+ faults?/);
  });

  it("that cannot even be opened is answered with what to do", async () => {
    await damage(100, 4000);
    const error = (await withRecord((r) => r.findFaults()).catch((e: unknown) => e)) as Error;
    expect(error).toMatchObject({ name: "RecordError", code: "damaged" });
    expect(error.message).toContain("make a copy");
    expect(error.message).toContain("new record");
    expect(error.message).toContain("--export NEW");
  });
});
