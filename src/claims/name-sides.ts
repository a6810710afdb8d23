import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** What stands between the sides that give a gathering its name: "Korea–Africa", "Chile and Peru", "the EU-Japan". */
const JOINT = /^\s*(?:[-–—/]|,?\s*and(?:\s+the)?|,|&)\s*$/i;

/**
 * Adds the sides that a gathering is named after: "the Korea–Africa Business Summit" is one of Korea and of Africa. They stand
 * side by side in front of the word for the gathering; what stands behind it ("a Seminar on Korea and Africa") is its topic.
 */
export function addNamedSides(graph: SentenceGraph, actors: PhraseActors, about: number, fillers: Map<string, Filler[]>): void {
  const node = graph.node(about);
  if (node.unit?.kind !== "name" || (fillers.get("participant")?.length ?? 0) > 1) return;
  // "the India – Central Asia Dialogue", where the first name stands by itself
  const apart = about >= 2 && /^[-–—]$/.test(graph.node(about - 1).text) ? actors.mentionsAt(about - 2) : [];
  const topic = / (?:on|of|for|in|with|between) /i.exec(node.text.replace(/\s/g, " "))?.index ?? node.text.length;
  const named = actors
    .mentionsAt(about)
    .filter((m) => m.actors.length === 1 && m.person === null && m.start >= node.start && m.end <= node.start + topic)
    .sort((a, b) => a.start - b.start);
  const sides = named.filter((m, k) => {
    if (k === 0 && m.start === node.start && apart.length > 0) return true;
    const [before, after] = [named[k - 1], named[k + 1]];
    const joins = (from: number, to: number): boolean => JOINT.test(node.text.slice(from - node.start, to - node.start));
    return (before !== undefined && joins(before.end, m.start)) || (after !== undefined && joins(m.end, after.start));
  });
  if (sides.length > 0 && sides[0]!.start === node.start) sides.unshift(...apart.filter((m) => m.actors.length === 1 && m.person === null));
  if (new Set(sides.map((m) => m.actors[0])).size < 2) return;
  const participants = sides.map(
    (m): Filler => ({
      actor: m.actors[0]!,
      start: m.start,
      end: m.end,
      text: m.text,
      person: null,
      office: null,
      body: null,
      city: null,
      mention: m,
      node: about,
      slot: "self",
    }),
  );
  const bodies = participants.filter((p) => kindOf(p.actor) === "org");
  if (bodies.length < participants.length && bodies.length > 0) fillers.set("organization", bodies);
  else fillers.delete("organization");
  const own = bodies.length < participants.length ? participants.filter((p) => kindOf(p.actor) !== "org") : participants;
  const came = (fillers.get("participant") ?? []).filter((f) => !sides.some((m) => m.actors[0] === f.actor));
  fillers.set("participant", [...own, ...came]);
}
