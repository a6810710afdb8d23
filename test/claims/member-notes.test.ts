import { expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { loadExtractor } from "../../src/pipeline.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

it("reads who joined and was suspended from a table headed Member State", () => {
  const page = `# Member states of the Organisation of Islamic Cooperation

## Member states

| Member State | Joined | Notes |
|---|---|---|
| Egypt | 1969 | Suspended 1979 – March 1984 |
| Togo | 1997 | |
`;
  const claims = loadExtractor()
    .extract(readMarkdown(MappedText.identity(page), { source: "page.md" }))
    .map((c) => `${c.type} ${c.phase} ${c.participants.map((p) => p.actor).join(" ")} ${c.date.edtf}`);
  expect(claims).toEqual([
    "membership begins org:oic EGY 1969",
    "membership suspended org:oic EGY 1979",
    "membership begins org:oic TGO 1997",
  ]);
});
