import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";

/** Frames in which a state goes over to one of the two Chinas. */
const SWITCHES: ReadonlySet<string> = new Set([
  "relations/go-over",
  "relations/switch-plain",
  "relations/return-to",
  "relations/switch-to",
]);
const SIDES_TAKEN: ReadonlySet<string> = new Set([...SWITCHES, "relations/switch-from"]);
const RIVALS: Readonly<Record<string, string>> = { CHN: "TWN", TWN: "CHN" };

/**
 * Who goes over to Beijing leaves Taipei, and the other way round (docs/record.md, point 15): the end is told with the
 * beginning, unless the document tells it itself. Claims stay in their order.
 */
export function settleSwitches(claims: readonly Claim[]): Claim[] {
  return claims.flatMap((claim) => {
    const chosen = claim.participants.find((p) => RIVALS[p.actor]);
    // one China does not go over to the other
    if (SIDES_TAKEN.has(claim.why.rule) && claim.participants.filter((p) => RIVALS[p.actor]).length > 1) return [];
    if (!SWITCHES.has(claim.why.rule) || !chosen || claim.participants.length !== 2) return [claim];
    const left = RIVALS[chosen.actor]!;
    const state = claim.participants.find((p) => p !== chosen)!;
    const isTold = claims.some(
      (c) =>
        c.type === "relations" &&
        c.phase === "ends" &&
        c.participants.some((p) => p.actor === left) &&
        c.participants.some((p) => p.actor === state.actor) &&
        (c.date.edtf === claim.date.edtf || c.evidence.start === claim.evidence.start),
    );
    if (isTold) return [claim];
    const { id: _, ...rest } = claim;
    const end: Omit<Claim, "id"> = {
      ...rest,
      phase: "ends",
      participants: [state, { role: "party", actor: left, text: chosen.text }],
      plover: { event: claim.factuality === "actual" ? "SANCTION" : claim.plover.event },
    };
    return [claim, { id: claimId(end), ...end }];
  });
}
