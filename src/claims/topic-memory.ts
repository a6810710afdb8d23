import type { Claim, ClaimDate } from "./claim.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor } from "./phrase-actors.ts";
import { FLOWS, QUARRELS, REMEMBERED, TOGETHER, TYING } from "./remembered-types.ts";
import type { ToldAct } from "./repeat-acts.ts";
import { kindOf, ROLES } from "./roles.ts";
import { builtIn, type Measure, type Named, sidesOf, type ToldSides } from "./told-sides.ts";
import type { Received, Tie, ToldTheme } from "./told-things.ts";

/**
 * What a text has been speaking of: the parties of its last pact or talks, so that "the agreement" and "the talks" need not
 * name them again. A section of its own forgets.
 */
export class TopicMemory {
  private readonly parties = new Map<string, readonly Filler[]>();
  private readonly matches = new Map<string, { readonly fillers: ReadonlyMap<string, readonly Filler[]>; readonly at: number }>();
  private readonly parts = new Map<string, { readonly fillers: ReadonlyMap<string, readonly Filler[]>; readonly at: number }>();
  private sides: { readonly fillers: readonly Filler[]; readonly at: number } | null = null;
  /** The state that gave help last, in any section. */
  lastGiver: string | null = null;
  private compared: { readonly two: readonly [string, string]; readonly at: number } | null = null;
  private partners: { readonly fillers: readonly Filler[]; readonly at: number } | null = null;
  /** Who received help, arms or troops last, and from whom. */
  private receiver: Received | null = null;
  /** The last that received each kind of thing. */
  private readonly receivers = new Map<string, Received>();
  /** Who has received, and from whom all. */
  private readonly helpers = new Map<string, ReadonlySet<string>>();
  /** Pairs of states that did something to or with each other, with the sentence. */
  private dyads: { readonly states: readonly Filler[]; readonly block: number; readonly at: number }[] = [];
  /** What was last told of, for each type: the pact, the post that "it" takes up. */
  private readonly themes = new Map<string, ToldTheme>();
  /** Who has lately had to do with whom, in the order in which it was told. */
  private ties: readonly Tie[] = [];
  private sentences = 0;
  private pactNamed = -9;
  /** The acts of the last sentence that told any, for "did so" and "followed suit". */
  lastTold: readonly ToldAct[] = [];
  /** Those of the sentences before it in the section, a few. */
  toldBefore: readonly ToldAct[] = [];
  private section = -1;
  private block = -1;
  /** Who stood on either side of what was told, latest last. */
  private told: readonly ToldSides[] = [];
  private readonly named = new Map<number, readonly PhraseActor[]>();
  /** Whose page it is (page-subject.ts): the side that "relations with Peru" leaves out. */
  readonly subjects: readonly string[];
  /** The two sides that the sentence's place tells (surroundings.ts), and whether it stands in a list or a table. */
  pair: readonly string[] = [];
  listed = false;
  /** Whether it is an entry of the chronicle of two states, whose words leave out what goes without saying there. */
  entry = false;
  /** Whether it stands in a table: rows of titles have readers of their own. */
  row = false;
  /** Whether the sentence is a heading: "Agreements signed" tells of nobody by itself. */
  headed = false;
  /** Who came, in a row of visits to the page's subject (surroundings.ts); else null. */
  guest: string | null = null;
  /** Who the line above a list says did its points: "The two sides:", "Both ministers agreed to:". */
  leaders: readonly string[] = [];
  /** The state whose own document it is: its ministry's release, its minister's speech. */
  readonly voice: string | null;
  /** The organisation last named in this section: whose "fifth ministerial meeting" it was. */
  organization: readonly PhraseActor[] = [];
  /** The region last named in this section: what "six countries" are of. */
  region: readonly PhraseActor[] = [];

  /** A gathering with its host alone, and the number of its sentence. */
  private gathering: { readonly fillers: ReadonlyMap<string, readonly Filler[]>; readonly at: number } | null = null;

  private readonly meetings = new Map<string, { readonly first: ClaimDate; readonly last: ClaimDate; readonly at: number }>();

  /** Restrictions told of in the document, latest last: kept over sections, for "the embargo was lifted" ten years on. */
  measures: readonly Measure[] = [];

  /** Whose gatherings those of a series were: "ministerial meeting" → the forum. Kept over sections. */
  private readonly series = new Map<string, readonly Filler[]>();

  /** Whom a disaster struck, where the section told of one. */
  private stricken: { readonly actor: string; readonly at: number } | null = null;
  private spoken: { readonly pair: readonly string[]; readonly block: number; readonly at: number } | null = null;

  /** The state in whose press the sentence stands; else null. */
  press: string | null = null;
  /** The state whose own war the report opens with; else null. */
  strife: string | null = null;
  /** The state that a report's headline and dateline are about; else null. */
  readonly stage: string | null;

  /** The body whose meeting the document comes from: whose "the Meeting" and "the Sixth Summit" are; else null. */
  readonly convened: string | null;

  constructor(subjects: readonly string[] = [], voice: string | null = null, stage: string | null = null, convened: string | null = null) {
    this.subjects = subjects;
    this.voice = voice;
    this.stage = stage;
    this.convened = convened;
  }

  enter(section: number, block = -1): void {
    this.sentences++;
    this.block = block;
    if (section !== this.section) {
      this.told = [];
      this.named.clear();
      this.matches.clear();
      this.parts.clear();
      this.gathering = null;
      this.sides = null;
      this.receiver = null;
      this.receivers.clear();
      this.helpers.clear();
      this.stricken = null;
      this.dyads = [];
      this.partners = null;
      this.compared = null;
      this.ties = [];
      this.themes.clear();
      this.lastTold = [];
      this.toldBefore = [];
      this.parties.clear();
      this.pactNamed = -9;
      this.region = [];
      this.organization = [];
    }
    this.section = section;
  }

  /** The organisation of the gathering last told that was called the same but for its number. */
  seriesBefore(name: string): readonly Filler[] {
    return name === "" ? [] : (this.series.get(name) ?? []);
  }

  rememberSeries(name: string, organization: readonly Filler[]): void {
    if (name !== "") this.series.set(name, organization);
  }

  /** Parties of the last claim of this type in this section. */
  recall(type: string): readonly Filler[] {
    return this.parties.get(type) ?? [];
  }

  remember(type: Claim["type"], parties: readonly Filler[]): void {
    if (REMEMBERED.has(type) && new Set(parties.map((p) => p.actor)).size >= 2) this.parties.set(type, parties);
  }

  /** Who was who in the last match of this type, if it was said a few sentences ago at most. */
  lastMatch(type: string, within = NEARBY): ReadonlyMap<string, readonly Filler[]> | null {
    const last = this.matches.get(type);
    return last && this.sentences - last.at <= within ? last.fillers : null;
  }

  /** A gathering of which only the host was said; who came may be told next. */
  rememberGathering(fillers: ReadonlyMap<string, readonly Filler[]>): void {
    this.gathering = { fillers, at: this.sentences };
  }

  /** The gathering last told of, a few sentences ago at most, even if only its host was said. */
  lastGathering(within: number): ReadonlyMap<string, readonly Filler[]> | null {
    const whole = this.matches.get("meeting");
    const last = !whole || (this.gathering && this.gathering.at > whole.at) ? this.gathering : whole;
    return last && this.sentences - last.at <= within ? last.fillers : null;
  }

  /** When a body met, as a sentence has told: the last time, and the first. */
  rememberMeeting(body: string, date: ClaimDate): void {
    const first = this.meetings.get(body)?.first ?? date;
    this.meetings.set(body, { first, last: date, at: this.sentences });
  }

  /** When a body last met, by the last few sentences; the body whose meeting the whole document tells of: when it met first. */
  dateOfMeeting(body: string, within: number): ClaimDate | null {
    const told = this.meetings.get(body);
    if (!told) return null;
    if (body === this.convened) return told.first;
    return this.sentences - told.at <= within ? told.last : null;
  }

  /** What was told of this type without one of its sides, a few sentences ago at most: "ninety states have recognised Palestine". */
  lastPart(type: string): ReadonlyMap<string, readonly Filler[]> | null {
    const last = this.parts.get(type);
    return last && this.sentences - last.at <= NEARBY ? last.fillers : null;
  }

  rememberPart(type: Claim["type"], fillers: ReadonlyMap<string, readonly Filler[]>): void {
    this.parts.set(type, { fillers: new Map(fillers), at: this.sentences });
  }

  /** The two sides of the last quarrel, pact or tie that was spoken of, a few sentences ago at most. */
  lastSides(): readonly Filler[] {
    return this.sides && this.sentences - this.sides.at <= NEARBY ? this.sides.fillers : [];
  }

  /** The two that last did something together, a few sentences ago at most, and after the last claim of a type: whose "joint seminar" it was. */
  lastPartners(after = ""): readonly Filler[] {
    const last = this.partners && this.sentences - this.partners.at <= NEARBY ? this.partners : null;
    return last && last.at > (this.matches.get(after)?.at ?? -1) ? last.fillers : [];
  }

  /** Who received help, arms or troops last, a few sentences ago at most, where this one was a giver of them. */
  receiverFrom(giver: string): Filler | null {
    const last = this.receiver && this.sentences - this.receiver.at <= NEARBY ? this.receiver : null;
    return last?.givers.includes(giver) ? last.filler : null;
  }

  /**
   * Whom help, arms or troops of the givers go to where a text does not say: the other one of the two of its place, else who was struck by a disaster or received last, else the only one that was
   * just told of together with a giver, else (`atHome`) the state that speaks or whose page it is. `isThere`: the words point
   * to a place of before. Empty where that is a giver or nobody.
   */
  scene(
    givers: readonly string[],
    { type, isThere, atHome }: { readonly type: string; readonly isThere: boolean; readonly atHome: boolean },
  ): readonly Pick<Filler, "actor">[] {
    const isOther = (f: Pick<Filler, "actor">): boolean => !givers.includes(f.actor);
    const two = this.subjects.length === 2 ? this.subjects : this.pair;
    if (two.length === 2 && two.some((a) => givers.includes(a))) return two.map((actor) => ({ actor })).filter(isOther);
    // who is attacked is told, or the other one of two foes
    if (type === "conflict") return [];
    const recent = this.receiver && this.sentences - this.receiver.at <= NEARBY ? this.receiver : null;
    const { stricken } = this;
    if (type === "aid" && stricken && this.sentences - stricken.at <= NEARBY && stricken.at >= (recent?.at ?? 0))
      return [{ actor: stricken.actor }].filter(isOther);
    // troops go where troops went, though somebody was given something in between
    const alike = recent && recent.type !== type && recent.block === this.block ? this.receivers.get(type) : undefined;
    const last = alike && this.sentences - alike.at <= NEARBY && !givers.includes(alike.filler.actor) ? alike : recent;
    // what the page's own state sent elsewhere is over when others give
    const own = this.voice ?? (this.subjects.length === 1 ? this.subjects[0]! : null);
    const isHomeward = own !== null && last?.givers.includes(own) === true && !givers.includes(own);
    // another paragraph may speak of another's affairs, unless it goes on with the same
    const helped = last !== null && type !== "arms" && last.type !== "arms" && (this.helpers.get(last.filler.actor)?.size ?? 0) >= MANY;
    const goesOn = last !== null && (isThere || last.block === this.block || last.type === type || type === "project" || helped);
    if (last && goesOn && !isHomeward) return [last.filler].filter(isOther);
    const near = this.dyads.filter(
      (d) => d.block === this.block && this.sentences - d.at <= 1 && d.states.some((f) => givers.includes(f.actor)),
    );
    const others = near.flatMap((d) => d.states.filter(isOther));
    if (others.length > 0) return others.filter((f, i) => others.findIndex((g) => g.actor === f.actor) === i);
    if (!atHome) return [];
    const home = this.voice ?? (this.subjects.length === 1 ? this.subjects[0]! : this.stage);
    return home === null ? [] : [{ actor: home }].filter(isOther);
  }

  rememberTheme(type: Claim["type"], theme: Omit<ToldTheme, "at">): void {
    this.themes.set(type, { ...theme, at: this.sentences });
  }

  rememberPactNamed(): void {
    this.pactNamed = this.sentences;
  }

  /** Whether one of the last two sentences named a pact, whoever its sides are. */
  get hasJustNamedPact(): boolean {
    return this.sentences - this.pactNamed <= 2;
  }

  /** What was told of is still spoken of here, as "it". */
  keepTheme(type: Claim["type"]): void {
    const last = this.themes.get(type);
    if (last) this.themes.set(type, { ...last, at: this.sentences });
  }

  /** What was last told of under this type, in this sentence or the one before. */
  lastTheme(type: Claim["type"]): ToldTheme | null {
    const last = this.themes.get(type);
    return last && this.sentences - last.at <= 1 ? last : null;
  }

  /** Whether the sentence before told of arms, help or troops, which a number may go on with. */
  get hasJustCounted(): boolean {
    return (["arms", "aid", "deployment"] as const).some((type) => this.lastTheme(type) !== null);
  }

  /** Whether the sentence before told of two that had to do with each other: what follows may leave them out. */
  get hasJustTied(): boolean {
    return this.ties.some((t) => this.sentences - t.at <= 2);
  }

  /** With whom an actor had to do last, a few sentences ago at most; null where it was with several at once, or nobody. */
  otherOf(actor: string): Filler | null {
    const own = this.ties.filter((t) => this.sentences - t.at <= NEARBY && t.sides.some((f) => f.actor === actor));
    const last = own.filter((t) => t.at === own.at(-1)?.at);
    const others = last.flatMap((t) => t.sides.filter((f) => f.actor !== actor));
    return others.length > 0 && new Set(others.map((f) => f.actor)).size === 1 ? others[0]! : null;
  }

  /** The two that the text speaks of: the sides of all ties told in the last sentence that told any, two back at most. */
  pairNow(): readonly Filler[] {
    const [last] = this.ties.filter((t) => this.sentences - t.at <= 2).slice(-1);
    // the latest sentence that tells of ties
    const near = this.ties.filter((t) => t.at === last?.at);
    const isSame = (t: Tie): boolean => t.sides.every((f) => last?.sides.some((g) => g.actor === f.actor));
    return last && near.every(isSame) ? last.sides : [];
  }

  /** The two between whom something was counted last, or whom the text speaks of, a few sentences ago at most; else nobody. */
  comparedLast(): readonly string[] {
    if (this.compared && this.sentences - this.compared.at <= 2) return this.compared.two;
    return this.pairNow().map((f) => f.actor);
  }

  rememberCompared(two: readonly [string, string]): void {
    this.compared = { two, at: this.sentences };
  }

  /** The one with whom several others have lately had to do, one after the other: "all recalled their ambassadors". Null where two might be. */
  hub(): Filler | null {
    const near = this.ties.filter((t) => this.sentences - t.at <= NEARBY);
    const partners = new Map<string, { filler: Filler; others: Set<string> }>();
    for (const { sides } of near)
      for (const [own, other] of [sides, [sides[1], sides[0]] as const]) {
        const known = partners.get(own.actor) ?? { filler: own, others: new Set<string>() };
        known.others.add(other.actor);
        partners.set(own.actor, known);
      }
    const hubs = [...partners.values()].filter((p) => p.others.size > 1);
    return hubs.length === 1 ? hubs[0]!.filler : null;
  }

  /** Whether this very sentence has told of both together. */
  isTiedHere(a: string, b: string): boolean {
    return this.ties.some((t) => t.at === this.sentences && [a, b].every((x) => t.sides.some((f) => f.actor === x)));
  }

  private rememberTies(type: Claim["type"], fillers: ReadonlyMap<string, readonly Filler[]>): void {
    if (!TYING.has(type) || (fillers.has("organization") && type !== "agreement")) return;
    const [first, second] = Object.keys(ROLES[type].roles) as [string, string];
    const here = fillers.get(first) ?? [];
    const there = ROLES[type].mutual ? here.slice(1) : (fillers.get(second) ?? []);
    const starts = ROLES[type].mutual ? (here.length === 2 ? here.slice(0, 1) : []) : here;
    const told = starts.flatMap((a) => there.filter((b) => b.actor !== a.actor).map((b): Tie => ({ sides: [a, b], at: this.sentences })));
    this.ties = [...this.ties, ...told].slice(-MOST_ACTS);
  }

  rememberActs(acts: readonly ToldAct[]): void {
    this.toldBefore = [...this.toldBefore, ...this.lastTold].slice(-MOST_ACTS);
    this.lastTold = acts;
  }

  /** Who stood on either side of what was told at a node of this sentence. */
  rememberSides(type: Claim["type"], fillers: ReadonlyMap<string, readonly Named[]>, trigger: number, stance = ""): void {
    const two = sidesOf(type, fillers);
    if (two) this.told = [...this.told.slice(1 - MOST_TOLD), { ...two, type, stance, trigger, at: this.sentences, block: this.block }];
  }

  /** The sentence speaks of these two and what is between them. */
  rememberSpoken(pair: readonly string[]): void {
    this.spoken = { pair, block: this.block, at: this.sentences };
  }

  /** The two that a sentence of the same paragraph, two back at most, was about; null where none was. */
  get spokenPair(): readonly string[] | null {
    const { spoken } = this;
    return spoken && spoken.block === this.block && this.sentences - spoken.at <= 2 ? spoken.pair : null;
  }

  /** A disaster struck this state: help that follows is for it. */
  rememberStricken(actor: string): void {
    this.stricken = { actor, at: this.sentences };
  }

  /** All that this sentence named. */
  rememberNamed(named: readonly PhraseActor[]): void {
    if (named.length > 0) this.named.set(this.sentences, named);
  }

  /** Whom the sentence so many sentences back in this section named. */
  namedBack(back: number): readonly PhraseActor[] {
    return this.named.get(this.sentences - back) ?? [];
  }

  /** The two sides of what the section told up to here, a few sentences back at most, latest first. */
  sidesTold(): readonly (ToldSides & { readonly back: number; readonly sameBlock: boolean })[] {
    return this.told
      .filter((t) => this.sentences - t.at <= NEARBY)
      .map((t) => ({ ...t, back: this.sentences - t.at, sameBlock: t.block === this.block }))
      .reverse();
  }

  /** A restriction with its sides, of whom he who imposed it may not be said, and the words for it. */
  rememberMeasure(fillers: ReadonlyMap<string, readonly Filler[]>, words: string): void {
    const [imposers, targets] = ["imposer", "target"].map((role) => fillers.get(role) ?? []);
    if (targets!.length > 0) this.measures = [...this.measures, { imposers: imposers!, targets: targets!, words }].slice(-MOST_ACTS);
  }

  rememberMatch(type: Claim["type"], fillers: ReadonlyMap<string, readonly Filler[]>, trigger = -1, stance = ""): void {
    this.rememberSides(type, fillers, trigger, stance);
    // two frames may each have read a part: sender and host, sender and mission
    const last = this.matches.get(type);
    const goesOn =
      last?.at === this.sentences &&
      [...fillers].some(([role, list]) => last.fillers.get(role)?.some((f) => list.some((g) => g.actor === f.actor)));
    this.matches.set(type, { fillers: goesOn ? new Map([...last.fillers, ...fillers]) : fillers, at: this.sentences });
    this.rememberScene(type, fillers);
    this.rememberTies(type, fillers);
    if (TOGETHER.has(type)) {
      const doers = [...fillers.entries()].flatMap(([role, list]) => (role === "organization" && type === "founding" ? [] : list));
      const two = doers.filter((f, i) => f.slot !== "in" && f.slot !== "at" && doers.findIndex((g) => g.actor === f.actor) === i);
      if (two.length === 2) this.partners = { fillers: two, at: this.sentences };
    }
    if (!QUARRELS.has(type)) return;
    const own = [...(fillers.get("party") ?? []), ...(fillers.get("initiator") ?? []), ...(fillers.get("target") ?? [])];
    const sides = own.filter((f, i) => own.findIndex((g) => g.actor === f.actor) === i);
    if (sides.length === 2) this.sides = { fillers: sides, at: this.sentences };
  }

  private rememberScene(type: Claim["type"], fillers: ReadonlyMap<string, readonly Filler[]>): void {
    const received = FLOWS.has(type) ? (fillers.get("recipient") ?? fillers.get("host") ?? []) : builtIn(type, fillers);
    const [donor] = type === "aid" ? (fillers.get("donor") ?? []) : [];
    if (donor && kindOf(donor.actor) === "state") this.lastGiver = donor.actor;
    const givers = (fillers.get("donor") ?? fillers.get("supplier") ?? fillers.get("sender") ?? []).map((f) => f.actor);
    if (received.length === 1 && kindOf(received[0]!.actor) === "state") {
      const { actor } = received[0]!;
      this.helpers.set(actor, new Set([...(this.helpers.get(actor) ?? []), ...givers]));
      this.receiver = { filler: received[0]!, givers, type, block: this.block, at: this.sentences };
      this.receivers.set(type, this.receiver);
    }
    if (type === "statement" || type === "event" || type === "meeting") return;
    const states = [...fillers.values()].flat().filter((f) => kindOf(f.actor) === "state");
    if (new Set(states.map((f) => f.actor)).size === 2)
      this.dyads = [...this.dyads, { states, block: this.block, at: this.sentences }].slice(-MOST_ACTS);
  }
}

/** Who received what, of whom, and where the text says it. */
const MOST_TOLD = 16;
const MOST_ACTS = 12;
/** How many sentences back "the unit" or "the two sides" may reach. */
const NEARBY = 4;
/** From so many others a state receives of whose need the text tells. */
const MANY = 3;
