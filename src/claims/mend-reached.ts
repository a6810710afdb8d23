import type { Draft } from "./mend-parse.ts";

const REACHED =
  /^(?:reach|sign|conclude|strike|broker|mediate|negotiate|announce|ink|clinch|hammer out|forge|seal|finalise|finalize|make)$/;
const PACT = /^(?:agreement|deal|pact|accord|understanding|treaty|memorandum|compromise|settlement|arrangement|decision|plan|protocol)$/;

/** "an agreement to restore ties reached by both", "a deal on reopening embassies struck in Doha": the pact was reached, not what it is to do. */
export function bindReachedPacts({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    if (node.relation !== "acl" || node.xpos !== "VBN" || node.head > i || node.head < 0 || !REACHED.test(node.lemma)) return;
    if (PACT.test(nodes[node.head]!.lemma)) return;
    let clause = node.head;
    for (let steps = 0; steps < 3 && clause >= 0 && !/^VB[G]?$/.test(nodes[clause]!.xpos); steps++) clause = nodes[clause]!.head;
    const verb = nodes[clause];
    if (!verb || !/^VBG?$/.test(verb.xpos) || !/^(?:acl|nmod|advcl)$/.test(verb.relation) || verb.head < 0 || verb.head > clause) return;
    if (PACT.test(nodes[verb.head]!.lemma) && childOf(clause, "mark", "case") >= 0) set(i, verb.head, "acl");
  });
}
