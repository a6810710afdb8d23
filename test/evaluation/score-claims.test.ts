import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ScoredClaim, scoreUnits, unitsOf } from "../../src/evaluation/score-claims.ts";

const claim = (type: string, participants: string[], date: string | null, more: Partial<ScoredClaim> = {}): ScoredClaim => ({
  document: "one",
  type,
  phase: "occurs",
  factuality: "actual",
  participants: participants.map((p) => ({ role: p.slice(0, p.indexOf(":")), actor: p.slice(p.indexOf(":") + 1) })),
  date,
  details: {},
  ...more,
});

describe("unitsOf", () => {
  it("spreads a tour over its hosts", () => {
    expect(unitsOf(claim("visit", ["visitor:KEN", "host:LAO", "host:JPN"], "2001")).map((u) => [u.a, u.b])).toEqual([
      ["KEN", "LAO"],
      ["KEN", "JPN"],
    ]);
  });
  it("pairs the parties of a mutual claim without regard to order", () => {
    expect(unitsOf(claim("agreement", ["party:LAO", "party:KEN"], null)).map((u) => [u.a, u.b])).toEqual([["KEN", "LAO"]]);
  });
  it("pairs every party with the organisation where there is one", () => {
    expect(unitsOf(claim("meeting", ["participant:KEN", "participant:LAO", "organization:org:un"], null)).map((u) => [u.a, u.b])).toEqual([
      ["KEN", "org:un"],
      ["LAO", "org:un"],
    ]);
  });
});

describe("scoreUnits", () => {
  const gold = [claim("visit", ["visitor:KEN", "host:LAO"], "2001-05"), claim("visit", ["visitor:KEN", "host:JPN"], "2001")].flatMap(
    unitsOf,
  );
  it("counts levels apart", () => {
    const predicted = [claim("visit", ["visitor:KEN", "host:LAO"], "2001-06"), claim("visit", ["visitor:KEN", "host:JPN"], "2002")].flatMap(
      unitsOf,
    );
    const { levels } = scoreUnits(gold, predicted);
    expect(levels["who-what"].f1).toBe(1);
    expect(levels.core.f1).toBe(0.5);
    expect(levels.full.f1).toBe(0);
  });
  it("counts the same unit said twice once", () => {
    const twice = [claim("visit", ["visitor:KEN", "host:LAO"], "2001-05"), claim("visit", ["visitor:KEN", "host:LAO"], "2001-05")].flatMap(
      unitsOf,
    );
    expect(scoreUnits(gold, twice).predicted).toBe(1);
  });
});

const beside = join(import.meta.dirname, "../../../shared");
// the scorer runs by itself only under its own path
const shared = existsSync(beside) ? realpathSync(beside) : beside;
describe.skipIf(!existsSync(join(shared, "record/score.mjs")))("agrees with the reference scorer", () => {
  it("on gold against a damaged copy of itself", () => {
    const lines = readFileSync(join(shared, "gold/seeds.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((l) => JSON.parse(l) as ScoredClaim);
    const damaged = lines.flatMap((c, i): ScoredClaim[] =>
      i % 7 === 0
        ? []
        : i % 5 === 0
          ? [{ ...c, date: "1999" }]
          : i % 3 === 0
            ? [
                { ...c, phase: "holds" },
                { ...c, type: "event" },
              ]
            : [c],
    );
    const path = join(mkdtempSync(join(tmpdir(), "chancery-")), "claims.jsonl");
    writeFileSync(path, damaged.map((c) => JSON.stringify(c)).join("\n"));
    const [chronicle, all] = JSON.parse(
      execFileSync(
        process.execPath,
        [join(shared, "record/score.mjs"), "--gold", join(shared, "gold/seeds.jsonl"), "--predicted", path, "--json"],
        { encoding: "utf8" },
      ),
    ) as { gold: number; predicted: number; "who-what": object; core: object; full: object }[];
    const ours = scoreUnits(lines.flatMap(unitsOf), damaged.flatMap(unitsOf));
    expect({ gold: ours.gold, predicted: ours.predicted, ...ours.levels }).toEqual({
      gold: all!.gold,
      predicted: all!.predicted,
      "who-what": all!["who-what"],
      core: all!.core,
      full: all!.full,
    });
    const chronicleOnly = (c: ScoredClaim): boolean => c.type !== "statement" && c.type !== "event";
    expect(scoreUnits(lines.filter(chronicleOnly).flatMap(unitsOf), damaged.filter(chronicleOnly).flatMap(unitsOf)).levels.core).toEqual(
      chronicle!.core,
    );
  });

  it("on what extraction makes of the samples, by type and by document, as the command prints it", () => {
    const samples = join(import.meta.dirname, "../../samples");
    const gold = join(import.meta.dirname, "../samples/expected.jsonl");
    const chancery = (...args: string[]): string =>
      execFileSync(process.execPath, [join(import.meta.dirname, "../../bin/chancery"), ...args], { encoding: "utf8", maxBuffer: 2 ** 28 });
    const claims = join(mkdtempSync(join(tmpdir(), "chancery-")), "claims.jsonl");
    writeFileSync(claims, chancery("extract", "--quiet", samples));
    const ours = JSON.parse(chancery("evaluate", "--gold", gold, "--by", "type,document", "--json", samples)) as Row[];
    for (const by of ["type", "document"]) {
      const theirs = JSON.parse(
        execFileSync(process.execPath, [join(shared, "record/score.mjs"), "--gold", gold, "--predicted", claims, "--by", by, "--json"], {
          encoding: "utf8",
        }),
      ) as Row[];
      expect(theirs.length).toBeGreaterThan(10);
      for (const row of theirs.map(({ name, gold, predicted, "who-what": w, core, full }) => ({ name, gold, predicted, w, core, full }))) {
        const own = ours.find((r) => r.name === row.name && (r.by === by || r.by === null))!;
        expect({ name: own.name, gold: own.gold, predicted: own.predicted, w: own["who-what"], core: own.core, full: own.full }).toEqual(
          row,
        );
      }
    }
  }, 120_000);
});

interface Row {
  readonly by?: string | null;
  readonly name: string;
  readonly gold: number;
  readonly predicted: number;
  readonly "who-what": object;
  readonly core: object;
  readonly full: object;
}
