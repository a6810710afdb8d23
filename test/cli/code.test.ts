import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, runChancery } from "./run-chancery.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chancery-code-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const marked = (id: number, text: string, source: string, target: string): string => {
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return JSON.stringify({ id, text, source: span(source), target: span(target) });
};

describe("chancery code", () => {
  it("answers each marked line in order, with its id", async () => {
    const path = join(folder, "marked.jsonl");
    writeFileSync(
      path,
      [
        marked(1, "Rebels freed the hostages at dawn.", "Rebels", "hostages"),
        "",
        marked(2, "Malta is smaller than Cyprus.", "Malta", "Cyprus"),
      ].join("\n"),
    );
    const { code, out, err } = await runChancery(["code", path]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(jsonLines(out)).toEqual([
      { id: 1, event: "CONCEDE", factuality: "actual", rule: "release" },
      { id: 2, event: null, factuality: null, rule: expect.any(String) },
    ]);
  });

  it("names lines it cannot use and goes on", async () => {
    const path = join(folder, "odd.jsonl");
    writeFileSync(path, `nonsense\n{"text": 3}\n${marked(3, "Police arrested a mayor.", "Police", "mayor")}\n`);
    const { code, out, err } = await runChancery(["code", path]);
    expect(code).toBe(1);
    expect(err).toContain(`${path}:1: this is no JSON`);
    expect(err).toContain(`${path}:2: expected {"id"`);
    expect(jsonLines(out)).toMatchObject([{ id: 3, event: "COERCE" }]);
  });

  it("says when the file is not there", async () => {
    const { code, err } = await runChancery(["code", join(folder, "nowhere.jsonl")]);
    expect(code).toBe(1);
    expect(err).toContain("cannot be read");
  });
});
