import { nameOfActor } from "../actors/name-of.ts";
import type { Matter } from "../reasoning/matters.ts";
import { sourceName } from "../reasoning/sources.ts";
import type { Change, Decision } from "../record/decision.ts";
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

const RULED: { readonly [kind in Decision["ruling"]["kind"]]: string } = {
  confirm: "confirmed",
  reject: "rejected",
  correct: "corrected",
  merge: "merged",
  split: "split",
  prefer: "preferred",
  undo: "undone",
};

/** "corrected (date 1962 → 1963)", "preferred Xinhua over KBS between CHN and ECU". */
export function sayRuling({ ruling }: Decision): string {
  const word = RULED[ruling.kind];
  switch (ruling.kind) {
    case "correct":
      return `${word} (${ruling.changes.map(sayChange).join("; ")})`;
    case "merge":
    case "split":
      return `${word} (${ruling.claims.map((c) => c.id).join(", ")})`;
    case "prefer": {
      const over = ruling.over === null ? "over every other source" : `over ${ruling.over}`;
      const where = [
        ruling.matter === null ? "" : ` in matters of ${ruling.matter}`,
        ruling.pair ? ` between ${ruling.pair.join(" and ")}` : "",
      ];
      return `${word} ${ruling.source} ${over}${where.join("")}`;
    }
    case "undo":
      return `${word} ${ruling.decision}`;
    default:
      return word;
  }
}

/** "date 1962 → 1963-10-05", "host CHL → PER", "city: none → Quito". */
export function sayChange(change: Change): string {
  if (change.field === "place") return `place ${change.from?.text ?? "none"} → ${change.to?.text ?? "none"}`;
  const name = change.field === "participant" ? change.role : change.field === "detail" ? change.name : change.field;
  return `${name} ${change.from ?? "none"} → ${change.to ?? "none"}`;
}
