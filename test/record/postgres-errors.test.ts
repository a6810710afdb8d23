import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { hidePassword, isServerAddress } from "../../src/record/address.ts";
import { explainPostgresError } from "../../src/record/postgres-errors.ts";
import { Record } from "../../src/record/record.ts";
import { runChancery, startChancery } from "../cli/run-chancery.ts";
import { addressOf, describePostgres, type Place } from "../engines/engines.ts";
import { GUARDED, PASSWORD } from "../engines/postgres-server.ts";
import { makeDocument, withRecordAt } from "./fixtures.ts";

describe("an address", () => {
  it.each([
    ["postgres://ann:secret@db.example.org:5433/wire?sslmode=require", "postgres://ann@db.example.org:5433/wire?sslmode=require"],
    ["postgresql://ann:s:e/c@ret@db/wire", "postgresql://ann@db/wire"],
    ["postgres:///wire?host=/run/pg&password=secret", "postgres:///wire?host=/run/pg"],
    ["postgres://db/wire?password=secret", "postgres://db/wire"],
    ["postgres://ann@/wire?host=/run/pg", "postgres://ann@/wire?host=/run/pg"],
    ["record:a@b.chancery", "record:a@b.chancery"],
  ])("%s is shown without its password", (address, shown) => expect(hidePassword(address)).toBe(shown));
  it("of a file is any that is none of a server", () => {
    expect(["postgres://x", "PostgreSQL://x"].every(isServerAddress)).toBe(true);
    expect(["a.chancery", "postgres.db", "./postgres://x"].some(isServerAddress)).toBe(false);
  });
});

describe("an error of PostgreSQL", () => {
  it.each([
    ["53100", "could not extend file", "no-space"],
    ["XX001", "invalid page in block 3 of relation base/5/16400", "damaged"],
    ["57P01", "terminating connection due to administrator command", "lost"],
    ["57P03", "the database system is starting up", "busy"],
    ["55P03", "canceling statement due to lock timeout", "busy"],
    ["40P01", "deadlock detected", "busy"],
    ["25006", "cannot execute INSERT in a read-only transaction", "no-access"],
    ["42501", "permission denied for schema public", "no-access"],
    ["", "Connection terminated unexpectedly", "lost"],
  ])("%s %s is told as %s", (code, message, expected) => {
    const error = Object.assign(new Error(message), code ? { code } : {});
    expect(explainPostgresError(error, "postgres://db/wire")).toMatchObject({ name: "RecordError", code: expected });
  });
  it("of Chancery's own making stays what it is", () => {
    const error = Object.assign(new Error("syntax error"), { code: "42601" });
    expect(explainPostgresError(error, "postgres://db/wire")).toBe(error);
  });
});

describePostgres("a database that cannot be had", ({ makePlace }) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });
  afterEach(() => place.remove());
  /** Opens it and gives the error, which names the address and no password. */
  const refusal = async (address: string): Promise<{ code: string; message: string }> => {
    for (const create of [false, true]) {
      const error = await Record.open(address, { create }).catch((e: unknown) => e);
      expect(error).toMatchObject({ name: "RecordError", address: hidePassword(address) });
      expect((error as Error).message).toContain(hidePassword(address));
      expect((error as Error).message).not.toContain(encodeURIComponent(PASSWORD));
      if (create) return error as Error & { code: string };
    }
    throw new Error("never");
  };
  const database = (): string => new URL(place.address).pathname.slice(1);

  it("because no server listens there", async () => {
    expect(await refusal("postgres://ann:open%20sesame@127.0.0.1:1/wire")).toMatchObject({ code: "unreachable" });
    expect(await refusal("postgres:///wire?host=/nowhere")).toMatchObject({ code: "unreachable" });
    expect(await refusal("postgres://ann@no-such-host.invalid/wire")).toMatchObject({ code: "unreachable" });
  });
  it("because the address is none", async () => {
    expect(await refusal("postgres://ann@host:port/wire")).toMatchObject({ code: "unreachable" });
  });
  it("because the password is wrong or missing", async () => {
    const wrong = await refusal(addressOf(database(), `${GUARDED}:wrong`));
    expect(wrong).toMatchObject({ code: "refused" });
    expect(wrong.message).toContain("PGPASSWORD");
    expect(wrong.message).not.toContain("wrong");
    expect(await refusal(addressOf(database(), GUARDED))).toMatchObject({ code: "refused" });
    await withRecordAt(addressOf(database(), `${GUARDED}:${encodeURIComponent(PASSWORD)}`), async (r) => {
      expect(r.address).toBe(addressOf(database(), GUARDED));
    });
  });
  it("because there is none of that name", async () => {
    const error = await refusal(addressOf("no_such_database"));
    expect(error).toMatchObject({ code: "missing" });
    expect(error.message).toContain('database "no_such_database" does not exist');
  });
  it("because it is another program's, which is left as it was", async () => {
    await place.run("create table note (body text); create table claim (amount integer)");
    const error = await refusal(place.address);
    expect(error).toMatchObject({ code: "not-a-record" });
    expect(error.message).toContain("claim, note");
    expect(await place.run("select tablename from pg_tables where schemaname = 'public' order by 1")).toEqual([
      { tablename: "claim" },
      { tablename: "note" },
    ]);
  });
  it("because its encoding cannot hold every text", async () => {
    const name = `${database()}_latin`;
    await place.run(`create database ${name} encoding 'LATIN1' template template0`);
    try {
      const error = await refusal(addressOf(name));
      expect(error).toMatchObject({ code: "unsupported" });
      expect(error.message).toContain("LATIN1");
    } finally {
      await place.run(`drop database ${name}`);
    }
  });
  it("because this user may not write there", async () => {
    await place.run(`drop role if exists reader; create role reader login; revoke create on schema public from public`);
    const address = place.address.replace(/\/\/\w+@/, "//reader@");
    await expect(Record.open(address, { create: true })).rejects.toMatchObject({ code: "no-access" });
    await withRecordAt(place.address, async () => {});
    await place.run("grant select on all tables in schema public to reader");
    const record = await Record.open(address);
    expect(await record.documents()).toEqual([]);
    await expect(record.store(makeDocument("text", "a"), [], "x 1")).rejects.toMatchObject({ code: "no-access" });
    await record.close();
  });
  it("is told on the command line with exit code 3", async () => {
    for (const args of [["documents"], ["chronology", "KEN", "LAO"], ["search", "x"], ["doctor"]]) {
      const { code, out, err } = await runChancery([...args, "--record", "postgres://ann:open%20sesame@127.0.0.1:1/wire"]);
      expect([args[0], code]).toEqual([args[0], 3]);
      expect(out + err).toContain("postgres://ann@127.0.0.1:1/wire: no PostgreSQL server answers there (ECONNREFUSED)");
      expect(out + err).not.toContain("sesame");
    }
    const missing = await runChancery(["documents"], { env: { CHANCERY_RECORD: place.address } });
    expect(missing.code).toBe(3);
    expect(missing.err).toContain(`${place.address}: there is no record in this database`);
  });
});

describePostgres("a connection that is lost", ({ makePlace }) => {
  let place: Place;
  let folder: string;
  beforeEach(async () => {
    place = await makePlace();
    folder = mkdtempSync(join(tmpdir(), "chancery-lost-"));
  });
  afterEach(async () => {
    await place.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const cut = async (): Promise<number> => {
    const database = new URL(place.address).pathname.slice(1);
    const client = new pg.Client(addressOf("postgres"));
    await client.connect();
    const { rows } = await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'chancery'",
      [database],
    );
    await client.end();
    return rows.length;
  };

  it("between two questions is made anew", async () => {
    await withRecordAt(place.address, async (r) => {
      await r.store(makeDocument("text", "a"), [], "x 1");
      expect(await cut()).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await r.documents()).toHaveLength(1);
    });
  });

  it("in the middle of an ingest is told, keeps what was stored, and the next ingest goes on", async () => {
    const lines = Array.from({ length: 300 }, (_, i) => ({
      id: `${i}`,
      text: `Kenya and Laos signed a trade agreement in ${1700 + i}.`,
      language: "en",
    }));
    const path = join(folder, "a.jsonl");
    writeFileSync(path, lines.map((l) => JSON.stringify(l)).join("\n"));
    const child = startChancery(["ingest", path, "--record", place.address, "--workers", "1"]);
    let err = "";
    child.stderr!.setEncoding("utf8").on("data", (s: string) => {
      err += s;
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const stored = async (): Promise<number> => {
      const rows = await place.run("select count(*)::int as n from document").catch(() => []);
      return Number(rows[0]?.n ?? 0);
    };
    // a question under way is cut off, not only an idle connection: cut until the command gives up
    while ((await stored()) < 5) await new Promise((resolve) => setTimeout(resolve, 10));
    let over = false;
    void ended.then(() => {
      over = true;
    });
    while (!over) await cut();
    const code = await ended;
    const before = await stored();
    if (code !== 0) {
      expect(code).toBe(3);
      expect(err).toContain(`${place.address}: the connection to the server was lost`);
      expect(err).toContain("it goes on where it stopped");
    }
    const again = await runChancery(["ingest", path, "--record", place.address, "--json"]);
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(again.out)).toMatchObject({ new: 300 - before, unchanged: before });
    await withRecordAt(place.address, async (r) => expect(await r.chronology("KEN", "LAO")).toHaveLength(300));
  }, 120_000);
});

describe("the server for tests", () => {
  it("is there, or the reason why not is", () => {
    const server = inject("postgres");
    expect("reason" in server ? server.reason : server.port).toBeTruthy();
  });
});
