import type { Mention } from "./mention.ts";

/** Heads of organs that decide for their organisation. */
const ORGANS = /^(?:Authority|Assembly|Board|Council|Commission)$/;
/** How far behind its head an organ's organisation may stand: "the Authority of Heads of State and Government of the". */
const BEHIND = 70;

/**
 * The organisations of which the text names an organ with a head such as "Authority": "the ECOWAS Authority", "the Board of Directors of
 * the African Development Bank". Later "the Authority" and "the Board" are those.
 */
export function organsNamed(head: string, text: string, mentions: readonly Mention[]): string[] {
  if (!ORGANS.test(head)) return [];
  const front = new RegExp(`^(?:['’]s?)? (?:Executive |Permanent |Security |Ministerial )?${head}(?![\\p{L}-])`, "u");
  const behind = new RegExp(
    `(?<![\\p{L}-])${head} of (?:the )?(?:(?:Heads|Directors|Governors|Ministers|Foreign Ministers|Governments?|State|and|of|or|the|its|[A-Z]{2,8})\\s)*$`,
    "u",
  );
  const found = new Set<string>();
  for (const { kind, actors, start, end } of mentions) {
    if (kind !== "organisation" || actors.length !== 1) continue;
    const own = text.slice(start, end);
    const isInside = new RegExp(`(?<![\\p{L}-])${head} of `, "u").test(own);
    if (isInside || front.test(text.slice(end, end + 40)) || behind.test(text.slice(Math.max(0, start - BEHIND), start)))
      found.add(actors[0]!);
  }
  return [...found];
}
