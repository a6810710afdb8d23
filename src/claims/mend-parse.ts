import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { giveSubjectsToAsClauses, readFormsBeforeSubjects } from "./mend-as-clauses.ts";
import { DESTINATION_PASSES } from "./mend-destinations.ts";
import { HOMEWARD_PASSES } from "./mend-homeward.ts";
import { foldKindsBeforeLists } from "./mend-kinds-before-lists.ts";
import { ORDER_PASSES } from "./mend-order.ts";
import { bindReachedPacts } from "./mend-reached.ts";
import { nameBeforeSecondTitles } from "./mend-second-titles.ts";
import { STAND_IN_PASSES } from "./mend-stand-ins.ts";
import { SUBJECT_PASSES, tagAcronyms } from "./mend-subjects.ts";
import { WISH_PASSES } from "./mend-wishes.ts";
import { TRIP_PASSES } from "./mend-wrapped-trips.ts";
import { base } from "./slot-map.ts";

const MODIFIERS: ReadonlySet<string> = new Set(["nummod", "compound", "amod", "det"]);

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP"]);
const SPANS = /^(?:year|decade|century|time|way|morning|evening|night|afternoon|summer|winter|spring|autumn|weekend|moment|season)s?$/i;
const COMERS =
  /^(?:colleague|counterpart|minister|leader|president|official|delegate|delegation|representative|diplomat|lawmaker|parliamentarian|envoy|head|chief|ambassador|expert|participant|director)s?$/i;
const AWAY = /^(?:withdraw|recall|expel|deport|remove|evacuate|bring|return|pull|come|go|travel|fly|arrive|receive|get|obtain)$/i;
const THINGS_DONE = /^(?:sign|conclude|ratify|initial|negotiate|renew|terminate|reach)$/i;
const WEIGHING = /^(?:consider|mull|contemplate|discuss|suggest|propose|recommend|avoid|postpone|delay|advocate|oppose|favou?r)$/i;
const TIMES = /^(?:hour|day|week|month|minute)s?$/i;

/** The nodes of a sentence while they are mended. */
export interface Draft {
  readonly nodes: Node[];
  /** A noun or name that means an actor or a place. */
  isActor(n: Node): boolean;
  /** Whether an actor or a place is named there, whatever the word was read as. */
  isNamed(n: Node): boolean;
  /** Makes a proper noun of a word. */
  retag(i: number): void;
  isOffice(n: Node): boolean;
  /** Hangs node `i` on `head`. */
  set(i: number, head: number, relation: string): void;
  /** The first node that hangs on `i` by one of the relations, with or without subtype; -1 where there is none. */
  childOf(i: number, ...relations: string[]): number;
}

const isDate = (n: Node | undefined): boolean => n?.unit?.kind === "date";

/**
 * Mends what a parse may not say, whoever made it: a preposition belongs to the noun after it, not to that noun's number; a
 * date is no part of the name beside it ("In May 2011 Kenya sent", "from Haiti last month"); a name with no preposition
 * before a verb that has no subject is its subject. What is right already stays as it is.
 */
export function mendParse(parse: Parse, mentions: readonly Mention[]): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  const isNamed = (n: Node): boolean =>
    mentions.some((m) => m.start < n.end && m.end > n.start && (m.actors.length > 0 || m.kind === "place"));
  const draft: Draft = {
    nodes,
    isActor: (n) => (n.upos === "NOUN" || n.upos === "PROPN") && isNamed(n),
    isNamed,
    isOffice: (n) => mentions.some((m) => m.start < n.end && m.end > n.start && (m.form === "office" || m.form === "person")),
    retag(i) {
      nodes[i] = { ...nodes[i]!, upos: "PROPN", xpos: "NNP" };
      changed = true;
    },
    set(i, head, relation) {
      nodes[i] = { ...nodes[i]!, head, relation };
      changed = true;
    },
    childOf: (i, ...relations) => nodes.findIndex((n) => n.head === i && relations.includes(base(n.relation))),
  };
  for (const pass of PASSES) pass(draft);
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** Passes of their own, not one long function: a compiler is soon done with each. */
const PASSES: readonly ((draft: Draft) => void)[] = [
  tagAcronyms,
  nameBeforeSecondTitles,
  freeNumbers,
  countRoughly,
  joinNouns,
  foldKindsBeforeLists,
  ...ORDER_PASSES,
  ...HOMEWARD_PASSES,
  ...TRIP_PASSES,
  ...WISH_PASSES,
  nameFrontedSubjects,
  freeNamesBeforeVerbs,
  nameBeforeCopulas,
  nameNeighbours,
  shareDates,
  bindGappedTimes,
  bindFollowing,
  nameComersFrom,
  ...DESTINATION_PASSES,
  nameLaterSubjects,
  nameBareObjects,
  openTimeClauses,
  giveSubjectsToAsClauses,
  readFormsBeforeSubjects,
  bindReachedPacts,
  ...SUBJECT_PASSES,
  ...STAND_IN_PASSES,
];

/** "met her colleagues from Ghana", "heads of state from Mali and Chad came": those who come from there, unless the verb takes them away. */
function nameComersFrom({ nodes, isActor, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const link = childOf(i, "case");
    if (!/^(?:obl|nmod)$/.test(node.relation) || node.head > link || link < 2 || !/^from$/i.test(nodes[link]!.text) || !isActor(node))
      return;
    const isGathered = nodes.some((n) => n.head === node.head && /^together$/i.test(n.text));
    if (AWAY.test(nodes[node.head]!.lemma) && !isGathered) return;
    let at = link - 1;
    while (at > node.head && !(COMERS.test(nodes[at]!.lemma) && nodes[at]!.upos === "NOUN") && nodes[at]!.head > node.head)
      at = nodes[at]!.head;
    if (at >= link || at <= node.head || !COMERS.test(nodes[at]!.lemma) || nodes[at]!.upos !== "NOUN") return;
    if (!nodes.slice(at, link).some((n) => n.text === ",")) set(i, at, "nmod");
  });
}

const GATHERED = /^(?:meeting|summit|retreat|session|conference|forum|dialogue|week)$/i;

/**
 * "provided development assistance grants": of two plain nouns side by side as objects the first only says of what sort the second is.
 * "the Forum Leaders meeting ended": a noun has no subject in the subject of another verb.
 */
function joinNouns({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const next = nodes[i + 1];
    if (node.relation === "nsubj" && node.head === i + 1 && next?.relation.startsWith("nsubj") && GATHERED.test(next.text)) {
      if (/^NN/.test(node.xpos) && /s$/.test(node.text) && childOf(i + 1, "cop") < 0) set(i, i + 1, "compound");
      return;
    }
    if (node.relation !== "obj" || next?.relation !== "obj" || node.head !== next.head || node.head > i) return;
    if (node.upos === "NOUN" && next.upos === "NOUN" && !node.unit && !next.unit) set(i, i + 1, "compound");
  });
}

/** "took place in Lima in May 1997, and the second in Quito in July 1998": a noun joined to a verb is a clause without its verb, and has its own time. */
function bindGappedTimes({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    if (
      node.relation !== "conj" ||
      !/^(?:ADJ|NOUN|NUM|PRON)$/.test(node.upos) ||
      nodes[node.head]?.upos !== "VERB" ||
      childOf(i, "cop") >= 0
    )
      return;
    const clear = !nodes.some((n, k) => k > i && (n.upos === "VERB" || /^[,;]$/.test(n.text)) && n.head === node.head);
    if (!clear || !nodes.some((n, k) => k < i && k > node.head && n.head === node.head && isDate(n))) return;
    nodes.forEach((n, k) => {
      if (k > i && n.head === node.head && isDate(n)) set(k, i, "nmod");
    });
  });
}

/** "claims about half of it": "about" only makes the part rough, which is the verb's object. */
function countRoughly({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const about = nodes[i - 1];
    if (!/^(?:half|thirds?|quarters?|fifths?)$/i.test(node.text) || !/^(?:about|around|over)$/i.test(about?.text ?? "")) return;
    if (node.relation !== "obl" || about!.head !== i || nodes[node.head]?.upos !== "VERB" || childOf(node.head, "obj") >= 0) return;
    set(i - 1, i, "advmod");
    set(i, node.head, "obj");
  });
}

/** "joined the United Nations the next month": an actor behind a verb in the active without a preposition is its object. */
function nameBareObjects({ nodes, isActor, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const verb = node.head >= 0 && node.head < i ? nodes[node.head] : undefined;
    if (node.relation !== "obl" || verb?.upos !== "VERB" || verb.xpos === "VBN" || !isActor(node) || isDate(node)) return;
    if (childOf(i, "case") >= 0 || childOf(node.head, "obj") >= 0 || childOf(node.head, "aux:pass") >= 0) return;
    for (let k = node.head + 1; k < i; k++) if (nodes[k]!.upos !== "DET" && nodes[k]!.upos !== "ADJ") return;
    set(i, node.head, "obj");
  });
}

/** Prepositions, numbers and dates in front: each belongs to its noun, and what was hung on a date or a number to the verb. */
function freeNumbers({ nodes, isActor, isOffice, set, childOf }: Draft): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const head = node.head >= 0 ? nodes[node.head] : undefined;
    if (!head) continue;
    // "of four hundred soldiers", "by Ms Lindt": the preposition hung on the number or the title
    const isBefore = MODIFIERS.has(base(head.relation)) || head.relation === "nmod:desc";
    if (node.relation === "case" && node.head > i && isBefore && head.head > node.head) {
      const noun = nodes[head.head]!;
      if (["NOUN", "PROPN"].includes(noun.upos) && !isDate(noun)) set(i, head.head, "case");
    }
    // "In May 2021 Canada": the preposition hung on a word behind its own
    if (node.relation === "case" && node.head > i + 1 && !isDate(head)) {
      let next = i + 1;
      while (next < node.head && ["DET", "ADJ", "NUM"].includes(nodes[next]!.upos) && !isDate(nodes[next])) next++;
      const own = nodes[next]!;
      const free = next < node.head && (isDate(own) || isActor(own)) && own.head !== node.head && childOf(next, "case") < 0;
      if (free && !MODIFIERS.has(base(own.relation)) && own.relation !== "nmod:poss") set(i, next, "case");
    }
    // "offered to chair": what follows "to" is no place
    if (
      node.upos === "VERB" &&
      node.relation === "obl" &&
      head.upos === "VERB" &&
      nodes.some((c) => c.head === i && c.relation === "mark" && /^to$/i.test(c.text))
    )
      set(i, node.head, "xcomp");
    // "handed the Kenyan president an invitation": an article of its own parts the thing from the person before it
    const apart = nodes.some((d, k) => k > i && k < node.head && d.head === node.head && d.relation === "det");
    // "gave the Laotian ambassador 72 hours", "declared the ambassador persona non grata": one who holds an office is no adjective
    if (
      node.relation === "amod" &&
      node.head > i &&
      (TIMES.test(head.lemma) || /non grata/i.test(head.text) || apart) &&
      isOffice(node) &&
      head.head >= 0
    ) {
      const given = TIMES.test(head.lemma) || apart;
      for (let k = 0; k < i; k++) if (nodes[k]!.head === node.head && nodes[k]!.relation === "det") set(k, i, "det");
      set(i, head.head, given ? "iobj" : "obj");
      if (!given) set(nodes.indexOf(head), head.head, "xcomp");
    }
    // "four hundred Kenyan soldiers": the number is not the head
    const counted = nodes[i + 1];
    if (
      counted?.head === i &&
      node.upos === "NUM" &&
      !isDate(node) &&
      ["NOUN", "PROPN"].includes(counted.upos) &&
      ["nmod", "amod", "appos"].includes(base(counted.relation)) &&
      childOf(i + 1, "case") < 0
    ) {
      for (let k = 0; k < nodes.length; k++)
        if (nodes[k]!.head === i && k !== i + 1 && !["nummod", "compound"].includes(nodes[k]!.relation)) set(k, i + 1, nodes[k]!.relation);
      set(i + 1, node.head, node.relation);
      set(i, i + 1, "nummod");
      continue;
    }
    // "from Haiti last month", "signed a treaty last year": the name or noun hung on the date
    if (
      (isActor(node) || node.upos === "NOUN") &&
      isDate(head) &&
      node.head > i &&
      ["compound", "amod", "nmod", "flat"].includes(base(node.relation))
    ) {
      const date = node.head;
      const above = head.head;
      if (above < 0 || above === i) continue;
      for (let k = 0; k < nodes.length; k++)
        if (k < i && nodes[k]!.head === date && nodes[k]!.relation !== "punct") set(k, i, nodes[k]!.relation);
      const argument = /^(?:obj|nsubj)/.test(head.relation) && childOf(i, "case") < 0;
      set(i, above, argument ? head.relation : "obl");
      set(date, above, "obl:unmarked");
    }
    // "In May 2011 Kenya sent": the date hung on the name
    if (isDate(node) && isActor(head) && node.head === i + 1 && ["compound", "amod", "nummod"].includes(base(node.relation))) {
      const name = node.head;
      const above = head.head;
      if (above < 0) continue;
      for (let k = 0; k < i; k++) if (nodes[k]!.head === name && nodes[k]!.relation === "case") set(k, i, "case");
      set(i, above, "obl");
    }
  }
}

/** "In 2011 Kenya named": a bare name before a verb without a subject. */
function nameFrontedSubjects({ nodes, isActor, set, childOf }: Draft): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const verb = node.head >= 0 ? nodes[node.head] : undefined;
    if (!verb || node.head <= i || verb.upos !== "VERB" || !/^(?:obl|advmod)$/.test(node.relation) || !isActor(node) || isDate(node))
      continue;
    if (childOf(i, "case", "mark") >= 0 || childOf(node.head, "nsubj") >= 0) continue;
    if (["VBG", "VB"].includes(verb.xpos) && childOf(node.head, "aux") < 0) continue;
    const passive = nodes.some((n) => n.head === node.head && n.relation === "aux:pass");
    set(i, node.head, passive ? "nsubj:pass" : "nsubj");
  }
}

/** "With Japanese help Laos built", "Turkish artillery shelled": a name right before a verb is its subject, an adjective before a noun that noun's. */
function freeNamesBeforeVerbs({ nodes, isActor, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const over = nodes[node.head];
    if (!over) return;
    // no adjective is said of a finite verb
    if (
      node.relation === "amod" &&
      over.upos === "VERB" &&
      node.head > i + 1 &&
      nodes[i + 1]!.upos === "NOUN" &&
      nodes[i + 1]!.head === node.head
    )
      set(i, i + 1, "amod");
    const verb = nodes[i + 1];
    if (verb?.upos !== "VERB" || !FINITE.has(verb.xpos) || !isActor(node) || isDate(node) || node.head > i) return;
    if (!/^(?:nmod:unmarked|nmod|flat|appos|dep|conj)$/.test(node.relation) || over.head !== i + 1 || over.relation !== "obl") return;
    if (childOf(i, "case", "cc") < 0 && childOf(i + 1, "nsubj") < 0) set(i, i + 1, "nsubj");
  });
}

/** "Unlike most of its neighbours Togo is a member", "In the north Chad was at war": a bare name right before "is" is what it is said of. */
function nameBeforeCopulas({ nodes, isActor, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const copula = nodes[i + 1];
    if (i === 0 || !copula || !/^(?:is|are|was|were|remains?|remained)$/i.test(copula.text) || !isActor(node) || isDate(node)) return;
    const said = copula.relation === "cop" ? copula.head : -1;
    if (said <= i || node.upos !== "PROPN" || nodes[i - 1]!.upos === "ADP" || nodes[i - 1]!.text === ",") return;
    const isElsewhere = node.relation === "nsubj" && node.head >= 0 && node.head < i && nodes[node.head]!.upos !== "VERB";
    if (!isElsewhere && !/^(?:obl|nmod|appos|flat|dep|nmod:unmarked|obl:unmarked)$/.test(node.relation)) return;
    if (childOf(i, "case", "cc") >= 0) return;
    if (childOf(said, "nsubj", "csubj", "expl") < 0) set(i, said, "nsubj");
  });
}

/** A bare name beside its verb is its object or subject; a phrase with a preposition is no second subject. */
function nameNeighbours({ nodes, isActor, set, childOf }: Draft): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const verb = node.head >= 0 ? nodes[node.head] : undefined;
    if (!verb) continue;
    const bare = isActor(node) && !isDate(node) && childOf(i, "case") < 0;
    const finite = FINITE.has(verb.xpos) && verb.upos === "VERB";
    // "recognised Palestine earlier this month": a bare name right behind the verb is its object
    if (bare && node.relation === "obl" && verb.upos === "VERB" && node.head === i - 1 && childOf(node.head, "obj") < 0)
      set(i, node.head, "obj");
    // "Colombia bombs a camp": no name is part of a finite verb
    else if (
      bare &&
      finite &&
      node.head === i + 1 &&
      ["compound", "amod", "nummod"].includes(node.relation) &&
      childOf(node.head, "nsubj") < 0
    )
      set(i, node.head, "nsubj");
    // "Samoa's term as chair ended": a phrase with a preposition is no second subject
    else if (node.relation === "nsubj" && verb.upos === "VERB" && nodes.some((c, k) => k < i && c.head === i && c.relation === "case")) {
      const other = nodes.findIndex((c, k) => k < i && c.head === node.head && c.relation === "nsubj");
      if (other >= 0) set(i, other, "nmod");
    }
  }
}

/** "recognised it in 1983 and withdrew recognition in 2004": each verb has its own date. */
function shareDates({ nodes, set }: Draft): void {
  for (let i = 0; i < nodes.length; i++) {
    const verb = nodes[i]!.head;
    if (!isDate(nodes[i]) || verb < 0 || nodes[verb]!.upos !== "VERB" || !nodes[i]!.relation.startsWith("obl")) continue;
    const later = nodes.findLastIndex((w, k) => k > verb && k < i && w.head === verb && w.relation === "conj" && w.upos === "VERB");
    const dated = nodes.some((d, k) => k < later && k !== i && d.head === verb && isDate(d));
    if (later >= 0 && dated) set(i, later, nodes[i]!.relation);
  }
}

/** What stands behind a verb or a noun: its object, those who come from there, its date, what was done to it. */
function bindFollowing({ nodes, isActor, set, childOf }: Draft): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const verb = node.head >= 0 ? nodes[node.head] : undefined;
    if (!verb) continue;
    // "proposed to Portugal the establishment of relations": a bare noun with an article behind a verb without an object
    if (
      node.relation === "obl" &&
      node.upos === "NOUN" &&
      node.head < i &&
      verb.upos === "VERB" &&
      verb.xpos !== "VBN" &&
      !isDate(node) &&
      !TIMES.test(node.lemma) &&
      !SPANS.test(node.lemma) &&
      childOf(i, "det") >= 0 &&
      childOf(i, "case", "mark") < 0 &&
      childOf(node.head, "obj") < 0
    )
      set(i, node.head, "obj");
    // "had an embassy in Jakarta since 1996": a date is no part of the name before it
    if (isDate(node) && node.head === i - 1 && isActor(verb) && node.relation === "flat" && verb.head >= 0) {
      let above = verb.head;
      while (above >= 0 && nodes[above]!.upos !== "VERB" && !/^(?:appos|acl:relcl)$/.test(nodes[above]!.relation))
        above = nodes[above]!.head;
      if (above >= 0) set(i, above, "obl:unmarked");
    }
    // "an agreement between Spain and Morocco, signed in 1983": it is the agreement that was signed
    if (node.relation === "acl" && node.xpos === "VBN" && THINGS_DONE.test(node.lemma) && isActor(verb) && verb.relation === "nmod") {
      const thing = nodes[verb.head]!;
      if (thing.upos === "NOUN" && !isActor(thing)) set(i, verb.head, "acl");
    }
    // "mulls leaving": what is weighed is no circumstance
    if (node.relation === "advcl" && node.xpos === "VBG" && node.head === i - 1 && WEIGHING.test(verb.lemma)) set(i, node.head, "xcomp");
    // "the president toured Brazil": no name is part of another across a verb without a subject
    if (isActor(node) && node.head > i + 1 && ["amod", "compound", "nummod"].includes(node.relation)) {
      const across = nodes.findIndex((n, v) => v > i && v < node.head && n.upos === "VERB" && FINITE.has(n.xpos));
      if (across >= 0 && childOf(across, "nsubj") < 0 && !nodes.slice(i + 1, across).some((n) => n.relation === "punct")) {
        for (let k = 0; k < i; k++) if (nodes[k]!.head === node.head && nodes[k]!.relation === "det") set(k, i, "det");
        set(i, across, "nsubj");
      }
    }
    // "become the next state to open", "the third country, after Peru, to open": what follows a ranked noun says what it is the next to do
    if (node.relation === "advcl" && node.xpos === "VB" && /^to$/i.test(nodes[i - 1]?.text ?? "")) {
      const isRanked = (k: number): boolean =>
        nodes.some((c) => c.head === k && /^(?:first|second|third|fourth|fifth|sixth|\p{L}+th|last|latest|next|only)$/iu.test(c.text));
      const noun = nodes.findLastIndex(
        (n, k) => k < i - 1 && n.head === node.head && n.upos === "NOUN" && /^(?:xcomp|obj)$/.test(n.relation),
      );
      if (noun >= 0 && (noun === i - 2 || verb.lemma === "become") && isRanked(noun)) set(i, noun, "acl");
    }
  }
}

/** "…, and Brazil sends observers": a bare name between "and" and a finite verb without a subject. */
function nameLaterSubjects({ nodes, isActor, set, childOf }: Draft): void {
  for (let i = 1; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.upos !== "VERB" || !FINITE.has(node.xpos) || childOf(i, "nsubj") >= 0) continue;
    // "and its foreign minister, Ana Example, called"
    const isAside =
      nodes[i - 1]!.text === "," && nodes[i - 3]?.text === "," && nodes[i - 2]!.relation === "appos" && nodes[i - 2]!.head === i - 4;
    const at = isAside ? i - 4 : i - 1;
    const name = nodes[at];
    if (name?.relation !== "conj" || name.head === i) continue;
    // "and the first resident ambassador"
    let first = at;
    while (first > 1 && nodes[first - 1]!.head === at && /^(?:det|amod)$/.test(nodes[first - 1]!.relation)) first--;
    if (isActor(name) && /^(?:and|but|;)$/i.test(nodes[first - 1]?.text ?? "") && childOf(at, "case") < 0) set(at, i, "nsubj");
  }
}

const TIME_WORD = /^(?:after|before|since|until|once|as)$/i;
/** Behind a participle that is none: "after Qatar mediated between". */
const GOING_ON = /^(?:between|with|to|for|from|against|into|out|up)$/i;

/** "after Qatar mediated between the two": a bare name behind "after" and a past form that goes on are a clause, no participle. */
function openTimeClauses({ nodes, isActor, set }: Draft): void {
  for (let i = 1; i + 2 < nodes.length; i++) {
    const verb = nodes[i + 1]!;
    const name = nodes[i]!;
    const time = nodes[i - 1]!;
    if (verb.xpos !== "VBN" || verb.relation !== "acl" || verb.head !== i || name.head < 0 || (time.head !== i && time.head !== name.head))
      continue;
    if (!TIME_WORD.test(time.text) || name.upos !== "PROPN" || !isActor(name) || !GOING_ON.test(nodes[i + 2]!.text)) continue;
    const { head } = name;
    set(i + 1, head, "advcl");
    nodes[i + 1] = { ...nodes[i + 1]!, xpos: "VBD" };
    set(i, i + 1, "nsubj");
    set(i - 1, i + 1, "mark");
  }
}
