import type { Item } from "./item.ts";
import { HYPHEN, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

const SORTS: ReadonlySet<string> = new Set("bloc grouping alliance cartel organisation organization union body club".split(" "));
const SORTED_BY: ReadonlySet<string> = new Set(
  "regional subregional sub trade trading economic customs monetary military security defence defense political oil producers".split(" "),
);

/**
 * "the South American trade bloc Mercosur" is one actor: words of the sort right before an organisation's name belong to the
 * name, and the region in them is none of its own. Changes `items`, which are in order.
 *
 * @returns the items that were made longer
 */
export function joinDescribedBodies(context: TextContext, items: Item[]): Item[] {
  const { words } = context;
  const endsAt = new Map(items.map((i) => [i.last, i]));
  const joined: Item[] = [];
  for (const one of [...items]) {
    let at = one.first - 1;
    if (one.kind !== "organisation" || one.form !== "name" || at < 1) continue;
    if (!SORTS.has(words.folds[at]!) || words.gaps[at] !== SPACE || !follows(context, one.first)) continue;
    while (
      at > 0 &&
      SORTED_BY.has(words.folds[at - 1]!) &&
      follows(context, at) &&
      (words.gaps[at - 1] === SPACE || words.gaps[at - 1] === HYPHEN)
    )
      at--;
    const region = endsAt.get(at - 1);
    const described = region?.kind === "region" && region.form === "demonym" && follows(context, at) ? region : null;
    const longer = { ...one, first: described?.first ?? at };
    items.splice(items.indexOf(one), 1, longer);
    if (described) items.splice(items.indexOf(described), 1);
    joined.push(longer);
  }
  return joined;
}
