import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { createApp } from "../../src/server/app.ts";
import { makeClaim, makeDocument } from "../record/fixtures.ts";

let record: Record;
const ids: string[] = [];
beforeAll(async () => {
  record = await Record.open(":memory:", { create: true });
  for (const year of ["1990", "1991", "1992"]) {
    const document = makeDocument(`Kenya and Laos signed a treaty in ${year}.`, `${year}.txt`);
    const parties = [
      ["party", "KEN"],
      ["party", "LAO"],
    ] as const;
    const claim = makeClaim(document, "agreement", "signed", parties, year);
    ids.push(claim.id);
    await record.store(document, [claim], "test");
  }
});
afterAll(() => record.close());

const get = async (path: string) => {
  const response = await createApp(record).request(path);
  return { status: response.status, body: (await response.json()) as { [key: string]: unknown } };
};

describe("the API", () => {
  it("refuses a beginning that several claims share and lists them", async () => {
    const { status, body } = await get("/api/claims/c");
    expect(status).toBe(409);
    expect(body.error).toContain("3 claims");
    expect(body.claims).toEqual([...ids].sort());
  });
  it("takes a clear beginning, and knows none that is not there", async () => {
    expect((await get(`/api/claims/${ids[0]!.slice(0, -1)}`)).body.claim).toMatchObject({ id: ids[0] });
    expect((await get("/api/claims/zebra")).status).toBe(404);
  });
  it.each([
    ["a=Ecudaor&b=KOR", "a", "Ecudaor"],
    ["a=KOR&b=Ecudaor", "b", "Ecudaor"],
  ])("offers names near to one that is not known: %s", async (query, parameter, name) => {
    const { status, body } = await get(`/api/chronology?${query}`);
    expect(status).toBe(400);
    expect(body.error).toBe(`No state or organisation is known as “${name}”.`);
    expect(body.unknown).toMatchObject({ parameter, name });
    expect((body.unknown as { near: unknown[] }).near).toContainEqual({ id: "ECU", name: "Ecuador" });
  });
  it("refuses a chronology of one actor", async () => {
    const { status, body } = await get("/api/chronology?a=Kenya&b=KE");
    expect(status).toBe(400);
    expect(body.error).toContain("two different states");
  });
});
