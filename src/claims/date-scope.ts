import { ELSEWHEN } from "./elsewhen.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { LIGHT_VERBS } from "./slot-words.ts";
import { isEarlier, isPast } from "./verb-time.ts";

// What the time of one clause or phrase has no part in.

/** Verbs of judging somebody for what he did. */
const JUDGING = new Set("thank praise commend congratulate blame criticise criticize accuse condemn apologise apologize".split(" "));

/** A clause of "when", "while" or "as" in the past, that goes before. */
export function isAtOneTime(graph: SentenceGraph, i: number): boolean {
  return (
    isPast(graph, i) &&
    graph.node(i).head > i &&
    graph.childrenBy(i, "mark", "advmod").some((m) => m < i && /^(?:when|while|as)$/i.test(graph.node(m).text))
  );
}

/** A noun phrase with an article, or an office without one, between commas, without "then" or "now". */
export function isAside(graph: SentenceGraph, i: number): boolean {
  const { text, unit } = graph.node(i);
  const office = unit?.kind === "name" && /^\p{Ll}/u.test(text);
  const [article] = office ? [i] : graph.childrenBy(i, "det");
  if (article === undefined || (graph.node(i).upos !== "NOUN" && !office)) return false;
  let before = article - 1;
  // "though not a member", "still an observer"
  while (before > 0 && /^(?:though|although|while|if|not|no|yet|still|already|long|longer|once)$/i.test(graph.node(before).text)) before--;
  // "in May, the occasion on which both raised their ties": the same time
  if (graph.nodes[before]?.text !== "," || /^(?:occasion|date|day|month|year|time|moment)$/.test(graph.lemma(i))) return false;
  return !graph.subtree(i).some((k) => /^(?:then|now|newly|current|currently)$/i.test(graph.node(k).text));
}

/** "thanked Chad for the boats of 2016", "condemned the raid in May": said of what was done, not of the saying. */
export function isOfReason(graph: SentenceGraph, date: number, target: number): boolean {
  if (!JUDGING.has(graph.lemma(target)) || !graph.isVerb(target) || date < target) return false;
  return graph
    .childrenBy(target, "obl", "advcl", "nmod")
    .some((c) => c > target && c < date && /^(?:for|over)$/.test(graph.preposition(c)) && c !== date);
}

/** "thanked Chad in May for the boats": what one is thanked or blamed for was before. */
export function isThankedFor(graph: SentenceGraph, n: number): boolean {
  const { head } = graph.node(n);
  return head >= 0 && JUDGING.has(graph.lemma(head)) && graph.isVerb(head) && n > head && /^(?:for|over)$/.test(graph.preposition(n));
}

/** "after the coup of 1973": a dated thing before or after which it happened. */
export function isElsewhen(graph: SentenceGraph, verb: number): boolean {
  return graph
    .childrenBy(verb, "obl")
    .some(
      (c) =>
        ELSEWHEN.has(graph.preposition(c)) &&
        graph.subtree(c).some((n) => graph.node(n).unit?.kind === "date" || /^(?:1[89]|20)\d\d$/.test(graph.node(n).text)),
    );
}

/** "Mali left in 2014; Niger signed a treaty": a time said behind a verb is over where another clause begins. */
export function hasClosed(graph: SentenceGraph, date: number, verb: number, next: number): boolean {
  if (date < verb || date > next || !graph.isVerb(verb)) return false;
  return graph.nodes.slice(date, next).some((n) => n.text === ";") && graph.childrenBy(next, "nsubj").some((s) => s > date);
}

/** A later clause with a subject of its own, behind the date of the first; not "and simultaneously the governments restored relations". */
export function isOwnClause(graph: SentenceGraph, verb: number, first: number, date: number): boolean {
  if (date < first || date > verb || !(graph.isVerb(first) || graph.childrenBy(first, "cop").length > 0)) return false;
  if (graph.childrenBy(verb, "advmod").some((c) => /^simultaneously$/i.test(graph.node(c).text))) return false;
  return graph.childrenBy(verb, "nsubj", "nsubj:pass").some((s) => s > date && s < verb && graph.node(s).upos !== "PRON");
}

export function isSince(graph: SentenceGraph, date: number): boolean {
  return graph.preposition(date) === "since" || /^since\b/i.test(graph.node(date).text);
}

/** What comes without warning, so that the answer to it is not years away. */
const SUDDEN =
  /^(?:coup|putsch|overthrow|ouster|election|referendum|earthquake|quake|tsunami|cyclone|hurricane|typhoon|storm|flood|flooding|eruption|landslide|disaster|explosion|blast|attack|raid|bombing|strike|airstrike|shooting|massacre|clash|incident|riot|invasion|annexation|incursion|killing|murder|assassination|poisoning|arrest|abduction|kidnapping|crash|shootdown|downing)$/;

const STRUCK =
  /^(?:kill|attack|overthrow|invade|hit|strike|seize|shoot|murder|assassinate|raid|bomb|storm|ransack|depose|oust|topple|elect|annex|occupy|poison|abduct|kidnap|arrest|devastate|ravage|explode|sink)$/;

/** "after the earthquake of April 2016", "after Hurricane Irma in 2017", "after a gunman killed a guard in January". */
export function isSudden(graph: SentenceGraph, n: number): boolean {
  if (graph.preposition(n) !== "after") return false;
  if (graph.isVerb(n)) return STRUCK.test(graph.lemma(n));
  return SUDDEN.test(graph.lemma(n).toLowerCase()) || /\b(?:hurricane|cyclone|typhoon|storm)\b/i.test(graph.node(n).text);
}

/** Date and node with nothing but words between them, wherever the parser hung the date. */
export function isBehind(graph: SentenceGraph, node: number, date: number): boolean {
  return date > node && !graph.nodes.slice(node, date).some((n) => /^[,;:()]$/.test(n.text));
}

/** Node `i` and the verbs of its clause: those it is said with, and the first of several with one subject. */
export function clauseVerbs(graph: SentenceGraph, i: number): readonly number[] {
  const verbs = [i];
  for (let n = i; ; ) {
    const { head, relation } = graph.node(n);
    const base = relation.split(":")[0]!;
    const shares = base === "conj" && graph.isVerb(n) && graph.childrenBy(n, "nsubj", "nsubj:pass").length === 0;
    if (head < 0 || !(/^(?:xcomp|obj|obl|nsubj|nmod|compound)$/.test(base) || shares)) return verbs;
    verbs.push(head);
    n = head;
  }
}

/** "sent soldiers to fight in Korea between 1950 and 1953": clause `n` is what those sent by verb `target` went for. */
export function isPurpose(graph: SentenceGraph, n: number, target: number): boolean {
  return (
    graph.node(n).head === target &&
    graph.node(n).xpos === "VB" &&
    graph.node(n).relation === "advcl" &&
    /^(?:send|deploy|dispatch|travel|come|go|arrive|fly|visit)$/.test(graph.lemma(target)) &&
    graph.childrenBy(n, "mark").some((m) => /^to$/i.test(graph.node(m).text))
  );
}

/** "The last visit was that of the king, who came in 2003": the time of relative clause `n` is that of the visit. */
export function isWhoCame(graph: SentenceGraph, n: number, target: number): boolean {
  const { head, relation } = graph.node(n);
  return (
    relation === "acl:relcl" &&
    graph.node(target).head === head &&
    graph.node(target).relation === "nsubj" &&
    /^(?:come|go|visit|pay|arrive|travel|stay)$/.test(graph.lemma(n)) &&
    graph.childrenBy(head, "nsubj").some((k) => /^that$/i.test(graph.node(k).text))
  );
}

const APPLICATION = /^(?:application|request|bid|candidacy|petition|proposal|demand)$/;

/** "its application to join the bloc, presented in 2022": what is presented is the application. */
export function isSubmitted(graph: SentenceGraph, n: number, target: number): boolean {
  const { head } = graph.node(target);
  const thing = [target, ...(head >= 0 ? [head] : [])].find((k) => APPLICATION.test(graph.lemma(k)));
  if (thing === undefined || n < thing) return false;
  return (
    graph.node(n).relation.startsWith("acl") &&
    graph.node(n).xpos === "VBN" &&
    graph.nodes[n - 1]?.text === "," &&
    /^(?:present|submit|lodge|file|make|hand|deliver)$/.test(graph.lemma(n)) &&
    !graph.nodes.slice(thing + 1, n).some((_, k) => /^VB[DZP]$/.test(graph.node(thing + 1 + k).xpos))
  );
}

/** "was established by the Treaty of Lagos, signed in 1975": made by a treaty when that was. */
export function isMadeBy(graph: SentenceGraph, n: number, target: number): boolean {
  const thing = graph.node(n).head;
  return (
    /^(?:sign|adopt|conclude)$/.test(graph.lemma(n)) &&
    graph.node(n).relation === "acl" &&
    graph.node(thing).head === target &&
    /^(?:by|under|through|with)$/.test(graph.preposition(thing)) &&
    /^(?:establish|found|create|form|constitute)$/.test(graph.lemma(target))
  );
}

/** "his efforts, including the presence of observers from 2010": the time is that of a part. */
export function isBehindIncluding(graph: SentenceGraph, target: number, date: number): boolean {
  const at = graph.nodes.findIndex(
    (node, k) => k > target && k < date && /^(?:including|notably)$/i.test(node.text) && graph.nodes[k - 1]?.text === ",",
  );
  return (
    at >= 0 &&
    !graph.nodes.slice(at, date).some((_, k) => /^VB[DZP]$/.test(graph.node(at + k).xpos)) &&
    !graph.nodes.slice(at + 1, date).some((node) => node.text === ",")
  );
}

/** "recalled that Ghana had been the first to recognise it, on 2 December 1960": the day behind what was earlier is not that of the word. */
export function isSaidBehind(graph: SentenceGraph, n: number, date: number): boolean {
  return (
    date > n &&
    graph.childrenBy(n, "aux").some((a) => /^had$/i.test(graph.node(a).text)) &&
    /\b(?:1[89]|20)\d\d\b/.test(graph.node(date).text)
  );
}

/** What somebody has or holds of an organisation: "the Forum, whose secretariat it hosts". */
const SEAT = /^(?:secretariat|seat|headquarters|presidency|chair|office|capital)$/i;

/** "the loan that the bank made in 2010", "a visit which he paid in May": verb `n` only lends the noun its time. */
export function lendsItsTime(graph: SentenceGraph, n: number, target: number, isTheme: boolean): boolean {
  const { head, relation } = graph.node(n);
  return (
    relation === "acl:relcl" &&
    head === target &&
    graph.isNoun(target) &&
    (LIGHT_VERBS.has(graph.lemma(n)) ||
      /^(?:come|schedule|due|slate|grant|give|donate|provide|send|lend|deliver|extend)$/.test(graph.lemma(n))) &&
    // "lifted the embargo that it had imposed in 2006"
    !(isTheme && isEarlier(graph, n)) &&
    // "a member of the Forum, whose secretariat it has hosted since 1972"
    !graph.subtree(n).some((k) => k < n && graph.node(k).xpos === "WP$" && SEAT.test(graph.node(k + 1).text))
  );
}
