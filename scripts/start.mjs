// `npm start`: installs what is missing, builds the web app, reads the sample documents into a record, serves it.
//   npm start -- --port 5000 --record my.chancery
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled, isStale, root, run } from "./ensure.mjs";

const values = readOptions();
const record = values.record ?? join(root, "samples.chancery");

ensureInstalled();
if (isStale(join(root, "web", "dist", "index.html"), newestUnder(join(root, "web")))) {
  console.error("chancery: building the web app …");
  await run("vite", ["build", "web", "--logLevel", "error"], { env: { NODE_ENV: "production" } });
}
const chancery = join(root, "bin", "chancery");
console.error(`chancery: reading the sample documents into ${record} …`);
await run("node", [chancery, "ingest", join(root, "samples"), "--record", record], { allowed: [0, 1] });
await run("node", [chancery, "serve", "--record", record, ...(values.port ? ["--port", values.port] : ["--any-port"])]);

function readOptions() {
  try {
    return parseArgs({ options: { port: { type: "string" }, record: { type: "string" } } }).values;
  } catch (error) {
    console.error(`chancery: ${error.message}\nUsage: npm start -- [--port N] [--record FILE]`);
    process.exit(2);
  }
}

function newestUnder(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "dist") continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestUnder(path) : statSync(path).mtimeMs);
  }
  return newest;
}
