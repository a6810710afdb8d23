import { claimId } from "../../src/claims/build-claims.ts";
import type { Claim, ClaimType, Phase } from "../../src/claims/claim.ts";
import { type Document, documentId } from "../../src/document/document.ts";
import { Record } from "../../src/record/record.ts";

export function makeDocument(text: string, source: string, more: Partial<Document> = {}): Document {
  return {
    id: documentId(text),
    source,
    format: "text",
    text,
    title: null,
    authors: [],
    date: null,
    language: "en",
    address: null,
    publisher: null,
    blocks: [{ start: 0, end: text.length, kind: "paragraph", role: "body", level: 0, marker: null, section: -1, table: -1 }],
    sections: [],
    tables: [],
    links: [],
    citations: [],
    map: [{ start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length }],
    mapUnit: "file",
    parts: [],
    diagnostics: [],
    ...more,
  };
}

/** A claim whose quote is the whole text of its document. */
export function makeClaim(
  document: Document,
  type: ClaimType,
  phase: Phase,
  participants: readonly (readonly [string, string])[],
  edtf: string | null,
): Claim {
  const claim: Omit<Claim, "id"> = {
    type,
    phase,
    factuality: "actual",
    participants: participants.map(([role, actor]) => ({ role, actor, text: actor })),
    date: { edtf, text: edtf, basis: edtf ? "stated" : "none" },
    place: null,
    details: {},
    plover: { event: "SUPPORT" },
    evidence: { document: document.id, source: document.source, start: 0, end: document.text.length, quote: document.text, section: null },
    why: { rule: "test/rule", confidence: 0.9 },
  };
  return { id: claimId(claim), ...claim };
}

/** Opens the record there, made if need be, for one piece of work. */
export async function withRecordAt<T>(address: string, work: (record: Record) => Promise<T>): Promise<T> {
  const record = await Record.open(address, { create: true });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}
