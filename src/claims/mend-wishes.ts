import type { Draft } from "./mend-parse.ts";

const WISHES: Readonly<Record<string, string>> = {
  hopes: "hope",
  plans: "plan",
  aims: "aim",
  vows: "vow",
  looks: "look",
  bids: "bid",
  wishes: "wish",
  promises: "promise",
  moves: "move",
  threatens: "threaten",
  pledges: "pledge",
  demands: "demand",
  claims: "claim",
};

/** "The Kenyan minister hopes to visit Peru": behind one who can wish, and before "to", the plural is a verb. */
function readWishes({ nodes, isNamed, isOffice, set, childOf }: Draft, retag: (i: number, lemma: string) => void): void {
  for (let i = 1; i + 2 < nodes.length; i++) {
    const { text, upos, relation } = nodes[i]!;
    const lemma = WISHES[text];
    const who = nodes[i - 1]!;
    if (!lemma || upos !== "NOUN" || relation !== "root" || !/^to$/i.test(nodes[i + 1]!.text) || who.head !== i) continue;
    if (who.upos !== "PROPN" || !/^(?:compound|amod|nmod|nmod:desc)$/.test(who.relation) || !(isOffice(who) || isNamed(who))) continue;
    const act = childOf(i, "acl");
    if (act < i + 2 || nodes[act]!.xpos !== "VB") continue;
    retag(i, lemma);
    nodes.forEach((n, k) => {
      if (n.head === i && k < i - 1 && n.relation !== "punct" && !/^(?:obl|nmod|advmod)/.test(n.relation)) set(k, i - 1, n.relation);
    });
    set(i - 1, i, "nsubj");
    set(act, i, "xcomp");
  }
}

const TELLS = /^(?:say|announce|report|confirm|state|note|add|recall|tell|reveal|claim|learn|write)$/;
const MONTH_OR_YEAR = /\b(?:1[6-9]|20)\d\d\b/;

/** "officials said that Peru had named an envoy in May 1990": the time at the end is of what had been done, not of the saying. */
function bindToldTimes({ nodes, set }: Draft): void {
  nodes.forEach((date, d) => {
    const { head, relation } = date;
    if (date.unit?.kind !== "date" || head < 0 || head > d || !/^obl/.test(relation) || !TELLS.test(nodes[head]!.lemma)) return;
    if (!MONTH_OR_YEAR.test(date.text)) return;
    const told = nodes.findIndex((n, k) => k > head && k < d && n.head === head && n.relation === "ccomp" && n.xpos === "VBN");
    if (told < 0 || !nodes.some((n) => n.head === told && n.relation === "aux" && /^had$/i.test(n.text))) return;
    if (!nodes.slice(told, d).some((n) => n.text === "," || n.text === ";")) set(d, told, "obl");
  });
}

/** What was wished or told, and when. */
export const WISH_PASSES: readonly ((draft: Draft) => void)[] = [
  (draft) =>
    readWishes(draft, (i, lemma) => {
      draft.nodes[i] = { ...draft.nodes[i]!, upos: "VERB", xpos: "VBZ", lemma };
    }),
  bindToldTimes,
];
