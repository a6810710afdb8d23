import { irregularPlural, irregularVerb } from "./english-irregulars.ts";
import type { Lexicon } from "./lexicon.ts";
import { WordCache } from "./word-cache.ts";

/** What the lemmatizer needs of a model. */
export interface LemmaSource {
  readonly lexicon: Lexicon;
  readonly lemmas: ReadonlyMap<string, string>;
}

/**
 * The dictionary form of a word with its tags: exceptions first (from the treebanks), then the rules of English
 * inflection, checked against the dictionary: "signed" → "sign", "hoped" → "hope", "embassies" → "embassy".
 * Proper nouns keep their case.
 */
export function lemmatize(form: string, upos: string, xpos: string, source: LemmaSource): string {
  let cache = found.get(source);
  if (!cache) {
    cache = new WordCache((word) => ({ word, lemmas: [] }));
    found.set(source, cache);
  }
  const { word, lemmas } = cache.get(form);
  for (const one of lemmas) if (one.xpos === xpos && one.upos === upos) return one.lemma;
  const lemma = findLemma(word, upos, xpos, source);
  lemmas.push({ upos, xpos, lemma });
  return lemma;
}

interface Lemmas {
  readonly word: string;
  readonly lemmas: { readonly upos: string; readonly xpos: string; readonly lemma: string }[];
}

const found = new WeakMap<LemmaSource, WordCache<Lemmas>>();

/** Written in two ways. */
const CEASEFIRE = /^cease-fires?$/i;

function findLemma(form: string, upos: string, xpos: string, source: LemmaSource): string {
  const plain = form.replace(/[’‘ʼ]/g, "'");
  if (CEASEFIRE.test(plain)) return "ceasefire";
  const known = source.lemmas.get(`${plain.toLowerCase()} ${upos} ${xpos}`);
  if (known !== undefined) return known;
  return lemmatizeByRule(plain, upos, xpos, source.lexicon);
}

/** The rules alone; training collects as exceptions what they get wrong. */
export function lemmatizeByRule(form: string, upos: string, xpos: string, lexicon: Lexicon): string {
  const low = form.toLowerCase();
  if (upos === "PROPN") {
    const one = xpos === "NNPS" && form.length > 3 ? singular(low, lexicon) : low;
    return one !== low && isKnown(one, NOUN, lexicon) ? matchCase(form, one) : form;
  }
  if (upos === "NUM") return /^[IVXLC]+$/.test(form) ? form : low.replace(/(?<=\d),(?=\d{3})/g, "");
  if (upos === "SYM" || upos === "PUNCT") return form;
  if (upos === "X") return low;
  // "GISB", "L2": a code, no word.
  if (upos === "NOUN" && form.length > 1 && form === form.toUpperCase() && lexicon.indexOf(low) < 0) return form;
  switch (xpos) {
    case "NNS":
      return singular(low, lexicon);
    case "VBZ":
      return thirdPerson(low, lexicon);
    case "VBD":
    case "VBN":
      return irregularVerb(low) ?? (low.endsWith("ed") ? stem(low, 2, 2, lexicon) : low);
    case "VBG":
      return low.endsWith("ing") ? stem(low, 3, 2, lexicon) : low;
    case "JJR":
    case "RBR":
      return low.endsWith("er") ? stem(low, 2, 12, lexicon) : low;
    case "JJS":
    case "RBS":
      return low.endsWith("est") ? stem(low, 3, 12, lexicon) : low;
    default:
      return low;
  }
}

const NOUN = 1;
const VERB = 2;

/** Verbs that the treebanks do not have, whose forms the rules would take for those of others. */
const RARE_VERBS: ReadonlySet<string> = new Set(
  (
    "acquiesce axe besiege blackball clamour contravene demine disinvite entreat fete garrotte handcuff implore lambaste mothball paralyse " +
    "refuel refurbish snipe spare strafe succour unfurl unroll"
  ).split(" "),
);

function isKnown(word: string, bits: number, lexicon: Lexicon): boolean {
  if (bits === VERB && RARE_VERBS.has(word)) return true;
  const index = lexicon.indexOf(word);
  return index >= 0 && (lexicon.masks[index]! & bits) !== 0;
}

function singular(low: string, lexicon: Lexicon): string {
  const irregular = irregularPlural(low);
  if (irregular !== null) return irregular;
  if (/^\d/.test(low)) return low;
  if (low.endsWith("men") && low.length > 4) return `${low.slice(0, -3)}man`;
  if (!low.endsWith("s") || low.endsWith("ss")) return low;
  return withoutS(low, NOUN, lexicon);
}

function thirdPerson(low: string, lexicon: Lexicon): string {
  return low.endsWith("s") && low.length > 2 ? withoutS(low, VERB, lexicon) : low;
}

function withoutS(low: string, bits: number, lexicon: Lexicon): string {
  const base = low.slice(0, -1);
  if (low.endsWith("ies") && low.length > 4) return isKnown(base, bits, lexicon) ? base : `${low.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh|o)es$/.test(low)) {
    const shorter = low.slice(0, -2);
    if (isKnown(base, bits, lexicon) && !(isKnown(shorter, bits, lexicon) && /(?:ss|x|ch|sh|zz)$/.test(shorter))) return base;
    return isKnown(shorter, bits, lexicon) || /(?:ss|x|ch|sh|zz)$/.test(shorter) ? shorter : base;
  }
  if (bits === NOUN && low.endsWith("ves")) {
    for (const ending of ["f", "fe"])
      if (isKnown(low.slice(0, -3) + ending, NOUN, lexicon) && !isKnown(base, NOUN, lexicon)) return low.slice(0, -3) + ending;
  }
  return base;
}

/** Takes an ending of `cut` letters off and restores what spelling changed: "-ie-" to "y", a dropped "e", a doubled consonant. */
function stem(low: string, cut: number, bits: number, lexicon: Lexicon): string {
  const bare = low.slice(0, -cut);
  if (bare.length < 2 || !/[aeiouy]/.test(bare)) return low;
  if (cut !== 3 || bits !== VERB) {
    if (bare.endsWith("i") && bare.length > 2) return `${bare.slice(0, -1)}y`;
  }
  const doubled = /([bdfgklmnprtvz])\1$/.test(bare);
  if (doubled) {
    const single = bare.slice(0, -1);
    if (isKnown(bare, bits, lexicon) && /(?:ll|ff|zz)$/.test(bare)) return bare;
    return isKnown(single, bits, lexicon) || !isKnown(bare, bits, lexicon) ? single : bare;
  }
  const withE = `${bare}e`;
  const bareKnown = isKnown(bare, bits, lexicon);
  const withEKnown = isKnown(withE, bits, lexicon);
  if (bareKnown !== withEKnown) return bareKnown ? bare : withE;
  // One vowel and one consonant would have doubled: so an "e" was dropped ("hoped"); two consonants or vowels would not.
  if (
    /(?:[^aeiou][aeiou][bdgklmnpt]|[aeiou][cvsz]|[aeiou]at|[^aeiou]l|r[cgsv]|n[cgs]|l[gsv]|dg|[aeiou]u|[^aeiou]iz|ur|ir|u)$/.test(bare) &&
    (bareKnown || !/(?:en|er|on|el|et|it|in|op|om|or|al|an|ol|ip)$/.test(bare))
  )
    return withE;
  return bare;
}

function matchCase(form: string, low: string): string {
  return form.slice(0, 1) + (form === form.toUpperCase() ? low.slice(1).toUpperCase() : low.slice(1));
}
