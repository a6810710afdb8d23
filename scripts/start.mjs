// `npm start`: installs what is missing, builds the web app, reads the sample documents into a record, serves it.
//   npm start -- --port 5000 --record my.chancery
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled, isStale, root, run } from "./ensure.mjs";

const { values } = parseArgs({ options: { port: { type: "string" }, record: { type: "string" } } });
const record = values.record ?? join(root, "samples.chancery");

ensureInstalled();
if (isStale(join(root, "web", "dist", "index.html"), newestUnder(join(root, "web")))) {
  console.error("chancery: building the web app …");
  run("vite", ["build", "web", "--logLevel", "error"]);
}
const chancery = join(root, "bin", "chancery");
console.error(`chancery: reading the sample documents into ${record} …`);
run("node", [chancery, "ingest", join(root, "samples"), "--record", record], { allowed: [0, 1] });
run("node", [chancery, "serve", "--record", record, ...(values.port ? ["--port", values.port] : ["--any-port"])]);

function newestUnder(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "dist") continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestUnder(path) : statSync(path).mtimeMs);
  }
  return newest;
}
