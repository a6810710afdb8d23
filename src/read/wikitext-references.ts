import type { Node, Template } from "./wikitext-nodes.ts";
import type { Page, Piece, Reference } from "./wikitext-page.ts";
import { named, positional } from "./wikitext-parameters.ts";
import { attribute, type Extension } from "./wikitext-tags.ts";
import { treatmentOf } from "./wikitext-template-names.ts";
import { plainText } from "./wikitext-templates.ts";
import { parseTree } from "./wikitext-tree.ts";

/** Walks nodes for named references and keeps their content, so that a reference may be used before it is given. */
export function rememberReferences(nodes: readonly Node[], page: Page): void {
  for (const node of nodes) {
    if (node.kind === "extension") {
      if (node.name === "ref" && node.innerEnd > node.innerStart) remember(referenceOf(node, page), page);
      else if (node.name === "references" || node.name === "poem") rememberReferences(innerNodes(node, page), page);
    } else if (node.kind === "template") {
      if (treatmentOf(node.name) === "note") {
        const reference = noteOf(node, page);
        if (reference.content.length) remember(reference, page);
      }
      for (const part of node.parts) rememberReferences(part.value, page);
    } else if (node.kind === "link") for (const part of node.parts) rememberReferences(part, page);
    else if (node.kind === "external") rememberReferences(node.label, page);
    else if (node.kind === "argument") rememberReferences(node.fallback, page);
  }
}

/** A `<ref>` tag's group, name and content. */
export function referenceOf(node: Extension, page: Page): Reference {
  const group = attribute(node.attributes, "group") ?? "";
  return { group, name: attribute(node.attributes, "name") || null, content: innerNodes(node, page), at: node.start };
}

/** The reference that `{{efn|…}}`, `{{refn|…}}` stand for. */
export function noteOf(template: Template, page: Page): Reference {
  const textOf = (nodes: readonly Node[] | null): string => (nodes ? plainText(nodes, page) : "");
  const group = textOf(named(template, "group")) || (/^(?:efn|notetag|nota)/.test(template.name) ? "note" : "");
  const content = named(template, "text", "texto") ?? positional(template, 1) ?? [];
  return { group, name: textOf(named(template, "name")) || null, content, at: template.start };
}

export function notePiece(reference: Reference, start: number, end: number, reuse = false): Piece {
  return { kind: "note", start, end, reference, reuse };
}

const MOST_TAGS_DEEP = 8;
const parsed = new WeakMap<Extension, Node[]>();

/** The content of a tag as nodes; empty where tags are nested deeper than any page has them. */
export function innerNodes(node: Extension, page: Page): readonly Node[] {
  const known = parsed.get(node);
  if (known) return known;
  if (page.depth >= MOST_TAGS_DEEP) return [];
  const nodes = parseTree(page.source, node.innerStart, node.innerEnd, page.complain);
  parsed.set(node, nodes);
  return nodes;
}

function remember(reference: Reference, page: Page): void {
  if (!reference.name) return;
  const key = `${reference.group}\n${reference.name}`;
  if (!page.references.has(key)) page.references.set(key, reference);
}
