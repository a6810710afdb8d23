import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Record } from "../../src/record/record.ts";
import { startChancery } from "../cli/run-chancery.ts";
import { makeClaim, makeDocument } from "../record/fixtures.ts";

const BROWSER = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (p) => p && existsSync(p),
);
const TEXT =
  "Kenya opened an embassy in Laos in 2007 and left it in 2011, when both governments cut what they spent abroad. A treaty of the two followed in 2012.";
const MARKED = ["Kenya opened an embassy in Laos in 2007", "in Laos in 2007 and left it in 2011", "A treaty of the two followed in 2012"];

describe.skipIf(!BROWSER)("the pages", () => {
  let folder: string;
  let server: ChildProcess;
  let address: string;
  let browser: Browser;
  let page: Page;
  let documentPath: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-pages-"));
    const path = join(folder, "pages.chancery");
    const record = await Record.open(path, { create: true });
    const document = makeDocument(TEXT, "embassy.txt");
    documentPath = `/document/${document.id}`;
    const claims = MARKED.map((quote, i) => {
      const parties = [
        ["party", "KEN"],
        ["party", "LAO"],
      ] as const;
      const claim = makeClaim(document, "agreement", "signed", parties, `200${i}`);
      const start = TEXT.indexOf(quote);
      return { ...claim, evidence: { ...claim.evidence, start, end: start + quote.length, quote } };
    });
    await record.store(document, claims, "test");
    await record.close();
    server = startChancery(["serve", "--record", path, "--port", "0"]);
    address = await new Promise<string>((resolve, reject) => {
      server.stdout!.setEncoding("utf8").on("data", (s: string) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(s);
        if (found) resolve(found[0]);
      });
      server.on("close", () => reject(new Error("the server ended before it printed its address")));
    });
    browser = await chromium.launch({ executablePath: BROWSER!, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it("show marked words as part of their line, with the blanks around them", async () => {
    await page.goto(new URL(documentPath, address).href);
    await page.waitForSelector(".mark");
    const paragraph = page.locator(".text > p", { has: page.locator(".mark") });
    expect(await paragraph.innerText()).toBe(TEXT);
    const displays = await page.locator(".mark").evaluateAll((marks) => marks.map((m) => getComputedStyle(m).display));
    expect(displays).toEqual(["inline", "inline", "inline", "inline"]);
    // narrower than two words in any font: each mark must break within itself, as text does and a box does not
    await paragraph.evaluate((p) => (p.style.width = "3em"));
    const lines = await page.locator(".mark").evaluateAll((marks) => marks.map((m) => m.getClientRects().length));
    expect(lines.filter((n) => n > 1).length).toBe(lines.length);
  });

  it("show the claims under marked words at a click and at the Enter key, all of them where several overlap", async () => {
    await page.goto(new URL(documentPath, address).href);
    await page.locator(".mark", { hasText: /^in Laos in 2007$/ }).click();
    expect(await page.locator("aside article.claim").count()).toBe(2);
    await page.locator(".mark").last().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("aside blockquote").allTextContents()).toEqual([MARKED[2]]);
    expect(await page.locator(".mark.active").textContent()).toBe(MARKED[2]);
  });

  it.each(["/", "/pair/KEN/LAO", "/pair/Ecudaor/KEN"])("fit a screen of 380 pixels: %s", async (path) => {
    await page.setViewportSize({ width: 380, height: 800 });
    await page.goto(new URL(path, address).href);
    await page.waitForSelector("table.documents tbody tr, article.claim, .near a");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(380);
    for (const selector of [".pair-form input[name=a]", ".pair-form input[name=b]", ".pair-form button"]) {
      const box = (await page.locator(selector).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(380);
      expect(box.width).toBeGreaterThan(60);
    }
    await page.setViewportSize({ width: 1200, height: 900 });
  });

  it("offer near names as links for one that is not known", async () => {
    await page.goto(new URL("/pair/Kenia%20Republik/Laso", address).href);
    await page.waitForSelector(".message p");
    expect(await page.textContent(".message")).not.toContain("a:");
    await page.goto(new URL("/pair/Kenya/Laso", address).href);
    await page.waitForSelector(".near a");
    expect(await page.locator(".message p").first().textContent()).toBe("No state or organisation is known as “Laso”.");
    await page.locator(".near a", { hasText: "Laos" }).click();
    await page.waitForSelector("article.claim");
    expect(await page.textContent("h1")).toBe("Kenya – Laos");
  });
});
