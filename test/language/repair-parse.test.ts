import { describe, expect, it } from "vitest";
import { type Draft, isTree, repairParse } from "../../src/language/repair-parse.ts";

/** A parse by hand: "form/XPOS/head/relation", heads counted from 1, 0 the root. */
function drafts(text: string): Draft[] {
  const upos: Record<string, string> = {
    NN: "NOUN",
    NNS: "NOUN",
    NNP: "PROPN",
    VBD: "VERB",
    VBN: "VERB",
    VBZ: "VERB",
    DT: "DET",
    IN: "ADP",
    WDT: "PRON",
    CD: "NUM",
    ",": "PUNCT",
    ".": "PUNCT",
    "''": "PUNCT",
    "-LRB-": "PUNCT",
    CC: "CCONJ",
    JJ: "ADJ",
  };
  return text.split(" ").map((part) => {
    const [form, xpos, head, relation] = part.split("/") as [string, string, string, string];
    return { text: form, upos: /^aux|^cop/.test(relation) ? "AUX" : upos[xpos]!, xpos, unit: null, head: Number(head) - 1, relation };
  });
}

const shown = (nodes: readonly Draft[]): string =>
  nodes.map((node) => `${node.text}/${node.xpos}/${node.head + 1}/${node.relation}`).join(" ");

describe("repairParse", () => {
  it("takes a clause between commas out of the way of the main verb", () => {
    const nodes = drafts(
      "The/DT/2/det post/NN/7/nsubj:pass ,/,/7/punct which/WDT/7/nsubj:pass had/VBD/7/aux been/VBN/7/aux:pass closed/VBN/0/root ,/,/10/punct was/VBD/10/aux:pass reopened/VBN/7/conj ././7/punct",
    );
    repairParse(nodes);
    expect(shown(nodes)).toBe(
      "The/DT/2/det post/NN/10/nsubj:pass ,/,/7/punct which/WDT/7/nsubj:pass had/VBD/7/aux been/VBN/7/aux:pass closed/VBN/2/acl:relcl ,/,/10/punct was/VBD/10/aux:pass reopened/VBN/0/root ././7/punct",
    );
  });

  it("leaves a right reading as it is", () => {
    const right =
      "The/DT/2/det post/NN/10/nsubj:pass ,/,/7/punct which/WDT/7/nsubj:pass had/VBD/7/aux been/VBN/7/aux:pass closed/VBN/2/acl:relcl ,/,/2/punct was/VBD/10/aux:pass reopened/VBN/0/root ././10/punct";
    const nodes = drafts(right);
    repairParse(nodes);
    expect(shown(nodes)).toBe(right);
  });

  it("leaves a main clause with a subject of its own alone", () => {
    const text =
      "Peru/NNP/2/nsubj left/VBD/0/root the/DT/4/det pact/NN/2/obj ,/,/7/punct which/WDT/7/nsubj failed/VBD/4/acl:relcl ,/,/10/punct Chile/NNP/10/nsubj stayed/VBD/2/conj";
    const nodes = drafts(text);
    repairParse(nodes);
    expect(shown(nodes)).toBe(text);
  });

  it("makes the subject of a passive a passive subject, and of an active an active one", () => {
    const nodes = drafts("Talks/NNS/3/nsubj were/VBD/3/aux:pass held/VBN/0/root");
    repairParse(nodes);
    expect(nodes[0]!.relation).toBe("nsubj:pass");
    const active = drafts("Peru/NNP/2/nsubj:pass left/VBD/0/root");
    repairParse(active);
    expect(active[0]!.relation).toBe("nsubj");
  });

  it("gives a sum to the name before it", () => {
    const nodes = drafts("Japan/NNP/2/nsubj lent/VBD/0/root Togo/NNP/4/compound sum/NN/2/obj");
    nodes[3] = { ...nodes[3]!, unit: { kind: "amount", start: 0, end: 1 } };
    repairParse(nodes);
    expect(nodes[2]).toMatchObject({ head: 1, relation: "iobj" });
  });

  it("hangs nothing from punctuation", () => {
    const nodes = drafts("Peru/NNP/3/nsubj ,/,/3/punct left/VBD/0/root Lima/NNP/2/obj");
    repairParse(nodes);
    expect(nodes[3]!.head).toBe(2);
    expect(isTree(nodes)).toBe(true);
  });
});

describe("isTree", () => {
  it("tells trees from cycles and forests", () => {
    expect(isTree([{ head: 1 }, { head: -1 }, { head: 1 }])).toBe(true);
    expect(isTree([{ head: 1 }, { head: 0 }, { head: -1 }])).toBe(false);
    expect(isTree([{ head: -1 }, { head: -1 }])).toBe(false);
    expect(isTree([])).toBe(true);
  });

  it("gives the first of two subjects to the verb between them that has none", () => {
    const nodes = drafts("Kenya/NNP/6/nsubj backed/VBD/0/root it/NN/2/obj while/IN/6/mark Laos/NNP/6/nsubj joined/VBD/2/advcl");
    repairParse(nodes);
    expect(nodes[0]).toMatchObject({ head: 1, relation: "nsubj" });
    expect(nodes[4]).toMatchObject({ head: 5 });
  });

  it("keeps what stands before a semicolon on its side", () => {
    const nodes = drafts("Kenya/NNP/2/nsubj signed/VBD/0/root in/IN/4/case 2011/CD/7/obl ;/,/7/punct it/NN/7/nsubj ended/VBD/2/parataxis");
    repairParse(nodes);
    expect(nodes[3]).toMatchObject({ head: 1, relation: "obl" });
  });

  it("puts the part of speech that the relation takes", () => {
    const nodes = drafts("after/IN/2/case talks/NN/0/root");
    nodes[0]!.upos = "SCONJ";
    repairParse(nodes);
    expect(nodes[0]!.upos).toBe("ADP");
  });

  it("reads Roman figures as numbers, not a word that only looks like one", () => {
    const nodes = drafts("Chapter/NNP/3/nsubj XIV/NNP/1/flat lapsed/VBD/0/root under/IN/5/case IIX/NNP/3/obl");
    repairParse(nodes);
    expect(nodes.map((node) => node.upos)).toEqual(["PROPN", "NUM", "VERB", "ADP", "PROPN"]);
  });
});
