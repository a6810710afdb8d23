import type { Block, Document } from "../document/document.ts";
import { labelInEnglish } from "../language/table-words.ts";

/** Words that stand above a block and say what it is about. */
export interface Above {
  readonly kind: "caption" | "item" | "lead" | "label" | "heading" | "title";
  readonly words: string;
  /** Index of the block the words are, -1 for a heading, a caption or the title. */
  readonly block: number;
}

/** What ends a sentence; a short line that ends otherwise is a label of what follows. */
const ENDED = /[.!?;,…][)\]"”’]*$/u;
const LABEL_LENGTH = 110;
const LABEL_ITEM = /^(?:of|from)\s+(?:the\s+)?\p{Lu}[\p{L} ]{2,40}:?$|^\p{Lu}[\p{L} ]{2,60}:$/u;
/** How long a term of a description list may be, and its description must be. */
const TERM_LENGTH = 40;
const VERSE = /^(?:\P{L}*\d[\d\s./–-]*|\p{Lu}\.?)$/u;

/**
 * What stands above each block of a document, from the nearest outward: the caption of its table, the list items around it, the
 * line that leads in its list or table ("The following agreements were signed:"), a line that serves as heading without being
 * one ("Visits from Chile to Laos"), the headings, the title.
 */
export class Outline {
  private readonly document: Document;
  private readonly above: (readonly Above[])[] = [];
  private readonly starts: readonly number[];

  constructor(document: Document) {
    this.document = document;
    this.starts = document.blocks.map((b) => b.start);
    const terms = termsOf(document);
    const inEnglish = (words: string): string => labelInEnglish(words, document.language);
    let section = -2;
    let label: Above | null = null;
    let upper: Above | null = null;
    let lead: Above | null = null;
    let items: { level: number; above: Above }[] = [];
    document.blocks.forEach((block, index) => {
      if (block.section !== section) {
        section = block.section;
        label = null;
        upper = null;
        lead = null;
        items = [];
      }
      const words = document.text.slice(block.start, block.end).replace(/\s+/g, " ").trim();
      const listed = block.kind === "list-item" || block.kind === "table-row";
      if (!listed) items = [];
      // an item that is a label ("of Kuwait", "Consulates:") or a term with its description stands over its neighbours until the next one
      const labels = (item: { level: number; above: Above }): boolean =>
        item.level === block.level &&
        ((LABEL_ITEM.test(item.above.words) && !LABEL_ITEM.test(words)) || (terms.has(item.above.block) && !terms.has(index)));
      if (block.kind === "list-item") while (items.length > 0 && items.at(-1)!.level >= block.level && !labels(items.at(-1)!)) items.pop();
      const outer: Above[] = [];
      const caption = block.kind === "table-row" ? document.tables[block.table]?.caption : null;
      if (caption) outer.push({ kind: "caption", words: inEnglish(caption), block: -1 });
      for (const item of [...items].reverse()) outer.push(item.above);
      if (listed && lead) outer.push(lead);
      if (label && (label !== lead || !listed) && label.block !== index) outer.push(label);
      // "Arab League" over "Membership": one label over the other
      if (upper && label !== null && label.block !== index) outer.push(upper);
      for (let s = block.section; s >= 0; s = document.sections[s]!.parent)
        outer.push({ kind: "heading", words: inEnglish(document.sections[s]!.heading), block: -1 });
      if (document.title) outer.push({ kind: "title", words: inEnglish(document.title), block: -1 });
      this.above.push(outer);
      if (block.kind === "list-item" && !(items.length > 0 && labels(items.at(-1)!)))
        items.push({ level: block.level, above: { kind: "item", words, block: index } });
      else if (block.kind === "paragraph" || block.kind === "caption") {
        const isLabel = words.length <= LABEL_LENGTH && !ENDED.test(words) && !VERSE.test(words);
        const said: Above = { kind: isLabel ? "label" : "lead", words: isLabel ? inEnglish(words) : words, block: index };
        if (isLabel) {
          upper = label !== null && label.block === index - 1 ? label : null;
          label = said;
        }
        lead = said;
      }
    });
  }

  /** Index of the block that holds the offset, -1 where none does. */
  blockAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    return index >= 0 && offset < Math.max(this.document.blocks[index]!.end, this.document.blocks[index]!.start + 1) ? index : -1;
  }

  /** What stands above the block, the nearest first. */
  aboveBlock(index: number): readonly Above[] {
    return this.above[index] ?? [];
  }

  /** What stands above the block that holds the offset. */
  aboveAt(offset: number): readonly Above[] {
    return this.aboveBlock(this.blockAt(offset));
  }

  /** The items of the list that the block leads in, as blocks; empty where none follows at once. */
  itemsUnder(index: number): readonly Block[] {
    const found: Block[] = [];
    const first = this.document.blocks[index + 1];
    if (first?.kind !== "list-item") return found;
    const own = this.document.blocks[index]!;
    const nested = own.kind === "list-item";
    if (nested && first.level <= own.level) return found;
    for (let i = index + 1; i < this.document.blocks.length; i++) {
      const block = this.document.blocks[i]!;
      if (block.kind !== "list-item" || block.section !== own.section || block.level < first.level) break;
      if (block.level === first.level) found.push(block);
    }
    return found;
  }
}

/** The items of description lists that are terms: short ones without an end, each followed by one that is a sentence or more. */
function termsOf(document: Document): ReadonlySet<number> {
  const found = new Set<number>();
  const { blocks } = document;
  for (let from = 0; from < blocks.length; from++) {
    if (blocks[from]!.kind !== "list-item") continue;
    let to = from;
    while (blocks[to + 1]?.kind === "list-item" && blocks[to + 1]!.section === blocks[from]!.section) to++;
    const run = blocks.slice(from, to + 1);
    const words = run.map((b) => document.text.slice(b.start, b.end).replace(/\s+/g, " ").trim());
    const isTerm = words.map((w) => w.length <= TERM_LENGTH && /^\p{Lu}/u.test(w) && !ENDED.test(w));
    const isDescription = words.map((w, k) => !isTerm[k] && w.length > TERM_LENGTH && /[.!?][)\]"”’]*$/u.test(w));
    // each term has its description at once, and nothing stands before the first: names in a plain list do not alternate so
    const alternates = isTerm[0] && run.every((b, k) => b.level === run[0]!.level && (isTerm[k] ? isDescription[k + 1] : isDescription[k]));
    if (alternates) for (let k = 0; k < run.length; k++) if (isTerm[k]) found.add(from + k);
    from = to;
  }
  return found;
}
