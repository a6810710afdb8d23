import type { Claim } from "./claim.ts";

/**
 * What the same words tell twice, once less well: "preparations for the summit of May" plan it and discuss it; "proposed the conclusion of
 * an agreement" proposes it; whoever is "appointed to be ambassador" begins; and a day without its year is the day that has one. Claims
 * stay in their order.
 */
export function settleDoubles(claims: readonly Claim[]): Claim[] {
  const byType = Map.groupBy(claims, (claim) => claim.type);
  const clear = claims.filter(
    (claim) => !isUnclear(claim) || !byType.get(claim.type)!.some((other) => other !== claim && isBetter(other, claim)),
  );
  const unreal = Map.groupBy(
    clear.filter((claim) => claim.factuality !== "actual"),
    actOf,
  );
  return clear.filter((claim) => claim.factuality !== "actual" || !unreal.get(actOf(claim))?.some((whole) => isToldInPart(whole, claim)));
}

/** The act, its sides and its time as one key. */
function actOf({ type, phase, date, participants }: Claim): string {
  return [type, phase, date.edtf, ...participants.map((p) => `${p.role}:${p.actor}`).sort()].join(" ");
}

/** Whether a claim is of the sorts that another may tell better; most are not. */
function isUnclear(claim: Claim): boolean {
  const { type, phase, factuality, date } = claim;
  return (
    isUpcoming(claim) ||
    isUndirected(claim) ||
    factuality === "proposed" ||
    (type === "envoy" && phase === "holds") ||
    date.edtf?.includes("XXXX") === true
  );
}

/** "Her visit comes ahead of the session": a visit only spoken of, without a time. */
function isUpcoming({ type, factuality, date, evidence }: Claim): boolean {
  return type === "visit" && factuality === "actual" && date.edtf === null && /^[^,;]{1,60}['’]s? (?:visit|trip)$/i.test(evidence.quote);
}

/** A war of parties, of whom it is not said who began it. */
function isUndirected({ type, participants }: Claim): boolean {
  return type === "conflict" && participants.every((p) => p.role === "party");
}

/** "waged a war against Chad": who wages it and against whom is said in the same words. */
function isDirected(other: Claim, claim: Claim): boolean {
  const { phase, date, evidence, participants } = other;
  return (
    participants.every((p) => p.role !== "party") &&
    phase === claim.phase &&
    date.edtf === claim.date.edtf &&
    evidence.start < claim.evidence.end &&
    claim.evidence.start < evidence.end &&
    participants.length === claim.participants.length &&
    participants.every((p) => claim.participants.some((q) => q.actor === p.actor))
  );
}

/** "may embark on a tour of Laos", of which "a tour of Laos" is a part: what the whole says of it holds. */
function isToldInPart(whole: Claim, part: Claim): boolean {
  if (whole.evidence.end < part.evidence.end) return false;
  const isSame = whole.evidence.start === part.evidence.start && whole.type === "visit" && /^(?:denied|possible)$/.test(whole.factuality);
  return isSame || (whole.evidence.start < part.evidence.start && whole.factuality !== "proposed");
}

function isBetter(other: Claim, claim: Claim): boolean {
  if (isUndirected(claim) && isDirected(other, claim)) return true;
  if (!hasSameSides(other, claim)) return false;
  const [time, own] = [other.date.edtf, claim.date.edtf];
  if (own?.includes("XXXX") && other.phase === claim.phase && time !== null)
    return /^\d{4}-/.test(time) && own.replaceAll("XXXX", time.slice(0, 4)) === time;
  if (isUpcoming(claim)) return other.factuality === "planned" && other.evidence.start < claim.evidence.start;
  if (other.evidence.start >= claim.evidence.end || claim.evidence.start >= other.evidence.end) return false;
  if (time !== own && time !== null && own !== null) return false;
  if (claim.type === "envoy") return claim.phase === "holds" && other.phase === "begins" && other.factuality === claim.factuality;
  if (claim.factuality !== "proposed") return false;
  const isStage = claim.type === "agreement" && (claim.phase === "concluded" || claim.phase === "signed");
  if (isStage && other.phase === "proposed" && other.factuality === "proposed") return true;
  return other.factuality === "planned" && other.phase === claim.phase;
}

function hasSameSides(a: Claim, b: Claim): boolean {
  return (
    a.participants.length === b.participants.length &&
    a.participants.every((p) => b.participants.some((q) => q.role === p.role && q.actor === p.actor))
  );
}
