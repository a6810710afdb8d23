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
import { codePlover } from "./plover.ts";
import { readPactTable } from "./read-pact-tables.ts";
import { mayFill, ROLES } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";
import { boundedWords, matterOf, ownWords, tableSubjects } from "./table-matter.ts";
import type { TableTemplate } from "./table-template.ts";

type FindDates = (text: string, span: { start: number; end: number }, context: DateContext) => DateExpression[];

/** Claims from the rows of a document's tables: the header, what stands above and the page's subject give the roles. */
export function readTables(
  document: Document,
  mentions: readonly Mention[],
  templates: readonly TableTemplate[],
  lexicon: Lexicon,
  place: Surroundings,
  findDates: FindDates,
  contexts: ReadonlyMap<number, DateContext>,
): Claim[] {
  const claims: Claim[] = [];
  const lists = tablesOfLists(document, mentions, findDates);
  for (const table of [...document.tables, ...lists]) {
    // the columns of a list are our words, not its own
    const own = lists.includes(table) ? "" : ownWords(table);
    const { matter, about, nearest, isOwn } = matterOf(table, own, templates, place);
    const saysPacts = matter.some((t) => t.type === "agreement");
    // the titles in it tell, whatever stands above
    const pacts = saysPacts || !isOwn ? readPactTable(document, table, saysPacts, mentions, lexicon, place, findDates, contexts) : null;
    if (pacts) {
      claims.push(...pacts);
      continue;
    }
    const subjects = tableSubjects(document, table, place);
    const told = new Set<TableRow>();
    for (const template of matter) {
      const plan = planColumns(template, table);
      if (!plan || (template.id === MEMBERS_LISTED && NO_MEMBERS.test(about))) continue;
      for (const row of table.rows) {
        if (row.header || (template.id === MEMBERS_LISTED && told.has(row))) continue;
        const claim = readRow({
          document,
          table,
          row,
          template,
          plan,
          mentions,
          subjects,
          about,
          nearest,
          lexicon,
          findDates,
        });
        if (!claim) continue;
        told.add(row);
        claims.push(claim);
      }
    }
  }
  return claims;
}

/** The template of rows that only say who is a member; it is for those of which no other has told. */
const MEMBERS_LISTED = "table/members-listed";
const NO_MEMBERS =
  /\b(?:former|past|candidates?|candidate countries|applicants?|potential|prospective|non members?|nonmembers?|future|suspended|withdrawn|withdrew|negotiating|not members?)\b/;

interface RowInput {
  readonly document: Document;
  readonly table: Table;
  readonly row: TableRow;
  readonly template: TableTemplate;
  readonly plan: ReadonlyMap<string, number>;
  readonly mentions: readonly Mention[];
  readonly subjects: readonly string[];
  /** Caption, headings and title, lower case and bounded by blanks. */
  readonly about: string;
  /** The words among these that told what the table is about. */
  readonly nearest: string;
  readonly lexicon: Lexicon;
  readonly findDates: FindDates;
}

function readRow(input: RowInput): Claim | null {
  const { document, row, template, plan, subjects, lexicon } = input;
  const { type } = template;
  const cell = (field: string): TableCell | undefined =>
    plan.has(field) ? row.cells.find((c) => c.column === plan.get(field)) : undefined;
  const participants: Participant[] = [];
  for (const { field } of template.columns) {
    if (!(field in ROLES[type].roles)) continue;
    const there = cell(field);
    for (const p of there ? actorsIn(there, field, input) : []) participants.push(p);
  }
  if (participants.length === 0) return null;
  // "Countries: Ghana, Togo" names all sides; "Partners: Ghana, Togo" those of the page's subject
  const allSides = /\b(?:countries|parties|signatories|between|states)\b/i.test(input.table.columns[plan.get("party") ?? -1] ?? "");
  const whole = ROLES[type].mutual && participants.length >= 2 && (allSides || participants.some((p) => subjects.includes(p.actor)));
  if (template.subject && !whole) {
    const others = subjects.filter((s) => mayFill(type, template.subject!, s) && !participants.some((p) => p.actor === s));
    const subject = others.length === 1 || subjects.length === 1 ? others[0] : undefined;
    if (!subject) return null;
    participants.unshift({ role: template.subject, actor: subject, text: document.title ?? "" });
  }
  const dateCell = cell("date") ?? cell("since") ?? cell("term");
  const said = dateCell ? dateIn(dateCell, input) : NO_DATE;
  const isJoining = type === "membership" && template.phase === "begins";
  // "suspended in 2009, readmitted in 2014" says more than when it joined
  if (isJoining && CAME_AND_WENT.test(dateCell?.text ?? "")) return null;
  const open = isJoining && said.edtf?.endsWith("/..") ? { ...said, edtf: said.edtf.slice(0, -3) } : said;
  const date = plan.has("since") && open.edtf && !open.edtf.includes("/") ? { ...open, edtf: `${open.edtf}/..` } : open;
  if ((plan.has("date") || plan.has("since")) && date.edtf === null) return null;
  // posts in a list of closed ones are held no longer
  const isClosed = type === "mission" && template.phase === "holds" && CLOSED.test(input.about);
  const phase = isClosed ? "ends" : template.phase;
  const details: Record<string, string | number> = {};
  const force = cell("force")?.text.trim();
  if (type === "deployment" && force) details.force = /\p{L}/u.test(force) ? force : `${force} troops`;
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
    details.format =
      lexicon.values.get("format")?.find(([word]) => input.about.includes(` ${word}`))?.[1] ??
      (template.subject === "participant" ? "bilateral" : "conference");
  }
  if (type === "membership") {
    // "Members and observers" does not tell which
    const told =
      cell("standing")?.text.toLowerCase() ?? (/ and /.test(input.nearest) || template.subject === "member" ? "" : input.nearest);
    details.standing = lexicon.values.get("standing")?.find(([word]) => told.includes(word))?.[1] ?? "member";
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

const CAME_AND_WENT =
  /\b(?:suspen\p{L}+|withdr\p{L}+|left|leav\p{L}+|expel\p{L}+|expul\p{L}+|until|previously|formerly|reinstat\p{L}+|restored|lapsed|ceased)\b/iu;
const CLOSED = /\b(?:closed|former|defunct|past)\b/;

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
  if (found) return toClaimDate(found);
  // "left 2007" is a date in a cell for dates
  const year = /^[\p{L} ]*((?:1[89]|20)\d\d)$/u.exec(cell.text.trim())?.[1];
  return year ? { edtf: year, text: year, basis: "stated" } : NO_DATE;
}

/** Which column gives which field; null when a needed one is missing. */
function planColumns(template: TableTemplate, table: Table): Map<string, number> | null {
  const headers = table.columns.map(boundedWords);
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
