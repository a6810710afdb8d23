import type { Tree, TreeWord } from "./treebank.ts";

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)$/;

/** A tree with the kind of unit that each word is. */
export interface MergedTree extends Tree {
  units?: (Group["kind"] | null)[];
  /** First and last word of the unmerged tree for each word. */
  ranges?: (readonly [number, number])[];
}

/**
 * Merges multi-word names, dates and lists of names of a tree into single words, each group with probability `share`, as
 * they are at use. The merged word keeps the form, tags and place in the tree of the group's head.
 */
export function mergeUnits(tree: Tree, random: () => number, share: number): MergedTree {
  const groups = findGroups(tree.words);
  if (groups.length === 0) return tree;
  const chosen = groups.filter(() => random() < share);
  if (chosen.length === 0) return tree;
  const words: TreeWord[] = [];
  const units: (Group["kind"] | null)[] = [];
  const ranges: (readonly [number, number])[] = [];
  const place = new Int32Array(tree.words.length);
  for (let i = 0; i < tree.words.length; i++) {
    const group = chosen.find((g) => i >= g.first && i <= g.last);
    if (group === undefined) {
      place[i] = words.length;
      words.push({ ...tree.words[i]! });
      units.push(null);
      ranges.push([i, i]);
      continue;
    }
    for (let j = group.first; j <= group.last; j++) place[j] = words.length;
    units.push(group.kind);
    ranges.push([group.first, group.last]);
    words.push({ ...tree.words[group.head]!, spaceAfter: tree.words[group.last]!.spaceAfter });
    i = group.last;
  }
  for (const word of words) if (word.head >= 0) word.head = place[word.head]!;
  return { ...tree, words, units, ranges };
}

interface Group {
  kind: "name" | "date" | "list";
  first: number;
  last: number;
  head: number;
}

/** Groups that lie side by side without overlap; the longest (lists) first. */
function findGroups(words: readonly TreeWord[]): Group[] {
  const groups: Group[] = [];
  const taken = new Uint8Array(words.length);
  for (const [kind, wanted] of [
    ["list", inList],
    ["name", inName],
    ["date", inDate],
  ] as const) {
    for (let head = 0; head < words.length; head++) {
      const group = growGroup(words, head, wanted);
      if (group === null) continue;
      let free = true;
      for (let i = group.first; i <= group.last; i++) if (taken[i]) free = false;
      if (!free) continue;
      taken.fill(1, group.first, group.last + 1);
      groups.push({ ...group, kind });
    }
  }
  return groups.sort((a, b) => a.first - b.first);
}

/** The words that hang from `head` by wanted arcs, if they fill a range without gaps and nothing else hangs from inside it. */
function growGroup(
  words: readonly TreeWord[],
  head: number,
  wanted: (word: TreeWord, parent: TreeWord, top: TreeWord) => boolean,
): Omit<Group, "kind"> | null {
  const inside = new Set([head]);
  for (let grown = true; grown; ) {
    grown = false;
    for (let i = Math.max(0, head - 30); i < Math.min(words.length, head + 60); i++) {
      const word = words[i]!;
      if (!inside.has(i) && inside.has(word.head) && wanted(word, words[word.head]!, words[head]!)) {
        inside.add(i);
        grown = true;
      }
    }
  }
  if (inside.size < 2) return null;
  const first = Math.min(...inside);
  const last = Math.max(...inside);
  if (last - first + 1 !== inside.size) return null;
  for (let i = 0; i < words.length; i++) {
    const above = words[i]!.head;
    if (!inside.has(i) && above !== head && inside.has(above)) return null;
  }
  return { first, last, head };
}

function inName(word: TreeWord, _parent: TreeWord, top: TreeWord): boolean {
  return top.upos === "PROPN" && word.upos === "PROPN" && (word.relation === "flat" || word.relation === "compound");
}

function inDate(word: TreeWord, _parent: TreeWord, top: TreeWord): boolean {
  return (
    MONTH.test(top.form) &&
    ((word.upos === "NUM" && /^(?:nummod|nmod:unmarked|compound|flat|nmod)$/.test(word.relation)) ||
      (word.form === "," && word.relation === "punct"))
  );
}

function inList(word: TreeWord, parent: TreeWord, top: TreeWord): boolean {
  if (top.upos !== "PROPN") return false;
  if (word.upos === "PROPN" && /^(?:conj|flat|compound)$/.test(word.relation)) return true;
  return (
    parent.upos === "PROPN" && parent.relation === "conj" && (word.relation === "cc" || (word.relation === "punct" && word.form === ","))
  );
}
