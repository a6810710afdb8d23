import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { foreignLanguageOf } from "../../src/read/note-language.ts";
import { readSource } from "../../src/read/read-source.ts";

const SPANISH =
  "El presidente de la República viajó a Quito el 4 de mayo y firmó con su homólogo un acuerdo para la pesca en los mares del sur.";
const KOREAN = "대통령은 2019년 5월 4일 키토를 방문하여 에콰도르 대통령과 어업 협정에 서명하였다.";
const ENGLISH = "The president of the republic travelled to Quito on 4 May and signed an accord on fisheries with his host.";

describe("foreignLanguageOf", () => {
  it.each([
    ["Spanish", SPANISH, null, "es"],
    ["Korean", KOREAN, null, "ko"],
    ["English", ENGLISH, null, null],
    ["Spanish that states English", SPANISH, "en", "es"],
    ["English that states Spanish", ENGLISH, "es-EC", null],
    ["a few words with a stated language", "Visita oficial, Quito", "es-EC", "es-EC"],
    ["a few words with nothing stated", "Quito, 2019", null, null],
    ["a few words with English stated", "Quito, 2019", "en-US", null],
    ["a few words with no known language stated", "Quito, 2019", "und", null],
    ["a few words with nonsense stated", "Quito, 2019", "language of the realm", null],
    ["English after a Spanish page", `${SPANISH.repeat(70)}\n\n${ENGLISH.repeat(200)}`, null, null],
    ["a whole book in Spanish", SPANISH.repeat(400), "en", "es"],
  ])("%s", (_, text, language, expected) => expect(foreignLanguageOf({ text, language })).toBe(expected));
});

describe("readSource", () => {
  const read = async (source: string, text: string): Promise<Document> => {
    for await (const document of readSource({ source, bytes: Buffer.from(text) })) return document;
    throw new Error("no document");
  };
  it.each([
    ["a.txt", SPANISH, "the text is in Spanish; only English is read so far"],
    ["b.txt", KOREAN, "the text is in Korean; only English is read so far"],
    ["c.html", `<!doctype html><html lang="en"><body><article><p>${SPANISH}</p><p>${SPANISH}</p></article></body></html>`, "Spanish"],
    ["d.jsonl", `${JSON.stringify({ id: "d", text: SPANISH })}\n`, "Spanish"],
  ])("says of %s that it is not read", async (source, text, says) => {
    const { diagnostics } = await read(source, text);
    expect(diagnostics.filter((d) => d.code === "language-not-read")).toMatchObject([
      { severity: "warning", message: expect.stringContaining(says) },
    ]);
  });
  it("says nothing of English", async () => expect((await read("e.txt", ENGLISH)).diagnostics).toEqual([]));
});
