import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** How many sentences after it was told a visit still says who receives the guest. */
const WHILE_VISITING = 12;
const RECEPTIONS: ReadonlySet<string> = new Set(["visit/receive", "visit/received"]);
const ENCOUNTERS = /^meeting\/(?:meet|call-on|courtesy-call|paid-call|hold-talks|held|discuss-with|beside-act)$/;
const OFFICE =
  /\b(?:president|vice[- ]president|prime minister|premier|chancellor|minister|deputy minister|secretary|undersecretary|party chief|party leader|speaker|chair(?:man|woman|person)?|mayor|governor|king|queen|emir|sultan|crown prince|head of state)\b/i;

/**
 * "The guest was also received by the Speaker, Janko Veber", "She paid a call on the Minister of Trade": while a visit is told, officials
 * of no named state whom the guest meets are the host's.
 */
export function meetHost(
  graph: SentenceGraph,
  frame: Frame,
  slots: Slots,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
  actors: PhraseActors,
): void {
  const isReception = RECEPTIONS.has(frame.id);
  if (!isReception && !ENCOUNTERS.test(frame.id)) return;
  const known = fillers.get(isReception ? "visitor" : "participant") ?? [];
  if (new Set(known.map((f) => f.actor)).size !== 1 || fillers.has("host") || fillers.has("organization")) return;
  if (isReception && frame.id === "visit/receive") {
    const where = hostByPlace(graph, slots, known[0]!.actor, actors);
    if (where) {
      fillers.set("host", [where]);
      return;
    }
  }
  const last = memory.lastMatch("visit", WHILE_VISITING);
  const hosts = last?.get("host") ?? [];
  if (!last?.get("visitor")?.some((f) => f.actor === known[0]!.actor) || hosts.length !== 1 || kindOf(hosts[0]!.actor) !== "state") return;
  const places = isReception ? ["agent", "by"] : ["object", "on", "upon", "with", "and"];
  const official = places.flatMap((p) => slots.get(p) ?? []).find((n) => isOfficial(graph, n, actors));
  if (official === undefined) return;
  const why = "the state whose guest is told of";
  const host: Filler = { ...impliedActor(graph.node(official), hosts[0]!.actor, why), office: "official", node: official, slot: "before" };
  if (isReception) fillers.set("host", [host]);
  else fillers.set("participant", [...known, host]);
}

/** "Party chief Ana Example received here the speaker": whoever receives at home, with no state named, is of the state of that place. */
function hostByPlace(graph: SentenceGraph, slots: Slots, visitor: string, actors: PhraseActors): Filler | null {
  const [receiver] = slots.get("agent") ?? [];
  if (receiver === undefined || actors.actorsOf(receiver).length > 0) return null;
  if (!isOfficial(graph, receiver, actors)) return null;
  for (const node of [...(slots.get("in") ?? []), ...(slots.get("at") ?? [])])
    for (const m of actors.mentionsAt(node)) {
      const isPlace = m.form === "capital" || m.form === "city" || m.form === "reference";
      if (!isPlace || m.actors.length !== 1 || m.actors[0] === visitor || kindOf(m.actors[0]!) !== "state") continue;
      return {
        ...impliedActor(graph.node(receiver), m.actors[0]!, "the state where the guest is received"),
        office: "official",
        node: receiver,
        slot: "in",
      };
    }
  return null;
}

/** A holder of an office whose state the words leave out. */
function isOfficial(graph: SentenceGraph, node: number, actors: PhraseActors): boolean {
  const phrase = graph.subtree(node);
  return (
    OFFICE.test(phrase.map((n) => graph.node(n).text).join(" ")) &&
    phrase.every((n) => actors.mentionsAt(n).every((m) => m.actors.length === 0 || m.form === "capital" || m.form === "city"))
  );
}
