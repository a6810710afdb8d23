import type { Claim } from "./claim.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor } from "./phrase-actors.ts";
import type { ToldAct } from "./repeat-acts.ts";

/** Types whose later mentions leave out who was meant: "the talks stalled", "the agreement entered into force". */
const REMEMBERED: ReadonlySet<string> = new Set(["agreement", "relations", "meeting", "project", "conflict"]);

/**
 * What a text has been speaking of: the parties of its last pact or talks, so that "the agreement" and "the talks" need not
 * name them again. A section of its own forgets.
 */
export class TopicMemory {
  private readonly parties = new Map<string, readonly Filler[]>();
  private readonly matches = new Map<string, { readonly fillers: ReadonlyMap<string, readonly Filler[]>; readonly at: number }>();
  private sides: { readonly fillers: readonly Filler[]; readonly at: number } | null = null;
  private partners: { readonly fillers: readonly Filler[]; readonly at: number } | null = null;
  private sentences = 0;
  /** The acts of the last sentence that told any, for "did so" and "followed suit". */
  lastTold: readonly ToldAct[] = [];
  /** Those of the sentences before it in the section, a few. */
  toldBefore: readonly ToldAct[] = [];
  private section = -1;
  /** Whose page it is (page-subject.ts): the side that "relations with Peru" leaves out. */
  readonly subjects: readonly string[];
  /** The two sides that the sentence's place tells (surroundings.ts), and whether it stands in a list or a table. */
  pair: readonly string[] = [];
  listed = false;
  /** The organisation last named in this section: whose "fifth ministerial meeting" it was. */
  organization: readonly PhraseActor[] = [];
  /** The region last named in this section: what "six countries" are of. */
  region: readonly PhraseActor[] = [];

  constructor(subjects: readonly string[] = []) {
    this.subjects = subjects;
  }

  enter(section: number): void {
    this.sentences++;
    if (section !== this.section) {
      this.matches.clear();
      this.sides = null;
      this.partners = null;
      this.lastTold = [];
      this.toldBefore = [];
      this.parties.clear();
      this.region = [];
      this.organization = [];
    }
    this.section = section;
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

  /** The two sides of the last quarrel, pact or tie that was spoken of, a few sentences ago at most. */
  lastSides(): readonly Filler[] {
    return this.sides && this.sentences - this.sides.at <= NEARBY ? this.sides.fillers : [];
  }

  /** The two that last did something together, a few sentences ago at most: whose "joint seminar" it was. */
  lastPartners(): readonly Filler[] {
    return this.partners && this.sentences - this.partners.at <= NEARBY ? this.partners.fillers : [];
  }

  rememberActs(acts: readonly ToldAct[]): void {
    this.toldBefore = [...this.toldBefore, ...this.lastTold].slice(-MOST_ACTS);
    this.lastTold = acts;
  }

  rememberMatch(type: Claim["type"], fillers: ReadonlyMap<string, readonly Filler[]>): void {
    // two frames may each have read a part: sender and host, sender and mission
    const last = this.matches.get(type);
    const goesOn =
      last?.at === this.sentences &&
      [...fillers].some(([role, list]) => last.fillers.get(role)?.some((f) => list.some((g) => g.actor === f.actor)));
    this.matches.set(type, { fillers: goesOn ? new Map([...last.fillers, ...fillers]) : fillers, at: this.sentences });
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
}

const MOST_ACTS = 12;
/** How many sentences back "the unit" or "the two sides" may reach. */
const NEARBY = 4;
const TOGETHER: ReadonlySet<string> = new Set(["project", "agreement", "meeting", "founding"]);
const QUARRELS: ReadonlySet<string> = new Set(["conflict", "agreement", "relations", "mediation"]);
