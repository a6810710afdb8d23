import { describe, expect, it } from "vitest";
import { readTurnLabel } from "../../src/document/turn-label.ts";

describe("readTurnLabel", () => {
  it.each([
    ["SPOKESPERSON: Good morning.", "answer", 13],
    ["Deputy Spokesman: No.", "answer", 17],
    ["MR. ANDERSSON: We did.", "answer", 14],
    ["FOREIGN MINISTER OSEI: We did.", "answer", 22],
    ["QUESTION (Delta News): Has it?", "question", 22],
    ["Q: Has it?", "question", 2],
  ])("%s", (words, kind, length) => {
    expect(readTurnLabel(words)).toEqual({ kind, length });
  });

  it.each(["KENYA: opened an embassy.", "President of Peru: visits", "Ambassador: Ana Example (2010)", "Note: dates are approximate."])(
    "no turn: %s",
    (words) => {
      expect(readTurnLabel(words)).toBeNull();
    },
  );
});
