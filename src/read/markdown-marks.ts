/** Marks that open something, by private-use characters that stand for them while a text is parsed. */
const STAND_INS: Readonly<Record<string, string>> = {
  "*": "\uf8f1",
  _: "\uf8f2",
  "[": "\uf8f3",
  "]": "\uf8f7",
  "!": "\uf8f4",
  "`": "\uf8f5",
  "<": "\uf8f6",
};
const NUMBER_SIGN = "\uf8f8";
const MARKS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(STAND_INS).map(([mark, standIn]) => [standIn, mark])),
  [NUMBER_SIGN]: "#",
};
/** "# | Country | Date" over "---|---|---": the first column of a table counts its rows, and nothing is a heading. */
const COUNTED_ROWS = /^#(?=[ \t]*\|[^\n]{1,400}\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*$)/gm;

/** Sixty lists or quotations one in the other, on one line. */
const NESTED = /^[ \t]*(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){60,}/gm;
const MOST_MARKS = 1500;
/** Lines that begin something of their own, so that marks before them do not matter to what follows. */
const OWN_LINE = /^[ \t]*(?:[>|#]|[*+-][ \t]|\d{1,9}[.)][ \t]|$)/;

/**
 * The text, of the same length, without what would take a Markdown parser time out of proportion to its size: levels beyond
 * sixty on a line are blanked, and in a paragraph of more than 1,500 opening marks these become stand-ins that mean nothing.
 */
export function disarmMarks(text: string): { text: string; changed: boolean } {
  let changed = false;
  const flat = text.replace(NESTED, (run) => {
    changed = true;
    return " ".repeat(run.length);
  });
  const out: string[] = [];
  let from = 0;
  let marks = 0;
  let at = 0;
  const endRun = (): void => {
    const run = flat.slice(from, at);
    if (marks > MOST_MARKS) changed = true;
    out.push(marks > MOST_MARKS ? run.replace(/[*_[\]!`<]/g, (mark) => STAND_INS[mark]!) : run);
    from = at;
    marks = 0;
  };
  while (at < flat.length) {
    const next = flat.indexOf("\n", at);
    const end = next < 0 ? flat.length : next + 1;
    const line = flat.slice(at, end);
    if (marks > 0 && OWN_LINE.test(line)) endRun();
    for (let i = 0; i < line.length; i++) if (line[i]! in STAND_INS) marks++;
    at = end;
  }
  endRun();
  return { text: out.join(""), changed };
}

/** The text, of the same length, with a stand-in for the number sign that begins the header of a table without a line before it. */
export function keepCountedRows(text: string): { text: string; changed: boolean } {
  const kept = text.includes("#") ? text.replace(COUNTED_ROWS, NUMBER_SIGN) : text;
  return { text: kept, changed: kept !== text };
}

/** The marks that stand-ins stand for. */
export function restoreMarks(text: string): string {
  return /[\uf8f1-\uf8f8]/.test(text) ? text.replace(/[\uf8f1-\uf8f8]/g, (standIn) => MARKS[standIn]!) : text;
}
