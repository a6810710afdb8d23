import type { Document } from "../document/document.ts";
import { applyDefinitions, findDefinitions, impliedDefinitions } from "./define-acronyms.ts";
import { findConvenedBody } from "./find-convened-body.ts";
import { findJoinedBodies } from "./find-joined-bodies.ts";
import { findLaterNames } from "./find-later-names.ts";
import { findNamedBodies } from "./find-named-bodies.ts";
import { findNamedGroups } from "./find-named-groups.ts";
import { findNorthSouth } from "./find-north-south.ts";
import type { Item, Office } from "./item.ts";
import { joinCompassNames } from "./join-compass-names.ts";
import { joinDescribedBodies } from "./join-described-bodies.ts";
import { countActors, judgeName } from "./judge-names.ts";
import { knownOf, underOtherName } from "./known-persons.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { loadActors } from "./load-actors.ts";
import { matchNames } from "./match-names.ts";
import type { Mention } from "./mention.ts";
import { patronymicEnd } from "./name-spans.ts";
import { ownBodies } from "./own-bodies.ts";
import { readHolders } from "./read-holders.ts";
import { findBareLeaders, findOwnedLeaders, leaderItem } from "./read-leaders.ts";
import { officeItem, ownOffices } from "./read-offices.ts";
import { findSecretaries } from "./secretaries.ts";
import { readTextContext, type TextContext } from "./text-context.ts";
import { findListedLeaders, findTitledLeaders } from "./titled-leaders.ts";

/**
 * All words of a document that mean an actor, a person who acts for one, or a place: sorted, without overlap, each the exact slice of the
 * text. Pure.
 *
 * @example
 * findMentions(document).map((m) => m.actors); // "Peru's foreign minister met Chilean officials" → [["PER"], ["CHL"]]
 */
export function findMentions(document: Document, lexicon: ActorLexicon = loadActors()): Mention[] {
  const context = readTextContext(document, lexicon);
  const candidates = matchNames(context);
  countActors(context, candidates);
  const cover = new Cover(context.words.count);
  const items: Item[] = [];
  const offices: Office[] = [];
  let before: Item | null = null;
  for (const candidate of candidates) {
    if (candidate.leaders.length > 0) continue;
    const verdict = judgeName(context, candidate, before);
    if (!verdict) {
      if (candidate.rows.some((row) => row.sense === "trap")) cover.add(candidate);
      continue;
    }
    if ("titleOnly" in verdict) offices.push(verdict);
    else {
      items.push(verdict);
      cover.add(verdict);
      before = verdict;
    }
  }
  const bodies = ownOffices(
    context,
    offices.filter((office) => office.body),
    items,
  ).flatMap((body) => officeItem(context, body) ?? []);
  const { definitions, found } = findDefinitions(context, [...items, ...bodies]);
  for (const one of findNorthSouth(context, cover.has)) {
    items.push(one);
    cover.add(one);
  }
  const overruled = new Map(definitions.map((definition) => [definition.fold, definition]));
  for (let i = items.length - 1; i >= 0; i--) {
    const one = items[i]!;
    const definition = one.first === one.last ? overruled.get(context.words.folds[one.first]!) : undefined;
    if (!definition || one.first < definition.at || one.actors.join() === definition.item.actors.join()) continue;
    items.splice(i, 1);
    cover.remove(one);
  }
  const implied = impliedDefinitions(context, items, definitions);
  for (const one of [...found, ...applyDefinitions(context, [...definitions, ...implied], cover.has)]) {
    items.push(one);
    cover.add(one);
  }
  for (const find of [findConvenedBody, findJoinedBodies, findNamedBodies, findNamedGroups]) {
    const unlisted = find(context, items);
    if (unlisted.length === 0) continue;
    // what its name is made of means nobody by itself
    const taken = new Set(unlisted.flatMap((one) => Array.from({ length: one.last - one.first + 1 }, (_, k) => one.first + k)));
    const isApart = ({ first, last }: Item): boolean => {
      for (let word = first; word <= last; word++) if (taken.has(word)) return false;
      return true;
    };
    const apart = items.filter(isApart);
    items.length = 0;
    for (const one of [...apart, ...unlisted]) items.push(one);
    for (const one of unlisted) cover.add(one);
  }
  items.splice(0, items.length, ...joinCompassNames(context, items));
  for (const one of items) cover.add(one);
  items.sort((a, b) => a.first - b.first);
  for (const one of joinDescribedBodies(context, items)) cover.add(one);
  ownBodies(context, items);
  const owned = ownOffices(context, offices, items);
  const leaders = new Map<number, Item>();
  const leaderEnds = new Map<number, Item>();
  const besides = new Map(owned.flatMap((o) => (o.owner ? [[o.last + 1, o.owner] as const] : [])));
  for (const { first, last, leaders: named } of candidates) {
    if (named.length === 0 || cover.any(first, last)) continue;
    const one = leaderItem(context, first, last, named, besides.get(first) ?? null);
    if (!one) continue;
    const leader = { ...one, last: patronymicEnd(context, last, cover.has) };
    leaders.set(first, leader);
    leaderEnds.set(leader.last, leader);
  }
  for (const one of findOwnedLeaders(context, items, cover.has)) {
    if (leaders.has(one.first)) continue;
    leaders.set(one.first, one);
    leaderEnds.set(one.last, one);
  }
  const held = readHolders(context, owned, leaders, leaderEnds, cover.has, [...items, ...bodies]);
  const known = [...held.known];
  for (const leader of leaders.values())
    if (!held.used.has(leader))
      known.push(knownOf(leader.person!, context.words.folds.slice(leader.first, leader.last + 1), leader, leader.office, leader.first));
  known.push(...known.flatMap((person) => underOtherName(person) ?? []));
  const all = [...items, ...held.items, ...[...leaders.values()].filter((l) => !held.used.has(l))];
  for (const one of all) cover.add(one);
  const secretaries = findSecretaries(context, cover.has);
  for (const one of secretaries) cover.add(one);
  all.push(...secretaries);
  for (const one of secretaries)
    known.push(knownOf(one.person!, context.words.folds.slice(one.last, one.last + 1), one, one.office, one.first));
  known.sort((a, b) => a.at - b.at);
  const later = findLaterNames(context, known, cover.has);
  for (const one of later) cover.add(one);
  const named = new Set(known.flatMap((person) => person.surname));
  const bare = findBareLeaders(context, cover.has).filter((one) => !named.has(context.words.folds[one.first]!));
  for (const one of bare) cover.add(one);
  const titled = findTitledLeaders(context, items, cover.has);
  for (const one of titled) cover.add(one);
  all.push(...later, ...bare, ...titled);
  all.push(...findListedLeaders(context, all, cover.has));
  return toMentions(context, withoutOverlap(all));
}

/** Longer items win over what they contain. */
function withoutOverlap(items: readonly Item[]): Item[] {
  const sorted = [...items].sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Item[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last && one.first <= last.last) {
      if (last.actors.length === 0 && one.actors.length > 0)
        kept[kept.length - 1] = { ...one, first: last.first, last: Math.max(one.last, last.last) };
      else if (one.last - one.first > last.last - last.first && (one.actors.length > 0 || last.actors.length === 0))
        kept[kept.length - 1] = one;
      continue;
    }
    kept.push(one);
  }
  return kept;
}

function toMentions(context: TextContext, items: readonly Item[]): Mention[] {
  const { words, text } = context;
  return items.map(({ first, last, actors, kind, form, person, office, body, city, why }) => {
    const start = words.starts[first]!;
    const end = words.ends[last]!;
    return { start, end, text: text.slice(start, end), actors, kind, form, person, office, body, city, why };
  });
}

/** Which words already have a meaning. */
class Cover {
  private readonly taken: Uint8Array;

  constructor(size: number) {
    this.taken = new Uint8Array(size);
  }

  readonly has = (word: number): boolean => this.taken[word] === 1;

  add({ first, last }: { first: number; last: number }): void {
    this.taken.fill(1, first, last + 1);
  }

  remove({ first, last }: { first: number; last: number }): void {
    this.taken.fill(0, first, last + 1);
  }

  any(first: number, last: number): boolean {
    for (let i = first; i <= last; i++) if (this.taken[i] === 1) return true;
    return false;
  }
}
