import { once } from "node:events";
import { EXIT } from "./exit-codes.ts";
import { extractInOrder } from "./extract-in-order.ts";
import { openExtraction } from "./extraction.ts";
import { documentsOf, type InputOptions, openInputs } from "./read-inputs.ts";

/** `chancery extract`: claims as JSON lines on standard output, in the order of the inputs whatever the number of threads. */
export async function extract(paths: readonly string[], options: InputOptions & { workers?: number }): Promise<number> {
  const run = await openInputs(paths, options);
  const extraction = openExtraction({ workers: options.workers, bytes: run.bytes });
  let documents = 0;
  let claims = 0;
  try {
    for await (const { note, answer } of extractInOrder(documentsOf(run.inputs), extraction)) {
      run.tellFaults(note.input, note.document, answer!);
      documents++;
      claims += answer!.claims.length;
      run.progress.advance(0, `${documents} documents, ${claims} claims`);
      const lines = answer!.claims.map((claim) => `${JSON.stringify(claim)}\n`).join("");
      if (lines && !process.stdout.write(lines)) await once(process.stdout, "drain");
    }
  } finally {
    run.progress.end();
    await extraction.close();
  }
  if (process.stderr.isTTY && !options.quiet)
    console.error(`${claims} claims from ${documents} documents${run.failed ? `, ${run.failed} inputs with errors` : ""}`);
  return run.failed > 0 ? EXIT.someUnread : EXIT.done;
}
