import type { Mention } from "../actors/mention.ts";
import type { Node } from "../language/sentence.ts";

const RULING: ReadonlySet<string> = new Set([
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "minister",
  "official",
  "ambassador",
]);
/** How far two persons of a list may stand apart: a title that no list knows, a name. In UTF-16 units. */
const REACH = 90;
const NAME = String.raw`(?:(?:(?:[Tt]he|[Rr]t\.?|[Rr]ight|[Mm]ost|[Hh]is|[Hh]er) )*(?:Hon(?:ou?rable)?\.?|Excellency|Highness|Majesty|H\.\s?[EHM]\.|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.?|Sir|Dame|Sheikh) )*\p{Lu}[\p{L}'’.-]{0,40}(?: (?:(?:bin|bint|al|de|del|da|van|von|y|e|ibn) )?\p{Lu}[\p{L}'’.-]{0,40}){0,4}`;
/** What a person's words end with behind the last mention in them: "(SELA) Ana Example", ", Ana Example". */
const TAIL = String.raw`\)?(?:\s\([\p{L} .-]{2,40}\))?(?:,?\s${NAME})?`;
const SEMICOLON = new RegExp(String.raw`^${TAIL}\s*;\s+(?:(?:and|as well as|or)\s+)?(?:(?:the|of|for)\s+){0,2}(?:${HONOURED()})?$`, "u");
const COMMA = new RegExp(
  String.raw`^${TAIL}(?:,\s+(?:(?:and|as well as)\s+)?|\s+(?:and|as well as|&)\s+)(?:the\s+)?(?:${HONOURED()})?$`,
  "u",
);
const LAST = /(?:\band|\bas well as|&)\s+(?:the\s+)?\S{0,30}\s?$/;

/** Forms of address that stand before a name. */
function HONOURED(): string {
  return String.raw`(?:(?:[Tt]he\s)?(?:H\.\s?[EHM]\.?|His Excellency|Her Excellency|Hon(?:ou?rable|\.)?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Amb\.?|Sheikh)\s+)*`;
}

/** A list of persons in office, read as one word. */
interface Dignitaries {
  readonly start: number;
  /** The index of its last mention. */
  readonly last: number;
  readonly end: number;
}

/**
 * The list of dignitaries that begins with mention `first`: "President of Haiti, Jo Sample; Prime Minister of Barbados, Ana Example;
 * and …", "Ambassador of Oman A B, Ambassador of Qatar C D and the Ambassador of Kuwait". Null where there is none: parted by
 * semicolons it needs two of different states, by commas three and an "and".
 */
export function dignitariesFrom(mentions: readonly Mention[], first: number, text: string): Dignitaries | null {
  if (!isDignitary(mentions[first]!)) return namesWithStates(mentions, first, text);
  let last = personEnd(mentions, first, text);
  let parting: RegExp | null = null;
  let closed = false;
  let persons = 1;
  while (!closed && last + 1 < mentions.length) {
    const next = mentions[last + 1]!;
    const gap = text.slice(mentions[last]!.end, next.start);
    if (gap.length > REACH || !isDignitary(next) || next.actors[0] === mentions[last]!.actors[0]) break;
    parting ??= SEMICOLON.test(gap) ? SEMICOLON : COMMA;
    if (!parting.test(gap)) break;
    closed = LAST.test(gap);
    last = personEnd(mentions, last + 1, text);
    persons++;
  }
  if (persons < (parting === SEMICOLON ? 2 : 3) || (!closed && persons < 4)) return null;
  const { end } = mentions[last]!;
  const closing = text[end] === ")" && text.slice(mentions[last - 1]!.end, mentions[last]!.start).endsWith("(") ? 1 : 0;
  return { start: mentions[first]!.start, last, end: end + closing + tailLength(text, mentions[last]!) };
}

const TITLE =
  "(?:(?:Vice|Deputy)[ -])?(?:Presidents?|Prime Ministers?|Premiers?|Chancellors?|(?:Foreign|External|Finance|Defen[cs]e|Trade|Interior|Health|Energy|Environment|Education) (?:Affairs )?(?:Ministers?|Secretar(?:y|ies))|Ministers?|Ambassadors?|Heads of State|Leaders|leaders|presidents|ministers|ambassadors)";
const FIRST_NAMED = new RegExp(String.raw`(?<!\p{L})${TITLE}:? ${NAME} (?<link>\(|(?:of|from) (?:the )?)$`, "u");
const NEXT_NAMED = new RegExp(
  String.raw`^\)?(?:[,;] (?:and |as well as )?| and | as well as )(?:the )?(?:${TITLE} )?${NAME} (?<link>\(|(?:of|from) (?:the )?)$`,
  "u",
);

/** "Presidents Ana Example (Peru), Jo Sample (Chile) and Tim Test (Mexico)": names behind a title, each with its state. */
function namesWithStates(mentions: readonly Mention[], first: number, text: string): Dignitaries | null {
  if (!isBareState(mentions[first]!)) return null;
  const from = Math.max(0, mentions[first]!.start - REACH);
  const opening = FIRST_NAMED.exec(text.slice(from, mentions[first]!.start));
  if (!opening) return null;
  const inBrackets = opening.groups!.link === "(";
  const closing = inBrackets ? ")" : "";
  let last = first;
  let closed = false;
  let persons = 1;
  while (!closed) {
    const here = mentions[last]!;
    let k = last + 1;
    while (k < mentions.length && mentions[k]!.actors.length === 0) k++;
    const next = mentions[k];
    if (!next || !isBareState(next) || next.start - here.end > REACH || !text.startsWith(closing, here.end)) break;
    const gap = text.slice(here.end, next.start);
    const named = NEXT_NAMED.exec(gap);
    if (!named || (named.groups!.link === "(") !== inBrackets) break;
    closed = /(?:^| )(?:and|as well as) /.test(gap);
    last = k;
    persons++;
  }
  const { end } = mentions[last]!;
  if (!closed || persons < (inBrackets ? 2 : 3) || !text.startsWith(closing, end)) return null;
  return { start: from + opening.index, last, end: end + closing.length };
}

function isBareState({ actors, kind, form }: Mention): boolean {
  return actors.length === 1 && kind === "state" && (form === "name" || form === "code");
}

function isDignitary({ actors, kind, form, office }: Mention): boolean {
  return (
    actors.length === 1 &&
    (kind === "state" || kind === "organisation") &&
    (form === "office" || form === "person") &&
    office !== null &&
    RULING.has(office)
  );
}

/** The last mention of one person's words: "President of Haiti, His Excellency Jo Sample" are two, of one state. */
function personEnd(mentions: readonly Mention[], at: number, text: string): number {
  let last = at;
  while (last + 1 < mentions.length && last < at + 2) {
    const [here, next] = [mentions[last]!, mentions[last + 1]!];
    const isSame = next.actors.length === 1 && next.actors[0] === here.actors[0];
    if (!isSame || !/^(?:,? (?:the )?|\s?\(| of (?:the )?)$/.test(text.slice(here.end, next.start))) break;
    last++;
  }
  return last;
}

const TAIL_BEHIND = new RegExp(String.raw`^(?:\))?(?:\s\([\p{L} .-]{2,40}\))?,\s${NAME}(?=[.;,:)])`, "u");

/** How far the name behind the last title reaches: "and Prime Minister of Barbados, Ana Example." */
function tailLength(text: string, { end, form }: Mention): number {
  return form === "office" ? (TAIL_BEHIND.exec(text.slice(end, end + REACH))?.[0].length ?? 0) : 0;
}

const NAMED_FIRST = new RegExp(String.raw`^${TITLE}:? ${NAME} (?:\(|of |from )`, "u");
const TITLES = new RegExp(String.raw`(?<!\p{L})${TITLE}(?!\p{L})`, "gu");
const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/^(?:vice|deputy)/i, "official"],
  [/president|head/i, "head-of-state"],
  [/prime|premier|chancellor/i, "head-of-government"],
  [/foreign|external/i, "foreign-minister"],
  [/minister|secretar/i, "minister"],
  [/ambassador/i, "ambassador"],
];

/** The office of whoever is named before a state in "Presidents Ana Example (Peru) and Jo Sample (Chile)"; null in other phrases. */
export function officeInList({ text, start, unit }: Node, state: Mention): string | null {
  if (unit?.kind !== "list" || state.form !== "name" || !NAMED_FIRST.test(text)) return null;
  const title = [...text.slice(0, state.start - start).matchAll(TITLES)].at(-1)?.[0] ?? "";
  return OFFICES.find(([pattern]) => pattern.test(title))?.[1] ?? "official";
}
