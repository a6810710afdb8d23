import { afterEach, beforeEach, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { describeEngines, type Place } from "../engines/engines.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

const pair = [
  ["party", "KEN"],
  ["party", "LAO"],
] as const;

describeEngines("what a record knew on a day", ({ makePlace }) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });
  afterEach(() => place.remove());

  it("is what stood then: neither what came later nor what was retired before", async () => {
    const record = await Record.open(place.address, { create: true });
    const years = async (known?: string) => (await record.chronology("KEN", "LAO", { known })).map((e) => e.claim.date.edtf);
    const first = makeDocument("Kenya and Laos signed a treaty in 1999.", "a.txt");
    const second = makeDocument("Kenya and Laos signed a treaty in 2004.", "b.txt");
    const signed = (document: typeof first, year: string) => [makeClaim(document, "agreement", "signed", pair, year)];
    await record.store(first, signed(first, "1998"), "one", undefined, "2020-01-10T08:00:00.000Z");
    await record.store(second, signed(second, "2004"), "one", undefined, "2020-02-10T08:00:00.000Z");
    const before = await years("2020-03-01");
    // a better extractor reads the first document again; later the second one is replaced by another text
    await record.store(first, signed(first, "1999"), "two", undefined, "2020-03-10T08:00:00.000Z");
    const changed = makeDocument("Kenya and Laos signed a treaty in 2005.", "b.txt");
    await record.store(changed, signed(changed, "2005"), "two", undefined, "2020-04-10T08:00:00.000Z");
    expect(await years("2020-01-09")).toEqual([]);
    expect(await years("2020-01-10")).toEqual(["1998"]);
    expect(before).toEqual(["1998", "2004"]);
    expect(await years("2020-03-01")).toEqual(before);
    expect(await years("2020-03-10")).toEqual(["1999", "2004"]);
    expect(await years()).toEqual(["1999", "2005"]);
    expect(await years("2020-04-10")).toEqual(await years());
    await record.close();
  });
});
