import { type Candidate, type Item, item, type Office } from "./item.ts";
import { judgeByContext } from "./judge-context.ts";
import { readCapital, readCity } from "./judge-places.ts";
import type { NameRow, Sense } from "./lexicon-data.ts";
import type { Mention } from "./mention.ts";
import { ALL_CAPITALS } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

const order: readonly Sense[] = [
  "trap",
  "name",
  "code",
  "acronym",
  "body",
  "house",
  "demonym",
  "noun",
  "nouns",
  "capital",
  "city",
  "prefix",
  "office",
];
const forms: Partial<Record<Sense, Mention["form"]>> = {
  name: "name",
  acronym: "name",
  code: "code",
  demonym: "demonym",
  noun: "demonym",
  nouns: "demonym",
  prefix: "demonym",
  body: "body",
  house: "body",
};

/** Counts what is named without any doubt, so that names with two meanings can follow it. */
export function countActors(context: TextContext, candidates: readonly Candidate[]): void {
  for (const { rows } of candidates) {
    for (const row of rows)
      if (!/^(?:acronym|office|trap|capital|city|foreign)$/.test(row.sense))
        context.fullNames.set(row.target, (context.fullNames.get(row.target) ?? 0) + 1);
    const targets = new Set(
      rows.filter((row) => /^(?:name|code|acronym)$/.test(row.sense) && !row.flags.includes("d")).map((row) => row.target),
    );
    if (targets.size === 1) for (const id of targets) context.counts.set(id, (context.counts.get(id) ?? 0) + 1);
  }
}

/** Decides what matched words mean: an item, a title, or nothing. */
export function judgeName(context: TextContext, candidate: Candidate, before: Item | null): Item | Office | null {
  const row = bestRow(context, candidate);
  if (!row) return null;
  if (row.sense === "office") return readOffice(candidate, row);
  if (row.sense === "trap") return readTrap(context, candidate, row);
  const verdict = judgeByContext(context, candidate, row);
  if (verdict === "no") return null;
  if (row.sense === "city") return readCity(context, candidate, row, before);
  if (row.sense === "capital") return readCapital(context, candidate, row, before);
  return readActor(context, candidate, row, verdict);
}

/** The likeliest meaning: by sense, then by what the document names elsewhere. */
function bestRow(context: TextContext, { first, last, rows }: Candidate): NameRow | null {
  let best: NameRow | null = null;
  const acronym = first === last && context.words.shapes[first] === ALL_CAPITALS && context.shouting[context.sentences[first]!] === 0;
  if (acronym) best = rows.find((row) => row.sense === "acronym" || row.sense === "code") ?? null;
  if (best) return best;
  for (const sense of order) {
    const same = rows.filter((row) => row.sense === sense);
    if (same.length === 0) continue;
    best = same[0]!;
    const settled = context.lexicon.ambiguous(best.surface);
    if (settled && same.length > 1) {
      const named = settled.filter((id) => (context.counts.get(id) ?? 0) > 0);
      const chosen = named.length === 1 ? named[0]! : settled[0]!;
      best = same.find((row) => row.target === chosen) ?? best;
    }
    if (sense === "city") best = same.find((row) => (context.counts.get(row.target) ?? 0) > 0) ?? best;
    break;
  }
  return best;
}

function readOffice(candidate: Candidate, row: NameRow): Office {
  const only = /s:([A-Z;]+)/.exec(row.flags)?.[1];
  const plain = row.flags.replace(/s:[A-Z;]+/, "").replace(/l:\w\w/, "");
  return {
    first: candidate.first,
    last: candidate.last,
    office: row.target,
    body: plain.includes("b"),
    plural: plain.includes("p"),
    titleOnly: plain.includes("T"),
    only: only ? only.split(";") : null,
  };
}

function readTrap(context: TextContext, candidate: Candidate, row: NameRow): Item | null {
  const why = `trap ${row.surface}`;
  if (row.target === "none") return null;
  const place = /^place:([A-Z]{3})$/.exec(row.target)?.[1];
  if (place)
    return item(candidate.first, candidate.last, { actors: [place], kind: "place", form: "city", city: textOf(context, candidate), why });
  return item(candidate.first, candidate.last, { actors: [row.target], kind: kindOf(context, row.target), form: "name", why });
}

function readActor(context: TextContext, candidate: Candidate, row: NameRow, verdict: "yes" | readonly string[]): Item {
  const actor = context.lexicon.actor(row.target)!;
  const id = actor.actsFor ?? actor.id;
  const actors = verdict === "yes" ? [id] : verdict;
  const form = forms[row.sense]!;
  const body = row.sense === "body" ? actor.name : row.sense === "house" ? textOf(context, candidate) : null;
  return item(candidate.first, candidate.last, {
    actors,
    kind: kindOf(context, actors[0]!),
    form,
    body,
    why: `${row.sense} ${row.surface}`,
  });
}

/** The kind of mention that an actor id makes. */
export function kindOf(context: TextContext, id: string): Mention["kind"] {
  const kind = context.lexicon.actor(id)?.kind;
  return kind === undefined || kind === "body" ? (id.startsWith("org:") ? "organisation" : "state") : kind;
}

export function textOf(context: TextContext, { first, last }: { first: number; last: number }): string {
  return context.text.slice(context.words.starts[first]!, context.words.ends[last]!);
}
