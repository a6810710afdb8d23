import type { Kysely, RawBuilder, Transaction } from "kysely";
import type { Engine } from "../engine.ts";
import type { RecordTables } from "../schema.ts";
import type { SearchQuery } from "./query.ts";

/** The words of a quote under the row of its claim, or of a passage under its id. */
export interface IndexedText {
  readonly id: number;
  /** Folded, in order. */
  readonly title: readonly string[];
  readonly words: readonly string[];
}

export type Searched = "quote" | "passage";

/** An engine's index of words: where phrases stand, without the texts themselves. */
export interface TextIndex {
  /** Adds texts that are not there yet. */
  add(tx: Transaction<RecordTables>, engine: Pick<Engine, "insert">, what: Searched, texts: readonly IndexedText[]): Promise<void>;
  /** The numbers of the texts that answer a query and fulfil a condition on `n.id`, best first by the engine's own measure. */
  find(
    db: Kysely<RecordTables>,
    what: Searched,
    query: SearchQuery,
    condition: RawBuilder<unknown>,
    limits: { readonly most: number; readonly considered: number },
  ): Promise<number[]>;
}
