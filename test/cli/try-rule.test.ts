import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, runChancery } from "./run-chancery.ts";

let folder: string;
let text: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chancery-try-"));
  text = join(folder, "tonga.txt");
  writeFileSync(
    text,
    "In May 2003 the president of Tonga paid a visit to Fiji. The museum counted many visits that year. Tonga befriended Samoa in 2004.\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tryRule = (...args: string[]) => runChancery(["try-rule", ...args, "--quiet"]);

describe("chancery try-rule", { timeout: 60_000 }, () => {
  it("prints each hit with trigger and roles marked and its claim, and counts", async () => {
    const { code, out } = await tryRule("visit/pay", text);
    expect(code).toBe(0);
    expect(out).toContain(`${text} 0–56`);
    expect(out).toMatch(/In May 2003 .*\[visitor .*Tonga\] paid a «visit» to \[host Fiji\]\./);
    expect(out).toContain("→ visit occurs actual · visitor:TON host:FJI · 2003-05");
    expect(out).toContain("visit/pay: 1 hits in 1 of 1 documents, 1 claims");
    expect(out).not.toContain("✗");
  });

  it("says with --misses where its trigger stands besides, and why it did not match, as JSON too", async () => {
    const { out } = await tryRule("visit/pay", text, "--misses", "--json");
    const [hit, miss] = jsonLines<{
      trigger: { start: number; end: number; text: string };
      miss: string | null;
      claims: object[];
      roles: { role: string; text: string }[];
    }>(out);
    const source = readFileSync(text, "utf8");
    expect(hit).toMatchObject({ miss: null, trigger: { text: "visit" } });
    expect(hit!.claims.length).toBe(1);
    expect(hit!.roles.map((r) => r.role)).toEqual(["visitor", "host"]);
    expect(miss).toMatchObject({ trigger: { text: "visits" }, claims: [] });
    expect(miss!.miss).toContain("no visitor");
    for (const { trigger } of [hit!, miss!]) expect(source.slice(trigger.start, trigger.end)).toBe(trigger.text);
  });

  it("tries frames of another folder in place of those that come with Chancery", async () => {
    const own = join(folder, "frames");
    mkdirSync(own);
    const frame = {
      id: "visit/befriend",
      phase: "occurs",
      verbs: "befriend",
      roles: { visitor: "agent", host: "object" },
      yes: ["Peru befriended Chile."],
      no: ["Peru saw Chile."],
    };
    writeFileSync(join(own, "visit.yaml"), JSON.stringify({ type: "visit", frames: [frame] }));
    const { code, out } = await tryRule("visit/befriend", text, "--frames", own);
    expect(code).toBe(0);
    expect(out).toContain("[visitor Tonga] «befriended» [host Samoa] in 2004.");
    // the frames of the file that it replaces are gone, those of other files are there
    const gone = await tryRule("visit/pay", text, "--frames", own);
    expect(gone).toMatchObject({ code: 2, out: "" });
    expect(gone.err).toContain("Frames of that type: visit/befriend");
    expect((await tryRule("mission/open", text, "--frames", own)).code).toBe(0);
    writeFileSync(join(own, "visit.yaml"), JSON.stringify({ type: "visit", frames: [{ ...frame, verb: "see" }] }));
    const wrong = await tryRule("visit/befriend", text, "--frames", own);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("visit.yaml");
    expect(wrong.err).toContain("verb");
  });

  it.each([
    [["visit/nothing", "x.txt"], "Frames of that type: visit/"],
    [["dance", "x.txt"], "the types are"],
    [["visit/pay", "x.txt", "--frames", "nowhere"], "nowhere: the folder of frames cannot be read"],
  ])("refuses %j", async (args, says) => {
    const { code, err } = await tryRule(...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
