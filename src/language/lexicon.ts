/** Single lower-case words and the parts of speech that a dictionary gives them. */
export interface Lexicon {
  /** Index of a lower-case word, -1 when it is unknown. */
  indexOf(word: string): number;
  /** Dictionary bits of each word: noun 1, verb 2, adjective 4, adverb 8. */
  readonly masks: Uint8Array;
}

export function createLexicon(words: readonly string[], masks: Uint8Array): Lexicon {
  const index = new Map<string, number>();
  for (let i = 0; i < words.length; i++) index.set(words[i]!, i);
  return { indexOf: (word) => index.get(word) ?? -1, masks };
}
