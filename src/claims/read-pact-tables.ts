import { findMentions } from "../actors/find-mentions.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document, Span, Table, TableCell, TableRow } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Factuality, Participant, Phase } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import type { Lexicon } from "./frame.ts";
import { type PactColumns, pactColumns } from "./pact-columns.ts";
import { phaseOfStatus, stagesIn, UNSIGNED } from "./pact-status.ts";
import { codePlover } from "./plover.ts";
import { kindOf, mayFill } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";
import { tableSubjects } from "./table-matter.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

/** Treaties of many are not those of the page's two. */
const OF_MANY =
  /\b(?:multilateral|international (?:conventions|treaties|agreements|instruments)|united nations conventions|un conventions)\b/i;
const TO_WHICH =
  /\b(?:treaties|conventions|agreements|instruments)\b.{0,20}\b(?:to which|ratified by|signed by)\b|\bmultilateral (?:treaties|conventions|agreements)\b/i;
/** How long a remark may be that only tells the stage. */
const REMARK_LENGTH = 90;

interface Reading {
  readonly document: Document;
  readonly table: Table;
  readonly columns: PactColumns;
  /** How far all of them got, where the caption or the heading says so: "Under negotiation". */
  readonly stage: Phase | null;
  readonly mentions: readonly Mention[];
  readonly lexicon: Lexicon;
  readonly place: Surroundings;
  readonly dates: (span: Span) => DateExpression[];
}

/**
 * Agreements from the rows of a table: a title, the days on which it was signed and came into force, its status or a remark on it.
 * The sides stand in the row, in a row across the table that leads the ones under it, or are those of the page.
 *
 * @param isPacts whether the table's header or what stands above it says that it lists agreements
 */
export function readPactTable(
  document: Document,
  table: Table,
  isPacts: boolean,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  place: Surroundings,
  findDates: FindDates,
  contexts: ReadonlyMap<number, DateContext>,
): Claim[] | null {
  const undated: DateContext = { ...NO_CONTEXT, documentDate: document.date?.edtf ?? null };
  const dates = (span: Span): DateExpression[] =>
    findDates(document.text, span, contexts.get(place.outline.blockAt(span.start)) ?? undated);
  const stage = isPacts ? stageAbove(table, place) : null;
  const columns = pactColumns(stage ? withDated(table) : table, isPacts, (cell) => dates(cell).length > 0);
  if (!columns) return null;
  const reading: Reading = { document, table, columns, stage, mentions, lexicon, place, dates };
  const claims: Claim[] = [];
  let leading: string | null = null;
  for (const row of table.rows) {
    const filled = row.cells.filter((c) => c.end > c.start && c.text.trim() !== "");
    if (filled.length === 0) continue;
    if (isAcross(table, filled)) {
      leading = stateIn(document, filled[0]!.text) ?? leading;
      continue;
    }
    if (row.header) continue;
    const sides = sidesOf(row, filled, leading, reading);
    if (sides.length >= 2 || (sides.length === 1 && sides[0]!.role === "party" && columns.party < 0))
      claims.push(...claimsOf(row, sides, reading));
  }
  return claims;
}

/** "Under negotiation", "In force": the stage that the caption or what stands next above gives a whole table. */
function stageAbove(table: Table, place: Surroundings): Phase | null {
  const first = table.rows.flatMap((r) => r.cells).find((c) => c.end > c.start);
  const above = first ? place.outline.aboveAt(first.start) : [];
  const words = table.caption ?? above.find((a) => a.kind === "label" || a.kind === "heading")?.words ?? "";
  return words.length <= 60 && !/\b(?:and|or)\b/i.test(words) ? phaseOfStatus(words) : null;
}

/** The table with "Launched" and "Since" read as a date of its own stage. */
function withDated(table: Table): Table {
  return { ...table, columns: table.columns.map((c) => (/^(?:launched|started|since|begun|began|start)$/i.test(c.trim()) ? "Date" : c)) };
}

/** One cell alone, or the same words all across: a label of the rows under it. */
function isAcross(table: Table, filled: readonly TableCell[]): boolean {
  return table.columns.length > 2 && new Set(filled.map((c) => c.text.trim())).size === 1 && (filled.length === 1 || filled.length > 2);
}

/** The only state that a label names. */
function stateIn(document: Document, words: string): string | null {
  if (words.length > 80) return null;
  const named = findMentions({ ...document, ...bareText(words), map: [] }).filter((m) => m.kind === "state" || m.kind === "former-state");
  const [state, other] = [...new Set(named.flatMap((m) => m.actors))];
  return state && !other ? state : null;
}

function sidesOf(row: TableRow, filled: readonly TableCell[], leading: string | null, reading: Reading): Participant[] {
  const { columns, document, place, table } = reading;
  const cell = (column: number): TableCell | undefined => row.cells.find((c) => c.column === column && c.end > c.start);
  const subjects = tableSubjects(document, table, place);
  const party = (actor: string): Participant => ({ role: "party", actor, text: actor });
  const named = cell(columns.party);
  const found = named ? actorsIn(named, reading) : [];
  if (columns.party >= 0) {
    if (found.length === 0 || (found.length >= 2 && (columns.allSides || found.some((p) => subjects.includes(p.actor))))) return found;
    const others = subjects.filter((s) => mayFill("agreement", "party", s) && !found.some((p) => p.actor === s));
    const subject = others.length === 1 || subjects.length === 1 ? others[0] : undefined;
    return subject ? [{ role: "party", actor: subject, text: document.title ?? "" }, ...found] : [];
  }
  const title = cell(columns.title);
  if (!title) return [];
  const inTitle = actorsIn(title, reading).filter((p) => kindOf(p.actor) !== "region");
  if (inTitle.length >= 2) return inTitle;
  const [subject] = subjects;
  if (leading && subjects.length === 1 && subject && subject !== leading) return [party(subject), party(leading)];
  const above = place.outline.aboveAt(filled[0]!.start);
  // "Treaties to which Tuvalu is a party": what one state did with a treaty of many
  if (subject && subjects.length === 1 && inTitle.every((p) => kindOf(p.actor) === "org") && above.some((a) => TO_WHICH.test(a.words)))
    return [party(subject), ...inTitle.map((p) => ({ ...p, role: "organization" }))];
  if ([table.caption ?? "", ...above.filter((a) => a.kind !== "title").map((a) => a.words)].some((words) => OF_MANY.test(words))) return [];
  const pair = place.pairFor(filled[0]!.start);
  if (pair.length === 2) return inTitle.some((p) => !pair.includes(p.actor)) ? [] : pair.map(party);
  return [];
}

function actorsIn(cell: Span, { mentions }: Reading): Participant[] {
  const found: Participant[] = [];
  for (const m of mentions) {
    if (m.end <= cell.start) continue;
    if (m.start >= cell.end) break;
    for (const actor of m.kind === "place" || m.form === "city" ? [] : m.actors)
      if (mayFill("agreement", "party", actor) && !found.some((f) => f.actor === actor))
        found.push({ role: "party", actor, text: m.text, ...(m.person ? { person: m.person } : {}) });
  }
  return found;
}

function claimsOf(row: TableRow, sides: readonly Participant[], reading: Reading): Claim[] {
  const { columns, document } = reading;
  const cell = (column: number): TableCell | undefined => row.cells.find((c) => c.column === column && c.end > c.start);
  const told: { phase: Phase; factuality: Factuality; date: ClaimDate; rule: string }[] = [];
  const stages = columns.status.flatMap((column) => {
    const there = cell(column);
    return there && there.end - there.start <= REMARK_LENGTH ? stagesIn(document.text, there, reading.dates) : [];
  });
  const dated = (column: number, phase: Phase, rule: string): void => {
    const there = cell(column);
    if (!there) return;
    const date = dateIn(there, reading);
    if (date.edtf !== null) told.push({ phase, factuality: "actual", date, rule });
    // "Not yet ratified" in the column for the day it came into force
    else stages.push(...stagesIn(document.text, there, reading.dates));
  };
  // "Agreement on fisheries: third round of talks"
  const talked = /:|\bdraft\b/i.test(cell(columns.title)?.text ?? "") ? phaseOfStatus(cell(columns.title)!.text) : null;
  const { stage } = reading;
  if (stage && (UNSIGNED.has(stage) || stage === "in-force") && !columns.saysSigned)
    dated(columns.signed, stage, "table/agreements-status");
  else if (talked && UNSIGNED.has(talked)) dated(columns.signed, talked, "table/agreements-status");
  else if (columns.saysSigned || !stages.some((s) => UNSIGNED.has(s.phase))) dated(columns.signed, "signed", "table/agreements-signed");
  dated(columns.inForce, "in-force", "table/agreements-in-force");
  dated(columns.ratified, "ratified", "table/agreements-ratified");
  dated(columns.ended, "ends", "table/agreements-status");
  for (const stage of stages)
    if (!told.some((t) => t.phase === stage.phase && t.factuality === stage.factuality))
      told.push({ phase: stage.phase, factuality: stage.factuality, date: stage.date, rule: "table/agreements-status" });
  return told.map((t) => build(row, sides, t, reading));
}

function dateIn(cell: TableCell, { dates }: Reading): ClaimDate {
  const found = dates(cell).find((d) => d.role === "time" || d.role === "attribute");
  // "since 2009" is when it began
  if (found) return toClaimDate({ ...found, edtf: found.edtf.replace(/\/\.\.$/, "") });
  const year = /^[\p{L} ]*((?:1[89]|20)\d\d)$/u.exec(cell.text.trim())?.[1];
  return year ? { edtf: year, text: year, basis: "stated" } : NO_DATE;
}

function build(
  row: TableRow,
  participants: readonly Participant[],
  { phase, factuality, date, rule }: { phase: Phase; factuality: Factuality; date: ClaimDate; rule: string },
  { columns, document, lexicon, place, table }: Reading,
): Claim {
  const title = row.cells
    .find((c) => c.column === columns.title)
    ?.text.replace(/\s+/g, " ")
    .trim();
  const kindIn = (words: string): string | undefined =>
    lexicon.values.get("instrument")?.find(([word]) => words.toLowerCase().replaceAll("-", " ").includes(word))?.[1];
  // "Free trade agreements of Peru" over rows that name only the partner
  const over = title ? [] : place.outline.aboveAt(row.cells[0]!.start).map((a) => a.words);
  const instrument = kindIn(`${title ?? ""} ${table.caption ?? ""}`) ?? over.flatMap((words) => kindIn(words) ?? [])[0] ?? "other";
  const details: Record<string, string> = { instrument, ...(title ? { title } : {}) };
  const read = [columns.title, columns.party, columns.signed, columns.inForce, columns.ratified, columns.ended, ...columns.status];
  const cells = row.cells.filter((c) => read.includes(c.column) && c.end > c.start);
  const claim: Omit<Claim, "id"> = {
    type: "agreement",
    phase,
    factuality,
    participants,
    date,
    place: null,
    details,
    plover: { event: codePlover("agreement", phase, factuality, details) },
    evidence: evidenceOf(document, { start: Math.min(...cells.map((c) => c.start)), end: Math.max(...cells.map((c) => c.end)) }),
    why: { rule, confidence: 0.87 },
  };
  return { id: claimId(claim), ...claim };
}
