import type { Document, Span } from "../document/document.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { NO_DATE } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import { kindOf } from "./roles.ts";

/** A post that a list or a table tells of. */
export interface ListedPost {
  readonly sender: string;
  readonly host: string;
  readonly level?: string | undefined;
  /** As the list writes it, and by its name. */
  readonly city: { readonly text: string; readonly name: string } | null;
}

/** That a post stands, as the words at `span` list it. */
export function buildMission(document: Document, span: Span, { sender, host, level, city }: ListedPost, rule: string): Claim {
  const claim: Omit<Claim, "id"> = {
    type: "mission",
    phase: "holds",
    factuality: "actual",
    participants: [
      { role: "sender", actor: sender, text: sender },
      { role: "host", actor: host, text: city?.text ?? host },
    ],
    date: NO_DATE,
    place: city && kindOf(host) === "state" ? { text: city.text, actor: host } : null,
    details: { ...(level ? { level } : {}), ...(city ? { city: city.name } : {}) },
    plover: { event: null },
    evidence: evidenceOf(document, span),
    why: { rule, confidence: 0.85 },
  };
  return { id: claimId(claim), ...claim };
}
