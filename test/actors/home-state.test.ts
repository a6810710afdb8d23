import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/actors/find-mentions.ts";
import { PressHomes } from "../../src/actors/home-state.ts";
import { loadActors } from "../../src/actors/load-actors.ts";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

function homesOf(text: string, more: Partial<Document> = {}): PressHomes {
  const document = { ...readPlainText(MappedText.identity(text), { source: "x.txt" }), ...more };
  return new PressHomes(document, findMentions(document), loadActors());
}

describe("the state in whose press a text stands", () => {
  it.each([
    ["GABORONE: The minister returned on Friday from abroad, he said.", ["BWA"]],
    ["Dhaka, 4 April 2017 (BNA) - The prime minister leaves on Friday for four days.", ["BGD"]],
    ["LIMA, set. 3 2012 (ANDES). A trade delegation arrives tomorrow, it was said.", ["PER"]],
    ["Envoy recalled\n\nBy Jane Example in Lilongwe\n\nThe government has recalled its envoy over visas.", ["MWI"]],
    ["Missions opened\n\nBy Jane Example Nairobi, Kenya:\n\nThe ministry has opened new missions this year.", ["KEN"]],
    ["ACCRA (Kyodo) - The foreign minister arrived on Monday, officials said here.", ["JPN"]],
    ["BRIDGETOWN - The premier left on Monday.\n\nCASTRIES - A loan was signed on Tuesday, the ministry said.", ["BRB", "LCA"]],
    ["The minister left Lusaka on Friday and said that he had signed.", []],
  ])("%s", (text, states) => {
    expect(homesOf(text).states).toEqual(states);
  });

  it("is told for each item of a round-up", () => {
    const text = "BRIDGETOWN - The premier left on Monday.\n\nCASTRIES - A loan was signed on Tuesday, the ministry said.";
    const homes = homesOf(text);
    expect([homes.at(20), homes.at(text.indexOf("loan"))]).toEqual(["BRB", "LCA"]);
  });

  it("is told by the name or the address of the paper, not by an address that sounds like something else", () => {
    const text = "The minister returned on Friday. He had signed an agreement.";
    expect(homesOf(text, { publisher: "The Kathmandu Example Post" }).states).toEqual(["NPL"]);
    expect(homesOf(text, { publisher: "Kathmandu Stone Works" }).states).toEqual([]);
    expect(homesOf(text, { address: "https://www.example.co.ke/news/1" }).states).toEqual(["KEN"]);
    expect(homesOf(text, { address: "https://www.example.io/news/1" }).states).toEqual([]);
  });
});
