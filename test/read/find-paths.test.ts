import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findPaths } from "../../src/read/find-paths.ts";

let root = "";
const below = async (...patterns: string[]) =>
  (await findPaths(patterns.map((p) => (p === "-" ? p : join(root, p))))).map((p) => p.replace(`${root}/`, ""));

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "paths-"));
  for (const folder of ["b/deep", "a", ".hidden", "node_modules/x"]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ["b/deep/2.html", "b/1.txt", "a/3.txt", "a/B.txt", ".hidden/no.txt", "node_modules/x/no.txt", "odd[1].txt"])
    writeFileSync(join(root, file), "x");
  symlinkSync(root, join(root, "b/loop"));
});

describe("findPaths", () => {
  it("lists folders whole and sorted, links once, hidden ones never", async () => {
    expect(await below(".")).toEqual(["a/3.txt", "a/B.txt", "b/1.txt", "b/deep/2.html", "odd[1].txt"]);
  });

  it("keeps the order given, each path once", async () => {
    expect(await below("b/1.txt", "a", "-", "b")).toEqual(
      ["b/1.txt", "a/3.txt", "a/B.txt", "-", ...(await below("b")).filter((p) => p !== "b/1.txt" && !p.startsWith("a/"))].filter(
        (p, i, all) => all.indexOf(p) === i,
      ),
    );
  });

  it("expands globs, and takes a file that looks like one for itself", async () => {
    expect(await below("**/*.txt")).toEqual(expect.arrayContaining(["a/3.txt", "a/B.txt", "b/1.txt"]));
    expect(await below("odd[1].txt")).toEqual(["odd[1].txt"]);
  });

  it("hands addresses on and says what is not there", async () => {
    expect(await findPaths(["https://a.example/x"])).toEqual(["https://a.example/x"]);
    await expect(below("nothing.txt")).rejects.toMatchObject({ name: "ReadError", code: "not-found" });
    await expect(below("*.nothing")).rejects.toMatchObject({ code: "not-found" });
  });
});
