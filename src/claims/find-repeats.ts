import type { SentenceContext } from "./build-claims.ts";
import { judgeFactuality } from "./factuality.ts";
import { firstSince } from "./first-since.ts";
import { byVerb, COUNTED, countedBefore, dateWithin, ENDS, PLAIN, type Repeat, restIsTime, span, withoutShared } from "./repeat.ts";
import { laterTimes, spreadTimes } from "./repeats-in-time.ts";
import { sameStep } from "./same-step.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const THE_SAME = /^(?:so|likewise|same|similarly)$/i;
const FOLLOWED = /^(?:suit|example|lead)$/i;
const ANOTHER = /^(?:another|second|third|fourth|fifth|others)$/i;
/** Nouns of what may come again, with the type that it is of; null for any. */
const ACTS_AGAIN: readonly (readonly [RegExp, string | null])[] = [
  [/^(?:agreement|treaty|pact|accord|memorandum|protocol|convention|deal)$/i, "agreement"],
  [/^(?:visit|trip|tour)$/i, "visit"],
  [/^(?:meeting|summit|session|round)$/i, "meeting"],
  [/^(?:another|second|third)$/i, null],
];
const PRO_VERBS = /^(?:do|does|did|will|would|has|have|had|is|are|was|were|may|might|could|can)$/i;
const BARE =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|\d{1,3}|theirs|others|another)$/i;
const SAME_TIME = /\b(?:on|in)\s+(the same (?:day|week|month|year)) as\s+(?:the\s+)?$/i;

/** How COUNTED and SAME_TIME end. */
const LEADS_TO_WHO = /(?:after|before|as|the)$/i;

/** The clauses of a sentence that repeat an act by "did so", "followed", "as did", "did not", "a month after" or "too". */
export function findRepeats(context: SentenceContext): Repeat[] {
  const { graph } = context;
  const found: Repeat[] = [];
  const taken = new Set<number>();
  for (let i = 0; i < graph.nodes.length; i++) {
    const repeat =
      doneSo(context, i) ??
      beforeInRow(context, i) ??
      followed(context, i) ??
      returned(context, i) ??
      reciprocated(context, i) ??
      inverted(context, i) ??
      sameStep(context, i) ??
      elliptic(context, i) ??
      timed(context, i) ??
      likewise(context, i) ??
      firstSince(context, i) ??
      theOthers(context, i) ??
      elsewise(context, i);
    if (!repeat || taken.has(repeat.start)) continue;
    taken.add(repeat.start);
    found.push(...spreadTimes(context, repeat));
    for (const next of laterTimes(context, repeat)) {
      if (taken.has(next.start)) break;
      taken.add(next.start);
      found.push(next);
    }
  }
  return found;
}

/** "India had done so in 1998", "Laos did the same", "refused to do likewise". */
function doneSo(context: SentenceContext, i: number): Repeat | null {
  const { graph } = context;
  if (graph.node(i).lemma.toLowerCase() !== "do" || !graph.isVerb(i)) return null;
  // "the first country to do so" says who did it, not who did it too
  if (
    graph.node(i).xpos === "VB" &&
    /^(?:acl|advcl)/.test(graph.node(i).relation) &&
    graph.node(i).head >= 0 &&
    graph.isNoun(graph.node(i).head)
  )
    return null;
  if (graph.node(i).xpos === "VB" && rankedBefore(graph, i - 1, RANKED) >= 0) return null;
  const says = [i + 1, i + 2].find((k) => THE_SAME.test(graph.nodes[k]?.text ?? ""));
  if (says === undefined || (says === i + 2 && !/^(?:the|much|exactly|just)$/i.test(graph.node(i + 1).text))) return null;
  return byVerb(context, i, says);
}

const RANKED = /^(?:first|second|third|fourth|fifth|\w+th|only|next|other|latest|last)$/i;
const LATER = /^(?:second|third|fourth|fifth|\w+th|only|next|other|latest|last)$/i;

/** "the fourth African state to do so, after Ghana", "the third to ratify it, after Peru and Chile": those before it did it too. */
function beforeInRow(context: SentenceContext, i: number): Repeat | null {
  const { graph, actors } = context;
  const { xpos } = graph.node(i);
  if (xpos !== "VB" || i < 3 || !graph.isVerb(i) || !/^to$/i.test(graph.node(i - 1).text)) return null;
  const head = rankedBefore(graph, i - 1);
  if (head < 0) return null;
  const after = graph.nodes.findIndex((n, k) => k > i && n.text.toLowerCase() === "after" && n.upos === "ADP");
  if (after < 0 || after - i > 8) return null;
  // nothing but the object of the verb may stand between
  for (let k = i + 1; k < after; k++) if (graph.isVerb(k)) return null;
  const named = graph.node(after).head;
  const who = named > after && graph.isNoun(named) ? actors.actorsOf(named) : [];
  if (who.length === 0 || who.some((a) => a.person !== null)) return null;
  return { ...span(context, head, named), actors: who, factuality: "same", date: null, ...PLAIN, within: true };
}

/** The number in "the second state of the region to …", wherever the parser hung the infinitive; -1 without one. */
function rankedBefore(graph: SentenceGraph, to: number, ranks = LATER): number {
  for (let k = to - 1; k > 0 && k >= to - 7; k--) {
    if (graph.node(k).upos === "PUNCT" || graph.isVerb(k)) return -1;
    if (ranks.test(graph.node(k).text) && /^the$/i.test(graph.node(k - 1).text)) return k;
  }
  return -1;
}

/** "followed suit by opening an embassy in Lima": what it did is told by itself. */
function saysHow(graph: SentenceGraph, i: number): boolean {
  return graph.childrenBy(i, "advcl").some((c) => graph.node(c).xpos === "VBG" && graph.preposition(c) === "by" && graph.lemma(c) !== "do");
}

/** "Chile followed suit", "Kenya followed a year later", "followed in 1996 by Benin", "another followed in 2017". */
function followed(context: SentenceContext, i: number): Repeat | null {
  const { graph, actors, dates } = context;
  // "following attacks on its workers": a preposition
  if (graph.node(i).lemma.toLowerCase() !== "follow" || !graph.isVerb(i) || graph.node(i).relation === "case") return null;
  const by = graph.childrenBy(i, "obl").find((c) => graph.preposition(c) === "by");
  if (graph.node(i).xpos === "VBN" && by !== undefined && graph.childrenBy(i, "aux").length === 0) {
    const who = actors.actorsOf(by);
    // "signed in 2003, followed in 2008 by a treaty on health"
    const kind = ACTS_AGAIN.find(([nouns]) => nouns.test(graph.node(by).lemma))?.[1];
    // "visited Laos, followed in May by a visit to Togo": the next host
    const hosts = kind === "visit" ? (graph.slots(by).get("to") ?? []).flatMap((n) => actors.actorsOf(n, { places: true })) : [];
    if (hosts.length > 0)
      return {
        ...span(context, i, by),
        actors: hosts,
        factuality: "same",
        date: withoutShared(dates.dateOf(i)),
        ...PLAIN,
        kind: "visit",
        within: true,
      };
    // "followed by the visit of the premier to eight countries": another visit, wherever to
    if (
      kind === "visit" &&
      graph
        .childrenBy(by, "nmod", "nmod:poss")
        .some((n) => /^(?:of|by|to|)$/.test(graph.preposition(n)) && graph.node(n).unit?.kind !== "date")
    )
      return null;
    if (who.length === 0 && kind !== undefined) {
      const date = withoutShared(dates.dateOf(i));
      return date && { ...span(context, i, by), actors: null, factuality: "same", date, ...PLAIN, kind };
    }
    if (who.length === 0 || who.length !== new Set(who.map((a) => a.actor)).size) return null;
    return { ...span(context, i, by), actors: who, factuality: "same", date: withoutShared(dates.dateOf(i)), ...PLAIN };
  }
  const objects = graph.childrenBy(i, "obj", "ccomp", "xcomp").filter((o) => graph.node(o).unit?.kind !== "date");
  if (graph.isPassive(i) || objects.some((o) => !FOLLOWED.test(graph.node(o).text)) || saysHow(graph, i)) return null;
  const subject = anotherBefore(context, i);
  if (subject !== null) {
    const date = withoutShared(dates.dateOf(i, [], true));
    const verdict = judgeFactuality(graph, i, context.lexicon).factuality;
    return date && verdict ? { ...span(context, subject, i), actors: null, factuality: verdict, date, ...PLAIN } : null;
  }
  const repeat = byVerb(context, i, objects[0] ?? i);
  return repeat && { ...repeat, nextInRow: objects.length === 0 };
}

/** "another" or "a second" that opens the clause of verb `i`: "another, on farming, followed in 2016". */
function anotherBefore({ graph, actors }: SentenceContext, i: number): number | null {
  let at = i;
  while (at > 0 && !/^[;:.]$/.test(graph.node(at - 1).text)) at--;
  const first = /^(?:a|an|the|and)$/i.test(graph.nodes[at]?.text ?? "") ? at + 1 : at;
  if (first >= i || !ANOTHER.test(graph.node(first).text)) return null;
  const next = graph.node(first + 1);
  if (first + 1 !== i && !/^[,]$|^(?:on|for|of|in)$/i.test(next.text)) return null;
  for (let k = first; k < i; k++) if (graph.isVerb(k) || actors.actorsOf(k, { alone: true }).length > 0) return null;
  return first;
}

/** "Castro returned the visit three years later". */
function returned(context: SentenceContext, i: number): Repeat | null {
  const { graph } = context;
  if (!/^(?:return|repay)$/i.test(graph.node(i).lemma) || !graph.isVerb(i)) return null;
  const visit = graph.childrenBy(i, "obj").find((o) => /^(?:visit|call)$/i.test(graph.node(o).lemma));
  const repeat = visit === undefined ? null : byVerb(context, i, visit);
  return repeat && { ...repeat, kind: "visit", swaps: true };
}

const IN_KIND = /^(?:kind|gesture|favou?r|compliment)$/i;

/** "Kuwait reciprocated a year later", "Jakarta responded in kind": the other side does the same. */
function reciprocated(context: SentenceContext, i: number): Repeat | null {
  const { graph } = context;
  if (!graph.isVerb(i) || graph.isPassive(i)) return null;
  const lemma = graph.node(i).lemma.toLowerCase();
  const inKind = graph.childrenBy(i, "obl", "obj").find((o) => IN_KIND.test(graph.node(o).lemma));
  if (lemma !== "reciprocate" && !(inKind !== undefined && /^(?:respond|reply|answer|retaliate|return)$/.test(lemma))) return null;
  if (
    lemma === "reciprocate" &&
    graph.childrenBy(i, "obj", "ccomp").some((o) => !/^(?:move|gesture|visit|step)$/i.test(graph.node(o).lemma))
  )
    return null;
  const repeat = byVerb(context, i, inKind ?? i);
  return repeat && { ...repeat, swaps: true, sharesTime: true };
}

/** "as did Algeria", "and so did the Organization of American States", "nor has Laos". */
function inverted(context: SentenceContext, i: number): Repeat | null {
  const { graph, actors } = context;
  const word = graph.nodes[i - 1]?.text.toLowerCase() ?? "";
  if (!PRO_VERBS.test(graph.node(i).text) || !["so", "as", "nor", "neither"].includes(word)) return null;
  let at = i + 1;
  while (/^(?:the|both|also)$/i.test(graph.nodes[at]?.text ?? "")) at++;
  if (at >= graph.nodes.length || !graph.isNoun(at)) return null;
  // "as were soldiers from Chad and Niger": the whole phrase, where more than a time follows its head
  const whole = Math.max(at, ...graph.subtree(at).filter((n) => graph.node(n).upos !== "PUNCT" && graph.node(n).unit?.kind !== "date"));
  const rest = restIsTime(context, at + 1); // "as does Peru in Lima"
  const short = rest < 0 && graph.nodes[at + 1]?.text === "in" ? restIsTime(context, at + 3) : rest;
  const end = short >= 0 ? short : restIsTime(context, whole + 1);
  const who = actors.actorsOf(at, { alone: short >= 0 });
  if (who.length === 0 || end < 0) return null;
  const said = dateWithin(context, at + 1, end);
  const denied = word === "nor" || word === "neither";
  // "so did Togo two months later", where the act has no month
  const isLater = said === null && graph.nodes.slice(at + 1, end).some((n) => /^(?:later|afterwards|earlier|before|after)$/i.test(n.text));
  return {
    ...span(context, i - 1, end - 1),
    actors: who,
    factuality: denied ? "denied" : "same",
    date: said,
    ...PLAIN,
    sharesTime: !isLater,
  };
}

/** "Kuwait and Oman do not", "Peru did in 1994", "Tuvalu will not, its minister said". */
function elliptic(context: SentenceContext, i: number): Repeat | null {
  const { graph, actors } = context;
  if (!PRO_VERBS.test(graph.node(i).text) || i === 0 || !graph.isNoun(i - 1)) return null;
  let at = i + 1;
  const negated = /^(?:not|n['’]t)$/i.test(graph.nodes[at]?.text ?? "");
  if (negated) at++;
  const end = restIsTime(context, at);
  if (end < 0 || (!negated && end === i + 1)) return null;
  const as = [i - 2, i - 3].some((k) => /^as$/i.test(graph.nodes[k]?.text ?? ""));
  // "Peru is, however, a member"
  if (!negated && !as && /^(?:is|are|was|were|has|have|had)$/i.test(graph.node(i).text)) return null;
  const who = actors.actorsOf(i - 1, { alone: true });
  const opens = as || i - 1 === 0 || ENDS.test(graph.nodes[i - 2]?.text ?? "") || /^the$/i.test(graph.nodes[i - 2]?.text ?? "");
  if (who.length === 0 || !opens) return null;
  const counted = countedBefore(context, i - 1);
  const will = /^(?:will|would)$/i.test(graph.node(i).text);
  const may = /^(?:may|might|could|can)$/i.test(graph.node(i).text);
  const factuality = negated ? "denied" : will ? "planned" : may ? "possible" : "actual";
  const said = dateWithin(context, i + 1, end) ?? context.dates.fallbackDate;
  return { ...span(context, i - 1, end - 1), actors: who, factuality, date: counted ? null : said, ...PLAIN, counted };
}

/** "a month after Togo", "on the same day as Kenya". */
function timed(context: SentenceContext, i: number): Repeat | null {
  const { graph, actors, document } = context;
  const node = graph.node(i);
  if (i < 3 || !ENDS.test(graph.nodes[i + 1]?.text ?? ".") || /^['’]s?$/.test(graph.nodes[i + 1]?.text ?? "")) return null;
  const before = document.text.slice(graph.parse.sentence.start, node.start);
  if (!LEADS_TO_WHO.test(before.trimEnd().slice(-6))) return null;
  const counted = COUNTED.exec(before);
  const same = counted ? null : SAME_TIME.exec(before);
  if (!counted && !same) return null;
  const who = actors.actorsOf(i, { alone: true });
  if (who.length === 0 || who.some((a) => a.person !== null)) return null;
  const start = graph.parse.sentence.start + (counted ?? same)!.index;
  const text = document.text.slice(start, node.end);
  return {
    start,
    end: node.end,
    actors: who,
    factuality: "same",
    date: null,
    ...PLAIN,
    counted: counted ? { words: counted[1]!, sign: counted[2]!.toLowerCase() === "after" ? -1 : 1, text } : { words: null, sign: 1, text },
  };
}

/** "…, Peru too", "and Laos as well, in 1996". */
function likewise(context: SentenceContext, i: number): Repeat | null {
  const { graph, actors } = context;
  if (!graph.isNoun(i) || !ENDS.test(graph.nodes[i - 1]?.text ?? "")) return null;
  let at = i + 1;
  if (graph.nodes[at]?.text === ",") at++;
  const words = graph.nodes.slice(at, at + 2).map((n) => n.text.toLowerCase());
  const long = words.join(" ") === "as well";
  if (!long && words[0] !== "too" && words[0] !== "likewise") return null;
  const end = restIsTime(context, at + (long ? 2 : 1));
  const who = actors.actorsOf(i, { alone: true });
  if (end < 0 || who.length === 0) return null;
  return {
    ...span(context, i, end - 1),
    actors: who,
    factuality: "same",
    date: dateWithin(context, at, end),
    ...PLAIN,
  };
}

const IS_ONE_OF =
  /\b(?:one|two|three|four|some|several|among|first) (?:of|to|founding)\b|\bamong\b|\b(?:joined|together|along|alongside) (?:by|with)\b/i;

/** "the others were China and India", "the other two being Peru and Chile": who else was of those that were counted. */
function theOthers(context: SentenceContext, i: number): Repeat | null {
  const { graph, actors, document } = context;
  const isOthers = /^others$/i.test(graph.node(i).text) && /^the$/i.test(graph.nodes[i - 1]?.text ?? "");
  const isCounted = graph.node(i).xpos === "CD" && /^other$/i.test(graph.nodes[i - 1]?.text ?? "");
  if (!isOthers && !isCounted) return null;
  let at = i + 1;
  if (/^(?:members?|countries|states|partners|founders|signatories|ones)$/i.test(graph.nodes[at]?.text ?? "")) at++;
  if (!/^(?:were|are|being|was|is)$/i.test(graph.nodes[at]?.text ?? "")) return null;
  at++;
  if (/^the$/i.test(graph.nodes[at]?.text ?? "")) at++;
  if (at >= graph.nodes.length || !graph.isNoun(at)) return null;
  const who = actors.actorsOf(at);
  const end = Math.max(at, ...graph.conjuncts(at).flatMap((c) => graph.subtree(c)));
  // "the others were Peruvian ships": nobody is named but as an adjective
  if (who.length === 0 || who.some((a) => a.person !== null || a.mention.form === "demonym")) return null;
  const before = document.text.slice(Math.max(0, graph.node(i).start - 300), graph.node(i).start);
  if (!IS_ONE_OF.test(before)) return null;
  return { ...span(context, i - 1, end), actors: who, factuality: "same", date: null, ...PLAIN, rest: true };
}

/** "Norway expelled fifteen in April", "Niger denounced five": the verb is said, what it is done to is a bare number. */
function elsewise(context: SentenceContext, i: number): Repeat | null {
  const { graph } = context;
  if (!graph.isVerb(i) || graph.isPassive(i)) return null;
  const objects = graph.childrenBy(i, "obj").filter((o) => graph.node(o).unit?.kind !== "date");
  const [object] = objects;
  if (object === undefined || objects.length > 1 || object < i || !BARE.test(graph.node(object).text)) return null;
  // "expelled fifteen diplomats", "five of the treaties"
  if (graph.children(object).some((c) => graph.node(c).upos !== "PUNCT" && graph.node(c).relation !== "advmod")) return null;
  const repeat = byVerb(context, i, object);
  return repeat && { ...repeat, verb: graph.lemma(i) };
}
