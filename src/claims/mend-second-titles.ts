import type { Draft } from "./mend-parse.ts";

/**
 * "Ana Example, President of Peru, current Chair of the Forum, arrived": a name that takes a comma with its first title into one node is
 * who arrives; the second title, behind that comma, says more of her.
 */
export function nameBeforeSecondTitles({ nodes, isOffice, set }: Draft): void {
  nodes.forEach((node, i) => {
    const { unit, text, head, relation } = node;
    if (unit?.kind !== "name" || !text.endsWith(",") || head <= i || !/^(?:compound|nmod|nmod:desc|amod|flat)$/.test(relation)) return;
    const title = nodes[head]!;
    if (
      !isOffice(node) ||
      !/^(?:\p{Ll}|Chair|Special|Current)/u.test(nodes[i + 1]!.text) ||
      title.head < 0 ||
      nodes.slice(i + 1, head).some((n) => /^(?:VERB|AUX|CCONJ)$/.test(n.upos))
    )
      return;
    set(i, title.head, title.relation);
    set(head, i, "appos");
  });
}
