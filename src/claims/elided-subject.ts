import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { mayFill } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

const FINITE: ReadonlySet<string> = new Set(["VBZ", "VBD", "VBP"]);

/**
 * "Is also a member of the Union", "Opened a legation there in 1921": notes leave out the subject, which is the page's; points
 * below "The two sides:" leave out those, and the points of a communiqué the body that gives it out.
 */
export function fillElidedSubject(
  graph: SentenceGraph,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  // in the points of a communiqué, those of the body whose meeting it was
  const leaders = memory.leaders.length > 0 ? memory.leaders : memory.convened ? [memory.convened] : [];
  const led = memory.listed && leaders.length > 0;
  const subjects = led ? leaders : memory.guest ? [memory.guest] : memory.subjects.length === 1 ? memory.subjects : [];
  if (subjects.length === 0 || !isElided(graph, trigger, led)) return;
  const root = [trigger, ...graph.ancestors(trigger)].at(-1)!;
  const slot = graph.isVerb(trigger) && (trigger !== root || !led) && graph.isPassive(trigger) ? "object" : "agent";
  for (const [name, places] of frame.roles) {
    const role = name.replace("?", "");
    const fitting = subjects.filter((subject) => mayFill(frame.type, role, subject));
    // "Met with the premier": the other one of the two is said
    const beside = (fillers.get(role) ?? []).every((f) => f.slot === "with") ? (fillers.get(role) ?? []) : null;
    if (!places.includes(slot) || beside === null || fitting.length === 0) continue;
    if ([...fillers.values()].some((list) => list.some((f) => fitting.includes(f.actor)))) continue;
    const why = led ? "the line above the list, for a subject left out" : `the ${memory.guest ? "row" : "page"}, for a subject left out`;
    const own = fitting.map((subject) => ({ ...impliedActor(graph.node(trigger), subject, why), node: trigger, slot: "subject" }));
    fillers.set(role, [...own, ...beside]);
    return;
  }
}

/** The clause of the trigger is the sentence's, begins with its finite verb and has no subject. */
function isElided(graph: SentenceGraph, trigger: number, led: boolean): boolean {
  const root = [trigger, ...graph.ancestors(trigger)].at(-1)!;
  const clause = trigger === root || graph.node(trigger).head === root;
  let first = 0;
  while (first < graph.nodes.length && (/^(?:PUNCT|ADV|X)$/.test(graph.node(first).upos) || graph.node(first).xpos === "LS")) first++;
  if (!clause || first >= graph.nodes.length) return false;
  const { xpos, head, relation } = graph.node(first);
  // "Signed a memorandum" under "Both sides:" is no participle
  const opens = FINITE.has(xpos) || (led && xpos === "VBN" && first === root && graph.childrenBy(root, "obj", "ccomp", "xcomp").length > 0);
  if (!opens || (first !== root && !(head === root && /^(?:cop|aux)/.test(relation)))) return false;
  return graph.childrenBy(root, "nsubj", "expl", "csubj").length === 0 && graph.node(graph.nodes.length - 1).text !== "?";
}
