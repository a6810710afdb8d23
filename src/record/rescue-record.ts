import type { Insertable, Transaction } from "kysely";
import { documentId } from "../document/document.ts";
import { indexAllDyads } from "./dyads.ts";
import type { Engine } from "./engine.ts";
import { MIGRATIONS } from "./migrations/migrations.ts";
import { DamagedFile, type DamagedRow } from "./read-damaged.ts";
import { RecordError } from "./record-error.ts";
import type { RecordTables } from "./schema.ts";
import { indexAll } from "./search/index-texts.ts";
import { countAllTotals } from "./totals.ts";

/** What was brought out of a damaged record. */
export interface Rescued {
  readonly documents: number;
  readonly claims: number;
  readonly decisions: number;
  /** Rows that could be read and were not whole: a text that is not the one its id names, a quote that is not in it. */
  readonly spoilt: number;
  /** Sources whose current document could not be brought out, or not with all its claims: to be ingested again. */
  readonly incomplete: readonly string[];
}

type Row<T extends keyof RecordTables> = Insertable<RecordTables[T]>;

/**
 * Writes all that can be read of a damaged record in a file into an empty record, in one transaction. What is derived is made
 * anew; files count as not read yet, so that ingesting them again fills the gaps. Throws RecordError `damaged` when nothing can
 * be read, `newer-version` and `unsupported` for a record of another schema.
 */
export async function rescueRecord(path: string, to: Engine): Promise<Rescued> {
  const file = new DamagedFile(path);
  try {
    const schema = file.schema();
    if (schema !== null && schema > MIGRATIONS.length)
      throw new RecordError(
        "newer-version",
        path,
        `it has schema ${schema} and this Chancery knows up to ${MIGRATIONS.length}. Use the newer one`,
      );
    if (schema !== null && schema < MIGRATIONS.length)
      throw new RecordError(
        "unsupported",
        path,
        `it has schema ${schema}, and what is damaged can be read only of schema ${MIGRATIONS.length}`,
      );
    return await to.db.transaction().execute((tx) => rescue(file, tx, to));
  } finally {
    file.close();
  }
}

async function rescue(file: DamagedFile, tx: Transaction<RecordTables>, to: Engine): Promise<Rescued> {
  let spoilt = 0;
  const editions = new Set<string>();
  for (const row of file.rows("document")) {
    if (!isWholeDocument(row)) spoilt++;
    else {
      await tx
        .insertInto("document")
        .values(row as Row<"document">)
        .execute();
      editions.add(row.edition as string);
    }
  }
  const incomplete = new Set<string>();
  const current = new Map<string, string[]>();
  for (const row of file.rows("reading")) {
    const stands = row.superseded_at === null;
    if (editions.has(row.edition as string)) {
      await tx
        .insertInto("reading")
        .values(row as Row<"reading">)
        .execute();
      if (stands) current.set(row.edition as string, [...(current.get(row.edition as string) ?? []), String(row.source)]);
    } else if (stands) incomplete.add(String(row.source));
  }
  const extractions = new Map<number, { edition: string; missing: number; stands: boolean }>();
  for (const row of file.rows("extraction")) {
    if (!editions.has(row.edition as string)) continue;
    await tx
      .insertInto("extraction")
      .values(row as Row<"extraction">)
      .execute();
    extractions.set(row.id as number, { edition: row.edition as string, missing: row.claims as number, stands: row.retired_at === null });
  }
  let claims = 0;
  const participants = new ParticipantsInOrder(file.rows("participant"));
  for (const row of file.rows("claim")) {
    const extraction = extractions.get(row.extraction as number);
    if (!extraction) continue;
    const own = participants.of(row.row as number);
    if (own.length === 0 || own.some((p, i) => p.position !== i) || !(await isQuoted(tx, row))) {
      spoilt++;
      continue;
    }
    await tx
      .insertInto("claim")
      .values(row as Row<"claim">)
      .execute();
    await tx
      .insertInto("participant")
      .values(own as Row<"participant">[])
      .execute();
    extraction.missing--;
    claims++;
  }
  // an extraction that lost claims is none any more: the same extractor reads the document again
  for (const [id, { edition, missing, stands }] of extractions) {
    if (missing <= 0) continue;
    if (stands) for (const source of current.get(edition) ?? []) incomplete.add(source);
    await tx
      .updateTable("extraction")
      .set((e) => ({ extractor: "read again: claims were lost", claims: e("claims", "-", missing) }))
      .where("id", "=", id)
      .execute();
  }
  const extracted = new Set([...extractions.values()].filter((e) => e.stands).map((e) => e.edition));
  for (const [edition, sources] of current) if (!extracted.has(edition)) for (const source of sources) incomplete.add(source);
  let decisions = 0;
  for (const row of file.rows("decision")) {
    await tx
      .insertInto("decision")
      .values(row as Row<"decision">)
      .execute();
    decisions++;
  }
  await indexAll(tx, to);
  await indexAllDyads(tx, to);
  await countAllTotals(tx, to);
  await to.endMigration(tx);
  return { documents: editions.size, claims, decisions, spoilt, incomplete: [...incomplete].sort() };
}

function isWholeDocument(row: DamagedRow): boolean {
  try {
    JSON.parse(String(row.structure));
    JSON.parse(String(row.authors));
    return documentId(String(row.text)) === row.id;
  } catch {
    return false;
  }
}

async function isQuoted(tx: Transaction<RecordTables>, row: DamagedRow): Promise<boolean> {
  try {
    JSON.parse(String(row.details));
  } catch {
    return false;
  }
  const { text } = await tx.selectFrom("document").select("text").where("edition", "=", String(row.edition)).executeTakeFirstOrThrow();
  return text.slice(row.start as number, row.end as number) === row.quote;
}

/** Participants are kept next to their claims, so both can be read side by side. */
class ParticipantsInOrder {
  private readonly rows: Iterator<DamagedRow>;
  private next: DamagedRow | null;

  constructor(rows: Iterable<DamagedRow>) {
    this.rows = rows[Symbol.iterator]();
    this.next = this.advance();
  }

  /** Of a claim whose row is higher than that of the one before. */
  of(claim: number): DamagedRow[] {
    while (this.next !== null && (this.next.claim as number) < claim) this.next = this.advance();
    const own: DamagedRow[] = [];
    while (this.next?.claim === claim) {
      own.push(this.next);
      this.next = this.advance();
    }
    return own.sort((x, y) => (x.position as number) - (y.position as number));
  }

  private advance(): DamagedRow | null {
    const { done, value } = this.rows.next();
    return done ? null : value;
  }
}
