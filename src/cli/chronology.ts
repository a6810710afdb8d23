import { CLAIM_TYPES } from "../claims/claim.ts";
import { type ClaimEntry, Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameActor } from "./name-actor.ts";
import { clip, paint } from "./text.ts";

export interface ChronologyOptions {
  readonly record: string;
  readonly type?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly json: boolean;
}

/** `chancery chronology A B`: claims between two actors by date, each with its quote and source. */
export async function chronology(a: string, b: string, options: ChronologyOptions): Promise<number> {
  const [first, second] = [nameActor(a), nameActor(b)];
  const unknown = options.type?.find((t) => !(CLAIM_TYPES as readonly string[]).includes(t));
  if (unknown) throw new UsageError(`"${unknown}" is no claim type. Expected one of: ${CLAIM_TYPES.join(", ")}.`);
  const record = await Record.open(options.record);
  try {
    const entries = await record.chronology(first.id, second.id, { types: options.type, fromYear: options.from, toYear: options.to });
    if (options.json) {
      for (const { claim } of entries) console.log(JSON.stringify(claim));
      return EXIT.done;
    }
    console.log(paint("bold", `${first.name} – ${second.name}`));
    if (entries.length === 0) console.log("The record has no claim about these two. That says nothing about whether anything happened.");
    for (const entry of entries) console.log(formatEntry(entry));
    return EXIT.done;
  } finally {
    await record.close();
  }
}

/** Three lines: date and what; the words; where they stand. */
export function formatEntry({ claim, document }: ClaimEntry): string {
  const date = (claim.date.edtf ?? "undated").padEnd(12);
  const who = claim.participants.map((p) => `${p.role} ${p.actor}${p.person ? ` (${p.person})` : ""}`).join(", ");
  const fact = claim.factuality === "actual" ? "" : ` · ${claim.factuality}`;
  const details = Object.entries(claim.details)
    .map(([k, v]) => `${k} ${v}`)
    .join(", ");
  return [
    `${paint("bold", date)} ${claim.type} ${claim.phase}${fact} · ${who}${details ? ` · ${details}` : ""}`,
    `             “${clip(claim.evidence.quote, 300)}”`,
    paint("dim", `             ${document.title ?? document.source}${document.date ? `, ${document.date}` : ""} · ${claim.id}`),
  ].join("\n");
}
