import { type Item, item } from "./item.ts";
import { APOSTROPHE, CAPITAL, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** "the North" and "the South" in a document that speaks of North Korea: the two Korean states. */
export function findNorthSouth(context: TextContext, covered: (word: number) => boolean): Item[] {
  const { words, counts } = context;
  const north = counts.get("PRK") ?? 0;
  if (north === 0 || north + (counts.get("KOR") ?? 0) < 2) return [];
  const found: Item[] = [];
  for (let i = 1; i < words.count; i++) {
    const fold = words.folds[i]!;
    if ((fold !== "north" && fold !== "south") || words.shapes[i] !== CAPITAL || covered(i) || !follows(context, i)) continue;
    const joined = words.folds[i - 1] === "and" && /^(?:north|south)$/.test(words.folds[i - 2] ?? "");
    if (words.folds[i - 1] !== "the" && !joined) continue;
    const next = i + 1;
    if (next < words.count && follows(context, next) && words.gaps[next] !== APOSTROPHE) {
      if (
        words.gaps[next] !== SPACE ||
        words.shapes[next] !== 0 ||
        /^(?:of|coast|side|pole|bank|end|east|west|wing|gate)$/.test(words.folds[next]!)
      )
        continue;
    }
    found.push(item(i, i, { actors: [fold === "north" ? "PRK" : "KOR"], kind: "state", form: "name", why: `the ${fold} of Korea` }));
  }
  return found;
}
