/** A line that has text. Offsets are of the whole text, without the white space at the line's ends. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns of white space before the text; a tab counts to the next multiple of eight. */
  readonly indent: number;
  /** Empty lines before this one. */
  readonly gap: number;
  /** A form feed stands between this line and the one before. */
  readonly newPage: boolean;
  /** Something that did not belong here (a running head, a page number, a footnote) was taken out before this line. */
  readonly seam: boolean;
  /** What is known of the line from how it looks on the page; plain text has none. */
  readonly look?: LineLook;
}

/** What type and place on a page say about a line. */
export interface LineLook {
  /** Level as a heading by its type, 0 for running text. */
  readonly heading: number;
  readonly title: boolean;
  /** It stands where every page has the like. */
  readonly intruder: "running-head" | "page-number" | null;
  /** It stands in small type at the page's foot. */
  readonly footnote: boolean;
}

/** The lines of a text that are not empty. Expects `\n` line breaks. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  let gap = 0;
  let newPage = false;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const stop = newline < 0 ? text.length : newline;
    let start = at;
    let indent = 0;
    for (; start < stop; start++) {
      const code = text.charCodeAt(start);
      if (code === 0x20) indent++;
      else if (code === 0x09) indent += 8 - (indent % 8);
      else if (code === 0x0c) {
        newPage = true;
        indent = 0;
      } else break;
    }
    let end = stop;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    const pageBreak = text.slice(start, end).indexOf("\f");
    if (pageBreak >= 0) end = start + pageBreak;
    if (end > start) {
      lines.push({ start, end, text: text.slice(start, end), indent, gap, newPage, seam: false });
      gap = 0;
      newPage = pageBreak < 0 && text.slice(end, stop).includes("\f");
      at = pageBreak < 0 ? stop + 1 : end;
    } else {
      gap++;
      at = stop + 1;
    }
  }
  return lines;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0c;
}
