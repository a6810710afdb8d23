import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupEvents } from "../../src/reasoning/events.ts";
import { sourcesOf } from "../../src/reasoning/sources.ts";
import { entry } from "./entry.ts";

const dates = (entries: Parameters<typeof groupEvents>[0]) => groupEvents(entries).events.map((e) => [e.edtf, e.claims.length]);

describe("groupEvents", () => {
  it("brings one happening together, with the best date and every source", () => {
    const { events } = groupEvents([
      entry("visit/occurs", "visitor:LAO host:KEN", "2015", { source: "a" }),
      entry("visit/occurs", "visitor:LAO host:KEN", "2015-04-20", { source: "b" }),
      entry("visit/occurs", "visitor:LAO host:KEN", "2015-04", { source: "c" }),
    ]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ edtf: "2015-04-20", bounds: { from: "2015-04-20", to: "2015-04-20" } });
    expect(events[0]!.sources.map((s) => s.name).sort()).toEqual(["a", "b", "c"]);
  });

  it("keeps apart other dates, directions, types, phases and factualities", () => {
    expect(
      dates([
        entry("visit/occurs", "visitor:LAO host:KEN", "2015-04"),
        entry("visit/occurs", "visitor:LAO host:KEN", "2016-04"),
        entry("visit/occurs", "visitor:KEN host:LAO", "2015-04"),
        entry("visit/occurs", "visitor:LAO host:KEN", "2015-04", { factuality: "denied" }),
        entry("meeting/occurs", "participant:LAO participant:KEN", "2015-04"),
      ]),
    ).toHaveLength(5);
  });

  it("keeps apart what a number, a city or a title tells apart", () => {
    const forum = (number: number) => entry("meeting/occurs", "participant:LAO organization:org:fealac", "2011", { details: { number } });
    expect(dates([forum(3), forum(4)])).toHaveLength(2);
    expect(dates([forum(3), entry("meeting/occurs", "participant:LAO organization:org:fealac", "2011-08")])).toEqual([["2011-08", 2]]);
  });

  it("takes the same number of a series for one, whoever is said to have taken part", () => {
    const forum = (who: string, number: number) =>
      entry("meeting/occurs", `participant:${who} organization:org:fealac`, "2011", { details: { number } });
    expect(dates([forum("LAO", 3), forum("KEN", 3)])).toEqual([["2011", 2]]);
    expect(dates([forum("LAO", 3), forum("KEN", 4)])).toHaveLength(2);
  });

  it("keeps apart what instruments, ranks, stances and persons tell apart", () => {
    const visit = (details: { [name: string]: string }) => entry("visit/occurs", "visitor:LAO host:KEN", "2015-04", { details });
    expect(dates([visit({ rank: "head-of-state" }), visit({ rank: "minister" })])).toHaveLength(2);
    expect(dates([visit({ rank: "official" }), visit({ rank: "minister" })])).toHaveLength(1);
    const signed = (instrument: string) => entry("agreement/signed", "party:LAO party:KEN", "2015-04", { details: { instrument } });
    expect(dates([signed("memorandum"), signed("trade"), signed("other")])).toHaveLength(2);
    const by = (person: string) => {
      const made = visit({});
      return {
        ...made,
        claim: { ...made.claim, participants: made.claim.participants.map((p) => (p.role === "visitor" ? { ...p, person } : p)) },
      };
    };
    expect(dates([by("Jane Doe"), by("Doe")])).toHaveLength(1);
    expect(dates([by("Jane Doe"), by("Ann Roe")])).toHaveLength(2);
  });

  it("takes a tour and the visit to one of its hosts for one", () => {
    expect(
      dates([
        entry("visit/occurs", "visitor:LAO host:KEN host:PER", "2015-04"),
        entry("visit/occurs", "visitor:LAO host:PER", "2015-04-20"),
      ]),
    ).toEqual([["2015-04-20", 2]]);
  });

  it("does not choose where a vague claim fits several", () => {
    const { events, ambiguous } = groupEvents([
      entry("visit/occurs", "visitor:LAO host:KEN", "2015-04"),
      entry("visit/occurs", "visitor:LAO host:KEN", "2015-11"),
      entry("visit/occurs", "visitor:LAO host:KEN", "2015"),
    ]);
    expect(events).toHaveLength(2);
    expect(ambiguous.map((a) => a.events.length)).toEqual([2]);
  });

  it("does not depend on the order of claims", () => {
    const arbitrary = fc.array(
      fc
        .tuple(
          fc.constantFrom("2015", "2015-04", "2015-04-20", "2015-11", "2016", null),
          fc.constantFrom("KEN", "PER"),
          fc.constantFrom("a", "b", "c"),
        )
        .map(([edtf, host, source]) => entry("visit/occurs", `visitor:LAO host:${host}`, edtf, { source })),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(arbitrary, fc.infiniteStream(fc.nat()), (entries, numbers) => {
        const keys = new Map(entries.map((e) => [e, numbers.next().value as number]));
        const shuffled = [...entries].sort((x, y) => keys.get(x)! - keys.get(y)!);
        const shape = (list: typeof entries) => groupEvents(list).events.map((e) => [e.id, e.edtf, e.claims.length]);
        expect(shape(shuffled)).toEqual(shape(entries));
      }),
    );
  });
});

describe("sourcesOf", () => {
  const words = "The president of Laos arrived in Nairobi on Monday for talks on trade and coffee";
  const told = (source: string, quote: string, publisher: string | null = null) =>
    entry("visit/occurs", "visitor:LAO host:KEN", "2015-04-20", { source, quote, publisher });
  it("counts copies of one text once", () => {
    const copies = [
      told("a", words, "Wire"),
      told("b", `${words}.`, "Daily"),
      told("c", "Kenya received the president of Laos, who stayed two days in the capital"),
    ];
    expect(sourcesOf(copies).map((s) => s.documents.length)).toEqual([2, 1]);
  });
  it("does not take short words for copies", () => {
    expect(sourcesOf([told("a", "visited Kenya in 2015"), told("b", "visited Kenya in 2015")])).toHaveLength(2);
  });
});
