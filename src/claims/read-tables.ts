import type { Mention } from "../actors/mention.ts";
import type { Document, Table, TableCell, TableRow } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Participant } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import type { Lexicon } from "./frame.ts";
import { tablesOfLists } from "./list-tables.ts";
import { subjectsOfPage } from "./page-subject.ts";
import { codePlover } from "./plover.ts";
import { mayFill, ROLES } from "./roles.ts";
import type { TableTemplate } from "./table-template.ts";

type FindDates = (text: string, span: { start: number; end: number }, context: DateContext) => DateExpression[];

/** Claims from the rows of a document's tables: the header and the page's subject give the roles. */
export function readTables(
  document: Document,
  mentions: readonly Mention[],
  templates: readonly TableTemplate[],
  lexicon: Lexicon,
  findDates: FindDates,
): Claim[] {
  const tables = [...document.tables, ...tablesOfLists(document, mentions, findDates)];
  if (tables.length === 0) return [];
  const subjects = subjectsOfPage(document);
  const claims: Claim[] = [];
  for (const table of tables) {
    const around = surroundings(document, table);
    for (const template of templates) {
      const plan = planColumns(template, table, around);
      if (!plan) continue;
      for (const row of table.rows) {
        if (row.header) continue;
        const claim = readRow({ document, table, row, template, plan, mentions, subjects, lexicon, findDates });
        if (claim) claims.push(claim);
      }
    }
  }
  return claims;
}

interface RowInput {
  readonly document: Document;
  readonly table: Table;
  readonly row: TableRow;
  readonly template: TableTemplate;
  readonly plan: ReadonlyMap<string, number>;
  readonly mentions: readonly Mention[];
  readonly subjects: readonly string[];
  readonly lexicon: Lexicon;
  readonly findDates: FindDates;
}

function readRow(input: RowInput): Claim | null {
  const { document, row, template, plan, subjects, lexicon } = input;
  const { type, phase } = template;
  const cell = (field: string): TableCell | undefined =>
    plan.has(field) ? row.cells.find((c) => c.column === plan.get(field)) : undefined;
  const participants: Participant[] = [];
  for (const { field } of template.columns) {
    if (!(field in ROLES[type].roles)) continue;
    const there = cell(field);
    for (const p of there ? actorsIn(there, field, input) : []) participants.push(p);
  }
  if (participants.length === 0) return null;
  if (template.subject) {
    const others = subjects.filter((s) => mayFill(type, template.subject!, s) && !participants.some((p) => p.actor === s));
    const subject = others.length === 1 || subjects.length === 1 ? others[0] : undefined;
    if (!subject) return null;
    participants.unshift({ role: template.subject, actor: subject, text: document.title ?? "" });
  }
  const dateCell = cell("date") ?? cell("since");
  const said = dateCell ? dateIn(dateCell, input) : NO_DATE;
  const date = plan.has("since") && said.edtf && !said.edtf.includes("/") ? { ...said, edtf: `${said.edtf}/..` } : said;
  if ((plan.has("date") || plan.has("since")) && date.edtf === null) return null;
  const details: Record<string, string | number> = {};
  const city = cell("city")?.text.trim();
  if (city) details.city = city;
  const level = cell("level")?.text.toLowerCase();
  if (level !== undefined) {
    const known = lexicon.values.get("level")?.find(([word]) => level.includes(word));
    if (!known) return null;
    details.level = known[1];
  }
  const number = /\d+/.exec(cell("number")?.text ?? "")?.[0];
  if (number) details.number = Number(number);
  if (type === "meeting") {
    const about = surroundings(document, input.table);
    details.format = lexicon.values.get("format")?.find(([word]) => about.includes(` ${word}`))?.[1] ?? "conference";
  }
  if (type === "membership")
    details.standing =
      lexicon.values.get("standing")?.find(([word]) => cell("standing")?.text.toLowerCase().includes(word))?.[1] ?? "member";
  if (type === "agreement") {
    const title = cell("title")?.text.trim();
    const wording = `${title ?? ""} ${input.table.caption ?? ""}`.toLowerCase();
    details.instrument = lexicon.values.get("instrument")?.find(([word]) => wording.includes(word))?.[1] ?? "other";
    if (title) details.title = title;
  }
  const cells = row.cells.filter((c) => [...plan.values()].includes(c.column) && c.end > c.start);
  const start = Math.min(...cells.map((c) => c.start));
  const end = Math.max(...cells.map((c) => c.end));
  const event = codePlover(type, phase, "actual", details);
  const claim: Omit<Claim, "id"> = {
    type,
    phase,
    factuality: "actual",
    participants,
    date,
    place: null,
    details,
    plover: { event },
    evidence: evidenceOf(document, { start, end }),
    why: { rule: template.id, confidence: template.confidence },
  };
  return { id: claimId(claim), ...claim };
}

function actorsIn(cell: TableCell, role: string, { mentions, template }: RowInput): Participant[] {
  const found: Participant[] = [];
  for (const m of mentions) {
    if (m.end <= cell.start) continue;
    if (m.start >= cell.end) break;
    for (const actor of m.kind === "place" ? [] : m.actors) {
      if (mayFill(template.type, role, actor) && !found.some((f) => f.actor === actor))
        found.push({ role, actor, text: m.text, ...(m.person ? { person: m.person } : {}) });
    }
  }
  return found;
}

function dateIn(cell: TableCell, { document, findDates }: RowInput): ClaimDate {
  const context: DateContext = { ...NO_CONTEXT, documentDate: document.date?.edtf ?? null };
  const found = findDates(document.text, cell, context).find((d) => d.role === "time" || d.role === "attribute");
  return found ? toClaimDate(found) : NO_DATE;
}

/** Which column gives which field; null when a needed one is missing or the table is about something else. */
function planColumns(template: TableTemplate, table: Table, around: string): Map<string, number> | null {
  const headers = table.columns.map(
    (c) =>
      ` ${c
        .toLowerCase()
        .replace(/[^\p{L}\p{N}']+/gu, " ")
        .trim()} `,
  );
  const said = `${around}${headers.join("")}`;
  if (!template.about.some((word) => said.includes(` ${word} `))) return null;
  const plan = new Map<string, number>();
  for (const { field, optional, headers: wanted } of template.columns) {
    let column = -1;
    for (const words of wanted) {
      column = headers.findIndex(
        (h, i) => ![...plan.values()].includes(i) && (h === ` ${words} ` || h.startsWith(` ${words} `) || h.endsWith(` ${words} `)),
      );
      if (column >= 0) break;
    }
    if (column >= 0) plan.set(field, column);
    else if (!optional) return null;
  }
  return plan;
}

/** Caption, the headings around the table, and the page's title, lower case and bounded by blanks. */
function surroundings(document: Document, table: Table): string {
  const headings: string[] = [];
  for (const s of document.sections) if (s.start <= table.start && s.end >= table.end) headings.push(s.heading);
  return ` ${[table.caption ?? "", ...headings, document.title ?? ""]
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()} `;
}
