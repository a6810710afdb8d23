import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { isUnder, standsInFront } from "./stands-in-front.ts";

const DONE_TO_GATHERINGS =
  /^(?:held|organi[sz]ed|hosted|convened|chaired|co-chaired|staged|attended|signed|concluded|opened|inaugurated|proposed|initiated)$/i;
const TIME = /^(?:minutes?|hours?|days?|weeks?)$/i;
const SUMS_UP = /^(?:total|amount|come|add)$/i;
const GIVES = /^(?:provide|give|grant|lend|extend|approve|offer|allocate|disburse|donate|award|pledge|commit|channel|send|make)$/i;

/**
 * Puts arguments with the word that has them: "the meeting of ASEAN organised in Hanoi" (the meeting was), "Presidents Ana Example
 * of Kenya and Bo Nilsen of Laos" (two people), "of his participation in the summit", "grants totalling $2 million to Kenya".
 */
export function mendArguments(parse: Parse, mentions: readonly Mention[]): Parse {
  let nodes = [...parse.nodes];
  let changed = false;
  const change = (edits: readonly (readonly [number, number, string])[]): void => {
    const next = nodes.map((n) => n);
    for (const [i, head, relation] of edits) next[i] = { ...next[i]!, head, relation };
    if (!isTree(next)) return;
    nodes = next;
    changed = true;
  };
  const isNamed = (i: number): boolean => mentions.some((m) => m.start < nodes[i]!.end && m.end > nodes[i]!.start && m.actors.length > 0);
  /** An actor whose name is not that of a gathering: not "the APEC Summit". */
  const isBareActor = (i: number): boolean =>
    isNamed(i) && !/\b(?:summit|meeting|forum|conference|assembly|session|congress|treaty|agreement)\b/i.test(nodes[i]!.text);
  const isBody = (i: number): boolean =>
    mentions.some((m) => m.start < nodes[i]!.end && m.end > nodes[i]!.start && m.kind === "organisation" && m.form === "name");
  const caseOf = (i: number): number => nodes.findIndex((n, k) => n.head === i && n.relation === "case" && k < i);
  for (const edit of subjectsBehind(nodes, mentions)) change([edit]);
  const invitee = inviteeOf(nodes, mentions);
  if (invitee) change([[invitee.node, invitee.verb, "nsubj"]]);
  for (const edit of fellowInvitees(nodes, mentions)) change([edit]);
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    // "It became a member": an "it" that means somebody is no mere filler
    if (node.relation === "expl" && node.head > i && isNamed(i) && nodes[node.head]!.upos === "VERB") change([[i, node.head, "nsubj"]]);
    // "Kenya and Laos found the Council": what is an organisation is founded, not come upon
    if (node.text === "found" && node.lemma === "find" && nodes.some((n, k) => n.head === i && n.relation === "obj" && isBody(k))) {
      nodes = nodes.map((n, k) => (k === i ? { ...n, lemma: "found" } : n));
      changed = true;
    }
    // "a committee, made up of": what is said of a noun without "which" is a participle
    if (node.relation === "acl" && node.xpos === "VBD") {
      nodes = nodes.map((n, k) => (k === i ? { ...n, xpos: "VBN" } : n));
      changed = true;
    }
    const head = node.head >= 0 ? nodes[node.head] : undefined;
    if (!head) continue;
    // "talked for an hour with the minister": with whom is said of the talking
    const time = node.relation === "nmod" && TIME.test(head.text) ? nodes[head.head] : undefined;
    if (time?.upos === "VERB" && head.relation === "obl" && head.head < node.head && /^(?:with|to)$/i.test(nodes[caseOf(i)]?.text ?? ""))
      change([[i, head.head, "obl"]]);
    // "toured Laos, followed in June by": what stands right behind a verb and before the comma is its object
    const over = nodes[i - 1];
    if (
      node.relation === "nsubj" &&
      /^followed$/i.test(head.text) &&
      nodes[i + 1]?.text === "," &&
      over?.upos === "VERB" &&
      over.xpos !== "VBN"
    )
      if (!nodes.some((n) => n.head === i - 1 && n.relation === "obj")) {
        change([[i, i - 1, "obj"]]);
        continue;
      }
    // "a bureau, made up of Peru and Chile": what begins right behind a participle belongs to it
    if (node.relation === "nmod" && node.head < i && (head.upos === "NOUN" || head.upos === "PROPN")) {
      const link = caseOf(i);
      const participle = behindParticiple(nodes, link, node.head);
      if (participle >= 0) {
        change([[i, participle, "obl"]]);
        continue;
      }
    }
    // an actor is not held or organised: what it belongs to is
    if (
      node.relation === "acl" &&
      DONE_TO_GATHERINGS.test(node.text) &&
      node.head < i &&
      isBareActor(node.head) &&
      head.relation === "nmod"
    ) {
      const thing = nodes[head.head]!;
      if (head.head < node.head && ["NOUN", "PROPN"].includes(thing.upos) && !isNamed(head.head)) change([[i, head.head, "acl"]]);
    }
    // "ties with Peru and Chile, countries that": who is told to be countries stands right before the comma
    if (node.relation === "appos" && node.head < i - 2 && KIND_OF_ACTOR.test(node.lemma)) {
      const first = nodes.findIndex((n, k) => k === i || (k < i && n.head === i && n.upos !== "PUNCT"));
      const named = nodes[first - 1]?.text === "," ? first - 2 : -1;
      if (named > node.head && isNamed(named) && !isNamed(node.head)) change([[i, named, "appos"]]);
    }
    // "a workshop on trade in fish, which was held in Lima": fish is not held, the workshop is
    if (node.relation === "acl:relcl" && node.head < i && isHeld(nodes, i) && !GATHERING.test(head.text)) {
      const gathering = gatheringOver(nodes, node.head);
      if (gathering >= 0) change([[i, gathering, "acl:relcl"]]);
    }
    // "the summit which Peru was to host": Peru is to host it, and is no subject of "which"
    if (node.relation.startsWith("nsubj") && node.head < i && /^(?:which|that|whom)$/i.test(head.text) && head.head > i)
      change([[i, head.head, "nsubj"]]);
    // "a workshop, which was organised in 2010 by Peru, drew": who did it is neither with the time nor with the verb behind
    const isAstray = (node.relation === "obl" && node.head > i) || (node.relation === "nmod" && head.unit?.kind === "date");
    // "were elected as members of the Council by the Assembly": it is they who elect
    const elector =
      node.relation === "nmod" && head.relation === "obl" && /^as$/i.test(nodes[caseOf(node.head)]?.text ?? "") ? head.head : -1;
    if (elector >= 0 && nodes[elector]!.xpos === "VBN" && nodes[caseOf(i)]?.text.toLowerCase() === "by")
      change([[i, elector, "obl:agent"]]);
    if (isAstray && nodes[caseOf(i)]?.text.toLowerCase() === "by") {
      const passive = passiveBefore(nodes, i);
      if (passive >= 0) change([[i, passive, "obl:agent"]]);
    }
    // "the Vietnam–Laos Joint Committee": both names stand before the noun
    const second = nodes[i + 2];
    if (
      /^[-–—]$/.test(nodes[i + 1]?.text ?? "") &&
      second &&
      /^(?:compound|amod|nmod)$/.test(second.relation) &&
      second.head > i + 2 &&
      second.head !== node.head &&
      node.head > i + 2 &&
      isBareActor(i) &&
      isBareActor(i + 2)
    )
      change([[i, second.head, "compound"]]);
    // "of his participation in the summit", where the noun was hung on the one behind it
    if (node.relation === "nmod" && node.head > i + 1) {
      const of = caseOf(i);
      const link = caseOf(node.head);
      const before = of - 1;
      if (
        of > 0 &&
        nodes[of]!.text.toLowerCase() === "of" &&
        link > i &&
        ["NOUN", "PROPN"].includes(nodes[before]!.upos) &&
        head.head <= before
      )
        change([
          [i, before, "nmod"],
          [node.head, i, "nmod"],
        ]);
    }
    // "Peru, Kuwait establish relations": a headline's comma joins two names before a plural verb
    if (
      node.relation === "appos" &&
      node.head === i - 2 &&
      nodes[i - 1]!.text === "," &&
      head.relation === "nsubj" &&
      isNamed(i) &&
      isNamed(node.head)
    ) {
      const verb = nodes[head.head]!;
      if (head.head === i + 1 && (verb.xpos === "VBP" || verb.xpos === "VB")) change([[i, node.head, "conj"]]);
    }
    // "X of Kenya and Y of Laos": the second person was joined to the first's country
    if (node.relation === "conj" && node.head < i && head.relation === "nmod" && isNamed(node.head) && isPerson(nodes, i, mentions)) {
      const first = head.head;
      const second = nodes.findIndex(
        (n, k) =>
          (n.head === i || n.head === node.head) &&
          n.relation === "nmod" &&
          k > i &&
          k - i <= 4 &&
          isNamed(k) &&
          !isPerson(nodes, k, mentions),
      );
      if (first >= 0 && first < node.head && second >= 0 && isPerson(nodes, first, mentions))
        change([
          [i, first, "conj"],
          [second, i, "nmod"],
        ]);
    }
    // "totalling US$ 2 million to Kenya": who gets it hangs on the sum
    if (node.relation === "nmod" && head.unit?.kind === "amount" && nodes[caseOf(i)]?.text.toLowerCase() === "to" && isNamed(i)) {
      const sum = head.head >= 0 ? nodes[head.head]! : undefined;
      const giver = sum && sum.head >= 0 ? giverOver(nodes, head.head) : -1;
      if (sum && SUMS_UP.test(sum.lemma) && giver >= 0) change([[i, giver, "obl"]]);
    }
  }
  return changed ? { ...parse, nodes } : parse;
}

const KIND_OF_ACTOR =
  /^(?:countr(?:y|ies)|states?|nations?|neighbou?rs?|powers?|members?|partners?|organi[sz]ations?|institutions?|bod(?:y|ies)|forums?|blocs?)$/i;
const GATHERING =
  /\b(?:meeting|summit|conference|seminar|workshop|forum|session|round|congress|symposium|colloquium|dialogue|consultation|exercise|assembly)s?\b/i;

/** "was held", "took place", "were organised". */
function isHeld(nodes: readonly Node[], verb: number): boolean {
  const next = nodes[verb + 1]?.text ?? "";
  return DONE_TO_GATHERINGS.test(nodes[verb]!.text) || (/^(?:took|takes|take|taken)$/i.test(nodes[verb]!.text) && /^place$/i.test(next));
}

/** The gathering that a noun hangs below within one phrase; -1 for none. */
function gatheringOver(nodes: readonly Node[], noun: number): number {
  let at = noun;
  for (let step = 0; step < 4; step++) {
    const { head, relation } = nodes[at]!;
    if (head < 0 || head > at || !/^(?:nmod|conj|appos|compound)/.test(relation)) return -1;
    at = head;
    if (GATHERING.test(nodes[at]!.text)) return at;
  }
  return -1;
}

/** The passive of a relative clause or participle before a "by" that has no doer yet, and no comma between; -1 for none. */
function passiveBefore(nodes: readonly Node[], by: number): number {
  for (let v = by - 1; v >= 0 && v > by - 14; v--) {
    if (nodes[v]!.text === ",") return -1;
    if (nodes[v]!.upos !== "VERB" || nodes[v]!.xpos !== "VBN" || !nodes[v]!.relation.startsWith("acl")) continue;
    return nodes.some((n) => n.head === v && n.relation === "obl:agent") ? -1 : v;
  }
  return -1;
}

/** The participle said of a noun that a preposition stands right behind, with its particle if it has one; -1 for none. */
function behindParticiple(nodes: readonly Node[], link: number, noun: number): number {
  for (const at of [link - 1, link - 2]) {
    const node = nodes[at];
    if (!node || at <= noun) return -1;
    if (node.relation === "acl" && node.head === noun && node.upos === "VERB") return at;
    if (node.relation !== "compound:prt") return -1;
  }
  return -1;
}

const INVITED = /^(?:at|on|upon) the (?:\S+ )?invitation of\b/i;

/**
 * "At the invitation of X, Foreign Minister of Kenya, Y, Prime Minister of Laos, paid a visit": who stands last before the verb does
 * it, where the parse hung him on the inviter.
 */
function inviteeOf(nodes: readonly Node[], mentions: readonly Mention[]): { node: number; verb: number } | null {
  const verb = nodes.findIndex((n) => n.head < 0);
  const opening = nodes
    .slice(0, 5)
    .map((n) => n.text)
    .join(" ");
  if (!INVITED.test(opening) || !isFiniteVerb(nodes, verb)) return null;
  if (nodes.some((n) => n.head === verb && n.relation.startsWith("nsubj"))) return null;
  const before: { node: number; actor: string }[] = [];
  for (let i = 3; i < verb; i++) {
    const m = mentions.find((o) => o.start < nodes[i]!.end && o.end > nodes[i]!.start && o.actors.length === 1);
    if (m) before.push({ node: i, actor: m.actors[0]! });
  }
  const last = before.at(-1);
  const first = last ? before.findLastIndex((b) => b.actor !== last.actor) + 1 : 0;
  return first > 0 ? { node: before[first]!.node, verb } : null;
}

/** "At the invitation of X, Y, Minister of Laos, and Z, Minister of Kenya, visited": those before the last guest are guests, where the parse joined them to the host. */
function fellowInvitees(nodes: readonly Node[], mentions: readonly Mention[]): (readonly [number, number, string])[] {
  const opening = nodes
    .slice(0, 5)
    .map((n) => n.text)
    .join(" ");
  if (!INVITED.test(opening)) return [];
  const verb = nodes.findIndex((n) => n.head < 0);
  const subject = nodes.findIndex((n, i) => i < verb && n.head === verb && n.relation === "nsubj");
  if (subject < 0 || !/^and$/i.test(nodes[subject - 1]?.text ?? "")) return [];
  const personAt = (i: number): Mention | undefined =>
    mentions.find((m) => m.start < nodes[i]!.end && m.end > nodes[i]!.start && m.person !== null && m.actors.length === 1);
  const people = nodes.flatMap((_, i) => (i < subject && personAt(i) ? [i] : []));
  const host = people.length > 0 ? personAt(people[0]!)!.actors[0] : undefined;
  return people
    .slice(1)
    .filter((p) => personAt(p)!.actors[0] !== host && nodes[p]!.head !== subject)
    .map((p) => [p, subject, "conj"] as const);
}

/** "visits", "paid", "will visit", "has paid". */
function isFiniteVerb(nodes: readonly Node[], v: number): boolean {
  return /^VB[DZP]$/.test(nodes[v]!.xpos) || nodes.some((n, k) => k < v && n.head === v && n.relation.startsWith("aux"));
}

/** A name that is no country or body: a person, known or not. */
function isPerson(nodes: readonly Node[], i: number, mentions: readonly Mention[]): boolean {
  const node = nodes[i]!;
  const known = mentions.find((m) => m.start < node.end && m.end > node.start);
  if (known) return known.person !== null || known.form === "person" || known.form === "office";
  return node.upos === "PROPN" || /^\p{Lu}/u.test(node.text);
}

/** The giving verb over a participle, directly or through what was given. */
function giverOver(nodes: readonly Node[], participle: number): number {
  for (let k = nodes[participle]!.head, steps = 0; k >= 0 && steps < 3; k = nodes[k]!.head, steps++)
    if (nodes[k]!.upos === "VERB" && GIVES.test(nodes[k]!.lemma)) return k;
  return -1;
}

/**
 * "With respect to the Union, Kenya, a member since 1995, organised", "At the invitation of the president of Laos, His Excellency
 * X, prime minister of Kenya, paid": a finite verb without a subject, and before it, behind the comma of a phrase in front, an
 * actor that was hung on that phrase as if it were another name for it or joined to it.
 */
function subjectsBehind(nodes: readonly Node[], mentions: readonly Mention[]): (readonly [number, number, string])[] {
  const actorAt = (i: number): string | null =>
    mentions
      .find((m) => m.start < nodes[i]!.end && m.end > nodes[i]!.start && m.actors.length > 0 && m.form !== "demonym")
      ?.actors.join() ?? null;
  const edits: (readonly [number, number, string])[] = [];
  for (let v = 3; v < nodes.length; v++) {
    if (!isFiniteVerb(nodes, v) || /^(?:acl|aux|cop|conj|xcomp)/.test(nodes[v]!.relation)) continue;
    if (nodes.some((n) => n.head === v && /^(?:nsubj|expl|csubj|mark)/.test(n.relation))) continue;
    let found = -1;
    for (let i = v - 1; i > 1 && found < 0; i--) {
      if (actorAt(i) === null || !/^(?:appos|conj|nmod:unmarked|list|dep|parataxis)$/.test(nodes[i]!.relation)) continue;
      const over = nodes[i]!.head;
      if (over < 0 || over > i || actorAt(over) === actorAt(i) || nodes.some((n) => n.head === i && n.relation === "cc")) continue;
      let first = i;
      while (first > 0 && isUnder(nodes, first - 1, i)) first--;
      if (nodes[first - 1]?.text !== "," || !standsInFront(nodes, over, v)) continue;
      found = i;
    }
    if (found >= 0) edits.push([found, v, "nsubj"]);
  }
  return edits;
}
