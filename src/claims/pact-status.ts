import type { Phase } from "./claim.ts";

/** Words of a status column and the stage of an agreement that they mean; what is only pending adds none. */
const STAGES: readonly (readonly [RegExp, Phase | null])[] = [
  [/\b(?:negotiat\p{L}*|talks)\b.*\b(?:suspended|stalled|frozen|halted|on hold)\b|\b(?:stalled|on hold)\b/iu, "stalled"],
  [/\bnegotiat\p{L}*|\bunder discussion\b/iu, "negotiating"],
  [/\b(?:feasibility|joint study|under study|being studied)\b/i, "studied"],
  [/\b(?:proposed|under consideration|exploratory|envisaged)\b/i, "proposed"],
  [/\b(?:not|never|pending|awaiting|await\p{L}*)\b/iu, null],
  [/\b(?:terminated|expired|denounced|abrogated|lapsed|ended|repealed)\b/i, "ends"],
  [/\bsuspended\b/i, "suspended"],
  [/\b(?:in force|in effect|effective|entered into force|active|operational)\b/i, "in-force"],
  [/\bratified\b/i, "ratified"],
  [/\b(?:concluded|initial?led|finali[sz]ed)\b/i, "concluded"],
  [/\bsigned\b/i, "signed"],
];

/** The stage that a status cell gives: "Under negotiation" negotiating, "In force" in-force, "Not ratified" none. */
export function phaseOfStatus(text: string): Phase | null {
  return STAGES.find(([words]) => words.test(text))?.[1] ?? null;
}
