import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readWikitext } from "../../src/read/wikitext.ts";

const PAGE = `'''Foreign relations of [[Laos]]'''

== Africa ==
{| class="wikitable"
! Country !! Formal relations began !! Notes
|-
| {{flag|Kenya}} || 4 May 1971 || Laos and Kenya signed a trade agreement in 1980.
|-
| {{flag|Togo}} || || Togo mediated in the Lake War together with Ghana. The exports of Togo to Laos amounted to US$12 million in 2019.
|}
`;

describe("the rows of a table", () => {
  const claims = loadExtractor()
    .extract(
      readWikitext(MappedText.identity(PAGE), { source: "page.wiki", known: { title: "Foreign relations of Laos", language: "en" } }),
    )
    .map((c) => `${c.type} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf}`);
  it("do not lend one another their parties", () => {
    expect(claims.filter((c) => c.includes("TGO") && c.includes("KEN"))).toEqual([]);
  });
  it("with whole sentences are read once, each with its own date", () => {
    expect(claims.filter((c) => c.startsWith("figure"))).toEqual(["figure TGO LAO 2019"]);
  });
});
