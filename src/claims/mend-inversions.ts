import { childrenOf, type Draft, isNominal, rootOf, set } from "./clause-draft.ts";

/** What those do, or how they are there, who are named only behind "are" or "were". */
const OPENING =
  /^(?:attend|participate|take|represent|speak|join|accompany|sign|visit|meet|address|expect|invite|schedule|absent|miss|back|support|travel|arrive)$/;

/** "Also attending the summit are the presidents of Togo and Chad": who comes last does what comes first. */
export function turnInversions(draft: Draft): void {
  const { nodes } = draft;
  const start = /^also$/i.test(nodes[0]?.text ?? "") ? 1 : 0;
  const opening = nodes[start];
  if (!opening || !/^VB[GN]$/.test(opening.xpos) || !OPENING.test(opening.lemma.toLowerCase())) return;
  const be = nodes.findIndex((n, k) => k > start && /^(?:is|are|was|were)$/i.test(n.text) && /^(?:cop|aux|aux:pass)$/.test(n.relation));
  if (be < 0 || be > start + 12 || nodes.slice(start + 1, be).some((n) => n.upos === "VERB" || n.text === ",")) return;
  const who = nodes[be]!.head;
  if (who < be || !isNominal(nodes[who]) || childrenOf(draft, who, "case").length > 0) return;
  const from = childrenOf(draft, who, "nmod").some(
    (n) => draft.isActor(n) && childrenOf(draft, n, "case").some((c) => /^(?:from|of)$/i.test(nodes[c]!.text)),
  );
  if (!draft.isActor(who) && !(from && nodes[who]!.xpos.endsWith("S"))) return;
  const above = rootOf(draft);
  if (above !== who && above !== start) return;
  const isPassive = opening.xpos === "VBN";
  set(draft, start, -1, "root");
  set(draft, who, start, isPassive ? "nsubj:pass" : "nsubj");
  set(draft, be, start, isPassive ? "aux:pass" : "aux");
  nodes.forEach((n, k) => {
    if (n.head === who && (k < be || n.relation === "punct")) set(draft, k, start, n.relation);
  });
}

/** "is set to meet": what is said of somebody with an adjective is no passive. */
export function unmakePassives(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((n, k) => {
    if (nodes[n.head]?.upos !== "ADJ") return;
    if (n.relation === "nsubj:pass") set(draft, k, n.head, "nsubj");
    else if (n.relation === "aux:pass") set(draft, k, n.head, "cop");
  });
}
