import { readNumber } from "../language/read-number.ts";
import { isAbout } from "./descriptions.ts";
import type { Discourse, Entity } from "./discourse.ts";
import { type Candidate, choose, distinct, groupsOf, isParty, isState } from "./salience.ts";
import { isGoneBy } from "./states-then.ts";

/** How many sentences back "the two countries" looks. */
const REACH = 3;
/** How surely a wording makes two parties a pair. */
const JOINED = 2.5;
const TOGETHER = 1.8;
const IN_CLAUSES = 1.6;
const ALONE = 1.5;
const IN_TWO_SENTENCES = 0.4;
const OF_PAGE = 2;
const OF_TEXT = 0.8;
/** What a side that was just told of gains over the page's own pair. */
const JUST_TOLD = 1.2;
const MARGIN = 0.6;

/** Two who may be meant by "the two". */
export interface Pair {
  readonly actors: readonly string[];
  readonly entities: readonly Entity[];
}

/** `apart` stand on another side than those meant. The two parties that "the two countries" means: of the page, of one clause, of one sentence, of the sentences just before. */
export function twoParties(
  discourse: Discourse,
  s: number,
  start: number,
  fits: (entity: Entity) => boolean,
  apart: (entity: Entity) => boolean = () => false,
): readonly string[] | null {
  const beside = (e: Entity): boolean => apart(e) || isGoBetween(discourse, e);
  const acting = (e: Entity): boolean => isParty(e) && e.mention.kind !== "region" && !beside(e);
  if (fits === isParty)
    return (
      pairOf(discourse, s, start, acting, true)?.actors ??
      pairOf(discourse, s, start, (e) => isParty(e) && !beside(e), true)?.actors ??
      null
    );
  return pairOf(discourse, s, start, (e) => fits(e) && !beside(e), fits === isState)?.actors ?? null;
}

/** "a Qatar-brokered deal", "the Iranian-backed rebels": whose work or friend a thing is says nothing of who its parties are. */
function isGoBetween({ document }: Discourse, { mention }: Entity): boolean {
  return /^[-–‑](?:brokered|mediated|sponsored|facilitated|arranged|hosted|backed|led|supported|supervised|guaranteed|funded|drafted|organi[sz]ed|proposed)\b/i.test(
    document.text.slice(mention.end, mention.end + 14),
  );
}

const POST = /^\s?(?:\p{L}+ )?(?:embassy|ambassador|high commission(?:er)?|consul(?:ate)?|charg[ée])\b/iu;

/** "The Kenyan embassy in Seoul": whose post it is, and the state in whose town it stands. */
function postedIn(entities: readonly Entity[], text: string): Entity[] | null {
  const post = entities.find((e) => isState(e) && e.mention.actors.length === 1 && isPost(e.mention, text));
  const town = entities.find(
    (e) => e.mention.kind === "place" && e.mention.actors.length === 1 && /^(?:capital|city)$/.test(e.mention.form),
  );
  return post && town && post.mention.actors[0] !== town.mention.actors[0] ? [post, town] : null;
}

function isPost({ start, end, form }: Entity["mention"], text: string): boolean {
  return (
    (form === "demonym" && POST.test(text.slice(end, end + 40))) ||
    (/^(?:office|person)$/.test(form) && POST.test(text.slice(start, end).replace(/^\p{L}+ /u, "")))
  );
}

/** The pair that fits best; null when two fit as well as each other. `ofPage`: the page's own pair may be meant. */
export function pairOf(discourse: Discourse, s: number, start: number, fits: (entity: Entity) => boolean, ofPage: boolean): Pair | null {
  const found: { candidate: Candidate; pair: Pair }[] = [];
  const add = (actors: readonly string[], entities: readonly Entity[], sentence: number, weight: number): void => {
    if (actors.length !== 2 || actors.some((id) => isGoneBy(id, discourse.sentences[s]!, discourse.lexicon))) return;
    const key = [...actors].sort().join(" ");
    const candidate: Candidate = {
      actors,
      entity: null,
      key,
      sentence,
      start: 0,
      end: 0,
      stand: null,
      score: weight - 1.2 * (s - sentence),
    };
    found.push({ candidate, pair: { actors, entities } });
  };
  const known = ofPage ? discourse.pairAsThen(s) : null;
  let before: Entity[] = [];
  const own = discourse.inSentence(s, start);
  // "China and Nepal signed a pact. The two nations": on a page of others, in the sentence right before and with nobody named since
  const isTold = (group: readonly Entity[], back: number): boolean =>
    ofPage &&
    back === 1 &&
    own.every((e) => !fits(e)) &&
    discourse.isSameBlock(s, s - 1) &&
    group[0]!.subject &&
    group.every((e) => isState(e) && e.mention.person === null) &&
    known !== null &&
    group.flatMap((e) => e.mention.actors).filter((id) => known.includes(id)).length === 1;
  // an item of a list that names somebody speaks of him, not of those of the item before
  // nor does a row of a table speak of those of the row before
  const alone = (discourse.isItem(s) && own.some(fits)) || discourse.isRow(s);
  const sentences = [own, ...[...discourse.sentencesBack(s, REACH)].filter((_, k) => !alone || discourse.isSameBlock(s, s - k - 1))];
  sentences.forEach((entities, back) => {
    const here = entities.filter(fits);
    const at = s - back;
    for (const e of here)
      if (e.mention.actors.length === 2) add(e.mention.actors, [e], at, e.mention.form === "reference" ? JOINED : ALONE);
    for (const group of groupsOf(here)) {
      // "convened by X of Peru and Y of Chile": persons are sides less often than their states
      const persons = ofPage && group.every((e) => e.mention.person !== null) && !group[0]!.subject;
      add(distinct(group), group, at, JOINED + (group[0]!.subject ? 0.3 : 0) - (persons ? 1 : 0) + (isTold(group, back) ? JUST_TOLD : 0));
    }
    for (const [one, other] of togetherIn(discourse, here)) add(distinct([one, other]), [one, other], at, TOGETHER);
    // "Chad bought eight from Italy; Togo bought ten": who does the same in two clauses
    const doing = distinct(here.filter((e) => e.subject && isState(e) && e.mention.person === null));
    if (doing.length === 2 && new Set(here.filter((e) => e.subject).map((e) => e.stand?.clause)).size === 2)
      add(
        doing,
        here.filter((e) => e.subject),
        at,
        IN_CLAUSES,
      );
    const posted = postedIn(entities, discourse.document.text);
    if (posted && here.length > 0) add(distinct(posted), posted, at, ALONE);
    const only = distinct(here);
    const states = here.filter(isState);
    if (only.length === 2) {
      // "Peru signed a truce that gave Chile the coast. The two countries": nobody was named since
      const nearest =
        back > 0 &&
        before.length === 0 &&
        here.every((e) => isState(e) && e.mention.form === "name" && !/^(?:modifier|predicate)$/.test(e.stand?.role ?? ""));
      add(only, here, at, nearest ? ALONE + 0.8 : ALONE);
    }
    if (only.length > 2 && distinct(states).length === 2) add(distinct(states), states, at, ALONE - 0.5);
    const union = [...here, ...before];
    if (only.length === 1 && distinct(union).length === 2) add(distinct(union), union, at, IN_TWO_SENTENCES);
    else if (only.length > 0 && distinct(before).length === 1 && distinct(union).length > 2) {
      // "Peru met Chile and Bolivia. Chile offered …": more than two are about
      before = union;
      return;
    }
    before = union;
  });
  // "Ukraine sent thanks. The two countries": the one just named, and the one that the text is about
  const [just] = sentences.slice(0, 2).filter((entities) => entities.some(fits));
  const only = ofPage && just ? distinct(just.filter(fits)) : [];
  // on a page of two a new paragraph goes back to both
  const apart =
    discourse.subjects.length === 2 &&
    !discourse.inSentence(s, start).some(fits) &&
    discourse.sentences[s]!.block !== discourse.sentences[s - 1]?.block;
  // "among the dead were Laotian ministers": who is only counted or said of somebody is not spoken of
  const isSpokenOf = just?.some(
    (e) =>
      fits(e) &&
      /^(?:subject|object|recipient|agent|oblique|predicate)$/.test(e.stand?.role ?? "subject") &&
      !COUNTED.test(e.stand?.preposition ?? ""),
  );
  const newcomer = ofPage ? newcomerIn(discourse, s, start, known ?? [], fits) : null;
  const turned = newcomer !== null || (!apart && only.length === 1 && isSpokenOf === true && known !== null && !known.includes(only[0]!));
  const main = turned ? (discourse.subjects.length === 1 ? discourse.subjects[0]! : discourse.mostNamed()) : null;
  if (newcomer) add([discourse.subjects[0]!, newcomer], [], s, OF_PAGE);
  else if (main && known?.includes(main)) add([main, only[0]!], [], s, OF_PAGE);
  if (known && !turned) {
    const own = discourse.subjects.length > 0;
    const others = distinct(sentences.flat().filter(fits)).filter((id) => !known.includes(id));
    // a new paragraph that names nobody goes back to the two of the text
    const fresh = discourse.inSentence(s, start).length === 0 && discourse.sentences[s]!.block !== discourse.sentences[s - 1]?.block;
    add(known, [], s, own ? OF_PAGE : fresh ? OF_TEXT + 0.8 : OF_TEXT - Math.min(others.length, 3) * 0.5);
  }
  const chosen = choose(
    found.map((f) => f.candidate),
    MARGIN,
  );
  if (!chosen) return null;
  const { key, actors } = chosen;
  return found.find((f) => f.candidate.key === key && f.pair.entities.length > 0)?.pair ?? { actors, entities: [] };
}

/**
 * On the page of one state: the only other whose doings this paragraph tells, "India was the first to recognise Mongolia. The two
 * countries", though another may have been told of before. Null where there is none, or more than one.
 */
function newcomerIn(
  discourse: Discourse,
  s: number,
  start: number,
  known: readonly string[],
  fits: (entity: Entity) => boolean,
): string | null {
  const [page] = discourse.subjects;
  if (discourse.subjects.length !== 1 || !page || discourse.sectionActor(s)) return null;
  const here = [
    discourse.inSentence(s, start),
    ...[...discourse.sentencesBack(s, REACH)].filter((_, k) => discourse.isSameBlock(s, s - k - 1)),
  ]
    .flat()
    .filter(fits);
  if (here.some((e) => e.mention.actors.some((id) => id !== page && known.includes(id)))) return null;
  const doing = distinct(here.filter((e) => e.subject && isState(e))).filter((id) => id !== page);
  return doing.length === 1 ? doing[0]! : null;
}

const COUNTED = /^(?:including|among|like|of|besides|except)$/;

const FOUNDING = /^(?:establish|found|create|set|form|launch|institute|inaugurate|lead|chair|join|leave|host)$/;

/** Subject and object, or subject and "with", of one clause: "Peru met Chile", "Cuba signed with Japan". */
function* togetherIn(discourse: Discourse, entities: readonly Entity[]): Generator<readonly [Entity, Entity]> {
  for (const one of entities) {
    if (!one.subject || one.mention.actors.length !== 1) continue;
    const roles = discourse.rolesOf(one.sentence);
    for (const other of entities) {
      if (other.mention.actors.length !== 1 || other.mention.actors[0] === one.mention.actors[0] || !other.stand || !roles) continue;
      if (other.stand.clause !== one.stand!.clause) continue;
      // "Kenya and the bank set up the fund": what is founded is no partner of its founder
      if (
        other.stand.role === "object" &&
        other.mention.kind === "organisation" &&
        FOUNDING.test(roles.nodes[one.stand!.clause]?.lemma ?? "")
      )
        continue;
      const direct = roles.nodes[other.stand.group]!.head === one.stand!.clause;
      const met = direct && (other.stand.role === "object" || /^(?:with|against|to|and)$/.test(other.stand.preposition));
      const talked = /^(?:with)$/.test(other.stand.preposition);
      if (met || talked) yield one.mention.start < other.mention.start ? [one, other] : [other, one];
    }
  }
}

/** "Chad left the union in 1960, but the two": the only two of the sentence so far, where no person is spoken of. */
export function twoStatesHere(discourse: Discourse, s: number, start: number): readonly string[] | null {
  const here = discourse.inSentence(s, start).filter((e) => isParty(e) && e.mention.kind !== "region");
  const two = distinct(here);
  const persons = here.some((e) => e.mention.person !== null || (e.mention.office !== null && e.mention.form !== "body"));
  return two.length === 2 && !persons && here.every(isState) && here.some((e) => e.subject) ? two : null;
}

/** The two persons or offices last named together, when they act for two actors. */
export function twoPersons(discourse: Discourse, s: number, start: number, office: string | null): Pair | null {
  const holds = (e: Entity): boolean =>
    (e.mention.person !== null || e.mention.office !== null) && e.mention.actors.length > 0 && e.mention.form !== "body";
  if (office) {
    const exact = pairOf(discourse, s, start, (e) => holds(e) && e.mention.office === office, false);
    if (exact) return exact;
  }
  return pairOf(discourse, s, start, holds, false);
}

/** "these four countries": a list of just as many before, of the states in `fits` where the words tell of what sort, or an organisation with just as many members. */
export function readMany(
  discourse: Discourse,
  s: number,
  number: string,
  start: number,
  { members = false, fits = null }: { members?: boolean; fits?: ReadonlySet<string> | null } = {},
): readonly string[] | null {
  // "the four largest states": nobody that was named
  if (fits?.size === 0) return null;
  const count = readNumber(number) ?? Number.NaN;
  const isOrganisation = (e: Entity): boolean => e.mention.kind === "organisation" && e.mention.actors.length === 1;
  if (members || count > 12) {
    const council = count === 15 ? (e: Entity) => e.mention.actors[0] === "org:unsc" : null;
    for (const entities of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 3)]) {
      const found = distinct(entities.filter((e) => isOrganisation(e) && (council?.(e) || isAbout(membersIn(discourse, e).length, count))));
      if (found.length === 1) return found;
      if (found.length > 1) return null;
    }
    return null;
  }
  if (count === 2) return twoParties(discourse, s, start, isState);
  const groups = [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 3)].map((entities) =>
    entities.filter((e) => isState(e) && (fits === null || e.mention.actors.every((id) => fits.has(id)))),
  );
  for (const entities of groups) {
    const several = entities.findLast((e) => e.mention.actors.length === count);
    if (several) return several.mention.actors;
    for (const group of groupsOf(entities)) if (distinct(group).length === count) return distinct(group);
    if (distinct(entities).length === count) return distinct(entities);
    if (distinct(entities).length > count) return null;
  }
  const union = distinct(groups.slice(0, 2).flat());
  if (union.length === count) return union;
  // the region is named by the words themselves
  if (fits !== null) return null;
  const organisations = [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 1)]
    .flat()
    .filter((e) => isOrganisation(e) && membersIn(discourse, e).length === count);
  return distinct(organisations).length === 1 ? membersIn(discourse, organisations[0]!) : null;
}

/** "the other two": of several named together, those that nothing has been said of since. */
export function readRest(discourse: Discourse, s: number, number: string, start: number): readonly string[] | null {
  const count = readNumber(number) ?? 0;
  const since: string[] = [];
  for (const all of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 3)]) {
    const entities = all.filter(isState);
    for (const group of [
      ...entities.filter((e) => e.mention.actors.length > count).map((e) => e.mention.actors),
      ...groupsOf(entities).map(distinct),
    ]) {
      if (group.length <= count) continue;
      const last = Math.max(...entities.filter((e) => e.mention.actors.some((id) => group.includes(id))).map((e) => e.mention.start));
      const later = entities.filter((e) => e.mention.start > last).flatMap((e) => e.mention.actors);
      const rest = group.filter((id) => !since.includes(id) && !later.includes(id));
      if (rest.length === count) return rest;
    }
    since.push(...distinct(entities));
  }
  return null;
}

/** Several states named together: the one list of a sentence, or those of it that `fits` has; at most `back` sentences back. */
export function readGroup(
  discourse: Discourse,
  s: number,
  start: number,
  fits: ReadonlySet<string> | null,
  back: number,
): readonly string[] | null {
  for (const all of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, back)]) {
    const entities = all.filter((e) => isState(e) && (fits === null || e.mention.actors.every((id) => fits.has(id))));
    const lists = [
      ...entities.filter((e) => e.mention.actors.length > 1).map((e) => e.mention.actors),
      ...groupsOf(entities).map(distinct),
    ];
    const different = new Map(lists.map((list) => [[...list].sort().join(" "), list]));
    if (fits !== null && distinct(entities).length > 1) return distinct(entities);
    const [only] = different.values();
    // who stands beside the list may be its other side; more than one, and nobody knows which are meant
    if (only && different.size === 1) return distinct(entities).length - only.length <= 1 ? only : null;
    if (different.size > 1) return null;
  }
  return null;
}

function membersIn(discourse: Discourse, entity: Entity): readonly string[] {
  return discourse.lexicon.actor(entity.mention.actors[0]!)?.members ?? [];
}

/** Where two stand in a list, "the former", "the first" is the one and "the latter", "the last" the other. */
export function oneOfTwo(discourse: Discourse, s: number, which: "first" | "last", start: number, more = false): readonly string[] | null {
  const named = (entities: readonly Entity[]): Entity[] =>
    entities.filter(
      (e) => e.mention.form !== "reference" && e.mention.kind !== "place" && e.mention.actors.length === 1 && e.mention.form !== "demonym",
    );
  const opens = discourse.inSentence(s, start).length === 0;
  for (const entities of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 2)]) {
    const here = named(entities);
    // "accused Peru of bad faith. The latter": who was named last there, by whatever words
    const all = entities.filter(
      (e) =>
        e.mention.kind !== "place" &&
        e.mention.actors.length === 1 &&
        e.mention.form !== "demonym" &&
        !/^(?:its|his|her|their)$/i.test(e.mention.text),
    );
    if (opens && which === "last" && !more && all.length > 0 && distinct(all).length > 1 && groupsOf(here).length === 0)
      return all.at(-1)!.mention.actors;
    const listed = entities.filter((e) => e.mention.form === "office" && e.mention.actors.length > 1).at(-1);
    if (here.length === 0 && listed && more) return [which === "first" ? listed.mention.actors[0]! : listed.mention.actors.at(-1)!];
    // "the two leaders … The former": in the order in which they were named
    const two = entities.findLast((e) => e.mention.actors.length === 2);
    if (here.length === 0 && two) return [which === "first" ? two.mention.actors[0]! : two.mention.actors[1]!];
    if (here.length === 0) continue;
    const groups = groupsOf(here).filter((group) => distinct(group).length === 2 || more);
    const actors = distinct(groups.at(-1) ?? here);
    if (actors.length < 2 || (actors.length > 2 && !more)) return null;
    return [which === "first" ? actors[0]! : actors.at(-1)!];
  }
  return null;
}
