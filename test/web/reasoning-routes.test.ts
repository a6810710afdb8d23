import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { createApp } from "../../src/server/app.ts";
import { makeClaim, makeDocument } from "../record/fixtures.ts";

const DAY = "2020-01-10T08:00:00.000Z";
const parties = [
  ["party", "KEN"],
  ["party", "LAO"],
] as const;
let record: Record;
let id: string;
beforeAll(async () => {
  record = await Record.open(":memory:", { create: true });
  for (const year of ["1974", "1979"]) {
    const document = makeDocument(`Kenya and Laos established diplomatic relations in ${year}.`, `${year}.txt`);
    const claim = makeClaim(document, "relations", "begins", parties, year);
    await record.store(document, [claim], "test", undefined, DAY);
    id = claim.id;
  }
});
afterAll(() => record.close());

interface Body {
  readonly [field: string]: unknown;
  readonly statuses: readonly { readonly answer: object }[];
  readonly happenings: readonly { readonly kind: string }[];
  readonly sources: readonly { readonly name: string }[];
}
const get = async (path: string): Promise<{ status: number; body: Body }> => {
  const response = await createApp(record).request(path);
  return { status: response.status, body: (await response.json()) as Body };
};

describe("the API of what follows from claims", () => {
  it("gives statuses, events, contradictions, coverage and sources, as decided and as known", async () => {
    const before = (await get("/api/status?a=Kenya&b=Laos&on=1976-01-01")).body;
    expect(before.statuses[0]).toMatchObject({ matter: { kind: "relations" }, answer: { certainty: "contradicted" } });
    expect((await get("/api/contradictions?actor=Kenya")).body.contradictions).toHaveLength(1);
    expect((await get("/api/contradictions?actor=Kenya&on=1990-01-01")).body.contradictions).toEqual([]);
    const claim = (await record.claim(id))!.claim;
    await record.decide({ kind: "reject", claim }, "Ada", "why", "2020-02-10T08:00:00.000Z");
    expect((await get("/api/status?a=Kenya&b=Laos&on=1976-01-01")).body.statuses[0]!.answer).toMatchObject({
      holds: true,
      certainty: "presumed",
    });
    expect((await get("/api/status?a=Kenya&b=Laos&on=1976-01-01&known=2020-01-31")).body.statuses).toEqual(before.statuses);
    expect((await get("/api/events?actor=Kenya&actor=Laos")).body.events).toHaveLength(1);
    expect((await get("/api/coverage?a=Kenya&b=Laos&on=1980-06-01")).body).toMatchObject({ claims: 1, gaps: [{ from: 1975, to: 1980 }] });
    expect((await get("/api/sources")).body.sources.map((s) => s.name)).toEqual(["1974.txt"]);
    expect((await get("/api/pledges?actor=Kenya")).body.pledges).toEqual([]);
    expect((await get("/api/decisions")).body.decisions).toMatchObject([{ state: "in-force", decision: { by: "Ada" } }]);
    expect((await get("/api/decisions?known=2020-01-31")).body.decisions).toEqual([]);
    const history = await get(`/api/claims/${id}/history`);
    expect(history.body.happenings.map((h) => h.kind)).toEqual(["read", "extracted", "decided"]);
  });

  it("says what it expected", async () => {
    for (const path of [
      "status?a=Kenya",
      "status?a=Kenya&b=KE",
      "events?actor=Atlantis",
      "pledges?on=May",
      "events?actor=KE&actor=LA&actor=PE",
    ])
      expect([path, (await get(`/api/${path}`)).status]).toEqual([path, 400]);
    expect((await get("/api/claims/c_none/history")).status).toBe(404);
  });
});
