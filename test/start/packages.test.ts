import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

interface Locked {
  readonly version?: string;
  readonly dependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
}

describe("package-lock.json", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as { packages: { [path: string]: Locked } };
  /** Where Node would find a package that another one asks for: beside it, or in a folder above. */
  const isLocked = (from: string, name: string): boolean => {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
      if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
      if (at === "") return false;
    }
  };

  // `npm ci` refuses a lock file without the packages of other platforms
  it("holds every package that its packages ask for, those of other platforms too", () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("is of the same packages as package.json", () => {
    const manifest = JSON.parse(read("package.json")) as { [key: string]: unknown };
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies"])
      expect((packages[""] as { [key: string]: unknown })[kind]).toEqual(manifest[kind]);
  });
});

describe("package.json", () => {
  const { scripts, files, bin } = JSON.parse(read("package.json")) as {
    scripts: { [name: string]: string };
    files: string[];
    bin: { [name: string]: string };
  };

  it("has every script that the documentation names", () => {
    const pages = [
      "README.md",
      "CHANGELOG.md",
      ...["architecture", "evaluation", "frames", "language", "actors"].map((p) => `docs/${p}.md`),
    ];
    const named = pages
      .filter((p) => existsSync(join(ROOT, p)))
      .flatMap((p) => [...read(p).matchAll(/\bnpm run ([a-z:]+)/g)].map((m) => m[1]!));
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].filter((name) => !scripts[name])).toEqual([]);
  });

  it("publishes files that are there", () => {
    const built = new Set(["dist", "web/dist"]);
    expect(files.filter((file) => !built.has(file) && !existsSync(join(ROOT, file)))).toEqual([]);
    for (const path of Object.values(bin)) expect(existsSync(join(ROOT, path))).toBe(true);
  });
});
