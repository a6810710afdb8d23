import { contradictionsAbout } from "../answers/statuses-between.ts";
import { contradictionsWithWords, type Shown } from "../answers/with-words.ts";
import type { Contradiction } from "../reasoning/contradiction.ts";
import { sayRuling } from "../reasoning/say-ruling.ts";
import { mayCoincide } from "../reasoning/time-bounds.ts";
import { type LeanEntry, Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameActor } from "./name-actor.ts";
import { printWords, sayBetween } from "./print-claim.ts";
import { paint } from "./text.ts";

export interface ContradictionsOptions {
  readonly record: string;
  readonly on?: string;
  readonly known?: string;
  readonly limit?: number;
  readonly skip?: number;
  /** The most claims shown of either side. */
  readonly claims: number;
  readonly json: boolean;
}

/** `chancery contradictions [A [B]]`: claims that cannot all be true, each side with its words. */
export async function contradictions(names: readonly string[], options: ContradictionsOptions): Promise<number> {
  if (names.length > 2) throw new UsageError(`contradictions are asked for one actor or between two; ${names.length} were named.`);
  const ids = names.map((n) => nameActor(n).id);
  const record = await Record.open(options.record);
  try {
    const day = options.on === undefined ? null : { from: options.on, to: options.on };
    const { known, skip = 0, limit } = options;
    const found = (await contradictionsAbout(record, ids, known)).filter(
      ({ days }) => day === null || (days !== null && mayCoincide(days, day)),
    );
    const page = found.slice(skip, limit === undefined ? undefined : skip + limit);
    if (options.json) for (const each of page) console.log(JSON.stringify(toJson(each)));
    else for (const each of await contradictionsWithWords(record, page, options.claims, known)) print(each);
    const left = found.length - skip - page.length;
    if (left > 0 && !options.json) console.log(`${left} more: --skip ${skip + page.length}`);
    if (found.length === 0 && !options.json) console.log("No claims of the record contradict one another here.");
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function toJson({ kind, matter, says, days, first, second, settledBy }: Contradiction<LeanEntry>): object {
  const claims = (side: readonly LeanEntry[]): string[] => side.map((c) => c.claim.id);
  return { kind, matter, says, days, first: claims(first), second: claims(second), settledBy: settledBy?.id ?? null };
}

function print({ matter, says, first, second, settledBy, leftOut }: Shown<Contradiction>): void {
  console.log(`${paint("bold", `${matter.kind}${matter.object ? ` (${matter.object})` : ""}, ${sayBetween(matter)}`)}: ${says}`);
  for (const entry of first) printWords("one", entry);
  for (const entry of second) printWords("other", entry);
  if (leftOut > 0)
    console.log(paint("dim", `    and ${leftOut} more claim${leftOut === 1 ? "" : "s"} (--claims shows more, --json the ids of all)`));
  if (settledBy) console.log(paint("green", `    settled ${sayRuling(settledBy)} by ${settledBy.by}: ${settledBy.why} · ${settledBy.id}`));
}
