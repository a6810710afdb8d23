import { endsInHyphen } from "./plain-text-layout.ts";
import type { TextLine } from "./plain-text-lines.ts";

/** How often each word stands whole in a document; asked for in any case. */
export interface Vocabulary {
  count(word: string): number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-\u2010'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** Enough to know a document's words by, and little enough to hold. */
const MOST_CHARACTERS = 20_000_000;
const MOST_WORDS = 400_000;

/**
 * Counts the words of a document, compounds both whole and part by part in pairs ("non-governmental" also as its parts),
 * without the halves of words that are broken at line ends.
 */
export function gatherVocabulary(lines: readonly Pick<TextLine, "text">[]): Vocabulary {
  // many texts have no broken word, and never ask
  let counts: ReadonlyMap<string, number> | null = null;
  return {
    count: (word) => {
      counts ??= countWords(lines);
      return counts.get(word.toLowerCase().replaceAll("\u2010", "-")) ?? 0;
    },
  };
}

function countWords(lines: readonly Pick<TextLine, "text">[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (word: string): void => {
    const known = counts.get(word);
    if (known !== undefined) counts.set(word, known + 1);
    else if (counts.size < MOST_WORDS) counts.set(word, 1);
  };
  let read = 0;
  let broken = false;
  for (const line of lines) {
    if (read > MOST_CHARACTERS) break;
    const text = line.text.length > MOST_CHARACTERS ? line.text.slice(0, MOST_CHARACTERS) : line.text;
    read += text.length;
    const breaks = endsInHyphen(line as TextLine);
    let first = true;
    const words = text.toLowerCase().match(WORD) ?? [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!.replaceAll("\u2010", "-");
      const half = (first && broken) || (breaks && i === words.length - 1);
      first = false;
      if (!half) add(word);
      if (!word.includes("-")) continue;
      const parts = word.split("-");
      for (let part = 0; part < parts.length; part++) {
        const cut = half && (part === 0 || part === parts.length - 1);
        if (!cut) add(parts[part]!);
        if (part > 0 && parts.length > 2 && !half) add(`${parts[part - 1]}-${parts[part]}`);
      }
    }
    broken = breaks;
  }
  return counts;
}
