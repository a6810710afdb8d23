import type { Block } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import { occurrences, wordsOfBody } from "./body-occurrences.ts";
import type { Item } from "./item.ts";
import { foldName } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

/** Why a mention means a body that only its own document tells of; others look for it (speaker.ts, topic-memory.ts). */
export const CONVENED = "a body whose meeting the document tells of";

const OPENING = 8;
/** How much of the first running paragraphs is looked at. */
const LEAD = 700;
const GATHERING = /\b(?:meeting|summit|session|conference|assembly|round|retreat|consultations?|gathering|chairmanship)\b/giu;
const COUNTED =
  /\b(?:inaugural|first|second|third|\p{L}+th|\d+(?:st|nd|rd|th)|[IVX]{1,5})\s+(?:(?:annual|ordinary|extraordinary|ministerial|high-level|joint|plenary)\s+)*(?=["“«]?\p{Lu})/giu;
const HEAD =
  /^(?:dialogue|forum|initiative|partnership|organi[sz]ation|association|alliance|union|community|mechanism|platform|process|network|compact|league|coalition|commission|council|committee|authority|conference|corridor|pact|group)$/;
/** Heads of gatherings that have no organisation's name above them: "the Third Danube–Caspian Connectivity Forum". */
const GATHERS = /^(?:dialogue|forum|conference|initiative|partnership|platform|process)$/;
/** Words that tell no body from another: a "Joint Commission" or "Policy Dialogue" is that of its two sides. */
const GENERIC =
  /^(?:ministerial|high|level|annual|ordinary|extraordinary|joint|bilateral|trilateral|binational|mixed|policy|political|strategic|security|defen[cs]e|economic|business|investment|trade|senior|officials?|parliamentary|foreign|ministers?|affairs|intergovernmental|interministerial|technical|working|standing|permanent|special|consultative|diplomatic|cooperation|co|operation|development|of|for|the|and|on|in|with|plus|heads|state|government|leaders|energy|health|human|rights|cultural|climate|science|technology)$/;
const OF_TWO = /^(?:joint|bilateral|trilateral|binational|mixed|intergovernmental|quadrilateral)$/;

const WORD = String.raw`\p{Lu}[\p{L}\d'’]*(?:[-–—/]\p{L}[\p{L}\d'’]*|\s[-–—]\s\p{Lu}[\p{L}\d'’]*)*`;
export const RUN = new RegExp(
  String.raw`^(?:\s*(?:["“«][^"”»\n]{3,60}["”»]|${WORD}|(?:of|for|the|and|on|in|plus|&)(?=[\s]))(?![\p{L}\d]))+`,
  "u",
);

/** The name that a run of words ends in, its offset within the run, and the noun that short forms of it repeat. */
interface Named {
  readonly at: number;
  readonly words: string;
  readonly head: string;
}

/**
 * All words that mean the body whose meeting the document tells of, where no list has that body: "the Ninth Meeting of the
 * Ministers of Foreign Affairs of the 'Central Asia plus Japan' Dialogue", "the Third Danube–Caspian Connectivity Forum", and later
 * "the Dialogue", "the Forum", its acronym. A commission or dialogue of two or three states alone is none: it is those states.
 *
 * @param items what the words of the document are known to mean, in any order
 */
export function findConvenedBody(context: TextContext, items: readonly Item[]): Item[] {
  const { document } = context;
  const opening = document.blocks.slice(0, OPENING);
  let read = 0;
  for (const block of opening) {
    if (read > LEAD) break;
    if (block.kind === "paragraph" || block.kind === "list-item") read += block.end - block.start;
    const found = bodyIn(context, block, items);
    if (!found) continue;
    const meant = wordsOfBody(context, found.words, found.head, items, CONVENED);
    // a gathering that is named once, in passing, is one of its hosts
    return meant.count < 2 && occurrences(document.title ?? "", found.words).length === 0 ? [] : [...meant.items];
  }
  return [];
}

function bodyIn(context: TextContext, block: Block, items: readonly Item[]): Pick<Named, "words" | "head"> | null {
  const text = context.text.slice(block.start, Math.min(block.end, block.start + LEAD));
  const tries: Named[] = [];
  for (const match of findMatches(GATHERING, text)) {
    const from = match.index + match[0].length;
    const run = RUN.exec(text.slice(from))?.[0];
    const named = run && /^\s+of\b/i.test(run) ? lastNamed(run) : null;
    if (named) tries.push({ ...named, at: from + named.at });
  }
  for (const match of findMatches(COUNTED, text)) {
    const from = match.index + match[0].length;
    const run = RUN.exec(text.slice(from))?.[0];
    const named = run ? itselfNamed(run) : null;
    if (named) tries.push({ ...named, at: from + named.at });
  }
  for (const { at, words, head } of tries) {
    const start = block.start + at;
    if (!tellsApart(context, start, start + words.length, items)) continue;
    return { words, head };
  }
  return null;
}

/** The last of "the Assembly of Heads of State of the Bight Cooperation Organisation" that ends in the noun of a body. */
function lastNamed(run: string): Named | null {
  let found: Named | null = null;
  for (const match of findMatches(/(?:^|\s)of\s+(?:the\s+)?/giu, run)) {
    const at = match.index + match[0].length;
    const rest = run.slice(at);
    const next = /\s+(?:of|held|between|at|in)\s/i.exec(rest)?.index ?? rest.length;
    const words = rest.slice(0, next).trimEnd();
    const head = words.split(/[\s\-–—]+/).at(-1)!;
    const first = words.split(/\s+/)[0]!;
    if (HEAD.test(foldName(head)) && /\s/.test(words)) found = { at, words, head };
    else if (HEAD.test(foldName(first)) && /^\S+ (?:for|on)\b/i.test(words)) found = { at, words, head: first };
  }
  return found;
}

/** "Danube–Caspian Connectivity Forum", "Forum on the Horn and the Gulf": a counted gathering with a name of its own. */
function itselfNamed(run: string): Named | null {
  const at = /^\s*/.exec(run)![0].length;
  const words = run
    .slice(at)
    .split(/\s+of\s+/i)[0]!
    .trimEnd();
  const parts = words.split(/\s+/);
  const ends = parts.findLastIndex((part) => GATHERS.test(foldName(part)));
  if (ends < 1) return null;
  const kept = parts.slice(0, ends + 1);
  const onward = /^(?:on|for)$/i.test(parts[ends + 1] ?? "") ? parts : kept;
  return { at, words: words.slice(0, lengthOf(words, onward.length)), head: parts[ends]! };
}

function lengthOf(words: string, count: number): number {
  let end = 0;
  for (const match of findMatches(/\S+/gu, words)) {
    if (count-- === 0) break;
    end = match.index + match[0].length;
  }
  return end;
}

/** The name has a word that no other body's has, is of no listed organisation, and not of two or three states alone. */
export function tellsApart(context: TextContext, start: number, end: number, items: readonly Item[]): boolean {
  const { words, text } = context;
  const inside = items.filter((i) => words.starts[i.first]! < end && words.ends[i.last]! > start);
  if (inside.some((i) => i.kind === "organisation" || i.kind === "group" || i.person !== null)) return false;
  const states = new Set(inside.filter((i) => i.kind === "state" || i.kind === "former-state").flatMap((i) => i.actors));
  const folds = foldName(text.slice(start, end)).split(" ");
  if (states.size > 1 || folds.length < 2) return false;
  const covered = (fold: string): boolean =>
    inside.some((i) => i.kind !== "region" && words.folds.slice(i.first, i.last + 1).includes(fold));
  const own = folds.filter((fold) => /\p{L}/u.test(fold) && !GENERIC.test(fold) && !HEAD.test(fold) && !covered(fold));
  if (own.length === 0) return false;
  // "the Serbian-Angolan Joint Commission", "the Trilateral Mechanism"
  if (folds.some((fold) => OF_TWO.test(fold))) return false;
  return !/^\s*(?:["”»]\s*)?(?:between|with)\b/i.test(text.slice(end, end + 16));
}
