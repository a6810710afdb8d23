import type { Item } from "./item.ts";
import { item } from "./item.ts";
import { ALL_CAPITALS, CAPITAL, foldName, HYPHEN, LOWER, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** An acronym that the document itself explains: "the Association of Caribbean States (ACS)". */
export interface Definition {
  readonly fold: string;
  /** The word at which it is defined. */
  readonly at: number;
  readonly item: Item;
}

const small = new Set("of for the and on in to de la del y e en du des et da do".split(" "));
const HEADS =
  /^(?:organi[sz]ation|organi[sz]acion|forum|foro|community|comunidad|association|asociacion|alliance|alianza|union|bank|banco|commission|comision|council|consejo|summit|cumbre|fund|fondo|group|grupo|league|conference|conferencia|agency|agencia|treaty|tratado|convention|agreement|acuerdo|partnership|mission|initiative|parliament|tribunal|court|secretariat|institute|centre|center|dialogue|programme|program|network|facility|federation|authority|committee|pact)$/;
// not "joint" or "bilateral": the committee of two is those two
const WIDE =
  /^(?:international|inter|world|global|american|latin|america|south|central|caribbean|andean|african|africa|asian|asia|european|europe|arab|pacific|atlantic|mediterranean|ibero|pan|united|nations|un|regional|intergovernmental|multilateral|multinational|commonwealth|islamic|nordic|baltic|eurasian|east|west|north|southern|northern|eastern|western|trans|gulf|mesoamerican|amazon|hemispheric)$/;

/** Definitions in parentheses after (or before) items, and of organisations that the lexicon does not have. */
export function findDefinitions(context: TextContext, items: readonly Item[]): { definitions: Definition[]; found: Item[] } {
  const definitions: Definition[] = [];
  const found: Item[] = [];
  for (const known of items) {
    if (known.form === "person" || known.form === "demonym" || known.form === "city" || known.form === "capital") continue;
    const at = acronymInBrackets(context, known.last);
    if (at < 0) continue;
    const fold = context.words.folds[at]!;
    if (!plausible(context, known, fold)) continue;
    const form = known.kind === "state" && known.body === null ? "code" : known.form;
    definitions.push({ fold, at, item: { ...known, form, why: `defined as ${known.why}` } });
  }
  const taken = new Set(items.map((i) => i.last));
  const { words } = context;
  for (let i = 3; i + 1 < words.count; i++) {
    if (taken.has(i) || words.shapes[i] !== CAPITAL || !brackets(context, i)) continue;
    const unlisted = unlistedOrganisation(context, i);
    if (!unlisted) continue;
    found.push(unlisted.item);
    definitions.push(unlisted);
  }
  return { definitions, found };
}

function brackets(context: TextContext, last: number): boolean {
  const { words, text } = context;
  return last + 1 < words.count && /^\s*[([]["“]?$/.test(text.slice(words.ends[last]!, words.starts[last + 1]!));
}

/** The word index of an acronym right after word `last` in brackets, or -1. */
function acronymInBrackets(context: TextContext, last: number): number {
  const { words, text } = context;
  if (!brackets(context, last)) return -1;
  const at = last + 1;
  const raw = text.slice(words.starts[at]!, words.ends[at]!);
  if (!/^\p{Lu}[\p{L}\d&+-]*\p{Lu}[\p{L}\d+]*$/u.test(raw) || raw.length > 10) return -1;
  return /^["”]?\s*[)\],;–-]/.test(text.slice(words.ends[at]!, words.ends[at]! + 4)) ||
    /^ (?:in|por|for its|from)\b/.test(text.slice(words.ends[at]!, words.ends[at]! + 10))
    ? at
    : -1;
}

/** An acronym fits a name when it is one of the actor's own, or its letters begin words of the name in their order. */
function plausible(context: TextContext, known: Item, fold: string): boolean {
  for (const row of context.lexicon.meanings(fold)) {
    const actor = context.lexicon.actor(row.target);
    if (actor && (known.actors.includes(actor.id) || known.actors.includes(actor.actsFor ?? ""))) return true;
  }
  if (initialsFit(known.body ? foldName(known.body).split(" ") : context.words.folds.slice(known.first, known.last + 1), fold)) return true;
  return known.kind === "organisation" && fold.length >= 3 && known.last - known.first >= 2 && context.lexicon.meanings(fold).length === 0;
}

/** Do the letters of the acronym begin words, in order? Small words and second letters of a word may be used or left out. */
function initialsFit(folds: readonly string[], acronym: string): boolean {
  const letters = acronym.replace(/[^a-z]/g, "");
  let k = 0;
  for (const fold of folds) {
    if (k >= letters.length) break;
    if (fold[0] === letters[k]) {
      k++;
      for (let j = 1; j < fold.length && k < letters.length && folds.length < letters.length && fold[j] === letters[k]; j++) k++;
    }
  }
  const strong = folds.filter((fold) => !small.has(fold)).length;
  return k === letters.length && letters.length >= 2 && letters.length >= strong - 2;
}

const PACT = /^(?:agreement|treaty|accord|pact|memorandum|protocol)$/;

/** "the Latin American Railways Association (LARA)": an organisation that no list has gets the id of its acronym. */
function unlistedOrganisation(context: TextContext, last: number): Definition | null {
  const { words } = context;
  const at = acronymInBrackets(context, last);
  if (at < 0) return null;
  let first = last;
  while (first > 0 && last - first < 12 && follows(context, first)) {
    const before = first - 1;
    const name = words.shapes[before] === CAPITAL || words.shapes[before] === ALL_CAPITALS;
    if (!name && !(words.shapes[before] === LOWER && small.has(words.folds[before]!))) break;
    first = before;
  }
  while (first < last && (words.shapes[first] === LOWER || words.folds[first] === "the")) first++;
  const fold = words.folds[at]!;
  for (; first < last; first++) {
    if (words.shapes[first] === LOWER || !initialsFit(words.folds.slice(first, last + 1), fold)) continue;
    const folds = words.folds.slice(first, last + 1);
    if (!folds.some((word) => HEADS.test(word)) || !folds.some((word) => WIDE.test(word)) || folds.length < 3 || fold.length < 3)
      return null;
    if (/^(?:university|faculty|department|ministry|school)$/.test(folds[0]!)) return null;
    // "the Chile-European Union Association Agreement (CEUA)": a pact of two
    if (PACT.test(folds.at(-1)!) && /[-–—/]/.test(context.text[words.starts[first]! - 1] ?? "")) return null;
    const id = `org:${fold}`;
    return {
      fold,
      at,
      item: item(first, last, { actors: [id], kind: "organisation", form: "name", why: "unlisted organisation with its acronym" }),
    };
  }
  return null;
}

/**
 * Definitions that a document leaves out: it names an organisation in full and goes on with one of its own acronyms, which
 * without the name would mean too much ("the African Union … the AU").
 */
export function impliedDefinitions(context: TextContext, items: readonly Item[], definitions: readonly Definition[]): Definition[] {
  const defined = new Set(definitions.map((definition) => definition.fold));
  const inFull = new Map<string, Item>();
  for (const known of items) {
    const [actor] = known.actors;
    if (
      (known.kind !== "organisation" && known.kind !== "group") ||
      known.form !== "name" ||
      known.last === known.first ||
      known.actors.length !== 1
    )
      continue;
    if (!inFull.has(actor!)) inFull.set(actor!, known);
  }
  const found = new Map<string, Definition | null>();
  const { words, lexicon } = context;
  for (let i = 1; inFull.size > 0 && i < words.count; i++) {
    if (words.shapes[i] !== ALL_CAPITALS || words.folds[i - 1] !== "the") continue;
    const fold = words.folds[i]!;
    if (defined.has(fold) || found.has(fold)) continue;
    const meant = lexicon.meanings(fold).filter((row) => row.sense === "acronym" && inFull.has(row.target));
    const named = meant.length === 1 && meant[0]!.flags.includes("d") ? inFull.get(meant[0]!.target)! : null;
    found.set(fold, named && { fold, at: named.last, item: { ...named, why: `acronym of ${named.why}` } });
  }
  return [...found.values()].filter((definition) => definition !== null);
}

/** Items for acronyms that the document has defined, wherever they stand after their definition and nothing else lies. */
export function applyDefinitions(context: TextContext, definitions: readonly Definition[], covered: (word: number) => boolean): Item[] {
  if (definitions.length === 0) return [];
  const byFold = new Map<string, Definition>();
  for (const definition of definitions) if (!byFold.has(definition.fold)) byFold.set(definition.fold, definition);
  const { words } = context;
  const found: Item[] = [];
  for (let i = 0; i < words.count; i++) {
    if (words.shapes[i] === LOWER || covered(i)) continue;
    const definition = byFold.get(words.folds[i]!);
    if (!definition || i < definition.at) continue;
    if (words.shapes[i] === CAPITAL && !/\p{Lu}.*\p{Lu}/u.test(context.text.slice(words.starts[i]!, words.ends[i]!))) continue;
    if (words.gaps[i + 1] === HYPHEN && words.shapes[i + 1] === LOWER && words.gaps[i] !== SPACE) continue;
    found.push({ ...definition.item, first: i, last: i });
  }
  return found;
}
