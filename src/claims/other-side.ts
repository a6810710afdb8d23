import type { ClaimType } from "./claim.ts";
import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { isAside, namesAnotherSide } from "./only-looks-on.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { EXPELLING, quarrelSide } from "./quarrel-side.ts";
import { kindOf, mayFill, ROLES } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Types that bind one state to another: a text that speaks of one such tie goes on about the same two. */
const BINDING: ReadonlySet<ClaimType> = new Set(["relations", "mission", "envoy", "agreement", "recognition"]);
/** What is done to a pact that was named before; to propose or to have one is to speak of another. */
const DONE_TO_PACTS: ReadonlySet<string> = new Set("signed concluded ratified in-force negotiating stalled suspended ends".split(" "));
/** Words that only point to a place that was named before. */
const THERE: ReadonlySet<string> = new Set("there country kingdom state nation island territory republic sultanate emirate".split(" "));
const POINTS_BACK: ReadonlySet<string> = new Set(["the", "that", "this", "these", "those", "their", "its", "his", "her"]);

/**
 * Fills the side that the words leave out, where the text has just told with whom the named one has to do: "France closed its
 * embassy in Niger in January; its ambassador had been expelled", "Relations with Peru date from 1969. An embassy was opened in
 * 1971". On the page of one state that state is meant: "Jordan downgraded relations". Nothing is filled where the words name a
 * place or a partner that is not understood, or where the sentence names a third.
 */
export function addOtherSide(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  theme: number | null,
  said: number,
  trigger: number,
  slots: Slots,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  if (!BINDING.has(frame.type) || frame.phase === "holds" || frame.phase === "proposed") return;
  // "Treaties with Peru and Chile are in force": what is said of the pact with "be"
  if (!graph.isVerb(trigger) && !(frame.type === "agreement" && graph.childrenBy(trigger, "cop").length > 0)) return;
  const { mutual, roles } = ROLES[frame.type];
  const [first, second] = Object.keys(roles) as [string, string];
  const left = mutual ? first : fillers.has(first) ? second : first;
  const known = fillers.get(mutual || left === second ? first : second) ?? [];
  const side = new Set(known.map((f) => f.actor));
  const about = theme ?? trigger;
  const places = frame.roles.get("party") ?? [];
  // "went over from Taipei": with whom it was must be one of the ways to say it
  if (mutual && !places.includes("with") && !places.includes("between")) return;
  if (!mutual && isDefinite(graph, about) && fillers.size === 0) {
    const expelled = frame.type === "envoy" && frame.phase === "ends" ? afterBreach(graph, frame, trigger, actors, memory) : null;
    if (expelled) {
      fillers.set(first, [asBefore(expelled.sender)]);
      fillers.set(second, [asBefore(expelled.host)]);
      return;
    }
    const last = memory.lastMatch(frame.type);
    if (
      !last ||
      !graph.node(about).xpos.startsWith("NN") ||
      namesAnotherSide(
        graph,
        actors,
        [...last.values()].flat().map((f) => f.actor),
      )
    )
      return;
    for (const role of [first, second]) if (last.has(role)) fillers.set(role, last.get(role)!.map(asBefore));
    return;
  }
  if (!mutual && left === second && side.size === 2 && isEachAtOther(actors, slots, known)) {
    fillers.set(left, eachOther(known));
    return;
  }
  if (
    (mutual && side.size > 1 && !known.every(isPartner)) ||
    (!mutual && fillers.has(left)) ||
    fillers.has("organization") ||
    !isOpen(graph, frame, left, slots, mutual ? known : [])
  )
    return;
  // "recognised that", "recognised its past": only recognition that is given or withdrawn
  if (frame.type === "recognition" && graph.lemma(about) !== "recognition") return;
  if (frame.type === "agreement" && (!DONE_TO_PACTS.has(frame.phase) || isMultilateral(graph, about))) return;
  if (!mutual && side.size === 2 && arePair(graph, actors, theme, known, memory)) {
    // "both recalled their ambassadors": each from the other
    fillers.set(left, eachOther(known));
    return;
  }
  // "Ambassadors were exchanged that summer": between the two that are spoken of
  if (!mutual && side.size === 0 && frame.conditions.includes("mutually")) {
    const pair = memory.pairNow();
    if (
      pair.length !== 2 ||
      fillers.size > 0 ||
      namesAnotherSide(
        graph,
        actors,
        pair.map((f) => f.actor),
      )
    )
      return;
    fillers.set(first, [asBefore(pair[0]!)]);
    fillers.set(second, [asBefore(pair[1]!)]);
    return;
  }
  if (side.size === 0) {
    // "it turned out": a verb alone names no tie of theirs
    const pair = mutual && !(frame.type === "relations" && graph.isVerb(about)) ? theTwo(graph, about, memory) : [];
    if (
      pair.length === 2 &&
      !namesAnotherSide(
        graph,
        actors,
        pair.map((f) => f.actor),
      )
    )
      fillers.set(left, pair.map(asBefore));
    return;
  }
  const [own] = known;
  // "Kenya signed a convention on whales": another pact, with whomever
  if (frame.type === "agreement" && !isDefinite(graph, about) && !/(?:^|>)with$/.test(own!.slot)) return;
  // "Niger denounced its accords with Paris, Mali had scrapped its own": with the same
  const same = said !== about && side.size === 1 && !isPartner(own!) ? partnerOf(memory.lastMatch(frame.type, 0)?.get(first) ?? []) : null;
  const foe =
    side.size === 1 && (left === second || frame.type === "relations") ? quarrelSide(graph, actors, frame, own!, memory, trigger) : null;
  const doer = doerBefore(frame, own!, memory);
  const other =
    same ??
    (foe && { ...own!, ...foe, person: null, office: null, body: null, city: null }) ??
    doer ??
    (side.size === 1 ? memory.otherOf(own!.actor) : null) ??
    subjectSide(memory, own!) ??
    ((side.size === 1 && (isDefinite(graph, about) || frame.type === "relations")) || known.every(isPartner) ? memory.hub() : null) ??
    stageSide(frame, memory, own!);
  if (!other || side.has(other.actor) || !mayFill(frame.type, left, other.actor)) return;
  if (frame.type === "envoy" && kindOf(other.actor) !== "state") return;
  if (
    !same &&
    !(doer && other === doer) &&
    !memory.isTiedHere(own!.actor, other.actor) &&
    namesAnotherSide(graph, actors, [...side, other.actor])
  )
    return;
  fillers.set(left, mutual ? [...known, asBefore(other)] : [asBefore(other)]);
}

/** "Jordan downgraded its ties with Qatar. The ambassador was expelled": whoever did so sends the other's away, or calls its own home. */
function afterBreach(
  graph: SentenceGraph,
  frame: Frame,
  trigger: number,
  actors: PhraseActors,
  memory: TopicMemory,
): { readonly sender: Filler; readonly host: Filler } | null {
  const sides = memory.lastMatch("relations", 1)?.get("party") ?? [];
  const [doer, ...doers] = sides.filter((f) => f.slot === "agent");
  const [other, ...others] = sides.filter(isPartner);
  if (!doer || !other || doers.length + others.length > 0 || sides.length !== 2 || !graph.isPassive(trigger)) return null;
  if (namesAnotherSide(graph, actors, [doer.actor, other.actor])) return null;
  if (EXPELLING.test(graph.lemma(trigger))) return { sender: other, host: doer };
  return frame.verbs.has("recall") && /^(?:recall|withdraw|bring|call)$/.test(graph.lemma(trigger)) ? { sender: doer, host: other } : null;
}

/** "their embassies in Lima and Quito", of Peru and Ecuador: the places are those of the two themselves. */
function isEachAtOther(actors: PhraseActors, slots: Slots, known: readonly Filler[]): boolean {
  const there = ["in", "at", "to"].flatMap((slot) => (slots.get(slot) ?? []).flatMap((n) => actors.actorsOf(n, { places: true })));
  const states = new Set(there.map((f) => f.actor));
  return states.size === 2 && known.every((f) => states.has(f.actor));
}

function eachOther(known: readonly Filler[]): Filler[] {
  return known.map((f) => ({ ...f, slot: "before", mention: { ...f.mention, text: "each other" } }));
}

/** Two who have just had to do with each other, each with a post of its own: "their ambassadors". */
function arePair(graph: SentenceGraph, actors: PhraseActors, theme: number | null, known: readonly Filler[], memory: TopicMemory): boolean {
  const [a, b] = known;
  const theirs = theme !== null && graph.childrenBy(theme, "nmod:poss").some((n) => /^their$/i.test(graph.node(n).text));
  if (!theirs || actors.namesAnother([a!.actor, b!.actor])) return false;
  if (memory.otherOf(a!.actor)?.actor === b!.actor) return true;
  // "India and Pakistan traded accusations. Both recalled their envoys": nobody else was spoken of
  const before = new Set([0, 1].flatMap((back) => memory.namedBack(back)).map((f) => f.actor));
  return before.size === 2 && before.has(a!.actor) && before.has(b!.actor);
}

/** The two that the text speaks of, else those that the page and the heading tell. */
function theTwo(graph: SentenceGraph, about: number, memory: TopicMemory): readonly Filler[] {
  const told = memory.pairNow();
  if (told.length === 2 || memory.pair.length !== 2) return told;
  return memory.pair.map((actor) => ({
    ...impliedActor(graph.node(about), actor, "the page and its heading or row"),
    node: about,
    slot: "place",
  }));
}

/** "Quito signed a pact with China. One with Peru followed": whoever had the last one, where only the partner is named. */
function doerBefore(frame: Frame, own: Filler, memory: TopicMemory): Filler | null {
  if (frame.type !== "agreement" || (own.slot !== "with" && own.slot !== "to") || memory.subjects.length > 0) return null;
  const last = memory.lastMatch("agreement", 1)?.get("party") ?? [];
  const doers = last.filter((f) => f.slot === "agent");
  return doers.length === 1 && last.every((f) => f.actor !== own.actor) ? doers[0]! : null;
}

/** The one "with" whom a tie was, where it is one. */
function partnerOf(sides: readonly Filler[]): Filler | null {
  const partners = sides.filter((f) => f.slot === "with" || f.slot === "to");
  return partners.length === 1 && sides.length > 1 ? partners[0]! : null;
}

function subjectSide(memory: TopicMemory, own: Filler): Filler | null {
  const [one, two] = memory.subjects;
  // "Thailand recalls its ambassador" in a chronicle of the dealings of two
  const ofTwo = memory.entry && one && two && [one, two].includes(own.actor) ? (own.actor === one ? two : one) : null;
  const subject = ofTwo ?? memory.voice ?? (memory.subjects.length === 1 ? one! : null);
  if (!subject || subject === own.actor || kindOf(subject) !== "state") return null;
  return { ...own, actor: subject, person: null, office: null, body: null, city: null };
}

/** Named only as the one "with" or "to" whom it was. */
function isPartner(own: Filler): boolean {
  return /^(?:\w+>)?(?:with|to)$/.test(own.slot);
}

/** "Talks with Chad were opened" in a report from one state: that state opened them. */
function stageSide(frame: Frame, memory: TopicMemory, own: Filler): Filler | null {
  const stage = memory.stage ?? memory.press;
  if (frame.type !== "agreement" || !stage || stage === own.actor || !isPartner(own)) return null;
  return { ...own, actor: stage, person: null, office: null, body: null, city: null };
}

function asBefore(filler: Filler): Filler {
  return { ...filler, slot: "before" };
}

/** "in a quarrel over", "in protest at": why, not where. */
const REASONS = /^(?:quarrel|protest|response|retaliation|solidarity|anger|dispute|row|reply|reaction|answer|turn|return|sign|spat|feud)$/;

/** No words stand where the side left out would be named, or such as only point back: "in the city". */
function isOpen(graph: SentenceGraph, frame: Frame, role: string, slots: Slots, own: readonly Filler[]): boolean {
  const places = (frame.roles.get(role) ?? frame.roles.get(`${role}?`) ?? []).filter((p) => /^\p{Ll}+\*?$/u.test(p));
  return places.every((place) => {
    const slot = place.replace("*", "");
    if (["self", "agent", "object", "poss", "mod", "and"].includes(slot) || own.some((f) => f.slot === slot)) return true;
    return (slots.get(slot) ?? []).every(
      (n) =>
        graph.node(n).unit?.kind === "date" ||
        THERE.has(graph.node(n).lemma.toLowerCase()) ||
        REASONS.test(graph.lemma(n)) ||
        isAside(graph, n),
    );
  });
}

/** A treaty with a name of its own, or one on a matter of the world, has more than two sides. */
function isMultilateral(graph: SentenceGraph, about: number): boolean {
  const words = graph
    .subtree(about, false)
    .map((n) => graph.node(n).text)
    .join(" ");
  return (
    (graph.node(about).unit?.kind === "name" && /^\p{Lu}/u.test(graph.node(about).text)) ||
    /\b(?:convention|charter|covenant|statute|accession|multilateral|international)\b/i.test(words)
  );
}

function isDefinite(graph: SentenceGraph, about: number): boolean {
  return (
    graph.node(about).upos === "PRON" ||
    graph.childrenBy(about, "det", "nmod:poss").some((c) => POINTS_BACK.has(graph.node(c).text.toLowerCase()))
  );
}
