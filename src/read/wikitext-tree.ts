import { type Complain, flatText, type Node, type Part, type Text } from "./wikitext-nodes.ts";
import { type Closings, scanTag } from "./wikitext-tags.ts";

interface OpenPart {
  nodes: Node[];
  readonly start: number;
  /** Where the first `=` stands, and how many nodes come before it; -1 when there is none. */
  equals: number;
  nameNodes: number;
}

interface Frame {
  readonly kind: "{" | "[" | "http";
  readonly open: number;
  /** Opening braces not yet closed; the length of the opening mark otherwise. */
  readonly count: number;
  /** How many levels of one run of braces are inside already. */
  readonly wraps: number;
  readonly parts: OpenPart[];
  readonly url: string;
}

/** MediaWiki itself gives up at 40 levels of templates and 100 of nodes. */
const MOST_LEVELS = 100;
const MOST_RECOVERED = 200;

const OUTSIDE = /\{\{|\[|</g;
const INSIDE = /[{}[\]|=<\n]/g;
const PROTOCOL = /(?:(?:https?|ftps?|news|irc|gopher):\/\/|mailto:|\/\/)[^\s[\]<>"{}|]*/iy;
const BLANK_LINE = /\n[ \t]*\n/y;
const HEADING_LINE = /\n(={2,6})[^=\n][^\n]*?\1[ \t]*(?=\n|$)/;
const TEMPLATE_NAME = /^\s*(?:<!--.*-->)?\s*[\p{L}\p{N}#!][^{}[\]<>|\n]{0,120}\s*(?:\n|$)/u;

/**
 * The tree of templates, links and tags of a stretch of wikitext, in linear time and without recursion.
 *
 * Follows MediaWiki's preprocessor (braces match innermost first, three before two) and departs from it where a page is
 * broken: a link ends with its paragraph, a closing `}}` also closes links left open inside, and a template that is never
 * closed ends with its paragraph instead of turning the rest of the page into text. Below 100 levels content is dropped.
 */
export function parseTree(source: string, start: number, end: number, complain: Complain): Node[] {
  return new TreeParser(source, end, complain).parse(start);
}

class TreeParser {
  private readonly source: string;
  private readonly end: number;
  private readonly complain: Complain;
  private readonly root: Node[] = [];
  private readonly stack: Frame[] = [];
  private textStart = 0;
  private tooDeep = 0;
  private readonly closings: Closings = new Map();
  private openBraceFrames = 0;
  private noMoreCommentEnds = false;

  constructor(source: string, end: number, complain: Complain) {
    this.source = source;
    this.end = end;
    this.complain = complain;
  }

  parse(start: number): Node[] {
    this.textStart = start;
    let at = start;
    while (at < this.end) {
      const special = this.stack.length === 0 ? OUTSIDE : INSIDE;
      special.lastIndex = at;
      const found = special.exec(this.source);
      if (!found || found.index >= this.end) break;
      at = this.step(found.index);
    }
    this.flush(this.end);
    this.closeAll();
    if (this.tooDeep)
      this.complain("nesting-too-deep", `Markup nested more than ${MOST_LEVELS} levels was left out, ${this.tooDeep} times.`, start);
    return this.root;
  }

  private get nodes(): Node[] {
    return this.stack.at(-1)?.parts.at(-1)?.nodes ?? this.root;
  }

  /** Takes the mark at `at`; answers where to go on. */
  private step(at: number): number {
    switch (this.source.charCodeAt(at)) {
      case 0x7b:
        return this.openBraces(at);
      case 0x7d:
        return this.closeBraces(at);
      case 0x5b:
        return this.openBracket(at);
      case 0x5d:
        return this.closeBracket(at);
      case 0x3c:
        return this.takeTag(at);
      case 0x0a:
        return this.endLine(at);
      case 0x7c: {
        const top = this.stack.at(-1)!;
        if (top.kind !== "http") {
          this.flush(at);
          top.parts.push({ nodes: [], start: at + 1, equals: -1, nameNodes: 0 });
          this.textStart = at + 1;
        }
        return at + 1;
      }
      default: {
        const top = this.stack.at(-1)!;
        const part = top.parts.at(-1)!;
        if (top.kind === "{" && top.parts.length > 1 && part.equals < 0) {
          this.flush(at);
          part.equals = at;
          part.nameNodes = part.nodes.length;
          this.textStart = at + 1;
        }
        return at + 1;
      }
    }
  }

  private openBraces(at: number): number {
    const count = this.runLength(at, 0x7b);
    if (count < 2) return at + 1;
    this.flush(at);
    this.push("{", at, count, 0, []);
    this.textStart = at + count;
    return at + count;
  }

  private closeBraces(at: number): number {
    let left = this.runLength(at, 0x7d);
    if (left < 2) return at + 1;
    if (this.openBraceFrames === 0) return at + left;
    let place = at;
    let brace = this.stack.length - 1;
    while (this.stack[brace]!.kind !== "{") brace--;
    this.flush(at);
    this.textStart = at;
    this.breakDownTo(brace + 1);
    while (left >= 2) {
      const top = this.stack.at(-1);
      if (top?.kind !== "{") break;
      const taken = left >= 3 && top.count >= 3 ? 3 : 2;
      this.pop();
      const rest = top.count - taken;
      const node = this.finish(top, top.open + rest, place + taken, taken);
      if (rest >= 2) this.push("{", top.open, rest, top.wraps + 1, [node]);
      else {
        if (rest === 1) this.nodes.push(this.textAt(top.open, top.open + 1));
        this.pushMerged(node);
      }
      place += taken;
      left -= taken;
      this.textStart = place;
    }
    return place + left;
  }

  /** `{{!}}{{!}}` is one mark. */
  private pushMerged(node: Node): void {
    const last = this.nodes.at(-1);
    const isBar = node.kind === "text" && node.text === "|" && last?.kind === "text" && last.text === "|" && last.end === node.start;
    if (isBar) this.nodes[this.nodes.length - 1] = { ...node, text: "||", start: last.start };
    else this.nodes.push(node);
  }

  private finish(frame: Frame, start: number, end: number, braces: number): Node {
    if (this.stack.length + frame.wraps >= MOST_LEVELS) {
      this.tooDeep++;
      return { kind: "template", start, end, name: "", head: [], parts: [] };
    }
    if (braces === 3) return { kind: "argument", start, end, fallback: frame.parts[1]?.nodes ?? [] };
    return this.template(frame.parts, start, end);
  }

  private template(parts: readonly OpenPart[], start: number, end: number): Node {
    const name = templateName(flatText(parts[0]!.nodes));
    const bar = name === "!" || name === "pipe" ? "|" : name === "=" ? "=" : name === "(!" ? "{|" : name === "!)" ? "|}" : null;
    if (bar) return { kind: "text", start, end, text: bar, live: true };
    if (name === "!-") return { kind: "text", start, end, text: "|-", live: true };
    const named: Part[] = [];
    for (let i = 1; i < parts.length; i++) {
      const part = parts[i]!;
      const split = part.equals >= 0;
      const next = parts[i + 1];
      named.push({
        start: part.start,
        end: next ? next.start - 1 : Math.max(part.start, end - 2),
        name: split ? flatText(part.nodes.slice(0, part.nameNodes)).trim().toLowerCase() : null,
        value: split ? part.nodes.slice(part.nameNodes) : part.nodes,
      });
    }
    return { kind: "template", start, end, name, head: parts[0]!.nodes, parts: named };
  }

  private openBracket(at: number): number {
    const double = this.source.charCodeAt(at + 1) === 0x5b;
    PROTOCOL.lastIndex = at + (double ? 2 : 1);
    const url = PROTOCOL.exec(this.source)?.[0];
    if (url && url.length > 4) {
      this.flush(at);
      const open = at + (double ? 2 : 1);
      this.push("http", at, open - at, 0, [], url, open + url.length);
      this.textStart = open + url.length;
      return this.textStart;
    }
    if (!double) return at + 1;
    this.flush(at);
    this.push("[", at, 2, 0, []);
    this.textStart = at + 2;
    return at + 2;
  }

  private closeBracket(at: number): number {
    const top = this.stack.at(-1)!;
    const double = this.source.charCodeAt(at + 1) === 0x5d && at + 1 < this.end;
    if (top.kind === "http") {
      this.flush(at);
      this.pop();
      const end = at + (double && top.count === 2 ? 2 : 1);
      this.nodes.push({ kind: "external", start: top.open, end, url: top.url, label: this.shallow(top.parts[0]!.nodes) });
      this.textStart = end;
      return end;
    }
    if (top.kind !== "[" || !double) return at + 1;
    this.flush(at);
    this.pop();
    const [target, ...parts] = top.parts;
    if (this.stack.length >= MOST_LEVELS) this.tooDeep++;
    else this.nodes.push({ kind: "link", start: top.open, end: at + 2, target: target!.nodes, parts: parts.map((part) => part.nodes) });
    this.textStart = at + 2;
    return at + 2;
  }

  private shallow(nodes: Node[]): Node[] {
    if (this.stack.length < MOST_LEVELS) return nodes;
    this.tooDeep++;
    return [];
  }

  /** A line break ends an external link, and a link that has no `|` yet; an empty line ends every link. */
  private endLine(at: number): number {
    BLANK_LINE.lastIndex = at;
    const isBlank = BLANK_LINE.test(this.source);
    let level = this.stack.length;
    while (level > 0) {
      const frame = this.stack[level - 1]!;
      if (frame.kind === "{" || (frame.kind === "[" && frame.parts.length > 1 && !isBlank)) break;
      level--;
    }
    if (level < this.stack.length) {
      this.flush(at);
      this.textStart = at;
      this.complain("link-unclosed", "A link is not closed; its text was kept.", this.stack[level]!.open);
      this.breakDownTo(level);
    }
    return at + 1;
  }

  private takeTag(at: number): number {
    if (this.source.startsWith("<!--", at)) return this.skipComment(at);
    const tag = scanTag(this.source, at, this.end, this.closings, this.complain);
    if (!tag) return at + 1;
    this.flush(at);
    this.nodes.push(tag);
    this.textStart = tag.end;
    return tag.end;
  }

  /** A comment alone on its line takes the line break with it. */
  private skipComment(at: number): number {
    let close = this.noMoreCommentEnds ? -1 : this.source.indexOf("-->", at + 4);
    if (close < 0 || close + 3 > this.end) {
      this.noMoreCommentEnds = true;
      this.complain("comment-unclosed", "A comment is not closed; it was taken to end with its paragraph.", at);
      const blank = this.source.indexOf("\n\n", at);
      close = (blank < 0 || blank > this.end ? this.end : blank) - 3;
    }
    let from = at;
    while (from > this.textStart && (this.source[from - 1] === " " || this.source[from - 1] === "\t")) from--;
    let to = close + 3;
    const startsLine = from === 0 || this.source[from - 1] === "\n";
    if (startsLine) {
      let after = to;
      while (this.source[after] === " " || this.source[after] === "\t") after++;
      if (this.source[after] === "\n" && after < this.end) to = after + 1;
      else from = at;
    } else from = at;
    this.flush(from);
    this.textStart = Math.min(to, this.end);
    return this.textStart;
  }

  private push(kind: Frame["kind"], open: number, count: number, wraps: number, nodes: Node[], url = "", start = open + count): void {
    if (kind === "{") this.openBraceFrames++;
    this.stack.push({ kind, open, count, wraps, url, parts: [{ nodes, start, equals: -1, nameNodes: 0 }] });
  }

  private pop(): void {
    if (this.stack.pop()?.kind === "{") this.openBraceFrames--;
  }

  private flush(to: number): void {
    if (to > this.textStart) this.nodes.push(this.textAt(this.textStart, to));
    this.textStart = to;
  }

  private textAt(start: number, end: number): Text {
    return { kind: "text", start, end, text: this.source.slice(start, end), live: true };
  }

  private runLength(at: number, code: number): number {
    let to = at;
    while (to < this.end && this.source.charCodeAt(to) === code) to++;
    return to - at;
  }

  /** Turns the frames from `level` up into plain text and nodes of the frame below them. */
  private breakDownTo(level: number): void {
    if (this.stack.length <= level) return;
    const broken = this.stack.splice(level);
    for (const frame of broken) if (frame.kind === "{") this.openBraceFrames--;
    const into = this.nodes;
    for (const frame of broken) this.spill(frame, into);
  }

  private spill(frame: Frame, into: Node[]): void {
    into.push(this.textAt(frame.open, frame.parts[0]!.start));
    frame.parts.forEach((part, i) => {
      if (i > 0) into.push(this.textAt(part.start - 1, part.start));
      part.nodes.forEach((node, j) => {
        if (part.equals >= 0 && j === part.nameNodes) into.push(this.textAt(part.equals, part.equals + 1));
        into.push(node);
      });
      if (part.equals >= 0 && part.nameNodes >= part.nodes.length) into.push(this.textAt(part.equals, part.equals + 1));
    });
  }

  /** At the end of the text: what is still open. */
  private closeAll(): void {
    const open = this.stack.filter((frame) => frame.kind === "{");
    if (open.length > MOST_RECOVERED) {
      this.complain("template-unclosed", `${open.length} templates are not closed; the braces were left out.`, open[0]!.open);
      this.breakDownTo(0);
      return;
    }
    while (this.stack.length) {
      let level = this.stack.length;
      while (level > 0 && !isTemplate(this.stack[level - 1]!)) level--;
      if (level < this.stack.length) {
        this.complain("link-unclosed", "A link or template is not closed; its text was kept.", this.stack[level]!.open);
        this.breakDownTo(level);
      } else this.closeWithParagraph(this.stack.at(-1)!);
    }
  }

  private closeWithParagraph(frame: Frame): void {
    this.pop();
    const into = this.nodes;
    const kept: OpenPart[] = [];
    const after: Node[] = [];
    let end = -1;
    for (const [i, part] of frame.parts.entries()) {
      if (end >= 0) {
        this.spill({ ...frame, open: part.start - 1, parts: [part] }, after);
        continue;
      }
      const cut = paragraphEnd(part.nodes, i === 0);
      if (!cut) {
        kept.push(part);
        continue;
      }
      const node = part.nodes[cut.index] as Text;
      end = node.start + cut.offset;
      kept.push({ ...part, nodes: [...part.nodes.slice(0, cut.index), this.textAt(node.start, end)] });
      after.push(this.textAt(end, node.end), ...part.nodes.slice(cut.index + 1));
    }
    if (end < 0) end = this.end;
    this.complain("template-unclosed", "A template is not closed; it was taken to end with its paragraph.", frame.open);
    const node = this.template(kept, frame.open + frame.count - 2, end);
    into.push(node.kind === "template" ? { ...node, end } : node);
    for (const later of after) into.push(later);
  }
}

function isTemplate(frame: Frame): boolean {
  return frame.kind === "{" && TEMPLATE_NAME.test(flatText(frame.parts[0]!.nodes));
}

function paragraphEnd(nodes: readonly Node[], first: boolean): { index: number; offset: number } | null {
  for (const [index, node] of nodes.entries()) {
    if (node.kind !== "text") continue;
    const blank = node.text.search(first ? /\n/ : /\n[ \t]*\n/);
    const heading = node.text.search(HEADING_LINE);
    const offset = blank < 0 ? heading : heading < 0 ? blank : Math.min(blank, heading);
    if (offset >= 0) return { index, offset };
  }
  return null;
}

function templateName(raw: string): string {
  const name = raw
    .replaceAll("_", " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/^(?:(?:safe)?subst:|template:|plantilla:|predefinição:|modèle:|vorlage:|:)\s*/, "");
  return name;
}
