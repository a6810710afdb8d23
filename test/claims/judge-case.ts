import type { Claim } from "../../src/claims/claim.ts";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import type { Extractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";
import { type GoldenCase, keyOf } from "./golden-case.ts";

/** The document that a case stands for. */
export function readCase(c: GoldenCase): Document {
  const known = { title: c.title, date: c.date ? { edtf: c.date, basis: "field" as const } : null, language: "en" };
  return readPlainText(MappedText.identity(c.text), { source: `${c.file}#${c.name}`, known });
}

/** What extraction gets wrong in a case: `- key` is missing, `+ key [rule]` too much. Empty when all is right. */
export function judgeCase(c: GoldenCase, extractor: Extractor): string[] {
  const document = readCase(c);
  const claims = extractor.extract(document);
  const found = claims.map((k) => ({
    claim: k,
    key: keyOf(
      k.type,
      k.phase,
      k.factuality,
      k.participants.map((p) => `${p.role}:${p.actor}`),
      k.date.edtf,
    ),
    used: false,
  }));
  const wrong: string[] = [];
  for (const e of c.expected) {
    const match = found.find(
      (f) => !f.used && f.key === e.key && (e.quote === null || touches(f.claim, e.quote, document.text)) && hasDetails(f.claim, e.details),
    );
    if (match) match.used = true;
    else wrong.push(`- ${e.key}${Object.keys(e.details).length > 0 ? ` ${JSON.stringify(e.details)}` : ""}`);
  }
  for (const f of found) if (!f.used) wrong.push(`+ ${f.key} [${f.claim.why.rule}] ${JSON.stringify(f.claim.details)}`);
  return wrong;
}

function touches(claim: Claim, words: string, text: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && claim.evidence.start < at + words.length && claim.evidence.end > at;
}

function hasDetails(claim: Claim, details: Readonly<Record<string, string>>): boolean {
  return Object.entries(details).every(([k, v]) => String(claim.details[k] ?? "") === v);
}
