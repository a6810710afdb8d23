import type { Filler } from "./match-frames.ts";

/** What somebody was given, by whom, and where that was told. */
export interface Received {
  readonly filler: Filler;
  readonly givers: readonly string[];
  readonly type: string;
  readonly block: number;
  readonly at: number;
}

/** A thing that was told of: its lemmas, the words of its phrase, whether it was several, and the number of its sentence. */
export interface ToldTheme {
  readonly plural: boolean;
  readonly lemmas: readonly string[];
  readonly words: string;
  readonly at: number;
}

/** Two that had to do with each other in a sentence, by its number. */
export interface Tie {
  readonly sides: readonly [Filler, Filler];
  readonly at: number;
}
