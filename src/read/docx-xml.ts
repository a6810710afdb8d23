import { SaxesParser } from "saxes";

/** An element of a part of a DOCX, by its local name: `p` for `w:p`. */
export interface XmlElement {
  readonly name: string;
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const DEEPEST = 400;

/** Reads XML as far as it is well formed. `broken` says where it stopped being so, or is null. Entities of a DTD are not expanded. */
export function readXml(text: string): { readonly root: XmlElement; readonly broken: string | null; readonly tooDeep: boolean } {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let broken: string | null = null;
  let tooDeep = false;
  let below = 0;
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    if (open.length > DEEPEST) {
      tooDeep = true;
      below++;
      return;
    }
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(tag.attributes)) attributes[localName(key)] = value as string;
    const element = { name: localName(tag.name), attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    if (below > 0) below--;
    else if (open.length > 1) open.pop();
  });
  parser.on("text", (value) => {
    if (below === 0) open.at(-1)!.children.push(value);
  });
  parser.on("cdata", (value) => {
    if (below === 0) open.at(-1)!.children.push(value);
  });
  parser.on("error", (error) => {
    throw error;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    broken = (error as Error).message;
  }
  return { root, broken, tooDeep };
}

export function childNamed(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of path) at = at?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);
  return at;
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name) ?? [];
}

export function textOf(element: XmlElement | undefined): string {
  return element?.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("") ?? "";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
