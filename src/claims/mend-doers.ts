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
