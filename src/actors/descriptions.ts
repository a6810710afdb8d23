import { membersOf, statesDescribed } from "./country-attributes.ts";
import type { Discourse, Entity } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import { type Anaphor, type Candidate, choose, distinct, isState, salienceOf, WEIGHTS } from "./salience.ts";

/** Without a description that only one fits, the best state must stand out by this much. */
const CLEAR = 1.8;
const REACH = 3;
/** A description that few states fit reaches further back. */
const FAR = 6;

/**
 * The state that "the country" or "the government" means: the one in focus, by where it stands. With `fits` only states of
 * that set are asked, and further back. A state is not the other side of its own clause: "Japan visited the country".
 */
export function stateInFocus(
  discourse: Discourse,
  anaphor: Anaphor,
  fits: ReadonlySet<string> | null = null,
  later: readonly Mention[] = [],
): readonly string[] | null {
  const candidates: Candidate[] = [];
  // nobody is named by his name after he was described in the same sentence
  const sides = new Set([...clauseSides(discourse, anaphor), ...later.flatMap((m) => (m.form === "name" ? m.actors : []))]);
  const reach = fits ? FAR : REACH;
  for (const entities of [discourse.inSentence(anaphor.sentence, anaphor.start), ...discourse.sentencesBack(anaphor.sentence, reach)])
    for (const entity of entities) {
      const { mention, stand, sentence } = entity;
      if (!isState(entity) && !(mention.kind === "place" && mention.actors.length === 1 && mention.form === "capital")) continue;
      if (mention.actors.some((id) => sides.has(id))) continue;
      if (fits && !mention.actors.some((id) => fits.has(id))) continue;
      for (const id of mention.actors.filter((one) => fits === null || fits.has(one)))
        candidates.push({
          actors: [id],
          entity,
          key: id,
          sentence,
          start: mention.start,
          end: mention.end,
          stand,
          score:
            salienceOf(discourse, anaphor, { sentence, start: mention.start, end: mention.end, stand }) +
            (mention.person !== null || mention.office !== null ? -2.2 : 0) +
            (anaphor.stand?.role === "object" && stand?.role === "oblique" ? WEIGHTS.parallel : 0) +
            (mention.form === "demonym" ? 0.6 : 0) +
            (isItsOwn(discourse, anaphor, entity) ? -1.5 : 0) +
            (fits ? WEIGHTS.prominence * discourse.prominenceOf(id) : 0),
        });
    }
  const [page] = discourse.subjects;
  const section = discourse.sectionActor(anaphor.sentence);
  if (discourse.subjects.length === 1 && page && !sides.has(page) && (fits === null || fits.has(page)) && !(section && section !== page))
    candidates.push(ofPlace(page, anaphor, fits || candidates.length === 0 ? 1 : 2.2));
  else if (page && discourse.subjects.length === 1 && !sides.has(page) && fits === null && othersNamed(discourse, anaphor, page))
    // under "Russia" on a country's page: "Soviet troops, stationed in the country"
    candidates.push(ofPlace(page, anaphor, 2.2));
  else if (section && discourse.subjects.length === 0 && !sides.has(section) && (fits === null || fits.has(section)))
    candidates.push(ofPlace(section, anaphor, 1));
  const chosen = choose(candidates, fits ? WEIGHTS.margin : CLEAR);
  // "Nicaragua's Ortega" is only an aside where others fit too
  const aside = chosen?.stand?.role === "possessor" || chosen?.stand?.role === "modifier" || Boolean(chosen?.entity?.mention.person);
  if (!chosen || (fits && aside && new Set(candidates.map((c) => c.key)).size > 1)) return null;
  return chosen.actors;
}

const SUPERLATIVE = /^['’]s (?:first|only|last|\p{Ll}+est|most|own|second|third)\b/u;

/** "Fiji declined requests to buy the country's bonds": of its own bonds the words would have been "its". */
function isItsOwn(discourse: Discourse, { sentence, end, stand }: Anaphor, entity: Entity): boolean {
  if (stand?.role !== "possessor" || entity.sentence !== sentence || !entity.subject || entity.mention.form !== "name") return false;
  return !SUPERLATIVE.test(discourse.document.text.slice(end, end + 16));
}

const RULER = /^(?:head|leader|president|ruler|king|emperor|dictator|premier|monarch|chief|head of state)$/i;

/** "became the leader of the country", "fled the island": the state of the one of whom it is told. */
function whereHeRules(discourse: Discourse, { sentence, start, stand }: Anaphor): readonly string[] | null {
  const roles = discourse.rolesOf(sentence);
  if (!roles || !stand) return null;
  const over = roles.nodes[stand.node]!.head;
  const isHeld =
    over >= 0 && (roles.children(over, "cop").length > 0 || /^(?:become|remain)$/.test(roles.nodes[roles.nodes[over]!.head]?.lemma ?? ""));
  const headed = isHeld && stand.preposition === "of" && RULER.test(roles.nodes[over]!.lemma);
  const ruled =
    stand.role === "object" &&
    over === stand.clause &&
    over >= 0 &&
    /^(?:flee|rule|govern|lead|run)$/.test(roles.nodes[over]!.lemma.toLowerCase());
  if (!headed && !ruled) return null;
  const subject = roles.subjectOf(headed && roles.isPredicate(over) ? over : stand.clause);
  const person = discourse
    .inSentence(sentence, start)
    .find(
      (e) =>
        subject >= 0 &&
        e.stand !== null &&
        (e.stand.node === subject || e.stand.top === subject) &&
        (e.mention.person !== null || e.mention.office !== null),
    );
  return person?.mention.actors.length === 1 ? person.mention.actors : null;
}

function othersNamed(discourse: Discourse, anaphor: Anaphor, page: string): boolean {
  const here = distinct(discourse.inSentence(anaphor.sentence, anaphor.start).filter(isState));
  return here.length > 0 && !here.includes(page);
}

function ofPlace(id: string, anaphor: Anaphor, score: number): Candidate {
  return { actors: [id], entity: null, key: id, sentence: anaphor.sentence, start: 0, end: 0, stand: null, score };
}

/** Actors that are another argument of the clause in which the words are an object, or the place of what is done. */
function clauseSides(discourse: Discourse, anaphor: Anaphor): ReadonlySet<string> {
  const found = new Set<string>();
  const roles = discourse.rolesOf(anaphor.sentence);
  const { stand } = anaphor;
  // "it remains the country's largest donor"
  const owned = roles && stand?.role === "possessor" ? roles.nodes[stand.node]!.head : -1;
  const isPredicate =
    roles !== null &&
    owned >= 0 &&
    (roles.children(owned, "cop").length > 0 || /^(?:become|remain|be)$/.test(roles.nodes[roles.nodes[owned]!.head]?.lemma ?? ""));
  if (!roles || !stand || !(isPredicate || ["object", "oblique", "recipient"].includes(stand.role))) return found;
  const subject = roles.subjectOf(isPredicate && roles.children(owned, "cop").length > 0 ? owned : stand.clause);
  for (const entity of discourse.inSentence(anaphor.sentence)) {
    if (!entity.stand) continue;
    const isSubject = subject >= 0 && (entity.stand.node === subject || entity.stand.group === roles.standOf(subject).group);
    // "after the coup in Niger, the union suspended the country"
    const argument =
      roles.nodes[entity.stand.top]!.head === entity.stand.clause && !/^(?:in|after|before|since|during)$/.test(entity.stand.preposition);
    const beside =
      entity.stand.clause === stand.clause && argument && entity.stand.role !== "possessor" && entity.stand.role !== "modifier";
    if (isSubject || (beside && entity.mention.start < anaphor.start && entity.mention.kind !== "place"))
      for (const id of entity.mention.actors) found.add(id);
  }
  return found;
}

/** "the country", "the island nation", "the landlocked republic", "the South American neighbour". */
export function readDescribed(
  discourse: Discourse,
  anaphor: Anaphor,
  later: readonly Mention[],
  adjectives: string,
  noun: string,
  det: string,
): readonly string[] | null {
  if (/^(?:new|newly independent|fledgling|nascent|young|infant|new-?born)$/i.test(adjectives.trim()) && det === "the ")
    return newState(discourse, anaphor);
  const fits = statesDescribed(adjectives, noun, discourse.lexicon);
  if (fits?.size === 0) return null;
  const ruled = adjectives === "" ? whereHeRules(discourse, anaphor) : null;
  if (ruled) return ruled;
  if (/^(?:neighbou?r|power|giant|territory|colony)$/.test(noun) && fits === null) return null;
  // "the state" is the state as such; "the oil-rich state" is one
  if (noun === "state" && adjectives === "") return null;
  if (noun === "isle" || noun === "island")
    return stateInFocus(discourse, anaphor, fits ?? statesDescribed("", "island", discourse.lexicon), later);
  if (det === "that" && fits === null) return lastOther(discourse, anaphor);
  const found = stateInFocus(discourse, anaphor, fits, later);
  if (found || fits !== null || !/^(?:country|nation)$/.test(noun)) return found;
  // "Japan financed 26 projects in the country": that in whose press it is told
  const press = discourse.pressAt(anaphor.sentence);
  return press === null || clauseSides(discourse, anaphor).has(press) ? null : [press];
}

const BORN = /^(?:recogni[sz]e|admit|liberate)$/;
const BREAKS_AWAY = /^(?:declare|proclaim|gain|win|achieve|become|attain|secede|separate|split|break|obtain|get|receive)$/;

/** "the new state": the one that was recognised or became independent, by the words of this sentence or those just before. */
function newState(discourse: Discourse, anaphor: Anaphor): readonly string[] | null {
  const { text } = discourse.document;
  for (const entities of [discourse.inSentence(anaphor.sentence, anaphor.start), ...discourse.sentencesBack(anaphor.sentence, REACH)]) {
    const born = entities.filter((e) => {
      const roles = discourse.rolesOf(e.sentence);
      if (!isState(e) || e.mention.actors.length !== 1) return false;
      // "Independence of South Sudan.": an entry without a verb
      if (/\b(?:independence|statehood|secession) of (?:the )?$/i.test(text.slice(Math.max(0, e.mention.start - 24), e.mention.start)))
        return true;
      if (!e.stand || !roles) return false;
      const verb = verbOf(discourse, e);
      if ((e.stand.role === "object" || (e.subject && roles.isPassive(e.stand.clause))) && BORN.test(verb)) return true;
      const owned = roles.nodes[roles.nodes[e.stand.node]!.head]?.lemma ?? "";
      if (e.stand.role === "possessor" || e.stand.preposition === "of")
        return /^(?:independence|statehood|recognition|secession)$/.test(owned);
      const { start, end } = discourse.sentences[e.sentence]!;
      return e.subject && BREAKS_AWAY.test(verb) && /\bindependen(?:ce|t)\b|\bseced|\bbroke away\b/.test(text.slice(start, end));
    });
    const actors = distinct(born);
    if (actors.length > 0) return actors.length === 1 ? actors : null;
  }
  return null;
}

/** "that country": the one last named. */
function lastOther(discourse: Discourse, anaphor: Anaphor): readonly string[] | null {
  const roles = discourse.rolesOf(anaphor.sentence);
  const here = discourse.inSentence(anaphor.sentence, anaphor.start).filter(isState);
  if (here.length > 0) {
    const last = here.at(-1)!;
    // "held mandates for Cuba until that country reopened": what another clause names
    const another = anaphor.stand?.role === "subject" && last.stand !== null && last.stand.clause !== anaphor.stand.clause;
    if (roles && another) return !last.subject && last.mention.actors.length === 1 ? last.mention.actors : null;
    // "Grenada thanked Beijing. Its prime minister visited that country": none of those who do it
    if (anaphor.stand?.role === "subject" || !here.every((e) => e.subject || e.stand?.role === "possessor")) return null;
  }
  const doers = new Set(distinct(here));
  for (const entities of discourse.sentencesBack(anaphor.sentence, 1)) {
    const last = entities.filter((e) => isState(e) && !e.mention.actors.some((id) => doers.has(id))).at(-1);
    return last?.mention.actors.length === 1 ? last.mention.actors : null;
  }
  return null;
}

/** "the host": the state where what was told takes place; for "his host" not his own. */
export function readHost(
  discourse: Discourse,
  anaphor: Anaphor,
  fits: ReadonlySet<string> | null,
  own: readonly string[],
): readonly string[] | null {
  // of a text on two, the other one
  if (fits === null && own.length === 1 && discourse.subjects.length === 2 && discourse.subjects.includes(own[0]!))
    return discourse.subjects.filter((id) => id !== own[0]);
  const about: Entity[] = [];
  for (const entities of [discourse.inSentence(anaphor.sentence, anaphor.start), ...discourse.sentencesBack(anaphor.sentence, FAR)]) {
    const open = entities.filter(
      (e) => e.mention.actors.length === 1 && (fits === null || fits.has(e.mention.actors[0]!)) && !own.includes(e.mention.actors[0]!),
    );
    const places = open.filter(
      (e) =>
        e.mention.kind === "place" ||
        ((e.mention.form === "capital" || e.mention.form === "city" || e.mention.form === "name") &&
          isState(e) &&
          (/^(?:in|at|to)$/.test(e.stand?.preposition ?? "") || (e.stand?.role === "object" && GOES.test(verbOf(discourse, e))))) ||
        (/^(?:host|receive|welcome|convene|invite|open)$/.test(verbOf(discourse, e)) && e.subject),
    );
    const actors = distinct(places);
    if (actors.length > 0) return actors.length === 1 ? actors : [places.at(-1)!.mention.actors[0]!];
    about.push(...open);
  }
  return fits !== null && distinct(about).length === 1 ? distinct(about) : null;
}

/** "there": the state that the sentence, or the one before, names last as a place: in it, to it, or visited. */
export function placeSpokenOf(discourse: Discourse, s: number, start: number): readonly string[] | null {
  for (const entities of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 2)]) {
    const places = entities.filter(
      (e) =>
        e.mention.actors.length === 1 &&
        e.mention.person === null &&
        e.mention.office === null &&
        (e.mention.kind === "place" || isState(e)) &&
        e.mention.form !== "demonym" &&
        (/^(?:in|to|at|into|from|near)$/.test(e.stand?.preposition ?? "") ||
          (e.stand?.role === "object" && GOES.test(verbOf(discourse, e)))),
    );
    const last = places.at(-1);
    if (last)
      return new Set(places.map((e) => e.mention.actors[0])).size === 1 || /^(?:in|to|at|into)$/.test(last.stand?.preposition ?? "")
        ? last.mention.actors
        : null;
    const named = new Set(entities.filter((e) => e.mention.kind === "place" || isState(e)).map((e) => e.mention.actors[0]));
    // "Mogadishu is a case apart. The minister arrived there": the only place that is spoken of
    const [only] = entities.filter((e) => e.sentence < s && e.subject && isBarePlace(e.mention));
    if (only && named.size === 1) return only.mention.actors;
    if (distinct(entities.filter(isState)).length > 1) return null;
  }
  return null;
}

function isBarePlace({ actors, kind, form, person, office }: Mention): boolean {
  if (actors.length !== 1 || person !== null || office !== null) return false;
  return kind === "place" || (kind === "state" && (form === "name" || form === "capital" || form === "city"));
}

/** What is visited is the host. */
const GOES = /^(?:visit|tour)$/;

/** "the visitor", "the guest": who came, in the sentence or the one before. */
export function readGuest(discourse: Discourse, anaphor: Anaphor): Entity | null {
  for (const entities of [discourse.inSentence(anaphor.sentence, anaphor.start), ...discourse.sentencesBack(anaphor.sentence, FAR)]) {
    const came = entities.filter((e) => {
      if (e.mention.actors.length !== 1 || (e.mention.person === null && e.mention.office === null)) return false;
      const verb = verbOf(discourse, e);
      if (e.subject) return /^(?:visit|arrive|fly|land|tour|travel|come|pay|call|attend)$/.test(verb) || isOnVisit(discourse, e);
      return e.stand?.role === "object" && /^(?:receive|welcome|host|invite|greet)$/.test(verb);
    });
    if (came.length > 0) return new Set(came.map((e) => e.mention.actors[0])).size === 1 ? came[0]! : null;
  }
  return null;
}

/** "stays today in an official visit to", "who is on a visit": said right behind the name. */
function isOnVisit({ document }: Discourse, { mention }: Entity): boolean {
  return /^[^.;]{0,30}\b(?:is|was|are|stays|stayed|remains)\b[^.;]{0,20}\b(?:on|in) an? (?:\p{L}+[ -]){0,3}visit\b/u.test(
    document.text.slice(mention.end, mention.end + 100),
  );
}

function verbOf(discourse: Discourse, entity: Entity): string {
  return discourse.rolesOf(entity.sentence)?.nodes[entity.stand?.clause ?? -1]?.lemma.toLowerCase() ?? "";
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  bloc: /^(?:bloc|regional-organisation|informal-group|alliance)$/,
  bank: /bank/,
  lender: /bank/,
  forum: /^(?:forum|informal-group)$/,
  group: /^(?:informal-group|forum)$/,
  grouping: /^(?:informal-group|forum|bloc|regional-organisation)$/,
  alliance: /^(?:alliance|bloc)$/,
  fund: /^fund$/,
  treaty: /^(?:treaty)$/,
  pact: /^(?:treaty|alliance)$/,
  court: /^court$/,
  tribunal: /^court$/,
  mechanism: /^(?:forum|bloc|informal-group)$/,
  agency: /^(?:un-body|universal)$/,
  mission: /^(?:un-)?mission$/,
  "peacekeeping force": /^(?:un-)?mission$/,
  body: /^(?:regional-organisation|bloc|universal|un-body)$/,
};

/** Sorts of which a text seldom names two. */
const RARE: ReadonlySet<string> = new Set([
  "court",
  "tribunal",
  "bank",
  "lender",
  "fund",
  "bloc",
  "alliance",
  "mission",
  "peacekeeping force",
]);

/** Members come and go: a count that was right once. */
export function isAbout(members: number, count: number): boolean {
  return members > 0 && Math.abs(members - count) <= Math.max(1, Math.round(count / 10));
}

/** Adjectives of organisations that tell none from another. */
const DESCRIBES =
  /^(?:(?:regional|sub-?regional|economic|trade|trading|customs|military|political|multilateral|intergovernmental|international|supranational|continental|global|world|western|security|defen[cs]e|development|financial|monetary|pan-\S+|\S+-(?:nation|member|country|state|strong|based))(?: |$))+$/i;

/**
 * "the bloc", "the 27-nation bloc", "the world body": the organisation of that sort last named, or last called so.
 *
 * @param others whom it deals with in the same breath: "the bloc's agreement with the European Union"
 */
export function readBody(
  discourse: Discourse,
  s: number,
  noun: string,
  words: string,
  start: number,
  others: readonly string[] = [],
): readonly string[] | null {
  // "the Cooperation Council", where the Gulf Cooperation Council is named: the end of its name
  const tail = /^[Tt]he ((?:\p{Lu}[\p{L}-]+ ){1,2}\p{Lu}\p{L}+)$/u.exec(words)?.[1];
  const whole = tail ? discourse.bodiesNamed(tail) : [];
  if (whole.length === 1) return whole;
  const singular = noun.replace("organization", "organisation");
  const sort = CLASSES[singular];
  const adjectives = words.replace(/^\S+ /, "").slice(0, -noun.length).trim();
  const count = Number(/^(\d+)-/.exec(adjectives)?.[1] ?? Number.NaN);
  if (adjectives !== "" && !DESCRIBES.test(adjectives) && membersOf(adjectives, discourse.lexicon).size === 0) return null;
  if (
    singular === "body" &&
    Number.isNaN(count) &&
    !/^(?:world|continental|regional|global|international|pan-\S+|sub-?regional)$/i.test(adjectives)
  )
    return null;
  const fits = (e: Entity): boolean => {
    if (e.mention.kind === "group") return singular === "group" && e.mention.actors.length === 1 && adjectives === "";
    if (e.mention.kind !== "organisation" || e.mention.actors.length !== 1 || others.includes(e.mention.actors[0]!)) return false;
    const actor = discourse.lexicon.actor(e.mention.actors[0]!);
    // an organ of a bloc is none itself
    if (/^(?:bloc|grouping|alliance)$/.test(singular) && actor && ORGAN.test(actor.name)) return false;
    if (!actor) return singular === "organisation";
    if (!Number.isNaN(count) && !isAbout(actor.members.length, count)) return false;
    if (/^world$/i.test(adjectives)) return actor.id === "org:un";
    if (/^continental$/i.test(adjectives)) return /^(?:org:au|org:oas|org:eu|org:asean)$/.test(actor.id);
    if (sort) return sort.test(actor.class ?? "") || new RegExp(`\\b${noun}\\b`, "i").test(actor.name);
    if (singular === "organisation") return !/^(?:treaty|court)$/.test(actor.class ?? "") && !/bank|fund/.test(actor.class ?? "");
    return new RegExp(`\\b${noun}\\b`, "i").test(actor.name);
  };
  if (/^(?:council|court|community|pact|commission|agency)$/.test(noun) && /^this|^that/i.test(words)) return null;
  // "the Organization" on its own page, where no other was just named in the sentence
  const page = adjectives === "" && !/^th[ei]s[e]?\s/i.test(words) ? discourse.pageBody : null;
  const isPages =
    page !== null &&
    new RegExp(`\\b${singular.replace("organisation", "organi[sz]ation")}\\b`, "i").test(discourse.lexicon.actor(page)?.name ?? "");
  if (isPages && !discourse.inSentence(s, start).some((e) => fits(e) && e.mention.actors[0] !== page)) return [page];
  const back = sort && RARE.has(singular) ? FAR : REACH;
  const last = lastUnique(discourse, s, start, fits, back) ?? lastUnique(discourse, s, start, (e) => fits(e) && isCalled(e, noun), back);
  if (last) return last;
  // "the Forum" with a capital letter is a name, and need not stand near the longer one
  const capital = new RegExp(`^[Tt]he (${noun})$`, "i").exec(words)?.[1];
  if (
    capital &&
    /^\p{Lu}/u.test(capital) &&
    /^(?:forum|bank|alliance|community|union|commission|council|fund|league|organi[sz]ation|association|group|court|treaty|pact|agency|initiative|dialogue|partnership|coalition|authority|convention|process|network|facility|platform|conference|protocol|covenant|assembly|board)$/.test(
      noun,
    )
  ) {
    const bodies = discourse.bodiesNamed(capital);
    if (bodies.length === 1) return bodies;
    const organs = bodies.length === 0 ? discourse.organsNamed(capital) : [];
    if (organs.length === 1) return organs;
  }
  const heading = discourse.headingMentions(s).filter((m) => fits({ mention: m, sentence: s, section: 0, stand: null, subject: false }));
  return heading.length === 1 && discourse.inSentence(s, start).length === 0 ? heading[0]!.actors : null;
}

const ORGAN = /\b(?:Commission|Secretariat|Parliament|Court|Tribunal|Bank|Council of Ministers)\b/;

/** Called so before: "the bloc" that was meant goes on being meant. */
function isCalled({ mention }: Entity, noun: string): boolean {
  return mention.form === "reference" ? mention.text.toLowerCase().endsWith(noun) : new RegExp(`\\b${noun} `, "i").test(mention.text);
}

/** The one actor that fits in the nearest sentence that has any. */
export function lastUnique(
  discourse: Discourse,
  s: number,
  start: number,
  fits: (entity: Entity) => boolean,
  back: number,
): readonly string[] | null {
  for (const entities of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, back)]) {
    const actors = distinct(entities.filter(fits));
    if (actors.length > 0) return actors.length === 1 ? actors : null;
  }
  return null;
}
