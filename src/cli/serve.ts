import { serve as serveNode } from "@hono/node-server";
import { Record } from "../record/record.ts";
import { createApp } from "../server/app.ts";
import { EXIT, UsageError } from "./exit-codes.ts";

class PortTaken extends UsageError {}

/** `chancery serve`: the web app and the API on 127.0.0.1 until it is stopped. Prints the address. */
export async function serve(options: { record: string; port: number; anyPort: boolean }): Promise<number> {
  const record = await Record.open(options.record);
  try {
    try {
      await listen(record, options.port);
    } catch (error) {
      if (!(error instanceof PortTaken) || !options.anyPort) throw error;
      console.error(`chancery: port ${options.port} is taken; taking a free one.`);
      await listen(record, 0);
    }
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function listen(record: Record, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = serveNode({ fetch: createApp(record).fetch, hostname: "127.0.0.1", port }, (info) => {
      console.log(`Chancery serves ${record.address} at http://127.0.0.1:${info.port}/  (Ctrl-C stops it)`);
    });
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(
          new PortTaken(`port ${port} is taken, perhaps by another Chancery. Give another one with --port, or --port 0 for any free one.`),
        );
      else if (error.code === "EACCES") reject(new UsageError(`port ${port} may not be used by you. Give one above 1023 with --port.`));
      else reject(error);
    });
    const stop = (): void => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}
