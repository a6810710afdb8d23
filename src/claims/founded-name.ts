import { resolveActor } from "../actors/resolve-actor.ts";
import type { Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** The proper name of a body that is founded, and the id it goes by (docs/record.md, point 10). */
export interface FoundedName extends Span {
  readonly name: string;
  readonly id: string;
}

const WORD = String.raw`\p{Lu}[\p{L}\p{N}'’.&-]{0,80}`;
const RUN = new RegExp(
  String.raw`${WORD}(?:(?:\s*[–-]\s*|\s+)(?:(?:of|for|and|on|the|in|to|against|de|del|y|der|du|des|&)\s+){0,3}(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)${WORD})*`,
  "gu",
);
const CALLED = /^\s*(?:,\s*)?(?:called|named|known as|to be called|to be known as)?\s*(?:the\s+)?["“‘]?/iu;
const ACRONYM = /^["”’]?\s*\((?:or |the |in short,? )?["“]?([\p{Lu}][\p{L}\p{N}/-]{1,11})["”]?(?:,[^)]*)?\)/u;
/** What opens a sentence before a name, and the article: "When the Lake Bank was founded". */
const OPENING =
  /^(?:(?:When|After|Before|Since|Although|Though|While|Whereas|Because|As|If|Once|Until|Unless|From|By|With|Under|But|And|So|Then|Thus|In|On|At|To)\s+)?(?:(?:The|A|An|Its|Their|This|That|Both)\s+)?/i;
/** Names that are not of bodies: months, days. */
const TIME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

/** The capitalised words around node `i`, or those that a plain noun introduces ("its agency TIKA", "a fund called …"); null where there is no name. */
export function foundedName(graph: SentenceGraph, i: number, text: string): FoundedName | null {
  const { sentence } = graph.parse;
  const node = graph.node(i);
  const line = text.slice(sentence.start, sentence.end);
  const from = node.start - sentence.start;
  const to = node.end - sentence.start;
  const capital = /^["“‘]?\p{Lu}/u.test(node.text);
  for (const run of findMatches(RUN, line)) {
    const start = run.index;
    const end = start + run[0].length;
    const around = capital && start < to && end > from;
    const introduced = !capital && start >= to && start - to < 20 && CALLED.exec(line.slice(to))?.[0].length === start - to;
    if (!around && !introduced) continue;
    return named(run[0], start, end);
  }
  return null;

  function named(words: string, start: number, end: number): FoundedName | null {
    const lead = OPENING.exec(words)![0].length;
    const name = words.slice(lead).replace(/[.,]$/, "").replace(/\s+/g, " ");
    if (name.length < 2 || TIME.test(name)) return null;
    // one capitalised word alone is a name only as an acronym or after a plain noun
    if (!/\s|\p{Lu}.*\p{Lu}/u.test(name) && capital) return null;
    const acronym = ACRONYM.exec(line.slice(end))?.[1];
    const known = [name, acronym].map((n) => (n ? resolveActor(n)?.id : undefined)).find((id) => id?.startsWith("org:"));
    return {
      name,
      id: known ?? `org:${slugOf(acronym ?? name)}`,
      start: sentence.start + start + lead,
      end: sentence.start + end,
    };
  }
}

/** Whether a mention is all of the name that its node is, or only a part of it: "the FEALAC Trust Fund" is not FEALAC. */
export function isWholeName(graph: SentenceGraph, i: number, mention: Span): boolean {
  const { unit, text, start } = graph.node(i);
  if (unit?.kind !== "name") return true;
  // "the FEALAC Trust Fund", "the ASEAN-Japan Centre"
  return !/^[-–—]?\s*\p{Lu}/u.test(text.slice(Math.max(0, mention.end - start)).trim());
}

/** The nodes after "two funds" that name what was founded: "two funds: the X Fund, which …, and the Y Fund". */
export function foundedLater(graph: SentenceGraph, i: number, isNamed: (node: number) => boolean): number[] {
  const counted = graph.childrenBy(i, "nummod").length > 0 && graph.node(i).xpos === "NNS";
  if (!counted) return [];
  const found: number[] = [];
  for (let k = i + 1; k < graph.nodes.length; k++) if (isNamed(k)) found.push(k);
  return found;
}

/** The slug of a name, as docs/record.md gives ids to bodies that no list has. */
export function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
