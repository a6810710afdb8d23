import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** What a state does to a treaty of many by itself. */
const ALONE: ReadonlySet<string> = new Set(["signed", "ratified", "in-force", "ends"]);
const TREATY =
  /\b(?:treaty|agreement|convention|protocol|statute|accords?|charter|pact|partnership|free trade area|economic framework|afcfta|npt|unclos|start|c?ptpp|tpp(?:-?11)?|nafta|tlcan|usmca|t-mec|cusma|cafta(?:-dr)?|dr-cafta|rcep|ttip|cefta|afta|ftaa|sparteca|depa|gatt|ctbt|tpnw|cwc|bwc|unfccc|cites|cbd|marpol|att|jcpoa|ceta)\b/i;
/** How far back a treaty may have been named. */
const NEARBY = 3;

/** A treaty that states join one by one and the words call a treaty: "the Paris Agreement", "the Schengen Convention". */
export function isTreaty({ actor, mention }: Pick<PhraseActor, "actor" | "mention">): boolean {
  return kindOf(actor) === "org" && TREATY.test(mention.text);
}

/**
 * "The Paris Agreement is four years old. France ratified in June, Kiribati has ratified the Agreement": the treaty that
 * states join one by one is the one named last, where the words only point to it or leave it out. Nothing where the last pact told of was
 * between states alone.
 */
export function recallTreaty(
  graph: SentenceGraph,
  frame: Frame,
  theme: number | null,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  const own = fillers.get("party") ?? [];
  if (frame.type !== "agreement" || !ALONE.has(frame.phase) || fillers.has("organization") || own.length === 0) return;
  if (own.some((f) => ["with", "between", "to"].includes(f.slot))) return;
  if (theme === null ? !frame.recalls.includes("party") : !pointsTo(graph, theme)) return;
  for (let back = 0; back <= NEARBY; back++) {
    const last = memory.lastMatch("agreement", back);
    const told = last?.get("organization")?.filter(isTreaty) ?? [];
    const named = told.length > 0 ? told : back === 0 ? [] : memory.namedBack(back).filter(isTreaty);
    if (named.length > 0) {
      if (new Set(named.map((f) => f.actor)).size === 1) fillers.set("organization", [{ ...named[0]!, slot: "before" }]);
      return;
    }
    // "Kenya signed the charter of the Bank. Laos has not signed": with the body whose pact it was
    const whose = theme === null ? ofBody(last) : [];
    if (whose.length === 1 && !own.some((f) => f.actor === whose[0]!.actor))
      fillers.set("organization", [{ ...whose[0]!, slot: "before" }]);
    if (last) return;
  }
}

const OF_MANY = /\b(?:protocol|convention|charter|treaty|statute|covenant)\b/i;

/**
 * "Cabo Verde has ratified the Protocol on the Court", in a release or communiqué of an organisation: a treaty that one state takes on
 * by itself is that organisation's.
 */
export function recallOwnTreaty(
  graph: SentenceGraph,
  frame: Frame,
  theme: number | null,
  fillers: Map<string, Filler[]>,
  { convened, voice, subjects }: TopicMemory,
): void {
  const [page, other] = subjects;
  const body = convened ?? [voice, other ? null : (page ?? null)].find((id) => id !== null && kindOf(id) === "org") ?? null;
  const own = fillers.get("party") ?? [];
  if (!body || theme === null || frame.type !== "agreement" || frame.phase !== "ratified" || fillers.has("organization")) return;
  if (new Set(own.map((f) => f.actor)).size !== 1 || kindOf(own[0]!.actor) !== "state" || ["with", "between", "to"].includes(own[0]!.slot))
    return;
  if (!OF_MANY.test(graph.node(theme).text) || !/^\p{Lu}/u.test(graph.node(theme).text)) return;
  const why = "the organisation whose document it is";
  fillers.set("organization", [{ ...impliedActor(graph.node(theme), body, why), node: theme, slot: "body" }]);
}

/** The body that the last pact was one of, or that was taken for it since. */
function ofBody(last: ReadonlyMap<string, readonly Filler[]> | null): readonly Filler[] {
  const sides = (last?.get("party") ?? []).filter((f) => f.slot === "of");
  const recalled = (last?.get("organization") ?? []).filter((f) => f.slot === "before");
  return [...sides, ...recalled].filter((f) => kindOf(f.actor) === "org");
}

/** "the Agreement", "the treaty", "it". */
function pointsTo(graph: SentenceGraph, theme: number): boolean {
  const { upos, unit } = graph.node(theme);
  if (upos === "PRON") return true;
  const [article] = graph.childrenBy(theme, "det");
  if (unit !== null || article === undefined || !/^(?:the|this|that)$/i.test(graph.node(article).text)) return false;
  return graph.childrenBy(theme, "amod", "compound", "nmod", "acl").length === 0;
}
