import type { FrameMatch } from "./match-frames.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { compoundLemma } from "./themes.ts";
import type { TopicMemory } from "./topic-memory.ts";
import { unique } from "./unique-actors.ts";

/**
 * Remembers the pacts and talks that a sentence only speaks of, with their sides, where it told no claim of one: after "the
 * fisheries accord between Chad and Niger is a model", "it was renewed in 2010" and "the accord was suspended" are of those two.
 */
export function rememberSpokenPacts(
  graph: SentenceGraph,
  actors: PhraseActors,
  words: ReadonlySet<string>,
  matches: readonly FrameMatch[],
  memory: TopicMemory,
): void {
  if (matches.some((m) => m.frame.type === "agreement")) return;
  for (let i = 0; i < graph.nodes.length; i++) {
    if (!graph.isNoun(i)) continue;
    const kind = PACT_NAME.exec(graph.node(i).text)?.[0].toLowerCase();
    const lemmas = [graph.lemma(i), compoundLemma(graph, i), ...(kind ? [kind] : [])];
    if (!lemmas.some((l) => words.has(l))) continue;
    memory.rememberPactNamed();
    const sides = sidesOf(graph, actors, i);
    if (sides.length < 2) continue;
    memory.remember(
      "agreement",
      sides.map((s) => ({ ...s, slot: "between" })),
    );
    memory.rememberTheme("agreement", {
      lemmas,
      words: graph
        .subtree(i, false)
        .map((n) => graph.node(n).text.toLowerCase())
        .join(" "),
      plural: graph.node(i).xpos.endsWith("S"),
    });
  }
}

/** A sentence that names no actor may still name a pact that the next ones sign: "The treaty regulates fishing. It was concluded by Chad and Niger". */
export function rememberNamedPact(words: string, memory: TopicMemory): void {
  const [name] = NAMES_PACT.exec(words) ?? [];
  if (!name) return;
  memory.rememberPactNamed();
  if (memory.lastTheme("agreement") === null)
    memory.rememberTheme("agreement", { lemmas: [name.toLowerCase()], words: name.toLowerCase(), plural: false });
}

const NAMES_PACT = /\b(?:agreement|treaty|pact|accord|convention|protocol|memorandum|charter|statute)\b/i;
/** The kind of thing that a proper name calls itself: "the Visiting Forces Agreement". */
const PACT_NAME = /\b(?:Agreement|Treaty|Pact|Accord|Convention|Protocol|Memorandum|Compact|Charter|Deal)\b/;

/** "between Chad and Niger", "Chad's accord with Niger", "the Chad–Niger accord"; of a pact that somebody does something to, his and whom it is "with". */
function sidesOf(graph: SentenceGraph, actors: PhraseActors, pact: number): PhraseActor[] {
  const slots = graph.slots(pact);
  const named = (...places: string[]): PhraseActor[] =>
    places.flatMap((place) => (slots.get(place) ?? []).flatMap((n) => actors.actorsOf(n))).filter((a) => kindOf(a.actor) !== "region");
  const between = unique(named("between", "among"));
  if (between.length > 1) return between;
  const partners = named("with");
  if (partners.length === 0) return [];
  const owners = named("poss", "mod").filter((a) => a.mention.form !== "city" && a.mention.form !== "capital");
  const { head, relation } = graph.node(pact);
  const doers =
    owners.length === 0 && relation === "obj" && head >= 0 && graph.isVerb(head)
      ? (graph.slots(head).get("agent") ?? []).flatMap((n) => actors.actorsOf(n))
      : owners;
  return doers.length === 0 ? [] : unique([...doers, ...partners]);
}
