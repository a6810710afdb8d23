import type { Claim } from "./claim.ts";
import { kindOf } from "./roles.ts";

/**
 * "an official tour of the region", where the states visited are told as well: the tour is no further visit. One to a region of which no
 * state is named stays. Claims stay in their order.
 */
export function settleTours(claims: readonly Claim[]): Claim[] {
  const stops = claims.filter((c) => c.type === "visit" && !isTour(c));
  return claims.filter((claim) => !isTour(claim) || !stops.some((stop) => isPartOf(stop, claim)));
}

const of = (claim: Claim, role: string): string[] => claim.participants.filter((p) => p.role === role).map((p) => p.actor);

function isTour(claim: Claim): boolean {
  return claim.type === "visit" && of(claim, "host").some((host) => kindOf(host) === "region");
}

/** The same guest in the same year, or in a year that one of the two leaves open. */
function isPartOf(stop: Claim, tour: Claim): boolean {
  const guests = of(stop, "visitor");
  if (!of(tour, "visitor").every((guest) => guests.includes(guest))) return false;
  const [a, b] = [stop.date.edtf?.slice(0, 4), tour.date.edtf?.slice(0, 4)];
  return a === undefined || b === undefined || a === b;
}
