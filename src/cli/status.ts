import { decidedClaims } from "../answers/decided-claims.ts";
import { MATTER_KINDS } from "../reasoning/matters.ts";
import { sayRuling } from "../reasoning/say-ruling.ts";
import type { Boundary, Interval, Status } from "../reasoning/status.ts";
import { STALE_YEARS, type StatusOnDay, statusAt } from "../reasoning/status-at.ts";
import { deriveStatuses } from "../reasoning/statuses.ts";
import { type ClaimEntry, Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";
import { printWords, sayBetween } from "./print-claim.ts";
import { readPair } from "./read-pair.ts";
import { paint } from "./text.ts";

export interface StatusOptions {
  readonly record: string;
  readonly on?: string;
  readonly known?: string;
  readonly stale?: number;
  readonly json: boolean;
}

/** `chancery status A B`: what held between two actors on a day, each line with the words it rests on. */
export async function status(a: string, b: string, options: StatusOptions): Promise<number> {
  const [first, second] = readPair(a, b, "A status");
  const day = options.on ?? new Date().toISOString().slice(0, 10);
  const record = await Record.open(options.record);
  try {
    const { entries, preferences } = await decidedClaims(record, [first.id, second.id], { known: options.known, types: MATTER_KINDS });
    const statuses = deriveStatuses(entries, preferences).filter(
      ({ matter }) => [matter.a, matter.b].includes(first.id) && [matter.a, matter.b].includes(second.id),
    );
    const answers = statuses.map((s) => ({ status: s, answer: statusAt(s, day, options.stale ?? STALE_YEARS) }));
    if (options.json) {
      for (const { status: s, answer } of answers) console.log(JSON.stringify(toJson(s, answer, day, options.known ?? null)));
      return EXIT.done;
    }
    const known = options.known ? `, as known on ${options.known}` : "";
    console.log(paint("bold", `${first.name} – ${second.name} on ${day}${known}`));
    if (answers.length === 0)
      console.log("The record has no claim about a standing matter between these two. That says nothing about whether there was one.");
    for (const { status: s, answer } of answers) printStatus(s, answer);
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function printStatus({ matter, intervals, denials, steps, contradictions, settled }: Status, answer: StatusOnDay): void {
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
}

function inWords({ holds, certainty, lastEvidence }: StatusOnDay): string {
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

function toJson({ matter, intervals, steps, denials, settled }: Status, answer: StatusOnDay, day: string, known: string | null): object {
  const ids = (claims: readonly ClaimEntry[]): string[] => claims.map((c) => c.claim.id);
  const edge = (boundary: Boundary | null): object | null =>
    boundary && { edtf: boundary.edtf, earliest: boundary.bounds.from, latest: boundary.bounds.to, claims: ids(boundary.claims) };
  const sides = ({ kind, says, first, second, settledBy }: Status["settled"][number]): object => ({
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
