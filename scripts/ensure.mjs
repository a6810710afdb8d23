// Installs what is missing, and runs a program under Node 24 or later. Plain JavaScript: it must run on older Nodes.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `npm ci` when node_modules is missing or older than the lock file. */
export function ensureInstalled() {
  const lock = join(root, "package-lock.json");
  const stamp = join(root, "node_modules", ".chancery-installed");
  const wanted = readFileSync(lock, "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error("chancery: installing packages (npm ci) …");
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (done.status !== 0) {
    console.error("chancery: npm ci failed. Is the npm registry reachable and is there disk space left? Run `npm ci` to see all of it.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** The path of a Node 24 or later: this one, or the one that the npm package `node` brought. */
export function modernNode() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  const brought = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(brought)) return brought;
  console.error(`chancery: Node 24 or later is needed and this is ${process.version}. \`npm install\` brings one; or install it yourself.`);
  process.exit(1);
}

/**
 * Runs a command with Node 24 first in the path and gives its exit code; ends the process when that is not one of `allowed`.
 * Signals go on to the command, which ends by them before this process does.
 */
export async function run(command, args, { allowed = [0], env = {} } = {}) {
  const node = modernNode();
  const path = [dirname(node), join(root, "node_modules", ".bin"), process.env.PATH].join(process.platform === "win32" ? ";" : ":");
  const child = spawn(command === "node" ? node : command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path, ...env },
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  // a shell between npm and this process may end by a signal and tell nobody
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && pass("SIGTERM"), 500);
  const { code, signal } = await new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(`chancery: ${command} could not be started: ${error.message}`);
      process.exit(1);
    });
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  clearInterval(watch);
  for (const signal of SIGNALS) process.off(signal, pass);
  if (signal) process.exit(SIGNALS.includes(signal) ? 0 : 1);
  if (!allowed.includes(code)) process.exit(code);
  return code;
}

/** True when `output` is missing or older than any of the files under `inputs` (by `newest`, milliseconds). */
export function isStale(output, newest) {
  return !existsSync(output) || statSync(output).mtimeMs < newest;
}
