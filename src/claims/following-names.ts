import type { Mention } from "../actors/mention.ts";
import type { Document } from "../document/document.ts";
import type { Outline } from "./outline.ts";

const FOLLOWING =
  /\bthe following\s+(?:\p{Ll}+\s+){0,3}?(?:countries|states|nations|members|member states|organi[sz]ations|bodies|institutions|forums|groupings|governments|partners|parties|participants|capitals|cities)\b/iu;
/** "has embassies in:", "signed agreements with:" */
const DANGLING = /\b(?:in|with|to|of|from|by|between|among)\s*:\s*$/i;

/**
 * Mentions for words that announce a list: "the following countries have embassies in Accra:" means those that the items below
 * name, and so does the colon of "Kenya has embassies in:". Sorted with the others by where they stand.
 */
export function withFollowingNames(document: Document, mentions: readonly Mention[], outline: Outline): readonly Mention[] {
  const found: Mention[] = [];
  document.blocks.forEach((block, index) => {
    if (block.role === "notice" || (block.kind !== "paragraph" && block.kind !== "list-item")) return;
    const text = document.text.slice(block.start, block.end);
    if (!/:\s*$/.test(text)) return;
    const following = FOLLOWING.exec(text);
    const colon = following ? null : DANGLING.exec(text);
    if (!following && !colon) return;
    const items = outline.itemsUnder(index);
    const named = items.flatMap((item) => {
      const first = mentions.find((m) => m.start >= item.start && m.start <= item.start + 6 && m.end <= item.end);
      // an item that says more than a name and a bracket is a statement of its own
      const rest = first ? document.text.slice(first.end, item.end).replace(/\([^)]*\)|\[[^\]]*\]/g, "") : "";
      const only =
        first &&
        first.actors.length === 1 &&
        first.person === null &&
        first.office === null &&
        !/\p{L}{2,}.*\p{L}{2,}.*\p{L}{2,}/u.test(rest);
      return only ? [first] : [];
    });
    if (named.length === 0 || named.length * 5 < items.length * 4) return;
    const start = block.start + (following ? following.index : text.lastIndexOf(":"));
    const end = start + (following ? following[0].length : 1);
    found.push({
      start,
      end,
      text: named.map((m) => m.text).join(", "),
      actors: [...new Set(named.flatMap((m) => m.actors))],
      kind: named[0]!.kind,
      form: "reference",
      person: null,
      office: null,
      body: null,
      city: null,
      why: "the items of the list that follows",
    });
  });
  if (found.length === 0) return mentions;
  const free = mentions.filter((m) => !found.some((f) => m.start < f.end && m.end > f.start));
  return [...free, ...found].sort((a, b) => a.start - b.start || a.end - b.end);
}
