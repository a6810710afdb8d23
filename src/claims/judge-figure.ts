import type { Factuality } from "./claim.ts";
import type { Skeleton } from "./figure-skeleton.ts";

/** Whether the quantity is reached, hoped for or only possible, by the words of its clause. */
export function judgeFigure(skeleton: Skeleton, figure: { readonly from: number; readonly to: number }): Factuality | null {
  const from = Math.max(skeleton.text.lastIndexOf(";", figure.from), 0);
  const clause = skeleton.text.slice(from, figure.to);
  if (/\b(?:should|must|ought to|would have|could have)\b/.test(clause)) return null;
  if (/\b(?:never|not|n't|failed to|no longer)\b/.test(clause)) return "denied";
  if (/\b(?:may|might|could|if|unless)\b/.test(clause)) return "possible";
  if (
    /\b(?:aim\w*|goals?|targets?|targeted|targeting|hop(?:e|es|ed|ing)|want\w*|seek\w*|sought|wish\w*|propos\w+|ambitions?|call\w* for)\b/.test(
      clause,
    )
  )
    return "proposed";
  if (
    /\b(?:will|would|shall|plan\w*|agreed to|expected to|set to|due to|poised to|on course to|projected|forecast|pledg\w+|promis\w+|vow\w*|intend\w*)\b/.test(
      clause,
    )
  )
    return "planned";
  return "actual";
}
