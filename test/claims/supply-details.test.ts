import { beforeAll, describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

let extractor: Extractor;
beforeAll(() => {
  extractor = loadExtractor();
});

function claims(text: string, type: string): string[] {
  const document = readPlainText(MappedText.identity(text), { source: "test", known: { title: null, date: null, language: "en" } });
  return extractor
    .extract(document)
    .filter((c) => c.type === type)
    .map((c) =>
      [
        c.participants.map((p) => `${p.role}:${p.actor}`).join(" "),
        c.factuality,
        ...Object.entries(c.details)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => `${k}=${v}`),
      ].join(" · "),
    );
}

describe("aid", () => {
  it.each<[string, string[]]>([
    ["Fiji lent Chad 3 million dollars in 1999.", ["donor:FJI recipient:TCD · actual · amount=3000000 · currency=USD · instrument=loan"]],
    ["Fiji granted 3 million dollars to Chad.", ["donor:FJI recipient:TCD · actual · amount=3000000 · currency=USD · instrument=grant"]],
    ["Fiji extended a line of credit to Chad.", ["donor:FJI recipient:TCD · actual · instrument=credit-line"]],
    ["Fiji gave military aid to Chad.", ["donor:FJI recipient:TCD · actual · instrument=military"]],
    ["Fiji sent medicine and tents to Chad.", ["donor:FJI recipient:TCD · actual · instrument=humanitarian"]],
    ["Fiji sent teachers to Chad.", ["donor:FJI recipient:TCD · actual · instrument=technical"]],
    ["Fiji pledged 3 million dollars to Chad.", ["donor:FJI recipient:TCD · planned · amount=3000000 · currency=USD · instrument=grant"]],
    ["Fiji offered Chad a loan.", ["donor:FJI recipient:TCD · proposed · instrument=loan"]],
    ["Chad asked Fiji for a loan.", ["recipient:TCD donor:FJI · proposed · instrument=loan"]],
    [
      "Fiji gave 2 million dollars to Chad and 1 million dollars to Peru.",
      [
        "donor:FJI recipient:TCD · actual · amount=2000000 · currency=USD · instrument=grant",
        "donor:FJI recipient:PER · actual · amount=1000000 · currency=USD · instrument=grant",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(claims(text, "aid")).toEqual(expected);
  });

  it.each(["Fiji gave Chad a warm welcome.", "Fiji suspended its aid to Chad.", "A player from Fiji went to Peru on loan."])(
    "is silent: %s",
    (text) => {
      expect(claims(text, "aid")).toEqual([]);
    },
  );
});

describe("arms", () => {
  it.each<[string, string[]]>([
    ["Fiji sold two patrol boats to Chad.", ["supplier:FJI recipient:TCD · actual · item=two patrol boats"]],
    ["Fiji sold tanks and howitzers to Chad.", ["supplier:FJI recipient:TCD · actual · item=tanks and howitzers"]],
    [
      "Chad bought six tanks from Fiji for 3 million dollars.",
      ["recipient:TCD supplier:FJI · actual · amount=3000000 · currency=USD · item=six tanks"],
    ],
    ["Chad ordered six tanks from Fiji.", ["recipient:TCD supplier:FJI · planned · item=six tanks"]],
    ["Fiji offered tanks to Chad.", ["supplier:FJI recipient:TCD · proposed · item=tanks"]],
  ])("%s", (text, expected) => {
    expect(claims(text, "arms")).toEqual(expected);
  });
});

describe("founding", () => {
  it.each<[string, string[]]>([
    [
      "Fiji and Chad set up the Coral and Sand Research Foundation (CSRF) in 1999.",
      ["founder:FJI founder:TCD organization:org:csrf · actual · name=Coral and Sand Research Foundation"],
    ],
    ["Fiji and Chad created a joint fund for schools.", ["founder:FJI founder:TCD · actual · name=joint fund for schools"]],
    ["Fiji proposed a joint fund with Chad.", ["founder:FJI · proposed · name=joint fund with Chad"]],
  ])("%s", (text, expected) => {
    expect(claims(text, "founding")).toEqual(expected);
  });

  it("says nothing of a committee that one state sets up at home", () => {
    expect(claims("Fiji set up a committee in 1999.", "founding")).toEqual([]);
  });
});

describe("project", () => {
  it.each<[string, string[]]>([
    ["Fiji and Chad held a naval exercise.", ["party:FJI party:TCD · actual · kind=exercise"]],
    ["Fiji and Chad will build a dam together.", ["party:FJI party:TCD · planned · kind=infrastructure"]],
    ["Fiji and Chad carried out a joint study of rivers.", ["party:FJI party:TCD · actual · kind=study"]],
    ["The World Bank published a report on Chad.", ["party:org:world-bank party:TCD · actual · kind=publication"]],
  ])("%s", (text, expected) => {
    expect(claims(text, "project")).toEqual(expected);
  });
});
