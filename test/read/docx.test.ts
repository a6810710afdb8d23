import { deflateRawSync } from "node:zlib";
import {
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  Document as WordDocument,
} from "docx";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { isExact } from "../../src/document/source-map.ts";
import { readDocx } from "../../src/read/docx.ts";

type Options = ConstructorParameters<typeof WordDocument>[0];

async function pack(children: readonly (Paragraph | Table)[], options: Partial<Options> = {}): Promise<Uint8Array> {
  const document = new WordDocument({
    title: "The Embassies of Example",
    creator: "Ana Example",
    sections: [{ children: [...children] }],
    numbering: {
      config: [
        {
          reference: "points",
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: "%1." },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: "(%2)" },
          ],
        },
      ],
    },
    ...options,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

async function read(bytes: Uint8Array): Promise<Document> {
  return readDocx(bytes, { source: "test.docx" });
}

function outline(document: Document): string[] {
  return document.blocks.map((b) => {
    const role = b.role === "notice" ? "notice " : "";
    return `${role}${b.kind}${b.level || ""}: ${b.marker ? `${b.marker} ` : ""}${document.text.slice(b.start, b.end)}`;
  });
}

/** A ZIP container with the parts packed as they are given. */
function zip(parts: Readonly<Record<string, string | Buffer>>): Uint8Array {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = typeof content === "string" ? deflateRawSync(Buffer.from(content)) : content;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    pieces.push(local, Buffer.from(name), packed);
    list.push(central, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, directory, end]);
}

const body = (content: string): string => `<w:document xmlns:w="x"><w:body>${content}</w:body></w:document>`;
const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe("a report", () => {
  const report = pack(
    [
      new Paragraph({ text: "Embassies in the South", heading: HeadingLevel.TITLE }),
      new Paragraph("By José Muster"),
      new Paragraph("12 May 2021"),
      new Paragraph({ text: "The Beginning", heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [
          new TextRun("Relations began in 1962"),
          new FootnoteReferenceRun(1),
          new TextRun(" (Muster, 1998, p. 4; Ejemplo, 2001, p. 9). See "),
          new ExternalHyperlink({ link: "https://example.org/note", children: [new TextRun("the note")] }),
          new TextRun(". "),
          new DeletedTextRun({ text: "It was signed in Lima.", id: 1, author: "x", date: "2020-01-01T00:00:00Z" }),
          new InsertedTextRun({ text: "It was signed in Quito.", id: 2, author: "x", date: "2020-01-01T00:00:00Z" }),
        ],
      }),
      new Paragraph({ text: "The Points", heading: HeadingLevel.HEADING_2 }),
      new Paragraph({ text: "Open an embassy.", numbering: { reference: "points", level: 0 } }),
      new Paragraph({ text: "With an ambassador.", numbering: { reference: "points", level: 1 } }),
      new Paragraph({ text: "Send students.", numbering: { reference: "points", level: 0 } }),
      new Paragraph({ text: "Drink tea.", bullet: { level: 0 } }),
      new Table({
        rows: [
          new TableRow({
            tableHeader: true,
            children: ["State", "Year", "City"].map((t) => new TableCell({ children: [new Paragraph(t)] })),
          }),
          new TableRow({
            children: [
              new TableCell({ verticalMerge: VerticalMergeType.RESTART, children: [new Paragraph("Peru")] }),
              new TableCell({ columnSpan: 2, children: [new Paragraph("none before"), new Paragraph("the war")] }),
            ],
          }),
          new TableRow({
            children: [
              new TableCell({ verticalMerge: VerticalMergeType.CONTINUE, children: [] }),
              new TableCell({ children: [new Paragraph("1963")] }),
              new TableCell({ children: [new Paragraph("Lima")] }),
            ],
          }),
        ],
      }),
      new Paragraph("All rights reserved."),
    ],
    { footnotes: { 1: { children: [new Paragraph("The exchange of notes is dated 5 October.")] } } },
  ).then(read);

  it("has headings, lists with their marks and notices", async () => {
    expect(outline(await report).filter((line) => !line.startsWith("table-row"))).toEqual([
      "title: Embassies in the South",
      "notice paragraph: By José Muster",
      "notice paragraph: 12 May 2021",
      "heading1: The Beginning",
      "paragraph: Relations began in 1962. See the note. It was signed in Quito.",
      "heading2: The Points",
      "list-item1: 1. Open an embassy.",
      "list-item2: (a) With an ambassador.",
      "list-item1: 2. Send students.",
      "list-item1: ● Drink tea.",
      "notice paragraph: All rights reserved.",
    ]);
  });

  it("has title, author and date from its first lines", async () => {
    const document = await report;
    expect([document.title, document.authors, document.date]).toEqual([
      "Embassies in the South",
      ["José Muster"],
      { edtf: "2021-05-12", basis: "dateline" },
    ]);
  });

  it("keeps footnotes and citations apart, at their places", async () => {
    const document = await report;
    const at = document.text.indexOf("1962") + 4;
    expect(document.citations.map((c) => [c.at, c.text])).toEqual([
      [at, "The exchange of notes is dated 5 October."],
      [at, "Muster, 1998, p. 4; Ejemplo, 2001, p. 9"],
    ]);
  });

  it("has tables with spans and links", async () => {
    const document = await report;
    const [table] = document.tables;
    expect(table?.columns).toEqual(["State", "Year", "City"]);
    expect(table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ["State", "Year", "City"],
      expect.arrayContaining(["Peru"]),
      ["Peru", "1963", "Lima"],
    ]);
    expect(document.links.map((l) => [document.text.slice(l.start, l.end), l.target])).toEqual([["the note", "https://example.org/note"]]);
  });

  it("maps to the extracted text", async () => {
    const document = await report;
    expect(document.mapUnit).toBe("extracted-text");
    const [part] = document.parts;
    expect(part?.name).toBe("word/document.xml");
    let last = 0;
    for (const run of document.map) {
      expect(run.start).toBeGreaterThanOrEqual(last);
      last = run.end;
      if (isExact(run)) expect(run.sourceEnd).toBeLessThanOrEqual(part!.end);
    }
  });
});

describe("what a file states of itself", () => {
  it("gives title, author and date when the text does not", async () => {
    const document = await read(await pack([new Paragraph("The ministers met on Monday and talked about fish for the whole of the day.")]));
    expect(document.title).toBe("The Embassies of Example");
    expect(document.authors).toEqual(["Ana Example"]);
    expect(document.date?.basis).toBe("file-metadata");
    expect(document.language).toBe("en");
  });

  it("is not believed when a program wrote it", async () => {
    const document = await read(
      await pack([new Paragraph("The ministers met on Monday and talked about fish for the whole of the day.")], {
        title: "Document1",
        creator: "Microsoft Office User",
      }),
    );
    expect([document.title, document.authors]).toEqual([null, []]);
  });
});

describe("odd content", () => {
  const readBody = (content: string, more: Record<string, string> = {}) => read(zip({ "word/document.xml": body(content), ...more }));

  it("leaves out hidden text and field codes, follows content controls and links in fields", async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const document = await readBody(
      `<w:sdt><w:sdtContent>${p("In the control.")}</w:sdtContent></w:sdt>` +
        `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>${field("begin")}<w:r><w:instrText>HYPERLINK "https://example.org"</w:instrText></w:r>${field("separate")}<w:r><w:t>shown</w:t></w:r>${field("end")}<w:r><w:t xml:space="preserve"> after</w:t><w:noBreakHyphen/><w:t>wards</w:t></w:r></w:p>`,
    );
    expect(outline(document)).toEqual(["paragraph: In the control.", "paragraph: shown after-wards"]);
    expect(document.links[0]?.target).toBe("https://example.org");
  });

  it("takes short bold paragraphs for headings where there are no styles", async () => {
    const document = await readBody(
      `${p("The ministers met on Monday in the port.")}<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>The second day</w:t></w:r></w:p>${p("They met again, and it rained.")}`,
    );
    expect(document.sections.map((section) => section.heading)).toEqual(["The second day"]);
  });

  it("reads text boxes after their paragraph", async () => {
    const document = await readBody(
      `<w:p><w:r><w:t>Before.</w:t><w:drawing><w:inline><w:txbxContent>${p("In the box.")}</w:txbxContent></w:inline></w:drawing></w:r></w:p>${p("After.")}`,
    );
    expect(document.text).toBe("Before.\n\nIn the box.\n\nAfter.");
  });

  it("survives deep nesting", async () => {
    const document = await readBody(`${p("First.")}${"<w:sdt>".repeat(5000)}${p("deep")}${"</w:sdt>".repeat(5000)}${p("Last.")}`);
    expect(document.text).toBe("First.\n\nLast.");
    expect(document.diagnostics.map((d) => d.code)).toEqual(["docx-part-damaged"]);
  });
});

describe("damage", () => {
  const long = zip({
    "word/document.xml": body(
      Array.from({ length: 400 }, (_, n) => p(`This is paragraph ${n} of ${n * 7919}, and it tells of ${(n * 31337) % 9973} ships.`)).join(
        "",
      ),
    ),
    "word/styles.xml": "<w:styles/>",
  });

  it("reads what is left of a file that was cut off", async () => {
    const document = await read(long.slice(0, Math.floor(long.length * 0.6)));
    expect(document.diagnostics.map((d) => d.code)).toEqual(["docx-cut-off", "docx-part-damaged"]);
    expect(document.blocks.length).toBeGreaterThan(100);
    expect(document.text).toContain("This is paragraph 100 of");
  });

  it("reads broken XML up to the break", async () => {
    const document = await read(zip({ "word/document.xml": `<w:document xmlns:w="x"><w:body>${p("Whole.")}<w:p><w:r><w:t>half & <` }));
    expect(document.text).toContain("Whole.");
    expect(document.diagnostics.map((d) => d.code)).toEqual(["docx-part-damaged"]);
  });

  it.each([
    ["no ZIP file", Buffer.from("This is no Word document, only some text."), "unreadable"],
    ["nothing", new Uint8Array(0), "unreadable"],
    ["a ZIP file of something else", zip({ "a.txt": "text" }), "unreadable"],
    ["a file without its text part", zip({ "[Content_Types].xml": "<Types/>", "word/styles.xml": "<w:styles/>" }), "unreadable"],
    ["Word's old format", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), "unreadable"],
    ["a protected file", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]), "encrypted"],
  ])("refuses %s", async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: "ReadError", code, path: "test.docx" });
  });

  it("refuses a part that unpacks without end", async () => {
    const bomb = deflateRawSync(Buffer.alloc(210_000_000, 32), { level: 9 });
    await expect(read(zip({ "word/document.xml": bomb }))).rejects.toMatchObject({ code: "too-large" });
  });

  it("does not expand entities", async () => {
    const lol = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${body(p("&b;&b;"))}`;
    const document = await read(zip({ "word/document.xml": lol })).catch((error: Error) => error);
    expect(JSON.stringify(document).length).toBeLessThan(3000);
  });
});
