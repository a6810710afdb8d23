import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Claim, ClaimType, Factuality, Participant, Phase } from "../claims/claim.ts";
import { ROLES } from "../claims/roles.ts";
import type { ClaimEntry } from "./claim-rows.ts";
import { byCodeUnits } from "./dyads.ts";
import type { Engine } from "./engine.ts";
import type { RecordTables } from "./schema.ts";

const QUOTES_AT_ONCE = 1000;

/** What reasoning needs of a claim and of the document that makes it. Every `ClaimEntry` is one. */
export interface LeanEntry {
  readonly claim: Pick<Claim, "id" | "type" | "phase" | "factuality" | "details"> & {
    readonly participants: readonly Pick<Participant, "role" | "actor" | "person">[];
    readonly date: Pick<Claim["date"], "edtf">;
    /** The quote is null where nothing hangs on its words and it was not read. */
    readonly evidence: Pick<Claim["evidence"], "start" | "end"> & { readonly quote: string | null };
  };
  readonly document: ClaimEntry["document"];
  readonly recordedAt: string;
}

/** What a claim says of two actors but for its date, its words and where they stand: many claims of two actors have it alike. */
export type ClaimForm = Pick<LeanEntry["claim"], "type" | "phase" | "factuality" | "participants" | "details">;

/** The forms of the claims that `readLean` gives, each once. */
export async function readForms(engine: Engine, actors: readonly [string, string], types: readonly string[]): Promise<ClaimForm[]> {
  const [a, b] = [...actors].sort(byCodeUnits) as [string, string];
  const rows = await engine.readRows<FormRow>(
    engine.db,
    sql`select distinct type, phase, factuality, roles, details, person from dyad
      where a = ${a} and b = ${b} and stands = 1 and type in (${sql.join([...types])})`,
  );
  const shared = new Shared(a, b);
  return rows.map(([type, phase, factuality, roles, details, person]) => {
    return { type, phase, factuality, participants: shared.participants(type, roles, person), details: shared.details(details) };
  });
}

type FormRow = readonly [
  type: ClaimType,
  phase: Phase,
  factuality: Factuality,
  roles: string,
  details: string | null,
  person: string | null,
];

/**
 * How many standing claims two actors share, and how often anything that bears on their claims was stored: while that stays the
 * same, so does every answer about them.
 */
export async function countBetween(
  db: Kysely<RecordTables>,
  actors: readonly [string, string],
): Promise<{ readonly claims: number; readonly changes: number }> {
  const [a, b] = [...actors].sort(byCodeUnits);
  const row = await db
    .selectFrom("standing_total")
    .select(["claims", "changes"])
    .where("a", "=", a!)
    .where("b", "=", b!)
    .executeTakeFirst();
  return row ?? { claims: 0, changes: 0 };
}

/**
 * The standing claims of some types in which both actors take part, as `findClaims` has them and in no order, from one stretch of
 * the index of dyads: with these two as their only participants, without details of what merely occurs, with quotes only of what is denied.
 */
export async function readLean(
  engine: Engine,
  actors: readonly [string, string],
  types: readonly string[],
  known?: string,
): Promise<LeanEntry[]> {
  const [a, b] = [...actors].sort(byCodeUnits) as [string, string];
  const stretch = sql`from dyad where a = ${a} and b = ${b} and type in (${sql.join([...types])}) ${known === undefined ? sql`and stands = 1` : sql``}`;
  const rows = await engine.readRows<LeanRow>(
    engine.db,
    sql`select claim, id, extraction, type, phase, factuality, edtf, roles, start, "end", details, person ${stretch}`,
  );
  if (rows.length === 0) return [];
  const documents = await readDocuments(engine, sql`select extraction ${stretch}`, known);
  const shared = new Shared(a, b);
  // editions of one text make the same claim: the first of them that stands
  const first = new Map<string, { readonly row: number; readonly entry: LeanEntry }>();
  const denied: number[] = [];
  for (const [row, id, extraction, type, phase, factuality, edtf, roles, start, end, details, person] of rows) {
    const carried = documents.get(extraction);
    if (!carried) continue;
    const { document, recordedAt } = carried;
    const other = first.get(id);
    if (other && isEarlier(other.entry.document.edition, other.row, document.edition, row)) continue;
    const participants = shared.participants(type, roles, person);
    const evidence = { start, end, quote: null };
    const claim = { id, type, phase, factuality, participants, date: shared.date(edtf), details: shared.details(details), evidence };
    first.set(id, { row, entry: { claim, document, recordedAt } });
    if (factuality === "denied") denied.push(row);
  }
  const quotes = await readQuotes(engine.db, denied);
  return Array.from(first.values(), ({ row, entry }) => {
    const quote = quotes.get(row);
    if (quote === undefined) return entry;
    return { ...entry, claim: { ...entry.claim, evidence: { ...entry.claim.evidence, quote } } };
  });
}

type LeanRow = readonly [
  row: number,
  id: string,
  extraction: number,
  type: ClaimType,
  phase: Phase,
  factuality: Factuality,
  edtf: string | null,
  roles: string,
  start: number,
  end: number,
  details: string | null,
  person: string | null,
];

function isEarlier(edition: string, row: number, otherEdition: string, otherRow: number): boolean {
  return edition === otherEdition ? row < otherRow : edition < otherEdition;
}

/** By extraction, the documents whose claims stand, or stood at the end of a day. */
async function readDocuments(
  engine: Engine,
  extractions: RawBuilder<unknown>,
  known: string | undefined,
): Promise<Map<number, { document: ClaimEntry["document"]; recordedAt: string }>> {
  const at = known === undefined ? null : `${known}T23:59:59.999Z`;
  const [standing, carried] =
    at === null
      ? [sql`x.retired_at is null`, sql`r.superseded_at is null`]
      : [
          sql`x.recorded_at <= ${at} and (x.retired_at is null or x.retired_at > ${at})`,
          sql`r.recorded_at <= ${at} and (r.superseded_at is null or r.superseded_at > ${at})`,
        ];
  const rows = await engine.readRows<DocumentRow>(
    engine.db,
    sql`select x.id, x.recorded_at, d.id as document, d.edition, d.title, d.date, d.publisher, d.address,
      (select r.source from reading r where r.edition = d.edition and ${carried} order by r.recorded_at, r.source, r.id limit 1) as source
    from extraction x join ${engine.shownDocuments} on d.edition = x.edition where x.id in (${extractions}) and ${standing}`,
  );
  const documents = new Map<number, { document: ClaimEntry["document"]; recordedAt: string }>();
  for (const [extraction, recordedAt, id, edition, title, date, publisher, address, source] of rows)
    if (source !== null) documents.set(extraction, { document: { id, edition, title, date, source, publisher, address }, recordedAt });
  return documents;
}

type DocumentRow = readonly [
  extraction: number,
  recordedAt: string,
  id: string,
  edition: string,
  title: string | null,
  date: string | null,
  publisher: string | null,
  address: string | null,
  source: string | null,
];

async function readQuotes(db: Kysely<RecordTables>, claims: readonly number[]): Promise<Map<number, string>> {
  const quotes = new Map<number, string>();
  for (let at = 0; at < claims.length; at += QUOTES_AT_ONCE)
    for (const { row, quote } of await db
      .selectFrom("claim")
      .select(["row", "quote"])
      .where("row", "in", claims.slice(at, at + QUOTES_AT_ONCE))
      .execute())
      quotes.set(row, quote);
  return quotes;
}

const NONE: Claim["details"] = {};

/** Parts that many claims of two actors have alike, made once. */
class Shared {
  private readonly sides = new Map<string, LeanEntry["claim"]["participants"]>();
  private readonly dates = new Map<string | null, LeanEntry["claim"]["date"]>();
  private readonly maps = new Map<string, Claim["details"]>();
  private readonly a: string;
  private readonly b: string;

  constructor(a: string, b: string) {
    this.a = a;
    this.b = b;
  }

  /** Both actors in their roles; a person belongs to the first in the first role of the type. */
  participants(type: ClaimType, roles: string, person: string | null): LeanEntry["claim"]["participants"] {
    return remember(this.sides, `${type}\n${roles}\n${person ?? ""}`, () => {
      const [own, other] = roles.split(":") as [string, string];
      const named = (actor: string, list: string) => list.split(",").map((role) => ({ role, actor }));
      const both: { role: string; actor: string; person?: string }[] = [...named(this.a, own), ...named(this.b, other)];
      const [first] = Object.keys(ROLES[type].roles);
      const holder = person === null ? undefined : both.find((p) => p.role === first);
      return both.map((p) => (p === holder ? { ...p, person: person! } : p));
    });
  }

  date(edtf: string | null): LeanEntry["claim"]["date"] {
    return remember(this.dates, edtf, () => ({ edtf }));
  }

  details(json: string | null): Claim["details"] {
    return json === null ? NONE : remember(this.maps, json, () => JSON.parse(json));
  }
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const there = known.get(key);
  if (there !== undefined) return there;
  const made = make();
  known.set(key, made);
  return made;
}
