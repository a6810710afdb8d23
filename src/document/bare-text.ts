import { type Document, documentId } from "./document.ts";

/** What a text of one paragraph, with no headings, tables or links, has of a document: for stages that read documents. */
export function bareText(text: string) {
  return {
    id: documentId(text),
    text,
    blocks: [{ start: 0, end: text.length, kind: "paragraph", role: "body", level: 0, marker: null, section: -1, table: -1 }],
    sections: [],
    tables: [],
    links: [],
    citations: [],
    parts: [],
    diagnostics: [],
  } satisfies Partial<Document>;
}
