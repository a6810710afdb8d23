import { decodeHTMLStrict } from "entities";
import type { DocumentBuilder } from "./document-builder.ts";
import { citeReference } from "./wikitext-cite.ts";
import { captionIndex, countryOfFlagFile, pipeTrick, readTarget } from "./wikitext-links.ts";
import { flatText, type Node, type WikiLink } from "./wikitext-nodes.ts";
import type { Page, Piece } from "./wikitext-page.ts";
import { attribute } from "./wikitext-tags.ts";
import { expand, plainText } from "./wikitext-templates.ts";

/** Where a page's text goes. */
export interface Sink {
  readonly page: Page;
  readonly builder: DocumentBuilder;
  /** Links without text: categories, main articles. Text offsets. */
  readonly points: { at: number; target: string }[];
  /** Captions of pictures that stand within a line, to follow their block. */
  captions: (readonly Node[])[];
  /** The first words in bold: text offsets. */
  bold: { start: number; end: number } | null;
}

type Op =
  | { readonly op: "text"; text: string; start: number; end: number }
  | { readonly op: "open"; readonly target: string }
  | { readonly op: "close" | "bold" | "gone" }
  | { readonly op: "break"; readonly start: number; readonly end: number }
  | { readonly op: "flag"; readonly country: string; readonly start: number; readonly end: number }
  | { readonly op: "note"; readonly piece: Piece & { kind: "note" } }
  | { readonly op: "point"; readonly target: string };

/** Marks within text: apostrophes, entities, magic words, signatures, bare addresses, brackets left over from broken markup. */
const MARK =
  /'{2,}|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|__[A-Z]{3,}__|~{3,5}|(?:https?|ftp):\/\/[^\s<>"[\]{}|]+|\[\[|\]\]|\{\{+|\}\}+/g;
const MAY_HOLD_MARK = /['&_~[\]{}]|:\/\//;
const TRAIL = /^\p{Ll}+/u;

/** Writes pieces into the builder's open block: text, links, references, line breaks. */
export function writeInline(pieces: readonly Piece[], sink: Sink, options: { readonly oneLine?: boolean } = {}): void {
  const ops: Op[] = [];
  collect(pieces, sink, ops, 0);
  dropLeftovers(ops);
  const hasText = ops.some((op) => op.op === "text" && op.text.trim() !== "");
  const { builder } = sink;
  for (const op of ops) {
    switch (op.op) {
      case "text":
        appendMeaning(sink, op.text, op.start, op.end);
        break;
      case "open":
        builder.startLink(op.target);
        break;
      case "close":
        builder.endLink();
        break;
      case "break":
        if (options.oneLine) builder.insert(" ");
        else builder.breakLine(op.start, op.end);
        break;
      case "flag":
        if (hasText) sink.points.push({ at: builder.length, target: `wiki:${op.country}` });
        else {
          builder.startLink(`wiki:${op.country}`);
          appendMeaning(sink, op.country, op.start, op.end);
          builder.endLink();
        }
        break;
      case "note":
        builder.addCitation(citeReference(op.piece, sink.page));
        break;
      case "point":
        sink.points.push({ at: builder.length, target: op.target });
        break;
      case "bold":
        if (!sink.bold) sink.bold = { start: builder.length, end: -1 };
        else if (sink.bold.end < 0) sink.bold.end = builder.length;
        break;
      case "gone":
    }
  }
}

/** Text that a range means and does not spell out must not look like a run that maps character by character. */
function appendMeaning(sink: Sink, text: string, start: number, end: number): void {
  const { builder, page } = sink;
  if (end - start !== text.length || page.source.startsWith(text, start)) builder.append(text, start, end);
  else if (text.length === 1) builder.insert(text);
  else {
    builder.append(text.slice(0, 1), start, start);
    builder.append(text.slice(1), start, end);
  }
}

const MOST_LINKS_DEEP = 60;

function collect(pieces: readonly Piece[], sink: Sink, ops: Op[], depth: number): void {
  if (depth > MOST_LINKS_DEEP) return;
  const hidden: string[] = [];
  let elisions: boolean | null = null;
  for (const [i, piece] of pieces.entries()) {
    if (hidden.length && piece.kind !== "tag" && piece.kind !== "note") continue;
    switch (piece.kind) {
      case "text":
        if (piece.live) {
          let from = 0;
          const before = pieces[i - 1];
          if (before?.kind === "link" && ops.at(-1)?.op === "close") {
            const trail = TRAIL.exec(piece.text)?.[0];
            if (trail) {
              const close = ops.pop()!;
              ops.push({ op: "text", text: trail, start: piece.start, end: piece.start + trail.length }, close);
              from = trail.length;
            }
          }
          collectLive(piece.text, piece.start, piece.end, from, ops, () => {
            elisions ??= hasElisions(pieces);
            return elisions;
          });
        } else ops.push({ op: "text", text: piece.text, start: piece.start, end: piece.end });
        break;
      case "link":
        collectLink(piece, sink, ops, depth);
        break;
      case "external":
        if (piece.label.some((node) => node.kind !== "text" || node.text.trim() !== "")) {
          ops.push({ op: "open", target: piece.url });
          collect(expand(piece.label, sink.page), sink, ops, depth + 1);
          ops.push({ op: "close" });
        } else {
          const reference = { group: "", name: null, content: [piece], at: piece.start };
          ops.push({ op: "note", piece: { kind: "note", start: piece.start, end: piece.end, reuse: false, reference } });
        }
        break;
      case "tag":
        if (piece.name === "br") ops.push({ op: "break", start: piece.start, end: piece.end });
        else if (hidden.length ? piece.name === hidden[0] : isHidden(piece)) {
          if (piece.closing) hidden.pop();
          else if (!/\/\s*$/.test(piece.attributes)) hidden.push(piece.name);
        }
        break;
      case "flag":
        ops.push({ op: "flag", country: piece.country, start: piece.start, end: piece.end });
        break;
      case "targets":
        for (const page of piece.pages) {
          const target = readTarget(page, sink.page.site);
          if (target.kind === "page") ops.push({ op: "point", target: `wiki:${target.page}` });
        }
        ops.push({ op: "gone" });
        break;
      case "note":
        ops.push({ op: "note", piece });
        break;
      default:
        ops.push({ op: "gone" });
    }
  }
}

function isHidden(piece: Piece & { kind: "tag" }): boolean {
  return !piece.closing && /display\s*:\s*none/i.test(attribute(piece.attributes, "style") ?? "");
}

/** Whether a line's apostrophes come out even only when one `'''` after a single letter is an apostrophe and `''` ("l'''Accord''"). */
function hasElisions(pieces: readonly Piece[]): boolean {
  let bold = 0;
  let italic = 0;
  for (const piece of pieces)
    if (piece.kind === "text" && piece.live)
      for (const [run] of piece.text.matchAll(/'{2,}/g)) {
        if (run.length !== 2) bold++;
        if (run.length === 2 || run.length >= 5) italic++;
      }
  return bold % 2 === 1 && italic % 2 === 1;
}

function collectLive(text: string, start: number, end: number, from: number, ops: Op[], elisions: () => boolean): void {
  const exact = end - start === text.length;
  let at = from;
  const push = (to: number): void => {
    if (to > at) ops.push({ op: "text", text: text.slice(at, to), start: exact ? start + at : start, end: exact ? start + to : end });
  };
  if (!MAY_HOLD_MARK.test(text)) {
    push(text.length);
    return;
  }
  for (const match of text.matchAll(MARK)) {
    if (match.index < at) continue;
    const mark = match[0];
    const place = exact ? start + match.index : start;
    const after = exact ? place + mark.length : end;
    if (mark.startsWith("'")) {
      let kept = mark.length === 4 ? 1 : Math.max(0, mark.length - 5);
      const afterLetter = mark.length === 3 && /(?:^|[^\p{L}])\p{L}$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
      if (afterLetter && elisions()) kept = 1;
      push(match.index + kept);
      if (mark.length === 3 && kept === 0) ops.push({ op: "bold" });
      else if (mark.length >= 4) ops.push({ op: "bold" });
    } else if (mark.startsWith("&")) {
      push(match.index);
      const decoded = decodeHTMLStrict(mark);
      ops.push({ op: "text", text: decoded, start: place, end: after });
    } else if (mark.includes("://")) {
      push(match.index);
      const address = mark.replace(/[.,;:!?')]+$/, "");
      ops.push({ op: "open", target: address });
      ops.push({ op: "text", text: address, start: place, end: exact ? place + address.length : after });
      ops.push({ op: "close" });
      at = match.index + address.length;
      continue;
    } else {
      push(match.index);
      if (mark.startsWith("__") && !/^__[A-Z]*(?:TOC|INDEX|SECTION|SECTIONLINK|GALLERY|CONVERT|TITLECONVERT|CAT|REDIRECT)__$/.test(mark)) {
        ops.push({ op: "text", text: mark, start: place, end: after });
      } else ops.push({ op: "gone" });
    }
    at = match.index + mark.length;
  }
  push(text.length);
}

function collectLink(link: WikiLink, sink: Sink, ops: Op[], depth: number): void {
  const { page } = sink;
  const raw = plainText(link.target, page);
  const target = readTarget(raw, page.site);
  const label = link.parts.at(-1);
  if (target.kind === "file") {
    const country = countryOfFlagFile(target.page);
    const parts = link.parts.map((part) => flatText(part) || (part.length ? "…" : ""));
    const caption = captionIndex(parts);
    if (caption >= 0) sink.captions.push(link.parts[caption]!);
    else if (country) ops.push({ op: "flag", country, start: link.start, end: link.end });
    ops.push({ op: "gone" });
    return;
  }
  if (target.kind === "category") {
    page.categories.push({ name: target.page, sortKey: label ? flatText(label) : null });
    ops.push({ op: "point", target: `wiki:Category:${target.page}` }, { op: "gone" });
    return;
  }
  if (target.kind === "language") {
    page.languages.push(target.page);
    ops.push({ op: "point", target: `wiki:${target.page}` }, { op: "gone" });
    return;
  }
  if (target.kind === "page") ops.push({ op: "open", target: `wiki:${target.page}` });
  const trick = link.parts.length === 1 && flatText(label!).trim() === "" && label!.every((node) => node.kind === "text");
  const first = link.target.length === 1 ? link.target[0]! : null;
  if (label && !trick) {
    // Only the first "|" parts a link; the rest of its text may hold more.
    for (const [i, part] of link.parts.entries()) {
      if (i > 0) ops.push({ op: "text", text: "|", start: link.start, end: link.start });
      collect(expand(part, page), sink, ops, depth + 1);
    }
  } else if (first?.kind === "text" && first.end - first.start === first.text.length) {
    const shown = trick ? pipeTrick(raw) : raw.replace(/^:\s*/, "").replace(/^#/, "");
    const within = first.text.indexOf(shown);
    if (within >= 0) collectLive(shown, first.start + within, first.start + within + shown.length, 0, ops, () => false);
    else ops.push({ op: "text", text: shown, start: link.start, end: link.end });
  } else ops.push({ op: "text", text: trick ? pipeTrick(raw) : raw, start: link.start, end: link.end });
  if (target.kind === "page") ops.push({ op: "close" });
}

/** Where a template or reference went, space before a comma and empty brackets stay behind: they go too. */
function dropLeftovers(ops: Op[]): void {
  let last: (Op & { op: "text" }) | null = null;
  let gone = false;
  for (const op of ops) {
    if (op.op === "gone" || op.op === "note") gone = true;
    if (op.op !== "text" || op.text === "") continue;
    if (gone && last && op.end - op.start === op.text.length) {
      const opening = /\(\s*[;,]?\s*$/.exec(last.text);
      const next = /^\s*(?:[;,]\s*)?(?=\S)/.exec(op.text);
      if (opening && next) {
        cutStart(op, next[0].length);
        if (op.text.startsWith(")")) {
          cutStart(op, 1);
          cutEnd(last, opening[0].length);
          if (/\s$/.test(last.text) || last.text === "") cutStart(op, /^\s*/.exec(op.text)![0].length);
        }
      }
      if (/^\s*\)/.test(op.text) && /[;,]\s*$/.test(last.text)) cutEnd(last, /\s*[;,]\s*$/.exec(last.text)![0].length);
      if (/^\s*[.,;:)](?:\s|$)/.test(op.text) && /\s$/.test(last.text)) cutEnd(last, /\s+$/.exec(last.text)![0].length);
    }
    if (op.text.trim() !== "") gone = false;
    last = op;
  }
}

function cutStart(op: Op & { op: "text" }, size: number): void {
  op.text = op.text.slice(size);
  op.start += size;
}

function cutEnd(op: Op & { op: "text" }, size: number): void {
  if (op.end - op.start !== op.text.length) return;
  op.text = op.text.slice(0, op.text.length - size);
  op.end -= size;
}
