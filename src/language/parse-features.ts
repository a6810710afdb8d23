import type { ArcHybrid } from "./arc-hybrid.ts";
import { mix } from "./sparse-scorer.ts";
import type { WordFeatures } from "./tag-features.ts";

export const PARSE_FEATURES = 72;

/** Fills `out` with the features of a configuration; returns how many. Words outside read as 0 with a tag of their own. */
export function fillParseFeatures(state: ArcHybrid, words: WordFeatures, tags: Int32Array, out: Int32Array): number {
  const n = state.count;
  const depth = state.depth;
  const s0 = depth > 0 ? state.stack[depth - 1]! : -1;
  const s1 = depth > 1 ? state.stack[depth - 2]! : -1;
  const s2 = depth > 2 ? state.stack[depth - 3]! : -1;
  const b0 = state.next;
  const word = (i: number): number => (i >= 0 && i < n ? words.word[i]! : i === n ? 11 : 12);
  const tag = (i: number): number => (i >= 0 && i < n ? tags[i]! + 1 : i === n ? 401 : 402);
  const cluster = (i: number): number => (i >= 0 && i < n ? words.cluster[i]! + 1 : i === n ? 901 : 902);
  const label = (i: number): number => (i >= 0 ? state.labels[i]! + 1 : 301);
  const s0w = word(s0),
    s0t = tag(s0),
    s0c = cluster(s0);
  const s1w = word(s1),
    s1t = tag(s1),
    s1c = cluster(s1);
  const b0w = word(b0),
    b0t = tag(b0),
    b0c = cluster(b0);
  const b1w = word(b0 + 1),
    b1t = tag(b0 + 1);
  const b2t = tag(b0 + 2);
  const s2t = tag(s2);
  const s0l = s0 >= 0 ? state.left1[s0]! : -1;
  const s0l2 = s0 >= 0 ? state.left2[s0]! : -1;
  const s0r = s0 >= 0 ? state.right1[s0]! : -1;
  const s0r2 = s0 >= 0 ? state.right2[s0]! : -1;
  const s1l = s1 >= 0 ? state.left1[s1]! : -1;
  const s1r = s1 >= 0 ? state.right1[s1]! : -1;
  const s1r2 = s1 >= 0 ? state.right2[s1]! : -1;
  const b0l = b0 < n ? state.left1[b0]! : -1;
  const b0l2 = b0 < n ? state.left2[b0]! : -1;
  const distance = s0 < 0 ? 0 : bucket(b0 - s0);
  const distance1 = s1 < 0 || s0 < 0 ? 0 : bucket(s0 - s1);
  const s0v = s0 >= 0 ? state.leftCount[s0]! * 8 + Math.min(7, state.rightCount[s0]!) : 99;
  const s1v = s1 >= 0 ? Math.min(7, state.rightCount[s1]!) : 99;
  const b0v = b0 < n ? Math.min(7, state.leftCount[b0]!) : 99;
  const st = mix(mix(3, s0t), b0t);
  const ss = mix(mix(4, s1t), s0t);
  let k = 0;
  const add = (id: number, a: number): void => {
    out[k++] = mix(id * 0x9e3779b1, a);
  };
  const add2 = (id: number, a: number, b: number): void => {
    out[k++] = mix(mix(id * 0x9e3779b1, a), b);
  };
  const add3 = (id: number, a: number, b: number, c: number): void => {
    out[k++] = mix(mix(mix(id * 0x9e3779b1, a), b), c);
  };
  add2(1, s0w, s0t);
  add(2, s0t);
  add2(3, b0w, b0t);
  add(4, b0t);
  add2(5, s1w, s1t);
  add(6, s1t);
  add2(7, b1w, b1t);
  add(8, s0c);
  add(9, b0c);
  add(10, s1c);
  add2(11, s0w, b0w);
  add2(12, s0w, b0t);
  add2(13, s0t, b0w);
  add(14, st);
  add2(15, s0c, b0c);
  add3(16, s0c, b0t, distance);
  add3(17, s0t, b0c, distance);
  add2(18, s1w, s0w);
  add2(19, s1w, s0t);
  add2(20, s1t, s0w);
  add(21, ss);
  add2(22, s1c, s0c);
  add3(23, s1c, s0t, distance1);
  add3(24, s1t, s0c, distance1);
  add2(25, st, b1t);
  add3(26, st, b1t, b2t);
  add2(27, ss, b0t);
  add3(28, ss, b0t, b1t);
  add2(29, ss, s2t);
  add3(30, s1w, b0t, s0t);
  add3(31, s1t, b0w, s0t);
  add3(32, s1t, b0t, s0w);
  add2(33, s1w, b0w);
  add2(34, s1c, b0c);
  add3(35, s1c, s0c, b0c);
  add3(36, s1t, b0t, distance);
  add3(37, s0t, tag(s0l), b0t);
  add3(38, s0t, tag(s0r), b0t);
  add3(39, ss, tag(s0l), 1);
  add3(40, ss, tag(s0r), 1);
  add3(41, ss, tag(s1r), 1);
  add3(42, ss, tag(s1l), 1);
  add3(43, st, tag(b0l), 1);
  add3(44, st, tag(b0l), label(b0l));
  add2(45, s0t, label(s0l));
  add2(46, s0t, label(s0r));
  add2(47, s1t, label(s1r));
  add2(48, b0t, label(b0l));
  add3(49, s0w, label(s0l), label(s0r));
  add3(50, s1w, label(s1r), label(s1l));
  add3(51, b0w, label(b0l), label(b0l2));
  add3(52, s0t, s0v, b0t);
  add3(53, s1t, s1v, s0t);
  add3(54, b0t, b0v, s0t);
  add3(55, st, distance, s0v);
  add3(56, ss, distance1, s1v);
  add3(57, label(s0l), label(s0l2), s0t);
  add3(58, label(s0r), label(s0r2), s0t);
  add3(59, label(s1r), label(s1r2), ss);
  add3(60, s0t, word(s0l), s1w);
  add3(61, s1w, word(s0l), s0c);
  add3(62, s1c, word(s0l), s0c);
  add3(63, s1t, word(s0l), s0w);
  add3(64, word(s1r), s1t, s0t);
  add3(65, s0t, word(s0r), b0t);
  add3(66, st, word(s0l), b1t);
  add3(67, ss, word(s0l), b0t);
  add3(68, s2t, s0w, s1t);
  add3(69, tag(s1r), s1c, s0c);
  add3(70, b0c, b1t, st);
  add2(71, b1w, st);
  out[k++] = 72;
  return k;
}

function bucket(distance: number): number {
  return distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : 7;
}
