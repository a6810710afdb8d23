import { bestTree } from "./best-tree.ts";
import type { LanguageModel } from "./model.ts";
import { MAX_WORDS } from "./network.ts";
import type { Unit } from "./sentence.ts";
import type { Word } from "./unit-words.ts";
import { unitTags } from "./unit-words.ts";
import { readWordInputs } from "./word-inputs.ts";

/** Tag, head (-1 at the root) and relation of each word, as indices. */
export interface Arcs {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/**
 * Tags and parses the words of one sentence. Always gives one tree with one root. Sentences longer than the network reads
 * are read in pieces, cut at semicolons or commas; the roots of later pieces hang from the first as parataxis.
 */
export function parseDependencies(words: readonly Word[], model: LanguageModel): Arcs {
  const whole: Arcs = { tags: new Int32Array(words.length), heads: new Int32Array(words.length), relations: new Int32Array(words.length) };
  const parataxis = model.relations.indexOf("parataxis");
  let top = -1;
  for (let from = 0; from < words.length; ) {
    const to = pieceEnd(words, from);
    const piece = parsePiece(words.slice(from, to), model);
    for (let i = 0; i < to - from; i++) {
      const head = piece.heads[i]!;
      whole.tags[from + i] = piece.tags[i]!;
      whole.heads[from + i] = head < 0 ? top : head + from;
      whole.relations[from + i] = head < 0 && top >= 0 ? parataxis : piece.relations[i]!;
    }
    if (top < 0) top = from + piece.heads.indexOf(-1);
    from = to;
  }
  return whole;
}

function pieceEnd(words: readonly Word[], from: number): number {
  if (words.length - from <= MAX_WORDS) return words.length;
  for (const mark of [";", ":", ","]) {
    for (let to = from + MAX_WORDS; to > from + MAX_WORDS / 2; to--) if (words[to - 1]!.form === mark) return to;
  }
  return from + MAX_WORDS;
}

function parsePiece(words: readonly Word[], model: LanguageModel): Arcs {
  const inputs = readWordInputs(
    words.map((word) => word.form),
    words.map(kindOf),
    model.tables,
  );
  const reading = model.network.read(inputs);
  const tags = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) tags[i] = chooseTag(reading.tagScores, i * reading.tagCount, model, unitTags(words[i]!));
  const heads = bestTree(reading.arcScores, reading.stride, words.length);
  const root = model.relations.indexOf("root");
  const relations = reading.chooseRelations(heads, (relation) => relation === root);
  return { tags, heads: heads.map((head) => head - 1), relations };
}

/** Units of one word are read as any word. */
function kindOf({ unit, text }: Word): Unit["kind"] | null {
  return unit !== null && /\s/.test(text) ? unit.kind : null;
}

/** Scores this much below the best add less than a thousandth to a part of speech. */
const NEGLIGIBLE = 8;

/**
 * The likeliest part of speech over all its joint tags, and of those tags the best: a word whose share as a noun is spread
 * over "NOUN NN" and "NOUN NNS" is still a noun.
 */
function chooseTag(scores: Float32Array, at: number, { tags, tagNames }: LanguageModel, allowed: readonly string[] | null): number {
  const count = tags.length;
  const open = (t: number): boolean => allowed === null || allowed.includes(tagNames[t]!);
  let top = -1;
  for (let t = 0; t < count; t++) if ((top < 0 || scores[at + t]! > scores[at + top]!) && open(t)) top = t;
  if (top < 0) return 0;
  const least = scores[at + top]! - NEGLIGIBLE;
  // mostly there is no other that comes near
  let near = 0;
  for (let t = 0; t < count; t++) if (scores[at + t]! >= least) near++;
  if (near === 1) return top;
  const shares = new Map<string, { share: number; best: number }>();
  for (let t = 0; t < count; t++) {
    if (scores[at + t]! < least || !open(t)) continue;
    const share = Math.exp(scores[at + t]! - scores[at + top]!);
    const entry = shares.get(tags[t]!.upos);
    if (entry === undefined) shares.set(tags[t]!.upos, { share, best: t });
    else {
      entry.share += share;
      if (scores[at + t]! > scores[at + entry.best]!) entry.best = t;
    }
  }
  let chosen = { share: -1, best: top };
  for (const entry of shares.values()) if (entry.share > chosen.share) chosen = entry;
  return chosen.best;
}
