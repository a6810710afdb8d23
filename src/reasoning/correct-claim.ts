import type { Claim } from "../claims/claim.ts";
import { codePlover } from "../claims/plover.ts";
import type { Change } from "../record/decision.ts";

/**
 * The claim with changes made, one after another; its id, words and reason stay. Whatever value a field has now gives way to the
 * new one. A participant that is to be replaced and is not there any more gives way in its role when it is the only one there;
 * otherwise the change is left out.
 */
export function correctClaim(claim: Claim, changes: readonly Change[]): Claim {
  const corrected = changes.reduce(makeChange, claim);
  const { type, phase, factuality, details } = corrected;
  return codedBy(corrected) === codedBy(claim)
    ? corrected
    : { ...corrected, plover: { event: codePlover(type, phase, factuality, details) } };
}

/** What a PLOVER code is made of. */
function codedBy({ type, phase, factuality, details }: Claim): string {
  return JSON.stringify([type, phase, factuality, details.stance ?? null, details.force ?? null]);
}

function makeChange(claim: Claim, change: Change): Claim {
  switch (change.field) {
    case "type":
      return { ...claim, type: change.to };
    case "phase":
      return { ...claim, phase: change.to };
    case "factuality":
      return { ...claim, factuality: change.to };
    case "date":
      return { ...claim, date: { edtf: change.to, text: claim.date.text, basis: change.to === null ? "none" : basisOf(claim) } };
    case "place":
      return { ...claim, place: change.to };
    case "detail": {
      const { [change.name]: _, ...others } = claim.details;
      return { ...claim, details: change.to === null ? others : { ...claim.details, [change.name]: change.to } };
    }
    case "participant":
      return { ...claim, participants: withParticipant(claim.participants, change) };
  }
}

function basisOf({ date }: Claim): Claim["date"]["basis"] {
  return date.basis === "none" ? "stated" : date.basis;
}

function withParticipant(
  participants: Claim["participants"],
  { role, from, to }: Extract<Change, { field: "participant" }>,
): Claim["participants"] {
  const is = (p: Claim["participants"][number], actor: string | null): boolean => p.role === role && p.actor === actor;
  if (to === null) return participants.filter((p) => !is(p, from));
  if (participants.some((p) => is(p, to))) return participants.filter((p) => !is(p, from));
  if (from === null) return [...participants, { role, actor: to, text: "" }];
  const own = participants.filter((p) => p.role === role);
  const replaced = participants.find((p) => is(p, from)) ?? (own.length === 1 ? own[0] : undefined);
  // the words stay; a person or a body of another actor does not
  return participants.map((p) => (p === replaced ? { role, actor: to, text: p.text } : p));
}

/** What a change is about; a later change of the same supersedes it. */
export function fieldOf(change: Change): string {
  if (change.field === "detail") return `detail ${change.name}`;
  return change.field === "participant" ? `participant ${change.role} ${change.from ?? change.to}` : change.field;
}
