import { createHash } from "node:crypto";
import type { Claim, Factuality } from "../../src/claims/claim.ts";
import type { ClaimEntry } from "../../src/record/record.ts";

export interface EntryOptions {
  readonly factuality?: Factuality;
  readonly details?: Claim["details"];
  readonly quote?: string;
  /** Date, source and publisher of the document. */
  readonly written?: string | null;
  readonly source?: string;
  readonly publisher?: string | null;
}

/** A claim in a record: `entry("mission/begins", "sender:LAO host:KEN", "2004", …)`. */
export function entry(what: string, who: string, edtf: string | null, options: EntryOptions = {}): ClaimEntry {
  const [type, phase] = what.split("/") as [Claim["type"], Claim["phase"]];
  const source = options.source ?? "paper.txt";
  const quote = options.quote ?? `${what} ${who} ${edtf} ${source}`;
  const id = createHash("sha256")
    .update(JSON.stringify([what, who, edtf, options]))
    .digest("hex")
    .slice(0, 16);
  const claim: Claim = {
    id: `c_${id}`,
    type,
    phase,
    factuality: options.factuality ?? "actual",
    participants: who.split(" ").map((part) => {
      const [role, ...actor] = part.split(":");
      return { role: role!, actor: actor.join(":"), text: actor.join(":") };
    }),
    date: { edtf, text: edtf, basis: edtf === null ? "none" : "stated" },
    place: null,
    details: options.details ?? {},
    plover: { event: null },
    evidence: { document: source, source, start: 0, end: quote.length, quote, section: null },
    why: { rule: "test/none", confidence: 0.9 },
  };
  return {
    claim,
    document: {
      id: `d_${source}`,
      edition: `e_${source}`,
      title: null,
      date: options.written === undefined ? "2020-06-30" : options.written,
      source,
      publisher: options.publisher ?? null,
      address: null,
    },
    recordedAt: "2024-01-01T00:00:00.000Z",
    retiredAt: null,
  };
}
