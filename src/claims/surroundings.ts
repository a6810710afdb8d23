import type { Mention } from "../actors/mention.ts";
import { resolveActor } from "../actors/resolve-actor.ts";
import type { Document } from "../document/document.ts";
import type { Sentence } from "../language/sentence.ts";
import { subjectsOfPage, voiceOf } from "./page-subject.ts";

/**
 * What the place of a sentence says about the two sides it speaks of: the page's subject, and the state that its heading,
 * or the first cell of its table row, names. "Embassy in Quito" under "Russia" on Ecuador's page is Russia's.
 */
export class Surroundings {
  readonly subjects: readonly string[];
  /** The state that speaks as "we": whose minister or ministry the title, the authors or the publisher name. */
  readonly voice: string | null;
  private readonly document: Document;
  private readonly mentions: readonly Mention[];
  private readonly headings = new Map<number, string | null>();

  constructor(document: Document, mentions: readonly Mention[]) {
    this.document = document;
    this.mentions = mentions;
    this.subjects = subjectsOfPage(document);
    this.voice = voiceOf(document);
  }

  /** The two sides, the page's subject first; empty when the place does not tell both. */
  pairAt(sentence: Sentence): readonly string[] {
    if (this.subjects.length === 2) return this.subjects;
    const [subject] = this.subjects;
    if (!subject) return [];
    const other = this.rowActor(sentence) ?? this.headingActor(this.document.blocks[sentence.block]?.section ?? -1);
    return other && other !== subject ? [subject, other] : [];
  }

  /** The state or organisation that words of a heading name, or null. */
  actorNamed(words: string): string | null {
    const actor = resolveActor(words.trim());
    return actor && (actor.kind === "state" || actor.kind === "former-state" || actor.kind === "organisation") ? actor.id : null;
  }

  /** True in list items and table cells, whose words leave out what their place says. */
  isListed(sentence: Sentence): boolean {
    const kind = this.document.blocks[sentence.block]?.kind;
    return kind === "list-item" || kind === "table-row";
  }

  private rowActor(sentence: Sentence): string | null {
    const block = this.document.blocks[sentence.block];
    if (block?.kind !== "table-row") return null;
    const inRow = this.mentions.find(
      (m) => m.start >= block.start && m.end <= block.end && (m.kind === "state" || m.kind === "former-state") && m.actors.length === 1,
    );
    // only the first cell names the row
    const firstCell = this.document.text.indexOf("\t", block.start);
    return inRow && (firstCell < 0 || inRow.start < firstCell) ? inRow.actors[0]! : null;
  }

  private headingActor(section: number): string | null {
    if (section < 0) return null;
    const known = this.headings.get(section);
    if (known !== undefined) return known;
    const { heading, parent } = this.document.sections[section]!;
    const named = heading.length <= 60 ? resolveActor(heading.replace(/^\d+(\.\d+)*\.?\s*/, "")) : null;
    const actor =
      named && (named.kind === "state" || named.kind === "former-state" || named.kind === "organisation")
        ? named.id
        : this.headingActor(parent);
    this.headings.set(section, actor);
    return actor;
  }
}
