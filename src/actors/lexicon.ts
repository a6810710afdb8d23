import type { Actor, Leader } from "./actor.ts";
import { calledAlso } from "./compile-leaders.ts";
import type { LeaderData, LexiconData, NameRow } from "./lexicon-data.ts";
import { NameTrie } from "./name-trie.ts";
import { foldName, type Words } from "./scan-words.ts";

/** A known person's name in a text: the leaders who have it. */
export interface LeaderHit {
  readonly last: number;
  readonly leaders: readonly Leader[];
}

/** All known actors and names, and the automaton that finds them. Made once, shared, never changed. */
export class ActorLexicon {
  readonly actors: readonly Actor[];
  readonly leaders: readonly Leader[];
  /** The trie of names; rows are read with `row`. */
  readonly names: NameTrie;
  private readonly byId = new Map<string, Actor>();
  private readonly surfaces: readonly string[];
  private readonly data: LexiconData;
  private readonly leaderTries: readonly { trie: NameTrie; rows: readonly number[]; leaders: readonly Leader[] }[];
  private readonly contexts = new Map<string, ReadonlySet<string>>();
  private surnames: Map<string, Leader[]> | null = null;

  constructor(data: LexiconData, leaders: readonly LeaderData[]) {
    this.data = data;
    this.actors = data.actors;
    for (const actor of data.actors) this.byId.set(actor.id, actor);
    this.surfaces = data.surfaces.split("\n");
    this.names = new NameTrie(data.trie);
    const merged = mergeLeaders(leaders);
    this.leaders = [...new Set(merged.flat())];
    this.leaderTries = leaders.map((list, i) => ({ trie: new NameTrie(list.trie), rows: list.rows, leaders: merged[i]! }));
  }

  actor(id: string): Actor | null {
    return this.byId.get(id) ?? null;
  }

  get nameCount(): number {
    return this.surfaces.length;
  }

  /** The meaning stored at a row of the trie. */
  row(index: number): NameRow {
    const { rows, senses, targets, flags } = this.data;
    return {
      surface: this.surfaces[index]!,
      sense: senses[rows[index * 3]!]!,
      target: targets[rows[index * 3 + 1]!]!,
      flags: flags[rows[index * 3 + 2]!]!,
    };
  }

  /** Actors that an ambiguous name may mean, the likeliest first; null for a name with one meaning. */
  ambiguous(surface: string): readonly string[] | null {
    return this.data.ambiguous[foldName(surface)] ?? null;
  }

  /** The words of a class of context.tsv. */
  context(name: string): ReadonlySet<string> {
    let words = this.contexts.get(name);
    if (!words) {
      words = new Set(this.data.context[name] ?? []);
      this.contexts.set(name, words);
    }
    return words;
  }

  /** All meanings of a whole name. */
  meanings(name: string): NameRow[] {
    const { from, to } = this.names.rowsOf(foldName(name).split(" "));
    return Array.from({ length: to - from }, (_, i) => this.row(from + i));
  }

  /** The longest leader's name that begins at a word, or null. */
  leaderAt(words: Words, at: number): LeaderHit | null {
    let last = -1;
    const leaders: Leader[] = [];
    for (const list of this.leaderTries)
      list.trie.matchFrom(words, at, (end, from, to) => {
        if (end < last) return;
        if (end > last) leaders.length = 0;
        last = end;
        for (let i = from; i < to; i++) {
          const leader = list.leaders[list.rows[i]!]!;
          if (!leaders.includes(leader)) leaders.push(leader);
        }
      });
    return last < 0 ? null : { last, leaders };
  }

  /** Leaders with a surname. */
  bySurname(surname: string): readonly Leader[] {
    return this.byFoldedSurname(foldName(surname));
  }

  /** Leaders with a surname, or another word that texts call them by, that is folded already. */
  byFoldedSurname(fold: string): readonly Leader[] {
    if (!this.surnames) {
      this.surnames = new Map();
      for (const leader of this.leaders) {
        const called = leader.terms.map((term) => calledAlso(leader.name, term.state) ?? leader.surname);
        for (const key of new Set([leader.surname, ...called].map(foldName))) {
          const list = this.surnames.get(key);
          if (list) list.push(leader);
          else this.surnames.set(key, [leader]);
        }
      }
    }
    return this.surnames.get(fold) ?? [];
  }

  /** Every surface with its meaning, for near matches and checks. */
  *allRows(): Generator<NameRow> {
    for (let i = 0; i < this.surfaces.length; i++) yield this.row(i);
  }
}

/** The same person of two lists becomes one, with the terms of both. */
function mergeLeaders(lists: readonly LeaderData[]): Leader[][] {
  const known = new Map<string, { name: string; surname: string; terms: Leader["terms"][number][] }>();
  return lists.map(({ leaders }) =>
    leaders.map((leader) => {
      const key = `${leader.name.toLowerCase().replace(/[^a-z]/g, "")}|${leader.terms[0]?.state}`;
      const before = known.get(key);
      if (!before) {
        const entry = { name: leader.name, surname: leader.surname, terms: [...leader.terms] };
        known.set(key, entry);
        return entry;
      }
      for (const term of leader.terms) if (!before.terms.some((t) => t.from.slice(0, 4) === term.from.slice(0, 4))) before.terms.push(term);
      return before;
    }),
  );
}
