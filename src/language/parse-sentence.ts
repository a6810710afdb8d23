import { lemmatize } from "./lemmatize.ts";
import type { LanguageModel } from "./model.ts";
import { type Arcs, parseDependencies } from "./parse-dependencies.ts";
import { type Draft, REPAIRS, type Repair, repairParse } from "./repair-parse.ts";
import type { Node, Parse, Sentence, Unit } from "./sentence.ts";
import { mergeUnits, type Word } from "./unit-words.ts";

/**
 * Tags and parses one sentence. Each unit (known name, date, amount, title, list of actors) becomes one node before
 * tagging. `text` is the document's canonical text; offsets of the nodes count in it.
 *
 * The result has one root (head -1) and no cycles; a sentence without tokens has no nodes.
 */
export function parseSentence(
  text: string,
  sentence: Sentence,
  units: readonly Unit[],
  model: LanguageModel,
  repairs: readonly Repair[] = REPAIRS,
): Parse {
  const words = mergeUnits(text, sentence.tokens, units);
  if (words.length === 0) return { sentence, nodes: [] };
  const arcs = arcsOf(words, model);
  const drafts = words.map((word, i): Draft => {
    const { upos, xpos } = model.tags[arcs.tags[i]!]!;
    return { text: word.text, upos, xpos, unit: word.unit, head: arcs.heads[i]!, relation: model.relations[arcs.relations[i]!]! };
  });
  repairParse(drafts, repairs);
  const nodes = drafts.map((draft, i): Node => {
    const { start, end, text: form, unit } = words[i]!;
    const { upos, xpos, head, relation } = draft;
    return { start, end, text: form, lemma: unit === null ? lemmatize(form, upos, xpos, model) : form, upos, xpos, head, relation, unit };
  });
  return { sentence, nodes };
}

/**
 * The arcs of the words. An entry or headline without its full stop in which no verb was found is read once more as if it had one, and
 * so it stays where that finds its verb: "Kenyan troops enter Somalia".
 */
function arcsOf(words: readonly Word[], model: LanguageModel): Arcs {
  const arcs = parseDependencies(words, model);
  const last = words.at(-1)!;
  if (words.length < 3 || !/[\p{L}\d)\]%]$/u.test(last.text) || verbOf(arcs, model)) return arcs;
  const stop: Word = { start: last.end, end: last.end, text: ".", form: ".", unit: null };
  const stopped = parseDependencies([...words, stop], model);
  for (let i = 0; i < words.length; i++) if (stopped.heads[i]! >= words.length) return arcs;
  return verbOf(stopped, model) ? stopped : arcs;
}

/** Whether a word is tagged as a finite verb. */
function verbOf({ tags }: Arcs, model: LanguageModel): boolean {
  for (const tag of tags) if (/^(?:VB[DPZ]|MD)$/.test(model.tags[tag]!.xpos)) return true;
  return false;
}
