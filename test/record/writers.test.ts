import { afterEach, beforeEach, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import type { Document } from "../../src/document/document.ts";
import { Record } from "../../src/record/record.ts";
import { describePostgres, type Place } from "../engines/engines.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

const WRITERS = 4;

// over SQLite only processes can write at once, for a wait holds up the whole process: test/cli/ingest-record.test.ts
describePostgres("several writers at once", ({ makePlace }) => {
  let place: Place;
  let writers: Record[];
  beforeEach(async () => {
    place = await makePlace();
    // the first makes the record, which the others must find whole
    writers = await Promise.all(Array.from({ length: WRITERS }, () => Record.open(place.address, { create: true })));
  });
  afterEach(async () => {
    for (const writer of writers) await writer.close();
    await place.remove();
  });

  const signed = (document: Document, year: string, other = "LAO"): Claim =>
    makeClaim(
      document,
      "agreement",
      "signed",
      [
        ["party", "KEN"],
        ["party", other],
      ],
      year,
    );
  /** The numbers that answers give, against those counted anew from all claims that stand. */
  const expectRightTotals = async (): Promise<void> => {
    const counted = await place.run(`
      select p.actor, count(distinct c.id)::int as claims from claim c join participant p on p.claim = c.row
        where c.retired_at is null and exists (select 1 from reading r where r.edition = c.edition and r.superseded_at is null)
        group by p.actor order by 2 desc, 1`);
    expect(await writers[0]!.actors()).toEqual(counted);
    expect(await writers[0]!.findFaults()).toEqual([]);
  };

  it("of the same document store it once", async () => {
    const documents = Array.from({ length: 15 }, (_, i) => makeDocument(`Kenya and Laos signed treaty ${i}.`, `${i}.txt`));
    const outcomes = await Promise.all(
      writers.map(async (writer) => {
        const seen: string[] = [];
        for (const document of documents) seen.push((await writer.store(document, [signed(document, "2004")], "x 1")).outcome);
        return seen;
      }),
    );
    for (const i of documents.keys())
      expect(outcomes.map((seen) => seen[i]).sort()).toEqual(["new", ...Array.from({ length: WRITERS - 1 }, () => "unchanged")]);
    expect(await writers[0]!.chronology("KEN", "LAO")).toHaveLength(documents.length);
    await expectRightTotals();
  });

  it("of editions of one text, of versions of one place and of extractions do not lose one another's numbers", async () => {
    const text = "Kenya and Laos signed a treaty last year.";
    await Promise.all(
      writers.map(async (writer, w) => {
        for (let i = 0; i < 12; i++) {
          const edition = makeDocument(text, `wire-${w}`, { date: { edtf: `${2000 + i}`, basis: "field" }, title: `By ${w}` });
          await writer.store(edition, [signed(edition, `${1999 + i}`), signed(edition, "1990", "PER")], "x 1");
          const shared = makeDocument(`Kenya and Laos signed treaty ${w} of ${i}.`, "shared.txt");
          await writer.store(shared, [signed(shared, "2004")], `x ${w}`);
        }
      }),
    );
    expect((await writers[0]!.documents()).map((d) => d.source).sort()).toEqual(["shared.txt", "wire-0", "wire-1", "wire-2", "wire-3"]);
    const versions = await place.run("select version::int from reading where source = 'shared.txt' order by 1");
    expect(versions.map((r) => r.version)).toEqual(versions.map((_, i) => i + 1));
    await expectRightTotals();
  });
});
