import type { Mention } from "../actors/mention.ts";
import type { Document, Span } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import type { Sentence } from "../language/sentence.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { isPutForward } from "./date-of-proposal.ts";
import { mentionsIn } from "./mentions-in.ts";

/** How far from its own day a report's occasion may lie, in days. */
const FRESH = 12;
/** Within how many UTF-16 units from the beginning a report tells its occasion. */
const HEAD = 2500;
const DAY = 86_400_000;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
/** How long the first sentence of a report is at least, in UTF-16 units. */
const LEAD = 60;

/** Words that put a thing before the time that is told: "had signed", "the first loan, agreed earlier", "since", "used to". */
const EARLIER =
  /\b(?:had|has been|have been|was founded|previous(?:ly)?|earlier|formerly?|already|since|once|used to|thank(?:s|ed|ing|ful)?|gratitude|grateful|appreciat(?:es?|ed|ing|ion)|years? (?:ago|before)|in the past|historically|last (?:year|month|decade|century)|(?:in|of) (?:1[5-9]|20)\d\d)\b/i;

/**
 * A report of a meeting, a visit or a signing of the last days goes on with what else was done then: what its sides, or one of them with
 * others, did there without a time of its own has the month that surely covers it. What is said to have been before has none. Claims stay
 * in their order.
 */
export function dateByOccasion(claims: readonly Claim[], document: Document, lead: Occasion | null): Claim[] {
  const told = claims.find((c) => isOccasion(c) && isFresh(c.date.edtf!, document));
  const occasion = told ? { edtf: told.date.edtf!, end: told.evidence.end, sides: told.participants.map((p) => p.actor) } : lead;
  if (!occasion) return [...claims];
  const sides = new Set(occasion.sides);
  const title = document.blocks.find((b) => b.kind === "title");
  // the headline tells what the report opens with
  const isHeadline = ({ evidence }: Claim): boolean => title !== undefined && evidence.start >= title.start && evidence.end <= title.end;
  return claims.map((claim) => {
    if (claim.date.edtf !== null || claim.date.basis !== "none" || (claim.evidence.start < occasion.end && !isHeadline(claim)))
      return claim;
    if (
      !told &&
      (claim.type === "statement" || claim.evidence.start - occasion.end > HEAD || claim.participants.some((p) => !sides.has(p.actor)))
    )
      return claim;
    const isThere = isDoneThere(claim, sides) && !EARLIER.test(lineOf(document.text, claim));
    if (
      !isThere &&
      !(claim.participants.every((p) => sides.has(p.actor) || p.role === "organization") && isPutForward(claim, document.text))
    )
      return claim;
    const edtf = occasion.edtf.slice(0, 7);
    const { id: _, ...rest } = claim;
    const made = { ...rest, date: { edtf, text: null, basis: "context" as const } };
    return { id: claimId(made), ...made };
  });
}

/** What a report opens with, by its words alone: "BAKU, 4 May — Azerbaijan and Georgia agreed on Monday to reopen". */
export interface Occasion {
  /** EDTF. */
  readonly edtf: string;
  /** UTF-16 offset behind which it goes on. */
  readonly end: number;
  /** Ids of actors. */
  readonly sides: readonly string[];
}

/** The day and the sides that the first sentence of a report names, where it was written in those days; else null. */
export function leadOccasion(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  contexts: readonly DateContext[],
  findDates: (text: string, span: Span, context: DateContext) => DateExpression[],
): Occasion | null {
  if (!DAY_ONLY.test(document.date?.edtf ?? "")) return null;
  const at = sentences.findIndex((s) => document.blocks[s.block]?.kind === "paragraph" && s.end - s.start >= LEAD);
  const first = sentences[at];
  if (!first || first.start > HEAD) return null;
  const time = findDates(document.text, first, contexts[at]!).find((d) => d.role === "time" && DAY_ONLY.test(d.edtf));
  const sides = [...new Set(mentionsIn(mentions, first).flatMap((m) => m.actors))];
  return time && sides.length >= 2 && isFresh(time.edtf, document) ? { edtf: time.edtf, end: first.end, sides } : null;
}

function isFresh(edtf: string, { date }: Document): boolean {
  return DAY_ONLY.test(date?.edtf ?? "") && Math.abs(Date.parse(edtf.slice(0, 10)) - Date.parse(date!.edtf)) <= FRESH * DAY;
}

function isOccasion({ type, phase, factuality, date, evidence }: Claim): boolean {
  if (factuality !== "actual" || evidence.start > HEAD || !/^\d{4}-\d{2}-\d{2}/.test(date.edtf ?? "")) return false;
  const { from, to } = edtfBounds(date.edtf!);
  const isShort = from !== null && to !== null && Date.parse(to) - Date.parse(from) <= FRESH * DAY;
  return isShort && (type === "meeting" || type === "visit" || (type === "agreement" && phase === "signed"));
}

function isDoneThere({ type, phase, factuality, participants }: Claim, sides: ReadonlySet<string>): boolean {
  const ofThem = participants.filter((p) => sides.has(p.actor)).length;
  // "agreed to send 600 soldiers", "decided to raise their relations": decided there
  if (factuality === "planned")
    return ofThem >= 1 && ((type === "deployment" && phase === "begins") || (type === "relations" && phase === "upgraded"));
  if (factuality !== "actual") return false;
  switch (type) {
    case "meeting":
    case "visit":
    case "aid":
    case "founding":
      return ofThem >= 1;
    case "office":
    case "mission":
      return ofThem >= 1 && (phase === "begins" || phase === "ends");
    case "relations":
      return ofThem === participants.length && phase === "upgraded";
    case "statement":
      return ofThem === participants.length;
    case "agreement":
      return ofThem >= 1 && (phase === "signed" || phase === "concluded");
    default:
      return false;
  }
}

/** How far the sentence around a claim is looked for before and behind it, in UTF-16 units. */
const BEFORE = 2000;
const BEHIND = 300;

/** The sentence around the words of a claim, roughly. */
export function lineOf(text: string, { evidence: { start, end } }: Claim): string {
  const head = text.slice(Math.max(0, start - BEFORE), start);
  const stop = head.lastIndexOf(". ");
  const tail = text.slice(end, end + BEHIND);
  const stops = [tail.indexOf(". "), tail.indexOf("\n")].filter((at) => at >= 0);
  return (
    head.slice(Math.max(stop < 0 ? 0 : stop + 2, head.lastIndexOf("\n") + 1)) +
    text.slice(start, end) +
    tail.slice(0, Math.min(...stops, BEHIND))
  );
}
