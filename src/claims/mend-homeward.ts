import type { Draft } from "./mend-parse.ts";

const SENDS = /^(?:send|call|summon|order|bring|recall|fly|pull)$/i;

/** "sent the Egyptian envoy home", "summoned its ambassador home from Lima": who goes home is the object, and home is where to. */
function freeFromHome({ nodes, set }: Draft): void {
  for (let i = 2; i < nodes.length; i++) {
    const { text, relation, head } = nodes[i]!;
    const who = nodes[i - 1]!;
    if (!/^(?:home|packing)$/i.test(text) || !/^(?:obj|xcomp)$/.test(relation) || head < 0 || head > i || !SENDS.test(nodes[head]!.lemma))
      continue;
    if (who.head !== i || !/^(?:compound|amod|nmod|nummod)/.test(who.relation) || !/^(?:NOUN|PROPN|ADJ)$/.test(who.upos)) continue;
    nodes.forEach((n, k) => {
      if (n.head === i && k < i - 1) set(k, i - 1, n.relation);
      else if (n.head === i && k > i) set(k, head, n.relation === "nmod" ? "obl" : n.relation);
    });
    set(i - 1, head, "obj");
    set(i, head, "advmod");
  }
}

/** "sent packing the ambassador", "sent the envoy packing": whom it was done to is the object of the first verb. */
function freeFromPacking({ nodes, set, childOf }: Draft): void {
  for (let i = 1; i < nodes.length; i++) {
    const { text, head } = nodes[i]!;
    if (!/^packing$/i.test(text) || head < 0) continue;
    const verb = nodes.findLastIndex((n, k) => k < i && k > i - 6 && n.lemma === "send");
    if (verb < 0) continue;
    const object = childOf(i, "obj");
    if (object >= 0 && childOf(verb, "obj") < 0) set(object, verb, "obj");
    if (nodes[verb]!.head !== i && nodes[i]!.relation === "advcl") set(i, verb, "xcomp");
  }
}

/** "met face to face with the minister": how they met; who the other was belongs to the verb. */
function bindFaceToFace({ nodes, set }: Draft): void {
  for (let i = 1; i + 2 < nodes.length; i++) {
    if (!/^face$/i.test(nodes[i]!.text) || !/^to$/i.test(nodes[i + 1]!.text) || !/^face$/i.test(nodes[i + 2]!.text)) continue;
    const verb = nodes.findLastIndex((n, k) => k < i && k > i - 4 && n.upos === "VERB");
    if (verb < 0 || nodes[verb]!.head >= i) continue;
    nodes.forEach((n, k) => {
      if ((n.head === i || n.head === i + 2) && (k < i || k > i + 2) && k !== verb)
        set(k, verb, n.relation === "nmod" || n.relation === "obj" ? "obl" : n.relation);
    });
    set(i, verb, "advmod");
    set(i + 1, i + 2, "case");
    set(i + 2, i, "nmod");
  }
}

/** "handed the Egyptian ambassador his passports": what stands before an owner's pronoun is no part of the thing, but who gets it. */
function freeBeforeOwner({ nodes, set, isActor }: Draft): void {
  for (let i = 3; i < nodes.length; i++) {
    const { relation, head } = nodes[i]!;
    if (relation !== "obj" || head < 0 || head > i - 3) continue;
    const owner = nodes.findIndex((n, k) => k > head && k < i && n.head === i && n.xpos === "PRP$");
    const who = owner - 1;
    if (who <= head || nodes[who]!.head !== i || !/^(?:compound|amod|nmod|nummod)/.test(nodes[who]!.relation)) continue;
    if (!isActor(nodes[who]!)) continue;
    nodes.forEach((n, k) => {
      if (n.head === i && k < who) set(k, who, n.relation);
    });
    set(who, head, "iobj");
  }
}

/** "cut short a visit": the thing is cut. */
function bindCutShort({ nodes, set }: Draft): void {
  nodes.forEach((n, i) => {
    const short = nodes[n.head];
    if (n.relation !== "obj" || n.head < 1 || n.head > i || !/^short$/i.test(short?.text ?? "") || nodes[n.head - 1]!.lemma !== "cut")
      return;
    if (short!.head === n.head - 1) set(i, n.head - 1, "obj");
  });
}

export const HOMEWARD_PASSES: readonly ((draft: Draft) => void)[] = [
  freeFromHome,
  freeFromPacking,
  bindFaceToFace,
  freeBeforeOwner,
  bindCutShort,
];
