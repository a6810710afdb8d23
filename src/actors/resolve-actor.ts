import type { Actor } from "./actor.ts";
import type { ActorLexicon } from "./lexicon.ts";
import type { NameRow, Sense } from "./lexicon-data.ts";
import { loadActors } from "./load-actors.ts";
import { foldName } from "./scan-words.ts";

export type { Actor };

const rank: Readonly<Record<Sense, number>> = {
  code: 0,
  acronym: 1,
  name: 2,
  body: 3,
  house: 4,
  demonym: 5,
  noun: 6,
  nouns: 7,
  foreign: 8,
  capital: 9,
  city: 99,
  prefix: 99,
  office: 99,
  trap: 99,
};

/** Words around a name that say what it is: "the bank IADB", "republic of Peru", "state of Israel". */
const around = new Set(
  "the a an republic of state kingdom country bank bloc organization organisation forum group government el la los las de del republica".split(
    " ",
  ),
);

/**
 * The actor meant by what someone types: any name, adjective, acronym, ISO code or number, in any of the languages of the data, without
 * regard to case and accents. An id of docs/record.md (`org:celac`) names itself. Null when nothing fits.
 *
 * @example
 * resolveActor("korea republic")?.id; // "KOR"
 * resolveActor("Corea del Sur")?.id; // "KOR"
 * resolveActor("celac")?.id; // "org:celac"
 */
export function resolveActor(words: string, options: { language?: string; lexicon?: ActorLexicon } = {}): Actor | null {
  const lexicon = options.lexicon ?? loadActors();
  const typed = words.trim();
  const byId = lexicon.actor(typed) ?? lexicon.actor(typed.toUpperCase()) ?? lexicon.actor(typed.toLowerCase());
  if (byId) return byId;
  if (/^\d{3}$/.test(typed)) return lexicon.actors.find((actor) => actor.numeric === typed) ?? null;
  const folds = foldName(typed.replace(/[()]/g, " ").replace(/['’]s\b/g, ""))
    .split(" ")
    .filter((fold) => fold !== ",");
  const tries = [folds, folds.filter((fold) => !around.has(fold)), folds.join("").length <= 5 ? [folds.join("")] : []];
  for (const attempt of tries) {
    if (attempt.length === 0) continue;
    for (const order of orders(attempt)) {
      const best = bestMeaning(lexicon, order, options.language);
      if (best) return lexicon.actor(best.target);
    }
  }
  return null;
}

/** "korea republic" and "korea south" are typed as often as the right order. */
function orders(folds: readonly string[]): (readonly string[])[] {
  if (folds.length < 2 || folds.length > 4) return [folds];
  return [folds, [...folds].reverse(), [...folds.slice(1), folds[0]!], [folds.at(-1)!, ...folds.slice(0, -1)]];
}

function bestMeaning(lexicon: ActorLexicon, folds: readonly string[], language: string | undefined): NameRow | null {
  const { from, to } = lexicon.names.rowsOf(folds);
  let best: NameRow | null = null;
  let score = 50;
  for (let i = from; i < to; i++) {
    const row = lexicon.row(i);
    let value = rank[row.sense] + (row.flags.includes("d") ? 8 : 0);
    if (language && row.flags.includes(`l:${language}`)) value -= 5;
    if (value < score && lexicon.actor(row.target)) {
      score = value;
      best = row;
    }
  }
  return best;
}

/**
 * Actors with a name close to what was typed, nearest first, for "did you mean": at most `limit`.
 *
 * Closeness is the Damerau-Levenshtein distance of the folded names, at most a third of the length.
 */
export function nearActors(words: string, limit = 5, lexicon: ActorLexicon = loadActors()): Actor[] {
  const typed = foldName(words);
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  const found = new Map<string, number>();
  for (const row of lexicon.allRows()) {
    if (rank[row.sense] >= 9 || Math.abs(row.surface.length - typed.length) > allowed) continue;
    const folded = foldName(row.surface);
    const distance = folded.startsWith(typed) && typed.length >= 4 ? 0.5 : editDistance(typed, folded, allowed);
    if (distance <= allowed && distance < (found.get(row.target) ?? Number.POSITIVE_INFINITY)) found.set(row.target, distance);
  }
  return [...found]
    .sort((a, b) => a[1] - b[1] || a[0].localeCompare(b[0]))
    .flatMap(([id]) => lexicon.actor(id) ?? [])
    .slice(0, limit);
}

function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
