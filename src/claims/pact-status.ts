import type { Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateExpression } from "../language/date-expression.ts";
import type { ClaimDate, Factuality, Phase } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";

/** Words of a status column and the stage of an agreement that they mean; what is only pending adds none. */
const STAGES: readonly (readonly [RegExp, Phase | null])[] = [
  [/\b(?:negotiat\p{L}*|talks)\b.*\b(?:suspended|stalled|frozen|halted|on hold)\b|\b(?:stalled|on hold)\b/iu, "stalled"],
  [/\bnegotiat\p{L}*|\bunder discussion\b|\btalks\b/iu, "negotiating"],
  [/\b(?:feasibility|joint study|under study|being studied)\b/i, "studied"],
  [/\b(?:proposed|under (?:consideration|review|examination)|exploratory|envisaged|draft)\b/i, "proposed"],
  [/\b(?:not|never|pending|awaiting|await\p{L}*|until)\b/iu, null],
  [/\b(?:terminated|expired|denounced|abrogated|lapsed|ended|repealed|superseded|replaced|no longer in force)\b/i, "ends"],
  [/\bsuspended\b/i, "suspended"],
  [
    /\b(?:in force|in effect|effective|enter(?:ed|s)? into (?:force|effect)|took effect|(?:coming|entry|entering) into (?:force|effect)|active|operational|provisionally applied|in operation|valid)\b/i,
    "in-force",
  ],
  [/\bratified\b/i, "ratified"],
  [/\b(?:concluded|initial?led|finali[sz]ed)\b/i, "concluded"],
  [/\b(?:signed|date of signing|date of signature)\b/i, "signed"],
];

/** One stage of several: "signed in 2003 and in force since 2005", "Riga, 4 May 2001; terminated". */
const PART =
  /(?:(?!\s+and\s+(?:in|entered|ratified|terminated|expired|denounced|not)\b|\s\((?:in|entered|ratified|terminated|expired|denounced|not|never|signed|took)\b)[^;,]|,(?=\s*\d{4}))+/g;
/** "signed and entered into force: 3 May 2011": both on one day. */
const SIGNED_INTO_FORCE = /\bsign(?:ed|ing|ature)\s+and\s+(?:coming|entry|entering|entered)\s+into\s+(?:force|effect)\b/i;
const UNRATIFIED = /\b(?:not|never|yet to be|un)\s*(?:yet\s+)?(?:been\s+)?ratified\b|\bratification (?:not|never)\b/i;

/** The stage that a status cell gives: "Under negotiation" negotiating, "In force" in-force, "Not ratified" none. */
export function phaseOfStatus(text: string): Phase | null {
  return STAGES.find(([words]) => words.test(text))?.[1] ?? null;
}

/** Stages before a signing: a plain year beside them is not that of one. */
export const UNSIGNED: ReadonlySet<Phase> = new Set(["negotiating", "proposed", "studied", "stalled", "concluded"]);

/** A stage of an agreement with its date, as far as one is written beside it. */
export interface Stage extends Span {
  readonly phase: Phase;
  readonly factuality: Factuality;
  readonly date: ClaimDate;
}

/**
 * The stages that a cell or a remark gives one after the other: "in force since 15.11.2008"; "Signed in 2003, never ratified";
 * "Talks began in 2011; suspended in 2017", where what was begun is what was suspended.
 */
export function stagesIn(text: string, span: Span, findDates: (span: Span) => readonly DateExpression[]): Stage[] {
  const words = text.slice(span.start, span.end);
  const stages: Stage[] = [];
  for (const part of findMatches(PART, words)) {
    const said = part[0];
    const unratified = UNRATIFIED.test(said);
    const told = unratified ? "ratified" : phaseOfStatus(said);
    if (!told) continue;
    // talks that are suspended are stalled
    const phase = told === "suspended" && stages.at(-1)?.phase === "negotiating" ? "stalled" : told;
    const place = { start: span.start + part.index, end: span.start + part.index + said.length };
    const date = findDates(place).find((d) => d.role !== "before" && d.role !== "deadline");
    const known = date ? toClaimDate(date) : bareYear(said);
    for (const stage of SIGNED_INTO_FORCE.test(said) ? (["signed", "in-force"] as const) : [phase])
      stages.push({
        ...place,
        phase: stage,
        factuality: unratified ? "denied" : "actual",
        // "in force since 2008": that is when it came into force
        date: known.edtf ? { ...known, edtf: known.edtf.replace(/\/\.\.$/, "") } : known,
      });
  }
  return stages;
}

/** The only year of words that say no more of the time: "in force 1997", "Santiago, 1995". */
export function bareYear(words: string): ClaimDate {
  const years = new Set(Array.from(words.matchAll(/(?<![\d-])(?:1[89]|20)\d\d(?![\d-])/g), (m) => m[0]));
  const [year] = years;
  return year !== undefined && years.size === 1 ? { edtf: year, text: year, basis: "stated" } : NO_DATE;
}
