import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { runChancery, startChancery } from "./run-chancery.ts";

let folder: string;
let record: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chancery-odd-"));
  record = join(folder, "empty.chancery");
  await (await Record.open(record, { create: true })).close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("chancery serve", () => {
  it("takes a free port with --any-port when its own is taken, and only then", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", () => resolve()));
    const { port } = blocker.address() as { port: number };
    const asked = ["serve", "--record", record, "--port", String(port)];
    const refused = await runChancery(asked);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain(`port ${port} is taken`);

    const child = startChancery([...asked, "--any-port"]);
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout!.setEncoding("utf8").on("data", (s: string) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(s);
        if (found) resolve(found[0]);
      });
      child.on("close", () => reject(new Error("the server ended before it printed its address")));
    });
    expect(new URL(address).port).not.toBe(String(port));
    expect((await fetch(new URL("/api/overview", address))).status).toBe(200);
    child.kill();
    await new Promise((resolve) => blocker.close(resolve));
  });

  it.each(["99999", "65536", "-1", "4e3", "http", ""])("refuses the port “%s” in one line", async (port) => {
    const { code, err } = await runChancery(["serve", "--record", record, `--port=${port}`]);
    expect(code).toBe(2);
    expect(err).toContain("expected a port from 0 to 65535");
    expect(err).not.toMatch(/^\s+at /m);
    expect(err.trim().split("\n").length).toBeLessThanOrEqual(2);
  });
});
