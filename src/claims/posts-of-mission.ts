import type { SentenceContext } from "./build-claims.ts";
import type { Filler, FrameMatch } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/**
 * The posts of a match: "an embassy in Madrid and consulates in Alicante and Valencia" are three. Read along the words,
 * since such lists are long and parsers lose their way in them.
 */
export function postsOf(
  match: FrameMatch,
  context: SentenceContext,
  fillers: ReadonlyMap<string, readonly Filler[]>,
): Record<string, string>[] {
  const { graph, actors, lexicon } = context;
  const hosts = new Set((fillers.get("host") ?? []).map((f) => f.actor));
  const levels = lexicon.values.get("level") ?? [];
  const head = match.theme ?? match.trigger;
  const said = `${graph.node(Math.max(0, match.said - 1)).text} ${graph.node(match.said).text}`.toLowerCase();
  const posts: Record<string, string>[] = [];
  const seen = new Set<string>();
  // of a town alone, the words of the post told before count
  const words = match.said === head ? match.resumed : said;
  let level: string | null = (words && levels.find(([word]) => words.includes(word))?.[1]) || null;
  let found = false;
  for (let i = head; i < graph.nodes.length; i++) {
    const text = graph.node(i).text.toLowerCase().replace(/\s+/g, " ");
    if (i > head && (text === ";" || text === "." || (graph.isVerb(i) && !POST.test(text)))) break;
    if (POST.test(text)) {
      if (level !== null && !found) posts.push({ level });
      const own = `${graph.node(i - 1 < 0 ? i : i - 1).text} ${text}`.toLowerCase();
      level = levels.find(([word]) => own.includes(word))?.[1] ?? null;
      found = false;
      continue;
    }
    const unlisted = level === null || found ? null : unlistedCity(graph, actors, i);
    if (unlisted && !seen.has(`${level} ${unlisted}`)) {
      seen.add(`${level} ${unlisted}`);
      posts.push({ level: level!, city: unlisted });
      found = true;
    }
    for (const m of actors.mentionsAt(i)) {
      // "moved its embassy from Tel Aviv to Jerusalem"
      const left = graph.preposition(i) === "from" && match.frame.id === "mission/move";
      // "followed by Seoul": a capital that stands for nothing else
      const city = m.city ?? (match.theme === null && match.resumed !== null && m.form === "capital" ? m.text : null);
      const here = !left && city !== null && (m.actors.length === 0 || m.actors.some((a) => hosts.has(a)));
      if (!here || seen.has(`${level} ${city}`)) continue;
      seen.add(`${level} ${city}`);
      posts.push(level === null ? { city } : { level, city });
      found = true;
    }
  }
  if (level !== null && !found && posts.length === 0) {
    // "In Vientiane it opened an embassy", "its consulate had worked in Lima": the city that stands for the host
    const [host, other] = fillers.get("host") ?? [];
    const city = host && !other && graph.holds(host) && /^(?:in|at)$/.test(host.slot) ? host.mention.city : null;
    posts.push(city === null ? { level } : { level, city });
  }
  // "upgraded its consulate in Juba to an embassy": one post, of the new kind
  if (match.frame.id === "mission/raise") {
    const slots = graph.slots(match.trigger);
    const became = [...(slots.get("to") ?? []), ...(slots.get("into") ?? [])].map((n) => graph.node(n).text.toLowerCase()).join(" ");
    const raised = levels.find(([word]) => became.includes(word))?.[1];
    const city = posts.find((p) => p.city !== undefined)?.city;
    if (raised !== undefined) return [{ level: raised, ...(city === undefined ? {} : { city }) }];
  }
  return posts.length > 0 ? posts : [{}];
}

/** "a consulate in Zamyn": a name behind "in" that no list of places has. */
function unlistedCity(graph: SentenceGraph, actors: PhraseActors, i: number): string | null {
  const { upos, text, unit } = graph.node(i);
  if (upos !== "PROPN" || unit !== null || actors.mentionsAt(i).length > 0 || !/^\p{Lu}/u.test(text)) return null;
  return graph.node(i - 1 < 0 ? i : i - 1).text.toLowerCase() === "in" &&
    graph.node(i + 1 < graph.nodes.length ? i + 1 : i).upos !== "PROPN"
    ? text
    : null;
}

const POST =
  /\b(?:embass(?:y|ies)|consulates?(?:[- ]general)?|consulates?|legations?|high commissions?|missions?|offices?|representations?|delegations?|sections?|chancery)\b/;
