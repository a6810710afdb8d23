import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generatedDocs, withoutPadding } from "../../scripts/generate-docs.ts";
import { ROLES } from "../../src/claims/roles.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { runChancery } from "../cli/run-chancery.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string): string => {
  const text = readFileSync(join(ROOT, path), "utf8");
  return path.endsWith(".md") ? withoutPadding(text) : text;
};
/** The part of a page under a heading of the second level. */
const sectionOf = (page: string, heading: string): string => page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
const sourcesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts"));

describe("docs/cli.md", () => {
  const page = read("docs/cli.md");
  let commands: string[];
  const options = new Map<string, string[]>();
  beforeAll(async () => {
    const { out } = await runChancery(["--help"]);
    commands = [
      ...out
        .split("Commands:\n")[1]!
        .split("\n\n")[0]!
        .matchAll(/^ {2}([a-z-]+)/gm),
    ].map((m) => m[1]!);
    await Promise.all(
      commands
        .filter((c) => c !== "help")
        .map(async (command) => {
          const help = await runChancery([command, "--help"]);
          const listed = [...help.out.split("Options:\n")[1]!.matchAll(/^ {2}(?:(-\w), )?(--[a-z-]+)/gm)];
          options.set(
            command,
            listed.flatMap((m) => [m[1], m[2]]).filter((o): o is string => o !== undefined && !["-h", "--help"].includes(o)),
          );
        }),
    );
  });

  it("has every command, and no other", () => {
    expect(commands.length).toBeGreaterThan(8);
    const described = [...page.matchAll(/^## ([a-z-]+)$/gm)].map((m) => m[1]!);
    expect(described.sort()).toEqual(commands.filter((c) => c !== "help").sort());
    expect(page).toContain("`help COMMAND`");
  });

  it("has every option of each command, and no other", () => {
    for (const [command, real] of options) {
      const described = [...sectionOf(page, command).matchAll(/^\| `(?:(-\w), )?(--[a-z-]+)/gm)]
        .flatMap((m) => [m[1], m[2]])
        .filter(Boolean);
      expect([command, ...described.sort()]).toEqual([command, ...real.sort()]);
    }
  });

  it("has every exit code, as the program's help has", async () => {
    const { out } = await runChancery(["--help"]);
    const described = [...sectionOf(page, "Exit codes").matchAll(/^\| (\d+) \|/gm)].map((m) => Number(m[1]));
    expect(described).toEqual(Object.values(EXIT).sort((a, b) => a - b));
    for (const code of described) expect(out).toMatch(new RegExp(`(?:Exit codes:|·|^) *${code} \\w`, "m"));
  });
});

describe("docs/http-api.md", () => {
  it("has every route of the server, and no other", () => {
    const code = sourcesOf("src/server")
      .map((f) => read(join("src/server", f)))
      .join("\n");
    const routes = [...code.matchAll(/app\.(get|post|put|delete)\("(\/api\/[^"*]+)"/g)].map((m) => `${m[1]!.toUpperCase()} ${m[2]}`);
    const described = [...read("docs/http-api.md").matchAll(/^\| `([A-Z]+ \/api\/[^`?]+)/gm)].map((m) => m[1]!);
    expect(routes.length).toBeGreaterThan(4);
    expect(described.sort()).toEqual(routes.sort());
  });
});

describe("docs/diagnostics.md", () => {
  const page = read("docs/diagnostics.md");
  const described = new Set([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map((m) => m[1]!));
  const given = new Map<string, string>();
  for (const file of sourcesOf("src/read")) {
    const text = read(join("src/read", file));
    for (const pattern of [
      /\b(?:addDiagnostic|fault|note|complain|bad)\(\s*"([a-z]+(?:-[a-z]+)*)"/g,
      /\bcode: "([a-z-]+)"/g,
      /new ReadError\("([a-z-]+)"/g,
    ])
      for (const m of text.matchAll(pattern)) given.set(m[1]!, file);
    const intruders = /type Intruder = (.+);/.exec(text)?.[1];
    for (const m of intruders?.matchAll(/"([a-z-]+)"/g) ?? []) given.set(m[1]!, file);
    const errors = /type ReadErrorCode =([^;]+);/.exec(text)?.[1];
    for (const m of errors?.matchAll(/"([a-z-]+)"/g) ?? []) given.set(m[1]!, file);
  }

  it("has every code that a reader gives", () => {
    expect(given.size).toBeGreaterThan(60);
    expect([...given].filter(([code]) => !described.has(code)).map(([code, file]) => `${code} (src/read/${file})`)).toEqual([]);
  });
  it("has no code that nobody gives", () => expect([...described].filter((code) => !given.has(code))).toEqual([]));
});

describe("docs/frames.md", () => {
  const page = read("docs/frames.md");
  it("has every field of a frame and every part of the lexicon", () => {
    const source = read("src/claims/load-frames.ts");
    for (const [schema, heading] of [
      ["frameSchema", "Fields of a frame"],
      ["fileSchema", "Fields of a file"],
      ["lexiconSchema", "The lexicon"],
    ] as const) {
      const body = new RegExp(`const ${schema} = z\\.strictObject\\(\\{([\\s\\S]*?)\\}\\);`).exec(source)?.[1] ?? "";
      const fields = [...body.matchAll(/(?:^|[{,])\s*(\w+): ?(?:z\.|words)/g)].map((m) => m[1]!);
      const described = [...sectionOf(page, heading).matchAll(/^\| `(\w+)` \|/gm)].map((m) => m[1]!);
      expect(fields.length).toBeGreaterThan(1);
      expect([schema, ...described.sort()]).toEqual([schema, ...fields.sort()]);
    }
  });
  it("has every condition", () => {
    const names = [...read("src/claims/conditions.ts").matchAll(/^ {2}"?([a-z-]+)"?: \(/gm)].map((m) => m[1]!);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  const page = read("docs/architecture.md");
  it("has every folder of src and every table of the record", () => {
    for (const entry of readdirSync(join(ROOT, "src"), { withFileTypes: true }))
      if (entry.isDirectory()) expect(page).toContain(`\`src/${entry.name}\``);
    const tables = /interface RecordTables \{([\s\S]*)\n\}/.exec(read("src/record/schema.ts"))![1]!;
    for (const [, name] of tables.matchAll(/^ {2}(\w+): \{/gm)) expect(sectionOf(page, "The record")).toContain(`| \`${name}\` |`);
  });
});

describe("generated documentation", () => {
  let wanted: Map<string, string>;
  beforeAll(() => {
    wanted = generatedDocs();
  });
  it.each(["docs/claim-types.md", "docs/frames.md", "README.md"])("%s is up to date (else run `node scripts/generate-docs.ts`)", (path) => {
    expect(read(path)).toBe(withoutPadding(wanted.get(path)!));
  });
  it("is no more than that", () => expect(wanted.size).toBe(3));
  it("has every role of every type", () => {
    const page = wanted.get("docs/claim-types.md")!;
    for (const [type, { roles }] of Object.entries(ROLES))
      for (const role of Object.keys(roles)) expect(sectionOf(page, type)).toContain(`| \`${role}\` |`);
  });
});

describe("links", () => {
  const skipped = new Set(["node_modules", "dist", ".git", ".cache", "coverage"]);
  const pages = (function below(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
      skipped.has(e.name) ? [] : e.isDirectory() ? below(join(folder, e.name)) : e.name.endsWith(".md") ? [join(folder, e.name)] : [],
    );
  })(ROOT).filter(
    (p) =>
      !/\/(?:unseen|development)(?:-2)?\/documents/.test(p) &&
      !p.startsWith(join(ROOT, "samples", "high-level")) &&
      !p.endsWith("-briefing.md"),
  );
  const slug = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .trim()
      .replaceAll(" ", "-");

  it("of every page lead somewhere", () => {
    expect(pages.length).toBeGreaterThan(8);
    const broken = pages.flatMap((page) => {
      const text = readFileSync(page, "utf8").replace(/^```[\s\S]*?^```$/gm, "");
      return [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]*?)(?:#([^)\s]+))?\)/g)]
        .filter(([, path, anchor]) => {
          const target = path ? resolve(dirname(page), path) : page;
          if (!existsSync(target)) return true;
          if (!anchor || !target.endsWith(".md")) return false;
          return ![...readFileSync(target, "utf8").matchAll(/^#{1,6} (.+)$/gm)].some((m) => slug(m[1]!) === anchor);
        })
        .map(([link]) => `${page.slice(ROOT.length + 1)}: ${link}`);
    });
    expect(broken).toEqual([]);
  });

  it("of the README reach every page of docs", () => {
    const readme = read("README.md");
    for (const page of readdirSync(join(ROOT, "docs")).filter((f) => f.endsWith(".md"))) expect(readme).toContain(`docs/${page}`);
  });
});
