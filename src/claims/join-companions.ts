import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf, mayFill } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Types in which those who do it together each do it, and the role they have. */
const DONE_BY_EACH: Readonly<Record<string, string>> = { membership: "member", recognition: "recognizer" };
const BESIDE = /^(?:together|along|jointly|simultaneously)$/i;
/** "on the same day as": when somebody else did it too. */
const SAME_TIME = /^(?:time|day|date|moment|occasion|session|meeting|summit|ceremony|year|month|week)$/i;

/**
 * "shares its membership with Peru", "was admitted together with Togo and Benin", "joined on the same day as Fiji",
 * "Kenya, along with Uganda, recognised it", "sits alongside Thailand": those in whose
 * company it was done did it too, wherever the parser hung the words.
 */
export function joinCompanions(
  graph: SentenceGraph,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
  actors: PhraseActors,
): void {
  const role = DONE_BY_EACH[frame.type];
  const doers = role ? fillers.get(role) : undefined;
  if (!role || !doers) return;
  joinBodies(graph, frame, trigger, role, fillers);
  const taken = new Set([...fillers.values()].flat().map((f) => f.actor));
  if (graph.lemma(trigger) === "share")
    for (const a of (graph.slots(trigger).get("with") ?? []).flatMap((n) => actors.actorsOf(n))) {
      if (taken.has(a.actor) || !mayFill(frame.type, role, a.actor)) continue;
      fillers.set(role, [...fillers.get(role)!, { ...a, slot: "companion" }]);
      taken.add(a.actor);
    }
  for (let k = 0; k < graph.nodes.length; k++) {
    const at = behindCompany(graph, k);
    if (at < 0 || !isOfClause(graph, trigger, k, at)) continue;
    // "recognised Kosovo together with Togo": whom or with whom is open without a comma
    if (frame.type === "recognition" && k > trigger && graph.nodes[k - 1]?.text !== ",") continue;
    for (const a of actors.actorsOf(at)) {
      // "a member of the bank, along with its fund": bodies that are joined together
      const side = frame.type === "membership" && kindOf(a.actor) === "org" ? "organization" : role;
      if (taken.has(a.actor) || !mayFill(frame.type, side, a.actor) || a.mention.form === "demonym" || !fillers.has(side)) continue;
      fillers.set(side, [...fillers.get(side)!, { ...a, slot: "companion" }]);
      taken.add(a.actor);
    }
  }
}

/** "joined the fund in 1991, with the bank": a body that stands beside the one that a state joined was joined too. */
function joinBodies(graph: SentenceGraph, frame: Frame, trigger: number, role: string, fillers: Map<string, Filler[]>): void {
  const bodies = fillers.get("organization");
  const doers = fillers.get(role)!;
  const isBeside = (f: Filler): boolean => f.node > trigger && kindOf(f.actor) === "org";
  if (
    frame.type !== "membership" ||
    !bodies ||
    !graph.isVerb(trigger) ||
    graph.isPassive(trigger) ||
    doers.every(isBeside) ||
    !doers.some(isBeside)
  )
    return;
  fillers.set(
    role,
    doers.filter((f) => !isBeside(f)),
  );
  fillers.set("organization", [...bodies, ...doers.filter(isBeside)]);
}

/** The noun behind "together with", "alongside", "at the same time as" at a node; -1 where it has none. */
function behindCompany(graph: SentenceGraph, k: number): number {
  const { text } = graph.node(k);
  const next = graph.nodes[k + 1]?.text ?? "";
  let at = /^alongside$/i.test(text) ? k + 1 : BESIDE.test(text) && /^with$/i.test(next) ? k + 2 : -1;
  if (/^same$/i.test(text) && SAME_TIME.test(next) && /^as$/i.test(graph.nodes[k + 2]?.text ?? "")) at = k + 3;
  if (at < 0) return -1;
  if (/^the$/i.test(graph.nodes[at]?.text ?? "")) at++;
  return at < graph.nodes.length && graph.isNoun(at) ? at : -1;
}

/** No other verb stands between the words and the trigger, nor a semicolon, nor another name whose company they are. */
function isOfClause(graph: SentenceGraph, trigger: number, k: number, at: number): boolean {
  // "joined in 1993, and Peru, together with Chile, in 1998"
  const beside =
    k > trigger + 2 && graph.nodes[k - 1]?.text === "," && graph.isNoun(k - 2) && /^and$/i.test(graph.nodes[k - 3]?.text ?? "");
  if (beside && graph.nodes[k - 4]?.text === "," && graph.node(k - 2).head !== trigger) return false;
  const [from, to] = k > trigger ? [trigger + 1, k] : [at + 1, trigger];
  for (let n = from; n < to; n++) {
    const { text, upos } = graph.node(n);
    if (text === ";" || (upos === "VERB" && graph.isVerb(n) && n !== trigger && !/^(?:acl|amod)$/.test(graph.node(n).relation)))
      return false;
  }
  return true;
}
