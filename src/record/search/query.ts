import { findWords } from "./words.ts";

/** Words that stand side by side; with `prefix`, the last of them only begins so. */
export interface Phrase {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** What is looked for: of each of `all` at least one phrase, and none of `none`. */
export interface SearchQuery {
  readonly all: readonly (readonly Phrase[])[];
  readonly none: readonly Phrase[];
}

/** A query that asks for nothing; the message says what was expected. */
export class SearchQueryError extends Error {
  override readonly name = "SearchQueryError";
}

const TERM = /([-\u2212]?)(?:["“”]([^"“”]*)["“”]?(\*?)|(\S+))/gu;

/**
 * Reads a query as people write it: all words must be there; `"side by side"`; `a OR b`, which binds closer than the space;
 * `-without` (or `-"without this"`, `NOT without`); `begin*`. `AND` says nothing more. A word with marks in it (`Kenya's`, `US-China`) is a phrase of its parts.
 *
 *     parseQuery('trade OR arms treat* -"free trade"')
 *     // all: [[trade, arms], [treat*]], none: [free trade]
 */
export function parseQuery(text: string): SearchQuery {
  const all: Phrase[][] = [];
  const none: Phrase[] = [];
  let joined = false;
  let negated = false;
  for (const [whole, minus, quoted, star, bare] of text.matchAll(TERM)) {
    if (whole === "AND") continue;
    if (whole === "OR") {
      joined = all.length > 0;
      continue;
    }
    if (whole === "NOT") {
      negated = true;
      continue;
    }
    const said = quoted ?? bare!;
    const phrase = { words: findWords(said).map((w) => w.word), prefix: quoted === undefined ? said.endsWith("*") : star === "*" };
    if (phrase.words.length === 0) continue;
    if (minus || negated) {
      if (joined) throw new SearchQueryError(`OR stands before “${whole}”: expected a word that is to be found.`);
      none.push(phrase);
    } else if (joined) all.at(-1)!.push(phrase);
    else all.push([phrase]);
    joined = false;
    negated = false;
  }
  if (all.length === 0) throw new SearchQueryError(`“${text}” names nothing to look for: expected at least one word that is to be found.`);
  return { all, none };
}
