import { type Item, item } from "./item.ts";
import { resolveActor } from "./resolve-actor.ts";
import { SPACE } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

const OPPOSITE: Readonly<Record<string, string>> = { north: "south", south: "north", east: "west", west: "east" };

/** "North and South Korea", "the East and West German ministers": the name behind belongs to both points of the compass. */
export function joinCompassNames(context: TextContext, items: readonly Item[]): Item[] {
  const { words, text } = context;
  return items.map((one) => {
    const opposite = OPPOSITE[words.folds[one.first] ?? ""];
    const isState = one.kind === "state" || one.kind === "former-state";
    if (!opposite || !isState || one.actors.length !== 1 || one.last === one.first || !/^(?:name|demonym)$/.test(one.form)) return one;
    const first = one.first - 2;
    if (first < 0 || words.folds[one.first - 1] !== "and" || words.folds[first] !== opposite) return one;
    if (words.gaps[one.first] !== SPACE || words.gaps[one.first - 1] !== SPACE || context.sentences[first] !== context.sentences[one.first])
      return one;
    const other = resolveActor(`${opposite} ${text.slice(words.starts[one.first + 1]!, words.ends[one.last]!)}`)?.id;
    if (!other || other === one.actors[0]) return one;
    return {
      ...one,
      ...item(first, one.last, { actors: [other, one.actors[0]!], kind: one.kind, form: one.form, why: `${one.why} and ${opposite}` }),
    };
  });
}
