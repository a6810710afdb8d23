import type { ClaimType } from "./claim.ts";
import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import { kindOf, mayFill } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** The role of who does it and the role of whoever it is done for. */
const ENDS: Partial<Record<ClaimType, readonly [string, string]>> = { aid: ["donor", "recipient"], project: ["party", "party"] };
/** Frames that only tell of help need both sides in their own places. */
const OUTRIGHT = 0.66;
/** What these bring is where it came from, on whose side, on what occasion or after what; not for whom. */
const ELSEWHERE =
  /^(?:from|by|with|against|via|through|after|before|during|since|than|like|unlike|as|alongside|following|over|about|without|despite|versus|between|near|off|outside|opposite|beside|besides|under|except|including|based_on|according_to|on_behalf_of|instead_of|ahead_of|because_of|due_to|along_with|together_with)$/;
/** What happens to a gift where it comes to. */
const ARRIVING = /^(?:receive|arrive|land|reach|open|inaugurate|deliver|unload|hand over|distribute|install|come|unveil|use|stand|serve)$/;
const SEEING = /^(?:show|see|visit|tour|inspect|praise|cut|dedicate|name|stand)$/;
/** What stands over a place that is only where it was said or signed, or whose own state is not helped. */
const OCCASIONS =
  /^(?:conference|summit|meeting|session|talk|forum|ceremony|visit|trip|tour|assembly|seminar|congress|round|event|gathering|dinner|speech|agreement|treaty|accord|pact|memorandum|protocol|embassy|consulate|ambassador|president|minister|war|invasion|aggression|attack|sanction|debt|border|exile|immigrant|imports?|exports?)s?$/i;

/**
 * "Japan released 2 million dollars for flood relief in Malawi", "has backed Moldovan farms since 2012 with a credit": where the place
 * of the one helped, or of the country that is built in, is empty and the clause names just one other state, it is that one.
 */
export function takeLeftoverState(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
): void {
  const ends = ENDS[frame.type];
  if (!ends || frame.confidence < OUTRIGHT || !graph.isVerb(trigger)) return;
  const [giver, taker] = ends;
  if (frame.type === "aid") leaveScene(graph, trigger, fillers);
  if (frame.type === "project" && !frame.conditions.includes("one-party-acts")) return;
  const own = fillers.get(giver) ?? [];
  if (own.length === 0 || own.some((f) => f.slot !== "agent" && f.slot !== "by")) return;
  if (taker !== giver && (fillers.has(taker) || (frame.roles.get(taker) ?? []).includes("agent"))) return;
  const known = new Set(own.map((f) => f.actor));
  if (taker === giver && known.size > 1) return;
  const named = (top: number, nodes: readonly number[]): PhraseActor[] =>
    nodes
      .filter((n) => n !== top)
      .flatMap((n) => actors.actorsOf(n, { alone: true, places: true }).filter((a) => !known.has(a.actor) && isMeant(graph, top, n, a)));
  const inside = named(trigger, graph.subtree(trigger, false));
  const others = inside.length > 0 ? inside : arrivedIn(graph, frame, trigger, named);
  const [only] = others;
  if (only && others.every((a) => a.actor === only.actor) && mayFill(frame.type, taker, only.actor))
    fillers.set(taker, [...(taker === giver ? own : []), { ...only, slot: "in" }]);
}

const GATHERINGS = /^(?:conference|summit|meeting|session|forum|ceremony|assembly|seminar|congress|gathering)$/i;

/** "released 2 million at a conference in Paris": where they met is not helped. */
function leaveScene(graph: SentenceGraph, trigger: number, fillers: Map<string, Filler[]>): void {
  const taken = fillers.get("recipient") ?? [];
  const isScene = (filler: Filler): boolean => {
    const { node } = filler;
    if (graph.preposition(node) !== "in") return false;
    if (isWhereDecided(graph, trigger, node, filler)) return true;
    const up = graph.ancestors(node);
    const within = up.includes(trigger) ? up.slice(0, up.indexOf(trigger)) : [];
    return within.some((n) => GATHERINGS.test(graph.node(n).lemma) && graph.preposition(n) === "at" && graph.node(n).head === trigger);
  };
  const left = taken.filter((f) => !isScene(f));
  if (left.length === taken.length) return;
  if (left.length === 0) fillers.delete("recipient");
  else fillers.set("recipient", left);
}

const DECIDING = /^(?:approve|pledge|promise|announce|commit|authorise|authorize|award|earmark|allocate)$/;

/** "approved a loan in Tunis", "the Bank in Tunis approved": the town where a body decides, or where it sits, is not helped. */
function isWhereDecided(graph: SentenceGraph, trigger: number, node: number, { mention }: PhraseActor): boolean {
  if (mention.form !== "capital" && mention.form !== "city") return false;
  const { head } = graph.node(node);
  const isOfVerb = head === trigger || (graph.slots(trigger).get("agent") ?? []).includes(head);
  return isOfVerb && graph.preposition(node) === "in" && DECIDING.test(graph.lemma(trigger));
}

/** "doses, donated by Poland, were received in Kigali": where the verb over a participle says that it came. */
function arrivedIn(
  graph: SentenceGraph,
  frame: Frame,
  trigger: number,
  named: (top: number, nodes: readonly number[]) => PhraseActor[],
): PhraseActor[] {
  if (graph.node(trigger).relation !== "acl" || graph.node(trigger).xpos !== "VBN") return [];
  const over = graph.ancestors(trigger).find((n) => graph.isVerb(n));
  // "in Bamako they were shown the hospital built by a Chinese firm"
  const isSeen = frame.type === "project" && over !== undefined && SEEING.test(graph.lemma(over));
  if (over === undefined || !(ARRIVING.test(graph.lemma(over)) || isSeen)) return [];
  const there = (frame.type === "aid" ? ["in", "at", "to", "for"] : ["in", "at"]).flatMap((slot) => graph.slots(over).get(slot) ?? []);
  return named(
    over,
    there.flatMap((n) => graph.subtree(n, false)),
  );
}

/** Whether nothing between the verb and the name says that it is a source, a companion or a scene. */
function isMeant(graph: SentenceGraph, trigger: number, node: number, actor: PhraseActor): boolean {
  if (kindOf(actor.actor) !== "state") return false;
  if (isWhereDecided(graph, trigger, node, actor)) return false;
  for (const at of [node, ...graph.ancestors(node)]) {
    if (at === trigger) return true;
    // "gave a Ugandan trader a loan": who is given it by a bank is nobody's state
    if (graph.node(at).relation === "iobj") return false;
    if (ELSEWHERE.test(graph.preposition(at)) || OCCASIONS.test(graph.node(at).lemma)) return false;
  }
  return false;
}
