import type { Discourse, Entity } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import { HOLDER } from "./reference-patterns.ts";
import {
  antecedentOfIts,
  antecedentOfPerson,
  antecedentOfTheir,
  antecedentOfThem,
  distinct,
  isParty,
  isState,
  listOf,
  twoParties,
} from "./salience.ts";

/** A reference that was understood. Offsets into the document's text. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly actors: readonly string[];
  readonly person?: string | null;
  readonly office?: string | null;
  readonly rule: string;
}

/** What a wording refers to, or null when that is not sure. `inside` are mentions within it, `after` those that follow in the sentence. */
export function readReference(
  discourse: Discourse,
  s: number,
  match: RegExpExecArray,
  start: number,
  inside: readonly Mention[],
  after: readonly Mention[],
): Reference | null {
  const groups = match.groups!;
  const end = start + match[0].length;
  const at = (actors: readonly string[] | null, rule: string, more: Partial<Reference> = {}): Reference | null =>
    actors && actors.length > 0 ? { start, end, actors, rule, ...more } : null;
  if (groups.dual) return readDual(discourse, s, groups.dualNoun!.toLowerCase(), start, at);
  if (groups.whose) return readWhose(discourse, s, start, at);
  if (groups.isle) return at(readRegional(discourse, s, "island", "island", start), "the-island");
  if (groups.two) return readDual(discourse, s, "leaders", start, at);
  if (groups.either) return at(twoParties(discourse, s, start, isParty), "either");
  if (groups.three) return at(readMany(discourse, s, groups.threeNumber!, start), "number");
  if (groups.government) return readGovernment(discourse, s, groups.governmentNoun!.toLowerCase(), start, at);
  if (groups.peninsula)
    return at(
      lastUnique(discourse, s, start, (e) => e.mention.actors.includes("region:korean-peninsula") || e.mention.actors.includes("PRK"), 5)
        ? ["region:korean-peninsula"]
        : null,
      "the-peninsula",
    );
  if (groups.him) return match[0] === "him" ? readHim(discourse, s, start, at) : at(antecedentOfThem(discourse, s, start), "them");
  if (groups.itself) return at(antecedentOfIts(discourse, s, start), "it");
  if (groups.each) return at(twoParties(discourse, s, start, isParty), "each-other");
  if (groups.many) return at(readMany(discourse, s, groups.number!, start), "number");
  if (groups.regional) return at(readRegional(discourse, s, groups.region!, groups.regionalNoun!, start), "regional");
  if (groups.counterpart) return readCounterpart(discourse, s, groups, start, end, inside, after);
  if (groups.former) return at(readFormer(discourse, s, groups.which ?? "latter", start), groups.which ?? "latter");
  if (groups.country) return at(readCountry(discourse, s, start), "the-country");
  if (groups.body) return at(readBody(discourse, s, groups.bodyNoun!.toLowerCase(), match[0], start), "body");
  if (groups.region2) return at(readRegion(discourse, s, start), "the-region");
  if (groups.title) return readTitle(discourse, s, groups.titleNoun!.toLowerCase(), start, at);
  if (groups.our) return discourse.speaker ? at([discourse.speaker], "our") : null;
  if (groups.its) return at(antecedentOfIts(discourse, s, start), "its");
  if (groups.it) return at(antecedentOfIts(discourse, s, start), "it");
  if (groups.their) return at(antecedentOfTheir(discourse, s, start), "their");
  if (groups.they) return at(antecedentOfTheir(discourse, s, start, true), "they");
  const person = antecedentOfPerson(discourse, s, start, groups.his !== undefined);
  if (!person || person.mention.actors.length === 0) return null;
  return at(person.mention.actors, groups.he ? "he" : "his", { person: person.mention.person, office: person.mention.office });
}

/** "Cuba, whose": what stands right before it. */
function readWhose(discourse: Discourse, s: number, start: number, at: At): Reference | null {
  const last = discourse.inSentence(s, start).at(-1);
  if (
    !last ||
    last.mention.actors.length === 0 ||
    last.mention.form === "demonym" ||
    !/^,?\s+$/.test(discourse.document.text.slice(last.mention.end, start))
  )
    return null;
  return at(last.mention.actors, "whose", { person: last.mention.person, office: last.mention.office });
}

/** "the government", "the junta": of the one state that is spoken of. */
function readGovernment(discourse: Discourse, s: number, noun: string, start: number, at: At): Reference | null {
  if (noun === "embassy" || noun === "cabinet" || noun === "administration") return null;
  return at(lastUnique(discourse, s, start, isState, 2), "government");
}

/** "him": a person who is not the subject of the sentence. */
function readHim(discourse: Discourse, s: number, start: number, at: At): Reference | null {
  const persons = (entities: readonly Entity[]) => entities.filter((e) => e.mention.person !== null && e.mention.actors.length === 1);
  const here = persons(discourse.inSentence(s, start));
  const subject = here.find((e) => e.subject)?.mention.person ?? null;
  const groups = [here, ...[...discourse.sentencesBack(s, 1)].map(persons)];
  for (const entities of groups) {
    const others = entities.filter((e) => e.mention.person !== subject);
    const names = new Set(others.map((e) => e.mention.person));
    if (names.size > 1) return null;
    const other = others[0];
    if (other && !discourse.strangerBetween(other.mention.end, start))
      return at(other.mention.actors, "him", { person: other.mention.person, office: other.mention.office });
  }
  return null;
}

type At = (actors: readonly string[] | null, rule: string, more?: Partial<Reference>) => Reference | null;

const OFFICE_OF: Readonly<Record<string, string>> = {
  presidents: "head-of-state",
  "heads of state": "head-of-state",
  "heads of government": "head-of-government",
  "prime ministers": "head-of-government",
  premiers: "head-of-government",
  "foreign ministers": "foreign-minister",
  ministers: "minister",
  ambassadors: "ambassador",
  diplomats: "official",
};

/** "the two countries", "both sides", "the two foreign ministers". */
function readDual(discourse: Discourse, s: number, noun: string, start: number, at: At): Reference | null {
  if (noun === "regions")
    return at(
      twoParties(discourse, s, start, (e) => e.mention.kind === "region"),
      "two-regions",
    );
  if (/^(?:organi|blocs|groups)/.test(noun))
    return at(
      twoParties(discourse, s, start, (e) => e.mention.kind === "organisation"),
      "two-organisations",
    );
  if (new RegExp(`^(?:${HOLDER})$`).test(noun)) {
    const persons = twoPersons(discourse, s, start);
    const office = OFFICE_OF[noun] ?? persons?.office ?? null;
    if (persons) return at(persons.actors, "two-holders", { office: noun === "leaders" ? persons.office : office });
    return at(twoParties(discourse, s, start, isState), "two-holders", { office });
  }
  return at(twoParties(discourse, s, start, noun === "sides" || noun === "parties" || noun === "delegations" ? isParty : isState), "two");
}

/** The two persons last named, when they act for two actors. */
function twoPersons(discourse: Discourse, s: number, start: number): { actors: string[]; office: string | null } | null {
  const holders = (entities: readonly Entity[]) =>
    entities.filter((e) => (e.mention.person || e.mention.office) && e.mention.actors.length > 0 && e.mention.form !== "body");
  let seen: Entity[] = holders(discourse.inSentence(s, start));
  const back = discourse.sentencesBack(s, 3);
  for (;;) {
    const actors = distinct(seen);
    if (actors.length === 2) {
      const offices = new Set(seen.map((e) => e.mention.office));
      return { actors, office: offices.size === 1 ? seen[0]!.mention.office : null };
    }
    if (actors.length > 2) return null;
    const next = back.next();
    if (next.done) return null;
    seen = [...holders(next.value), ...seen];
  }
}

const NUMBERS: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** "these four countries": a list of just as many before. */
function readMany(discourse: Discourse, s: number, number: string, start: number): string[] | null {
  const count = NUMBERS[number]!;
  const text = discourse.document.text;
  const here = discourse.inSentence(s, start).filter(isState);
  const groups = [here, ...[...discourse.sentencesBack(s, 3)].map((entities) => entities.filter(isState))];
  for (const entities of groups) {
    for (const list of listOf(entities, text)) if (distinct(list).length === count) return distinct(list);
    if (distinct(entities).length === count) return distinct(entities);
    if (distinct(entities).length > count) return null;
  }
  const union = distinct(groups.slice(0, 2).flat());
  if (union.length === count) return union;
  return (
    lastUnique(discourse, s, start, (e) => e.mention.kind === "organisation" && membersIn(discourse, e).length === count, 1)?.flatMap(
      (id) => discourse.lexicon.actor(id)?.members ?? [],
    ) ?? null
  );
}

function membersIn(discourse: Discourse, entity: Entity): readonly string[] {
  return entity.mention.actors.length === 1 ? (discourse.lexicon.actor(entity.mention.actors[0]!)?.members ?? []) : [];
}

/** "the South American country": the state of that region last named. */
function readRegional(discourse: Discourse, s: number, region: string, noun: string, start: number): string[] | null {
  const members = membersOf(discourse, region);
  if (members.size === 0) return null;
  const within = (id: string) => {
    const all = discourse.lexicon.actor(id)?.members ?? [];
    return all.length > 0 && all.filter((member) => members.has(member)).length * 2 > all.length;
  };
  const fits = (e: Entity) =>
    noun === "bloc"
      ? e.mention.kind === "organisation" && e.mention.actors.every(within)
      : isState(e) && e.mention.actors.every((id) => members.has(id));
  if (noun === "bloc") return lastUnique(discourse, s, start, fits, 4);
  const nearest = [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 6)]
    .map((entities) => entities.filter(fits))
    .find((entities) => entities.length > 0);
  const text = discourse.document.text;
  const aside = nearest?.every(
    (e) => /^['’]s\b/.test(text.slice(e.mention.end, e.mention.end + 3)) || e.mention.kind === "place" || e.mention.person !== null,
  );
  if (aside && distinct([...discourse.sentencesBack(s, 6)].flat().filter(fits)).length > 1) return null;
  return lastUnique(discourse, s, start, fits, 6) ?? subjectOf(discourse, members);
}

function subjectOf(discourse: Discourse, members: ReadonlySet<string>): string[] | null {
  return discourse.subjects.length === 1 && members.has(discourse.subjects[0]!) ? [discourse.subjects[0]!] : null;
}

const ISLANDS =
  "ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA VCT TTO ISL GBR IRL MLT CYP MDG MUS SYC COM CPV STP MDV LKA SGP IDN PHL JPN TWN TLS AUS NZL FJI PNG SLB VUT KIR MHL FSM NRU PLW WSM TON TUV BRN BHR";

function membersOf(discourse: Discourse, region: string): ReadonlySet<string> {
  if (region === "island") return new Set(ISLANDS.split(" "));
  const rows = discourse.lexicon.meanings(
    region === "Gulf"
      ? "Gulf Arab"
      : region === "Maghreb" || region === "Sahel"
        ? region
        : region === "Pacific"
          ? "Pacific Islander"
          : region,
  );
  const ids = rows.filter((row) => row.target.startsWith("region:")).map((row) => row.target);
  return new Set(ids.flatMap((id) => discourse.lexicon.actor(id)?.members ?? []));
}

/** The one actor that fits in the nearest sentence that has any. */
function lastUnique(discourse: Discourse, s: number, start: number, fits: (entity: Entity) => boolean, back: number): string[] | null {
  const here = distinct(discourse.inSentence(s, start).filter(fits));
  if (here.length === 1) return here;
  if (here.length > 1) return null;
  for (const entities of discourse.sentencesBack(s, back)) {
    const actors = distinct(entities.filter(fits));
    if (actors.length === 1) return actors;
    if (actors.length > 1) return null;
  }
  return null;
}

/** "his Japanese counterpart", "her counterpart": the same office in the other state. */
function readCounterpart(
  discourse: Discourse,
  s: number,
  groups: Readonly<Record<string, string | undefined>>,
  start: number,
  end: number,
  inside: readonly Mention[],
  after: readonly Mention[],
): Reference | null {
  const whose = groups.holder!.toLowerCase();
  const holder = whose === "its" || whose === "their" ? null : antecedentOfPerson(discourse, s, start);
  const office = holder?.mention.office ?? null;
  const adjective = inside.find((m) => m.form === "demonym");
  if (adjective) return { start: adjective.start, end, actors: adjective.actors, office, rule: "counterpart" };
  if (groups.adjective || /colleagues?$/.test(discourse.document.text.slice(start, end))) return null;
  const text = discourse.document.text;
  const next = after[0];
  if (next && /^,?\s*(?:of|from|in)\s+(?:the\s+)?$/.test(text.slice(end, next.start)) && next.actors.length === 1 && next.kind !== "region")
    return { start, end, actors: next.actors, office, rule: "counterpart" };
  if (next && next.form === "person" && /^,?\s*$/.test(text.slice(end, next.start)) && next.actors.length === 1)
    return { start, end, actors: next.actors, office, person: next.person, rule: "counterpart" };
  const own = holder?.mention.actors ?? (whose === "its" ? antecedentOfIts(discourse, s, start) : null);
  if (own?.length !== 1) return null;
  const pair = discourse.pairAround(s);
  const known = pair?.includes(own[0]!) ? pair : null;
  const around = known ?? distinct([...discourse.inSentence(s, start), ...[...discourse.sentencesBack(s, 1)].flat()].filter(isState));
  const others = around.filter((id) => id !== own[0]);
  return others.length === 1 ? { start, end, actors: others, office, rule: "counterpart" } : null;
}

/** "the former", "the latter": of the last two parties named together. */
function readFormer(discourse: Discourse, s: number, which: string, start: number): string[] | null {
  const named = (entities: readonly Entity[]) =>
    entities.filter(
      (e) => e.mention.form !== "reference" && e.mention.kind !== "place" && e.mention.actors.length === 1 && e.mention.form !== "demonym",
    );
  const here = named(discourse.inSentence(s, start));
  const groups = [here, ...[...discourse.sentencesBack(s, 1)].map(named)];
  for (const entities of groups) {
    if (entities.length === 0) continue;
    const pair =
      listOf(entities, discourse.document.text)
        .filter((list) => distinct(list).length === 2)
        .at(-1) ?? entities;
    const actors = distinct(pair);
    if (actors.length !== 2) return null;
    return [which === "former" ? actors[0]! : actors[1]!];
  }
  return null;
}

const AFTER_PREPOSITION = /\b(?:with|to|from|in|by|at|for|of|against|on)\s+(?:the\s+)?$/;

/** "the country": the one state that is spoken of. */
function readCountry(discourse: Discourse, s: number, start: number): string[] | null {
  const text = discourse.document.text;
  const before = text.slice(Math.max(discourse.sentences[s]!.start, start - 24), start);
  const visited =
    /\b(?:visit(?:ed|s|ing)?|tour(?:ed|s|ing)?|left|leave|leaving|reached|invited|invaded|entered|recogni[sz]ed?|to|into|with|against|toward|towards|sanctioned)\s+$/i.test(
      before,
    );
  const object =
    visited ||
    /\b(?!(?:was|is|has|as|across|its|this|less|unless|besides|towards|perhaps|since)\b)\p{Ll}+(?:ed|ing|es|s)\s+$/u.test(before);
  const spoken = (e: Entity) => isState(e) && (e.mention.form !== "demonym" || e.mention.actors.length === 1);
  const here = distinct(discourse.inSentence(s, start).filter(spoken));
  const last = /^[Tt]hat/.test(text.slice(start, start + 4))
    ? here.length === 0 && [...discourse.sentencesBack(s, 1)][0]?.filter(spoken).at(-1)
    : null;
  if (last) return last.mention.actors.length === 1 ? [...last.mention.actors] : null;
  if (here.length === 1 && !object) return here;
  if (here.length > 1) return null;
  for (const entities of discourse.sentencesBack(s, 2)) {
    const states = entities.filter(spoken);
    const others = distinct(states).filter((id) => !here.includes(id));
    if (others.length === 1 && (here.length === 1 || distinct(states).length === 1)) return others;
    if (states.length === 0) continue;
    const subject = states.find((e) => e.subject && e.mention.actors.length === 1);
    const oblique = states.every(
      (e) =>
        e.mention.actors[0] === subject?.mention.actors[0] ||
        AFTER_PREPOSITION.test(text.slice(Math.max(0, e.mention.start - 12), e.mention.start)),
    );
    if (here.length === 0 && !object && subject && oblique && distinct(states).length === 2 && states[0] === subject)
      return [...subject.mention.actors];
    return null;
  }
  const section = discourse.sectionActor(s);
  if (section && here.length === 0 && discourse.subjects.length === 0) return [section];
  if (here.length === 0 && discourse.subjects.length === 1 && !section) return [discourse.subjects[0]!];
  return null;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  bloc: /^(?:bloc|regional-organisation|informal-group|alliance)$/,
  bank: /bank/,
  lender: /bank/,
  forum: /^(?:forum|informal-group)$/,
  group: /^(?:informal-group|forum)$/,
  grouping: /^(?:informal-group|forum|bloc)$/,
  alliance: /^(?:alliance|bloc)$/,
  fund: /^fund$/,
  treaty: /^(?:treaty)$/,
  pact: /^(?:treaty|alliance)$/,
  court: /^court$/,
  mechanism: /^(?:forum|bloc|informal-group)$/,
};

/** "the bloc", "the bank", "the organization": the organisation of that sort last named. */
function readBody(discourse: Discourse, s: number, noun: string, words: string, start: number): string[] | null {
  const singular = noun.replace("organization", "organisation");
  const sort = CLASSES[singular];
  const fits = (e: Entity): boolean => {
    if (e.mention.kind !== "organisation" || e.mention.actors.length !== 1) return false;
    const actor = discourse.lexicon.actor(e.mention.actors[0]!);
    if (!actor) return singular === "organisation";
    if (sort) return sort.test(actor.class ?? "") || new RegExp(`\\b${noun}\\b`, "i").test(actor.name);
    if (singular === "organisation") return !/^(?:treaty|court)$/.test(actor.class ?? "") && !/bank|fund/.test(actor.class ?? "");
    return new RegExp(`\\b${noun}\\b`, "i").test(actor.name);
  };
  if (/^(?:group|council|court|community|pact|commission|agency)$/.test(noun) && /^this|^that/.test(words)) return null;
  const last = lastUnique(discourse, s, start, fits, 3);
  if (last) return last;
  const heading = discourse.headingMentions(s).filter((m) => fits({ mention: m, sentence: s, section: 0, subject: false }));
  return heading.length === 1 && discourse.inSentence(s, start).length === 0 ? [...heading[0]!.actors] : null;
}

/** "the region": the region last named. */
function readRegion(discourse: Discourse, s: number, start: number): string[] | null {
  return lastUnique(
    discourse,
    s,
    start,
    (e) => e.mention.kind === "region" && e.mention.actors.length === 1 && e.mention.form !== "office",
    4,
  );
}

/** "the president": the holder of that office last named, when there is only one about. */
function readTitle(discourse: Discourse, s: number, noun: string, start: number, at: At): Reference | null {
  const office = {
    president: "head-of-state",
    "prime minister": "head-of-government",
    premier: "head-of-government",
    chancellor: "head-of-government",
    "foreign minister": "foreign-minister",
    ambassador: "ambassador",
    king: "head-of-state",
    general: "military",
  }[noun];
  const fits = (e: Entity) => {
    if (!e.mention.office || e.mention.actors.length !== 1 || e.mention.form === "body") return false;
    if (noun === "leader") return /^head-of/.test(e.mention.office);
    if (noun === "minister") return /minister$/.test(e.mention.office);
    return e.mention.office === office;
  };
  const groups = [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 2)];
  const holders = groups.flat().filter(fits);
  const actors = distinct(holders);
  if (actors.length !== 1) return null;
  const persons = new Set(holders.map((e) => e.mention.person).filter(Boolean));
  if (persons.size > 1) return null;
  return at(actors, "title", { person: [...persons][0] ?? null, office: holders.at(-1)!.mention.office });
}
