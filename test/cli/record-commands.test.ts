import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeEngines, type Place } from "../engines/engines.ts";
import { jsonLines, runChancery } from "./run-chancery.ts";

const DOCUMENTS = [
  {
    id: "one",
    date: "2012-05-04",
    title: "Posts abroad",
    text: "Kenya opened an embassy in Vientiane in May 2004. Kenya and Peru signed a trade agreement in 2006.",
  },
  { id: "two", date: "2019-05-04", title: "Trade", text: "Perú and Laos signed a free trade agreement in March 2018." },
];

describeEngines("commands over a record", ({ kind, makePlace }) => {
  let place: Place;
  const run = (...args: string[]) => runChancery(args, { env: { CHANCERY_RECORD: place.address } });
  beforeAll(async () => {
    place = await makePlace();
    const { code, err } = await runChancery(["ingest", "-", "--record", place.address], {
      input: DOCUMENTS.map((d) => JSON.stringify(d)).join("\n"),
    });
    expect({ code, err }).toEqual({ code: 0, err: `${place.address}: 2 new; 3 claims stored\n` });
  });
  afterAll(() => place.remove());

  describe("search", () => {
    it("answers with quote, document, date, source and claim", async () => {
      const { code, out } = await run("search", "agreement", "kenya");
      expect(code).toBe(0);
      expect(out).toMatch(/^“Kenya and Peru signed a trade agreement in 2006”\n {4}Posts abroad · 2012-05-04 · one · c_[0-9a-f]{16}\n$/);
    });
    it("takes phrases, alternatives, exclusions and beginnings", async () => {
      expect((await run("search", '"trade agreement"')).out.match(/c_/g)).toHaveLength(2);
      expect((await run("search", "embass*", "OR", "free")).out.match(/c_/g)).toHaveLength(2);
      expect((await run("search", "agreement", "-kenya")).out).toContain("Laos");
      expect((await run("search", "agreement", "-kenya")).out).not.toContain("Kenya");
      expect((await run("search", "agreement", '-"free trade"')).out).not.toContain("Laos");
      // letters that begin options of other commands
      expect((await run("search", "agreement", "-russia", "-hungary", "-Vietnam", "-peru")).out).toContain("No quote of the record");
    });
    it("finds whole documents, by their titles too", async () => {
      const { out } = await run("search", "posts", "vientiane", "--in", "documents");
      expect(out).toContain("Posts abroad\n    Kenya opened an embassy in Vientiane");
      const [found] = jsonLines<{ kind: string; document: { source: string } }>(
        (await run("search", "free", "--in", "documents", "--json")).out,
      );
      expect(found).toMatchObject({ kind: "document", document: { source: "two" }, stands: true });
    });
    it("gives no more than it is asked for", async () => {
      expect(jsonLines((await run("search", "agreement", "--limit", "1", "--json")).out)).toHaveLength(1);
    });
    it("refuses a query that asks for nothing, and a place that is none", async () => {
      const { code, err } = await run("search", "-kenya");
      expect(code).toBe(2);
      expect(err).toContain("names nothing to look for");
      expect((await run("search", "kenya", "--in", "titles")).code).toBe(2);
    });
  });

  it("documents, chronology and show answer from it", async () => {
    expect(jsonLines<{ source: string }>((await run("documents", "--json")).out).map((d) => d.source)).toEqual(["two", "one"]);
    const [claim] = jsonLines<{ id: string }>((await run("chronology", "Kenya", "Peru", "--json")).out);
    expect((await run("show", claim!.id.slice(0, 9))).out).toContain("signed a trade agreement");
    expect((await run("explain", claim!.id)).code).toBe(0);
  });

  it("doctor finds it sound, and says what keeps it", async () => {
    const { code, out } = await run("doctor");
    expect(code).toBe(0);
    expect(out).toContain(`record ${place.address}: 2 documents, 3 claims`);
    expect(out).toContain(kind === "sqlite" ? "SQLite 3" : "PostgreSQL 1");
    expect(out).toContain("no faults");
    // the server for tests does not wait for its disk
    expect(out.includes("off: fsync, full_page_writes")).toBe(kind === "postgres");
  });

  it("doctor finds rows that do not fit together", async () => {
    await place.run("update extraction set claims = claims + 1 where id = 1");
    const { code, out } = await run("doctor");
    expect(code).toBe(3);
    expect(out).toContain("table extraction: 1 say another number of claims than there is");
    expect(out).toContain("make a copy of");
    await place.run("update extraction set claims = claims - 1 where id = 1");
    await place.run("update standing_total set claims = claims + 1 where b = '' and a in ('KEN', 'PER')");
    expect((await run("doctor")).out).toContain("table standing_total: wrong for 2 actors");
    await place.run("update dyad set stands = 0 where a = 'KEN' and b = 'PER'");
    expect((await run("doctor")).out).toContain("table dyad: wrong for 1 pairs of actors");
  });
});
