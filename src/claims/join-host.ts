import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Slots that say with whom it was. */
const PARTNERS: ReadonlySet<string> = new Set(["with", "between", "among", "before"]);

/**
 * "The ministers of Kenya and Togo visited Doha and held trilateral talks": where nobody else is said to be the other side, those who
 * visit a state and hold talks there hold them with the host.
 */
export function joinHost(graph: SentenceGraph, frame: Frame, trigger: number, fillers: Map<string, Filler[]>, actors: PhraseActors): void {
  if (!/^meeting\/(?:hold-talks|held)$/.test(frame.id) || fillers.has("organization")) return;
  const verb = graph.isVerb(trigger) ? trigger : graph.node(trigger).relation === "obj" ? graph.node(trigger).head : -1;
  if (verb < 0) return;
  const { head, relation } = graph.node(verb);
  if (relation !== "conj" || head < 0 || graph.lemma(head) !== "visit" || graph.isPassive(head)) return;
  const came = fillers.get("participant") ?? [];
  if (came.length === 0 || came.some((f) => PARTNERS.has(f.slot.replace(/^own\./, "")))) return;
  const [object] = graph.slots(head).get("object") ?? [];
  const [host] = object === undefined ? [] : actors.actorsOf(object, { places: true });
  if (!host || kindOf(host.actor) !== "state" || came.some((f) => f.actor === host.actor)) return;
  fillers.set("participant", [...came, { ...host, slot: "with" }]);
}

/** Bodies that sit in one place: where they meet is nobody's invitation. */
const SEATED = /^org:(?:un|unga|unsc|unhrc|ecosoc|icj|icc|itlos|pca)$/;
const UNION = /^org:(?:eu|european-commission|european-council|european-parliament|eeas|nato)$/;

/** "attended the General Assembly in New York": the land of a body's seat neither hosts it nor takes part by that. */
export function leaveSeat(graph: SentenceGraph, fillers: Map<string, Filler[]>): void {
  const bodies = fillers.get("organization") ?? [];
  if (bodies.length === 0) return;
  const seat = [
    { bodies: SEATED, city: /^(?:New York|Geneva|The Hague|Hague|Hamburg|Vienna)(?: City)?$/ },
    { bodies: UNION, city: /^(?:Brussels|Strasbourg|Luxembourg)$/ },
  ].find((s) => bodies.every((f) => s.bodies.test(f.actor)));
  if (!seat) return;
  const isSeat = ({ node, slot }: Filler): boolean => /(?:^|>)(?:in|at)$/.test(slot) && seat.city.test(graph.node(node).text);
  const rest = (fillers.get("participant") ?? []).filter((f) => !isSeat(f));
  if (rest.length > 0) fillers.set("participant", rest);
  else fillers.delete("participant");
}
