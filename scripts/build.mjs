// `npm run build`: the web app to web/dist, the program to dist, as they are published.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root, run } from "./ensure.mjs";

ensureInstalled();
rmSync(join(root, "dist"), { recursive: true, force: true });
await run("tsc", ["-p", "tsconfig.build.json"]);
await run("vite", ["build", "web", "--logLevel", "error"], { env: { NODE_ENV: "production" } });
