import { beforeAll, describe, expect, it } from "vitest";
import { CONDITIONS } from "../../src/claims/conditions.ts";
import { loadFrames } from "../../src/claims/load-frames.ts";
import { ROLES } from "../../src/claims/roles.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

const { frames } = loadFrames();
let extractor: Extractor;
beforeAll(() => {
  extractor = loadExtractor();
});

const claimsOf = (text: string) =>
  extractor.extract(readPlainText(MappedText.identity(text), { source: "example", known: { language: "en" } }));

describe("frames", () => {
  it("name roles of their type and conditions that exist", () => {
    for (const frame of frames) {
      for (const role of frame.roles.keys()) expect(Object.keys(ROLES[frame.type].roles), frame.id).toContain(role.replace("?", ""));
      for (const condition of frame.conditions) expect(Object.keys(CONDITIONS), frame.id).toContain(condition.replace(/^not /, ""));
      expect(frame.id.split("/")[0], frame.id).toBe(frame.type);
    }
  });

  for (const frame of frames) {
    describe(frame.id, () => {
      it.each(frame.yes)("says: %s", (text) => {
        expect(claimsOf(text).map((c) => `${c.type} ${c.phase}`)).toContain(`${frame.type} ${frame.phase}`);
      });
      it.each(frame.no)("does not say: %s", (text) => {
        expect(claimsOf(text).map((c) => `${c.type} ${c.phase}`)).not.toContain(`${frame.type} ${frame.phase}`);
      });
    });
  }
});
