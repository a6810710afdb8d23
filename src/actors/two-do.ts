import type { Wording } from "./reference.ts";

/** What two or three do, behind "the two". */
export const DOES =
  /^[.,;]|^\s+(?:(?:also|then|later|first|soon|again|formally|officially|finally|jointly|now|subsequently)\s+)?(?:met|meet|agree|have|had|will|would|are|were|sign|share|hold|held|trade|spoke|shook|broke|went|fought|made|took|came|left|began|gave|sent|reached|said|did|could|may|opened|joined|cut|(?:sign|establish|sever|restor|resum|normali[sz]|exchang|end|conclud|ratifi|decid|settl|clash|clos|recall|impos|agre|trad|launch|upgrad|reopen|recogni[sz]|discuss|pledg|quarrel|announc|withdr[ae]w|suspend|initiall?|cooperat|shar|declar)ed)\b/;

/** "ties between the two worsen", "the two quarrelled": a finite verb stands behind the number. */
export function isBeforeVerb({ discourse, anaphor }: Wording): boolean {
  const nodes = discourse.rolesOf(anaphor.sentence)?.nodes ?? [];
  const next = nodes.find((node) => node.start >= anaphor.end);
  return next !== undefined && /^(?:VERB|AUX)$/.test(next.upos) && /^(?:VBP|VBD|MD)$/.test(next.xpos);
}
