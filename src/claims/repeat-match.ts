import type { FrameMatch } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { mayFill, ROLES } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const DOING: ReadonlySet<string> = new Set(["do", "follow"]);
const THE_SAME = /^(?:so|likewise|same|suit)$/i;

/**
 * "Peru recognised Kosovo in 2008; Chile did so in 2009", "Chile followed suit": the last act that was told, by another
 * actor. Null where the verb at `i` says no such thing, or nothing was told before that this actor could do.
 */
export function repeatMatch(graph: SentenceGraph, actors: PhraseActors, i: number, before: FrameMatch | null): FrameMatch | null {
  if (!before || !graph.isVerb(i) || !DOING.has(graph.node(i).lemma.toLowerCase())) return null;
  const says = [...graph.childrenBy(i, "advmod", "obj", "obl")].some((c) => THE_SAME.test(graph.node(c).text));
  if (!says) return null;
  const rules = ROLES[before.frame.type];
  const [first] = Object.keys(rules.roles);
  if (!first || rules.mutual || !before.fillers.has(first)) return null;
  const others = new Set([...before.fillers].filter(([role]) => role !== first).flatMap(([, list]) => list.map((f) => f.actor)));
  const who = (graph.slots(i).get("agent") ?? [])
    .flatMap((n) => actors.actorsOf(n))
    .filter((a) => mayFill(before.frame.type, first, a.actor) && !others.has(a.actor));
  if (who.length === 0) return null;
  const fillers = new Map(before.fillers);
  for (const [role, list] of fillers)
    if (role !== first)
      fillers.set(
        role,
        list.map((f) => ({ ...f, slot: "before" })),
      );
  fillers.set(
    first,
    who.map((a) => ({ ...a, slot: "agent" })),
  );
  return { frame: before.frame, trigger: i, theme: null, said: i, slots: graph.slots(i), fillers };
}
