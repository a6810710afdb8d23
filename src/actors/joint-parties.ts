import type { Block, Document } from "../document/document.ts";
import type { Mention } from "./mention.ts";

/** A paper that several give out together. */
const JOINT =
  /\b(?:joint (?:\p{L}+ )?(?:communiqu[ée]|statement|declaration|press (?:release|communiqu[ée]|statement)|vision)|communiqu[ée]|(?:\p{L}+ )?declaration|trilateral|quadrilateral)(?!\p{L})/iu;
const OPENING = 6;
/** The parties of more are an organisation's members. */
const MOST = 8;

/**
 * Whose joint statement or communiqué a document is: the states (and an organisation beside them) that the lines above its text
 * name, or, where they name none, those who met or agreed by its first sentence. Empty for all other texts. They are "the
 * Ministers", "the Leaders", "the Sides" of the text.
 */
export function jointPartiesOf(document: Document, mentions: readonly Mention[]): readonly string[] {
  const text = (block: Block): string => document.text.slice(block.start, block.end);
  const blocks = document.blocks.slice(0, OPENING);
  const running = blocks.findIndex((b) => b.end - b.start > 240 || (/[.!?]["”]?$/.test(text(b)) && text(b).split(/\s+/).length >= 14));
  const head = running < 0 ? blocks : blocks.slice(0, running);
  if (!JOINT.test(`${document.title ?? ""}\n${head.map(text).join("\n")}`)) return [];
  const named = head.flatMap((block) => partiesIn(document, mentions, block.start, block.end));
  const above = [...new Set(named)];
  if (above.length >= 2) return above.length <= MOST && above.some((a) => !a.startsWith("org:")) ? above : [];
  const first = running < 0 ? undefined : blocks[running];
  if (!first) return [];
  const sentence = /^.*?[.;](?=\s|$)/su.exec(text(first).replace(/^\s*\d+\.\s*/, (n) => " ".repeat(n.length)))?.[0] ?? "";
  const verb = ACTED.exec(sentence);
  if (!verb) return [];
  // "At the invitation of the minister of A, the ministers of B and C visited": the host gives it out as well
  const said = [...new Set(partiesIn(document, mentions, first.start, first.start + verb.index))];
  return said.length >= 2 && said.length <= MOST && said.some((a) => !a.startsWith("org:")) ? said : [];
}

const ACTED = /\b(?:met|meeting|held|gathered|convened|visited|have (?:met|agreed|decided)|agreed|issued|adopted|signed|paid)\b/;

/** Those who give it out by name: no cities, persons' homes or regions, no places in a date line. */
function partiesIn({ text }: Document, mentions: readonly Mention[], start: number, end: number): string[] {
  return mentions
    .filter((m) => m.start >= start && m.end <= end && (m.kind === "state" || m.kind === "organisation"))
    .filter((m) => m.form !== "capital" && m.form !== "city" && !isPlace(text, m, end))
    .flatMap((m) => m.actors);
}

/** "Santo Domingo, Dominican Republic, 17 June 2022", "in Lautoka, Fiji": where it was. */
function isPlace(text: string, m: Mention, end: number): boolean {
  const before = text.slice(Math.max(0, m.start - 40), m.start);
  return (
    m.form === "name" &&
    (/(?:^|\n|\b(?:in|at) )\p{Lu}[\p{L}'’. -]{2,24}, $/u.test(before) ||
      /\b(?:in|at) (?:the )?$/.test(before) ||
      /^,? \d{1,2} \p{Lu}\p{Ll}+ \d{4}/u.test(text.slice(m.end, end)))
  );
}
