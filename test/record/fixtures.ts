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

/**
 * Fills a record with what copies and comparisons must not lose: claims retired by a newer extractor, a superseded text, editions
 * of one text, places that share a source, characters that engines treat differently, and more rows than are moved at a time.
 */
export async function fillRecord(record: Record): Promise<void> {
  const day = (n: number): string => new Date(Date.UTC(2024, 0, n, 12, 30, 15, 123)).toISOString();
  const signed = (document: Document, year: string | null): Claim => ({
    ...makeClaim(
      document,
      "agreement",
      "signed",
      [
        ["party", "KEN"],
        ["party", "LAO"],
      ],
      year,
    ),
    details: { title: "“Ñandú” treaty", amount: 0.1 + 0.2 },
    place: { text: "Nakuru", actor: "KEN" },
  });
  const first = makeDocument("Kenya and Laos signed a treaty in Nakuru.", "a.txt", { title: "Zoë's wire", authors: ["A. Writer"] });
  await record.store(first, [signed(first, "2003"), signed(first, null)], "x 1", undefined, day(1));
  await record.store(first, [signed(first, "2004")], "x 2", undefined, day(10));
  const old = makeDocument("Kenya and Laos will sign an accord in Lima.", "b.txt");
  const now = makeDocument("Kenya and Laos signed an accord\u0000 in Lima; \u{1f54a} Ω ≠ \ufffd.", "b.txt", {
    date: { edtf: "2023-11", basis: "field" },
  });
  await record.store(old, [signed(old, "2023")], "x 1", undefined, day(2));
  await record.store(now, [signed(now, "2023-11-04")], "x 2", undefined, day(20));
  const again = { ...now, title: "The same, with a title", source: "1" };
  for (const origin of ["/x/a.jsonl", "/x/b.jsonl"])
    await record.store(again, [signed(again, null)], "x 2", { origin, occurrence: 2 }, day(21));
  const many = makeDocument(`${"Line of no note.\n".repeat(900)}Kenya and Peru met.\n`.repeat(3), "many.txt");
  const quote = "Kenya and Peru met.";
  const start = many.text.indexOf(quote);
  const claims = Array.from({ length: 1200 }, (_, i): Claim => {
    const sides = [["participant", "KEN"] as const, ["participant", "PER"] as const];
    const claim = makeClaim({ ...many, id: `${many.id}${i}` }, "meeting", "occurs", sides, `${1000 + i}`);
    return { ...claim, evidence: { ...claim.evidence, document: many.id, start, end: start + quote.length, quote } };
  });
  await record.store(many, claims, "x 2", undefined, day(22));
  const [claim] = (await record.chronology("KEN", "LAO")).map((e) => e.claim);
  await record.decide({ kind: "confirm", claim: claim! }, "A. Reader", "the words say so", day(23));
  await record.decide({ kind: "reject", claim: claim! }, "B. Reader", "not quite", day(24));
  await record.markFileDone("/x/a.jsonl", 5_000_000_000, 1_700_000_000_123.456, "x 2", 2);
}
