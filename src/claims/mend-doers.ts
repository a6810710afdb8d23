import type { Node, Parse } from "../language/sentence.ts";
import { base } from "./slot-map.ts";

/** Deeds that somebody does to somebody: a "by" behind them says who did it. */
const DEEDS =
  /^(?:attack|murder|killing|assassination|bombing|shelling|kidnapping|abduction|massacre|raid|invasion|occupation|annexation|seizure|capture|arrest|detention|execution|hijacking|beheading|ambush|shooting|strike|airstrike|assault|aggression|incursion|violation|breach|destruction|demolition|expulsion|downing|sinking|firing|launch|test|use|recognition|rejection|purchase|sale|construction|imposition|closure|deployment|acquisition|visit|takeover|looting|torture|poisoning)s?$/i;
const SPEAKING =
  /^(?:condemn|denounce|criticize|criticise|deplore|protest|welcome|praise|hail|oppose|support|decry|slam|blast|discuss|note|regret|mourn|investigate|recall|report|follow|see|announce|confirm|deny|reject|defend|justify|celebrate|commend|applaud)$/;

/**
 * "Senegal condemned the killing in Libya of two workers by an affiliate of Boko Haram": a verb in the active has its doer in front of
 * it, so the "by" behind its object says who did what the object tells of, and hangs on that.
 */
export function mendDoers(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((verb, v) => {
    const teller = tellerBehind(nodes, verb, v);
    if (teller < 0) return;
    mended ??= [...nodes];
    mended[teller] = { ...mended[teller]!, relation: "nsubj" };
  });
  nodes.forEach((doer, i) => {
    if (base(doer.relation) !== "obl" || !/^(?:NN|NNP)/.test(doer.xpos) || doer.unit?.kind === "date" || doer.unit?.kind === "amount")
      return;
    const verb = nodes[doer.head];
    if (verb?.upos !== "VERB" || doer.head > i || !SPEAKING.test(verb.lemma.toLowerCase())) return;
    if (!nodes.some((n) => n.head === i && base(n.relation) === "case" && n.text.toLowerCase() === "by")) return;
    if (nodes.some((n) => n.head === doer.head && n.relation === "aux:pass")) return;
    const deed = nodes.findIndex((n, k) => k < i && n.head === doer.head && base(n.relation) === "obj" && DEEDS.test(n.text));
    if (deed < 0) return;
    mended ??= [...nodes];
    mended[i] = { ...doer, head: deed, relation: "nmod" };
  });
  return mended ? { ...parse, nodes: mended } : parse;
}

const TELLING = /^(?:announce|report|confirm|reveal|add|state|declare|disclose|note|inform|warn|insist|stress|recall|explain|claim)$/;

/** "gave two boats to Togo, announced the Ministry of Defence": what stands behind the verb that ends a report is who told it; -1 elsewhere. */
function tellerBehind(nodes: readonly Node[], verb: Node, v: number): number {
  if (!/^VB[DZ]$/.test(verb.xpos) || !/^[,"”’']$/.test(nodes[v - 1]?.text ?? "") || !TELLING.test(verb.lemma.toLowerCase())) return -1;
  if (!nodes.some((n, k) => k < v && n.head === v && n.relation === "ccomp")) return -1;
  if (nodes.some((n) => n.head === v && /^(?:nsubj.*|cc)$/.test(n.relation))) return -1;
  const object = nodes.findIndex((n, k) => k > v && n.head === v && n.relation === "obj");
  return object > v && /^(?:NNP|NNPS|PRP)$/.test(nodes[object]!.xpos) ? object : -1;
}
