import type { Item } from "./item.ts";
import { HYPHEN, LOWER, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

const SORTS: ReadonlySet<string> = new Set("bloc grouping alliance cartel organisation organization union body club".split(" "));
const SORTED_BY: ReadonlySet<string> = new Set(
  "regional subregional sub trade trading economic customs monetary military security defence defense political oil producers".split(" "),
);
/** Sorts of companies and of groups that act for themselves. */
const GROUP_SORTS: ReadonlySet<string> = new Set(
  "company firm conglomerate giant contractor miner trader shipbuilder planemaker carmaker automaker drugmaker manufacturer producer multinational operator consultancy group militia movement faction guerrillas rebels militants party charity foundation".split(
    " ",
  ),
);
/** A company of the state is the state; and what divides one phrase from the next. */
const NOT_DESCRIBING: ReadonlySet<string> = new Set(
  "state government owned run national public and or of in the a an with to by from for on at between against".split(" "),
);

/**
 * "the South American trade bloc Mercosur" is one actor: words of the sort right before an organisation's name belong to the
 * name, and the region in them is none of its own; so it is with "the Swiss trading company" before a group. Changes `items`, which are in order.
 *
 * @returns the items that were made longer
 */
export function joinDescribedBodies(context: TextContext, items: Item[]): Item[] {
  const { words } = context;
  const endsAt = new Map(items.map((i) => [i.last, i]));
  const joined: Item[] = [];
  for (const one of [...items]) {
    let at = one.first - 1;
    if (one.kind === "group") {
      const longer = describedGroup(context, one, endsAt);
      if (!longer) continue;
      items.splice(items.indexOf(one), 1, longer.whole);
      items.splice(items.indexOf(longer.land), 1);
      joined.push(longer.whole);
      continue;
    }
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

/** "the Swiss trading company Alpenstein", "the Palestinian group Hamas": the land is only where it comes from. */
function describedGroup({ words }: TextContext, one: Item, endsAt: ReadonlyMap<number, Item>): { whole: Item; land: Item } | null {
  const sort = one.first - 1;
  if (one.form !== "name" || sort < 1 || !GROUP_SORTS.has(words.folds[sort]!) || words.gaps[one.first] !== SPACE) return null;
  for (let at = sort; at > 0 && sort - at < 4; at--) {
    const gap = words.gaps[at];
    if (gap !== SPACE && gap !== HYPHEN) return null;
    const land = endsAt.get(at - 1);
    if (land)
      return land.form === "demonym" && land.kind === "state" && !land.actors.includes("PRK")
        ? { whole: { ...one, first: land.first }, land }
        : null;
    if (words.shapes[at - 1] !== LOWER || NOT_DESCRIBING.has(words.folds[at - 1]!)) return null;
  }
  return null;
}
