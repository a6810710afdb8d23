import type { Document, Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { Parse, Sentence } from "../language/sentence.ts";
import { stateInFocus } from "./descriptions.ts";
import { Discourse } from "./discourse.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { loadActors } from "./load-actors.ts";
import type { Mention } from "./mention.ts";
import type { Reference } from "./reference.ts";
import { REFERENCE } from "./reference-patterns.ts";
import { readReference } from "./reference-rules.ts";
import type { Anaphor } from "./salience.ts";

/** The same wordings, and holders of offices, for a mere look whether there are any. */
const MAY_REFER = new RegExp(`${REFERENCE.source}|\\b(?:President|Minister|Premier|Chancellor) \\p{Lu}`, "u");

/** Whether words may mean somebody whom they do not name. */
export function mayMention(words: string): boolean {
  return MAY_REFER.test(words);
}

/**
 * Finds what refers to actors named before: "the two countries", "its", "the bloc", "his counterpart". Sentences are given in
 * their order, since each one is understood by those before it.
 *
 * A reference has form `reference` and, in `why`, the rule that found it. One that could mean two things is left out: precision first.
 *
 * @example
 * const references = new ReferenceReader(document, findMentions(document), sentences);
 * references.read(0, named, parse); // names of the sentence and "its", "the island", in order
 */
export class ReferenceReader {
  private readonly discourse: Discourse;
  /** Persons whose state only the text around them told, by name. */
  private readonly settled = new Map<string, readonly string[]>();

  /** @param mentions all that the document names (find-mentions.ts) */
  constructor(document: Document, mentions: readonly Mention[], sentences: readonly Sentence[], lexicon: ActorLexicon = loadActors()) {
    this.discourse = new Discourse(document, mentions, sentences, lexicon);
  }

  /** Whether a sentence that names nobody may still mean somebody: it has such words, and somebody was named before. */
  mayRefer(s: number): boolean {
    const { start, end } = this.discourse.sentences[s]!;
    return !this.discourse.isHeading(s) && this.discourse.hasFocus(s) && mayMention(this.discourse.document.text.slice(start, end));
  }

  /** The sentence is not parsed; its names are remembered. */
  pass(s: number, named: readonly Mention[]): Mention[] {
    this.discourse.begin(s, null, named);
    return this.remember(s, named);
  }

  private remember(s: number, named: readonly Mention[]): Mention[] {
    for (const mention of named) this.discourse.add(mention, s);
    return [...named];
  }

  /**
   * The mentions of a sentence, or of one that is read in parts the mentions of the next part, those added that refer: sorted, without overlap. A mention that is only the adjective of a
   * reference ("the Caribbean nation") gives way to it.
   */
  read(s: number, named: readonly Mention[], parse: Parse): Mention[] {
    if (this.discourse.isHeading(s)) return this.pass(s, named);
    this.discourse.begin(s, parse, named);
    if (this.discourse.rolesOf(s) === null) return this.remember(s, named);
    return resolveSentence(this.discourse, s, named, parse.sentence, this.settled);
  }
}

/** Offices that a state has one of: whoever holds one, without a word of where, holds it in the state that is spoken of. */
const HELD_AT_HOME: ReadonlySet<string> = new Set([
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "defence-minister",
  "minister",
]);

/** Those under a minister or president, whose title says so. */
const DEPUTY =
  /\b(?:(?:Deputy|Vice|Assistant|Junior|State|Under|Permanent|Principal|Additional|Joint|Parliamentary)(?:[ -]\p{L}+)*[ -](?:Minister|[Ss]ecretary|President)|Under-?[Ss]ecretary)\b/u;
const TITLED =
  /^\p{Lu}.*\b(?:President|Minister|Premier|Chancellor|Secretary|[Uu]nder-?[Ss]ecretary)\b|^Under-?[Ss]ecretary\b|^(?:Minister|Secretary) (?:of|for) /u;

/** "Prime Minister Ana Example" of nobody known: of the state in focus, unless somebody else is known to hold that office there. */
function settleHolder(
  discourse: Discourse,
  s: number,
  mention: Mention,
  later: readonly Mention[],
  settled: Map<string, readonly string[]>,
): Mention {
  const { person, actors } = mention;
  if (actors.length > 0 || person === null) return mention;
  const of = (ids: readonly string[]): Mention => ({
    ...mention,
    actors: ids,
    kind: "state",
    why: `${mention.why}; of the state spoken of`,
  });
  const known = settled.get(person);
  if (known) return known.length > 0 ? of(known) : mention;
  const others = [...settled.values()].filter((states) => states.length > 0).length;
  const found = stateOfHolder(discourse, s, mention, later, others);
  // who could not be told from others when first named is no easier to tell later
  settled.set(person, found ?? []);
  return found ? of(found) : mention;
}

const MEETS = /\b(?:me(?:e?t|ets|eting)(?: with)?|talks with|received by|calls? on|called on|see|sees|saw)(?: the)? $/;

/** @param others how many persons were settled before */
function stateOfHolder(
  discourse: Discourse,
  s: number,
  mention: Mention,
  later: readonly Mention[],
  others: number,
): readonly string[] | null {
  const { person, office, start, end } = mention;
  const other = office === null ? null : besideCounterpart(discourse, s, end, later);
  if (other) return other;
  const met = office !== null && HELD_AT_HOME.has(office) && discourse.voicingState === null ? whereMet(discourse, s, start) : null;
  if (met) return met;
  const again = heldBefore(discourse, s, mention, later);
  if (again) return discourse.holdersOf(office!, again[0]!, start).some((name) => name !== person) ? null : again;
  // "Minister Example", in a ministry's own release the one that it tells of; so in the press of his state
  const isOwn =
    (discourse.voicingState ?? discourse.pressAt(s)) !== null &&
    /^(?:President|Minister|Premier|Chancellor|Secretary) \p{Lu}/u.test(mention.text) &&
    others === 0;
  const isTitled = (TITLED.test(mention.text) || isOwn) && office !== null && (HELD_AT_HOME.has(office) || DEPUTY.test(mention.text));
  if (office === null || !(isTitled || mention.why.startsWith("before its title"))) return null;
  const found =
    discourse.voicingState ??
    homeward(discourse, s, later) ??
    inHomePress(discourse, s, later) ??
    stateInFocus(discourse, anaphorAt(discourse, s, start, end), null, later) ??
    atHome(discourse, s, later);
  if (found?.length !== 1 || !/^[A-Z]{3}$/.test(found[0]!)) return null;
  return office !== "minister" && discourse.holdersOf(office, found[0]!, start).some((name) => name !== person) ? null : found;
}

const COUNTERPART = /^,?(?: \p{Ll}+){1,6} (?:his|her|their) \p{Lu}[\p{L} -]+? (?:counterparts?|colleagues?|opposite number)\b/u;

/** "Trade Minister Ana Example met her Colombian counterpart in Seoul": of the other of the two spoken of, or of where they met. */
function besideCounterpart(discourse: Discourse, s: number, end: number, later: readonly Mention[]): readonly string[] | null {
  const [counterpart] = later;
  if (counterpart?.actors.length !== 1 || !COUNTERPART.test(discourse.document.text.slice(end, end + 120))) return null;
  const [foreign] = counterpart.actors;
  const pair = discourse.pairAround(s);
  const place = later.find((m) => m.form === "capital" && m.actors.length === 1);
  const atPlace = place && discourse.isSpokenOf(place.actors[0]!) ? place.actors[0] : null;
  const here = [
    discourse.voicingState?.[0],
    discourse.pressAt(s),
    pair?.includes(foreign!) ? pair.find((id) => id !== foreign) : null,
    atPlace,
    discourse.home,
  ].find((id) => id && id !== foreign);
  return here ? [here] : null;
}

/** "The Laotian president arrived. President Ana Example said": who acts under the title of the one holder just spoken of is he. */
function heldBefore(discourse: Discourse, s: number, { office, start, end }: Mention, later: readonly Mention[]): readonly string[] | null {
  if (!office || office === "minister" || !HELD_AT_HOME.has(office) || anaphorAt(discourse, s, start, end).stand?.role !== "subject")
    return null;
  const held = [discourse.inSentence(s), ...discourse.sentencesBack(s, 4)]
    .flat()
    .filter((e) => e.mention.office === office && e.mention.actors.length > 0 && e.mention.start !== start);
  const [only] = held;
  const isOne = only?.mention.actors.length === 1 && held.every((e) => e.mention.actors[0] === only.mention.actors[0]);
  if (!isOne || !held.some((e) => e.subject && e.mention.person === null)) return null;
  // nobody receives himself, or deals with his own state
  if (HOSTS.test(discourse.document.text.slice(end, end + 40))) return null;
  return later.some((m) => m.form === "name" && m.actors.includes(only.mention.actors[0]!)) ? null : only.mention.actors;
}

const HOSTS =
  /^,?\s+(?:\p{Ll}+ ){0,2}(?:received|receives|welcomed|welcomes|greeted|greets|hosted|hosts)\b|^\s+\p{Ll}+ (?:him|her|them)\b/u;

/** "Augusto Pereira, the deputy minister, returned to Lisbon": one goes back to where he is from. */
function homeward(discourse: Discourse, s: number, later: readonly Mention[]): readonly string[] | null {
  const { text } = discourse.document;
  const { start } = discourse.sentences[s]!;
  const capital = later.find((m) => m.form === "capital" && m.actors.length === 1);
  if (!capital) return null;
  return /\b(?:return(?:ed|s|ing)?|(?:fl(?:ew|ies|ying)|c(?:a|o)me?s?|went|goes) (?:back|home)|(?:is|was) back)(?: home)? (?:to|in|at) $/.test(
    text.slice(start, capital.start),
  )
    ? capital.actors
    : null;
}

/** "In Niue Mr Example of New Zealand will meet Premier Other": whom a guest meets where he is, is at home there. */
function whereMet(discourse: Discourse, s: number, start: number): readonly string[] | null {
  const from = discourse.sentences[s]!.start;
  const { text } = discourse.document;
  const opening = /^(?:(?:and|also|later|then|while|when|once),? )?in (?:the )?/i.exec(text.slice(from, from + 24));
  if (!opening || !MEETS.test(text.slice(Math.max(from, start - 24), start))) return null;
  const [place, ...others] = discourse.inSentence(s, start).map((e) => e.mention);
  if (!place || place.start !== from + opening[0].length || place.actors.length !== 1 || !["state", "place"].includes(place.kind))
    return null;
  return others.some((m) => m.person !== null && m.actors.length === 1 && !m.actors.includes(place.actors[0]!)) ? place.actors : null;
}

/** In the press of his own state a minister needs no word of where, unless another of that state acts in the sentence. */
function inHomePress(discourse: Discourse, s: number, later: readonly Mention[]): readonly string[] | null {
  const press = discourse.pressAt(s);
  if (press === null) return null;
  const acts = (m: Mention): boolean => m.actors.includes(press) && m.kind !== "place" && m.form !== "capital" && m.form !== "city";
  return discourse.inSentence(s).some((e) => acts(e.mention)) || later.some(acts) ? null : [press];
}

/** The state at home in the text, where the sentence is not about somebody's dealings with that very state. */
function atHome(discourse: Discourse, s: number, later: readonly Mention[]): readonly string[] | null {
  const { home } = discourse;
  if (home === null) return null;
  const beside = [...discourse.inSentence(s).map((e) => e.mention), ...later];
  return beside.some((m) => m.actors.includes(home)) ? null : [home];
}

/** Walks through one sentence: named mentions enter the discourse in their order, references are read from what came before them. */
function resolveSentence(
  discourse: Discourse,
  s: number,
  own: readonly Mention[],
  sentence: Span,
  settled: Map<string, readonly string[]>,
): Mention[] {
  const text = discourse.document.text.slice(sentence.start, sentence.end);
  const found: Mention[] = [];
  let next = 0;
  for (const match of findMatches(REFERENCE, text)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    while (next < own.length && own[next]!.end <= start) {
      const one = settleHolder(discourse, s, own[next]!, own.slice(next + 1), settled);
      discourse.add(one, s);
      found.push(one);
      next++;
    }
    const last = found.at(-1);
    if (last && last.end > start) continue;
    const inside: Mention[] = [];
    for (let k = next; k < own.length && own[k]!.start < end; k++) inside.push(own[k]!);
    const reference = readReference({
      discourse,
      anaphor: anaphorAt(discourse, s, start, end),
      words: match[0],
      groups: match.groups!,
      inside,
      later: own.slice(next + inside.length),
    });
    if (!reference) continue;
    const made = toMention(discourse, reference);
    const reaching = inside.filter((mention) => mention.start < made.end && mention.end > made.start);
    if (reaching.some((m) => m.start < made.start || m.end > made.end)) continue;
    if (reaching.some((m) => m.form !== "demonym" && m.form !== "office" && m.kind !== "region")) continue;
    while (next < own.length && own[next]!.start < made.end) next++;
    discourse.add(made, s);
    found.push(made);
  }
  for (; next < own.length; next++) {
    const one = settleHolder(discourse, s, own[next]!, own.slice(next + 1), settled);
    discourse.add(one, s);
    found.push(one);
  }
  return found;
}

function anaphorAt(discourse: Discourse, sentence: number, start: number, end: number): Anaphor {
  const roles = discourse.rolesOf(sentence);
  const node = roles?.headOf({ start, end }) ?? -1;
  const stand = roles && node >= 0 ? roles.standOf(node) : null;
  const word = discourse.document.text.slice(start, end).toLowerCase();
  const possessive =
    /^(?:its|their|his)$/.test(word) || (word === "her" && (stand?.role === "possessor" || roles?.nodes[node]?.xpos === "PRP$"));
  return { sentence, start, end, stand, possessive };
}

function toMention(discourse: Discourse, { start, end, actors, person, office, city, isPlace, rule }: Reference): Mention {
  const kinds = actors.map((id) => discourse.lexicon.actor(id)?.kind ?? (id.startsWith("org:") ? "organisation" : "state"));
  const kind = kinds[0] ?? "state";
  return {
    start,
    end,
    text: discourse.document.text.slice(start, end),
    actors,
    kind: city || isPlace ? "place" : kind === "body" ? "state" : kind,
    form: "reference",
    person: person ?? null,
    office: office ?? null,
    body: null,
    city: city ?? null,
    why: `reference/${rule}`,
  };
}
