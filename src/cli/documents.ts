import { Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";
import { clip, paint } from "./text.ts";

/** `chancery documents`: what a record was read from. */
export async function documents(options: { record: string; json: boolean }): Promise<number> {
  const record = await Record.open(options.record);
  try {
    for (const d of await record.documents()) {
      if (options.json) console.log(JSON.stringify(d));
      else
        console.log(
          `${paint("bold", (d.date ?? "undated").padEnd(10))} ${String(d.claims).padStart(5)} claims  ${d.id}  ${d.format.padEnd(14)} ${clip(d.title ?? "(no title)", 70)}${d.version > 1 ? ` (version ${d.version})` : ""}\n${" ".repeat(11)}${paint("dim", d.source)}`,
        );
    }
    return EXIT.done;
  } finally {
    await record.close();
  }
}
