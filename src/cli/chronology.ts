import { decidedClaims } from "../answers/decided-claims.ts";
import { CLAIM_TYPES } from "../claims/claim.ts";
import { type ClaimEntry, Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { decisionsOn, placeOf } from "./print-claim.ts";
import { readPair } from "./read-pair.ts";
import { clip, paint } from "./text.ts";

export interface ChronologyOptions {
  readonly record: string;
  readonly type?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly known?: string;
  readonly limit?: number;
  readonly skip?: number;
  readonly json: boolean;
}

/** `chancery chronology A B`: claims between two actors by date, each with its quote and source. */
export async function chronology(a: string, b: string, options: ChronologyOptions): Promise<number> {
  const [first, second] = readPair(a, b, "A chronology");
  if (options.from !== undefined && options.to !== undefined && options.from > options.to)
    throw new UsageError(`--from ${options.from} is later than --to ${options.to}.`);
  const unknown = options.type?.find((t) => !(CLAIM_TYPES as readonly string[]).includes(t));
  if (unknown) throw new UsageError(`"${unknown}" is no claim type. Expected one of: ${CLAIM_TYPES.join(", ")}.`);
  const record = await Record.open(options.record);
  try {
    const { type: types, from: fromYear, to: toYear, known, limit, skip } = options;
    const pair = [first.id, second.id];
    const { entries, rejected } = await decidedClaims(record, pair, { types, fromYear, toYear, known, limit, skip });
    if (options.json) {
      for (const entry of entries) console.log(JSON.stringify(toJson(entry)));
      return EXIT.done;
    }
    console.log(paint("bold", `${first.name} – ${second.name}`));
    if (entries.length === 0 && skip) console.log(`The record has no more than ${skip} such claims.`);
    else if (entries.length === 0) console.log(sayWhyEmpty(options, (await decidedClaims(record, pair, { types, known })).entries));
    for (const entry of entries) console.log(formatEntry(entry));
    if (rejected.length > 0)
      console.log(
        `Left out: ${rejected.length} claim${rejected.length === 1 ? "" : "s"} that people rejected. \`chancery decide list\` tells of them.`,
      );
    return EXIT.done;
  } finally {
    await record.close();
  }
}

/** What an empty chronology means, given the claims that it has without the years: silence of the record, or only of these years. */
function sayWhyEmpty({ from, to, type }: ChronologyOptions, ofAllTime: readonly ClaimEntry[]): string {
  const these = type?.length ? `of type ${type.join(" or ")} about these two` : "about these two";
  if (ofAllTime.length === 0) return `The record has no claim ${these}. That says nothing about whether anything happened.`;
  const years =
    from === undefined ? `up to ${to}` : to === undefined ? `from ${from} on` : from === to ? `in ${from}` : `from ${from} to ${to}`;
  const undated = ofAllTime.filter((e) => e.claim.date.edtf === null).length;
  const outside = ofAllTime.length - undated;
  const there = [outside > 0 ? `${outside} outside these years` : "", undated > 0 ? `${undated} without a date` : ""].filter(Boolean);
  return `The record has no claim ${these} ${years}. It has ${there.join(" and ")}.`;
}

/** The claim, and what people decided about it where they did. */
function toJson({ claim, decided }: ClaimEntry): object {
  if (!decided) return claim;
  const { verdict, was, decisions } = decided;
  return { ...claim, decided: { verdict, was, decisions: decisions.map((d) => d.id) } };
}

/** Three lines: date and what; the words; where they stand. One more for each decision about it. */
function formatEntry(entry: ClaimEntry): string {
  const { claim } = entry;
  const date = (claim.date.edtf ?? "undated").padEnd(12);
  const who = claim.participants.map((p) => `${p.role} ${p.actor}${p.person ? ` (${p.person})` : ""}`).join(", ");
  const fact = claim.factuality === "actual" ? "" : ` · ${claim.factuality}`;
  const details = Object.entries(claim.details)
    .map(([k, v]) => `${k} ${v}`)
    .join(", ");
  return [
    `${paint("bold", date)} ${claim.type} ${claim.phase}${fact} · ${who}${details ? ` · ${details}` : ""}`,
    `             “${clip(claim.evidence.quote, 300)}”`,
    paint("dim", `             ${placeOf(entry)}`),
    ...decisionsOn(entry).map((line) => paint("yellow", `             ${line}`)),
  ].join("\n");
}
