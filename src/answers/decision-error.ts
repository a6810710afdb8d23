/** A decision that cannot be taken as it was asked for; the message says what was expected. */
export class DecisionError extends Error {
  override readonly name = "DecisionError";
  readonly code = "decision";
}
