import { afterEach, beforeEach } from "vitest";
import { Record } from "../../src/record/record.ts";
import type { Place } from "../engines/engines.ts";

/** Opens a new, empty record for each test of a suite, and removes it afterwards. */
export function eachWithRecord(makePlace: () => Promise<Place>, use: (record: Record) => void): void {
  let place: Place;
  let record: Record;
  beforeEach(async () => {
    place = await makePlace();
    record = await Record.open(place.address, { create: true });
    use(record);
  });
  afterEach(async () => {
    await record.close();
    await place.remove();
  });
}
