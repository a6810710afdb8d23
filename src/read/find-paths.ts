import type { Stats } from "node:fs";
import { lstat, readdir, readlink, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { ReadError } from "./reader.ts";

/**
 * The files that paths, folders, globs and addresses name, in the order given, each once.
 *
 * A path that exists is itself even when it looks like a glob. A folder stands for all files below it, sorted, hidden ones
 * and `node_modules` left out; links are followed, each folder once. `-` (standard input) and addresses are handed on.
 * Throws `ReadError` for a name that leads to nothing (`not-found`), a folder without files (`empty`) or one that may not be
 * read (`no-access`), and an address of another scheme than http and https (`address-refused`). `report` takes what is wrong below a folder: a part of it that may not be read, a link to nothing.
 */
export async function findPaths(patterns: readonly string[], report: (fault: ReadError) => void = () => {}): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    if (pattern === "-" || /^https?:\/\//i.test(pattern)) {
      found.add(pattern);
      continue;
    }
    const kind = await statOf(pattern);
    if (kind === "folder") for (const path of await filesIn(pattern, report)) found.add(path);
    else if (kind === "file") found.add(pattern);
    else if (kind instanceof ReadError) throw kind;
    else if (schemeOf(pattern)) throw otherScheme(pattern);
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

/** What stands before "://", in small letters; else null. */
export function schemeOf(source: string): string | null {
  return /^([a-z][a-z0-9+.-]+):\/\//i.exec(source)?.[1]?.toLowerCase() ?? null;
}

/** The refusal of an address that is neither http nor https. */
export function otherScheme(address: string): ReadError {
  const scheme = schemeOf(address);
  return new ReadError("address-refused", {
    path: address,
    problem: `only http and https addresses are fetched, and this one begins with ${scheme}://`,
    expected: "an https address or the path of a file",
    advice: scheme === "file" ? "Give the path without file://." : "Save the document and read the file.",
  });
}

/** What a path leads to; null when there is nothing of that name, a fault when there is and it cannot be followed. */
async function statOf(path: string): Promise<"file" | "folder" | ReadError | null> {
  try {
    const found = await stat(path);
    // a pipe or a device is handed on, so that reading it says what it is
    return found.isDirectory() ? "folder" : "file";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") return notAllowed(path);
    const link: Stats | null = await lstat(path).catch(() => null);
    if (!link?.isSymbolicLink()) return null;
    const target = await readlink(path).catch(() => "");
    return new ReadError("not-found", {
      path,
      problem: code === "ELOOP" ? "it is a link that leads back to itself" : `it is a link to “${target}”, which is not there`,
      expected: "a file or folder",
      advice: "Name the file that the link was to lead to.",
    });
  }
}

async function filesIn(folder: string, report: (fault: ReadError) => void): Promise<string[]> {
  const faults: ReadError[] = [];
  const paths = await filesBelow(folder, new Set(), faults);
  const own = faults.find((fault) => fault.path === folder);
  if (own) throw own;
  for (const fault of faults) report(fault);
  if (paths.length === 0 && faults.length === 0)
    throw new ReadError("empty", {
      path: folder,
      problem: "the folder has no files",
      expected: "documents in it or in the folders below (hidden files and node_modules are passed over)",
      advice: "Check that it is the right folder.",
    });
  return paths;
}

async function filesBelow(folder: string, seen: Set<string>, faults: ReadError[]): Promise<string[]> {
  const paths: string[] = [];
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) paths.push(...(await filesBelow(path, seen, faults)));
      else if (entry.isFile()) paths.push(path);
      else if (entry.isSymbolicLink()) {
        const kind = await statOf(path);
        if (kind === "folder") paths.push(...(await filesBelow(path, seen, faults)));
        else if (kind instanceof ReadError) faults.push(kind);
        else if (kind === "file" && (await stat(path)).isFile()) paths.push(path);
      }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EPERM") throw error;
    faults.push(notAllowed(folder));
  }
  return paths;
}

function notAllowed(path: string): ReadError {
  return new ReadError("no-access", {
    path,
    problem: "it may not be read",
    expected: "a file or folder that you may read",
    advice: "Check its permissions.",
  });
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
