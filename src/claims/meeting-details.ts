import type { FrameMatch } from "./match-frames.ts";
import { numberOf } from "./number-in.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const HOSTING: ReadonlySet<string> = new Set(["host", "co-host", "organize", "organise", "convene"]);
/** "on the sidelines of", "on the occasion of". */
const BESIDE = /^(?:sidelines?|margins?|fringes?|occasion)$/i;

/** What a gathering is called, who hosts it, and on what occasion it was, as far as the words say (docs/record.md). */
export function readMeetingDetails(graph: SentenceGraph, match: FrameMatch, text: string): Record<string, string> {
  const details: Record<string, string> = {};
  const series = seriesIn(graph, match.said);
  if (series) details.series = series;
  const host = hostOf(graph, match);
  if (host) details.host = host;
  const occasion = occasionOf(graph, match, text);
  if (occasion) details.occasion = occasion;
  return details;
}

/** The words of the phrase behind "on the sidelines of", "on the occasion of", where it hangs on what the match tells; else null. */
export function occasionOf(graph: SentenceGraph, { trigger, theme }: FrameMatch, text: string): string | null {
  const over = graph.node(trigger).head;
  for (const node of [theme, trigger, over >= 0 && graph.isVerb(over) ? over : null]) {
    if (node === null) continue;
    for (const beside of graph.childrenBy(node, "obl", "nmod")) {
      if (!BESIDE.test(graph.node(beside).text)) continue;
      const [of] = graph.slots(beside).get("of") ?? [];
      if (of !== undefined) return words(graph, of, text);
    }
  }
  return null;
}

/** The name of a gathering without its number: "Third Annual Meeting of the Forum" → "Annual Meeting of the Forum"; null where it has no name. */
function seriesIn(graph: SentenceGraph, i: number): string | null {
  const { text, unit } = graph.node(i);
  if (unit?.kind !== "name" || !/\s/.test(text)) return null;
  const kept = text.split(/\s+/).filter((word, k) => k > 1 || numberOf(word) === null);
  const before = graph.childrenBy(i, "amod", "compound").filter((c) => c < i && /^\p{Lu}\p{Ll}/u.test(graph.node(c).text));
  const front = before.map((c) => graph.node(c).text).filter((word) => numberOf(word) === null);
  const name = [...front, ...kept].join(" ").replace(/[.,;]$/, "");
  return /^\p{Lu}/u.test(name) && kept.length > 1 ? name : null;
}

/** The state that hosts: who does the hosting, or in whose land a forum meets. */
function hostOf(graph: SentenceGraph, { trigger, theme, fillers }: FrameMatch): string | null {
  const participants = fillers.get("participant") ?? [];
  const over = graph.node(trigger).head;
  const verbs = [trigger, theme, over].filter((n): n is number => n !== null && n >= 0);
  const around = [...verbs, ...verbs.flatMap((n) => graph.childrenBy(n, "acl"))];
  const hosts = around
    .filter((n) => graph.isVerb(n) && HOSTING.has(graph.lemma(n)))
    .flatMap((n) => graph.slots(n).get("agent") ?? [])
    .flatMap((n) => participants.filter((f) => f.node === n && kindOf(f.actor) === "state"));
  const named = [...new Set(hosts.map((f) => f.actor))];
  if (named.length > 0) return named.length === 1 ? named[0]! : null;
  const there = participants.filter((f) => f.slot === "in" && kindOf(f.actor) === "state");
  return fillers.has("organization") && there.length === 1 ? there[0]!.actor : null;
}

/** The words of a phrase without its clauses and its article. */
function words(graph: SentenceGraph, i: number, text: string): string | null {
  const own = new Set(graph.subtree(i, false));
  let [from, to] = [i, i];
  while (own.has(from - 1)) from--;
  while (own.has(to + 1)) to++;
  while (to > i && graph.node(to).upos === "PUNCT") to--;
  const said = text
    .slice(graph.node(from).start, graph.node(to).end)
    .replace(/\s+/g, " ")
    .replace(/^(?:of\s+)?(?:the|an?)\s+/i, "");
  return said.length > 2 && said.length < 160 ? said : null;
}
