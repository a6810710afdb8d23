import { childrenOf, type Draft, FINITE, isDate, isNominal, set } from "./clause-draft.ts";

const OPENS_TIME = /^(?:after|before|until|till|once|since|because|while|when|without)$/i;

/**
 * "ousted Chad after a Malian firm offered a dam", "rose after a treaty between Chad and Togo was signed": behind "after" a noun with all that
 * says more of it, right before a verb without a subject, is that subject.
 */
export function openTimeClauses(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    const isSaid = childrenOf(draft, v, "cop").length > 0;
    if (
      verb.relation !== "advcl" ||
      (verb.upos !== "VERB" && !isSaid) ||
      childrenOf(draft, v, "nsubj", "nsubj:pass", "mark").some((k) => k < v)
    )
      return;
    const helpers = childrenOf(draft, v, "aux", "aux:pass", "cop").filter((k) => k < v);
    // "without Chad ratifying it"
    const isGerund = verb.xpos === "VBG" && helpers.length === 0;
    if (!isGerund && !FINITE.has(verb.xpos) && !helpers.some((k) => FINITE.has(nodes[k]!.xpos))) return;
    let last = (helpers[0] ?? v) - 1;
    while (last > 0 && nodes[last]!.upos === "ADV") last--;
    let subject = last;
    while (
      subject >= 0 &&
      nodes[subject]!.head >= 0 &&
      nodes[subject]!.head < last &&
      nodes[subject]!.head !== verb.head &&
      !isTimed(draft, subject)
    )
      subject = nodes[subject]!.head;
    const noun = nodes[subject];
    if (!noun || !isNominal(noun) || isDate(noun) || !/^(?:obl|nmod)$/.test(noun.relation)) return;
    const [time, ...more] = childrenOf(draft, subject, "case");
    if (time === undefined || more.length > 0 || !OPENS_TIME.test(nodes[time]!.text)) return;
    if (isGerund !== /^without$/i.test(nodes[time]!.text) || nodes.slice(time, last).some((n) => n.text === ",")) return;
    set(draft, subject, v, helpers.some((k) => nodes[k]!.relation === "aux:pass") ? "nsubj:pass" : "nsubj");
    set(draft, time, v, "mark");
  });
}

function isTimed(draft: Draft, i: number): boolean {
  return childrenOf(draft, i, "case").some((c) => OPENS_TIME.test(draft.nodes[c]!.text));
}

/** "the Union froze 90 million euros": a subject that was hung on the object behind its verb. */
export function returnSubjects(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((subject, k) => {
    const object = nodes[subject.head];
    if (!object || subject.relation !== "nsubj" || !["NOUN", "PROPN", "SYM", "NUM"].includes(object.upos)) return;
    const v = object.head;
    const verb = nodes[v];
    if (!verb || !(k < v && v < subject.head)) return;
    // "a battalion is due in Haiti", with the battalion hung on Haiti
    const isSaid = object.relation === "obl" && verb.upos === "ADJ" && childrenOf(draft, v, "cop").length > 0;
    if (!isSaid && (object.relation !== "obj" || verb.upos !== "VERB" || !FINITE.has(verb.xpos))) return;
    if (childrenOf(draft, v, "nsubj", "expl").length === 0) set(draft, k, v, "nsubj");
  });
}

/**
 * "had armed the rebels", read as having them armed, and "had, the month before, turned back": where "had" has no object and a
 * participle behind it no subject, "had" only makes the past.
 */
export function makePerfects(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    const have = verb.head;
    if (!/^VB[ND]$/.test(verb.xpos) || have < 0 || have > v || !/^(?:had|has|have)$/i.test(nodes[have]!.text)) return;
    // "have mostly or completely severed": what is joined is only how
    const isHow = verb.relation === "conj" && nodes.slice(have + 1, v).every((n) => n.upos === "ADV" || n.upos === "CCONJ");
    if ((!isHow && !["xcomp", "advcl", "ccomp"].includes(verb.relation)) || childrenOf(draft, have, "obj", "aux").length > 0) return;
    const between = nodes.slice(have + 1, v);
    const bracketed = between[0]?.text === "," && between.at(-1)?.text === ",";
    if (!bracketed && !isHow && between.some((n) => n.upos !== "ADV")) return;
    if (between.some((n) => n.upos === "VERB") || childrenOf(draft, v, "nsubj", "mark", "aux").length > 0) return;
    const { head, relation } = nodes[have]!;
    for (const k of childrenOf(draft, have)) if (k !== v) set(draft, k, v, nodes[k]!.relation);
    set(draft, v, head, relation);
    nodes[v] = { ...nodes[v]!, xpos: "VBN" };
    nodes[have] = { ...nodes[have]!, upos: "AUX" };
    set(draft, have, v, "aux");
  });
}

/** Verbs whose participle before a thing that one "has" tells what was done to it: "have frozen trade", "has closed borders". */
const DONE =
  /^(?:freeze|close|suspend|cut|halt|block|seal|seize|ban|lift|impose|sever|withdraw|recall|expel|restore|break|cancel|shut|sign|ratify|pledge|send|deploy|order|reopen|open|condemn|reject|resume)$/i;

/** "have frozen trade with Niger", read as the having of a trade that is frozen: no article stands before it. */
export function freePerfects(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((have, h) => {
    if (!/^(?:had|has|have)$/i.test(have.text) || !/^(?:VERB|AUX)$/.test(have.upos)) return;
    let v = h + 1;
    while (nodes[v]?.upos === "ADV") v++;
    const verb = nodes[v];
    if (verb?.relation !== "amod" || verb.xpos !== "VBN" || !DONE.test(verb.lemma) || verb.head < v) return;
    const object = verb.head;
    if (nodes[object]!.head !== h || nodes[object]!.relation !== "obj") return;
    for (const k of childrenOf(draft, h)) if (k !== v && k !== object) set(draft, k, v, nodes[k]!.relation);
    set(draft, v, have.head, have.relation);
    set(draft, object, v, "obj");
    nodes[v] = { ...nodes[v]!, upos: "VERB" };
    nodes[h] = { ...nodes[h]!, upos: "AUX" };
    set(draft, h, v, "aux");
  });
}

/** "Ghana, for its part, applied": a participle with a subject before it and no auxiliary is the past. */
export function readPasts(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (verb.xpos !== "VBN" || verb.upos !== "VERB" || !/^(?:root|ccomp|parataxis)$/.test(verb.relation)) return;
    if (childrenOf(draft, v, "aux", "aux:pass", "nsubj:pass", "cop").length > 0 || !childrenOf(draft, v, "nsubj").some((s) => s < v))
      return;
    // "had last done so": its auxiliary may hang elsewhere
    if (nodes.slice(Math.max(0, v - 4), v).some((n) => n.upos === "AUX")) return;
    nodes[v] = { ...verb, xpos: "VBD" };
    set(draft, v, verb.head, verb.relation);
  });
}

/** "was on the table: in May Chad and Togo signed": behind a colon what has a subject of its own is a clause, no participle. */
export function openClausesBehindColons(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (verb.relation !== "acl" || verb.head < 0 || verb.head > v || !/^VB[ND]$/.test(verb.xpos) || verb.upos !== "VERB") return;
    const [subject] = childrenOf(draft, v, "nsubj").filter((k) => k < v && draft.isActor(k));
    if (subject === undefined || childrenOf(draft, v, "aux", "aux:pass", "mark").length > 0) return;
    if (!nodes.some((n, k) => k > verb.head && k < subject && /^[:;]$/.test(n.text))) return;
    nodes[v] = { ...verb, xpos: "VBD" };
    set(draft, v, verb.head, "parataxis");
  });
}
