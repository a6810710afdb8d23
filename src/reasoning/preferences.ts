import type { Decision } from "../record/decision.ts";
import type { ClaimEntry } from "../record/record.ts";
import { fold, type Matter } from "./matters.ts";
import { sourceName } from "./sources.ts";

/** That somebody trusts one source more than another, or than all others. */
export interface Preference {
  readonly decision: Decision;
  readonly source: string;
  readonly over: string | null;
  readonly pair: readonly [string, string] | null;
  readonly matter: string | null;
}

/** Whether a name means the source of a document: as answers print it, or its path, address or id. */
export function isSource(name: string, document: ClaimEntry["document"]): boolean {
  return fold(sourceName(document)) === fold(name) || document.source === name || document.address === name || document.id === name;
}

/** What a question is about, for preferences that hold for a pair or a kind of matter only. */
export interface Scope {
  readonly kind: Matter["kind"] | "event";
  readonly actors: readonly string[];
}

/**
 * The preference by which the first of two documents is to be believed before the second in a matter; null when there is none.
 * Preferences come the latest first, and the first that says anything of the two decides.
 */
export function preferenceFor(
  preferences: readonly Preference[],
  scope: Scope,
  first: ClaimEntry["document"],
  second: ClaimEntry["document"],
): Preference | null {
  const ranks = (p: Preference, x: ClaimEntry["document"], y: ClaimEntry["document"]): boolean =>
    isSource(p.source, x) && (p.over === null ? !isSource(p.source, y) : isSource(p.over, y));
  for (const preference of preferences) {
    if (!isInScope(preference, scope)) continue;
    if (ranks(preference, first, second)) return preference;
    if (ranks(preference, second, first)) return null;
  }
  return null;
}

function isInScope({ pair, matter }: Preference, { kind, actors }: Scope): boolean {
  return (matter === null || matter === kind) && (pair === null || pair.every((actor) => actors.includes(actor)));
}

/** The preference by which a claim of one side stands against every claim of the other; null when there is none. */
export function preferredSide(
  preferences: readonly Preference[],
  scope: Scope,
  side: readonly Pick<ClaimEntry, "document">[],
  other: readonly Pick<ClaimEntry, "document">[],
): Preference | null {
  for (const { document } of side) {
    const found = other.map((o) => preferenceFor(preferences, scope, document, o.document));
    if (found.length > 0 && found.every((p) => p !== null)) return found[0]!;
  }
  return null;
}
