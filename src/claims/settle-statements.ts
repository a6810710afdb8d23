import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { CHARGE } from "./statement-conditions.ts";

/** Stances that answer the same thing; the stronger first. */
const REPLIES: readonly (readonly string[])[] = [
  ["rejects", "accuses", "criticises"],
  ["threatens", "pledges"],
  ["demands", "requests"],
  ["supports", "praises"],
];
/** What such a stance is about is told by it alone: an alleged raid is no raid. */
const SWALLOWS: ReadonlySet<string> = new Set(["accuses", "criticises", "demands", "threatens"]);
/** One reply is one statement: what is asked, promised or alleged of the other is no statement of the other. */
const SPEAKS_FOR: ReadonlySet<string> = new Set(["accuses", "demands", "requests", "pledges", "threatens"]);
/** What is answered stands as the object: "rejected the demand". */
const ANSWERS: ReadonlySet<string> = new Set(["requests", "pledges", "rejects"]);

/**
 * Settles what a statement and its own content tell twice: alleged, demanded and threatened deeds are dropped, and of several
 * stances in one reply the strongest stays (docs/record.md, point 8 and the row of `statement`).
 */
export function settleStatements(matches: readonly FrameMatch[], graph: SentenceGraph): FrameMatch[] {
  const statements = matches.filter((m) => m.frame.type === "statement");
  if (statements.length === 0) return [...matches];
  const dropped = new Set<FrameMatch>();
  for (const said of statements) {
    const stance = stanceOf(said);
    const content = contentOf(said, graph);
    for (const other of matches) {
      // "deplored the arrest of its fishermen by Samoa": a deed that is only blamed
      if (other.frame.type === "event" && stance === "criticises" && said.slots.get("object")?.includes(other.trigger)) dropped.add(other);
      if (other === said || !content.has(other.trigger)) continue;
      if (other.frame.type === "statement") {
        // "accused Kuwait of pumping its oil, a charge that Kuwait denies"
        if (SPEAKS_FOR.has(stance) && !(stanceOf(other) === "rejects" && areTurned(said, other))) dropped.add(other);
      } else if (other.frame.type === "event") {
        if (stance !== "supports" && stance !== "praises") dropped.add(other);
      } else if (said.frame.id === "statement/deny-that") {
        // a denied raid answers who alleged it; a denied recognition is itself what is told
        dropped.add(other.frame.type === "conflict" ? other : said);
      } else if ((SWALLOWS.has(stance) || answersCharge(said, graph)) && !isNamed(other, graph)) dropped.add(other);
    }
    if (said.frame.id === "statement/according-to")
      for (const other of matches) if (other !== said && other.trigger === said.trigger) dropped.add(other);
  }
  for (const a of statements)
    for (const b of statements) {
      if (a === b || dropped.has(a) || dropped.has(b) || !samePair(a, b)) continue;
      const group = REPLIES.find((g) => g.includes(stanceOf(a)) && g.includes(stanceOf(b)));
      if (group && (group.indexOf(stanceOf(a)) > group.indexOf(stanceOf(b)) || (stanceOf(a) === stanceOf(b) && a.trigger > b.trigger)))
        dropped.add(a);
    }
  // "apologised and promised": whom it goes to was said before for both, and it is one reply
  for (const a of statements)
    for (const b of statements)
      if (
        stanceOf(b) === "apologises" &&
        b.trigger < a.trigger &&
        !dropped.has(b) &&
        isRecalled(a) &&
        isRecalled(b) &&
        samePair(a, b) &&
        graph.conjuncts(b.trigger).includes(a.trigger)
      )
        dropped.add(a);
  // thanks say what they are for: "praised the island, the first to stand by us"
  for (const thanks of statements.filter((m) => stanceOf(m) === "praises"))
    for (const help of statements) if (stanceOf(help) === "supports" && areTurned(thanks, help)) dropped.add(help);
  return matches.filter((m) => !dropped.has(m));
}

function isRecalled(match: FrameMatch): boolean {
  return (match.fillers.get("addressee") ?? []).every((f) => f.slot === "before");
}

/** "rejected the claim that its troops had crossed the river". */
export function answersCharge({ frame, theme }: FrameMatch, graph: SentenceGraph): boolean {
  return frame.details.stance === "rejects" && theme !== null && CHARGE.test(graph.node(theme).lemma);
}

/** The addressee of the one speaks in the other to the first's speaker. */
function areTurned(a: FrameMatch, b: FrameMatch): boolean {
  const has = (m: FrameMatch, role: string, actor: string): boolean => (m.fillers.get(role) ?? []).some((f) => f.actor === actor);
  const [speaker] = a.fillers.get("speaker") ?? [];
  const [addressee] = a.fillers.get("addressee") ?? [];
  return !!speaker && !!addressee && has(b, "speaker", addressee.actor) && has(b, "addressee", speaker.actor);
}

function stanceOf(match: FrameMatch): string {
  return String(match.frame.details.stance ?? "");
}

/** Nodes of what is said: clauses, "of", "for", "over" phrases and, for what is rejected, the object. */
function contentOf(match: FrameMatch, graph: SentenceGraph): ReadonlySet<number> {
  const nodes = new Set<number>();
  const slots = ["clause", "of", "for", "over", "with", "to", ...(ANSWERS.has(stanceOf(match)) ? ["object"] : [])];
  for (const slot of slots)
    for (const n of match.slots.get(slot) ?? []) {
      if (n === match.trigger) continue;
      for (const k of graph.subtree(n)) nodes.add(k);
    }
  nodes.delete(match.trigger);
  return nodes;
}

/** A deed that the words treat as known: "condemned its withdrawal from OPEC in 1992". */
function isNamed(match: FrameMatch, graph: SentenceGraph): boolean {
  return graph.isNoun(match.trigger) && graph.childrenBy(match.trigger, "nmod:poss").length > 0;
}

function samePair(a: FrameMatch, b: FrameMatch): boolean {
  const of = (m: FrameMatch, role: string): string =>
    (m.fillers.get(role) ?? [])
      .map((f) => f.actor)
      .sort()
      .join();
  return of(a, "speaker") === of(b, "speaker") && of(a, "addressee") === of(b, "addressee");
}
