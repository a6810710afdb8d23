import type { Leader } from "./actor.ts";
import { isAmongBodies } from "./among-bodies.ts";
import type { Candidate } from "./item.ts";
import type { NameRow } from "./lexicon-data.ts";
import { ALL_CAPITALS, CAPITAL, HYPHEN, LOWER, MARK, NUMBER, SPACE, scanWords } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** Words that have another sense in text that is all capitals. */
const WORDS_IN_CAPITALS = new Set([
  "us",
  "who",
  "it",
  "is",
  "can",
  "sela",
  "alba",
  "eta",
  "sica",
  "acp",
  "eco",
  "aid",
  "care",
  "cis",
  "fact",
  "plan",
]);
const shapeCache = new WeakMap<object, Map<string, Uint8Array>>();

/** Every name of the lexicon in the text, longest first from the left, with the meanings its writing allows. Pure and linear in the text. */
export function matchNames(context: TextContext): Candidate[] {
  const { words, lexicon } = context;
  const found: Candidate[] = [];
  let i = 0;
  while (i < words.count) {
    const shape = words.shapes[i]!;
    if (shape === MARK || shape === NUMBER) {
      const next = shape === NUMBER ? longestName(context, i) : null;
      if (next) found.push(next);
      i = next ? next.last + 1 : i + 1;
      continue;
    }
    let candidate = longestName(context, i);
    if (shape !== LOWER) {
      const leader = lexicon.leaderAt(words, i);
      if (leader && (!candidate || leader.last > candidate.last) && capitalised(context, i, leader.last))
        candidate = { first: i, last: leader.last, rows: [], leaders: leader.leaders };
    }
    if (candidate) found.push(candidate);
    i = candidate ? candidate.last + 1 : i + 1;
  }
  return found;
}

const noLeaders: readonly Leader[] = [];

function longestName(context: TextContext, at: number): Candidate | null {
  const { words, lexicon } = context;
  let best: Candidate | null = null;
  lexicon.names.matchFrom(words, at, (last, from, to) => {
    const rows: NameRow[] = [];
    for (let r = from; r < to; r++) {
      const row = lexicon.row(r);
      if (fits(context, row, at, last)) rows.push(row);
    }
    if (rows.length > 0) best = { first: at, last, rows, leaders: noLeaders };
  });
  return best;
}

const LANGUAGE = /l:(\w\w)/;

/** May these words of the text be this name: capitals, language, definite article? */
function fits(context: TextContext, row: NameRow, first: number, last: number): boolean {
  const { words, text } = context;
  const { sense } = row;
  const language = LANGUAGE.exec(row.flags)?.[1];
  const flags = language ? row.flags.replace(LANGUAGE, "") : row.flags;
  if (sense === "foreign" || (flags.includes("d") && !isArticled(context, row, first, last))) return false;
  if (language && language !== context.language && !(language === "es" && context.language === "pt")) return false;
  // "the Iran-Iraq War" is no war of Iraq alone
  if (sense === "trap" && row.surface.endsWith(" War") && first > 0 && words.gaps[first] === HYPHEN) return false;
  if (sense === "prefix") return words.gaps[last + 1] === HYPHEN && words.shapes[first]! !== LOWER;
  if (flags.includes("t") && (first === 0 || words.folds[first - 1] !== "the" || !follows(context, first))) return false;
  const shouting = context.shouting[context.sentences[first]!] === 1;
  if (sense === "acronym" || sense === "code" || flags.includes("x") || /^[A-Z.]{2,6}$/.test(row.surface)) {
    if (shouting && row.surface.length < 5 && row.surface !== row.surface.toUpperCase()) return false;
    const raw = text.slice(words.starts[first]!, words.ends[last]!);
    if (shouting && WORDS_IN_CAPITALS.has(words.folds[first]!) && first === last) return fitsShouted(context, first);
    if (raw.replace(/\.$/, "") === row.surface.replace(/\.$/, "")) return true;
    if (first !== last) return capitalised(context, first, last) && words.shapes[first] === ALL_CAPITALS;
    if (words.shapes[first] === ALL_CAPITALS) return row.surface.toUpperCase() === row.surface || shouting;
    return words.shapes[first] === CAPITAL && !flags.includes("x") && mayBeTitleCase(words.folds[first]!);
  }
  if (flags.includes("a")) return true;
  if (shouting && /^\p{Lu}\p{Ll}+\p{Lu}$/u.test(row.surface)) return false;
  const capitals = shapesOf(row);
  for (let i = first; i <= last; i++) {
    if (capitals[i - first] && words.shapes[i]! === LOWER) return false;
  }
  return true;
}

/**
 * "the AU", "ECOWAS and AU": an acronym with other meanings, which then only counts where members of the body are spoken of
 * (judge-context.ts) or other bodies stand beside it.
 */
function isArticled(context: TextContext, { sense, target }: NameRow, first: number, last: number): boolean {
  const { words } = context;
  if (sense !== "acronym" || first !== last || !target.startsWith("org:") || words.shapes[first] !== ALL_CAPITALS) return false;
  return (first > 0 && /^(?:the|an)$/.test(words.folds[first - 1]!) && words.gaps[first] === SPACE) || isAmongBodies(context, first, last);
}

/** Acronyms that many write with one capital: Nato, Opec, Celac, Unasur, Caricom. */
function mayBeTitleCase(fold: string): boolean {
  return /^(?:nato|opec|otan|apec|asean|celac|unasur|unasul|mercosur|mercosul|caricom|aladi|olade|cepal|unesco|unicef|nafta|fealac|ecowas|interpol|comecon|cariforum|prosur|alba|gatt|farc|isis|frelimo|renamo|unita|comesa|afdb|fretilin|parlasur|parlacen|grulac|euratom|comesa|sadc|igad|ecosoc|unctad|minustah|aukus|usaid|polisario|koica)$/.test(
    fold,
  );
}

/** "US" in a headline that is all capitals: only where the next word or the article shows that no pronoun is meant. */
function fitsShouted(context: TextContext, at: number): boolean {
  const { words } = context;
  if (words.folds[at] !== "us") return false;
  const before = at > 0 ? words.folds[at - 1]! : "";
  return (
    before === "the" ||
    (at + 1 < words.count && (words.gaps[at + 1] === HYPHEN || words.folds[at + 1] === ",")) ||
    context.firstWords.includes(at)
  );
}

/** Are all words but particles capitalised? */
function capitalised(context: TextContext, first: number, last: number): boolean {
  const { words } = context;
  for (let i = first; i <= last; i++) {
    const shape = words.shapes[i]!;
    if (
      shape === LOWER &&
      words.gaps[i] !== HYPHEN &&
      words.gaps[i] !== 3 &&
      !/^(?:de|del|da|dos|das|do|la|los|von|van|der|bin|ibn|al|el|y|e|of|and|the|for)$/.test(words.folds[i]!)
    )
      return false;
  }
  return words.shapes[first] !== LOWER;
}

/** For each word of a name: must it begin with a capital? */
function shapesOf(row: NameRow): Uint8Array {
  let cache = shapeCache.get(shapesOf);
  if (!cache) {
    cache = new Map();
    shapeCache.set(shapesOf, cache);
  }
  let shapes = cache.get(row.surface);
  if (!shapes) {
    const { shapes: all, count } = scanWords(row.surface);
    shapes = new Uint8Array(count);
    // "al-Shabaab" as well as "Al-Shabaab"
    const from = count > 1 && /^[Aa]l[- ]/.test(row.surface) ? 1 : 0;
    for (let i = from; i < count; i++) shapes[i] = all[i] === LOWER || all[i] === NUMBER || all[i] === MARK ? 0 : 1;
    cache.set(row.surface, shapes);
  }
  return shapes;
}
