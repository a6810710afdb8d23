import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server that all tests share, or why there is none. */
    postgres: { readonly host: string; readonly port: number; readonly socket: string } | { readonly reason: string };
  }
}

/** Starts one PostgreSQL for all tests of the project; what this gives back stops it, after failures too. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const { host, port, socket, stop } = await startPostgres();
    project.provide("postgres", { host, port, socket });
    return stop;
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).trim();
    console.warn(`\nThe tests over PostgreSQL are skipped: ${reason}\n`);
    project.provide("postgres", { reason });
    return async () => {};
  }
}
