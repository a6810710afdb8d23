import type { MergedTree } from "./merge-units.ts";
import type { TreeWord } from "./treebank.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
  "Sept.",
  "Nov.",
];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * Puts a date before a sentence that begins with its subject: "In May 2015 the two sides …". Chronologies are written so,
 * the treebanks are not, and a parser that never saw it takes the date for a part of the subject.
 */
export function leadWithDate(tree: MergedTree, random: () => number): MergedTree {
  const { words } = tree;
  const root = words.findIndex((word) => word.head === -1);
  if (words.length < 4 || !/^(?:VERB|ADJ|NOUN)$/.test(words[root]!.upos) || !beginsWithSubject(words, root)) return tree;
  const lead = makeLead(random);
  const comma = random() < 0.45;
  if (comma) lead.push({ word: word(",", "PUNCT", ",", "punct"), head: "root", unit: false });
  const shift = lead.length;
  const head = lead.findIndex((part) => part.head === "root");
  const added = lead.map(({ word: own, head: above }): TreeWord => ({ ...own, head: above === "root" ? root + shift : head }));
  const first = words[0]!;
  const lowered =
    /^(?:PROPN|X)$/.test(first.upos) || /^(?:I|I['’].*)$/.test(first.form) || /^\p{Lu}{2}/u.test(first.form)
      ? first.form
      : first.form[0]!.toLowerCase() + first.form.slice(1);
  const rest = words.map((own, i) => ({ ...own, form: i === 0 ? lowered : own.form, head: own.head < 0 ? -1 : own.head + shift }));
  return {
    ...tree,
    words: [...added, ...rest],
    units: [...lead.map((part) => (part.unit ? ("date" as const) : null)), ...(tree.units ?? words.map(() => null))],
  };
}

function beginsWithSubject(words: readonly TreeWord[], root: number): boolean {
  let at = 0;
  for (let hops = 0; words[at]!.head !== root && words[at]!.head !== -1 && hops < words.length; hops++) at = words[at]!.head;
  return words[at]!.head === root && /^nsubj/.test(words[at]!.relation) && at < root;
}

interface Part {
  readonly word: TreeWord;
  /** Of the main verb, or of the date's own head. */
  readonly head: "root" | "date";
  readonly unit: boolean;
}

function makeLead(random: () => number): Part[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const year = String(1945 + Math.floor(random() * 80));
  const month = pick(MONTHS);
  const day = String(1 + Math.floor(random() * 28));
  const preposition = (form: string): Part => ({ word: word(form, "ADP", "IN", "case"), head: "date", unit: false });
  const part = (form: string, upos: string, xpos: string, relation: string): Part => ({
    word: word(form, upos, xpos, relation),
    head: "date",
    unit: false,
  });
  const main = (form: string, upos: string, xpos: string, unit = false): Part => ({
    word: word(form, upos, xpos, "obl"),
    head: "root",
    unit,
  });
  switch (Math.floor(random() * 10)) {
    case 0:
    case 1:
      return [preposition("In"), main(year, "NUM", "CD")];
    case 2:
      return [preposition("In"), main(month, "PROPN", "NNP"), part(year, "NUM", "CD", "nmod:unmarked")];
    case 3:
      return [
        preposition("On"),
        part(month, "PROPN", "NNP", "compound"),
        main(day, "NUM", "CD"),
        part(",", "PUNCT", ",", "punct"),
        part(year, "NUM", "CD", "nmod:unmarked"),
      ];
    case 4:
      return [
        preposition("On"),
        main(day, "NUM", "CD"),
        part(month, "PROPN", "NNP", "nmod:unmarked"),
        part(year, "NUM", "CD", "nmod:unmarked"),
      ];
    case 5:
      return [preposition("On"), main(pick(DAYS), "PROPN", "NNP")];
    case 6:
      return [preposition(pick(["Since", "By", "Until", "Before", "After"])), main(year, "NUM", "CD")];
    default:
      return [preposition(pick(["In", "In", "On", "Since", "By", "During"])), main(month, "PROPN", "NNP", true)];
  }
}

function word(form: string, upos: string, xpos: string, relation: string): TreeWord {
  return { form, lemma: form, upos, xpos, head: -1, relation, spaceAfter: true };
}
