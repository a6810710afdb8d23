import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

const HEAD =
  "MEDIA BRIEFING\n\nMinistry of Foreign Affairs, Lilongwe\n\n4 March 2015\n\nSPOKESPERSON: Good morning, colleagues, and thank you all for coming here at such short notice today.\n\n";

function claimsOf(turns: string): string[] {
  const document = readPlainText(MappedText.identity(HEAD + turns), { source: "briefing", known: {} });
  return loadExtractor()
    .extract(document)
    .map((c) => `${c.type}/${c.phase} ${c.factuality} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf ?? "-"}`);
}

describe("questions and their answers", () => {
  it("a no denies what was asked about", () => {
    expect(claimsOf("QUESTION: Has Zambia closed its embassy in Oslo?\n\nSPOKESPERSON: No. It is open as ever.")).toEqual([
      "mission/ends denied ZMB NOR -",
    ]);
    expect(
      claimsOf("QUESTION: Is it true that Norway has recalled its ambassador from Lusaka?\n\nSPOKESPERSON: That is not true."),
    ).toEqual(["envoy/ends denied NOR ZMB -"]);
  });

  it("a yes confirms it, with the time that it adds", () => {
    expect(claimsOf("QUESTION: Did Zambia sign the treaty with Angola?\n\nSPOKESPERSON: It did, on 2 March 2015.")).toEqual([
      "agreement/signed actual ZMB AGO 2015-03-02",
    ]);
  });

  it("an answer that neither affirms nor denies tells nothing", () => {
    expect(claimsOf("QUESTION: Has Zambia closed its embassy in Oslo?\n\nSPOKESPERSON: No decision has been taken on that.")).toEqual([]);
    expect(claimsOf("QUESTION: When did Zambia close its embassy in Oslo?\n\nSPOKESPERSON: No, I have no date.")).toEqual([]);
  });

  it("what the one who briefs calls ours is of his state, what the press calls yours too", () => {
    expect(claimsOf("SPOKESPERSON: We have opened an embassy in Rabat.")).toEqual(["mission/begins actual MWI MAR -"]);
    expect(claimsOf("QUESTION: Has your government recognised Kosovo?\n\nSPOKESPERSON: We have not.")).toEqual([
      "recognition/begins denied MWI XKX -",
    ]);
  });
});
