import { beforeAll, describe, expect, it } from "vitest";
import { missionOf } from "../../src/claims/name-missions.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

let extractor: Extractor;
beforeAll(() => {
  extractor = loadExtractor();
});

const claimsOf = (text: string): string[] =>
  extractor
    .extract(readPlainText(MappedText.identity(text), { source: "example", known: { language: "en" } }))
    .map((c) => `${c.type} ${c.phase} ${c.factuality} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf ?? "-"}`);

describe("which mission is meant", () => {
  it("goes by organisation, country and year", () => {
    expect(missionOf("org:un", "HTI", [2010])).toBe("org:minustah");
    expect(missionOf("org:un", "HTI", [2018])).toBe("org:minujusth");
    expect(missionOf("org:un", "SDN", [2008])).toBe("org:unmis");
  });
  it("takes the document's year where the claim has none, and the longest where there is no year", () => {
    expect(missionOf("org:un", "HTI", [null, 2012])).toBe("org:minustah");
    expect(missionOf("org:un", "HTI", [null, null])).toBe("org:minustah");
  });
  it("is null where there was none", () => {
    expect(missionOf("org:un", "CHE", [2010])).toBeNull();
    expect(missionOf("org:un", "KHM", [2010])).toBeNull();
  });
});

describe("elections", () => {
  it("are planned where the taking of office is told, actual alone", () => {
    const both = claimsOf(
      "A Kenyan diplomat was elected secretary-general of the Commonwealth in May 2010. The Kenyan diplomat took office as secretary-general of the Commonwealth in January 2011.",
    );
    expect(both).toContain("office begins planned KEN org:commonwealth 2010-05");
    expect(both).toContain("office begins actual KEN org:commonwealth 2011-01");
    expect(claimsOf("A Kenyan diplomat was elected secretary-general of the Commonwealth in May 2010.")).toContain(
      "office begins actual KEN org:commonwealth 2010-05",
    );
  });
});

describe("what was said before", () => {
  it("gives a mediation its sides and its year", () => {
    expect(claimsOf("Kenya and Laos fought a war in 1999. Norway mediated between the two sides.")).toContain(
      "mediation occurs actual NOR KEN LAO 1999",
    );
  });
  it("tells whose the unit is and where it stood", () => {
    expect(claimsOf("Kenya sent a battalion to Somalia in 2011. The battalion was withdrawn in 2015.")).toContain(
      "deployment ends actual KEN SOM 2015",
    );
  });
  it("repeats an act for another who did so", () => {
    const claims = claimsOf("Panama recognised Kosovo in June 2008. Belize followed suit in August 2008.");
    expect(claims).toContain("recognition begins actual BLZ XKX 2008-08");
  });
  it("does not reach a new section's troops", () => {
    expect(claimsOf("The battalion was withdrawn in 2015.")).toEqual([]);
  });
});

describe("what each does to the other", () => {
  it("is told for both sides", () => {
    const claims = claimsOf("Oman exchanged ambassadors with Zambia in 2008.");
    expect(claims).toContain("envoy begins actual OMN ZMB 2008");
    expect(claims).toContain("envoy begins actual ZMB OMN 2008");
  });
});

describe("a report that opens with talks of the day", () => {
  const report = (lead: string, rest: string): string[] =>
    claimsOf(
      `LOMÉ, March 11, 2021 -- ${lead}\n\nThe understanding was reached when Togolese Foreign Minister Robert Dussey met Ghanaian Foreign Minister Shirley Ayorkor Botchway in Lomé.\n\n${rest}`,
    );
  const agreed = "Togo and Ghana agreed on Wednesday to reopen the bridge by the end of June, officials said.";
  it("dates what its sides did there by the month that covers it", () => {
    const claims = report(agreed, "The two sides also signed a memorandum of understanding on livestock.");
    expect(claims).toContain("meeting occurs actual TGO GHA 2021-03");
    expect(claims).toContain("agreement signed actual TGO GHA 2021-03");
  });
  it("dates neither what was before nor what others did", () => {
    const claims = report(agreed, "Ghana had signed a border agreement with Togo. Ghana gave Benin two boats.");
    expect(claims).toContain("agreement signed actual GHA TGO -");
    expect(claims).toContain("aid occurs actual GHA BEN -");
  });
  it("dates nothing where it opens with another day or one side", () => {
    expect(report("Togo said on Wednesday that it would reopen the bridge by the end of June.", "")).toContain(
      "meeting occurs actual TGO GHA -",
    );
    expect(report("Togo and Ghana agreed in 2017 to reopen the bridge by the end of the year.", "")).toContain(
      "meeting occurs actual TGO GHA -",
    );
  });
});
