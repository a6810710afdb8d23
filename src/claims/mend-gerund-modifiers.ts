import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** Verbs that take a thing and no act: who imposes, imposes something. */
const TAKES_THINGS =
  /^(?:impose|slap|levy|lift|ease|tighten|adopt|sign|hold|conduct|receive|deliver|supply|send|deploy|launch|buy|order|purchase|sell|donate|build|issue|face)$/;

/**
 * "imposed crippling sanctions on", "delivered fighting vehicles to": what was read as an act that the verb takes only says what
 * sort of thing it is, where the thing stands right behind it.
 */
export function mendGerundModifiers(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let g = 1; g < nodes.length - 1; g++) {
    const gerund = nodes[g]!;
    if (gerund.xpos !== "VBG" || !/^(?:xcomp|advcl)$/.test(gerund.relation) || gerund.head !== g - 1) continue;
    const verb = gerund.head;
    if (!TAKES_THINGS.test(nodes[verb]!.lemma) || nodes.some((n) => n.head === verb && n.relation === "obj")) continue;
    const thing = nodes.findIndex((n) => n.head === g && n.relation === "obj");
    if (thing <= g || !/^(?:NOUN|PROPN)$/.test(nodes[thing]!.upos)) continue;
    // nothing but words said of it between
    if (nodes.slice(g + 1, thing).some((n) => n.upos === "DET" || n.upos === "ADP" || n.upos === "PRON")) continue;
    const mended = nodes.map((n, i): Node => {
      if (i === g) return { ...n, head: thing, relation: "amod", upos: "ADJ", xpos: "JJ", lemma: n.text.toLowerCase() };
      if (i === thing) return { ...n, head: verb, relation: "obj" };
      return n.head === g ? { ...n, head: verb } : n;
    });
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}
