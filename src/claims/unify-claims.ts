import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { parentOfMission } from "./name-missions.ts";

/**
 * A claim said twice in one document is one claim; the more precise one is kept (docs/record.md, point 3). Claims stay in
 * the order of their evidence.
 */
export function unifyClaims(claims: readonly Claim[]): Claim[] {
  const kept: Claim[] = [];
  for (const claim of [...claims].sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end)) {
    const same = kept.findIndex((k) => isSame(k, claim));
    if (same < 0) {
      kept.push(claim);
      continue;
    }
    const before = kept[same]!;
    const better = isMorePrecise(claim, before) || (before.details.instrument === "other" && isAsPrecise(claim, before));
    const [fine, coarse] = better ? [claim, before] : [before, claim];
    const rest = restOf(coarse, fine);
    if (better) kept[same] = claim;
    if (rest) kept.push(rest);
  }
  return kept;
}

/**
 * What a claim of several says of those that the finer one leaves out: "a member of the African Union, the Commonwealth and COMESA" beside
 * "in the Commonwealth since 1980". Null where it says nothing more.
 */
function restOf(coarse: Claim, fine: Claim): Claim | null {
  if (fine.date.edtf === coarse.date.edtf || coarse.type !== "membership") return null;
  const known = actors(fine);
  const more = coarse.participants.filter((p) => !known.has(`${p.role}=${p.actor}`));
  const roles = new Set(more.map((p) => p.role));
  if (roles.size !== 1) return null;
  const [role] = roles;
  const rest = { ...coarse, participants: coarse.participants.filter((p) => p.role !== role || more.includes(p)) };
  return { ...rest, id: claimId(rest) };
}

const TELLING = [
  "city",
  "level",
  "title",
  "number",
  "office",
  "measure",
  "value",
  "amount",
  "item",
  "instrument",
  "name",
  "stance",
  "topic",
  "kind",
];

/** Details in the words of the frame that read them. */
const WORDED: ReadonlySet<string> = new Set(["item", "kind", "name"]);

function isSame(a: Claim, b: Claim): boolean {
  if (a.type !== b.type || a.phase !== b.phase || a.factuality !== b.factuality) return false;
  const left = actors(a);
  const right = actors(b);
  if (!contains(left, right) && !contains(right, left)) return false;
  // who came to a gathering, where another of the same body is dated
  if (a.type === "meeting" && losesAttenders(a, b)) return false;
  if (a.type === "visit" && haveOtherTravellers(a, b)) return false;
  // two frames over the same words: what one calls otherwise is no second thing
  const oneSaying = a.evidence.start < b.evidence.end && b.evidence.start < a.evidence.end && left.size === right.size;
  // a seminar beside a conference is another gathering
  const [one, other] = [a.details.format, b.details.format];
  if (one !== other && other !== undefined && one !== undefined && [one, other].some((f) => f === "seminar" || f === "workshop"))
    return false;
  // two who talk beside a summit meet besides
  const isAside = one !== other && [one, other].includes("bilateral") && [one, other].some((f) => f === "summit" || f === "assembly");
  if (isAside && [a, b].some((c) => /^meeting\/(?:meet|speak|discuss-with)$/.test(c.why.rule))) return false;
  for (const key of TELLING)
    if (oneSaying && WORDED.has(key)) continue;
    // "the documents were signed by both ministers": an instrument of no kind, where the time is said but once
    // and two frames over the signing of one
    else if (
      key === "instrument" &&
      (isReadTwice(a, b) || a.date.edtf !== b.date.edtf) &&
      [a.details[key], b.details[key]].includes("other")
    )
      continue;
    // "a billion dollars as budget support and grants": one sum between the same two
    else if (key === "instrument" && a.details.amount !== undefined && a.details.amount === b.details.amount) continue;
    else if (a.details[key] !== undefined && b.details[key] !== undefined && a.details[key] !== b.details[key]) return false;
  return agree(a.date.edtf, b.date.edtf);
}

/** The president came, and a minister in May: of offices that differ, one of them by name, and only one with a time. */
function haveOtherTravellers(a: Claim, b: Claim): boolean {
  if (a.date.edtf === b.date.edtf) return false;
  const [one, other] = [a, b].map((c) => c.participants.find((p) => p.role === "visitor" && p.person)?.person);
  const [rank, second] = [a.details.rank, b.details.rank];
  if ((!one && !other) || one === other || rank === second) return false;
  const heads = [rank, second].filter((r) => /^head-of-/.test(String(r))).length;
  return heads === 1 && [rank, second].some((r) => /minister$/.test(String(r)));
}

/** By two frames, from the same word on. */
function isReadTwice(a: Claim, b: Claim): boolean {
  return a.evidence.start === b.evidence.start && a.why.rule !== b.why.rule;
}

/** One has no date and names two or more who are not in the dated other. */
function losesAttenders(a: Claim, b: Claim): boolean {
  const [undated, other] = a.date.edtf === null ? [a, b] : [b, a];
  if (undated.date.edtf !== null || other.date.edtf === null || !undated.participants.some((p) => p.role === "organization")) return false;
  const known = actors(other);
  return undated.participants.filter((p) => !known.has(`${p.role}=${p.actor}`)).length > 1;
}

function actors(claim: Claim): Set<string> {
  return new Set(claim.participants.map((p) => `${p.role}=${p.actor}`));
}

function contains(all: Set<string>, some: Set<string>): boolean {
  for (const s of some) if (!all.has(s) && !hasMissionOf(all, s)) return false;
  return true;
}

/** "organization=org:un" where the other names a mission of the United Nations. */
function hasMissionOf(all: Set<string>, one: string): boolean {
  const body = /^organization=(org:.+)$/.exec(one)?.[1];
  if (!body) return false;
  for (const s of all) if (s.startsWith("organization=") && parentOfMission(s.slice("organization=".length)) === body) return true;
  return false;
}

/** One date says what the other says, more or less precisely. */
function agree(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  const [x, y] = [a.replace(/~$/, ""), b.replace(/~$/, "")];
  return x.startsWith(y) || y.startsWith(x);
}

function isMorePrecise(a: Claim, b: Claim): boolean {
  return weightOf(a) > weightOf(b);
}

/** No less precise, and of the very same words. */
function isAsPrecise(a: Claim, b: Claim): boolean {
  return weightOf(a) === weightOf(b) && isReadTwice(a, b) && a.details.instrument !== b.details.instrument;
}

function weightOf(c: Claim): number {
  return (c.date.edtf?.replace(/X/g, "").length ?? 0) * 10 + c.participants.length * 5 + Object.keys(c.details).length;
}
