import type { ClaimType, Factuality, Phase, PloverEvent } from "./claim.ts";

const BY_TYPE: Readonly<Partial<Record<ClaimType, PloverEvent>>> = {
  visit: "CONSULT",
  meeting: "CONSULT",
  mediation: "CONSULT",
  relations: "SUPPORT",
  recognition: "SUPPORT",
  mission: "SUPPORT",
  envoy: "SUPPORT",
  membership: "SUPPORT",
  office: "SUPPORT",
  founding: "SUPPORT",
  agreement: "SUPPORT",
  aid: "AID",
  arms: "COOPERATE",
  project: "COOPERATE",
  deployment: "MOBILIZE",
  sanction: "SANCTION",
  conflict: "ASSAULT",
};
const BY_STANCE: Readonly<Record<string, PloverEvent>> = {
  supports: "SUPPORT",
  praises: "SUPPORT",
  apologises: "SUPPORT",
  criticises: "ACCUSE",
  accuses: "ACCUSE",
  demands: "REQUEST",
  requests: "REQUEST",
  pledges: "AGREE",
  threatens: "THREATEN",
  rejects: "REJECT",
};
const WITHDRAWN: ReadonlySet<Phase> = new Set(["ends", "suspended", "downgraded"]);
const HOSTILE: ReadonlySet<ClaimType> = new Set(["sanction", "conflict"]);

/** The PLOVER (2021) event of a claim, by docs/record.md; null for what holds and for figures. `asks` when it is asked of another. */
export function codePlover(
  type: ClaimType,
  phase: Phase,
  factuality: Factuality,
  details: Readonly<Record<string, string | number>>,
  asks = false,
): PloverEvent | null {
  if (type === "figure" || phase === "holds") return null;
  if (factuality === "denied") return "REJECT";
  const hostile = HOSTILE.has(type);
  if (type === "statement") return BY_STANCE[String(details.stance)] ?? null;
  if (factuality !== "actual") {
    if (hostile) return phase === "ends" ? "AGREE" : "THREATEN";
    return asks ? "REQUEST" : "AGREE";
  }
  if (hostile && phase === "ends") return "RETREAT";
  if (type === "membership" && phase === "applied") return "REQUEST";
  if (phase === "stalled") return "REJECT";
  if (type === "deployment")
    return phase === "ends"
      ? "RETREAT"
      : /peace|observer|monitor|blue helmet|police/i.test(String(details.force ?? ""))
        ? "AID"
        : "MOBILIZE";
  if (WITHDRAWN.has(phase)) return "SANCTION";
  return BY_TYPE[type] ?? null;
}

const HARSH: ReadonlySet<PloverEvent> = new Set(["SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"]);

/** The PLOVER event of an act whose frame says what it is when done: what is only planned or possible is a promise or a threat. */
export function codeAct(done: PloverEvent, factuality: Factuality): PloverEvent {
  if (factuality === "denied") return "REJECT";
  if (factuality === "actual" || ["REQUEST", "ACCUSE", "REJECT", "AGREE"].includes(done)) return done;
  return HARSH.has(done) ? "THREATEN" : "AGREE";
}
