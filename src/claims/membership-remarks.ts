import type { Span, TableCell } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateExpression } from "../language/date-expression.ts";
import type { ClaimDate, Phase } from "./claim.ts";
import { toClaimDate } from "./claim-dates.ts";

/** What became of a membership after it began. */
const STEPS: readonly (readonly [RegExp, Phase])[] = [
  [
    /\b(?:re-?join(?:ed|s)?|readmitted|re-?admission|reinstat\p{L}+|re-?acceded|(?:suspension|membership) (?:lifted|restored)|returned)\b/iu,
    "begins",
  ],
  [/\b(?:suspended|suspension)\b/i, "suspended"],
  [/\b(?:left|withdrew|withdrawn|withdrawal|expelled|expulsion|exited|quit|terminated)\b/i, "ends"],
];
/** What is only spoken of. */
const UNDONE = /\b(?:not|never|threat\p{L}*|may|might|could|plans?|planned|announced|intends?|considered|notice|until)\b/iu;
const PART = /(?:[^;,.]|,(?=\s*\d{4}))+?(?=\s+and\s+(?:re|left|withdrew|was|suspended)|[;,.]|$)/gi;

export interface LaterStep {
  readonly phase: Phase;
  readonly date: ClaimDate;
}

/** "Suspended 2009–2014", "left in 2022, rejoined in 2023": the later steps of a membership that the remarks of its row date. */
export function laterSteps(text: string, remarks: readonly TableCell[], findDates: (span: Span) => readonly DateExpression[]): LaterStep[] {
  const steps: LaterStep[] = [];
  for (const cell of remarks) {
    if (cell.end - cell.start > 160) continue;
    for (const part of findMatches(PART, text.slice(cell.start, cell.end))) {
      const step = STEPS.find(([words]) => words.test(part[0]))?.[1];
      if (!step || UNDONE.test(part[0])) continue;
      const from = cell.start + part.index;
      const [said] = findDates({ start: from, end: from + part[0].length });
      // "rejoined 2023", "suspended 1980 – March 1989"
      const bare = /\b(?:1[89]|20)\d\d\b/.exec(part[0]);
      const year = bare?.[0];
      const leads = bare !== null && said !== undefined && from + bare.index < said.start;
      const date: ClaimDate | null = said && !leads ? toClaimDate(said) : year ? { edtf: year, text: year, basis: "stated" } : null;
      // a span begins with the step
      const edtf = date?.edtf?.split("/")[0];
      if (date && edtf && !steps.some((s) => s.phase === step && s.date.edtf === edtf))
        steps.push({ phase: step, date: { ...date, edtf } });
    }
  }
  return steps;
}
