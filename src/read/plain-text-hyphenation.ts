import type { Vocabulary } from "./plain-text-vocabulary.ts";

/** First parts that English writes with a hyphen before a whole word. */
const HYPHEN_PREFIXES = wordSet("self non anti pro post pre pan mid quasi semi intra extra neo ultra cross");
const ALWAYS_HYPHENED = wordSet("self vice all half quasi pan");
/** What "ex-" stands before; other words with "ex" are one word. */
const FORMER =
  /^(?:presidents?|ministers?|premiers?|chancellors?|generals?|soldiers?|combatants?|guerrillas?|wife|husband|ambassadors?|leaders?|rebels?|chiefs?|officials?|officers?|soviet|colony|colonies|kings?|members?|dictators?|diplomats?|governors?|mayors?|secretary|senators?|deputy|deputies|vice|head|foreign|prime)$/;
/** First halves that make one word with what follows. */
const JOINING = wordSet(
  "with through under over there some any every out up in where how here more never fore them your him her it our to be what who " +
    "when else mean like not an al house head back work business news land air water",
);
/** Second halves that are endings, though they are words too. */
const ENDINGS = wordSet(
  "ship ships less ness able ment ments ward wards wise hood ful tion tions sion work works land lands port ports stand standing " +
    "out ally ing ings men man woman women come comes tic ate age ages ant ants ice ion ions pose posed side ever self selves over " +
    "fore ground quarters holder holders maker son sons form forms formed forming mission missions operation operate ordination " +
    "ordinate vision sent press tract duct ready though through where thing things body one day days time times",
);
/** Second halves that stand after a hyphen when the first half is a word of its own. */
const COMPOUND_TAILS = wordSet(
  "level term ranking scale income owned led based making sized backed funded related oriented style friendly old range year " +
    "long wide run born held sponsored controlled speaking building keeping sharing sector party power powers rate tech free " +
    "nuclear military election general fire border reaching standing driven producing exporting importing region regional member " +
    "state country proliferation aligned intervention interference resident permanent governmental",
);
const COUNTED = wordSet(
  "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety first " +
    "second third",
);
const AFTER_COUNT =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|year|years|day|week|month|point|party|state|way|nation|term|hour|member|third|thirds|fifths|quarters|decade|class|track|stage|round|page|man|time|tier|level|rate|hand|person)$/;
/** Small words inside a compound: state-of-the-art, vis-à-vis, editor-in-chief. */
const LINKING = /-(?:of|the|to|in|and|by|à|a|de|du|la|on|for)$/;
const SURNAMES = wordSet(
  "kim lee yi rhee park pak roh noh moon yoon yun ban cho jo choi choe kang gang han chung jeong jung hwang oh o song shin lim " +
    "im ryu yoo yu son ahn an jang chang kwon ko go nam hong seo suh baek paik ri tsai ma chen chiang lien su wu lai wang lin " +
    "hsieh yen soong mao chou teng li liu zhou hu xi",
);
const SYLLABLE =
  /^(?:kk|tt|pp|ss|jj|ch|ts|hs|sh|[bcdfghjklmnprstwy])?(?:yeo|yae|wae|eui|iao|iou|uai|ae|ai|ao|ea|ee|ei|eo|eu|ia|ie|io|iu|oe|oi|oo|ou|ua|ue|ui|uo|wa|we|wi|wo|ya|ye|yi|yo|yu|a|e|i|o|u)(?:ng|[bhgklmnprt])?$/i;

/**
 * Whether the hyphen between the two halves of a word broken at a line's end belongs to the word.
 *
 * The document's own writing decides first: how it spells the word where it is not broken. General rules come after.
 *
 * @param left the letters before the hyphen, back to the last space
 * @param right the letters after the line break, up to the next space
 * @param before the word before `left`: a surname makes a hyphened given name likely
 */
export function keepsHyphen(left: string, right: string, before: string, words: Vocabulary): boolean {
  const l = /[\p{L}\p{M}\p{N}'’-]*$/u.exec(left)?.[0] ?? "";
  const r = /^[\p{L}\p{M}\p{N}'’-]*/u.exec(right)?.[0].replace(/[-'’]+$/, "") ?? "";
  if (/https?:|www\.|@|\//.test(left)) return true;
  if (!l || !r) return true;
  if (!/^\p{L}/u.test(r) || /\p{N}$/u.test(l)) return true;
  const evidence = weigh(l, r, words);
  if (evidence !== 0) return evidence > 0;
  const capitals = isCapitals(l) && isCapitals(r.slice(0, 2));
  if (/^\p{Lu}/u.test(r) && !capitals) return true;
  if (isCapitals(l) && l.length > 1 && !capitals) return true;
  return keepsByRule(l, r.toLowerCase(), before, words);
}

/** Above 0: the document writes the word with a hyphen; below 0: without; 0: it does not tell. */
function weigh(left: string, right: string, words: Vocabulary): number {
  const lastLeft = left.slice(left.lastIndexOf("-") + 1);
  const firstRight = /^[^-]*/.exec(right)![0];
  for (const [l, r] of [
    [left, right],
    [lastLeft, right],
    [left, firstRight],
    [lastLeft, firstRight],
  ] as const) {
    const joined = words.count(l + r);
    const hyphened = words.count(`${l}-${r}`);
    if (joined || hyphened) return hyphened > joined ? 1 : -1;
    const stem = r.replace(/(?:'s|’s|s|ed|ing|ly)$/, "");
    if (stem.length < 2) continue;
    const near = ["", "s", "ed", "ing", "ly", "al"].filter((ending) => stem + ending !== r);
    const joinedNear = near.some((ending) => words.count(l + stem + ending) > 0);
    const hyphenedNear = near.some((ending) => words.count(`${l}-${stem}${ending}`) > 0);
    if (joinedNear !== hyphenedNear) return hyphenedNear ? 1 : -1;
  }
  return 0;
}

function keepsByRule(left: string, right: string, before: string, words: Vocabulary): boolean {
  const last = left.slice(left.lastIndexOf("-") + 1).toLowerCase();
  const first = /^[^-]*/.exec(right)![0];
  if (LINKING.test(left)) return true;
  if (/^\p{Lu}/u.test(left) && SURNAMES.has(before.toLowerCase()) && SYLLABLE.test(left) && SYLLABLE.test(first)) return true;
  if (JOINING.has(last)) return false;
  if (last === "ex") return FORMER.test(first);
  if (ALWAYS_HYPHENED.has(last) && words.count(first) + words.count(right) > 0) return true;
  if (last === "self" || last === "vice") return true;
  if (COUNTED.has(last)) return AFTER_COUNT.test(first);
  if (HYPHEN_PREFIXES.has(last) && first.length > 3 && (words.count(first) > 0 || COMPOUND_TAILS.has(first))) return !ENDINGS.has(first);
  if (ENDINGS.has(first)) return false;
  if (last.length >= 3 && COMPOUND_TAILS.has(first) && !(first === "led" && last.endsWith("l"))) return words.count(last) > 0;
  return last.length >= 4 && first.length >= 4 && words.count(last) >= 2 && words.count(first) >= 2;
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
