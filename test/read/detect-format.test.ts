import { describe, expect, it } from "vitest";
import { detectFormat } from "../../src/read/detect-format.ts";

function detect(text: string, name = "file.txt"): string {
  const found = detectFormat(Buffer.from(text, "latin1"), text, name);
  return found.format === null ? found.reason : `${found.format}${found.whole ? "" : " stream"}`;
}

describe("detectFormat", () => {
  it.each([
    ["%PDF-1.7\n…", "pdf"],
    ["PK\x03\x04…[Content_Types].xml…word/document.xml", "docx"],
    ["PK\x03\x04…[Content_Types].xml…xl/workbook.xml", "a spreadsheet (XLSX)"],
    ['<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/"><siteinfo>', "mediawiki-xml stream"],
    ['<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel>', "feed"],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', "feed"],
    ["<rdf:RDF xmlns:rdf='x'>", "feed"],
    ["\n<!DOCTYPE html><html>", "html"],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="z">', "html"],
    ["<div><p>Fragment</p><p>of a page</p></div>", "html"],
    ['{"id":1,"title":{"rendered":"x"},"content":{"rendered":"\nraw', "wordpress-json"],
    ['[{"id":1,"guid":{"rendered":"x"}}]', "wordpress-json"],
    ['{"ID":1,"title":"x","content":"y","slug":"z"}', "wordpress-json"],
    ['{"id":"a","text":"x"}\n{"id":"b","text":"y"}\n', "json-lines stream"],
    ['{"id":"a","text":"x"}', "json-lines stream"],
    ['[\n {"id":"a","text":"x"}\n]', "json-lines"],
    ['{\n "text": "x"\n}', "json-lines"],
    ['"id":1,"title":{"rendered":"x"},"content":{"rendered":"cut at the front"}}', "wordpress-json"],
    ["{{Infobox country}}\n'''Peru''' is a [[state]].\n\n== History ==\n<ref>x</ref>", "mediawiki"],
    ["Plain start with [[a link]] and [[another|one]].\n\n==Visits==\n* [[Chile]]", "mediawiki"],
    ["---\ntitle: A tour\ndate: 2019-05-02\n---\n\n# A tour\n\nText.", "markdown"],
    ["# A tour\n\nText with [a link](https://a.example) and **bold**.\n\n- one\n- two", "markdown"],
    ["Peru and Chile met [1]. The text <sic> follows, 3 < 4.", "text"],
    ["PERU AND CHILE\n\n1. They met.\n2. They left.\n\n- a point", "text"],
    ["{not json at all, just a brace} and text", "text"],
    ["[The minister] opened the talks.", "text"],
  ])("tells %j as %s", (text, format) => {
    expect(detect(text)).toBe(format);
  });

  it("asks the name only when the content shows nothing", () => {
    expect(detect("Some words.", "a.md")).toBe("markdown");
    expect(detect("{{Infobox}}\n== A ==\n[[b]]", "a.md")).toBe("mediawiki");
    expect(detect("<!doctype html><p>x", "a.txt")).toBe("html");
  });

  it("refuses what is no text", () => {
    expect(detect("\x89PNG\r\n")).toBe("a binary file");
    expect(detect("BZh91AY")).toBe("a bzip2 archive");
    expect(detect("ab\0\x01\x02\x03cd\0\0\0".repeat(10))).toBe("binary data and not text");
  });
});
