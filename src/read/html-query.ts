import { decodeRange } from "./html-entities.ts";
import type { HtmlElement, HtmlNode, HtmlTree } from "./html-tree.ts";

/** The value of an attribute, decoded; null when it is not there. */
export function attributeOf(tree: HtmlTree, element: HtmlElement, name: string): string | null {
  for (const attribute of element.attributes)
    if (attribute.name === name) return decodeRange(tree.source, attribute.start, Math.min(attribute.end, attribute.start + 4000)).trim();
  return null;
}

/** All elements below, in document order. */
export function* elementsBelow(element: HtmlElement): Generator<HtmlElement> {
  const open: { readonly children: readonly HtmlNode[]; next: number }[] = [{ children: element.children, next: 0 }];
  for (let level = open[0]; level; level = open.at(-1)) {
    const child = level.children[level.next++];
    if (!child) open.pop();
    else if (child.type === "element") {
      yield child;
      if (child.children.length) open.push({ children: child.children, next: 0 });
    }
  }
}

/** The first element below with one of these names. */
export function firstBelow(element: HtmlElement, ...names: string[]): HtmlElement | null {
  for (const child of element.children) {
    if (child.type !== "element") continue;
    if (names.includes(child.name)) return child;
    const found = firstBelow(child, ...names);
    if (found) return found;
  }
  return null;
}

/** The text below an element, white space joined; scripts and styles left out. At most `most` characters. */
export function textBelow(tree: HtmlTree, node: HtmlNode, most = 10_000): string {
  const pieces: string[] = [];
  let left = most;
  const visit = (n: HtmlNode): void => {
    if (left <= 0) return;
    if (n.type === "text") {
      const piece = n.raw
        ? tree.source.slice(n.start, Math.min(n.end, n.start + left))
        : decodeRange(tree.source, n.start, Math.min(n.end, n.start + left));
      left -= piece.length;
      pieces.push(piece);
    } else if (n.type === "element" && n.name !== "script" && n.name !== "style") {
      if (!INLINE.test(n.name)) pieces.push(" ");
      for (const child of n.children) visit(child);
      if (!INLINE.test(n.name)) pieces.push(" ");
    }
  };
  visit(node);
  return pieces.join("").replace(/\s+/g, " ").trim();
}

const INLINE = /^(a|abbr|b|bdi|bdo|big|cite|code|em|font|i|ins|label|mark|q|s|small|span|strong|sub|sup|tt|u|var|time)$/;
