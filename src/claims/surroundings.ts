import { coupleByMentions } from "../actors/couple-by-mentions.ts";
import { findMentions } from "../actors/find-mentions.ts";
import { PressHomes } from "../actors/home-state.ts";
import { loadActors } from "../actors/load-actors.ts";
import type { Mention } from "../actors/mention.ts";
import { resolveActor } from "../actors/resolve-actor.ts";
import { runInMatter } from "../actors/run-in-label.ts";
import { assemblyOf, convenedIn, voiceOf } from "../actors/speaker.ts";
import { isLedOff } from "../actors/years-of-entry.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document } from "../document/document.ts";
import { captionBlocks } from "../language/dates/date-lines.ts";
import { yearLedEntries } from "../language/dates/year-led-entries.ts";
import type { Sentence } from "../language/sentence.ts";
import { headerRows } from "./header-rows.ts";
import { Outline } from "./outline.ts";
import { stageOf, subjectByMentions, subjectsOfPage } from "./page-subject.ts";
import { kindOf } from "./roles.ts";
import { stateAtStrife } from "./state-at-strife.ts";
import { coupleBySpread, isPassedOver, subjectBySpread } from "./subject-by-spread.ts";

/**
 * What the place of a sentence says about the two sides it speaks of: the page's subject, and the state that its heading,
 * the line or item that leads it in, or the first cell of its table row, names. "Embassy in Quito" under "Russia" on Ecuador's
 * page is Russia's.
 */
export class Surroundings {
  readonly subjects: readonly string[];
  readonly outline: Outline;
  /** The state whose ministry, government or minister speaks in the document; else null. */
  readonly voice: string | null;
  /** The two states that the text is about, where it names hardly any others; else empty. */
  private readonly couple: readonly string[];
  /** The state that a report's headline names and its dateline lies in; else null. */
  readonly stage: string | null;
  /** The body whose meeting the document tells of or comes from: whose "the Meeting" and "the next session" are; else null. */
  readonly convened: string | null;
  /** The state whose own war a report opens with; else null. */
  readonly strife: string | null;
  private readonly press: PressHomes | null;
  /** The lines of a chronicle that begin with their years. */
  private readonly ledByYear: ReadonlyMap<number, string>;
  private readonly headers: ReadonlySet<number>;
  /** Lines that head the dates of a chronicle. */
  private readonly captions: ReadonlySet<number>;
  private readonly document: Document;
  private readonly mentions: readonly Mention[];
  private readonly named = new Map<string, string | null>();
  private readonly runIns = new Map<number, string | null>();

  constructor(document: Document, mentions: readonly Mention[]) {
    this.document = document;
    this.headers = headerRows(document);
    this.captions = captionBlocks(document);
    this.ledByYear = yearLedEntries(document);
    this.mentions = mentions;
    const press = new PressHomes(document, mentions, loadActors());
    const named = subjectsOfPage(document);
    const [only] = named.length === 1 && kindOf(named[0]!) === "state" ? named : [];
    // what stands over a report is a headline: "Delegation due from Seoul"
    const isHeadline = press.isDated && !OF_PAGES.test(document.title ?? "");
    const titled = only && (isHeadline || isPassedOver(document, mentions, only)) ? [] : named;
    const frequent = titled.length === 0 ? (subjectByMentions(mentions) ?? subjectBySpread(document, mentions)) : null;
    this.subjects = frequent ? [frequent] : titled;
    this.voice = voiceOf(document, mentions, loadActors());
    // a ministry that tells of its own dealings hardly names its state
    const often = coupleByMentions(mentions);
    const couple = often.length > 0 || this.subjects.length > 0 ? often : coupleBySpread(document, mentions);
    const strife = stateAtStrife(document, mentions);
    this.strife = strife?.within ?? null;
    this.couple = (this.voice && !couple.includes(this.voice)) || strife ? [] : couple;
    this.outline = new Outline(document);
    const stage = stageOf(document, mentions);
    this.stage = press.isDated && stage && !press.states.includes(stage) ? null : stage;
    this.press = this.voice === null && this.subjects.length === 0 ? press : null;
    this.convened = convenedIn(mentions) ?? assemblyOf(document, mentions);
  }

  /** The two sides, the page's subject first; empty when the place does not tell both. */
  pairAt(sentence: Sentence): readonly string[] {
    const [subject, other] = this.subjects;
    // "With Chile, a study was made in 2009": the sentence itself says with whom
    const front = subject && !other ? FRONT.exec(this.document.text.slice(sentence.start, sentence.start + 60))?.[1] : undefined;
    const partner = front ? this.matterOf(front, subject!) : null;
    return partner && partner !== subject ? [subject!, partner] : this.pairOf(sentence.block);
  }

  /** The state in whose press the sentence stands, where the text is nobody's own and on no state; or null. */
  pressAt(sentence: Sentence): string | null {
    return this.press?.at(sentence.end) ?? null;
  }

  /** The two sides of the block that holds the offset. */
  pairFor(offset: number): readonly string[] {
    return this.pairOf(this.outline.blockAt(offset));
  }

  /** True in list items and table cells, whose words leave out what their place says. */
  isListed(sentence: Sentence): boolean {
    const kind = this.document.blocks[sentence.block]?.kind;
    return kind === "list-item" || kind === "table-row";
  }

  /** Who came, in a row of a table of visits to the page's subject or to one of its two: "Attended the summit" is said of them; else null. */
  guestAt(sentence: Sentence): string | null {
    if (this.document.blocks[sentence.block]?.kind !== "table-row" || this.subjects.length === 0) return null;
    const [first, second] = this.pairOf(sentence.block);
    if (!first || !second || kindOf(first) !== "state" || kindOf(second) !== "state") return null;
    const above = [this.document.title ?? "", ...this.outline.aboveBlock(sentence.block).map((a) => a.words)].filter(
      (w) => w.length <= 120,
    );
    if (this.subjects.length === 1) return above.some((words) => OF_GUESTS.test(words)) ? second : null;
    const host = above.map((words) => VISITED.exec(words)?.[1]).find((name) => name !== undefined);
    const hostId = host === undefined ? undefined : resolveActor(host)?.id;
    return hostId === first ? second : hostId === second ? first : null;
  }

  /** True for entries of a bibliography and what stands under its heading: titles of books tell of no acts. */
  isReference(sentence: Sentence): boolean {
    const block = this.document.blocks[sentence.block];
    if (!block || block.kind === "heading") return false;
    if (this.headers.has(sentence.block) || this.captions.has(sentence.block)) return true;
    if (ENTRY.test(this.document.text.slice(block.start, Math.min(block.end, block.start + 200)))) return true;
    return this.outline.aboveBlock(sentence.block).some((a) => a.kind === "heading" && BIBLIOGRAPHY.test(a.words));
  }

  /** True in an item, a row or a paragraph that begins with its date, on a page about two states: an entry of their chronicle. */
  isEntry(sentence: Sentence): boolean {
    const block = this.document.blocks[sentence.block];
    if (this.subjects.length !== 2 || !block) return false;
    const words = this.document.text.slice(block.start, Math.min(block.end, block.start + 60));
    if (this.ledByYear.has(sentence.block)) return true;
    if (block.kind === "paragraph") return isLedOff(words);
    return (block.kind === "list-item" || block.kind === "table-row") && DATED.test(words);
  }

  /** The part of the document that the sentence stands in: its section, or what a line above it names within that. */
  partAt(sentence: Sentence): number {
    const block = this.document.blocks[sentence.block];
    const section = block?.section ?? -1;
    // what one row of a table tells is over at the next
    if (block?.kind === "table-row") return this.document.sections.length + sentence.block;
    // nor does what an entry of a chronicle told of others concern the next, where the page tells whom it is about
    if (this.isEntry(sentence)) return this.document.sections.length + sentence.block;
    // a paragraph on one partner of the page's subject is a matter of its own
    if (this.subjects.length === 1 && (this.topicIn(sentence.block, this.subjects[0]!) || this.runIn(sentence.block)))
      return this.document.sections.length + sentence.block;
    const label = this.outline.aboveBlock(sentence.block).find((a) => a.kind === "label" || (a.kind === "item" && a.words.length <= 60));
    return label && this.matterOf(label.words, this.subjects[0] ?? "") ? this.document.sections.length + label.block : section;
  }

  private pairOf(block: number): readonly string[] {
    if (this.subjects.length === 2) return this.subjects;
    const [subject] = this.subjects;
    if (!subject || block < 0) return this.couple;
    const other = this.rowActor(block) ?? this.labelIn(block, subject) ?? this.topicIn(block, subject) ?? this.actorAbove(block, subject);
    if (other && other !== subject) return [subject, other];
    return this.couple.includes(subject) ? this.couple : [];
  }

  private rowActor(index: number): string | null {
    const block = this.document.blocks[index];
    if (block?.kind !== "table-row") return null;
    const inRow = this.mentions.find(
      (m) => m.start >= block.start && m.end <= block.end && (m.kind === "state" || m.kind === "former-state") && m.actors.length === 1,
    );
    // only the first cells name the row, not its notes
    const cells = this.document.text.slice(block.start, inRow?.start ?? block.start).split("\t");
    return inRow && cells.length <= 2 && inRow.end - inRow.start + 12 >= this.cellLength(block.start, inRow) ? inRow.actors[0]! : null;
  }

  /** "Brazil: tax treaty signed in 1978": the state that a line begins with, before a colon or a dash. */
  private labelIn(index: number, subject: string): string | null {
    const block = this.document.blocks[index];
    if (!block || block.kind === "heading" || block.kind === "table-row") return null;
    const headed = this.runIn(index);
    if (headed) return headed;
    const words = LABEL.exec(this.document.text.slice(block.start, Math.min(block.end, block.start + 60)))?.[1];
    return words ? this.matterOf(words, subject) : null;
  }

  /** "Chile. A tax treaty was signed in 1978.": the name that heads a paragraph within its line. */
  private runIn(index: number): string | null {
    let known = this.runIns.get(index);
    if (known === undefined) {
      known = runInMatter(this.document, index, loadActors());
      this.runIns.set(index, known);
    }
    return known;
  }

  /** "The relation with Chile followed another model.": the state with which a paragraph says at once that it deals. */
  private topicIn(index: number, subject: string): string | null {
    const block = this.document.blocks[index];
    if (block?.kind !== "paragraph") return null;
    const words = TOPIC.exec(this.document.text.slice(block.start, Math.min(block.end, block.start + 90)))?.[1];
    const known = words ? resolveActor(words.trim()) : null;
    return known && known.id !== subject && (known.kind === "state" || known.kind === "former-state") ? known.id : null;
  }

  /** Length of the cell that the mention stands in. */
  private cellLength(row: number, m: Mention): number {
    const { text } = this.document;
    const from = Math.max(row, text.lastIndexOf("\t", m.start) + 1);
    const [end] = [text.indexOf("\t", m.end), text.indexOf("\n", m.end)].filter((e) => e >= 0).sort((a, b) => a - b);
    return (end ?? text.length) - from;
  }

  /** The nearest state or organisation that what stands above names as its matter: "Peru", "Relations with Peru", "3.1 India". */
  private actorAbove(block: number, subject: string): string | null {
    for (const { kind, words } of this.outline.aboveBlock(block)) {
      if (kind === "title" || kind === "caption" || words.length > 60) continue;
      const actor = this.matterOf(words, subject);
      if (actor) return actor;
    }
    return null;
  }

  private matterOf(words: string, subject: string): string | null {
    const known = this.named.get(words);
    if (known !== undefined) return known;
    const bare = words.replace(/^\W*(?:(?:Table|Figure|Box|Annex)\s+)?\d+(?:\.\d+)*[.:]?\s*/, "").replace(/\s*[:：]\s*$/u, "");
    const whole = resolveActor(bare);
    let actor = whole && (whole.kind === "state" || whole.kind === "former-state" || whole.kind === "organisation") ? whole.id : null;
    if (!actor) {
      const found = findMentions({ ...this.document, ...bareText(bare), map: [] }).filter(
        (m) => m.actors.length === 1 && (m.kind === "state" || m.kind === "former-state") && m.form !== "city" && m.person === null,
      );
      const others = [...new Set(found.map((m) => m.actors[0]!))].filter((a) => a !== subject);
      const covered = found.reduce((sum, m) => sum + (m.end - m.start), 0);
      const isMatter = covered / bare.length >= 0.5 || RELATIONS_WITH.test(bare);
      actor = others.length === 1 && isMatter ? others[0]! : null;
    }
    this.named.set(words, actor);
    return actor;
  }
}

/** Titles and headings over those who came. */
const OF_GUESTS = /\bvisits?\b[^.;]{0,40}?\s(?:to|in)\s|\b(?:foreign|state|official)\s(?:visitors|guests)\b|\bvisitors\s(?:to|in)\s/i;
/** "Royal visits to Kenya". */
const VISITED = /\bvisits?\s(?:to|in)\s(?:the\s)?(\p{Lu}[\p{L} .'’-]+)$/u;
/** What the titles of pages have beside a state's name. */
const OF_PAGES =
  /^\P{Ll}*$|\b(?:relations|policy|diplomacy|affairs|chronology|timeline|history|missions|treaties|members?|profile)\b|^[\p{L} .'’-]{3,24}$/u;
/** A sentence that names its partner first. */
const FRONT =
  /^(?:With|As for|As regards|As to|Regarding|Concerning|In the case of|In relations with)\s+((?:the\s+)?\p{Lu}[\p{L} .'’-]{2,40}?),\s/u;
/** The words before the first colon of a line, or before a dash between blanks. */
const LABEL = /^[\s•*·–—-]*(\p{Lu}[\p{L} .'’-]{2,40}?)(?::|\s+[–—-])\s+\p{L}/u;

/** "Okafor, J. (1988). Title", "Lund, K. and Berg, O., 2003, Title". */
const ENTRY =
  /^[^\p{L}]*\p{Lu}[\p{L}'’-]+,\s+(?:\p{Lu}\.[\s-]?){1,3}(?:[,;&]?\s*(?:and\s+|&\s+)?\p{Lu}[\p{L}'’-]+,?\s+(?:\p{Lu}\.[\s-]?){1,3}){0,5},?\s*(?:\(eds?\.\),?\s*)?\(?(?:1[89]|20)\d\d[a-z]?\)?[.,:]/u;
const BIBLIOGRAPHY =
  /^(?:\d+\.?\s*)?(?:references?|bibliography|works cited|further reading|literature|sources|notes and references|external links|selected bibliography|bibliograf[ií]a)\s*$/i;

const RELATIONS_WITH =
  /^(?:(?:bilateral|diplomatic|foreign|official)\s+)?(?:relations?|ties|links|cooperation|contacts|dealings|trade|commerce|economic relations|trade relations|economic ties)\s+(?:with|between)\b/i;
/** An entry that begins with its date: "6 May 1998:", "Nov. 2011 –", "2004", "12 Oct". */
const DATED =
  /^[^\p{L}\d]*(?:(?:\d{1,2}(?:\s*[–-]\s*\d{1,2})?\.?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b|(?:early\s|late\s|mid-?)?(?:1[89]|20)\d\d\b)/iu;
/** How a paragraph says whose relations with the page's subject it tells of. */
const TOPIC =
  /^(?:(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Bb]ilateral|[Dd]iplomatic|[Pp]olitical|[Ee]conomic)\s+){0,3}(?:[Rr]elations?|[Rr]elationship|[Tt]ies|[Ll]inks|[Cc]ase)\s+(?:with|of)\s+(?:the\s+)?((?:\p{Lu}[\p{L}'’-]+\s?(?:(?:and|of)\s(?=\p{Lu}))?){1,4})/u;
