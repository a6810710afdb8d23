import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { jsonLines, runChancery } from "./run-chancery.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-decisions-"));
const record = join(folder, "record.chancery");
const run = (...args: string[]) => runChancery([...args, "--record", record]);
const decide = (...args: string[]) => run("decide", ...args, "--by", "Ada", "--why", "seen in the archive");
const ingest = (documents: readonly object[]) =>
  runChancery(["ingest", "-", "--record", record, "--quiet"], { input: documents.map((d) => JSON.stringify(d)).join("\n") });
const idOf = async (words: string): Promise<string> => {
  const claims = jsonLines<Claim>((await run("chronology", "Kenya", "Laos", "--json")).out);
  return claims.find((c) => c.evidence.quote.includes(words))!.id;
};

const TEXT = "Kenya opened an embassy in Vientiane in May 2004. Kenya and Laos established diplomatic relations in 1974.";
const WIRE =
  "President Mwai Kibaki of Kenya visited Laos in June 2006 for two days of talks on coffee and rice. Kenya opened its embassy in Vientiane in June 2004.";

beforeAll(async () => {
  const { code } = await ingest([
    { id: "one", date: "2012-05-04", title: "A survey", text: TEXT },
    { id: "two", date: "2006-06-09", url: "https://wire.example/2", text: WIRE },
    { id: "three", date: "2006-06-10", url: "https://daily.example/3", text: WIRE.replace("June 2004", "June 2004, it is said") },
  ]);
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("chancery decide", () => {
  it("corrects, shows the old value, and brings it back when undone", async () => {
    const id = await idOf("diplomatic relations");
    const corrected = await decide(id, "correct", "date=1979-03");
    expect([corrected.code, corrected.out]).toEqual([
      0,
      expect.stringContaining("corrected (date 1974 → 1979-03) by Ada: seen in the archive"),
    ]);
    const decision = /dec_[0-9a-f]{12}/.exec(corrected.out)![0];
    expect((await run("status", "Kenya", "Laos", "--on", "1990-01-01")).out).toContain("1979-03 to …");
    expect((await run("show", id)).out).toContain(`corrected (date 1974 → 1979-03) by Ada`);
    const [claim] = jsonLines<Claim & { decided: object }>((await run("chronology", "Kenya", "Laos", "--type", "relations", "--json")).out);
    expect(claim).toMatchObject({ date: { edtf: "1979-03" }, decided: { verdict: "corrected", was: { date: { edtf: "1974" } } } });
    expect((await run("decide", "undo", decision.slice(0, 9), "--by", "Ben", "--why", "misread")).code).toBe(0);
    expect((await run("status", "Kenya", "Laos", "--on", "1990-01-01")).out).toContain("1974 to …");
    const [first] = jsonLines<object>((await run("decide", "list", "--json")).out);
    expect(first).toMatchObject({ id: decision, by: "Ada", state: "undone", ruling: { kind: "correct" } });
  });

  it("rejects, and says so where the claim would stand; what was known before stays as it was", async () => {
    const id = await idOf("June 2006");
    expect((await decide("reject", id)).code).toBe(0);
    const { out } = await run("chronology", "Kenya", "Laos");
    expect(out).not.toContain(id);
    expect(out).toContain("Left out: 1 claim that people rejected.");
    expect((await run("search", "coffee")).out).not.toContain(id);
    expect((await run("history", id)).out).toMatch(
      /extracted by chancery [^\n]+: as it is here\n[^\n]+ {2}rejected by Ada: seen in the archive/,
    );
    expect((await run("decide", "list", "--known", "2001-01-01")).out).toContain("Nothing was decided in this record.");
  });

  it("settles contradictions between sources", async () => {
    expect((await run("contradictions", "Kenya", "Laos")).out).toContain("begins in 2004-05 and in 2004-06");
    expect((await decide("prefer", "wire.example", "--over", "one", "--pair", "Kenya", "Laos")).code).toBe(0);
    expect((await run("contradictions", "Kenya", "Laos")).out).toContain(
      "settled preferred wire.example over one between KEN and LAO by Ada",
    );
    expect((await run("status", "Kenya", "Laos")).out).toContain("2004-06 to …");
    expect((await run("sources", "Kenya", "Laos")).out).toContain("preferred wire.example over one");
  });

  it("says what is not understood, and decides nothing then", async () => {
    const before = (await run("decide", "list", "--json")).out;
    const id = await idOf("Vientiane in May 2004");
    for (const [args, says] of [
      [["maybe", id], '"maybe" is nothing to decide. Expected confirm, reject'],
      [[id, "maybe"], `as in: chancery decide confirm ${id}`],
      [["reject", "c_nothing"], "the record has no claim c_nothing"],
      [["reject"], "expected a claim, by its id"],
      [["correct", id], "nothing to correct"],
      [["correct", id, "level=palace"], 'level: "palace" is none; expected one of embassy'],
      [["prefer", "wire.example", "--matter", "weather"], '"weather" is no standing matter'],
      [["confirm", id, "--over", "wire.example"], "--over goes with prefer only"],
      [["merge", id], "to merge takes two claims at least"],
      [["undo", "dec_nothing"], "the record has no decision dec_nothing"],
    ] as const) {
      const { code, err } = await decide(...args);
      expect([args, code, err]).toEqual([args, 2, expect.stringContaining(says)]);
    }
    expect((await run("decide", "reject", id, "--why", "x")).err).toContain("who decides? Expected --by NAME");
    expect((await run("decide", "reject", id, "--by", "Ada")).err).toContain("why? Expected --why");
    expect((await run("decide", "list", "--json")).out).toBe(before);
  });

  it("is anchored anew when the document changes, and listed when nothing is left", async () => {
    const id = await idOf("Vientiane in May 2004");
    expect((await decide("correct", id, "date=2004-05-17", "level=consulate")).code).toBe(0);
    await ingest([{ id: "one", date: "2012-05-04", title: "A survey", text: `A preface was added.\n\n${TEXT}` }]);
    const now = await idOf("Vientiane in May 2004");
    expect(now).not.toBe(id);
    expect((await run("chronology", "Kenya", "Laos", "--type", "mission")).out).toContain("2004-05-17   mission begins");
    expect((await run("history", id)).out).toContain(`written as ${now}`);
    await ingest([{ id: "one", date: "2012-05-04", title: "A survey", text: "Nothing is known of embassies." }]);
    const { out } = await run("decide", "list");
    expect(out).toContain("unanchored: what it was about is not there any more");
    expect(out).toContain("“Kenya opened an embassy in Vientiane in May 2004”");
  });
});

describe("chancery events and sources", () => {
  it("tell each happening once, with its independent sources, and who copies whom", async () => {
    const { out } = await run("events", "Kenya", "Laos", "--type", "mission");
    expect(out).toMatch(/^2004-06 {6}mission begins · host Laos, sender Kenya · 2 claims, 1 independent source · e_/m);
    expect(
      jsonLines<{ claims: string[] }>((await run("events", "Kenya", "Laos", "--type", "mission", "--json")).out)[0]!.claims,
    ).toHaveLength(2);
    const sources = await run("sources", "Kenya", "Laos");
    expect(sources.out).toMatch(/^daily\.example: 1 claim|^daily\.example: 2 claims/m);
    expect(sources.out).toContain("has the words of wire.example, 2006-06-09");
  });
});
