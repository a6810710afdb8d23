import { describe, expect, it } from "vitest";
import { guessLanguage } from "../../src/read/guess-language.ts";

describe("guessLanguage", () => {
  it.each([
    ["en", "The ministers of the two countries met in the capital and agreed that the treaty was to be signed by the end of the year."],
    ["es", "Los cancilleres de los dos países se reunieron en la capital y acordaron que el tratado se firmaría para el fin del año."],
    ["pt", "Os ministros dos dois países reuniram-se na capital e decidiram que o tratado não seria assinado até ao fim do ano."],
    ["fr", "Les ministres des deux pays se sont réunis dans la capitale et ont décidé que le traité serait signé avant la fin de l'année."],
    ["de", "Die Minister der beiden Länder trafen sich in der Hauptstadt und beschlossen, dass der Vertrag nicht mit dem Jahr endet."],
    ["ko", "양국 외교장관은 수도에서 만나 연말까지 조약에 서명하기로 합의하였다."],
    ["ja", "両国の外相は首都で会談し、年末までに条約に署名することで合意した。"],
    ["zh", "两国外长在首都会面并同意在年底前签署条约。"],
    ["ru", "Министры двух стран встретились в столице и договорились подписать договор."],
  ])("tells %s", (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it("says nothing about what it cannot tell", () => {
    for (const text of ["", "1234 5678", "KOICA CELAC FEALAC", "Ministerstvo zahraničních věcí potvrdilo návštěvu delegace."])
      expect(guessLanguage(text)).toBeNull();
  });

  it("is not misled by names in another script", () => {
    expect(guessLanguage("The minister of Korea (외교부) said that the talks with the envoy of Chile were to be held in the spring.")).toBe(
      "en",
    );
  });
});
