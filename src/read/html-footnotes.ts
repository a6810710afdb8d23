import { attributeOf, elementsBelow, textBelow } from "./html-query.ts";
import type { HtmlElement, HtmlTree } from "./html-tree.ts";

export interface Footnotes {
  /** For each superscript that marks a footnote: its label and the note's text. */
  readonly marks: ReadonlyMap<HtmlElement, { readonly label: string; readonly text: string }>;
  /** The elements that hold the notes; they are not part of the text. */
  readonly lists: ReadonlySet<HtmlElement>;
}

/** Finds superscript links to an element of the same page (`<sup><a href="#note-1">`) and the notes they lead to. */
export function findFootnotes(tree: HtmlTree, root: HtmlElement): Footnotes {
  const marks = new Map<HtmlElement, { label: string; text: string }>();
  const lists = new Set<HtmlElement>();
  const wanted = new Map<string, { mark: HtmlElement; label: string }[]>();
  for (const element of elementsBelow(root)) {
    if (element.name !== "sup") continue;
    const [link, more] = element.children.filter((c) => c.type === "element");
    if (!link || more || link.name !== "a") continue;
    const target = attributeOf(tree, link, "href");
    const label = textBelow(tree, element, 40);
    if (!target?.startsWith("#") || target.length < 2 || label.length > 12) continue;
    const id = safeDecode(target.slice(1));
    const marksOfNote = wanted.get(id) ?? [];
    marksOfNote.push({ mark: element, label: label.replace(/^[[(]|[\])]$/g, "") });
    wanted.set(id, marksOfNote);
  }
  if (wanted.size === 0) return { marks, lists };
  const notes = new Set<HtmlElement>();
  for (const element of elementsBelow(root)) {
    const id = attributeOf(tree, element, "id") ?? (element.name === "a" ? attributeOf(tree, element, "name") : null);
    const found = id ? wanted.get(id) : undefined;
    if (!found) continue;
    const note = element.name === "a" && element.parent && element.parent !== root ? element.parent : element;
    const text = textBelow(tree, note, 2000).replace(/^(\^|↑|\[?\d+[\].)]?|\s)+|(↩︎?|\s)+$/gu, "");
    for (const { mark, label } of found) marks.set(mark, { label, text });
    notes.add(note);
  }
  for (const note of notes) {
    const list = note.parent;
    const items = list?.children.filter((c) => c.type === "element") ?? [];
    if (list && list !== root && items.length > 0 && items.every((c) => notes.has(c as HtmlElement))) lists.add(list);
    else lists.add(note);
  }
  return { marks, lists };
}

function safeDecode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
