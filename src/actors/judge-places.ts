import { type Candidate, type Item, item } from "./item.ts";
import { folded, possessiveEnd } from "./judge-context.ts";
import type { NameRow } from "./lexicon-data.ts";
import { CAPITAL, HYPHEN, LOWER, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** A seat of government: the state itself ("Seoul and Quito agreed"), or a place ("in Quito", "Quito airport", "Quito, Ecuador"). */
export function readCapital(context: TextContext, { first, last }: Candidate, row: NameRow, before: Item | null): Item | null {
  const { words } = context;
  const name = context.text.slice(words.starts[first]!, words.ends[last]!);
  const place = placeSign(context, first, last, before, row.target);
  if (
    isWeakCapital(name) &&
    !hasEvidence(context, first, last, row.target) &&
    !(LARGE.test(name) && (place === "place" || isListedWithCapital(context, first, before))) &&
    !standsAlone(context, first, last)
  )
    return null;
  const base = { actors: [row.target], form: "capital" as const, why: `capital ${row.surface}` };
  const union =
    (context.counts.get("org:eu") ?? 0) +
    (context.counts.get("org:european-commission") ?? 0) +
    (context.counts.get("org:european-council") ?? 0);
  const belgium = context.counts.get("BEL") ?? 0;
  if (row.target === "BEL" && place === "none" && (union > belgium || belgium === 0))
    return item(first, last, { actors: ["org:eu"], kind: "organisation", form: "capital", why: "Brussels for the European Union" });
  const article = row.flags.includes("t") && context.text.slice(words.starts[first - 1]!, words.ends[first - 1]!) === "The";
  const from = article ? first - 1 : first;
  if (place === "place") return item(from, last, { ...base, kind: "place", city: article ? `The ${name}` : name });
  return item(first, last, { ...base, kind: "state", city: place === "motion" ? name : null });
}

/** Another city: a place in its state, when something says that a place is meant. */
export function readCity(context: TextContext, { first, last }: Candidate, row: NameRow, before: Item | null): Item | null {
  const { words } = context;
  const name = context.text.slice(words.starts[first]!, words.ends[last]!);
  const sign = placeSign(context, first, last, before, row.target);
  const doubtful = row.flags.includes("W");
  const weak = doubtful || row.flags.includes("w");
  if (weak && sign === "none") return null;
  if (weak && sign === "motion" && first === last) return null;
  if (
    (doubtful || folded(context, "given").has(context.words.folds[first]!)) &&
    !stateNear(context, first, row.target) &&
    context.text[words.ends[last]!] !== ","
  ) {
    if ((context.counts.get(row.target) ?? 0) === 0) return null;
  }
  if (precededByUnknownCapital(context, first) || isBehindTitle(context, first)) return null;
  // "Al-Sabah" is a house, no town
  if (words.gaps[first] === HYPHEN && /^(?:al|el)$/.test(words.folds[first - 1] ?? "")) return null;
  return item(first, last, { actors: [row.target], kind: "place", form: "city", city: name, why: `city ${row.surface}` });
}

const TITLE =
  /^(?:president|minister|premier|chancellor|secretary|ambassador|envoy|king|queen|prince|princess|senator|speaker|general|colonel|admiral|governor|mr|mrs|ms|dr|sir|lord)$/;

/** "Defence Minister Aden Example": a town right behind a title is the name of who bears it. */
function isBehindTitle({ words }: TextContext, first: number): boolean {
  return first > 0 && words.gaps[first] === SPACE && words.shapes[first - 1] === CAPITAL && TITLE.test(words.folds[first - 1]!);
}

function placeSign(context: TextContext, first: number, last: number, before: Item | null, target: string): "place" | "motion" | "none" {
  const { words } = context;
  let at = first - 1;
  if (at >= 0 && words.folds[at] === "the" && follows(context, first)) at--;
  const close = at >= 0 && follows(context, at + 1);
  const previous = close ? words.folds[at]! : "";
  const next = last + 1 < words.count && follows(context, last + 1) ? words.folds[last + 1]! : "";
  if (folded(context, "place-before").has(previous)) return "place";
  if (next === "based" && words.gaps[last + 1] === HYPHEN) return "place";
  if (
    previous === "capital" ||
    previous === "city" ||
    (previous === "of" && /^(?:city|capital|mayor|port|streets|airport|outskirts|municipality)$/.test(words.folds[at - 1] ?? ""))
  )
    return "place";
  if (words.gaps[last + 1] === SPACE && folded(context, "place-after").has(next) && possessiveEnd(words, last) === last) return "place";
  if (words.folds[last + 1] === "," && isInState(context, last + 2, target)) return "place";
  if (before?.city && before.last + 2 === first && /^(?:and|or|,)$/.test(words.folds[before.last + 1]!))
    return before.kind === "place" ? "place" : "motion";
  if (folded(context, "motion").has(previous)) return "motion";
  if (previous === "from" || previous === "for") return "motion";
  return "none";
}

/**
 * "Quito, Ecuador": whether a state's name stands right behind the comma. That of another state than the city's (`target`) must end
 * there: "ties with Doha, Mauritania severs them" goes on with another subject.
 */
function isInState(context: TextContext, at: number, target: string): boolean {
  if (at >= context.words.count || context.words.shapes[at] === LOWER) return false;
  let found = false;
  context.lexicon.names.matchFrom(context.words, at, (last, from, to) => {
    const isEnd = last + 1 >= context.words.count || !/^[\p{L}\p{N}]/u.test(context.words.folds[last + 1]!);
    for (let r = from; r < to; r++) {
      const { sense, target: state } = context.lexicon.row(r);
      if (sense === "name" && /^[A-Z]{3}$/.test(state) && (state === target || isEnd)) found = true;
    }
  });
  return found;
}

const weakCapitals =
  /^(?:Victoria|San Jos[eé]|Santiago|Kingston|Georgetown|Hamilton|Sucre|Nassau|Colombo|Male|Praia|Stanley|Bern|Berne|Sofia|Roseau|Melekeok|Moroni|Dili|Nice|Alofi|Apia|Rangoon|Bonn|Melbourne|Westminster|Castries|Jamestown|Marigot|Abidjan|Monaco|Riga|Lome|Lomé|San Salvador|Saint George's|St\. George's)$/;

/** Of the capitals with a doubtful name those that are meant where nothing else is named. */
const LARGE = /^(?:Santiago|San Jos[eé]|Colombo|Kingston|Sofia|Nassau|Male|Praia)$/;

/** "Lima and Santiago", "Brasília, Lima, and Santiago": right behind another capital, in one list. */
function isListedWithCapital({ words }: TextContext, first: number, before: Item | null): boolean {
  if (before?.form !== "capital" || before.last < first - 3 || before.last > first - 2) return false;
  return words.folds.slice(before.last + 1, first).every((word) => /^(?:and|or|,)$/.test(word));
}

/** A cell or a line that holds nothing else. */
function standsAlone(context: TextContext, first: number, last: number): boolean {
  const sentence = context.sentences[first]!;
  return context.firstWords[sentence] === first && context.firstWords[sentence + 1] === last + 1;
}

/** Capitals whose name is also a person's, another city's or a word. */
function isWeakCapital(name: string): boolean {
  return (
    weakCapitals.test(name) &&
    /^(?:Victoria|San Jos|Santiago|Kingston|Georgetown|Hamilton|Sucre|Nassau|Colombo|Male|Praia|Stanley|Sofia|Saint George|St\. George|Jamestown)/.test(
      name,
    )
  );
}

function hasEvidence(context: TextContext, first: number, last: number, state: string): boolean {
  return stateNear(context, first, state) || isInState(context, last + 2, state);
}

/** Is the state named in the same sentence or anywhere in the document? */
function stateNear(context: TextContext, _at: number, state: string): boolean {
  return (context.fullNames.get(state) ?? 0) > 0;
}

function precededByUnknownCapital(context: TextContext, first: number): boolean {
  const { words } = context;
  if (first === 0 || words.gaps[first] !== SPACE || !follows(context, first)) return false;
  const shape = words.shapes[first - 1]!;
  if (shape === LOWER || context.firstWords[context.sentences[first]!] === first - 1) return false;
  const rows = context.lexicon.names.rowsOf([words.folds[first - 1]!]);
  return rows.to === rows.from && shape === 1;
}
