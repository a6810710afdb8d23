/** What the exit code of `chancery` says; also in `chancery --help` and docs/cli.md. */
export const EXIT = {
  done: 0,
  /** Some of what was given could not be read; all the rest was done. */
  someUnread: 1,
  /** The command was not understood: unknown option, unknown actor, no such claim. */
  usage: 2,
  /** The record cannot be opened, read or written. */
  record: 3,
  /** A fault of Chancery itself. */
  internal: 70,
} as const;

/** The command was not understood; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly code = "usage";
}
