import type { Claim } from "./claim.ts";

/**
 * What people and government of one state do to each other is kept where the document tells of nothing between two actors: a
 * report on that state alone. In one on relations between states it is only the background. Claims stay in their order.
 */
export function settleHomeEvents(claims: readonly Claim[]): Claim[] {
  const atHome = claims.filter(isAtHome);
  if (atHome.length === 0 || atHome.length === claims.length) return [...claims];
  return claims.filter((claim) => !isAtHome(claim));
}

function isAtHome({ type, participants }: Claim): boolean {
  return type === "event" && participants.length === 2 && participants[0]!.actor === participants[1]!.actor;
}
