import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { isExact } from "../../src/document/source-map.ts";
import { readFeed } from "../../src/read/feed.ts";

const read = (source: string) => [...readFeed(MappedText.identity(source), { source: "news.xml" })];

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Envoy &amp; Post</title><link>https://post.example/</link><atom:link href="https://post.example/feed" rel="self"/><language>en-gb</language>
<item><title>Malta &amp;amp; Peru agree</title><link>https://post.example/1</link><guid isPermaLink="false">post-1</guid>
<pubDate>Tue, 05 Mar 2019 23:30:00 +0900</pubDate><dc:creator><![CDATA[Ana Muestra]]></dc:creator>
<description>Short text</description><content:encoded><![CDATA[<p>Malta &amp; Peru signed a treaty.</p><p>It runs for <a href="/ten">ten</a> years.</p>]]></content:encoded></item>
<item><title>Second</title><guid>https://post.example/2</guid><author>desk@post.example (The Desk)</author><pubDate>Wed, 6 Mar 2019 08:00:00 GMT</pubDate>
<description>&lt;p&gt;Chad&amp;#8217;s envoy left.&lt;/p&gt;&lt;p&gt;Subscribe to our newsletter today.&lt;/p&gt;</description></item>
</channel></rss>`;

describe("readFeed", () => {
  it("reads RSS 2.0: full content before description, CDATA and escaped markup", () => {
    const [one, two] = read(RSS);
    expect(one).toMatchObject({
      source: "news.xml#post-1",
      title: "Malta & Peru agree",
      text: "Malta & Peru agree\n\nMalta & Peru signed a treaty.\n\nIt runs for ten years.",
      authors: ["Ana Muestra"],
      date: { edtf: "2019-03-05", basis: "field" },
      language: "en-GB",
      address: "https://post.example/1",
      publisher: "Envoy & Post",
      diagnostics: [],
    });
    expect(one!.links).toMatchObject([{ target: "https://post.example/ten" }]);
    expect(two).toMatchObject({ authors: ["The Desk"], address: "https://post.example/2", date: { edtf: "2019-03-06" } });
    expect(two!.text).toBe("Second\n\nChad’s envoy left.\n\nSubscribe to our newsletter today.");
    expect(two!.blocks.map((b) => b.role)).toEqual(["body", "body", "notice"]);
    expect(two!.diagnostics.map((d) => d.code)).toEqual(["feed-summary-only"]);
    for (const d of [one!, two!])
      for (const run of d.map) if (isExact(run)) expect(RSS.slice(run.sourceStart, run.sourceEnd)).toBe(d.text.slice(run.start, run.end));
    const quote = two!.map.find((run) => two!.text.slice(run.start, run.end) === "’")!;
    expect(RSS.slice(quote.sourceStart, quote.sourceEnd)).toBe("&amp;#8217;");
  });

  it("reads Atom: html, xhtml and text content, alternate links", () => {
    const documents = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>Boletín</title>
      <entry><title type="html">Uno &lt;i&gt;y&lt;/i&gt; dos</title><id>urn:1</id><link rel="edit" href="https://e.example/edit"/><link href="https://e.example/1"/>
      <published>2018-07-01T10:00:00Z</published><author><name>José P.</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>El primer <b>párrafo</b>.</p><p>Otro.</p></div></content></entry>
      <entry><title>Tres</title><id>urn:2</id><updated>2018-07-02T10:00:00Z</updated><summary>Solo un resumen.</summary></entry></feed>`);
    expect(documents.map((d) => [d.source, d.text, d.date?.edtf, d.authors, d.address, d.language])).toEqual([
      ["news.xml#urn:1", "Uno y dos\n\nEl primer párrafo.\n\nOtro.", "2018-07-01", ["José P."], "https://e.example/1", "es"],
      ["news.xml#urn:2", "Tres\n\nSolo un resumen.", "2018-07-02", [], null, "es"],
    ]);
  });

  it("reads RSS 1.0", () => {
    const [d] = read(`<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>Old</title></channel>
      <item rdf:about="https://o.example/1"><title>T</title><link>https://o.example/1</link><description>Body.</description><dc:date>2003-04-05T01:02:03+01:00</dc:date></item></rdf:RDF>`);
    expect(d).toMatchObject({ text: "T\n\nBody.", publisher: "Old", date: { edtf: "2003-04-05" }, address: "https://o.example/1" });
  });

  it("reads broken XML as far as it goes", () => {
    for (let cut = RSS.indexOf("<item>") + 60; cut < RSS.length; cut += 11) {
      const documents = read(RSS.slice(0, cut));
      expect(documents.length).toBeGreaterThan(0);
      expect(documents.flatMap((d) => d.diagnostics.map((x) => x.code)).join()).toMatch(/xml-cut-off/);
    }
    const [d] = read("<rss><channel><item><title>A & B < C</title><description><p>Not <br> escaped</p></channel></rss>");
    expect(d!.text).toBe("A & B < C\n\nNot\nescaped");
  });

  it("never expands entities that a DTD defines", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title><description>x</description></item></channel></rss>`;
    expect(read(bomb)[0]!.title).toBe("&b;");
  });

  it("says when there is nothing in it", () => {
    expect(() => read("<rss><channel><title>x</title></channel></rss>")).toThrow(
      expect.objectContaining({ name: "ReadError", code: "empty" }),
    );
  });
});
