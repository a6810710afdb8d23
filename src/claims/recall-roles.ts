import type { ClaimType } from "./claim.ts";
import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { recallSides } from "./recall-sides.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

const POINTS_BACK: ReadonlySet<string> = new Set(["the", "that", "this", "these", "those", "their", "its", "his", "her", "both"]);
/**
 * Fills roles that a frame names under `recalls` from what was said before: "the unit was withdrawn", "he took up the
 * office", "the embargo was lifted". Only where the words point back ("the", "its"), and nothing found here speaks against it.
 */
export function recallRoles(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  about: number,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
  byPronoun = false,
): void {
  const missing = frame.recalls.filter((role) => !fillers.has(role));
  if (missing.length === 0) return;
  // recall-body.ts has said what was joined or left
  if (frame.type === "membership") return;
  // complete-roles.ts has said whose talks they are; `recalls` only has them wait for who joins what
  if (frame.type === "agreement") return;
  // who is answered is found by recall-counterpart.ts
  if (frame.type === "statement") return;
  // recall-meeting.ts has said who meets again
  if (frame.type === "meeting") return;
  if (frame.type === "mediation") {
    recallSides(graph, actors, about, fillers, memory);
    return;
  }
  // a bare verb goes on with its own sentence: "was elected …, assuming in January"; "they were withdrawn" with the one before
  if (frame.type === "office" && missing.includes("organization") && fillers.has("holder") && NUMBER_ONE.test(phraseOf(graph, about))) {
    const body = bodyNamedAlone(memory);
    if (body) fillers.set("organization", [{ ...body, slot: "before" }]);
  }
  const last = memory.lastMatch(frame.type, graph.isVerb(about) ? (VERB_REACH[frame.type] ?? 0) : undefined);
  // "She succeeded an Indian diplomat": in the office of hers that was told of
  if (frame.type === "office" && graph.isVerb(about) && !actors.allNamed().some((a) => isHolder(last, a.actor))) return;
  // "By then ninety states had recognised Palestine. Malta withheld recognition": of whom it was spoken
  if (frame.type === "recognition") {
    const spoken = (last ?? memory.lastMatch("recognition", 1) ?? memory.lastPart("recognition"))?.get("recognized") ?? [];
    const own = [...fillers.values()].flat();
    if (missing.includes("recognized") && own.length > 0 && spoken.length === 1 && !own.some((f) => f.actor === spoken[0]!.actor))
      fillers.set("recognized", asBefore(spoken));
    // "9 October: Montenegro recognises" in the chronicle of a state
    const [page] = memory.subjects;
    const isEntry = spoken.length === 0 && graph.dated && graph.isVerb(about) && memory.subjects.length === 1 && kindOf(page!) === "state";
    if (missing.includes("recognized") && isEntry && own.length > 0 && !own.some((f) => f.actor === page))
      fillers.set("recognized", [{ ...impliedActor(graph.node(about), page!, "the page's subject"), node: about, slot: "subject" }]);
    return;
  }
  const before = frame.type === "visit" && missing.includes("host") && frame.theme !== null ? turnedRound(last) : last;
  // "a visit to Dushanbe followed": by the one who travelled before; "reciprocated with a visit": to him
  const goesOn = frame.type === "visit";
  // "She took office in January": the one to which she was said to be chosen
  const isHisOffice = (): boolean =>
    frame.type === "office" &&
    /^(?:office|duty|duties)$/.test(graph.lemma(about)) &&
    graph.childrenBy(about, "det", "amod", "compound", "nmod").length === 0 &&
    (fillers.get("holder") ?? []).every((f) => last?.get("holder")?.some((h) => h.actor === f.actor) === true);
  if (!before || !(goesOn || graph.isVerb(about) || byPronoun || pointsBack(graph, about) || isHisOffice())) return;
  for (const [role, list] of fillers) {
    const known = before.get(role);
    // the next one takes the chair of the same body
    if (frame.type === "office" && role === "holder") continue;
    if (known && !list.every((f) => known.some((k) => k.actor === f.actor))) return;
  }
  // "vehicles were ordered from an American company": another than before
  if ((frame.type === "aid" || frame.type === "arms") && actors.namesAnother([...before.values()].flat().map((f) => f.actor))) return;
  // "offered loans to six partner countries": several who are not named
  if ((frame.type === "aid" || frame.type === "arms") && namesOthers(graph, actors)) return;
  for (const role of missing) {
    const known = before.get(role)?.filter((k) => ![...fillers.values()].flat().some((f) => f.actor === k.actor));
    if (known?.length) fillers.set(role, asBefore(known));
  }
}

/** Offices that only bodies between states have: of the one just named, where nothing else is. */
const NUMBER_ONE = /\b(?:secretary[- ]general|director[- ]general|executive secretary|high representative)\b/i;

function phraseOf(graph: SentenceGraph, node: number): string {
  return graph
    .subtree(node)
    .map((n) => graph.node(n).text)
    .join(" ");
}

/** The only body that the last sentence, or the one before it, named. */
function bodyNamedAlone(memory: TopicMemory): Filler | null {
  for (const back of [1, 2]) {
    const bodies = memory.namedBack(back).filter((f) => f.actor.startsWith("org:"));
    if (bodies.length > 0) return new Set(bodies.map((f) => f.actor)).size === 1 ? { ...bodies[0]!, slot: "before" } : null;
  }
  return null;
}

/** Several countries are spoken of "to", "for" or "in" whom, and nothing says which. */
function namesOthers(graph: SentenceGraph, actors: PhraseActors): boolean {
  return graph.nodes.some(
    (n, k) =>
      n.xpos === "NNS" &&
      /^(?:country|nation|state|government|neighbou?r|partner|recipient|member)$/i.test(n.lemma) &&
      /^(?:to|for|in|among)$/.test(graph.preposition(k)) &&
      actors.actorsOf(k).length === 0,
  );
}

/** How many sentences back a bare verb may go on with what was told; its own alone, where none is said. */
const VERB_REACH: Partial<Record<ClaimType, number>> = { deployment: 1, arms: 1, office: 2, visit: 1 };

function isHolder(last: ReadonlyMap<string, readonly Filler[]> | null, actor: string): boolean {
  return ["holder", "organization"].some((role) => last?.get(role)?.some((f) => f.actor === actor) === true);
}

/** A visit that is returned goes the other way. */
function turnedRound(last: ReadonlyMap<string, readonly Filler[]> | null): ReadonlyMap<string, readonly Filler[]> | null {
  const turned: Readonly<Record<string, string>> = { host: "visitor", visitor: "host" };
  return last && new Map([...last].map(([role, list]) => [turned[role] ?? role, list] as const));
}

function asBefore(known: readonly Filler[]): Filler[] {
  return known.map((k) => ({ ...k, slot: "before" }));
}

function pointsBack(graph: SentenceGraph, about: number): boolean {
  if (graph.node(about).upos === "PRON") return true;
  return graph
    .childrenBy(about, "det", "nmod:poss", "amod")
    .some(
      (c) =>
        POINTS_BACK.has(graph.node(c).text.toLowerCase()) || /^(?:another|further|more|additional|second|third)$/i.test(graph.node(c).text),
    );
}
