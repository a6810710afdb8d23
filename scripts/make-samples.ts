/**
 * Writes the two samples that cannot be typed by hand: a paper as PDF and a briefing as DOCX.
 *
 *     node scripts/make-samples.ts
 *
 * The words are in sample-texts.ts. The PDF has what papers have and readers stumble over: running heads, page numbers,
 * footnotes below the text, words broken at line ends, justified lines. The bytes of both are the same on every
 * run.
 */
import { writeFileSync } from "node:fs";
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";
import { briefing, paper } from "./sample-texts.ts";

const samples = new URL("../samples/", import.meta.url);
/** A5-like page of a journal, in points. */
const page = { width: 420, height: 595, left: 48, right: 48, top: 70, bottom: 62 };
const body = { size: 10, lead: 13.5 };
const small = { size: 8, lead: 10 };

interface Line {
  readonly text: string;
  readonly last: boolean;
}

/** Breaks a paragraph into lines no wider than `width` points, using `|` as permitted break inside a word. */
export function breakLines(text: string, width: number, measure: (s: string) => number): Line[] {
  const lines: Line[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const pieces = word.split("|");
    const whole = pieces.join("");
    const joined = line === "" ? whole : `${line} ${whole}`;
    if (measure(joined) <= width) {
      line = joined;
      continue;
    }
    let rest = whole;
    for (let count = pieces.length - 1; count > 0; count--) {
      const head = `${line} ${pieces.slice(0, count).join("")}-`;
      if (measure(head) > width) continue;
      line = head;
      rest = pieces.slice(count).join("");
      break;
    }
    lines.push({ text: line, last: false });
    line = rest;
  }
  lines.push({ text: line, last: true });
  return lines;
}

/** Lays the paper out page by page. */
class Press {
  readonly pdf: PDFDocument;
  readonly roman: PDFFont;
  readonly bold: PDFFont;
  readonly italic: PDFFont;
  sheet!: PDFPage;
  y = 0;
  number: number = paper.firstPage - 1;
  notes: string[] = [];

  constructor(pdf: PDFDocument, fonts: readonly [PDFFont, PDFFont, PDFFont]) {
    this.pdf = pdf;
    [this.roman, this.bold, this.italic] = fonts;
    this.turn();
  }

  get width(): number {
    return page.width - page.left - page.right;
  }

  /** Ends a page with its footnotes and begins the next with its running head. */
  turn(): void {
    if (this.number >= paper.firstPage) this.setNotes();
    this.number++;
    this.sheet = this.pdf.addPage([page.width, page.height]);
    this.y = page.height - page.top;
    const top = page.height - 40;
    if (this.number === paper.firstPage) {
      this.put(`${paper.journal}, ${paper.firstPage}-${paper.firstPage + 2}`, page.left, top, this.italic, small.size);
      return;
    }
    const even = this.number % 2 === 0;
    const head = even ? paper.author : paper.title;
    const number = String(this.number);
    const right = page.width - page.right;
    this.put(even ? number : head, page.left, top, this.roman, small.size);
    const other = even ? head : number;
    this.put(other, right - this.roman.widthOfTextAtSize(other, small.size), top, this.roman, small.size);
  }

  put(text: string, x: number, y: number, font: PDFFont, size: number): void {
    this.sheet.drawText(text, { x, y, font, size });
  }

  get floor(): number {
    return page.bottom + this.notes.length * 2 * small.lead;
  }

  setNotes(): void {
    let y = page.bottom - 6;
    const lines = this.notes.flatMap((note) => breakLines(note, this.width, (s) => this.roman.widthOfTextAtSize(s, small.size)));
    y += (lines.length - 1) * small.lead;
    for (const line of lines) {
      this.put(line.text, page.left, y, this.roman, small.size);
      y -= small.lead;
    }
    this.notes = [];
  }

  heading(text: string, size: number, gap: number): void {
    if (this.y - gap - 3 * body.lead < this.floor) this.turn();
    this.y -= gap;
    for (const line of breakLines(text, this.width, (s) => this.bold.widthOfTextAtSize(s, size))) {
      this.put(line.text, page.left, this.y, this.bold, size);
      this.y -= size * 1.4;
    }
  }

  paragraph(marked: string): void {
    const lines = breakLines(marked, this.width, (s) => this.roman.widthOfTextAtSize(s.replaceAll("^", ""), body.size));
    for (const line of lines) {
      const called = [...line.text.matchAll(/\^(\d)/g)].map((m) => `${m[1]} ${paper.footnotes[Number(m[1]) - 1]}`);
      if (this.y < this.floor + called.length * 2 * small.lead) this.turn();
      this.notes.push(...called);
      this.justify({ text: line.text.replaceAll("^", ""), last: line.last });
      this.y -= body.lead;
    }
    this.y -= 4;
  }

  /** Sets a line from margin to margin by widening the spaces, except the last of a paragraph. */
  justify(line: Line): void {
    const words = line.text.split(" ");
    const natural = this.roman.widthOfTextAtSize(line.text, body.size);
    const extra = line.last || words.length < 2 ? 0 : (this.width - natural) / (words.length - 1);
    let x = page.left;
    for (const word of words) {
      this.put(word, x, this.y, this.roman, body.size);
      x += this.roman.widthOfTextAtSize(`${word} `, body.size) + extra;
    }
  }
}

/** The paper as PDF bytes. */
export async function makePaper(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(`${paper.title}: ${paper.subtitle}`);
  pdf.setAuthor(paper.author);
  pdf.setCreationDate(paper.date);
  pdf.setModificationDate(paper.date);
  pdf.setLanguage("en");
  const press = new Press(pdf, [
    await pdf.embedFont(StandardFonts.TimesRoman),
    await pdf.embedFont(StandardFonts.TimesRomanBold),
    await pdf.embedFont(StandardFonts.TimesRomanItalic),
  ]);
  press.heading(paper.title, 17, 6);
  press.heading(paper.subtitle, 12, 2);
  press.put(paper.author, page.left, press.y - 2, press.italic, body.size);
  press.y -= 14;
  for (const section of paper.sections) {
    press.heading(section.heading, 11, 8);
    for (const text of section.paragraphs) press.paragraph(text);
  }
  press.setNotes();
  return pdf.save();
}

/** The briefing as DOCX bytes. */
export async function makeBriefing(): Promise<Uint8Array> {
  const plain = (text: string) => new Paragraph({ children: [new TextRun(text)], spacing: { after: 120 } });
  const document = new Document({
    title: briefing.title,
    creator: briefing.author,
    styles: { default: { document: { run: { font: "Georgia", size: 22 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: briefing.title, heading: HeadingLevel.TITLE }),
          new Paragraph({ children: [new TextRun({ text: `${briefing.author}, ${briefing.date}`, italics: true })] }),
          plain(briefing.summary),
          ...briefing.sections.flatMap((section) => [
            new Paragraph({ text: section.heading, heading: HeadingLevel.HEADING_1 }),
            ...section.paragraphs.map(plain),
          ]),
          new Paragraph({ text: "Background", heading: HeadingLevel.HEADING_1 }),
          ...briefing.bullets.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
          new Paragraph({ text: "Free trade agreements of South Korea", heading: HeadingLevel.HEADING_2 }),
          new Table({
            rows: briefing.table.map(
              (cells, index) =>
                new TableRow({
                  tableHeader: index === 0,
                  children: cells.map(
                    (text) =>
                      new TableCell({
                        children: [new Paragraph({ alignment: AlignmentType.LEFT, children: [new TextRun({ text, bold: index === 0 })] })],
                      }),
                  ),
                }),
            ),
          }),
        ],
      },
    ],
  });
  return withFixedTimes(new Uint8Array(await Packer.toBuffer(document)));
}

/** Packs a DOCX again with the briefing's day in place of the hour of packing, so that the same words give the same bytes. */
function withFixedTimes(docx: Uint8Array): Uint8Array {
  const day = `${briefing.day}T00:00:00Z`;
  const parts = Object.entries(unzipSync(docx)).map(([name, bytes]) => {
    if (name !== "docProps/core.xml") return [name, bytes] as const;
    return [name, strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`))] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: new Date(2022, 4, 12), os: 0 });
}

if (import.meta.main) {
  writeFileSync(new URL("korea-eclac-iadb-aladi.pdf", samples), await makePaper());
  writeFileSync(new URL("korea-trade-agreements.docx", samples), await makeBriefing());
}
