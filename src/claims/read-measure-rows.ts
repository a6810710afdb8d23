import type { Document, Table, TableRow } from "../document/document.ts";
import type { Claim, ClaimDate, Participant } from "./claim.ts";
import type { Lexicon } from "./frame.ts";
import { currencyIn, ownerIn, quantityIn, SCALES, toClaim, YEAR } from "./read-figure-tables.ts";
import type { Surroundings } from "./surroundings.ts";

const NO_SUM = /%|share|per ?cent|growth|change|rank|balance|deficit|surplus|index|rate\b/i;
const BOTH_WAYS = /\b(?:exports?\b.*\bimports?|imports?\b.*\bexports?)\b/i;

/** A row that is a measure over columns of years: "Exports of Peru to Laos (US$ million) | 140 | 155". */
export function readMeasureRow(
  document: Document,
  table: Table,
  row: TableRow,
  around: string,
  lexicon: Lexicon,
  place: Surroundings,
): Claim[] {
  const first = row.cells.find((c) => c.column === 0 && c.end > c.start);
  if (!first || NO_SUM.test(first.text)) return [];
  const words = first.text.toLowerCase();
  const named = lexicon.values.get("measure")?.filter(([word]) => new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, "iu").test(words));
  const measure = BOTH_WAYS.test(words) ? "trade" : named?.[0]?.[1];
  const pair = place.pairFor(first.start);
  const currency = currencyIn(`${first.text} ${around}`, lexicon);
  if (!measure || !currency || pair.length !== 2) return [];
  const scale = [first.text, around].flatMap((said) => SCALES.find(([pattern]) => pattern.test(said))?.[1] ?? [])[0] ?? 1;
  const owner = ownerIn(document, first.text, pair) ?? pair[0]!;
  const other = owner === pair[0] ? pair[1]! : pair[0]!;
  return row.cells.flatMap((cell) => {
    const year = table.columns[cell.column]?.trim() ?? "";
    const quantity = YEAR.test(year) ? quantityIn(document, cell, { currency, unit: null, scale }) : null;
    if (!quantity) return [];
    const date: ClaimDate = { edtf: year, text: year, basis: "context" };
    const participants: Participant[] = [
      { role: "subject", actor: owner, text: owner },
      { role: "counterpart", actor: other, text: other },
    ];
    return [
      toClaim(document, "figure", participants, date, { measure, ...quantity }, { start: first.start, end: cell.end }, "table/figure"),
    ];
  });
}
