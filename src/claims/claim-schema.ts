import { isEdtf } from "../language/dates/edtf.ts";
import { CLAIM_TYPES, type Claim, type ClaimType, FACTUALITIES, type Phase } from "./claim.ts";
import { kindOf, mayFill, ROLES } from "./roles.ts";

/** The phases of each type, as docs/record.md gives them. */
export const PHASES_OF: Readonly<Record<ClaimType, readonly Phase[]>> = {
  relations: ["begins", "upgraded", "downgraded", "suspended", "ends", "resumes", "holds"],
  recognition: ["begins", "ends", "holds"],
  mission: ["begins", "ends", "resumes", "holds"],
  envoy: ["begins", "ends", "holds"],
  membership: ["applied", "begins", "suspended", "ends", "holds"],
  office: ["begins", "ends", "holds"],
  agreement: ["proposed", "studied", "negotiating", "stalled", "concluded", "signed", "ratified", "in-force", "suspended", "ends", "holds"],
  visit: ["occurs"],
  meeting: ["occurs"],
  founding: ["begins", "ends"],
  aid: ["occurs"],
  arms: ["occurs"],
  deployment: ["begins", "ends", "holds"],
  project: ["begins", "occurs", "ends"],
  figure: ["holds"],
  statement: ["occurs"],
  conflict: ["begins", "ends", "occurs", "holds"],
  sanction: ["begins", "ends", "holds"],
  mediation: ["occurs"],
  event: ["occurs"],
};

/** What a detail may be: one of these words, free words, or a number. */
type DetailRule = readonly string[] | "words" | "number";

/** The details of each type, as docs/record.md gives them; any type may have an `occasion`. */
export const DETAILS_OF: Readonly<Record<ClaimType, Readonly<Record<string, DetailRule>>>> = {
  relations: {},
  recognition: {},
  mission: {
    level: [
      "embassy",
      "high-commission",
      "legation",
      "consulate-general",
      "consulate",
      "honorary-consulate",
      "permanent-mission",
      "representative-office",
      "trade-office",
    ],
    city: "words",
  },
  envoy: { rank: "words", manner: ["named", "accredited", "non-resident", "recalled", "withdrawn", "expelled"] },
  membership: { standing: ["member", "observer", "associate", "dialogue-partner", "strategic-partner", "elected-member"] },
  office: { office: "words" },
  agreement: {
    instrument: [
      "free-trade",
      "trade",
      "investment",
      "cooperation",
      "memorandum",
      "security",
      "defence",
      "peace",
      "contract",
      "declaration",
      "other",
    ],
    title: "words",
  },
  visit: {
    rank: ["head-of-state", "head-of-government", "foreign-minister", "minister", "official", "delegation", "military"],
    level: ["state", "official", "working"],
  },
  meeting: {
    format: ["bilateral", "ministerial", "summit", "assembly", "forum", "conference", "seminar", "workshop"],
    series: "words",
    number: "number",
    host: "words",
  },
  founding: { name: "words" },
  aid: {
    instrument: ["grant", "loan", "credit-line", "fund", "humanitarian", "technical", "military"],
    amount: "number",
    currency: "words",
  },
  arms: { item: "words", amount: "number", currency: "words" },
  deployment: { force: "words" },
  project: { kind: ["programme", "study", "publication", "exercise", "training", "infrastructure"], title: "words" },
  figure: {
    measure: ["trade", "exports", "imports", "investment", "aid", "arms-share", "population", "missions", "other"],
    value: "number",
    unit: "words",
    currency: "words",
  },
  statement: {
    stance: ["supports", "praises", "criticises", "accuses", "demands", "requests", "pledges", "threatens", "rejects", "apologises"],
    topic: "words",
  },
  conflict: { kind: ["war", "clash", "raid", "attack", "occupation", "border-dispute"], name: "words" },
  sanction: { kind: "words" },
  mediation: {},
  event: {},
};

/**
 * What is not as docs/record.md has it: each fault names the field, what was found and what was expected. A claim of the
 * extractor has none of them but may leave roles open; a claim that a person corrects is held to the same.
 */
export function findClaimFaults({ type, phase, factuality, participants, date, details }: Claim): string[] {
  if (!(CLAIM_TYPES as readonly string[]).includes(type))
    return [`type: "${type}" is no claim type; expected one of ${CLAIM_TYPES.join(", ")}`];
  const faults: string[] = [];
  if (!PHASES_OF[type].includes(phase))
    faults.push(`phase: a claim of type ${type} has no phase "${phase}"; expected one of ${PHASES_OF[type].join(", ")}`);
  if (!FACTUALITIES.includes(factuality)) faults.push(`factuality: "${factuality}" is none; expected one of ${FACTUALITIES.join(", ")}`);
  if (date.edtf !== null && !isEdtf(date.edtf))
    faults.push(`date: "${date.edtf}" is no EDTF date; expected one such as 1962-10-05, 2015-04, 198X, 1980-08~ or 2007/2013`);
  faults.push(...faultsOfActors(type, participants));
  for (const [name, value] of Object.entries(details)) {
    const fault = faultOfDetail(type, name, value);
    if (fault) faults.push(fault);
  }
  return faults;
}

function faultsOfActors(type: ClaimType, participants: Claim["participants"]): string[] {
  const { roles, mutual } = ROLES[type];
  const faults = participants.flatMap(({ role, actor }) => {
    if (!roles[role]) return [`${role}: a claim of type ${type} has no such role; expected ${Object.keys(roles).join(", ")}`];
    return mayFill(type, role, actor)
      ? []
      : [`${role}: ${actor} is a ${kindOf(actor)} and cannot be the ${role} of a ${type}; expected ${roles[role].join(", ")}`];
  });
  const keys = participants.map((p) => `${p.role} ${p.actor}`);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice) faults.push(`participants: ${twice} is there twice`);
  const actors = new Set(participants.map((p) => p.actor)).size;
  // the founder of what is founded, and who hears a statement, may be unnamed
  const least = mutual || !["founding", "statement", "figure", "event"].includes(type) ? 2 : 1;
  if (actors < least)
    faults.push(`participants: a claim of type ${type} has ${least === 2 ? "two actors" : "an actor"} at least, here are ${actors}`);
  return faults;
}

function faultOfDetail(type: ClaimType, name: string, value: string | number): string | null {
  const rules: Readonly<Record<string, DetailRule>> = { ...DETAILS_OF[type], occasion: "words" };
  const rule = rules[name];
  if (!rule) return `${name}: a claim of type ${type} has no such detail; expected ${Object.keys(rules).join(", ")}`;
  if (rule === "words") return String(value).trim() === "" ? `${name}: expected words, found nothing` : null;
  if (rule === "number") {
    const range = /^-?\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?$/;
    return typeof value === "number" || range.test(value) ? null : `${name}: expected a number, or two as low-high, found "${value}"`;
  }
  return rule.includes(String(value)) ? null : `${name}: "${value}" is none; expected one of ${rule.join(", ")}`;
}
