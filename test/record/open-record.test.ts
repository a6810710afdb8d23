import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { runChancery } from "../cli/run-chancery.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chancery-open-"));
  path = join(folder, "some.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeDatabase(statements: string): void {
  const database = new DatabaseSync(path);
  database.exec(statements);
  database.close();
}

/** Names and content of all that stands in the folder. */
function contentOfFolder(): string[] {
  return readdirSync(folder).map(
    (name) =>
      `${name} ${createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex")}`,
  );
}

describe("an SQLite file of another program", () => {
  it.each([
    ["with tables of its own", "create table note (body text); insert into note values ('milk')"],
    ["with a write-ahead log", "pragma journal_mode = wal; create table note (body text); insert into note values ('milk')"],
    ["with a table named claim", "create table claim (id integer, amount real)"],
    ["with a table named meta", "create table meta (k text, v text)"],
    ["with its own application id", "pragma application_id = 42; create table meta (key text, value text)"],
    ["with its own application id and no table", "pragma user_version = 1; pragma application_id = 42"],
  ])("%s is refused by name and left as it was", async (_, statements) => {
    makeDatabase(statements);
    const before = contentOfFolder();
    for (const create of [false, true]) {
      const error = await Record.open(path, { create }).catch((e: unknown) => e);
      expect(error).toMatchObject({ name: "RecordError", code: "not-a-record", address: path });
      expect((error as Error).message).toContain(path);
      expect((error as Error).message).toContain("another program");
      expect(contentOfFolder()).toEqual(before);
    }
  });

  it("is refused while that program has it open", async () => {
    const theirs = new DatabaseSync(path);
    theirs.exec("pragma journal_mode = wal; create table note (body text)");
    try {
      await expect(Record.open(path, { create: true })).rejects.toMatchObject({ code: "not-a-record" });
      expect(theirs.prepare("select name from sqlite_schema").all()).toHaveLength(1);
    } finally {
      theirs.close();
    }
  });
});

describe("opening to read", () => {
  it("makes no file where there is none", async () => {
    await expect(Record.open(path)).rejects.toMatchObject({ code: "missing" });
    expect(readdirSync(folder)).toEqual([]);
  });
  it("does not make a record of an empty file", async () => {
    writeFileSync(path, "");
    await expect(Record.open(path)).rejects.toMatchObject({ code: "not-a-record" });
    expect(readFileSync(path)).toHaveLength(0);
    expect(readdirSync(folder)).toEqual(["some.db"]);
  });
  it("refuses an empty name", async () => {
    for (const create of [false, true]) await expect(Record.open("", { create })).rejects.toMatchObject({ code: "missing" });
  });
  it("refuses a folder", async () => {
    await expect(Record.open(folder)).rejects.toMatchObject({ code: "not-a-record" });
  });
  it("changes nothing in a record", async () => {
    await (await Record.open(path, { create: true })).close();
    const before = contentOfFolder();
    const record = await Record.open(path);
    expect(await record.documents()).toEqual([]);
    await record.close();
    expect(contentOfFolder()).toEqual(before);
  });
});

describe("opening to write", () => {
  it("fills an empty file", async () => {
    writeFileSync(path, "");
    await (await Record.open(path, { create: true })).close();
    await (await Record.open(path)).close();
  });
  it("marks a record in its first bytes, also before the log is written back", async () => {
    const record = await Record.open(path, { create: true });
    expect(readFileSync(path).toString("latin1", 68, 72)).toBe("Chcy");
    await record.close();
  });
});

describe("a record from before records were marked", () => {
  /** Has another program write more into it than fits into its memory, and leaves that unfinished. */
  async function beginWriting(): Promise<DatabaseSync> {
    await (await Record.open(path, { create: true })).close();
    const writer = new DatabaseSync(path);
    writer.exec("pragma journal_mode = delete; pragma application_id = 0; pragma cache_size = 5");
    const size = statSync(path).size;
    writer.exec("begin immediate; create table much (line text); create table more (line text)");
    for (let i = 0; i < 300; i++) writer.prepare("insert into much values (?)").run("x".repeat(900));
    expect(statSync(path).size).toBeGreaterThan(size);
    return writer;
  }

  it("is looked at when another process has done writing", async () => {
    const writer = await beginWriting();
    const answer = runChancery(["documents", "--json", "--record", path]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    writer.exec("commit");
    writer.close();
    expect(await answer).toMatchObject({ code: 0, err: "" });
  });

  it("is opened where a write was cut short, as it was before that write", async () => {
    const writer = await beginWriting();
    const left = join(folder, "left.db");
    for (const ending of ["", "-journal"]) copyFileSync(path + ending, left + ending);
    writer.exec("rollback");
    writer.close();
    const record = await Record.open(left);
    expect(await record.documents()).toEqual([]);
    await record.close();
    const database = new DatabaseSync(left);
    expect(database.prepare("select name from sqlite_schema where name = 'much'").all()).toEqual([]);
    database.close();
  });
});
