import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { mayFill } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

const FINITE: ReadonlySet<string> = new Set(["VBZ", "VBD", "VBP"]);

/** "Is also a member of the Union", "Opened a legation there in 1921": notes leave out the subject, which is the page's. */
export function fillElidedSubject(
  graph: SentenceGraph,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  const [subject] = memory.subjects;
  if (memory.subjects.length !== 1 || !subject || !isElided(graph, trigger)) return;
  const slot = graph.isVerb(trigger) && graph.isPassive(trigger) ? "object" : "agent";
  for (const [name, places] of frame.roles) {
    const role = name.replace("?", "");
    if (!places.includes(slot) || fillers.has(role) || !mayFill(frame.type, role, subject)) continue;
    if ([...fillers.values()].some((list) => list.some((f) => f.actor === subject))) continue;
    const filler = impliedActor(graph.node(trigger), subject, "the page, for a subject left out");
    fillers.set(role, [{ ...filler, node: trigger, slot: "subject" }]);
    return;
  }
}

/** The clause of the trigger is the sentence's, begins with its finite verb and has no subject. */
function isElided(graph: SentenceGraph, trigger: number): boolean {
  const root = [trigger, ...graph.ancestors(trigger)].at(-1)!;
  const clause = trigger === root || graph.node(trigger).head === root;
  let first = 0;
  while (first < graph.nodes.length && (graph.node(first).upos === "PUNCT" || graph.node(first).upos === "ADV")) first++;
  if (!clause || first >= graph.nodes.length || !FINITE.has(graph.node(first).xpos)) return false;
  if (first !== root && !(graph.node(first).head === root && /^(?:cop|aux)/.test(graph.node(first).relation))) return false;
  return graph.childrenBy(root, "nsubj", "expl", "csubj").length === 0 && graph.node(graph.nodes.length - 1).text !== "?";
}
