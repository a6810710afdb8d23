import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extractorVersion } from "../../src/pipeline.ts";
import { rulesFingerprint, VERSION } from "../../src/version.ts";

let root: string;
const put = (path: string, text: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};
const fingerprint = (): string => rulesFingerprint(pathToFileURL(`${root}/src/`), pathToFileURL(`${root}/data/`));
const FILES = [
  "src/document/document.ts",
  "src/read/wiki/page.ts",
  "src/language/model.ts",
  "src/actors/mention.ts",
  "src/claims/frame.ts",
  "src/pipeline.ts",
  "data/actors/lexicon.json",
  "data/confidence/weights.json",
  "data/frames/visit.yaml",
  "data/tables/templates.yaml",
];
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "chancery-fingerprint-"));
  for (const file of FILES) put(file, "one");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the fingerprint of the rules", () => {
  it.each(FILES)("changes with %s, and comes back with it", (file) => {
    const before = fingerprint();
    put(file, "two");
    expect(fingerprint()).not.toBe(before);
    put(file, "one");
    expect(fingerprint()).toBe(before);
  });
  it("changes with a new file and with a new name", () => {
    const before = fingerprint();
    put("src/claims/more.ts", "");
    const more = fingerprint();
    rmSync(join(root, "src/claims/more.ts"));
    put("src/claims/other.ts", "");
    expect(new Set([before, more, fingerprint()]).size).toBe(3);
    rmSync(join(root, "src/claims/other.ts"));
  });
  it("does not change with what decides no claim", () => {
    const before = fingerprint();
    put("src/cli/main.ts", "two");
    put("src/claims/frame.d.ts", "two");
    put("data/actors/README.md", "two");
    expect(fingerprint()).toBe(before);
  });
  it("is part of the extractor's version, the same at each call", () => {
    expect(extractorVersion()).toMatch(new RegExp(`^chancery ${VERSION.replaceAll(".", "\\.")}\\+[0-9a-f]{8}$`));
    expect(extractorVersion()).toBe(extractorVersion());
  });
});
