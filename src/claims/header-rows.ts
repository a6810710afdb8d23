import type { Document } from "../document/document.ts";

/** No name of a column is longer; what is longer is told in a table that has no header. */
const LONGEST = 60;

/** The blocks that name the columns of a table, "Country | Relations began | Notes": they tell nothing themselves. */
export function headerRows(document: Document): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const table of document.tables)
    for (const row of table.rows)
      if (row.header && row.cells.every((c) => c.end - c.start <= LONGEST && !/\d{4}/.test(c.text)))
        starts.add(Math.min(...row.cells.map((c) => c.start)));
  const found = new Set<number>();
  document.blocks.forEach((block, index) => {
    if (block.kind === "table-row" && starts.has(block.start)) found.add(index);
  });
  return found;
}
