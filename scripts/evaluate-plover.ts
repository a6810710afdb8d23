import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { codeRelation } from "../src/claims/code-relation.ts";

/**
 * Codes the relation between the marked actors of the PLOVER development records and prints how often the event agrees.
 * An actor is marked where its words stand in the sentence. `--misses` prints what differs.
 */
const GOLD = resolve(import.meta.dirname, "../../shared/plover/gsr-dev.json");
/** The records speak PLOVER 0.5; what became of its events in 2021. */
const SUCCESSOR: Readonly<Record<string, string>> = { DEMAND: "REQUEST", DISAPPROVE: "ACCUSE", INVESTIGATE: "ACCUSE", FIGHT: "ASSAULT" };

interface Actor {
  readonly actorText?: string;
}
interface GoldRecord {
  readonly id: string;
  readonly event: string;
  readonly text: string;
  readonly source?: unknown;
  readonly target?: unknown;
}

function spanOf(text: string, side: unknown, not: string | null = null): { start: number; end: number } | null {
  if (!Array.isArray(side)) return null;
  for (const actor of side as Actor[]) {
    const words = actor.actorText?.trim();
    const start = words && words !== not ? text.indexOf(words) : -1;
    if (words && start >= 0) return { start, end: start + words.length };
  }
  return null;
}

function main(): void {
  if (!existsSync(GOLD)) {
    console.log("skipped: the PLOVER records (../shared/plover) are not here");
    return;
  }
  const records = (JSON.parse(readFileSync(GOLD, "utf8")) as GoldRecord[]).filter((r) => r.event !== "DOCUMENT");
  const rows = new Map<string, { right: number; coded: number; all: number }>();
  let left = 0;
  for (const record of records) {
    const event = SUCCESSOR[record.event] ?? record.event;
    const source = spanOf(record.text, record.source);
    const first = source && record.text.slice(source.start, source.end);
    // of two sources without a target, the second stands for the other side
    const target = spanOf(record.text, record.target) ?? spanOf(record.text, record.source, first);
    if (!source || !target || (source.start < target.end && target.start < source.end)) {
      left++;
      continue;
    }
    const coded = codeRelation(record.text, source, target);
    const row = rows.get(event) ?? { right: 0, coded: 0, all: 0 };
    rows.set(event, { right: row.right + (coded.event === event ? 1 : 0), coded: row.coded + (coded.event ? 1 : 0), all: row.all + 1 });
    if (process.argv.includes("--misses") && coded.event !== event) {
      const words = (s: { start: number; end: number }): string => record.text.slice(s.start, s.end);
      console.log(`${event} ≠ ${coded.event} (${coded.rule}) [${words(source)} → ${words(target)}] ${record.text}`);
    }
  }
  const share = (n: number, of: number): string => (of === 0 ? "—" : `${((100 * n) / of).toFixed(1)}%`).padStart(7);
  console.log(`${"event".padEnd(12)} records  coded  right  accuracy`);
  const total = { right: 0, coded: 0, all: 0 };
  for (const [event, { right, coded, all }] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    total.right += right;
    total.coded += coded;
    total.all += all;
    console.log(
      `${event.padEnd(12)} ${String(all).padStart(7)} ${String(coded).padStart(6)} ${String(right).padStart(6)}  ${share(right, all)}`,
    );
  }
  console.log(
    `${"all".padEnd(12)} ${String(total.all).padStart(7)} ${String(total.coded).padStart(6)} ${String(total.right).padStart(6)}  ${share(total.right, total.all)}`,
  );
  console.log(`precision of what is coded ${share(total.right, total.coded).trim()}; ${left} records without two marked actors left out`);
}

main();
