import { isOn, type ParagraphStyle, type Styles, styleOf } from "./docx-styles.ts";
import { childNamed, childrenNamed, textOf, type XmlElement } from "./docx-xml.ts";
import type { SourceLink } from "./plain-text-document.ts";

/** A paragraph with its place in the extracted text. */
export interface DocxParagraph {
  readonly start: number;
  readonly end: number;
  readonly style: ParagraphStyle;
  /** All its text is bold. */
  readonly bold: boolean;
  /** Notes by where they stand. */
  readonly notes: readonly { readonly at: number; readonly kind: "footnote" | "endnote"; readonly id: string }[];
}

export interface DocxCell {
  readonly columns: number;
  /** Goes on with the cell above. */
  readonly continues: boolean;
  readonly content: readonly DocxItem[];
}

export interface DocxTable {
  readonly rows: readonly { readonly header: boolean; readonly cells: readonly DocxCell[] }[];
}

export type DocxItem = { readonly paragraph: DocxParagraph } | { readonly table: DocxTable };

export interface DocxBody {
  /** All paragraphs in order, each ended by a line break. */
  readonly text: string;
  readonly items: readonly DocxItem[];
  readonly links: readonly SourceLink[];
}

/** Walks the body of a document part: text as it shows with changes accepted, hidden text and field codes left out. */
export function readBody(body: XmlElement | undefined, styles: Styles, targets: ReadonlyMap<string, string>): DocxBody {
  const walk = new BodyWalk(styles, targets);
  const items = body ? walk.items(body) : [];
  return { text: walk.text(), items, links: walk.links };
}

const SKIPPED = new Set([
  "del",
  "moveFrom",
  "instrText",
  "delText",
  "pPr",
  "rPr",
  "sectPr",
  "tblPr",
  "tcPr",
  "trPr",
  "proofErr",
  "annotationRef",
  "footnoteRef",
  "endnoteRef",
  "Fallback",
  "pict",
  "object",
  "commentRangeStart",
]);

class BodyWalk {
  readonly links: SourceLink[] = [];
  private readonly pieces: string[] = [];
  private size = 0;
  private readonly styles: Styles;
  private readonly targets: ReadonlyMap<string, string>;
  private notes: { at: number; kind: "footnote" | "endnote"; id: string }[] = [];
  private boxes: XmlElement[] = [];
  private plain = false;
  private bold = false;
  /** Fields that are open: their code, and where their shown result begins. */
  private fields: { code: string; from: number }[] = [];

  constructor(styles: Styles, targets: ReadonlyMap<string, string>) {
    this.styles = styles;
    this.targets = targets;
  }

  text(): string {
    return this.pieces.join("");
  }

  items(parent: XmlElement): DocxItem[] {
    const items: DocxItem[] = [];
    for (const child of parent.children) {
      if (typeof child === "string") continue;
      if (child.name === "p") items.push(...this.paragraph(child));
      else if (child.name === "tbl") items.push({ table: this.table(child) });
      else if (!SKIPPED.has(child.name)) items.push(...this.items(child));
    }
    return items;
  }

  private paragraph(element: XmlElement): DocxItem[] {
    const style = styleOf(element, this.styles);
    const start = this.size;
    this.notes = [];
    this.boxes = [];
    this.plain = false;
    this.bold = false;
    this.inline(element);
    const bold = this.bold && !this.plain;
    const paragraph = { start, end: this.size, style, bold, notes: this.notes };
    const boxes = this.boxes;
    this.fields = this.fields.filter((field) => field.from >= 0);
    this.write("\n");
    const items: DocxItem[] = [{ paragraph }];
    for (const box of boxes) items.push(...this.items(box));
    return items;
  }

  private table(element: XmlElement): DocxTable {
    const rows = rowsIn(element).map((row) => ({
      header: isOn(childNamed(row, "trPr", "tblHeader")),
      cells: cellsIn(row).map((cell): DocxCell => {
        const properties = childNamed(cell, "tcPr");
        const merge = childNamed(properties, "vMerge");
        const content = this.items(cell);
        return {
          columns: Math.max(1, Number(childNamed(properties, "gridSpan")?.attributes.val ?? 1) || 1),
          continues: merge !== undefined && merge.attributes.val !== "restart",
          content,
        };
      }),
    }));
    return { rows };
  }

  private inline(parent: XmlElement): void {
    for (const child of parent.children) {
      if (typeof child === "string") continue;
      if (child.name === "r") this.run(child);
      else if (child.name === "hyperlink") this.hyperlink(child);
      else if (child.name === "fldSimple") this.simpleField(child);
      else if (child.name === "t") this.write(textOf(child));
      else if (child.name === "AlternateContent") this.inline(childNamed(child, "Choice") ?? child);
      else if (!SKIPPED.has(child.name) && child.name !== "tbl" && child.name !== "p") this.inline(child);
    }
  }

  private run(run: XmlElement): void {
    const properties = childNamed(run, "rPr");
    if (isOn(childNamed(properties, "vanish"))) return;
    const inCode = this.fields.some((field) => field.from < 0);
    const before = this.size;
    for (const child of run.children) {
      if (typeof child === "string") continue;
      if (child.name === "fldChar") this.fieldMark(child.attributes.fldCharType ?? "");
      else if (child.name === "instrText") {
        const field = this.fields.at(-1);
        if (field) field.code += textOf(child);
      } else if (!this.fields.some((field) => field.from < 0)) this.runContent(child);
    }
    if (!inCode && this.size > before && this.pieces.slice(-3).join("").trim()) {
      if (isOn(childNamed(properties, "b"))) this.bold = true;
      else this.plain = true;
    }
  }

  private runContent(child: XmlElement): void {
    switch (child.name) {
      case "t":
        this.write(textOf(child));
        break;
      case "tab":
      case "br":
      case "cr":
      case "ptab":
        this.write(child.name === "tab" ? "\t" : " ");
        break;
      case "noBreakHyphen":
        this.write("-");
        break;
      case "sym": {
        const code = Number.parseInt(child.attributes.char ?? "", 16);
        if (code > 32 && (code < 0xe000 || code > 0xf8ff)) this.write(String.fromCharCode(code));
        break;
      }
      case "footnoteReference":
      case "endnoteReference":
        if (child.attributes.id)
          this.notes.push({ at: this.size, kind: child.name === "footnoteReference" ? "footnote" : "endnote", id: child.attributes.id });
        break;
      case "drawing":
      case "pict":
      case "AlternateContent":
        for (const box of descendants(child.name === "AlternateContent" ? (childNamed(child, "Choice") ?? child) : child, "txbxContent"))
          this.boxes.push(box);
        break;
      default:
        if (child.name === "ruby") this.inline(childNamed(child, "rubyBase") ?? child);
    }
  }

  private hyperlink(element: XmlElement): void {
    const target = this.targets.get(element.attributes.id ?? "");
    const from = this.size;
    this.inline(element);
    this.link(from, target);
  }

  private simpleField(element: XmlElement): void {
    const from = this.size;
    this.inline(element);
    this.link(from, addressIn(element.attributes.instr ?? ""));
  }

  private fieldMark(type: string): void {
    const field = this.fields.at(-1);
    if (type === "begin") this.fields.push({ code: "", from: -1 });
    else if (type === "separate" && field) field.from = this.size;
    else if (type === "end" && field) {
      this.fields.pop();
      if (field.from >= 0) this.link(field.from, addressIn(field.code));
    }
  }

  private link(from: number, target: string | undefined): void {
    if (target && /^(?:https?|mailto):/i.test(target) && this.size > from) this.links.push({ start: from, end: this.size, target });
  }

  private write(text: string): void {
    const clean = text.replace(/[\r\n\f]/g, (c) => (text === "\n" ? c : " "));
    this.pieces.push(clean);
    this.size += clean.length;
  }
}

function addressIn(code: string): string | undefined {
  return /\bHYPERLINK\s+"([^"]+)"/i.exec(code)?.[1];
}

/** Rows and cells also stand inside content controls and accepted insertions. */
function rowsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === "string"
      ? []
      : child.name === "tr"
        ? childNamed(child, "trPr", "del")
          ? []
          : [child]
        : /^(?:sdt|sdtContent|ins|customXml)$/.test(child.name)
          ? rowsIn(child)
          : [],
  );
}

function cellsIn(row: XmlElement): XmlElement[] {
  return row.children.flatMap((child) =>
    typeof child === "string"
      ? []
      : child.name === "tc"
        ? [child]
        : /^(?:sdt|sdtContent|ins|customXml)$/.test(child.name)
          ? cellsIn(child)
          : [],
  );
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  return [
    ...childrenNamed(element, name),
    ...element.children.flatMap((child) =>
      typeof child === "string" || child.name === name || child.name === "Fallback" ? [] : descendants(child, name),
    ),
  ];
}
