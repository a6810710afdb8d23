import { beforeAll, describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

let extractor: Extractor;
beforeAll(() => {
  extractor = loadExtractor();
});

const read = (text: string) =>
  extractor.extract(readPlainText(MappedText.identity(text), { source: "example", known: { language: "en" } }));
const eventsOf = (text: string): string[] =>
  read(text)
    .filter((c) => c.type === "event")
    .map((c) => `${c.plover.event} ${c.participants.map((p) => `${p.role}:${p.actor}`).join(" ")}`);

describe("events of last resort", () => {
  it.each([
    ["Tajik border guards detained eleven Afghan smugglers on Sunday.", "COERCE source:TJK target:AFG"],
    ["The Nepalese government lifted the curfew after three days.", "CONCEDE source:NPL target:NPL"],
    ["The Burmese junta freed eleven dissidents.", "CONCEDE source:MMR target:MMR"],
    ["Belarusian authorities shut down an independent newspaper.", "COERCE source:BLR target:BLR"],
    ["Thousands of Bolivian teachers demonstrated against the government.", "PROTEST source:BOL target:BOL"],
  ])("%s", (text, event) => expect(eventsOf(text)).toContain(event));

  it.each([
    "Nigerian fans celebrated and the Ghanaian striker left the stadium after the match.",
    "The opposition in Lusaka accused the president of hiding the cost of an airport.",
    "Students from Peru read the letters of a Chilean poet.",
    "Some 300,000 people from Poland visited the beaches of Egypt.",
    "Chile and Peru signed a treaty in 1929.",
    "Denmark gave all its old harbour cranes to Ukraine in January.",
    "Portugal is sending a training ship to Guyana next week.",
    "Namibian miners went on strike in May; the president of Botswana visited Windhoek in June.",
  ])("tells nothing of: %s", (text) => expect(eventsOf(text)).toEqual([]));

  it("are surer of nothing than any frame", () => {
    for (const c of read("Tajik border guards detained eleven Afghan smugglers on Sunday."))
      if (c.why.rule.startsWith("event/last-resort")) expect(c.why.confidence).toBeLessThanOrEqual(0.6);
  });
});

describe("statements and what they speak of", () => {
  const types = (text: string): string[] => read(text).map((c) => `${c.type}${c.details.stance ? `:${c.details.stance}` : ""}`);

  it("leave out what is only alleged, demanded or threatened", () => {
    expect(types("Khartoum claimed that Chad attacked two villages in 2008.")).toEqual(["statement:accuses"]);
    expect(types("Iraq demanded that Turkey withdraw its soldiers from the town.")).toEqual(["statement:demands"]);
  });

  it("keep the strongest of several stances in one reply", () => {
    expect(types("Kenya rejected and condemned the Ugandan claim.").filter((t) => t.startsWith("statement"))).toHaveLength(1);
  });

  it("have their topic in the document's words", () => {
    const topic = (text: string) => read(text).find((c) => c.type === "statement")?.details.topic;
    expect(topic("Paris accused Italy of repeated provocations.")).toBe("repeated provocations");
    expect(topic("Peru urged Chile to open its archives.")).toBe("open its archives");
    expect(topic("Kenya rejected the Ugandan threat to close the border.")).toBe("the Ugandan threat to close the border");
  });
});
