import { bothActing } from "./acting-together.ts";
import { statesDescribed } from "./country-attributes.ts";
import { lastUnique, readBody, readDescribed, readGuest, readHost } from "./descriptions.ts";
import type { Discourse, Entity } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import { oneOfTwo, readGroup, readMany, readRest, twoParties, twoPersons, twoStatesHere } from "./pairs.ts";
import { antecedentOfIt, antecedentOfPerson, antecedentOfThey } from "./pronouns.ts";
import { readDeputation, readPredecessor } from "./read-deputation.ts";
import { readHighness } from "./read-highness.ts";
import { type At, OFFICES, readSent, readTitle } from "./read-titles.ts";
import type { Reference, Wording } from "./reference.ts";
import { HOLDER } from "./reference-patterns.ts";
import { readCapital, readGovernment, readHostOf, readOrgan, readPeninsula, readPlace } from "./reference-places.ts";
import { type Anaphor, distinct, isParty, isRegion, isState } from "./salience.ts";
import { DOES, isBeforeVerb } from "./two-do.ts";
import { voiceAt } from "./voice-at.ts";
import { isOfEach } from "./whose-not.ts";

/** What a wording refers to, or null when that is not sure. */
export function readReference(wording: Wording): Reference | null {
  const { discourse, anaphor, words, groups, later } = wording;
  const { sentence: s, start, end } = anaphor;
  const at = (actors: readonly string[] | null, rule: string, more: Partial<Reference> = {}): Reference | null =>
    actors && actors.length > 0 ? { start, end, actors, rule, ...more } : null;
  // "It was agreed to hold": by the two who talked
  if (groups.agreed) return readDual(discourse, s, "sides", start, at, anaphor);
  if (groups.dual) {
    // "The two sides" of a joint statement, whoever was spoken of in between
    const isTheirs = discourse.parties.length === 2 && anaphor.stand?.role === "subject";
    if (
      isTheirs &&
      discourse.inSentence(s, start).every((e) => !isState(e) || e.mention.actors.every((a) => discourse.parties.includes(a)))
    )
      return at(discourse.parties, "joint-parties");
    const two = readDual(discourse, s, groups.dualNoun!.toLowerCase(), start, at, anaphor);
    // "the two kingdoms", "both island states"
    const kind = /^(?:kingdom|monarch)/i.exec(groups.dualNoun!)
      ? groups.dualNoun!.toLowerCase().replace(/ies$/, "y").replace(/s$/, "")
      : "state";
    const fits = groups.dualAdjective || kind !== "state" ? statesDescribed(groups.dualAdjective ?? "", kind, discourse.lexicon) : null;
    if (!fits?.size || two?.actors.every((id) => fits.has(id) || !/^[A-Z]{3}$/.test(id))) return two;
    return at(
      twoParties(discourse, s, start, (e) => isState(e) && e.mention.actors.every((id) => fits.has(id))),
      "two",
    );
  }
  // "The Ministers reaffirmed" in a joint statement: all who give it out
  if ((groups.holders || groups.assembly) && discourse.parties.length > 2 && anaphor.stand?.role === "subject")
    return at(discourse.parties, "joint-parties");
  if (groups.assembly) return at(discourse.assembly && anaphor.stand?.role === "subject" ? [discourse.assembly] : null, "assembly");
  // "The Ministers reaffirmed": of a text on two, or of those of an organisation
  if (groups.holders && discourse.assembly && discourse.pairAround(s) === null && anaphor.stand?.role === "subject")
    return /minister|leader|head/i.test(groups.holdersNoun!) ? at([discourse.assembly], "assembly") : null;
  if (groups.holders) {
    if (anaphor.stand?.role !== "subject") return null;
    return discourse.pairAround(s) !== null
      ? readDual(discourse, s, groups.holdersNoun!.toLowerCase(), start, at)
      : at(twoJustMet(discourse, s), "two-holders", { office: OFFICE_OF[groups.holdersNoun!.toLowerCase()] ?? null });
  }
  if (groups.sides) return at(twoParties(discourse, s, start, isState), "two");
  if (groups.either) return at(twoParties(discourse, s, start, isParty), "either");
  if (groups.many) {
    const described = groups.manyRegion ?? groups.manyAdjective;
    const fits = described ? statesDescribed(described, "state", discourse.lexicon) : null;
    return at(readMany(discourse, s, groups.number!, start, { members: /^members$/i.test(groups.manyNoun!), fits }), "number");
  }
  if (groups.rest) return at(readRest(discourse, s, groups.restNumber!, start), "rest");
  if (groups.those) return at(readThose(wording), "those");
  if (groups.few && !DOES.test(discourse.document.text.slice(end, end + 24)) && !isBeforeVerb(wording) && isDeterminer(wording))
    return null;
  if (groups.few)
    return groups.fewNumber === "two"
      ? (at(twoStatesHere(discourse, s, start), "two") ?? readDual(discourse, s, "leaders", start, at))
      : at(readMany(discourse, s, groups.fewNumber!, start), "number");
  if (groups.bare) return isDeterminer(wording) ? null : readDual(discourse, s, "both", start, at, wording.anaphor);
  if (groups.each) return at(twoParties(discourse, s, start, isParty), "each-other");
  if (groups.whose) return readWhose(discourse, s, start, at);
  if (groups.counterpart) return readCounterpart(wording, at) ?? readPronoun(firstWord(wording));
  if (groups.other) return readOther(wording, at);
  if (groups.former) return isDeterminer(wording) ? null : readFormer(wording, at);
  if (groups.ordinal)
    return !isBeforeVerb(wording) ? null : at(oneOfTwo(discourse, s, groups.place as "first" | "last", start, true), "ordinal");
  if (groups.host) return readHostOf(wording, at);
  if (groups.guest) {
    const guest = readGuest(discourse, anaphor);
    return guest ? at(guest.mention.actors, "guest", { person: guest.mention.person, office: guest.mention.office }) : null;
  }
  if (groups.described)
    return at(readDescribed(discourse, anaphor, later, groups.adjectives!, groups.noun!, words.slice(0, 4).toLowerCase()), "described");
  if (groups.body) {
    const { text } = discourse.document;
    const partner = later.find((m) => m.start - end < 60 && /^['’]s [^.;,]*\bwith (?:the )?$/.test(text.slice(end, m.start)));
    return at(readBody(discourse, s, groups.bodyNoun!.toLowerCase(), words, start, partner?.actors), "body");
  }
  if (groups.band)
    return at(
      lastUnique(discourse, s, start, (e) => e.mention.kind === "group", 4),
      "band",
    );
  if (groups.region2) return at(lastUnique(discourse, s, start, isRegion, 4), "the-region");
  if (groups.highness) return readHighness(discourse, s, start, at);
  if (groups.title) return readTitle(discourse, anaphor, groups.titleNoun!.toLowerCase(), at);
  if (groups.portfolio) return at(readPortfolio(wording), "title-of-speaker", { office: officeOf(groups.portfolioNoun!, groups.matter!) });
  if (groups.deputation) return at(readDeputation(discourse, s, start), "delegation", { office: "official" });
  if (groups.predecessor) return readPredecessor(firstWord(wording), anaphor, at, groups.heldBy ?? null);
  if (groups.sent) return at(readSent(discourse, s, start), "envoy-of-body", { office: "official" });
  if (groups.government) return at(readGovernment(discourse, anaphor, groups.governmentNoun!.toLowerCase()), "government");
  if (groups.organ) return at(readOrgan(discourse, anaphor), "organ");
  if (groups.capital) return readCapital(discourse, anaphor, at);
  if (groups.pope) return at(["VAT"], "the-pope", { office: "head-of-state" });
  if (groups.peninsula) return at(readPeninsula(discourse, s, start), "the-peninsula");
  if (groups.office) return readOwnedOffice(wording);
  if (groups.home) return readHome(wording, at);
  if (groups.place) return readPlace(discourse, anaphor, words, at);
  if (groups.you) return discourse.isAsked(anaphor.sentence) ? at(voiceAt(discourse, anaphor, later), "you") : null;
  if (groups.we) return at(voiceAt(discourse, anaphor, later), "we");
  return readPronoun(wording);
}

/** "The Minister of Foreign Affairs, Ana Example, received", in the release of a ministry: its own. */
function readPortfolio({ discourse, anaphor, inside, later }: Wording): readonly string[] | null {
  if (!discourse.voicingState || inside.some((m) => m.actors.length > 0 && m.form !== "office")) return null;
  // "the Minister of Trade, Ana Example" of whom it is known whose she is
  const beside = later[0];
  const named = beside?.person && beside.actors.length === 1 && beside.start - anaphor.end <= 2 ? beside.actors : null;
  return named && named[0] !== discourse.voicingState[0] ? null : discourse.voicingState;
}

function officeOf(noun: string, matter: string): string {
  if (/^(?:deputy|vice|first)|under-?secretary|state secretary/i.test(noun)) return "official";
  return /^(?:Foreign|External)/.test(matter) ? "foreign-minister" : "minister";
}

/** "these countries": several named together just before; with a region, all states of it that were. */
function readThose({ discourse, anaphor, groups }: Wording): readonly string[] | null {
  const { sentence: s, start, end } = anaphor;
  // "those countries that signed" are told by what follows
  const told = /^,? (?:that|which|who|whose|whom|where|with|without|in|of|on|from|to|having|willing|wishing|seeking|\p{Ll}+ing)\b/u.test(
    discourse.document.text.slice(end, end + 12),
  );
  const fits = groups.thoseRegion ? statesDescribed(groups.thoseRegion, "state", discourse.lexicon) : null;
  if (fits?.size === 0 || (told && !fits)) return null;
  return readGroup(discourse, s, start, fits, told ? 0 : 2);
}

/** "it", "its", "he", "his", "they", "their". */
function readPronoun(wording: Wording): Reference | null {
  const { discourse, anaphor, words, later } = wording;
  const { start, end } = anaphor;
  const rule = words.toLowerCase();
  if (/^its?$/.test(rule)) {
    const actors = antecedentOfIt(discourse, anaphor, later);
    return actors ? { start, end, actors, rule } : null;
  }
  if (/^the/.test(rule)) {
    // "a truce between them": the two that quarrelled
    const between = isOfEach(discourse, anaphor) || (rule !== "they" && /^(?:between|among)$/.test(prepositionOver(wording)));
    const actors =
      (isOfEach(discourse, anaphor) ? twoStatesHere(discourse, anaphor.sentence, start) : null) ??
      antecedentOfThey(discourse, anaphor) ??
      (between ? twoParties(discourse, anaphor.sentence, start, isParty) : bothActing(discourse, anaphor));
    return actors ? { start, end, actors, rule } : null;
  }
  const person = antecedentOfPerson(discourse, anaphor, later);
  if (!person) return null;
  return { start, end, actors: person.actors, person: person.person, office: person.office, rule };
}

/** The preposition before "them", or before what "their" owns: "a truce between them", "between their capitals". */
function prepositionOver({ discourse, anaphor }: Wording): string {
  const roles = discourse.rolesOf(anaphor.sentence);
  if (!anaphor.possessive || !roles || !anaphor.stand) return anaphor.stand?.preposition ?? "";
  const owned = roles.nodes[anaphor.stand.node]!.head;
  return owned < 0 ? "" : roles.prepositionOf(owned);
}

/** "his country", "our government": the state of the one who is meant. */
function readHome(wording: Wording, at: At): Reference | null {
  const { discourse, anaphor, groups, later } = wording;
  if (/^your$/i.test(groups.homeOwner!)) return discourse.isAsked(anaphor.sentence) ? at(voiceAt(discourse, anaphor, later), "you") : null;
  if (/^(?:our|my)$/i.test(groups.homeOwner!)) return at(voiceAt(discourse, anaphor, later), "we");
  const owner = readPronoun(firstWord(wording));
  return owner && owner.actors.length === 1 ? at(owner.actors, "home") : owner;
}

/** A name behind an office, with or without a comma. */
const HOLDER_NAME =
  /^,?\s+(\p{Lu}[\p{L}’'.-]*(?:\s+(?:(?:al|bin|da|de|del|der|di|dos|el|la|van|von)\s+)?\p{Lu}[\p{L}’'-]+){1,3})(?=[,.;)]|\s+\p{Ll}|$)/u;

/** "its foreign minister", "its president, Ana Example": the holder of the office in the state that is meant. */
function readOwnedOffice(wording: Wording): Reference | null {
  const { discourse, anaphor, groups, later } = wording;
  const { start, end } = anaphor;
  const owner = readPronoun(firstWord(wording));
  if (owner?.actors.length !== 1) return owner;
  const noun = groups.officeNoun!.toLowerCase();
  const office = OFFICES[noun] ?? (/president|king|monarch|emir|sultan|head of state/.test(noun) ? "head-of-state" : "minister");
  const behind = discourse.document.text.slice(end, discourse.sentences[anaphor.sentence]!.end);
  const named = HOLDER_NAME.exec(behind);
  const next = later[0];
  // who is named there acts for his own state, as far as that is known
  const apart = next && named && next.start < end + named[0].length && next.form !== "person";
  const person = named && !apart ? named[1]! : null;
  return { start, end, actors: owner.actors, person, office, rule: "office" };
}

/** The possessive that a wording begins with: "his" of "his country". */
function firstWord(wording: Wording): Wording {
  const words = wording.words.split(" ")[0]!;
  const { discourse, anaphor } = wording;
  const span = { start: anaphor.start, end: anaphor.start + words.length };
  const roles = discourse.rolesOf(anaphor.sentence);
  const node = roles?.headOf(span) ?? -1;
  return { ...wording, words, anaphor: { ...anaphor, ...span, stand: roles && node >= 0 ? roles.standOf(node) : null, possessive: true } };
}

/** A finite verb right behind "the former". */
const FINITE =
  /^(?:['’]s\b|[.,;]|\s+(?:is|was|has|had|have|were|are|will|would|could|can|may|might|did|does|also|then|said|sent|held|wants?|refuse[sd]|agreed|signed|joined|asked|waited|offered|opened|announced|recalled|received|accuse[sd]|claim(?:s|ed)|reject(?:s|ed)|support(?:s|ed))\b)/;

/** "both" before a noun, "both … and", "the former president": the word only belongs to another. */
function isDeterminer({ discourse, anaphor, groups }: Wording): boolean {
  const { text } = discourse.document;
  const { start: from, end: to } = discourse.sentences[anaphor.sentence]!;
  // where one is said, the other says that neither is an adjective
  if (groups.former && /\bthe former\b.*\bthe latter\b/is.test(text.slice(from, to))) return false;
  // "said that both had promised"
  if (
    groups.bare &&
    /\b(?:that|and|but|which|when|;)\s+$/.test(text.slice(from, anaphor.start)) &&
    /^\s+(?:had|have|has|were|was|will|would|are)\b/.test(text.slice(anaphor.end, to))
  )
    return false;
  if (groups.bare && beginsClause(discourse, anaphor)) return false;
  if (groups.which && FINITE.test(text.slice(anaphor.end, to))) return false;
  const roles = discourse.rolesOf(anaphor.sentence);
  const node = roles?.headOf({ start: groups.bare ? anaphor.start : anaphor.start + 4, end: anaphor.end }) ?? -1;
  if (!roles || node < 0) return true;
  if (groups.bare && /^each$/i.test(text.slice(anaphor.start, anaphor.end))) return !/^nsubj/.test(roles.nodes[node]!.relation);
  return !/^(?:nsubj|obj|iobj|obl|nmod|appos|conj|root|nmod:poss|ccomp|parataxis)/.test(roles.nodes[node]!.relation);
}

/** "…, and both accepted": the word stands between what joins clauses and a finite verb. */
function beginsClause(discourse: Discourse, { sentence, start, end }: Anaphor): boolean {
  const roles = discourse.rolesOf(sentence);
  const at = roles?.nodes.findIndex((n) => n.start >= start && n.end <= end) ?? -1;
  if (!roles || at < 1) return false;
  const before = roles.nodes[at - 1]!.text;
  return /^(?:and|but|that|when|while|because|if|as|;)$/i.test(before) && /^(?:VBD|VBP|MD)$/.test(roles.nodes[at + 1]?.xpos ?? "");
}

/** "the former", "the latter": one of two states, or the one of two persons. */
function readFormer({ discourse, anaphor, groups }: Wording, at: At): Reference | null {
  const { sentence: s, start } = anaphor;
  // "the former built a port in Laos, the latter a dam": the two that were named before either is spoken of
  const from = discourse.sentences[s]!.start;
  const before = groups.which ? -1 : discourse.document.text.slice(from, start).search(/\b[Tt]he former\b[ ,]/);
  const actors = oneOfTwo(discourse, s, groups.which ? "first" : "last", before < 0 ? start : from + before);
  if (actors?.length !== 1) return null;
  for (const entities of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 3)]) {
    const own = entities.filter(({ mention }) => mention.actors.length === 1 && mention.actors[0] === actors[0]);
    const person = own.findLast((e) => e.mention.person !== null);
    if (person && own.every((e) => e.mention.person !== null || e.mention.office !== null || !e.subject))
      return at(actors, groups.which ?? "latter", { person: person.mention.person, office: person.mention.office });
    if (own.length > 0) break;
  }
  return at(actors, groups.which ?? "latter");
}

/** "Cuba, whose": what stands right before it. */
function readWhose(discourse: Discourse, s: number, start: number, at: At): Reference | null {
  const last = discourse.inSentence(s, start).at(-1);
  const gap = last ? discourse.document.text.slice(last.mention.end, start) : "";
  if (last?.mention.actors.length !== 1 || last.mention.form === "demonym" || !/^,?\s+$/.test(gap)) return null;
  return at(last.mention.actors, "whose", { person: last.mention.person, office: last.mention.office });
}

/** "Her Chilean counterpart received her. The ministers signed …": the only two of the sentence before, where both are there in person. */
function twoJustMet(discourse: Discourse, s: number): readonly string[] | null {
  const [before = []] = discourse.sentencesBack(s, 1);
  const parties = before.filter((e) => isParty(e) && e.mention.kind !== "place");
  const two = distinct(parties);
  return two.length === 2 && two.every((id) => parties.some((e) => e.mention.office !== null && e.mention.actors.includes(id)))
    ? two
    : null;
}

const OFFICE_OF: Readonly<Record<string, string>> = {
  presidents: "head-of-state",
  kings: "head-of-state",
  monarchs: "head-of-state",
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
function readDual(discourse: Discourse, s: number, noun: string, start: number, at: At, anaphor?: Anaphor): Reference | null {
  const of = (kind: Mention["kind"]): Reference | null =>
    at(
      twoParties(discourse, s, start, (e) => e.mention.kind === kind),
      "two",
    );
  // "Mali and Guinea urged both sides": whoever urges is none of them
  const speaks = (e: Entity): boolean => anaphor !== undefined && addresses(discourse, e, anaphor);
  if (noun === "regions") return of("region");
  if (/^(?:organi|blocs|groups)/.test(noun)) return of("organisation");
  if (noun === "both") return at(twoParties(discourse, s, start, isParty, speaks), "both");
  if (new RegExp(`^(?:${HOLDER})$`).test(noun)) {
    const office = OFFICE_OF[noun] ?? null;
    const persons = noun === "delegations" ? null : twoPersons(discourse, s, start, office);
    const offices = new Set(persons?.entities.map((e) => e.mention.office));
    const shared = offices.size === 1 ? [...offices][0]! : null;
    if (persons)
      return at(persons.actors, "two-holders", {
        office: noun === "leaders" || noun === "men" || noun === "women" ? shared : (office ?? shared),
      });
    // "the two presidents", far behind their names: the only two that the text has
    const holders = office ? [...new Set(discourse.officesBefore(start, office))] : [];
    if (holders.length === 2) return at(holders, "two-holders", { office });
    return holders.length > 2 ? null : at(twoParties(discourse, s, start, isState, speaks), "two-holders", { office });
  }
  const fits = /^(?:sides|parties|delegations|partners)$/.test(noun) ? isParty : isState;
  return at(twoParties(discourse, s, start, fits, speaks), "two");
}

/** "Qatar mediated", "Oman has offered to host": who stands between two is none of them, however the words were parsed. */
const MEDIATES =
  /^,?\s+(?:(?:has|had|have|would|will|could|then|also|once|later|now|again|twice|itself|which|who)\s+)*(?:(?:tried|sought|offered|agreed|helped|began|hoped|wants?|wanted)\s+to\s+)?(?:mediat|broker|facilitat|arbitrat|host|conven|interced|arrang|shuttl)\p{L}*\b/u;

/** The entity is the subject of a verb of urging or asking, and the words that refer are whom it urges. */
function addresses(discourse: Discourse, entity: Entity, { sentence, stand }: Anaphor): boolean {
  const roles = discourse.rolesOf(sentence);
  const behind = discourse.document.text.slice(entity.mention.end, entity.mention.end + 60);
  if (entity.sentence === sentence && stand?.preposition === "between" && MEDIATES.test(behind)) return true;
  if (!roles || !stand || entity.sentence !== sentence || !entity.stand || stand.clause < 0) return false;
  // "under pressure from Mali and Guinea both signed"
  if (stand.role === "subject" && entity.stand.clause === stand.clause && /^(?:from|by)$/.test(entity.stand.preposition)) return true;
  if (!entity.subject) return false;
  // "hosted talks between the two"
  if (
    entity.stand.clause === stand.clause &&
    stand.preposition === "between" &&
    /^(?:host|mediate|broker|facilitate|convene|arrange|sponsor|chair)$/.test(roles.nodes[stand.clause]!.lemma.toLowerCase())
  )
    return true;
  return (
    entity.stand.clause === stand.clause &&
    roles.nodes[stand.group]!.head === stand.clause &&
    (stand.role === "object" || /^(?:on|upon|to|with)$/.test(stand.preposition)) &&
    /^(?:bring|gather|host|receive|assist|help|persuade|reconcile|urge|call|ask|appeal|warn|tell|press|advise|praise|thank|criticise|criticize|condemn|accuse|blame|encourage|implore|exhort|invite|mediate|beg)$/.test(
      roles.nodes[stand.clause]!.lemma.toLowerCase(),
    )
  );
}

/** "his Japanese counterpart", "her counterpart": the same office in the other state. */
function readCounterpart({ discourse, anaphor, groups, inside, later }: Wording, at: At): Reference | null {
  const { sentence: s, start, end } = anaphor;
  const whose = groups.holder!.toLowerCase();
  const owner = firstWord({ discourse, anaphor, groups, inside, later, words: discourse.document.text.slice(start, end) });
  const holder = whose === "its" || whose === "their" ? null : antecedentOfPerson(discourse, owner.anaphor);
  const office = holder?.office ?? null;
  const adjective = inside.find((m) => m.form === "demonym");
  if (adjective) return { start: adjective.start, end, actors: adjective.actors, office, rule: "counterpart" };
  const text = discourse.document.text;
  if (groups.adjective || /colleagues?$/.test(text.slice(start, end))) return null;
  const next = later[0];
  const between = next ? /^,?\s*(of|from|in)\s+(?:the\s+)?$/.exec(text.slice(end, next.start)) : null;
  // "met his counterpart in Geneva": where they met
  const isVenue = between?.[1] === "in" && next?.form === "city";
  if (next && between && !isVenue && next.actors.length === 1 && next.kind !== "region")
    return at(/s$/.test(text.slice(start, end)) ? listedStates(later, text) : next.actors, "counterpart", { office });
  if (next && next.form === "person" && /^,?\s*$/.test(text.slice(end, next.start)) && next.actors.length === 1)
    return at(next.actors, "counterpart", { office, person: next.person });
  const own = holder?.actors ?? (whose === "its" ? antecedentOfIt(discourse, owner.anaphor, later) : null);
  return own?.length === 1 ? at(otherThan(discourse, s, own[0]!), "counterpart", { office }) : null;
}

/** "from Peru, Laos and Chad": the states of a list that begins with the first mention. */
function listedStates(later: readonly Mention[], text: string): readonly string[] {
  let last = 0;
  while (/^(?:,|,? and)\s+(?:the\s+)?$/.test(text.slice(later[last]!.end, later[last + 1]?.start)) && later[last + 1]?.actors.length === 1)
    last++;
  return [...new Set(later.slice(0, last + 1).flatMap((mention) => mention.actors))];
}

/** The other of two: the only other state of this sentence, or of the last three; of the page's pair. */
function otherThan(discourse: Discourse, s: number, own: string): readonly string[] | null {
  const pair = discourse.pairAround(s);
  const here = discourse.inSentence(s);
  const known = pair?.includes(own) ? pair : null;
  for (const entities of [here, [...here, ...[...discourse.sentencesBack(s, 2)].flat()]]) {
    const others = distinct(entities.filter((e) => isState(e) && e.mention.kind !== "place")).filter((id) => id !== own);
    if (others.length === 1) return others;
    if (others.length > 1) break;
  }
  const others = known?.filter((id) => id !== own) ?? [];
  return others.length === 1 ? others : null;
}

/** "its neighbour", "its partner": the other of the two that are spoken of. */
function readOther(wording: Wording, at: At): Reference | null {
  const { discourse, anaphor, groups, later, words } = wording;
  const owner = groups.owner!.toLowerCase() === "our" ? null : readPronoun(firstWord(wording));
  const own = owner?.actors ?? (groups.owner!.toLowerCase() === "our" ? voiceAt(discourse, anaphor, later) : null);
  const named = later[0] && later[0].actors.length > 0 && /^,?\s+$/.test(discourse.document.text.slice(anaphor.end, later[0].start));
  // "his host, Ana Example": the one who is named
  const person = later[0];
  if (person && person.person !== null && person.actors.length === 1 && /^(?:host|guest|visitor)$/.test(groups.otherNoun!))
    if (/^,\s+$/.test(discourse.document.text.slice(anaphor.end, person.start)))
      return at(person.actors, "host", { person: person.person, office: person.office });
  const turned = /(?:north|south|east|west|large|small|other|former|big|immediate|old)\p{L}*\s/u.test(words);
  if (own?.length === 1 && !named && !turned && !/s$/.test(groups.otherNoun!)) {
    const other = /^host/.test(groups.otherNoun!) ? readHost(discourse, anaphor, null, own) : null;
    const found = at(other ?? otherThan(discourse, anaphor.sentence, own[0]!), "other");
    if (found) return found;
  }
  if (own?.length === 1 && /^hosts$/.test(groups.otherNoun!)) return at(readHost(discourse, anaphor, null, own), "host");
  // "its partners", "its neighbour Laos": only whose they are is known
  if (named || /s$/.test(groups.otherNoun!)) return owner;
  return null;
}
