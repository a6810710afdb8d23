import type { Leader, Term } from "./actor.ts";
import { type Item, item } from "./item.ts";
import { folded } from "./judge-context.ts";
import { kindOf } from "./judge-names.ts";
import { nameEnd } from "./name-spans.ts";
import { wordsOf } from "./read-offices.ts";
import { APOSTROPHE, CAPITAL, foldName, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";
import { yearsOfEntry } from "./years-of-entry.ts";

/** The day, or year, that the words speak of: years of the sentence, else that of its entry or heading, else the document's date. */
export function yearsAround(context: TextContext, at: number): { years: readonly number[]; day: string | null } {
  const { words } = context;
  const sentence = context.sentences[at]!;
  const years: number[] = [];
  for (let i = context.firstWords[sentence]!; i < context.firstWords[sentence + 1]!; i++)
    if (/^(?:1[89]|20)\d\d$/.test(words.folds[i]!)) years.push(Number(words.folds[i]));
  return { years: years.length > 0 ? years : yearsOfEntry(context, at), day: context.document.date?.edtf ?? null };
}

/** The term of a leader that fits the time the text speaks of; the last one when nothing fits. */
export function termAt(leader: Leader, time: { years: readonly number[]; day: string | null }): { term: Term; fits: boolean } {
  const span = (term: Term) => ({ from: Number(term.from.slice(0, 4)) || 0, to: Number(term.to.slice(0, 4)) || (term.from ? 2100 : 0) });
  const senior = [...leader.terms].sort((a, b) => seniority(a) - seniority(b));
  for (const year of time.years) {
    const term = senior.find((t) => span(t).from <= year && year <= span(t).to);
    if (term) return { term, fits: true };
  }
  if (time.years.length === 0 && time.day) {
    const day = time.day;
    const common = (end: string) => Math.min(end.length, day.length);
    const inside = senior.find(
      ({ from, to }) =>
        from.slice(0, common(from)) <= day.slice(0, common(from)) && (to === "" || day.slice(0, common(to)) <= to.slice(0, common(to))),
    );
    if (inside) return { term: inside, fits: true };
  }
  return { term: senior[0]!, fits: time.years.length === 0 && time.day === null };
}

/** Which of the years is the first in a term; past the last when none is. */
function firstYearIn({ from, to }: Term, years: readonly number[]): number {
  const at = years.findIndex((year) => String(year) >= from.slice(0, 4) && (to === "" || String(year) <= to.slice(0, 4)));
  return at < 0 ? years.length : at;
}

function seniority(term: Term): number {
  return ["head-of-state", "head-of-government", "leader", "foreign-minister"].indexOf(term.office);
}

/** What may follow a whole name with a capital: a day or a month. */
const TIMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** A leader named in full: counted when the state is spoken of, when a title stands beside it, or when the name is no everyday one. */
export function leaderItem(
  context: TextContext,
  first: number,
  last: number,
  leaders: readonly Leader[],
  beside: Item | null,
): Item | null {
  const time = yearsAround(context, first);
  const ranked = leaders
    .map((leader) => ({ leader, ...termAt(leader, time) }))
    .map((r) => ({
      ...r,
      score: (beside?.actors.includes(r.term.state) ? 4 : 0) + ((context.counts.get(r.term.state) ?? 0) > 0 ? 2 : 0) + (r.fits ? 1 : 0),
    }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.term.source === "own") - Number(a.term.source === "own") ||
        firstYearIn(a.term, time.years) - firstYearIn(b.term, time.years) ||
        b.term.from.localeCompare(a.term.from),
    );
  const best = ranked[0];
  if (!best) return null;
  const everyday = folded(context, "english-given").has(context.words.folds[first]!) && !(best.fits && best.term.source === "own");
  const rival = ranked[1];
  const samePerson = rival !== undefined && best.fits && foldName(rival.leader.name) === foldName(best.leader.name);
  if (best.score < 2 && (everyday || (rival?.score === best.score && rival.term.state !== best.term.state && !samePerson))) return null;
  if (last === first && best.score < 2) return null;
  const office = best.fits ? (best.term.office === "leader" ? "head-of-government" : best.term.office) : null;
  const next = last + 1;
  const goesOn = follows(context, next) && context.words.gaps[next] === SPACE && context.words.shapes[next] === CAPITAL;
  // "Abdul Hamid Dbeibah" where Bangladesh is not spoken of
  if (
    goesOn &&
    (folded(context, "proper-after").has(context.words.folds[next]!) || (best.score < 2 && !TIMES.test(context.words.folds[next]!)))
  )
    return null;
  const kind = kindOf(context, best.term.state);
  return item(first, last, {
    actors: [best.term.state],
    kind,
    form: "person",
    person: best.term.source === "own" || last === first ? best.leader.name : wordsOf(context, first, last),
    office,
    leader: best.leader,
    why: `leader ${best.leader.name}, ${best.term.office} ${best.term.from.slice(0, 4)}–${best.term.to.slice(0, 4)}`,
  });
}

/** "President Lasso": a leader with that surname whose term and state fit. */
export function bySurname(context: TextContext, first: number, last: number, office: string): Item | null {
  if (!/^head-of|minister$/.test(office)) return null;
  const surname = wordsOf(context, first, last);
  const time = yearsAround(context, first);
  const all = context.lexicon.bySurname(surname).flatMap((leader) => {
    const { term, fits } = termAt(leader, time);
    const right = office === "foreign-minister" ? term.office === "foreign-minister" : /^head|^leader/.test(term.office);
    const spoken = (context.counts.get(term.state) ?? 0) > 0;
    const placed = spoken || time.day !== null || time.years.length > 0 || office !== "foreign-minister";
    return right && fits && placed ? [{ leader, term, spoken }] : [];
  });
  const spokenOf = all.filter((one) => one.spoken);
  const fitting = spokenOf.length > 0 ? spokenOf : all;
  const states = new Set(fitting.map((f) => f.term.state));
  if (states.size !== 1) return null;
  const one = onlyOne(fitting.map((f) => f.leader));
  const best = fitting.find((f) => f.leader === one) ?? fitting.sort((a, b) => b.term.from.localeCompare(a.term.from))[0]!;
  return item(first, last, {
    actors: [best.term.state],
    kind: "state",
    form: "person",
    person: one || time.day !== null || time.years.length > 0 ? best.leader.name : surname,
    office: best.term.office === "leader" ? "head-of-government" : best.term.office,
    why: `surname of ${best.leader.name}`,
  });
}

/** "President Bidya Devi Bhandari": a leader whose given name is spelt otherwise, by surname, office, time and how the name begins. */
export function bySpelling(context: TextContext, first: number, last: number, office: string): Item | null {
  const one = last > first ? bySurname(context, last, last, office) : null;
  const begins = context.words.folds[first]!.slice(0, 2);
  const name = one && foldName(one.person!).split(" ");
  return one && name!.length > 1 && name![0]!.startsWith(begins) ? { ...one, first, last } : null;
}

export function nameOf(context: TextContext, first: number, last: number, own: Item | null): string {
  const name = wordsOf(context, first, last);
  if (last > first || !own) return name;
  const time = yearsAround(context, first);
  const matching = context.lexicon
    .bySurname(name)
    .filter((leader) => leader.terms.some((term) => own.actors.includes(term.state)) && termAt(leader, time).fits);
  return onlyOne(matching)?.name ?? name;
}

/** The one person that leaders with a surname are: sources may write one person in two ways. */
function onlyOne(leaders: readonly Leader[]): Leader | undefined {
  const names = leaders.map((leader) => foldName(leader.name).split(" "));
  const surname = foldName(leaders[0]?.surname ?? "").split(" ");
  const shared = names[0]?.some((fold) => !surname.includes(fold) && names.every((folds) => folds.includes(fold)));
  return leaders.length === 1 || shared ? (leaders.find((leader) => leader.terms[0]?.source === "own") ?? leaders[0]) : undefined;
}

/** "Venezuela's Chavez": a surname right after the possessive of the state whose leader has it. */
export function findOwnedLeaders(context: TextContext, items: readonly Item[], covered: (word: number) => boolean): Item[] {
  const found: Item[] = [];
  const { words } = context;
  for (const owner of items) {
    if (owner.kind !== "state" || owner.form === "demonym" || owner.actors.length !== 1) continue;
    const at = owner.last + 2;
    if (
      at >= words.count ||
      words.folds[at - 1] !== "s" ||
      words.gaps[at - 1] !== APOSTROPHE ||
      words.shapes[at] !== CAPITAL ||
      !follows(context, at)
    )
      continue;
    if (nameEnd(context, at, covered) !== at) continue;
    const time = yearsAround(context, at);
    const leaders = context.lexicon
      .bySurname(wordsOf(context, at, at))
      .filter((leader) => leader.terms.some((term) => term.state === owner.actors[0]));
    const fitting = leaders.filter((leader) => termAt(leader, time).fits);
    const leader = onlyOne(fitting) ?? onlyOne(leaders);
    if (!leader) continue;
    const { term, fits } = termAt(leader, time);
    found.push(
      item(at, at, {
        actors: owner.actors,
        kind: "state",
        form: "person",
        person: leader.name,
        office: fits ? (term.office === "leader" ? "head-of-government" : term.office) : null,
        leader,
        why: `surname of ${leader.name} after ${owner.why}`,
      }),
    );
  }
  return found;
}

const RULE = /^(?:government|administration|cabinet|presidency|regime)$/;

/** "the Correa government": a leader by the surname that stands before the government that was his. */
function rulingAt(context: TextContext, at: number): Item | null {
  const { words } = context;
  if (!RULE.test(words.folds[at + 1] ?? "") || words.shapes[at + 1] === CAPITAL || words.gaps[at + 1] !== SPACE) return null;
  if (!/^(?:the|new|previous|former|outgoing|incoming|current|then)$/.test(words.folds[at - 1] ?? "") || !follows(context, at)) return null;
  const one = bySurname(context, at, at, "head-of-government");
  return one && { ...one, office: null };
}

/** "Correa" in a text on Ecuador that never gives his full name: a leader's surname that few others bear, in his time where that is known. */
export function findBareLeaders(context: TextContext, covered: (word: number) => boolean): Item[] {
  const found: Item[] = [];
  const { words } = context;
  const everyday = folded(context, "everyday-surname");
  for (let at = 0; at < words.count; at++) {
    const fold = words.folds[at]!;
    const ruling = words.shapes[at] === CAPITAL && !covered(at) ? rulingAt(context, at) : null;
    if (ruling) found.push(ruling);
    if (ruling || words.shapes[at] !== CAPITAL || fold.length < 5 || covered(at) || everyday.has(fold)) continue;
    const leaders = context.lexicon
      .byFoldedSurname(fold)
      .filter((leader) =>
        leader.terms.some(
          (term) => term.source === "own" && /^head|^leader/.test(term.office) && (context.counts.get(term.state) ?? 0) > 0,
        ),
      );
    if (leaders.length === 0) continue;
    const beside = (i: number, gap: number) =>
      i >= 0 &&
      i < words.count &&
      follows(context, gap) &&
      words.gaps[gap] !== APOSTROPHE &&
      words.shapes[i] === CAPITAL &&
      context.firstWords[context.sentences[i]!] !== i;
    if (beside(at - 1, at) || beside(at + 1, at + 1)) continue;
    const time = yearsAround(context, at);
    const leader = onlyOne(leaders);
    if (!leader?.terms.some((term) => /^head|^leader/.test(term.office))) continue;
    const { term, fits } = termAt(leader, time);
    if (!fits && time.years.length === 0) continue;
    found.push(
      item(at, at, {
        actors: [term.state],
        kind: kindOf(context, term.state),
        form: "person",
        person: leader.name,
        office: fits ? (term.office === "leader" ? "head-of-government" : term.office) : null,
        leader,
        why: `surname of ${leader.name} in a text on ${term.state}`,
      }),
    );
  }
  return found;
}
