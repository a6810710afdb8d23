import type { Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateExpression } from "../language/date-expression.ts";
import type { ClaimDate } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { type Stage, stagesIn } from "./pact-status.ts";

// Pacts that one sentence names one by one, each with its year.

/** A phrase that opens with a pact. */
export const PACT =
  /^[^\p{L}]*(?:(?:an?|the|one)\s+)?(?:[\p{L}’'-]+\s+){0,5}?(?:agreement|memorandum|mou|treaty|convention|protocol|accord|declaration|letter of intent|records? of discussions?|pact|arrangement|contract|exchange of notes|waiver|memoranda|agreements|treaties)\b/iu;
const NEXT_PACT =
  /\s*(?:;\s*(?:and\s+)?|,\s*(?:and\s+)?|\s+and\s+)(?=(?:(?:an?|the)\s+)?(?:[\p{L}-]+\s+){0,3}?(?:Agreement|Memorandum|Treaty|Convention|Protocol|Accord|Declaration|agreement|memorandum|treaty|convention|protocol|accord|waiver)\b)/gu;
const ENUMERATES = /\b(?:such as|including|among them|namely|these are)\b:?\s*|:\s*/i;
/** Words for what relations stand on: "cooperation rests on the Agreement on Trade (1983) and". */
const BASE =
  /\b(?:rests?|based|founded|built) (?:up)?on\s+|\b(?:governed|regulated|bound|framed) by\s+|\b(?:framework|basis|base|foundation)\b[^.;]{0,60}?\b(?:includes?|comprises?|consists? of|is formed by|are|is)\s+/i;
/** "agreements on trade (1993), investment (2007) and": pacts told apart by their matters alone. */
const BY_MATTER =
  /\b(?:agreements|treaties|conventions|protocols|accords|memoranda(?: of understanding)?|mous|pacts)\s+(?:on|for|concerning|covering|about)\s+/i;
const MATTER = /(?:the\s+)?[\p{L}][\p{L}\s’'-]{1,70}?\s*\((?:signed\s+(?:in\s+)?)?[^()]{4,40}\)/gu;
const BETWEEN_MATTERS = /^\s*(?:,\s*(?:and\s+)?(?:on\s+|for\s+)?|and\s+(?:on\s+|for\s+)?)?$/i;
const END = /[.!?](?=\s+\p{Lu}|\s*$)(?<!\b(?:No|St|Mr|Dr)\.)/u;
/** How far into its sentence an enumeration begins, in UTF-16 units. */
const LEAD = 160;

/** A pact of an enumeration with the time of its signing and the later stages told of it. */
export interface ListedPact {
  readonly span: Span;
  readonly date: ClaimDate;
  readonly stages: readonly Stage[];
}

type Find = (span: Span) => readonly DateExpression[];

/** From an offset to the end of its sentence. */
export function sentenceFrom(text: string, start: number, end: number): Span {
  const rest = text.slice(start, end);
  return { start, end: start + (END.exec(rest)?.index ?? rest.length) };
}

/** The sentences of a span that say on which pacts relations stand. */
export function basesIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let from = start; from < end; ) {
    const sentence = sentenceFrom(text, from, end);
    if (BASE.test(text.slice(sentence.start, sentence.end))) found.push(sentence);
    from = sentence.end + 1;
  }
  return found;
}

/** The pacts that a sentence enumerates behind "such as", a colon, "rests on", or by their matters; empty unless two or more are dated. */
export function enumeratedPacts(text: string, sentence: Span, find: Find): ListedPact[] {
  const words = text.slice(sentence.start, sentence.end);
  const byMatter = BY_MATTER.exec(words);
  if (byMatter && byMatter.index <= LEAD) {
    const parts = matters(words, byMatter.index + byMatter[0].length).map(({ start, end }) => ({
      start: sentence.start + start,
      end: sentence.start + end,
    }));
    const listed = datedOf(text, parts, find);
    if (listed.length > 1 && listed.length === parts.length) return listed;
  }
  const lead = ENUMERATES.exec(words) ?? BASE.exec(words);
  if (!lead || lead.index > LEAD) return [];
  const start = sentence.start + lead.index + lead[0].length;
  const body = text.slice(start, sentence.end);
  const parts: Span[] = [];
  let from = 0;
  for (const separator of findMatches(NEXT_PACT, body)) {
    parts.push({ start: start + from, end: start + separator.index });
    from = separator.index + separator[0].length;
  }
  parts.push({ start: start + from, end: sentence.end });
  const listed = datedOf(
    text,
    parts.filter((p) => PACT.test(text.slice(p.start, p.end))),
    find,
  );
  return listed.length === parts.length || listed.length >= 3 ? listed : [];
}

/** Where "trade (1993), investment (2007)" stand in the words, up to what is no more of the list. */
function matters(words: string, from: number): Span[] {
  const found: Span[] = [];
  let last = from;
  for (const m of findMatches(MATTER, words.slice(from))) {
    const start = from + m.index;
    if (!BETWEEN_MATTERS.test(words.slice(last, start))) break;
    found.push({ start, end: start + m[0].length });
    last = start + m[0].length;
  }
  return found;
}

function datedOf(text: string, parts: readonly Span[], findAll: Find): ListedPact[] {
  const find = (span: Span): DateExpression[] => findAll(span).filter((d) => d.role === "time" || d.role === "attribute");
  return parts.flatMap((span) => {
    const remark = /\(|,\s|\bwhich\b/.exec(text.slice(span.start, span.end));
    const stages = remark ? stagesIn(text, { start: span.start + remark.index + remark[0].length, end: span.end }, find) : [];
    const said = find(span).filter((d) => !stages.some((s) => d.start >= s.start && d.end <= s.end));
    const isDated = said.length === 1 || (said.length === 0 && stages.length > 0);
    return isDated ? [{ span, date: said[0] ? toClaimDate(said[0]) : NO_DATE, stages }] : [];
  });
}
