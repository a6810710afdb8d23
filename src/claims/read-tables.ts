import type { Mention } from "../actors/mention.ts";
import type { Document, Table, TableRow } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import type { Claim } from "./claim.ts";
import { withoutDitto } from "./ditto-cells.ts";
import type { Lexicon } from "./frame.ts";
import { tablesOfLists } from "./list-tables.ts";
import { readPactTable } from "./read-pact-tables.ts";
import { readTableRow } from "./read-table-row.ts";
import { readTreatyStatus } from "./read-treaty-status.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";
import { boundedWords, imposerAbove, matterOf, ownWords, tableSubjects } from "./table-matter.ts";
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
  for (const given of [...document.tables, ...lists]) {
    const table = withoutDitto(given);
    const status = lists.includes(given) ? null : readTreatyStatus(document, table, mentions, place, findDates, contexts);
    if (status) {
      claims.push(...status);
      continue;
    }
    // the columns of a list are our words, not its own
    const own = lists.includes(given) ? (table.caption ?? "") : ownWords(table);
    const { matter: all, about, nearest, isOwn } = matterOf(table, own, templates, place, (t) => planColumns(t, table) !== null);
    // what stands before the colon tells, or nothing does
    if (lists.includes(given) && given.caption !== null && !isOwn) continue;
    const imposer = all.some((t) => SANCTIONS.has(t.id)) ? imposerAbove(document, table, place) : null;
    const matter = imposer ? [...all.filter((t) => !SANCTIONS.has(t.id)), ...templates.filter((t) => t.id === SANCTIONS_BY)] : all;
    const saysPacts = matter.some((t) => t.type === "agreement");
    // the titles in it tell, whatever stands above
    const pacts = saysPacts || !isOwn ? readPactTable(document, table, saysPacts, mentions, lexicon, place, findDates, contexts) : null;
    if (pacts) {
      claims.push(...pacts);
      continue;
    }
    const told = new Set<TableRow>();
    for (const template of matter) {
      const plan = planColumns(template, table);
      if (!plan || (template.id === MEMBERS_LISTED && NO_MEMBERS.test(about))) continue;
      // "Cities of the African Union" with a year beside them: only a body's name speaks of members
      if (OF_MEMBERS.has(template.id) && !SAYS_MEMBERS.test(nearest) && isPlainDate(table.columns[plan.get("date") ?? -1])) continue;
      const subjects =
        template.id === SANCTIONS_BY && imposer
          ? [imposer]
          : tableSubjects(document, table, place, template.subject, template.id === MISSIONS_OF_BODY);
      // "Observer organisations" on the page of a body are with it
      if (template.id === MEMBERSHIPS && subjects[0] !== undefined && kindOf(subjects[0]) !== "state") continue;
      for (const row of table.rows) {
        if (row.header || (template.id === MEMBERS_LISTED && told.has(row))) continue;
        const found = readTableRow({
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
        if (found.length > 0) told.add(row);
        claims.push(...found);
      }
    }
  }
  return claims;
}

/** The template of rows that only say who is a member; it is for those of which no other has told. */
const MEMBERS_LISTED = "table/members-listed";
/** The template of the bodies that a state belongs to. */
const MEMBERSHIPS = "table/membership";
/** The template of missions that an organisation sends. */
const MISSIONS_OF_BODY = "table/peace-missions";
const SANCTIONS_BY = "table/sanctions-by";
const SANCTIONS: ReadonlySet<string> = new Set(["table/sanctions-on", SANCTIONS_BY]);
const NO_MEMBERS =
  /\b(?:former|past|candidates?|candidate countries|applicants?|potential|prospective|non members?|nonmembers?|future|suspended|withdrawn|withdrew|negotiating|not members?)\b/;

const OF_MEMBERS: ReadonlySet<string> = new Set(["table/members-of", "table/members-left"]);
const SAYS_MEMBERS = /\b(?:member|membership|accession|observer|associate|partner|enlargement|joined)/;

function isPlainDate(header: string | undefined): boolean {
  return header !== undefined && /^\W*(?:date|year)s?\W*$/i.test(header);
}

/** "Date of withdrawal" and "Date of application" are not when it began. */
const OTHER_STAGE = /\b(?:withdr|left|leaving|exit|departure|suspen|expel|expul|appli|candida|terminat|clos|ended|broken|sever|rupture)/;
const BEGINNINGS: ReadonlySet<string> = new Set(["date", "since", "begun"]);

const RECOGNISED = /\brecogni(?:s|z|t)/;

/** Which column gives which field; null when a needed one is missing. */
function planColumns(template: TableTemplate, table: Table): Map<string, number> | null {
  const headers = table.columns.map(boundedWords);
  const plan = new Map<string, number>();
  for (const { field, optional, headers: wanted } of template.columns) {
    let column = -1;
    for (const words of wanted) {
      column = headers.findIndex(
        (h, i) =>
          ![...plan.values()].includes(i) &&
          !(template.type === "relations" && RECOGNISED.test(h) && !RECOGNISED.test(words)) &&
          !(BEGINNINGS.has(field) && OTHER_STAGE.test(h) && !OTHER_STAGE.test(words)) &&
          (h === ` ${words} ` || h.startsWith(` ${words} `) || h.endsWith(` ${words} `)),
      );
      if (column >= 0) break;
    }
    if (column >= 0) plan.set(field, column);
    else if (!optional) return null;
  }
  return plan;
}
