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

interface Arc {
  readonly dependent: number;
  readonly head: number;
}

/** Weights between groups of words, each with the arc between words that it stands for. */
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
  const groupOf = Int32Array.from({ length: size }, (_, i) => i);
  const heads = new Int32Array(size);
  for (const arc of solve(
    graph,
    Array.from({ length: size }, (_, i) => i),
    groupOf,
  ).values())
    heads[arc.dependent] = arc.head;
  return heads;
}

/** The head of a group with the greatest weight, the first of equals. */
function bestHead({ size, weight }: Graph, d: number, groups: readonly number[]): number {
  let best = -1;
  for (const h of groups) if (h !== d && (best < 0 || weight[d * size + h]! > weight[d * size + best]!)) best = h;
  return best;
}

function bestOfEach(graph: Graph, groups: readonly number[]): Map<number, number> {
  return new Map(groups.filter((d) => d !== 0).map((d) => [d, bestHead(graph, d, groups)]));
}

/**
 * The best arc into each group but the root's; cycles are contracted into their first group and solved again. `chosen` is the best
 * head of each group. A contraction changes it only for the new group: whose best head went into the cycle has it there still.
 */
function solve(graph: Graph, groups: readonly number[], groupOf: Int32Array, chosen = bestOfEach(graph, groups)): Map<number, Arc> {
  const { size, weight } = graph;
  const arcOf = (d: number, h: number): Arc => ({ dependent: graph.dependent[d * size + h]!, head: graph.head[d * size + h]! });
  const cycle = findCycle(chosen);
  if (cycle === null) return new Map([...chosen].map(([d, h]) => [d, arcOf(d, h)]));

  const own = cycle.map((d) => ({ d, weight: weight[d * size + chosen.get(d)!]!, arc: arcOf(d, chosen.get(d)!) }));
  const inside = new Set(cycle);
  const outside = groups.filter((group) => !inside.has(group));
  const group = cycle[0]!;
  for (const o of outside) {
    let into = own[0]!;
    let out = group;
    for (const member of own) {
      if (weight[member.d * size + o]! - member.weight > weight[into.d * size + o]! - into.weight) into = member;
      if (weight[o * size + member.d]! > weight[o * size + out]!) out = member.d;
    }
    const enter = { weight: weight[into.d * size + o]! - into.weight, ...arcOf(into.d, o) };
    const leave = { weight: weight[o * size + out]!, ...arcOf(o, out) };
    setArc(graph, group, o, enter);
    setArc(graph, o, group, leave);
  }
  const next = new Map(outside.filter((o) => o !== 0).map((o) => [o, inside.has(chosen.get(o)!) ? group : chosen.get(o)!]));
  const contracted = [...outside, group];
  next.set(group, bestHead(graph, group, contracted));
  const result = solve(
    graph,
    contracted,
    groupOf.map((g) => (inside.has(g) ? group : g)),
    next,
  );
  const entry = result.get(group)!;
  const entered = groupOf[entry.dependent]!;
  result.delete(group);
  for (const member of own) result.set(member.d, member.d === entered ? entry : member.arc);
  return result;
}

function setArc({ size, weight, dependent, head }: Graph, d: number, h: number, arc: Arc & { weight: number }): void {
  weight[d * size + h] = arc.weight;
  dependent[d * size + h] = arc.dependent;
  head[d * size + h] = arc.head;
}

function findCycle(chosen: ReadonlyMap<number, number>): number[] | null {
  const seen = new Map<number, number>();
  for (const start of chosen.keys()) {
    let at = start;
    while (chosen.has(at) && !seen.has(at)) {
      seen.set(at, start);
      at = chosen.get(at)!;
    }
    if (!chosen.has(at) || seen.get(at) !== start) continue;
    const cycle = [at];
    for (let next = chosen.get(at)!; next !== at; next = chosen.get(next)!) cycle.push(next);
    return cycle;
  }
  return null;
}
