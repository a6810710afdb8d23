import type { SentenceGraph } from "./sentence-graph.ts";
import { base } from "./slot-map.ts";

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  inaugural: 1,
};
const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80 };
const ROMAN = /^(?=[IVXL]+$)(X{0,4})(IX|IV|V?I{0,3})$/;

/** The number of a meeting in its series: "the third meeting", "the VI Summit", "the 12th round". */
export function numberIn(graph: SentenceGraph, i: number): number | null {
  for (const c of graph.subtree(i, false)) {
    const node = graph.node(c);
    // a name is one node: "V Ministerial Meeting", "Fourth High-Level Meeting"
    const number = numberOf(node.unit?.kind === "name" ? node.text.split(/\s/)[0]! : node.text);
    if (number !== null && (c === i || isWithin(graph, c, i))) return number < 10 ? number + tensBefore(graph, c) : number;
  }
  return null;
}

/** "Fifty-First", "twenty second", each word a node of its own: the tens in front. */
function tensBefore(graph: SentenceGraph, c: number): number {
  const front = /^[-–‑]$/.test(graph.nodes[c - 1]?.text ?? "") ? c - 2 : c - 1;
  return TENS[graph.nodes[front]?.text.toLowerCase() ?? ""] ?? 0;
}

const PARTS: ReadonlySet<string> = new Set(["amod", "compound", "nummod", "nmod", "dep", "flat", "obj"]);

/** Node `c` belongs to the phrase of `i`, not to a phrase that only says where or beside what ("met on the sidelines of the 56th session"). */
function isWithin(graph: SentenceGraph, c: number, i: number): boolean {
  if (base(graph.node(c).relation) === "obj") return false;
  for (let at = c, steps = 0; at !== i && steps < 8; at = graph.node(at).head, steps++) {
    const relation = base(graph.node(at).relation);
    if (!PARTS.has(relation) || BESIDE.test(graph.lemma(at))) return false;
  }
  return true;
}

const BESIDE = /^(?:sideline|margin|occasion|eve|framework|wake|anniversary)s?$/;

/** "third", "III", "3rd" → 3. */
export function numberOf(word: string): number | null {
  const known = ORDINALS[word.toLowerCase()];
  if (known) return known;
  const [tens, unit] = word.toLowerCase().split(/[-–‑]/);
  if (unit !== undefined && TENS[tens!] !== undefined && (ORDINALS[unit] ?? 10) < 10) return TENS[tens!]! + ORDINALS[unit]!;
  const ordinal = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  if (ordinal) return Number(ordinal[1]);
  return word.length > 0 && word !== "I" && ROMAN.test(word) ? fromRoman(word) : null;
}

function fromRoman(word: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };
  let sum = 0;
  for (let i = 0; i < word.length; i++) {
    const value = values[word[i]!] ?? 0;
    sum += value < (values[word[i + 1] ?? ""] ?? 0) ? -value : value;
  }
  return sum;
}
