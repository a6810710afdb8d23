import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A case in text form, for people to review:
 *
 *     === name | source, 2019-05-02            (after the bar: a note, and the document's date if it has one)
 *     # title: Foreign relations of Kenya       (optional)
 *     > Text, any number of lines; an empty "> " line parts paragraphs.
 *       visit occurs actual  visitor:KEN host:LAO  2001-05  "words"  rank=head-of-state
 *       none                                    (or: no claim at all)
 */
export interface GoldenCase {
  readonly file: string;
  readonly name: string;
  readonly date: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly expected: readonly ExpectedClaim[];
}

export interface ExpectedClaim {
  /** type phase factuality, participants sorted, date: what must be equal. */
  readonly key: string;
  /** Words that must lie in the claim's quote or hold it. */
  readonly quote: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export function keyOf(type: string, phase: string, factuality: string, participants: readonly string[], date: string | null): string {
  return `${type} ${phase} ${factuality}  ${[...participants].sort().join(" ")}  ${date ?? "-"}`;
}

/** The cases of all `.golden.txt` files of a folder. Throws with file and line where a line is not of the form. */
export function readGoldenCases(folder: string): GoldenCase[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith(".golden.txt"))
    .sort()
    .flatMap((f) => parseGolden(readFileSync(join(folder, f), "utf8"), f));
}

function parseGolden(source: string, file: string): GoldenCase[] {
  const cases: {
    file: string;
    name: string;
    date: string | null;
    title: string | null;
    text: string;
    expected: ExpectedClaim[];
    closed: boolean;
  }[] = [];
  source.split("\n").forEach((line, i) => {
    const current = cases.at(-1);
    if (line.startsWith("=== ")) {
      const [name, note = ""] = line.slice(4).split("|");
      cases.push({
        file,
        name: name!.trim(),
        date: /\b\d{4}(-\d\d){0,2}\b/.exec(note)?.[0] ?? null,
        title: null,
        text: "",
        expected: [],
        closed: false,
      });
    } else if (!current) {
      if (line.trim() && !line.startsWith("#")) throw new Error(`${file}:${i + 1}: expected "=== name", found: ${line}`);
    } else if (line.startsWith("# title:")) current.title = line.slice(8).trim();
    else if (line.startsWith(">")) current.text += `${current.text ? "\n" : ""}${line.slice(1).replace(/^ /, "")}`;
    else if (line.trim() === "none") current.closed = true;
    else if (line.trim() && !line.startsWith("#")) {
      current.expected.push(parseExpected(line, `${file}:${i + 1}`));
      current.closed = true;
    }
  });
  const open = cases.find((c) => !c.closed || !c.text);
  if (open) throw new Error(`${file}: the case "${open.name}" says neither claims nor none, or has no text`);
  return cases;
}

function parseExpected(line: string, at: string): ExpectedClaim {
  const quote = /"([^"]*)"/.exec(line)?.[1] ?? null;
  const words = line
    .replace(/"[^"]*"/, " ")
    .trim()
    .split(/\s+/);
  const [type, phase, factuality, ...rest] = words;
  const participants = rest.filter((w) => /^[a-z]+:\S+$/.test(w));
  const details = Object.fromEntries(
    rest.filter((w) => w.includes("=")).map((w) => [w.slice(0, w.indexOf("=")), w.slice(w.indexOf("=") + 1).replaceAll("_", " ")]),
  );
  const dates = rest.filter((w) => /^(-|[\dX.][\dX./~-]*)$/.test(w));
  if (!type || !phase || !factuality || dates.length !== 1)
    throw new Error(`${at}: expected "type phase factuality role:ACTOR… date", found: ${line.trim()}`);
  return { key: keyOf(type, phase, factuality, participants, dates[0] === "-" ? null : dates[0]!), quote, details };
}
