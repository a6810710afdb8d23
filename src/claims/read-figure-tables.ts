import { findMentions } from "../actors/find-mentions.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document, Span, Table, TableCell, TableRow } from "../document/document.ts";
import { type DateContext, type DateExpression, NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Participant } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import { findAmounts } from "./find-amounts.ts";
import type { Lexicon } from "./frame.ts";
import { codePlover } from "./plover.ts";
import { readFigureRow } from "./read-figures.ts";
import { readMeasureRow } from "./read-measure-rows.ts";
import type { Surroundings } from "./surroundings.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

/** A column of quantities: what it measures and in what. */
interface Measure {
  readonly column: number;
  readonly measure: string;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly scale: number;
  readonly date: ClaimDate;
  readonly header: string;
}

const COUNTRY =
  /^(?:country|state|nation|partner|trading partner|market|destination|origin|host country|economy|name|donor|recipient|development partner)s?\b/i;
/** The sum of exports and imports, in the column beside both. */
const TOTAL = /^(?:total|sum|overall|volume|both ways|two-way)\b[^%]{0,20}$/i;
const IN_AND_OUT = [/\bexports?\b/i, /\bimports?\b/i];
const UNITS_BESIDE = /^(?:years?|periods?|items?|indicators?|countr(?:y|ies))\s*\([^)]+\)/i;
export const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:billions?|bn)\b/i, 1e9],
  [/\b(?:millions?|mn|mln)\b/i, 1e6],
  [/\bthousands?\b|[('’]000/i, 1e3],
];
const GIVEN = /\b(grants?|loans?|aid|assistance|credit lines?|credits?|donations?)\b[^\t]*?\bto\b/i;

/** Figures and sums of aid in tables: a column of partners beside columns of quantities, or rows that each tell a fact. */
export function readFigureTables(
  document: Document,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  place: Surroundings,
  findDates: FindDates,
): Claim[] {
  if (document.tables.length === 0) return [];
  const { subjects } = place;
  const claims: Claim[] = [];
  for (const given of document.tables) {
    const table = withYearHeader(given);
    // "Year (US$ million)": the unit of the columns beside it
    const units = table.columns.filter((c) => UNITS_BESIDE.test(c)).map((c) => c.replace(/^[^(]*/, ""));
    const around = [wordsAround(table, place), ...units].join(" ");
    const measures = [...measuresOf(table, around, lexicon), ...measuresByYear(table, around, lexicon)];
    const partner = table.columns.findIndex((c) => COUNTRY.test(c));
    const years = table.columns.findIndex((c) => /^(?:year|date|period)\b/i.test(c));
    const isByYear =
      table.columns.filter((c) => YEAR.test(c.trim())).length >= 1 && table.columns.slice(1).every((c) => YEAR.test(c.trim()));
    for (const row of table.rows) {
      if (row.header || row.cells.length < 2) continue;
      if (partner < 0 && years >= 0 && measures.length > 0) {
        claims.push(...ofYear(document, row, years, measures, place, findDates));
        continue;
      }
      if (partner < 0 && isByYear) {
        claims.push(...readMeasureRow(document, table, row, around, lexicon, place));
        continue;
      }
      if (partner >= 0 && measures.length > 0)
        claims.push(...ofColumns(document, table, row, partner, measures, mentions, subjects, findDates));
      else claims.push(...ofFact(document, row, mentions, lexicon, subjects, findDates));
    }
  }
  return claims;
}

function ofFact(
  document: Document,
  row: TableRow,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  subjects: readonly string[],
  findDates: FindDates,
): Claim[] {
  const span = { start: row.cells[0]!.start, end: row.cells.at(-1)!.end };
  if (span.end <= span.start || span.end - span.start > 300 || !/\d/.test(document.text.slice(span.start, span.end))) return [];
  // a cell of whole sentences is read sentence by sentence
  if (row.cells.slice(1).some((cell) => /(?:\S+\s+){4,}\S+[.!?](?:\s|$)/.test(cell.text))) return [];
  const within = mentions.filter((m) => m.start >= span.start && m.end <= span.end);
  if (!within.some((m) => m.actors.length > 0)) return [];
  const dates = row.cells.slice(1).flatMap((cell) => findDates(document.text, cell, NO_CONTEXT));
  const found = readFigureRow(document, span, within, dates, lexicon, { subjects, pair: [] });
  return found.length > 0 ? found : aidOf(document, row, span, within, dates, lexicon);
}

/** "KOICA grants to Peru | US$ 3 million | 2007–2013". */
function aidOf(
  document: Document,
  row: TableRow,
  span: Span,
  mentions: readonly Mention[],
  dates: readonly DateExpression[],
  lexicon: Lexicon,
): Claim[] {
  const first = row.cells[0]!;
  const given = GIVEN.exec(first.text);
  const sum = findAmounts(document.text, { start: first.end, end: span.end })[0];
  if (!given || !sum) return [];
  const side = (role: string, from: number, to: number): Participant | null => {
    const m = mentions.find((k) => k.start >= from && k.end <= to && k.actors.length === 1 && k.kind !== "place");
    return m ? { role, actor: m.actors[0]!, text: m.text, ...(m.body ? { body: m.body } : {}) } : null;
  };
  const donor = side("donor", first.start, first.start + given.index + 1);
  const recipient = side("recipient", first.start + given.index + given[0].length, first.end);
  if (!donor || !recipient || donor.actor === recipient.actor) return [];
  const instrument = lexicon.values.get("aid-instrument")?.find(([word]) => word === given[1]!.toLowerCase())?.[1] ?? "grant";
  const date = dates[0] ? toClaimDate(dates[0]) : NO_DATE;
  return [
    toClaim(document, "aid", [donor, recipient], date, { instrument, amount: sum.amount, currency: sum.currency }, span, "table/aid"),
  ];
}

function ofColumns(
  document: Document,
  table: Table,
  row: TableRow,
  partner: number,
  measures: readonly Measure[],
  mentions: readonly Mention[],
  subjects: readonly string[],
  findDates: FindDates,
): Claim[] {
  const cell = row.cells.find((c) => c.column === partner);
  const counterpart =
    cell && mentions.find((m) => m.start >= cell.start && m.end <= cell.end && m.actors.length === 1 && m.kind !== "place");
  const subject = subjects.length === 1 ? subjects[0]! : subjects.find((s) => s !== counterpart?.actors[0]);
  if (!cell || !counterpart || !subject || subjects.length > 2 || subject === counterpart.actors[0]) return [];
  const year = row.cells.find((c) => /^(?:year|date|as of)\b/i.test(table.columns[c.column] ?? ""));
  const own = year ? dateIn(document, year, findDates) : NO_DATE;
  return measures.flatMap((m) => {
    const there = row.cells.find((c) => c.column === m.column);
    const quantity = there ? quantityIn(document, there, m) : null;
    if (!there || !quantity) return [];
    const span = { start: Math.min(cell.start, there.start), end: Math.max(cell.end, there.end) };
    const sides = [
      { actor: subject, text: document.title ?? "" },
      { actor: counterpart.actors[0]!, text: counterpart.text },
    ];
    // what donors gave is theirs, whose page ever it is
    if (m.measure === "aid" && /^(?:donor|development partner|partner)/i.test(table.columns[partner] ?? "")) sides.reverse();
    const participants: Participant[] = [
      { role: "subject", ...sides[0]! },
      { role: "counterpart", ...sides[1]! },
    ];
    return [toClaim(document, "figure", participants, own.edtf ? own : m.date, { measure: m.measure, ...quantity }, span, "table/figure")];
  });
}

export function quantityIn(
  document: Document,
  cell: TableCell,
  m: Pick<Measure, "currency" | "unit" | "scale">,
): Record<string, string | number> | null {
  const money = findAmounts(document.text, cell)[0];
  if (money) return { value: money.amount, currency: money.currency };
  const text = cell.text.trim();
  const number = /^(?:about |some |~|≈)?(\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(%|percent|per cent)?/i.exec(text);
  if (!number || number[0].length < text.replace(/\s*[[(].*$/, "").length) return null;
  const value = Number(number[1]!.replace(/[, ]/g, ""));
  if (number[2]) return { value, unit: "percent" };
  // an amount without a currency says nothing that could be compared
  if (m.currency) return { value: Math.round(value * m.scale * 100) / 100, currency: m.currency };
  return m.unit ? { value: value * m.scale, unit: m.unit } : null;
}

/** A plain table whose first row names years has them as its header: "Country  2010  2015". */
function withYearHeader(table: Table): Table {
  const [first] = table.rows;
  if (!first || first.header || table.columns.some((c) => c.trim() !== "")) return table;
  const cells = [...first.cells].sort((a, b) => a.column - b.column);
  if (cells.length < 2 || !cells.slice(1).every((c) => YEAR.test(c.text.trim()))) return table;
  return {
    ...table,
    columns: table.columns.map((_, i) => cells.find((c) => c.column === i)?.text.trim() ?? ""),
    rows: table.rows.slice(1),
  };
}

export const YEAR = /^(?:1[89]|20)\d\d$/;

/** The caption, the line above and the nearest heading. */
function wordsAround(table: Table, place: Surroundings): string {
  const start = table.rows.flatMap((r) => r.cells).find((c) => c.end > c.start)?.start ?? table.start;
  const above = place.outline.aboveAt(start).filter((a) => a.words.length < 140 && a.kind !== "item");
  return [
    table.caption ?? "",
    ...above.filter((a) => a.kind === "caption" || a.kind === "lead" || a.kind === "label").map((a) => a.words),
    above.find((a) => a.kind === "heading")?.words ?? "",
  ].join(" ");
}

/** Columns that are years, of what the caption says: "Exports of Bolivia to Asian countries (US$ millions)". */
function measuresByYear(table: Table, around: string, lexicon: Lexicon): Measure[] {
  const measure = lexicon.values.get("measure")?.find(([word]) => new RegExp(String.raw`\b${word}\b`, "iu").test(around))?.[1];
  const currency = currencyIn(around, lexicon);
  if (!measure || !currency || /%|share|percent|growth/i.test(around)) return [];
  const scale = SCALES.find(([pattern]) => pattern.test(around))?.[1] ?? 1;
  return table.columns.flatMap((header, column): Measure[] =>
    YEAR.test(header.trim())
      ? [{ column, measure, unit: null, currency, scale, date: { edtf: header.trim(), text: header.trim(), basis: "context" }, header }]
      : [],
  );
}

/** A row of a year, on the page of two or under the heading of the other. */
function ofYear(
  document: Document,
  row: TableRow,
  years: number,
  measures: readonly Measure[],
  place: Surroundings,
  findDates: FindDates,
): Claim[] {
  const year = row.cells.find((c) => c.column === years && c.end > c.start);
  const pair = place.pairFor(year?.start ?? -1);
  const date = year ? dateIn(document, year, findDates) : NO_DATE;
  const [subject, counterpart] = pair;
  if (!year || date.edtf === null || pair.length !== 2 || !subject || !counterpart) return [];
  return measures.flatMap((m) => {
    const there = row.cells.find((c) => c.column === m.column);
    const quantity = there ? quantityIn(document, there, m) : null;
    if (!there || !quantity) return [];
    // "Peruvian exports to Kuwait" are Peru's, whose page ever it is
    const own = ownerIn(document, m.header, pair) ?? subject;
    const other = own === subject ? counterpart : subject;
    const participants: Participant[] = [
      { role: "subject", actor: own, text: own },
      { role: "counterpart", actor: other, text: other },
    ];
    const span = { start: Math.min(year.start, there.start), end: Math.max(year.end, there.end) };
    return [toClaim(document, "figure", participants, date, { measure: m.measure, ...quantity }, span, "table/figure")];
  });
}

/** Whose a column is by its header: "Kuwaiti exports", "Exports of Kuwait", "Kuwait's exports". */
export function ownerIn(document: Document, header: string, pair: readonly string[]): string | null {
  const [first] = findMentions({ ...document, ...bareText(header), map: [] }).filter(
    (m) => m.actors.length === 1 && pair.includes(m.actors[0]!),
  );
  if (!first) return null;
  const before = header.slice(0, first.start);
  if (/\b(?:to|with|for)\s+(?:the\s+)?$/i.test(before)) return pair.find((p) => p !== first.actors[0]) ?? null;
  return first.actors[0]!;
}

/** Columns whose header names something measured; the caption, the heading and the header say in what. */
function measuresOf(table: Table, around: string, lexicon: Lexicon): Measure[] {
  const named = (list: string, words: string): string | undefined =>
    lexicon.values.get(list)?.find(([word]) => new RegExp(String.raw`\b${word.replace(/[^\p{L} -]/gu, "")}\b`, "iu").test(words))?.[1];
  return table.columns.flatMap((header, column): Measure[] => {
    if (COUNTRY.test(header)) return [];
    const counted = /%|share|percent|growth|rank|change/i.test(header) ? undefined : named("counted", header);
    const isTotal = TOTAL.test(header) && IN_AND_OUT.every((way) => table.columns.some((c) => way.test(c)));
    const measure = counted
      ? counted === "persons"
        ? "population"
        : counted === "missions"
          ? "missions"
          : "other"
      : /growth|rank|change|balance|deficit|surplus/i.test(header)
        ? undefined
        : isTotal
          ? "trade"
          : named("measure", header);
    if (!measure) return [];
    const said = `${header} ${around}`;
    const currency = counted ? null : currencyIn(said, lexicon);
    const scale = SCALES.find(([pattern]) => pattern.test(header))?.[1] ?? SCALES.find(([pattern]) => pattern.test(around))?.[1] ?? 1;
    const years = [header, around].map((words) => words.match(/\b(?:19|20)\d\d\b/g) ?? []);
    const year = years.find((list) => list.length === 1)?.[0];
    const date: ClaimDate = year ? { edtf: year, text: year, basis: "context" } : NO_DATE;
    return [{ column, measure, unit: counted ?? (/%|share|percent/i.test(header) ? "percent" : null), currency, scale, date, header }];
  });
}

export function currencyIn(words: string, lexicon: Lexicon): string | null {
  const text = ` ${words.toLowerCase().replace(/[()]/g, " ")} `;
  return (
    lexicon.values.get("currency")?.find(([word]) => (/^[\p{L} ]+$/u.test(word) ? text.includes(` ${word} `) : text.includes(word)))?.[1] ??
    null
  );
}

function dateIn(document: Document, cell: TableCell, findDates: FindDates): ClaimDate {
  const found = findDates(document.text, cell, NO_CONTEXT)[0];
  return found ? toClaimDate(found) : NO_DATE;
}

export function toClaim(
  document: Document,
  type: "figure" | "aid",
  participants: readonly Participant[],
  date: ClaimDate,
  details: Record<string, string | number>,
  span: Span,
  rule: string,
): Claim {
  const phase = type === "aid" ? "occurs" : "holds";
  const claim: Omit<Claim, "id"> = {
    type,
    phase,
    factuality: "actual",
    participants,
    date,
    place: null,
    details,
    plover: { event: codePlover(type, phase, "actual", details) },
    evidence: evidenceOf(document, span),
    why: { rule, confidence: 0.82 },
  };
  return { id: claimId(claim), ...claim };
}
