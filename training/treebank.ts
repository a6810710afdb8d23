import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** One word of a treebank. `head` is an index into the sentence, -1 at the root. */
export interface TreeWord {
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  head: number;
  relation: string;
  /** Whether white space follows in the running text. */
  spaceAfter: boolean;
}

export interface Tree {
  text: string;
  /** Set where a new document or paragraph begins. */
  opensParagraph: boolean;
  words: TreeWord[];
}

/** Where the treebanks lie: an optional folder beside the checkout. */
export const treebankFolder = new URL("../../shared/data/ud/", import.meta.url).pathname;

export function hasTreebanks(): boolean {
  return existsSync(join(treebankFolder, "en_gum-train.conllu.gz"));
}

/** Reads a gzipped CoNLL-U file (universaldependencies.org/format.html); multiword-token lines only tell the spaces. */
export function readTreebank(name: string): Tree[] {
  const text = gunzipSync(readFileSync(join(treebankFolder, `${name}.conllu.gz`))).toString("utf8");
  const trees: Tree[] = [];
  let words: TreeWord[] = [];
  let raw = "";
  let opens = false;
  let rangeEnd = 0;
  let rangeSpace = true;
  for (const line of text.split("\n")) {
    if (line === "") {
      if (words.length > 0) trees.push({ text: raw, opensParagraph: opens, words });
      words = [];
      raw = "";
      opens = false;
      rangeEnd = 0;
    } else if (line.startsWith("#")) {
      if (line.startsWith("# text = ")) raw = line.slice(9);
      else if (line.startsWith("# newdoc") || line.startsWith("# newpar")) opens = true;
    } else {
      const [id, form, lemma, upos, xpos, , head, relation, , misc] = line.split("\t") as string[];
      const space = !misc!.includes("SpaceAfter=No");
      if (id!.includes("-")) {
        rangeEnd = Number(id!.split("-")[1]);
        rangeSpace = space;
        continue;
      }
      if (id!.includes(".")) continue;
      const number = words.length + 1;
      const spaceAfter = number < rangeEnd ? false : number === rangeEnd ? rangeSpace : space;
      words.push({ form: form!, lemma: lemma!, upos: upos!, xpos: xpos!, head: Number(head) - 1, relation: relation!, spaceAfter });
    }
  }
  return trees;
}
