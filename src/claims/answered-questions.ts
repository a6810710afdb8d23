import type { Document } from "../document/document.ts";
import { readTurnLabel } from "../document/turn-label.ts";
import type { DateExpression } from "../language/date-expression.ts";
import type { Node, Parse, Sentence } from "../language/sentence.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { codePlover } from "./plover.ts";

/** What was answered to a question that asks whether something is so, and in which sentence. */
export interface Answer {
  readonly isYes: boolean;
  readonly sentence: Sentence;
}

const SHORT_SUBJECT = "(?:we|i|you|it|he|she|they|that|this|there)";
const VERB = "(?:have|has|had|do|does|did|is|are|was|were|will|would)";
const END = "(?=\\s*(?:[.,;:!—–-]|$))";
/** "No.", "We have not.", "That is not true.", "Not yet." */
const NO = new RegExp(
  `^(?:no${END}|(?:no,? )?${SHORT_SUBJECT} (?:${VERB} not|${VERB.replace("will", "wo")}n['’]t|${VERB} never|cannot)${END}|(?:that|this|it)(?: is|['’]s| was)(?: (?:simply|absolutely|completely))? (?:not (?:true|so|correct|accurate|the case)|n['’]t (?:true|so)|false|untrue|incorrect|baseless|wrong)${END}|not (?:yet|at all|so|true|so far|to my knowledge)${END}|(?:these|those|such) (?:reports|rumou?rs) are (?:not true|false|untrue|baseless)${END}|absolutely not${END}|certainly not${END}|never${END})`,
  "i",
);
/** "Yes.", "She did, on Tuesday.", "That is correct." */
const YES = new RegExp(
  `^(?:yes${END}|indeed${END}|correct${END}|certainly${END}|of course${END}|(?:yes,? )?${SHORT_SUBJECT} (?:indeed )?${VERB}(?: indeed)?${END}|(?:that|this|it)(?: is|['’]s) (?:true|right|correct|so|the case)${END}|I (?:can|do) confirm (?:that|it)${END})`,
  "i",
);

/** How the question in sentence `i` is answered, in the words right behind it or by whoever speaks next; null where it is not, or not with yes or no. */
export function answerTo(document: Document, sentences: readonly Sentence[], i: number): Answer | null {
  const wordsOf = ({ start, end }: Sentence): string => document.text.slice(start, end).trim();
  if (!wordsOf(sentences[i]!).endsWith("?")) return null;
  let next = i + 1;
  const label = sentences[next] && readTurnLabel(`${wordsOf(sentences[next]!)} `);
  if (label) {
    if (label.kind !== "answer") return null;
    next++;
  }
  const answer = sentences[next];
  if (!answer || (!label && answer.block !== sentences[i]!.block)) return null;
  const words = wordsOf(answer);
  if (NO.test(words)) return { isYes: false, sentence: answer };
  return YES.test(words) ? { isYes: true, sentence: answer } : null;
}

const ASKING_FOR_WORD: ReadonlySet<string> = new Set(["confirm", "say", "tell", "comment"]);

/**
 * What a question asks about, as if it were stated: "Has Kenya withdrawn its troops?" → "has Kenya withdrawn its troops." Null for
 * questions that ask who, when or why.
 */
export function asStated(parse: Parse): Parse | null {
  const { nodes } = parse;
  const last = nodes.findLastIndex((n) => n.text === "?");
  let root = nodes.findIndex((n) => n.head < 0);
  if (last < 0 || root < 0) return null;
  if (nodes.some((n, i) => /^(?:WP|WP\$|WRB|WDT)$/.test(n.xpos) && i < root && nodes[n.head]?.relation === "root")) return null;
  // "Is it true that", "Can you confirm that": what is asked stands in the clause
  const clause = nodes.findIndex((n) => n.head === root && /^(?:ccomp|csubj|advcl)/.test(n.relation));
  const over = nodes[root]!.lemma.toLowerCase();
  const isWrapped = clause > root && (over === "true" || over === "correct" || ASKING_FOR_WORD.has(over));
  if (!isWrapped && !isInverted(nodes, root)) return null;
  if (isWrapped) root = clause;
  const within = new Set(nodes.map((_, i) => i).filter((i) => i === root || reaches(nodes, i, root)));
  return {
    ...parse,
    nodes: nodes.map((n, i): Node => {
      if (i === root) return { ...n, head: -1, relation: "root" };
      if (i === last) return { ...n, text: ".", lemma: ".", head: root, relation: "punct" };
      return within.has(i) || !isWrapped ? n : { ...n, head: root, relation: "punct", upos: "PUNCT", xpos: "." };
    }),
  };
}

/** "Has Kenya", "Did the minister", "Is it": the auxiliary stands before the subject. */
function isInverted(nodes: readonly Node[], root: number): boolean {
  const subject = nodes.findIndex((n) => n.head === root && /^(?:nsubj|expl)/.test(n.relation));
  const auxiliary = nodes.findIndex((n, i) => (n.head === root && /^(?:aux|cop)/.test(n.relation)) || (i === root && n.lemma === "be"));
  return auxiliary >= 0 && subject > auxiliary;
}

function reaches(nodes: readonly Node[], from: number, to: number): boolean {
  let at = from;
  for (let steps = 0; steps < nodes.length && at >= 0; steps++) {
    if (at === to) return true;
    at = nodes[at]!.head;
  }
  return false;
}

/** A claim that was asked about, as the answer has it: denied by a no; dated by what a yes adds ("She did, on Tuesday"). */
export function answered(claim: Claim, { isYes }: Answer, dates: readonly DateExpression[]): Claim | null {
  if (claim.factuality === "denied") return null;
  const factuality = isYes ? claim.factuality : "denied";
  const [said] = dates.filter((d) => d.role === "time");
  const date = claim.date.edtf === null && said ? { edtf: said.edtf, text: said.text, basis: "context" as const } : claim.date;
  const event = codePlover(claim.type, claim.phase, factuality, claim.details);
  const plover = claim.plover.mode && event ? { event, mode: claim.plover.mode } : { event };
  const changed: Claim = { ...claim, factuality, date, plover };
  return { ...changed, id: claimId(changed) };
}
