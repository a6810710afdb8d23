import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Engine } from "../engine.ts";
import type { RecordTables } from "../schema.ts";
import type { Phrase, SearchQuery } from "./query.ts";
import type { IndexedText, Searched, TextIndex } from "./text-index.ts";

/** SQLite's FTS5, without the texts themselves, over words that are folded and divided already. */
export const FTS5_INDEX: TextIndex = { add, find };

async function add(
  tx: Transaction<RecordTables>,
  engine: Pick<Engine, "insert">,
  what: Searched,
  texts: readonly IndexedText[],
): Promise<void> {
  const rows = texts.map(({ id, title, words }) => ({
    rowid: id,
    ...(what === "passage" ? { title: title.join(" ") } : {}),
    words: words.join(" "),
  }));
  await engine.insert(tx, `${what}_words`, rows);
}

async function find(
  db: Kysely<RecordTables>,
  what: Searched,
  query: SearchQuery,
  condition: RawBuilder<unknown>,
  { most, considered }: { readonly most: number; readonly considered: number },
): Promise<number[]> {
  const index = sql.id(`${what}_words`);
  // found by number, newest first, so that a word that stands everywhere does not make every text be weighed
  const { rows } = await sql<{ id: number }>`
    select id from (select n.id, n.score from (select rowid as id, rank as score from ${index} where ${index} match ${toMatch(query)} order by rowid desc) n
      where ${condition} limit ${considered}) order by score, id desc limit ${most}`.execute(db);
  return rows.map((r) => r.id);
}

/** A query in the words of FTS5: `("a" OR "b c") AND ("d" *) NOT ("e")`. */
export function toMatch({ all, none }: SearchQuery): string {
  const phrase = ({ words, prefix }: Phrase): string => `"${words.join(" ")}"${prefix ? " *" : ""}`;
  const wanted = all.map((group) => `(${group.map(phrase).join(" OR ")})`).join(" AND ");
  return none.length > 0 ? `(${wanted}) NOT (${none.map(phrase).join(" OR ")})` : wanted;
}
