import { deflateSync } from "node:zlib";
import { PDFDocument, type PDFFont, PDFName, type PDFPage, PDFString, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { isExact } from "../../src/document/source-map.ts";
import { readPdf } from "../../src/read/pdf.ts";
import { PDF_LIMITS } from "../../src/read/pdf-pages.ts";
import { ReadError } from "../../src/read/reader.ts";

interface Fonts {
  readonly body: PDFFont;
  readonly bold: PDFFont;
}

type Line = string | { text: string; x?: number; y?: number; size?: number; bold?: boolean; gap?: number };

/** Sets lines from the top of a page, 14 points apart, 11 points high. */
function setLines(page: PDFPage, fonts: Fonts, lines: readonly Line[], left = 72, top = 720): void {
  let y = top;
  for (const given of lines) {
    const line = typeof given === "string" ? { text: given } : given;
    y -= line.gap ?? 0;
    page.drawText(line.text, { x: line.x ?? left, y: line.y ?? y, size: line.size ?? 11, font: line.bold ? fonts.bold : fonts.body });
    if (line.y === undefined) y -= 14;
  }
}

async function makePdf(draw: (pdf: PDFDocument, fonts: Fonts) => void | Promise<void>): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const fonts = { body: await pdf.embedFont(StandardFonts.TimesRoman), bold: await pdf.embedFont(StandardFonts.TimesRomanBold) };
  await draw(pdf, fonts);
  return pdf.save({ useObjectStreams: false });
}

async function read(bytes: Uint8Array): Promise<Document> {
  return readPdf(bytes, { source: "test.pdf" });
}

function outline(document: Document): string[] {
  return document.blocks.map(
    (b) => `${b.role === "notice" ? "notice " : ""}${b.kind}${b.level || ""}: ${document.text.slice(b.start, b.end)}`,
  );
}

const PROSE = [
  "The ministers of the two countries met in the capital in the spring of the year and",
  "agreed that the consultations between their offices should be held every year, and that",
  "the next of them would take place in the port on the southern coast, where the inter-",
  "national school for fishermen had been opened with the help of the regional bank.",
];

describe("a paper", () => {
  const paper = makePdf((pdf, fonts) => {
    pdf.setTitle("Microsoft Word - paper_final.doc");
    pdf.setAuthor("Ana Example; José Muster");
    pdf.setCreationDate(new Date("2019-05-02T10:00:00Z"));
    for (let n = 1; n <= 3; n++) {
      const page = pdf.addPage([612, 792]);
      page.drawText(n % 2 ? "Invented Journal of Ports" : `${n}0 Example and Muster`, { x: 72, y: 750, size: 9, font: fonts.body });
      if (n === 1) {
        setLines(page, fonts, [
          { text: "Ports of the South", size: 20, bold: true },
          { text: "and Their Embassies", size: 20, bold: true, gap: 10 },
          { text: "1. The Beginning", size: 14, bold: true, gap: 20 },
          { text: PROSE[0]!, gap: 10 },
          ...PROSE.slice(1),
          { text: "Northern ports", bold: true, gap: 12 },
          { text: PROSE[0]!, gap: 6 },
          PROSE[1]!,
          "the next of them would take place in the port on the southern coast, and that the",
        ]);
        page.drawText("price", { x: 72, y: 420, size: 11, font: fonts.body });
        page.drawText("3", { x: 72 + fonts.body.widthOfTextAtSize("price", 11), y: 424, size: 7, font: fonts.body });
        page.drawText("of copper should be studied by experts of both the countries for the", {
          x: 72 + fonts.body.widthOfTextAtSize("price", 11) + 7,
          y: 420,
          size: 11,
          font: fonts.body,
        });
        setLines(
          page,
          fonts,
          [
            { text: "3 See Muster, The Price of Copper, p. 12, and the", size: 8 },
            { text: "literature that is named there.", size: 8 },
          ],
          72,
          90,
        );
      } else
        setLines(page, fonts, [
          n === 2 ? "rest of the year." : "The third page begins with a sentence of its own, which goes on in the second",
          n === 2
            ? "That was decided in the autumn, when the ministers came together once again in the"
            : "line and comes to its end there.",
          ...(n === 2 ? ["old city and signed the papers."] : []),
        ]);
      page.drawText(String(n + 200), { x: 300, y: 40, size: 9, font: fonts.body });
    }
  }).then(read);

  it("has its title by the largest type, its headings by size and weight", async () => {
    const document = await paper;
    expect(document.title).toBe("Ports of the South and Their Embassies");
    expect(document.sections.map((s) => [s.level, s.heading])).toEqual([
      [2, "1. The Beginning"],
      [3, "Northern ports"],
    ]);
  });

  it("has its author and date from the file's properties", async () => {
    const document = await paper;
    expect(document.authors).toEqual(["Ana Example", "José Muster"]);
    expect(document.date).toEqual({ edtf: "2019-05-02", basis: "file-metadata" });
    expect(document.language).toBe("en");
  });

  it("joins lines and pages, leaves out heads and page numbers", async () => {
    const document = await paper;
    expect(document.text).toContain("where the international school");
    expect(document.text).toContain("by experts of both the countries for the rest of the year.");
    expect(document.text).not.toMatch(/Invented Journal|Example and|20[123]/);
    expect(document.diagnostics.map((d) => d.code)).toContain("running-head");
    expect(document.diagnostics.map((d) => d.code)).toContain("page-number");
  });

  it("keeps footnotes apart, at their marks", async () => {
    const document = await paper;
    expect(document.citations).toEqual([
      {
        at: document.text.indexOf("price of copper") + 5,
        label: "3",
        text: "See Muster, The Price of Copper, p. 12, and the literature that is named there.",
        fields: {},
      },
    ]);
  });

  it("maps to the extracted text, whose parts are the pages", async () => {
    const document = await paper;
    expect(document.mapUnit).toBe("extracted-text");
    expect(document.parts.map((part) => part.name)).toEqual(["page 1", "page 2", "page 3"]);
    const third = document.parts[2]!;
    const at = document.text.indexOf("The third page begins");
    const run = document.map.find((r) => r.start <= at && at < r.end)!;
    expect(run.sourceStart + at - run.start).toBeGreaterThanOrEqual(third.start);
    for (const r of document.map) if (isExact(r)) expect(r.sourceEnd).toBeLessThanOrEqual(third.end);
  });
});

describe("pages", () => {
  it("reads two columns one after the other, under a line that spans both", async () => {
    const column = (name: string) =>
      Array.from({ length: 14 }, (_, n) => `${name} column line ${n + 1} of this text goes on and`).concat([`${name} column ends here.`]);
    const document = await read(
      await makePdf((pdf, fonts) => {
        const page = pdf.addPage([612, 792]);
        page.drawText("A Study in Two Columns That Spans the Whole of the Page", { x: 72, y: 730, size: 18, font: fonts.bold });
        setLines(page, fonts, column("First"), 60, 690);
        setLines(page, fonts, column("Second"), 320, 690);
      }),
    );
    expect(document.title).toBe("A Study in Two Columns That Spans the Whole of the Page");
    expect(document.text.indexOf("First column ends here.")).toBeLessThan(document.text.indexOf("Second column line 1 "));
    expect(document.text).toContain("goes on and First column line 2 of");
  });

  it("reads columns of figures as a table", async () => {
    const document = await read(
      await makePdf((pdf, fonts) => {
        const page = pdf.addPage([612, 792]);
        setLines(page, fonts, PROSE);
        const rows = [
          ["Country", "Since", "Embassy"],
          ["Peru", "1963", "Lima"],
          ["Chile", "1962", "Santiago"],
          ["Costa Rica", "1962", "San José"],
        ];
        rows.forEach((row, n) => {
          row.forEach((cell, column) => {
            page.drawText(cell, { x: 72 + 140 * column, y: 600 - 16 * n, size: 11, font: fonts.body });
          });
        });
      }),
    );
    expect(document.tables[0]?.columns).toEqual(["Country", "Since", "Embassy"]);
    expect(document.tables[0]?.rows[3]?.cells.map((cell) => cell.text)).toEqual(["Costa Rica", "1962", "San José"]);
  });

  it("reads links", async () => {
    const document = await read(
      await makePdf((pdf, fonts) => {
        const page = pdf.addPage([612, 792]);
        setLines(page, fonts, ["The text of the joint statement is here and was read to all who had come."]);
        const left = 72 + fonts.body.widthOfTextAtSize("The text of the ", 11);
        const right = left + fonts.body.widthOfTextAtSize("joint statement", 11);
        const link = pdf.context.register(
          pdf.context.obj({
            Type: "Annot",
            Subtype: "Link",
            Rect: [left, 716, right, 732],
            Border: [0, 0, 0],
            A: { Type: "Action", S: "URI", URI: PDFString.of("https://example.org/statement") },
          }),
        );
        page.node.set(PDFName.of("Annots"), pdf.context.obj([link]));
      }),
    );
    expect(document.links.map((l) => [document.text.slice(l.start, l.end), l.target])).toEqual([
      ["joint statement", "https://example.org/statement"],
    ]);
  });

  it("takes the title from the properties when the page has none", async () => {
    const document = await read(
      await makePdf((pdf, fonts) => {
        pdf.setTitle("The Price of Copper");
        setLines(pdf.addPage([612, 792]), fonts, PROSE);
      }),
    );
    expect(document.title).toBe("The Price of Copper");
    expect(outline(document)).toHaveLength(1);
  });

  it("says which pages have no text", async () => {
    const document = await read(
      await makePdf((pdf, fonts) => {
        setLines(pdf.addPage(), fonts, PROSE);
        pdf.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 });
      }),
    );
    expect(document.diagnostics.map((d) => d.code)).toEqual(["page-without-text"]);
  });
});

describe("damage", () => {
  const many = makePdf((pdf, fonts) => {
    for (let n = 0; n < 12; n++) setLines(pdf.addPage(), fonts, [`Page ${n + 1} of the long report begins here.`, ...PROSE]);
  });

  it("reads what is left of half a file and says so", async () => {
    const bytes = await many;
    const document = await read(bytes.slice(0, Math.floor(bytes.length * 0.6)));
    expect(document.diagnostics.map((d) => d.code)).toContain("pdf-cut-off");
    expect(document.text).toContain("Page 2 of the long report");
  });

  it("finds the pages of half a file that packs its objects", async () => {
    const pdf = await PDFDocument.load(await many);
    const bytes = await pdf.save({ useObjectStreams: true });
    const cut = Buffer.from(bytes).lastIndexOf("/ObjStm");
    const end = Buffer.from(bytes).indexOf("endobj", cut);
    const document = await read(bytes.slice(0, end));
    expect(document.diagnostics.map((d) => d.code)).toContain("pdf-cut-off");
    expect(document.text).toContain("Page 2 of the long report");
  });

  it.each([
    ["no PDF", new TextEncoder().encode("This is no PDF at all.")],
    ["only a head", new TextEncoder().encode("%PDF-1.7\n%âãÏÓ\n")],
    ["nothing", new Uint8Array(0)],
  ])("refuses %s", async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: "ReadError", code: "unreadable", path: "test.pdf" });
  });

  it("refuses a file that is only pictures, with advice", async () => {
    const bytes = await makePdf((pdf) => {
      pdf.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 });
    });
    const error = await read(bytes).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ReadError);
    expect((error as ReadError).advice).toContain("OCR");
  });

  it("refuses a protected file", async () => {
    const bytes = Buffer.from(await many);
    const text = bytes.toString("latin1");
    const encrypt =
      "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <1111111111111111111111111111111111111111111111111111111111111111> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
    const locked = Buffer.from(text.replace(/trailer\s*<</, `trailer\n<< ${encrypt}`), "latin1");
    await expect(read(locked)).rejects.toMatchObject({ code: "encrypted" });
  });

  it("refuses a stream that unpacks without end", async () => {
    const bomb = deflateSync(Buffer.alloc(260_000_000, 32), { level: 9 });
    const pdf = Buffer.concat([
      Buffer.from(
        `%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >> endobj\n4 0 obj << /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`,
      ),
      bomb,
      Buffer.from("\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF"),
    ]);
    await expect(read(pdf)).rejects.toMatchObject({ code: "too-large" });
  });

  it("reads a page of countless pieces in bounded time", async () => {
    const bytes = await makePdf((pdf, fonts) => {
      const page = pdf.addPage([200_000, 792]);
      for (let n = 0; n < 6000; n++) page.drawText("x", { x: 30 * n, y: 700 - (n % 3), size: 11, font: fonts.body });
    });
    const begin = performance.now();
    await read(bytes);
    expect(performance.now() - begin).toBeLessThan(20_000);
  }, 60_000);

  it("stops at its limits and says where", async () => {
    const document = await readPdf(await many, { source: "test.pdf" }, { ...PDF_LIMITS, pages: 3 });
    expect(document.parts).toHaveLength(3);
    expect(document.diagnostics.find((d) => d.code === "pdf-stopped")?.message).toContain("3 of 12 pages");
  });
});
