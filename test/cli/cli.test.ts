import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { jsonLines, runChancery, startChancery } from "./run-chancery.ts";

const samples = join(import.meta.dirname, "../../samples");
let folder: string;
let record: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chancery-cli-"));
  record = join(folder, "record.chancery");
  mkdirSync(join(folder, "texts"));
  writeFileSync(
    join(folder, "texts", "one.txt"),
    "Kenya opens embassy\n\nKenya opened an embassy in Laos on 3 May 2001. Kenya and Laos signed a trade agreement in 2004.\n",
  );
  writeFileSync(
    join(folder, "texts", "two.jsonl"),
    `${JSON.stringify({ id: "wire-1", text: "The Kenyan president visited Japan in June 2005.", date: "2005-07-01", title: "Visit" })}\nnot json at all\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("chancery extract", () => {
  it("writes claims as JSON lines whose quotes stand where they say", async () => {
    const { code, out, err } = await runChancery(["extract", join(folder, "texts", "one.txt")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const claims = jsonLines<Claim>(out);
    expect(claims.map((c) => `${c.type} ${c.phase} ${c.date.edtf}`)).toEqual(["mission begins 2001-05-03", "agreement signed 2004"]);
    expect(claims[0]!.evidence.source).toBe(join(folder, "texts", "one.txt"));
    for (const c of claims) expect(c.evidence.quote).toHaveLength(c.evidence.end - c.evidence.start);
  });

  it("is the same on every run", async () => {
    const path = join(samples, "high-level-visits.md");
    const [a, b] = await Promise.all([runChancery(["extract", path]), runChancery(["extract", path])]);
    expect(a.out).toBe(b.out);
    expect(jsonLines<Claim>(a.out).length).toBeGreaterThan(5);
  });

  it("reads JSON lines from standard input, with the line's id as the source", async () => {
    const input = `${JSON.stringify({ id: "a1", text: "Kenya recognised Kosovo in 2010.", language: "en" })}\n`;
    const { code, out } = await runChancery(["extract", "-"], { input });
    expect(code).toBe(0);
    expect(jsonLines<Claim>(out).map((c) => [c.type, c.evidence.source])).toEqual([["recognition", "a1"]]);
  });

  it("goes on when one input is bad, and says which and why", async () => {
    const missing = join(folder, "nowhere.txt");
    const { code, out, err } = await runChancery([
      "extract",
      missing,
      join(folder, "texts", "two.jsonl"),
      join(folder, "texts", "one.txt"),
    ]);
    expect(code).toBe(1);
    expect(err).toContain(missing);
    expect(err).toMatch(/two\.jsonl.*line 2|line 2.*two\.jsonl/s);
    expect(new Set(jsonLines<Claim>(out).map((c) => c.evidence.source))).toEqual(new Set(["wire-1", join(folder, "texts", "one.txt")]));
  });

  it("ends quietly when its reader stops early", async () => {
    const child = startChancery(["extract", samples]);
    child.stdout!.once("data", () => child.stdout!.destroy());
    let err = "";
    child.stderr!.setEncoding("utf8").on("data", (s: string) => {
      err += s;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(0);
    expect(err).not.toContain("EPIPE");
  });
});

describe("chancery ingest and the answers from the record", () => {
  it("ingests, and changes nothing the second time", async () => {
    const first = await runChancery(["ingest", join(folder, "texts", "one.txt"), "--record", record, "--json"]);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({ documents: 1, new: 1, claims: 2, failed: 0 });
    const second = await runChancery(["ingest", join(folder, "texts", "one.txt"), "--record", record, "--json"]);
    expect(JSON.parse(second.out)).toMatchObject({ new: 0, unchanged: 1, claims: 0 });
  });

  it("answers a chronology under the names that people write", async () => {
    for (const [a, b] of [
      ["Kenya", "Laos"],
      ["KE", "lao"],
      ["kenyan", "Lao PDR"],
    ] as const) {
      const { code, out } = await runChancery(["chronology", a, b, "--record", record]);
      expect(code).toBe(0);
      expect(out).toContain("2001-05-03");
      expect(out).toContain("opened an embassy");
    }
  });

  it("filters by type and year", async () => {
    const { out } = await runChancery([
      "chronology",
      "Kenya",
      "Laos",
      "--record",
      record,
      "--type",
      "agreement",
      "--from",
      "2004",
      "--to",
      "2004",
      "--json",
    ]);
    expect(jsonLines<Claim>(out).map((c) => c.type)).toEqual(["agreement"]);
  });

  it("shows a claim with its words in their place", async () => {
    const { out } = await runChancery(["chronology", "Kenya", "Laos", "--record", record, "--json"]);
    const claim = jsonLines<Claim>(out)[0]!;
    const shown = await runChancery(["show", claim.id, "--record", record]);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain(claim.evidence.quote);
    expect(shown.out).toContain(claim.why.rule);
    expect(shown.out).toMatch(/of the file/);
  });

  it("lists documents", async () => {
    const { out } = await runChancery(["documents", "--record", record, "--json"]);
    expect(jsonLines<{ title: string; claims: number }>(out).map((d) => d.claims)).toEqual([2]);
  });

  it("takes a changed document as a new version", async () => {
    const path = join(folder, "changing.txt");
    const own = join(folder, "changing.chancery");
    writeFileSync(path, "Kenya and Laos signed a trade agreement in 2004.\n");
    await runChancery(["ingest", path, "--record", own]);
    writeFileSync(path, "Kenya and Laos signed a trade agreement in 2005.\n");
    const { out } = await runChancery(["ingest", path, "--record", own, "--json"]);
    expect(JSON.parse(out)).toMatchObject({ "new-version": 1 });
    expect(
      jsonLines<Claim>((await runChancery(["chronology", "KEN", "LAO", "--record", own, "--json"])).out).map((c) => c.date.edtf),
    ).toEqual(["2005"]);
  });

  it("resumes after a kill and loses nothing that was stored", async () => {
    const path = join(folder, "many.jsonl");
    const own = join(folder, "killed.chancery");
    const years = Array.from({ length: 400 }, (_, i) => 1600 + i);
    // long enough to be killed amid the documents
    const rest = " The old harbour in Kenya was quiet, and those who had waited for the boat went home.".repeat(12);
    writeFileSync(
      path,
      years
        .map((y) => JSON.stringify({ id: `item-${y}`, text: `Kenya and Laos signed a trade agreement in ${y}.${rest}`, language: "en" }))
        .join("\n"),
    );
    let stored = 0;
    let finished = false;
    for (let round = 0; round < 3; round++) {
      const child = startChancery(["ingest", path, "--record", own, "--quiet"]);
      const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
      await new Promise((resolve) => setTimeout(resolve, 1000 + round * 500));
      child.kill("SIGKILL");
      finished = (await closed) === 0;
      const { code, out } = await runChancery(["documents", "--record", own, "--json"]);
      const now = code === 0 ? jsonLines(out).length : 0;
      expect(now).toBeGreaterThanOrEqual(stored);
      stored = now;
    }
    const last = await runChancery(["ingest", path, "--record", own, "--json"]);
    expect(last.code).toBe(0);
    // a file that was read to its end is not opened again, and counts as one
    const unchanged = finished ? 1 : stored;
    expect(JSON.parse(last.out)).toMatchObject({ failed: 0, unchanged, new: years.length - stored });
    const { out } = await runChancery(["chronology", "KEN", "LAO", "--record", own, "--json"]);
    expect(jsonLines<Claim>(out).map((c) => c.date.edtf)).toEqual(years.map(String));
  }, 120_000);
});

describe("what chancery says when it is not understood", () => {
  it("suggests names that are near", async () => {
    const { code, err } = await runChancery(["chronology", "Ecudaor", "Kenya", "--record", record]);
    expect(code).toBe(2);
    expect(err).toContain("Ecuador");
  });
  it("names the record that is missing and what makes one", async () => {
    const { code, err } = await runChancery(["chronology", "Kenya", "Laos", "--record", join(folder, "none.chancery")]);
    expect(code).toBe(3);
    expect(err).toContain("none.chancery");
    expect(err).toContain("chancery ingest");
  });
  it.each([
    [["chronology", "Kenya"], "missing required argument"],
    [["extract"], "missing required argument"],
    [["chronology", "Kenya", "Laos", "--type", "party"], "no claim type"],
    [["chronology", "Kenya", "Laos", "--from", "soon"], "whole number"],
    [["serve", "--record", "/dev/null/x"], "/dev/null/x"],
    [["frobnicate"], "unknown command"],
  ])("%j", async (args, says) => {
    const { code, err } = await runChancery([
      ...args,
      ...(args.includes("--record") || args[0] === "extract" || args[0] === "frobnicate" ? [] : ["--record", record]),
    ]);
    expect([2, 3]).toContain(code);
    expect(err).toContain(says);
  });
  it("explains itself", async () => {
    const { code, out } = await runChancery(["--help"]);
    expect(code).toBe(0);
    for (const command of ["extract", "ingest", "serve", "chronology", "documents", "show", "evaluate", "doctor"])
      expect(out).toContain(command);
    expect(out).toContain("Exit codes");
  });
});

describe("chancery doctor", () => {
  it("finds nothing wrong with a sound installation and record", async () => {
    const { code, out } = await runChancery(["doctor", "--record", record, "--json"]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { ok: boolean }[]).every((f) => f.ok)).toBe(true);
  });
  it("says when a record is no record", async () => {
    const path = join(folder, "diary.chancery");
    writeFileSync(path, readFileSync(join(samples, "wire.jsonl")));
    const { code, out } = await runChancery(["doctor", "--record", path]);
    expect(code).toBe(3);
    expect(out).toContain("not a Chancery record");
  });
});

describe("chancery evaluate", () => {
  it("scores extraction against gold", async () => {
    const gold = join(folder, "gold.jsonl");
    writeFileSync(
      gold,
      `${JSON.stringify({
        document: "one",
        type: "mission",
        phase: "begins",
        factuality: "actual",
        participants: [
          { role: "sender", actor: "KEN" },
          { role: "host", actor: "LAO" },
        ],
        date: "2001-05-03",
      })}\n`,
    );
    const { code, out } = await runChancery(["evaluate", "--gold", gold, join(folder, "texts", "one.txt"), "--json"]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { core: object }[])[0]!.core).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 });
  });
  it("names the line of gold that is no JSON", async () => {
    const gold = join(folder, "bad.jsonl");
    writeFileSync(gold, "{}\n{oops\n");
    const { code, err } = await runChancery(["evaluate", "--gold", gold, join(folder, "texts", "one.txt")]);
    expect(code).toBe(2);
    expect(err).toContain("bad.jsonl:1: type: it is missing");
    expect(err).toContain("bad.jsonl:2: not JSON");
  });
  it("keeps a run and says later what was gained and lost, with errors in their sentences", async () => {
    const gold = join(folder, "kept.jsonl");
    const saved = join(folder, "run.json");
    const mission = { document: "one", type: "mission", phase: "begins", factuality: "actual", date: "2001-05-03" };
    const hosts = ["LAO", "FJI"].map((actor) => ({ role: "host", actor }));
    const claims = hosts.map((host) => JSON.stringify({ ...mission, participants: [{ role: "sender", actor: "KEN" }, host] }));
    writeFileSync(gold, claims.join("\n"));
    const text = join(folder, "texts", "one.txt");
    const first = await runChancery(["evaluate", "--gold", gold, text, "--save", saved]);
    expect(first).toMatchObject({ code: 0, err: "" });
    const kept = JSON.parse(readFileSync(saved, "utf8")) as { found: string[] };
    expect(kept.found).toEqual(["one mission KEN LAO 2001"]);
    writeFileSync(saved, JSON.stringify({ ...kept, found: ["one mission KEN FJI 2001"] }));
    const { code, out } = await runChancery(["evaluate", "--gold", gold, text, "--against", saved, "--by", "format", "--misses", "3"]);
    expect(code).toBe(0);
    expect(out).toContain("1 gained, 1 lost");
    expect(out).toContain("+ one mission KEN LAO 2001");
    expect(out).toContain("- one mission KEN FJI 2001");
    expect(out).toMatch(/by format\ntext +2/);
    expect(out).toMatch(/spurious \(1\):\n {2}\+ one agreement.*\n {6}\S/);
  });
  it.each([
    [["--by", "colour"], "“colour” is not known. Expected one of type, document, format"],
    [["--against", "nowhere.json"], "nowhere.json: the earlier run cannot be read"],
    [["--against", "package.json"], "no saved evaluation"],
  ])("refuses %j", async (args, says) => {
    const gold = join(folder, "gold.jsonl");
    const { code, err } = await runChancery(["evaluate", "--gold", gold, join(folder, "texts", "one.txt"), ...args]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
