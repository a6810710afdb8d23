import type { Document } from "../document/document.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { kindOf } from "./roles.ts";

const BY_PHONE = /\b(?:(?:tele)?phone|phoned|telephoned)\b/i;
const TALKING: ReadonlySet<string> = new Set([
  "meeting/speak",
  "meeting/phone-call",
  "meeting/hold-talks",
  "meeting/own-sides",
  "meeting/beside-act",
  "meeting/discuss-with",
]);

/** "Secretary Example's Call with the Foreign Minister of Peru": what a release under such a title tells of was said by telephone. */
const CALL_TITLE = /\b(?:(?:tele)?phone|telephonic|call (?:with|to|between)|calls (?:with|to|between))\b/i;
/** "spoke to President Example": from afar, as who meets speaks with. */
const SPOKE_TO = /\bsp(?:oke|oken|eaks?|eaking) to\b/i;

/** Two who spoke by telephone did not meet: their call is an event (test/development/README.md). Claims stay in their order. */
export function settleCalls(document: Document, claims: readonly Claim[]): Claim[] {
  const isReadout = CALL_TITLE.test(titleOf(document));
  return claims.map((claim) => {
    if (claim.type !== "meeting" || !TALKING.has(claim.why.rule)) return claim;
    const { quote } = claim.evidence;
    const isSpoken = /^meeting\/(?:speak|discuss-with)$/.test(claim.why.rule);
    if (!BY_PHONE.test(quote) && !(isReadout && isSpoken) && !(claim.why.rule === "meeting/speak" && SPOKE_TO.test(quote))) return claim;
    const [first, second, third] = claim.participants;
    if (!first || !second || third || claim.participants.some((p) => p.role !== "participant" || kindOf(p.actor) === "region"))
      return claim;
    const { id: _, ...rest } = claim;
    const made: Omit<Claim, "id"> = {
      ...rest,
      type: "event",
      participants: [
        { ...first, role: "source" },
        { ...second, role: "target" },
      ],
      details: {},
      plover: { event: claim.factuality === "actual" ? "CONSULT" : claim.plover.event },
    };
    return { id: claimId(made), ...made };
  });
}

function titleOf({ blocks, text, title }: Document): string {
  const block = blocks.find((b) => b.kind === "title");
  return block ? text.slice(block.start, block.end) : (title ?? "");
}
