import type { Leader, Term } from "./actor.ts";
import { surnameOf } from "./compile-leaders.ts";
import { type Item, item } from "./item.ts";
import { folded } from "./judge-context.ts";
import { kindOf } from "./judge-names.ts";
import { afterOffice, atHome, type OwnedOffice, officeItem, officeOf, wordsOf } from "./read-offices.ts";
import { ALL_CAPITALS, APOSTROPHE, CAPITAL, foldName, HYPHEN, INITIAL, LOWER, MARK, PERIOD, SPACE } from "./scan-words.ts";
import { speakerOf } from "./speaker.ts";
import { follows, type TextContext } from "./text-context.ts";

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

const particles = /^(?:de|del|da|dos|das|do|di|du|la|las|los|van|von|der|den|bin|bint|ibn|al|el|ul|ur|y|e|abu|ould|ben)$/;
const NO_NAME =
  /^(?:the|a|an|and|or|in|on|at|of|for|to|with|from|by|after|before|during|since|but|while|as|he|she|it|they|his|her|its|their|this|that|these|those|who|which|when|where|also|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|ministry|government|minister|president|ambassador|embassy|general|republic|state|national|special|foreign|affairs|trade|council|office|summit|conference|secretariat|assembly|development|assistance|committee|commission|meeting|election|elections|debate|budget|decree|palace|system|agreement|cooperation|directorate|mr|mrs|ms|dr|sir|excellency|i|we)$/;

/** The words of a name that begins at a word: capitalised words, initials and particles; -1 when there is none. */
export function nameEnd(context: TextContext, at: number, covered: (word: number) => boolean): number {
  const { words } = context;
  if (at >= words.count || !isNamePart(context, at, covered)) return -1;
  let end = at;
  for (let i = at + 1; i < words.count && i - at < 7; i++) {
    if (context.sentences[i] !== context.sentences[at]) break;
    const gap = words.gaps[i]!;
    const initialBefore = words.shapes[i - 1] === INITIAL;
    if (gap !== SPACE && gap !== HYPHEN && gap !== APOSTROPHE && !(gap === PERIOD && initialBefore)) break;
    if (gap === APOSTROPHE && words.folds[i] === "s") break;
    if (gap === HYPHEN && words.shapes[i] === LOWER && !covered(i)) {
      if (words.folds[i]!.length > 7 || /^(?:led|based|born|backed|elect|designate|era|style)$/.test(words.folds[i]!)) break;
      end = i;
      continue;
    }
    if (words.shapes[i] === LOWER) {
      if (!particles.test(words.folds[i]!) || !nextIsName(context, i, covered)) break;
      continue;
    }
    if (!isNamePart(context, i, covered)) break;
    end = i;
  }
  while (end > at && words.shapes[end] === INITIAL && words.gaps[end] !== HYPHEN) end--;
  return words.shapes[end] === INITIAL && end === at ? -1 : end;
}

function nextIsName(context: TextContext, i: number, covered: (word: number) => boolean): boolean {
  const { words } = context;
  for (let k = i + 1; k <= i + 2 && k < words.count; k++) {
    if (!follows(context, k)) return false;
    if (words.shapes[k] === LOWER && particles.test(words.folds[k]!)) continue;
    return isNamePart(context, k, covered);
  }
  return false;
}

function isNamePart(context: TextContext, i: number, covered: (word: number) => boolean): boolean {
  const { words } = context;
  const shape = words.shapes[i]!;
  if (covered(i)) return false;
  if (shape === CAPITAL || shape === INITIAL) return !NO_NAME.test(words.folds[i]!) || shape === INITIAL;
  return shape === ALL_CAPITALS && (context.shouting[context.sentences[i]!] === 1 || /^\p{Lu}[\p{L}]{3,}$/u.test(wordsOf(context, i, i)));
}

/** Where a capitalised name ends that ends at word `last`: its first word, or -1. */
export function nameStart(context: TextContext, last: number, covered: (word: number) => boolean): number {
  const { words } = context;
  let first = -1;
  for (let i = last; i >= 0 && last - i < 7; i--) {
    if (i < last && !(follows(context, i + 1) || (words.gaps[i + 1] === PERIOD && words.shapes[i] === INITIAL))) break;
    if (isNamePart(context, i, covered)) first = i;
    else if (!(words.shapes[i] === LOWER && (particles.test(words.folds[i]!) || words.gaps[i] === HYPHEN) && i < last + 1)) break;
  }
  return first;
}

/** The day, or year, that the words speak of: years of the sentence, else the document's date. */
export function yearsAround(context: TextContext, at: number): { years: number[]; day: string | null } {
  const { words } = context;
  const sentence = context.sentences[at]!;
  const years: number[] = [];
  for (let i = context.firstWords[sentence]!; i < context.firstWords[sentence + 1]!; i++)
    if (/^(?:1[89]|20)\d\d$/.test(words.folds[i]!)) years.push(Number(words.folds[i]));
  return { years, day: context.document.date?.edtf ?? null };
}

/** The term of a leader that fits the time the text speaks of; the last one when nothing fits. */
export function termAt(leader: Leader, time: { years: readonly number[]; day: string | null }): { term: Term; fits: boolean } {
  const span = (term: Term) => ({ from: Number(term.from.slice(0, 4)) || 0, to: Number(term.to.slice(0, 4)) || (term.from ? 2100 : 0) });
  const senior = [...leader.terms].sort((a, b) => seniority(a) - seniority(b));
  for (const year of time.years) {
    const term = senior.find((t) => span(t).from <= year && year <= span(t).to);
    if (term) return { term, fits: true };
  }
  if (time.years.length === 0 && time.day) {
    const day = time.day;
    const inside = senior.find(
      (t) =>
        (t.from === "" || t.from.slice(0, day.length) <= day) && (t.to === "" || day <= t.to.slice(0, day.length) || t.to.startsWith(day)),
    );
    if (inside) return { term: inside, fits: true };
  }
  return { term: senior[0]!, fits: time.years.length === 0 && time.day === null };
}

function seniority(term: Term): number {
  return ["head-of-state", "head-of-government", "leader", "foreign-minister"].indexOf(term.office);
}

/** A leader named in full: counted when the state is spoken of, when a title stands beside it, or when the name is no everyday one. */
export function leaderItem(
  context: TextContext,
  first: number,
  last: number,
  leaders: readonly Leader[],
  beside: Item | null,
): Item | null {
  const time = yearsAround(context, first);
  const ranked = leaders
    .map((leader) => ({ leader, ...termAt(leader, time) }))
    .map((r) => ({
      ...r,
      score: (beside?.actors.includes(r.term.state) ? 4 : 0) + ((context.counts.get(r.term.state) ?? 0) > 0 ? 2 : 0) + (r.fits ? 1 : 0),
    }))
    .sort((a, b) => b.score - a.score || Number(b.term.source === "own") - Number(a.term.source === "own"));
  const best = ranked[0];
  if (!best) return null;
  const everyday = folded(context, "given").has(context.words.folds[first]!);
  if (best.score < 2 && (everyday || (leaders.length > 1 && ranked[1]!.score === best.score && ranked[1]!.term.state !== best.term.state)))
    return null;
  if (last === first && best.score < 2) return null;
  const office = best.fits ? (best.term.office === "leader" ? "head-of-government" : best.term.office) : null;
  const next = last + 1;
  if (
    follows(context, next) &&
    context.words.gaps[next] === SPACE &&
    context.words.shapes[next] === CAPITAL &&
    folded(context, "proper-after").has(context.words.folds[next]!)
  )
    return null;
  const kind = kindOf(context, best.term.state);
  return item(first, last, {
    actors: [best.term.state],
    kind,
    form: "person",
    person: best.term.source === "own" || last === first ? best.leader.name : wordsOf(context, first, last),
    office,
    leader: best.leader,
    why: `leader ${best.leader.name}, ${best.term.office} ${best.term.from.slice(0, 4)}–${best.term.to.slice(0, 4)}`,
  });
}

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
  const known: KnownPerson[] = [];
  const used = new Set<Item>();
  for (const owned of offices) {
    const { office } = owned;
    const own = officeItem(context, owned);
    const { at, comma } = afterOffice(context, pastDestination(context, owned, covered));
    const posted = owned.last < at - 1 && !comma;
    const leader = !office.plural && !office.body ? persons.get(at) : undefined;
    const words = wordsOf(context, office.first, office.last);
    const titleLike =
      (context.words.shapes[office.first] !== LOWER &&
        !/^(?:official|diplomat|general|leader|negotiator|commissioner|envoy|attache|deputy)$/i.test(words)) ||
      owned.owner !== null ||
      (leader !== undefined && context.words.shapes[office.first] !== LOWER);
    if (
      !office.body &&
      !office.plural &&
      titleLike &&
      (!comma || own) &&
      at < context.words.count &&
      (comma || follows(context, at) || (office.titleOnly && context.words.gaps[at] === PERIOD))
    ) {
      const end = leader ? leader.last : nameEnd(context, at, covered);
      const isName = end >= at && (!comma || (end > at && endsApposition(context, end)));
      if (isName) {
        const person = leader?.person ?? nameOf(context, at, end, own);
        const before = own || leader ? null : knownBefore(context, at, end, known, persons);
        const resolved = own ?? before ?? leader ?? bySurname(context, at, end, office.office) ?? ownerAfterName(context, end, actors);
        const state = resolved ?? nearBody(context, owned, actors);
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
        const first = apart ? at : owned.first;
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
        known.push(
          knownOf(
            full,
            context.words.folds.slice(at, end + 1),
            state,
            (office.office === "counterpart" ? items.findLast((one) => one.first === first)?.office : rank) || null,
            first,
            context,
          ),
        );
        continue;
      }
    }
    if (!own && office.plural && !office.body && context.words.shapes[office.first] !== LOWER) {
      for (const one of readSurnames(context, owned.last + 1, office.office, known, persons, covered)) items.push(one);
    }
    if (!own || office.titleOnly || office.office === "counterpart") continue;
    items.push(own);
    if (office.body || office.plural) continue;
    const holder = holderBefore(context, owned, personEnds, covered);
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
      known.push(knownOf(name, context.words.folds.slice(holder.first, holder.last + 1), own, own.office, holder.first, context));
    }
  }
  return { items, known, used };
}

/** "Minister Kang" after "Minister of Foreign Affairs Kang Kyung-wha": the person whom the document has named with that surname. */
function knownBefore(
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

/** "Presidents Mahuad and Fujimori": surnames after a plural title. */
function readSurnames(
  context: TextContext,
  from: number,
  office: string,
  known: readonly KnownPerson[],
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
    const one = knownBefore(context, at, at, known, leaders) ?? bySurname(context, at, at, office);
    if (!one) break;
    found.push({ ...one, first: at, last: at });
  }
  return found;
}

function officeInSentence(context: TextContext, items: readonly Item[], at: number): string | null {
  return (
    items.findLast(
      (one) => one.first < at && one.office !== null && one.person !== null && context.sentences[one.first] === context.sentences[at],
    )?.office ?? null
  );
}

/** "Rep. Kim Example of the People Power Party", "Vice Minister Lee Example of Korea": whom the words after a name say it acts for. */
function ownerAfterName(context: TextContext, end: number, actors: readonly Item[]): Item | null {
  const { words } = context;
  if (words.folds[end + 1] !== "of" || !follows(context, end + 1)) return null;
  const at = words.folds[end + 2] === "the" ? end + 3 : end + 2;
  const state = actors.find((one) => one.first === at && one.kind === "state" && (one.form === "name" || one.form === "code"));
  if (state) return { ...state, person: null, why: `of ${state.why}` };
  const party = actors.find((one) => one.first === at && one.kind === "group");
  if (!party) return null;
  const home = atHome(context, party);
  return home === party ? null : { ...home, person: null, why: `of ${party.why}` };
}

/** "a statement from the Peruvian foreign ministry said that Foreign Minister X": the only body before it in the sentence; else the publisher. */
function nearBody(context: TextContext, owned: OwnedOffice, actors: readonly Item[]): Item | null {
  if (!/minister/.test(owned.office.office)) return null;
  const sentence = context.sentences[owned.first];
  const bodies = actors.filter(
    (one) => one.form === "body" && one.kind === "state" && one.last < owned.first && context.sentences[one.first] === sentence,
  );
  const states = new Set(bodies.flatMap((one) => one.actors));
  if (states.size === 1) return { ...bodies[0]!, person: null, office: null, body: null, why: `after ${bodies[0]!.why}` };
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
    k < 3 && at > 0 && words.shapes[at] === LOWER && /^(?:the|a|an|then|former|current|new|late|who|is|was)$/.test(words.folds[at]!);
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

/** "President Lasso": a leader with that surname whose term and state fit. */
function bySurname(context: TextContext, first: number, last: number, office: string): Item | null {
  if (!/^head-of|minister$/.test(office)) return null;
  const surname = wordsOf(context, first, last);
  const time = yearsAround(context, first);
  const all = context.lexicon.bySurname(surname).flatMap((leader) => {
    const { term, fits } = termAt(leader, time);
    const right = office === "foreign-minister" ? term.office === "foreign-minister" : /^head|^leader/.test(term.office);
    const spoken = (context.counts.get(term.state) ?? 0) > 0;
    return right && fits && (spoken || time.day !== null || time.years.length > 0) ? [{ leader, term, spoken }] : [];
  });
  const spokenOf = all.filter((one) => one.spoken);
  const fitting = spokenOf.length > 0 ? spokenOf : all;
  const states = new Set(fitting.map((f) => f.term.state));
  if (states.size !== 1) return null;
  const one = onlyOne(fitting.map((f) => f.leader));
  const best = fitting.find((f) => f.leader === one) ?? fitting.sort((a, b) => b.term.from.localeCompare(a.term.from))[0]!;
  return item(first, last, {
    actors: [best.term.state],
    kind: "state",
    form: "person",
    person: one || time.day !== null || time.years.length > 0 ? best.leader.name : surname,
    office: best.term.office === "leader" ? "head-of-government" : best.term.office,
    why: `surname of ${best.leader.name}`,
  });
}

function nameOf(context: TextContext, first: number, last: number, own: Item | null): string {
  const name = wordsOf(context, first, last);
  if (last > first || !own) return name;
  const time = yearsAround(context, first);
  const matching = context.lexicon
    .bySurname(name)
    .filter((leader) => leader.terms.some((term) => own.actors.includes(term.state)) && termAt(leader, time).fits);
  return onlyOne(matching)?.name ?? name;
}

export function knownOf(
  name: string,
  folds: readonly string[],
  owner: Pick<Item, "actors" | "kind" | "why"> | null,
  office: string | null,
  at: number,
  context: TextContext,
): KnownPerson {
  const surname = surnameOf(name.replace(/\s+/g, " "), owner?.actors[0] ?? "");
  const parts = surname.split(/[\s-]+/).map((part) => part.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""));
  const kind = owner ? (owner.kind === "place" ? "state" : owner.kind) : "person";
  void context;
  return { name, folds, surname: parts, actors: owner?.actors ?? [], kind, office, at, why: owner?.why ?? "named before" };
}

/** The one person that leaders with a surname are: sources may write one person in two ways. */
function onlyOne(leaders: readonly Leader[]): Leader | undefined {
  const names = leaders.map((leader) => foldName(leader.name).split(" "));
  const surname = foldName(leaders[0]?.surname ?? "").split(" ");
  const shared = names[0]?.some((fold) => !surname.includes(fold) && names.every((folds) => folds.includes(fold)));
  return leaders.length === 1 || shared ? (leaders.find((leader) => leader.terms[0]?.source === "own") ?? leaders[0]) : undefined;
}

/** "Venezuela's Chavez": a surname right after the possessive of the state whose leader has it. */
export function findOwnedLeaders(context: TextContext, items: readonly Item[], covered: (word: number) => boolean): Item[] {
  const found: Item[] = [];
  const { words } = context;
  for (const owner of items) {
    if (owner.kind !== "state" || owner.form === "demonym" || owner.actors.length !== 1) continue;
    const at = owner.last + 2;
    if (
      at >= words.count ||
      words.folds[at - 1] !== "s" ||
      words.gaps[at - 1] !== APOSTROPHE ||
      words.shapes[at] !== CAPITAL ||
      !follows(context, at)
    )
      continue;
    if (nameEnd(context, at, covered) !== at) continue;
    const time = yearsAround(context, at);
    const leaders = context.lexicon
      .bySurname(wordsOf(context, at, at))
      .filter((leader) => leader.terms.some((term) => term.state === owner.actors[0]));
    const fitting = leaders.filter((leader) => termAt(leader, time).fits);
    const leader = onlyOne(fitting) ?? onlyOne(leaders);
    if (!leader) continue;
    const { term, fits } = termAt(leader, time);
    found.push(
      item(at, at, {
        actors: owner.actors,
        kind: "state",
        form: "person",
        person: leader.name,
        office: fits ? (term.office === "leader" ? "head-of-government" : term.office) : null,
        leader,
        why: `surname of ${leader.name} after ${owner.why}`,
      }),
    );
  }
  return found;
}
