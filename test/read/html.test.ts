import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { isExact, toSource, toText } from "../../src/document/source-map.ts";
import { readHtml } from "../../src/read/html.ts";

const read = (source: string) => readHtml(MappedText.identity(source), { source: "page.html" });
const lines = (d: Document) => d.blocks.map((b) => `${b.kind}${b.role === "notice" ? "!" : ""}: ${d.text.slice(b.start, b.end)}`);

const PROSE = [
  "The foreign ministers of Peru and Finland met in Lima on Tuesday and signed a memorandum on forest research.",
  "Officials of both ministries said that the text had been under discussion since the spring of the year before.",
  "A second round of consultations, on shipping and ports, is expected to be held in Helsinki before the summer.",
];

const PAGE = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Peru and Finland sign memorandum | Example Courier</title>
<link rel="canonical" href="https://courier.example/2019/03/peru-finland">
<meta property="og:title" content="Peru and Finland sign memorandum">
<meta property="og:site_name" content="Example Courier">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Example Courier"},
{"@type":"NewsArticle","headline":"Peru and Finland sign memorandum","datePublished":"2019-03-12T22:10:00-05:00",
"author":[{"@type":"Person","name":"Ana Muestra"},{"@type":"Person","name":"Eero Malli"}],"inLanguage":"en-GB"}]}</script>
<style>p { color: red }</style></head>
<body class="post-template has-sidebar">
<div id="cookie-banner"><p>We use cookies to make this site work. Accept all cookies?</p></div>
<header class="site-header"><a href="/">Example Courier</a><nav><ul><li><a href="/w">World</a></li><li><a href="/b">Business</a></li></ul></nav></header>
<main><article class="post tag-share category-comments">
<h1>Peru and Finland sign memorandum</h1>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">Telegram</a></div>
<p>${PROSE[0]}</p>
<figure><img src="a.jpg" alt="two people"><figcaption>The ministers in Lima &mdash; &copy; Example</figcaption></figure>
<p>${PROSE[1]} See <a href="/docs/text.pdf">the text &amp; annex</a>.</p>
<h2>What comes <em>next</em></h2>
<p>${PROSE[2]}</p>
<blockquote><p>We have waited long for this.</p></blockquote>
<ol start="3"><li>Ports</li><li>Forests<ul><li>research</li></ul></li></ol>
<p style="display:none">Invisible words</p>
<aside class="newsletter-signup"><p>Our weekly letter, free of charge</p></aside>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/1">Chile opens consulate in Turku</a></li></ul></div>
</article>
<section id="comments"><h2>Comments</h2><p>First! I was there when Norway and Chad signed a treaty of friendship last year.</p></section></main>
<footer><p>© 2019 Example Courier. All rights reserved.</p></footer></body></html>`;

describe("readHtml", () => {
  it("reads the article and what the page says about itself", () => {
    const d = read(PAGE);
    expect(lines(d)).toEqual([
      "title: Peru and Finland sign memorandum",
      `paragraph: ${PROSE[0]}`,
      "caption: The ministers in Lima — © Example",
      `paragraph: ${PROSE[1]} See the text & annex.`,
      "heading: What comes next",
      `paragraph: ${PROSE[2]}`,
      "quote: We have waited long for this.",
      "list-item: Ports",
      "list-item: Forests",
      "list-item: research",
      "paragraph!: Our weekly letter, free of charge",
    ]);
    expect(d.blocks.filter((b) => b.kind === "list-item").map((b) => [b.level, b.marker])).toEqual([
      [1, "3."],
      [1, "4."],
      [2, "•"],
    ]);
    expect({ ...d, text: "", blocks: [], map: [], diagnostics: [], id: "" }).toMatchObject({
      title: "Peru and Finland sign memorandum",
      authors: ["Ana Muestra", "Eero Malli"],
      date: { edtf: "2019-03-12", basis: "meta" },
      language: "en-GB",
      address: "https://courier.example/2019/03/peru-finland",
      publisher: "Example Courier",
    });
    expect(d.links.map((l) => [d.text.slice(l.start, l.end), l.target])).toEqual([
      ["the text & annex", "https://courier.example/docs/text.pdf"],
    ]);
    expect(d.sections.map((s) => s.heading)).toEqual(["What comes next"]);
    expect(d.diagnostics.map((x) => x.code)).toEqual(["html-left-out"]);
  });

  it("finds the article of a page without any semantic mark", () => {
    const d =
      read(`<html><head><title>Board</title></head><body><table width=100%><tr><td><a href=1>Home</a><br><a href=2>News</a><br><a href=3>Search</a></td>
      <td><font size=4><b>Notice of the Ministry</b></font><br><br>1. ${PROSE[0]}<br><br>2. ${PROSE[1]}<br>&nbsp;<br>3. ${PROSE[2]}</td></tr></table></body></html>`);
    expect(lines(d)).toEqual([
      "heading: Notice of the Ministry",
      `paragraph: 1. ${PROSE[0]}`,
      `paragraph: 2. ${PROSE[1]}`,
      `paragraph: 3. ${PROSE[2]}`,
    ]);
  });

  it("reads a ministry's release: heading, date line, numbered points", () => {
    const d = read(`<html lang="en"><head><title>Press Releases View | Ministry of Foreign Affairs, Example</title></head><body>
      <div id="gnb"><ul><li><a href="/a">About</a></li><li><a href="/b">Policy</a></li><li><a href="/c">Embassies</a></li></ul></div>
      <div class="bbs_view"><h2>Vice Minister Meets Vice Minister of Uruguay</h2><dl class="info"><dt>Date</dt><dd>2018-06-21</dd></dl>
      <div class="se-contents"><p>1. ${PROSE[0]}</p><p>2. ${PROSE[1]}</p><p>&nbsp;</p><p>3. ${PROSE[2]}</p></div></div>
      <div class="file_list"><a href="/f">Attachment.hwp</a></div><div class="satisfaction"><p>Are you satisfied with this page?</p></div></body></html>`);
    expect(d.date).toEqual({ edtf: "2018-06-21", basis: "dateline" });
    expect(d.text).toContain(`1. ${PROSE[0]}`);
    expect(d.text).toContain(`3. ${PROSE[2]}`);
    expect(d.text).not.toMatch(/Attachment|satisfied|Embassies/);
  });

  it("reads tables with spans and header cells, and takes layout tables apart", () => {
    const d =
      read(`<body><article><p>${PROSE.join(" ")}</p><table><caption>Missions</caption><thead><tr><th rowspan=2>Country</th><th colspan=2>Mission</th></tr>
      <tr><th>City</th><th>Since</th></tr></thead><tbody><tr><td rowspan=2>Chile</td><td>Santiago</td><td>1962<sup><a href="#n1">[1]</a></sup></td></tr>
      <tr><td>Arica<br>Iquique</td><td></td></tr></tbody></table><ol class="references"><li id="n1"><a href="#r1">^</a> Gazette of 1962, page 4</li></ol></article></body>`);
    const [table] = d.tables;
    expect(table!.caption).toBe("Missions");
    expect(table!.columns).toEqual(["Country", "Mission / City", "Mission / Since"]);
    expect(table!.rows.map((r) => r.cells.map((c) => c.text))).toEqual([
      ["Country", "Mission"],
      ["Country", "City", "Since"],
      ["Chile", "Santiago", "1962"],
      ["Chile", "Arica\nIquique", ""],
    ]);
    expect(d.citations).toEqual([{ at: d.text.indexOf("1962") + 4, label: "1", text: "Gazette of 1962, page 4", fields: {} }]);
    expect(d.text).not.toContain("Gazette");
    const layout = read(
      `<body><table><tr><td><h1>Title here</h1><p>${PROSE[0]}</p><table><tr><td>x</td></tr></table></td></tr></table></body>`,
    );
    expect(layout.tables).toEqual([]);
  });

  it("takes a paragraph that is one short bold line for a heading", () => {
    const d = read(
      `<body><article><p>${PROSE[0]}</p><p><strong>BACKGROUND</strong></p><p><b>Peru</b> has no such plan.</p><p><b>It was all there was.</b></p></article></body>`,
    );
    expect(d.blocks.map((b) => b.kind)).toEqual(["paragraph", "heading", "paragraph", "paragraph"]);
  });

  it("takes a short bold first line before a break for a heading", () => {
    const d = read(`<body><article><p><b>Ports</b><br>${PROSE[0]}</p><p>${PROSE[1]}<br><b>Not one</b><br>${PROSE[2]}</p></article></body>`);
    expect(lines(d)).toEqual(["heading: Ports", `paragraph: ${PROSE[0]}`, `paragraph: ${PROSE[1]}\nNot one\n${PROSE[2]}`]);
  });

  it("takes for the title the heading that says it, not the site's own", () => {
    const d = read(
      `<head><title>Envoys meet in Lima - Example Courier</title></head><body><h1>Example Courier</h1><h1>Envoys meet in Lima</h1><p>${PROSE[0]}</p>`,
    );
    expect(d.title).toBe("Envoys meet in Lima");
    expect(d.publisher).toBe("Example Courier");
  });

  it.each([
    ["Embassy of Laos in Kenya | Envoys meet in Lima", "Embassy of Laos in Kenya"],
    ["Envoys meet in Lima", null],
    ["Envoys meet in Lima – Envoys meet", null],
    ["Archive – May", null],
  ])("knows the publisher from the title of the page: %s", (title, publisher) => {
    expect(read(`<head><title>${title}</title></head><body><h1>Envoys meet in Lima</h1><p>${PROSE[0]}</p>`).publisher).toBe(publisher);
  });

  it("keeps text in the boxes of page builders, and drops what plug-ins put around it", () => {
    const d =
      read(`<body><div class="elementor">${PROSE.map((p) => `<div class="elementor-widget elementor-widget-text-editor"><p>${p}</p></div>`).join("")}
      ${PROSE.map((p) => `<div class="so-panel widget widget_editor"><p>${p} ${p}</p></div>`).join("")}
      <div class="post-tags"><a href=/t>Ports</a></div><div class="wp-block-social-links"><a href=/x>Profile</a></div><nav class="post-navigation"><a href=/n>Earlier news of this sort</a></nav></div></body>`);
    expect(d.blocks).toHaveLength(6);
    expect(d.text).not.toMatch(/Profile|Earlier|^Ports$/m);
  });

  it("keeps a list of links that the text announces, and lists within tables", () => {
    const links = ["Chile", "Peru", "Bolivia", "Cuba"].map((c) => `<li><a href="/${c}">${c}</a></li>`).join("");
    const d = read(
      `<body><h1>Envoys of the republic</h1><p>${PROSE.join(" ")} ${PROSE.join(" ")}</p><p>The republic has envoys in four states:</p><ul>${links}</ul></body>`,
    );
    expect(d.blocks.filter((b) => b.kind === "list-item")).toHaveLength(4);
    const table = read(
      `<body><h1>Envoys of the republic</h1><p>${PROSE.join(" ")}</p><table><tr><th>Region<th>States<tr><td>Andes<td><ul>${links}</ul></table></body>`,
    );
    expect(table.tables[0]!.rows[1]!.cells[1]!.text).toBe("Chile\nPeru\nBolivia\nCuba");
  });

  it("reads the body from the page's data when the page itself is drawn by a script", () => {
    const body = JSON.stringify(`${PROSE.join("\n\n")}\n\nIt is “small” & new. ${PROSE.join(" ")}`);
    const source = `<head><title>Envoys meet in Lima</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoys meet in Lima","articleBody":${body}}</script></head><body><div id=app>Loading…</div><script>draw()</script></body>`;
    const d = read(source);
    expect(
      d.blocks
        .filter((b) => b.kind === "paragraph")
        .map((b) => d.text.slice(b.start, b.end))
        .slice(-4, -1),
    ).toEqual(PROSE);
    expect(source.slice(toSource(d.map, d.text.indexOf("small")))).toMatch(/^small/);
    expect(d.diagnostics.map((x) => x.code)).toContain("html-body-from-data");
  });

  it.each([
    ['<meta name="DC.date.issued" content="2001-09-04">', "2001-09-04", "meta"],
    ['<meta name="pubdate" content="Tue, 04 Sep 2001 10:00:00 GMT">', "2001-09-04", "meta"],
    ['<link rel="canonical" href="https://a.example/2001/09/04/x">', "2001-09-04", "filename"],
  ])("finds the date in %s", (head, edtf, basis) => {
    expect(read(`<head>${head}</head><body><h1>A title of a page</h1><p>${PROSE[0]}</p>`).date).toEqual({ edtf, basis });
  });

  it("finds the date that the page shows", () => {
    const page = (line: string) => read(`<body><h1>A title of a page</h1>${line}<p>${PROSE[0]}</p>`).date?.edtf;
    expect(page("<p>Published on 4 September 2001</p>")).toBe("2001-09-04");
    expect(page('<time datetime="2001-09-04T08:00">four days ago</time>')).toBe("2001-09-04");
    expect(page("<span class=date>2001년 9월 4일</span>")).toBe("2001-09-04");
    expect(page("<p>4 de septiembre de 2001</p>")).toBe("2001-09-04");
  });

  it("maps every character through entities to its source", () => {
    const entity = fc.constantFrom(
      ["&amp;", "&"],
      ["&eacute;", "é"],
      ["&#8217;", "’"],
      ["&#x1F600;", "😀"],
      ["&lt;", "<"],
      ["é", "é"],
      ["word ", "word "],
      ["&ampx", "&x"],
      ["&bogus;", "&bogus;"],
      ["<b>bold</b>", "bold"],
      ["<!-- c -->", ""],
    );
    fc.assert(
      fc.property(fc.array(fc.array(entity, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const source = `<body>${paragraphs.map((p) => `<p>${p.map(([s]) => s).join("")} end.</p>`).join("\n")}</body>`;
        const d = read(source);
        const expected = paragraphs.map((p) => `${p.map(([, t]) => t).join("")} end.`.replace(/\s+/g, " ").trim());
        expect(d.blocks.map((b) => d.text.slice(b.start, b.end))).toEqual(expected);
        for (const run of d.map) {
          const there = source.slice(run.sourceStart, run.sourceEnd);
          if (isExact(run)) {
            expect(there).toBe(d.text.slice(run.start, run.end));
            for (let i = run.start; i < run.end; i++) expect(toText(d.map, toSource(d.map, i))).toBe(i);
          } else expect(there).toMatch(/^&|^\s+$/);
        }
      }),
    );
  });

  it("answers any damage with a document", () => {
    fc.assert(
      fc.property(fc.nat(PAGE.length), fc.nat(PAGE.length), fc.string({ maxLength: 5 }), (from, size, put) => {
        const d = read(PAGE.slice(0, from) + put + PAGE.slice(from + (size % 200)));
        for (const b of d.blocks) expect(d.text.slice(b.start, b.end).trim()).not.toBe("");
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["nesting", "<div><table><tr><td>".repeat(30_000) + PROSE[0]],
    ["lists", "<ul><li>x".repeat(40_000)],
    ["bold", "<p><b>x".repeat(60_000)],
    ["links", "<a href=x>y ".repeat(60_000)],
    ["spans of cells", `<table>${'<tr><td rowspan="65534" colspan="1000">x'.repeat(20_000)}</table>`],
    ["footnotes", '<p>x<sup><a href="#a">1</a></sup>'.repeat(30_000)],
    ["classes", `<p class="${"share-".repeat(20_000)}">x</p>`.repeat(40)],
    ["breaks", "<br>".repeat(200_000)],
    ["headings", "<h1>x".repeat(40_000)],
    ["scripts", '<script type="application/ld+json">{"@type":[['.repeat(20_000)],
  ])("reads hostile %s in bounded time", (_name, source) => {
    const started = performance.now();
    read(source);
    expect(performance.now() - started).toBeLessThan(8000);
  });
});

describe("the title of a page", () => {
  const text = PROSE.map((p) => `<p>${p}</p>`).join("");
  const nav = "<div class=nav><a href=/>Home</a> <a href=/n>News</a></div>";
  it.each([
    [
      "the site's name behind",
      `<title>Envoys meet in Oslo - Office of Fish</title></head><body>${nav}<div><h3>Envoys meet in Oslo</h3>${text}</div>`,
    ],
    [
      "a rubric before, the site's name behind",
      `<title>Press release 12: Envoys meet in Oslo - Office of Fish</title></head><body>${nav}<div><h3>Envoys meet in Oslo</h3>${text}</div>`,
    ],
    [
      "the site's name as h1",
      `<title>Envoys meet in Oslo - The Daily Example</title></head><body><h1><a href=/>The Daily Example</a></h1>${nav}<article><h2>Envoys meet in Oslo</h2>${text}</article>`,
    ],
    [
      "the site's name as h1 and another headline",
      `<title>Fish talks begin - The Daily Example</title></head><body><h1><a href=/>The Daily Example</a></h1>${nav}<article><h2>Envoys meet in Oslo</h2>${text}</article>`,
    ],
    [
      "only the site's name as title",
      `<title>Office of Fish</title></head><body><h1><a href=/index.html>Office of Fish</a></h1>${nav}<div class=board-view><h2>Envoys meet in Oslo</h2>${text}</div>`,
    ],
    [
      "a box that is called a title",
      `<title>Office of Fish &gt; Press &gt; Envoys meet in Oslo &gt; View</title></head><body>${nav}<div class=board-view><p class="view_tit">Envoys meet in Oslo</p>${text}</div>`,
    ],
    ["no heading", `<title>Envoys meet in Oslo | The Daily Example</title></head><body>${nav}<div>${text}</div>`],
  ])("is the article's own: %s", (_name, page) => {
    expect(read(`<!doctype html><html><head>${page}`).title).toBe("Envoys meet in Oslo");
  });

  it("does not take the first section's heading for it", () => {
    const page = `<title>Envoys meet in Oslo</title></head><body>${nav}<div>${text}<h2>What comes after</h2>${text}</div>`;
    expect(read(`<!doctype html><html><head>${page}`).title).toBe("Envoys meet in Oslo");
  });
});

describe("the date that a page shows", () => {
  const page = (above: string, below = "", after = "") =>
    read(
      `<!doctype html><body><div class=masthead><span class=date>Monday, 4 June 2035</span></div><main><h1>Envoys meet in Oslo</h1>${above}<p>${PROSE[0]}</p>${below}</main>${after}`,
    ).date;

  it.each([
    ['<time datetime="2011-05-03">3 May</time>', "meta"],
    ['<time datetime="2011-05-09" class=updated>9 May</time> <time datetime="2011-05-03" class=published>3 May</time>', "meta"],
    ["<p>Updated <time datetime=2011-05-09>9 May</time>, published <time datetime=2011-05-03>3 May</time></p>", "meta"],
    ["<time>3 May 2011</time>", "dateline"],
    ["<span class=published>3 May 2011, 10:00</span>", "dateline"],
    ["<div class=article-meta><span class=date>03.05.2011</span> <span>Views 20</span></div>", "dateline"],
    ["<p>Last updated: 3 May 2011</p>", "dateline"],
    ["<dl><dt>Date</dt><dd>2011-05-03</dd><dt>Hits</dt><dd>1204</dd></dl>", "dateline"],
    ["<table class=view><tr><th>Date</th><td>3 May 2011</td></tr></table>", "dateline"],
    ["<ul class=meta><li>3 May 2011</li><li>By Ana Example</li></ul>", "dateline"],
  ])("finds it in %s", (above, basis) => {
    expect(page(above)).toEqual({ edtf: "2011-05-03", basis });
  });

  it.each([
    ["", "<p>The treaty of <time datetime=1999-06-14>14 June 1999</time> had left the question open for a long time.</p>"],
    ["", "<div class=event-box><span class=date>12 June 2031</span> Open day</div>"],
    ["<dl><dt>When</dt><dd>12 June 2031</dd><dt>Where</dt><dd>City Hall</dd></dl>", ""],
    ["", "<p>Copyright 2015 Example Foundation</p>"],
    ["", "<ul class=related><li><a href=/a>Other news</a> <span class=date>3 March 2003</span></ul>"],
  ])("takes no other for it: %s %s", (above, below) => {
    expect(
      page(above, below, "<aside><h4>Latest</h4><time datetime=2020-02-02>2 February 2020</time></aside><footer>© 2030 Example</footer>"),
    ).toBe(null);
  });
});
