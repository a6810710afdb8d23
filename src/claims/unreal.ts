import type { SentenceGraph } from "./sentence-graph.ts";

/** What the words around a predicate make of it: turned round, left open, or told by nobody who answers for it. */
export type Unreal = "negated" | "possible" | "untold";

const ALMOST = /^(?:nearly|almost)$/i;
/** "nearly doubled": that much was reached. */
const GROWTH = /^(?:double|triple|treble|quadruple|quintuple|halve|reach|complete|finish|always|exclude|eliminate)$/;
const BEFORE_CONDITION = /^(?:[,;:—–]|and|but|that)$/i;
const UNREAL_MODAL = /^(?:would|could|might|'d)$/i;
/** Words of those who say what they do not answer for. */
const ALLEGED =
  /^(?:claim|allegation|accusation|suggestion|suspicion|fear|worry|belief|myth|notion|concern|assertion|misconception|doubt)$/;
const ALLEGING = /^(?:accuse|suspect|allege|rumou?r|doubt)$/;
const DENYING = /^(?:deny|reject|dismiss|refute|confirm|rebut)$/;
/** Words under which nothing is done, whatever hangs on them. */
const FEIGNING = /^(?:pretend|hesitate)$/;
const SUPPOSING = /^(?:imagine|suppose)$/i;
const BELIEVING = /^(?:believe|think|expect|suppose|imagine|anticipate)$/;
const NOBODY = /^(?:few|nobody|none)$/i;
const SIGNS = /^(?:evidence|proof|sign|indication|hint|suggestion|trace|talk|question)$/;
const SCANT = /^(?:no|little|scant|any)$/i;
/** Nouns whose "no" makes sure: "there is no doubt that". */
const SURE = /^(?:doubt|secret|surprise|wonder|mystery|coincidence|denying|accident)$/;
const MISCARRY = /^(?:fall through|miscarry|founder)$/;
const COME_TRUE = /^(?:materiali[sz]e|happen|occur|eventuate)$/;
const CLAUSES: ReadonlySet<string> = new Set(["acl", "ccomp", "advcl", "xcomp", "csubj"]);

/** Reads what stands around node `at`, a predicate or what governs one; null where nothing takes it back. */
export function readUnreal(graph: SentenceGraph, at: number): Unreal | null {
  const { head, relation, xpos } = graph.node(at);
  if (graph.isVerb(at)) {
    if (isNearly(graph, at) || isInvented(graph, at)) return "untold";
    if (isInvertedCondition(graph, at)) return "negated";
    if (xpos === "VBG" || xpos === "VB") {
      const instead = readReplaced(graph, at);
      if (instead) return instead;
    }
  }
  if (head < 0) return null;
  const base = relation.split(":")[0]!;
  // "ruled out sending": read as a circumstance of the ruling
  if (
    base === "advcl" &&
    xpos === "VBG" &&
    at === head + 2 &&
    /^rule$/.test(graph.node(head).lemma) &&
    /^out$/i.test(graph.node(at - 1).text)
  )
    return "negated";
  // "Were Turkey to leave it, Greece would follow"
  const isWereTo = xpos === "VB" && graph.node(0).text === "Were" && graph.preposition(at) === "to" && head <= at;
  if (isWereTo && graph.nodes.some((n, k) => k > at && UNREAL_MODAL.test(n.text))) return "possible";
  if (isOthersStance(graph, at, head) || isOpenShare(graph, at)) return "untold";
  if (base === "nsubj" && isMiscarried(graph, head)) return "negated";
  return CLAUSES.has(base) && isUntold(graph, at, head) ? "untold" : null;
}

const STANCE =
  /^(?:objection|opposition|resistance|hostility|reservation|worry|support|backing|favou?r|case|question|issue|talk|notion|oppose|object|resist|support|back|mind|fear|imagine|against)$/;

/** "It is not clear what role, if any, Togo played in brokering it": whether it had a part in it is what is asked. */
function isOpenShare(graph: SentenceGraph, at: number): boolean {
  const { head, xpos } = graph.node(at);
  if (!/^(?:play|have)$/.test(graph.lemma(xpos === "VBG" && head >= 0 ? head : at))) return false;
  const asked = graph.nodes.findIndex(
    (n, k) => k < at && /^(?:what|which)$/i.test(n.text) && /^(?:role|part|hand|share|involvement)$/i.test(graph.nodes[k + 1]!.text),
  );
  return (
    asked > 0 && graph.nodes.slice(Math.max(0, asked - 6), asked).some((n) => /^(?:not|n['’]t|unclear|unknown|uncertain)$/i.test(n.text))
  );
}

const isStance = (graph: SentenceGraph, at: number): boolean =>
  STANCE.test(graph.lemma(at)) || (!graph.isVerb(at) && /^(?:veto|block|hold)$/.test(graph.lemma(at)));

/** "its opposition to Togo joining", "opposed Togo joining": what one state thinks of what another is to do tells nothing of that. */
function isOthersStance(graph: SentenceGraph, at: number, head: number): boolean {
  const { xpos, relation } = graph.node(at);
  if (xpos !== "VBG" || head > at || !/^(?:acl|ccomp)$/.test(relation) || !isStance(graph, head)) return false;
  return graph.childrenBy(at, "nsubj").some((s) => s > head && s < at);
}

const INVENTIONS =
  /^(?:novel|novella|film|movie|comic|thriller|sitcom|satire|simulation|wargame|fable|dystopia|screenplay|storyline|plot)$/;

/** "In the novel, Chile invades Peru", "in a war game": nobody says that it happened. */
function isInvented(graph: SentenceGraph, verb: number): boolean {
  return graph
    .childrenBy(verb, "obl")
    .some(
      (n) =>
        /^in$/i.test(graph.preposition(n)) &&
        (INVENTIONS.test(graph.lemma(n)) ||
          (graph.lemma(n) === "game" &&
            graph.childrenBy(n, "compound").some((c) => /^(?:war|video|computer|board)$/i.test(graph.node(c).text)))),
    );
}

/** "It goes without saying that": what follows is taken for granted, not denied. */
function goesWithoutSaying(graph: SentenceGraph, at: number): boolean {
  return /^(?:say|question|mention)$/.test(graph.lemma(at)) && /^(?:goes|went|go|passes)$/i.test(graph.nodes[at - 2]?.text ?? "");
}

/** "If Chile had invaded, Britain would have stayed": the condition was not met. */
export function isContraryToFact(graph: SentenceGraph, at: number): boolean {
  if (graph.node(at).xpos !== "VBN" || !graph.childrenBy(at, "aux").some((c) => /^had$/i.test(graph.node(c).text))) return false;
  return graph.nodes.some((n, k) => UNREAL_MODAL.test(n.text) && graph.nodes.slice(k + 1, k + 4).some((h) => /^have$/i.test(h.text)));
}

/** "no doubt that": the "no" of it does not deny what follows. */
export function isSureWithout(graph: SentenceGraph, noun: number): boolean {
  return SURE.test(graph.lemma(noun));
}

function isNearly(graph: SentenceGraph, at: number): boolean {
  if (GROWTH.test(graph.lemma(at))) return false;
  let k = at - 1;
  while (k >= 0 && graph.node(k).upos === "AUX") k--;
  return k >= 0 && ALMOST.test(graph.node(k).text);
}

/** "Had Serbia recognised it, Kosovo would", not "only then had Serbia recognised it". */
function isInvertedCondition(graph: SentenceGraph, at: number): boolean {
  const had = graph.childrenBy(at, "aux").find((c) => c < at && /^had$/i.test(graph.node(c).text));
  if (had === undefined || (had > 0 && !BEFORE_CONDITION.test(graph.node(had - 1).text))) return false;
  if (!graph.childrenBy(at, "nsubj").some((s) => had < s && s < at)) return false;
  return graph.nodes.some((n) => UNREAL_MODAL.test(n.text));
}

/** "rather than close", "far from closing", "stopped short of closing", "close to closing", "on the brink of closing". */
function readReplaced(graph: SentenceGraph, at: number): Unreal | null {
  let k = at - 1;
  while (k > 0 && graph.node(k).upos === "ADV" && !/^(?:than|rather)$/i.test(graph.node(k).text)) k--;
  if (k < 1) return null;
  const pair = `${graph.node(k - 1).text} ${graph.node(k).text}`.toLowerCase();
  if (pair === "rather than" || pair === "short of") return graph.preposition(at) === pair ? null : "negated";
  if (pair === "far from") return "negated";
  if (pair === "close to") return "untold";
  return /^(?:verge|brink|cusp|point) of$/.test(pair) ? "possible" : null;
}

/** "The plan fell through", "came to nothing", "never materialised". */
function isMiscarried(graph: SentenceGraph, verb: number): boolean {
  const lemma = graph.lemma(verb);
  if (MISCARRY.test(lemma) || (lemma === "fall" && graph.nodes[verb + 1]?.text === "through")) return true;
  if (lemma === "come") return graph.childrenBy(verb, "obl").some((c) => /^(?:nothing|naught|nought)$/i.test(graph.node(c).text));
  return COME_TRUE.test(lemma) && graph.childrenBy(verb, "advmod").some((c) => /^(?:never|not|n['’]t)$/i.test(graph.node(c).text));
}

/** Under words that allege, doubt or find no sign: nothing is told to have happened. */
function isUntold(graph: SentenceGraph, at: number, head: number): boolean {
  const lemma = graph.lemma(head);
  // "Claims that", read as a verb at the head of the sentence
  const isHeading = head === 0 && /^(?:claims|reports|fears|doubts|worries)$/i.test(graph.node(0).text);
  if (graph.isVerb(head) && !isHeading) {
    if (ALLEGING.test(lemma) || FEIGNING.test(lemma) || (head === 0 && SUPPOSING.test(graph.node(0).text))) return true;
    if (BELIEVING.test(lemma))
      return graph.childrenBy(head, "nsubj", "amod").some((c) => NOBODY.test(graph.node(c).text) && graph.children(c).length === 0);
    // "has neither confirmed nor denied"
    return lemma === "deny" && /^nor$/i.test(graph.node(Math.max(0, head - 1)).text);
  }
  if (!isThatClause(graph, at)) return false;
  if (graph.childrenBy(head, "det", "amod").some((c) => SCANT.test(graph.node(c).text))) return SIGNS.test(lemma);
  const over = graph.node(head).head;
  if (over >= 0 && DENYING.test(graph.lemma(over)) && graph.node(head).relation.startsWith("obj")) return false;
  return ALLEGED.test(lemma) || (lemma === "report" && /^reports$/i.test(graph.node(head).text));
}

/** "no proof that Iran sold missiles": "that" opens the clause, whether it is read so or as a second object. */
export function isThatClause(graph: SentenceGraph, at: number): boolean {
  const opening = graph.children(at).find((c) => graph.node(c).text.toLowerCase() === "that" && c < at);
  if (opening === undefined) return false;
  if (graph.node(opening).relation === "mark") return true;
  return graph.childrenBy(at, "obj").some((c) => c > at) && graph.childrenBy(at, "nsubj").some((c) => c !== opening);
}

/** "without opening one", "has been without an ambassador": node `at` behind "without" is what is not there. */
export function saysWithout(graph: SentenceGraph, at: number, relation: string | undefined): boolean {
  const isSaid = relation === "mark" || (relation === "case" && graph.childrenBy(at, "cop").length > 0);
  return isSaid && !goesWithoutSaying(graph, at);
}
