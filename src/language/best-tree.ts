/**
 * The tree with the highest sum of arc scores in which one word stands under the root (Chu and Liu 1965, Edmonds 1967; the
 * single root by trying the likely words). Mostly the best head of each word is such a tree already and is given at once.
 *
 * `scores[d · stride + h]` is the score of head h for word d; 0 is the root, words are 1 … count. Returns the head of
 * each word (0 for the root), the first word first.
 */
export function bestTree(scores: Float32Array, stride: number, count: number): Int32Array {
  const heads = bestHeads(scores, stride, count);
  const roots = rootsOf(heads);
  if (roots.length === 1 && isAcyclic(heads)) return heads.slice(1);
  let best: Int32Array | null = null;
  let bestScore = -Infinity;
  for (const root of likelyRoots(scores, stride, count, roots)) {
    const tree = spanningTree(scores, stride, count, root);
    let sum = 0;
    for (let d = 1; d <= count; d++) sum += scores[d * stride + tree[d]!]!;
    if (sum > bestScore || best === null) {
      bestScore = sum;
      best = tree;
    }
  }
  return best!.slice(1);
}

function bestHeads(scores: Float32Array, stride: number, count: number): Int32Array {
  const heads = new Int32Array(count + 1);
  for (let d = 1; d <= count; d++) {
    let best = 0;
    for (let h = 1; h <= count; h++) if (h !== d && scores[d * stride + h]! > scores[d * stride + best]!) best = h;
    heads[d] = best;
  }
  return heads;
}

function rootsOf(heads: Int32Array): number[] {
  const roots: number[] = [];
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots.push(d);
  return roots;
}

/** The words that may stand under the root: the one chosen greedily, or the three of several that lose least by being it. */
function likelyRoots(scores: Float32Array, stride: number, count: number, chosen: readonly number[]): number[] {
  if (chosen.length === 1) return [...chosen];
  const loss = (d: number): number => {
    let top = -Infinity;
    for (let h = 1; h <= count; h++) if (h !== d && scores[d * stride + h]! > top) top = scores[d * stride + h]!;
    return top - scores[d * stride]!;
  };
  const candidates = chosen.length > 1 ? [...chosen] : Array.from({ length: count }, (_, i) => i + 1);
  return candidates
    .map((word) => ({ word, loss: loss(word) }))
    .sort((a, b) => a.loss - b.loss || a.word - b.word)
    .slice(0, 3)
    .map(({ word }) => word);
}

function isAcyclic(heads: Int32Array): boolean {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let at = start;
    while (at > 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at]!;
    }
    if (at > 0 && seen[at] === start) return false;
  }
  return true;
}

/** Weights between groups of words, each with the arc between words that it stands for; element [d · size + h]. */
interface Graph {
  readonly size: number;
  readonly weight: Float32Array;
  readonly dependent: Int32Array;
  readonly head: Int32Array;
}

/** The maximum spanning tree with `root` as the only word under the root. */
function spanningTree(scores: Float32Array, stride: number, count: number, root: number): Int32Array {
  const size = count + 1;
  const graph: Graph = {
    size,
    weight: new Float32Array(size * size).fill(-1e30),
    dependent: new Int32Array(size * size),
    head: new Int32Array(size * size),
  };
  for (let d = 0; d < size; d++) {
    for (let h = 0; h < size; h++) {
      const at = d * size + h;
      graph.dependent[at] = d;
      graph.head[at] = h;
      if (d === 0 || d === h) continue;
      if (d === root) graph.weight[at] = h === 0 ? 0 : -1e30;
      else if (h > 0) graph.weight[at] = scores[d * stride + h]!;
    }
  }
  return solve(graph);
}

/** The head of a group with the greatest weight, the first of equals. */
function bestHead({ size, weight }: Graph, d: number, groups: readonly number[]): number {
  let best = -1;
  for (const h of groups) if (h !== d && (best < 0 || weight[d * size + h]! > weight[d * size + best]!)) best = h;
  return best;
}

/** A cycle that became one group, named like its first member: its members with the arcs they had, and who was in which group before. */
interface Contraction {
  readonly group: number;
  readonly members: readonly { readonly group: number; readonly dependent: number; readonly head: number }[];
  readonly groupOf: Int32Array;
}

/**
 * The best arc into each group but the root's, as the head of each word. As long as there is a cycle it is contracted into its first
 * group, which then stands last; a contraction changes the best head only of the new group: whose best head went into the cycle
 * has it there still. At the end the cycles are opened again, the last one first, where the arc into them goes.
 */
function solve(graph: Graph): Int32Array {
  const { size, weight } = graph;
  let groups = Array.from({ length: size }, (_, i) => i);
  let groupOf = Int32Array.from(groups);
  const chosen = Int32Array.from(groups, (d) => (d === 0 ? -1 : bestHead(graph, d, groups)));
  const contractions: Contraction[] = [];
  const inside = new Uint8Array(size);
  for (;;) {
    const cycle = findCycle(chosen, groups);
    if (cycle === null) break;
    const group = cycle[0]!;
    const own = cycle.map((d) => weight[d * size + chosen[d]!]!);
    contractions.push({ group, members: cycle.map((d) => ({ group: d, ...arcOf(graph, d, chosen[d]!) })), groupOf });
    inside.fill(0);
    for (const d of cycle) inside[d] = 1;
    groups = groups.filter((o) => inside[o] === 0);
    for (const o of groups) {
      let into = group;
      let gain = weight[group * size + o]! - own[0]!;
      let out = group;
      for (let k = 1; k < cycle.length; k++) {
        const d = cycle[k]!;
        const other = weight[d * size + o]! - own[k]!;
        if (other > gain) {
          into = d;
          gain = other;
        }
        if (weight[o * size + d]! > weight[o * size + out]!) out = d;
      }
      moveArc(graph, into * size + o, group * size + o, gain);
      moveArc(graph, o * size + out, o * size + group, weight[o * size + out]!);
      if (o !== 0 && inside[chosen[o]!] === 1) chosen[o] = group;
    }
    groups.push(group);
    chosen[group] = bestHead(graph, group, groups);
    groupOf = groupOf.map((g) => (inside[g] === 1 ? group : g));
  }
  const arcs = Array.from({ length: size }, (_, d) => arcOf(graph, d, Math.max(0, chosen[d]!)));
  for (const { group, members, groupOf: before } of contractions.reverse()) {
    const entry = arcs[group]!;
    const entered = before[entry.dependent];
    for (const member of members) arcs[member.group] = member.group === entered ? entry : member;
  }
  const heads = new Int32Array(size);
  for (let d = 1; d < size; d++) heads[arcs[d]!.dependent] = arcs[d]!.head;
  return heads;
}

function arcOf({ size, dependent, head }: Graph, d: number, h: number): { dependent: number; head: number } {
  return { dependent: dependent[d * size + h]!, head: head[d * size + h]! };
}

function moveArc({ weight, dependent, head }: Graph, from: number, to: number, value: number): void {
  weight[to] = value;
  dependent[to] = dependent[from]!;
  head[to] = head[from]!;
}

/** The first cycle that one meets going up from the groups in their order. */
function findCycle(chosen: Int32Array, groups: readonly number[]): number[] | null {
  const seen = new Int32Array(chosen.length);
  for (const start of groups) {
    let at = start;
    while (at > 0 && seen[at] === 0) {
      seen[at] = start;
      at = chosen[at]!;
    }
    if (at <= 0 || seen[at] !== start) continue;
    const cycle = [at];
    for (let next = chosen[at]!; next !== at; next = chosen[next]!) cycle.push(next);
    return cycle;
  }
  return null;
}
