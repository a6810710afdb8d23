import { loadActors } from "../actors/load-actors.ts";
import type { Mention } from "../actors/mention.ts";
import { resolveActor } from "../actors/resolve-actor.ts";
import { EACH_OTHER } from "./complete-roles.ts";
import { isWholeName, slugOf } from "./founded-name.ts";
import type { Frame } from "./frame.ts";
import { nodesAt, SCENERY, type TrialSlots } from "./frame-slots.ts";
import type { Filler } from "./match-frames.ts";
import { standsOver } from "./meeting-attenders.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import { isTreaty } from "./recall-treaty.ts";
import { kindOf, mayFill, ROLES } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import { standsBehind } from "./stands-behind.ts";
import { bodyFor, INITIATIVES, slotOf } from "./stands-for.ts";

/** A frame tried at a place of a sentence. */
export interface FrameTrial {
  readonly graph: SentenceGraph;
  readonly actors: PhraseActors;
  readonly frame: Frame;
  readonly trigger: number;
  readonly theme: number | null;
  readonly said: number;
  readonly resumed: string | null;
  /** Those of trigger and theme. */
  readonly slots: Slots;
  readonly from: TrialSlots;
}

/** A role as it is being filled. */
interface OpenRole {
  readonly role: string;
  /** More than one is looked for. */
  readonly collect: boolean;
  readonly found: Filler[];
  readonly fillers: Map<string, Filler[]>;
  /** Who fills a role before it. */
  readonly taken: ReadonlySet<string>;
}

const AT_ODDS = /\b(?:opposition|dissidents?|exiled?s?|activists?|protesters?|rebels?|separatists?|insurgents?|deposed|ousted|jailed)\b/i;

/**
 * Who fills the roles of a frame, by its places in their order: first from the proper slots, then from those one noun deeper, then from
 * `lent`, the slots of a word that the theme takes up. In small functions: V8 compiles a large one for long, in each thread, and again
 * whenever something in it was not as before.
 */
export function fillRoles(trial: FrameTrial, lent: readonly Slots[]): Map<string, Filler[]> {
  const { graph, frame, trigger, theme, slots } = trial;
  const { mutual } = ROLES[frame.type];
  const fillers = new Map<string, Filler[]>();
  const taken = new Set<string>();
  // most roles are filled by the proper slots
  let loose: Slots | null = null;
  for (const [name, places] of frame.roles) {
    const isOptional = name.endsWith("?");
    const role = isOptional ? name.slice(0, -1) : name;
    const collect =
      (mutual && (role === "party" || role === "participant")) ||
      (frame.type === "mediation" &&
        (places.includes("agent") || places.includes("own.agent") || (role === "party" && places.includes("over.to")))) ||
      role === "founder";
    const open: OpenRole = { role, collect, found: [], fillers, taken };
    const { found } = open;
    const rounds = trial.resumed !== null || isOptional ? 1 : 2 + lent.length;
    for (let round = 0; round < rounds; round++) {
      if (round === 1) loose ??= trial.from.loose(slots, trigger, theme, FLOWING.has(frame.type));
      lookAround(trial, open, places, round === 0 ? slots : round === 1 ? loose! : lent[round - 2]!, round === 1);
      // several may mediate, but one is enough: "a mediator in the Lesotho crisis" makes Lesotho none
      if (found.length >= (collect && role !== "mediator" ? 2 : 1)) break;
    }
    if (found.length === 0) continue;
    // "attended the signing of the treaty between Laos and Kenya": who attended is none of the two
    // "pushed Brazil to start talks between Korea and Mercosur": nor is who brings them to the table
    // "negotiated a truce between Chad and Libya": nor who negotiates it for them
    const isUnsigned = frame.type === "agreement" && (frame.phase === "negotiating" || frame.phase === "proposed");
    const isApart = isUnsigned && !/^(?:participate|take part|join|attend|engage|enter)/.test(graph.lemma(trigger));
    const between =
      mutual && (graph.isNoun(trigger) || frame.type === "meeting" || isApart) ? found.filter((f) => f.slot === "between") : [];
    if (between.length > 1) found.splice(0, found.length, ...found.filter((f) => f.slot !== "agent"));
    // "a round of talks between Laos and Togo was held in the Omani capital": where it was is none of them
    if (between.length > 1 && frame.type === "meeting")
      found.splice(0, found.length, ...found.filter((f) => f.slot !== "in" && f.slot !== "mod"));
    if (role === "founder" && fillers.has("founder")) fillers.delete("founder");
    fillers.set(role, found);
    for (const f of found) taken.add(f.actor);
  }
  return fillers;
}

/** Looks through the places of a role, until one has somebody; for more than one, through all. */
function lookAround(trial: FrameTrial, open: OpenRole, places: readonly string[], around: Slots, isLoose: boolean): void {
  const { graph, frame, trigger, theme } = trial;
  const { role, collect, found } = open;
  for (const place of places) {
    // "they condemned the arrest of a leader by Belarus": who does it in the active is the subject
    if (place === "by" && role === "speaker" && graph.isVerb(trigger) && !graph.isPassive(trigger)) continue;
    const nodes = nodesAt(graph, trigger, theme ?? trigger, place, around);
    if (nodes.length > 0) {
      const mayBePlace = takesPlaces(frame, role) && (PLACES.has(place.replace(/^own\.|^.*>|\*$/g, "")) || place === "object>of");
      for (const node of nodes) lookAt(trial, open, place, node, mayBePlace, isLoose);
    }
    if (found.length === 0 || collect) continue;
    // a group is attacked where it is: "a camp of the rebels on Ecuadorian soil"
    const onlyGroups = frame.type === "conflict" && role === "target" && found.every((f) => kindOf(f.actor) === "group");
    if (!onlyGroups) break;
  }
}

/** Roles that a city may fill for its country, where it stands behind a preposition of place. */
function takesPlaces({ type, details }: Frame, role: string): boolean {
  return (
    role === "host" ||
    type === "project" ||
    details.office === "seat" ||
    ((type === "conflict" || type === "sanction") && role === "target") ||
    (type === "aid" && role === "recipient")
  );
}

/** Takes for the role those whom a node means. */
function lookAt(trial: FrameTrial, open: OpenRole, place: string, node: number, places: boolean, isLoose: boolean): void {
  const { graph, actors, frame, trigger, theme } = trial;
  const { role, found, taken } = open;
  const nearby = place.endsWith("*");
  if (frame.type === "meeting") {
    // "called for a meeting between Fiji and Tonga": who calls for it is none of them
    if (place.startsWith("over.") && found.filter((f) => f.slot === "between").length > 1) return;
    // "in the summit held in May, Chad joined": who was let in is no side of it
    // "discussed the summit scheduled for July": who talks of it need not come
    if ((place === "agent" || place.startsWith("over.")) && isTalkedOf(graph, trigger)) return;
    if (place === "over.subject" && JOINS.test(graph.lemma(graph.node(trigger).head))) return;
  }
  if ((frame.type === "meeting" || frame.type === "agreement") && (role === "participant" || role === "party") && standsOver(graph, node))
    return;
  // "the trip to the OAU summit": whose summit it is does not travel
  if (isLoose && role === "visitor" && place !== "by" && place !== "agent" && isUnderDestination(graph, node, trigger)) return;
  // "they had all left": of troops the pronoun may tell whose
  if (trial.resumed !== null && node === theme && !(frame.type === "deployment" && graph.node(node).upos === "PRON")) return;
  if ((!nearby && place !== "self" && (node === theme || node === trigger)) || SCENERY.has(graph.node(node).lemma.toLowerCase())) return;
  // "the X, founded in 1948, and the Y, founded in 1959": each participle has its own noun
  const alone = frame.type === "founding" && graph.node(trigger).relation.startsWith("acl") && graph.node(trigger).head === node;
  const options = { places, alone };
  if (!nearby) {
    for (const actor of actors.actorsOf(node, options)) takeActor(trial, open, place, node, actor, isLoose);
    return;
  }
  const accept = (f: PhraseActor): boolean =>
    (!taken.has(f.actor) || EACH_OTHER.test(f.mention.text)) &&
    !isOfBody(frame, role, f) &&
    mayFill(frame.type, role, f.actor) &&
    !found.some((k) => k.actor === f.actor);
  for (const actor of firstWithin(graph, actors, node, options, accept, role === "addressee"))
    takeActor(trial, open, place, node, actor, isLoose);
}

/** Whether a node hangs on the noun at which a trip goes to. */
function isUnderDestination(graph: SentenceGraph, node: number, trip: number): boolean {
  return graph
    .ancestors(node)
    .some((at) => graph.node(at).head === trip && at !== node && /^(?:to|in|at|before)$/.test(graph.preposition(at)));
}

/** Adds an actor to those found for a role, or whom it stands for, if it may fill it. */
function takeActor(trial: FrameTrial, open: OpenRole, place: string, node: number, actor: PhraseActor, isLoose: boolean): void {
  const { graph, actors, frame, trigger } = trial;
  const { role, collect, found, fillers, taken } = open;
  // "the Kenyan-led mission": who leads it is not where it goes
  if (NOT_LED.has(role) && isLed(graph, actor.node)) return;
  if (standsBehind(frame.type, role, graph, actor)) return;
  // "sent police to the area where the Kenyan troops are": those who stand there are not the place
  if (frame.type === "deployment" && role === "host" && place.endsWith("*") && actor.mention.form === "body") return;
  if (frame.type === "founding" && role === "organization" && !isWholeName(graph, node, actor.mention)) return;
  // "a force formed by the Union": who formed it stands below the verb, what was formed above
  if (frame.type === "founding" && role === "organization" && graph.node(trigger).head === node && graph.subtreeHas(trigger, actor.node))
    return;
  if (frame.type === "founding" && role === "organization" && actor.body) {
    // "its agency" has no name to be known by
    if (!/^\p{Lu}/u.test(actor.body) || POST.test(actor.body)) return;
    const id = bodyId(actor.body);
    // "the Chile-Peru Commission" is of both
    const isKnown = found.some((f) => f.actor === id);
    if (!isKnown) found.push({ ...actor, actor: id, slot: place });
    fillers.set("founder", [...(isKnown ? (fillers.get("founder") ?? []) : []), { ...actor, slot: "actsFor" }]);
    return;
  }
  if (!mayFill(frame.type, role, actor.actor)) {
    const owner = ownerOf(graph, actors, actor);
    if (owner && mayFill(frame.type, role, owner.actor) && !taken.has(owner.actor)) found.push({ ...owner, slot: place });
    return;
  }
  // "joined the Union's Trust Fund", "the UN Convention": something that is named after the body
  if (frame.type === "membership" && role === "organization" && NAMED_AFTER.test(behindName(graph, actor))) return;
  // "the attack on the Union's mission": what is attacked does not attack
  if (frame.type === "conflict" && role === "initiator" && isLoose && isAimedAt(graph, node, trigger)) return;
  // "He pays tribute to the envoys for their mediation": theirs is not his
  if (SINGLE.test(actor.mention.text) && graph.isNoun(trigger) && hasTheir(graph, trigger)) return;
  // those who oppose a government do not speak for its state
  if (role === "speaker" && AT_ODDS.test(actor.text)) return;
  // "Peru, which left in 1999, and Chile agreed": the second name stands behind the first one's relative clause
  if (actor.node > trigger && node < trigger && graph.node(actor.node).relation === "conj" && graph.subtreeHas(node, trigger)) return;
  // "a Belt and Road memorandum": an initiative signs nothing, the state whose it is does
  if (frame.type === "agreement" && place !== "agent" && INITIATIVES.has(actor.actor)) {
    const owner = INITIATIVES.get(actor.actor)!;
    if (!taken.has(owner) && !found.some((f) => f.actor === owner)) found.push({ ...actor, actor: owner, slot: "with" });
    return;
  }
  // "the Algiers accord" was made in Algiers
  if (frame.type === "agreement" && place === "mod" && (actor.mention.form === "capital" || actor.mention.form === "city")) return;
  // "It is also a member": states join, and the body named last is not the one that is spoken of
  if (frame.type === "membership" && role === "member" && isPronoun(actor) && kindOf(actor.actor) === "org") return;
  // only treaties are signed and ratified by one alone: "ratified the Paris Agreement"
  if (frame.type === "agreement" && role === "organization" && place === "self" && (!isTreaty(actor) || taken.size > 1)) return;
  // "whose charter they signed": the body is what they found, no side
  if (frame.type === "agreement" && role === "party" && place === "poss" && kindOf(actor.actor) === "org" && found.length > 1) return;
  // an official of the body itself: his state holds the office
  if (isOfBody(frame, role, actor)) return;
  // "the Kenya-EU Trade Agreement" is of both, "the OAU Convention" of those who sign it
  if (place === "self" && collect && kindOf(actor.actor) !== "state" && !isJoined(actors.text, actor.mention)) return;
  if (isLooseRegion(frame, place, actor, isLoose, found) && !isJoinedRegion(frame, actor, actors)) return;
  const standing = bodyFor(frame, actor.actor);
  if (
    found.some((f) => f.actor === standing) ||
    ((!collect || role === "founder" || kindOf(actor.actor) === "org") &&
      taken.has(actor.actor) &&
      !frame.conditions.includes("mutually") &&
      !EACH_OTHER.test(actor.mention.text))
  )
    return;
  found.push({ ...actor, actor: standing, slot: slotOf(frame, place) });
}

/** "Kenya-EU", "ASEAN–Japan": a name with a dash right before or behind it. */
function isJoined(text: string, { start, end }: Mention): boolean {
  return /^[-–—/]$/.test(text[start - 1] ?? "") || /^[-–—/]$/.test(text[end] ?? "");
}

/** "the Korea-Central America trade agreement", where no state of the region is named besides. */
function isJoinedRegion(frame: Frame, { actor, mention }: PhraseActor, actors: PhraseActors): boolean {
  if (frame.type !== "agreement" || !isJoined(actors.text, mention)) return false;
  const members = loadActors().actor(actor)?.members ?? [];
  return !actors.allNamed().some((a) => members.includes(a.actor));
}

const TALKS_OF = /^(?:discuss|review|preview|debate|mention|hail|praise|criticise|criticize|describe|cover|assess|evaluate)$/;

/** "discussed the summit": a gathering that others talk of, not one they hold "with" somebody. */
function isTalkedOf(graph: SentenceGraph, trigger: number): boolean {
  const { head, relation } = graph.node(trigger);
  return relation === "obj" && TALKS_OF.test(graph.lemma(head)) && !graph.slots(trigger).has("with");
}

const JOINS = /^(?:join|accede|admit|readmit|become)$/;
/** A post abroad, which no one founds as a body. */
const POST = /\b(?:Consulate|Embassy|Legation|High Commission)\b/;
const SINGLE = /^(?:he|she|it)$/i;

function hasTheir(graph: SentenceGraph, node: number): boolean {
  return graph.childrenBy(node, "nmod:poss").some((n) => /^their$/i.test(graph.node(n).text));
}

/** "Brazil's Embraer", "the Brazilian maker Embraer": the state that a firm is said to be of. */
function ownerOf(graph: SentenceGraph, actors: PhraseActors, firm: PhraseActor): PhraseActor | null {
  if (kindOf(firm.actor) !== "group" || !graph.holds(firm)) return null;
  const owners = graph.childrenBy(firm.node, "nmod:poss", "amod", "compound").flatMap((n) => actors.actorsOf(n, { alone: true }));
  const [state] = owners.filter((o) => kindOf(o.actor) === "state");
  return state ? { ...state, text: firm.text, body: firm.text } : null;
}

function isAimedAt(graph: SentenceGraph, node: number, trigger: number): boolean {
  return [node, ...graph.ancestors(node)].some((n) => graph.node(n).head === trigger && /^(?:on|against|upon)$/.test(graph.preposition(n)));
}

/** What a body has or makes, which is no organ of it. */
const NAMED_AFTER =
  /(?:\b(?:Fund|Facility|Convention|Covenant|Treaty|Protocol|Charter|Declaration|Compact|Programme|Program|Initiative|Mission|Operation|Game|Cup))s?$/;

/** The rest of a name that begins with another: "Multi-Donor Fund" of "United Nations Multi-Donor Fund"; empty where there is none. */
function behindName(graph: SentenceGraph, { mention, node }: PhraseActor): string {
  const name = graph.node(node);
  return name.unit?.kind === "name" && name.start <= mention.start && name.end > mention.end
    ? name.text.slice(mention.end - name.start)
    : "";
}

/** Roles of those to whom or where something goes. */
const NOT_LED: ReadonlySet<string> = new Set(["host", "recipient", "target"]);

/** "Kenyan-led", "US-backed", "Saudi - led", split or in one. */
function isLed(graph: SentenceGraph, node: number): boolean {
  const around = [graph.node(node).text, graph.nodes[node + 1]?.text ?? "", graph.nodes[node + 2]?.text ?? ""];
  return LED.test(around[0]!) || (/^[-–‑]$/.test(around[1]!) ? LED_WORD.test(around[2]!) : LED.test(around[1]!));
}

const LED = /[-–‑](?:led|backed|run|commanded|brokered|sponsored|dominated)$/i;
const LED_WORD = /^(?:led|backed|run|commanded|brokered|sponsored|dominated)$/i;

/** An official known as the body's own, where his state is asked for. */
function isOfBody(frame: Frame, role: string, { actor, mention }: PhraseActor): boolean {
  return frame.type === "office" && role === "holder" && mention.form === "person" && kindOf(actor) === "org";
}

function isPronoun(actor: PhraseActor): boolean {
  return actor.mention.form === "reference" && /^(?:it|its|they|their|which|that)$/i.test(actor.mention.text);
}

/** Types whose things go somewhere: what is joined to the first of them goes there too. */
const FLOWING: ReadonlySet<string> = new Set(["aid", "arms", "deployment"]);

/** Words that mean nobody. */
const SMALL: ReadonlySet<string> = new Set("the a an of in on at to by for with and or from".split(" "));
/** How many words of a phrase are looked through: no phrase is longer that anybody understands. */
const MOST_WITHIN = 15;

function readInside(graph: SentenceGraph, node: number): number[] {
  const inside: number[] = [];
  for (const n of graph.subtree(node)) {
    if (inside.length === MOST_WITHIN) break;
    if (graph.node(n).upos !== "PUNCT" && !SMALL.has(graph.node(n).text.toLowerCase())) inside.push(n);
  }
  return inside;
}

/** The first actor anywhere in a phrase, for slots marked "*": whom "the Colombian incursion into Ecuador" is about. */
function firstWithin(
  graph: SentenceGraph,
  actors: PhraseActors,
  node: number,
  options: { places?: boolean },
  accept: (actor: PhraseActor) => boolean,
  byDoer: boolean,
): PhraseActor[] {
  const others = (found: readonly PhraseActor[]): PhraseActor[] => found.filter(accept);
  const own = others(actors.actorsOf(node, options));
  if (own.length > 0) return own;
  const inside = graph.noted(node, readInside);
  // "the demolition of Palestinian homes by Israel": who did it, before whom it was done to
  const by = byDoer ? inside.filter((n) => graph.preposition(n) === "by" && graph.isNoun(n)) : [];
  // "by an affiliate of Boko Haram"
  const doers = by.flatMap((n) => [n, ...inside.filter((m) => m !== n && graph.ancestors(m).includes(n))]);
  // "condemned the attack against Saudi Arabia": the one attacked is not blamed
  const blamed = byDoer
    ? inside.filter((n) => n === node || graph.preposition(n) !== "against" || !graph.isNoun(graph.node(n).head))
    : inside;
  // "the killing in Libya of Kenyan workers": where it was comes last
  const there = byDoer ? blamed.filter((n) => graph.preposition(n) === "in") : [];
  for (const inner of [...doers, ...blamed.filter((n) => !there.includes(n)), ...there]) {
    const found = others(actors.actorsOf(inner, options));
    if (found.length > 0) return found;
  }
  return [];
}

/** A national body has an id of its own only where it is itself what is founded. */
function bodyId(name: string): string {
  const known = resolveActor(name)?.id;
  return known?.startsWith("org:") ? known : `org:${slugOf(name)}`;
}

/** Prepositions behind which a city stands for its country as the host. */
const PLACES: ReadonlySet<string> = new Set(
  "in at to where from for object on into off near inside around against over through".split(" "),
);

/**
 * A region only counts where it is said outright to take part, not as an adjective ("the Andean crisis"); beside a state it does:
 * "the meeting of the ministers of Japan and Central Asia".
 */
function isLooseRegion(frame: Frame, place: string, actor: PhraseActor, isLoose: boolean, found: readonly Filler[]): boolean {
  if (kindOf(actor.actor) !== "region") return false;
  if (frame.type === "meeting" && place === "of" && found.some((f) => f.slot === "of" && kindOf(f.actor) === "state")) return false;
  return (isLoose && place !== "to") || LOOSE_FOR_REGIONS.has(place.split(">").at(-1)!);
}

const LOOSE_FOR_REGIONS: ReadonlySet<string> = new Set(["mod", "and", "of", "poss", "in"]);
