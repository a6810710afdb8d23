import { edtfBounds } from "../language/dates/edtf.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";

/** Capitals that stood for a predecessor while it lasted: what the words were, whose they are now, whose they were, and when. */
const CAPITALS: readonly {
  readonly words: RegExp;
  readonly now: string;
  readonly before: string;
  readonly from: string;
  readonly to: string;
}[] = [
  { words: /^(?:Moscow|(?:the )?Kremlin)$/i, now: "RUS", before: "SUN", from: "1922-12-30", to: "1991-12-25" },
  { words: /^Belgrade$/i, now: "SRB", before: "YUG", from: "1918-12-01", to: "2003-02-03" },
  { words: /^Prague$/i, now: "CZE", before: "CSK", from: "1918-10-28", to: "1992-12-31" },
];

/** "visited Moscow in 1974": what is dated in the time of a predecessor was done with it, where only the capital stands for the state. */
export function settleFormerCapitals(claims: readonly Claim[]): Claim[] {
  return claims.flatMap((claim) => {
    const { from, to } = claim.date.edtf ? edtfBounds(claim.date.edtf) : { from: null, to: null };
    if (from === null || to === null) return claim;
    const meant = CAPITALS.filter((c) => from >= c.from && to <= c.to);
    const isOld = (actor: string, text: string): string | undefined => meant.find((c) => c.now === actor && c.words.test(text))?.before;
    const renamed = claim.participants.map((p) => ({ ...p, actor: isOld(p.actor, p.text) ?? p.actor }));
    const old = renamed.find((p, i) => p.actor !== claim.participants[i]!.actor);
    if (!old) return claim;
    const host = claim.details.host !== undefined && meant.some((c) => c.now === claim.details.host && c.before === old.actor);
    const details = host ? { ...claim.details, host: old.actor } : claim.details;
    // nobody goes to himself
    const participants = renamed.filter((p) => p.actor !== old.actor || p.role === old.role);
    if (participants.every((p) => p.role === old.role) && renamed.some((p) => p.role !== old.role)) return [];
    const { id: _, ...rest } = { ...claim, participants, details };
    return { id: claimId(rest), ...rest };
  });
}
