import { findMentions } from "../actors/find-mentions.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document, Span, Table, TableCell, TableRow } from "../document/document.ts";
import { type DateContext, type DateExpression, NO_CONTEXT } from "../language/date-expression.ts";
import { NUMBER_PATTERN, readNumber } from "../language/read-number.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Factuality, Participant } from "./claim.ts";
import { NO_DATE } from "./claim-dates.ts";
import { withoutDitto } from "./ditto-cells.ts";
import { evidenceOf } from "./evidence.ts";
import { findAmounts } from "./find-amounts.ts";
import { type FlowSides, flowSidesIn, NO_SIDES } from "./flow-direction.ts";
import type { Lexicon } from "./frame.ts";
import { listedDates } from "./listed-dates.ts";
import { codePlover } from "./plover.ts";
import { kindOf, mayFill } from "./roles.ts";
import { WEAPONS } from "./supply-conditions.ts";
import type { Surroundings } from "./surroundings.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

/** What the columns of a table of help or arms hold, by their headers; columns that it does not have are -1. */
interface FlowColumns {
  readonly type: "aid" | "arms";
  readonly giver: number;
  readonly taker: number;
  readonly item: number;
  readonly amount: number;
  readonly status: number;
  /** The sides that a caption or heading names. */
  readonly sides: FlowSides;
  /** Columns of dates, with what a date there says. */
  readonly dates: readonly { readonly column: number; readonly factuality: Factuality }[];
}

const DONOR =
  /^(?:donors?|donor (?:country|state|government|agency)|lenders?|creditors?|financiers?|provider|funder|funding (?:agency|partner|source|institution)|financing (?:agency|partner|source|institution)|development partner|source of (?:funds|funding|financing)|source|financed by|funded by|(?:funding|financing)(?=\W*$))\b/i;
const SUPPLIER =
  /^(?:suppliers?|supplier (?:country|state)|supplying (?:country|state)|sellers?|exporters?|exporting (?:country|state)|vendors?|manufacturers?|supplied by|origin|country of origin)\b/i;
const TAKER =
  /^(?:recipients?|recipient (?:country|state)|receiving (?:country|state)|beneficiar(?:y|ies)|borrowers?|buyers?|purchasers?|customers?|importers?|clients?|receiver|debtors?)\b/i;
const COUNTRY = /^(?:country|state|nation|partner|government)\b/i;
const ITEM =
  /^(?:items?|weapons?|equipment|systems?|designation|type|model|description|goods|what|purpose|project|instrument|form|kind|assistance|aid)\b/i;
const AMOUNT =
  /\b(?:amount|value|sum|volume|pledged?|pledges|commitments?|committed|disbursed|cost|price|budget|funding|contribution|total|us\$|usd|dollars?|euros?|millions?|billions?)\b|[$€£¥]/i;
const STATUS = /^(?:status|state|remarks?|notes?|comments?|stage)\b/i;
/** Dates of what is agreed only, in tables of arms; of help, what was approved and committed is agreed too. */
const AGREED = /\b(?:ordered|order|signed|signature|contract\w*|agreed|announced|pledged|committed|commitment|planned)\b/i;
const DONE = /\b(?:delivered|deliver(?:y|ies)|received|handed over|disbursed|paid|arrived|transferred|given)\b/i;
const TIME = /^(?:years?|dates?|when|month|period|time|approv\p{L}+|duration|start\p{L}*|begun|(?:years? |dates? )?complet\p{L}+)\b/iu;
/** Headings under which partners of a state are those who give. */
const PARTNERS =
  /\b(?:development partners?|donors?|international partners?|development cooperation|(?:aid|donor|foreign|externally)[- ]funded)\b/i;
const ARMS_MATTER = /\b(?:arms|weapons?|weaponry|armaments?|military equipment|defence equipment|defense equipment)\b/i;
const AID_MATTER = /\b(?:donors?|aid|loans?|grants?|assistance|credits?|lending|pledges|relief|donations?|debts?)\b/i;
const NOT_DONE =
  /\b(?:not (?:awarded|delivered|signed|paid|disbursed)|cancell?ed|rejected|refused|dropped|abandoned|never|undelivered|withdrawn|blocked|called off|embargoed)\b/i;
const NOT_YET =
  /\b(?:planned|pending|on order|ordered|expected|under contract|pledged|due|to be delivered|awaiting|not yet|scheduled|in production)\b/i;
const ONLY_WISHED = /\b(?:proposed|offered|requested|under (?:discussion|negotiation|consideration)|talks|interested)\b/i;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:billions?|bn)\b/i, 1e9],
  [/\b(?:millions?|mn|mln|m)\b/i, 1e6],
  [/\bthousands?\b|[('’]000/i, 1e3],
];
/** A row that adds up the others. */
const SUM_OF_ROWS = /^(?:sub-?totals?|grand total|totals?|sum|all|overall|average|share)\b/i;
const LEADING_NUMBER = new RegExp(String.raw`^(?:about |some |~|≈)?(${NUMBER_PATTERN})\s*(?:[[(].*)?$`, "iu");

/**
 * Help and arms in tables: a row for each loan, grant, order or delivery, with columns for who gave, who got, what, how much
 * and when. A side that no column gives is the page's.
 */
export function readFlowTables(
  document: Document,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  place: Surroundings,
  findDates: FindDates,
): Claim[] {
  const isOfPartners = PARTNERS.test(`${document.title ?? ""} ${document.text.slice(0, 3000)}`);
  return document.tables.map(withoutDitto).flatMap((table) => {
    const around = wordsAround(table, place);
    const columns = columnsOf(
      table,
      around,
      sidesAbove(document, table, place),
      isOfPartners || PARTNERS.test(around),
      document.title ?? "",
    );
    if (!columns) return [];
    return table.rows.flatMap((row) =>
      row.header || SUM_OF_ROWS.test(row.cells[0]?.text ?? "")
        ? []
        : claimsOfRow(row, columns, table, around, { document, mentions, lexicon, place, findDates }),
    );
  });
}

const PARTNER_OR_PROJECT = [/^(?:development )?partner(?: agency)?$/i, /^(?:projects?|programmes?|programs?|sectors?|purpose)\b/i, AMOUNT];

/** A column "Funding" with figures in it says how much, not who. */
function isOfSums(table: Table, column: number): boolean {
  const texts = table.rows.flatMap((row) =>
    row.header ? [] : row.cells.filter((c) => c.column === column && c.end > c.start).map((c) => c.text),
  );
  return texts.length > 0 && texts.filter((t) => /\d/.test(t)).length > texts.length / 2;
}

/** The sides that the nearest words above name, one or both. */
function sidesAbove(document: Document, table: Table, place: Surroundings): FlowSides {
  const start = table.rows.flatMap((r) => r.cells).find((c) => c.end > c.start)?.start ?? table.start;
  const above = place.outline.aboveAt(start).filter((a) => a.kind !== "item");
  for (const words of [table.caption ?? "", ...above.slice(0, 4).map((a) => a.words)]) {
    const sides = flowSidesIn(document, words);
    if (sides.giver || sides.taker) return sides;
  }
  return NO_SIDES;
}

function columnsOf(table: Table, around: string, sides: FlowSides, isOfPartners: boolean, title: string): FlowColumns | null {
  const find = (pattern: RegExp): number => table.columns.findIndex((c) => pattern.test(c.trim()));
  const supplier = find(SUPPLIER);
  const donor = table.columns.findIndex((c, i) => DONOR.test(c.trim()) && !isOfSums(table, i));
  const taker = find(TAKER);
  const country = find(COUNTRY);
  const item = find(ITEM);
  const headers = table.columns.join(" ");
  const isArms =
    supplier >= 0 ? donor < 0 || ARMS_MATTER.test(headers) : donor < 0 && (ARMS_MATTER.test(headers) || ARMS_MATTER.test(around));
  // "Partner | Project | Budget" where a state's partners are those who give
  const fromPartners = isOfPartners && !isArms && item >= 0 && PARTNER_OR_PROJECT.every((p) => table.columns.some((c) => p.test(c.trim())));
  if (!isArms && donor < 0 && !fromPartners && !AID_MATTER.test(`${headers} ${around} ${taker >= 0 ? title : ""}`)) return null;
  const given = isArms ? supplier : donor;
  // "Donors: Country, Amount": the country is what the words above call it
  const isGivers =
    /\b(?:donors?|pledges by|lenders|creditors|suppliers|sellers|imports? of (?:arms|weapons)|arms imports|purchases)\b/i.test(around);
  // "Loans to Laos: Country, Amount": who gave them stands in the column; "Loans of China: Country, Amount": who got them
  const isTold = sides.taker && !sides.giver ? "giver" : sides.giver && !sides.taker ? "taker" : null;
  const told = isTold === "giver" && taker < 0 ? country : -1;
  const giver = given >= 0 ? given : taker < 0 ? (told < 0 && fromPartners ? country : told) : isGivers && country !== taker ? country : -1;
  const both = sides.giver !== null && sides.taker !== null;
  if (giver < 0 && taker < 0 && !both && !(isTold === "taker" && country >= 0)) return null;
  const taken = taker >= 0 ? taker : giver !== country && !both ? country : -1;
  const amount = table.columns.findIndex((c, i) => ![giver, taken, item].includes(i) && AMOUNT.test(c) && !/%|share|per cent/i.test(c));
  const dates = table.columns.flatMap((c, column): { column: number; factuality: Factuality }[] => {
    if ([giver, taken, item, amount].includes(column)) return [];
    if (DONE.test(c)) return [{ column, factuality: "actual" }];
    if (AGREED.test(c)) return [{ column, factuality: isArms || /pledg|plan|announc/i.test(c) ? "planned" : "actual" }];
    return TIME.test(c) ? [{ column, factuality: "actual" }] : [];
  });
  if (giver < 0 && taken < 0 && (amount < 0 || dates.length === 0)) return null;
  // a table of countries with figures alone tells of trade or people
  if (giver < 0 || taken < 0 ? item < 0 && amount < 0 : item < 0 && amount < 0 && dates.length === 0) return null;
  return { type: isArms ? "arms" : "aid", giver, taker: taken, item, amount, status: find(STATUS), sides, dates };
}

interface RowContext {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  readonly lexicon: Lexicon;
  readonly place: Surroundings;
  readonly findDates: FindDates;
}

function claimsOfRow(row: TableRow, columns: FlowColumns, table: Table, around: string, context: RowContext): Claim[] {
  const { type } = columns;
  const cell = (column: number): TableCell | undefined => row.cells.find((c) => c.column === column && c.end > c.start);
  const [giverRole, takerRole] = type === "aid" ? ["donor", "recipient"] : ["supplier", "recipient"];
  const givers = participants(cell(columns.giver), giverRole!, type, context);
  const takers = participants(cell(columns.taker), takerRole!, type, context);
  const subjects = (context.place.subjects.length > 0 ? context.place.subjects : inTitle(context.document)).filter(
    (s) => kindOf(s) === "state" || kindOf(s) === "org",
  );
  const fill = (role: string, others: readonly Participant[]): Participant[] => {
    const told = role === takerRole ? columns.sides.taker : columns.sides.giver;
    if (told && mayFill(type, role, told) && !others.some((o) => o.actor === told)) return [{ role, actor: told, text: told }];
    const free = subjects.filter((s) => !others.some((o) => o.actor === s) && mayFill(type, role, s));
    return free.length === 1 ? [{ role, actor: free[0]!, text: context.document.title ?? "" }] : [];
  };
  const from = givers.length > 0 ? givers : columns.giver < 0 ? fill(giverRole!, takers) : [];
  const to = takers.length > 0 ? takers : columns.taker < 0 ? fill(takerRole!, givers) : [];
  if (from.length === 0 || to.length === 0 || from.some((f) => to.some((t) => t.actor === f.actor))) return [];
  const item = cell(columns.item)?.text.trim() ?? "";
  const words = `${table.columns[columns.item] ?? ""} ${around}`;
  if (type === "arms" && !ARMS_MATTER.test(`${table.columns.join(" ")} ${around}`) && !WEAPONS.test(item)) return [];
  const details: Record<string, string> =
    type === "arms" ? { ...(item ? { item } : {}) } : { instrument: instrumentOf(item, words, columns, row, context.lexicon) };
  const amount = sumIn(cell(columns.amount), table.columns[columns.amount] ?? "", around, context);
  const said = [cell(columns.status)?.text ?? "", ...columns.dates.map((d) => cell(d.column)?.text ?? "")].join(" ");
  const cells = row.cells.filter(
    (c) =>
      c.end > c.start &&
      [columns.giver, columns.taker, columns.item, columns.amount, ...columns.dates.map((d) => d.column)].includes(c.column),
  );
  const span = { start: Math.min(...cells.map((c) => c.start)), end: Math.max(...cells.map((c) => c.end)) };
  const all = columns.dates.flatMap((d) => datesIn(cell(d.column), context).map((date) => ({ ...d, date })));
  // help that began is dated by that, not by when its work was done
  const isDone = (d: { readonly column: number }): boolean => COMPLETED.test(table.columns[d.column] ?? "");
  const dated = type === "aid" && all.some((d) => !isDone(d)) ? all.filter((d) => !isDone(d)) : all;
  const told =
    dated.length > 0
      ? dated
      : [
          {
            factuality: (columns.dates.length === 1 ? columns.dates[0]!.factuality : "actual") as Factuality,
            date: columns.dates.length === 0 ? yearAbove(table, around) : NO_DATE,
          },
        ];
  return told.map(({ factuality, date }) => {
    const claim: Omit<Claim, "id"> = {
      type,
      phase: "occurs",
      factuality: judge(factuality, said),
      participants: [...from, ...to],
      date,
      place: null,
      details: { ...details, ...amount },
      plover: { event: codePlover(type, "occurs", judge(factuality, said), details) },
      evidence: evidenceOf(context.document, span),
      why: { rule: `table/${type}-rows`, confidence: 0.84 },
    };
    return { id: claimId(claim), ...claim };
  });
}

/** The one state that the title names: "Development partners of Rwanda". */
function inTitle(document: Document): readonly string[] {
  const title = document.title ?? "";
  const named = title.length > 120 ? [] : findMentions({ ...document, ...bareText(title), map: [] }).filter((m) => m.kind === "state");
  const states = [...new Set(named.flatMap((m) => m.actors))];
  return states.length === 1 ? states : [];
}

function judge(factuality: Factuality, said: string): Factuality {
  if (NOT_DONE.test(said)) return "denied";
  if (ONLY_WISHED.test(said)) return "proposed";
  return NOT_YET.test(said) && !DONE.test(said) ? "planned" : factuality;
}

function participants(cell: TableCell | undefined, role: string, type: "aid" | "arms", { mentions }: RowContext): Participant[] {
  const found: Participant[] = [];
  if (!cell) return found;
  for (const m of mentions)
    if (m.start >= cell.start && m.end <= cell.end && m.kind !== "place")
      for (const actor of m.actors)
        if (mayFill(type, role, actor) && !found.some((f) => f.actor === actor))
          found.push({ role, actor, text: m.text, ...(m.body ? { body: m.body } : {}) });
  return found;
}

/** What form the help has: by its own cell, else by the header and what stands above. */
function instrumentOf(item: string, around: string, columns: FlowColumns, row: TableRow, lexicon: Lexicon): string {
  const list = lexicon.values.get("aid-instrument") ?? [];
  const rest = row.cells.filter((c) => ![columns.giver, columns.taker, columns.amount].includes(c.column)).map((c) => c.text);
  for (const words of [item, ...rest, around]) {
    const known = list.find(([word]) => new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, "iu").test(words))?.[1];
    if (known) return known;
  }
  return columns.amount >= 0 ? "grant" : "technical";
}

function sumIn(
  cell: TableCell | undefined,
  header: string,
  around: string,
  { document, lexicon }: RowContext,
): Record<string, string | number> {
  if (!cell) return {};
  const [money] = findAmounts(document.text, cell);
  if (money) return { amount: money.amount, currency: money.currency };
  const value = readNumber(LEADING_NUMBER.exec(cell.text.trim())?.[1] ?? "");
  const said = ` ${`${header} ${around}`.toLowerCase().replace(/[()]/g, " ")} `;
  const currency = lexicon.values
    .get("currency")
    ?.find(([word]) => (/^[\p{L} ]+$/u.test(word) ? said.includes(` ${word} `) : said.includes(word)))?.[1];
  const scale = SCALES.find(([pattern]) => pattern.test(header))?.[1] ?? SCALES.find(([pattern]) => pattern.test(around))?.[1] ?? 1;
  return value !== null && currency ? { amount: Math.round(value * scale * 100) / 100, currency } : {};
}

const COMPLETED = /\b(?:complet\p{L}+|end(?:ed)?|finish\p{L}*)\b/iu;

function datesIn(cell: TableCell | undefined, { document, findDates }: RowContext): ClaimDate[] {
  if (!cell) return [];
  return listedDates(document.text, cell, { ...NO_CONTEXT, documentDate: document.date?.edtf ?? null }, findDates);
}

/** "Grants to Malawi, 2019": the one year that the caption or the nearest line names. */
function yearAbove(table: Table, around: string): ClaimDate {
  const [year, other] = (table.caption ?? around).match(/\b(?:19|20)\d\d\b/g) ?? [];
  return year && !other ? { edtf: year, text: year, basis: "context" } : NO_DATE;
}

/** The caption, the line above and the headings, the nearest first. */
function wordsAround(table: Table, place: Surroundings): string {
  const start = table.rows.flatMap((r) => r.cells).find((c) => c.end > c.start)?.start ?? table.start;
  const above = place.outline.aboveAt(start).filter((a) => a.words.length < 160 && a.kind !== "item" && a.kind !== "title");
  return [table.caption ?? "", ...above.slice(0, 3).map((a) => a.words)].join(" ");
}
