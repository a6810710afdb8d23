import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate } from "./claim.ts";
import { codePlover } from "./plover.ts";

/** "1971 – Kenyan embassy in Quito": a post that an entry of a chronicle only names was opened on its date. */
export function openedThen(claim: Claim, entry: ClaimDate): Claim {
  if (claim.why.rule !== "mission/listed" || claim.phase !== "holds" || entry.edtf === null || entry.edtf.includes("/")) return claim;
  const { id: _, ...told } = claim;
  const opened: Omit<Claim, "id"> = {
    ...told,
    phase: "begins",
    date: entry,
    plover: { event: codePlover("mission", "begins", claim.factuality, claim.details) },
  };
  return { id: claimId(opened), ...opened };
}
