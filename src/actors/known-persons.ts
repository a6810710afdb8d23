import { surnameOf } from "./compile-leaders.ts";
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

/** "Minister Kang" after "Minister of Foreign Affairs Kang Kyung-wha": the person whom the document has named with that surname. */
export function knownBefore(
  context: TextContext,
  first: number,
  last: number,
  known: readonly KnownPerson[],
  leaders: ReadonlyMap<number, Item>,
): Item | null {
  const folds = context.words.folds.slice(first, last + 1).join(" ");
  const person = known.findLast((one) => one.at < first && one.actors.length > 0 && one.surname.join(" ") === folds);
  if (person)
    return item(first, last, {
      actors: person.actors,
      kind: person.kind,
      form: "person",
      person: person.name,
      office: person.office,
      why: `named before; ${person.why}`,
    });
  for (const leader of leaders.values())
    if (leader.first < first && foldName(leader.leader!.surname) === folds)
      return { ...leader, first, last, why: `named before; ${leader.why}` };
  return null;
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

export function officeInSentence(context: TextContext, items: readonly Item[], at: number): string | null {
  return (
    items.findLast(
      (one) => one.first < at && one.office !== null && one.person !== null && context.sentences[one.first] === context.sentences[at],
    )?.office ?? null
  );
}
