import type { Lexicon } from "./lexicon.ts";
import { hashText, mix } from "./sparse-scorer.ts";

/** What tagger and parser see of the words of one sentence, worked out once. */
export interface WordFeatures {
  readonly count: number;
  /** Hash of the lower-cased form (numbers are folded to one form). */
  readonly word: Int32Array;
  readonly cluster: Int32Array;
  readonly mask: Int32Array;
  readonly shape: Int32Array;
  readonly forms: readonly string[];
  readonly lower: readonly string[];
}

export const TAG_FEATURES = 44;

export function readWordFeatures(forms: readonly string[], lexicon: Lexicon): WordFeatures {
  const count = forms.length;
  const word = new Int32Array(count);
  const cluster = new Int32Array(count);
  const mask = new Int32Array(count);
  const shape = new Int32Array(count);
  const lower: string[] = [];
  for (let i = 0; i < count; i++) {
    const form = forms[i]!.replace(/[’‘ʼ]/g, "'");
    const low = form.toLowerCase();
    lower.push(low);
    word[i] = hashText(/\d/.test(low) ? low.replace(/\d/g, "0") : low);
    const index = lexicon.indexOf(low);
    cluster[i] = index < 0 ? 0 : lexicon.clusters[index]!;
    mask[i] = index < 0 ? 16 : lexicon.masks[index]!;
    shape[i] = shapeOf(form);
  }
  return { count, word, cluster, mask, shape, forms, lower };
}

/** Case and character classes with runs shortened, hashed: "Seoul" Xx, "U.S." X.X., "2013" 9. */
function shapeOf(form: string): number {
  let hash = 7;
  let previous = 0;
  let run = 0;
  for (let i = 0; i < form.length && i < 24; i++) {
    const c = form.charCodeAt(i);
    let kind = c;
    if (c >= 97 && c <= 122) kind = 120;
    else if (c >= 65 && c <= 90) kind = 88;
    else if (c >= 48 && c <= 57) kind = 57;
    else if (c > 127) kind = form[i] === form[i]!.toLowerCase() ? 120 : 88;
    run = kind === previous ? run + 1 : 0;
    previous = kind;
    if (run < 2) hash = mix(hash, kind);
  }
  return hash;
}

/** Fills `out` with the features of word `i`, given the tags already chosen to its left; returns how many. */
export function fillTagFeatures(words: WordFeatures, i: number, tags: Int32Array, out: Int32Array): number {
  const { count, word, cluster, mask, shape } = words;
  const low = words.lower[i]!;
  const w0 = word[i]!;
  const w1 = i > 0 ? word[i - 1]! : 1;
  const w2 = i > 1 ? word[i - 2]! : 1;
  const v1 = i + 1 < count ? word[i + 1]! : 2;
  const v2 = i + 2 < count ? word[i + 2]! : 2;
  const c0 = cluster[i]!;
  const c1 = i > 0 ? cluster[i - 1]! : 1001;
  const c2 = i > 1 ? cluster[i - 2]! : 1001;
  const d1 = i + 1 < count ? cluster[i + 1]! : 1002;
  const d2 = i + 2 < count ? cluster[i + 2]! : 1002;
  const t1 = i > 0 ? tags[i - 1]! : 501;
  const t2 = i > 1 ? tags[i - 2]! : 501;
  const m0 = mask[i]!;
  const m1 = i > 0 ? mask[i - 1]! : 17;
  const n1 = i + 1 < count ? mask[i + 1]! : 17;
  const s0 = shape[i]!;
  const first = i === 0 ? 1 : 0;
  const size = low.length;
  const suffix1 = hashText(low, Math.max(0, size - 1));
  const suffix2 = hashText(low, Math.max(0, size - 2));
  const suffix3 = hashText(low, Math.max(0, size - 3));
  const suffix4 = hashText(low, Math.max(0, size - 4));
  const nextLow = i + 1 < count ? words.lower[i + 1]! : "";
  const nextSuffix = hashText(nextLow, Math.max(0, nextLow.length - 2));
  const nextShape = i + 1 < count ? shape[i + 1]! : 0;
  let n = 0;
  out[n++] = mix(1, w0);
  out[n++] = mix(2, w1);
  out[n++] = mix(3, v1);
  out[n++] = mix(4, w2);
  out[n++] = mix(5, v2);
  out[n++] = mix(mix(6, w0), w1);
  out[n++] = mix(mix(7, w0), v1);
  out[n++] = mix(mix(8, w1), v1);
  out[n++] = mix(9, suffix1);
  out[n++] = mix(10, suffix2);
  out[n++] = mix(11, suffix3);
  out[n++] = mix(12, suffix4);
  out[n++] = mix(13, hashText(low, 0, 1));
  out[n++] = mix(14, hashText(low, 0, 2));
  out[n++] = mix(15, hashText(low, 0, 3));
  out[n++] = mix(mix(16, s0), first);
  out[n++] = mix(mix(17, s0), suffix3);
  out[n++] = mix(18, t1);
  out[n++] = mix(mix(19, t1), t2);
  out[n++] = mix(mix(20, t1), w0);
  out[n++] = mix(mix(21, t1), c0);
  out[n++] = mix(mix(22, t1), v1);
  out[n++] = mix(23, c0);
  out[n++] = mix(24, c1);
  out[n++] = mix(25, d1);
  out[n++] = mix(26, c2);
  out[n++] = mix(27, d2);
  out[n++] = mix(mix(28, c0), c1);
  out[n++] = mix(mix(29, c0), d1);
  out[n++] = mix(mix(30, m0), t1);
  out[n++] = mix(mix(31, m0), n1);
  out[n++] = mix(mix(32, m0), suffix2);
  out[n++] = mix(mix(33, m0), mix(m1, n1));
  out[n++] = mix(mix(34, t1), suffix3);
  out[n++] = mix(mix(35, t1), mix(t2, w0));
  out[n++] = mix(mix(36, t1), nextSuffix);
  out[n++] = mix(mix(37, s0), nextShape);
  out[n++] = mix(mix(38, s0), t1);
  out[n++] = mix(mix(39, t1), d1);
  out[n++] = mix(mix(40, v1), v2);
  out[n++] = mix(mix(41, w1), w2);
  out[n++] = mix(mix(42, c0), nextSuffix);
  out[n++] = mix(mix(43, mix(t1, m0)), d1);
  out[n++] = 44;
  return n;
}
