import { decidedClaims } from "../answers/decided-claims.ts";
import { findContradictions } from "../reasoning/contradictions.ts";
import { sayRuling } from "../reasoning/say-ruling.ts";
import { mayCoincide } from "../reasoning/time-bounds.ts";
import { type ClaimEntry, Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameActor } from "./name-actor.ts";
import { printWords, sayBetween } from "./print-claim.ts";
import { paint } from "./text.ts";

export interface ContradictionsOptions {
  readonly record: string;
  readonly on?: string;
  readonly known?: string;
  readonly json: boolean;
}

/** `chancery contradictions [A [B]]`: claims that cannot all be true, each side with its words. */
export async function contradictions(names: readonly string[], options: ContradictionsOptions): Promise<number> {
  if (names.length > 2) throw new UsageError(`contradictions are asked for one actor or between two; ${names.length} were named.`);
  const ids = names.map((n) => nameActor(n).id);
  const record = await Record.open(options.record);
  try {
    const { entries, preferences } = await decidedClaims(record, ids, { known: options.known });
    const all = findContradictions(entries, preferences);
    const day = options.on === undefined ? null : { from: options.on, to: options.on };
    const found = all.filter(
      ({ matter, days }) =>
        ids.every((id) => matter.a === id || matter.b === id) && (day === null || (days !== null && mayCoincide(days, day))),
    );
    for (const { kind, matter, says, days, first, second, settledBy } of found) {
      if (options.json) {
        const claims = (side: readonly ClaimEntry[]): string[] => side.map((c) => c.claim.id);
        console.log(
          JSON.stringify({ kind, matter, says, days, first: claims(first), second: claims(second), settledBy: settledBy?.id ?? null }),
        );
        continue;
      }
      console.log(`${paint("bold", `${matter.kind}${matter.object ? ` (${matter.object})` : ""}, ${sayBetween(matter)}`)}: ${says}`);
      for (const entry of first) printWords("one", entry);
      for (const entry of second) printWords("other", entry);
      if (settledBy)
        console.log(paint("green", `    settled ${sayRuling(settledBy)} by ${settledBy.by}: ${settledBy.why} · ${settledBy.id}`));
    }
    if (found.length === 0 && !options.json) console.log("No claims of the record contradict one another here.");
    return EXIT.done;
  } finally {
    await record.close();
  }
}
