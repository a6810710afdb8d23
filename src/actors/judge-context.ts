import { isAmongBodies } from "./among-bodies.ts";
import type { Candidate } from "./item.ts";
import { isEthnic, isMatter } from "./judge-matters.ts";
import type { NameRow } from "./lexicon-data.ts";
import { APOSTROPHE, CAPITAL, HYPHEN, INITIAL, LOWER, PERIOD, SPACE, type Words } from "./scan-words.ts";
import { follows, sentenceHas, type TextContext } from "./text-context.ts";

/** `no`: these words mean no actor here; `yes`: what the row says; ids: these actors instead. */
export type Verdict = "yes" | "no" | readonly string[];

const foldSets = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** A class of context.tsv, folded. */
export function folded(context: TextContext, name: string): ReadonlySet<string> {
  const words = context.lexicon.context(name);
  let set = foldSets.get(words);
  if (!set) {
    set = new Set([...words].map((word) => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")));
    foldSets.set(words, set);
  }
  return set;
}

/** What stands around a name decides whether it is the actor, something named after it, or a word for its language, food or sport. */
export function judgeByContext(context: TextContext, candidate: Candidate, row: NameRow): Verdict {
  const { sense } = row;
  if (sense === "demonym" || sense === "noun" || sense === "nouns") {
    if (isLanguage(context, candidate) || isCulture(context, candidate, 2) || isEthnic(context, candidate)) return "no";
  }
  if (
    (sense === "name" || sense === "capital" || sense === "city") &&
    candidate.first === candidate.last &&
    isCulture(context, candidate, 1)
  )
    return "no";
  if (sense !== "body" && sense !== "house" && isPartOfProperName(context, candidate, row)) return "no";
  if (isSport(context, candidate, row)) return "no";
  if (row.sense === "acronym" && row.surface.length <= 4 && row.target.startsWith("group:") && !isGroupSpokenOf(context, row.target))
    return "no";
  if (row.flags.includes("d") && !areMembersSpokenOf(context, row.target) && !isAmongBodies(context, candidate.first, candidate.last))
    return "no";
  if (row.target.startsWith("region:") && isMatter(context, candidate)) return "no";
  if (sense === "demonym" && row.target.startsWith("region:") && isOneOfRegion(context, candidate)) return "no";
  const special = specialOf(context, candidate, row);
  if (special !== "yes") return special;
  return "yes";
}

/** "the Andean nation", "a Latin American trade bloc": one of the region, not the region. */
function isOneOfRegion(context: TextContext, { last }: Candidate): boolean {
  const { words } = context;
  for (let i = last + 1; i <= last + 3 && i < words.count && follows(context, i); i++) {
    if (/^(?:country|nation|state|republic|bloc|grouping|neighbou?r|economy|giant|kingdom|island|capital|ally)$/.test(words.folds[i]!)) {
      const next = words.folds[i + 1] ?? "";
      // "the Caribbean island states", "the Asian country studies": what it is a part of is the head
      return !follows(context, i + 1) || words.shapes[i + 1] !== LOWER || LINK.test(next) || !/s$/.test(next);
    }
    if (words.shapes[i] !== LOWER) return false;
  }
  return false;
}

/** "translated into Spanish", "in Korean", "Spanish and Portuguese versions". */
function isLanguage(context: TextContext, { first, last }: Candidate): boolean {
  const { words } = context;
  const next = last + 1;
  const continued = next < words.count && follows(context, next);
  if (continued && folded(context, "language-after").has(words.folds[next]!)) return true;
  if ((!continued || /^(?:,|and|or|at|in|from|with|as|to|for)$/.test(words.folds[next]!)) && isListedLanguage(context, first)) return true;
  if (!continued && isOriginal(context, first)) return true;
  if (!folded(context, "language-before").has(words.folds[first - 1] ?? "") || !follows(context, first)) return false;
  if (!continued) return true;
  const word = words.folds[next]!;
  if (word === "and" || word === "or" || word === ",") return !sentenceHas(context, first, folded(context, "politics"));
  return (
    words.shapes[next] === LOWER &&
    /^(?:by|on|at|to|with|as|but|for|from|language|during|before|after|until|when|while|is|was|are|were|has|had|since)$/.test(word)
  );
}

/** "translated from the Portuguese", "a new translation from the Korean". */
function isOriginal({ words }: TextContext, first: number): boolean {
  if (words.folds[first - 1] !== "the" || words.folds[first - 2] !== "from") return false;
  for (let at = first - 3; at >= Math.max(0, first - 8); at--)
    if (/^(?:translat(?:ed|ion|ions)|rendered)$/.test(words.folds[at]!)) return true;
  return false;
}

/** "speaks Spanish, Portuguese and Korean": a list of languages after a verb that takes them. */
function isListedLanguage(context: TextContext, first: number): boolean {
  const { words } = context;
  let at = first - 1;
  for (let k = 0; k < 8 && at > 0; k++) {
    if (
      /^(?:speaks?|spoke|spoken|speaking|learns?|learnt|learned|teach(?:es)?|taught|fluent|translated|reads?|written)$/.test(
        words.folds[at]!,
      ) ||
      (/^(?:in|into)$/.test(words.folds[at]!) && /^(?:fluent|translated|written|published)$/.test(words.folds[at - 1]!))
    )
      return at < first - 1;
    if (!/^(?:,|and|or)$/.test(words.folds[at]!) && words.shapes[at] !== CAPITAL) return false;
    at--;
  }
  return false;
}

/** What is eaten and also traded: in a sentence on trade its country is meant. */
const LINK = /^(?:of|on|in|to|for|with|by|at|from|and|or|as|about|over|is|are|was|were)$/;
const COMMODITY = /^(?:coffee|wine|wines|beer|rice|beef|cheese|chocolate|tea|tobacco|cigars|rum|whisky|whiskey|bread|oil|fish|beans)$/;

/** Words of barriers to trade. */
const BARRIERS: ReadonlySet<string> = new Set(
  "tariff tariffs duty duties ban bans banned embargo boycott boycotted quota quotas".split(" "),
);

const playingWords = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** Words of sport that do not only say "team": negotiators and experts come in teams too. */
function playing(sports: ReadonlySet<string>): ReadonlySet<string> {
  let words = playingWords.get(sports);
  if (!words) {
    words = new Set([...sports].filter((word) => !/^(?:sides?|teams?|squads?|teammates?)$/.test(word)));
    playingWords.set(sports, words);
  }
  return words;
}

/** A dish, a dance, a team: such a word follows at once, or after one more for adjectives ("Swiss baked beans"). */
function isCulture(context: TextContext, { first, last }: Candidate, reach: 1 | 2): boolean {
  const { words } = context;
  const culture = folded(context, "culture-after");
  // "the Spanish team" plays; "a Lebanese team" may have come to negotiate
  const some = /^(?:an?|another|two|three|small|joint)$/.test(words.folds[first - 1] ?? "");
  if (
    /^(?:side|team|teams|squad)$/.test(words.folds[last + 1] ?? "") &&
    follows(context, last + 1) &&
    sentenceHas(context, last, some ? playing(folded(context, "sports")) : folded(context, "sports")) &&
    !sentenceHas(context, last, folded(context, "politics"))
  )
    return true;
  for (let i = last + 1; i <= last + reach && i < words.count && follows(context, i); i++) {
    if (i > last + 1 && LINK.test(words.folds[last + 1]!)) return false;
    if (
      culture.has(words.folds[i]!) &&
      words.gaps[i] === SPACE &&
      !(
        COMMODITY.test(words.folds[i]!) &&
        (sentenceHas(context, last, folded(context, "politics")) || sentenceHas(context, last, BARRIERS))
      )
    )
      return i === last + 1 || words.shapes[i - 1] === LOWER;
  }
  return false;
}

const AIR_SERVICE = /^(?:force|forces|defence|defense|corps)$/;

/** University of Chile, Korea Times, Gulf of Mexico, Calle Ecuador, USS America, Michael Jordan, Israel Torres. */
function isPartOfProperName(context: TextContext, { first, last }: Candidate, row: NameRow): boolean {
  const { words } = context;
  const next = last + 1;
  const after = next < words.count && (words.gaps[next] === SPACE || words.gaps[next] === HYPHEN) && follows(context, next);
  const afterCapital = after && words.gaps[next] === SPACE && (words.shapes[next] === CAPITAL || words.shapes[next] === 2);
  // "the Indian Air Force", unlike "Indian Air"
  const isService = words.folds[next] === "air" && AIR_SERVICE.test(words.folds[next + 1] ?? "");
  if (afterCapital && !isService && folded(context, "proper-after").has(words.folds[next]!))
    return !context.shouting[context.sentences[first]!];
  if (
    afterCapital &&
    /^(?:National|State|Catholic|International)$/i.test(words.folds[next]!) &&
    /^(?:university|college|museum|airlines)$/.test(words.folds[next + 1] ?? "")
  )
    return true;
  if (words.folds[next] === "," && words.shapes[next + 1] === CAPITAL && isAmericanPlace(words, next + 1)) return true;
  if (row.surface.includes(" ") && row.sense !== "capital") return false;
  if (namedAfter(context, first)) return true;
  if (row.sense !== "demonym" && isSomebody(context, first, last)) return true;
  if (first > 0 && words.gaps[first] === SPACE && follows(context, first)) {
    const before = words.folds[first - 1]!;
    if (
      words.shapes[first - 1] === CAPITAL &&
      folded(context, "given").has(before) &&
      row.sense !== "demonym" &&
      !isFirst(context, first - 1, before)
    )
      return true;
    if (
      words.shapes[first - 1] === INITIAL &&
      words.shapes[first - 2] === CAPITAL &&
      (row.sense === "name" || folded(context, "given").has(words.folds[first - 2]!))
    )
      return true;
    if (folded(context, "proper-before").has(before) && words.shapes[first - 1] !== LOWER) return true;
    if (row.sense !== "demonym" && folded(context, "kin-or-work").has(before)) return true;
  }
  // "the Prime Minister of Georgia Mamuka Bakhtadze": whose minister it is stands before his name
  const owned = first > 0 && words.folds[first - 1] === "of" && follows(context, first);
  return (
    afterCapital && !owned && folded(context, "given-like").has(words.folds[first]!) && first === last && looksLikeSurname(context, next)
  );
}

/** "Paris, Texas", "London, Ontario": a state or province after the comma, but not "Georgia". */
function isAmericanPlace(words: Words, at: number): boolean {
  if (/^(?:new|north|south|west|british|nova|rhode)$/.test(words.folds[at]!))
    return /^(?:york|jersey|hampshire|mexico|carolina|dakota|virginia|columbia|scotia|island)$/.test(words.folds[at + 1] ?? "");
  return /^(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|ohio|oklahoma|oregon|pennsylvania|tennessee|texas|utah|vermont|virginia|wisconsin|wyoming|ontario|alberta|manitoba|saskatchewan)$/.test(
    words.folds[at]!,
  );
}

/** "Mr. Jordan", "the guitarist Elmo Jordan", "Nestlé Chile": an honorific or a capitalised word that no list has stands before it. */
function isSomebody(context: TextContext, first: number, last: number): boolean {
  const { words } = context;
  const before = first - 1;
  if (first !== last || before < 0 || context.sentences[before] !== context.sentences[first]) return false;
  const gap = words.gaps[first]!;
  if ((gap === SPACE || gap === PERIOD) && words.shapes[before] === CAPITAL && folded(context, "honorific").has(words.folds[before]!))
    return true;
  if (gap !== SPACE || words.shapes[before] !== CAPITAL || words.folds[before]!.length < 3) return false;
  if (!folded(context, "like-a-name").has(words.folds[first]!) || folded(context, "before-state").has(words.folds[before]!)) return false;
  const start = context.firstWords[context.sentences[first]!]!;
  if (start === before || isTitleCase(context, context.sentences[first]!)) return false;
  const known = context.lexicon.names.rowsOf([words.folds[before]!]);
  return known.to === known.from && context.lexicon.leaderAt(words, before) === null;
}

/** Headlines write every word with a capital: there capitals say nothing. */
function isTitleCase(context: TextContext, sentence: number): boolean {
  const { words, firstWords } = context;
  let capitals = 0;
  let lower = 0;
  for (let i = firstWords[sentence]!; i < firstWords[sentence + 1]!; i++) {
    if (words.shapes[i] === CAPITAL) capitals++;
    else if (words.shapes[i] === LOWER && words.folds[i]!.length > 3) lower++;
  }
  return capitals > lower * 1.5;
}

/** A given name that opens a sentence may be a verb or an adverb ("Grant", "Will"): it counts unless the word is one of those. */
function isFirst(context: TextContext, at: number, fold: string): boolean {
  return context.firstWords[context.sentences[at]!] === at && /^(?:mark|will|grant|grace|may|june|jordan|victor)$/.test(fold);
}

/** "University of", "Gulf of the" before the name. */
function namedAfter(context: TextContext, first: number): boolean {
  const { words } = context;
  let i = first - 1;
  if (i > 0 && words.folds[i] === "the") i--;
  if (i < 1 || !/^(?:of|de|del)$/.test(words.folds[i]!) || !follows(context, i) || !follows(context, i + 1)) return false;
  let at = i - 1;
  for (
    let k = 0;
    k < 3 &&
    at > 0 &&
    words.shapes[at] === CAPITAL &&
    !/^(?:universidad|universidade|university|colegio|instituto)$/.test(words.folds[at]!) &&
    follows(context, at);
    k++
  )
    at--;
  const head = /^(?:universidad|universidade|colegio|instituto)$/.test(words.folds[at]!) ? words.folds[at]! : words.folds[i - 1]!;
  if (head === "duke" && words.folds[i - 2] === "grand") return false;
  return (
    words.shapes[i - 1] === CAPITAL &&
    /^(?:university|college|universidad|universidade|universite|museum|museo|church|iglesia|gulf|golfo|sea|mar|bay|bahia|strait|straits|isthmus|cape|street|duke|archdiocese|diocese|archbishop|bishop|philharmonic|battle|hospital|academy|institute|club|faculty|cathedral)$/.test(
      head,
    )
  );
}

/** A capitalised word that is neither a title nor the beginning of something else, after a name that is also a given name. */
function looksLikeSurname(context: TextContext, at: number): boolean {
  const { words, lexicon } = context;
  if (words.shapes[at] !== CAPITAL || words.folds[at]!.length < 3) return false;
  // a small town's name is oftener a surname: Henderson, Moore
  const { from, to } = lexicon.names.rowsOf([words.folds[at]!]);
  for (let i = from; i < to; i++) if (lexicon.row(i).sense !== "city") return false;
  if (folded(context, "no-surname").has(words.folds[at]!)) return false;
  return true;
}

const sportVerdicts = new WeakMap<TextContext, Uint8Array>();

/** Teams and matches: the sentence speaks of sport and of no politics. Asked once for a sentence. */
function isSport(context: TextContext, { first }: Candidate, row: NameRow): boolean {
  if (row.sense === "acronym" || row.sense === "body" || row.sense === "office") return false;
  let verdicts = sportVerdicts.get(context);
  if (!verdicts) {
    verdicts = new Uint8Array(context.firstWords.length);
    sportVerdicts.set(context, verdicts);
  }
  const sentence = context.sentences[first]!;
  if (verdicts[sentence] === 0) verdicts[sentence] = speaksOfSport(context, sentence) ? 1 : 2;
  return verdicts[sentence] === 1;
}

function speaksOfSport(context: TextContext, sentence: number): boolean {
  const { words } = context;
  const from = context.firstWords[sentence]!;
  const to = context.firstWords[sentence + 1]!;
  const sports = folded(context, "sports");
  let count = 0;
  for (let i = from; i < to; i++) if (sports.has(words.folds[i]!) || (words.folds[i] === "world" && words.folds[i + 1] === "cup")) count++;
  if (count === 0) return false;
  const score = /\b\d{1,2}[-–]\d{1,2}\b/.test(context.text.slice(words.starts[from]!, words.ends[to - 1]!));
  return count + (score ? 1 : 0) >= 2 && !sentenceHas(context, from, folded(context, "politics"));
}

/** Names with a second meaning of their own. */
function specialOf(context: TextContext, { first, last }: Candidate, row: NameRow): Verdict {
  const { words, counts, lexicon } = context;
  if (row.sense === "capital" || row.sense === "city") return namesEvent(context, last) ? "no" : "yes";
  const name = words.folds.slice(first, last + 1).join(" ");
  const count = (id: string) => counts.get(id) ?? 0;
  const near = (set: string) => sentenceHas(context, first, folded(context, set));
  switch (name) {
    case "georgia":
      return isStateOfUsa(context, first) ? "no" : "yes";
    case "turkey":
      return near("food") && !near("politics") ? "no" : "yes";
    case "koreas":
      return ["KOR", "PRK"];
    case "korean":
    case "korea":
    case "koreans": {
      if (row.target !== "KOR") return "yes";
      const before = words.folds[first - 1];
      if (before === "inter" || before === "intra") return ["KOR", "PRK"];
      if (/^(?:both|two)$/.test(before ?? "") && name !== "korean") return ["KOR", "PRK"];
      return count("PRK") > 0 && named(context, "KOR") === 0 && lexicon.actor("PRK") ? ["PRK"] : "yes";
    }
    case "jersey":
      return precededByCapital(context, first) || near("sports") || !near("politics") ? "no" : "yes";
    case "saint martin":
    case "st martin":
      return /\b(?:Marigot|Maarten|Caribbean|Antilles|Guadeloupe)\b/.test(context.text) ? "yes" : "no";
    case "dominican":
    case "dominicans":
      return count("DMA") > 0 && count("DOM") === 0 ? ["DMA"] : "yes";
    case "western":
    case "west":
      return near("politics") ? "yes" : "no";
    case "congo":
      return near("drums") ? "no" : "yes";
    case "guinea":
      return /^(?:pig|pigs|fowl|worm|hen)$/.test(words.folds[last + 1] ?? "") ? "no" : "yes";
    case "male":
      return words.ends[last]! > words.starts[first]! && context.text.slice(words.starts[first]!, words.ends[last]!) === "Malé"
        ? "yes"
        : count("MDV") > 0 && words.shapes[first] === CAPITAL
          ? "yes"
          : "no";
    case "salvador":
      return precededByCapital(context, first) && words.folds[first - 1] !== "el" ? "no" : "yes";
    case "micronesian":
      return /^(?:states|countries|nations|islands|region|presidents|leaders)$/.test(words.folds[last + 1] ?? "")
        ? ["region:micronesia-region"]
        : "yes";
    case "reunion":
      return /é/i.test(context.text.slice(words.starts[first]!, words.ends[last]!)) ? "yes" : "no";
    case "commonwealth":
      return words.folds[last + 1] === "of" && follows(context, last + 1) ? "no" : "yes";
    case "finn":
    case "dane":
    case "pole":
    case "turk":
    case "brit":
    case "kiwi":
    case "swede":
    case "scot":
      return /^(?:a|an|the|another|every|any|fellow|young|old|one|first)$/.test(words.folds[first - 1] ?? "") && follows(context, first)
        ? "yes"
        : "no";
    case "security council":
      return first > 0 && follows(context, first) && words.shapes[first - 1] === CAPITAL && words.folds[first - 1] !== "the" ? "no" : "yes";
    case "us":
    case "u.s":
      return context.text[words.ends[last]!] === "$" || context.text.slice(words.ends[last]!, words.ends[last]! + 2) === " $"
        ? "no"
        : "yes";
    default:
      return "yes";
  }
}

const EVENTS =
  /^(?:act|protocol|declaration|agreement|agreements|accord|accords|treaty|pact|consensus|charter|process|round|convention|communique|statement|principles|conference|plan|platform|framework|club|games|olympics|marathon|expo)$/;

/** "Rio Protocol", "Havana Declaration", "Dayton Accords": named after a city, not the city. */
function namesEvent(context: TextContext, last: number): boolean {
  const { words } = context;
  const next = last + 1;
  if (next >= words.count || !follows(context, next) || words.gaps[next] !== SPACE || words.shapes[next] !== CAPITAL) return false;
  for (let at = next; at < next + 3 && at < words.count && words.shapes[at] === CAPITAL && (at === next || follows(context, at)); at++)
    if (EVENTS.test(words.folds[at]!)) return true;
  return false;
}

/** A group's short acronym (ETA, IRA) counts only where its state or its full name is spoken of. */
function isGroupSpokenOf(context: TextContext, id: string): boolean {
  const actor = context.lexicon.actor(id);
  if (!actor?.home || actor.class === "company" || (context.counts.get(id) ?? 0) > 1) return true;
  return (context.counts.get(actor.home) ?? 0) > 0 || (context.fullNames.get(id) ?? 0) > 0 || (context.fullNames.get(actor.home) ?? 0) > 0;
}

/** An organisation's short acronym that has other meanings (AU, PIF) counts where two of its members are spoken of. */
function areMembersSpokenOf(context: TextContext, id: string): boolean {
  let spoken = 0;
  for (const member of context.lexicon.actor(id)?.members ?? []) if ((context.counts.get(member) ?? 0) > 0 && ++spoken === 2) return true;
  return false;
}

/** How often a state is named in full, bare "Korea" not counted. */
function named(context: TextContext, id: string): number {
  const text = context.text;
  if (id !== "KOR") return context.counts.get(id) ?? 0;
  return /South(?:\s+|-)Korea|Republic\s+of\s+Korea|\bROK\b|\bSeoul\b/.test(text) ? 1 : 0;
}

function isStateOfUsa(context: TextContext, at: number): boolean {
  const { words } = context;
  const before = words.folds[at - 1] ?? "";
  if (
    before === "," &&
    words.shapes[at - 2] === CAPITAL &&
    /^(?:atlanta|savannah|augusta|macon|athens|columbus|rome|dalton|marietta|albany)$/.test(words.folds[at - 2]!)
  )
    return true;
  const us = folded(context, "georgia-us");
  const state = folded(context, "georgia-state");
  if (sentenceHas(context, at, us)) return !sentenceHas(context, at, state);
  if (sentenceHas(context, at, state)) return false;
  let score = 0;
  for (let i = 0; i < words.count && i < 20_000; i++) {
    if (us.has(words.folds[i]!) && words.shapes[i] === CAPITAL) score--;
    else if (state.has(words.folds[i]!)) score += 2;
  }
  return score < 0;
}

function precededByCapital(context: TextContext, at: number): boolean {
  const { words } = context;
  return at > 0 && words.gaps[at] === SPACE && words.shapes[at - 1] === CAPITAL && words.folds[at - 1] !== "the";
}

/** Is there "'s" right after word `at`? Gives the index of the "s", or the index itself where a bare apostrophe or nothing follows. */
export function possessiveEnd(words: Words, at: number): number {
  return at + 1 < words.count && words.gaps[at + 1] === APOSTROPHE && words.folds[at + 1] === "s" ? at + 1 : at;
}
