import type { ClaimEntry, Record } from "../record/record.ts";
import { UsageError } from "./exit-codes.ts";

/** The claim with this id or this beginning of one. Throws UsageError when there is none, and when several begin so. */
export async function nameClaim(record: Record, id: string): Promise<ClaimEntry> {
  const entry = await record.claim(id);
  if (entry) return entry;
  const { count, ids } = await record.claimIds(id);
  if (count > 1)
    throw new UsageError(
      `${count} claims of the record begin with “${id}”: ${ids.join(", ")}${count > ids.length ? " …" : ""}. Give more of the id.`,
    );
  throw new UsageError(`the record has no claim ${id}. \`chancery chronology A B\` prints the ids of claims.`);
}
