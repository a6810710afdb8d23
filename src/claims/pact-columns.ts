import type { Span, Table, TableRow } from "../document/document.ts";
import { phaseOfStatus } from "./pact-status.ts";

/** What the columns of a table of agreements hold; -1 for what it has no column for. */
export interface PactColumns {
  readonly title: number;
  readonly party: number;
  /** The header names all sides ("Signatories"), not the partner of the page's subject. */
  readonly allSides: boolean;
  readonly signed: number;
  /** Its header says that they were signed then; a plain "Date" does not. */
  readonly saysSigned: boolean;
  readonly inForce: number;
  readonly ratified: number;
  readonly ended: number;
  /** Columns whose cells may tell a stage: status, remarks, whatever has no other use. */
  readonly status: readonly number[];
}

/** How the title of an agreement begins: up to five words before its kind. */
const PACT =
  /^[^\p{L}]*(?:(?:an?|the)\s+)?(?:[\p{L}\p{N}’'&–-]+\s+){0,5}?(?:agreements?|memorand(?:um|a)|mous?|treat(?:y|ies)|conventions?|protocols?|accords?|declarations?|pacts?|arrangements?|exchange of (?:notes|letters)|communiqu[ée]s?|letter of intent|concordat)\b/iu;
/** Columns of tables of visits: who came, and why. */
const TRAVELLERS = /^(?:visitors?|guests?|travell?ers?|dignitar(?:y|ies)|visiting \p{L}+|delegations?|visits?)\b/iu;
const OCCASIONS = /^(?:purpose|occasion|reason|remarks?|notes?|outcomes?|results?|events?|comments?)\b/i;
const FINITE = /\b(?:was|were|is|are|has|have|had|will|would|signs|provides?|allows?|met|visited|held)\b/i;

const IN_FORCE = /\b(?:in(?:to)? force|effect(?:ive)?|effective date|validity|valid (?:from|since))\b/i;
const RATIFIED = /\bratif/i;
const ENDED = /\b(?:terminat|expir|denounc|denunciation|abrogat|ended)/i;
const SIGNED = /\b(?:sign(?:ed|ature|ing)|conclu(?:ded|sion)|adopt(?:ed|ion))\b/i;
const PLAIN = /\b(?:dates?|years?|when)\b/i;
const STATUS = /\b(?:status|state of play|stages?|position|state)\b/i;
const PARTY = /\b(?:partners?|countr(?:y|ies)|counterparts?|part(?:y|ies)|signator(?:y|ies)|with|states?|other side)\b/i;
const ALL_SIDES = /\b(?:countries|parties|signatories|between|states)\b/i;
const TITLE =
  /\b(?:agreements?|treat(?:y|ies)|titles?|names?|instruments?|documents?|acts?|accords?|subjects?|conventions?|memorand(?:um|a))\b/i;
const NUMBER = /^\W*(?:no|nr|number|#|s\/?n)?\W*$/i;
const PLACE = /^(?:place|city|venue|location)\b/i;

/**
 * The columns of a table of agreements, by their headers and by what stands in them. Null where the table tells of none.
 *
 * @param isDated whether a cell holds a date
 * @param said whether what stands above or in the header says that it lists agreements; without it the titles must
 */
export function pactColumns(table: Table, said: boolean, isDated: (cell: Span) => boolean): PactColumns | null {
  const rows = table.rows.filter((row) => !row.header);
  const headers = table.columns.map((c) => c.replace(/[\s_]+/g, " ").trim());
  const textsOf = (column: number): string[] =>
    rows.flatMap((row) => row.cells.filter((c) => c.column === column && c.end > c.start).map((c) => c.text.trim()));
  if (headers.some((h) => TRAVELLERS.test(h))) return null;
  const titled = headers.map((h, i) => {
    const texts = OCCASIONS.test(h) ? [] : textsOf(i);
    return texts.length === 0 ? 0 : texts.filter((t) => t.length <= 300 && PACT.test(t) && !FINITE.test(t)).length / texts.length;
  });
  const best = titled.reduce((most, share, i) => (share > (titled[most] ?? 0) ? i : most), 0);
  const byContent = (titled[best] ?? 0) >= 0.5;
  if (!said && !byContent) return null;
  const used = new Set<number>();
  const take = (pattern: RegExp, not?: RegExp): number => {
    const found = headers.findIndex((h, i) => !used.has(i) && pattern.test(h) && !not?.test(h));
    if (found >= 0) used.add(found);
    return found;
  };
  // "Signature / Place | Signature / Date": the one that holds dates
  const takeDated = (pattern: RegExp, not?: RegExp): number => {
    const found = headers.flatMap((h, i) => (!used.has(i) && pattern.test(h) && !not?.test(h) ? [i] : []));
    const dated = found.length > 1 ? found.find((i) => rows.some((row) => row.cells.some((c) => c.column === i && isDated(c)))) : found[0];
    const column = dated ?? found[0] ?? -1;
    if (column >= 0) used.add(column);
    return column;
  };
  if (byContent) used.add(best);
  const inForce = takeDated(IN_FORCE, /\bstatus\b/i);
  const ratified = takeDated(RATIFIED, /\bstatus\b/i);
  const ended = takeDated(ENDED);
  const dated = takeDated(SIGNED, TITLE_ALONE);
  const party = take(PARTY, /^state of play|^status/i);
  const plain = dated >= 0 ? dated : take(PLAIN);
  // "Place and day", "Lima, 3 May 1990": a column of dates without a word for it
  const signed = plain >= 0 || !byContent || inForce >= 0 || ratified >= 0 ? plain : datedColumn(rows, used, isDated);
  if (signed >= 0) used.add(signed);
  const title = byContent ? best : take(TITLE);
  const status: number[] = [];
  headers.forEach((h, i) => {
    if (used.has(i) || NUMBER.test(h) || PLACE.test(h)) return;
    if (STATUS.test(h)) status.unshift(i);
    else if (textsOf(i).some((t) => phaseOfStatus(t) !== null)) status.push(i);
  });
  if (signed < 0 && inForce < 0 && ratified < 0 && ended < 0 && status.length === 0) return null;
  if (title < 0 && party < 0) return null;
  return { title, party, allSides: ALL_SIDES.test(headers[party] ?? ""), signed, saysSigned: dated >= 0, inForce, ratified, ended, status };
}

/** The first free column most of whose cells hold a date. */
function datedColumn(rows: readonly TableRow[], used: ReadonlySet<number>, isDated: (cell: Span) => boolean): number {
  const columns = [...new Set(rows.flatMap((row) => row.cells.map((c) => c.column)))].filter((c) => !used.has(c)).sort((a, b) => a - b);
  return (
    columns.find((column) => {
      const cells = rows.flatMap((row) => row.cells.filter((c) => c.column === column && c.end > c.start));
      const dated = cells.filter((c) => c.end - c.start <= 60 && phaseOfStatus(c.text) === null && isDated(c));
      return cells.length > 0 && dated.length >= 0.6 * cells.length;
    }) ?? -1
  );
}

/** "Agreements signed": what was signed, not when. */
const TITLE_ALONE = /^(?:agreements?|treat(?:y|ies)|documents?|instruments?|memoranda)\b(?!.*\bdate)/i;
