import type { ExpressionBuilder, Kysely, Selectable } from "kysely";
import type { Claim, ClaimType, Factuality, Participant, Phase, PloverEvent } from "../claims/claim.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import type { Decided } from "./decision.ts";
import type { RecordTables } from "./schema.ts";

/** A claim with the document that makes it, as answers show it. */
export interface ClaimEntry {
  readonly claim: Claim;
  readonly document: {
    readonly id: string;
    /** Of the text with this title, date and so on; what `Record.document` finds it by for certain. */
    readonly edition: string;
    readonly title: string | null;
    readonly date: string | null;
    readonly source: string;
    readonly publisher: string | null;
    readonly address: string | null;
  };
  /** When the record took the claim in, and when a newer extraction retired it: ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly retiredAt: string | null;
  /** What people decided about it; absent where nobody did, and in what the record itself gives. */
  readonly decided?: Decided;
}

/** That a claim is not retired and its edition is the newest version of some place. */
export function stands(e: ExpressionBuilder<RecordTables, "claim">) {
  const carried = e
    .selectFrom("reading as r")
    .select("r.id")
    .whereRef("r.edition", "=", "claim.edition")
    .where("r.superseded_at", "is", null);
  return e.and([e("claim.retired_at", "is", null), e.exists(carried)]);
}

/** The same, as it was at an earlier time (ISO 8601, UTC). */
export function stoodAt(e: ExpressionBuilder<RecordTables, "claim">, time: string) {
  const carried = e
    .selectFrom("reading as r")
    .select("r.id")
    .whereRef("r.edition", "=", "claim.edition")
    .where("r.recorded_at", "<=", time)
    .where((r) => r.or([r("r.superseded_at", "is", null), r("r.superseded_at", ">", time)]));
  return e.and([
    e("claim.recorded_at", "<=", time),
    e.or([e("claim.retired_at", "is", null), e("claim.retired_at", ">", time)]),
    e.exists(carried),
  ]);
}

export type ClaimQuery = ReturnType<typeof claimQuery>;

/** Claims with what answers show of their documents, as they were shown at a time (ISO 8601, UTC) when one is given. */
export function claimQuery(db: Kysely<RecordTables>, at?: string) {
  return db
    .selectFrom("claim")
    .innerJoin("document", "document.edition", "claim.edition")
    .selectAll("claim")
    .select((e) => [
      "document.id as document_id",
      "document.title as document_title",
      "document.date as document_date",
      "document.publisher as document_publisher",
      "document.address as document_address",
      carriers(e, at)
        .select("reading.source")
        .orderBy("reading.recorded_at")
        .orderBy("reading.source")
        .orderBy("reading.id")
        .limit(1)
        .as("source"),
    ]);
}

/** The readings that carry a claim's edition, those that did at the time, or else all that ever did, the standing ones first. */
function carriers(e: ExpressionBuilder<RecordTables, "claim">, at: string | undefined) {
  const all = e.selectFrom("reading").whereRef("reading.edition", "=", "claim.edition");
  if (at === undefined) return all.orderBy((r) => r.case().when("reading.superseded_at", "is", null).then(0).else(1).end());
  return all
    .where("reading.recorded_at", "<=", at)
    .where((r) => r.or([r("reading.superseded_at", "is", null), r("reading.superseded_at", ">", at)]));
}

type ClaimRow = Awaited<ReturnType<ClaimQuery["execute"]>>[number];

export function toEntry(r: ClaimRow, participants: readonly Participant[], at?: string): ClaimEntry {
  const source = r.source ?? r.document_id;
  const claim: Claim = {
    id: r.id,
    type: r.type as ClaimType,
    phase: r.phase as Phase,
    factuality: r.factuality as Factuality,
    participants,
    date: { edtf: r.date_edtf, text: r.date_text, basis: r.date_basis as Claim["date"]["basis"] },
    place: r.place_text === null ? null : { text: r.place_text, actor: r.place_actor },
    details: JSON.parse(r.details),
    plover: r.plover_mode
      ? { event: r.plover_event as PloverEvent | null, mode: r.plover_mode }
      : { event: r.plover_event as PloverEvent | null },
    evidence: { document: r.document_id, source, start: r.start, end: r.end, quote: r.quote, section: r.section },
    why: { rule: r.rule, confidence: r.confidence },
  };
  return {
    claim,
    document: {
      id: r.document_id,
      edition: r.edition,
      title: r.document_title,
      date: r.document_date,
      source,
      publisher: r.document_publisher,
      address: r.document_address,
    },
    recordedAt: r.recorded_at,
    // at an earlier time nobody knew that it would be retired
    retiredAt: at !== undefined && r.retired_at !== null && r.retired_at > at ? null : r.retired_at,
  };
}

/** A claim under its number, of an extraction of an edition. */
export interface NumberedClaim {
  readonly row: number;
  readonly claim: Claim;
  readonly edition: string;
  readonly extraction: number;
}

export function toClaimRow({ row, claim, edition, extraction }: NumberedClaim, now: string): Selectable<RecordTables["claim"]> {
  const bounds = claim.date.edtf ? edtfBounds(claim.date.edtf) : { from: null, to: null };
  return {
    row,
    id: claim.id,
    edition,
    extraction,
    type: claim.type,
    phase: claim.phase,
    factuality: claim.factuality,
    date_edtf: claim.date.edtf,
    date_text: claim.date.text,
    date_basis: claim.date.basis,
    valid_from: bounds.from,
    valid_to: bounds.to,
    place_text: claim.place?.text ?? null,
    place_actor: claim.place?.actor ?? null,
    details: JSON.stringify(claim.details),
    plover_event: claim.plover.event,
    plover_mode: claim.plover.mode ?? null,
    start: claim.evidence.start,
    end: claim.evidence.end,
    quote: claim.evidence.quote,
    section: claim.evidence.section,
    rule: claim.why.rule,
    confidence: claim.why.confidence,
    recorded_at: now,
    retired_at: null,
  };
}

export function toParticipantRows({ participants }: Claim, claim: number): Selectable<RecordTables["participant"]>[] {
  return participants.map((p, position) => ({
    claim,
    position,
    role: p.role,
    actor: p.actor,
    text: p.text,
    person: p.person ?? null,
    office: p.office ?? null,
    body: p.body ?? null,
  }));
}

/** The participants of claims, by the claim's row. */
export async function readParticipants(db: Kysely<RecordTables>, claims: readonly number[]): Promise<Map<number, Participant[]>> {
  const participants = new Map<number, Participant[]>();
  for (let at = 0; at < claims.length; at += 500) {
    const some = claims.slice(at, at + 500);
    for (const p of await db
      .selectFrom("participant")
      .selectAll()
      .where("claim", "in", some)
      .orderBy("claim")
      .orderBy("position")
      .execute()) {
      const list = participants.get(p.claim) ?? [];
      list.push({
        role: p.role,
        actor: p.actor,
        text: p.text,
        ...(p.person ? { person: p.person } : {}),
        ...(p.office ? { office: p.office } : {}),
        ...(p.body ? { body: p.body } : {}),
      });
      participants.set(p.claim, list);
    }
  }
  return participants;
}
