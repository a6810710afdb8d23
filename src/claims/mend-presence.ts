import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const BE = /^(?:was|were|is|are|be|been)$/i;
const PRESENT = /^(?:present|attending|participating|attendance)$/i;
/** Those who came, where the words go on to name them. */
const ATTENDERS = /^(?:participant|attendee|attender|guest|delegate|speaker|panelist|panellist)s?$/i;
/** Who may be "in attendance". */
const PEOPLE =
  /^(?:head|member|leader|minister|official|delegate|president|dignitary|dignitarie|guest|representative|ambassador|state|country|countrie|other|those|participant|observer)s?$/i;
const GATHERING =
  /\b(?:meetings?|summit|conference|session|forum|assembly|congress|talks|seminar|workshop|consultations|dialogue|symposium|gathering|commission|committee)\b/i;
/** Those who are present as a force or a firm is, for years. */
const STAYS = /^(?:troop|soldier|force|unit|army|contingent|company|firm|bank|investor|missionary|group|virus|disease)s?$/i;

/**
 * "Chad's minister was also present", "In attendance were Chad and Togo", "Other Heads of Government in attendance were the Prime
 * Ministers of", "The participants included": whoever is told to be there attended, and "attend" is the verb.
 */
export function mendPresence(parse: Parse): Parse {
  if (!parse.nodes.some(({ text, lemma }) => PRESENT.test(text) || ATTENDERS.test(lemma))) return parse;
  const nodes = wasPresent(parse.nodes) ?? presentWere(parse.nodes) ?? attendersWere(parse.nodes) ?? attendersIncluded(parse.nodes);
  return nodes && isTree(nodes) ? { ...parse, nodes: withoutPreposition(nodes) } : parse;
}

const asVerb = (node: Node): Node => ({ ...node, upos: "VERB", xpos: "VBD", lemma: "attend" });

/** "present at the summit": what is attended has no preposition. */
function withoutPreposition(nodes: readonly Node[]): Node[] {
  return nodes.map((n): Node => {
    const over = nodes[n.head];
    const verb = over && over.relation === "obj" && n.relation === "case" ? nodes[over.head] : undefined;
    return verb?.lemma === "attend" && verb.xpos === "VBD" ? { ...n, head: over!.head, relation: "dep" } : n;
  });
}

/** "The president was present at the summit": a predicate with its subject in front. */
function wasPresent(nodes: readonly Node[]): Node[] | null {
  const p = nodes.findIndex(
    (n, i) =>
      PRESENT.test(n.text) &&
      (n.upos === "ADJ" || /^attendance$/i.test(n.text)) &&
      nodes.some((c, k) => c.head === i && c.relation === "cop" && k < i && BE.test(c.text)) &&
      nodes.some((s, k) => s.head === i && s.relation === "nsubj" && k < i && !STAYS.test(s.lemma)),
  );
  if (p < 0) return null;
  const place = nodes.findIndex(
    (n, i) => i > p && n.head === p && n.relation === "obl" && n.unit?.kind !== "date" && !isGathering(nodes, i),
  );
  if (place >= 0 && nodes.some((n) => n.head === place && n.relation === "case" && /^(?:in|on|across|throughout)$/i.test(n.text)))
    return null;
  return nodes.map((n, i): Node => {
    if (i === p) return asVerb(n);
    if (n.head === p && n.relation === "cop") return { ...n, relation: "aux" };
    if (n.head === p && n.relation === "case") return { ...n, relation: "dep" };
    return n.head === p && n.relation === "obl" && isGathering(nodes, i) ? { ...n, relation: "obj" } : n;
  });
}

/** "Also present were Chad and Togo", "Present at the summit were": the predicate in front, those who came behind. */
function presentWere(nodes: readonly Node[]): Node[] | null {
  const be = nodes.findIndex(({ text }) => BE.test(text));
  if (be < 1 || be + 1 >= nodes.length) return null;
  const p = nodes.findIndex((n, i) => i < be && PRESENT.test(n.text));
  if (p < 0 || p > 4 || !nodes.slice(0, p).every((n) => /^(?:also|in|among|those|,)$/i.test(n.text))) return null;
  if (nodes.slice(p, be).some((n) => n.upos === "VERB" && !PRESENT.test(n.text))) return null;
  const came =
    nodes[be]!.relation === "cop"
      ? nodes[be]!.head
      : nodes.findIndex((n, i) => i > be && (n.relation === "nsubj" || n.relation === "parataxis"));
  if (came <= be || !/^(?:NOUN|PROPN)$/.test(nodes[came]!.upos)) return null;
  return nodes.map((n, i): Node => {
    if (i === p) return { ...asVerb(n), head: -1, relation: "root" };
    if (i === came) return { ...n, head: p, relation: "nsubj" };
    if (i === be) return { ...n, head: p, relation: "aux" };
    if (i < be && isGathering(nodes, i) && /^(?:obl|nmod|obj)$/.test(n.relation)) return { ...n, head: p, relation: "obj" };
    // what hangs on the gathering stays there
    if (i < be)
      return n.head !== p && n.head >= 0 && n.head < be && !/^(?:also|in|among|those)$/i.test(n.text)
        ? n
        : { ...n, head: p, relation: "dep" };
    return n.head === came && (n.relation === "punct" || /^(?:obl|advmod)/.test(n.relation)) ? { ...n, head: p } : n;
  });
}

/** "Other members in attendance were Chad and Togo", "Participants were": those behind "were" came. */
function attendersWere(nodes: readonly Node[]): Node[] | null {
  const be = nodes.findIndex(
    (n, i) => n.relation === "cop" && BE.test(n.text) && n.head > i && /^(?:NOUN|PROPN)$/.test(nodes[n.head]!.upos),
  );
  if (be < 1) return null;
  const came = nodes[be]!.head;
  const who = nodes.findIndex((n, i) => i < be && n.head === came && n.relation === "nsubj");
  if (who < 0 || nodes[came]!.relation !== "root") return null;
  // "the guests were on a visit"
  if (nodes.some((n) => n.head === came && n.relation === "case")) return null;
  const isThere = nodes.some((n, i) => i > who && i < be && PRESENT.test(n.text) && isUnder(nodes, i, who));
  if (!(isThere ? PEOPLE : ATTENDERS).test(nodes[who]!.lemma)) return null;
  const about = gatheringOf(nodes, who, be);
  return nodes.map((n, i): Node => {
    if (i === be) return { ...asVerb(n), head: -1, relation: "root" };
    if (i === came) return { ...n, head: be, relation: "nsubj" };
    if (i === who) return { ...n, head: be, relation: "dep" };
    if (i === about) return { ...n, head: be, relation: "obj" };
    return n.head === came && (/^(?:obl|advmod|punct|advcl)/.test(n.relation) || i < be) ? { ...n, head: be } : n;
  });
}

/** "The participants included Chad and Togo". */
function attendersIncluded(nodes: readonly Node[]): Node[] | null {
  const verb = nodes.findIndex(({ text, upos }) => upos === "VERB" && /^(?:included?|includes|comprised)$/i.test(text));
  if (verb < 1) return null;
  const who = nodes.findIndex((n) => n.head === verb && n.relation === "nsubj");
  const came = nodes.findIndex((n) => n.head === verb && n.relation === "obj");
  if (who < 0 || came < 0 || !ATTENDERS.test(nodes[who]!.lemma)) return null;
  const about = gatheringOf(nodes, who, verb);
  return nodes.map((n, i): Node => {
    if (i === verb) return asVerb(n);
    if (i === came) return { ...n, relation: "nsubj" };
    if (i === who) return { ...n, relation: "dep" };
    return i === about ? { ...n, head: verb, relation: "obj" } : n;
  });
}

/** "participants in the summit": the gathering that they came to; -1 where it is not said. */
function gatheringOf(nodes: readonly Node[], who: number, end: number): number {
  return nodes.findIndex((n, i) => i > who && i < end && n.head === who && n.relation === "nmod" && isGathering(nodes, i));
}

function isGathering(nodes: readonly Node[], i: number): boolean {
  return i >= 0 && GATHERING.test(nodes[i]!.text);
}

function isUnder(nodes: readonly Node[], i: number, top: number): boolean {
  let at = i;
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    if (at === top) return true;
    at = nodes[at]!.head;
  }
  return false;
}
