import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { RoleStep } from "./role-step.ts";
import { kindOf } from "./roles.ts";
import { phraseText } from "./security-conditions.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** What belongs to two neighbours alike: "their common frontier", "the shared border". */
const COMMON = /\b(?:common|shared|joint|mutual)\b/i;
/** Words for the line itself, not for a gate in it. */
const LINE = /^(?:border|frontier|boundary|border line|land border)$/i;

/**
 * Who shuts or opens a border where the words do not tell one from the other: "the border between Fiji and Tonga has been closed",
 * "Fiji and Tonga agreed to reopen the crossing". Each does it to the other.
 */
export const addBorderSides: RoleStep = (graph, actors, frame, trigger, theme, fillers) => {
  if (!frame.conditions.includes("at-a-border") || theme === null) return;
  const imposers = fillers.get("imposer") ?? [];
  const targets = fillers.get("target") ?? [];
  const phrase = phraseText(graph, theme);
  if (imposers.length === 0) {
    // "rebels shut the border between Fiji and Tonga": another did
    if ((graph.slots(trigger).get("agent") ?? []).some((n) => n !== theme)) return;
    const owners = ownersOf(graph, actors, theme);
    if (owners.length === 2) eachToOther(fillers, owners);
    return;
  }
  const outside = targets.some((t) => !imposers.some((i) => i.actor === t.actor));
  if (imposers.length !== 2 || outside || !imposers.every((i) => kindOf(i.actor) === "state")) return;
  if (COMMON.test(phrase) || (frame.phase === "ends" && !/s$/i.test(graph.node(theme).lemma) && !/\btheir\b/i.test(phrase)))
    eachToOther(fillers, imposers);
};

function eachToOther(fillers: Map<string, Filler[]>, two: readonly Filler[]): void {
  const each = two.map((f) => ({ ...f, slot: "each", mention: { ...f.mention, text: "each other" } }));
  fillers.set("imposer", each);
  fillers.set("target", each);
}

/** The two states whose border it is: "between Fiji and Tonga", "the Fijian–Tongan border", "points along their common frontier". */
function ownersOf(graph: SentenceGraph, actors: PhraseActors, theme: number): Filler[] {
  const lines = [theme, ...graph.childrenBy(theme, "nmod").filter((n) => LINE.test(graph.lemma(n)))];
  for (const line of lines) {
    const slots = graph.slots(line);
    for (const slot of ["between", "poss", "mod", "of"]) {
      const states = (slots.get(slot) ?? [])
        .flatMap((n) => actors.actorsOf(n, { places: slot === "between" }))
        .filter((a) => kindOf(a.actor) === "state");
      const two = states.filter((a, i) => states.findIndex((b) => b.actor === a.actor) === i);
      if (two.length === 2) return two.map((a) => ({ ...a, slot }));
    }
  }
  return [];
}
