import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeBytes } from "../../src/read/decode-bytes.ts";

const LATIN = "Le Pérou et la Norvège ont signé un traité – « enfin » – à Lima.";
const KOREAN = "양국 외교장관은 리마에서 만나 조약에 서명하였다.";

describe("decodeBytes", () => {
  it("reads any UTF-8 as it is, with and without a byte order mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = text.toWellFormed().replace(/^\ufeff+/, "");
        fc.pre(!/\0/.test(clean));
        expect(decodeBytes(Buffer.from(clean))).toEqual({ text: clean, encoding: "utf-8", diagnostics: [] });
        expect(decodeBytes(Buffer.from(`\ufeff${clean}`)).text).toBe(clean);
      }),
    );
  });

  it("reads UTF-16 with a mark, and without one by its zero bytes", () => {
    for (const encoding of ["utf-16le", "utf-16be"] as const) {
      expect(decodeBytes(iconv.encode(LATIN, encoding, { addBOM: true }))).toEqual({ text: LATIN, encoding, diagnostics: [] });
      const guessed = decodeBytes(iconv.encode(LATIN, encoding));
      expect([guessed.text, guessed.encoding, guessed.diagnostics[0]!.code]).toEqual([LATIN, encoding, "encoding-guessed"]);
    }
  });

  it("follows what a page or a server declares", () => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"></head><body>${KOREAN}</body></html>`;
    expect(decodeBytes(iconv.encode(page, "euc-kr"))).toEqual({ text: page, encoding: "euc-kr", diagnostics: [] });
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?><rss>${LATIN.replaceAll("–", "-")}</rss>`;
    expect(decodeBytes(iconv.encode(xml, "latin1")).text).toBe(xml);
    expect(decodeBytes(iconv.encode(LATIN, "windows-1252"), "windows-1252")).toMatchObject({ text: LATIN, diagnostics: [] });
  });

  it("guesses windows-1252 and Korean, and says so", () => {
    expect(decodeBytes(iconv.encode(LATIN, "windows-1252"))).toMatchObject({
      text: LATIN,
      encoding: "windows-1252",
      diagnostics: [{ code: "encoding-guessed" }],
    });
    expect(decodeBytes(iconv.encode(KOREAN, "euc-kr"))).toMatchObject({
      text: KOREAN,
      encoding: "euc-kr",
      diagnostics: [{ code: "encoding-guessed" }],
    });
  });

  it("keeps UTF-8 with a few bad bytes as UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from(LATIN), Buffer.from([0xff, 0x20, 0xe9]), Buffer.from(LATIN)]);
    const decoded = decodeBytes(bytes);
    expect(decoded.encoding).toBe("utf-8");
    expect(decoded.text.startsWith(LATIN)).toBe(true);
    expect(decoded.diagnostics).toMatchObject([{ code: "encoding-damaged", at: LATIN.length }]);
  });
});
