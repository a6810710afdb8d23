import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { cloneCheckout, npmStart, type Started } from "./checkout.ts";

interface Overview {
  readonly documents: number;
  readonly claims: number;
  readonly actors: readonly { readonly actor: string; readonly claims: number; readonly name: string }[];
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly claims: number }[];
}

let folder: string;
let clone: string;
let record: string;
const running = new Set<Started>();
beforeAll(() => {
  ({ folder, clone } = cloneCheckout());
  record = join(folder, "first.chancery");
});
afterAll(async () => {
  for (const started of running) await started.stop("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function start(...args: string[]): Promise<Started> {
  const started = await npmStart(clone, args);
  running.add(started);
  return started;
}
async function stop(started: Started, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  running.delete(started);
  await started.stop(signal);
}
const overviewOf = async (address: string): Promise<Overview> => (await (await fetch(new URL("api/overview", address))).json()) as Overview;

/** All that the record holds of documents and claims, with the times at which it was written. */
async function contentOf(path: string): Promise<string> {
  const opened = await Record.open(path);
  try {
    const hash = createHash("sha256");
    for (const document of await opened.documents())
      hash.update(JSON.stringify(document)).update(JSON.stringify(await opened.claimsOf(document.id)));
    return hash.digest("hex");
  } finally {
    await opened.close();
  }
}

describe("npm start in a fresh clone", { timeout: 240_000 }, () => {
  let content: string;
  let printed: string;

  it("reads the samples, prints its address, and serves page and API", async () => {
    const started = await start("--port", "0", "--record", record);
    const overview = await overviewOf(started.address);
    expect(overview.documents).toBeGreaterThan(14);
    expect(overview.claims).toBeGreaterThan(100);
    expect(overview.actors.find((a) => a.actor === "KOR")).toMatchObject({ name: "South Korea" });
    expect(overview.pairs[0]!.claims).toBeGreaterThan(1);

    const page = await fetch(started.address);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain("<div id=");
    const script = /<script[^>]+src="([^"]+)"/.exec(html)![1]!;
    const asset = await fetch(new URL(script, started.address));
    expect(asset.headers.get("content-type")).toContain("javascript");
    expect((await asset.text()).length).toBeGreaterThan(10_000);

    const chronology = await fetch(new URL("api/chronology?a=South%20Korea&b=Ecuador", started.address));
    const { entries } = (await chronology.json()) as { entries: { claim: { date: { edtf: string | null }; type: string } }[] };
    expect(entries.some(({ claim }) => claim.type === "relations" && claim.date.edtf === "1962-10-05")).toBe(true);

    printed = started.printed();
    await stop(started);
    await expect(fetch(started.address)).rejects.toThrow();
    content = await contentOf(record);
  });

  it("finds nothing to complain of in its own samples, but for the one that is cut off on purpose", () => {
    expect(printed).not.toContain("inputs with errors");
  });

  it("starts again on the same record and changes nothing", async () => {
    const started = await start("--port", "0", "--record", record);
    expect((await overviewOf(started.address)).claims).toBeGreaterThan(100);
    expect(started.printed()).not.toContain("building the web app");
    await stop(started, "SIGINT");
    expect(await contentOf(record)).toBe(content);
  });

  it("ends when npm alone is told to", async () => {
    const started = await start("--port", "0", "--record", record);
    process.kill(started.pid, "SIGTERM");
    const serves = (): Promise<boolean> =>
      fetch(started.address).then(
        () => true,
        () => false,
      );
    const patience = Date.now() + 3000;
    while ((await serves()) && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 100));
    const orphaned = await serves();
    await stop(started, "SIGKILL");
    expect(orphaned).toBe(false);
  });

  it("takes a free port when its own is taken", async () => {
    // perhaps another Chancery is there already; either way the port is taken
    const blocker: Server = createServer();
    await new Promise<void>((resolve) => blocker.once("error", () => resolve()).listen(4840, "127.0.0.1", () => resolve()));
    try {
      const started = await start("--record", record);
      expect(new URL(started.address).port).not.toBe("4840");
      expect(started.printed()).toContain("port 4840 is taken");
      expect((await overviewOf(started.address)).documents).toBeGreaterThan(14);
      await stop(started);
    } finally {
      await new Promise((resolve) => (blocker.listening ? blocker.close(resolve) : resolve(null)));
    }
  });

  it("says so when the port asked for is taken", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", () => resolve()));
    const { port } = blocker.address() as { port: number };
    await expect(npmStart(clone, ["--port", String(port), "--record", record])).rejects.toThrow(`port ${port} is taken`);
    await new Promise((resolve) => blocker.close(resolve));
  });
});
