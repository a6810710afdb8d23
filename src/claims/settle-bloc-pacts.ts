import { loadActors } from "../actors/load-actors.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, Participant } from "./claim.ts";

/**
 * A pact of a bloc that its members' ministers put their names to binds the bloc: where a document tells of a pact between an
 * organisation and an outsider, and of several of its members and that outsider as signing one, the organisation is the party,
 * not the members among each other.
 *
 * @param claims of one document, in their order
 */
export function settleBlocPacts(claims: readonly Claim[]): Claim[] {
  const pacts = claims.filter((c) => c.type === "agreement").map((c) => ({ claim: c, ...sidesOf(c) }));
  const ofBodies = pacts.filter((p) => p.bodies.length === 1 && p.others.length === 1);
  if (ofBodies.length === 0) return [...claims];
  return claims.map((claim) => {
    const own = pacts.find((p) => p.claim === claim);
    if (!own || own.bodies.length > 0 || own.others.length < 3) return claim;
    const pact = ofBodies.find(({ bodies, others }) => {
      const members = membersOf(bodies[0]!.actor);
      const signers = own.others.filter((o) => o.actor !== others[0]!.actor);
      // "the EAC treaty, signed with Uganda": who is a member is no outsider
      if (members.has(others[0]!.actor)) return false;
      return signers.length === own.others.length - 1 && signers.every((s) => members.has(s.actor));
    });
    if (!pact) return claim;
    const rest = claim.participants.filter((p) => p.role !== "party" || p.actor === pact.others[0]!.actor);
    const participants: Participant[] = [{ ...pact.bodies[0]!, role: "party" }, ...rest];
    const settled = { ...claim, participants };
    return { ...settled, id: claimId(settled) };
  });
}

/** The organisations that are parties to a pact, and the other parties. */
function sidesOf(claim: Claim): { readonly bodies: readonly Participant[]; readonly others: readonly Participant[] } {
  const parties = claim.participants.filter((p) => p.role === "party");
  return {
    bodies: parties.filter((p) => p.actor.startsWith("org:")),
    others: parties.filter((p) => !p.actor.startsWith("org:")),
  };
}

/** The members of a bloc; of other organisations none, since their members sign for themselves. */
function membersOf(organisation: string): ReadonlySet<string> {
  const actor = loadActors().actor(organisation);
  return new Set(actor?.class === "bloc" ? actor.members : []);
}
