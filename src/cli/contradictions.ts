import { nameOfActor } from "../actors/name-of.ts";
import { findContradictions } from "../reasoning/contradictions.ts";
import { type ClaimEntry, Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameActor } from "./name-actor.ts";
import { clip, paint } from "./text.ts";

export interface ContradictionsOptions {
  readonly record: string;
  readonly known?: string;
  readonly json: boolean;
}

/** `chancery contradictions [A [B]]`: claims that cannot all be true, each side with its words. */
export async function contradictions(names: readonly string[], options: ContradictionsOptions): Promise<number> {
  if (names.length > 2) throw new UsageError(`contradictions are asked for one actor or between two; ${names.length} were named.`);
  const ids = names.map((n) => nameActor(n).id);
  const record = await Record.open(options.record);
  try {
    const all = findContradictions(await record.claims(ids, { known: options.known }));
    const found = all.filter(({ matter }) => ids.every((id) => matter.a === id || matter.b === id));
    for (const { kind, matter, says, first, second } of found) {
      if (options.json) {
        const claims = (side: readonly ClaimEntry[]): string[] => side.map((c) => c.claim.id);
        console.log(JSON.stringify({ kind, matter, says, first: claims(first), second: claims(second) }));
        continue;
      }
      console.log(
        `${paint("bold", `${matter.kind}${matter.object ? ` (${matter.object})` : ""}, ${nameOfActor(matter.a)} – ${nameOfActor(matter.b)}`)}: ${says}`,
      );
      for (const [label, side] of [
        ["one", first],
        ["other", second],
      ] as const)
        for (const { claim, document } of side) {
          console.log(`    ${label.padEnd(6)} ${claim.date.edtf ?? "undated"} “${clip(claim.evidence.quote, 200)}”`);
          console.log(
            paint("dim", `           ${document.title ?? document.source}${document.date ? `, ${document.date}` : ""} · ${claim.id}`),
          );
        }
    }
    if (found.length === 0 && !options.json) console.log("No claims of the record contradict one another here.");
    return EXIT.done;
  } finally {
    await record.close();
  }
}
