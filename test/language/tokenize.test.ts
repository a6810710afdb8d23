import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/language/tokenize.ts";

const words = (text: string): string[] => tokenize(text, 0, text.length).map((token) => token.text);

/** Tokens joined by "|". */
const CASES = [
  "They|do|n't|know|.",
  "We|can|not|agree|,|wo|n't|we|?",
  "It|’s|Peru|’s|turn|;|they|’ve|gone|.",
  "the|countries|'|leaders",
  "the|Seoul|-|based|think|-|tank",
  "a|non-aligned|,|pro-market|,|co-founder",
  "the|mid-1980s|and|post-war|years",
  "Geun-hye|and|Jae-in|and|Ki-moon",
  "the|Korea|-|Chile|pact|and|the|Korea|–|Peru|pact",
  "from|2007|-|2013|,|1993|–|2017|and|1967|-|68",
  "on|2013-05-04|at|10:30|or|05/04/2013",
  "US$|288.4|million|,|$|80|bn|,|€|5|and|₩|1,200",
  "12,345.67|tons|and|3.5|%|of|GDP",
  "the|U.S.|-|led|U.N.|force",
  "Sept.|5|,|No.|5|,|p.|34|and|St.|Lucia",
  "J.|K.|Rojas|and|J.K.|Rojas|,|Ph.D.",
  "9|a.m.|,|5|pm|,|21st|,|1990s",
  "see|https://www.example.org/a-b.html?x=1|,|now|.",
  "mail|name.surname@example.co.kr|.",
  "see|www.example.org|)|and|example.com|.",
  "and/or|a|XX/XX|form|,|9/11",
  "A/RES/61/295|was|adopted",
  "Q&A|with|AT&T|and|Ito|&|Co.|of|Lima",
  '"|Yes|,|"|he|said|.|“|No|”',
  "wait|...|no|…|yes|--|maybe|—|never",
  "São|Paulo|,|Ñuñoa|,|Łódź|,|Bogotá|,|Côte|d'Ivoire",
  "서울|에서|열린|정상회담",
  "¿|Volverá|?|¡|Sí|!",
  "O'Higgins|and|D'Escoto|met|N'Djamena|'s|mayor",
  "member|(|s|)|[|sic|]",
  "A$|5|and|R$|7|and|NT$|9",
  "20|km|,|5|kg|and|30|MW",
  "MERCOSUR|'s|APEC|+|3",
  "#|and|#CELAC|@example",
  "Mr.|Kim|vs.|Dr.|Lee|et|al.|in|1999",
  "18|-|month|-|old|accord",
  "e.g.|copper|,|i.e.|ore|,|etc.",
  "the|G|-|20|and|the|C|-|130",
];

describe("tokenize", () => {
  it.each(CASES)("%s", (line) => {
    const expected = line.split("|");
    expect(words(TEXTS[line] ?? line.replaceAll("|", " "))).toEqual(expected);
  });

  it("gives offsets into the whole text when a part is read", () => {
    const text = "Before. Peru's envoy left.";
    const tokens = tokenize(text, 8, 14);
    expect(tokens).toEqual([
      { start: 8, end: 12, text: "Peru" },
      { start: 12, end: 14, text: "'s" },
    ]);
  });

  it("covers everything but white space, in order, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme", maxLength: 80 }), fc.string({ unit: "binary", maxLength: 80 })), (text) => {
        let at = 0;
        for (const token of tokenize(text, 0, text.length)) {
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(at, token.start).replace(/[\s\u200b\ufeff\u00ad\u2060]/g, "")).toBe("");
          expect(token.text).toBe(text.slice(token.start, token.end));
          at = token.end;
        }
        expect(text.slice(at).replace(/[\s\u200b\ufeff\u00ad\u2060]/g, "")).toBe("");
      }),
    );
  });

  it("stays linear on runs that look like addresses, numbers or words", () => {
    for (const piece of ["a.b-", "1,2.", "x@y", "http://", "a'", "A.", "9/", "-", "é", "'s", "($"]) {
      const text = piece.repeat(40_000);
      const before = performance.now();
      tokenize(text, 0, text.length);
      expect(performance.now() - before, piece).toBeLessThan(3000);
    }
  });
});

/** How the words of a case stand in running text, where that is not simply with spaces between them. */
const TEXTS: Record<string, string> = {
  "They|do|n't|know|.": "They don't know.",
  "We|can|not|agree|,|wo|n't|we|?": "We cannot agree, won't we?",
  "the|G|-|20|and|the|C|-|130": "the G-20 and the C-130",
  "It|’s|Peru|’s|turn|;|they|’ve|gone|.": "It’s Peru’s turn; they’ve gone.",
  "the|countries|'|leaders": "the countries' leaders",
  "the|Seoul|-|based|think|-|tank": "the Seoul-based think-tank",
  "a|non-aligned|,|pro-market|,|co-founder": "a non-aligned, pro-market, co-founder",
  "the|Korea|-|Chile|pact|and|the|Korea|–|Peru|pact": "the Korea-Chile pact and the Korea–Peru pact",
  "from|2007|-|2013|,|1993|–|2017|and|1967|-|68": "from 2007-2013, 1993–2017 and 1967-68",
  "US$|288.4|million|,|$|80|bn|,|€|5|and|₩|1,200": "US$288.4 million, $80bn, €5 and ₩1,200",
  "12,345.67|tons|and|3.5|%|of|GDP": "12,345.67 tons and 3.5% of GDP",
  "the|U.S.|-|led|U.N.|force": "the U.S.-led U.N. force",
  "9|a.m.|,|5|pm|,|21st|,|1990s": "9a.m., 5pm, 21st, 1990s",
  "see|https://www.example.org/a-b.html?x=1|,|now|.": "see https://www.example.org/a-b.html?x=1, now.",
  "mail|name.surname@example.co.kr|.": "mail name.surname@example.co.kr.",
  "see|www.example.org|)|and|example.com|.": "see www.example.org) and example.com.",
  '"|Yes|,|"|he|said|.|“|No|”': '"Yes," he said. “No”',
  "wait|...|no|…|yes|--|maybe|—|never": "wait...no…yes--maybe—never",
  "São|Paulo|,|Ñuñoa|,|Łódź|,|Bogotá|,|Côte|d'Ivoire": "São Paulo, Ñuñoa, Łódź, Bogotá, Côte d'Ivoire",
  "¿|Volverá|?|¡|Sí|!": "¿Volverá? ¡Sí!",
  "O'Higgins|and|D'Escoto|met|N'Djamena|'s|mayor": "O'Higgins and D'Escoto met N'Djamena's mayor",
  "member|(|s|)|[|sic|]": "member(s) [sic]",
  "A$|5|and|R$|7|and|NT$|9": "A$5 and R$7 and NT$9",
  "20|km|,|5|kg|and|30|MW": "20km, 5kg and 30MW",
  "MERCOSUR|'s|APEC|+|3": "MERCOSUR's APEC+3",
  "18|-|month|-|old|accord": "18-month-old accord",
};
