import { loadActors } from "../actors/load-actors.ts";
import type { Frame } from "./frame.ts";
import { impliedActor, ofPair } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { areFriends } from "./told-friends.ts";
import type { Named } from "./told-sides.ts";
import type { TopicMemory } from "./topic-memory.ts";
import { unique } from "./unique-actors.ts";

/** Two sides that were named before: "mediated between the two sides", "among the parties". */
const SIDES =
  /\b(?:two|both|warring|rival|opposing|the|disputing) (?:\p{L}+ )?(?:sides?|parties|countries|neighbou?rs|governments|states|nations|foes|rivals|presidents|ministers|leaders|delegations|armies|capitals)\b|\b(?:between|among) (?:the two|both|them)\b|\b(?:bring|brought|get|got) (?:the two|both|them)\b/iu;
/** The quarrel itself, or what ended it, stands for those who have it. */
const QUARREL =
  /\b(?:conflict|dispute|war|crisis|talks|negotiations|ceasefire|truce|standoff|stand-off|quarrel|peace (?:process|accord|agreement|treaty|talks|deal|plan|proposal)|settlement|them|hostilities|fighting|skirmish(?:es)?|clashes|agreement|accord|deal|pact|thaw|rapprochement|dialogue|rounds?|exchange|swap|armistice|process)\b/i;
const STANDS_BETWEEN = /^(?:(?:co-)?(?:mediator|facilitator)|guarantor|go-between|intermediary|witness|broker)(?:s|es)?$/i;
const OFFICES = /^(?:good )?offices?$|^(?:mediat\w+|services?|word)$/i;
/** Two camps within one state. */
const INNER =
  /\b(?:government|regime|authorities|army|junta|president|ruling party)\b.{0,60}\b(?:and|with)\b.{0,40}\b(?:opposition|rebels?|guerrillas?|insurgents?|paramilitar(?:y|ies)|protesters|separatists)\b/i;
/** The sentence before tells of a quarrel or of talks: "peace talks between the government of Niger and the FPL". */
const AT_ODDS =
  /\b(?:talks|negotiations|dialogue|truce|cease-?fire|peace (?:accord|agreement|deal|process)|rebels?|rebellion|insurgents?|guerrillas?|junta|opposition|civil war|coup)\b/i;

/** Those between whom a mediator stands: the two sides of the quarrel that was spoken of last. */
export function recallSides(
  graph: SentenceGraph,
  actors: PhraseActors,
  about: number,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): void {
  const words = graph.nodes.map((n) => n.text).join(" ");
  const near = graph
    .subtree(about)
    .map((n) => graph.node(n).text)
    .join(" ");
  // "Togo is mediating", "acted as guarantor": whom between goes without saying
  const bare =
    (graph.isVerb(about) ||
      graph.node(about).upos === "PRON" ||
      OFFICES.test(graph.node(about).text) ||
      STANDS_BETWEEN.test(graph.node(about).lemma)) &&
    ["between", "among", "in", "object", "of", "for"].every(
      (slot) => !graph.slots(about).has(slot) || OFFICES.test(graph.node(about).text),
    );
  if (!bare && !SIDES.test(words) && !QUARREL.test(near) && !QUARREL.test(words)) return;
  const mediators = fillers.get("mediator") ?? [];
  const isOther = ({ actor }: Pick<Named, "actor">): boolean => !mediators.some((m) => m.actor === actor);
  const apart = (sides: readonly Pick<Named, "actor">[]): boolean => new Set(sides.map((s) => s.actor)).size >= 2 && sides.every(isOther);
  const fill = (sides: readonly Named[], why: string, slot = "before"): void => {
    fillers.set(
      "party",
      sides.map(({ actor, text }) => ({ ...impliedActor(graph.node(about), actor, why), text, node: about, slot })),
    );
  };
  const here = unique(actors.allNamed().filter((f) => isSide(f) && isOther(f)));
  // "Cuba and Norway were the guarantors, Chad and Mali were to look on": not those besides it in the same row
  const standsAlone = graph.node(about).head < 0 && !graph.isVerb(about);
  if (!standsAlone && areJoined(here, actors.text) && !isBeyond(graph, about, here)) {
    fill(here, "the two that the sentence itself names");
    return;
  }
  const sides = memory.lastSides();
  if (apart(sides)) {
    fillers.set(
      "party",
      sides.map((k) => ({ ...k, slot: "before" })),
    );
    return;
  }
  // "between the government and the opposition": of the state that was just spoken of
  const inner = INNER.test(words) ? onlyState(memory, mediators) : null;
  if (inner) {
    fill([inner], "the state of which was told before");
    return;
  }
  // "mediated between the two sides", "Libya is mediating" after a sentence that names just two
  const isNew = SIDES.test(words) || STANDS_BETWEEN.test(graph.node(about).lemma) || !actors.namesAnother(mediators.map((m) => m.actor));
  const named = isNew && !areFriends(memory, 1) ? sidesBack(memory, 1).filter(isOther) : [];
  if (named.length === 2 && apart(named)) {
    fill(named, "the two named before");
    return;
  }
  // "guarantors of that process" with the ELN: the rebels and the state that they fight
  const rebels = withState(here.length > 0 ? here : named);
  if (rebels.length === 2 && apart(rebels)) {
    fill(rebels, "rebels and the state that they fight");
    return;
  }
  // one accused or punished the other just before, or they talked
  const foes = memory
    .sidesTold()
    .find(
      (t) =>
        t.back > 0 &&
        t.from.length === 1 &&
        t.to.length === 1 &&
        apart([...t.from, ...t.to]) &&
        (["sanction", "event", "envoy"].includes(t.type) ||
          (t.type === "meeting" && [...t.from, ...t.to].every(isSide)) ||
          ["accuses", "criticises", "rejects", "threatens", "demands"].includes(t.stance)),
    );
  if (foes) {
    fill([...foes.from, ...foes.to], "the two who were told of before");
    return;
  }
  // "Angola has offered to mediate" in a chronicle of the dealings of two
  const pair =
    memory.entry && graph.isVerb(about) && !actors.namesAnother([...memory.subjects, ...mediators.map((m) => m.actor)])
      ? ofPair(memory, graph, about)
      : [];
  if (apart(pair)) fillers.set("party", pair);
  // "Congo, which is mediating the talks", in a report on the rebels and the government of Chad
  else if (memory.strife && isOther({ actor: memory.strife }) && !actors.namesAnother([memory.strife, ...mediators.map((m) => m.actor)]))
    fill([{ actor: memory.strife, text: "" }], "the state at war with its rebels", "strife");
  // "Algeria and Togo were the guarantors" of talks within the one state named before
  else if (named.length === 1 && kindOf(named[0]!.actor) === "state" && AT_ODDS.test(sentenceOf(memory.namedBack(1), actors.text)))
    fill(named, "the state of whose quarrel was told before", "strife");
}

/** "In a deal brokered by China, Iran and Bahrain restored ties": two alone that stand side by side. */
function areJoined(two: readonly PhraseActor[], text: string): boolean {
  if (two.length !== 2) return false;
  const [first, second] = two[0]!.start < two[1]!.start ? two : [two[1]!, two[0]!];
  return JOINING.test(text.slice(first!.end, second!.start)) && !LOOKS_ON.test(text.slice(Math.max(0, first!.start - 20), first!.start));
}
/** "offered to mediate; Chad and Mali pressed for talks": a clause of its own behind a semicolon. */
function isBeyond(graph: SentenceGraph, about: number, two: readonly PhraseActor[]): boolean {
  const first = Math.min(...two.map((f) => f.node));
  return first > about && graph.nodes.some((n, k) => k > about && k < first && n.text === ";");
}

/** "accompanied by Chad and Mali", "in Chad and Mali". */
const LOOKS_ON = /\b(?:by|with|from|for|in|at|to|near)(?: the)?\s*$/i;
const JOINING = /^\s*(?:\([^()]*\)\s*)?(?:and|with)(?: the)?\s*$/i;

/** The states and armed groups that the sentence so many back named, each once. */
function sidesBack(memory: TopicMemory, back: number): PhraseActor[] {
  return unique(memory.namedBack(back).filter(isSide));
}

/** The one armed group among these, with the state that it fights. */
function withState(named: readonly PhraseActor[]): Named[] {
  const groups = named.filter((f) => kindOf(f.actor) === "group");
  const actor = groups.length === 1 ? loadActors().actor(groups[0]!.actor) : null;
  const home = actor?.class === "armed" ? actor.home : null;
  return home ? [groups[0]!, { actor: home, text: "" }] : [];
}

function isSide({ actor }: Pick<Named, "actor">): boolean {
  const kind = kindOf(actor);
  return kind === "state" || kind === "group";
}

/** The one state that the last sentence to name any besides the mediators names; the page's own where it has one. */
function onlyState(memory: TopicMemory, mediators: readonly Filler[]): Named | null {
  const isOther = (f: { readonly actor: string }): boolean => !mediators.some((m) => m.actor === f.actor);
  for (let back = 1; back <= 3; back++) {
    const named = sidesBack(memory, back).filter((f) => kindOf(f.actor) === "state" && isOther(f));
    if (named.length > 0) return named.length === 1 ? named[0]! : null;
  }
  const [page] = memory.subjects;
  return page && memory.subjects.length === 1 && isOther({ actor: page }) ? { actor: page, text: "" } : null;
}

/** About the sentence in which these were named. */
function sentenceOf(named: readonly PhraseActor[], text: string): string {
  if (named.length === 0) return "";
  const [start, end] = [Math.min(...named.map((n) => n.start)), Math.max(...named.map((n) => n.end))];
  const before = text.slice(Math.max(0, start - AROUND), start).split(/[.!?\n]\s/);
  const after = text.slice(end, end + AROUND).split(/[.!?\n]\s/);
  return before.at(-1)! + text.slice(start, end) + after[0]!;
}
const AROUND = 150;

/** Who the parties of "three agreements are to be signed" are: of new ones the two that did something together since the last were signed. */
export function partiesBefore(graph: SentenceGraph, frame: Frame, about: number, memory: TopicMemory): readonly Filler[] {
  const last = memory.recall(frame.type);
  const isNew = frame.type === "agreement" && graph.childrenBy(about, "det", "nmod:poss").length === 0;
  const partners = isNew && last.length > 0 ? memory.lastPartners(frame.type) : [];
  return partners.length === 2 ? partners : last;
}
