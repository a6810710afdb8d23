import { pastHonorifics } from "./honorifics.ts";
import { type Item, item } from "./item.ts";
import { type KnownPerson, KnownPersons, knownOf, officeInSentence } from "./known-persons.ts";
import { nameEnd, nameStart } from "./name-spans.ts";
import { bySpelling, bySurname, nameOf } from "./read-leaders.ts";
import { afterOffice, atHome, type OwnedOffice, officeItem, officeOf, wordsOf } from "./read-offices.ts";
import { HYPHEN, LOWER, MARK, PERIOD, SPACE } from "./scan-words.ts";
import { shareOwners } from "./share-owners.ts";
import { speakerOf } from "./speaker.ts";
import { follows, type TextContext } from "./text-context.ts";

/**
 * Reads the holders of offices: the name after a title, the name before an apposition, leaders by surname after a title.
 * Returns the office mentions, with the name in one mention where it follows directly.
 */
export function readHolders(
  context: TextContext,
  offices: readonly OwnedOffice[],
  persons: ReadonlyMap<number, Item>,
  personEnds: ReadonlyMap<number, Item>,
  covered: (word: number) => boolean,
  actors: readonly Item[],
): { items: Item[]; known: KnownPerson[]; used: Set<Item> } {
  const items: Item[] = [];
  const known = new KnownPersons(persons.values());
  const used = new Set<Item>();
  const starts = new Map(actors.map((one) => [one.first, one]));
  const bodies = Map.groupBy(
    actors.filter((one) => one.form === "body" && one.kind === "state"),
    (one) => context.sentences[one.first]!,
  );
  const { offices: shared, joined } = shareOwners(context, offices);
  for (const owned of shared) {
    const { office } = owned;
    const own = officeItem(context, owned);
    const { at: from, comma } = afterOffice(context, pastDestination(context, owned, covered));
    const at = pastHonorifics(context, from, (word) => persons.has(word));
    const posted = owned.last < from - 1 && !comma;
    const leader = !office.plural && !office.body ? persons.get(at) : undefined;
    const words = wordsOf(context, office.first, office.last);
    const titleLike =
      (context.words.shapes[office.first] !== LOWER &&
        !/^(?:official|diplomat|general|leader|negotiator|commissioner|envoy|attache|deputy|director|deputy director)$/i.test(words)) ||
      owned.owner !== null ||
      (leader !== undefined && context.words.shapes[office.first] !== LOWER);
    if (
      !office.body &&
      !office.plural &&
      titleLike &&
      (!comma || own) &&
      at < context.words.count &&
      (comma || follows(context, from) || (office.titleOnly && context.words.gaps[at] === PERIOD))
    ) {
      const end = leader ? leader.last : nameEnd(context, at, covered);
      // "Ana Example, Ambassador of Laos, Juan Example, Ambassador of Peru": each name stands before its title
      const isName =
        end >= at &&
        (!comma || (end > from && endsApposition(context, end) && !(own && holderBefore(context, owned, personEnds, covered))));
      if (isName) {
        const person = leader?.person ?? nameOf(context, at, end, own);
        const before = own || leader ? null : known.before(context, at, end);
        const resolved =
          own ??
          before ??
          leader ??
          bySurname(context, at, end, office.office) ??
          bySpelling(context, at, end, office.office) ??
          ownerAfterName(context, end, starts);
        const state = resolved ?? onlyState(context, owned) ?? nearBody(context, owned, bodies);
        const holder =
          own && office.office
            ? officeOf(owned.owner!, office, words)
            : resolved
              ? office.office === "head-of-state" && resolved.office
                ? resolved.office
                : office.office || resolved.office
              : office.office;
        const rank = leader?.office && (holder === "military" || holder === "official") && !own ? leader.office : holder;
        if (leader) used.add(leader);
        const full = !own && resolved?.person ? resolved.person : person;
        if (before) {
          items.push({ ...before, first: owned.first, last: end, why: `title ${words}; ${before.why}` });
          continue;
        }
        const apart = comma || posted || office.office === "counterpart";
        const first = apart ? from : owned.first;
        items.push(
          item(first, end, {
            actors: state?.actors ?? [],
            kind: state?.actors.length ? (state.kind === "place" ? "state" : state.kind) : "person",
            form: "person",
            person: full,
            office: office.office === "counterpart" ? (leader?.office ?? officeInSentence(context, items, owned.first)) : rank || null,
            why: state ? `title ${words}; ${state.why}` : `title ${words} of nobody known`,
          }),
        );
        if ((comma || posted) && own && office.office !== "counterpart") items.push(own);
        known.add(
          knownOf(
            full,
            context.words.folds.slice(at, end + 1),
            state,
            (office.office === "counterpart" ? items.findLast((one) => one.first === first)?.office : rank) || null,
            first,
          ),
        );
        continue;
      }
    }
    if (!own && office.plural && !office.body && context.words.shapes[office.first] !== LOWER) {
      for (const one of readSurnames(context, owned.last + 1, office.office, known, persons, covered)) items.push(one);
    }
    const unknown = own || office.titleOnly ? null : ministerBefore(context, owned, personEnds, covered);
    if (unknown) {
      const name = nameOf(context, unknown.first, unknown.last, null);
      items.push(
        item(unknown.first, unknown.last, {
          actors: [],
          kind: "person",
          form: "person",
          person: name,
          office: office.office,
          why: `before its title ${words} of nobody known`,
        }),
      );
      known.add(knownOf(name, context.words.folds.slice(unknown.first, unknown.last + 1), null, office.office, unknown.first));
      continue;
    }
    if (!own || office.titleOnly || office.office === "counterpart") continue;
    items.push(own);
    if (office.body || office.plural) continue;
    const holder = joined.has(owned) ? null : holderBefore(context, owned, personEnds, covered);
    if (holder) {
      const name = holder.person ?? nameOf(context, holder.first, holder.last, own);
      used.add(holder);
      items.push(
        item(holder.first, holder.last, {
          actors: own.actors,
          kind: own.kind,
          form: "person",
          person: name,
          office: own.office,
          why: `before its title ${words}; ${own.why}`,
        }),
      );
      known.add(knownOf(name, context.words.folds.slice(holder.first, holder.last + 1), own, own.office, holder.first));
    }
  }
  return { items, known: known.all, used };
}

/** "Presidents Mahuad and Fujimori": surnames after a plural title. */
function readSurnames(
  context: TextContext,
  from: number,
  office: string,
  known: KnownPersons,
  leaders: ReadonlyMap<number, Item>,
  covered: (word: number) => boolean,
): Item[] {
  const { words } = context;
  const found: Item[] = [];
  for (let at = from; at < words.count && follows(context, at); at++) {
    if (/^(?:,|and)$/.test(words.folds[at]!)) continue;
    const leader = leaders.get(at);
    if (leader) {
      at = leader.last;
      continue;
    }
    if (nameEnd(context, at, covered) !== at) break;
    const one = known.before(context, at, at) ?? bySurname(context, at, at, office);
    if (!one) break;
    found.push({ ...one, first: at, last: at });
  }
  return found;
}

/** "Rep. Kim Example of the People Power Party", "Vice Minister Lee Example of Korea": whom the words after a name say it acts for. */
function ownerAfterName(context: TextContext, end: number, starts: ReadonlyMap<number, Item>): Item | null {
  const { words } = context;
  if (words.folds[end + 1] !== "of" || !follows(context, end + 1)) return null;
  const at = words.folds[end + 2] === "the" ? end + 3 : end + 2;
  const party = starts.get(at);
  if (party?.kind === "state" && (party.form === "name" || party.form === "code"))
    return { ...party, person: null, why: `of ${party.why}` };
  if (party?.kind !== "group") return null;
  const home = atHome(context, party);
  return home === party ? null : { ...home, person: null, why: `of ${party.why}` };
}

/** "Secretary of State": a title that one state has. */
function onlyState(context: TextContext, owned: OwnedOffice): Item | null {
  const state = owned.owner ? undefined : owned.office.only?.[0];
  if (!state || context.words.shapes[owned.office.first] === LOWER || owned.office.office === "head-of-government") return null;
  return item(owned.first, owned.last, { actors: [state], kind: "state", form: "office", why: `title of ${state}` });
}

/** "a statement from the Peruvian foreign ministry said that Foreign Minister X": the only body before it in the sentence; else the publisher. */
function nearBody(context: TextContext, owned: OwnedOffice, bySentence: ReadonlyMap<number, readonly Item[]>): Item | null {
  if (!/minister/.test(owned.office.office)) return null;
  const sentence = context.sentences[owned.first];
  const bodies = (bySentence.get(sentence!) ?? []).filter((one) => one.last < owned.first);
  const states = new Set(bodies.flatMap((one) => one.actors));
  if (states.size === 1) return { ...bodies[0]!, person: null, office: null, body: null, why: `after ${bodies[0]!.why}` };
  // an embassy tells of the ministers of both states
  if (/\b(?:embassy|embajada|high commission|consulate)\b/i.test(context.document.publisher ?? "")) return null;
  const speaker = speakerOf(context.document, context.lexicon);
  return speaker
    ? item(owned.first, owned.last, { actors: [speaker], kind: "state", form: "office", why: "publisher of the document" })
    : null;
}

/** "Korean Ambassador to Ecuador Lee": the last word of where the envoy is sent, else of the office itself. */
function pastDestination(context: TextContext, owned: OwnedOffice, covered: (word: number) => boolean): number {
  const { words } = context;
  let at = owned.last + 1;
  if (
    !/^(?:ambassador|official|foreign-minister)$/.test(owned.office.office) ||
    !/^(?:to|in|at|for)$/.test(words.folds[at] ?? "") ||
    !follows(context, at)
  )
    return owned.last;
  at++;
  if (words.folds[at] === "the") at++;
  if (!covered(at) || !follows(context, at)) return owned.last;
  while (covered(at + 1) && follows(context, at + 1)) at++;
  return at;
}

/** After "the president of Peru," a name must end before a comma, a bracket or a verb. */
function endsApposition(context: TextContext, end: number): boolean {
  const { words } = context;
  if (end + 1 >= words.count) return true;
  const next = end + 1;
  if (context.sentences[next] !== context.sentences[end]) return true;
  if (words.gaps[next] !== SPACE) return words.gaps[next] !== HYPHEN;
  return words.folds[next] === "," || words.shapes[next] === LOWER;
}

/** "Ana Example, the deputy minister for trade,": the name before a minister's title that does not say of which state; for the text around it to tell. */
function ministerBefore(
  context: TextContext,
  owned: OwnedOffice,
  personEnds: ReadonlyMap<number, Item>,
  covered: (word: number) => boolean,
): Item | null {
  const { words } = context;
  const { office } = owned;
  if (office.body || office.plural || !/^(?:minister|foreign-minister|official)$/.test(office.office)) return null;
  if (!/\bminister\b/i.test(wordsOf(context, office.first, office.last)) || words.shapes[office.first] !== LOWER) return null;
  let first = owned.first;
  for (let k = 0; k < 3 && words.shapes[first - 1] === LOWER && !/^(?:the|a|an|of|is|was)$/.test(words.folds[first - 1]!); k++) first--;
  if (!/^the$/.test(words.folds[first - 1] ?? "")) return null;
  const holder = holderBefore(context, { ...owned, first }, personEnds, covered);
  return holder?.leader || holder?.actors.length ? null : holder;
}

/** "Juan Pérez, the Chilean foreign minister": the name before the comma. */
function holderBefore(
  context: TextContext,
  owned: OwnedOffice,
  personEnds: ReadonlyMap<number, Item>,
  covered: (word: number) => boolean,
): Item | null {
  const { words } = context;
  let at = owned.first - 1;
  for (
    let k = 0;
    k < 3 &&
    at > 0 &&
    words.shapes[at] === LOWER &&
    /^(?:the|a|an|then|former|current|new|late|who|is|was|non|resident|non-resident|nonresident|acting|outgoing|incoming|designated)$/.test(
      words.folds[at]!,
    );
    k++
  )
    at--;
  if (at < 1 || words.shapes[at] !== MARK || words.folds[at] !== "," || context.sentences[at] !== context.sentences[owned.first]) {
    const bracket = owned.first - 1;
    if (bracket < 1 || !/^\s*\($/.test(context.text.slice(words.ends[bracket]!, words.starts[owned.first]!))) return null;
    at = owned.first;
  }
  const last = at - 1;
  const leader = personEnds.get(last);
  if (leader) return leader;
  const first = nameStart(context, last, covered);
  if (first < 0 || last - first < 1) return null;
  const before = first > 0 && follows(context, first) ? words.folds[first - 1]! : "";
  if (/^(?:in|at|near|on|from|outside|to)$/.test(before)) return null;
  return item(first, last, { actors: [], kind: "person", form: "person", why: "name before a title" });
}
