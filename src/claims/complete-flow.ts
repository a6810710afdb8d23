import type { ClaimType } from "./claim.ts";
import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { hostOfMission, isMission } from "./name-missions.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import { areFoes } from "./recall-forces.ts";
import { kindOf, mayFill } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Types in which something goes from one to another, with both roles. */
const FLOWS: Partial<Record<ClaimType, readonly [string, string]>> = {
  aid: ["donor", "recipient"],
  arms: ["supplier", "recipient"],
  deployment: ["sender", "host"],
  conflict: ["initiator", "target"],
};
/** States that give much help: the members of the OECD's Development Assistance Committee, and others that report to it or lend as much. */
const DONORS: ReadonlySet<string> = new Set(
  "AUS AUT BEL CAN CHE CZE DEU DNK ESP EST FIN FRA GBR GRC HUN IRL ISL ITA JPN KOR LTU LUX NLD NOR NZL POL PRT SVK SVN SWE USA ARE CHN IND KWT QAT RUS SAU TUR TWN".split(
    " ",
  ),
);
/** Verbs of giving one's share to what others do. */
const SHARING: ReadonlySet<string> = new Set("contribute commit pledge furnish add second".split(" "));
/** The same of units for a mission. */
const LENDING: ReadonlySet<string> = new Set("supply provide lend field".split(" "));
/** Frames that only tell of a flow need both sides named. */
const OUTRIGHT = 0.68;
/** Words that point to the place that a text speaks of, or to those who act for it. */
const SCENE =
  /^(?:it|there|them|here|country|region|islands?|strip|territory|area|zone|enclave|provinces?|north|south|east|west|capital|city|republic|kingdom|archipelago|nation|state|coast|front|border|frontier|government|authorit(?:y|ies)|army|military|navy|police|forces?|ministry|mission|operation|base|airport|port|survivors?|victims?|refugees?|displaced|population|people)$/i;
/** Without a place, "has 200 soldiers" is the size of an army. */
const STANDING: ReadonlySet<string> = new Set("have keep maintain retain hold".split(" "));
/** Verbs of going away, and of what an army does at home as well. */
export const NOT_THERE: ReadonlySet<string> = new Set(
  "leave depart head sail embark set move post base mobilise mobilize increase strengthen boost expand enlarge augment".split(" "),
);
/** What a body is paid into. */
const POT = /^(?:programme|program|fund|budget|trust|account|secretariat|facility|endowment|appeal|reserve|capital)$/i;
const DESTINATIONS = ["to", "recipient", "into", "toward"];
const LOCATIONS = ["in", "at", "on", "off", "near"];
/** What was itself only filled in names nobody. */
const FILLED_IN: ReadonlySet<string> = new Set(["before", "subject", "scene", "place"]);

/**
 * The receiving side that a text leaves out because it speaks of it all along: "Rwanda has a thousand soldiers in Mozambique. …
 * Botswana flew in a contingent; Denmark gave tents." Filled only where the clause names no other state, and what it says of
 * the destination is nothing or points back ("to the army", "in the north"). Who is meant is the one that received last, a
 * few sentences ago at most, else the other one of those who were just told of, else the one that speaks.
 */
export function completeFlow(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  theme: number | null,
  slots: Slots,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): void {
  if (frame.conditions.includes("one-party-acts")) completeProject(graph, actors, frame, trigger, slots, fillers, memory);
  const ends = FLOWS[frame.type];
  // "ordered tanks from France": who did it buys them, whoever received before
  if (ends && (frame.roles.get(ends[1]) ?? frame.roles.get(`${ends[1]}?`) ?? []).includes("agent")) {
    if (frame.conditions.includes("unnamed-body-acts") || (graph.isPassive(trigger) && !slots.has("agent")))
      completeBuyer(frame, fillers, memory, graph, trigger);
    return;
  }
  if (frame.type === "aid") completeBothEnds(graph, actors, frame, trigger, slots, fillers, memory);
  if (
    frame.type === "deployment" ||
    (frame.type === "mission" && frame.phase === "begins" && graph.isVerb(trigger) && graph.isPassive(trigger))
  )
    completeSender(graph, actors, frame, trigger, theme, fillers, memory);
  if (!ends || frame.confidence < OUTRIGHT || !graph.isVerb(trigger)) return;
  const [giver, taker] = ends;
  const givers = fillers.get(giver) ?? [];
  reseat(givers, taker, fillers, memory);
  if (givers.length === 0 || fillers.has(taker) || givers.some((f) => FILLED_IN.has(f.slot) || kindOf(f.actor) === "group")) return;
  if (frame.type === "deployment" && NOT_THERE.has(graph.node(trigger).lemma.toLowerCase())) return;
  // "Macron promised help"
  if (theme !== null && /^(?:help|support)$/i.test(graph.node(theme).lemma)) return;
  const there = frame.type === "aid" ? (hostOfGiver(graph, actors, slots, givers) ?? partnerOfPact(graph, actors, trigger, givers)) : null;
  if (there && mayFill("aid", taker, there.actor)) {
    fillers.set(taker, [{ ...there, slot: "in" }]);
    return;
  }
  const beside = frame.type === "aid" ? takerBeside(graph, actors, trigger, slots, givers) : null;
  if (beside && mayFill("aid", taker, beside.actor)) {
    fillers.set(taker, [{ ...beside, slot: "scene" }]);
    return;
  }
  if (frame.type === "aid" && toBody(graph, actors, trigger, slots, givers, taker, fillers, memory)) return;
  if (
    !mayPointToScene(graph, slots, fillers.get("organization")) ||
    (STANDING.has(graph.lemma(trigger)) && !isPlaced(graph, trigger, slots))
  )
    return;
  if (frame.type === "deployment" && !fillers.has("organization") && joinMission(graph, trigger, slots, fillers, memory)) return;
  const isThere = pointsThere(graph, trigger, slots);
  if (frame.type === "deployment" && !isThere && areFoes(memory)) return;
  const scene = sceneOrAlone(
    memory.scene(
      givers.map((f) => f.actor),
      { type: frame.type, isThere, atHome: !SHARING.has(graph.lemma(trigger)) },
    ),
    frame,
    givers,
    memory,
  ).filter((f) => kindOf(f.actor) === "state" && mayFill(frame.type, taker, f.actor));
  // "paid for a train from Dakar": the receiver's own places name no other
  if (namesAnotherState(graph, actors, trigger, [...givers, ...scene])) return;
  // "its soldiers with MINUSMA" are where the mission is
  const missions = (fillers.get("organization") ?? []).map((f) => hostOfMission(f.actor));
  if (missions.some((host) => host !== scene[0]?.actor)) return;
  if (scene.length === 1)
    fillers.set(taker, [
      { ...impliedActor(graph.node(trigger), scene[0]!.actor, "the one that the text speaks of"), node: trigger, slot: "scene" },
    ]);
}

/**
 * "Sri Lanka was in dire need. India supplied 40,000 tonnes of diesel": where no scene is set, the one state that the sentence before
 * named besides the giver, unless it is one that gives to others itself.
 */
function sceneOrAlone(
  scene: readonly Pick<Filler, "actor">[],
  frame: Frame,
  givers: readonly Filler[],
  memory: TopicMemory,
): readonly Pick<Filler, "actor">[] {
  if (scene.length > 0 || frame.type !== "aid") return scene;
  const before = new Set(memory.namedBack(1).map((f) => f.actor));
  for (const { actor } of givers) before.delete(actor);
  const [only] = before;
  return before.size === 1 && !DONORS.has(only!) ? [{ actor: only! }] : [];
}

/** "signed an agreement with Ghana to provide a loan": with whom it was agreed. */
function partnerOfPact(graph: SentenceGraph, actors: PhraseActors, trigger: number, givers: readonly Filler[]): PhraseActor | null {
  const { head, relation, xpos } = graph.node(trigger);
  if (head < 0 || xpos !== "VB" || !/^(?:advcl|acl)/.test(relation)) return null;
  const pacts = graph.isVerb(head)
    ? /^(?:sign|conclude|ink|reach)$/.test(graph.lemma(head))
      ? graph.childrenBy(head, "obj")
      : []
    : [head];
  const partners = [head, ...pacts].flatMap((n) => graph.slots(n).get("with") ?? []).flatMap((n) => actors.actorsOf(n));
  const others = partners.filter((f) => kindOf(f.actor) === "state" && !givers.some((g) => g.actor === f.actor));
  return new Set(others.map((f) => f.actor)).size === 1 ? others[0]! : null;
}

/** "offered Liberia the use of its laboratories and sent twelve nurses": to whom the clause that it goes on with does something as well. */
function takerBeside(
  graph: SentenceGraph,
  actors: PhraseActors,
  trigger: number,
  slots: Slots,
  givers: readonly Filler[],
): PhraseActor | null {
  const { head, relation } = graph.node(trigger);
  const toDoer = relation === "advcl" ? doerWhoWasGiven(graph, actors, trigger, slots, givers) : null;
  if (toDoer) return toDoer;
  if (relation !== "conj" || head < 0 || !graph.isVerb(head) || graph.childrenBy(trigger, "nsubj").length > 0) return null;
  if (DESTINATIONS.some((slot) => slots.has(slot)) || !GIVING.test(graph.lemma(head))) return null;
  const around = graph.slots(head);
  const named = ["recipient", "to", "object"].flatMap((slot) => around.get(slot) ?? []).flatMap((n) => actors.actorsOf(n));
  const others = named.filter((f) => kindOf(f.actor) === "state" && !givers.some((g) => g.actor === f.actor));
  return new Set(others.map((f) => f.actor)).size === 1 ? others[0]! : null;
}

/** "Chad broke with Togo after Benin had offered a loan": to the one who then did what the main clause tells. */
function doerWhoWasGiven(
  graph: SentenceGraph,
  actors: PhraseActors,
  trigger: number,
  slots: Slots,
  givers: readonly Filler[],
): PhraseActor | null {
  const isBefore = graph.childrenBy(trigger, "mark", "advmod").some((n) => /^(?:after|once)$/i.test(graph.node(n).text));
  if (!isBefore || !graph.node(trigger).relation.startsWith("advcl") || DESTINATIONS.some((slot) => slots.has(slot))) return null;
  if (!GIVING.test(graph.lemma(trigger)) || graph.isPassive(trigger)) return null;
  const doers = (graph.slots(graph.node(trigger).head).get("agent") ?? []).flatMap((n) => actors.actorsOf(n));
  return doers.length === 1 && kindOf(doers[0]!.actor) === "state" && givers.every((g) => g.actor !== doers[0]!.actor) ? doers[0]! : null;
}

const GIVING =
  /^(?:offer|give|help|assist|support|promise|pledge|send|lend|supply|aid|advise|grant|provide|teach|train|thank|assure|donate|show|back|join|rescue|relieve)$/;

const POSTED = /\b(?:embassy|ambassador|consul(?:ate)?|chargé|high commission(?:er)?)\b/i;

/** "was handed over by the Japanese ambassador to Laos", "the Indian embassy in Suva donated": what a post gives goes to the state where it stands. */
function hostOfGiver(graph: SentenceGraph, actors: PhraseActors, slots: Slots, givers: readonly Filler[]): PhraseActor | null {
  const nodes = ["agent", "by"].flatMap((slot) => slots.get(slot) ?? []).flatMap((n) => graph.subtree(n));
  if (!POSTED.test(nodes.map((n) => graph.node(n).text).join(" ")) || nodes.some((n) => graph.isVerb(n))) return null;
  const named = nodes.flatMap((n) => actors.actorsOf(n, { alone: true, places: true }));
  const others = named.filter((f) => kindOf(f.actor) === "state" && !givers.some((g) => g.actor === f.actor));
  return new Set(others.map((f) => f.actor)).size === 1 ? others[0]! : null;
}

/**
 * "Norway contributed 2 million to the programme", where a body is spoken of, and "Chad disbursed 3 million" on the page of one: what
 * goes nowhere else, or to a fund or programme of nobody else's, goes to the body.
 */
function toBody(
  graph: SentenceGraph,
  actors: PhraseActors,
  trigger: number,
  slots: Slots,
  givers: readonly Filler[],
  taker: string,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): boolean {
  const goals = [...DESTINATIONS, "for", "in"].flatMap((slot) => slots.get(slot) ?? []).filter((n) => graph.node(n).unit?.kind !== "date");
  const own = memory.subjects.filter((a) => kindOf(a) === "org");
  const isPot = goals.length > 0 && goals.every((n) => POT.test(graph.node(n).lemma) && pointsBack(graph, n));
  const [named] = memory.organization;
  const body = own.length === 1 ? own[0]! : isPot && named ? named.actor : null;
  if (body === null || !(isPot || (goals.length === 0 && own.length === 1)) || givers.some((f) => f.actor === body)) return false;
  if (namesAnotherState(graph, actors, trigger, givers) || !mayFill("aid", taker, body)) return false;
  fillers.set(taker, [{ ...impliedActor(graph.node(trigger), body, "the body that the text speaks of"), node: trigger, slot: "scene" }]);
  return true;
}

/**
 * "sent a frigate to it", "has soldiers in it", "will contribute a frigate": to the mission that was named last. True where
 * nothing more is to be filled in; the country of a mission that has one may still be.
 */
function joinMission(
  graph: SentenceGraph,
  trigger: number,
  slots: Slots,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): boolean {
  const pronoun = ["to", "in", "with"].flatMap((slot) => slots.get(slot) ?? []).some((n) => /^(?:it|which)$/i.test(graph.node(n).text));
  const [last] = memory.organization;
  const mission = last && isMission(last.actor) ? last : null;
  if (!pronoun && !(mission && (SHARING.has(graph.lemma(trigger)) || LENDING.has(graph.lemma(trigger))))) return false;
  if (!mission) return (slots.get("to") ?? []).some((n) => /^it$/i.test(graph.node(n).text));
  fillers.set("organization", [{ ...mission, slot: "before" }]);
  return hostOfMission(mission.actor) === null;
}

/** "there", "in the country", "to the region". */
function pointsThere(graph: SentenceGraph, trigger: number, slots: Slots): boolean {
  if (
    graph.subtree(trigger, false).some((n) => /^(?:there|here)$/i.test(graph.node(n).text) && graph.node(n).relation.startsWith("advmod"))
  )
    return true;
  return [...DESTINATIONS, ...LOCATIONS].some((slot) =>
    (slots.get(slot) ?? []).some((n) => graph.node(n).upos !== "PROPN" && SCENE.test(graph.node(n).lemma)),
  );
}

/** "The navy bought two frigates from Italy": on the page of one state the navy is its own. */
function completeBuyer(
  frame: Frame,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
  graph: SentenceGraph,
  trigger: number,
): void {
  const suppliers = fillers.get("supplier") ?? [];
  const [home] = memory.voice === null ? memory.subjects : [memory.voice];
  if (suppliers.length === 0 || fillers.has("recipient") || !home || (memory.voice === null && memory.subjects.length !== 1)) return;
  if (suppliers.some((f) => f.actor === home) || !mayFill(frame.type, "recipient", home)) return;
  fillers.set("recipient", [{ ...impliedActor(graph.node(trigger), home, "the one whose page it is"), node: trigger, slot: "scene" }]);
}

/**
 * "A credit line of a billion dollars was announced", on the page of two states: help in the passive that names neither giver nor
 * receiver is from the one of the two that gave before, else from the only one that is known to give, else from the one that
 * speaks, to the other.
 */
function completeBothEnds(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  slots: Slots,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): void {
  const { pair } = memory;
  if (fillers.size > 0 || pair.length !== 2 || !pair.every((a) => kindOf(a) === "state") || frame.confidence < OUTRIGHT) return;
  if (!graph.isVerb(trigger) || !graph.isPassive(trigger) || slots.has("agent") || slots.has("by") || actors.namesAnother(pair)) return;
  const donors = pair.filter((a) => DONORS.has(a));
  const giver =
    memory.lastGiver !== null && pair.includes(memory.lastGiver) ? memory.lastGiver : donors.length === 1 ? donors[0]! : memory.voice;
  if (giver === null || !pair.includes(giver)) return;
  const side = (actor: string): Filler => ({
    ...impliedActor(graph.node(trigger), actor, "the page and its heading or row"),
    node: trigger,
    slot: "place",
  });
  fillers.set("donor", [side(giver)]);
  fillers.set("recipient", pair.filter((a) => a !== giver).map(side));
}

/** "A police unit was deployed in Somalia": on the page of one state or in its own words the troops of nobody are its own. */
function completeSender(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  theme: number | null,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): void {
  const home = memory.voice ?? (memory.subjects.length === 1 ? memory.subjects[0]! : memory.press);
  if (home === null || fillers.has("sender") || !mayFill(frame.type, "sender", home) || kindOf(home) !== "state") return;
  const where = [...(fillers.get("host") ?? []), ...(fillers.get("organization") ?? [])];
  if (where.length === 0 || where.some((f) => f.actor === home || FILLED_IN.has(f.slot))) return;
  if (frame.recalls.includes("sender") && theme !== null && pointsBack(graph, theme)) return;
  const doer = graph.isVerb(trigger) && !graph.isPassive(trigger) ? (graph.slots(trigger).get("agent") ?? []) : [];
  const named = [...doer, ...(theme === null ? [] : [theme])].some((n) =>
    graph.subtree(n).some((k) => actors.mentionsAt(k).some((m) => m.actors.some((a) => !where.some((f) => f.actor === a)))),
  );
  if (named || graph.slots(trigger).has("by")) return;
  fillers.set("sender", [{ ...impliedActor(graph.node(trigger), home, "the one whose page it is"), node: trigger, slot: "scene" }]);
}

function pointsBack(graph: SentenceGraph, node: number): boolean {
  return graph.childrenBy(node, "det", "nmod:poss").some((c) => /^(?:the|that|this|these|those|its|their|his)$/i.test(graph.node(c).text));
}

/** "A Japanese firm built the harbour": in the country that is spoken of. */
function completeProject(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  slots: Slots,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): void {
  const builders = fillers.get("party") ?? [];
  if (builders.length !== 1 || !["agent", "by"].includes(builders[0]!.slot) || !mayPointToScene(graph, slots)) return;
  // "trained its pilots": its own
  const own = (slots.get("object") ?? []).flatMap((n) => graph.childrenBy(n, "nmod:poss"));
  if (own.some((n) => /^(?:its|their|his|her|our)$/i.test(graph.node(n).text))) return;
  // what the page's own state builds, it builds at home
  if (memory.subjects.includes(builders[0]!.actor) && (memory.subjects.length === 1 || builders[0]!.body === null)) return;
  if (namesAnotherState(graph, actors, trigger, builders)) return;
  const scene = memory
    .scene(
      builders.map((f) => f.actor),
      { type: frame.type, isThere: pointsThere(graph, trigger, slots), atHome: true },
    )
    .filter((f) => kindOf(f.actor) === "state" && mayFill(frame.type, "party", f.actor));
  if (scene.length === 1)
    fillers.set("party", [
      ...builders,
      { ...impliedActor(graph.node(trigger), scene[0]!.actor, "the one that the text speaks of"), node: trigger, slot: "scene" },
    ]);
}

/** "Chad sent troops to Niger. … Togo has soldiers in the country": in the one that received, not in the one that sent. */
function reseat(givers: readonly Filler[], taker: string, fillers: Map<string, readonly Filler[]>, memory: TopicMemory): void {
  // "the Union launched a mission …; Malta sent a ship to it": to the mission, not to the Union
  const [body] = fillers.get("organization") ?? [];
  const [last] = memory.organization;
  if (body && last && /^(?:it|which)$/i.test(body.mention.text) && body.actor !== last.actor && isMission(last.actor))
    fillers.set("organization", [{ ...last, slot: "before" }]);
  const taken = fillers.get(taker) ?? [];
  const [only] = taken;
  if (
    taken.length !== 1 ||
    only?.mention.form !== "reference" ||
    !/^(?:(?:the|that) (?:country|island|nation|republic)|there|here)$/i.test(only.mention.text)
  )
    return;
  const receiver = memory.receiverFrom(only.actor);
  if (receiver && !givers.some((g) => g.actor === receiver.actor)) fillers.set(taker, [{ ...only, actor: receiver.actor }]);
}

/** Whether the words of the destination, if there are any, point back; what is `known` to be an organisation is another matter. */
function mayPointToScene(graph: SentenceGraph, slots: Slots, known: readonly Filler[] = []): boolean {
  return DESTINATIONS.every((slot) =>
    (slots.get(slot) ?? []).every((node) => {
      if (known.some((f) => f.node === node || graph.subtreeHas(node, f.node))) return true;
      const { unit, text, upos, lemma } = graph.node(node);
      if (unit?.kind === "date" || graph.isVerb(node) || upos === "NUM") return true;
      return SCENE.test(lemma) || SCENE.test(text.split(/\s+/).at(-1)!);
    }),
  );
}

/** Whether a place is spoken of: "in the country", "at Chimoio", "there". */
function isPlaced(graph: SentenceGraph, trigger: number, slots: Slots): boolean {
  if (
    graph.subtree(trigger, false).some((n) => /^(?:there|here)$/i.test(graph.node(n).text) && graph.node(n).relation.startsWith("advmod"))
  )
    return true;
  return LOCATIONS.some((slot) =>
    (slots.get(slot) ?? []).some((node) => {
      const { unit, text, upos, lemma } = graph.node(node);
      return unit?.kind !== "date" && (upos === "PROPN" || SCENE.test(lemma) || SCENE.test(text));
    }),
  );
}

/** Whether the clause names a state that is none of the known ones; clauses below and beside it are not asked. */
function namesAnotherState(graph: SentenceGraph, actors: PhraseActors, trigger: number, known: readonly Pick<Filler, "actor">[]): boolean {
  const own = new Set(known.map((f) => f.actor));
  return graph
    .subtree(trigger, false)
    .some((n) => actors.mentionsAt(n).some((m) => m.actors.some((a) => !own.has(a) && kindOf(a) === "state")));
}
