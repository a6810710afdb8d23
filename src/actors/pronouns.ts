import type { Discourse, Entity } from "./discourse.ts";
import { headOf, isPerson, isPlural, personKey } from "./entity-kinds.ts";
import { genderOf } from "./gender.ts";
import { quotationAround, wordsOfSpeaker } from "./in-quotation.ts";
import type { Mention } from "./mention.ts";
import { answersRequest, expectationOf, isEmptyIt, isOfAnother } from "./pronoun-cues.ts";
import type { Rival } from "./rivals.ts";
import {
  type Anaphor,
  type Candidate,
  choose,
  distinct,
  groupsOf,
  isParty,
  isState,
  joinedBefore,
  salienceOf,
  WEIGHTS,
} from "./salience.ts";
import type { SentenceRoles, Stand } from "./sentence-roles.ts";
import { subjectAhead } from "./subject-ahead.ts";
import { isDoerOfGerund, isOfEach, isOutcome, notTheirOwn, sharedOwner, whoWarns } from "./whose-not.ts";

const FIRST_PERSON = "reference/we";
/** What speaks against a person whose own state is the other side of what the person does. */
const OTHER_SIDE = 1.5;
/** How surely the one who was asked is the one who answers. */
const ANSWERS = 3;
/** How many sentences back a pronoun looks. */
const REACH = 2;

/** "it", "its": the one state, organisation or group that fits best; never a person. `later` are names that follow in the sentence. */
export function antecedentOfIt(discourse: Discourse, anaphor: Anaphor, later: readonly Mention[]): readonly string[] | null {
  const text = discourse.document.text;
  const { start: from, end: to } = discourse.sentences[anaphor.sentence]!;
  if (!anaphor.possessive && isEmptyIt(text.slice(Math.max(from, anaphor.start - 20), anaphor.start), text.slice(anaphor.end, to)))
    return null;
  const ahead = subjectAhead(discourse, anaphor, later, (m) => m.kind === "state" && m.form === "name" && m.person === null);
  if (ahead) return ahead.actors;
  const roles = discourse.rolesOf(anaphor.sentence);
  const expected = roles && anaphor.stand ? expectationOf(roles, anaphor.stand, anaphor.possessive) : 0;
  const besides = new Set([
    ...otherSides(discourse, anaphor, later),
    ...boundIn(discourse, anaphor, (e) => e.mention.actors),
    ...pointedAt(discourse, anaphor, text.slice(anaphor.end, to)),
    ...notTheirOwn(discourse, anaphor),
    ...whoWarns(discourse, anaphor, text.slice(anaphor.end, to)),
  ]);
  const shared = sharedOwner(discourse, anaphor);
  if (shared) return shared.actors;
  const doer = discourse
    .inSentence(anaphor.sentence, anaphor.start)
    .findLast((e) => isOneParty(e) && isDoerOfGerund(discourse, anaphor, e));
  if (doer) return doer.mention.actors;
  const member = anaphor.possessive && isMembers(discourse, anaphor);
  const candidates: Candidate[] = [];
  for (const entities of within(discourse, anaphor, REACH)) {
    const grouped = new Set(groupsOf(entities.filter(isParty)).flat());
    for (const entity of entities) {
      if (
        !isOneParty(entity) ||
        grouped.has(entity) ||
        (isJoined(discourse, entity) && !isBesideOwned(discourse, anaphor, entity)) ||
        besides.has(entity.mention.actors[0]!) ||
        isBound(discourse, anaphor, entity) ||
        (member && entity.mention.kind !== "organisation")
      )
        continue;
      candidates.push(candidateOf(discourse, anaphor, entity, expected * WEIGHTS.expects + blame(text, entity, anaphor)));
    }
  }
  const page = discourse.pageBody ?? discourse.subjects[0];
  if (page && discourse.subjects.length < 2 && !besides.has(page) && (!member || discourse.pageBody !== null))
    candidates.push({
      actors: [page],
      entity: null,
      key: page,
      sentence: anaphor.sentence,
      start: 0,
      end: 0,
      stand: null,
      score: WEIGHTS.page + expected * WEIGHTS.expects,
    });
  const isDoneTo = (rival: Rival): boolean =>
    roles !== null &&
    anaphor.stand?.role === "subject" &&
    rival.sentence === anaphor.sentence &&
    isInOpeningParticiple(roles, rival.stand.node, anaphor.stand.clause);
  for (const rival of rivalsWithin(discourse, anaphor, 1))
    if (!rival.plural && (!rival.human || rival.named) && !isDoneTo(rival))
      candidates.push(rivalOf(discourse, anaphor, rival, expectedOfRival(rival, expected)));
  return choose(candidates, WEIGHTS.margin, WEIGHTS.floor)?.actors ?? null;
}

/** "he", "his", "him": the person who fits best. */
export function antecedentOfPerson(discourse: Discourse, anaphor: Anaphor, later: readonly Mention[] = []): Mention | null {
  const word = discourse.document.text.slice(anaphor.start, anaphor.end).toLowerCase();
  const female = /^(?:she|her)/.test(word);
  const agrees = (gender: "female" | "male" | null): boolean => gender === null || (gender === "female") === female;
  const ahead = subjectAhead(discourse, anaphor, later, (m) => isPerson(m) && agrees(genderOf(m)));
  if (ahead) return ahead;
  const candidates: Candidate[] = [];
  const named = (e: Entity): string => e.mention.person ?? "";
  const bound = boundIn(discourse, anaphor, (e) => [named(e)]);
  // "he ordered the Colombian embassy to close": hardly a Colombian, and a woman or a man may be of any state
  const besides = anaphor.possessive ? new Set<string>() : otherSides(discourse, anaphor, later);
  // "his visit is expected," the minister said: who speaks is not "he"
  const speaker = wordsOfSpeaker(discourse.document.text, anaphor.start);
  const speaks = (e: Entity): boolean => speaker !== null && e.subject && e.mention.start >= speaker.start && e.mention.end <= speaker.end;
  for (const entities of within(discourse, anaphor, REACH))
    for (const entity of entities) {
      if (speaks(entity)) continue;
      if (!isOnePerson(entity) || isBound(discourse, anaphor, entity) || (entity.mention.person && bound.has(named(entity)))) continue;
      const gender = genderOf(entity.mention);
      if (!agrees(gender)) continue;
      candidates.push({
        ...candidateOf(
          discourse,
          anaphor,
          entity,
          (gender === null ? 0 : 0.4) +
            blame(discourse.document.text, entity, anaphor) -
            (besides.has(entity.mention.actors[0]!) ? OTHER_SIDE : 0),
        ),
        key: personKey(entity, entities),
      });
    }
  for (const rival of rivalsWithin(discourse, anaphor, REACH))
    if (rival.human && !rival.plural && !rival.joined)
      // the stranger who is the subject of the clause just before is nearer than anybody of another sentence
      candidates.push(
        rivalOf(discourse, anaphor, rival, rival.sentence === anaphor.sentence && rival.stand.role === "subject" ? WEIGHTS.parallel : 0),
      );
  // "I met him on his visit," she said: who speaks is "I"
  const quoted = quotationAround(discourse.document.text, anaphor.start);
  const spoken = candidates.filter((c) => c.entity && quoted && c.start >= quoted.start);
  if (spoken.length > 0) candidates.splice(0, candidates.length, ...spoken);
  const headed = candidates.some((c) => c.entity) ? null : discourse.headedBy(anaphor.sentence);
  if (headed && agrees(genderOf(headed))) return headed;
  const chosen = choose(candidates);
  // "Toledo received Lagos at his palace"
  const inClause = candidates.filter((c) => c.sentence === anaphor.sentence && c.entity && c.stand?.clause === anaphor.stand?.clause);
  if (anaphor.possessive && chosen?.stand?.role === "subject" && inClause.some((c) => c.key !== chosen.key)) return null;
  const whole = candidates.find((c) => c.key === chosen?.key && c.entity?.mention.person)?.entity ?? chosen?.entity;
  return whole?.mention ?? null;
}

/** "they", "their", "them": parties joined, a reference to several, one actor in the plural. */
export function antecedentOfThey(discourse: Discourse, anaphor: Anaphor): readonly string[] | null {
  const roles = discourse.rolesOf(anaphor.sentence);
  const expected = roles && anaphor.stand && !anaphor.possessive ? expectationOf(roles, anaphor.stand, false) : 0;
  const candidates: Candidate[] = [];
  const each = isOfEach(discourse, anaphor);
  const keyOf = (actors: readonly string[]): string => [...actors].sort().join(" ");
  const bound = boundIn(discourse, anaphor, (e) => [keyOf(e.mention.actors)]);
  for (const entities of within(discourse, anaphor, REACH)) {
    const parties = entities.filter((e) => isParty(e) && (e.mention.kind !== "region" || e.mention.form === "reference"));
    for (const entity of parties) {
      if (entity.mention.actors.length > 1 || (!each && isPlural(entity))) {
        if (!isBound(discourse, anaphor, entity) && !bound.has(keyOf(entity.mention.actors)))
          candidates.push(candidateOf(discourse, anaphor, entity, entity.mention.actors.length > 1 ? 0.5 : 0));
      }
    }
    for (const group of groupsOf(parties.filter((e) => e.mention.form !== "demonym" || /s$/.test(e.mention.text)))) {
      if (group.some((e) => isBound(discourse, anaphor, e))) continue;
      const { sentence, mention, stand } = group[0]!;
      const score = salienceOf(discourse, anaphor, { sentence, start: mention.start, end: mention.end, stand });
      candidates.push({
        actors: distinct(group),
        entity: null,
        key: [...distinct(group)].sort().join(" "),
        sentence,
        start: mention.start,
        end: group.at(-1)!.mention.end,
        stand,
        score: score + 0.5,
      });
    }
  }
  for (const rival of rivalsWithin(discourse, anaphor, 1)) {
    if (!rival.plural && !rival.joined) continue;
    // "the two countries' foreign ministers", "Togolese officials"
    const owners = rival.human || rival.acting ? ownersOf(discourse, rival) : [];
    // "relations advanced; they signed": what does nothing itself does not sign
    const inert = rival.human || rival.acting ? 0 : expected;
    if (inert > 0) continue;
    const candidate = rivalOf(discourse, anaphor, rival, 0);
    candidates.push(owners.length > (each ? 1 : 0) ? { ...candidate, actors: owners, key: [...owners].sort().join(" ") } : candidate);
  }
  return choose(candidates, WEIGHTS.margin, WEIGHTS.floor - 0.6)?.actors ?? null;
}

/** Entities before the words, by sentence, the nearest first. */
function* within(discourse: Discourse, anaphor: Anaphor, back: number): Generator<Entity[]> {
  // whoever speaks is "we" all along, never "it" or "they"
  const others = (entities: Entity[]): Entity[] => entities.filter((e) => e.mention.why !== FIRST_PERSON);
  yield others(discourse.inSentence(anaphor.sentence, anaphor.start));
  for (const entities of discourse.readBack(anaphor.sentence, back)) yield others(entities);
}

function rivalsWithin(discourse: Discourse, anaphor: Anaphor, back: number): Rival[] {
  const roles = discourse.rolesOf(anaphor.sentence);
  // "the embassy that it opened" is not what opened it
  const around = roles && anaphor.stand ? roles.phrasesAround(anaphor.stand.node) : [];
  const found = discourse
    .rivalsOf(anaphor.sentence)
    .filter((r) => r.end <= anaphor.start && !isBound(discourse, anaphor, r) && !around.includes(r.stand.node));
  for (let s = anaphor.sentence - 1; s >= anaphor.sentence - back; s--)
    if (discourse.sectionOf(s) === discourse.sectionOf(anaphor.sentence)) found.push(...discourse.rivalsOf(s));
  return found;
}

function candidateOf(discourse: Discourse, anaphor: Anaphor, entity: Entity, extra: number): Candidate {
  const { sentence, mention, stand } = entity;
  const own = mention.actors.length === 1 ? mention.actors[0]! : null;
  const topic =
    own === null
      ? 0
      : own === discourse.pageBody || (discourse.subjects.length === 1 && own === discourse.subjects[0])
        ? WEIGHTS.topic
        : WEIGHTS.prominence * discourse.prominenceOf(own);
  return {
    actors: mention.actors,
    entity,
    key: [...mention.actors].sort().join(" "),
    sentence,
    start: mention.start,
    end: mention.end,
    stand,
    score:
      salienceOf(discourse, anaphor, { sentence, start: mention.start, end: mention.end, stand }) +
      topic +
      extra +
      (wasAsked(discourse, anaphor, entity) ? ANSWERS : 0),
  };
}

function wasAsked(discourse: Discourse, anaphor: Anaphor, { sentence, stand }: Entity): boolean {
  const here = discourse.rolesOf(anaphor.sentence);
  const there = discourse.rolesOf(sentence);
  if (!here || !there || !stand || !anaphor.stand || anaphor.sentence - sentence > 1) return false;
  return answersRequest(there, stand, here, anaphor.stand);
}

function rivalOf(discourse: Discourse, anaphor: Anaphor, rival: Rival, extra: number): Candidate {
  const words = discourse.document.text.slice(rival.start, rival.end).toLowerCase();
  return { ...rival, actors: [], entity: null, key: `- ${words}`, score: salienceOf(discourse, anaphor, rival) + extra };
}

/** What the words expect speaks for or against a thing; one that acts as states do may do as they do. */
function expectedOfRival(rival: Rival, expected: number): number {
  const named = rival.named ? WEIGHTS.unknownName : 0;
  return WEIGHTS.rival + named - expected * (expected > 0 && rival.acting ? 0 : expected > 0 ? WEIGHTS.inert : WEIGHTS.expects);
}

/** Whose people they are: the actors that possess or describe the noun. */
function ownersOf(discourse: Discourse, rival: Rival): readonly string[] {
  const roles = discourse.rolesOf(rival.sentence);
  const owners = discourse
    .inSentence(rival.sentence)
    .filter(
      (e) =>
        e.mention.why !== FIRST_PERSON &&
        e.stand !== null &&
        (rival.human || isState(e)) &&
        roles?.nodes[e.stand.node]?.head === rival.stand.node &&
        (e.stand.role === "possessor" || e.stand.role === "modifier" || /^(?:of|from)$/.test(e.stand.preposition)),
    );
  return distinct(owners);
}

function isOneParty(entity: Entity): boolean {
  const { kind, form, person, actors, office, text } = entity.mention;
  if (actors.length !== 1 || person !== null || kind === "region" || kind === "place" || !isParty(entity)) return false;
  if (form === "office" || form === "person" || (form === "reference" && office !== null)) return false;
  if (form === "demonym") return entity.acts === true;
  if (
    form === "body" &&
    /(?:s|troops|police|people)$/i.test(headOf(text)) &&
    !/(?:ss|forces)$/i.test(headOf(text)) &&
    !/ in \p{Lu}/u.test(text)
  )
    return false;
  // "a judge came from Paris": a place
  if (form === "capital" && /^(?:in|from|at|near|outside|inside|around)$/.test(entity.stand?.preposition ?? "")) return false;
  return form !== "city";
}

function isOnePerson({ mention }: Entity): boolean {
  return isPerson(mention);
}

/** Two arguments of one verb are not one and the same: "Chile visited him". A possessive may mean the subject of its clause. */
function isBound(discourse: Discourse, anaphor: Anaphor, entity: Standing): boolean {
  if (entity.sentence !== anaphor.sentence || anaphor.possessive || !anaphor.stand || !entity.stand) return false;
  const roles = discourse.rolesOf(anaphor.sentence)!;
  const { clause } = anaphor.stand;
  const head = (i: number): number => roles.nodes[i]!.head;
  const direct = head(anaphor.stand.node) === clause;
  if (direct && entity.stand.clause === clause && head(entity.stand.top) === clause) return true;
  // "he cancelled a meeting with him"
  const subject = isOutcome(roles, clause) ? -1 : roles.subjectOf(clause);
  return anaphor.stand.role !== "subject" && subject >= 0 && roles.standOf(subject).group === entity.stand.group;
}

interface Standing {
  readonly sentence: number;
  readonly stand: Stand | null;
}

/** Who stands beside the pronoun in its clause, by every name: "Pence … he cancelled a meeting with him". */
function boundIn(discourse: Discourse, anaphor: Anaphor, keys: (entity: Entity) => readonly string[]): ReadonlySet<string> {
  const beside = discourse.inSentence(anaphor.sentence, anaphor.start).filter((e) => isBound(discourse, anaphor, e));
  return new Set(beside.flatMap(keys));
}

/** "it hosted a conference on that country": the state named last is "that country", and "it" another. */
function pointedAt(discourse: Discourse, anaphor: Anaphor, behind: string): readonly string[] {
  if (anaphor.possessive || anaphor.stand?.role !== "subject" || !/^[^,;]{3,80}\bthat (?:country|nation|state)\b/.test(behind)) return [];
  if (discourse.inSentence(anaphor.sentence, anaphor.start).some(isState)) return [];
  for (const entities of discourse.sentencesBack(anaphor.sentence, 1)) {
    const last = entities.filter(isState).at(-1);
    return last?.mention.actors.length === 1 ? last.mention.actors : [];
  }
  return [];
}

/** "its eleventh member", "its secretary-general": only an organisation has such. */
function isMembers(discourse: Discourse, anaphor: Anaphor): boolean {
  const roles = discourse.rolesOf(anaphor.sentence);
  const owned = roles?.nodes[roles.nodes[anaphor.stand?.node ?? -1]?.head ?? -1];
  return owned !== undefined && /^(?:member|member state|secretariat|secretary-general|member country|charter)s?$/i.test(owned.lemma);
}

/** Actors that stand on the other side of what the clause says: "it recognised Kosovo" is not Kosovo, "its embassy in Quito" not Ecuador's. */
function otherSides(discourse: Discourse, anaphor: Anaphor, later: readonly Mention[]): ReadonlySet<string> {
  const roles = discourse.rolesOf(anaphor.sentence);
  const found = new Set<string>();
  if (!roles || !anaphor.stand) return found;
  const { clause, node } = anaphor.stand;
  const owned = roles.nodes[node]!.head;
  if (anaphor.possessive && isOfAnother(roles, owned)) {
    const subject = roles.subjectOf(roles.nodes[owned]!.head);
    for (const e of discourse.inSentence(anaphor.sentence, anaphor.start))
      if (e.stand && subject >= 0 && e.stand.group === roles.standOf(subject).group) for (const actor of e.mention.actors) found.add(actor);
  }
  // "Having left the union with Serbia, it joined": who did the one did the other, to somebody else
  if (!anaphor.possessive && anaphor.stand.role === "subject")
    for (const e of discourse.inSentence(anaphor.sentence, anaphor.start))
      if (e.stand && isInOpeningParticiple(roles, e.stand.node, clause)) for (const actor of e.mention.actors) found.add(actor);
  for (const mention of later) {
    const at = roles.headOf(mention);
    if (at < 0) continue;
    const stand = roles.standOf(at);
    if (anaphor.possessive) {
      // "its embassy in Quito", "its ambassador to Chile", "its talks with Peru"
      if (owned >= 0 && roles.isUnder(at, owned) && /^(?:in|to|with|at|from|against|toward|towards)$/.test(stand.preposition))
        for (const actor of mention.actors) found.add(actor);
      continue;
    }
    if (stand.clause !== clause) continue;
    const head = roles.nodes[stand.group]!.head;
    const post = roles.nodes[head] && /^(?:embass|consul|ambassador|envoy|legation|mission|troop|soldier)/i.test(roles.nodes[head]!.lemma);
    const place = mention.form === "demonym" || mention.kind === "place";
    if (
      (head === clause && !place && stand.preposition !== "in") ||
      post ||
      /^(?:with|to|from|against|toward|towards|on)$/.test(stand.preposition)
    )
      for (const actor of mention.actors) found.add(actor);
  }
  return found;
}

/** In "Having left …", "Leaving …" before the clause of that verb, whose subject it has. */
function isInOpeningParticiple(roles: SentenceRoles, node: number, clause: number): boolean {
  let at = node;
  while (at >= 0 && roles.nodes[at]!.head !== clause) at = roles.nodes[at]!.head;
  if (at < 0 || at > clause || roles.nodes[at]!.relation !== "advcl") return false;
  const below = roles.nodes.filter((n) => n.head === at);
  if (below.some((n) => n.relation.startsWith("nsubj"))) return false;
  const { xpos } = roles.nodes[at]!;
  return xpos === "VBG" || (xpos === "VBN" && below.some((n) => /^having$/i.test(n.text)));
}

/** "thanked Chile for its help", "sanctions on Chile over its raid": what is thanked owns what follows; "blamed Chile for its losses": the one who blames. */
function blame(text: string, entity: Entity, anaphor: Anaphor): number {
  if (
    !anaphor.possessive ||
    !/^\s+(?:for|over|after|of|on|upon|in|with|because of)\s+$/.test(text.slice(entity.mention.end, anaphor.start))
  )
    return 0;
  const before = text.slice(Math.max(0, entity.mention.start - 32), entity.mention.start);
  if (/\bblam(?:e|es|ed|ing)\s+(?:the\s+)?$/i.test(before)) return -4;
  const helped = /^\s+(?:in|with)\s+$/.test(text.slice(entity.mention.end, anaphor.start));
  if (helped) return /\b(?:help|assist|support|aid|back|encourag)\p{L}*\s+(?:the\s+)?$/iu.test(before) ? 6 : 0;
  const owns =
    /\b(?:(?:thank|prais|critici|condemn|accus|commend|compliment|congratulat|sanction|applaud|denounc|fault|reproach|warn|rebuk|reprimand|punish|penali|censur|slam|lambast|castigat)\p{L}*|(?:sanctions?|embargo|measures?|penalt(?:y|ies)|tariffs?|restrictions?|pressure|protests?|complaints?|action|case|ban|anger|outrage) (?:against|on|upon|at|to)|(?:relations|ties|links) with)\s+(?:the\s+)?$/iu.test(
      before,
    );
  return owns ? 8 : 0;
}

/** "Burundi and its neighbours": what is owned is joined to its owner. */
function isBesideOwned(discourse: Discourse, anaphor: Anaphor, entity: Entity): boolean {
  const roles = discourse.rolesOf(anaphor.sentence);
  if (!anaphor.possessive || !roles || !anaphor.stand || entity.sentence !== anaphor.sentence) return false;
  return joinedBefore(roles, anaphor.stand.node) === entity.stand?.node;
}

/** "Chile and the bank": one of several, whose number is known by the coordination even if the others are no actors. */
function isJoined(discourse: Discourse, entity: Entity): boolean {
  const roles = discourse.rolesOf(entity.sentence);
  if (!roles || !entity.stand) return false;
  return (
    [entity.stand.group, ...roles.conjuncts(entity.stand.group)].filter((i) => ["NOUN", "PROPN", "PRON"].includes(roles.nodes[i]!.upos))
      .length > 1
  );
}
