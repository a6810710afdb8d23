/** Function words that are common in one language and rare in the others. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: "the of and to in is that for with was on by are from has its which this were their been have will".split(" "),
  es: "el la los las de que en y del se por con una para como su al más fue entre sus este ha".split(" "),
  pt: "o os as de que em e do da dos das não uma para com por ao no na nos nas mais foi entre pelo pela são".split(" "),
  fr: "le la les de des et en du que est dans pour par une sur avec au aux qui été ce cette sont entre ses".split(" "),
  de: "der die das und in den von zu mit ist des im für dem auf nicht ein eine als auch sich wurde".split(" "),
  it: "il di che la e in un per è del della con non una sono dei le gli nel alla delle tra ha".split(" "),
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ko", /\p{Script=Hangul}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
];

/** Letters of other scripts begin here: Latin ends with its Extended-B block. */
const BEYOND_LATIN = /[\u0370-\uffff]/g;

const LANGUAGES_OF_WORD = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS))
  for (const word of words) LANGUAGES_OF_WORD.set(word, [...(LANGUAGES_OF_WORD.get(word) ?? []), language]);

/**
 * The language of a text as a BCP 47 tag ("en", "es", "ko" …), or null when it cannot be told.
 *
 * Told by script, and among languages in Latin script by function words: a word that several languages share counts for
 * each of them in part. Needs about a dozen words; looks at the first 8,000 characters only.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 8_000);
  const found = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const letters = found.reduce((sum, word) => sum + word.length, 0);
  if (letters < 4) return null;
  if ((sample.match(BEYOND_LATIN)?.length ?? 0) > letters * 0.15)
    for (const [language, script] of SCRIPTS)
      if ((sample.match(script)?.length ?? 0) / letters > (language === "ja" ? 0.15 : 0.4)) return language;
  const scores = new Map<string, number>();
  const words = found.length;
  for (const word of found) {
    const languages = LANGUAGES_OF_WORD.get(word);
    if (languages) for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 2 || best[1] < words * 0.06) return null;
  return second && best[1] < second[1] * 1.25 ? null : best[0];
}
