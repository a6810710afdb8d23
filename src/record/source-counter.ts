import { DatabaseSync, type StatementSync } from "node:sqlite";

/**
 * Counts how often each source is met within one input. The sources are kept in a temporary database that SQLite moves to
 * the disk when it grows, for a file may hold more documents than memory holds names.
 */
export class SourceCounter {
  private database: DatabaseSync | null = null;
  private counted: StatementSync | null = null;
  private first: string | null = null;

  /** How often this source was met by now, this time included. */
  count(source: string): number {
    // most inputs hold one document and need no database
    if (this.first === null) {
      this.first = source;
      return 1;
    }
    this.counted ??= this.prepare(this.first);
    return Number(this.counted.get(source)?.times);
  }

  close(): void {
    this.database?.close();
    this.database = null;
    this.counted = null;
  }

  private prepare(first: string): StatementSync {
    this.database = new DatabaseSync("");
    this.database.exec("pragma synchronous = off; pragma journal_mode = off");
    this.database.exec("create table met (source text primary key, times integer not null) without rowid");
    const statement = this.database.prepare(
      "insert into met values (?, 1) on conflict (source) do update set times = times + 1 returning times",
    );
    statement.get(first);
    return statement;
  }
}
