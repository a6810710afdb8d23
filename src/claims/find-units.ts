import type { Mention } from "../actors/mention.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateExpression } from "../language/date-expression.ts";
import type { Sentence, Unit } from "../language/sentence.ts";
import { dignitariesFrom } from "./dignitary-lists.ts";
import type { Amount } from "./find-amounts.ts";
import { findVagueSums } from "./vague-sums.ts";

const BETWEEN =
  /^(?:,?\s+(?:and|or|as well as|&)(?:\s+(?:the|with))?\s+|,\s+(?:the\s+)?|\s*&\s*)(?:(?:(?:Islamic|Democratic|People['’]s|Federal|Socialist|Federative) )*(?:Republic|Kingdom|State|Commonwealth|Union|Sultanate|Principality|Grand Duchy|Federation) of (?:the )?)?$/i;
const LAST = /\b(?:and|or|as well as)\b|&/i;
const GAPPED = /^\s+(?:the\s+)?(?:one|ones|another|those)\s|^\s+\d[\d,.]*\s*[,.;]/i;
const LISTED: ReadonlySet<Mention["form"]> = new Set(["name", "code", "capital", "city"]);

/**
 * What is read as one word before parsing: names of several words, dates, sums, quoted titles, whole lists of actors.
 * Units do not overlap; the longer one wins.
 */
export function findUnits(
  sentence: Sentence,
  mentions: readonly Mention[],
  dates: readonly DateExpression[],
  amounts: readonly Amount[],
  text: string,
): Unit[] {
  const units: Unit[] = [];
  const pairs: Unit[] = [];
  const within = mentions.filter((m) => m.start >= sentence.start && m.end <= sentence.end);
  for (let i = 0; i < within.length; i++) {
    const list =
      i === 0
        ? Math.max(listFrom(within, i, text, sentence.start), rowBefore(within, text, sentence))
        : listFrom(within, i, text, sentence.start);
    if (list > i) {
      units.push({ start: within[i]!.start, end: within[list]!.end, kind: "list" });
      i = list;
      continue;
    }
    const dignitaries = dignitariesFrom(within, i, text);
    if (dignitaries && !isFronted(text, sentence.start, within[i]!, within[dignitaries.last]!)) {
      units.push({ start: dignitaries.start, end: dignitaries.end, kind: "list" });
      i = dignitaries.last;
      continue;
    }
    if (isPair(within[i]!, within[i + 1], text)) {
      pairs.push({ start: within[i]!.start, end: within[i + 1]!.end, kind: "name", adjective: true });
      i++;
      continue;
    }
    const apposed = apposedEnd(within[i]!, within[i + 1], text);
    if (apposed > 0) {
      units.push({ start: honoured(within[i]!, text), end: apposed, kind: "name", adjective: false });
      i++;
      continue;
    }
    const towns = townsFrom(within, i, text);
    if (towns > i) {
      units.push({ start: within[i]!.start, end: within[towns]!.end, kind: "list" });
      i = towns;
      continue;
    }
    const m = within[i]!;
    const gloss = glossAfter(m, within, text);
    const adjective = m.form === "demonym" && !/s$/.test(m.text);
    const plural = /^(?:\p{L}+ )?\p{L}+s of /u.test(m.text) || undefined;
    if (gloss > m.end) units.push({ start: m.start, end: gloss, kind: "name", adjective: false });
    // "the former" does what a name does
    else if (m.form === "reference" && /^the (?:former|latter)$/i.test(m.text))
      units.push({ start: m.start, end: m.end, kind: "name", adjective: false });
    else if (m.form === "person") {
      const start = honoured(m, text);
      if (start < m.start || /[\s.-]/.test(m.text)) units.push({ start, end: m.end, kind: "name", adjective, plural });
    } else if (m.form !== "reference") {
      // "His Majesty the King of Bhutan"
      const start = m.form === "office" ? honoured(m, text) : m.start;
      if (start < m.start || /[\s.-]/.test(m.text)) units.push({ start, end: m.end, kind: "name", adjective, plural });
    }
  }
  units.push(...pairs);
  for (const d of dates) units.push({ start: d.start, end: d.end, kind: "date" });
  for (const a of [...amounts, ...findVagueSums(text, sentence)]) units.push({ start: a.start, end: a.end, kind: "amount" });
  units.push(
    ...findTitles(sentence, text),
    ...findCompounds(sentence, text),
    ...findProperNames(sentence, text, pairs, within, dates),
    ...findStyles(sentence, text),
  );
  for (const [i, unit] of units.entries()) if (unit.start < sentence.start) units[i] = { ...unit, start: sentence.start };
  units.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Unit[] = [];
  for (const unit of units) if (!kept.some((k) => k.start < unit.end && k.end > unit.start)) kept.push(unit);
  return kept.sort((a, b) => a.start - b.start);
}

const RULING = /^(?:head-of-state|head-of-government|foreign-minister|minister|official)$/;

/**
 * Where "the president of Honduras, Ana Example," or "Ana Example, President of Honduras," ends, with its second comma: an office and who
 * holds it are one person, read as one word. 0 where the one mention does not say who the other is.
 */
function apposedEnd(first: Mention, second: Mention | undefined, text: string): number {
  if (!second || first.kind !== "state" || second.kind !== "state" || first.actors.length !== 1 || first.actors[0] !== second.actors[0])
    return 0;
  const gap = text.slice(first.end, second.start);
  const [office, name] = first.form === "office" ? [first, second] : [second, first];
  const isNamed = office.form === "office" && name.form === "person" && (office === first ? gap === ", " : /^, (?:the )?$/.test(gap));
  if (!isNamed || !RULING.test(office.office ?? "") || /s$/i.test(office.text.split(" ")[0]!)) return 0;
  // one of several who are joined: the commas part them
  if (/(?:\band|,|;)\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, first.start - 10), first.start))) return 0;
  const next = text[second.end] ?? "";
  if (next === ",") return office === second && /^, (?:and|as well as) /.test(text.slice(second.end, second.end + 12)) ? 0 : second.end + 1;
  return /[.;)]/.test(next) ? second.end : 0;
}

/** Forms of address before a name, which the words of a release never spare. */
const HONOURS =
  /(?:\b(?:(?:[Hh]is|[Hh]er) (?:Excellency|Majesty|(?:Royal |Serene )?Highness|Holiness|Eminence)|H\.\s?E\.?|(?:the )?(?:Rt\.? |Right )?Hon(?:ou?rable|\.)|Mr|Mrs|Ms|Dr|Prof|Smt|Shri|Sheikha?|Sayyid|Dato['’]?(?: Sri)?|Tan Sri|Engr|Eng|Amb)\.?,?\s+(?:the\s+)?)+$/;

/** Where a person's name begins with what stands before it: "His Excellency Dr. Ali Hassan", "then President Ali Hassan". */
function honoured(m: Mention, text: string): number {
  const before = text.slice(Math.max(0, m.start - 70), m.start);
  const said = HONOURS.exec(before) ?? /\bthen[ –-]$/.exec(before);
  return said ? m.start - said[0].length : m.start;
}

/** "the Chile–Togo Joint Committee", "Kenya-EU talks": two names joined by a dash before a noun do what an adjective does. */
function isPair(first: Mention, second: Mention | undefined, text: string): boolean {
  if (!second || second.start !== first.end + 1 || !/^[-–—]$/.test(text.slice(first.end, second.start))) return false;
  // "rounds of Russian–Ukrainian talks"
  const isName = (m: Mention): boolean =>
    (LISTED.has(m.form) || m.form === "demonym") &&
    m.actors.length === 1 &&
    (m.kind === "state" || (m.kind === "organisation" && !m.text.includes(" ")));
  return (
    isName(first) &&
    isName(second) &&
    // "the EU-Peru trade agreement", not the capitals of "the IV SICA-Korea Dialogue", whose name is one
    ((first.kind === "state" && second.kind === "state") ||
      (first.kind !== second.kind && /^ \p{Ll}/u.test(text.slice(second.end, second.end + 2)))) &&
    /^ (?!(?:and|or|in|on|at|to|of|is|was|has|had|for|by|with|from)\b)\p{L}/u.test(text.slice(second.end, second.end + 8))
  );
}

/** Where "(ECLAC)" or "(CELAC, in Spanish)" after a name ends; the name's own end when there is no such gloss. */
function glossAfter(m: Mention, mentions: readonly Mention[], text: string): number {
  const gloss = /^\s*\(([^()]{2,60})\)/.exec(text.slice(m.end, m.end + 70));
  if (!gloss) return m.end;
  const end = m.end + gloss[0].length;
  const inside = mentions.filter((k) => k.start >= m.end && k.end <= end);
  return inside.length > 0 && inside.every((k) => k.actors.join() === m.actors.join()) ? end : m.end;
}

/** The index of the last mention of a list that begins at `first` ("Brazil, Chile and Peru"), or `first` when there is none. */
function listFrom(mentions: readonly Mention[], first: number, text: string, start: number): number {
  if (isRegionInFront(mentions[first]!, mentions[first + 1], text, start)) return first;
  let last = dashedFrom(mentions, first, text);
  if (last > first) return last;
  let closed = false;
  while (!closed && last + 1 < mentions.length) {
    const here = mentions[last]!;
    const next = mentions[last + 1]!;
    // "the presidents of Peru and Chile": the first name may stand within its office
    const opens = LISTED.has(here.form) || (last === first && (here.form === "office" || here.form === "body") && / of \S/.test(here.text));
    if (!opens || !LISTED.has(next.form) || here.kind === "place" || next.kind === "place") break;
    const gap = text.slice(here.end, next.start);
    if (!BETWEEN.test(gap)) break;
    // "to Britain, and Spain objected": two are not joined by a comma
    if (last === first && /,/.test(gap) && LAST.test(gap)) break;
    last++;
    closed = LAST.test(gap);
  }
  // "in Latvia and Britain the one in Estonia", "to Mali and Togo 150": the last begins a clause that leaves out its verb
  if (closed && last - first === 1 && GAPPED.test(text.slice(mentions[last]!.end, mentions[last]!.end + 12))) return first;
  if (closed && last - first >= 2 && isFronted(text, start, mentions[first]!, mentions[last]!)) return first;
  // commas alone may part clauses: without its "and" a list needs four names
  return closed || last - first >= 3 ? last : first;
}

/** "a tour to Almaty, Tashkent and Bishkek": the last of three towns or more to which somebody goes; `first` where there are fewer. */
function townsFrom(mentions: readonly Mention[], first: number, text: string): number {
  const isTown = (m: Mention | undefined): boolean => m?.kind === "place" && /^(?:city|capital)$/.test(m.form) && m.actors.length === 1;
  if (
    !isTown(mentions[first]) ||
    !/\b(?:visits?|trips?|tours?|journeys?|travel(?:l?ed|s)?|went|flew|sailed)\b[^.;:]{0,160}\sto\s$/i.test(
      text.slice(Math.max(0, mentions[first]!.start - 200), mentions[first]!.start),
    )
  )
    return first;
  for (let last = first; isTown(mentions[last + 1]); last++) {
    const gap = text.slice(mentions[last]!.end, mentions[last + 1]!.start);
    if (!/^(?:,\s+|,?\s+and\s+)$/i.test(gap)) return first;
    if (/and/i.test(gap)) return last - first >= 1 ? last + 1 : first;
  }
  return first;
}

/** "Peru, Chile, Bolivia sign accord", as chronicles and headlines leave out the "and": the index of the last name of such a row that opens the sentence, else 0. */
function rowBefore(mentions: readonly Mention[], text: string, { start, end }: Sentence): number {
  if (mentions.length < 3 || mentions[0]!.start > start) return 0;
  let last = 0;
  while (
    last + 1 < mentions.length &&
    [mentions[last]!, mentions[last + 1]!].every((m) => (LISTED.has(m.form) || m.form === "person") && m.actors.length === 1) &&
    /^,\s+$/.test(text.slice(mentions[last]!.end, mentions[last + 1]!.start))
  )
    last++;
  return last >= 2 && ACTS.test(text.slice(mentions[last]!.end, Math.min(end, mentions[last]!.end + 20))) ? last : 0;
}

/** A verb in the present or past, as what follows a row of names. */
const ACTS = /^\s+(?!(?:with|and|or|in|on|at|to|of|for|by|from|as|is|was|has|had|the|a|an|who|which|where|its|his)\b)\p{Ll}{3,}(?<!ing)\b/u;

/** "In Africa, Ghana and Togo signed": the region says where, and the list begins behind its comma. */
function isRegionInFront(region: Mention, next: Mention | undefined, text: string, start: number): boolean {
  return (
    region.kind === "region" &&
    next !== undefined &&
    region.start - start < 40 &&
    /^\s*,\s/.test(text.slice(region.end, next.start)) &&
    /^\W*(?:(?:elsewhere|even)\s)?(?:in|across|throughout|within)\s(?:the\s)?$/i.test(text.slice(start, region.start))
  );
}

/** A phrase in front of the subject: "With the help of". */
const FRONT =
  /^\W*(?:under|with|in|from|across|through|at|after|following|despite|unlike|like|thanks to|on|without|alongside)\b(?:[^,;:.]*\s(?:of|with|from|by|behind|to|for))?\s(?:the\s)?$/i;
const GOES_ON =
  /^,?\s+(?:(?:have|has|had|were|was|will|would|agreed|met|held|took|began|became|set|signed|made|sent|said|did)\b|(?!named|called|based|led)\p{Ll}+ed\b)/u;

/** "Under the auspices of Peru, Chile and Togo signed": a sentence has a subject, so the first name is that of the phrase in front of it. */
function isFronted(text: string, start: number, first: Mention, last: Mention): boolean {
  return first.start - start < 100 && GOES_ON.test(text.slice(last.end, last.end + 20)) && FRONT.test(text.slice(start, first.start));
}

/** The last of three names or more with dashes between them: "between Peru-Chile-Bolivia". */
function dashedFrom(mentions: readonly Mention[], first: number, text: string): number {
  let last = first;
  while (
    last + 1 < mentions.length &&
    [mentions[last]!, mentions[last + 1]!].every((m) => LISTED.has(m.form) && m.kind !== "place") &&
    /^\s?[-–—]\s?$/.test(text.slice(mentions[last]!.end, mentions[last + 1]!.start))
  )
    last++;
  return last - first >= 2 ? last : first;
}

const COMPOUNDS =
  /\b(?:secretar(?:y|ies)|consul(?:ate)?s?|directors?|governors?|attorneys?|inspectors?|commissioners?)[-\s]general\b|\b(?:vice|deputy)-\p{L}+|\bmemorand(?:um|a) of (?:understanding|cooperation)\b|\blines? of credit\b|\bletters? of intent\b|\bfree[- ]trade agreements?\b|\bstatus of forces\b|\bcessation of hostilities\b|\bpersonae? non gratae?\b|\bgo-betweens?\b/giu;

/** "F-16s", "Su-30SM", "T-72": letters, a hyphen, a number. */
const DESIGNATIONS = /(?<![\p{L}\p{N}-])[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,3}\d{0,2}(?<plural>s)?(?![\p{L}\p{N}-])/gu;

/** Compounds that the treebanks' tokens would cut in three: "secretary-general", "consulates-general", "F-16s". */
function findCompounds(sentence: Sentence, text: string): Unit[] {
  const part = text.slice(sentence.start, sentence.end);
  return [...findMatches(COMPOUNDS, part), ...findMatches(DESIGNATIONS, part)].map((m): Unit => {
    const start = sentence.start + m.index;
    return { start, end: start + m[0].length, kind: "name", adjective: false, plural: m.groups?.plural ? true : undefined };
  });
}

/** No word of a name is longer; without a bound a word of a hundred thousand marks would be read from each of them. */
const CAPITAL = String.raw`\p{Lu}[\p{L}\p{N}'’.&-]{0,80}`;
const JOINED = String.raw`(?:\s+(?:${CAPITAL}|(?:of|on|for|and|the|to|in|against|de|del|y)(?=\s)))`;
const HEADS =
  "Agreement|Agreements|Treaty|Treaties|Pact|Accord|Accords|Protocol|Convention|Memorandum|Declaration|Charter|Communiqué|Compact|Act|Plan|Programme|Program|Project|Initiative|Fund|Facility|Summit|Forum|Seminar|Workshop|Conference|Dialogue|Congress|Symposium|Roundtable|Exercise|Partnership|Meeting|Assembly|Session|Consultations";
const GATHERS =
  /^(?:\S+ )?(?:Meeting|Session|Consultations|Dialogue|Summit|Forum|Conference)\b|\b(?:Meeting|Session|Consultations|Dialogue|Summit|Forum|Conference|Congress|Seminar)$/;
/** "Commercial and Security Agreement": capitalised words that end in what the thing is. */
const ENDING = new RegExp(
  String.raw`(?<![\p{L}.])(?!(?:The|A|An|In|On|At|During|This|That|Its|Their|His|Her|For|With|From|Under|Since|By|As|To|After|Before|While|When|Both)\s)${CAPITAL}(?:\s+(?:(?:and|of|for|on|the)\s+)*${CAPITAL})*?\s+(?:${HEADS})(?![\p{L}])`,
  "gu",
);
/** "Treaty of Friendship and Cooperation": what the thing is, then of what. */
const OPENING = new RegExp(
  String.raw`(?<![\p{L}.])(?:${HEADS})\s+(?:of|on|for|against|concerning)${JOINED}*?\s+${CAPITAL}(?:\s+(?:(?:and|of|for|on|the|in)\s+)*${CAPITAL})*`,
  "gu",
);

const MATTERS =
  "Peace|Friendship|Amity|Commerce|Navigation|Boundaries|Limits|Alliance|Cooperation|Co-operation|Trade|Extradition|Arbitration|Conciliation|(?:Good[- ])?Neighbou?rliness|(?:Mutual )?Assistance|Recognition|Settlement|Solidarity|Understanding|Reconciliation|Non-Aggression|Nonaggression|Consultation";
/** "Treaty of Amity, Commerce and Navigation": of several matters, with commas. */
const SERIAL = new RegExp(
  String.raw`(?<![\p{L}.])(?:(?:General|Basic|Joint|Special) )?(?:Treaty|Agreement|Convention|Pact|Treaties)\s+(?:of|on)\s+(?:${MATTERS})(?:,\s+(?:${MATTERS}))+,?\s+(?:and|&)\s+(?:${MATTERS})(?!\p{L})`,
  "gu",
);

/** Proper names of pacts, programmes and gatherings that no lexicon holds. */
function findProperNames(
  sentence: Sentence,
  text: string,
  pairs: readonly Unit[],
  mentions: readonly Mention[],
  dates: readonly DateExpression[],
): Unit[] {
  const part = text.slice(sentence.start, sentence.end);
  if (part.toUpperCase() === part) return [];
  const found: Unit[] = [];
  for (const pattern of [ENDING, OPENING, SERIAL])
    for (const m of findMatches(pattern, part)) {
      const start = sentence.start + m.index;
      // "signed the declaration on Saturday"
      if (WEEKDAY.test(m[0])) continue;
      // the first word of a sentence has its capital anyway
      if (m.index === 0 && !/\s\p{Lu}.*\s/u.test(m[0])) continue;
      // "the Fifth Meeting of the Chile–Togo Joint Committee": half of a pair of names belongs to no other name, nor the pair to a gathering's
      if (/[–—]$/.test(part.slice(0, m.index)) || /^[–—]\p{Lu}/u.test(part.slice(m.index + m[0].length))) continue;
      if (GATHERS.test(m[0]) && pairs.some((u) => u.start < start + m[0].length && u.end > start)) continue;
      // "organised in Tokyo the IV Ministerial Meeting": the name begins behind the article
      const place = pattern === ENDING ? placeInFront(part.slice(0, m.index), m[0]) : 0;
      found.push({
        start: start + place,
        end: endOfName(start + place, m[0].slice(place), mentions, dates),
        kind: "name",
        adjective: false,
      });
    }
  return found;
}

const GATHERED = /^(?:Summit|Forum|Conference|Congress|Meeting|Assembly|Session|Consultations)\b/;

/** Where a name ends that goes on with when and where it was: "the Assembly of the African Union in June", "the Conference on Climate in Lima". */
function endOfName(start: number, name: string, mentions: readonly Mention[], dates: readonly DateExpression[]): number {
  for (const { index } of name.matchAll(/\s+in (?:the )?(?=\p{Lu})/gu)) {
    const at = start + index + /^\s+in (?:the )?/.exec(name.slice(index))![0].length;
    const isPlace = (m: Mention): boolean =>
      m.start === at &&
      (m.form === "capital" || m.form === "city" || (m.kind === "state" && GATHERED.test(name) && !/\bon\b/.test(name.slice(0, index))));
    if (dates.some((d) => d.start === at) || mentions.some(isPlace)) return start + index;
  }
  return start + name.length;
}

const WEEKDAY = /\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

/** How long a place is that stands before the article of a name: "in Tokyo the IV Meeting", "to Port Vila for the Pacific Forum". */
function placeInFront(before: string, name: string): number {
  const preposition = /(?:^|\s)(in|at|for|with|from|to|by)\s+$/i.exec(before)?.[1];
  if (!preposition) return 0;
  const place = /^\p{Lu}[\p{L}'’-]+\s+the\s+/u.exec(name);
  if (place) return place[0].length;
  return /^(?:in|at|to)$/i.test(preposition) ? (/^(?:\p{Lu}[\p{L}'’-]+\s+){1,3}for\s+the\s+/u.exec(name)?.[0].length ?? 0) : 0;
}

const QUOTED = /“[^“”]{3,300}”|"[^"]{3,300}"|«[^«»]{3,300}»/gu;

/** What a quoted sentence has and a title has not. */
const SAID = /[,!?]\s*$|(?<!^)\b(?:is|are|was|were|will|would|must|has|have|had|can|cannot|should|do|does|did|not|we|they|he|she)\b/u;

/** Quoted titles: capitalised, and not a whole quoted sentence. */
function findTitles(sentence: Sentence, text: string): Unit[] {
  const part = text.slice(sentence.start, sentence.end);
  const found: Unit[] = [];
  for (const m of findMatches(QUOTED, part)) {
    const words = m[0].slice(1, -1).trim().split(/\s+/);
    const capital = words.filter((w) => /^\p{Lu}/u.test(w)).length;
    if (words.length < 2 || SAID.test(m[0].slice(1, -1)) || capital < Math.max(1, words.length / 3) || !/^[\p{Lu}\d]/u.test(words[0]!))
      continue;
    found.push({ start: sentence.start + m.index, end: sentence.start + m.index + m[0].length, kind: "title" });
  }
  return found;
}

const STYLE = /\b(?:His|Her) (?:Royal |Serene )?(?:Majesty|Highness)(?: the (?:King|Queen|Sultan|Amir|Emir))?\b(?! (?:the )?\p{Lu})/gu;

/** "His Highness", "Her Majesty the Queen": who is called so without a name. */
function findStyles(sentence: Sentence, text: string): Unit[] {
  return findMatches(STYLE, text.slice(sentence.start, sentence.end)).map((match) => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    kind: "name",
    adjective: false,
  }));
}
