import type { Block } from "../document/document.ts";
import type { Claim } from "./claim.ts";

/** "Embassy of Fiji in Nepal" over a page says whose page it is, as a letterhead does. */
export function isLetterhead({ why }: Claim, block: Block | undefined, text: string): boolean {
  if (why.rule !== "mission/listed" || !block) return false;
  // "By Embassy of Japan", "Source: Embassy of Japan"
  return (
    block.kind === "title" || /^\s*(?:by|from|source|issued by|press (?:office|release))\b/i.test(text.slice(block.start, block.start + 30))
  );
}
