/** A stretch of Markdown that can be parsed alone: where it begins, and its text with the definitions it refers to behind it. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Paragraphs in which no mark of Markdown stands, when the stretch holds nothing else; counted from its start. */
  readonly plain: readonly { readonly start: number; readonly end: number }[] | null;
}

const LEAST = 2_000;
const LEAST_PLAIN = 200;
/** A line of running text: it begins with a letter or quotation mark, ends without a space, and nothing in it means anything to Markdown. */
const PLAIN_LINE = /[A-Za-z\u00c0-\u024f"“‘'¿¡(][^\\`*_[\]<>&!|~\t\r\n\0\u2028\u2029]*(?<=[^\s])(?=\n|$(?![\s\S]))/y;
const DEFINITION = /^ {0,3}\[(\^?[^\]\n]{1,200})\]:[ \t]*\S.*$/gm;
/** What may stand on the other side of a blank line from a paragraph or list without belonging to it. */
const BEGINS = /^[^\s*+\-\d]|^[*+-][^\s*+-]|^\d+[^\d.)\s]/;
const OPENS_RAW = /^ {0,3}<(script|pre|style|textarea)\b|^ {0,3}(<!--)/i;

/**
 * Cuts Markdown where a new block surely begins, because the parser's time grows with the square of what it is given.
 * Definitions of links and notes may stand anywhere in the document, so each chunk is given those that it names.
 */
export function cutMarkdown(text: string): Chunk[] {
  const definitions = new Map<string, string>();
  if (text.length > 2 * LEAST)
    for (const match of text.matchAll(DEFINITION)) {
      const label = labelOf(match[1]!);
      if (!definitions.has(label)) definitions.set(label, match[0].trim());
    }
  return boundaries(text).map(({ start, plain }, i, all) => {
    const end = all[i + 1]?.start ?? text.length;
    return { start, end, text: plain ? "" : withDefinitions(text.slice(start, end), definitions), plain };
  });
}

interface Boundary {
  readonly start: number;
  readonly plain: { start: number; end: number }[] | null;
}

function boundaries(text: string): Boundary[] {
  const starts: Boundary[] = [{ start: 0, plain: null }];
  if (text.length <= 2 * LEAST) return starts;
  let fence = "";
  let rawUntil: RegExp | null = null;
  let blank = false;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next + 1;
    const line = text.slice(at, Math.min(end, at + 400));
    if (!fence && !rawUntil && blank) {
      const last = starts.at(-1)!;
      const plainEnd = plainParagraphEnd(text, at);
      if (plainEnd - at >= LEAST_PLAIN) {
        if (last.plain) last.plain.push({ start: at - last.start, end: plainEnd - last.start });
        else starts.push({ start: at, plain: [{ start: 0, end: plainEnd - at }] });
        at = Math.min(text.length, plainEnd + 1);
        continue;
      }
      if (line.trim() !== "" && (last.plain || (at - last.start >= LEAST && BEGINS.test(line)))) starts.push({ start: at, plain: null });
    }
    const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && !rawUntil) {
      if (!fence) fence = mark;
      else if (mark[0] === fence[0] && mark.length >= fence.length) fence = "";
    } else if (rawUntil) {
      if (rawUntil.test(line)) rawUntil = null;
    } else if (!fence) {
      const raw = OPENS_RAW.exec(line);
      if (raw) {
        const closing = raw[2] ? /-->/ : new RegExp(`</${raw[1]}>`, "i");
        if (!closing.test(line)) rawUntil = closing;
      }
    }
    blank = /^\s*$/.test(line);
    at = end;
  }
  return starts;
}

/** The end of the paragraph that begins at an offset, without its line break, when it holds no mark of Markdown; else the offset. */
function plainParagraphEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== 0x0a) {
    PLAIN_LINE.lastIndex = at;
    if (!PLAIN_LINE.test(text)) return start;
    at = PLAIN_LINE.lastIndex + 1;
  }
  return at > start ? Math.min(text.length, at - 1) : start;
}

function withDefinitions(chunk: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return chunk;
  const named = new Set<string>();
  for (const match of chunk.matchAll(/\[(\^?[^\][\n]{1,200})\]/g)) named.add(labelOf(match[1]!));
  const added = [...named].map((label) => definitions.get(label)).filter((line) => line !== undefined);
  return added.length ? `${chunk}\n\n${added.join("\n\n")}\n` : chunk;
}

function labelOf(label: string): string {
  return label.replace(/\s+/g, " ").trim().toLowerCase();
}
