import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ClaimType, FACTUALITIES } from "../../src/claims/claim.ts";
import { PHASES_OF } from "../../src/claims/claim-schema.ts";
import { ROLES } from "../../src/claims/roles.ts";
import { documentOf, type ScoredClaim } from "../../src/evaluation/score-claims.ts";
import { readSource } from "../../src/pipeline.ts";

// Checks the form of the sets that were annotated apart from the rules. It prints line numbers, never content.

const ACTOR = /^(?:[A-Z]{3}|(?:org|group|region|x):[a-z0-9]+(?:-[a-z0-9]+)*)$/;
const POINT = "(?:[\\dX]{4}(?:-[\\dX]{2}){0,2}[~?%]?)";
const DATE = new RegExp(`^(?:${POINT}|${POINT}/${POINT}|${POINT}/\\.\\.|\\.\\./${POINT})$`);

describe.each(["development-2", "development-3", "unseen-3", "development-4", "unseen-4", "development-5", "unseen-5"])("%s", (name) => {
  const folder = join(import.meta.dirname, "..", name);
  const claims = readFileSync(join(folder, "claims.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ScoredClaim & { readonly document: string; readonly quote: string });

  it("has claims of the right form, whose words stand in their documents", async () => {
    const texts = new Map<string, string>();
    for (const file of readdirSync(join(folder, "documents")))
      for await (const { source, text } of readSource(join(folder, "documents", file)))
        texts.set(documentOf({ type: "", phase: "", factuality: "", participants: [], evidence: { source } }), plain(text));
    const faults = claims.flatMap((claim, i) => faultsOf(claim, texts).map((fault) => `line ${i + 1}: ${fault}`));
    expect(faults).toEqual([]);
    expect(texts.size).toBeGreaterThanOrEqual(24);
    expect(new Set(claims.map((c) => c.document)).size).toBeGreaterThanOrEqual(23);
  });

  it("has all types", () => {
    const found = new Set(claims.map((c) => c.type));
    expect(Object.keys(ROLES).filter((type) => !found.has(type))).toEqual([]);
  });
});

function faultsOf(
  claim: ScoredClaim & { readonly document: string; readonly quote: string },
  texts: ReadonlyMap<string, string>,
): string[] {
  const faults: string[] = [];
  const { type, phase, factuality, participants, date } = claim;
  if (!(PHASES_OF[type as ClaimType] as readonly string[] | undefined)?.includes(phase)) faults.push("type or phase");
  if (!(FACTUALITIES as readonly string[]).includes(factuality)) faults.push("factuality");
  if (participants.some((p) => p.actor === null || !ACTOR.test(p.actor))) faults.push("actor");
  if (typeof date === "string" && !DATE.test(date)) faults.push("date");
  if (!texts.get(claim.document)?.includes(plain(claim.quote))) faults.push("quote");
  return faults;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
}
