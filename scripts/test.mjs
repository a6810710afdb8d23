// `npm test`: installs what is missing, checks types, style and every test. Arguments go to vitest: npm test -- test/read
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root, run } from "./ensure.mjs";

ensureInstalled();
await run("tsc", ["--noEmit"]);
await run("biome", ["check", "--error-on-warnings", "."]);
await run("node", [join(root, "scripts", "build.mjs")]);
mkdirSync(join(root, ".cache"), { recursive: true });
const results = join(root, ".cache", "tests.json");
const status = await run(
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...process.argv.slice(2)],
  {
    allowed: [0, 1],
  },
);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, "utf8"));
console.log(`${numPassedTests} passed, ${numFailedTests} failed${numPendingTests ? `, ${numPendingTests} skipped` : ""}`);
process.exit(status);
