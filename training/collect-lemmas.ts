import { lemmatizeByRule } from "../src/language/lemmatize.ts";
import type { Lexicon } from "../src/language/lexicon.ts";
import type { Tree } from "./treebank.ts";

/** Lines "form UPOS XPOS<tab>lemma" for the forms whose lemma in the treebanks differs from what the rules say. */
export function collectLemmas(trees: readonly Tree[], lexicon: Lexicon): string {
  const counts = new Map<string, Map<string, number>>();
  for (const tree of trees) {
    for (const word of tree.words) {
      if (word.lemma === "_" || word.relation === "goeswith" || /\d/.test(word.form)) continue;
      if (word.upos === "PROPN" || word.upos === "X") continue;
      const key = `${word.form.replace(/[’‘ʼ]/g, "'").toLowerCase()} ${word.upos} ${word.xpos}`;
      const lemmas = counts.get(key) ?? new Map<string, number>();
      lemmas.set(word.lemma, (lemmas.get(word.lemma) ?? 0) + 1);
      counts.set(key, lemmas);
    }
  }
  const lines: string[] = [];
  for (const [key, lemmas] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [form, upos, xpos] = key.split(" ") as [string, string, string];
    const [lemma, seen] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    if (lemmatizeByRule(form, upos, xpos, lexicon) === lemma || lemma.includes(" ")) continue;
    // What was seen once and is no closed class may be a slip of the treebank.
    if (seen < 2 && !/^(?:VERB|AUX|PRON|DET|ADP|NOUN|ADJ|ADV)$/.test(upos)) continue;
    lines.push(`${key}\t${lemma}`);
  }
  return lines.join("\n");
}
