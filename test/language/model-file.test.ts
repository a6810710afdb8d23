import { describe, expect, it } from "vitest";
import { packText, readFingerprint, readModelFile, unpackText, writeModelFile } from "../../src/language/model-file.ts";

describe("model files", () => {
  const bytes = writeModelFile(
    { language: "en" },
    { words: packText("añb"), small: Int8Array.of(-3, 4, 5), wide: Float32Array.of(0.5, -2) },
  );

  it("keep what was written", () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    for (const source of [bytes, shifted.subarray(3)]) {
      const file = readModelFile(source);
      expect(file.info.language).toBe("en");
      expect(unpackText(file.section<Uint8Array>("words"))).toBe("añb");
      expect([...file.section<Int8Array>("small")]).toEqual([-3, 4, 5]);
      expect([...file.section<Float32Array>("wide")]).toEqual([0.5, -2]);
    }
  });

  it("say what is missing and what is no model", () => {
    expect(() => readModelFile(bytes).section("heads")).toThrow(/no section "heads"; it holds: words, small, wide/);
    expect(() => readModelFile(Uint8Array.of(1, 2, 3))).toThrow(/CHY1/);
  });

  it("have a fingerprint that changes with the content", () => {
    const other = writeModelFile({ language: "en" }, { words: packText("añc") });
    expect(readFingerprint(bytes)).toMatch(/^[0-9a-f]{16}$/);
    expect(readFingerprint(other)).not.toBe(readFingerprint(bytes));
  });
});
