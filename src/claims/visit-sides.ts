import type { Frame } from "./frame.ts";
import { impliedActor, ofPair } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/**
 * On the page of two states "President X paid a state visit in 1992" is to the other; in the speech or on the page of one,
 * "was here in August" is to that one, and "a visit to Dushanbe came in 2018" by it.
 */
export function addVisitSides(
  graph: SentenceGraph,
  frame: Frame,
  about: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
  actors: PhraseActors,
): void {
  const own = memory.voice ?? (memory.subjects.length === 1 ? memory.subjects[0]! : null);
  const home = own !== null && kindOf(own) === "state" ? own : null;
  const visitors = fillers.get("visitor") ?? [];
  const slots = graph.slots(about);
  const said = (...names: readonly string[]): boolean =>
    names.some((s) => (slots.get(s) ?? []).some((n) => graph.node(n).unit?.kind !== "date"));
  const implied = (actor: string, why: string): Filler => ({
    ...impliedActor(graph.node(about), actor, why),
    node: about,
    slot: "subject",
  });
  if (visitors.length > 0 && !fillers.has("host")) {
    const here = [about, graph.node(about).head].some(
      (n) => n >= 0 && (isHere(graph, n) || graph.childrenBy(n, "advmod").some((c) => isHere(graph, c))),
    );
    const [only] = visitors;
    const isVisit = frame.id === "visit/expected" || graph.lemma(about) === "visit";
    const isAlone =
      isVisit &&
      visitors.length === 1 &&
      /^visit\/(?:pay|expected|call-off)$/.test(frame.id) &&
      !said("to", "in", "at", "through", "object");
    if (here && home && visitors.every((f) => f.actor !== home)) fillers.set("host", [implied(home, "the page, for “here”")]);
    else if (isAlone && memory.pair.length === 2 && memory.pair.includes(only!.actor) && !actors.namesAnother(memory.pair)) {
      const other = ofPair(memory, graph, about).filter((f) => f.actor !== only!.actor && kindOf(f.actor) === "state");
      if (other.length > 0) fillers.set("host", other);
    } else if (isAlone && home && only!.actor !== home && !actors.namesAnother([home, only!.actor]))
      fillers.set("host", [implied(home, "the page, whose guest it is")]);
  }
  const hosts = fillers.get("host") ?? [];
  const [there, whoCame] = visitors.length === 1 && !fillers.has("host") ? guestWhoWasMet(graph, about, visitors[0]!, actors) : [];
  if (there && whoCame) {
    fillers.set("host", [there]);
    fillers.set("visitor", [whoCame]);
    return;
  }
  // "The premier visited Togo": no Togolese one
  const isNamed = visitors.some((f) => f.mention.form !== "reference" || !hosts.some((h) => h.actor === f.actor));
  const guest = isNamed ? null : unnamedGuest(graph, frame, about, hosts, memory, actors);
  if (guest) fillers.set("visitor", [guest]);
  if (
    visitors.length > 0 ||
    guest ||
    hosts.length === 0 ||
    !home ||
    hosts.some((f) => f.actor === home) ||
    said("by", "of", "poss", "mod", "agent")
  )
    return;
  // "a visit to Sofia had to be put off": the page's own
  const goesOn = frame.id === "visit/followed" && memory.lastMatch("visit") === null;
  const isOwn = frame.id === "visit/pay" && hosts.every((f) => f.slot === "to") && !graph.node(about).xpos.endsWith("S");
  if (goesOn || (isOwn && !actors.namesAnother([home, ...hosts.map((f) => f.actor)])))
    fillers.set("visitor", [implied(home, "the page, whose visit it is")]);
}

function isHere(graph: SentenceGraph, i: number): boolean {
  return /^here$/i.test(graph.node(i).text);
}

const GUESTS =
  /\b(?:president|vice-president|prime minister|premier|minister|secretary|speaker|chairman|chairperson|king|queen|prince|princess|governor|envoy|commander|delegation|parliamentarian|official)\b/i;

const OF_OTHERS = /\b(?:general secretary|secretary-general|neighbou?rs?|region|opposition|former|world|bank)\b/i;
const OF_A_LAND =
  /\b(?:[Kk]ing|[Qq]ueen|[Pp]rince(?:ss)?|[Pp]resident)\b[^,]*\sof\s(?:the\s)?(?!Senate|National|Parliament|Assembly|Chamber|House|Council|Supreme|State)\p{Lu}/u;

/** "The then Prime Minister visited Togo in 1997" on the page of Peru and Togo: of the other of the two, where no third is named. */
function unnamedGuest(
  graph: SentenceGraph,
  frame: Frame,
  about: number,
  hosts: readonly Filler[],
  memory: TopicMemory,
  actors: PhraseActors,
): Filler | null {
  if (!/^visit\/(?:pay|verb)$/.test(frame.id) || hosts.length !== 1 || memory.pair.length !== 2) return null;
  const { actor } = hosts[0]!;
  if (!memory.pair.includes(actor) || actors.namesAnother(memory.pair)) return null;
  const [who] = graph.slots(about).get("agent") ?? [];
  if (who === undefined || graph.node(who).xpos === "NNS" || actors.actorsOf(who).some((a) => a.actor !== actor)) return null;
  const words = graph
    .subtree(who)
    .map((n) => graph.node(n).text)
    .join(" ");
  // "the UN Secretary-General", "King Example of Atlantis": of more than one state, or of another
  if (!GUESTS.test(words) || OF_OTHERS.test(words) || OF_A_LAND.test(words)) return null;
  const other = memory.pair.find((p) => p !== actor)!;
  if (kindOf(other) !== "state") return null;
  return { ...impliedActor(graph.node(who), other, "the page, for who is only called by an office"), node: about, slot: "subject" };
}

/** "Xi Jinping met the Kenyan president during his visit to China": nobody visits his own state; that state, and the one who was met there. */
function guestWhoWasMet(graph: SentenceGraph, about: number, doer: Filler, actors: PhraseActors): readonly Filler[] {
  if (!graph.childrenBy(about, "nmod:poss").some((n) => /^(?:his|her|their)$/i.test(graph.node(n).text))) return [];
  const verb = graph.ancestors(about).find((n) => graph.isVerb(n));
  const meant = (node: number | undefined, ...slots: readonly string[]): Filler[] =>
    node === undefined
      ? []
      : slots.flatMap((slot) =>
          (graph.slots(node).get(slot) ?? [])
            .flatMap((n) => actors.actorsOf(n))
            .flatMap((a) => (kindOf(a.actor) === "state" ? { ...a, slot } : [])),
        );
  const home = meant(about, "to", "in").find((a) => a.actor === doer.actor);
  const guests = meant(verb, "object", "with").filter((a) => a.actor !== doer.actor);
  return home && guests.length === 1 ? [home, guests[0]!] : [];
}
