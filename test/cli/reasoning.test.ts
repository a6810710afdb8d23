import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeEngines, type Place } from "../engines/engines.ts";
import { runChancery } from "./run-chancery.ts";

const lines = (out: string) =>
  out
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as { [key: string]: unknown });

describeEngines("reasoning", ({ makePlace }) => {
  let place: Place;
  const run = (...args: string[]) => runChancery([...args, "--record", place.address]);
  beforeAll(async () => {
    place = await makePlace();
    const documents = [
      {
        id: "one",
        date: "2012-05-04",
        text: "Kenya opened an embassy in Vientiane in May 2004. Kenya and Laos established diplomatic relations in 1974.",
      },
      {
        id: "two",
        date: "2019-05-04",
        text: "Kenya closed its embassy in Vientiane in March 2018. Kenya plans to open an embassy in Lima.",
      },
      { id: "three", date: "2020-02-01", text: "Kenya and Laos established diplomatic relations in 1979." },
    ];
    const { code } = await runChancery(["ingest", "-", "--record", place.address, "--quiet"], {
      input: documents.map((d) => JSON.stringify(d)).join("\n"),
    });
    expect(code).toBe(0);
  });
  afterAll(() => place.remove());

  describe("chancery status", () => {
    it("answers for a day, each line with its words", async () => {
      const { code, out } = await run("status", "Kenya", "Laos", "--on", "2010-01-01");
      expect(code).toBe(0);
      expect(out).toContain("mission (embassy, Vientiane), Kenya → Laos: holds (established)");
      expect(out).toContain("“Kenya opened an embassy in Vientiane in May 2004”");
      expect(out).toContain("2004-05 to 2018-03");
      const later = lines((await run("status", "Kenya", "Laos", "--on", "2019-01-01", "--json")).out);
      expect(later.find((l) => l.kind === "mission")).toMatchObject({
        holds: false,
        certainty: "established",
        object: "embassy, Vientiane",
      });
    });
    it("knows nothing before the record was made", async () => {
      const { out } = await run("status", "Kenya", "Laos", "--known", "2001-01-01");
      expect(out).toContain("The record has no claim about a standing matter between these two.");
    });
    it("refuses a day that is none", async () => {
      const { code, err } = await run("status", "Kenya", "Laos", "--on", "2010-02-30");
      expect([code, err.includes('expected a day such as 2008-03-05, not "2010-02-30"')]).toEqual([2, true]);
    });
  });

  describe("chancery contradictions", () => {
    it("shows both sides with their words", async () => {
      const { out } = await run("contradictions", "Kenya", "Laos");
      expect(out).toContain("relations, Kenya – Laos: begins in 1974 and in 1979, with no end between");
      expect(out).toContain("“Kenya and Laos established diplomatic relations in 1974”");
      expect(out).toContain("“Kenya and Laos established diplomatic relations in 1979”");
      expect((await run("contradictions", "Peru")).out).toContain("No claims of the record contradict one another here.");
    });
  });

  describe("chancery pledges", () => {
    it("says what is open and what is overdue", async () => {
      const [open] = lines((await run("pledges", "Kenya", "Peru", "--on", "2020-01-01", "--json")).out);
      expect(open).toMatchObject({ type: "mission", outcome: "open", madeOn: "2019-05-04", dueOn: "2022-05-04", dueBy: "horizon" });
      const { out } = await run("pledges", "Kenya", "--on", "2024-01-01", "--outcome", "overdue");
      expect(out).toContain("overdue: nothing in the record tells of it");
      expect((await run("pledges", "Kenya", "--outcome", "broken")).code).toBe(2);
    });
  });

  describe("chancery coverage", () => {
    it("tells silence from peace", async () => {
      const { out } = await run("coverage", "Kenya", "Laos");
      expect(out).toContain("Kenya – Laos: 4 claims, 0 of them undated");
      expect(out).toContain("years without         1975–1978, 1980–2003, 2005–2017, 2019–");
    });
  });
});
