import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/document/diagnostic.ts";
import type { Document } from "../../src/document/document.ts";
import { readMediawikiXml } from "../../src/read/mediawiki-xml.ts";
import { ReadError, type ReadMeta } from "../../src/read/reader.ts";
import { DUMP_HEAD, dumpPage, escapeXml, writeDump } from "./mediawiki-dump.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(text: string, size = 1000, meta: Partial<ReadMeta> = {}, namespaces?: number[]): Promise<Document[]> {
  const documents: Document[] = [];
  const options = namespaces ? { namespaces } : {};
  for await (const document of readMediawikiXml(inPieces(text, size), { source: "dump.xml", ...meta }, options)) documents.push(document);
  return documents;
}

const page = (title: string, revisions: readonly [string, string][], more = "<ns>0</ns>"): string =>
  `<page><title>${escapeXml(title)}</title>${more}<id>9</id>${revisions
    .map(
      ([time, text]) =>
        `<revision><id>1</id><timestamp>${time}</timestamp><model>wikitext</model><text>${escapeXml(text)}</text></revision>`,
    )
    .join("")}</page>`;

describe("MediaWiki dumps", () => {
  it("give title, address, date, language and publisher of each page", async () => {
    const text = `${DUMP_HEAD}${page("Chile & São Tomé relations", [["2012-05-03T10:00:00Z", "'''Chile''' has [[relations]]. [[Rubrik:X]] [[Fichero:A.jpg|thumb|Seen]]"]])}</mediawiki>`;
    for (const size of [1, 7, 100_000]) {
      const [document] = await readAll(text, size);
      expect(document).toMatchObject({
        source: "dump.xml#9",
        format: "mediawiki-xml",
        mapUnit: "extracted-text",
        title: "Chile & São Tomé relations",
        address: "https://wiki.example.org/wiki/Chile_%26_S%C3%A3o_Tom%C3%A9_relations",
        date: { edtf: "2012-05-03", basis: "field" },
        language: "en",
        publisher: "Examplepedia",
        diagnostics: [],
      });
      expect(document!.text).toBe("Chile has relations.\n\nSeen");
      expect(document!.links.map((l) => l.target)).toContain("wiki:Category:X");
    }
  });

  it("give the latest revision, whatever their order, and pass over the rest", async () => {
    const documents = await readAll(
      `${DUMP_HEAD}${page("A", [
        ["2011-01-01T00:00:00Z", "old"],
        ["2013-01-01T00:00:00Z", "new"],
        ["2012-01-01T00:00:00Z", "middle"],
      ])}${page("Talk:A", [["2011-01-01T00:00:00Z", "talk"]], "<ns>1</ns>")}${page("R", [["2011-01-01T00:00:00Z", "#REDIRECT [[A]]"]])}${page("S", [["2011-01-01T00:00:00Z", "x"]], '<ns>0</ns><redirect title="A"/>')}${page("E", [["2011-01-01T00:00:00Z", " "]])}${page("Z", [["2011-01-01T00:00:00Z", "last"]])}</mediawiki>`,
    );
    expect(documents.map((d) => [d.title, d.text, d.date!.edtf])).toEqual([
      ["A", "new", "2013-01-01"],
      ["Z", "last", "2011-01-01"],
    ]);
  });

  it("give other namespaces when asked", async () => {
    const talk = page("Talk:A", [["2011-01-01T00:00:00Z", "talk"]], "<ns>1</ns>");
    expect((await readAll(`${DUMP_HEAD}${talk}</mediawiki>`, 500, {}, [1])).map((d) => d.title)).toEqual(["Talk:A"]);
  });

  it("give every whole page of a dump that is cut off, and say where it is", async () => {
    const whole = DUMP_HEAD + dumpPage(0) + dumpPage(1);
    const cut = whole + dumpPage(2).slice(0, 3000);
    const documents = await readAll(cut);
    expect(documents).toHaveLength(2);
    expect(documents[0]!.diagnostics).toEqual([]);
    expect(documents[1]!.diagnostics[0]).toMatchObject({ code: "dump-cut-off", severity: "error", at: Buffer.byteLength(cut) });
    expect(documents[1]!.diagnostics[0]!.message).toContain('"Foreign relations of Brazil 2"');
    expect((await readAll(whole))[1]!.diagnostics[0]!.message).toContain("after a whole page");
  });

  it("read on where the XML is damaged", async () => {
    const documents = await readAll(
      `${DUMP_HEAD}${page("A", [["2011-01-01T00:00:00Z", "one"]])}<page><title>B</title><ns>0</ns><broken></page>${page("C", [["2011-01-01T00:00:00Z", "three"]])}</mediawiki>`,
    );
    expect(documents.map((d) => d.title)).toEqual(["A", "C"]);
    expect(documents.flatMap((d) => d.diagnostics.map((f) => f.code))).toContain("xml-damaged");
  });

  it("report to the caller when no page is read, and refuse what holds none", async () => {
    const reported: Diagnostic[] = [];
    const report = (fault: Diagnostic): void => void reported.push(fault);
    expect(await readAll(`${DUMP_HEAD}${page("T", [["2011-01-01T00:00:00Z", "x"]], "<ns>1</ns>")}<page>`, 100, { report })).toEqual([]);
    expect(reported.map((f) => f.code)).toEqual(["dump-cut-off"]);
    await expect(readAll(DUMP_HEAD)).rejects.toBeInstanceOf(ReadError);
  });

  it("are read in memory that does not grow with them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chancery-dump-"));
    try {
      const path = join(folder, "dump.xml");
      const pages = await writeDump(path, 60_000_000);
      const process_ = join(import.meta.dirname, "read-dump-process.ts");
      const found = JSON.parse(execFileSync(process.execPath, [process_, path], { encoding: "utf8" })) as {
        pages: number;
        megabytes: number;
      };
      expect(statSync(path).size).toBeGreaterThan(60_000_000);
      expect(found.pages).toBe(pages);
      expect(found.megabytes).toBeLessThan(400);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
