import { describe, expect, it } from "vitest";
import { findContradictions } from "../../src/reasoning/contradictions.ts";
import { measureCoverage } from "../../src/reasoning/coverage.ts";
import { tracePledges } from "../../src/reasoning/pledges.ts";
import type { ClaimEntry } from "../../src/record/record.ts";
import { entry } from "./entry.ts";

const outcome = (entries: readonly ClaimEntry[], day: string) =>
  tracePledges(entries, day).map((p) => [p.outcome, p.dueOn, p.dueBy, p.after, p.shownBy.length]);

describe("a pledge", () => {
  const embassy = { details: { level: "embassy" } };
  const planned = entry("mission/begins", "sender:LAO host:KEN", null, { ...embassy, factuality: "planned", written: "2010-03-01" });

  it("is fulfilled by what came of it, and says after how long", () => {
    const opened = entry("mission/begins", "sender:LAO host:KEN", "2012-03-01", { ...embassy, written: "2015-01-01" });
    expect(outcome([planned, opened], "2016-01-01")).toEqual([["fulfilled", "2013-03-01", "horizon", { least: 731, most: 731 }, 1]]);
  });
  it("is open until its time, then overdue, never broken", () => {
    expect(outcome([planned], "2012-01-01")).toEqual([["open", "2013-03-01", "horizon", null, 0]]);
    expect(outcome([planned], "2014-01-01")).toEqual([["overdue", "2013-03-01", "horizon", null, 0]]);
    expect(outcome([planned], "2009-01-01")).toEqual([]);
  });
  it("is due on the date that was stated", () => {
    const visit = entry("visit/occurs", "visitor:LAO host:KEN", "2010-06", { factuality: "planned", written: "2010-03-01" });
    expect(outcome([visit], "2010-06-30")).toEqual([["open", "2010-06-30", "stated", null, 0]]);
    expect(outcome([visit], "2010-07-01")).toEqual([["overdue", "2010-06-30", "stated", null, 0]]);
  });
  it("is not fulfilled by what happened before, elsewhere, the other way round or of another kind", () => {
    const others = [
      entry("mission/begins", "sender:LAO host:KEN", "2001", embassy),
      entry("mission/begins", "sender:KEN host:LAO", "2011", embassy),
      entry("mission/begins", "sender:LAO host:PER", "2011", embassy),
      entry("mission/begins", "sender:LAO host:KEN", "2011", { details: { level: "consulate" } }),
      entry("visit/occurs", "visitor:LAO host:KEN", "2011"),
    ];
    expect(outcome([planned, ...others], "2012-01-01")).toEqual([["open", "2013-03-01", "horizon", null, 0]]);
  });
  it("is denied or abandoned when claims say so", () => {
    const denied = entry("mission/begins", "sender:LAO host:KEN", null, { ...embassy, factuality: "denied", written: "2011-05-01" });
    expect(outcome([planned, denied], "2012-01-01")[0]![0]).toBe("denied");
    const talks = entry("agreement/signed", "party:LAO party:KEN", null, { factuality: "planned", written: "2010-03-01" });
    const stalled = entry("agreement/stalled", "party:LAO party:KEN", "2011");
    expect(outcome([talks, stalled], "2012-01-01")[0]![0]).toBe("abandoned");
  });
  it("is open as long as it has only not happened yet, and abandoned when it was called off", () => {
    const told = (quote: string) =>
      entry("mission/begins", "sender:LAO host:KEN", null, { ...embassy, factuality: "denied", written: "2011-05-01", quote });
    const one = (quote: string, day: string) => {
      const [pledge] = tracePledges([planned, told(quote)], day);
      return [pledge!.outcome, pledge!.shownBy.length];
    };
    expect(one("Laos has not opened its embassy in Kenya", "2012-01-01")).toEqual(["open", 1]);
    expect(one("Laos has not opened its embassy in Kenya", "2020-01-01")).toEqual(["overdue", 1]);
    expect(one("Laos called off the opening of its embassy in Kenya", "2012-01-01")).toEqual(["abandoned", 1]);
    expect(one("Laos did not open an embassy in Kenya", "2012-01-01")).toEqual(["denied", 1]);
  });
  it("says when it was fulfilled only after its time, and how long after by the least and the most", () => {
    const [pledge] = tracePledges([planned, entry("mission/begins", "sender:LAO host:KEN", "2015", embassy)], "2020-01-01");
    expect(pledge).toMatchObject({ outcome: "fulfilled", late: true, after: { least: 1767, most: 2131 } });
  });
  it("of what has no type of its own is kept by what is told in its words between the same two", () => {
    const promise = entry("statement/occurs", "speaker:LAO addressee:KEN", null, {
      details: { stance: "pledges", topic: "to build a hospital in Mombasa" },
      written: "2010-03-01",
    });
    const built = (who: string, quote: string) => entry("project/occurs", who, "2011-05", { quote });
    const hospital = built("party:LAO party:KEN", "Laos has built the hospital that stands in Mombasa");
    expect(outcome([promise], "2011-01-01")).toEqual([["open", "2012-03-01", "horizon", null, 0]]);
    expect(outcome([promise, hospital], "2012-01-01")[0]).toMatchObject(["fulfilled", "2012-03-01", "horizon", { least: 426 }, 1]);
    const others = [
      built("party:LAO party:PER", "Laos has built the hospital that stands in Mombasa"),
      built("party:LAO party:KEN", "Laos has built a school in Mombasa"),
    ];
    expect(outcome([promise, ...others], "2013-01-01")[0]![0]).toBe("overdue");
    const praise = entry("statement/occurs", "speaker:LAO addressee:KEN", null, { details: { stance: "praises", topic: "the hospital" } });
    expect(outcome([praise], "2013-01-01")).toEqual([]);
  });
  it("to negotiate is fulfilled by the signature", () => {
    const talks = entry("agreement/negotiating", "party:LAO party:KEN", null, { factuality: "proposed", written: "2010-03-01" });
    expect(outcome([talks, entry("agreement/signed", "party:LAO party:KEN", "2011-03-01")], "2012-01-01")[0]!.slice(0, 1)).toEqual([
      "fulfilled",
    ]);
  });
  it("is not what is known only later", () => {
    const opened = entry("mission/begins", "sender:LAO host:KEN", "2012-03-01", embassy);
    expect(outcome([planned, opened], "2011-01-01")[0]![0]).toBe("open");
  });
});

describe("findContradictions", () => {
  it("tells of two foundings, and of none where the dates may be the same", () => {
    const founded = (edtf: string) => entry("founding/begins", "organization:org:sela", edtf, { details: { name: "SELA" } });
    expect(findContradictions([founded("1975"), founded("1978")]).map((c) => [c.kind, c.says])).toEqual([
      ["two-foundings", "is founded in 1975 and in 1978"],
    ]);
    expect(findContradictions([founded("1975"), founded("1975-10-17")])).toEqual([]);
  });
});

describe("measureCoverage", () => {
  it("counts years, gaps, types and sources", () => {
    const found = measureCoverage([
      entry("visit/occurs", "visitor:LAO host:KEN", "2001-05", { publisher: "Wire" }),
      entry("visit/occurs", "visitor:LAO host:KEN", "2005", { source: "b", publisher: "Wire" }),
      entry("relations/holds", "party:LAO party:KEN", null, { source: "c" }),
      entry("visit/occurs", "visitor:KEN host:LAO", "2005-06", { source: "b", publisher: "Wire" }),
    ]);
    expect(found).toMatchObject({
      claims: 4,
      undated: 1,
      years: [
        { year: 2001, claims: 1 },
        { year: 2005, claims: 2 },
      ],
      gaps: [{ from: 2002, to: 2004 }],
    });
    expect(found.independent).toBe(2);
    expect(found.sources).toMatchObject([
      { name: "Wire", claims: 3, documents: 2, share: 0.75 },
      { name: "c", claims: 1, documents: 1, share: 0.25 },
    ]);
    expect(found.missingTypes).toContain("meeting");
    expect(found.missingTypes).not.toContain("visit");
    const visit = entry("visit/occurs", "visitor:LAO host:KEN", "2001-05");
    expect(measureCoverage([visit], "2001-12-31").gaps).toEqual([]);
    expect(measureCoverage([visit], "2004-01-01").gaps).toEqual([{ from: 2002, to: 2004 }]);
  });
});
