import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** The folders of src in the order in which a document passes through them. A file imports from its own folder and from earlier ones. */
const ORDER = [
  "document",
  "read",
  "language",
  "actors",
  "claims",
  "evaluation",
  "record",
  "reasoning",
  "pipeline.ts",
  "answers",
  "server",
  "cli",
];
/** Stages that must not know of each other although one comes before the other. */
const APART: readonly (readonly [string, string])[] = [
  ["language", "read"],
  ["actors", "read"],
  ["claims", "read"],
];
const SRC = resolve("src");

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? filesUnder(join(folder, e.name)) : e.name.endsWith(".ts") ? [join(folder, e.name)] : [],
  );
}

const stageOf = (file: string): string => relative(SRC, file).split("/")[0]!;

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: Import[] = filesUnder(SRC).flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:\bfrom |\bimport |\bimport\()"(\.[^"]+)"/g)].map((m) => ({
    from: file,
    to: resolve(dirname(file), m[1]!),
  })),
);

describe("imports", () => {
  it("are found at all", () => expect(imports.length).toBeGreaterThan(50));

  it("name files that are there, with their endings", () => {
    const files = new Set(filesUnder(SRC));
    expect(imports.filter(({ to }) => to.startsWith(SRC) && !files.has(to))).toEqual([]);
  });

  it("every folder of src has a place in the order", () => {
    const stages = new Set(filesUnder(SRC).map(stageOf));
    expect([...stages].filter((s) => s !== "version.ts" && !ORDER.includes(s))).toEqual([]);
  });

  it("go one way, with the flow", () => {
    const upward = imports.filter(({ from, to }) => {
      const [a, b] = [stageOf(from), stageOf(to)];
      return a !== b && b !== "version.ts" && ORDER.indexOf(b) > ORDER.indexOf(a);
    });
    expect(upward.map(({ from, to }) => `${relative(SRC, from)} → ${relative(SRC, to)}`)).toEqual([]);
  });

  it("keep apart what must not know of each other", () => {
    const wrong = imports.filter(({ from, to }) => APART.some(([a, b]) => stageOf(from) === a && stageOf(to) === b));
    expect(wrong.map(({ from, to }) => `${relative(SRC, from)} → ${relative(SRC, to)}`)).toEqual([]);
  });

  it("keep input and output at the edges: no network or database below the record", () => {
    const inner = filesUnder(SRC).filter((f) => ["document", "language", "actors", "claims", "evaluation"].includes(stageOf(f)));
    const reaching = inner.filter((f) => /from "node:(http|https|net|child_process|sqlite)"|from "kysely"/.test(readFileSync(f, "utf8")));
    expect(reaching.map((f) => relative(SRC, f))).toEqual([]);
  });
});
