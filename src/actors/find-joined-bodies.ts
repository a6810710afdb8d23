import { findMatches } from "../document/find-matches.ts";
import { wordsOfBody } from "./body-occurrences.ts";
import { RUN, tellsApart } from "./find-convened-body.ts";
import type { Item } from "./item.ts";
import { foldName } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

/** Words before a body to which somebody belongs or comes. */
const BELONGING =
  /\b(?:(?:re-?)?join(?:ed|s|ing)?|acced(?:e|ed|es|ing) to|accession to|admi(?:tted|ssion) (?:in)?to|(?:member|observer|signatory|participant|party|partie|membership)s?(?: (?:states?|countr(?:y|ies)))? (?:of|in|to|at)|(?:withdr(?:ew|aw|awn|awal|awing)|suspended|expelled) from|belong(?:s|ed|ing)? to|secretariat of|chair(?:s|ed|ing|manship of| of)?)\s+the\s+(?=\p{Lu})/giu;
const HEAD =
  /^(?:initiative|organi[sz]ation|commission|forum|authority|alliance|coalition|community|process|agency|convention|treaty|protocol|covenant|compact|mechanism|association|partnership|council|statute|network|union)$/;
/** What a party, a club, a trade union or a school is called. */
const DOMESTIC =
  /^(?:democratic|national|liberal|labou?r|social|socialist|progressive|republican|christian|people'?s|workers|communist|party|front|opposition|football|cricket|rugby|basketball|champions|premier|super|olympic|athletics|handball|hockey|tennis|chamber|university|college|school|teachers|lawyers|journalists|students|bar|army|naval|air|royal|youth|soviet|federal|electoral|constitutional|supreme|privy|city|municipal|county|state|student|farmers|miners|film|music|press|bishops|church)$/;
const OF = /^(?:on|for|of)$/i;
/** Bodies of one document that are looked for. */
const MOST = 12;

/**
 * All words that mean international bodies or conventions that no list has, where the text says that somebody joined, left, belongs to
 * or chairs them: "acceded to the Convention on Lake Ports", "a member of the Salt Road Commission (SRC)", later "the Commission".
 *
 * @param items what the words of the document are known to mean, in any order
 */
export function findJoinedBodies(context: TextContext, items: readonly Item[]): Item[] {
  const { text } = context;
  const names = new Map<string, { readonly words: string; readonly head: string }>();
  const tried = new Set<string>();
  for (const match of findMatches(BELONGING, text)) {
    const start = match.index + match[0].length;
    const named = nameAt(text, start);
    if (!named || tried.has(named.words)) continue;
    tried.add(named.words);
    if (tellsApart(context, start, start + named.words.length, items)) names.set(named.words, named);
    if (names.size >= MOST) break;
  }
  return [...names.values()].flatMap(
    ({ words, head }) => wordsOfBody(context, words, head, items, "a body that somebody belongs to").items,
  );
}

/** "Salt Road Commission", "Convention on the Rights of the Herder": capitals around the noun of a body. */
function nameAt(text: string, start: number): { readonly words: string; readonly head: string } | null {
  const run = RUN.exec(text.slice(start, start + 160))?.[0];
  if (!run) return null;
  const parts = run.trim().split(/\s+/);
  const at = parts.findIndex((part, k) => HEAD.test(foldName(part)) && (k > 0 || OF.test(parts[1] ?? "")));
  if (at < 0 || parts.some((part) => DOMESTIC.test(foldName(part)))) return null;
  const onward = OF.test(parts[at + 1] ?? "");
  // "the Convention and the Protocol"
  const end = onward
    ? parts.findIndex((part, k) => k > at + 2 && /^(?:in|and)$/i.test(part) && !/^\p{Lu}/u.test(parts[k - 1] ?? ""))
    : at + 1;
  const kept = parts.slice(0, end < 0 ? parts.length : end);
  while (kept.length > 0 && !/^\p{Lu}/u.test(kept.at(-1)!)) kept.pop();
  const words = run.trimStart().slice(0, lengthOfWords(run.trimStart(), kept.length));
  return kept.length > 1 ? { words, head: parts[at]! } : null;
}

function lengthOfWords(words: string, count: number): number {
  let end = 0;
  let left = count;
  for (const match of findMatches(/\S+/gu, words)) {
    if (left-- === 0) break;
    end = match.index + match[0].length;
  }
  return end;
}
