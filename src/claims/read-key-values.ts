import type { Document, Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, Phase } from "./claim.ts";
import { toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import { codePlover } from "./plover.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

/** "Diplomatic relations since", "Date of establishment of diplomatic ties", "Establishment of relations": what the line gives a date of. */
const KEY =
  /^\W*(?:(?:date|year|day) of (?:the )?)?(?:(establishment|opening|resumption|restoration|re-?establishment|severance|suspension) of )?(?:the )?(?:bilateral |formal )?(?:diplomatic (?:relations|ties)|relations at (?:the )?(?:embassy|ambassadorial) level)(?: (established|since|from|opened|resumed|restored|severed|suspended|re-?established))?$/i;
/** The key behind which a value stands: a colon, a tab or a dash. */
const PARTS = /^([^\t:–—]{10,90}?)\s*(?::|\t+|\s[–—]\s)\s*(\S.{3,110})$/su;
const PHASES: readonly (readonly [RegExp, Phase])[] = [
  [/\b(?:resum|restor|re-?establish|renew)/i, "resumes"],
  [/\b(?:sever|broken|broke|cut|ended|rupture)/i, "ends"],
  [/\b(?:suspend|suspension|interrupt)/i, "suspended"],
  [/\b(?:establish|since|from|open|began|begin)/i, "begins"],
];

/**
 * Lines of a fact sheet on two states that give the date of their relations: "Diplomatic relations: established in 1984",
 * "Diplomatic relations | 5 March 1991; suspended in 1998, resumed in 2001".
 */
export function readKeyValues(document: Document, place: Surroundings, findDates: FindDates): Claim[] {
  const claims: Claim[] = [];
  document.blocks.forEach((block, index) => {
    if (block.role === "notice" || block.end - block.start > 200 || !["paragraph", "list-item", "table-row"].includes(block.kind)) return;
    const text = document.text.slice(block.start, block.end);
    const before = document.blocks[index - 1];
    // a term and its description stand in blocks of their own
    const term =
      block.kind === "list-item" && (before?.kind === "list-item" || before?.kind === "paragraph")
        ? document.text.slice(before.start, before.end).trim()
        : "";
    // a date that stands over what is told of it
    if (term !== "" && /^\W*[\p{L}\d .,]{4,24}\W*$/u.test(text) && document.blocks[index + 1]?.kind === "paragraph") return;
    const own = /relations|ties/i.test(text) ? PARTS.exec(text) : null;
    const [words, value] = own ? [own[1]!, own[2]!] : [term, text];
    const key = words.length <= 90 ? KEY.exec(words.replace(/\s+/g, " ").trim()) : null;
    if (!key) return;
    const pair = place.pairFor(block.start).filter((a) => kindOf(a) === "state");
    if (pair.length !== 2) return;
    const from = block.end - value.length;
    const named = key[1] ?? key[2] ?? "established";
    let first = true;
    for (const piece of findMatches(/(?:[^;,]|,(?=\s*\d{4}))+/g, value)) {
      const span = { start: from + piece.index, end: from + piece.index + piece[0].length };
      const [date] = findDates(document.text, span, NO_CONTEXT);
      const said = PHASES.find(([words]) => words.test(piece[0]));
      const phase = said?.[1] ?? (first ? PHASES.find(([words]) => words.test(named))?.[1] : undefined);
      first = false;
      // a value with more to say is a sentence
      if (!date || !phase || /\b(?:not|never|between|embassy|visit\w*|agreement)\b/i.test(piece[0])) continue;
      const found = toClaimDate(date);
      claims.push(build(document, block, pair, phase, { ...found, edtf: found.edtf?.replace(/\/\.\.$/, "") ?? null }));
    }
  });
  return claims;
}

function build(document: Document, block: Span, pair: readonly string[], phase: Phase, date: Claim["date"]): Claim {
  const claim: Omit<Claim, "id"> = {
    type: "relations",
    phase,
    factuality: "actual",
    participants: pair.map((actor) => ({ role: "party", actor, text: actor })),
    date,
    place: null,
    details: {},
    plover: { event: codePlover("relations", phase, "actual", {}) },
    evidence: evidenceOf(document, { start: block.start, end: block.end }),
    why: { rule: "list/relations", confidence: 0.88 },
  };
  return { id: claimId(claim), ...claim };
}
