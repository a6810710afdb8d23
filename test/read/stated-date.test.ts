import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateInAddress, readStatedDate } from "../../src/read/stated-date.ts";

describe("readStatedDate", () => {
  it.each([
    ["2023-05-09T08:00:24", "2023-05-09"],
    ["2023-05-09T23:30:00+09:00", "2023-05-09"],
    ["2023-05", "2023-05"],
    ["2023", "2023"],
    ["Tue, 09 May 2023 08:00:00 GMT", "2023-05-09"],
    ["9 May 2023", "2023-05-09"],
    ["9th of May, 2023", "2023-05-09"],
    ["May 9, 2023, 10:00 am", "2023-05-09"],
    ["Published: Sept. 3rd, 2023", "2023-09-03"],
    ["May 2023", "2023-05"],
    ["9 de mayo de 2023", "2023-05-09"],
    ["9 de março de 2023", "2023-03-09"],
    ["1er février 2023", "2023-02-01"],
    ["2023년 5월 9일", "2023-05-09"],
    ["2023.05.09", "2023-05-09"],
    ["09.05.2023", "2023-05-09"],
    ["25/12/2023", "2023-12-25"],
    ["12/25/2023", "2023-12-25"],
    ["03/04/2023", "2023"],
    ["20230509", "2023-05-09"],
    ["1683586800", "2023-05-08"],
    ["0000-00-00 00:00:00", null],
    ["2023-02-30", null],
    ["2023-13-01", null],
    ["yesterday", null],
    ["", null],
  ])("reads %s as %s", (text, edtf) => {
    expect(readStatedDate(text)).toBe(edtf);
  });

  it("reads every day in every way of writing it", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const utc = { timeZone: "UTC" } as const;
        expect(readStatedDate(date.toISOString())).toBe(iso);
        expect(readStatedDate(date.toUTCString())).toBe(iso);
        for (const locale of ["en-GB", "en-US", "es", "pt", "fr", "it", "de", "ko", "ja"])
          expect(readStatedDate(date.toLocaleDateString(locale, { ...utc, dateStyle: "long" }))).toBe(iso);
      }),
    );
  });
});

describe("dateInAddress", () => {
  it("reads the parts of a path", () => {
    expect(dateInAddress("https://a.example/2023/05/09/title/")).toBe("2023-05-09");
    expect(dateInAddress("https://a.example/news/2023-05-09-title")).toBe("2023-05-09");
    expect(dateInAddress("https://a.example/2023/05/title")).toBe("2023-05");
    expect(dateInAddress("https://a.example/20230/5")).toBeNull();
  });
});
