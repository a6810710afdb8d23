import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
/** How far into a headline the "to" may stand, in nodes. */
const LONGEST = 8;
/** What a name at the head of a headline may be made of. */
const NOMINAL: ReadonlySet<string> = new Set(["PROPN", "NOUN", "ADJ", "DET", "NUM", "PART", "CCONJ"]);

/** "Kenyan PM to visit Laos", "Peru's president to host summit": in a headline who stands before "to" is the subject of what is to come. */
export function repairHeadlineToBe(parse: Parse): Parse {
  const { nodes } = parse;
  if (nodes.at(-1)?.text === ".") return parse;
  const to = nodes.findIndex((n, i) => i > 0 && i < LONGEST && n.xpos === "TO" && nodes[i + 1]?.xpos === "VB");
  if (to < 0 || nodes.some((n) => FINITE.has(n.xpos))) return parse;
  const verb = to + 1;
  if (nodes.some((n, i) => i < to && !NOMINAL.has(n.upos) && n.text !== "of")) return parse;
  const tops = nodes.flatMap((n, i) => (i < to && (n.head < 0 || n.head >= to) ? [i] : []));
  const [subject] = tops;
  if (subject === undefined || tops.length > 1 || !/^(?:PROPN|NOUN)$/.test(nodes[subject]!.upos)) return parse;
  const root = nodes.findIndex((n) => n.head < 0);
  if (root !== subject && root !== verb) return parse;
  if (nodes.some((n) => n.head === verb && n.relation.startsWith("nsubj"))) return parse;
  const mended = nodes.map((n, i): Node => {
    if (i === verb) return { ...n, head: -1, relation: "root" };
    if (i === to) return { ...n, head: verb, relation: "mark" };
    if (i === subject) return { ...n, head: verb, relation: "nsubj" };
    return i > verb && n.head === subject ? { ...n, head: verb } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
