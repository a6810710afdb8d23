import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const BIN = join(ROOT, "bin", "chancery");
const BROUGHT = join(ROOT, "node_modules", "node", "bin", "node");

let folder: string;
/** A folder whose only `node` says so and ends with 1: a Node that must not be started. */
let decoy: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chancery-launcher-"));
  decoy = join(folder, "decoy");
  mkdirSync(decoy);
  writeFileSync(join(decoy, "node"), "#!/bin/sh\necho decoy\nexit 1\n");
  chmodSync(join(decoy, "node"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd: string, path = `${decoy}:/usr/bin:/bin`) {
  const done = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, PATH: path } });
  return { code: done.status, out: done.stdout };
}

describe.skipIf(process.platform === "win32")("bin/chancery", () => {
  const version = { code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) };

  it.runIf(existsSync(BROUGHT))("goes straight to the Node that the package `node` brought", () => {
    expect(run(BIN, ["--version"], folder)).toEqual(version);
    expect(run("sh", ["chancery", "--version"], dirname(BIN))).toEqual(version);
  });

  it.runIf(existsSync(BROUGHT))("is found through links, whole and relative", () => {
    symlinkSync(BIN, join(decoy, "chancery"));
    symlinkSync("decoy/chancery", join(folder, "linked"));
    expect(run(join(folder, "linked"), ["--version"], folder)).toEqual(version);
    expect(run("chancery", ["--version"], folder)).toEqual(version);
  });

  it("is read by Node itself too, and by the file that npm links", () => {
    for (const file of [BIN, `${BIN}.mjs`]) expect(run(process.execPath, [file, "--version"], folder)).toEqual(version);
  });

  it("hands on arguments as they are, and the exit code", () => {
    expect(run(process.execPath, [BIN, "chronology"], folder).code).toBe(2);
    expect(run(BIN, ["show", "c_* $HOME 'a b'", "--record", "no such file"], folder, process.env.PATH).code).toBe(3);
  });
});
