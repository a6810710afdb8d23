import { childNamed, childrenNamed, type XmlElement } from "./docx-xml.ts";

/** What a paragraph style says about its paragraphs. */
export interface ParagraphStyle {
  /** The style's built-in name in lower case: "heading 1", "title", "caption". */
  readonly name: string;
  /** Heading level 1 to 6, 0 for running text. */
  readonly heading: number;
  readonly numbering: { readonly list: string; readonly level: number } | null;
  readonly bold: boolean;
}

export type Styles = ReadonlyMap<string, ParagraphStyle>;

const PLAIN: ParagraphStyle = { name: "", heading: 0, numbering: null, bold: false };

/** Paragraph styles by id, each with what it inherits. */
export function readStyles(root: XmlElement | null): Styles {
  const raw = new Map<string, XmlElement>();
  for (const style of childrenNamed(childNamed(root ?? undefined, "styles"), "style"))
    if (style.attributes.styleId) raw.set(style.attributes.styleId, style);
  const styles = new Map<string, ParagraphStyle>();
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const known = styles.get(id);
    if (known) return known;
    const style = raw.get(id);
    if (!style || depth > 20) return { ...PLAIN, name: id.toLowerCase() };
    const base = childNamed(style, "basedOn")?.attributes.val;
    const inherited = base && base !== id ? resolve(base, depth + 1) : PLAIN;
    const name = (childNamed(style, "name")?.attributes.val ?? id).toLowerCase();
    const resolved = {
      name,
      heading: headingOf(name, style) ?? inherited.heading,
      numbering: numberingOf(childNamed(style, "pPr")) ?? inherited.numbering,
      bold: childNamed(style, "rPr", "b") ? isOn(childNamed(style, "rPr", "b")) : inherited.bold,
    };
    styles.set(id, resolved);
    return resolved;
  };
  for (const id of raw.keys()) resolve(id, 0);
  return styles;
}

/** The style of a paragraph with what the paragraph itself states. */
export function styleOf(paragraph: XmlElement, styles: Styles): ParagraphStyle {
  const properties = childNamed(paragraph, "pPr");
  const id = childNamed(properties, "pStyle")?.attributes.val;
  const style = id ? (styles.get(id) ?? { ...PLAIN, name: spacedName(id), heading: headingOf(spacedName(id)) ?? 0 }) : PLAIN;
  const outline = childNamed(properties, "outlineLvl")?.attributes.val;
  const own = numberingOf(properties);
  return {
    ...style,
    heading: outline !== undefined && Number(outline) < 9 ? Math.min(6, Number(outline) + 1) : style.heading,
    numbering: own ? (own.list === "0" ? null : own) : style.numbering,
  };
}

/** Whether a toggle property is on: present without a value, or with one that says so. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/.test(element.attributes.val ?? "");
}

function headingOf(name: string, style?: XmlElement): number | undefined {
  const number = /^(?:heading|überschrift|título|titre|titolo|encabezado|rubrik|kop) ?(\d)$/.exec(name)?.[1];
  if (number) return Math.min(6, Math.max(1, Number(number)));
  const outline = childNamed(style, "pPr", "outlineLvl")?.attributes.val;
  return outline !== undefined && Number(outline) < 9 ? Math.min(6, Number(outline) + 1) : undefined;
}

/** "Heading1" → "heading 1", for documents whose styles are missing. */
function spacedName(id: string): string {
  return id.toLowerCase().replace(/([a-zíüé])(\d)$/, "$1 $2");
}

function numberingOf(properties: XmlElement | undefined): { list: string; level: number } | null {
  const numbering = childNamed(properties, "numPr");
  if (!numbering) return null;
  const list = childNamed(numbering, "numId")?.attributes.val;
  return list === undefined ? null : { list, level: Number(childNamed(numbering, "ilvl")?.attributes.val ?? 0) };
}
