import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** Verbs that take a thing and no act: who imposes, imposes something. */
const TAKES_THINGS =
  /^(?:impose|slap|levy|lift|ease|tighten|adopt|sign|hold|conduct|receive|deliver|supply|send|deploy|launch|buy|order|purchase|sell|donate|build|issue|face)$/;

/** Participles and "due": which of them say more of a noun, and which are what is said. */
export function mendModifiers(parse: Parse): Parse {
  const nodes = mendGerundModifiers(mendDueInHeadlines(mendNewlyDone(freeFromLater(dateSignings(parse.nodes)))));
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

/**
 * "imposed crippling sanctions on", "delivered fighting vehicles to": what was read as an act that the verb takes only says what
 * sort of thing it is, where the thing stands right behind it.
 */
function mendGerundModifiers(given: readonly Node[]): readonly Node[] {
  let nodes = given;
  for (let g = 1; g < nodes.length - 1; g++) {
    const gerund = nodes[g]!;
    if (gerund.xpos !== "VBG" || !/^(?:xcomp|advcl)$/.test(gerund.relation) || gerund.head !== g - 1) continue;
    const verb = gerund.head;
    if (!TAKES_THINGS.test(nodes[verb]!.lemma) || nodes.some((n) => n.head === verb && n.relation === "obj")) continue;
    const thing = nodes.findIndex((n) => n.head === g && n.relation === "obj");
    if (thing <= g || !/^(?:NOUN|PROPN)$/.test(nodes[thing]!.upos)) continue;
    // nothing but words said of it between
    if (nodes.slice(g + 1, thing).some((n) => n.upos === "DET" || n.upos === "ADP" || n.upos === "PRON")) continue;
    const mended = nodes.map((n, i): Node => {
      if (i === g) return { ...n, head: thing, relation: "amod", upos: "ADJ", xpos: "JJ", lemma: n.text.toLowerCase() };
      if (i === thing) return { ...n, head: verb, relation: "obj" };
      return n.head === g ? { ...n, head: verb } : n;
    });
    if (isTree(mended)) nodes = mended;
  }
  return nodes;
}

const PACT =
  /\b(?:agreements?|memorand(?:um|a)|mous?|protocols?|treat(?:y|ies)|accords?|pacts?|conventions?|declarations?|deals?|arrangements?)\b/i;
const SIGNS = /^(?:sign|initial|conclude|ink|adopt|exchange|finali[sz]e|reach)$/i;

/** "signed a memorandum on holding consultations in 2000": the date behind what a pact is for is that of the signing. */
function dateSignings(given: readonly Node[]): readonly Node[] {
  let nodes = given;
  for (let d = 3; d < nodes.length; d++) {
    const { head: g, relation, unit } = nodes[d]!;
    if (unit?.kind !== "date" || !relation.startsWith("obl") || g < 0 || g > d || nodes[g]!.xpos !== "VBG") continue;
    if (!nodes.some((n, k) => k < g && n.head === g && /^(?:mark|case)$/.test(n.relation) && /^(?:for|on)$/i.test(n.text))) continue;
    const over = nodes[g]!.head;
    const pact =
      over >= 0 && PACT.test(nodes[over]!.text) ? over : nodes.findLastIndex((n, k) => k < g && n.head === over && PACT.test(n.text));
    const verb = nodes[pact]?.head ?? -1;
    if (pact < 0 || nodes[pact]!.relation !== "obj" || verb < 0 || !SIGNS.test(nodes[verb]!.lemma)) continue;
    if (nodes.some((n) => n.head === verb && n.unit?.kind === "date")) continue;
    const mended = nodes.map((n, k): Node => (k === d ? { ...n, head: verb } : n));
    if (isTree(mended)) nodes = mended;
  }
  return nodes;
}

/** "arrived in Lomé earlier in the day": the place in front of "earlier" is where one arrived. */
function freeFromLater(given: readonly Node[]): readonly Node[] {
  let nodes = given;
  for (let i = 1; i < nodes.length - 1; i++) {
    const { relation, head } = nodes[i]!;
    const later = nodes[head];
    if (relation !== "obl" || head <= i || !later || !/^(?:earlier|later)$/i.test(later.text) || later.relation !== "advmod") continue;
    const verb = later.head;
    if (verb < 0 || verb > i || nodes[verb]!.upos !== "VERB") continue;
    const mended = nodes.map((n, k): Node => (k === i ? { ...n, head: verb } : n));
    if (isTree(mended)) nodes = mended;
  }
  return nodes;
}

/** "seven newly procured aircraft arrived": with an adverb before and the noun behind, a participle says more of the noun. */
function mendNewlyDone(nodes: readonly Node[]): readonly Node[] {
  for (let i = 1; i < nodes.length - 1; i++) {
    const done = nodes[i]!;
    if (
      !/^VB[DN]$/.test(done.xpos) ||
      !/^advcl|^ccomp|^dep|^parataxis/.test(done.relation) ||
      !/^(?:newly|recently|jointly)$/i.test(nodes[i - 1]!.text)
    )
      continue;
    const noun = nodes.findIndex((n, k) => k > i && n.upos === "NOUN" && !/^compound/.test(n.relation));
    if (noun < 0 || noun > i + 3 || nodes.slice(i + 1, noun).some((n) => !/^(?:NOUN|PROPN|ADJ)$/.test(n.upos))) continue;
    const isWhole = nodes.some((n, k) => k < i && n.head === noun && /^(?:nummod|det|amod)/.test(n.relation));
    if (!isWhole || nodes.some((n, k) => n.head === i && k !== i - 1)) continue;
    const mended = nodes.map((n, k): Node => (k === i ? { ...n, head: noun, relation: "amod", xpos: "VBN" } : n));
    if (isTree(mended)) return mended;
  }
  return nodes;
}

/** "Kenyan delegation due in Laos on Monday": in a line without a verb, what is due is its predicate. */
function mendDueInHeadlines(nodes: readonly Node[]): readonly Node[] {
  const due = nodes.findIndex((n, i) => i > 0 && /^due$/i.test(n.text) && /^(?:acl|amod)/.test(n.relation) && nodes[i + 1]?.text === "in");
  const subject = due < 0 ? -1 : nodes[due]!.head;
  if (subject < 0 || subject > due || nodes[subject]!.head >= 0 || nodes.some((n) => /^(?:VBD|VBZ|VBP|MD)$/.test(n.xpos))) return nodes;
  const mended = nodes.map((n, i): Node => {
    if (i === due) return { ...n, head: -1, relation: "root" };
    if (i === subject) return { ...n, head: due, relation: "nsubj" };
    if (n.head !== subject || i < due) return n;
    return { ...n, head: due, relation: n.relation === "nmod" ? "obl" : n.relation === "acl" ? "advcl" : n.relation };
  });
  return isTree(mended) ? mended : nodes;
}
