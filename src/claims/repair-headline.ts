import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
/** Acts that headlines and chronicles tell in the present and that taggers take for nouns beside a name. */
const ACTS =
  /^(?:sign|visit|open|close|join|leave|quit|meet|recall|expel|establish|resume|restore|sever|cut|break|recognis|recogniz|appoint|name|tour|host|attack|launch|condemn|demand|sue|ban|lift|impose|grant|lend|buy|sell|deploy|withdraw|send|exchange|pledge|accus|reject|ratify|ratifi|begin|start|conclude|urge|vow|hold|end|form|found|mediat|broker|donate|deliver|offer|promise|threaten|warn|protest|accept|agree|back|support|praise|criticis|criticiz|seek|ask|invite|receive|welcome|elect|suspend|freeze|approve|initial|upgrad|downgrad|normalis|normaliz|shut|reopen|order|boycott|bomb|shell|invade|occupy|seize|arrest|pay|give|provide|supply|train|build|finance|hand|call|pull|file|bar|block|bring|declare|set)(?:e?s)?$/i;
/** What a verb may have right behind it that is part of it: "hands over". */
const PARTICLES = /^(?:over|back|off|out|up|down)$/i;
/** Also nouns: only what follows without a preposition is what they do it to. */
const OPENERS: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);

/** No nouns in this form: a preposition may follow. */
const GOING = /^(?:meet|agree|arrive|withdraw|confer|accede|gather|convene|depart|travel|serve|act)s?$|^(?:heads|clash|clashes)$/i;
/** Several, though the word has no -s. */
const MANY = /^(?:aircraft|troops|police|people|men|warplanes|forces)$/i;

/**
 * Mends headlines whose verb was read as a noun: "Peru and Bolivia sign free trade agreement", "Park tours Colombia". Only where
 * nothing else is finite, a name stands right before the verb and agrees with it in number, and what follows has no preposition
 * unless the word can hardly be a noun ("Foreign ministers of Peru and Chile meet in Rio").
 */
export function repairHeadline(given: Parse): Parse {
  const parse = pairToBe(mendWords(given));
  const { nodes } = parse;
  for (let v = 1; v < nodes.length - 1; v++) {
    if (hasFinite(nodes, v)) continue;
    const verb = nodes[v]!;
    if (verb.unit || !/^\p{Ll}/u.test(verb.text) || !/^(?:NN|VB|JJ)/.test(verb.xpos)) continue;
    const behind = PARTICLES.test(nodes[v + 1]!.text) && v + 2 < nodes.length ? v + 2 : v + 1;
    const opens = OPENERS.has(nodes[behind]!.upos) && ACTS.test(verb.text);
    if (!opens && !(nodes[v + 1]!.upos === "ADP" && GOING.test(verb.text))) continue;
    const subject = subjectBefore(nodes, v);
    if (subject < 0) continue;
    const start = nodes.findLastIndex((n, k) => k < v && n.text === ";") + 1;
    const several =
      nodes[subject]!.unit?.kind === "list" ||
      nodes.slice(start, v).some((n) => /^(?:and|,)$/.test(n.text)) ||
      nodes[subject]!.xpos.endsWith("S") ||
      MANY.test(nodes[v - 1]!.text) ||
      // "Ten Kenyan deputies travel", where nation and office are one word
      (!opens && /\s\p{Ll}+[^s\W]s$/u.test(nodes[v - 1]!.text));
    const third = /s$/i.test(verb.text) && !/ss$/i.test(verb.text);
    if (third === several) continue;
    const mended = asClause(withVerb(nodes, v, behind, subject, third ? "VBZ" : "VBP"), nodes, v, start);
    if (isTree(mended)) return { ...parse, nodes: mended };
  }
  return parse;
}

/** "Peru, Chad to sign pact": the two are the subject of what they are to do. */
function pairToBe(parse: Parse): Parse {
  const { nodes } = parse;
  const [first, comma, second, to] = nodes;
  if (comma?.text !== "," || to?.text.toLowerCase() !== "to" || first!.upos !== "PROPN" || second!.upos !== "PROPN") return parse;
  const verb = nodes.findIndex((n) => n.xpos === "VB" && n.relation.startsWith("acl") && (n.head === 0 || n.head === 2));
  if (first!.head >= 0 || second!.head !== 0 || verb < 0 || to.head !== verb) return parse;
  const mended = nodes.map((n, i): Node => {
    if (i === verb) return { ...n, head: -1, relation: "root" };
    if (i === 0) return { ...n, head: verb, relation: "nsubj" };
    if (i === 2) return { ...n, head: 0, relation: "conj" };
    return n.head === 0 && i > verb ? { ...n, head: verb } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** Whether the clause of the word has a finite verb; a semicolon parts clauses. */
function hasFinite(nodes: readonly Node[], i: number): boolean {
  for (let k = i - 1; k >= 0 && nodes[k]!.text !== ";"; k--) if (FINITE.has(nodes[k]!.xpos)) return true;
  for (let k = i + 1; k < nodes.length && nodes[k]!.text !== ";"; k++) if (FINITE.has(nodes[k]!.xpos)) return true;
  return false;
}

/** A name is no auxiliary ("Kask toured Laos"), and "Opening of the embassy" no participle. */
function mendWords(parse: Parse): Parse {
  let changed = false;
  const nodes = parse.nodes.map((n, i, all): Node => {
    if (n.relation.startsWith("aux") && (n.upos === "PROPN" || n.unit?.kind === "name") && n.head > i && !hasSubject(all, n.head)) {
      changed = true;
      return { ...n, relation: "nsubj" };
    }
    // "act as guarantors": no verb stands right behind a preposition
    if (n.xpos === "VBZ" && i > 0 && all[i - 1]!.text.toLowerCase() === "as" && all[i - 1]!.upos === "ADP" && !hasSubject(all, i)) {
      changed = true;
      return { ...n, upos: "NOUN", xpos: "NNS" };
    }
    // "Visit by a delegation to Accra": nobody is told to visit
    const isAct =
      n.xpos === "VBG" ? /^of$/i : /^VBP?$/.test(n.xpos) && n.upos === "VERB" && /\p{Lu}/u.test(n.text) ? /^(?:of|by|between)$/i : null;
    if (i === 0 && isAct?.test(all[1]?.text ?? "") && /^(?:root|nsubj|nsubj:pass|csubj|csubj:pass|advcl)$/.test(n.relation)) {
      changed = true;
      return { ...n, upos: "NOUN", xpos: "NN", lemma: n.text.toLowerCase() };
    }
    return n;
  });
  if (!changed) return parse;
  return {
    ...parse,
    nodes: nodes.map((n, i): Node => {
      const isBare = n.xpos === "VBN" && !nodes.some((c) => c.head === i && c.relation.startsWith("aux"));
      if (isBare && nodes.some((c, k) => c.head === i && k < i && c.relation === "nsubj" && parse.nodes[k]!.relation.startsWith("aux")))
        return { ...n, xpos: "VBD" };
      const first = nodes[0]!;
      return n.head === 0 && n.relation === "obl" && first.xpos === "NN" && parse.nodes[0]!.xpos === "VBG" ? { ...n, relation: "nmod" } : n;
    }),
  };
}

function hasSubject(nodes: readonly Node[], verb: number): boolean {
  return nodes.some((n) => n.head === verb && n.relation.startsWith("nsubj"));
}

/** The name or office right before the verb. */
function subjectBefore(nodes: readonly Node[], v: number): number {
  const before = nodes[v - 1]!;
  // "the emir tours Gaza": a noun with its article where a name follows
  const titled = before.upos === "NOUN" && /^the$/i.test(nodes[v - 2]?.text ?? "") && nodes[v + 1]!.upos === "PROPN";
  // "Turkish jets bomb": several of a nation
  const several = before.upos === "NOUN" && (before.xpos === "NNS" || MANY.test(before.text)) && /^\p{Lu}/u.test(nodes[v - 2]?.text ?? "");
  if (before.upos !== "PROPN" && !(before.upos === "NOUN" && before.unit?.kind === "name") && !titled && !several) return -1;
  // the head of the phrase: "Foreign Minister Kask" hangs together to the left
  let head = v - 1;
  while (nodes[head]!.head >= 0 && nodes[head]!.head < head) head = nodes[head]!.head;
  return head;
}

function withVerb(nodes: readonly Node[], v: number, behind: number, subject: number, xpos: string): Node[] {
  // the head of what follows: the nominal that is not inside another that follows
  let object = behind;
  while (nodes[object]!.head > object && nodes[object]!.head !== v) object = nodes[object]!.head;
  const lemma = nodes[v]!.text.toLowerCase();
  return nodes.map((n, i): Node => {
    if (i === v) return { ...n, upos: "VERB", xpos, lemma: xpos === "VBZ" ? thirdPersonLemma(lemma) : lemma, head: -1, relation: "root" };
    if (i === subject) return { ...n, head: v, relation: "nsubj" };
    if (i > v && i < behind) return { ...n, upos: "ADP", xpos: "RP", head: v, relation: "compound:prt" };
    if (i === object) return { ...n, head: v, relation: nodes[behind]!.upos === "ADP" ? "obl" : "obj" };
    const crosses = (i > v && n.head < v) || (i < v && n.head > v) || n.head === v;
    if (n.head === -1) return { ...n, head: v, relation: "parataxis" };
    return crosses && !isBetween(i, subject, v)
      ? { ...n, head: n.upos === "ADP" || n.upos === "DET" ? object : v, relation: n.relation }
      : isBetween(i, subject, v) && crosses
        ? { ...n, head: subject }
        : n;
  });
}

/** A clause behind a semicolon keeps to itself and hangs on the first. */
function asClause(mended: readonly Node[], before: readonly Node[], v: number, start: number): readonly Node[] {
  const root = before.findIndex((n) => n.head < 0);
  if (start === 0 || root >= start) return mended;
  return mended.map((n, i): Node => {
    if (i === v) return { ...n, head: root, relation: "parataxis" };
    if (i < start) return before[i]!.head >= start ? { ...before[i]!, head: root } : before[i]!;
    return n.head < start ? { ...n, head: v } : n;
  });
}

function isBetween(i: number, from: number, to: number): boolean {
  return i > from && i < to;
}

function thirdPersonLemma(text: string): string {
  if (/ies$/.test(text)) return text.replace(/ies$/, "y");
  if (/(?:sh|ch|ss|x|zz)es$/.test(text)) return text.replace(/es$/, "");
  return text.replace(/s$/, "");
}
