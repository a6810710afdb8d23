import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** A sentence with one of these speaks of belonging, whoever joins what. */
const BELONGING = /\b(?:members?|membership|observers?|associates?|accession|admission|seats?|dialogue partners?|founding|candidates?)\b/i;
/** Words for a body that only point to one named before: "the bloc", "the grouping". */
const BODY =
  /^(?:bloc|block|organi[sz]ation|body|group|grouping|club|alliance|union|association|community|forum|council|institution|agency|bank|fund|league|treaty|convention|pact|charter)$/i;
const NUMBERING = /^(?:\p{L}+th|(?:\p{L}+-)?(?:first|second|third)|\d+(?:th|st|nd|rd))$/iu;
const GATHERING = /\b(?:summit|meeting|conference|session|assembly|congress|ceremony)\b/i;
/** Slots in which the body itself would stand. */
const WHERETO = ["object", "to", "into", "from", "of"];
/** Slots that may name it or only tell of time and manner. */
const AROUND = ["in", "at", "on", "with", "by", "for", "mod"];
/** How far back a membership that was told may be gone on with. */
const GOES_ON = 4;
/** How far back a body that was only named may be meant, where the words speak of membership. */
const NAMED = 2;
/** Types whose claims tell of a body and who belongs to it. */
const TELLING = ["membership", "office", "founding"];

/**
 * The body that a membership leaves out: "Venezuela entered in 1973; Chile pulled out", "Jakarta requested observer status",
 * "it was admitted as the eleventh member". It is the one of the membership, office or founding told last, a few sentences back
 * at most, or the page's; where the words say that it is a membership, also the only one that this sentence or
 * the two before name. Nothing where the sentence names what was joined or left in words not understood.
 */
export function bodyLeftOut(
  graph: SentenceGraph,
  actors: PhraseActors,
  trigger: number,
  theme: number | null,
  slots: Slots,
  fillers: ReadonlyMap<string, readonly Filler[]>,
  memory: TopicMemory,
): Filler[] {
  const members = new Set((fillers.get("member") ?? []).map((f) => f.actor));
  // "They will replace Fiji and Chad": who gives place is no body that is joined
  const own = new Set(/^(?:replace|succeed)$/.test(graph.lemma(trigger)) ? (fillers.get("member") ?? []).map((f) => f.node) : []);
  if (members.size === 0 || [...members].some((m) => kindOf(m) === "org") || saysWhat(graph, actors, trigger, theme, slots, own)) return [];
  const isBody = (f: Pick<Filler, "actor">): boolean => kindOf(f.actor) === "org" && !members.has(f.actor);
  const near = graph.subtree(trigger).map((n) => graph.node(n).text);
  const belongs = graph.isNoun(trigger) || BELONGING.test(near.join(" "));
  if (belongs) {
    const here = namedBefore(actors, trigger).filter(isBody);
    if (here.length > 0) return here;
  }
  for (let back = 0; back <= GOES_ON; back++) {
    const told = TELLING.map((type) => memory.lastMatch(type, back)?.get("organization") ?? []).find((bodies) => bodies.length > 0);
    if (told) return told.length === 1 && isBody(told[0]!) ? [{ ...told[0]!, slot: "before" }] : [];
    const named = belongs && back > 0 && back <= NAMED ? memory.namedBack(back).filter(isBody) : [];
    if (named.length > 0) return new Set(named.map((f) => f.actor)).size === 1 ? [{ ...named[0]!, slot: "before" }] : [];
  }
  const [page] = memory.subjects;
  if (memory.subjects.length === 1 && isBody({ actor: page! }))
    return [{ ...impliedActor(graph.node(trigger), page!, "the page, for a body left out"), node: trigger, slot: "subject" }];
  return [];
}

/** "The suspension was lifted in 2014", "Membership followed in 1999": of the only one whose membership was told last, where the words point back. */
export function memberLeftOut(graph: SentenceGraph, actors: PhraseActors, about: number, memory: TopicMemory): Filler | null {
  const last = memory.lastMatch("membership", 2);
  const [member, other] = last?.get("member") ?? [];
  const definite = graph.childrenBy(about, "det", "nmod:poss").some((d) => /^(?:the|its|that|this)$/i.test(graph.node(d).text));
  // "Membership followed in 1999"
  const bare = graph.childrenBy(about, "det", "nmod:poss", "compound", "nmod").length === 0 && graph.node(about).relation === "nsubj";
  if (!member || other || !(definite || bare)) return null;
  const known = [member, ...(last?.get("organization") ?? [])].map((f) => f.actor);
  return actors.namesAnother(known) ? null : { ...member, slot: "before" };
}

/** The sentence says what is joined or left, in words that are not known as a body. */
function saysWhat(
  graph: SentenceGraph,
  actors: PhraseActors,
  trigger: number,
  theme: number | null,
  slots: Slots,
  members: ReadonlySet<number>,
): boolean {
  const isOwn = (n: number, whereto: boolean, slot: string): boolean => {
    const { text, upos, unit, lemma } = graph.node(n);
    if (n === theme || n === trigger || n < 0 || members.has(n) || unit?.kind === "date" || upos === "PRON" || NUMBERING.test(text))
      return false;
    if (graph.isVerb(n) || /^(?:ADV|NUM)$/.test(upos)) return false;
    const isName = /^\p{Lu}/u.test(text);
    const definite = graph.childrenBy(n, "det").some((d) => /^(?:the|that|this)$/i.test(graph.node(d).text));
    // "the bloc", and "the Council" where that is all of its name; "all the conventions" are several
    const one = graph.node(n).xpos !== "NNS";
    if (definite && one && (isName ? BODY.test(text) && graph.childrenBy(n, "compound", "nmod").length === 0 : BODY.test(lemma)))
      return false;
    // "Full membership followed": no name for standing first
    if (n === 0 && upos === "ADJ") return false;
    if (whereto) return slot !== "object" || !graph.isVerb(trigger) || !graph.isPassive(trigger) || n > trigger;
    return (
      isName && !GATHERING.test(text) && !actors.mentionsAt(n).some((m) => m.kind === "place" || m.kind === "state" || m.form === "city")
    );
  };
  return (
    WHERETO.some((slot) => (slots.get(slot) ?? []).some((n) => isOwn(n, true, slot))) ||
    AROUND.some((slot) => (slots.get(slot) ?? []).some((n) => isOwn(n, false, slot)))
  );
}

/** The bodies that the sentence names last before a word, in one row. */
function namedBefore(actors: PhraseActors, about: number): Filler[] {
  for (let i = about - 1; i >= 0; i--) {
    const bodies = actors.mentionsAt(i).filter((m) => m.kind === "organisation" && m.actors.length === 1);
    if (bodies.length === 0) continue;
    const found = actors.actorsOf(i, { alone: true }).filter((a) => kindOf(a.actor) === "org");
    return found.length === bodies.length ? found.map((a) => ({ ...a, slot: "before" })) : [];
  }
  return [];
}
