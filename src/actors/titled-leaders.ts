import type { Leader } from "./actor.ts";
import { type Item, item } from "./item.ts";
import { kindOf } from "./judge-names.ts";
import { pairOfTitle, stateNamed } from "./pair-of-title.ts";
import { termAt, yearsAround } from "./read-leaders.ts";
import { APOSTROPHE, CAPITAL, HYPHEN } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** Surnames that are words or towns: they need more than a title's word. */
const WORDS =
  /^(?:may|major|bush|brown|rice|fox|begin|hague|heath|baker|turner|marshall|carney|christopher|charles|francis|albert|philip|martin|carter|ford|powell|eden|grant|young|church|little|price|key|love|stone|west|north|south|east|day|king|prince|bishop|cook|straw|hammond|hunt|long|mark|wade|bill|will|ban|union|peace|paz|mesa|franco|blanco|santos|costa|silva|castro|lagos|toledo|valencia|santander|monroe|lincoln|marcos|santiago)$/;
const FEWEST_LETTERS = 3;

/**
 * Leaders by surname alone in a text whose title names their state: "Ruto visits Kampala" under "Kenya and Uganda: a
 * chronology". Only of a state that the title names, one person, and in office in the year that the entry tells.
 */
export function findTitledLeaders(context: TextContext, items: readonly Item[], covered: (word: number) => boolean): Item[] {
  const titled = statesOfTitle(context, items);
  if (titled.size === 0) return [];
  const { words } = context;
  const found: Item[] = [];
  for (let at = 0; at < words.count; at++) {
    const fold = words.folds[at]!;
    if (words.shapes[at] !== CAPITAL || fold.length < FEWEST_LETTERS || covered(at) || WORDS.test(fold)) continue;
    const leaders = context.lexicon.byFoldedSurname(fold).filter((l) => l.terms.some((t) => titled.has(t.state)));
    if (leaders.length === 0 || besideName(context, at, covered)) continue;
    const one = inOffice(leaders, titled, yearsAround(context, at));
    if (one) found.push(surnameItem(context, at, one));
  }
  return found;
}

/**
 * Leaders by surname alone in a row of persons: "Kagame, Ruto and Museveni are there", where one of the row is known. Only a
 * surname that leaders of one state bore at the time that the entry, or the document, tells.
 */
export function findListedLeaders(context: TextContext, persons: readonly Item[], covered: (word: number) => boolean): Item[] {
  const found: Item[] = [];
  const known = persons.filter((one) => one.form === "person" && one.actors.length > 0);
  const ends = new Set(known.map((one) => one.last));
  const starts = new Set(known.map((one) => one.first));
  const tried = new Set<number>();
  const { words } = context;
  const tryAt = (at: number): boolean => {
    const fold = words.folds[at];
    if (
      fold === undefined ||
      tried.has(at) ||
      covered(at) ||
      words.shapes[at] !== CAPITAL ||
      fold.length < FEWEST_LETTERS ||
      WORDS.test(fold)
    )
      return false;
    tried.add(at);
    if (besideName(context, at, covered)) return false;
    const one = inOffice(context.lexicon.byFoldedSurname(fold), null, yearsAround(context, at));
    if (!one || !/^[A-Z]{3}$/.test(one.term.state)) return false;
    found.push(surnameItem(context, at, one));
    return true;
  };
  const walk = (from: number, step: 1 | -1): void => {
    for (let at = from; ; ) {
      let next = at + step;
      let joined = false;
      while (/^(?:,|and)$/.test(words.folds[next] ?? "") && context.sentences[next] === context.sentences[at]) {
        joined = true;
        next += step;
      }
      if (!joined || context.sentences[next] !== context.sentences[at] || !tryAt(next)) return;
      at = next;
    }
  };
  for (const end of ends) walk(end, 1);
  for (const start of starts) walk(start, -1);
  return found;
}

function surnameItem(context: TextContext, at: number, { leader, term }: { leader: Leader; term: Leader["terms"][number] }): Item {
  return item(at, at, {
    actors: [term.state],
    kind: kindOf(context, term.state),
    form: "person",
    person: leader.name,
    office: term.office === "leader" ? "head-of-government" : term.office,
    leader,
    why: `surname of ${leader.name} in a text on ${term.state}`,
  });
}

/** The states that the document's title names, at most three. */
function statesOfTitle(context: TextContext, items: readonly Item[]): ReadonlySet<string> {
  const title = context.document.blocks.find((block) => block.kind === "title");
  if (!title) {
    const words = context.document.title ?? "";
    const one = stateNamed(words, context.lexicon);
    return new Set(one ? [one] : (pairOfTitle(words, context.lexicon) ?? []));
  }
  const { starts, ends } = context.words;
  const named = items.filter((one) => starts[one.first]! >= title.start && ends[one.last]! <= title.end);
  const states = new Set(named.flatMap((one) => (one.kind === "state" || one.kind === "place" ? one.actors : [])));
  return states.size <= 3 ? states : new Set();
}

/** The leader whose term covers the time that is told; null where it is not told, or several of different states fit. */
function inOffice(
  leaders: readonly Leader[],
  titled: ReadonlySet<string> | null,
  time: ReturnType<typeof yearsAround>,
): { leader: Leader; term: Leader["terms"][number] } | null {
  const fitting = leaders.flatMap((leader) => {
    const own = { ...leader, terms: leader.terms.filter((t) => titled?.has(t.state) !== false && t.office !== "official") };
    if (own.terms.length === 0) return [];
    const { term, fits } = termAt(own, time);
    return fits && (time.years.length > 0 || time.day !== null) ? [{ leader, term }] : [];
  });
  const states = new Set(fitting.map((f) => f.term.state));
  return states.size === 1 ? fitting[0]! : null;
}

/** A capitalised word of nobody known, or a hyphen, right beside makes it part of another name. */
function besideName(context: TextContext, at: number, covered: (word: number) => boolean): boolean {
  const { words } = context;
  if (words.gaps[at] === HYPHEN || words.gaps[at + 1] === HYPHEN) return true;
  const isCapital = (i: number): boolean => i >= 0 && i < words.count && words.shapes[i] === CAPITAL;
  const before = at > 0 && follows(context, at) && words.gaps[at] !== APOSTROPHE && isCapital(at - 1);
  const opens = context.firstWords[context.sentences[at]!] === at - 1;
  if (before && !(opens && !covered(at - 1) && /^(?:and|but|when|while|after|as|for|in|president|premier)$/.test(words.folds[at - 1]!)))
    return true;
  return at + 1 < words.count && follows(context, at + 1) && words.gaps[at + 1] !== APOSTROPHE && isCapital(at + 1);
}
