import { decodeHTMLStrict } from "entities";
import { countryOfCode } from "./wikitext-countries.ts";
import { flatText, type Node, type Template } from "./wikitext-nodes.ts";
import type { Page, Piece } from "./wikitext-page.ts";
import { afterColon, isEmpty, named, positional, positionals, trimmed } from "./wikitext-parameters.ts";
import { innerNodes, noteOf, notePiece, referenceOf } from "./wikitext-references.ts";
import { CONTENT, flagCountry, languageName, pagesOf, SHOWN } from "./wikitext-shown.ts";
import type { Extension } from "./wikitext-tags.ts";
import { type Treatment, treatmentOf } from "./wikitext-template-names.ts";

/** Resolves templates, arguments and extension tags: what is left is text, links, tags, references and data, in source order. */
export function expand(nodes: readonly Node[], page: Page, out: Piece[] = []): Piece[] {
  for (const node of nodes) {
    if (node.kind === "template") expandTemplate(node, page, out);
    else if (node.kind === "argument") expand(node.fallback, page, out);
    else if (node.kind === "extension") expandExtension(node, page, out);
    else out.push(node);
  }
  return out;
}

/** Deeper than this the text of a parameter is taken without resolving what is in it, so that nesting costs no more than its size. */
const MOST_TEXTS_DEEP = 3;

/** The text of nodes as a page shows it, without markup, on one line. */
export function plainText(nodes: readonly Node[], page: Page): string {
  if (nodes.length === 0) return "";
  if (page.textDepth >= MOST_TEXTS_DEEP) return flatText(nodes).trim();
  page.textDepth++;
  let text = "";
  for (const piece of expand(nodes, page)) {
    if (piece.kind === "text") text += piece.live && piece.text.includes("&") ? decodeHTMLStrict(piece.text) : piece.text;
    else if (piece.kind === "link") text += plainText(piece.parts.at(-1) ?? piece.target, page);
    else if (piece.kind === "external") text += plainText(piece.label, page) || (page.textDepth === 1 ? piece.url : "");
    else if (piece.kind === "tag" && piece.name === "br") text += " ";
  }
  page.textDepth--;
  return text.replace(/'{2,}/g, "").replace(/\s+/g, " ").trim();
}

const SETTING = /^(displaytitle|defaultsort|defaultcategorysort|ordenar|sortierung|clasificar|cléderétrotri)\s*:/;

function expandTemplate(template: Template, page: Page, out: Piece[]): void {
  const { name, start, end } = template;
  const setting = SETTING.exec(name)?.[1];
  if (setting === "displaytitle") page.displayTitle = afterColon(template.head);
  else if (setting) page.sortKey = plainText(afterColon(template.head), page);
  const treatment = setting ? "none" : treatmentOf(name.replace(/^(#(?!tag)\w+)\s*:.*$/s, "$1"));
  if (treatment) {
    applyTreatment(treatment, template, page, out);
    return;
  }
  const country = /^[a-z]{2,4}$/.test(name) ? countryOfCode(name) : null;
  if (country) out.push({ kind: "text", text: country, start, end, live: false });
  else {
    const seen = page.unknown.get(name);
    if (seen) seen.count++;
    else if (name) page.unknown.set(name, { count: 1, at: start });
    out.push({ kind: "gone", start, end });
  }
}

function applyTreatment(treatment: Treatment, template: Template, page: Page, out: Piece[]): void {
  const { start, end } = template;
  const textOf = (nodes: readonly Node[] | null): string => (nodes ? plainText(nodes, page) : "");
  const splice = (nodes: readonly Node[] | null): void => {
    if (nodes) expand(trimmed(nodes), page, out);
    else out.push({ kind: "gone", start, end });
  };
  const put = (text: string, live = false, at = start): void => void out.push({ kind: "text", text, start: at, end: at, live });

  if (CONTENT[treatment]) {
    splice(CONTENT[treatment](template, textOf));
    return;
  }
  if (SHOWN[treatment]) {
    const other = treatment === "flag" ? named(template, "name", "nombre", "nome") : null;
    const text = other && !isEmpty(other) ? null : SHOWN[treatment](template, textOf);
    if (text === null) splice(other && !isEmpty(other) ? other : treatment === "flag" ? flagCountry(template) : positional(template, 1));
    else out.push(text ? { kind: "text", text, start, end, live: false } : { kind: "gone", start, end });
    return;
  }
  const values = positionals(template).filter((value) => !isEmpty(value));
  switch (treatment) {
    case "all":
      for (const value of values) splice(value);
      break;
    case "lines": {
      const title = named(template, "title");
      if (title) splice(title);
      for (const value of values) {
        put("\n* ", true, value[0]!.start);
        splice(value);
      }
      put("\n", true, end);
      break;
    }
    case "commas":
    case "name":
      for (const [i, value] of values.slice(0, treatment === "name" ? 2 : undefined).entries()) {
        if (i) put(treatment === "name" ? " " : ", ", false, value[0]!.start);
        splice(value);
      }
      break;
    case "quote":
      quote(template, page, out);
      break;
    case "language": {
      const own = /^lang-([a-z]{2,3})/.exec(template.name)?.[1];
      const label = /^(?:no|none)$/i.test(textOf(named(template, "label"))) ? null : languageName(own ?? textOf(positional(template, 1)));
      if (label) put(`${label}: `);
      splice(positional(template, own ? 1 : 2));
      break;
    }
    case "icon": {
      const code = textOf(positional(template, 1));
      if (code) out.push({ kind: "flag", start, end, country: countryOfCode(code) ?? code });
      break;
    }
    case "pages":
      out.push({ kind: "targets", start, end, pages: pagesOf(template, textOf) });
      break;
    case "note": {
      const reference = noteOf(template, page);
      out.push(notePiece(reference, start, end, reference.content.length === 0));
      break;
    }
    case "named":
      for (const value of values) out.push(notePiece({ group: "", name: textOf(value), content: [], at: start }, start, end, true));
      break;
    case "short":
    case "cite":
      out.push(notePiece({ group: treatment === "cite" ? "cite" : "", name: null, content: [template], at: start }, start, end));
      break;
    case "data":
      out.push({ kind: "data", start, end, template });
      break;
    default:
      out.push({ kind: "gone", start, end });
  }
}

function quote(template: Template, page: Page, out: Piece[]): void {
  const { start, end } = template;
  const text = named(template, "text", "quote", "cita", "texto");
  const by = named(template, "author", "sign", "source", "autor") ?? positional(template, text ? 1 : 2);
  out.push(tag("blockquote", false, start, start));
  expand(trimmed(text ?? positional(template, 1) ?? []), page, out);
  if (by && !isEmpty(by)) {
    out.push({ kind: "text", text: "\n\n— ", start: by[0]!.start, end: by[0]!.start, live: true });
    expand(trimmed(by), page, out);
  }
  out.push(tag("blockquote", true, end, end));
}

function expandExtension(node: Extension, page: Page, out: Piece[]): void {
  const { start, end, innerStart, innerEnd } = node;
  switch (node.name) {
    case "ref":
      out.push(notePiece(referenceOf(node, page), start, end, innerStart === innerEnd));
      return;
    case "nowiki":
    case "math":
    case "chem":
    case "ce":
      if (innerEnd > innerStart)
        out.push({ kind: "text", text: page.source.slice(innerStart, innerEnd), start: innerStart, end: innerEnd, live: false });
      return;
    case "poem": {
      const nodes = innerNodes(node, page);
      page.depth++;
      out.push(tag("blockquote", false, start, innerStart));
      for (const piece of expand(nodes, page)) pushVerses(piece, out);
      out.push(tag("blockquote", true, innerEnd, end));
      page.depth--;
      return;
    }
    case "pre":
    case "gallery":
      out.push(node);
      return;
    default:
      out.push({ kind: "gone", start, end });
  }
}

/** In a poem every line break shows. */
function pushVerses(piece: Piece, out: Piece[]): void {
  if (piece.kind !== "text" || !piece.text.includes("\n") || piece.end - piece.start !== piece.text.length) {
    out.push(piece);
    return;
  }
  let at = 0;
  for (const line of piece.text.split("\n")) {
    if (at > 0) out.push(tag("br", false, piece.start + at - 1, piece.start + at));
    if (line) out.push({ ...piece, text: line, start: piece.start + at, end: piece.start + at + line.length });
    at += line.length + 1;
  }
}

function tag(name: string, closing: boolean, start: number, end: number): Piece {
  return { kind: "tag", name, closing, attributes: "", start, end };
}
