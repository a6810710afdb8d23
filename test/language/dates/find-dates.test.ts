import { describe, expect, test } from "vitest";
import { readCases, said } from "./read-cases.ts";

describe("phrasings written before the rules", () => {
  test.each(readCases("unseen.tsv"))("$sentence", (c) => {
    expect(said(c)).toBe(c.expected);
  });
});
