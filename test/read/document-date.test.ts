import { HeadingLevel, Packer, Paragraph, Document as WordDocument } from "docx";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readDocx } from "../../src/read/docx.ts";
import { findDocumentDate } from "../../src/read/find-document-date.ts";
import { readHtml } from "../../src/read/html.ts";
import { readMarkdown } from "../../src/read/markdown.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

/** What stands above a text (`= ` marks the headline, `` the place of the text), and the date it states. */
interface Shape {
  readonly name: string;
  readonly head: readonly string[];
  /** Lines behind the text. */
  readonly foot?: readonly string[];
  /** How the first paragraph opens. */
  readonly opening?: string;
  readonly date: string | null;
}

const TITLE = "= Ministers agree on a shared fishing zone";
const BODY = [
  "The foreign ministers of Kenya and Norway agreed on a shared fishing zone on Tuesday, twelve years after the treaty of 14 June 1999 that had left the question open.",
  "On 9 August 2002 both governments had set up a commission of eight members. It met for the last time in Mombasa on 1 April 2008, and its report was printed in May 2009.",
  "The ministers also recalled the visit of 3 February 1987, the first of its kind, and said that a fund of 40 million dollars would be ready by 1 January 2031.",
];

const STATED: readonly Shape[] = [
  {
    name: "joint communiqué",
    head: ["= JOINT COMMUNIQUÉ ON THE VISIT OF THE PRESIDENT OF KENYA", "Tashkent, 12 March 2014"],
    date: "2014-03-12",
  },
  { name: "release of a ministry", head: ["Ministry of Foreign Affairs", "Press Release", "3 May 2011", TITLE], date: "2011-05-03" },
  { name: "note to the press", head: ["Ministry of Foreign Affairs", "Note to the press, 28 August 2011", TITLE], date: "2011-08-28" },
  { name: "release with a place", head: ["Press release, Oslo, 3 May 2010", TITLE], date: "2010-05-03" },
  { name: "brief with a remark", head: [TITLE, "Bilateral brief (updated June 2011)"], date: "2011-06" },
  {
    name: "authors, series and month",
    head: [TITLE, "Ana Example and Bo Other | Southern Seas Programme, Occasional Note 12 | May 2011"],
    date: "2011-05",
  },
  {
    name: "series and institute",
    head: [TITLE, "Policy brief 7/2011 · Centre for Island Studies, Suva · published 3 May 2011"],
    date: "2011-05-03",
  },
  { name: "institute with a long name", head: [TITLE, "Institute for Coastal and Maritime Security Studies, May 2011"], date: "2011-05" },
  { name: "newsletter with its number", head: [TITLE, "Harbour Watchers' Newsletter, No. 118, May 2011"], date: "2011-05" },
  { name: "desk and dateline", head: [TITLE, "By our shipping desk | MOMBASA, May 3, 2011"], date: "2011-05-03" },
  { name: "compiled from reports", head: [TITLE, "Compiled from agency reports, 3-9 May 2011"], date: "2011-05-09" },
  { name: "release with its number", head: ["Press Release No. 45/2011", "3 May 2011", TITLE], date: "2011-05-03" },
  { name: "for immediate release", head: ["FOR IMMEDIATE RELEASE", "May 3, 2011", TITLE], date: "2011-05-03" },
  { name: "for immediate release, one line", head: ["For immediate release: May 3, 2011", TITLE], date: "2011-05-03" },
  {
    name: "speech with its day in the title",
    head: ["= Remarks by Foreign Minister Ana Example at the Oslo Forum, 14 June 2009"],
    date: "2009-06-14",
  },
  { name: "digest with its days", head: ["= The week in East Africa", "Compiled from agency reports, 3-9 June 2019"], date: "2019-06-09" },
  { name: "digest of a week", head: ["= East Africa in brief", "Week ending June 9, 2019"], date: "2019-06-09" },
  {
    name: "speech with place and day below",
    head: ["= Address by Foreign Minister Ana Example to the General Assembly", "New York", "21 September 2012", "Check against delivery"],
    date: "2012-09-21",
  },
  {
    name: "speech with its occasion",
    head: ["= Speech on the future of the sea", "Delivered at the University of Bergen on 14 June 2009"],
    date: "2009-06-14",
  },
  { name: "regular press conference", head: ["= Spokesperson Ana Example's Regular Press Conference on May 3, 2011"], date: "2011-05-03" },
  { name: "agency line under a date", head: [TITLE, "May 3, 2011"], opening: "NAIROBI, Kenya (AP) — ", date: "2011-05-03" },
  { name: "dateline with agency", head: [TITLE], opening: "NAIROBI, May 3, 2011 (Xinhua) -- ", date: "2011-05-03" },
  { name: "dateline with country", head: [TITLE], opening: "NAIROBI, Kenya, May 3, 2011 – ", date: "2011-05-03" },
  { name: "dateline in three parts", head: [TITLE], opening: "NAIROBI, Kenya – May 3, 2011 – ", date: "2011-05-03" },
  { name: "dateline with the day first", head: [TITLE], opening: "3 May 2011 (NAIROBI) – ", date: "2011-05-03" },
  { name: "dateline in brackets", head: [TITLE], opening: "(Nairobi, 3 May 2011) ", date: "2011-05-03" },
  { name: "Spanish dateline", head: [TITLE], opening: "Lima, 3 de mayo de 2011.- ", date: "2011-05-03" },
  { name: "posted on", head: [TITLE, "Posted on May 3, 2011 by admin"], date: "2011-05-03" },
  { name: "posted in", head: [TITLE, "Posted by Ana Example in News on 3rd May 2011"], date: "2011-05-03" },
  { name: "updated alone", head: [TITLE, "Updated: 3 May 2011"], date: "2011-05-03" },
  { name: "updated before published", head: [TITLE, "Updated: 9 May 2011", "Published: 3 May 2011"], date: "2011-05-03" },
  { name: "published and updated in one line", head: [TITLE, "Published 3 May 2011, updated 9 May 2011 10:15"], date: "2011-05-03" },
  { name: "updated and published in one line", head: [TITLE, "Last updated 9 May 2011 | First published 3 May 2011"], date: "2011-05-03" },
  { name: "date field", head: [TITLE, "Date: 2011-05-03"], date: "2011-05-03" },
  { name: "date of issue", head: [TITLE, "Date of issue: 3 May 2011"], date: "2011-05-03" },
  { name: "released with time and zone", head: [TITLE, "Released: Tue, 3 May 2011 10:00 +0300"], date: "2011-05-03" },
  { name: "rubric behind", head: ["3 May 2011 | Press Releases", TITLE], date: "2011-05-03" },
  { name: "rubric before", head: [TITLE, "News / 3 May 2011"], date: "2011-05-03" },
  { name: "time behind a dash", head: [TITLE, "3 May 2011 - 14:35"], date: "2011-05-03" },
  { name: "minutes to read", head: [TITLE, "3 May 2011 • 4 min read"], date: "2011-05-03" },
  { name: "byline with date", head: [TITLE, "By Ana Example | 3 May 2011"], date: "2011-05-03" },
  { name: "agency and date", head: [TITLE, "Example Times, May 3, 2011"], date: "2011-05-03" },
  { name: "source and date", head: [TITLE, "Source: Kenya News Agency | Date: 3 May 2011"], date: "2011-05-03" },
  { name: "year first", head: [TITLE, "2011 May 3"], date: "2011-05-03" },
  { name: "year, slashes", head: [TITLE, "2011/05/03"], date: "2011-05-03" },
  { name: "hyphens and month", head: [TITLE, "03-May-2011 14:20"], date: "2011-05-03" },
  { name: "points", head: [TITLE, "Datum: 03.05.2011"], date: "2011-05-03" },
  { name: "weekday and zone", head: [TITLE, "Tuesday, 3 May 2011, 14:35 GMT"], date: "2011-05-03" },
  { name: "weekday, month first", head: [TITLE, "Tuesday May 3rd 2011"], date: "2011-05-03" },
  { name: "time with a point", head: [TITLE, "First published on Tue 3 May 2011 14.35 BST"], date: "2011-05-03" },
  { name: "German", head: [TITLE, "Berlin, den 3. Mai 2011"], date: "2011-05-03" },
  { name: "French", head: [TITLE, "Publié le 3 mai 2011 à 14h35"], date: "2011-05-03" },
  { name: "Portuguese", head: [TITLE, "Brasília, 3 de maio de 2011"], date: "2011-05-03" },
  {
    name: "document of the United Nations",
    head: ["A/66/999", "Distr.: General", "3 May 2011", "Original: English", TITLE],
    date: "2011-05-03",
  },
  {
    name: "days of a meeting",
    head: ["= FINAL DECLARATION OF THE MEETING OF FISHERIES MINISTERS", "Bergen, 12–14 May 2011"],
    date: "2011-05",
  },
  { name: "place with its country and a day of its own", head: [TITLE, "Bergen (Norway), Jun. 4, 2015"], date: "2015-06-04" },
  { name: "place and date at the end", head: ["= Joint communiqué of Kenya and Norway"], foot: ["Bergen, 3 May 2011"], date: "2011-05-03" },
  {
    name: "done at",
    head: ["= Joint communiqué of Kenya and Norway"],
    foot: ["Done at Bergen on 3 May 2011 in two copies."],
    date: "2011-05-03",
  },
  { name: "compiled in", head: ["= Visits of ministers", "Compiled in March 2017. One line for each journey."], date: "2017-03" },
  { name: "issue of a journal", head: ["Papers of the Sea, Vol. 9, No. 2 (December 2016), pp. 101-106", TITLE], date: "2016-12" },
  { name: "published at the end", head: [TITLE], foot: ["Published on 3 May 2011"], date: "2011-05-03" },
];

const UNSTATED: readonly Shape[] = [
  { name: "no date line", head: [TITLE], date: null },
  { name: "an anniversary", head: ["= Twenty years of the treaty of 14 June 1999"], date: null },
  { name: "a treaty in the title", head: ["= The Oslo Agreement, 14 June 1999, and what came of it"], date: null },
  { name: "a sentence that opens with a day", head: [TITLE], opening: "On 3 May 2001 the talks began. ", date: null },
  { name: "a place and a day in a sentence", head: [TITLE], opening: "Oslo, 3 May 2001, was where it began. ", date: null },
  { name: "a copyright year", head: [TITLE], foot: ["© 2015 Example Foundation. All rights reserved."], date: null },
  { name: "a copyright line above", head: ["Copyright 2015 Example Foundation", TITLE], date: null },
  {
    name: "an event to come",
    head: ["= Open day of the fisheries board", "Date: 12 June 2031", "Time: 10:00", "Venue: City Hall, Bergen"],
    date: null,
  },
  { name: "facts about a treaty", head: ["= The fisheries treaty", "Signed: 14 June 1999", "In force: 1 January 2001"], date: null },
  { name: "a list of days", head: ["= Relations of Norway", "Kenya: 3 May 1964", "Ghana: 9 August 1961", "Chad: 4 June 1965"], date: null },
  {
    name: "a chronology",
    head: ["= A chronology", "3 May 1964 – Relations begin", "9 August 1971 – First visit", "4 June 1985 – A loan"],
    date: null,
  },
  { name: "an itinerary", head: ["= Itinerary", "3 May 2011 – Lima", "4 May 2011 – Quito", "5 May 2011 – Bogotá"], date: null },
  { name: "a life", head: ["= Ana Example", "Born: 3 May 1950, Bergen"], date: null },
  { name: "the day it was printed out", head: [TITLE], foot: ["Printed on 3 May 2019", "Accessed 4 May 2019"], date: null },
];

const paragraphs = ({ opening = "" }: Shape): string[] => [opening + BODY[0], ...BODY.slice(1)];
const bare = (line: string): string => line.replace(/^= /, "");
const entities = (line: string): string => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const FORMATS: Readonly<Record<string, (shape: Shape) => Document | Promise<Document>>> = {
  "plain text": (shape) => {
    const lines = [...shape.head.map(bare), "", ...paragraphs(shape).flatMap((p) => [p, ""]), ...(shape.foot ?? [])];
    return readPlainText(MappedText.identity(lines.join("\n")), { source: "a.txt" });
  },
  "plain text, spaced": (shape) => {
    const lines = [...shape.head.map(bare), ...paragraphs(shape), ...(shape.foot ?? [])];
    return readPlainText(MappedText.identity(lines.join("\n\n")), { source: "a.txt" });
  },
  "plain text, wrapped": (shape) => {
    const wrap = (p: string): string => p.replace(/(.{60,75}) /g, "$1\n");
    const lines = [...shape.head.flatMap((line) => [bare(line), ...(line.startsWith("= ") ? [""] : [])]), ""];
    const text = [...lines, ...paragraphs(shape).flatMap((p) => [wrap(p), ""]), ...(shape.foot ?? [])].join("\n");
    return readPlainText(MappedText.identity(text), { source: "a.txt" });
  },
  Markdown: (shape) => {
    const lines = [...shape.head.map((line) => line.replace(/^= /, "# ")), ...paragraphs(shape), ...(shape.foot ?? [])];
    return readMarkdown(MappedText.identity(lines.join("\n\n")), { source: "a.md" });
  },
  "Markdown with marks": (shape) => {
    const marked = (line: string): string => (line.startsWith("= ") ? line.replace("= ", "# ") : `*${line}*  `);
    const text = `${shape.head.map(marked).join("\n")}\n\n${[...paragraphs(shape), ...(shape.foot ?? [])].join("\n\n")}`;
    return readMarkdown(MappedText.identity(text), { source: "a.md" });
  },
  HTML: (shape) => {
    const head = shape.head.map((line) => (line.startsWith("= ") ? `<h1>${entities(bare(line))}</h1>` : `<p>${entities(line)}</p>`));
    const text = [...paragraphs(shape), ...(shape.foot ?? [])].map((p) => `<p>${entities(p)}</p>`);
    const nav = "<nav><a href=/>Home</a> <a href=/news>News</a></nav><div class=date-today>Saturday, 9 July 2033</div>";
    const related =
      '<aside class=related><h3>More</h3><ul><li><a href=/x>An old story</a> <time datetime="2003-03-03">3 March 2003</time></ul></aside>';
    return readHtml(
      MappedText.identity(
        `<!doctype html><html><body>${nav}<main>${head.join("")}${text.join("")}</main>${related}<footer>© 2030 Example</footer>`,
      ),
      { source: "a.html" },
    );
  },
  "HTML in boxes": (shape) => {
    const head = shape.head.map((line) =>
      line.startsWith("= ") ? `<h1 class=title>${entities(bare(line))}</h1>` : `<div class=info><span>${entities(line)}</span></div>`,
    );
    const text = [...paragraphs(shape), ...(shape.foot ?? [])].map((p) => `<p>${entities(p)}</p>`);
    return readHtml(
      MappedText.identity(
        `<!doctype html><html><body><div id=top>${head.join("\n")}</div><div class=entry-content>${text.join("")}</div><div class=footer>© 2030 Example</div>`,
      ),
      { source: "a.html" },
    );
  },
  DOCX: async (shape) => {
    const head = shape.head.map((line) =>
      line.startsWith("= ") ? new Paragraph({ text: bare(line), heading: HeadingLevel.TITLE }) : new Paragraph(line),
    );
    const children = [...head, ...[...paragraphs(shape), ...(shape.foot ?? [])].map((p) => new Paragraph(p))];
    return readDocx(new Uint8Array(await Packer.toBuffer(new WordDocument({ sections: [{ children }] }))), { source: "a.docx" });
  },
  "DOCX without styles": async (shape) => {
    const children = [...shape.head.map(bare), ...paragraphs(shape), ...(shape.foot ?? [])].map((p) => new Paragraph(p));
    return readDocx(new Uint8Array(await Packer.toBuffer(new WordDocument({ sections: [{ children }] }))), { source: "a.docx" });
  },
};

describe.each(Object.entries(FORMATS))("the date that a document states: %s", (_, readShape) => {
  it.each(STATED.map((shape) => [shape.name, shape] as const))("%s", async (_name, shape) => {
    const { date } = await readShape(shape);
    expect(date).toEqual({ edtf: shape.date, basis: "dateline" });
  });

  it.each(UNSTATED.map((shape) => [shape.name, shape] as const))("none: %s", async (_name, shape) => {
    const { date } = await readShape(shape);
    // the file's own properties and the like are no statement of the text
    expect(date?.basis === "file-metadata" ? null : date).toBe(null);
  });
});

it("takes the day from the dateline where the year is all that the rest tells for sure", () => {
  const lines = [
    "Bergen and Oslo sign",
    "10:05 | Bergen, Jan. 11 (NTB).",
    "The two ports have signed an agreement on Friday.",
    "Published: 1/11/2014",
  ];
  const found = findDocumentDate(lines.map((text, i) => ({ text, kind: i === 0 ? "title" : "line" })));
  expect(found).toEqual({ edtf: "2014-01-11", basis: "dateline" });
});
