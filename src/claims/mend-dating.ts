import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { isWithin } from "../language/tree-paths.ts";

/** What may stand right before the noun "date" and hardly before the verb. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(["DET", "ADJ", "ADP", "NUM", "VERB", "CCONJ"]);

/** "Ties between Fiji and Nepal date back to 1986": "date" between a noun and the time it gives is the verb of its clause. */
export function mendDating(parse: Parse): Parse {
  return readDateAsVerb(
    bindFronted(bindSecond(bindSince(bindOf(bindEntered(bindRelatives(bindDates(bindAsides(bindFirst(freePlaces(freeTimes(parse))))))))))),
  );
}

/** What a year or month does itself: "the year saw a visit". */
const OF_TIMES: ReadonlySet<string> = new Set([
  "see",
  "mark",
  "bring",
  "witness",
  "be",
  "begin",
  "end",
  "start",
  "pass",
  "come",
  "follow",
  "usher",
  "herald",
]);

const OF_CALENDAR =
  /\b(?:days?|week|weekend|month|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i;

/** "is expected in Kigali and Kinshasa next week": the last of the places is no part of the time behind it. */
function freePlaces(parse: Parse): Parse {
  const { nodes } = parse;
  const isPlace = ({ unit, upos }: Node): boolean => unit?.kind !== "date" && upos === "PROPN";
  const isTime = (h: number, k: number): boolean =>
    h > k &&
    (nodes[h]!.unit?.kind === "date" ||
      (OF_CALENDAR.test(nodes[h]!.text) && /^(?:next|last|this|later|early|late)$/i.test(nodes[k + 1]!.text)));
  const isBound = ({ relation, head }: Node, k: number): boolean =>
    k > 1 &&
    isPlace(nodes[k]!) &&
    /^(?:and|or)$/i.test(nodes[k - 1]!.text) &&
    isPlace(nodes[k - 2]!) &&
    nodes[k - 2]!.head < k - 2 &&
    ((/^(?:compound|nmod|flat|nsubj)/.test(relation) && isTime(head, k)) ||
      (/^obl/.test(relation) && head === nodes[k - 2]!.head && /^obl/.test(nodes[k - 2]!.relation)));
  if (!nodes.some(isBound)) return parse;
  const mended = nodes.map((n, k) => (isBound(n, k) ? { ...n, head: k - 2, relation: "conj" } : n));
  nodes.forEach((n, k) => {
    if (isBound(n, k)) mended[k - 1] = { ...mended[k - 1]!, head: k, relation: "cc" };
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "Ghana, a member of the Commonwealth since 1957, sent": a time within what is said beside a name is of that, not of the name. */
function bindAsides(parse: Parse): Parse {
  const { nodes } = parse;
  const asideOf = (d: number): number => {
    const { unit, relation, head } = nodes[d]!;
    if (unit?.kind !== "date" || !relation.startsWith("nmod") || head < 0 || head > d) return -1;
    const aside = nodes.findLastIndex((n, i) => i < d && i > head && n.head === head && n.relation === "appos");
    return aside > 0 && !nodes.slice(aside, d).some((n) => /^[,;()]$/.test(n.text)) ? aside : -1;
  };
  if (!nodes.some((_, d) => asideOf(d) >= 0)) return parse;
  const mended = nodes.map((n, d): Node => (asideOf(d) >= 0 ? { ...n, head: asideOf(d) } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "held elections in March and later that year joined the union": a time right before the second verb is no subject of it. */
function freeTimes(parse: Parse): Parse {
  const { nodes } = parse;
  const isAdrift = ({ relation, unit, head }: Node, i: number): boolean =>
    relation === "nsubj" &&
    unit?.kind === "date" &&
    head > i &&
    nodes[head]!.relation === "conj" &&
    isVerb(nodes[head]!) &&
    !OF_TIMES.has(nodes[head]!.lemma) &&
    !nodes.some((n) => n.head === i && n.relation !== "punct");
  return nodes.some(isAdrift)
    ? { ...parse, nodes: nodes.map((n, i): Node => (isAdrift(n, i) ? { ...n, relation: "obl:unmarked" } : n)) }
    : parse;
}

/** What somebody comes out of with the fruit of it, so that both were at one time. */
const GATHERINGS: ReadonlySet<string> = new Set(["meeting", "talk", "summit", "conference", "session", "negotiation", "consultation"]);

/** "After the siege of Lima in May 1990, prices rose": a time between a fronted "after" and its comma is that of the thing, not of the clause. */
function bindFronted(parse: Parse): Parse {
  const { nodes } = parse;
  const comma = nodes.findIndex((n) => n.text === ",");
  const date = comma - 1;
  if (comma < 4 || comma > 24 || nodes[date]!.unit?.kind !== "date" || !/^(?:in|on)$/i.test(nodes[date - 1]!.text)) return parse;
  const fronted = nodes.findIndex((n, i) => i < date && /^(?:after|following|before|since|until)$/i.test(n.text) && n.head > i);
  const noun = fronted < 0 ? -1 : nodes[fronted]!.head;
  const { head } = nodes[date]!;
  if (noun < 0 || noun > date - 2 || nodes[noun]!.upos !== "NOUN" || nodes[noun]!.unit || GATHERINGS.has(nodes[noun]!.lemma)) return parse;
  if (head < comma || head !== nodes[noun]!.head || nodes.slice(0, comma).some((n, i) => n.head >= comma && i !== noun && i !== date))
    return parse;
  const mended = nodes.map((n, i): Node => (i === date ? { ...n, head: noun, relation: "nmod" } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "have grown since the signing of the treaty in 1970": what holds since something is not of a day; the time is that of the thing. */
function bindSince(parse: Parse): Parse {
  const { nodes } = parse;
  const since = nodes.findIndex(
    (n, i) => n.text.toLowerCase() === "since" && n.relation === "case" && n.head > i && nodes[n.head]!.upos === "NOUN",
  );
  if (since < 0) return parse;
  const noun = nodes[since]!.head;
  const date = nodes.findIndex(
    (n, i) => i > noun && n.relation.startsWith("obl") && n.unit?.kind === "date" && n.head !== noun && isWithin(nodes, noun, n.head),
  );
  if (
    date < 0 ||
    !/^(?:in|on)$/.test(nodes[date - 1]!.text) ||
    !nodes.slice(noun + 1, date - 1).every((_, i) => isWithin(nodes, noun + 1 + i, noun))
  )
    return parse;
  const mended = nodes.map((n, i): Node => (i === date ? { ...n, head: noun, relation: "nmod" } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "had suspended Mali but readmitted it in 2020": the time at the end is of the second deed, which undid the first. */
function bindSecond(parse: Parse): Parse {
  const { nodes } = parse;
  const d = nodes.findIndex(({ unit, relation, head }, i) => unit?.kind === "date" && relation.startsWith("obl") && head >= 0 && head < i);
  if (d < 0) return parse;
  const first = nodes[d]!.head;
  const second = nodes.findIndex((n, i) => i > first && i < d && n.head === first && n.relation === "conj" && isVerb(n));
  if (second < 0 || !isVerb(nodes[first]!) || nodes.slice(first, second).some((n) => n.unit?.kind === "date")) return parse;
  const isUndone = nodes.some((n, i) => i > first && i < second && n.head === second && /^but$/i.test(n.text));
  const isEarlier = nodes.some((n) => n.head === first && n.relation === "aux" && /^had$/i.test(n.text)) && nodes[second]!.xpos === "VBD";
  if (!isUndone && !isEarlier) return parse;
  if (!nodes.slice(second + 1, d).every((n, k) => isWithin(nodes, second + 1 + k, second) || n.head === d)) return parse;
  const mended = nodes.map((n, i): Node => (i === d ? { ...n, head: second } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "lifted the embargo it had imposed on Mali in 2006": a time at the end of a clause of "had" is of that clause, not of the verb over it. */
function bindRelatives(parse: Parse): Parse {
  const { nodes } = parse;
  const r = nodes.findIndex(
    (n, i) =>
      n.relation === "acl:relcl" &&
      isVerb(n) &&
      nodes.some((a, k) => a.head === i && k < i && a.relation.startsWith("aux") && /^had$/i.test(a.text)),
  );
  if (r < 0) return parse;
  const thing = nodes[r]!.head;
  const over = nodes[thing]!.head;
  const d = nodes.findIndex((n, i) => i > r && n.unit?.kind === "date" && n.head === over && n.relation.startsWith("obl"));
  if (d < 0 || over < 0 || !isVerb(nodes[over]!) || nodes.slice(r, d).some((n) => n.unit?.kind === "date")) return parse;
  if (
    nodes.slice(r, d).some((n) => /^[,;:]$/.test(n.text)) ||
    !nodes.slice(r + 1, d - 1).every((_, k) => isWithin(nodes, r + 1 + k, thing))
  )
    return parse;
  const mended = nodes.map((n, i): Node => (i === d ? { ...n, head: r } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "signed a treaty that entered into force on 1 May 2020": the day at the end is of the clause right before it. */
function bindEntered(parse: Parse): Parse {
  const { nodes } = parse;
  const r = nodes.findIndex(
    (n, i) =>
      n.relation === "acl:relcl" &&
      (/^(?:expire|lapse)$/.test(n.lemma) ||
        (/^(?:enter|come|take|go)$/.test(n.lemma) && /^(?:into|effect)$/i.test(nodes[i + 1]?.text ?? "") && nodes[i + 1]!.head >= i)),
  );
  if (r < 0) return parse;
  const over = nodes[nodes[r]!.head]!.head;
  const d = nodes.findIndex((n, i) => i > r && n.unit?.kind === "date" && n.head === over && n.relation.startsWith("obl"));
  if (d < 0 || d - r > 5 || nodes.slice(r, d).some((n) => /^[,;:]$/.test(n.text))) return parse;
  const mended = nodes.map((n, i): Node => (i === d ? { ...n, head: r } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "Panama, the first state to join, in 2017, left in 2025": of two times of a verb the one between commas before it is of what was said beside its subject. */
function bindFirst(parse: Parse): Parse {
  const { nodes } = parse;
  const d = nodes.findIndex(
    ({ unit, head, relation }, i) =>
      unit?.kind === "date" &&
      relation.startsWith("obl") &&
      head > i &&
      nodes[i + 1]?.text === "," &&
      nodes[i - 2]?.text === "," &&
      nodes[i - 1]!.head === i &&
      nodes.some((n, k) => k > head && n.head === head && n.unit?.kind === "date"),
  );
  if (d < 0) return parse;
  const deed = nodes.findLastIndex((n, i) => i < d && n.xpos === "VB" && n.relation === "acl" && nodes[i - 1]?.text.toLowerCase() === "to");
  if (deed < 0 || !nodes.slice(deed + 1, d - 2).every((_, k) => isWithin(nodes, deed + 1 + k, deed))) return parse;
  const mended = nodes.map((n, i): Node => (i === d ? { ...n, head: deed } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "since the riots of May 1991": a time behind "of" is that of the noun before it. */
function bindOf(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let d = 2; d < nodes.length; d++) {
    const { unit, relation, head } = nodes[d]!;
    if (unit?.kind !== "date" || !relation.startsWith("obl") || nodes[d - 1]!.text !== "of" || nodes[d - 1]!.head !== d) continue;
    const noun = d - 2;
    if (nodes[noun]!.upos !== "NOUN" || head === noun || !isWithin(nodes, noun, head)) continue;
    const mended = nodes.map((n, i): Node => (i === d ? { ...n, head: noun, relation: "nmod" } : n));
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

/** "marked the jubilee of relations, established on 3 May 1957": a time right behind a participle is of that, not of the verb before. */
function bindDates(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let p = 2; p + 2 < nodes.length; p++) {
    const { xpos, relation, head } = nodes[p]!;
    if (xpos !== "VBN" || relation !== "acl" || head > p || !/^(?:on|in|since)$/.test(nodes[p + 1]!.text)) continue;
    const d = p + 2;
    const over = nodes[d]!.head;
    if (nodes[d]!.unit?.kind !== "date" || nodes[p + 1]!.head !== d || over < 0 || over >= head || !isVerb(nodes[over]!)) continue;
    const mended = nodes.map((n, i): Node => (i === d ? { ...n, head: p, relation: "obl" } : n));
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

function readDateAsVerb(parse: Parse): Parse {
  const { nodes } = parse;
  for (let i = 1; i + 2 < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.upos !== "NOUN" || !/^dates?$/.test(node.text) || BEFORE_NOUN.has(nodes[i - 1]!.upos)) continue;
    const back = nodes[i + 1]!.text === "back" ? i + 1 : -1;
    const preposition = back < 0 ? i + 1 : back + 1;
    const time = preposition + 1;
    if (!/^(?:to|from)$/.test(nodes[preposition]!.text) || nodes[time]?.unit?.kind !== "date") continue;
    const mended = [...nodes];
    const set = (k: number, head: number, relation: string): void => {
      mended[k] = { ...mended[k]!, head, relation };
    };
    mended[i] = { ...node, upos: "VERB", xpos: node.text === "dates" ? "VBZ" : "VBP", lemma: "date" };
    // "Togo's embassy in Lima dates from 1962", where the noun has the subject of a verb already
    if (nodes.some((n, k) => k < i && n.head === i && n.relation.startsWith("nsubj")) && nodes[time]!.head === i)
      return { ...parse, nodes: mended };
    // "Relations date from 2010"
    const bare = /^(?:relations|ties)$/i.test(nodes[i - 1]!.text) && nodes[i - 1]!.head === i;
    const subject = bare ? i - 1 : topOf(nodes, i);
    if (subject < 0) continue;
    if (bare) {
      set(i, node.head, node.relation);
      set(subject, i, "nsubj");
      set(time, i, "obl");
      return isTree(mended) ? { ...parse, nodes: mended } : parse;
    }
    // what hung on "date" is a phrase of its own: "between the two states"
    const left = nodes.flatMap((n, k) => (n.head === i && k < i ? [k] : []));
    const noun = left.findLast((k) => /^(?:NOUN|PROPN|PRON)$/.test(nodes[k]!.upos)) ?? -1;
    for (const k of left) {
      if (k === noun || noun < 0) set(k, subject, "nmod");
      else set(k, noun, nodes[k]!.relation);
    }
    for (const [k, { head }] of nodes.entries()) if (head === subject && k > i) set(k, i, nodes[k]!.relation);
    set(i, nodes[subject]!.head, nodes[subject]!.relation);
    set(subject, i, "nsubj");
    if (back > 0) set(back, i, "advmod");
    set(preposition, time, "case");
    set(time, i, "obl");
    return isTree(mended) ? { ...parse, nodes: mended } : parse;
  }
  return parse;
}

/** The noun left of node `i` that all up to it hangs on; -1 when a verb stands in between or it hangs on one. */
function topOf(nodes: readonly Node[], i: number): number {
  let at = i;
  while (nodes[at]!.head >= 0 && nodes[at]!.head < i && !isVerb(nodes[nodes[at]!.head]!)) at = nodes[at]!.head;
  const head = nodes[at]!.head;
  return at < i && (head < 0 || head > i) && /^(?:NOUN|PROPN|PRON)$/.test(nodes[at]!.upos) ? at : -1;
}

const isVerb = ({ upos }: Node): boolean => upos === "VERB" || upos === "AUX";
