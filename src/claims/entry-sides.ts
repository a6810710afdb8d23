import { impliedActor, ofPair } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { RoleStep } from "./role-step.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { Measure } from "./told-sides.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** What restrictions are of one kind, so that "the embargo" and "its sanctions" may be the same. */
const KINDS: readonly RegExp[] = [
  /\b(?:border|frontier|crossing|airspace|checkpoint)/i,
  /\b(?:travel|entry|visa)/i,
  /\b(?:suspen|aid|support|assistance)/i,
  /\b(?:sanction|embargo|blockade|boycott|restriction|measure|freeze)/i,
  /\b(?:ban|bar|prohibit|licen[cs]e|flight|import|export)/i,
];

const NOUNS = /\b(?:sanctions?|embargo|blockade|boycott|ban)\b/i;

/**
 * Fills the sides that an entry of the chronicle of two states leaves out, and who lifts what against whom anywhere: the
 * restriction that was told before is the one that ends ("Embargo lifted", "European Union lifts its suspension"); a border
 * that opens is that of the two; what one of the two shuts it shuts to the other.
 */
export const addEntrySides: RoleStep = (graph, actors, frame, trigger, theme, fillers, memory) => {
  if (frame.type === "mission" || frame.type === "envoy") addBothPosts(graph, actors, frame, trigger, theme, fillers, memory);
  if (frame.id === "meeting/meet") addEntryMeeting(graph, actors, trigger, fillers, memory);
  if (frame.type === "agreement" && frame.phase === "signed") addOthersBesides(graph, trigger, fillers, memory);
  if (frame.type !== "sanction" || !(memory.entry || memory.listed || graph.dated)) return;
  const [imposers, targets] = ["imposer", "target"].map((role) => fillers.get(role) ?? []) as [Filler[], Filler[]];
  if (imposers.length > 0 && targets.some((t) => !imposers.some((i) => i.actor === t.actor))) return;
  const atBorder = frame.conditions.includes("at-a-border");
  const words = [trigger, ...(theme === null ? [] : graph.subtree(theme))].map((n) => graph.node(n).text).join(" ");
  // "Arms embargo on Eritrea": by whom may be said where it ends
  const against = targets.length > 0 && targets.every((t) => /^(?:on|upon|against)/.test(t.slot));
  if (frame.phase !== "ends" && imposers.length === 0 && against && !graph.isVerb(trigger) && NOUNS.test(words))
    memory.rememberMeasure(fillers, words);
  if (frame.phase === "ends") {
    const told = memory.measures.findLast((m) => fitsMeasure(m, words, imposers, targets, graph, actors));
    // in a chronicle of many states a side must be named to tell whose it is
    if (told && (memory.entry || imposers.length + targets.length > 0)) {
      if (imposers.length === 0 && told.imposers.length > 0) fillers.set("imposer", asBefore(told.imposers));
      if (targets.length === 0) fillers.set("target", asBefore(told.targets));
      return;
    }
  }
  if (!memory.entry || actors.namesAnother(memory.subjects) || !memory.subjects.every((s) => kindOf(s) === "state")) return;
  const pair = ofPair(memory, graph, theme ?? trigger);
  if (atBorder && frame.phase === "ends" && imposers.length === 0 && targets.length === 0) {
    const each = pair.map((f) => ({ ...f, mention: { ...f.mention, text: "each other" } }));
    fillers.set("imposer", each);
    fillers.set("target", each);
  } else if (imposers.length === 1 && targets.length === 0 && graph.isVerb(trigger)) {
    const other = pair.filter((f) => f.actor !== imposers[0]!.actor);
    if (other.length === 1) fillers.set("target", other);
  } else if (targets.length === 1 && imposers.length === 0 && graph.isVerb(trigger) && isBarePassive(graph, trigger)) {
    // "Vans from Kenya banned from the parks"
    const other = pair.filter((f) => f.actor !== targets[0]!.actor);
    if (other.length === 1) fillers.set("imposer", other);
  }
};

function isBarePassive(graph: SentenceGraph, trigger: number): boolean {
  return graph.isPassive(trigger) && !graph.slots(trigger).has("by") && !graph.slots(trigger).has("agent");
}

const PERSONS =
  /^(?:minister|president|premier|leader|head|chief|general|official|delegation|envoy|expert|king|secretary|speaker|commander|negotiator|governor)$/i;

/**
 * "Foreign ministers Example and Sample meet at the border", "Heads of intelligence of the two meet", "Ruto and Example meet":
 * in a chronicle of two states persons who meet, several and of nobody known, are theirs; so is the other one of two.
 */
function addEntryMeeting(
  graph: SentenceGraph,
  actors: PhraseActors,
  trigger: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  if (!memory.entry || !graph.isVerb(trigger) || graph.childrenBy(trigger, "obj", "iobj").length > 0) return;
  if (actors.namesAnother(memory.subjects) || !memory.subjects.every((s) => kindOf(s) === "state")) return;
  const own = fillers.get("participant") ?? [];
  if (own.length > 1 || graph.slots(trigger).has("with")) return;
  const [subject] = graph.childrenBy(trigger, "nsubj");
  if (subject === undefined) return;
  const named = graph.conjuncts(subject).filter((n) => graph.node(n).upos === "PROPN");
  const several = named.length === 2 || (PERSONS.test(graph.lemma(subject)) && graph.node(subject).xpos.endsWith("S"));
  if (!several || own.some((f) => !memory.subjects.includes(f.actor))) return;
  const missing = ofPair(memory, graph, subject).filter((f) => !own.some((o) => o.actor === f.actor));
  fillers.set("participant", [...own, ...missing]);
}

/** "Treaty signed in Kampala with Uganda" in a chronicle of two others: theirs and that one's. */
function addOthersBesides(graph: SentenceGraph, trigger: number, fillers: Map<string, Filler[]>, memory: TopicMemory): void {
  const own = fillers.get("party") ?? [];
  if (!memory.entry || own.length === 0 || !own.every((f) => f.slot === "with" && kindOf(f.actor) === "state")) return;
  if (own.some((f) => memory.subjects.includes(f.actor)) || !isBarePassive(graph, trigger)) return;
  fillers.set("party", [...ofPair(memory, graph, trigger), ...own]);
}

/** Whether a restriction told before is the one spoken of: of one kind, and none of those named here is another side. */
function fitsMeasure(
  { imposers, targets, words }: Measure,
  said: string,
  own: readonly Filler[],
  against: readonly Filler[],
  graph: SentenceGraph,
  actors: PhraseActors,
): boolean {
  const kind = KINDS.findIndex((k) => k.test(said));
  if (kind < 0 || !KINDS[kind]!.test(words)) return false;
  const isOf = (list: readonly Filler[], known: readonly Filler[]): boolean => list.every((f) => known.some((k) => k.actor === f.actor));
  const all = [...imposers, ...targets, ...own].map((f) => f.actor);
  return (imposers.length === 0 || isOf(own, imposers)) && isOf(against, targets) && graph.nodes.length < 30 && !actors.namesAnother(all);
}

/** "Embassies open in both capitals", "Liaison offices open in the two capitals", "Ambassadors return": each of the two has its own in the other. */
const addBothPosts: RoleStep = (graph, actors, frame, trigger, theme, fillers, memory) => {
  if (!memory.entry || fillers.has("sender") || frame.phase === "holds" || !graph.isVerb(trigger)) return;
  const about = theme ?? graph.childrenBy(trigger, "nsubj", "nsubj:pass")[0] ?? -1;
  if (about < 0 || !graph.node(about).xpos.endsWith("S") || graph.childrenBy(about, "det", "nmod:poss", "amod").length > 0) return;
  if (actors.namesAnother(memory.subjects) || !memory.subjects.every((s) => kindOf(s) === "state")) return;
  const each = memory.subjects.map((actor) => {
    const made = impliedActor(graph.node(about), actor, "the two that the page is about");
    return { ...made, node: about, slot: "each", mention: { ...made.mention, text: "each other" } };
  });
  fillers.set("sender", each);
  fillers.set("host", each);
};

function asBefore(known: readonly Filler[]): Filler[] {
  return known.map((k) => ({ ...k, slot: "before" }));
}
