import { type Item, item } from "./item.ts";
import type { KnownPerson } from "./known-persons.ts";
import { APOSTROPHE, CAPITAL, HYPHEN, LOWER, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** Persons whom the document has named before, by surname or by the whole name again. */
export function findLaterNames(context: TextContext, known: readonly KnownPerson[], covered: (word: number) => boolean): Item[] {
  const bySurname = new Map<string, KnownPerson[]>();
  for (const person of known) {
    const [key] = coreOf(person);
    if (key === undefined || key.length < 2) continue;
    const list = bySurname.get(key) ?? [];
    list.push(person);
    bySurname.set(key, list);
  }
  if (bySurname.size === 0) return [];
  const { words } = context;
  const found: Item[] = [];
  for (let i = 0; i < words.count; i++) {
    if (words.shapes[i]! === LOWER || covered(i)) continue;
    const list = bySurname.get(words.folds[i]!);
    if (!list) continue;
    const person = lastNamed(list, i, (one) => matches(context, coreOf(one), i, covered));
    if (!person) continue;
    const whole = extend(context, person, i, covered);
    const core = coreOf(person);
    // "Canel-Ruiz" is no Canel, "Díaz-Canel" is
    const beyond = i + core.length;
    if (!whole && (besideOtherName(context, i, person, covered) || (words.gaps[beyond] === HYPHEN && words.shapes[beyond] === CAPITAL)))
      continue;
    const article =
      i > 0 && core !== person.surname && words.folds[i - 1] === person.surname[0] && words.gaps[i] === HYPHEN && !covered(i - 1);
    const first = whole?.first ?? (article ? i - 1 : i);
    const last = whole?.last ?? i + core.length - 1;
    found.push(
      item(first, last, {
        actors: person.actors,
        kind: person.kind,
        form: "person",
        person: person.name,
        office: person.office,
        why: `named before; ${person.why}`,
      }),
    );
    i = last;
  }
  return found;
}

/** "Bashir" of "al-Bashir": texts leave the article out or write it large. */
function coreOf({ surname }: KnownPerson): readonly string[] {
  return surname.length > 1 && /^(?:al|el|as|ash|ad|an|ar|az|at)$/.test(surname[0]!) ? surname.slice(1) : surname;
}

/** The person of a list, sorted by place, who was named last before a word and fits; only the last few are asked. */
function lastNamed(list: readonly KnownPerson[], at: number, fits: (person: KnownPerson) => boolean): KnownPerson | null {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  for (let k = low - 1; k >= 0 && k >= low - 16; k--) {
    const person = list[k]!;
    if (at >= person.at + person.folds.length && fits(person)) return person;
  }
  return null;
}

function matches(context: TextContext, folds: readonly string[], at: number, covered: (word: number) => boolean): boolean {
  return folds.every((fold, k) => context.words.folds[at + k] === fold && !covered(at + k));
}

/** The whole name again: the words around the surname that are words of the name as first written. */
function extend(
  context: TextContext,
  person: KnownPerson,
  at: number,
  covered: (word: number) => boolean,
): { first: number; last: number } | null {
  const offset = person.folds.indexOf(coreOf(person)[0]!);
  const first = at - offset;
  if (offset < 0 || first < 0 || person.folds.length === coreOf(person).length) return null;
  for (let k = 0; k < person.folds.length; k++) if (context.words.folds[first + k] !== person.folds[k] || covered(first + k)) return null;
  return { first, last: first + person.folds.length - 1 };
}

/** A capitalised word right before or after makes it another person's name. */
function besideOtherName(context: TextContext, at: number, person: KnownPerson, covered: (word: number) => boolean): boolean {
  const { words } = context;
  const after = at + coreOf(person).length;
  if (after < words.count && follows(context, after) && words.gaps[after] === SPACE && words.shapes[after] === CAPITAL && !covered(after))
    return true;
  if (after < words.count && words.gaps[after] === HYPHEN && words.shapes[after] !== LOWER && !covered(after)) return true;
  if (at === 0 || !follows(context, at) || words.gaps[at] === APOSTROPHE || covered(at - 1)) return false;
  if (words.shapes[at - 1] !== CAPITAL) return words.shapes[at - 1] === 3;
  if (NO_NAME.test(words.folds[at - 1]!)) return false;
  return context.firstWords[context.sentences[at]!] !== at - 1 || !person.folds.includes(words.folds[at - 1]!);
}

/** Capitalised words before a surname that are no given name: titles, days, months, what a sentence begins with. */
const NO_NAME =
  /^(?:mr|mrs|ms|dr|sir|lord|sheikha?|shaikha?|sayyida?|prince|princess|king|queen|emir|sultan|president|vice|premier|chancellor|minister|ambassador|envoy|senator|speaker|chairman|director|general|secretary|rep|sen|and|but|when|while|after|as|the|for|in|during|before|since|with|to|from|by|at|on|of|if|though|although|because|until|once|upon|following|despite|without|against|under|both|like|unlike|even|however|meanwhile|or|nor|yet|so|then|that|where|whether|did|does|had|has|was|is|will|would|should|could|according|throughout|through|between|among|about|over|amid|besides|alongside|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow)$/;
