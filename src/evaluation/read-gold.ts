import { CLAIM_TYPES, FACTUALITIES, PHASES } from "../claims/claim.ts";
import { ROLES } from "../claims/roles.ts";
import { parseEdtf } from "../language/dates/edtf.ts";
import type { ScoredClaim } from "./score-claims.ts";

/** Faults that are told of one file at most; the others are counted. */
const MOST_TOLD = 12;

/** Gold that is not as docs/record.md describes claims; the message has a line for each fault: file, line, field, what was expected. */
export class GoldError extends Error {
  readonly code = "gold-invalid";
}

/**
 * Gold claims from JSON lines. Needed are `type`, `phase`, `factuality`, `participants` with `role` and `actor`, and the document in
 * `document` or `evidence.source`; `date` is an EDTF string, `{edtf}` or null. Other fields are kept and not looked at.
 * Throws GoldError with all faults of the file, not only the first.
 */
export function readGold(text: string, path: string): ScoredClaim[] {
  const claims: ScoredClaim[] = [];
  const faults: string[] = [];
  text.split("\n").forEach((line, i) => {
    if (line.trim() === "") return;
    const place = `${path}:${i + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      faults.push(`${place}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    const wrong = isObject(value) ? findFaults(value) : ["the line: expected an object, a claim"];
    faults.push(...wrong.map((fault) => `${place}: ${fault}`));
    if (wrong.length === 0) claims.push(value as ScoredClaim);
  });
  if (faults.length > 0) {
    const more = faults.length > MOST_TOLD ? [`and ${faults.length - MOST_TOLD} more faults`] : [];
    throw new GoldError([...faults.slice(0, MOST_TOLD), ...more].join("\n"));
  }
  if (claims.length === 0) throw new GoldError(`${path}: there is no claim in it; expected JSON lines as docs/record.md describes`);
  return claims;
}

function findFaults(claim: Readonly<Record<string, unknown>>): string[] {
  const faults: string[] = [];
  const oneOf = (field: string, allowed: readonly string[]): void => {
    if (!allowed.includes(claim[field] as string)) faults.push(`${field}: ${tell(claim[field])}; expected one of ${allowed.join(", ")}`);
  };
  oneOf("type", CLAIM_TYPES);
  oneOf("phase", PHASES);
  oneOf("factuality", FACTUALITIES);
  const rules = ROLES[claim.type as keyof typeof ROLES];
  const { participants, date, evidence, document } = claim;
  if (!Array.isArray(participants) || participants.length === 0)
    faults.push(`participants: ${tell(participants)}; expected a list of {role, actor}`);
  else
    participants.forEach((p: unknown, k) => {
      if (!isObject(p)) {
        faults.push(`participants[${k}]: ${tell(p)}; expected {role, actor}`);
        return;
      }
      if (rules && !Object.hasOwn(rules.roles, p.role as string))
        faults.push(`participants[${k}].role: ${tell(p.role)}; ${String(claim.type)} has ${Object.keys(rules.roles).join(", ")}`);
      if (p.actor !== null && (typeof p.actor !== "string" || p.actor === ""))
        faults.push(`participants[${k}].actor: ${tell(p.actor)}; expected an id such as KEN or org:un, or null`);
    });
  const edtf = isObject(date) ? date.edtf : (date ?? null);
  if (edtf !== null && edtf !== undefined && (typeof edtf !== "string" || parseEdtf(edtf) === null))
    faults.push(`date: ${tell(edtf)}; expected EDTF such as 1992, 1992-08 or 1992/1995, or null`);
  const source = isObject(evidence) ? (evidence.source ?? evidence.document) : document;
  if (typeof source !== "string" || source === "")
    faults.push(`document: ${tell(source)}; expected the name of the document's file without its ending`);
  return faults;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tell(value: unknown): string {
  return value === undefined ? "it is missing" : `found ${JSON.stringify(value).slice(0, 60)}`;
}
