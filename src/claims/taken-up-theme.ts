import type { ClaimType } from "./claim.ts";
import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import { ANOTHER, type Theme } from "./themes.ts";
import type { ToldTheme } from "./told-things.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Types whose matter a text goes on to speak of as "it": pacts, ties, posts, and an envoy as "he". */
const TAKEN_UP: ReadonlySet<ClaimType> = new Set(["agreement", "relations", "mission", "envoy", "sanction"]);
/** Of which there may be another like it. */
const OF_A_KIND: ReadonlySet<ClaimType> = new Set(["mission", "envoy", "agreement"]);
/** "The latter came into force": the last of several. */
const LAST_OF_THEM: ReadonlySet<string> = new Set(["latter"]);
/** "cut off its own", "resumed theirs": of the same kind as the one told before. */
const OWN = /^(?:theirs|its|ours|own)$/;
const ONE_THING: ReadonlySet<string> = new Set(["it"]);
const ONE_PERSON: ReadonlySet<string> = new Set(["he", "she", "him", "her"]);
const SEVERAL: ReadonlySet<string> = new Set(["they", "them", "both"]);
/** Types whose matter is counted: a number that stands alone goes on with it: "promised 14 more", "twenty arrived in 2015". */
const COUNTED_ON: ReadonlySet<ClaimType> = new Set(["arms", "aid", "deployment"]);
/** What a thing does by itself: "it entered into force", "they broke down". */
const BY_ITSELF: ReadonlySet<string> = new Set(
  "enter come go take expire lapse end collapse stall break resume begin start close open reopen return leave resign arrive follow land reach fly sail depart withdraw".split(
    " ",
  ),
);

const CARRIES_ON = /^(?:resume|begin|start|close|open|reopen|break|end)$/;

/** A theme that stands in the sentence before as a noun and here as a pronoun, with the words of that noun's phrase. */
export interface TakenUpTheme extends Theme {
  readonly words: string;
}

/** The pronoun that a trigger has in its theme's place, where what was told before is such a theme: "It was ratified in 1993". */
export function takenUpTheme(graph: SentenceGraph, frame: Frame, trigger: number, memory: TopicMemory): TakenUpTheme | null {
  const counts = COUNTED_ON.has(frame.type);
  // "signed an accord; Libya had brokered it"
  const brokers = frame.id === "mediation/broker";
  // "It has been in force since May"
  const stands = frame.conditions.includes("stands-in-force");
  if (!frame.theme || !(counts || brokers || TAKEN_UP.has(frame.type)) || !(stands || graph.isVerb(trigger))) return null;
  const last = memory.lastTheme(brokers ? "agreement" : frame.type);
  if (!last) return null;
  // "deployed a mission of observers; Norway contributed six"
  const isMission = frame.type === "deployment" && last.lemmas.some((l) => /^(?:mission|operation|force)$/.test(l));
  if (!isMission && !last.lemmas.some((l) => frame.theme!.has(l))) return null;
  const slots = graph.slots(trigger);
  // "it was agreed that": the clause is what was agreed
  if (slots.has("clause")) return null;
  const words = last.plural ? SEVERAL : frame.type === "envoy" ? ONE_PERSON : ONE_THING;
  if (counts)
    return (
      countedOn(graph, trigger, last.words, frame.type === "deployment") ??
      (frame.type === "deployment" ? forcesAgain(graph, trigger, last) : null)
    );
  const acts = stands || (BY_ITSELF.has(graph.lemma(trigger).split(" ")[0]!) && !graph.isPassive(trigger));
  // "they will resume flights": the flights, and not the relations told before
  const another = acts && CARRIES_ON.test(graph.lemma(trigger)) && slots.has("object");
  for (const place of acts && !another ? ["object", "agent"] : ["object"])
    for (const node of slots.get(place) ?? []) {
      const text = graph.node(node).text.toLowerCase();
      // "Malawi's was opened a year later", "Laos opened one in Nairobi": another of the kind
      const ofKind =
        OF_A_KIND.has(frame.type) ||
        ((frame.type === "sanction" || (frame.type === "relations" && frame.phase !== "begins")) && OWN.test(text));
      const isAnother =
        ofKind && (ANOTHER.has(text) || isBareNumber(graph, node) || isThatWith(graph, node)) && !graph.slots(node).has("of");
      if (isAnother || (frame.type === "agreement" && LAST_OF_THEM.has(text)) || (graph.node(node).upos === "PRON" && words.has(text)))
        return { node, said: node, words: last.words };
    }
  return null;
}

/** "Russia expelled ten in return": that many of the kind. */
function isBareNumber(graph: SentenceGraph, node: number): boolean {
  const { xpos, unit } = graph.node(node);
  return xpos === "CD" && unit === null;
}

/** "They guard the airport", "it was relieved", "withdrew them": the troops, ship or unit of which the sentence before told. */
function forcesAgain(graph: SentenceGraph, trigger: number, last: ToldTheme): TakenUpTheme | null {
  const words = last.plural || OF_MANY.test(last.words) ? SEVERAL : ONE_THING;
  const alone = !graph.isPassive(trigger) && !graph.slots(trigger).has("object");
  for (const place of alone ? ["agent"] : graph.isPassive(trigger) ? ["object"] : ["object", "agent"])
    for (const node of graph.slots(trigger).get(place) ?? [])
      if (graph.node(node).upos === "PRON" && words.has(graph.node(node).text.toLowerCase()))
        return { node, said: node, words: last.words };
  return null;
}

/** Units whose people a text goes on to call "they". */
const OF_MANY =
  /\b(?:battalion|contingent|company|brigade|battle ?group|unit|force|team|platoon|regiment|detachment|squad|police|infantry)\b/i;

/** "That with Togo was signed in 1993": another of the kind, told apart by its partner. */
function isThatWith(graph: SentenceGraph, node: number): boolean {
  return /^(?:that|those)$/i.test(graph.node(node).text) && ["with", "between"].some((slot) => graph.slots(node).has(slot));
}

/** The number without a noun that a trigger has in its theme's place; null where there is none. */
function countedOn(graph: SentenceGraph, trigger: number, words: string, moves = false): TakenUpTheme | null {
  const slots = graph.slots(trigger);
  const alone =
    (moves || BY_ITSELF.has(graph.lemma(trigger).split(" ")[0]!)) && !graph.isPassive(trigger) && !(moves && slots.has("object"));
  for (const node of slots.get(alone ? "agent" : "object") ?? []) {
    const { upos, text, unit } = graph.node(node);
    // "the first was handed over in May"
    const isFirst =
      !moves &&
      /^(?:first|last|second|third|final)$/i.test(text) &&
      graph.childrenBy(node, "det").some((d) => /^the$/i.test(graph.node(d).text));
    const isNumber =
      isFirst || (unit === null && (upos === "NUM" || /^(?:more|rest|remainder|others|another|hundreds|dozens|thousands)$/i.test(text)));
    const partOfThem =
      (!moves || /^(?:last|first|rest|remainder|most|some|half|all|none|bulk|many|others?)$/i.test(text)) &&
      graph.childrenBy(node, "nmod").some((n) => /^(?:them|these|those|it)$/i.test(graph.node(n).text));
    const year = /^(?:1[5-9]|20)\d\d$/.test(text);
    // "6,000 of them", "14 more", "the remaining ten"
    const bare = graph
      .subtree(node, false)
      .every((n) => n === node || !graph.isNoun(n) || graph.node(n).unit !== null || /^(?:rest|lot|others)$/i.test(graph.node(n).text));
    const from = (slots.get("of") ?? []).length + graph.childrenBy(node, "nmod").filter((n) => graph.node(n).upos !== "PRON").length;
    if ((isNumber || partOfThem) && !year && bare && from === 0) return { node, said: node, words };
  }
  return null;
}

/** Who it was that the thing taken up was between, as far as the sentence does not say otherwise. */
export function goOnWith(frame: Frame, fillers: Map<string, Filler[]>, memory: TopicMemory): void {
  const last = memory.lastMatch(frame.type, 1);
  if (!last) return;
  const here = [...fillers.values()].flat();
  for (const name of frame.roles.keys()) {
    const role = name.replace("?", "");
    const known = last.get(role);
    if (!known || fillers.has(role) || known.some((k) => here.some((f) => f.actor === k.actor))) continue;
    fillers.set(
      role,
      known.map((k) => ({ ...k, slot: "before" })),
    );
  }
}

/** "It is also a member of COMESA": "it" is the state whose membership was told before, else the page's. */
export function goOnWithMember(
  graph: SentenceGraph,
  frame: Frame,
  slots: Slots,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  if (fillers.has("member") || !fillers.has("organization")) return;
  const places = (frame.roles.get("member") ?? []).filter((place) => place === "agent" || place === "object" || place === "poss");
  const pronoun = places.flatMap((place) => slots.get(place) ?? []).find((n) => /^(?:it|its)$/i.test(graph.node(n).text));
  if (pronoun === undefined) return;
  const bodies = new Set(fillers.get("organization")!.map((f) => f.actor));
  const last = (memory.lastMatch("membership", 2)?.get("member") ?? []).filter((f) => kindOf(f.actor) === "state");
  const [subject] = memory.subjects;
  if (last.length === 1) fillers.set("member", [{ ...last[0]!, slot: "before" }]);
  else if (memory.subjects.length === 1 && subject && !bodies.has(subject) && kindOf(subject) === "state")
    fillers.set("member", [{ ...impliedActor(graph.node(pronoun), subject, "the page, for “it”"), node: pronoun, slot: "subject" }]);
}
