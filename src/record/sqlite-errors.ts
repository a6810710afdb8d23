import { BUSY_SECONDS, RecordError } from "./record-error.ts";

/** What to do about a damaged record. What was ingested can be ingested again; what cannot must not be lost by a repair. */
export function adviceOnDamage(path: string): string {
  return `Before anything else make a copy of ${path}, with ${path}-wal if it is there. Then write what can still be read into a new record, \`chancery doctor --record ${path} --export NEW\`, and ingest the documents into it again: \`chancery ingest PATH… --record NEW\`. If no copy can be made, look at the disk first`;
}

/** What SQLite's own error means for the user of a record; other errors come back as they are. */
export function explainSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof RecordError) return error;
  const text = error.message;
  if (/database or disk is full|ENOSPC/i.test(text))
    return new RecordError(
      "no-space",
      path,
      "the disk is full. What was stored before is safe; make room and run the same command again, it goes on where it stopped",
    );
  if (/file is not a database/i.test(text))
    return new RecordError(
      "not-a-record",
      path,
      "this is not a Chancery record (nor any SQLite file). Give another file name, or move this file away",
    );
  if (/malformed|disk image/i.test(text))
    return new RecordError("damaged", path, `the record is damaged (${text}). ${adviceOnDamage(path)}`);
  if (/readonly|unable to open|EACCES|EROFS|permission/i.test(text))
    return new RecordError(
      "no-access",
      path,
      "the record cannot be opened for writing. Check that the folder exists and that you may write there",
    );
  if (/locked|busy/i.test(text))
    return new RecordError(
      "busy",
      path,
      `another process is writing to this record and did not finish in ${BUSY_SECONDS} seconds. Try again`,
    );
  return error;
}
