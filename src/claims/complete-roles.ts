import type { ClaimType } from "./claim.ts";
import type { Frame } from "./frame.ts";
import { ofPair } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { hostOfMission, isMission, parentOfMission } from "./name-missions.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { areFoes } from "./recall-forces.ts";
import { partiesBefore } from "./recall-sides.ts";
import { kindOf, mayFill } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import { fillSpoken } from "./spoken-pair.ts";
import type { TopicMemory } from "./topic-memory.ts";
import { addVisitSides } from "./visit-sides.ts";
import { isWarOfPair } from "./war-of-pair.ts";

/** The two sides of types that go from one to the other. */
const ENDS: Partial<Record<ClaimType, readonly [string, string]>> = {
  mission: ["sender", "host"],
  envoy: ["sender", "host"],
  visit: ["visitor", "host"],
  aid: ["donor", "recipient"],
  arms: ["supplier", "recipient"],
  deployment: ["sender", "host"],
  sanction: ["imposer", "target"],
};
/** Frames that say outright that something went from one to the other; what only tells of it needs both named. */
const OUTRIGHT = 0.7;
const POSTS: ReadonlySet<ClaimType> = new Set(["mission", "envoy"]);

/**
 * A post or a visit in a list names one side, or only the city: the other side is the other of the page's two. So is that of
 * help, arms, troops or sanctions of one of the two, where no third is named.
 */
export function completePair(
  graph: SentenceGraph,
  frame: Frame,
  about: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
  actors: PhraseActors,
): void {
  const ends = ENDS[frame.type] ?? (isDatedRecognition(graph, frame, about) ? (["recognizer", "recognized"] as const) : undefined);
  if (frame.type === "visit") addVisitSides(graph, frame, about, fillers, memory, actors);
  if (!ends || (!memory.listed && frame.type === "visit")) return;
  const isFlow = !POSTS.has(frame.type) && frame.type !== "visit" && frame.type !== "recognition";
  if (isFlow && (frame.confidence <= OUTRIGHT || fillers.has("organization"))) return;
  if (frame.type === "deployment" && areFoes(memory)) return;
  // "the navy wants more frigates": from whom is open
  if (frame.type === "arms" && frame.factuality === "proposed") return;
  // "visits a museum", "visits the Nara Temple": in which of the two it stands is not said
  if (frame.type === "visit" && (graph.slots(about).get("object") ?? []).some((n) => SITES.test(graph.lemma(n)))) return;
  const [first, second] = ends;
  for (const [known, missing] of [
    [first, second],
    [second, first],
  ] as const) {
    const there = fillers.get(known);
    if (fillers.has(missing) || there?.length !== 1) continue;
    const { actor } = there[0]!;
    const isOfPair = memory.pair.length === 2 && memory.pair.includes(actor);
    if (isOfPair && (!isFlow || (memory.pair.every((a) => kindOf(a) === "state") && !actors.namesAnother(memory.pair)))) {
      const other = ofPair(memory, graph, about).filter((f) => f.actor !== actor);
      // an ambassador goes to a state
      if (other.length === 1 && (frame.type !== "envoy" || kindOf(other[0]!.actor) === "state")) fillers.set(missing, other);
    }
  }
}

/** "Recognition of Ukraine: 27 January 1993": an entry without a verb. */
function isDatedRecognition(graph: SentenceGraph, frame: Frame, about: number): boolean {
  return (
    frame.type === "recognition" &&
    graph.isNoun(about) &&
    graph.node(about).head < 0 &&
    !graph.nodes.some((n) => /^(?:VBD|VBZ|VBP|MD)$/.test(n.xpos)) &&
    graph.nodes.some((n) => n.unit?.kind === "date")
  );
}

/** What stands in a country, the visitor's own not less than another. */
const SITES =
  /^(?:shrine|temple|church|cathedral|mosque|monastery|museum|memorial|monument|cemetery|tomb|university|school|hospital|factory|plant|stadium|palace|park|farm|exhibition|centre|center|base|camp|island|site|village)$/i;

/** "serve in the United Nations Mission in South Sudan": a mission that is called after its country is there. */
export function addMissionHost(frame: Frame, fillers: Map<string, Filler[]>, actors: PhraseActors, memory: TopicMemory): void {
  if (frame.type !== "deployment") return;
  if (frame.conditions.includes("mission-acts") || frame.conditions.includes("mandate-acts")) {
    // "EULEX began its work": the Union's mission, where it is
    for (const f of fillers.get("organization") ?? []) {
      const [parent, host] = [parentOfMission(f.actor), hostOfMission(f.actor)];
      // "RAMSI closed": a mission of nobody's acts for itself
      if ((parent || isMission(f.actor)) && !fillers.has("sender"))
        fillers.set("sender", [{ ...f, actor: parent || f.actor, slot: "mission" }]);
      if (host && /^[A-Z]{3}$/.test(host) && !fillers.has("host")) fillers.set("host", [{ ...f, actor: host, slot: "mission" }]);
    }
    return;
  }
  if (fillers.has("host")) return;
  // "UNIFIL has 10,000 soldiers": where the mission itself is
  const acting = frame.conditions.includes("mission-strong") ? "sender" : "organization";
  for (const f of fillers.get(acting) ?? []) {
    const host = hostOfMission(f.actor);
    // who renews a mandate speaks of the mission where it is
    const isRenewed = frame.conditions.includes("council-renews");
    if (acting === "organization" && !isRenewed && !(host && (/ (?:in|for) /.test(f.mention.text) || isSpokenOf(host, actors, memory))))
      continue;
    if (host && /^[A-Z]{3}$/.test(host)) fillers.set("host", [{ ...f, actor: host, slot: "mission" }]);
  }
}

/** Whether this sentence or one of the last three names the actor. */
function isSpokenOf(actor: string, actors: PhraseActors, memory: TopicMemory): boolean {
  return (
    actors.allNamed().some((a) => a.actor === actor) || [1, 2, 3].some((back) => memory.namedBack(back).some((f) => f.actor === actor))
  );
}

/** On the page of one state, "relations with Peru" and "talks with Peru" are that state's. */
export function addSubject(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  slots: Slots,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  const role = frame.type === "meeting" ? "participant" : "party";
  const own = fillers.get(role) ?? [];
  // "the negotiations with the minister took place": in a ministry's release they are its state's
  const home = memory.subjects.length === 1 ? memory.subjects[0]! : memory.subjects.length === 0 ? memory.voice : null;
  const subject = home === null ? null : (placeInFront(graph, actors) ?? home);
  if (!subject || own.length === 0 || own.some((f) => f.actor === subject) || !mayFill(frame.type, role, subject)) return;
  if (own.some((f) => !/^(?:over\.)?(?:with|to)$/.test(f.slot))) return;
  // "several of its neighbours maintain relations with Peru": somebody else does, whoever it is
  if (
    (slots.get("agent") ?? []).some(
      (n) => !own.some((f) => f.node === n) && ["NOUN", "PROPN"].includes(graph.node(n).upos) && isDoer(graph, n),
    )
  )
    return;
  const [only] = own;
  fillers.set(role, [{ ...only!, actor: subject, person: null, office: null, body: null, city: null, slot: "subject" }, ...own]);
}

/** Countries, governments and the like, whether or not it is known which; what is done ("relations ended") does nothing itself. */
function isDoer(graph: SentenceGraph, node: number): boolean {
  return /^(?:country|state|nation|government|neighbou?r|capital|power|member|republic|kingdom|ally|partner|region|company)$/i.test(
    graph.node(node).lemma,
  );
}

/** "In Argentina, when relations with Cuba ended": the state that a sentence begins with speaks of its own. */
function placeInFront(graph: SentenceGraph, actors: PhraseActors): string | null {
  if (graph.nodes.length < 4 || graph.node(0).text.toLowerCase() !== "in" || graph.node(2).text !== ",") return null;
  const [place] = actors.mentionsAt(1);
  return place && place.actors.length === 1 && place.kind === "state" ? place.actors[0]! : null;
}

/** The state where a forum's meeting is held takes part as host; where two sides meet alone, the place is only the place. */
export function hostTakesPart(actors: PhraseActors, slots: Slots, fillers: Map<string, Filler[]>): void {
  const all = fillers.get("participant") ?? [];
  const organisations = all.filter((f) => kindOf(f.actor) === "org");
  // with one state an organisation meets as itself, and so does the one that receives several; beside several it is one of those who came
  const receives =
    organisations[0]?.slot === "agent" && all.every((f) => f === organisations[0] || f.slot === "object" || f.slot === "with");
  const meetsOne =
    !fillers.has("organization") &&
    organisations.length === 1 &&
    (all.length === 2 || (all.length > 2 && (organisations[0]!.slot === "self" || receives)));
  // "Peru and CELAC held their second meeting": the organisation is one of the two
  const doers = (slots.get("agent") ?? []).flatMap((n) => actors.actorsOf(n)).map((a) => a.actor);
  // and so is the one that holds a summit with a state, wherever that is
  const withOne = all.some((f) => f.slot === "with");
  const theirs = (fillers.get("organization") ?? []).some(
    (f) =>
      f.slot === "auspices" || (f.slot === "poss" && doers.includes(f.actor) && doers.length > 1) || (f.slot === "over.agent" && withOne),
  );
  if (meetsOne) fillers.set("organization", organisations);
  const found = meetsOne ? all.filter((f) => f !== organisations[0]) : all;
  if (theirs || !fillers.has("organization") || (meetsOne && organisations[0]!.slot !== "self")) {
    fillers.set(
      "participant",
      found.filter((f) => f.slot !== "in" && f.slot !== "at"),
    );
    return;
  }
  // "the Lima summit of the forum"
  const townsBefore = (slots.get("mod") ?? []).filter((n) => actors.mentionsAt(n).some((m) => m.form === "capital" || m.form === "city"));
  for (const node of [...(slots.get("in") ?? []), ...townsBefore]) {
    for (const actor of actors.actorsOf(node, { places: true })) {
      if (kindOf(actor.actor) === "state" && !found.some((f) => f.actor === actor.actor)) found.push({ ...actor, slot: "in" });
    }
  }
  if (found.length > 0) fillers.set("participant", found);
}

export const EACH_OTHER = /^(?:each other|one another)/i;

/** "Chad, Niger and Mali signed in May. Togo signed in June": one more of many. */
function isOneMore(frame: Frame, own: Filler, before: readonly Filler[]): boolean {
  return (
    frame.type === "agreement" && frame.theme === null && frame.recalls.includes("party") && !before.some((b) => b.actor === own.actor)
  );
}

/** What each side of a treaty among many does for itself, and the slot that says it is one of them. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(["ratified", "in-force", "ends"]);
/** Talks on joining are between who joins and the body. */
const JOINING = /\b(?:accession|membership|entry|admission)\b/i;

function wordsBelow(graph: SentenceGraph, node: number): string {
  return graph
    .subtree(node, false)
    .map((n) => graph.node(n).text)
    .join(" ");
}

export const ONE_OF_MANY = "one of many";

/** "Treaty of Rabat: Kenya leaves the valley to Laos": the two of whom the entry under the title tells, else those of the page. */
function sidesOfTitle(graph: SentenceGraph, about: number, memory: TopicMemory, actors: PhraseActors): Filler[] {
  const close = graph.nodes.findIndex((n) => /^[:.;(,]$/.test(n.text));
  const title = graph.nodes.slice(0, close < 0 ? undefined : close);
  const isEntry =
    memory.entry &&
    !memory.row &&
    !title.some((_, k) => actors.mentionsAt(k).some((m) => m.kind !== "place" && m.form !== "capital" && m.form !== "city"));
  // "Tripoli Agreement, in presence of the Libyan leader": who stands behind the comma is no side of it
  if (isEntry && graph.nodes[close]?.text !== ":") return ofPair(memory, graph, about);
  const told = graph.nodes.flatMap((_, k) =>
    k > about
      ? actors
          .actorsOf(k)
          .filter((f) => f.node === k && kindOf(f.actor) === "state" && f.mention.form !== "capital" && f.mention.form !== "city")
      : [],
  );
  const sides = told.filter((f, k) => told.findIndex((g) => g.actor === f.actor) === k);
  if (sides.length === 2) return sides.map((f) => ({ ...f, slot: "clause" }));
  // a bare title is a cell of a table or an item of a list of treaties, which have readers of their own
  return sides.length === 0 && graph.nodes.some((n) => n.text === ":") ? ofPair(memory, graph, about) : [];
}

/** "the Lima Declaration": a text called by a name of its own, which is not that of the pact told before. */
function isNewTitle(graph: SentenceGraph, about: number, memory: TopicMemory): boolean {
  const { text, unit } = graph.node(about);
  if (unit?.kind !== "name" || !/^\p{Lu}\p{Ll}+ .*(?:Declaration|Charter|Plan|Communiqu[eé]|Statement|Consensus|Agenda)$/u.test(text))
    return false;
  return !memory.lastTheme("agreement")?.words.includes(text);
}

/** "the agreement", "the talks", "it": who they were between was said before. */
export function recallParties(
  graph: SentenceGraph,
  frame: Frame,
  about: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
  actors: PhraseActors,
  byPronoun = false,
): void {
  const own = fillers.get("party") ?? [];
  // "it turned out": a verb alone names no tie of theirs
  if (own.length === 0 && frame.type === "relations" && graph.isVerb(about)) return;
  if (own.length === 0 && frame.type === "agreement" && JOINING.test(wordsBelow(graph, about))) {
    // "applied to join the bloc in 2001, and accession talks opened": between the two
    const joining = memory.lastMatch("membership", 2);
    const sides = [...(joining?.get("member") ?? []), ...(joining?.get("organization") ?? [])];
    const both = sides.map((f) => ({ ...f, slot: "before" }));
    if (both.length === 2) fillers.set("party", both);
    return;
  }
  if (frame.conditions.includes("titles-an-entry")) {
    const comma = graph.nodes.findIndex((n) => n.text === ",");
    const inTitle = own.filter((f) => comma < 0 || f.node < comma);
    if (inTitle.length < own.length) fillers.set("party", inTitle);
    if (new Set(inTitle.map((f) => f.actor)).size >= 2 || inTitle.some((f) => f.slot === "with" || f.slot === "between")) return;
    // the town that a treaty is called after is no party to it
    const sides = inTitle.every((f) => f.mention.form === "capital" || f.mention.form === "city")
      ? sidesOfTitle(graph, about, memory, actors)
      : [];
    if (sides.length === 2) fillers.set("party", sides);
    return;
  }
  if (new Set(own.map((f) => f.actor)).size >= 2 || own.some((f) => f.slot === "with" || f.slot === "between")) return;
  const remembered = partiesBefore(graph, frame, about, memory);
  // "Uruguay: tax treaty signed in 2015": the row speaks of its own two, whoever was told of in the one before
  const ofPlace = memory.pair.length === 2 && actors.namesAnother(remembered.map((f) => f.actor)) && !actors.namesAnother(memory.pair);
  const isOfPair = remembered.length === 0 || ofPlace;
  // "an Egyptian delegation flew to Qatar to discuss a truce for Gaza": theirs who are named besides
  const peace = memory.pair.length === 2 && isPeace(frame, graph, about);
  if (isOfPair && peace && !isWarOfPair(graph, about, memory, actors)) return;
  // "schools offer training": nobody is said to train anybody, on whosever page
  if (isOfPair && own.length === 0 && frame.type === "project" && graph.isNoun(about) && frame.theme === null) return;
  // "Norway and Cuba were guarantors of the talks between Chad and its rebels. The peace agreement was signed": theirs
  const reconciled = isOfPair && frame.type === "agreement" && /\bpeace\b/i.test(wordsBelow(graph, about)) ? memory.lastSides() : [];
  const before = reconciled.length === 2 ? reconciled : isOfPair ? ofPair(memory, graph, about) : remembered;
  if (own.length === 0 && before.length === 0 && fillSpoken(graph, about, fillers, memory, actors)) return;
  const sides = new Set(before.map((f) => f.actor)).size;
  if (sides > 2 && own.length === 1 && isOneMore(frame, own[0]!, before)) {
    if (memory.lastMatch("agreement", 2) !== null) fillers.set("party", [{ ...own[0]!, slot: ONE_OF_MANY }]);
    return;
  }
  if (sides < 2 || (sides > 2 && frame.type !== "agreement") || !own.every((f) => before.some((b) => b.actor === f.actor))) return;
  // under "Japan" on the page of Mongolia "a trade agreement was signed" is theirs, where nobody else is named
  const ofPage = memory.pair.length === 2 && sides === 2 && remembered.every((f) => memory.pair.includes(f.actor));
  const alone = (ofPage || ofPlace) && own.length === 0 && (peace || !actors.namesAnother(memory.pair));
  const bare = memory.pair.length === 2 && (graph.childrenBy(about, "det").length === 0 || alone);
  const leftOut = frame.theme === null && frame.recalls.includes("party") && memory.lastMatch("agreement", 2) !== null;
  const definite =
    bare ||
    leftOut ||
    reconciled.length === 2 ||
    graph
      .childrenBy(about, "det", "nmod:poss")
      .some((c) => ["the", "that", "this", "these", "those", "their", "its"].includes(graph.node(c).text.toLowerCase()));
  if (!definite && !byPronoun && graph.node(about).upos !== "PRON") return;
  if (own.length === 0 && !ofPage && isNewTitle(graph, about, memory)) return;
  // "For Chad it entered into force in 2006": one of many sides, and nothing said of the others
  if (sides > 2 && own.length > 0) {
    // "signed with Chad, Niger and Mali; for Chad and Niger it took effect in 2019": each with the one who signed with them all
    const hub = before.filter((f) => f.slot !== "with");
    if (hub.length === 1 && !own.some((f) => f.actor === hub[0]!.actor) && ONE_BY_ONE.has(frame.phase))
      fillers.set("party", [{ ...hub[0]!, slot: "before" }, ...own.map((f) => ({ ...f, slot: "with" }))]);
    else if (own.length === 1 && ONE_BY_ONE.has(frame.phase)) fillers.set("party", [{ ...own[0]!, slot: ONE_OF_MANY }]);
    return;
  }
  fillers.set("party", [...own, ...before.filter((b) => !own.some((f) => f.actor === b.actor)).map((b) => ({ ...b, slot: "before" }))]);
}

const PEACE = /\b(?:truce|cease-?fire|hostilit\w+|fighting|armistice|war)\b/i;

/** What is ended or agreed is a war or a truce, whose sides are foes. */
function isPeace(frame: Frame, graph: SentenceGraph, about: number): boolean {
  return frame.type === "conflict" || (frame.type === "agreement" && PEACE.test(graph.node(about).text));
}

/** "recognised Belize but claims half of its territory": what a state claims of "its" is the other's that the sentence named. */
export function addRival(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  slots: Slots,
  fillers: Map<string, Filler[]>,
): void {
  const own = fillers.get("party") ?? [];
  if (!frame.conditions.includes("land-claimed") || own.length !== 1 || own[0]!.node > trigger) return;
  const claimed = [...(slots.get("object") ?? []), ...(slots.get("about") ?? [])].flatMap((n) => graph.subtree(n, false));
  const owner = claimed.find((n) => graph.node(n).xpos === "PRP$" && /^(?:its|their|his|her)$/i.test(graph.node(n).text));
  if (owner === undefined) return;
  const others = actors.allNamed(trigger).filter((f) => kindOf(f.actor) === "state" && f.actor !== own[0]!.actor);
  if (new Set(others.map((f) => f.actor)).size === 1) fillers.set("party", [...own, { ...others[0]!, node: owner, slot: "object*" }]);
}
