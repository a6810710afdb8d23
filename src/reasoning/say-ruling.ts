import type { Change, Decision } from "../record/decision.ts";

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
function sayChange(change: Change): string {
  if (change.field === "place") return `place ${change.from?.text ?? "none"} → ${change.to?.text ?? "none"}`;
  const name = change.field === "participant" ? change.role : change.field === "detail" ? change.name : change.field;
  return `${name} ${change.from ?? "none"} → ${change.to ?? "none"}`;
}
