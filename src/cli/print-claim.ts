import { nameOfActor } from "../actors/name-of.ts";
import type { Matter } from "../reasoning/matters.ts";
import { sayRuling } from "../reasoning/say-ruling.ts";
import { sourceName } from "../reasoning/sources.ts";
import type { ClaimEntry } from "../record/record.ts";
import { clip, paint } from "./text.ts";

const QUOTE_LENGTH = 200;

/** The date and words of a claim, where they stand, and what was decided about it, on lines of their own under a label. */
export function printWords(label: string, entry: ClaimEntry, width = 9): void {
  const { claim } = entry;
  console.log(`    ${label.padEnd(width)} ${claim.date.edtf ?? "undated"} “${clip(claim.evidence.quote, QUOTE_LENGTH)}”`);
  console.log(paint("dim", `    ${"".padEnd(width)} ${placeOf(entry)}`));
  for (const line of decisionsOn(entry)) console.log(paint("yellow", `    ${"".padEnd(width)} ${line}`));
}

/** "Title, date · source · c_…": what somebody needs to look the words up. */
export function placeOf({ claim, document }: ClaimEntry): string {
  const date = document.date ? `, ${document.date}` : "";
  const source = sourceName(document);
  return `${document.title === null ? `${source}${date}` : `${clip(document.title, 80)}${date} · ${source}`} · ${claim.id}`;
}

/** What people decided about a claim, a line each. */
export function decisionsOn({ decided }: ClaimEntry): string[] {
  return (decided?.decisions ?? []).map((d) => `${sayRuling(d)} by ${d.by} on ${d.recordedAt.slice(0, 10)}: ${clip(d.why, 120)} · ${d.id}`);
}

/** "Kenya → Laos" of a matter that has a direction, else "Kenya – Laos". */
export function sayBetween({ kind, a, b }: Matter): string {
  return `${nameOfActor(a)} ${kind === "relations" || kind === "agreement" || kind === "founding" ? "–" : "→"} ${nameOfActor(b)}`;
}
