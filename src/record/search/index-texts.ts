import type { Transaction } from "kysely";
import type { Engine } from "../engine.ts";
import type { RecordTables } from "../schema.ts";
import { dividePassages } from "./passages.ts";
import type { IndexedText } from "./text-index.ts";
import { findWords } from "./words.ts";

const DOCUMENTS_AT_ONCE = 50;
const QUOTES_AT_ONCE = 1000;

/** Divides new documents into passages and makes them searchable. */
export async function indexDocuments(
  tx: Transaction<RecordTables>,
  engine: Engine,
  documents: readonly { readonly edition: string; readonly title: string | null; readonly text: string }[],
): Promise<void> {
  const passages = documents.flatMap(({ edition, title, text }) => {
    const titleWords = wordsOf(title ?? "");
    return dividePassages(text, findWords(text)).map((p) => ({ ...p, edition, title: titleWords }));
  });
  const numbers = await engine.takeNumbers(tx, "passage", passages.length);
  await engine.insert(
    tx,
    "passage",
    passages.map(({ edition, start, end }, i) => ({ id: numbers[i]!, edition, start, end })),
  );
  await engine.textIndex.add(
    tx,
    engine,
    "passage",
    passages.map((p, i) => ({ id: numbers[i]!, title: p.title, words: p.words.map((w) => w.word) })),
  );
}

/** Makes passages searchable that stand in the record together with their documents. */
export async function indexPassages(
  tx: Transaction<RecordTables>,
  engine: Engine,
  passages: readonly { readonly id: number; readonly edition: string; readonly start: number; readonly end: number }[],
): Promise<void> {
  if (passages.length === 0) return;
  const editions = [...new Set(passages.map((p) => p.edition))];
  const documents = await tx.selectFrom("document").select(["edition", "title", "text"]).where("edition", "in", editions).execute();
  const byEdition = new Map(documents.map((d) => [d.edition, d]));
  await engine.textIndex.add(
    tx,
    engine,
    "passage",
    passages.map(({ id, edition, start, end }): IndexedText => {
      const { title, text } = byEdition.get(edition)!;
      return { id, title: wordsOf(title ?? ""), words: wordsOf(text.slice(start, end)) };
    }),
  );
}

/** Makes the quotes of new claims searchable, by the rows of the claims. */
export async function indexQuotes(
  tx: Transaction<RecordTables>,
  engine: Engine,
  quotes: readonly { readonly row: number; readonly quote: string }[],
): Promise<void> {
  if (quotes.length === 0) return;
  await engine.textIndex.add(
    tx,
    engine,
    "quote",
    quotes.map(({ row, quote }): IndexedText => ({ id: row, title: [], words: wordsOf(quote) })),
  );
}

/** Makes all documents and quotes of a record searchable that has none of its words indexed yet. */
export async function indexAll(tx: Transaction<RecordTables>, engine: Engine): Promise<void> {
  for (let last = ""; ; ) {
    const some = await tx
      .selectFrom("document")
      .select(["edition", "title", "text"])
      .where("edition", ">", last)
      .orderBy("edition")
      .limit(DOCUMENTS_AT_ONCE)
      .execute();
    await indexDocuments(tx, engine, some);
    if (some.length < DOCUMENTS_AT_ONCE) break;
    last = some.at(-1)!.edition;
  }
  for (let last = 0; ; ) {
    const some = await tx
      .selectFrom("claim")
      .select(["row", "quote"])
      .where("row", ">", last)
      .orderBy("row")
      .limit(QUOTES_AT_ONCE)
      .execute();
    await indexQuotes(tx, engine, some);
    if (some.length < QUOTES_AT_ONCE) break;
    last = some.at(-1)!.row;
  }
}

const wordsOf = (text: string): string[] => findWords(text).map((w) => w.word);
