import type { Item, Office } from "./item.ts";
import { CAPITAL, LOWER, MARK, NUMBER, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** A title of more words than this is none. */
const LONGEST = 14;
const LINKS: ReadonlySet<string> = new Set(["of", "for", "and", "the", "&", ",", "in", "on", "with", "at"]);

/**
 * A title with all that it is for: "Minister of Foreign Affairs, Cooperation and African Integration" of the Togolese Republic,
 * "Director General for Asia" of the Foreign Ministry of Thailand. Null where the capitalised words that follow do not lead to a
 * state, or to a body of one.
 */
export function wholeTitle(
  context: TextContext,
  office: Office,
  startsAt: ReadonlyMap<number, Item>,
  bodiesAt: ReadonlySet<number>,
  officesAt: ReadonlySet<number>,
): Office | null {
  const { words } = context;
  if (office.body || office.plural || words.shapes[office.first] === LOWER || !LINKS.has(words.folds[office.last + 1] ?? "")) return null;
  let list = false;
  let last = office.last;
  for (let at = office.last + 1; at < words.count && at - office.last <= LONGEST && isOfPhrase(context, at); at++) {
    const fold = words.folds[at]!;
    const owner = /^(?:of|for|at|in)$/.test(fold) ? at + (words.folds[at + 1] === "the" ? 2 : 1) : -1;
    const one = startsAt.get(owner);
    const isOwned = bodiesAt.has(owner) || (fold === "of" && one?.kind === "state" && one.form === "name");
    if (isOwned) return list || last === office.last ? null : { ...office, last, office: rankOf(context, office, last) };
    if (officesAt.has(at) || (startsAt.has(at) && !/^(?:demonym|name)$/.test(startsAt.get(at)!.form))) return null;
    if (fold === ",") list = true;
    else if (fold === "and" || fold === "&") list = false;
    else if (!LINKS.has(fold)) last = at;
  }
  return null;
}

/** A minister or secretary whose title goes on with foreign affairs is the foreign minister, unless beside one. */
function rankOf({ words }: TextContext, { first, last, office }: Office, end: number): string {
  const title = words.folds.slice(first, last + 1).join(" ");
  const rest = words.folds.slice(last + 1, end + 1).join(" ");
  const isFirst = office === "minister" && /(?:minister|cabinet secretary)$/.test(title) && !/vice|deputy|state minister/.test(title);
  return isFirst &&
    /^(?:of|for) (?:the )?(?:\p{L}+ (?:and )?)?(?:foreign|external|international) (?!trade|cooperation|development)/u.test(rest)
    ? "foreign-minister"
    : office;
}

/** A capitalised word, or a small one that joins such. */
function isOfPhrase(context: TextContext, at: number): boolean {
  const { words } = context;
  if (words.shapes[at] === MARK) return context.sentences[at] === context.sentences[at - 1];
  if (!follows(context, at) || words.shapes[at] === NUMBER) return false;
  return words.shapes[at]! >= CAPITAL || (LINKS.has(words.folds[at]!) && words.gaps[at] === SPACE);
}
