import type { Document, Span } from "../document/document.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Participant } from "./claim.ts";
import { evidenceOf } from "./evidence.ts";
import { findAmounts } from "./find-amounts.ts";
import { codePlover } from "./plover.ts";
import { kindOf } from "./roles.ts";

const HELP = /\b(?:(non-reimbursable|grant)|(credit line|line of credit)|(loan|credit))\b/i;
/** Whose money a currency is; not those that the world pays in. */
const OWN_MONEY: Readonly<Record<string, string>> = {
  JPY: "JPN",
  KRW: "KOR",
  CNY: "CHN",
  INR: "IND",
  GBP: "GBR",
  CHF: "CHE",
  AUD: "AUS",
  CAD: "CAN",
  NZD: "NZL",
  NOK: "NOR",
  SEK: "SWE",
  DKK: "DNK",
  RUB: "RUS",
  TRY: "TUR",
  AED: "ARE",
  SAR: "SAU",
  KWD: "KWT",
  QAR: "QAT",
};
/** What behind a state's name is a lender of that state. */
const LENDER = /^(?:['’]s)?\s+(?:(?:\p{Lu}\p{L}+|for|of|and)\s+){0,4}(?:Fund|Bank|Eximbank|Exim Bank|Export-Import Bank|Agency)\b/u;

/**
 * The loan or grant that a pact of two brings: "an agreement between Japan and Laos on a loan of 2 billion yen". Who gives is the
 * organisation, the one whose fund or bank signs, or whose own currency the sum is in; null where none of these tells.
 *
 * @param span the words that name the pact
 */
export function aidOfPact(document: Document, span: Span, parties: readonly Participant[], date: ClaimDate): Claim | null {
  const text = document.text.slice(span.start, span.end);
  const help = HELP.exec(text);
  const [first, second] = parties;
  if (!help || !first || !second || parties.length !== 2) return null;
  const [sum, other] = findAmounts(document.text, span);
  if (!sum || other) return null;
  const donor = parties.find((p) => gives(p, text, sum.currency));
  const receives = donor === first ? second : first;
  if (!donor || gives(receives, text, "")) return null;
  const instrument = help[1] ? "grant" : help[2] ? "credit-line" : "loan";
  const details = { instrument, amount: sum.amount, currency: sum.currency };
  const claim: Omit<Claim, "id"> = {
    type: "aid",
    phase: "occurs",
    factuality: "planned",
    participants: [
      { ...donor, role: "donor" },
      { ...receives, role: "recipient" },
    ],
    date,
    place: null,
    details,
    plover: { event: codePlover("aid", "occurs", "planned", details) },
    evidence: evidenceOf(document, span),
    why: { rule: "list/aid-of-pact", confidence: 0.8 },
  };
  return { id: claimId(claim), ...claim };
}

function gives(party: Participant, text: string, currency: string): boolean {
  if (kindOf(party.actor) === "org") return true;
  if (OWN_MONEY[currency] === party.actor) return true;
  const at = text.indexOf(party.text);
  return LENDER.test(party.text.replace(/^\S+/, "")) || (at >= 0 && LENDER.test(text.slice(at + party.text.length)));
}
