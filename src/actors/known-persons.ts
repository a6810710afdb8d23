import { calledAlso, surnameOf } from "./compile-leaders.ts";
import { type Item, item } from "./item.ts";
import { foldName } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

/** A person that the document has named, with whom the person acts for. */
export interface KnownPerson {
  readonly name: string;
  readonly folds: readonly string[];
  readonly surname: readonly string[];
  readonly actors: readonly string[];
  readonly kind: Item["kind"];
  readonly office: string | null;
  /** The word at which the name first stands. */
  readonly at: number;
  readonly why: string;
}

/** Of so many who share a word of their names the last are asked. */
const PERSONS_ASKED = 12;

/** The persons named so far, by surname. */
export class KnownPersons {
  readonly all: KnownPerson[] = [];
  private readonly bySurname = new Map<string, KnownPerson>();
  private readonly byWord = new Map<string, KnownPerson[]>();
  private readonly leaders = new Map<string, Item>();

  /** @param leaders those named in full anywhere in the document */
  constructor(leaders: Iterable<Item>) {
    for (const leader of leaders) {
      const surname = foldName(leader.leader!.surname);
      if (!this.leaders.has(surname)) this.leaders.set(surname, leader);
    }
  }

  add(person: KnownPerson): void {
    this.all.push(person);
    if (person.actors.length === 0) return;
    this.bySurname.set(person.surname.join(" "), person);
    for (const fold of new Set(person.folds)) {
      const list = this.byWord.get(fold);
      if (list) list.push(person);
      else this.byWord.set(fold, [person]);
    }
  }

  /** "Minister Kang" after "Minister of Foreign Affairs Kang Kyung-wha": the person whom the document has named with that surname. */
  before(context: TextContext, first: number, last: number): Item | null {
    const folds = context.words.folds.slice(first, last + 1).join(" ");
    const person = this.bySurname.get(folds) ?? this.byPart(context.words.folds.slice(first, last + 1), first);
    if (person && person.at < first)
      return item(first, last, {
        actors: person.actors,
        kind: person.kind,
        form: "person",
        person: person.name,
        office: person.office,
        why: `named before; ${person.why}`,
      });
    const leader = this.leaders.get(folds);
    return leader && leader.first < first ? { ...leader, first, last, why: `named before; ${leader.why}` } : null;
  }

  /** "Prime Minister Passos Coelho" after Pedro Passos Coelho, "Minister Retno" after Retno Marsudi: words of one name only, in their order. */
  private byPart(folds: readonly string[], first: number): KnownPerson | undefined {
    const part = ` ${folds.join(" ")} `;
    const fitting = (this.byWord.get(folds.at(-1)!) ?? [])
      .slice(-PERSONS_ASKED)
      .filter((person) => person.at < first && ` ${person.folds.join(" ")} `.includes(part));
    // "Foreign Minister Prince Faisal bin Farhan" has a title within the name
    const [whole] = fitting.toSorted((a, b) => b.folds.length - a.folds.length);
    const words = whole?.folds.join(" ");
    return fitting.every((person) => words!.endsWith(person.folds.join(" "))) ? whole : undefined;
  }
}

export function knownOf(
  name: string,
  folds: readonly string[],
  owner: Pick<Item, "actors" | "kind" | "why"> | null,
  office: string | null,
  at: number,
): KnownPerson {
  const surname = surnameOf(name.replace(/\s+/g, " "), owner?.actors[0] ?? "");
  const parts = surname.split(/[\s-]+/).map((part) => part.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""));
  const kind = owner ? (owner.kind === "place" ? "state" : owner.kind) : "person";
  return { name, folds, surname: parts, actors: owner?.actors ?? [], kind, office, at, why: owner?.why ?? "named before" };
}

/** A person again under the other word by which texts go on: "Abiy" for Abiy Ahmed, "Sheikh Hamdan" for Hamdan bin Khalifa; null where there is none. */
export function underOtherName(person: KnownPerson): KnownPerson | null {
  const [state, second] = person.actors;
  const called = state && !second ? (calledAlso(person.name, state) ?? givenBefore(person.folds)) : null;
  const surname = called ? [foldName(called)] : null;
  return surname && person.folds.includes(surname[0]!) && surname[0] !== person.surname[0] ? { ...person, surname } : null;
}

/** "hamdan" of "sheikh hamdan bin khalifa": the given name, which stands before the father's. */
function givenBefore(folds: readonly string[]): string | null {
  const father = folds.findIndex((fold) => /^(?:bin|bint|ibn)$/.test(fold));
  return father > 0 ? folds[father - 1]! : null;
}

/** The office of the person named last before a word in its sentence. */
export function officeInSentence(context: TextContext, items: readonly Item[], at: number): string | null {
  for (let k = items.length - 1; k >= 0 && k >= items.length - 12; k--) {
    const one = items[k]!;
    if (one.first < at && one.office !== null && one.person !== null && context.sentences[one.first] === context.sentences[at])
      return one.office;
  }
  return null;
}
