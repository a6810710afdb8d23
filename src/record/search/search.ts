import { type RawBuilder, sql } from "kysely";
import { readEntries, type Standing } from "../claim-queries.ts";
import type { ClaimEntry } from "../claim-rows.ts";
import type { Engine } from "../engine.ts";
import { parseQuery } from "./query.ts";
import { type Candidate, type Ranked, rank } from "./rank.ts";
import { cutSnippet, type Snippet } from "./snippet.ts";

export interface SearchOptions {
  /** The most answers; 20 when not given. */
  readonly limit?: number;
  /** Also claims that were retired, and texts that a newer version superseded. */
  readonly retired?: boolean;
  /** Only what stood at the end of this day (ISO 8601, UTC). */
  readonly known?: string;
}

/** A claim whose quote was found. */
export interface FoundQuote {
  readonly entry: ClaimEntry;
  readonly snippet: Snippet;
}

/** A document that was found, with the part of it that answers best. */
export interface FoundDocument {
  readonly document: ClaimEntry["document"];
  /** False when a newer version superseded it. */
  readonly stands: boolean;
  /** Its `start` counts in the document's text. */
  readonly snippet: Snippet;
}

const LIMIT = 20;
/** So many, at least, does the engine choose by its own measure; they are read and put in order here, alike over every engine. */
const CANDIDATES = { quote: 100, passage: 40 };
/** So many of the newest texts that answer are weighed at all. */
const CONSIDERED = { quote: 4_000, passage: 500 };

/** The claims whose quotes answer a query (see `parseQuery`), best first. Throws SearchQueryError. */
export async function searchQuotes(engine: Engine, words: string, options: SearchOptions = {}): Promise<FoundQuote[]> {
  const query = parseQuery(words);
  const { limit = LIMIT } = options;
  const standing = standingOf(options);
  const condition =
    standing === "ever"
      ? sql`true`
      : sql`exists (select 1 from claim c where c.row = n.id and ${claimAt(standing)} and exists
          (select 1 from reading r where r.edition = c.edition and ${carriedAt(standing)}))`;
  const rows = await engine.textIndex.find(engine.db, "quote", query, condition, {
    most: Math.max(CANDIDATES.quote, 2 * limit),
    considered: CONSIDERED.quote,
  });
  if (rows.length === 0) return [];
  const entries = await readEntries(engine.db, (q) => q.where("claim.row", "in", rows).orderBy("claim.row", "desc"), "ever");
  const seen = new Set<string>();
  const once = entries.filter(({ claim }) => !seen.has(claim.id) && seen.add(claim.id));
  const ranked = rank(
    once.map((entry): Candidate<ClaimEntry> => ({ of: entry, title: null, text: entry.claim.evidence.quote })),
    query,
  );
  return ranked.slice(0, limit).map((r) => ({ entry: r.of, snippet: snippetOf(r, query.all.length) }));
}

/** The documents that answer a query, best first: all its words stand in one passage of at most 3,000 words, or in the title. */
export async function searchDocuments(engine: Engine, words: string, options: SearchOptions = {}): Promise<FoundDocument[]> {
  const query = parseQuery(words);
  const { limit = LIMIT } = options;
  const standing = standingOf(options);
  const condition =
    standing === "ever"
      ? sql`true`
      : sql`exists (select 1 from passage p join reading r on r.edition = p.edition where p.id = n.id and ${carriedAt(standing)})`;
  const ids = await engine.textIndex.find(engine.db, "passage", query, condition, {
    most: Math.max(CANDIDATES.passage, 2 * limit),
    considered: CONSIDERED.passage,
  });
  if (ids.length === 0) return [];
  const passages = await engine.db
    .selectFrom("passage")
    .select(["id", "edition", "start", "end"])
    .where("id", "in", ids)
    .orderBy("id", "desc")
    .execute();
  const documents = await readDocuments(engine, [...new Set(passages.map((p) => p.edition))]);
  const ranked = rank(
    passages.map((p): Candidate<(typeof passages)[number]> => {
      const { title, text } = documents.get(p.edition)!;
      return { of: p, title, text: text.slice(p.start, p.end) };
    }),
    query,
  );
  const seen = new Set<string>();
  return ranked
    .filter(({ of }) => !seen.has(of.edition) && seen.add(of.edition))
    .slice(0, limit)
    .map((r) => {
      const { text: _, current, ...document } = documents.get(r.of.edition)!;
      const snippet = snippetOf(r, query.all.length);
      return { document, stands: current, snippet: { ...snippet, start: snippet.start + r.of.start } };
    });
}

async function readDocuments(engine: Engine, editions: readonly string[]) {
  const rows = await engine.db
    .selectFrom("document")
    .select(["id", "edition", "title", "date", "publisher", "address", "text"])
    .where("edition", "in", [...editions])
    .execute();
  const readings = await engine.db
    .selectFrom("reading")
    .select(["edition", "source", "superseded_at"])
    .where("edition", "in", [...editions])
    .orderBy("superseded_at", (o) => o.desc().nullsLast())
    .orderBy("id", "desc")
    .execute();
  // the last word on an edition is the first place that still carries it
  const last = new Map(readings.map((r) => [r.edition, r]));
  return new Map(
    rows.map((row) => {
      const reading = last.get(row.edition);
      return [row.edition, { ...row, source: reading?.source ?? row.id, current: reading?.superseded_at === null }];
    }),
  );
}

function snippetOf<T>({ text, words, found }: Ranked<T>, groups: number): Snippet {
  return cutSnippet(text, words, found, groups);
}

function standingOf({ retired, known }: SearchOptions): Standing {
  return retired ? "ever" : known === undefined ? "now" : { at: `${known}T23:59:59.999Z` };
}

function claimAt(standing: Exclude<Standing, "ever">): RawBuilder<unknown> {
  return standing === "now"
    ? sql`c.retired_at is null`
    : sql`c.recorded_at <= ${standing.at} and (c.retired_at is null or c.retired_at > ${standing.at})`;
}

function carriedAt(standing: Exclude<Standing, "ever">): RawBuilder<unknown> {
  return standing === "now"
    ? sql`r.superseded_at is null`
    : sql`r.recorded_at <= ${standing.at} and (r.superseded_at is null or r.superseded_at > ${standing.at})`;
}
