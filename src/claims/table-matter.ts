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

/** What a header alone does not tell: a column "Chair" or "Sanctions" stands in tables of much else. */
const TOLD_ABOVE: ReadonlySet<string> = new Set(["office", "sanction"]);
const BY_HEADING: ReadonlySet<string> = new Set(["table/seats", "table/applicants", "table/troop-contributors"]);
const JOINT =
  /\b(?:joint|mixed|intergovernmental|bilateral)\b.{0,40}\b(?:commissions?|committees?|commities|consultations)\b|\bconsultations\b/i;

export interface Matter {
  readonly matter: readonly TableTemplate[];
  /** Caption and headings, bounded by blanks. */
  readonly about: string;
  /** The words that told. */
  readonly nearest: string;
  /** Whether the caption or header told. */
  readonly isOwn: boolean;
}

/**
 * The templates for what a table is about. What stands nearest tells: its caption and header, then the line above it, then the
 * headings, and the page's title only where none of these speaks of a matter: `nearest`. `isOwn` where the caption or header told.
 */
export function matterOf(
  table: Table,
  own: string,
  templates: readonly TableTemplate[],
  place: Surroundings,
  hasColumns: (template: TableTemplate) => boolean,
): Matter {
  const start = firstCell(table);
  const above = place.outline.aboveAt(start).filter((a) => a.kind !== "item" && a.kind !== "caption");
  const about = boundedWords([table.caption ?? "", ...above.filter((a) => a.kind !== "lead").map((a) => a.words)].join(" "));
  const heading = boundedWords(table.caption ?? above.find((a) => a.kind !== "lead" || a.words.length <= 110)?.words ?? "");
  const fits = (t: TableTemplate, said: string): boolean =>
    t.about.some((word) => said.includes(` ${word} `)) && !isOther(t, heading) && !isOther(t, said);
  if (place.subjects.length === 2 && namesJointBodies(table))
    return { matter: templates.filter((t) => t.id === "table/joint-meetings"), about, nearest: heading, isOwn: true };
  for (const { kind, words } of [{ kind: "caption", words: own }, ...above]) {
    const said = boundedWords(words);
    const isHeader = kind === "caption";
    const inCaption = isHeader ? boundedWords(table.caption ?? "") : said;
    const matter = templates.filter((t) => fits(t, TOLD_ABOVE.has(t.type) || BY_HEADING.has(t.id) ? inCaption : said));
    // "Summit" in the header of a table of chairs: what stands above tells, where the rows have the columns for it
    const told = isHeader ? templates.filter((t) => (TOLD_ABOVE.has(t.type) || BY_HEADING.has(t.id)) && fits(t, heading)) : [];
    const recognised = isHeader && RECOGNITION.test(table.columns.join(" ")) ? templates.filter((t) => isRecognised(t, heading)) : [];
    const all = [...new Set([...matter, ...told, ...recognised])];
    // a word of the header whose rows have no such columns: what stands above tells
    const isMissed = isHeader && !all.some((t) => t.columns.length === 0 || hasColumns(t));
    if (all.length === 0 || isMissed) {
      if (kind !== "lead" && OTHER_MATTERS.some((word) => said.includes(` ${word} `)))
        return { matter: [], about, nearest: said, isOwn: false };
      continue;
    }
    // "Chile–Laos relations" names the page's matter, not that of a list on it
    if (kind === "title" && place.subjects.length === 2)
      return { matter: all.filter((t) => t.type !== "relations"), about, nearest: said, isOwn: false };
    return { matter: all, about, nearest: said, isOwn: said === boundedWords(own) };
  }
  return { matter: [], about, nearest: "", isOwn: false };
}

const RECOGNITION = /\brecogni(?:s|z|t)/i;

/** A column "Date of recognition" says what the rows tell. */
function isRecognised(t: TableTemplate, heading: string): boolean {
  if (t.type !== "recognition") return false;
  return t.unless.length > 0 ? !isOther(t, heading) : t.about.some((word) => heading.includes(` ${word} `));
}

function isOther(t: TableTemplate, heading: string): boolean {
  if (t.type === "relations" && heading.includes(" relations ")) return false;
  return t.unless.some((word) => heading.includes(` ${word} `));
}

/** "3rd Joint Commission", "Political consultations": most rows of the table name one. */
function namesJointBodies(table: Table): boolean {
  const rows = table.rows.filter((row) => !row.header);
  const naming = rows.filter((row) => row.cells.some((c) => c.text.length <= 80 && JOINT.test(c.text)));
  return rows.length > 0 && naming.length >= 0.6 * rows.length;
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
 * caption or the line above names. "Missions of Tonga" over the table names another than the page's.
 */
export function tableSubjects(
  document: Document,
  table: Table,
  place: Surroundings,
  role: string | null = null,
  ofBody = false,
): readonly string[] {
  const owner = role ? ownerAbove(document, table, place, ofBody || role === "organization") : null;
  if (owner || ofBody) return owner ? [owner] : [];
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

/** Who owns what the rows list, by the nearest words above that name anybody: "Missions of Tonga", "Chairs of ASEAN", "Sanctions on Haiti". */
function ownerAbove(document: Document, table: Table, place: Surroundings, isBody: boolean): string | null {
  const above = place.outline.aboveAt(firstCell(table)).filter((a) => a.words.length <= 110 && a.kind !== "item" && a.kind !== "caption");
  for (const words of [table.caption ?? "", ...above.map((a) => a.words)]) {
    if (!words) continue;
    const named = findMentions({ ...document, ...bareText(words), map: [] }).filter(
      (m) => m.actors.length === 1 && m.person === null && (m.kind === "organisation" || m.kind === "state"),
    );
    const fitting = named.filter((m) => (m.kind === "organisation") === isBody);
    if (named.length === 0) continue;
    const [only, other] = [...new Set(fitting.map((m) => m.actors[0]!))];
    if (!only || other) return null;
    const isOwner = fitting.some(
      (m) =>
        OWNED.test(words.slice(0, m.start)) ||
        /^['’]s?\s/.test(words.slice(m.end)) ||
        (m.form === "demonym" && /^\s+\p{Ll}/u.test(words.slice(m.end))) ||
        (isBody && (m.start === 0 || OF_THE_BODY.test(words.slice(m.end)))),
    );
    return isOwner ? only : null;
  }
  return null;
}

/** "Current UN peacekeeping operations" */
const OF_THE_BODY =
  /^\s+(?:peace\S*|field|observer|secretar\S*|director\S*|chair\S*|president\S*|member\S*|missions|operations|summits?)\b/i;
const OWNED = /\b(?:of|in|to|by|on|against|from|for)\s+(?:the\s+)?(?:(?:State|Republic|Kingdom)\s+of\s+)?$/i;

/** "European Union sanctions", "Kenya's embargoes": who imposes them; null for "sanctions on Iran", which are suffered. */
export function imposerAbove(document: Document, table: Table, place: Surroundings): string | null {
  const above = place.outline.aboveAt(firstCell(table)).filter((a) => a.words.length <= 140 && a.kind !== "item" && a.kind !== "caption");
  for (const words of [table.caption ?? "", ...above.map((a) => a.words)]) {
    if (!SANCTIONS.test(words)) continue;
    const named = findMentions({ ...document, ...bareText(words), map: [] }).filter(
      (m) => (m.kind === "organisation" || m.kind === "state") && m.actors.length === 1,
    );
    const imposer = named.find(
      (m) => IMPOSED.test(words.slice(m.end)) && !/\b(?:on|against)\s+(?:the\s+)?$/i.test(words.slice(0, m.start)),
    );
    if (named.length > 0) return imposer?.actors[0] ?? null;
  }
  return null;
}

const SANCTIONS = /\b(?:sanctions|embargo(?:es)?|restrictive measures)\b/i;
const IMPOSED =
  /^(?:['’]s?)?\s+(?:(?:arms|trade|autonomous|unilateral|economic|current|active|international|targeted)\s+)*(?:sanctions|embargo(?:es)?|restrictive measures)\b(?!\s+(?:on|against)\b)/i;

function firstCell(table: Table): number {
  return table.rows.flatMap((r) => r.cells).find((c) => c.end > c.start)?.start ?? table.start;
}
