import type { Leader, Term } from "./actor.ts";
import type { Table } from "./compile-lexicon.ts";
import type { LeaderData } from "./lexicon-data.ts";
import { buildTrie } from "./name-trie.ts";
import { foldName } from "./scan-words.ts";

/** States whose names are written with the family name first. */
const FAMILY_FIRST = new Set(["KOR", "PRK", "CHN", "TWN", "VNM", "KHM", "HKG", "MAC"]);
/** States where a person has two surnames, the father's first. */
const TWO_SURNAMES = new Set("ARG BOL CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRI PRY SLV URY VEN".split(" "));
const particles = new Set("de del da dos das do di du van von der den la las los el al bin ibn ben y e abu ould of".split(" "));
/** Given names that come second in a pair, so that "Juan Carlos Varela" is no "Juan Carlos". */
const secondGiven = new Set(
  "carlos jose luis manuel antonio alberto maria pablo enrique eduardo miguel angel fernando andres francisco ricardo roberto rafael javier alejandro ignacio martin jesus ramon felipe daniel david mario raul ernesto hugo gustavo jorge julio cesar alfonso arturo guillermo orlando estela inacio oscar rene isabel cristina eugenia elena soledad alfredo leonel milton agustin emilio".split(
    " ",
  ),
);

/** States where a text goes on with the given name, which stands first; and those where it stands last behind a family name. */
const BY_GIVEN_NAME = new Set(["ETH", "ERI", "THA", "LAO", "MYS"]);
const BY_LAST_NAME = new Set(["VNM"]);

/** Another word by which a text may go on with a person than the surname: "Abiy" for Abiy Ahmed; null where none is usual. */
export function calledAlso(name: string, state: string): string | null {
  const words = name.trim().split(/\s+/);
  if (words.length < 2) return null;
  if (BY_GIVEN_NAME.has(state)) return words[0]!;
  return BY_LAST_NAME.has(state) ? words.at(-1)! : null;
}

/** Turns rows of leaders.tsv (state, person, surname, office, from, to, source, aliases) into the stored list with its trie. */
export function compileLeaders(table: Table, licence: string): LeaderData {
  const byName = new Map<string, { name: string; surname: string; terms: Term[]; aliases: Set<string> }>();
  for (const row of table) {
    const name = row.person!;
    const key = `${keyOf(name, row.state!)}|${row.state}`;
    const entry = byName.get(key) ?? { name, surname: row.surname || surnameOf(name, row.state!), terms: [], aliases: new Set() };
    // what CountryInfo leaves open was open when it was written, not for ever
    const lastYear = row.source === "CountryInfo" ? "2012" : "";
    const term: Term = {
      state: row.state!,
      office: row.office as Term["office"],
      from: row.from!,
      to: row.to || lastYear,
      source: row.source!,
    };
    if (!entry.terms.some((known) => known.office === term.office && known.from.slice(0, 7) === term.from.slice(0, 7)))
      entry.terms.push(term);
    for (const alias of [name, ...variantsOf(name, row.state!), ...(row.aliases ?? "").split(";").map((a) => a.trim())])
      if (alias) entry.aliases.add(alias);
    byName.set(key, entry);
  }
  const leaders: Leader[] = [];
  const names: string[] = [];
  const owners: number[] = [];
  for (const { name, surname, terms, aliases } of byName.values()) {
    const index = leaders.push({ name, surname, terms }) - 1;
    for (const alias of new Set([name, ...aliases].map(foldName))) {
      if (!alias.includes(" ") && !soleNames.has(alias)) continue;
      names.push(alias);
      owners.push(index);
    }
  }
  const { data, order } = buildTrie(names);
  return { licence, leaders, trie: data, rows: order.map((row) => owners[row]!) };
}

/** Names of one person that sources write in different ways have one key: family name and the letters of the rest for Korea, two surnames cut. */
function keyOf(name: string, state: string): string {
  const folds = foldName(name)
    .split(" ")
    .filter((fold) => fold.length > 1);
  if (FAMILY_FIRST.has(state)) return folds.join("");
  if (TWO_SURNAMES.has(state)) return `${folds[0]} ${foldName(surnameOf(name, state))}`;
  return folds.length > 2 && !particles.has(folds[1]!) ? `${folds[0]} ${folds.at(-1)}` : folds.join(" ");
}

/** Leaders whom one word names. */
const soleNames = new Set(["suharto", "sukarno", "lula", "tito", "abdullah", "salman"]);

/** The surname that a text goes on with: the family name where it stands first, the father's where there are two. */
export function surnameOf(name: string, state: string): string {
  const words = name.split(/\s+/).filter((word) => !/^(?:Jr\.?|Sr\.?|II|III|IV|\(.*\))$/.test(word));
  if (words.length < 2) return name;
  if (FAMILY_FIRST.has(state)) return words[0]!;
  let at = words.length - 1;
  if (TWO_SURNAMES.has(state) && words.length >= 3) {
    at = words.length >= 4 || !secondGiven.has(foldName(words[1]!)) ? words.length - 2 : words.length - 1;
    if (particles.has(foldName(words[at]!))) at = words.length - 1;
  }
  while (at > 1 && particles.has(foldName(words[at - 1]!))) at--;
  return words.slice(at, TWO_SURNAMES.has(state) && at < words.length - 1 ? endOfSurname(words, at) : words.length).join(" ");
}

function endOfSurname(words: readonly string[], from: number): number {
  let end = from;
  while (end < words.length && particles.has(foldName(words[end]!))) end++;
  return end + 1;
}

/** Other ways to write a name: without initials, without the mother's surname, with one given name. */
function variantsOf(name: string, state: string): string[] {
  const words = name.split(/\s+/);
  const variants = new Set<string>();
  const full = words.filter((word) => !/^\p{Lu}\.?$/u.test(word) && !/^(?:Jr\.?|Sr\.?)$/.test(word));
  if (full.length >= 2 && full.length < words.length) variants.add(full.join(" "));
  if (TWO_SURNAMES.has(state) && full.length >= 3) {
    const surname = surnameOf(full.join(" "), state);
    const end = full.join(" ").indexOf(surname) + surname.length;
    variants.add(full.join(" ").slice(0, end));
    variants.add(`${full[0]} ${surname}`);
  } else if (!FAMILY_FIRST.has(state) && full.length >= 3 && !particles.has(foldName(full.at(-2)!)))
    variants.add(`${full[0]} ${full.at(-1)}`);
  return [...variants];
}
