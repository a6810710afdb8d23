import { findMatches } from "../document/find-matches.ts";
import { escaped, wordAt } from "./body-occurrences.ts";
import { type Item, item } from "./item.ts";
import { ALL_CAPITALS, APOSTROPHE, CAPITAL, foldName, LOWER } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Nouns of those who take up arms or rise against a government. */
const HEADS = set("front army movement forces brigades militia guerrillas");
/** What such a name says that they are for. */
const CAUSE = set(
  "liberation liberators resistance patriotic patriots revolutionary independence salvation insurgent separatist guerrilla freedom secession",
);
/** Words of clubs, orders and armies of states that have the same nouns. */
const OTHER = set(
  "aligned club day fc football labor labour memorial museum nonaligned red royal scout scouts street student students trade university women womens youth",
);
const LINKS = set("of for the and");
/** What the law of its state puts behind a company's name. */
const LEGAL = set("ltd limited inc incorporated corp gmbh plc llc spa oyj asa bhd pty holdings holding");
/** "the Swiss mining company Alpenstein". */
const FIRM = set("company firm conglomerate miner shipbuilder planemaker carmaker automaker drugmaker contractor multinational");
const TITLES = set(
  "president chairman chairwoman chairperson chief ceo director manager spokesman spokeswoman spokesperson executive minister secretary mr mrs ms dr sir the a an in on of for and it he she they this that these those we i christmas easter january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday",
);
/** A company of the state is its state, and so is every one of North Korea. */
const OF_STATE = set("north state government national public parastatal owned run");
const MOST = 16;
const WIDEST = 8;

interface Named {
  readonly first: number;
  readonly last: number;
  /** The noun with which the text goes on: "the Front"; null where that would mean others too. */
  readonly noun: string | null;
}

/**
 * All words that mean armed groups and companies that no table has, where their name or the words beside it tell what they are, with the
 * acronym in brackets and "the Front" later in the document.
 *
 * @param items what the words of the document are known to mean, in any order
 * @example
 * "the Upper Lisse Liberation Front (ULLF)", "Corvex Minerals Ltd", "the Swiss mining company Alpenstein"
 */
export function findNamedGroups(context: TextContext, items: readonly Item[]): Item[] {
  const { words, text } = context;
  const known = new Uint8Array(words.count);
  const fixed = new Uint8Array(words.count);
  for (const one of items) {
    known.fill(1, one.first, one.last + 1);
    const place = one.body === null && one.person === null && /^(?:state|former-state|region|place)$/.test(one.kind);
    if (!place) fixed.fill(1, one.first, one.last + 1);
  }
  const names = new Map<string, Named>();
  for (let i = 1; i < words.count && names.size < MOST; i++) {
    if (context.shouting[context.sentences[i]!] === 1) continue;
    const named = groupAt(context, i, fixed) ?? companyAt(context, i, known);
    if (!named) continue;
    const name = text.slice(words.starts[named.first]!, words.ends[named.last]!);
    if (!names.has(name)) names.set(name, named);
  }
  return [...names].flatMap(([name, { noun }]) => wordsOf(context, name, noun, fixed));
}

const isCapital = ({ words }: TextContext, i: number): boolean => words.shapes[i] === CAPITAL || words.shapes[i] === ALL_CAPITALS;

/** "Upper Lisse | Liberation | Front", "Movement | for the | Liberation | of Lisse". */
function groupAt(context: TextContext, head: number, fixed: Uint8Array): Named | null {
  const { words } = context;
  if (words.shapes[head] !== CAPITAL || !HEADS.has(words.folds[head]!)) return null;
  let first = head;
  while (first > 0 && head - first < WIDEST && joins(context, first) && (isCapital(context, first - 1) || inPossessive(context, first)))
    first--;
  while (first < head && TITLES.has(words.folds[first]!)) first++;
  let last = head;
  for (let i = head + 1; i < words.count && i - head < WIDEST && follows(context, i); i++) {
    if (isCapital(context, i)) last = i;
    else if (words.shapes[i] !== LOWER || !LINKS.has(words.folds[i]!) || (words.folds[i] === "and" && last === head)) break;
  }
  const folds = words.folds.slice(first, last + 1);
  const plain = folds.filter((fold) => !LINKS.has(fold) && fold !== "s");
  if (plain.length < 3 || !folds.some((fold) => CAUSE.has(fold)) || folds.some((fold) => OTHER.has(fold))) return null;
  for (let i = first; i <= last; i++) if (fixed[i] === 1) return null;
  const noun = words.folds[head]!;
  return { first, last, noun: noun === "front" || noun === "movement" ? noun[0]!.toUpperCase() + noun.slice(1) : null };
}

/** Goes on from the word before, even over "the Herders' Front". */
function joins(context: TextContext, at: number): boolean {
  const { words, text } = context;
  return follows(context, at) || /^['’] $/.test(text.slice(words.ends[at - 1]!, words.starts[at]!));
}

/** The "s" of "People's Liberation Front". */
function inPossessive({ words }: TextContext, at: number): boolean {
  return (
    at > 1 &&
    words.gaps[at - 1] === APOSTROPHE &&
    words.folds[at - 1] === "s" &&
    /^(?:people|lord|farmer|worker)$/.test(words.folds[at - 2]!)
  );
}

/** "Corvex Minerals Ltd"; "the mining company Corvex". */
function companyAt(context: TextContext, i: number, known: Uint8Array): Named | null {
  const { words } = context;
  const fold = words.folds[i]!;
  if (LEGAL.has(fold) && isCapital(context, i)) {
    let first = i;
    while (first > 0 && i - first < 6 && follows(context, first) && isCapital(context, first - 1) && known[first - 1] === 0) first--;
    while (first < i && TITLES.has(words.folds[first]!)) first++;
    const before = first > 0 && follows(context, first) ? words.folds[first - 1]! : "";
    return first === i || known[first - 1] === 1 || OF_STATE.has(before) ? null : { first, last: i, noun: null };
  }
  if (!FIRM.has(fold) || words.shapes[i] !== LOWER) return null;
  for (let k = Math.max(0, i - 5); k < i; k++) if (OF_STATE.has(words.folds[k]!)) return null;
  const first = i + 1;
  let last = i;
  while (last + 1 < words.count && last - i < 4 && follows(context, last + 1) && isCapital(context, last + 1) && known[last + 1] === 0)
    last++;
  if (last < first || TITLES.has(words.folds[first]!) || (words.folds[first]?.length ?? 0) < 3) return null;
  return { first, last, noun: null };
}

/** Where the document means it: its name as it is written, its acronym, its noun behind "the". */
function wordsOf(context: TextContext, name: string, noun: string | null, fixed: Uint8Array): Item[] {
  const { text, words } = context;
  const named = findMatches(new RegExp(String.raw`(?<![\p{L}\d-])${escaped(name)}(?![\p{L}\d])`, "gu"), text);
  const letters = named.flatMap(
    ({ index }) => /^\s*\((?:the )?(\p{Lu}[\p{Lu}\d-]{1,9})\)/u.exec(text.slice(index + name.length, index + name.length + 18))?.[1] ?? [],
  );
  const acronym = letters[0] ?? null;
  const places = named.map(({ index }) => [index, index + name.length] as const);
  for (const short of [
    acronym && `(?<![\\p{L}-])${escaped(acronym)}(?![\\p{L}-])`,
    noun && `(?<=\\b[Tt]he )${noun}(?! (?:of|for) )(?![\\p{L}])(?! \\p{Lu})`,
  ])
    if (short) for (const found of findMatches(new RegExp(short, "gu"), text)) places.push([found.index, found.index + found[0].length]);
  const id = `group:${foldName(acronym ?? name)
    .replace(/['’]/g, "")
    .replace(/[^a-z\d]+/g, "-")
    .replace(/-(?:ltd|limited|inc|corp|gmbh|plc|llc)$/, "")}`;
  return places.flatMap(([start, end]) => {
    const [first, last] = [wordAt(words.starts, words.count, start), wordAt(words.starts, words.count, end - 1)];
    if (fixed[first] === 1 || fixed[last] === 1) return [];
    return [item(first, last, { actors: [id], kind: "group", form: "name", why: "a group or company by the form of its name" })];
  });
}
