import { attributeOf, firstBelow } from "./html-query.ts";
import type { HtmlElement, HtmlTree } from "./html-tree.ts";

export interface HtmlRow {
  readonly header: boolean;
  readonly cells: readonly {
    readonly element: HtmlElement;
    readonly header: boolean;
    readonly columnSpan: number;
    readonly rowSpan: number;
  }[];
}

const LONG_CELL = 1500;

/** A table that holds data, not one that lays out a page. */
export function isDataTable(tree: HtmlTree, table: HtmlElement): boolean {
  const role = attributeOf(tree, table, "role");
  if (role === "presentation" || role === "none" || firstBelow(table, "table")) return false;
  const rows = rowsOf(tree, table);
  const widest = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length));
  if (firstBelow(table, "th", "caption", "thead")) return widest > 0;
  if (rows.length < 2 || widest < 2) return false;
  const cells = rows.flatMap((row) => row.cells);
  const long = cells.filter(({ element }) => element.contentEnd - element.contentStart > LONG_CELL);
  const withBlocks = cells.filter(({ element }) => firstBelow(element, "h1", "h2", "h3", "article", "section"));
  return withBlocks.length === 0 && long.length * 4 <= cells.length;
}

/** The table's own rows in order, head first as browsers show it, foot last. */
export function rowsOf(tree: HtmlTree, table: HtmlElement): HtmlRow[] {
  const head: HtmlRow[] = [];
  const body: HtmlRow[] = [];
  const foot: HtmlRow[] = [];
  const groups: Readonly<Record<string, HtmlRow[]>> = { thead: head, tbody: body, tfoot: foot };
  for (const child of elementsOf(table)) {
    const group = groups[child.name];
    if (group) {
      for (const row of elementsOf(child)) if (row.name === "tr") group.push(rowOf(tree, row, group === head));
    } else if (child.name === "tr") body.push(rowOf(tree, child, false));
    else if (child.name === "td" || child.name === "th") {
      body.push(rowOf(tree, table, false));
      break;
    }
  }
  return [...head, ...body, ...foot];
}

function rowOf(tree: HtmlTree, row: HtmlElement, header: boolean): HtmlRow {
  const cells = elementsOf(row)
    .filter((cell) => cell.name === "td" || cell.name === "th")
    .map((element) => ({
      element,
      header: header || element.name === "th",
      columnSpan: span(attributeOf(tree, element, "colspan")),
      rowSpan: span(attributeOf(tree, element, "rowspan")),
    }));
  return { header, cells };
}

function span(value: string | null): number {
  if (value === null) return 1;
  const number = Number.parseInt(value, 10);
  return Number.isFinite(number) && number >= 0 ? number : 1;
}

function elementsOf(parent: HtmlElement): HtmlElement[] {
  return parent.children.filter((child) => child.type === "element");
}
