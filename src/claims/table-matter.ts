import { findMentions } from "../actors/find-mentions.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document, Table } from "../document/document.ts";
import type { Surroundings } from "./surroundings.ts";
import type { TableTemplate } from "./table-template.ts";

/** "Missions and visits", "Notes": a column of this and that says no matter of the table. */
const MIXED = /\b(?:and|notes?|remarks?|comments?|details)\b/i;

/** Matters of tables that other readers know, or that make no claims. */
const OTHER_MATTERS: readonly string[] =
  "visit visits trip trips tour tours travel travels trade exports imports votes voting vote troops aid matches results medals players fixtures squad rankings commissions commission committees committee consultations mechanisms loans grants scholarships students disputes claims flights visas visa ambassadors envoys recognition recognitions".split(
    " ",
  );

/**
 * The templates for what a table is about. What stands nearest tells: its caption and header, then the line above it, then the
 * headings, and the page's title only where none of these speaks of a matter: `nearest`. `isOwn` where the caption or header told.
 */
export function matterOf(
  table: Table,
  own: string,
  templates: readonly TableTemplate[],
  place: Surroundings,
): { matter: readonly TableTemplate[]; about: string; nearest: string; isOwn: boolean } {
  const start = firstCell(table);
  const above = place.outline.aboveAt(start).filter((a) => a.kind !== "item" && a.kind !== "caption");
  const about = boundedWords([table.caption ?? "", ...above.filter((a) => a.kind !== "lead").map((a) => a.words)].join(" "));
  for (const { kind, words } of [{ kind: "caption", words: own }, ...above]) {
    const said = boundedWords(words);
    const matter = templates.filter((t) => t.about.some((word) => said.includes(` ${word} `)));
    if (matter.length === 0) {
      if (kind !== "lead" && OTHER_MATTERS.some((word) => said.includes(` ${word} `)))
        return { matter: [], about, nearest: said, isOwn: false };
      continue;
    }
    // "Chile–Laos relations" names the page's matter, not that of a list on it
    if (kind === "title" && place.subjects.length === 2)
      return { matter: matter.filter((t) => t.type !== "relations"), about, nearest: said, isOwn: false };
    return { matter, about, nearest: said, isOwn: said === boundedWords(own) };
  }
  return { matter: [], about, nearest: "", isOwn: false };
}

/** Lower case, words only, bounded by blanks. */
export function boundedWords(words: string): string {
  return ` ${words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()} `;
}

/** The caption and header of a table, without columns of this and that. */
export function ownWords(table: Table): string {
  return `${table.caption ?? ""} ${table.columns.filter((c) => !MIXED.test(c)).join(" ")}`;
}

/**
 * Whose matters a table's rows are: the page's subjects; else the state that speaks on the page, or the only one that the
 * caption or the line above names.
 */
export function tableSubjects(document: Document, table: Table, place: Surroundings): readonly string[] {
  if (place.subjects.length > 0) return place.subjects;
  const start = firstCell(table);
  const above = place.outline.aboveAt(start).filter((a) => a.words.length <= 140 && a.kind !== "item" && a.kind !== "title");
  for (const words of [table.caption ?? "", ...above.map((a) => a.words)]) {
    if (!words) continue;
    const named = findMentions({ ...document, ...bareText(words), map: [] }).filter((m) => m.kind === "state" && m.person === null);
    const states = [...new Set(named.flatMap((m) => m.actors))];
    if (states.length === 1) return states;
  }
  return place.voice ? [place.voice] : [];
}

function firstCell(table: Table): number {
  return table.rows.flatMap((r) => r.cells).find((c) => c.end > c.start)?.start ?? table.start;
}
