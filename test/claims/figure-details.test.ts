import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { findAmounts } from "../../src/claims/find-amounts.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readNumber } from "../../src/language/read-number.ts";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

let extractor: Extractor;
beforeAll(() => {
  extractor = loadExtractor();
});

function figures(text: string, title: string | null = null): string[] {
  const document = readPlainText(MappedText.identity(text), { source: "test", known: { title, date: null, language: "en" } });
  return extractor
    .extract(document)
    .filter((c) => c.type === "figure")
    .map(line);
}

function line(c: Claim): string {
  const { measure, value, unit, currency } = c.details;
  const who = c.participants.map((p) => p.actor).join(" → ");
  return [who, measure, value, currency ?? unit, c.date.edtf ?? "-", c.factuality].join(" · ");
}

describe("figures", () => {
  it.each<[string, string[]]>([
    [
      "Laotian exports to Kenya rose from $5 million in 2001 to $9 million in 2011.",
      ["LAO → KEN · exports · 5000000 · USD · 2001 · actual", "LAO → KEN · exports · 9000000 · USD · 2011 · actual"],
    ],
    ["Bhutan's imports from Peru were worth 700,000 euros.", ["BTN → PER · imports · 700000 · EUR · - · actual"]],
    ["Trade between Fiji and Chad may reach 3 million dollars.", ["FJI → TCD · trade · 3000000 · USD · - · possible"]],
    ["Fiji hopes to bring its trade with Chad to 3 million dollars.", ["FJI → TCD · trade · 3000000 · USD · - · proposed"]],
    ["Some 4,000 to 5,000 Fijians reside in Chad.", ["FJI → TCD · population · 4000-5000 · persons · - · actual"]],
    ["The Fijian community in Chad numbers about 4,000.", ["FJI → TCD · population · 4000 · persons · - · actual"]],
    ["Chad is home to 4,000 Fijians.", ["FJI → TCD · population · 4000 · persons · - · actual"]],
    ["Forty Fijian companies operate in Chad.", ["FJI → TCD · other · 40 · companies · - · actual"]],
    ["Chad buys 30 percent of Fiji's exports.", ["FJI → TCD · exports · 30 · percent · - · actual"]],
    ["Chad gets 30 percent of its arms imports from Fiji.", ["TCD → FJI · arms-share · 30 · percent · - · actual"]],
  ])("%s", (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it("takes the side that is left out from the page", () => {
    expect(figures("Trade with Chad stood at $2 million in 1999.", "Foreign relations of Fiji")).toEqual([
      "FJI → TCD · trade · 2000000 · USD · 1999 · actual",
    ]);
  });

  it.each([
    "Trade between Fiji and Chad grew by 3 million dollars.",
    "Trade between Fiji and Chad grew by 12 percent in 1999.",
    "Fiji and Chad signed a trade agreement worth 3 million dollars.",
    "Some 300 Fijians were arrested in Chad.",
    "Fiji has 900,000 inhabitants.",
    "Did trade between Fiji and Chad reach $3 million?",
    "A trade deficit of $3 million with Chad worries Fiji.",
  ])("is silent: %s", (text) => {
    expect(figures(text)).toEqual([]);
  });
});

describe("numbers in words and digits", () => {
  it.each<[string, number | null]>([
    ["forty-five", 45],
    ["two hundred and six", 206],
    ["two hundred thousand", 200_000],
    ["half a million", 500_000],
    ["a dozen", 12],
    ["1,300", 1300],
    ["4.3 million", 4_300_000],
    ["three and twenty blackbirds", null],
  ])("%s", (words, value) => {
    expect(readNumber(words)).toBe(value);
  });

  it("reads back any whole number of digits, with or without commas", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (n) => {
        expect(readNumber(String(n))).toBe(n);
        expect(readNumber(n.toLocaleString("en-US"))).toBe(n);
      }),
    );
  });

  it("finds sums by sign, code and name", () => {
    const text = "US$ 3.5 million, 20 million euros, five billion dollars, USD 7,000 and half a million Swiss francs";
    expect(findAmounts(text, { start: 0, end: text.length }).map((a) => [a.amount, a.currency])).toEqual([
      [3_500_000, "USD"],
      [20_000_000, "EUR"],
      [5_000_000_000, "USD"],
      [7000, "USD"],
      [500_000, "CHF"],
    ]);
  });
});
