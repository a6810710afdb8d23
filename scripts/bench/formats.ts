import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { PDFDocument, type PDFFont, StandardFonts } from "pdf-lib";
import { DUMP_HEAD, escapeXml } from "../../test/read/mediawiki-dump.ts";
import type { Article } from "./prose.ts";

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A way to write articles down: as files of about the size that such files have. */
export interface Form {
  readonly name: string;
  /** How many articles stand in one file; `Infinity` for formats that hold all of them in one. */
  readonly perFile: number;
  write(articles: readonly Article[]): Promise<Uint8Array>;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(" – ", " &#8211; ").replaceAll("’", "&#8217;");

function toHtml(article: Article): string {
  return article.sections
    .map(
      (s) =>
        `<h2>${escapeHtml(s.heading)}</h2>\n${s.paragraphs.map((p) => `<p>${escapeHtml(p)} <a href="https://example.org/${article.number}">More</a></p>`).join("\n")}`,
    )
    .join("\n");
}

function toWikitext(article: Article): string {
  const body = article.sections.map(
    (s, i) =>
      `== ${s.heading} ==\n{{main|${s.heading}}}\n${s.paragraphs.map((p, k) => `${p.replace(/\b(Chile|Peru|Japan|Cuba)\b/g, "[[$1]]")}<ref name="r${i}${k}">{{cite web |title=Note ${k} |url=https://example.org/${k} |date=${article.date}}}</ref>`).join("\n\n")}`,
  );
  const rows = article.sections.map((s, i) => `|-\n| {{flag|${s.heading.slice(15)}}} || ${1960 + i}`).join("\n");
  return `{{Short description|Made for a measurement}}\n'''${article.title}''' is invented.\n\n${body.join("\n\n")}\n\n{| class="wikitable"\n! Country !! Relations since\n${rows}\n|}\n[[Category:Invented]]\n`;
}

function toPage(article: Article): string {
  const menu = Array.from({ length: 30 }, (_, i) => `<li><a href="/topic/${i}">Topic ${i}</a></li>`).join("");
  const data = JSON.stringify({ "@type": "NewsArticle", headline: article.title, datePublished: article.date });
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(article.title)} | Example News</title>
<meta property="article:published_time" content="${article.date}T08:00:00Z"><script type="application/ld+json">${data}</script>
<style>body{margin:0}</style></head><body><nav class="menu"><ul>${menu}</ul></nav><main><article><h1>${escapeHtml(article.title)}</h1>
${toHtml(article)}
</article><aside class="related"><h3>Read also</h3><ul>${menu}</ul></aside></main><footer><p>© Example News. All rights reserved.</p></footer></body></html>
`;
}

/** Lines of at most `width` characters; long words are broken with a hyphen, as typesetters do. */
function setLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 <= width) {
      line = line ? `${line} ${word}` : word;
      continue;
    }
    const room = width - line.length - 2;
    const isBroken = /^[a-z]{9,}/.test(word) && room >= 4 && room <= word.length - 4;
    lines.push(isBroken ? `${line} ${word.slice(0, room)}-` : line);
    line = isBroken ? word.slice(room) : word;
  }
  return [...lines, line];
}

function paragraphsOf(article: Article): string[] {
  return article.sections.flatMap((s) => [s.heading, ...s.paragraphs]);
}

/** Text taken out of a PDF: pages of 45 lines with running heads, page numbers and broken words. */
function toPagedText(article: Article): string {
  const lines = paragraphsOf(article).flatMap((p) => [...setLines(p, 70), ""]);
  const pages: string[] = [];
  for (let at = 0, n = 1; at < lines.length; at += 45, n++)
    pages.push(`${n % 2 ? "Journal of Invented Affairs" : article.title}   ${n}\n\n${lines.slice(at, at + 45).join("\n")}\n\f`);
  return `${article.title}\n\n${pages.join("\n")}`;
}

async function toPdf(articles: readonly Article[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(articles[0]!.title);
  const font: PDFFont = await pdf.embedFont(StandardFonts.TimesRoman);
  const lines = articles.flatMap((a) => [a.title, "", ...paragraphsOf(a).flatMap((p) => [...setLines(p, 85), ""])]);
  for (let at = 0, n = 1; at < lines.length; at += 46, n++) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`Journal of Invented Affairs   ${n}`, { x: 72, y: 800, size: 8, font });
    lines.slice(at, at + 46).forEach((line, i) => {
      // the standard fonts know Latin 1 only
      if (line) page.drawText(line.replace(/[^\x20-\xff]/g, "-"), { x: 72, y: 770 - 15 * i, size: 10.5, font });
    });
  }
  return pdf.save();
}

async function toDocx(articles: readonly Article[]): Promise<Uint8Array> {
  const children = articles.flatMap((a) => [
    new Paragraph({ text: a.title, heading: HeadingLevel.TITLE }),
    ...a.sections.flatMap((s) => [
      new Paragraph({ text: s.heading, heading: HeadingLevel.HEADING_1 }),
      ...s.paragraphs.map((p) => {
        const half = Math.floor(p.length / 2);
        return new Paragraph({ children: [new TextRun(p.slice(0, half)), new TextRun({ text: p.slice(half), italics: true })] });
      }),
    ]),
  ]);
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
}

export const FORMS: readonly Form[] = [
  {
    name: "WordPress JSON",
    perFile: 100,
    write: async (articles) =>
      encode(
        JSON.stringify(
          articles.map((a) => ({
            id: a.number,
            date: `${a.date}T08:00:00`,
            slug: `part-${a.number}`,
            link: `https://example.org/${a.number}`,
            title: { rendered: escapeHtml(a.title) },
            content: { rendered: toHtml(a), protected: false },
            excerpt: { rendered: `<p>${escapeHtml(a.title)}</p>` },
          })),
        ),
      ),
  },
  { name: "wikitext", perFile: 4, write: async (articles) => encode(articles.map(toWikitext).join("\n")) },
  {
    name: "MediaWiki dump",
    perFile: Number.POSITIVE_INFINITY,
    write: async (articles) =>
      encode(
        `${DUMP_HEAD}${articles
          .map(
            (a) =>
              `  <page>\n    <title>${escapeXml(a.title)}</title>\n    <ns>0</ns>\n    <id>${a.number}</id>\n    <revision>\n      <id>${a.number}</id>\n      <timestamp>${a.date}T08:00:00Z</timestamp>\n      <text xml:space="preserve">${escapeXml(toWikitext(a))}</text>\n    </revision>\n  </page>\n`,
          )
          .join("")}</mediawiki>\n`,
      ),
  },
  { name: "HTML", perFile: 1, write: async ([article]) => encode(toPage(article!)) },
  { name: "PDF", perFile: 12, write: toPdf },
  {
    name: "plain text",
    perFile: 4,
    write: async (articles) => encode(articles.map((a) => [a.title, ...paragraphsOf(a)].join("\n\n")).join("\n\n\n")),
  },
  { name: "text out of a PDF", perFile: 4, write: async (articles) => encode(articles.map(toPagedText).join("\n")) },
  {
    name: "Markdown",
    perFile: 4,
    write: async (articles) =>
      encode(
        `---\ntitle: ${articles[0]!.title}\ndate: ${articles[0]!.date}\n---\n\n${articles
          .map(
            (a) =>
              `# ${a.title}\n\n${a.sections.map((s) => `## ${s.heading}\n\n${s.paragraphs.map((p, i) => (i % 3 === 2 ? `* ${p}` : p)).join("\n\n")}`).join("\n\n")}\n`,
          )
          .join("\n")}`,
      ),
  },
  { name: "DOCX", perFile: 12, write: toDocx },
  {
    name: "RSS",
    perFile: 50,
    write: async (articles) =>
      encode(
        `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example News</title><link>https://example.org/</link>\n${articles
          .map(
            (a) =>
              `<item><title>${escapeXml(a.title)}</title><link>https://example.org/${a.number}</link><pubDate>${new Date(a.date).toUTCString()}</pubDate><content:encoded><![CDATA[${toHtml(a)}]]></content:encoded></item>\n`,
          )
          .join("")}</channel></rss>\n`,
      ),
  },
  {
    name: "JSON lines",
    perFile: Number.POSITIVE_INFINITY,
    write: async (articles) =>
      encode(
        articles
          .map((a) =>
            JSON.stringify({ id: `a${a.number}`, title: a.title, date: a.date, language: "en", text: paragraphsOf(a).join("\n\n") }),
          )
          .join("\n"),
      ),
  },
];

/** Writes articles into files of one form until they hold `bytes` bytes of prose. */
export async function writeFiles(form: Form, articles: AsyncIterator<Article>, bytes: number): Promise<File[]> {
  const files: File[] = [];
  let batch: Article[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) files.push({ name: `${form.name} ${files.length + 1}`, bytes: await form.write(batch) });
    batch = [];
  };
  for (let written = 0; written < bytes; ) {
    const { value } = await articles.next();
    const article = value as Article;
    batch.push(article);
    for (const paragraph of paragraphsOf(article)) written += paragraph.length;
    if (batch.length >= form.perFile) await flush();
  }
  await flush();
  return files;
}
