import { afterAll, beforeAll, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { describePostgres } from "../engines/engines.ts";
import { type PostgresServer, ROLE, startPostgres } from "../engines/postgres-server.ts";
import { makeClaim, makeDocument } from "./fixtures.ts";

const DOCUMENTS = 60;

describePostgres("a server that crashes while it is written to", () => {
  let server: PostgresServer;
  let address: string;
  beforeAll(async () => {
    server = await startPostgres({ durable: true });
    address = `postgres://${ROLE}@${server.host}:${server.port}/postgres`;
  });
  afterAll(() => server.stop());

  it("loses nothing that was acknowledged, keeps no half of a document, and lets the rest be stored", async () => {
    const documents = Array.from({ length: DOCUMENTS }, (_, i) => makeDocument(`Kenya and Laos signed treaty ${i}.`, `${i}.txt`));
    const acknowledged = new Set<string>();
    let lost = 0;
    for (let crashes = 0; acknowledged.size < DOCUMENTS; ) {
      const record = await Record.open(address, { create: true });
      const stored = new Set((await record.documents()).map((d) => d.source));
      expect([...acknowledged].filter((source) => !stored.has(source))).toEqual([]);
      expect(await record.findFaults()).toEqual([]);
      try {
        let recovered: Promise<void> | null = null;
        for (const [i, document] of documents.entries()) {
          if (acknowledged.has(document.source)) continue;
          // the crash comes while the next ones are stored
          if (i === 15 * (crashes + 1) && crashes < 3) recovered = server.crash();
          const claims = Array.from({ length: 10 }, (_, c) =>
            makeClaim(
              document,
              "agreement",
              "signed",
              [
                ["party", "KEN"],
                ["party", "LAO"],
              ],
              `${2000 + c}`,
            ),
          );
          try {
            await record.store(document, claims, "x 1");
            acknowledged.add(document.source);
          } catch (error) {
            expect(error).toMatchObject({ name: "RecordError", code: expect.stringMatching(/^(?:lost|unreachable|busy)$/) });
            lost++;
            break;
          }
        }
        if (recovered) crashes++;
        await recovered;
      } finally {
        await record.close();
      }
    }
    expect(lost).toBeGreaterThan(0);
    const record = await Record.open(address);
    expect(await record.documents()).toHaveLength(DOCUMENTS);
    expect(await record.chronology("KEN", "LAO")).toHaveLength(10 * DOCUMENTS);
    expect(await record.findFaults()).toEqual([]);
    expect(await record.describeEngine()).not.toContain("off: fsync");
    await record.close();
  }, 120_000);
});
