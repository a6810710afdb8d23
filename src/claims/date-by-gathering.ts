import type { Document } from "../document/document.ts";
import type { DateContext } from "../language/date-expression.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { lineOf } from "./date-by-occasion.ts";
import { isPutForward } from "./date-of-proposal.ts";

const JOINT = /\b(?:joint (?:statement|declaration|press (?:release|statement)|vision)|communiqu[ée]|agreed minutes)(?!\p{L})/iu;
/** How much of a text without a title tells what it is. */
const OPENING = 300;
/** How far a signing may stand behind the visit that dates it, in UTF-16 units: a report of the day. */
const REACH = 4000;
/** How far behind a meeting "they signed" may stand, in UTF-16 units. */
const NEAR = 400;
/** Those who were together, meant again: "they", "the two ministers", "both sides". */
const TOGETHER =
  /^(?:they|both(?: \p{L}+)?|the two(?: \p{L}+){0,3}|the (?:leaders|presidents|ministers|foreign ministers|sides|parties|delegations))$/iu;
/** Frames by which somebody took part, or did not, in a gathering that goes without saying (go-on-with-meeting.ts). */
const GOES_ON: ReadonlySet<string> = new Set([
  "meeting/attend",
  "meeting/stay-away",
  "meeting/kept-away",
  "meeting/absent",
  "meeting/sent-someone",
  "meeting/present",
  "meeting/brings-together",
  "meeting/participation",
  "meeting/event-attended",
]);
/** Any gathering told just before, by another noun or by none: "the gathering brought together", "Togo took part". */
const ANY_GATHERING = /\b(?:meeting|gathering|event|occasion|conference|encounter)\b/i;
/** How far behind the time of a gathering it may be meant by another noun, in UTF-16 units. */
const BEHIND = 500;

/**
 * Gives what was done at a dated gathering its date, where the words themselves have none: in the paragraph that tells of a
 * meeting or a visit, what "they" or "the two ministers" then signed; in a joint communiqué, whatever its sides signed or
 * whom they met; elsewhere, pacts that the same two signed, where they met on one dated visit alone. Where only the visit is
 * told, the unit that surely covers it. Claims stay in their order.
 */
export function dateByGathering(claims: readonly Claim[], document: Document): Claim[] {
  const gatherings = claims.filter(isGathering);
  const [first] = gatherings;
  const inYears = claims.filter(isInYear);
  if (!first && inYears.length === 0) return [...claims];
  const visits = gatherings.filter((g) => g.type === "visit" && sidesOf(g).length === 2);
  const isJoint = JOINT.test(document.title ?? document.text.slice(0, OPENING));
  return claims.map((claim) => {
    const attends = claim.type === "meeting" && GOES_ON.has(claim.why.rule);
    // "The Ministers condemned", in the communiqué of their meeting
    const isSaid = isJoint && claim.type === "statement" && claim.factuality === "actual";
    // "Kuwait announced a contribution", in the communiqué of the meeting
    if (isJoint && first && claim.evidence.start > first.evidence.start && isPutForward(claim, document.text))
      return dated(claim, first.date.edtf!);
    if (claim.date.edtf !== null || claim.date.basis !== "none" || !(attends || isSaid || mayBeDoneThere(claim))) return claim;
    // "Signed a memorandum", a point below "The two ministers:"
    const isPoint = claim.participants.every((p) => claim.evidence.quote.startsWith(p.text));
    const near = gatherings.findLast((g) => (isPoint ? isAbove(g, claim) : isNear(g, claim, document)) && sameSides(g, claim));
    // "New Zealand was represented": who took part in the gathering told before did so then
    if (attends) {
      const told = gatherings.findLast((g) => g.type === "meeting" && isNear(g, claim, document) && sharesActor(g, claim));
      if (told) return dated(claim, told.date.edtf!);
    }
    if (isPoint && near && !goesOnFrom(near, claim, claims, document)) return claim;
    if (near && (isPoint || areTogether(claim))) return dated(claim, near.date.edtf!);
    // "met in Lima in 2021. The two signed a memorandum": of that year
    const inYear =
      areTogether(claim) && !YEAR.test(lineOf(document.text, claim))
        ? inYears.findLast((g) => isNear(g, claim, document) && sameSides(g, claim))
        : undefined;
    if (inYear) return dated(claim, inYear.date.edtf!);
    // "signed an agreement in the year of the boom, 1976": it has a time of its own, if not at its verb
    if (claim.factuality !== "actual" || (claim.type !== "statement" && YEAR.test(lineOf(document.text, claim)))) return claim;
    const ofFirst =
      first && isJoint && claim.evidence.start > first.evidence.start && sidesOf(claim).some((a) => sidesOf(first).includes(a));
    const visit = ofFirst ? null : visitOf(claim, visits);
    const covering = ofFirst ? first : visit && goesOnFrom(visit, claim, claims, document) ? visit : null;
    return covering ? dated(claim, unitOf(covering.date.edtf!)) : claim;
  });
}

/** "The summit was attended by Chad": who took part in a summit told of before did so at the time said with it. */
export function dateByNoun(claim: Claim, { gatherings }: DateContext): Claim {
  if (!gatherings || claim.type !== "meeting" || !GOES_ON.has(claim.why.rule) || claim.date.basis !== "none") return claim;
  const nouns = claim.evidence.quote.toLowerCase().match(/\b[a-z]+\b/g) ?? [];
  const [last] = gatherings.values();
  const isNear = last !== undefined && claim.evidence.start > last.offset && claim.evidence.start - last.offset <= BEHIND;
  const isAny = claim.why.rule === "meeting/present" || ANY_GATHERING.test(claim.evidence.quote);
  const told = nouns.flatMap((noun) => gatherings.get(noun) ?? [])[0] ?? (isNear && isAny ? last : undefined);
  return told ? dated(claim, told.edtf) : claim;
}

/** The one dated visit between the two that signed or met, told before. */
function visitOf(claim: Claim, visits: readonly Claim[]): Claim | null {
  const sides = sidesOf(claim);
  if ((claim.type !== "meeting" && (claim.type !== "agreement" || claim.phase !== "signed")) || sides.length !== 2) return null;
  const theirs = visits.filter((v) => sameSides(v, claim));
  const before = theirs.find((v) => v.evidence.start < claim.evidence.start && claim.evidence.start - v.evidence.start <= REACH);
  return new Set(theirs.map((v) => v.date.edtf)).size === 1 && before ? before : null;
}

/**
 * A report of the year goes on with what was done there; a page that looks back does so where no other year is told between, in the
 * same section, and not in the perfect: "have signed several agreements".
 */
function goesOnFrom(visit: Claim, claim: Claim, claims: readonly Claim[], document: Document): boolean {
  if (document.date?.edtf.slice(0, 4) === visit.date.edtf!.slice(0, 4)) return true;
  if (PERFECT.test(claim.evidence.quote)) return false;
  const [from, to] = [visit.evidence.end, claim.evidence.start];
  if (document.blocks.some((b) => b.kind === "heading" && b.start >= from && b.start < to)) return false;
  const year = visit.date.edtf!.slice(0, 4);
  return !claims.some((c) => c.evidence.start >= from && c.evidence.start < to && c.date.edtf !== null && c.date.edtf.slice(0, 4) !== year);
}

const YEAR = /\b(?:1[89]|20)\d\d\b/;

const PERFECT =
  /\b(?:have|has|had)\s+(?:\p{L}+ly\s+|also\s+|so far\s+|since\s+|already\s+)?(?:been\s+)?(?:signed|concluded|inked|met|held)\b/iu;

/** A meeting or a visit that happened, with a day or a month said. */
function isGathering({ type, factuality, date, participants }: Claim): boolean {
  if ((type !== "meeting" && type !== "visit") || factuality !== "actual" || participants.length < 2) return false;
  return date.edtf !== null && lasts(date.edtf) <= 31;
}

/** A meeting or a visit that happened in a year, no more being said. */
function isInYear({ type, factuality, date, participants }: Claim): boolean {
  return (type === "meeting" || type === "visit") && factuality === "actual" && participants.length > 1 && /^\d{4}$/.test(date.edtf ?? "");
}

function areTogether({ participants }: Claim): boolean {
  return participants.every((p) => TOGETHER.test(p.text));
}

/** What is done at a table: signing, agreeing to talk, talking to others. */
function mayBeDoneThere({ type, phase, factuality }: Claim): boolean {
  if (type === "meeting") return factuality === "actual";
  return type === "agreement" && (phase === "signed" || phase === "concluded" || (phase === "negotiating" && factuality === "planned"));
}

function sharesActor(a: Claim, b: Claim): boolean {
  return a.participants.some((p) => b.participants.some((q) => q.actor === p.actor));
}

function isNear(gathering: Claim, claim: Claim, document: Document): boolean {
  const [from, to] = [gathering.evidence.end, claim.evidence.start];
  return to >= from && to - from <= NEAR && !document.text.slice(from, to).includes("\n\n");
}

function isAbove(gathering: Claim, claim: Claim): boolean {
  return claim.evidence.start >= gathering.evidence.end && claim.evidence.start - gathering.evidence.end <= REACH;
}

function sameSides(a: Claim, b: Claim): boolean {
  return sidesOf(a).join(" ") === sidesOf(b).join(" ");
}

function sidesOf(claim: Claim): string[] {
  return [...new Set(claim.participants.flatMap((p) => (p.role === "organization" && claim.type === "agreement" ? [] : [p.actor])))].sort();
}

/** Days from the first to the last. */
function lasts(edtf: string): number {
  const { from, to } = edtfBounds(edtf);
  return from === null || to === null ? Number.POSITIVE_INFINITY : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The unit that surely covers a visit: its day, its month, else its year. */
function unitOf(edtf: string): string {
  const { from, to } = edtfBounds(edtf);
  if (from === null || to === null) return edtf;
  const length = from === to ? 10 : from.slice(0, 7) === to.slice(0, 7) ? 7 : 4;
  return from.slice(0, length);
}

function dated(claim: Claim, edtf: string): Claim {
  const { id: _, ...rest } = claim;
  const made = { ...rest, date: { edtf, text: null, basis: "context" as const } };
  return { id: claimId(made), ...made };
}
