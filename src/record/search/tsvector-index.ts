import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Engine } from "../engine.ts";
import type { RecordTables } from "../schema.ts";
import type { Phrase, SearchQuery } from "./query.ts";
import type { IndexedText, Searched, TextIndex } from "./text-index.ts";

/**
 * PostgreSQL's tsvector. Its own parser and dictionaries are not asked: words are folded and divided already, so that the
 * same text has the same words over every engine and in a database of any language.
 */
export const TSVECTOR_INDEX: TextIndex = { add, find };

/** Words between title and text, so that no phrase begins in one and ends in the other. */
const GAP = 10;

async function add(
  tx: Transaction<RecordTables>,
  engine: Pick<Engine, "insert">,
  what: Searched,
  texts: readonly IndexedText[],
): Promise<void> {
  await engine.insert(
    tx,
    `${what}_words`,
    texts.map((text) => ({ id: text.id, words: toVector(text) })),
  );
}

async function find(
  db: Kysely<RecordTables>,
  what: Searched,
  query: SearchQuery,
  condition: RawBuilder<unknown>,
  { most, considered }: { readonly most: number; readonly considered: number },
): Promise<number[]> {
  const wanted = toTsquery(query);
  const { rows } = await sql<{ id: number }>`
    select id from (select n.id, n.words from ${sql.id(`${what}_words`)} n where n.words @@ ${wanted}::tsquery and ${condition}
      order by n.id desc limit ${considered}) found order by ts_rank(words, ${wanted}::tsquery, 1) desc, id desc limit ${most}`.execute(db);
  return rows.map((r) => r.id);
}

/** Words with their places, in the form of a tsvector: `'kenya':1A 'signed':12,40`. Those of a title weigh more. */
function toVector({ title, words }: IndexedText): string {
  const places = new Map<string, string>();
  const put = (word: string, place: string): void => {
    const before = places.get(word);
    places.set(word, before === undefined ? place : `${before},${place}`);
  };
  for (const [i, word] of title.entries()) put(word, `${i + 1}A`);
  const from = title.length > 0 ? title.length + GAP : 0;
  for (const [i, word] of words.entries()) put(word, String(from + i + 1));
  return Array.from(places, ([word, at]) => `'${word}':${at}`).join(" ");
}

/** A query in the words of a tsquery: `('a' | 'b' <-> 'c') & 'd':* & !'e'`. */
export function toTsquery({ all, none }: SearchQuery): string {
  const phrase = ({ words, prefix }: Phrase): string =>
    `(${words.map((w, i) => `'${w}'${prefix && i === words.length - 1 ? ":*" : ""}`).join(" <-> ")})`;
  return [...all.map((group) => `(${group.map(phrase).join(" | ")})`), ...none.map((p) => `!${phrase(p)}`)].join(" & ");
}
