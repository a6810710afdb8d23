import type { Table, TableCell } from "../document/document.ts";

const DITTO = /^(?:ditto|idem|do\.|″|〃|"|''|-\s*"\s*-|same)$/i;

/** A table whose cells that say no more than "ditto" are those above them, as where one cell spans rows. */
export function withoutDitto(table: Table): Table {
  if (!table.rows.some((row) => row.cells.some((c) => DITTO.test(c.text.trim())))) return table;
  const last = new Map<number, TableCell>();
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((c) => (DITTO.test(c.text.trim()) ? (last.get(c.column) ?? c) : c));
    for (const c of cells) last.set(c.column, c);
    return { ...row, cells };
  });
  return { ...table, rows };
}
