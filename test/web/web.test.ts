import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runChancery, startChancery } from "../cli/run-chancery.ts";

const samples = join(import.meta.dirname, "../../samples");
const BROWSER = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (p) => p && existsSync(p),
);

let folder: string;
let server: ChildProcess;
let address: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chancery-web-"));
  const record = join(folder, "samples.chancery");
  await runChancery(["ingest", samples, "--record", record, "--quiet"]);
  server = startChancery(["serve", "--record", record, "--port", "0"]);
  address = await new Promise<string>((resolve, reject) => {
    server.stdout!.setEncoding("utf8").on("data", (s: string) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(s);
      if (found) resolve(found[0]);
    });
    server.on("close", () => reject(new Error("the server ended before it printed its address")));
  });
}, 120_000);
afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(new URL(path, address), { headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe("the API", () => {
  it("answers a chronology with names and quotes", async () => {
    const { status, body } = await get("/api/chronology?a=south%20korea&b=Ecuador");
    expect(status).toBe(200);
    expect(body.a).toEqual({ id: "KOR", name: "South Korea" });
    const entries = body.entries as { claim: { evidence: { quote: string } } }[];
    expect(entries.length).toBeGreaterThan(0);
    for (const e of entries) expect(e.claim.evidence.quote.length).toBeGreaterThan(0);
  });
  it("gives documents with quotes that are slices of the text", async () => {
    const list = (await (await fetch(new URL("/api/documents", address))).json()) as { id: string; claims: number }[];
    expect(list.length).toBeGreaterThanOrEqual(14);
    const { body } = await get(`/api/documents/${list.find((d) => d.claims > 0)!.id}`);
    const { text } = body.document as { text: string };
    for (const c of body.claims as { evidence: { start: number; end: number; quote: string } }[])
      expect(text.slice(c.evidence.start, c.evidence.end)).toBe(c.evidence.quote);
  });
  it.each([
    ["/api/chronology?a=Nowhereland&b=KOR", 400, "Nowhereland"],
    ["/api/chronology?a=KOR", 400, "expected"],
    ["/api/chronology?a=KOR&b=ECU&type=nonsense", 400, "nonsense"],
    ["/api/chronology?a=KOR&b=ECU&from=soon", 400, "soon"],
    ["/api/documents/d_none", 404, "d_none"],
    ["/api/claims/c_none", 404, "c_none"],
    ["/api/nothing", 404, "nothing"],
  ])("%s is refused with %i", async (path, status, says) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(String(answer.body.error)).toContain(says);
  });
  it("does not serve files outside the web app", async () => {
    const response = await fetch(new URL("/..%2f..%2fpackage.json.css", address));
    expect(response.status).toBe(404);
  });
});

describe.skipIf(!BROWSER)("the pages, in a browser", () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: BROWSER!,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    });
    page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  });
  afterAll(() => browser?.close());

  it("home lists pairs and documents", async () => {
    await page.goto(address);
    await page.waitForSelector("table.documents tbody tr");
    expect(await page.locator(".pairs li").count()).toBeGreaterThan(10);
  });

  it("a pair is asked for by name and shows its chronology with quotes", async () => {
    await page.goto(address);
    await page.fill("input[name=a]", "south korea");
    await page.fill("input[name=b]", "chile");
    await page.click(".pair-form button");
    await page.waitForSelector("article.claim");
    expect(await page.textContent("h1")).toBe("South Korea – Chile");
    expect(await page.locator("article.claim blockquote").first().textContent()).not.toBe("");
  });

  it("filters by type and year, and the address keeps the filter", async () => {
    await page.goto(new URL("/pair/KOR/CHL", address).href);
    await page.waitForSelector("article.claim");
    const all = await page.locator("article.claim").count();
    await page.click(".chips button >> nth=0");
    const some = await page.locator("article.claim").count();
    expect(some).toBeLessThan(all);
    expect(page.url()).toContain("?type=");
    await page.reload();
    await page.waitForSelector("article.claim");
    expect(await page.locator("article.claim").count()).toBe(some);
  });

  it("a document shows its claims at a click on their words", async () => {
    await page.goto(new URL("/pair/KOR/CHL", address).href);
    await page.click("article.claim .source a >> nth=0");
    await page.waitForSelector(".mark.active");
    expect(await page.locator("aside article.claim").count()).toBeGreaterThan(0);
    await page.locator(".mark:not(.active)").first().click();
    const words = (await page.locator(".mark.active").first().textContent()) ?? "";
    const quotes = (await page.locator("aside blockquote").allTextContents()).join(" ");
    expect(quotes.replace(/\s+/g, " ")).toContain(words.replace(/\s+/g, " ").trim());
  });

  it("no page reported an error", () => expect(errors).toEqual([]));
});
