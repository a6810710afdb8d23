import type { FrameSet } from "./frame.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { BY_LOOK, compoundLemma, titleOf } from "./themes.ts";

/**
 * Which lists of themes have a word of a sentence. Nine of ten frames that a trigger may have are about things that the whole sentence
 * does not name; they are told at once, without a look at what hangs on what.
 */
export class ThemeIndex {
  private readonly numberOf = new Map<ReadonlySet<string>, number>();
  /** Word → numbers of the lists that have it. */
  private readonly lists = new Map<string, number[]>();
  private readonly always: number[] = [];

  constructor({ frames }: FrameSet) {
    for (const { theme } of frames) {
      if (theme === null || this.numberOf.has(theme)) continue;
      const number = this.numberOf.size;
      this.numberOf.set(theme, number);
      if (theme.has(BY_LOOK)) this.always.push(number);
      for (const word of theme) {
        const lists = this.lists.get(word);
        if (lists) lists.push(number);
        else this.lists.set(word, [number]);
      }
    }
  }

  /** Tells of a list of the frames whether some node of the sentence may be one of it, in the sense of `themesOf`. */
  in(graph: SentenceGraph): (themes: ReadonlySet<string>) => boolean {
    const present = new Uint8Array(this.numberOf.size);
    const add = (word: string): void => {
      for (const number of this.lists.get(word) ?? []) present[number] = 1;
    };
    for (const number of this.always) present[number] = 1;
    for (let i = 0; i < graph.nodes.length; i++) {
      const lemma = graph.lemma(i);
      const compound = compoundLemma(graph, i);
      const text = graph.node(i).text.toLowerCase();
      add(lemma);
      if (compound !== lemma) add(compound);
      if (text !== lemma && text !== compound) add(text);
      add(titleOf(graph, i));
    }
    return (themes) => {
      const number = this.numberOf.get(themes);
      return number === undefined || present[number] === 1;
    };
  }
}

const indexes = new WeakMap<FrameSet, ThemeIndex>();

/** The index of a set of frames, made at the first call and kept. */
export function themeIndexOf(set: FrameSet): ThemeIndex {
  let index = indexes.get(set);
  if (!index) {
    index = new ThemeIndex(set);
    indexes.set(set, index);
  }
  return index;
}
