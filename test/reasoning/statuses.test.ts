import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Status } from "../../src/reasoning/status.ts";
import { statusAt } from "../../src/reasoning/status-at.ts";
import { deriveStatuses } from "../../src/reasoning/statuses.ts";
import type { ClaimEntry } from "../../src/record/record.ts";
import { entry } from "./entry.ts";

const only = (entries: readonly ClaimEntry[]): Status => {
  const statuses = deriveStatuses(entries);
  expect(statuses).toHaveLength(1);
  return statuses[0]!;
};
const on = (status: Status, day: string) => {
  const { holds, certainty } = statusAt(status, day);
  return `${holds} ${certainty}`;
};
const spans = (status: Status) => status.intervals.map((i) => `${i.begins?.edtf ?? "?"} ${i.ends?.edtf ?? "?"}`);

describe("a status", () => {
  it("begins and ends with the claims that say so, as precisely as the best of them", () => {
    const status = only([
      entry("mission/begins", "sender:LAO host:KEN", "2004", { details: { level: "embassy", city: "Nairobi" } }),
      entry("mission/begins", "sender:LAO host:KEN", "2004-05-17", { details: { level: "embassy", city: "Nairobi" }, source: "b" }),
      entry("mission/ends", "sender:LAO host:KEN", "2011-03", { details: { level: "embassy", city: "Nairobi" } }),
    ]);
    expect(spans(status)).toEqual(["2004-05-17 2011-03"]);
    expect(status.intervals[0]!.begins!.claims).toHaveLength(2);
    expect(on(status, "2004-05-16")).toBe("false established");
    expect(on(status, "2004-05-17")).toBe("true established");
    expect(on(status, "2011-03-10")).toBe("null unknown");
    expect(on(status, "2011-04-01")).toBe("false established");
  });

  it("with no known end is presumed, then stale; evidence renews it", () => {
    const begun = entry("relations/begins", "party:LAO party:KEN", "1974-02-01");
    expect(on(only([begun]), "1980-01-01")).toBe("true presumed");
    expect(on(only([begun]), "1990-01-01")).toBe("true stale");
    const renewed = only([begun, entry("relations/holds", "party:KEN party:LAO", null, { written: "1988-07-01" })]);
    expect(on(renewed, "1990-01-01")).toBe("true presumed");
    expect(on(renewed, "1985-01-01")).toBe("true established");
  });

  it("may break off and be taken up again", () => {
    const status = only([
      entry("relations/resumes", "party:LAO party:KEN", "1995"),
      entry("relations/suspended", "party:LAO party:KEN", "1987"),
      entry("relations/begins", "party:LAO party:KEN", "1974"),
    ]);
    expect(spans(status)).toEqual(["1974 1987", "1995 ?"]);
    expect([on(status, "1980-01-01"), on(status, "1990-01-01"), on(status, "1996-01-01")]).toEqual([
      "true established",
      "false established",
      "true presumed",
    ]);
    expect(status.contradictions).toEqual([]);
  });

  it("known only to hold says nothing of the time before", () => {
    const status = only([entry("membership/holds", "member:KEN organization:org:coffee-club", null, { written: "2008-05-01" })]);
    expect([on(status, "2001-01-01"), on(status, "2008-05-01"), on(status, "2010-01-01")]).toEqual([
      "null unknown",
      "true established",
      "true presumed",
    ]);
  });

  it("of a fixed term begins and ends with it", () => {
    const status = only([
      entry("membership/holds", "member:KEN organization:org:unsc", "2021-01/2022-12", { details: { standing: "elected-member" } }),
    ]);
    expect([on(status, "2020-12-31"), on(status, "2022-06-01"), on(status, "2023-01-01")]).toEqual([
      "false established",
      "true established",
      "false established",
    ]);
  });

  it("of an agreement begins when it comes into force; before that is known, with the signature", () => {
    const details = { instrument: "free-trade" };
    const signed = entry("agreement/signed", "party:LAO party:KEN", "2010-06", { details });
    expect(spans(only([signed]))).toEqual(["2010-06 ?"]);
    const status = only([signed, entry("agreement/in-force", "party:LAO party:KEN", "2012-01-01", { details })]);
    expect(spans(status)).toEqual(["2012-01-01 ?"]);
    expect(status.contradictions).toEqual([]);
  });

  it("keeps memoranda of different days apart, and embassies of different cities", () => {
    const memorandum = { details: { instrument: "memorandum" } };
    const statuses = deriveStatuses([
      entry("agreement/signed", "party:LAO party:KEN", "2010-06", memorandum),
      entry("agreement/signed", "party:LAO party:KEN", "2014-02", memorandum),
      entry("mission/begins", "sender:LAO host:KEN", "2004", { details: { level: "embassy", city: "Nairobi" } }),
      entry("mission/begins", "sender:LAO host:KEN", "2006", { details: { level: "consulate", city: "Mombasa" } }),
      entry("mission/holds", "sender:LAO host:KEN", null, { details: { level: "embassy" } }),
    ]);
    expect(statuses.map((s) => s.matter.object)).toEqual([
      "memorandum, 2010-06",
      "memorandum, 2014-02",
      "consulate, Mombasa",
      "embassy, Nairobi",
    ]);
    expect(statuses[3]!.intervals[0]!.evidence).toHaveLength(2);
  });

  it("of an agreement is one whoever names it more fully, or says when it was signed and when it ended", () => {
    const trade = { instrument: "trade" };
    const [untitled, ...others] = deriveStatuses([
      entry("agreement/signed", "party:LAO party:KEN", "2004-05-17", { details: trade }),
      entry("agreement/signed", "party:KEN party:LAO", "2004", { details: trade, source: "b" }),
      entry("agreement/in-force", "party:LAO party:KEN", "2006-01", { details: trade }),
      entry("agreement/ends", "party:LAO party:KEN", "2011", { details: trade }),
    ]);
    expect([others, spans(untitled!), untitled!.matter.object, untitled!.steps.length]).toEqual([
      [],
      ["2006-01 2011"],
      "trade, 2004-05-17",
      2,
    ]);
    const titled = (phase: string, title: string, edtf: string) =>
      entry(`agreement/${phase}`, "party:LAO party:KEN", edtf, { details: { title, instrument: "cooperation" } });
    const status = only([
      titled("signed", "Framework Agreement on Coffee", "2011"),
      titled("signed", "the Agreement on Coffee in April", "2011-04"),
      titled("ends", "Framework Agreement on Coffee", "2016"),
    ]);
    expect(spans(status)).toEqual(["2011-04 2016"]);
    expect(
      deriveStatuses([titled("signed", "Agreement on Coffee", "2011"), titled("signed", "Agreement on Coffee and Tea", "2011")]),
    ).toHaveLength(2);
  });

  it("of envoys is told apart by persons, where they are named", () => {
    const named = (phase: string, person: string, edtf: string) => {
      const made = entry(`envoy/${phase}`, "sender:LAO host:KEN", edtf, { details: { rank: "ambassador" } });
      const [sender, host] = made.claim.participants;
      return { ...made, claim: { ...made.claim, participants: [{ ...sender!, person }, host!] } };
    };
    const statuses = deriveStatuses([
      named("begins", "Jane Doe", "2001"),
      named("ends", "Doe", "2005"),
      named("begins", "Ann Roe", "2006"),
    ]);
    expect(statuses.map((s) => [s.matter.object, ...spans(s)])).toEqual([
      ["ambassador, Ann Roe", "2006 ?"],
      ["ambassador, Jane Doe", "2001 2005"],
    ]);
  });

  it("of an observer ends when it leaves, whatever standing it leaves", () => {
    const observer = { details: { standing: "observer" } };
    const left = entry("membership/ends", "member:KEN organization:org:coffee-club", "2012", { details: { standing: "member" } });
    expect(spans(only([entry("membership/begins", "member:KEN organization:org:coffee-club", "2003", observer), left]))).toEqual([
      "2003 2012",
    ]);
  });

  it("of relations is borne out by embassies and ambassadors, which begin and contradict nothing", () => {
    const begun = entry("relations/begins", "party:LAO party:KEN", "1974");
    const embassy = entry("mission/begins", "sender:LAO host:KEN", "2004", { details: { level: "embassy", city: "Nairobi" } });
    const relations = (entries: readonly ClaimEntry[]) => deriveStatuses(entries).find((s) => s.matter.kind === "relations");
    expect(on(relations([begun, embassy])!, "2010-01-01")).toBe("true presumed");
    expect(relations([embassy])).toBeUndefined();
    const ended = entry("relations/ends", "party:LAO party:KEN", "1990");
    expect(relations([begun, ended, embassy])!.contradictions).toEqual([]);
  });

  it("after a denial is taken not to hold", () => {
    const denied = entry("mission/holds", "sender:LAO host:KEN", null, {
      factuality: "denied",
      written: "2010-05-01",
      details: { level: "embassy" },
    });
    expect([on(only([denied]), "2009-01-01"), on(only([denied]), "2012-01-01"), on(only([denied]), "2030-01-01")]).toEqual([
      "null unknown",
      "false presumed",
      "false stale",
    ]);
  });

  it("plans and proposals do not make one", () => {
    expect(deriveStatuses([entry("mission/begins", "sender:LAO host:KEN", "2030", { factuality: "planned" })])).toEqual([]);
  });

  it("joins an undated beginning to the known one, and takes it for past where it is alone", () => {
    const dated = entry("recognition/begins", "recognizer:LAO recognized:XKX", "2009");
    const undated = entry("recognition/begins", "recognizer:LAO recognized:XKX", null, { written: "2015-01-01" });
    expect(only([undated, dated]).intervals).toHaveLength(1);
    const alone = only([undated]);
    expect([on(alone, "2014-01-01"), on(alone, "2015-01-01")]).toEqual(["null unknown", "true presumed"]);
  });
});

describe("contradicted", () => {
  it("by two beginnings without an end between, in the days between them", () => {
    const status = only([
      entry("relations/begins", "party:LAO party:KEN", "1974"),
      entry("relations/begins", "party:LAO party:KEN", "1979-03"),
    ]);
    expect(status.contradictions.map((c) => [c.kind, c.first.length, c.second.length])).toEqual([["two-beginnings", 1, 1]]);
    expect(statusAt(status, "1976-01-01").certainty).toBe("contradicted");
    expect(statusAt(status, "1980-01-01").certainty).toBe("presumed");
  });

  it("by evidence after the end", () => {
    const status = only([
      entry("mission/ends", "sender:LAO host:KEN", "2011", { details: { level: "embassy", city: "Nairobi" } }),
      entry("mission/holds", "sender:LAO host:KEN", null, { details: { level: "embassy", city: "Nairobi" }, written: "2016-01-01" }),
    ]);
    expect(status.contradictions.map((c) => c.kind)).toEqual(["held-after-end"]);
    expect(statusAt(status, "2016-01-01").certainty).toBe("contradicted");
  });

  it("by a denial on a day on which it surely held, and by none before it began", () => {
    const begun = entry("relations/begins", "party:LAO party:KEN", "1974-02-01");
    const denied = (written: string) => entry("relations/holds", "party:LAO party:KEN", null, { factuality: "denied", written });
    expect(only([begun, denied("1990-04-01")]).contradictions.map((c) => c.kind)).toEqual(["held-and-denied"]);
    expect(only([begun, denied("1970-04-01")]).contradictions).toEqual([]);
    expect(on(only([begun, denied("1970-04-01")]), "1970-04-01")).toBe("false established");
  });

  it("by what says that it never was, for all days up to then", () => {
    const never = entry("mission/holds", "sender:LAO host:KEN", null, {
      factuality: "denied",
      written: "2015-02-20",
      quote: "Laos has never had an embassy in Kenya",
      details: { level: "embassy" },
    });
    const opened = (edtf: string) =>
      entry("mission/begins", "sender:LAO host:KEN", edtf, { details: { level: "embassy", city: "Nairobi" } });
    const status = only([never, opened("2007")]);
    expect(status.contradictions.map((c) => [c.kind, c.days?.to])).toEqual([["held-and-denied", "2015-02-20"]]);
    expect(statusAt(status, "2010-01-01").certainty).toBe("contradicted");
    expect(only([never, opened("2017")]).contradictions).toEqual([]);
    expect(on(only([never]), "1999-01-01")).toBe("false established");
  });

  it("by a beginning that is denied for its own time only", () => {
    const denied = (edtf: string) => entry("relations/begins", "party:LAO party:KEN", edtf, { factuality: "denied" });
    const begun = entry("relations/begins", "party:LAO party:KEN", "1974-02-01");
    expect(only([begun, denied("1974")]).contradictions.map((c) => c.kind)).toEqual(["begun-and-denied"]);
    expect(only([begun, denied("1980")]).contradictions).toEqual([]);
  });

  it("by two days of signature of what came into force, which leaves no day open", () => {
    const details = { instrument: "free-trade" };
    const status = only([
      entry("agreement/signed", "party:LAO party:KEN", "2010-06", { details }),
      entry("agreement/signed", "party:LAO party:KEN", "2010-09-22", { details }),
      entry("agreement/in-force", "party:LAO party:KEN", "2012-01-01", { details }),
      entry("agreement/ratified", "party:LAO party:KEN", "2011-01-01", { details: { instrument: "other" } }),
    ]);
    expect(status.contradictions.map((c) => [c.kind, c.says])).toEqual([["two-signatures", "is signed in 2010-06 and in 2010-09-22"]]);
    expect([on(status, "2010-08-01"), status.steps.length]).toEqual(["false established", 3]);
  });

  it("by nothing when sanctions or troops are added to", () => {
    const status = only([
      entry("sanction/begins", "imposer:LAO target:KEN", "2006"),
      entry("sanction/begins", "imposer:LAO target:KEN", "2009"),
    ]);
    expect(status.contradictions).toEqual([]);
    expect(spans(status)).toEqual(["2006 ?"]);
  });
});

const year = fc.integer({ min: 1950, max: 2019 }).map(String);
const dates = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`),
  fc.constant(null),
);
const claims = fc.array(
  fc
    .tuple(fc.constantFrom("begins", "ends", "holds", "suspended", "resumes"), dates, fc.constantFrom("actual", "denied", "planned"), year)
    .map(([phase, edtf, factuality, written]) =>
      entry(`relations/${phase}`, "party:LAO party:KEN", edtf, { factuality: factuality as "actual", written: `${written}-07-01` }),
    ),
  { maxLength: 8 },
);

describe("for any claims", () => {
  it("their order does not matter", () => {
    fc.assert(
      fc.property(claims, fc.infiniteStream(fc.nat()), (entries, numbers) => {
        const keys = new Map(entries.map((e) => [e, numbers.next().value as number]));
        const shuffled = [...entries].sort((x, y) => keys.get(x)! - keys.get(y)!);
        expect(deriveStatuses(shuffled)).toEqual(deriveStatuses(entries));
      }),
    );
  });

  it("intervals lie in order and do not overlap, and every day has an answer", () => {
    fc.assert(
      fc.property(claims, year, (entries, y) => {
        for (const status of deriveStatuses(entries)) {
          for (const [i, interval] of status.intervals.entries()) {
            const next = status.intervals[i + 1];
            if (!next) continue;
            expect(interval.ends).not.toBeNull();
            const end = interval.ends!.bounds.from;
            const begin = next.begins?.bounds.to ?? next.evidence[0]?.bounds.to;
            if (end != null && begin != null) expect(end <= begin).toBe(true);
          }
          const answer = statusAt(status, `${y}-03-03`);
          if (answer.holds === null) expect(["unknown", "contradicted"]).toContain(answer.certainty);
          if (answer.certainty === "established") expect(answer.holds).not.toBeNull();
        }
      }),
    );
  });
});
