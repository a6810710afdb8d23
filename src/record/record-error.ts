export type RecordErrorCode =
  | "not-a-record"
  | "newer-version"
  | "damaged"
  | "no-space"
  | "no-access"
  | "busy"
  | "missing"
  | "unreachable"
  | "refused"
  | "lost"
  | "unsupported"
  | "not-empty";

/** How long to wait for another process that writes, in seconds. It holds the record only while it stores one document. */
export const BUSY_SECONDS = 30;

/** A record that cannot be opened, read or written: which one (never with a password), what is wrong, what to do. */
export class RecordError extends Error {
  override readonly name = "RecordError";
  readonly code: RecordErrorCode;
  readonly address: string;

  constructor(code: RecordErrorCode, address: string, message: string) {
    super(`${address}: ${message}`);
    this.code = code;
    this.address = address;
  }
}

/** What to do about a damaged record. What was ingested can be ingested again; what cannot must not be lost by a repair. */
export function adviceOnDamage(path: string): string {
  return `Before anything else make a copy of ${path}, with ${path}-wal if it is there. Then ingest the documents into a new record: \`chancery ingest PATH… --record NEW\`. If no copy can be made, look at the disk first`;
}
