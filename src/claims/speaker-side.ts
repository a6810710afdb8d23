import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const SPEAKS: ReadonlySet<string> = new Set(["say", "announce", "confirm", "declare", "state", "reveal", "disclose", "add", "reiterate"]);

/**
 * "Peru said a treaty with Fiji had been signed", "announced that ties with Israel would be restored": of two sides of which one is
 * named by "with", and nobody else acts, the other is the state that says so.
 */
export function addSpeaker(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
): void {
  if (frame.type !== "relations" && frame.type !== "agreement") return;
  const own = fillers.get("party") ?? [];
  const [other] = own;
  if (own.length !== 1 || !other || !/^(?:over\.)?with$/.test(other.slot) || fillers.has("organization")) return;
  const verbs = [trigger, ...graph.ancestors(trigger)].filter((n) => graph.isVerb(n));
  // "ties with Israel, cut in 2009, would be restored": what is said beside is theirs too
  const clause = verbs[verbs[0] !== undefined && graph.node(verbs[0]).relation === "acl" && graph.isPassive(verbs[0]) ? 1 : 0];
  if (clause === undefined || graph.node(clause).relation !== "ccomp") return;
  // whoever acts in the clause is a side of it, known or not
  const done = graph.isPassive(clause) ? graph.childrenBy(clause, "obl:agent").length === 0 : graph.childrenBy(clause, "obj").length === 0;
  const subject = graph.childrenBy(clause, "nsubj", "nsubj:pass");
  if (!done || !subject.every((n) => n === other.node || graph.subtree(n).includes(other.node))) return;
  const verb = graph.node(clause).head;
  if (verb < 0 || !SPEAKS.has(graph.lemma(verb)) || graph.isPassive(verb)) return;
  const speakers = graph.childrenBy(verb, "nsubj").flatMap((n) => actors.actorsOf(n));
  const [speaker] = speakers;
  if (speakers.length !== 1 || kindOf(speaker!.actor) !== "state" || speaker!.actor === other.actor) return;
  fillers.set("party", [{ ...speaker!, slot: "speaker" }, other]);
}
