import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readGolden, renderGolden } from "./golden.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
for (const file of readdirSync(folder).filter((name) => name.endsWith(".golden.txt"))) {
  describe(file, () => {
    for (const golden of readGolden(folder + file)) test(golden.name, () => expect(renderGolden(golden)).toBe(golden.marked));
  });
}
