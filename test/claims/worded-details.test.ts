import { describe, expect, it } from "vitest";
import {
  conflictKindIn,
  conflictNameIn,
  forceIn,
  isNonResident,
  officeIn,
  rankIn,
  sanctionKindIn,
} from "../../src/claims/read-worded-details.ts";

describe("the rank of an envoy", () => {
  it.each([
    ["the Kenyan ambassador to Laos", "ambassador"],
    ["two ambassadors", "ambassador"],
    ["a Military Attache", "military attaché"],
    ["defence attachés", "defence attaché"],
    ["its chargé d'affaires", "chargé d'affaires"],
    ["Ghana's high commissioner", "high commissioner"],
    ["a minister plenipotentiary", "minister plenipotentiary"],
    ["the new permanent representative", "permanent representative"],
    ["consuls-general", "consul general"],
    ["33 diplomats", "diplomat"],
  ])("%s → %s", (phrase, rank) => expect(rankIn(phrase)).toBe(rank));
  it("is null where none is named", () => expect(rankIn("the trade minister")).toBeNull());
  it("tells who lives elsewhere", () => {
    expect(isNonResident("a non-resident ambassador")).toBe(true);
    expect(isNonResident("a resident ambassador")).toBe(false);
  });
});

describe("an international office", () => {
  it.each([
    ["Secretary General of the United Nations", "secretary-general"],
    ["the deputy secretary-general", "deputy secretary-general"],
    ["the chairmanship of the African Union", "chair"],
    ["the pro tempore presidency of the bloc", "presidency pro tempore"],
    ["the rotating presidency", "presidency"],
    ["host of the Cyber Secretariat", "host of the Cyber Secretariat"],
    ["an advisor to the forum", "adviser"],
    ["coordinator of the dialogue", "coordinator"],
  ])("%s → %s", (phrase, office) => expect(officeIn(phrase)).toBe(office));
  it("is null where none is named", () => expect(officeIn("the harvest of the north")).toBeNull());
});

describe("a force in its own words", () => {
  it.each([
    ["its 250 soldiers", "250 soldiers"],
    ["the last two police units", "two police units"],
    ["a contingent of 160 troops", "contingent of 160 troops"],
  ])("%s → %s", (phrase, force) => expect(forceIn(phrase)).toBe(force));
});

describe("kinds and names of conflicts", () => {
  it.each([
    ["border dispute", "border-dispute"],
    ["the occupation of the strip", "occupation"],
    ["a raid on the port", "raid"],
    ["clashed", "clash"],
    ["bombed", "attack"],
    ["a short war", "war"],
  ])("%s → %s", (phrase, kind) => expect(conflictKindIn(phrase)).toBe(kind));
  it("reads proper names only", () => {
    expect(conflictNameIn("fought the Paquisha War over three posts")).toBe("Paquisha War");
    expect(conflictNameIn("the War of the Pacific")).toBe("War of the Pacific");
    expect(conflictNameIn("The war between the two")).toBeNull();
    expect(conflictNameIn("the border war")).toBeNull();
  });
});

describe("kinds of sanctions", () => {
  it.each([
    ["an arms embargo on Kenya", "arms embargo"],
    ["economic and financial sanctions", "economic and financial sanctions"],
    ["froze the assets of four officials", "asset freeze"],
    ["barred entry to thirty officials", "travel ban"],
    ["banned the import of apples", "import ban"],
    ["closed their airspace to aircraft", "airspace closure"],
    ["isolate the country", "isolation"],
  ])("%s → %s", (phrase, kind) => expect(sanctionKindIn(phrase)).toBe(kind));
  it("is null where none is named", () => expect(sanctionKindIn("a loan to Kenya")).toBeNull());
});
