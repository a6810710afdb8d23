import { describe, expect, it } from "vitest";
import { countMentions } from "../../src/evaluation/score-mentions.ts";

const at = (start: number, end: number, ...actors: string[]) => ({ start, end, actors, form: "name" });

describe("mentions", () => {
  it("are right when they overlap a gold mention of the same actors", () => {
    expect(countMentions([at(0, 5, "KEN"), at(10, 20, "KEN", "ETH")], [at(0, 3, "KEN"), at(12, 15, "ETH", "KEN")])).toEqual({
      gold: 2,
      found: 2,
      predicted: 2,
      right: 2,
      trapped: 0,
    });
  });
  it("count once however often one gold mention is hit", () => {
    expect(countMentions([at(0, 20, "KEN")], [at(0, 3, "KEN"), at(5, 9, "KEN")])).toMatchObject({ predicted: 1, right: 1 });
  });
  it("of another actor are wrong, and missed", () => {
    expect(countMentions([at(0, 5, "KEN")], [at(0, 5, "ETH")])).toMatchObject({ gold: 1, found: 0, predicted: 1, right: 0 });
  });
  it("inside a longer mention of someone else count as nothing", () => {
    expect(countMentions([at(0, 40, "org:un")], [at(35, 40, "COD"), at(0, 20, "org:un")])).toMatchObject({ predicted: 1, right: 1 });
  });
  it("that are optional are neither missed nor wrong", () => {
    const venue = { ...at(0, 5, "PER"), optional: true };
    expect(countMentions([venue], [])).toMatchObject({ gold: 0, predicted: 0 });
    expect(countMentions([venue], [at(0, 5, "PER")])).toMatchObject({ gold: 0, predicted: 0 });
    expect(countMentions([venue], [at(0, 5, "ARG")])).toMatchObject({ gold: 0, predicted: 0 });
  });
  it("in words that name no actor are wrong and trapped", () => {
    expect(countMentions([], [at(3, 8, "GEO")], [{ start: 0, end: 8 }])).toMatchObject({ predicted: 1, right: 0, trapped: 1 });
  });
  it("without an actor are left out", () => {
    expect(countMentions([], [at(3, 8)])).toMatchObject({ predicted: 0 });
  });
});
