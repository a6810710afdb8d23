import type { Claim } from "./claim.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor } from "./phrase-actors.ts";

/** Types whose later mentions leave out who was meant: "the talks stalled", "the agreement entered into force". */
const REMEMBERED: ReadonlySet<string> = new Set(["agreement", "relations", "meeting", "project", "conflict"]);

/**
 * What a text has been speaking of: the parties of its last pact or talks, so that "the agreement" and "the talks" need not
 * name them again. A section of its own forgets.
 */
export class TopicMemory {
  private readonly parties = new Map<string, readonly Filler[]>();
  private section = -1;
  /** Whose page it is (page-subject.ts): the side that "relations with Peru" leaves out. */
  readonly subjects: readonly string[];
  /** What "it" and "they" mean: the last subject and the last object with an actor. */
  /** The two sides that the sentence's place tells (surroundings.ts), and whether it stands in a list or a table. */
  pair: readonly string[] = [];
  listed = false;
  subject: readonly PhraseActor[] = [];
  object: readonly PhraseActor[] = [];

  constructor(subjects: readonly string[] = []) {
    this.subjects = subjects;
  }

  enter(section: number): void {
    if (section !== this.section) {
      this.parties.clear();
      this.subject = [];
      this.object = [];
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
}
