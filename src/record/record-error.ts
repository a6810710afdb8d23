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

/** How long to wait for another process that writes, in seconds. It holds the record only while it stores a few documents. */
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
