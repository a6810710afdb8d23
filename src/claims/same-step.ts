import type { SentenceContext } from "./build-claims.ts";
import { judgeFactuality } from "./factuality.ts";
import { byVerb, PLAIN, type Repeat, span, withoutShared } from "./repeat.ts";

const STEP = /^(?:step|move|decision|action|measure|course|path|example|gesture|initiative)$/i;
const TAKES = /^(?:take|follow|make|reach|emulate|imitate|copy|repeat|adopt|replicate|match|pursue|mirror)$/i;

/** "a step that Togo took two weeks later", "a move followed by Laos in 1974", "Togo took the same step": the act before, by somebody else. */
export function sameStep(context: SentenceContext, i: number): Repeat | null {
  const { graph, actors, dates } = context;
  if (!graph.isVerb(i) || !TAKES.test(graph.lemma(i))) return null;
  const { head, relation } = graph.node(i);
  if (/^acl/.test(relation) && head >= 0 && head < i && isStepBehind(context, head)) {
    const by = graph.childrenBy(i, "obl").find((c) => graph.preposition(c) === "by");
    if (by === undefined) {
      const repeat = byVerb(context, i, i);
      return repeat && { ...repeat, within: true };
    }
    const who = actors.actorsOf(by);
    const { factuality } = judgeFactuality(graph, i, context.lexicon);
    if (who.length === 0 || factuality === null) return null;
    return { ...span(context, i, by), actors: who, factuality, date: withoutShared(dates.dateOf(i)), ...PLAIN, within: true };
  }
  const same = graph
    .childrenBy(i, "obj")
    .find(
      (o) => STEP.test(graph.lemma(o)) && graph.childrenBy(o, "amod").some((a) => /^(?:same|similar|identical)$/i.test(graph.node(a).text)),
    );
  if (same === undefined || graph.childrenBy(same, "nmod", "acl").length > 0 || graph.isPassive(i)) return null;
  return byVerb(context, i, same);
}

/** "…, a step": what was told, called so behind its comma. */
function isStepBehind({ graph }: SentenceContext, noun: number): boolean {
  if (!STEP.test(graph.lemma(noun))) return false;
  let at = noun - 1;
  while (at > 0 && (graph.node(at).upos === "ADJ" || graph.node(at).upos === "ADV")) at--;
  return /^an?$/i.test(graph.nodes[at]?.text ?? "") && /^[,–—]$/.test(graph.nodes[at - 1]?.text ?? "");
}
