import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, type Ran, runChancery } from "./run-chancery.ts";

const SENTENCE = "In May 2015 Peru opened an embassy in Paraguay.";
const folder = mkdtempSync(join(tmpdir(), "odd-"));
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const sample = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`../../samples/${name}`, import.meta.url)));
const isRoot = process.getuid?.() === 0;

const INPUTS = [
  "half.pdf",
  "empty.txt",
  "archive.zip",
  "picture.txt",
  "wide.txt",
  "latin.txt",
  "long-line.txt",
  "cut.json",
  "cut-early.json",
  "deep.html",
  "no-files",
  "loop",
  "dangling",
  "pipe",
  "missing.txt",
  "round",
  "secret.txt",
  "good.txt",
];

let ran: Ran;
let sources: string[];

beforeAll(async () => {
  const pdf = sample("korea-eclac-iadb-aladi.pdf");
  put("half.pdf", pdf.subarray(0, pdf.length >> 1));
  put("empty.txt", "");
  put("archive.zip", Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), Buffer.alloc(26), Buffer.from("notes.csv1,2")]));
  put("picture.txt", Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(500, 7)]));
  put("wide.txt", iconv.encode(SENTENCE, "utf-16le", { addBOM: true }));
  put("latin.txt", iconv.encode("In May 2015 Peru opened an embassy in Asunción. José Muñoz became the ambassador.", "latin1"));
  put("long-line.txt", Buffer.alloc(100 * 1024 * 1024, "Peru met Chile "));
  put("cut.json", `[{"id":"first","text":"${SENTENCE}"},{"id":"second","text":"In June 2016 Chi`);
  put("cut-early.json", '{"a": [1, 2');
  put("deep.html", `<!doctype html><body><p>${SENTENCE}</p>${"<div>".repeat(100_000)}<p>In June 2016 Chile opened an embassy in Ghana.`);
  mkdirSync(join(folder, "no-files", "deeper"), { recursive: true });
  symlinkSync("loop", join(folder, "loop"));
  symlinkSync("nowhere.txt", join(folder, "dangling"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  mkdirSync(join(folder, "round"));
  symlinkSync("../round", join(folder, "round", "again"));
  symlinkSync("gone.txt", join(folder, "round", "lost"));
  put("round/a.txt", SENTENCE);
  put("secret.txt", SENTENCE);
  chmodSync(join(folder, "secret.txt"), 0);
  put("good.txt", SENTENCE);
  ran = await runChancery(["extract", ...INPUTS], { cwd: folder });
  sources = jsonLines<{ evidence: { source: string } }>(ran.out).map((claim) => claim.evidence.source);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what a stranger hands in", () => {
  it("does not stop the rest, and the exit code says that something could not be read", () => {
    expect(ran.code).toBe(1);
    expect(sources).toContain("good.txt");
    expect(ran.err).not.toMatch(/fault of Chancery itself|\n\s+at /);
  });

  it.each([
    ["half.pdf", /^(?:chancery: )?half\.pdf: .*(?:cut off|missing|cannot be opened)/m],
    ["empty.txt", /^chancery: empty\.txt: it is empty/m],
    ["archive.zip", /^chancery: archive\.zip \(byte 0\): it is a ZIP archive/m],
    ["picture.txt", /^chancery: picture\.txt \(byte 0\): it is a binary file/m],
    ["latin.txt", /^latin\.txt: warning: the encoding was guessed to be windows-1252/m],
    ["long-line.txt", /^chancery: long-line\.txt \(byte 67108864\): it is larger than 64 MB/m],
    ["cut.json", /^cut\.json \(second\): warning: the file ends at offset \d+ inside “text”/m],
    ["cut-early.json", /^chancery: cut-early\.json \(offset 11\): the JSON holds no document/m],
    ["deep.html", /^deep\.html: warning: elements nest more than 400 deep/m],
    ["no-files", /^chancery: no-files: the folder has no files/m],
    ["loop", /^chancery: loop: it is a link that leads back to itself/m],
    ["dangling", /^chancery: dangling: it is a link to “nowhere\.txt”, which is not there/m],
    ["round/lost", /^chancery: round\/lost: it is a link to “gone\.txt”, which is not there/m],
    ["pipe", /^chancery: pipe: it is a named pipe/m],
    ["missing.txt", /^chancery: missing\.txt: there is no such file or folder/m],
  ])("is named with its place and what is wrong: %s", (_name, message) => {
    expect(ran.err).toMatch(message);
  });

  it.skipIf(isRoot)("is named when it may not be read", () => {
    expect(ran.err).toMatch(/^chancery: secret\.txt: it may not be read/m);
  });

  it.each(["wide.txt", "latin.txt", "first", "deep.html", "round/a.txt", "good.txt"])("is read as far as it can be: %s", (source) => {
    expect(sources).toContain(source);
  });

  it("reads each file of a folder that holds itself once", () => {
    expect(sources.filter((source) => source.startsWith("round"))).toEqual(["round/a.txt"]);
  });
});
