import { describe, expect, it } from "vitest";
import type { Document, Table } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readWikitext } from "../../src/read/wikitext.ts";

const read = (source: string): Document => readWikitext(MappedText.identity(source), { source: "page.txt" });
const cells = (table: Table): string[][] => table.rows.map((row) => row.cells.map((cell) => cell.text));

describe("wikitables", () => {
  it("read caption, headers, row headers, spans and attributes", () => {
    const [table] = read(`{| class="wikitable sortable" style="x"
|+ style="y" | States with ''relations''
! # !! scope=col | Country !! Formal relations<br>began !! Notes
|- style="background:#eee"
| 1 || {{flag|Argentina}} || {{dts|1827|April|1}}<ref>x</ref> || rowspan="2" | See [[Argentina–Chile relations]]
|-
! scope=row | 2
|| [[Peru]]
| align=center | 22 May 1835
|-
| 3 || colspan=2 | Mexico, unknown || {{ubl|An embassy|A consulate}}
|}`).tables;
    expect(table!.caption).toBe("States with relations");
    expect(table!.columns).toEqual(["#", "Country", "Formal relations began", "Notes"]);
    expect(cells(table!)).toEqual([
      ["#", "Country", "Formal relations began", "Notes"],
      ["1", "Argentina", "April 1, 1827", "See Argentina–Chile relations"],
      ["2", "Peru", "22 May 1835", "See Argentina–Chile relations"],
      ["3", "Mexico, unknown", "An embassy\nA consulate"],
    ]);
    expect(table!.rows[2]!.cells[0]).toMatchObject({ header: true, column: 0 });
    expect(table!.rows[3]!.cells[2]).toMatchObject({ column: 3 });
  });

  it("read lists, links with pipes and nested tables within cells", () => {
    const document = read(
      "{|\n! State !! Missions\n|-\n| [[Kenya|KE]]\n|\n* Embassy in Nairobi\n* Consulate in [[Mombasa]]\n{|\n| inner || table\n|}\n|}\nAfter.",
    );
    expect(cells(document.tables[0]!)).toEqual([
      ["State", "Missions"],
      ["KE", "Embassy in Nairobi\nConsulate in Mombasa\ninner\ntable"],
    ]);
    expect(document.blocks.at(-1)).toMatchObject({ kind: "paragraph" });
  });

  it("read tables written with {{!}} and in HTML", () => {
    expect(cells(read("{{{!}} class=x\n{{!}} a {{!!}}b\n{{!}}-\n{{!}} c {{!}}{{!}} d\n{{!}}}").tables[0]!).at(-1)).toEqual(["c", "d"]);
    const html = read(
      '<table><caption>Cap</caption><tr><th>H</th><th>I</th></tr>\n<tr><td rowspan="2">a</td><td>b <b>c</b></td></tr><tr><td>d</td></tr></table>After',
    );
    expect(html.tables[0]!.caption).toBe("Cap");
    expect(cells(html.tables[0]!)).toEqual([
      ["H", "I"],
      ["a", "b c"],
      ["a", "d"],
    ]);
    expect(html.text.endsWith("After")).toBe(true);
  });

  it("takes a table that only sets lists side by side as lists", () => {
    const document = read("{|\n|\n* [[Chile]]\n* [[Peru]]\n| valign=top |\n* [[Kenya]]\n* [[Fiji]]\n|}");
    expect(document.tables).toEqual([]);
    expect(document.blocks.map((b) => b.kind)).toEqual(["list-item", "list-item", "list-item", "list-item"]);
  });

  it("parts cells in the text by tabs and keeps citations in their row", () => {
    const { text, citations } = read("{|\n| a<ref>n</ref> || b\n|-\n| c || d\n|}");
    expect(text).toBe("a\tb\nc\td");
    expect(citations.map((c) => c.at)).toEqual([1]);
  });
});
