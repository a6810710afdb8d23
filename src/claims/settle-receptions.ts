import { edtfBounds } from "../language/dates/edtf.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { codePlover } from "./plover.ts";

const RECEPTIONS: ReadonlySet<string> = new Set(["visit/receive", "visit/received"]);
const POSTED = /\b(?:ambassador|high commissioner|charg[ée] d['’]affaires|nuncio|permanent representative)s?\b/i;
const TOLD: ReadonlySet<string> = new Set(["actual", "planned"]);
/** How long before or after the days of a visit a reception may lie and still be part of it. */
const SLACK = 3 * 86_400_000;

/**
 * "is on an official visit to Lima … was received by the President": where a document tells the visit itself, whoever receives the guest
 * then meets him, and it is no second visit; nor is it one when the ambassador is received. Claims stay in their order.
 */
export function settleReceptions(claims: readonly Claim[]): Claim[] {
  const told = claims.filter((c) => !isAccredited(c));
  const visits = told.filter((c) => c.type === "visit" && !RECEPTIONS.has(c.why.rule) && TOLD.has(c.factuality));
  return told.map((claim) => {
    if (visits.includes(claim) && claim.date.edtf === null)
      return datedBy(
        told.find((c) => receives(c) && isPartOf(c, claim)),
        claim,
      );
    const isCall = callsOn(claim);
    if (!isCall && !receives(claim)) return claim;
    // "is in Rabat and will be received": a visit that is told as done may still be planned in part, not the other way round
    const fitting = visits.filter((visit) => visit.factuality === "actual" || claim.factuality === "planned");
    const of = fitting.find((visit) => isPartOf(claim, visit) || (visit.date.edtf !== null && isPartOf(claim, turnedRound(visit))));
    // "hosted him for a state visit": that is the visit itself
    if (!isCall && !isPosted(claim) && (!of || /\bfor an? (?:\p{L}+ )?visit\b/u.test(claim.evidence.quote))) return claim;
    const { id: _, ...undated } = claim;
    // when it was is not said: during the visit
    const rest = claim.date.edtf === null && of?.date.edtf ? { ...undated, date: { ...of.date, basis: "context" as const } } : undated;
    const details = { format: "bilateral" };
    const settled: Omit<Claim, "id"> = {
      ...rest,
      type: "meeting",
      participants: claim.participants.map((p) => ({ ...p, role: "participant" })),
      details,
      plover: { event: codePlover("meeting", "occurs", claim.factuality, details) },
    };
    return { id: claimId(settled), ...settled };
  });
}

function receives(claim: Claim): boolean {
  return RECEPTIONS.has(claim.why.rule) && claim.type === "visit" && TOLD.has(claim.factuality);
}

/** "Qatar has received Bahrain's first ambassador": a state has one there, and nobody meets him. */
function isAccredited(claim: Claim): boolean {
  const hosts = claim.participants.filter((p) => p.role === "host");
  return receives(claim) && isPosted(claim) && hosts.every((p) => !p.person && !p.office && !p.body);
}

/** "paid a farewell visit to the premier": an ambassador's visit to a person is no journey. */
function callsOn(claim: Claim): boolean {
  const hosts = claim.participants.filter((p) => p.role === "host");
  const isToPerson = hosts.length > 0 && hosts.every((p) => p.person || p.office);
  return (
    claim.type === "visit" && isToPerson && isPosted(claim) && /\b(?:courtesy|farewell|introductory) visit\b/i.test(claim.evidence.quote)
  );
}

/** An ambassador who is received lives there: the two meet. */
function isPosted({ participants }: Claim): boolean {
  const guests = participants.filter((p) => p.role === "visitor");
  return guests.every((p) => p.office === "ambassador" || POSTED.test(p.text));
}

/** "received today the Minister, who carries out a visit": the visit is then, where the same words tell both. */
function datedBy(reception: Claim | undefined, visit: Claim): Claim {
  if (!reception?.date.edtf || reception.evidence.end < visit.evidence.start || visit.evidence.end < reception.evidence.start) return visit;
  const { id: _, ...rest } = visit;
  const dated: Omit<Claim, "id"> = { ...rest, date: { ...reception.date, basis: "context" } };
  return { id: claimId(dated), ...dated };
}

/** "paid a visit to Lima and received Peruvian traders": a guest who receives people of the land is still the guest. */
function turnedRound(visit: Claim): Claim {
  const other: Readonly<Record<string, string>> = { visitor: "host", host: "visitor" };
  return { ...visit, participants: visit.participants.map((p) => ({ ...p, role: other[p.role] ?? p.role })) };
}

/** The same guest and host, and days that agree. */
function isPartOf(reception: Claim, visit: Claim): boolean {
  const of = (c: Claim, role: string): string[] => c.participants.filter((p) => p.role === role).map((p) => p.actor);
  const shares = (role: string): boolean => of(reception, role).every((a) => of(visit, role).includes(a));
  if (!shares("visitor") || !shares("host")) return false;
  if (reception.date.edtf === null || visit.date.edtf === null) return true;
  const [a, b] = [edtfBounds(reception.date.edtf), edtfBounds(visit.date.edtf)];
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false;
  return Date.parse(a.from) - SLACK <= Date.parse(b.to) && Date.parse(b.from) - SLACK <= Date.parse(a.to);
}
