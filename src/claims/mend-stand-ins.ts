import type { Draft } from "./mend-parse.ts";

// Passes of mend-parse.ts over words that stand for a thing named before.

/** "That with Togo was signed in 1993": what opens the clause stands for a thing, and the name behind its preposition belongs to it. */
function headStandIns({ nodes, set }: Draft): void {
  nodes.forEach((that, i) => {
    if (!/^(?:that|those)$/i.test(that.text) || !/^(?:mark|nsubj|nsubj:pass|det|obj)$/.test(that.relation)) return;
    const before = nodes[i - 1];
    if (before && !/^(?:[,;:]|and|but|while|whereas)$/i.test(before.text)) return;
    const preposition = nodes[i + 1];
    if (!preposition || !/^(?:with|between)$/i.test(preposition.text) || preposition.head <= i) return;
    const name = preposition.head;
    const noun = nodes[name]!;
    const verb = noun.relation.startsWith("nsubj") ? noun.head : that.head;
    if (verb <= name || (nodes[verb]!.upos !== "VERB" && noun.relation !== "nmod")) return;
    if (nodes.some((n, k) => k !== name && k !== i && k < verb && n.head === verb && n.relation.startsWith("nsubj"))) return;
    const passive = nodes.some((n) => n.head === verb && n.relation === "aux:pass");
    set(i, verb, passive ? "nsubj:pass" : "nsubj");
    nodes[i] = { ...nodes[i]!, upos: "PRON", xpos: "DT" };
    set(name, i, "nmod");
  });
}

/** "a member of the Commonwealth and, since 2000, the Integration System": the last body of a list behind an inserted time. */
function listBehindTime({ nodes, isActor, set }: Draft): void {
  nodes.forEach((body, i) => {
    const over = nodes[body.head];
    if (body.relation !== "conj" || !over || !/^(?:member|observer|associate|party|partner|signatory)$/.test(over.lemma) || !isActor(body))
      return;
    const time = nodes.findIndex((n, k) => n.head === i && k < i && n.unit?.kind === "date");
    if (time < 0 || nodes[time - 1]?.text !== ",") return;
    const first = nodes.findIndex((n, k) => n.head === body.head && n.relation === "nmod" && k > body.head && k < i && isActor(n));
    if (first >= 0) set(i, first, "conj");
  });
}

export const STAND_IN_PASSES: readonly ((draft: Draft) => void)[] = [headStandIns, listBehindTime];
