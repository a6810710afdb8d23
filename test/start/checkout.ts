import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const LEFT_OUT = new Set(["node_modules", "dist", ".git", ".cache", "coverage"]);

/** What a newcomer's shell has: nothing of the test runner's, no record, and the machine's own Node. */
export function newcomersEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _node, VITEST: _vitest, CHANCERY_RECORD: _record, PATH = "", ...rest } = process.env;
  const path = PATH.split(":").filter((folder) => !folder.startsWith(ROOT));
  return { ...rest, PATH: path.join(":") };
}

/** A fresh clone in a temporary folder: what is committed and nothing else. Without a repository, a copy of the sources. */
export function cloneCheckout(): { folder: string; clone: string } {
  const folder = mkdtempSync(join(tmpdir(), "chancery-clone-"));
  const clone = join(folder, "chancery");
  const cloned =
    existsSync(join(ROOT, ".git")) && spawnSync("git", ["clone", "--quiet", "--depth", "1", `file://${ROOT}`, clone]).status === 0;
  if (!cloned)
    cpSync(ROOT, clone, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) && !/\.chancery(-\w+)?$/.test(path) });
  linkPackages(join(clone, "node_modules"));
  // what the start script writes after `npm ci`, which takes its time and which a fresh clone under CI goes through anyway
  writeFileSync(join(clone, "node_modules", ".chancery-installed"), readFileSync(join(clone, "package-lock.json")));
  return { folder, clone };
}

/** Makes a node_modules of its own whose packages are links, so that nothing is written into the checkout's. */
export function linkPackages(target: string, only?: ReadonlySet<string>): void {
  const from = join(ROOT, "node_modules");
  const names = readdirSync(from).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(from, name)).map((n) => join(name, n)) : [name],
  );
  for (const name of names) {
    if (name.startsWith(".") && name !== ".bin") continue;
    if (only && !only.has(name)) continue;
    mkdirSync(dirname(join(target, name)), { recursive: true });
    symlinkSync(join(from, name), join(target, name));
  }
}

/** The packages that a package needs to run, with what those need in turn, by the lock file. */
export function runtimePackages(): Set<string> {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as { packages: { [path: string]: { dev?: boolean } } };
  return new Set(
    Object.entries(lock.packages)
      .filter(([path, entry]) => path.startsWith("node_modules/") && !entry.dev)
      .map(([path]) => path.slice("node_modules/".length)),
  );
}

export interface Started {
  /** Sends the signal that a terminal sends on Ctrl-C or on closing: to the whole group of processes. Answers when all have ended. */
  stop(signal: NodeJS.Signals): Promise<void>;
  /** The process of npm, the parent of the others. */
  readonly pid: number;
  readonly address: string;
  /** Everything printed so far. */
  printed(): string;
}

/** Runs `npm start` with these arguments and waits for the address it prints. Fails with what it printed when it ends before. */
export function npmStart(clone: string, args: readonly string[]): Promise<Started> {
  const child = spawn("npm", ["start", "--", ...args], {
    cwd: clone,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: newcomersEnvironment(),
  });
  let printed = "";
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  return new Promise((resolve, reject) => {
    const take = (text: string): void => {
      printed += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (address)
        resolve({
          address,
          pid: child.pid!,
          printed: () => printed,
          stop: (signal) => {
            try {
              process.kill(-child.pid!, signal);
            } catch {
              // all have ended already
            }
            return ended;
          },
        });
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
}
