import { statusesBetween } from "../answers/statuses-between.ts";
import { type Answered, type Shown, statusesWithWords } from "../answers/with-words.ts";
import { MATTER_KINDS, type MatterKind } from "../reasoning/matters.ts";
import { sayRuling } from "../reasoning/say-ruling.ts";
import type { Boundary, Interval, Status } from "../reasoning/status.ts";
import { STALE_YEARS, type StatusOnDay, statusAt } from "../reasoning/status-at.ts";
import { type LeanEntry, Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { printWords, sayBetween } from "./print-claim.ts";
import { readPair } from "./read-pair.ts";
import { paint } from "./text.ts";

export interface StatusOptions {
  readonly record: string;
  readonly on?: string;
  readonly known?: string;
  readonly stale?: number;
  /** Kinds of matters. */
  readonly kind?: readonly string[];
  readonly limit?: number;
  readonly skip?: number;
  /** The most claims shown of each list. */
  readonly claims: number;
  readonly json: boolean;
}

/** `chancery status A B`: what held between two actors on a day, each line with the words it rests on. */
export async function status(a: string, b: string, options: StatusOptions): Promise<number> {
  const [first, second] = readPair(a, b, "A status");
  const unknown = options.kind?.find((k) => !(MATTER_KINDS as readonly string[]).includes(k));
  if (unknown) throw new UsageError(`"${unknown}" is no kind of standing matter. Expected one of: ${MATTER_KINDS.join(", ")}.`);
  const day = options.on ?? new Date().toISOString().slice(0, 10);
  const { known, skip = 0, limit } = options;
  const record = await Record.open(options.record);
  try {
    const kinds = options.kind as readonly MatterKind[] | undefined;
    const { total, statuses } = await statusesBetween(record, [first.id, second.id], { known, kinds, limit, skip });
    const answers = statuses.map((s) => ({ status: s, answer: statusAt(s, day, options.stale ?? STALE_YEARS) }));
    if (options.json) {
      for (const { status: s, answer } of answers) console.log(JSON.stringify(toJson(s, answer, day, known ?? null)));
      return EXIT.done;
    }
    console.log(paint("bold", `${first.name} – ${second.name} on ${day}${known ? `, as known on ${known}` : ""}`));
    if (total === 0)
      console.log("The record has no claim about a standing matter between these two. That says nothing about whether there was one.");
    else if (skip >= total) console.log(`--skip ${skip} passes over all there is: ${total} matter${total === 1 ? "" : "s"}.`);
    for (const shown of await statusesWithWords(record, answers, options.claims, known)) printStatus(shown);
    const left = total - skip - statuses.length;
    if (left > 0) console.log(`\n${left} more matter${left === 1 ? "" : "s"}: --skip ${skip + statuses.length}`);
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function printStatus({ status: { matter, intervals, denials, steps, contradictions, settled }, answer, leftOut }: Shown<Answered>): void {
  const what = `${matter.kind}${matter.object ? ` (${matter.object})` : ""}`;
  console.log(`\n${paint("bold", `${what}, ${sayBetween(matter)}`)}: ${inWords(answer)}`);
  for (const entry of steps) printWords(entry.claim.phase, entry);
  for (const interval of intervals) printInterval(interval);
  for (const { claim } of denials) printWords("denied", claim);
  for (const { says, first, second } of answer.contradictions) {
    console.log(`  ${paint("yellow", `contradicted: it ${says}`)}`);
    for (const entry of first) printWords("one", entry);
    for (const entry of second) printWords("other", entry);
  }
  for (const contradiction of contradictions)
    if (!answer.contradictions.includes(contradiction))
      console.log(
        `  ${paint("yellow", `contradicted about other days: it ${contradiction.says}`)} (\`chancery contradictions\` has the words)`,
      );
  for (const { says, first, second, settledBy } of settled) {
    console.log(`  ${paint("yellow", `settled: it ${says}`)}`);
    if (settledBy) console.log(`    ${sayRuling(settledBy)} by ${settledBy.by}: ${settledBy.why} · ${settledBy.id}`);
    for (const entry of first) printWords("one", entry);
    for (const entry of second) printWords("other", entry);
  }
  if (leftOut > 0)
    console.log(paint("dim", `  and ${leftOut} more claim${leftOut === 1 ? "" : "s"} (--claims shows more, --json the ids of all)`));
}

function inWords({ holds, certainty, lastEvidence }: Pick<StatusOnDay, "holds" | "certainty" | "lastEvidence">): string {
  const last = lastEvidence ? `, last evidence ${lastEvidence.slice(0, 4)}` : "";
  if (certainty === "contradicted") return `contradicted${last}`;
  if (holds === null) return `unknown${last}`;
  if (certainty === "established") return holds ? "holds (established)" : "does not hold (established)";
  return holds ? `holds (${certainty}: no end is known${last})` : `does not hold (${certainty}: no beginning is known${last})`;
}

function printInterval({ begins, ends, evidence }: Interval): void {
  const edge = (boundary: Boundary | null): string => (boundary ? (boundary.edtf ?? "date unknown") : "…");
  console.log(`  ${edge(begins)} to ${edge(ends)}`);
  if (begins) for (const claim of begins.claims) printWords("begins", claim);
  const told = new Set([...(begins?.claims ?? []), ...(ends?.claims ?? [])]);
  for (const { claim, implied } of evidence) {
    if (told.has(claim) || implied) continue;
    told.add(claim);
    printWords("holds", claim);
  }
  const implying = [...new Set(evidence.filter((e) => e.implied).map((e) => e.claim))];
  const last = implying.at(-1);
  if (last) printWords("implied", last);
  if (implying.length > 1) console.log(`              and implied by ${implying.length - 1} earlier`);
  if (ends) for (const claim of ends.claims) printWords("ends", claim);
}

function toJson(
  { matter, intervals, steps, denials, settled }: Status<LeanEntry>,
  answer: StatusOnDay<LeanEntry>,
  day: string,
  known: string | null,
): object {
  const ids = (claims: readonly LeanEntry[]): string[] => claims.map((c) => c.claim.id);
  const edge = (boundary: Boundary<LeanEntry> | null): object | null =>
    boundary && { edtf: boundary.edtf, earliest: boundary.bounds.from, latest: boundary.bounds.to, claims: ids(boundary.claims) };
  const sides = ({ kind, says, first, second, settledBy }: Status<LeanEntry>["settled"][number]): object => ({
    kind,
    says,
    first: ids(first),
    second: ids(second),
    settledBy: settledBy?.id ?? null,
  });
  return {
    ...matter,
    on: day,
    known,
    holds: answer.holds,
    certainty: answer.certainty,
    lastEvidence: answer.lastEvidence,
    intervals: intervals.map((i) => ({ begins: edge(i.begins), ends: edge(i.ends), evidence: ids(i.evidence.map((e) => e.claim)) })),
    steps: ids(steps),
    denials: ids(denials.map((d) => d.claim)),
    contradictions: answer.contradictions.map(sides),
    settled: settled.map(sides),
  };
}
