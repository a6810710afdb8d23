import type { ClaimType } from "./claim.ts";

/** What may fill a role: states (with former states and people acting for them), organisations, regions, groups. */
type ActorKind = "state" | "org" | "region" | "group";
const ANY: readonly ActorKind[] = ["state", "org", "region", "group"];

interface RoleRules {
  /** Roles with the kinds that may fill them. */
  readonly roles: Readonly<Record<string, readonly ActorKind[]>>;
  /** Equal parties: two of the first role, or one and an organisation. */
  readonly mutual: boolean;
}

/** The roles of each type, as docs/record.md gives them. */
export const ROLES: Readonly<Record<ClaimType, RoleRules>> = {
  relations: { mutual: true, roles: { party: ["state"] } },
  recognition: { mutual: false, roles: { recognizer: ["state", "org"], recognized: ["state", "group"] } },
  mission: { mutual: false, roles: { sender: ["state", "org", "group"], host: ["state", "org"] } },
  envoy: { mutual: false, roles: { sender: ["state", "org"], host: ["state", "org"] } },
  membership: { mutual: false, roles: { member: ANY, organization: ["org"] } },
  office: { mutual: false, roles: { holder: ["state", "org"], organization: ["org"] } },
  agreement: { mutual: true, roles: { party: ANY, organization: ["org"] } },
  visit: { mutual: false, roles: { visitor: ["state", "org", "group"], host: ["state", "org", "region"] } },
  meeting: { mutual: true, roles: { participant: ANY, organization: ["org"] } },
  founding: { mutual: false, roles: { founder: ["state", "org", "region"], organization: ["org"] } },
  aid: { mutual: false, roles: { donor: ANY, recipient: ANY } },
  arms: { mutual: false, roles: { supplier: ["state", "org", "group"], recipient: ANY } },
  deployment: { mutual: false, roles: { sender: ["state", "org", "group"], host: ["state"], organization: ["org"] } },
  project: { mutual: true, roles: { party: ["state", "org", "group"], organization: ["org"] } },
  figure: { mutual: false, roles: { subject: ANY, counterpart: ANY } },
  statement: { mutual: false, roles: { speaker: ANY, addressee: ANY } },
  conflict: { mutual: true, roles: { party: ANY, initiator: ANY, target: ANY } },
  sanction: { mutual: false, roles: { imposer: ["state", "org", "region"], target: ANY } },
  mediation: { mutual: false, roles: { mediator: ["state", "org", "group"], party: ANY } },
  event: { mutual: false, roles: { source: ANY, target: ANY } },
};

export function kindOf(actor: string): ActorKind {
  if (actor.startsWith("org:")) return "org";
  if (actor.startsWith("region:")) return "region";
  if (actor.startsWith("group:")) return "group";
  return "state";
}

export function mayFill(type: ClaimType, role: string, actor: string): boolean {
  return ROLES[type].roles[role]?.includes(kindOf(actor)) ?? false;
}

/** Organs that act for their organisation (docs/record.md, point 10). */
const ORGANS: ReadonlyMap<string, string> = new Map([
  ["org:european-parliament", "org:eu"],
  ["org:european-commission", "org:eu"],
  ["org:european-council", "org:eu"],
  ["org:eeas", "org:eu"],
  ["org:un-secretariat", "org:un"],
]);

/** The organisation that an organ acts for: the European Parliament ratifies for the Union. */
export function bodyOfOrgan(actor: string): string {
  return ORGANS.get(actor) ?? actor;
}

/** A secretariat holds no office but is its organisation: `org:fealac-cyber-secretariat` → `org:fealac` (docs/record.md, point 10). */
export function bodyOfSecretariat(actor: string): string {
  return actor.replace(/^(org:.+?)-(?:(?:cyber|general|permanent|technical|executive)-)?secretariat$/, "$1");
}
