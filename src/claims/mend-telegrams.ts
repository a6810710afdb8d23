import type { Node, Parse } from "../language/sentence.ts";

/** Verbs that chronicles leave the auxiliary of out, with the words of which one must follow: "Chad readmitted to the League". */
const DONE_TO: ReadonlyMap<string, RegExp> = new Map([
  ["admit", /^(?:to|into|as)$/],
  ["readmit", /^(?:to|into|as)$/],
  ["accept", /^(?:into|as)$/],
  ["elect", /^(?:to|as|by)$/],
  ["re-elect", /^(?:to|as|by)$/],
  ["suspend", /^(?:from|by|after|for|over)$/],
  ["expel", /^(?:from|by)$/],
  ["exclude", /^(?:from|by)$/],
  ["remove", /^(?:from|by)$/],
  ["bar", /^(?:from|by)$/],
  ["recognise", /^(?:by|as)$/],
  ["recognize", /^(?:by|as)$/],
  ["invite", /^(?:to|by)$/],
  ["add", /^to$/],
  ["attack", /^(?:by|with)$/],
  ["invade", /^by$/],
  ["occupy", /^by$/],
]);
/** Verbs that are of nothing but plans: without an object the plan is their subject. */
const CALLED_OFF = /^(?:postpone|cancel|shelve|scrap|abandon|delay|abort)$/;
const OFF = /^(?:put|call)$/;

/** What is done to things of states, which do nothing themselves: "Embargo lifted", "Ties restored", "Border shut". */
const THINGS =
  /^(?:embargo|sanction|ban|blockade|restriction|tariff|visa|suspension|freeze|curfew|border|frontier|crossing|checkpoint|embass(?:y|ies)|consulate|legation|mission|office|post|agreement|accord|treaty|pact|memorandum|mou|protocol|convention|deal|ceasefire|truce|armistice|relation|tie|link|flight|ambassador|envoy|diplomat|consul|membership|alliance|loan|aid|troop|contingent|force|contract)s?$/i;
const DONE =
  /^(?:lift|ease|remove|impose|introduce|extend|renew|sign|ratify|initial|conclude|agree|restore|re-establish|reestablish|establish|normali[sz]e|resume|sever|cut|suspend|freeze|close|shut|reopen|open|seal|abolish|withdraw|revoke|expel|recall|appoint|name|upgrade|downgrade|raise|found|create|dispatch|deploy|send|ratify|cancel|terminate|annul|denounce)$/;

/**
 * Mends what a chronicle tells in telegraphese: "Eritrea admitted to the United Nations", "Opening of the consulate put off" were
 * done to their subjects. Only finite forms with a subject and without an object or a clause, where the verb with the word behind
 * it cannot be said of somebody who does it.
 */
export function mendTelegrams(parse: Parse): Parse {
  const { nodes } = parse;
  const done = new Set<number>();
  nodes.forEach((node, i) => {
    if (node.xpos === "VBD" && node.upos === "VERB" && (isDoneTo(nodes, i) || isDoneToThing(nodes, i))) done.add(i);
  });
  const subjects = bareSubjects(nodes);
  if (subjects.size > 0)
    return mendTelegrams({ ...parse, nodes: nodes.map((n, i): Node => (subjects.has(i) ? { ...n, relation: "nsubj" } : n)) });
  if (done.size === 0) return parse;
  return {
    ...parse,
    nodes: nodes.map((n, i): Node => {
      if (done.has(i)) return { ...n, xpos: "VBN" };
      return n.relation === "nsubj" && done.has(n.head) ? { ...n, relation: "nsubj:pass" } : n;
    }),
  };
}

/** "Border reopens", "Fighting resumes": the noun right before a finite verb without a subject, where it was read as one word with it. */
function bareSubjects(nodes: readonly Node[]): Set<number> {
  return new Set(
    nodes.flatMap((n, i) => {
      const verb = nodes[i + 1];
      const opens = i === 0 || /^(?:punct|cc|amod|compound|det)$/.test(nodes[i - 1]!.relation);
      if (n.relation !== "compound" || n.head !== i + 1 || !verb || !opens || !/^NNS?$/.test(n.xpos)) return [];
      if (!/^VB[ZP]$/.test(verb.xpos) || verb.upos !== "VERB") return [];
      return nodes.some((o) => o.head === i + 1 && /^(?:nsubj|csubj|obj|aux|cop)/.test(o.relation)) ? [] : [i];
    }),
  );
}

/** "Embargo lifted": a thing as the bare subject of what is done to things, and no object. */
function isDoneToThing(nodes: readonly Node[], verb: number): boolean {
  if (!DONE.test(nodes[verb]!.lemma.toLowerCase())) return false;
  const below = nodes.map((n, k) => ({ ...n, k })).filter((n) => n.head === verb);
  if (below.some((n) => /^(?:aux|obj|iobj|ccomp|xcomp|expl)/.test(n.relation))) return false;
  const subject = below.find((n) => n.relation === "nsubj" && n.k < verb);
  if (!subject || !THINGS.test(subject.lemma)) return false;
  return !nodes.some((n) => n.head === subject.k && n.relation === "det" && /^(?:an?|the)$/i.test(n.text));
}

/** Of a date read as one word only what opens it: "until June 2004". */
function firstWord(node: Node | undefined): string {
  return node?.text.toLowerCase().split(/\s/)[0] ?? "";
}

function isDoneTo(nodes: readonly Node[], verb: number): boolean {
  const lemma = nodes[verb]!.lemma.toLowerCase();
  const next = firstWord(nodes[verb + 1]);
  const follows = DONE_TO.get(lemma);
  const behind = OFF.test(lemma) && next === "off" ? firstWord(nodes[verb + 2]) : next;
  const isOff =
    (CALLED_OFF.test(lemma) || behind !== next) && /^(?:[.,;(]|until|till|because|after|due|in|over|by|for|again|\p{L}+ly|)$/u.test(behind);
  if (!(follows ? follows.test(next) : isOff)) return false;
  const below = nodes.filter((n, k) => n.head === verb && (n.relation.startsWith("nsubj") ? k < verb : true));
  return (
    below.some((n) => n.relation === "nsubj" && n.upos !== "PRON") &&
    !below.some((n) => /^(?:aux|obj|iobj|ccomp|xcomp|expl)/.test(n.relation))
  );
}
