import { once } from "node:events";
import { loadExtractor } from "../pipeline.ts";
import { EXIT } from "./exit-codes.ts";
import { type InputOptions, openInputs } from "./read-inputs.ts";

/** `chancery extract`: claims as JSON lines on standard output. */
export async function extract(paths: readonly string[], options: InputOptions): Promise<number> {
  const run = await openInputs(paths, options);
  const extractor = loadExtractor();
  let documents = 0;
  let claims = 0;
  for (const input of run.inputs) {
    for await (const document of input.documents()) {
      const found = extractor.extract(document, run.faultIn(document));
      documents++;
      claims += found.length;
      run.progress.advance(0, `${documents} documents, ${claims} claims`);
      const lines = found.map((claim) => `${JSON.stringify(claim)}\n`).join("");
      if (lines && !process.stdout.write(lines)) await once(process.stdout, "drain");
    }
  }
  run.progress.end();
  if (process.stderr.isTTY && !options.quiet)
    console.error(`${claims} claims from ${documents} documents${run.failed ? `, ${run.failed} inputs with errors` : ""}`);
  return run.failed > 0 ? EXIT.someUnread : EXIT.done;
}
