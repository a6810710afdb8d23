import { Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";

/** `chancery copy FROM TO`: a whole record into an empty one, of either engine. */
export async function copy(from: string, to: string, options: { quiet: boolean; json: boolean }): Promise<number> {
  const source = await Record.open(from);
  try {
    const target = await Record.open(to, { create: true });
    try {
      const live = !options.quiet && process.stderr.isTTY;
      let rows = 0;
      const copied = await source.copyTo(target, (table, more) => {
        rows += more;
        if (live) process.stderr.write(`\r\u001b[K${rows} rows (${table})`);
      });
      if (live) process.stderr.write("\r\u001b[K");
      if (options.json) console.log(JSON.stringify(copied));
      else if (!options.quiet)
        console.error(
          `${target.address}: ${copied.document} texts, ${copied.claim} claims with all that was retired, from ${source.address}`,
        );
      return EXIT.done;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
