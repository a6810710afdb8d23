import { findMentions } from "../actors/find-mentions.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Block, Document } from "../document/document.ts";
import { type DateExpression, NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Phase } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import type { Above } from "./outline.ts";
import { codePlover } from "./plover.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";

type FindDates = (text: string, span: { start: number; end: number }, context: typeof NO_CONTEXT) => DateExpression[];

/** Words above a list that make its organisations those of which a state is a member. */
const MEMBERSHIPS =
  /\b(?:member(?:ship)?s?\b(?!\s+(?:states?|countries)\b)|(?:international|intergovernmental|regional|multilateral) (?:and \p{L}+ )?organi[sz]ations?(?: and (?:\p{L}+ ){0,2}\p{L}+)?\s*:?$|participat(?:es|ion) in\b.*\borgani[sz]ations?|belongs? to)\b/iu;
/** Lists of what is no membership of the state: former ones, plans, others' members. */
const OTHERWISE =
  /\b(?:former|planned|not a member|applied|application|candidate|see also|references|headquarters|seats? in|hosted by|based in|non-members?)\b/i;
/** What a list of posts abroad is about: a mission to a body is no membership of it. */
const POSTS = /\b(?:missions?|embass(?:y|ies)|consulates?|ambassadors?|representations?|envoys?)\b/i;
const STANDINGS: readonly (readonly [RegExp, string])[] = [
  [/\bobserver\b/i, "observer"],
  [/\bassociate\b/i, "associate"],
  [/\bdialogue partner\b/i, "dialogue-partner"],
  [/\bstrategic partner\b/i, "strategic-partner"],
];
const JOINED = /\b(?:since|from|joined|admitted|acceded|accession|member since|as of|rejoined)\b/i;
const LEFT = /\b(?:until|left|withdrew|withdrawn|suspended|expelled|former|not ratified|signatory|candidate|applicant|applied)\b/i;
/** What may follow the name: a short remark in brackets or behind a dash, a comma or a colon. */
const REMARK = /^\s*(?:\([A-Z][\w-]{1,9}\)\s*)?(?:(?:[(,–—:-]|;)\s*[^.]{0,60})?[.;)]?\s*$/u;
/** A label that sorts organisations: "Universal", "Regional and subregional:", "Economic organisations". */
const KIND_OF_BODIES =
  /^\W*(?:(?:and|other|the|of|in|global|universal|world(?:wide)?|international|regional|sub-?regional|continental|political|economic|financial|trade|technical|security|military|cultural|scientific|commodity|specialised|specialized|united nations|un|system|agencies|funds|bodies|banks|groups?|forums?|fora|organi[sz]ations?|institutions|asia|africa|africa[n]|europe|european|asian|americas?|pacific)\b[\s,&/–-]*)+:?\W*$/i;
const APPLIED = /\b(?:applied|application (?:submitted|lodged|filed))\b/i;
const LONGEST = 140;

/**
 * Memberships in lists that are no sentences: "Commonwealth of Nations (since 1990)", "African Union – observer" under "Membership
 * in international organisations" on the page of a state, or under "Malta is a member of:".
 */
export function readListedMemberships(
  document: Document,
  mentions: readonly Mention[],
  place: Surroundings,
  findDates: FindDates,
): Claim[] {
  const claims: Claim[] = [];
  const known = new Map<string, string | null>();
  document.blocks.forEach((block, index) => {
    if (block.kind !== "list-item" || block.role === "notice" || block.end - block.start > LONGEST) return;
    const above = place.outline.aboveBlock(index);
    if (above.some((a) => POSTS.test(a.words)) || POSTS.test(document.title ?? "")) return;
    const lead = leadOf(above);
    if (!lead) return;
    const member = memberOf(document, lead, place, known);
    const claim = member === null ? null : membershipIn(document, block, member, lead, mentions, findDates);
    if (claim) claims.push(claim);
  });
  return claims;
}

/** What makes a list one of memberships: the words next above it, or those above a short label such as "Regional". */
function leadOf(above: readonly Above[]): Above | null {
  for (const a of above) {
    if (a.kind === "title" || OTHERWISE.test(a.words)) return null;
    if (MEMBERSHIPS.test(a.words)) return a.words.length <= LONGEST ? a : null;
    if (!KIND_OF_BODIES.test(a.words)) return null;
  }
  return null;
}

/** Whose memberships a list gives: the state that its lead names, else the page's. */
function memberOf(document: Document, lead: Above, place: Surroundings, known: Map<string, string | null>): string | null {
  const before = known.get(lead.words);
  if (before !== undefined) return before;
  const named = findMentions({ ...document, ...bareText(lead.words), map: [] });
  const states = [...new Set(named.filter((m) => m.kind === "state").flatMap((m) => m.actors))];
  // "Members of the African Union": of one organisation, states are listed
  const ofBody = named.some((m) => m.kind === "organisation");
  const [subject] = place.subjects;
  const page = place.subjects.length === 1 && subject !== undefined && kindOf(subject) === "state" ? subject : null;
  const member = ofBody || states.length > 1 ? null : (states[0] ?? page);
  known.set(lead.words, member);
  return member;
}

function membershipIn(
  document: Document,
  block: Block,
  member: string,
  lead: Above,
  mentions: readonly Mention[],
  findDates: FindDates,
): Claim | null {
  const body = mentions.find((m) => m.start >= block.start && m.end <= block.end);
  if (body?.kind !== "organisation" || body.actors.length !== 1 || body.form === "reference") return null;
  if (/\p{L}/u.test(document.text.slice(block.start, body.start).replace(/^\W*(?:the|The)\s+/, ""))) return null;
  const rest = document.text.slice(body.end, block.end);
  const [said] = findDates(document.text, { start: body.end, end: block.end }, NO_CONTEXT);
  const applied = APPLIED.test(rest) && said !== undefined;
  if (!REMARK.test(rest) || (LEFT.test(rest) && !applied)) return null;
  // "African Union (25 May 1963)": a date alone is that of joining
  const alone = said !== undefined && !/[\p{L}\p{N}]/u.test(rest.replace(said.text, ""));
  const joined = said !== undefined && (alone || applied || JOINED.test(rest));
  // "since 1990" tells when it became a member
  const date: ClaimDate = joined ? { ...toClaimDate(said), edtf: said.edtf.replace(/\/\.\.$/, "") } : NO_DATE;
  const phase: Phase = applied ? "applied" : joined ? "begins" : "holds";
  const standing = STANDINGS.find(([words]) => words.test(rest) || words.test(lead.words))?.[1] ?? "member";
  const details = { standing };
  const claim: Omit<Claim, "id"> = {
    type: "membership",
    phase,
    factuality: "actual",
    participants: [
      { role: "member", actor: member, text: member },
      { role: "organization", actor: body.actors[0]!, text: body.text },
    ],
    date,
    place: null,
    details,
    plover: { event: codePlover("membership", phase, "actual", details) },
    evidence: evidenceOf(document, block),
    why: { rule: "list/memberships", confidence: 0.85 },
  };
  return { id: claimId(claim), ...claim };
}
