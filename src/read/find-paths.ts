import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { ReadError } from "./reader.ts";

/**
 * The files that paths, folders, globs and addresses name, in the order given, each once.
 *
 * A path that exists is itself even when it looks like a glob. A folder stands for all files below it, sorted, hidden ones
 * and `node_modules` left out; links are followed, each folder once. `-` (standard input) and addresses are handed on.
 * Throws `ReadError` (`not-found`) for a name that leads to nothing.
 */
export async function findPaths(patterns: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    if (pattern === "-" || /^https?:\/\//i.test(pattern)) {
      found.add(pattern);
      continue;
    }
    const kind = await stat(pattern).catch(() => null);
    if (kind?.isDirectory()) for (const path of await filesBelow(pattern, new Set())) found.add(path);
    else if (kind) found.add(pattern);
    else {
      const paths = isDynamicPattern(pattern)
        ? await glob(pattern, { absolute: pattern.startsWith("/"), dot: false, expandDirectories: false })
        : [];
      if (paths.length === 0)
        throw new ReadError("not-found", {
          path: pattern,
          problem: isDynamicPattern(pattern) ? "no file matches" : "there is no such file or folder",
          expected: "a file, a folder, a glob such as texts/**/*.html, an https address, or - for standard input",
          advice: "Check the spelling and the folder you are in.",
        });
      for (const path of paths.sort(byName)) found.add(path);
    }
  }
  return [...found];
}

async function filesBelow(folder: string, seen: Set<string>): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const paths: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
    if (kind?.isDirectory()) paths.push(...(await filesBelow(path, seen)));
    else if (kind?.isFile()) paths.push(path);
  }
  return paths;
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
