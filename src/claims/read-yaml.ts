import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { parse } from "yaml";

/**
 * The value that a YAML file holds. Parsing the frames takes a fifth of a second, so where Node keeps what it compiled, the value
 * is kept beside it as JSON, under the hash of the file's text: a changed file is parsed anew. Throws what the parser throws.
 */
export function readYaml(path: string): unknown {
  const text = readFileSync(path, "utf8");
  const folder = module.getCompileCacheDir();
  if (folder === undefined) return parse(text);
  const kept = join(folder, `yaml-${createHash("sha256").update(text).digest("hex").slice(0, 32)}.json`);
  try {
    return JSON.parse(readFileSync(kept, "utf8"));
  } catch {
    // not there yet, or cut off
  }
  const value: unknown = parse(text);
  try {
    const draft = `${kept}.${process.pid}-${performance.now()}`;
    writeFileSync(draft, JSON.stringify(value));
    renameSync(draft, kept);
  } catch {
    // a folder that cannot be written to: then it is parsed again the next time
  }
  return value;
}
