import { defineConfig } from "vitest/config";

/** Tests that run over both engines of the record, for which a PostgreSQL is started. */
const OVER_ENGINES = [
  "test/record/**/*.test.ts",
  "test/faults/**/*.test.ts",
  ...["ingest-record", "reasoning", "record-commands"].map((name) => `test/cli/${name}.test.ts`),
];
const ALL = ["test/**/*.test.ts", "test/**/*.test.tsx"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "one engine", include: ALL, exclude: ["**/node_modules/**", ...OVER_ENGINES] } },
      { extends: true, test: { name: "engines", include: OVER_ENGINES, globalSetup: "test/engines/global-setup.ts" } },
    ],
  },
});
