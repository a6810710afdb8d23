import { wordsOfBody } from "./body-occurrences.ts";
import type { Item } from "./item.ts";
import { ALL_CAPITALS, APOSTROPHE, CAPITAL, HYPHEN, LOWER } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Nouns of bodies that states keep together. */
const HEADS = set(
  "agency alliance association authority bank centre center coalition college commission committee community conference convention corporation council court dialogue facility federation force forum foundation fund group initiative institute league mechanism meeting network office organisation organization partnership platform programme program secretariat summit tribunal union",
);
/** Of an organisation they are its organs or its meetings, so the organisation itself. */
const ORGANS = set(
  "authority association alliance commission committee community conference convention council court federation force group league meeting office organisation organization program programme secretariat summit tribunal union agency",
);
/** Of two states they are those two at a table. */
const OF_TWO = set(
  "alliance association commission committee community conference consultation consultations convention council dialogue dialogues forum group league meeting partnership platform program programme summit union mechanism initiative coalition session talks",
);
/** Nouns that need a word of their own before them: "Contact Group", "Finance Corporation", "Development Bank". */
const TOLD_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "group",
    set("action advisory contact consultative coordination core friends liaison monitoring spearhead support verification working"),
  ],
  ["corporation", set("development finance financial insurance investment guarantee infrastructure credit fisheries")],
  ["bank", set("clearing development export finance import infrastructure investment reconstruction")],
  [
    "force",
    set(
      "defence defense emergency intervention maritime monitoring multinational observer peace peacekeeping police protection stabilisation stabilization standby task",
    ),
  ],
  ["office", set("coordination liaison monitoring support verification")],
  ["meeting", set("leaders ministers ministerial summit")],
  ["conference", set("donors leaders ministers ministerial peace reconciliation security regional solidarity")],
  ["summit", set("cooperation leaders business economic investment peace")],
  ["union", set("customs economic monetary payments telecommunications postal parliamentary telecommunication broadcasting broadcast")],
  ["community", set("development economic energy integration security")],
  ["program", set("environment environmental")],
  ["programme", set("environment environmental")],
  ["college", set("defence defense security peace")],
  ["foundation", set("development cooperation")],
]);
/** Adjectives of what is wider than a state. */
const WIDE = set(
  "international inter regional subregional intergovernmental multilateral multinational global world pan trans african american arab asian european latin caribbean andean pacific atlantic mediterranean eurasian nordic baltic islamic commonwealth ibero mesoamerican amazon amazonian sahelian saharan balkan caucasus indo",
);
/** Waters and lands that several states share. */
const SHARED = set(
  "basin river lake lakes sea gulf ocean bay delta rift corridor islands horn sahel mekong nile danube caspian amazon aral orinoco andes alps arctic tropics",
);
/** What bodies within a state are called, and what is none: parties, clubs, media, schools. */
const DOMESTIC = set(
  "airport airways airlines athletics bar baseball basketball bishops boxing business central champions chamber champion christian church city constitutional cup premier super cricket cycling democratic district electoral evangelical export fashion federal film football games golf handball hockey journalists labour labor lawyers liberal marathon media ministry municipal museum music national news olympic opera opposition parliamentary party people peoples press privy provincial republican rugby school socialist soccer sports students supreme swimming tennis theatre theater trade tv volleyball women workers youth department faculty",
);
const LINKS = set("of for on against and the in");
const LEADING = set(
  "a after all also although an and as at because before between both but by despite during each every following for former from her his if in including its later like many meanwhile more my new no now of on other our over several since so some such that the their then these this those through under until when where while with within without first second third fourth fifth sixth seventh eighth ninth tenth president minister secretary director ambassador chairman chairwoman chairperson chair chief general executive deputy prime foreign annual extraordinary ministerial ordinary special joint biennial high level",
);
/** Bodies of one document that are looked for. */
const MOST = 16;
const WIDEST = 9;

interface Named {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/**
 * All words that mean bodies of several states that no list has, where their name tells what they are: the noun of a body with a region, a
 * shared river or sea, two states, or an organisation and something of its own beside it.
 *
 * @param items what the words of the document are known to mean, in any order
 * @example
 * "the Africa Finance Corporation", "the Korea-CARICOM Cooperation Fund", "the Malta–Senegal Fishing Fund"
 */
export function findNamedBodies(context: TextContext, items: readonly Item[]): Item[] {
  const { words, text } = context;
  const names = new Map<string, Named>();
  const at = itemsByWord(items);
  for (let i = 1; i < words.count; i++) {
    if (words.shapes[i] !== CAPITAL || !HEADS.has(words.folds[i]!) || context.shouting[context.sentences[i]!] === 1) continue;
    const named = nameAround(context, i);
    if (!named || !isBody(context, named, at)) continue;
    const name = text.slice(words.starts[named.first]!, words.ends[named.last]!);
    if (!names.has(name)) names.set(name, named);
    if (names.size >= MOST) break;
  }
  return [...names].flatMap(
    ([name, { head }]) =>
      wordsOfBody(context, name, text.slice(words.starts[head]!, words.ends[head]!), items, "a body named as one of several states").items,
  );
}

/** The capitals around a body's noun: "Pacific Islands | Fund | for Peace and Development". */
function nameAround(context: TextContext, head: number): Named | null {
  const { words } = context;
  const capital = (i: number): boolean => words.shapes[i] === CAPITAL || words.shapes[i] === ALL_CAPITALS;
  let first = head;
  while (first > 0 && head - first < WIDEST && follows(context, first) && words.gaps[first] !== APOSTROPHE && capital(first - 1)) first--;
  while (first < head && LEADING.has(words.folds[first]!)) first++;
  let last = head;
  for (let i = head + 1; i < words.count && i - head < WIDEST && follows(context, i) && words.gaps[i] !== APOSTROPHE; i++) {
    if (capital(i)) last = i;
    else if (words.shapes[i] !== LOWER || !LINKS.has(words.folds[i]!)) break;
    // "the Fund in Nairobi", "the Bank and the Fund"
    else if (last === head && !/^(?:for|of|on|against)$/.test(words.folds[i]!)) break;
    else if (/^(?:in|the)$/.test(words.folds[i]!) && !/^(?:for|of|on|against|in)$/.test(words.folds[i - 1]!)) break;
    else if (words.folds[i] === "in") break;
  }
  return last - first < 1 ? null : { first, last, head };
}

function itemsByWord(items: readonly Item[]): ReadonlyMap<number, Item> {
  const at = new Map<number, Item>();
  for (const one of items) for (let i = one.first; i <= one.last; i++) at.set(i, one);
  return at;
}

function isBody({ words }: TextContext, { first, last, head }: Named, at: ReadonlyMap<number, Item>): boolean {
  const folds = words.folds.slice(first, last + 1);
  if (folds.some((fold) => DOMESTIC.has(fold))) return false;
  const inside = new Set<Item>();
  for (let i = first; i <= last; i++) {
    const one = at.get(i);
    if (one) inside.add(one);
  }
  // a name that the lists have, or one that reaches further
  if (
    [...inside].some(
      (one) => one.first < first || one.last > last || (one.first <= head && head <= one.last) || one.person !== null || one.body !== null,
    )
  )
    return false;
  const noun = words.folds[head]!;
  const states = new Set([...inside].filter((one) => one.kind === "state" || one.kind === "former-state").flatMap((one) => one.actors));
  const organisations = [...inside].filter((one) => one.kind === "organisation");
  const regions = [...inside].filter((one) => one.kind === "region");
  const plain = folds.filter((_, k) => !at.has(first + k) && first + k !== head && words.shapes[first + k] !== LOWER);
  const told = TOLD_BY.get(noun);
  const linked = [...inside].some((one) => one.last < last && words.gaps[one.last + 1] === HYPHEN);
  if (organisations.length > 0) {
    // "the ASEAN Future Forum", "the SICA-Korea Cooperation Fund"; "the AU Commission", "the EU Delegation" are organs
    if (ORGANS.has(noun) || organisations.length > 1 || states.size > 1) return false;
    // "the EU–Kenya Consultation Mechanism" is those two
    if (states.size === 1 && (!linked || OF_TWO.has(noun))) return false;
    return plain.length > 0 && organisations.every((one) => one.first < head);
  }
  // "the Peru–Togo Foreign Office Consultations": the last word tells
  if (states.size > 1) return !OF_TWO.has(noun) && !OF_TWO.has(folds.at(-1)!) && states.size === 2 && plain.length > 0;
  if (told && !plain.some((fold) => told.has(fold))) return false;
  if (states.size === 1) return regions.length > 0 && linked && plain.length > 0;
  const wide = plain.filter((fold) => WIDE.has(fold) || SHARED.has(fold));
  const own = plain.filter((fold) => !WIDE.has(fold));
  if (regions.length > 0) return own.length > 0;
  return wide.length > 0 && own.length > 0 && last - first >= 2;
}
