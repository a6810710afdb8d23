import type { Discourse, Entity } from "./discourse.ts";

/** A state, not as a mere place. */
export function isState(entity: Entity): boolean {
  const { kind, form, person } = entity.mention;
  return (kind === "state" || kind === "former-state") && (form !== "city" || person !== null);
}

/** Whoever can be a side: a state, an organisation, a group, a region. */
export function isParty(entity: Entity): boolean {
  const { kind } = entity.mention;
  return isState(entity) || kind === "organisation" || kind === "group" || kind === "region";
}

/** The different actors of entities, in the order of their first mention. */
export function distinct(entities: readonly Entity[]): string[] {
  return [...new Set(entities.flatMap((entity) => entity.mention.actors))];
}

/** Runs of entities that stand together: "A, B and C", "A-B", "A with B" is none. */
export function listOf(entities: readonly Entity[], text: string): Entity[][] {
  const lists: Entity[][] = [];
  let run: Entity[] = [];
  let end = 0;
  for (const entity of entities) {
    const gap = run.length > 0 ? text.slice(end, entity.mention.start) : "";
    if (run.length > 0 && gap.length < 24 && JOINS.test(gap) && gap.trim() !== "") {
      const key = entity.mention.actors.join();
      const again = run.findIndex((one) => one.mention.actors.join() === key);
      // "CELAC, the Community of …" is said twice; "…, and China and Peru" begins anew
      if (again === -1 || again < run.length - 1) run = [...run.slice(again + 1), entity];
    } else {
      if (run.length > 1) lists.push(run);
      run = [entity];
    }
    end = entity.mention.end;
  }
  if (run.length > 1) lists.push(run);
  return lists;
}

const JOINS = /^(?:['’]s)?(?:,|,? and|,? or|,? as well as|[-–(])?\s*(?:and |the |with the )?\s*(?:its |the )?$/;

/** The two parties that "the two countries" means: of the page, of the sentence, or of the sentences just before. */
export function twoParties(discourse: Discourse, s: number, start: number, fits: (entity: Entity) => boolean): string[] | null {
  if (fits === isParty) return twoParties(discourse, s, start, isActing) ?? pairOf(discourse, s, start, isParty);
  return pairOf(discourse, s, start, fits);
}

function isActing(entity: Entity): boolean {
  return isParty(entity) && entity.mention.kind !== "region";
}

function pairOf(discourse: Discourse, s: number, start: number, fits: (entity: Entity) => boolean): string[] | null {
  const page = discourse.pairAround(s);
  const text = discourse.document.text;
  let seen: Entity[] = discourse.inSentence(s, start).filter(fits);
  const back = discourse.sentencesBack(s, 3);
  for (;;) {
    const actors = distinct(seen);
    if (actors.length === 2) return actors;
    if (actors.length > 2) {
      const states = distinct(seen.filter(isState));
      if (states.length === 2) return states;
      if (page?.every((id) => actors.includes(id))) return [...page];
      const joined = listOf(seen, text).filter((list) => distinct(list).length === 2);
      const pairs = new Set(joined.map((list) => distinct(list).sort().join(" ")));
      if (pairs.size === 1 && joined[0]!.some((entity) => entity.sentence === seen.at(-1)!.sentence)) return distinct(joined[0]!);
      return null;
    }
    if (page && actors.length === 1 && page.includes(actors[0]!)) return [...page];
    if (page && actors.length === 0 && discourse.subjects.length > 0) return [...page];
    const next = back.next();
    if (next.done) return page && actors.every((id) => page.includes(id)) ? [...page] : null;
    seen = [...next.value.filter(fits), ...seen];
  }
}

/** "its": the state or organisation that is the subject before it; never a person. */
export function antecedentOfIts(discourse: Discourse, s: number, start: number): string[] | null {
  const text = discourse.document.text;
  if (/\b(?:the|a|an|this|that) \p{Ll}+ and $/u.test(text.slice(Math.max(0, start - 40), start))) return null;
  const all = discourse.inSentence(s, start);
  const joined = new Set(listOf(all.filter(isParty), text).flat());
  const candidate = (e: Entity) =>
    isParty(e) &&
    e.mention.kind !== "region" &&
    e.mention.actors.length === 1 &&
    e.mention.person === null &&
    !isHolder(e) &&
    e.mention.form !== "demonym";
  const here = all.filter((e) => candidate(e) && !joined.has(e) && !/^\s+(?:and|or)\b/.test(text.slice(e.mention.end, e.mention.end + 5)));
  if (here.length > 0) {
    const nearest = here.at(-1)!;
    if (/^,? (?:which|that)\b[^,;]*$/.test(text.slice(nearest.mention.end, start))) return [...nearest.mention.actors];
    if (isBlamed(text, nearest, start)) return [...nearest.mention.actors];
    return subjectOfClause(discourse, s, start, here);
  }
  if (joined.size > 0 || all.some((e) => e.mention.actors.length > 1 || e.mention.kind === "organisation" || e.mention.kind === "group"))
    return null;
  for (const entities of discourse.sentencesBack(s, 1)) {
    const pairs = new Set(listOf(entities.filter(isParty), text).flat());
    const before = entities.filter((e) => candidate(e) && !pairs.has(e));
    if (pairs.size > 0 && !before.some((e) => e.subject)) return null;
    if (distinct(before).length === 1) return distinct(before);
    const subjects = before.filter((e) => e.subject);
    return subjects[0] && distinct(subjects).length === 1 ? [...subjects[0].mention.actors] : null;
  }
  return null;
}

/** "thanked Chile for its help": what is thanked or blamed owns what follows. */
function isBlamed(text: string, entity: Entity, start: number): boolean {
  if (!/^\s+(?:for|over|of|because of)\s+$/.test(text.slice(entity.mention.end, start))) return false;
  return /\b(?:thank|prais|critici|condemn|accus|commend|congratulat|sanction|applaud|denounc|fault|reproach)\p{L}*\s+(?:the\s+)?$/u.test(
    text.slice(Math.max(0, entity.mention.start - 24), entity.mention.start),
  );
}

/** Of the candidates of a sentence the subject of the clause that the word stands in. */
function subjectOfClause(discourse: Discourse, s: number, start: number, here: readonly Entity[]): string[] | null {
  const text = discourse.document.text;
  const from = discourse.sentences[s]!.start;
  const subjects = here.filter((e) => e.subject);
  const clause = text.slice(from, start);
  const boundary = Math.max(...[";", " while ", " whereas ", " but ", ", and ", ", so "].map((mark) => clause.lastIndexOf(mark)));
  const near = subjects.filter((e) => e.mention.start >= from + boundary);
  const chosen = near.length > 0 ? near : subjects;
  if (distinct(chosen).length === 1) return distinct(chosen);
  if (chosen.length > 0) {
    const acting = chosen.filter((e) =>
      /^\s+(?:also |has |had |will |would |later |then |formally )?\p{Ll}+/u.test(text.slice(e.mention.end, e.mention.end + 24)),
    );
    return distinct(acting).length === 1 ? distinct(acting) : null;
  }
  const first = here[0]!;
  const opens = first.mention.start - from < 28 && /^['’]/.test(text.slice(first.mention.end, first.mention.end + 1));
  return opens && distinct(here).length === 1 ? distinct(here) : null;
}

function isHolder(entity: Entity): boolean {
  return entity.mention.form === "office" || entity.mention.form === "person";
}

/** "their", "they": two or more parties named together, or a reference to several. */
export function antecedentOfTheir(discourse: Discourse, s: number, start: number, subject = false): string[] | null {
  const text = discourse.document.text;
  const groups = [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 1)];
  for (const entities of groups) {
    const parties = entities.filter((e) => isParty(e) && e.mention.kind !== "region");
    const plural = parties.filter((e) => e.mention.actors.length > 1).at(-1);
    const lists = listOf(
      parties.filter((e) => e.mention.actors.length === 1 && (e.mention.form !== "demonym" || /s$/.test(e.mention.text))),
      text,
    ).filter((list) => distinct(list).length > 1);
    const list = lists.filter((l) => l[0]!.subject || (lists.length === 1 && !subject)).at(-1);
    if (plural && (!list || plural.mention.start > list[0]!.mention.start)) return [...plural.mention.actors];
    if (list && (lists.length === 1 || list[0]!.subject)) return distinct(list);
    const many = entities.filter((e) => e.subject && isPlural(e)).at(-1);
    if (many) return [...many.mention.actors];
    if (parties.length > 0) return null;
  }
  return null;
}

/** "Cuban officials", "French troops", "Ecuadorians", "the Taliban": one actor in the plural. */
function isPlural(entity: Entity): boolean {
  const { form, kind, text, actors } = entity.mention;
  if (actors.length === 0) return false;
  if (form === "office" || form === "body") return /(?:s|men|troops|police|military|people)$/.test(text) && !/ss$/.test(text);
  if (form === "demonym") return /(?:s|ese|ch|sh)$/.test(text);
  return kind === "group" && /(?:s|Taliban|Hamas|FARC|ELN|rebels|guerrillas)$/.test(text);
}

/** "them": parties that the sentence before joins and that are not the subject of this one. */
export function antecedentOfThem(discourse: Discourse, s: number, start: number): string[] | null {
  const here = discourse.inSentence(s, start).filter((e) => e.subject && isParty(e));
  const subject = new Set(here.flatMap((e) => e.mention.actors));
  if (subject.size === 0) return null;
  const text = discourse.document.text;
  for (const entities of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 1)]) {
    const lists = listOf(
      entities.filter((e) => isParty(e) && e.mention.actors.length === 1),
      text,
    )
      .map(distinct)
      .filter((list) => list.length > 1 && list.every((id) => !subject.has(id)));
    if (lists.length === 1) return lists[0]!;
    if (lists.length > 1) return null;
  }
  return null;
}

/** "he", "his": the person who is spoken of. */
export function antecedentOfPerson(discourse: Discourse, s: number, start: number, possessive = false): Entity | null {
  const isPerson = (e: Entity) =>
    (e.mention.person !== null || e.mention.form === "office") &&
    e.mention.actors.length <= 1 &&
    !/s$/.test(e.mention.form === "office" ? e.mention.text : "");
  const own = discourse.inSentence(s, start).filter(isPerson);
  if (possessive && new Set(own.map((e) => e.mention.person ?? e.mention.text)).size > 1 && !own.at(-1)!.subject && !sameHolder(own))
    return null;
  for (const entities of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 2)]) {
    const chosen = chosenPerson(entities.filter(isPerson));
    if (chosen === undefined) continue;
    return chosen && !discourse.strangerBetween(chosen.mention.end, start) ? chosen : null;
  }
  return null;
}

/** The one person of a sentence, or its subject; null when several may be meant, undefined when there is none. */
function chosenPerson(persons: readonly Entity[]): Entity | null | undefined {
  if (persons.length === 0) return undefined;
  const subjects = persons.filter((e) => e.subject);
  const names = (list: readonly Entity[]) => new Set(list.map((e) => e.mention.person ?? e.mention.text));
  if (names(persons).size === 1 || sameHolder(persons)) return persons.find((e) => e.mention.person !== null) ?? persons.at(-1)!;
  return names(subjects).size === 1 ? subjects[0]! : null;
}

/** "Brazil's foreign minister, Celso Amorim": one person in two mentions. */
function sameHolder(persons: readonly Entity[]): boolean {
  const named = new Set(persons.map((e) => e.mention.person).filter((name) => name !== null));
  return (
    named.size === 1 &&
    new Set(persons.flatMap((e) => e.mention.actors)).size === 1 &&
    new Set(persons.map((e) => e.mention.office)).size === 1
  );
}
