import type { Candidate } from "./item.ts";
import { follows, type TextContext } from "./text-context.ts";

/** A region that only says what an office deals with: "Middle East envoy", "Africa director". */
export function isMatter(context: TextContext, { last }: Candidate): boolean {
  const next = last + 1;
  return (
    next < context.words.count &&
    follows(context, next) &&
    /^(?:advisers?|advisors?|envoys?|director|coordinator|analysts?|experts?|specialists?|correspondent|desk|chief)$/.test(
      context.words.folds[next]!,
    )
  );
}

/** "ethnic Hungarians" live in another state. */
export function isEthnic(context: TextContext, { first }: Candidate): boolean {
  return first > 0 && follows(context, first) && context.words.folds[first - 1] === "ethnic";
}
