import { english } from "./english-rules.ts";

/**
 * What the tokenizer, the splitter and the lemmatizer must know about one language, as data.
 * Another language is another value of this type.
 */
export interface LanguageRules {
  /** BCP 47 primary tag. */
  readonly code: string;
  /** Lower-case abbreviations written with a full stop that never end a sentence by themselves: titles, "vs.", "cf.". */
  readonly openAbbreviations: ReadonlySet<string>;
  /** Lower-case abbreviations that may stand at the end of a sentence: "inc.", "u.s.", "etc.", months. */
  readonly closingAbbreviations: ReadonlySet<string>;
  /** Abbreviations only before a number: "no.", "p.", "art.". */
  readonly numberAbbreviations: ReadonlySet<string>;
  /** Full month names, lower case. */
  readonly months: ReadonlySet<string>;
  /** Lower-case words that, capitalised after an abbreviation, show that a new sentence has begun. */
  readonly sentenceStarters: ReadonlySet<string>;
  /** Verbs of saying that follow a quoted question: "'Why?' Kim asked." */
  readonly sayingVerbs: ReadonlySet<string>;
  /** Prefixes that stay with their word over a hyphen: "non-aligned". */
  readonly hyphenPrefixes: ReadonlySet<string>;
  /** Second parts that stay with their word over a hyphen: "Kafka-esque". */
  readonly hyphenSuffixes: ReadonlySet<string>;
  /** Syllables of romanised names that keep their hyphen when both parts are such: "Geun-hye", "Jae-in". */
  readonly nameSyllables: ReadonlySet<string>;
  /** Whole lower-case words that are read as two, with the length of the first: "cannot" → 3. */
  readonly splitWords: ReadonlyMap<string, number>;
  /** Endings after an apostrophe that are words of their own, lower case, without the apostrophe. */
  readonly clitics: ReadonlySet<string>;
}

const known: ReadonlyMap<string, LanguageRules> = new Map([["en", english]]);

/** The rules for a BCP 47 tag; English where a language has none of its own yet. */
export function rulesFor(language: string | null): LanguageRules {
  return known.get((language ?? "en").toLowerCase().split("-")[0]!) ?? english;
}
