import type { Document } from "../document/document.ts";
import type { TurnKind } from "../document/turn-label.ts";
import type { Parse, Sentence } from "../language/sentence.ts";
import { coupleByMentions } from "./couple-by-mentions.ts";
import { headedPerson } from "./headed-person.ts";
import { PressHomes } from "./home-state.ts";
import { jointPartiesOf } from "./joint-parties.ts";
import type { ActorLexicon } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { organsNamed } from "./organs-named.ts";
import { bodyOfPage } from "./page-body.ts";
import { pairOfTitle, stateNamed } from "./pair-of-title.ts";
import { type Rival, rivalsIn } from "./rivals.ts";
import { rowActors } from "./row-actors.ts";
import { runInMatter, subjectByHeading } from "./run-in-label.ts";
import { SentenceRoles, type Stand } from "./sentence-roles.ts";
import { assemblyOf, convenedIn, standpointOf, voiceOf } from "./speaker.ts";
import { StatesThen } from "./states-then.ts";
import { readTurns } from "./turns.ts";

/** A mention in its place in the discourse. */
export interface Entity {
  readonly mention: Mention;
  /** Index of the sentence. */
  readonly sentence: number;
  /** Innermost section, -1 before the first heading. */
  readonly section: number;
  /** Where it stands in the parse; null in a heading and in sentences that were not parsed. */
  readonly stand: Stand | null;
  /** A subject of a clause. */
  readonly subject: boolean;
  /** An adjective before a noun that acts for its state: "the Ethiopian side". */
  readonly acts?: boolean;
}

/** A sentence whose parse is remembered, because the next ones may lean on it. */
interface Remembered {
  readonly roles: SentenceRoles;
  readonly rivals: readonly Rival[];
}

/** How many sentences back a reference may look. */
const MEMORY = 7;
/** How many mentions of one sentence are looked at: an endless list tells nothing more. */
const MOST = 60;

/** A longer sentence is a list or a broken text: nothing in it refers. */
const LONGEST = 400;

/** Nouns that act for the state whose adjective stands before them. */
const ACTS_FOR = /^(?:side|delegation|party|team|authorities)$/i;

/** What has been said so far, seen from one sentence. Nothing is looked up across a section boundary but the page's subject. */
export class Discourse {
  readonly document: Document;
  readonly lexicon: ActorLexicon;
  readonly sentences: readonly Sentence[];
  /** The states a page is about: one ("Foreign relations of Peru") or two ("Chile–Peru relations"). */
  readonly subjects: readonly string[];
  /** The organisation that a page is about ("Organization of American States"), or null. */
  readonly pageBody: string | null;
  /** The state of the ministry or government that publishes the document, or the organisation whose spokesperson briefs, or null. */
  readonly speaker: string | null;
  /** The speaker, where it is a state: whose "the Minister" and "the government" are its own. */
  readonly voicingState: readonly string[] | null;
  /** Whose turn each block of a transcript is. */
  private readonly turns: readonly (TurnKind | null)[];
  /** Who give out the document together, as a joint statement of theirs; empty for all others. */
  readonly parties: readonly string[];
  /** The organisation whose leaders or ministers give out the document, as a communiqué of theirs; null for all others. */
  readonly assembly: string | null;
  /** The state that "here" means, or null. */
  readonly standpoint: string | null;
  /** In whose press the text stands. */
  private readonly press: PressHomes | null;
  private readonly history = new Map<number, Entity[]>();
  private last = -1;
  private counts: Map<string, number> | null = null;
  private most = 1;
  private readonly parsed = new Map<number, Remembered>();
  private readonly runIns = new Map<number, string | null>();
  private readonly headed = new Map<number, Mention | null>();
  private readonly sectionActors = new Map<number, string | null>();
  private readonly headingActors: ReadonlyMap<number, string>;
  private readonly rowActors: ReadonlyMap<number, string>;
  private homeState: { readonly id: string | null } | null = null;
  private bygone: StatesThen | null = null;
  private pair: readonly string[] | null | undefined;
  private readonly mentions: readonly Mention[];
  private readonly organs = new Map<string, string[]>();

  constructor(document: Document, mentions: readonly Mention[], sentences: readonly Sentence[], lexicon: ActorLexicon) {
    this.document = document;
    this.lexicon = lexicon;
    this.sentences = sentences;
    this.mentions = mentions;
    this.subjects = pageSubjects(document, lexicon);
    this.pageBody = this.subjects.length === 0 ? bodyOfPage(document, lexicon) : null;
    this.speaker = voiceOf(document, mentions, lexicon);
    this.voicingState = this.speaker && /^[A-Z]{3}$/.test(this.speaker) ? [this.speaker] : null;
    this.turns = readTurns(document);
    this.assembly = assemblyOf(document, mentions);
    this.standpoint = standpointOf(document, mentions, lexicon, this.speaker);
    // the ministers of a body decide for it, whoever of them are named
    this.parties = this.assembly !== null && this.assembly === convenedIn(mentions) ? [] : jointPartiesOf(document, mentions);
    this.headingActors = headingActors(document, mentions);
    this.rowActors = rowActors(document, mentions);
    this.press = this.speaker === null ? new PressHomes(document, mentions, lexicon) : null;
  }

  /** Begins a sentence: what is said in it is judged by its parse. Of a sentence in parts each has a parse of its own. */
  begin(sentence: number, parse: Parse | null, named: readonly Mention[]): void {
    const before = this.history.get(sentence);
    const earlier = before?.map((entity) => ({ ...entity, stand: null }));
    if (earlier) this.history.set(sentence, earlier);
    this.parsed.delete(sentence - MEMORY);
    if (!parse || parse.nodes.length > LONGEST) return;
    const roles = new SentenceRoles(parse);
    this.parsed.set(sentence, { roles, rivals: rivalsIn(roles, sentence, named) });
  }

  /** The leader whose name heads the part that the sentence stands in, or null. */
  headedBy(sentence: number): Mention | null {
    const { block } = this.sentences[sentence]!;
    let known = this.headed.get(block);
    if (known === undefined) {
      known = headedPerson(this.document, this.mentions, block);
      this.headed.set(block, known);
    }
    return known;
  }

  rolesOf(sentence: number): SentenceRoles | null {
    return this.parsed.get(sentence)?.roles ?? null;
  }

  /** Things and persons of a sentence that no mention covers. */
  rivalsOf(sentence: number): readonly Rival[] {
    const rivals = this.parsed.get(sentence)?.rivals ?? [];
    const meant = this.inSentence(sentence);
    return rivals.filter((r) => !meant.some(({ mention }) => mention.start < r.end && mention.end > r.start));
  }

  add(mention: Mention, sentence: number): void {
    const section = this.sectionOf(sentence);
    const roles = this.rolesOf(sentence);
    const own = roles?.headOf(mention) ?? -1;
    const head = roles && own >= 0 ? roles.nodes[own]!.head : -1;
    // "the Ethiopian side", "the Chilean delegation": the adjective says whose, and the noun acts
    const acts = mention.form === "demonym" && head > own && ACTS_FOR.test(roles!.nodes[head]!.text);
    const node = acts ? head : own;
    const stand = roles && node >= 0 ? roles.standOf(node) : null;
    const adjective = mention.form === "demonym" && !acts && !/s$/.test(mention.text);
    const subject = stand !== null && stand.role === "subject" && mention.kind !== "place" && !adjective;
    const entities = this.history.get(sentence) ?? [];
    entities.push({ mention, sentence, section, stand, subject, acts });
    this.history.set(sentence, entities);
    if (mention.actors.length > 0) this.last = sentence;
  }

  /** Whether a sentence is asked or told by somebody of the press: "we" is not the one who briefs, "you" is. */
  isAsked(sentence: number): boolean {
    return this.turns[this.sentences[sentence]?.block ?? -1] === "question";
  }

  /** Whether anybody was meant in a sentence or the ones just before it, or the page says whose it is. */
  hasFocus(sentence: number): boolean {
    if (this.subjects.length > 0 || this.speaker !== null || this.press!.states.length > 0) return true;
    return this.last >= 0 && sentence - this.last <= MEMORY;
  }

  sectionOf(sentence: number): number {
    const block = this.document.blocks[this.sentences[sentence]?.block ?? -1];
    return block?.section ?? -1;
  }

  /** Entities of a sentence before an offset, in order. */
  inSentence(sentence: number, before = Number.POSITIVE_INFINITY): Entity[] {
    const all = (this.history.get(sentence) ?? []).slice(-MOST);
    return before === Number.POSITIVE_INFINITY ? all : all.filter((entity) => entity.mention.start < before);
  }

  /** How much of what the document names is this actor, against the one it names most: 0 to 1. */
  prominenceOf(actor: string): number {
    if (!this.counts) {
      this.counts = new Map();
      for (const m of this.mentions) for (const id of m.actors) this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
      this.most = Math.max(1, ...this.counts.values());
    }
    return (this.counts.get(actor) ?? 0) / this.most;
  }

  /** The state that the document names most, where no other is named as often. */
  mostNamed(): string | null {
    const [first] = [...new Set(this.mentions.flatMap((m) => (m.kind === "state" ? m.actors : [])))]
      .map((id) => ({ id, share: this.prominenceOf(id) }))
      .sort((a, b) => b.share - a.share);
    return first && first.share === 1 ? first.id : null;
  }

  /** The state in whose press a sentence stands, where the text is on no state of its own; or null. */
  pressAt(sentence: number): string | null {
    if (this.subjects.length > 0) return null;
    return this.press?.at(this.sentences[sentence]!.end) ?? null;
  }

  /**
   * The state at home in a text that is nobody's own: whose page it is, in whose press it stands, the only one in its title, or
   * that it names at least twice as often as any other. Null where none of these tells.
   */
  get home(): string | null {
    this.homeState ??= { id: this.findHome() };
    return this.homeState.id;
  }

  private findHome(): string | null {
    if (this.subjects.length > 0) return this.subjects.length === 1 ? this.subjects[0]! : null;
    const press = this.press?.states ?? [];
    if (press.length > 0) return press.length === 1 ? press[0]! : null;
    const title = this.document.blocks.find((b) => b.kind === "title");
    const within = (start: number, end: number): readonly string[] => [
      ...new Set(this.mentions.flatMap((m) => (m.start >= start && m.end <= end && m.kind === "state" ? m.actors : []))),
    ];
    const named = title ? within(title.start, title.end) : [];
    if (named.length === 1) return named[0]!;
    if (named.length > 1) return null;
    const shares = [...new Set(this.mentions.flatMap((m) => (m.kind === "state" ? m.actors : [])))]
      .map((id) => ({ id, share: this.prominenceOf(id) }))
      .sort((a, b) => b.share - a.share);
    return shares[0]?.share === 1 && (shares[1]?.share ?? 0) <= 0.5 ? shares[0].id : null;
  }

  /** The actors whose holder of an office is mentioned anywhere before an offset. */
  officesBefore(before: number, office: string): string[] {
    return this.mentions.filter((m) => m.start < before && m.office === office).flatMap((m) => m.actors);
  }

  /** Whether the document names somebody of whom it holds. */
  names(test: (mention: Mention) => boolean): boolean {
    return this.mentions.some(test);
  }

  /** The organisations that the document names with a word in their name: "Forum", "Bank". */
  bodiesNamed(word: string): string[] {
    const inName = new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, "u");
    const named = this.mentions.filter(
      (m) => m.kind === "organisation" && m.actors.length === 1 && / /.test(m.text) && inName.test(m.text),
    );
    return [...new Set(named.flatMap((m) => m.actors))];
  }

  /** The organisations of which the document names an organ by a word: "Authority", "Board". */
  organsNamed(word: string): string[] {
    let known = this.organs.get(word);
    if (!known) {
      known = organsNamed(word, this.document.text, this.mentions);
      this.organs.set(word, known);
    }
    return known;
  }

  /** Who is named as the holder of an office of an actor before an offset. */
  holdersOf(office: string, actor: string, before: number): string[] {
    return this.mentions.flatMap((m) =>
      m.start < before && m.office === office && m.person !== null && m.actors[0] === actor ? [m.person] : [],
    );
  }

  /** Entities of the sentences before, the nearest sentence first, at most `count` sentences back and never out of the section. */
  *sentencesBack(sentence: number, count: number): Generator<Entity[]> {
    const section = this.sectionOf(sentence);
    for (let s = sentence - 1; s >= 0 && s >= sentence - count; s--) {
      if (this.sectionOf(s) !== section || this.isHeading(s)) return;
      yield this.inSentence(s);
    }
  }

  /** Sentences before this one that were read one after another, the nearest first: behind one that was not, anything may have been said. */
  *readBack(sentence: number, count: number): Generator<Entity[]> {
    let s = sentence;
    for (const entities of this.sentencesBack(sentence, count)) {
      if (!this.parsed.has(--s)) return;
      yield entities;
    }
  }

  /** Mentions in the heading of the section a sentence stands in. */
  headingMentions(sentence: number): readonly Mention[] {
    const section = this.sectionOf(sentence);
    const heading = section < 0 ? undefined : this.document.blocks.find((block) => block.kind === "heading" && block.section === section);
    return heading ? this.mentions.filter((m) => m.start >= heading.start && m.end <= heading.end) : [];
  }

  /** Whether a sentence stands in an item of a list. */
  isItem(sentence: number): boolean {
    return this.document.blocks[this.sentences[sentence]?.block ?? -1]?.kind === "list-item";
  }

  isRow(sentence: number): boolean {
    return this.document.blocks[this.sentences[sentence]?.block ?? -1]?.kind === "table-row";
  }

  /** Whether two sentences stand in one paragraph, item or row. */
  isSameBlock(one: number, other: number): boolean {
    return this.sentences[one]?.block === this.sentences[other]?.block;
  }

  isHeading(sentence: number): boolean {
    const kind = this.document.blocks[this.sentences[sentence]?.block ?? -1]?.kind;
    return kind === "heading" || kind === "title";
  }

  /** The state that a section's heading, or that of a section around it, names; null when it names none. */
  sectionActor(sentence: number): string | null {
    const block = this.sentences[sentence]?.block ?? -1;
    return this.rowActors.get(block) ?? this.runIn(block) ?? this.headedActor(sentence);
  }

  /** What begins a paragraph as its heading: "Peru. A treaty was signed in May." */
  private runIn(block: number): string | null {
    let known = this.runIns.get(block);
    if (known === undefined) {
      const matter = runInMatter(this.document, block, this.lexicon);
      known = matter?.includes(":") ? null : matter;
      this.runIns.set(block, known);
    }
    return known;
  }

  private headedActor(sentence: number): string | null {
    let section = this.sectionOf(sentence);
    const known = this.sectionActors.get(section);
    if (known !== undefined) return known;
    const asked = section;
    let actor: string | null = null;
    while (section >= 0 && !actor) {
      actor = this.headingActors.get(section) ?? null;
      section = this.document.sections[section]!.parent;
    }
    this.sectionActors.set(asked, actor);
    return actor;
  }

  /** The two parties that the page, its section, or nearly every sentence of it speaks of; null when there is no such pair. */
  pairAround(sentence: number): readonly string[] | null {
    if (this.subjects.length === 2) return this.subjects;
    const section = this.sectionActor(sentence);
    if (this.subjects.length === 1 && section && section !== this.subjects[0]) return [this.subjects[0]!, section];
    return this.dominantPair();
  }

  /** Whether a state is named somewhere by its own name. */
  isSpokenOf(state: string): boolean {
    return this.mentions.some((m) => m.form === "name" && m.actors.length === 1 && m.actors[0] === state);
  }

  /** The pair around a sentence, with the Soviet Union for Russia where the sentences here tell of it. */
  pairAsThen(sentence: number): readonly string[] | null {
    const pair = this.pairAround(sentence);
    this.bygone ??= new StatesThen(this.mentions, this.sentences, this.lexicon);
    return pair && this.bygone.pairAt(pair, sentence);
  }

  /** The pair named together in most sentences, when it is at least twice as frequent as any other; else the two that the text names nearly alone. */
  dominantPair(): readonly string[] | null {
    if (this.pair !== undefined) return this.pair;
    const counts = new Map<string, number>();
    const title = this.document.blocks.findIndex((block) => block.kind === "title");
    const bySentence = new Map<number, Set<string>>();
    let s = 0;
    for (const mention of this.mentions) {
      while (s < this.sentences.length && this.sentences[s]!.end <= mention.start) s++;
      if (s >= this.sentences.length || mention.kind !== "state") continue;
      const set = bySentence.get(s) ?? new Set();
      for (const actor of mention.actors) set.add(actor);
      bySentence.set(s, set);
    }
    for (const [sentence, actors] of bySentence) {
      if (actors.size !== 2) continue;
      const key = [...actors].sort().join(" ");
      counts.set(key, (counts.get(key) ?? 0) + (this.sentences[sentence]!.block === title ? 3 : 1));
    }
    const ranked = [...counts].sort((a, b) => b[1] - a[1]);
    const couple = coupleByMentions(this.mentions);
    const isClear = ranked[0] !== undefined && ranked[0][1] >= 3 && ranked[0][1] >= 2 * (ranked[1]?.[1] ?? 0);
    this.pair = isClear ? ranked[0]![0].split(" ") : couple.length === 2 ? couple : null;
    return this.pair;
  }
}

function pageSubjects(document: Document, lexicon: ActorLexicon): string[] {
  const title = (document.title ?? titleBlock(document) ?? "").replace(/\s*[|·].*$/, "").trim();
  const of = /^(?:the )?(?:foreign|international|diplomatic|external) (?:relations|policy|affairs) of (?:the )?(.+)$/i.exec(title);
  const named = of?.[1] ?? /^(?:list of )?(?:diplomatic missions|ambassadors|treaties) of (?:the )?(.+)$/i.exec(title)?.[1] ?? title;
  const one = stateNamed(named, lexicon);
  if (one) return [one];
  const pair = pairOfTitle(title, lexicon);
  if (pair) return [...pair];
  const matter = title.split(/\s*[:–—]\s+/).map((part) => matterOf(part, lexicon));
  const states = new Set(matter.filter((state) => state !== null));
  if (states.size === 1) return [...states];
  const headed = states.size === 0 ? subjectByHeading(document, lexicon) : null;
  return headed ? [headed] : [];
}

/** Whose matter a part of a title tells of: "Kenya and its neighbours", "A chronology of Kenya's foreign policy since 1963". */
function matterOf(part: string, lexicon: ActorLexicon): string | null {
  const bare = part
    .replace(/,?\s*(?:since|from|between|after|before|until|under|in|during)\s+.*$|,?\s*\(?\d{4}.*$/i, "")
    .replace(/^(?:an?\s+|the\s+)?(?:short\s+|brief\s+)?(?:chronology|timeline|history|calendar|overview)\s+of\s+(?:the\s+)?/i, "");
  const owner =
    /^(?:the\s+)?(.+?)\s+and\s+(?:its|the)\s+(?:neighbou?rs|neighbou?rhood|world|region|partners|great powers|powers)$/i.exec(bare) ??
    /^(?:the\s+)?(.+?)['’]s?\s+(?:\p{L}+\s+){0,2}(?:diplomacy|polic(?:y|ies)|relations|affairs|ties|treaties|pacts|neighbou?rs|embassies)$/iu.exec(
      bare,
    );
  return stateNamed(owner?.[1] ?? bare, lexicon);
}

function titleBlock(document: Document): string | null {
  const block = document.blocks.find((b) => b.kind === "title");
  return block ? document.text.slice(block.start, block.end) : null;
}

/** Headings that name exactly one state give it to their section: "Mexico", "Relations with Chile". */
function headingActors(document: Document, mentions: readonly Mention[]): Map<number, string> {
  const found = new Map<number, string>();
  document.sections.forEach((_section, index) => {
    const heading = document.blocks.find((block) => block.kind === "heading" && block.section === index);
    if (!heading) return;
    const states = new Set(
      mentions.filter((m) => m.start >= heading.start && m.end <= heading.end && m.kind === "state").flatMap((m) => m.actors),
    );
    if (states.size === 1) found.set(index, [...states][0]!);
  });
  return found;
}
