import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { makeClaim, makeDocument } from "../record/fixtures.ts";
import { runChancery, startChancery } from "./run-chancery.ts";

let folder: string;
let record: string;
const ids: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chancery-odd-"));
  record = join(folder, "record.chancery");
  const opened = await Record.open(record, { create: true });
  // 21 claims: the ids of at least two begin with the same digit
  for (const year of [...Array.from({ length: 20 }, (_, i) => String(1980 + i)), null]) {
    const document = makeDocument(`Kenya and Laos signed a treaty${year ? ` in ${year}` : ""}.`, `${year}.txt`);
    const parties = [
      ["party", "KEN"],
      ["party", "LAO"],
    ] as const;
    const claim = makeClaim(document, "agreement", "signed", parties, year);
    ids.push(claim.id);
    await opened.store(document, [claim], "test");
  }
  await opened.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("chancery serve", () => {
  it("takes a free port with --any-port when its own is taken, and only then", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", () => resolve()));
    const { port } = blocker.address() as { port: number };
    const asked = ["serve", "--record", record, "--port", String(port)];
    const refused = await runChancery(asked);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain(`port ${port} is taken`);

    const child = startChancery([...asked, "--any-port"]);
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout!.setEncoding("utf8").on("data", (s: string) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(s);
        if (found) resolve(found[0]);
      });
      child.on("close", () => reject(new Error("the server ended before it printed its address")));
    });
    expect(new URL(address).port).not.toBe(String(port));
    expect((await fetch(new URL("/api/overview", address))).status).toBe(200);
    child.kill();
    await new Promise((resolve) => blocker.close(resolve));
  });

  it.each(["99999", "65536", "-1", "4e3", "http", ""])("refuses the port “%s” in one line", async (port) => {
    const { code, err } = await runChancery(["serve", "--record", record, `--port=${port}`]);
    expect(code).toBe(2);
    expect(err).toContain("expected a port from 0 to 65535");
    expect(err).not.toMatch(/^\s+at /m);
    expect(err.trim().split("\n").length).toBeLessThanOrEqual(2);
  });
});

describe("the beginning of a claim's id", () => {
  it("that several claims share is refused with their number and some of them", async () => {
    for (const [command, beginning] of [
      ["show", "c"],
      ["explain", sharedBeginning()],
    ] as const) {
      const { code, out, err } = await runChancery([command, beginning, "--record", record]);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toMatch(/\d+ claims of the record begin with/);
      expect(err.match(/c_[0-9a-f]{6,}/g)!.length).toBeGreaterThan(1);
    }
    expect((await runChancery(["show", "c", "--record", record])).err).toContain("21 claims");
  });
  it("that one claim has shows it", async () => {
    const { code, out } = await runChancery(["show", ids[3]!.slice(0, -1), "--record", record]);
    expect(code).toBe(0);
    expect(out).toContain(ids[3]);
    expect(out).toMatch(/ at characters 0–\d+ of the file/);
  });
  it("that none has is refused", async () => {
    const { code, err } = await runChancery(["show", "zebra", "--record", record]);
    expect(code).toBe(2);
    expect(err).toContain("has no claim zebra");
  });
});

/** "c_" and the digit with which two of the claims begin. */
function sharedBeginning(): string {
  const beginnings = ids.map((id) => id.slice(0, 3));
  return beginnings.find((b, i) => beginnings.indexOf(b) !== i)!;
}

describe("chancery chronology", () => {
  const ask = (...args: string[]) => runChancery(["chronology", ...args, "--record", record]);
  it.each([
    [["--from", "2010"], "from 2010 on. It has 20 outside these years and 1 without a date."],
    [["--to", "1970"], "up to 1970. It has 20 outside these years and 1 without a date."],
    [["--from", "2010", "--to", "2011"], "from 2010 to 2011."],
    [["--from", "2010", "--type", "agreement"], "no claim of type agreement about these two from 2010 on. It has 20"],
    [["--from", "2010", "--type", "visit"], "no claim of type visit about these two. That says nothing"],
  ])("with %j says what lies outside", async (args, says) => {
    const { code, out } = await ask("Kenya", "Laos", ...args);
    expect(code).toBe(0);
    expect(out).toContain(says);
  });
  it.each([
    ["Kenya", "Kenya"],
    ["Kenya", "KE"],
  ])("of %s and %s is refused", async (a, b) => {
    const { code, out, err } = await ask(a, b);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("name two different states");
  });
  it("refuses years the wrong way round", async () => {
    const { code, err } = await ask("Kenya", "Laos", "--from", "2001", "--to", "1999");
    expect(code).toBe(2);
    expect(err).toContain("--from 2001 is later than --to 1999");
  });
});

describe("addresses", () => {
  it.each(["ftp://example.org/a.txt", "file:///tmp/a.txt", "gopher://example.org"])("of another scheme than http: %s", async (address) => {
    const { code, out, err } = await runChancery(["extract", address]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("only http and https addresses are fetched");
    expect(err).not.toContain("no such file");
  });
  it("of private networks name the option that allows them", async () => {
    const { code, err } = await runChancery(["extract", "http://127.0.0.1:9/"]);
    expect(code).toBe(1);
    expect(err).toContain("--allow-private");
  });
  it("with answers that are too large are not told of a limit that cannot be raised", async () => {
    const server = createHttpServer((_, response) => response.end("x".repeat(21 * 1024 * 1024)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    const { port } = server.address() as { port: number };
    const { code, err } = await runChancery(["extract", `http://127.0.0.1:${port}/`, "--allow-private"]);
    server.close();
    expect(code).toBe(1);
    expect(err).toContain("Save it and read the file");
    expect(err).not.toMatch(/raise the limit/i);
  });
});

describe("bytes that are no text", () => {
  const refuses = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const { code, out, err } = await runChancery(["extract", path]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(path);
    expect(err).toContain("not text");
  };
  // a generator of our own, so that every run has the same bytes
  const bytesFrom = (from: number, count: number): Uint8Array => {
    let state = 12345;
    return Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return from + ((state >>> 16) % (256 - from));
    });
  };
  it("are refused", () => refuses("random.txt", bytesFrom(0, 5000)));
  it("are refused without one control character of ASCII", () => refuses("high.txt", bytesFrom(128, 5000)));
  it("are refused between a space and a tilde and above", () => refuses("printable.txt", bytesFrom(32, 5000)));
  it("are not taken for an old text with accents", async () => {
    const path = join(folder, "latin.txt");
    writeFileSync(path, Buffer.from("The President of Perú opened the embassy in São Tomé in 2004.\n", "latin1"));
    const { code, err } = await runChancery(["extract", path]);
    expect(code).toBe(0);
    expect(err).toContain("encoding-guessed");
  });
});

describe("JSON lines that are damaged", () => {
  it("are named by file and line, and the exit code says that something was not read", async () => {
    const path = join(folder, "wire.jsonl");
    const good = (id: string) => JSON.stringify({ id, text: "Kenya recognised Kosovo in 2010.", language: "en" });
    writeFileSync(path, [good("first"), "{oops", '{"id":"empty"}', good("last"), ""].join("\n"));
    const { code, out, err } = await runChancery(["extract", path]);
    expect(code).toBe(1);
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(err).toContain(`${path}:2: error: `);
    expect(err).toContain(`${path}:3: error: `);
    expect(err).not.toContain("last");
    const own = join(folder, "wire.chancery");
    const summary = JSON.parse((await runChancery(["ingest", path, "--record", own, "--json", "--quiet"])).out);
    expect(summary).toMatchObject({ documents: 2, failed: 1 });
  });
});

describe("the place that chancery show gives", () => {
  it("counts characters of the file, not bytes", async () => {
    const text = "Überblick – «für alle»\n\nKenya and Laos signed a treaty in 1995.\n";
    const path = join(folder, "place.txt");
    writeFileSync(path, text);
    const own = join(folder, "place.chancery");
    await runChancery(["ingest", path, "--record", own, "--quiet"]);
    const { out } = await runChancery(["show", "c", "--record", own]);
    const [, start, end] = / at characters (\d+)–(\d+) of the file/.exec(out)!;
    expect(text.slice(Number(start), Number(end))).toMatch(/^Kenya and Laos signed a treaty in 1995\.?$/);
  });
});

describe("texts that are not in English", () => {
  it.each([
    ["es.txt", "El presidente de la República viajó a Quito el 4 de mayo y firmó con su homólogo un acuerdo para la pesca.", "Spanish"],
    ["ko.txt", "대통령은 2019년 5월 4일 키토를 방문하여 에콰도르 대통령과 어업 협정에 서명하였다.", "Korean"],
  ])("are named with their language: %s", async (name, text, language) => {
    const path = join(folder, name);
    writeFileSync(path, `${text}\n`);
    const { code, err } = await runChancery(["extract", path]);
    expect(code).toBe(0);
    expect(err).toContain(`${path}: warning: the text is in ${language}; only English is read so far`);
  });
});
