import { isAimOfJourney, TRIP, UNDER_WAY } from "./aim-of-journey.ts";
import type { Factuality } from "./claim.ts";
import { isDoneTogether } from "./done-together.ts";
import type { Lexicon } from "./frame.ts";
import { governedBy, isMoreThan, isShunned, leaningNoun, shunnedBy, TOPIC, talkOver } from "./kept-from.ts";
import { isRanked } from "./ranked.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { BROADCAST, isHeadlineToBe, isOnTheWay, isToBe, isToCome } from "./still-to-come.ts";
import { isTakenAsKnown } from "./taken-as-known.ts";
import { isDeadline, isRemark, NEGATIONS, THAT_CLAUSE, tellingHere } from "./telling.ts";
import { looksAhead } from "./told-ahead.ts";
import { isContraryToFact, isSureWithout, isThatClause, readUnreal, saysWithout } from "./unreal.ts";

/** How far each is from having happened. */
export const STRENGTH: Readonly<Record<Factuality, number>> = { actual: 0, planned: 1, proposed: 2, possible: 3, denied: 4 };
const CONDITIONS = new Set(["if", "unless", "whether", "should"]);
const ACCEPTING = new Set(["accept", "approve", "agree", "agree to"]);
const AMONG = new Set(["among", "amongst"]);
/** "against the backdrop of a visit": what else was going on, whatever is said to come. */
const SCENERY = /^(?:backdrop|aftermath|wake|heel)s?$/;
const MAYBE = new Set(["may", "might", "could"]);
/** What was not done because something else was. */
const REPLACED = new Set(["instead of", "rather than", "short of"]);
/** What leaves a matter open: "it is unclear whether". */
const OPEN = /^(?:know|say|tell|clear|unclear|uncertain|unknown|ask|wonder|doubt|doubtful|sure|remain|see|question|depend)$/i;
/** Advice and ability: nothing is said to have happened or to be on its way. */
const ADVICE = new Set(["should", "must", "ought", "can", "ca"]);

export interface Judgement {
  /** Null where the words make no claim: advice, theory, wishes without an owner. */
  readonly factuality: Factuality | null;
  readonly because: readonly string[];
}

/**
 * Whether what node `i` says happened, by the words that carry it: negation, auxiliaries, conditions, modifiers, and the
 * verbs and nouns that govern it up to the next clause that stands on its own.
 */
export function judgeFactuality(graph: SentenceGraph, i: number, lexicon: Lexicon, theme: number | null = null): Judgement {
  let factuality: Factuality = "actual";
  let negated = false;
  let dropped = false;
  let aside = false;
  const because: string[] = [];
  const raise = (to: Factuality, word: string): void => {
    because.push(`${word} → ${to}`);
    if (STRENGTH[to] > STRENGTH[factuality]) factuality = to;
  };
  const weigh = (lemma: string): void => {
    const governor = lexicon.governors.get(lemma);
    if (!governor || governor === "pass") return;
    if (governor === "drop") dropped = true;
    else if (governor === "denied") {
      because.push(`${lemma} → denied`);
      negated = !negated;
    } else raise(governor, lemma);
  };
  const look = (at: number, from = -1): void => {
    const unreal = readUnreal(graph, at);
    if (unreal === "untold") dropped = true;
    else if (unreal === "possible") raise("possible", "on the brink");
    else if (unreal === "negated") {
      negated = !negated;
      because.push("unreal → denied");
    }
    for (const c of graph.children(at)) {
      const node = graph.node(c);
      const word = node.text.toLowerCase();
      const relation = node.relation.split(":")[0];
      // "passed without Mongolia signing": the preposition hangs on the subject
      if (relation === "nsubj" && graph.node(at).xpos === "VBG" && graph.preposition(c) === "without") {
        negated = !negated;
        because.push("without → denied");
      }
      const longer = word === "longer" && graph.children(c).some((g) => graph.node(g).text.toLowerCase() === "no");
      if ((word === "no" && isSureWithout(graph, at)) || isMoreThan(graph, c)) continue;
      if (longer || ((relation === "advmod" || relation === "det" || relation === "cc") && NEGATIONS.has(word))) {
        negated = !negated;
        because.push(`${word} → denied`);
      } else if (relation === "aux") {
        if (BROADCAST.has(word)) raise("planned", word);
        else if (MAYBE.has(word)) raise("possible", word);
        else if ((word === "would" || word === "'d") && isUnreal(graph, at)) {
          // "a deal that would have opened the border"
          negated = true;
          because.push("would have → denied");
        } else if ((word === "would" || word === "'d") && !looksAhead(graph, at)) raise("planned", word);
        else if (ADVICE.has(word)) dropped = true;
      } else if (relation === "mark" && word === "if" && isContraryToFact(graph, at)) {
        negated = !negated;
        because.push("if … had → denied");
      } else if (relation === "mark" && CONDITIONS.has(word)) {
        raise("possible", word);
        // "whether troops will be sent is not known", "it is not clear if": a question, whatever is denied of it
        if ((word === "whether" || (word === "if" && isLeftOpen(graph, at))) && isOpenQuestion(graph, at)) dropped = true;
      } else if ((relation === "mark" || relation === "case") && c < at && graph.isVerb(at) && REPLACED.has(graph.preposition(at))) {
        negated = !negated;
        because.push(`${graph.preposition(at)} → denied`);
      } else if (word === "without" && saysWithout(graph, at, relation)) {
        negated = !negated;
        because.push("without → denied");
      } else if (relation === "amod" || relation === "advmod") {
        const governor = lexicon.governors.get(node.lemma.toLowerCase()) ?? lexicon.governors.get(word);
        // "its failed bid to open an embassy"
        if (from >= 0 && graph.isNoun(at) && FAILED.test(word)) raise("denied", word);
        const isOver = word === "next" && wasHeld(graph, at);
        if (!isOver && (governor === "planned" || governor === "possible" || governor === "proposed")) raise(governor, word);
      } else if (
        c !== theme &&
        c !== from &&
        (relation === "nsubj" || relation === "obj") &&
        graph.childrenBy(c, "det", "cc").some((d) => ["no", "neither"].includes(graph.node(d).text.toLowerCase()))
      ) {
        negated = !negated;
        because.push("no → denied");
      } else if ((relation === "nsubj" || relation === "obj") && ["neither", "none", "nobody", "nothing"].includes(word)) {
        negated = !negated;
        because.push(`${word} → denied`);
      }
    }
    if (graph.lemma(at) === "have" || graph.node(at).lemma === "have") {
      // "has yet to"; "does not have one yet" is denied once
      const adverbs = graph.childrenBy(at, "advmod").map((c) => graph.node(c).text.toLowerCase());
      if (adverbs.includes("yet") && !adverbs.some((word) => NEGATIONS.has(word))) {
        negated = !negated;
        because.push("yet to → denied");
      }
    }
  };

  if (isToBe(graph, i) || isHeadlineToBe(graph, i)) raise("planned", "is to");
  // "the tenth session, which will be held in Lima"
  if (graph.isNoun(i) && GATHERING.test(graph.lemma(i)))
    for (const clause of graph.childrenBy(i, "acl:relcl"))
      if (HELD.test(graph.lemma(clause)) && isToCome(graph, clause)) raise("planned", "will");
  look(i);
  if (isShunned(graph, i)) negated = !negated;
  // "has not been to Thailand on business": what is said of "be" hangs on what it says
  if (graph.node(i).relation === "cop" && graph.node(i).head >= 0) look(graph.node(i).head);
  if (theme !== null) look(theme);
  let at = i;
  const visited = new Set([i]);
  for (let steps = 0; steps < 12; steps++) {
    const node = graph.node(at);
    const head = node.head;
    if (head < 0 || visited.has(head)) break;
    visited.add(head);
    if (isTakenAsKnown(graph, at, head)) break;
    const relation = node.relation;
    const base = relation.split(":")[0]!;
    // "among the first to recognise it": said of a name, whatever is said of that name besides
    if (base === "nmod" && (AMONG.has(graph.preposition(at)) || SCENERY.test(graph.lemma(head)))) break;
    if (relation === "acl:relcl" || base === "parataxis" || base === "appos" || base === "dep" || base === "list") {
      aside = relation === "acl:relcl" || base === "appos";
      break;
    }
    // "the agreements signed with Peru" were signed, "the Qatari-mediated talks" mediated, whatever is said of them
    // ("the first to be received" is an infinitive)
    // ("reports that it had signed" are of a clause)
    const isDone =
      node.xpos === "VBN" && !graph.childrenBy(at, "mark").some((m) => graph.node(m).lemma === "to") && !isThatClause(graph, at);
    if ((base === "acl" || (base === "amod" && graph.isVerb(at))) && isDone) {
      aside = true;
      break;
    }
    if (base === "advcl") {
      const mark = graph.childrenBy(at, "mark").map((m) => graph.node(m).text.toLowerCase());
      if (mark.some((m) => m === "if" || m === "unless") && !isContraryToFact(graph, at)) raise("possible", mark[0]!);
      // "should deepen its ties by seeking": the means are advised as well
      if (
        graph.childrenBy(at, "nsubj").length === 0 &&
        graph.childrenBy(head, "aux").some((c) => ADVICE.has(graph.node(c).text.toLowerCase()))
      )
        dropped = true;
      // "agreed to speed it up, including by opening an embassy": a part of what is agreed
      if (mark.includes("including")) {
        at = head;
        look(head, at);
        continue;
      }
      // "before visiting Lima he will stop in Quito": both are to come
      if (node.xpos === "VBG" && mark.some((m) => m === "before" || m === "after") && isToCome(graph, head)) raise("planned", "will");
      // "agreed to further talks before reopening embassies"
      else if (node.xpos === "VBG" && mark.includes("before") && isAgreed(graph, head, lexicon)) raise("planned", "before");
      // "discussed about opening it"
      if (node.xpos === "VBG" && mark.some((m) => TOPIC.has(m)) && lexicon.governors.get(graph.lemma(head)) === "proposed")
        weigh(graph.lemma(head));
      // "held talks on opening it", where the clause hangs on the verb
      const subject = mark.some((m) => TOPIC.has(m)) ? graph.childrenBy(head, "obj", "nsubj:pass").at(-1) : undefined;
      if (subject !== undefined && lexicon.governors.get(graph.lemma(subject)) === "proposed") weigh(graph.lemma(subject));
      const shunned = node.xpos === "VBG" ? shunnedBy(graph, head, mark, lexicon) : null;
      if (shunned === "denied") {
        negated = !negated;
        because.push(`${mark[0]} → denied`);
        // "nothing kept him from going"
        at = head;
        look(head);
        continue;
      } else if (shunned === "dropped") dropped = true;
      else if (shunned) raise(shunned, mark[0]!);
      // "kept its promise by opening it" is done
      const leaning = node.xpos === "VBG" && !mark.includes("by") ? leaningNoun(graph, at, head) : null;
      if (leaning) weigh(leaning);
      // "went on to open it"
      if (
        mark.includes("to") &&
        graph.lemma(head) === "go" &&
        graph.childrenBy(head, "advmod", "compound:prt").some((c) => graph.node(c).text === "on")
      ) {
        at = head;
        look(head);
        continue;
      }
      // "moved it in May, only to move it back": what came of it
      if (at > head && graph.childrenBy(at, "advmod").some((m) => m < at && /^only$/i.test(graph.node(m).text))) {
        at = head;
        look(head, at);
        continue;
      }
      // "where he is to meet": a date, no purpose
      if (isToBe(graph, at)) break;
      // "the second state, after Peru, to recognise it" did so
      if (isRanked(graph, head)) {
        // "will be the first to recognise it" is still to
        look(head);
        break;
      }
      // "is interested in acquiring": what the adjective says of it
      const inclined = graph.node(head).upos === "ADJ" ? lexicon.governors.get(graph.lemma(head)) : undefined;
      if (inclined && inclined !== "pass" && mark.some((m) => /^(?:in|on|about|of)$/.test(m))) {
        weigh(graph.lemma(head));
        at = head;
        look(head);
        continue;
      }
      // a purpose ("to expand trade") is wanted, not done
      // "agreed in 2014 to deploy": what is agreed, not what for
      const purpose = lexicon.governors.get(graph.lemma(head));
      if (mark.includes("to") && purpose && purpose !== "pass" && graph.childrenBy(head, "obj").length === 0) weigh(graph.lemma(head));
      else if (mark.includes("to") && (isAimOfJourney(graph, at) || isDoneTogether(graph, at))) {
        // who went to a summit to attend it was there, if he went
        if (UNDER_WAY.has(graph.lemma(head))) raise("planned", `${graph.lemma(head)} to …`);
        at = head;
        look(head);
        continue;
      } else if (mark.includes("to") || graph.childrenBy(at, "mark").some((m) => graph.node(m).lemma === "to")) raise("proposed", "to …");
      break;
    }
    // "offered to send observers and brought both to Rome", "said he would wait and later accused them": what is past is neither offered nor to come
    if (base === "conj" && node.xpos === "VBD" && graph.node(head).xpos === "VB" && graph.childrenBy(head, "mark", "aux").length > 0) break;
    if (base === "conj") {
      // conjoined predicates share what governs the first; auxiliaries only where the later one has no finite form of its own
      const own = graph.childrenBy(at, "aux", "nsubj").length > 0 || ["VBD", "VBZ", "VBP"].includes(node.xpos);
      if (!own && graph.isVerb(head) === graph.isVerb(at)) {
        for (const c of graph.childrenBy(head, "aux")) {
          const word = graph.node(c).text.toLowerCase();
          if (BROADCAST.has(word) || word === "would") raise("planned", word);
          else if (MAYBE.has(word)) raise("possible", word);
          else if (ADVICE.has(word)) dropped = true;
        }
      }
      at = head;
      continue;
    }
    // "I can announce that we have opened", "we cannot confirm that": said here and now, or left open
    const isThat = base === "conj" && graph.childrenBy(at, "mark").some((m) => graph.node(m).lemma === "that");
    if (THAT_CLAUSE.has(base) && isRemark(graph, head)) break;
    const told = base === "ccomp" || isThat ? tellingHere(graph, head) : null;
    if (told !== null) {
      if (told === "withheld") dropped = true;
      break;
    }
    const governs = ["xcomp", "ccomp", "acl", "obj", "csubj", "nmod", "obl", "nsubj", "amod"].includes(base);
    if (!governs) {
      at = head;
      continue;
    }
    // "held talks on opening it": what the talk is about may hang on the verb
    const talked = base === "obl" ? talkOver(graph, at, head, lexicon) : null;
    if (talked) {
      weigh(talked);
      break;
    }
    const lemma = graph.lemma(head);
    // "discussed the possibility of opening it": what is talked over is proposed
    const over = graph.node(head).head;
    if (
      /^(?:possibility|prospect|option|feasibility)$/.test(lemma) &&
      over >= 0 &&
      lexicon.governors.get(graph.lemma(over)) === "proposed"
    ) {
      at = head;
      continue;
    }
    // "will never forget the visit": it was made
    if (base === "obj" && graph.isNoun(at) && KEPT_IN_MIND.has(lemma)) break;
    // "offered reflections on his visit": words are offered, it was made
    if (base === "obj" && at !== i && ACCOUNTS.test(graph.lemma(at))) break;
    if (base === "obl" && graph.childrenBy(head, "obj").some((o) => o < at && ACCOUNTS.test(graph.lemma(o)))) break;
    // "reviewed the summit held in Lima": it was held
    if (base === "obj" && GATHERING.test(graph.lemma(at)) && LOOKED_BACK.has(lemma) && isSaidHeld(graph, at)) break;
    // "a scheme to create a bank": none is there yet
    if (base === "acl" && SCHEME.test(lemma) && graph.childrenBy(at, "mark").some((m) => graph.node(m).lemma === "to"))
      raise("planned", lemma);
    if (base === "acl" && BINDING.test(lemma) && AGAIN.test(graph.lemma(at)) && graph.preposition(at) === "to") raise("planned", lemma);
    if (base === "acl" && ON_THE_WAY.test(lemma) && /^(?:on|in)$/.test(graph.preposition(head)) && graph.childrenBy(head, "cop").length > 0)
      raise("planned", `on ${lemma}`);
    const governed = governedBy(graph, at, head);
    if (governed === "dropped") dropped = true;
    else if (governed) raise(governed, lemma);
    const governor = governorBy(graph, head, base, lexicon);
    const known = governor === null ? undefined : lexicon.governors.get(governor);
    const isAgent = base === "nsubj" && graph.isVerb(head) && !graph.isPassive(head);
    // "offered to serve as mediator", "refused to act as host": what one is "as" is what the verb says
    if (base === "obl" && at > head && graph.preposition(at) === "as" && graph.isVerb(head)) {
      if (known) weigh(lexicon.governors.has(lemma) ? lemma : graph.node(head).lemma.toLowerCase());
      at = head;
      look(head);
      continue;
    }
    const far =
      (base === "obl" || base === "nmod") &&
      !["of", "for", "to", "on", "about", "at", "toward", "towards", "into", "in", "from", "instead of", "without"].includes(
        graph.preposition(at),
      );
    // "on his visit to Peru the minister pressed for": said first, it is where and when
    const scene =
      base === "obl" &&
      ["in", "on", "at", "from"].includes(graph.preposition(at)) &&
      // "were discussed at a meeting of both": where it was, before the verb or behind it
      (at < head || (GATHERING.test(graph.lemma(at)) && graph.preposition(at) !== "from"));
    // an offer or an invitation that is accepted is agreed
    if ((factuality as Factuality) === "proposed" && ACCEPTING.has(lemma) && (base === "obj" || base === "obl")) factuality = "planned";
    // "resolved their differences over the raid": it settles them, it does not intend them
    // "undertook a state visit": it made one
    const settles = /^(?:resolve|undertake)$/.test(lemma) && base !== "xcomp" && base !== "ccomp";
    // "threatened not to attend the summit": a word, and nobody stayed away
    if (lemma === "threaten" && negated && (base === "xcomp" || base === "ccomp")) dropped = true;
    // "announced a visit to Lima": it is still to be made
    if (lemma === "announce" && base === "obj" && TRIP.test(graph.lemma(at))) raise("planned", "announce a visit");
    // "announced the closure of its embassy by the end of the year"
    if (lemma === "announce" && base === "obj" && graph.children(head).some((c) => c > at && isDeadline(graph, c)))
      raise("planned", "by …");
    if (governor && known && !isAgent && !far && !scene && !settles) weigh(governor);
    if ((base === "obl" || base === "nmod") && !known) {
      if (base === "obl" && GATHERING.test(graph.lemma(at)) && /^(?:during|at|for)$/.test(graph.preposition(at)) && isToCome(graph, head))
        raise("planned", "will");
      // "during her visit to Peru she will also meet": both are to come; else a bare circumstance ("after the signing of …") stands on its own
      if (base === "obl" && TRIP.test(graph.lemma(at)) && isOnTheWay(graph, at, head)) raise("planned", "will");
      // "which will lead to the establishment of a commission"
      if (base === "obl" && /^(?:lead|result|culminate)$/.test(lemma) && isToCome(graph, head)) raise("planned", "will");
      if (base === "obl") break;
      at = head;
      continue;
    }
    if (base === "obl" && (far || scene)) {
      if (TRIP.test(graph.lemma(at)) && isOnTheWay(graph, at, head)) raise("planned", "will");
      // "is to be signed during a meeting of both"
      else if (GATHERING.test(graph.lemma(at)) && /^(?:during|at)$/.test(graph.preposition(at)) && isToCome(graph, head))
        raise("planned", "will");
      break;
    }
    // "the recall surprised nobody": what a thing does or leads to says nothing of whether it happened
    if (base === "nsubj" && isAgent && !known && graph.isNoun(at) && lemma !== "be" && graph.supportVerb(at) < 0) break;
    // "the session is to be hosted by"
    if (graph.isVerb(head) && (isToBe(graph, head) || isHeadlineToBe(graph, head))) raise("planned", "is to");
    look(head, at);
    if (base === "nsubj" && !graph.isPassive(head) && !["be"].includes(lemma) && !known && graph.isNoun(i)) {
      at = head;
      continue;
    }
    at = head;
  }
  // "Could the border, shut in 1993, be opened?": what only says more of a noun is not asked
  if (graph.nodes.at(-1)?.text === "?" && !aside) dropped = true;
  if (negated) factuality = "denied";
  return { factuality: dropped ? null : factuality, because };
}

/** The word of the lexicon that rules a clause or noun: the lemma, or before an infinitive the form at hand ("is going to", "is poised to"). */
function governorBy(graph: SentenceGraph, head: number, relation: string, { governors }: Lexicon): string | null {
  const { text, lemma } = graph.node(head);
  const form = text.toLowerCase();
  if (relation === "xcomp" && form !== lemma.toLowerCase() && governors.has(form)) return form;
  return [graph.lemma(head), lemma.toLowerCase()].find((word) => governors.has(word)) ?? null;
}

/** Verbs of what is past already. */
const KEPT_IN_MIND: ReadonlySet<string> = new Set(["forget", "remember", "recall", "commemorate", "cherish", "reciprocate"]);

/** What somebody says of what was done. */
const ACCOUNTS =
  /^(?:reflection|assessment|account|overview|summary|insight|remark|comment|detail|update|briefing|report|explanation|analysis|condolence|congratulation|thank|apology|criticism|praise|glimpse|impression)s?$/i;

const ON_THE_WAY = /^(?:track|course|line|position)$/;

const FAILED = /^(?:failed|abortive|aborted|unsuccessful|stillborn|abandoned|ill-fated)$/;
const SCHEME = /^(?:project|scheme|drive|campaign|idea|blueprint)$/;
/** "an agreement to reopen embassies"; relations that a pact establishes are there with it. */
const BINDING = /^(?:agreement|deal|pact|accord|understanding)$/;
const AGAIN =
  /^(?:restore|resume|reopen|re-open|restart|re-establish|reestablish|normalise|normalize|renew|revive|exchange|swap|send|deploy|withdraw|release|hold|build)$/;
const GATHERING = /^(?:meeting|summit|conference|session|round|talks?|ceremony|consultation|forum|gathering|assembly)$/;

const HELD = /^(?:hold|convene|take place|take|open|begin|start|host|schedule|plan|due|expect|set|slate|meet)$/;

/** "the next summit was held in Lima", "the next round took place": next in a row that is past. */
function wasHeld(graph: SentenceGraph, noun: number): boolean {
  const verb = graph.node(noun).head;
  if (verb < 0 || !graph.isVerb(verb) || !/^(?:hold|convene|take|host|meet|organi[sz]e|follow|come)$/.test(graph.node(verb).lemma))
    return false;
  return graph.node(verb).xpos === "VBD" || graph.childrenBy(verb, "aux").some((a) => /^(?:was|were)$/i.test(graph.node(a).text));
}

const LOOKED_BACK = new Set(["review", "discuss", "examine", "study", "consider"]);

/** "the summit held in Lima" */
function isSaidHeld(graph: SentenceGraph, noun: number): boolean {
  return graph.childrenBy(noun, "acl").some((c) => graph.node(c).xpos === "VBN" && graph.lemma(c) === "hold" && !isToCome(graph, c));
}

/** "would have opened": it did not come to that. */
function isUnreal(graph: SentenceGraph, verb: number): boolean {
  return graph.node(verb).xpos === "VBN" && graph.childrenBy(verb, "aux").some((a) => graph.node(a).text.toLowerCase() === "have");
}

/** Under words of knowing and saying, or as a subject: nobody weighs doing it. */
function isOpenQuestion(graph: SentenceGraph, clause: number): boolean {
  const { head, relation } = graph.node(clause);
  if (head < 0) return true;
  const over = graph.node(head);
  return (
    relation.startsWith("csubj") ||
    OPEN.test(over.lemma) ||
    graph.childrenBy(head, "advmod").some((c) => NEGATIONS.has(graph.node(c).text.toLowerCase()))
  );
}

/** "is not clear if", "do not know if": no condition of anything. */
function isLeftOpen(graph: SentenceGraph, clause: number): boolean {
  const { head } = graph.node(clause);
  return head >= 0 && head < clause && /^(?:know|clear|unclear|uncertain|unknown|ask|wonder|doubt|sure|certain)$/i.test(graph.lemma(head));
}

/** "agreed to talks", "agreed to hold talks": by itself or by the verb over it a plan. */
function isAgreed(graph: SentenceGraph, i: number, lexicon: Lexicon): boolean {
  const { head, relation } = graph.node(i);
  const ruling = relation === "xcomp" && head >= 0 ? [i, head] : [i];
  return ruling.some((n) => lexicon.governors.get(graph.lemma(n)) === "planned");
}
