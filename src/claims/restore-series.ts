import type { Mention } from "../actors/mention.ts";
import type { Node } from "../language/sentence.ts";
import type { RestoredClause } from "./restore-gaps.ts";

const POSTS =
  /^(?:embassies|consulates|legations|missions|offices|high commissions|consulates[- ]general|posts|delegations|representations)$/i;
const PEOPLE =
  /\b(?:presidents|ministers|premiers|leaders|kings|queens|monarchs|emperors|sultans|heads of (?:state|government)|chancellors|popes|secretaries|prime ministers)$/i;
/** Names that one item of a series may have, with what stands in them. */
const LONGEST_NAME = 6;

/** One item: the nodes of its name, and those of its time with the preposition. */
interface Item {
  readonly name: readonly number[];
  readonly time: readonly number[];
}

/**
 * The clauses of a sentence that ends with a colon and a row of names with times: "Three presidents have visited Peru: Ana Example in 1996,
 * Ben Sample in 2004 and Cleo Model (2016)", "opened three embassies: Lima in 1992, Quito in 1995". Each is what stands before the colon, at
 * one of the times, and in the town that is named. Null where it is no such row.
 */
export function restoreSeries(nodes: readonly Node[], mentions: readonly Mention[]): RestoredClause[] | null {
  const colon = nodes.findIndex((n, i) => n.text === ":" && i > 2);
  if (colon < 0 || !nodes.slice(0, colon).some((n) => n.upos === "VERB" && n.unit === null)) return null;
  const items = itemsOf(nodes, colon + 1);
  if (!items) return null;
  const before = withoutTimes(nodes, colon);
  const verb = nodes.findIndex((n) => n.upos === "VERB" && n.unit === null);
  if (nodes.slice(0, verb).some((n, i) => isOfPeople(n) && i < verb) && items.every((item) => !isTown(item, nodes, mentions)))
    return items.map(({ time }) => ({ nodes: [...before, ...time], subject: null }));
  const post = before.findLast((i) => nodes[i]!.upos === "NOUN") ?? -1;
  const where = nodes.findIndex((n) => /^in$/i.test(n.text));
  if (post < verb || where < 0 || !POSTS.test(nodes[post]!.text) || !items.every((item) => isTown(item, nodes, mentions))) return null;
  return items.map(({ name, time }) => ({ nodes: [...before, where, ...name, ...time], subject: null }));
}

/** The items from `from` to the end of the sentence, two at least, each with a time; null where something else stands there. */
function itemsOf(nodes: readonly Node[], from: number): Item[] | null {
  const items: Item[] = [];
  let name: number[] = [];
  for (let i = from; i < nodes.length; i++) {
    const { text, upos, unit } = nodes[i]!;
    const isTime = unit?.kind === "date";
    if (isTime) {
      if (name.length === 0 || name.length > LONGEST_NAME) return null;
      const led = /^(?:in|on|\()$/i.test(nodes[i - 1]!.text);
      items.push({ name, time: led && nodes[i - 1]!.text !== "(" ? [i - 1, i] : [i] });
      name = [];
      if (nodes[i + 1]?.text === ")") i++;
      if (i + 1 < nodes.length && !/^(?:,|;|and|\.)$/i.test(nodes[i + 1]!.text)) return null;
    } else if (upos === "PROPN" || /^(?:al|bin|de|da|van|von)$/.test(text)) name.push(i);
    else if (!/^(?:,|;|and|in|on|\(|\.)$/i.test(text) || (name.length > 0 && !/^(?:in|on|\()$/i.test(text))) return null;
  }
  return name.length === 0 && items.length > 1 ? items : null;
}

/** The nodes before the colon without the times among them, and without how often it was. */
function withoutTimes(nodes: readonly Node[], colon: number): number[] {
  const kept: number[] = [];
  for (let i = 0; i < colon; i++) {
    if (nodes[i]!.unit?.kind !== "date") kept.push(i);
    else if (/^(?:in|on|since|from|during)$/i.test(nodes[i - 1]?.text ?? "")) kept.pop();
  }
  while (
    kept.length > 0 &&
    /^(?:times?|twice|thrice|once|three|four|five|six|seven|eight|nine|ten|far|so|,)$/i.test(nodes[kept.at(-1)!]!.text)
  )
    kept.pop();
  return kept;
}

function isOfPeople({ text, xpos }: Node): boolean {
  return PEOPLE.test(text) && (xpos.endsWith("S") || xpos === "NNP");
}

function isTown({ name }: Item, nodes: readonly Node[], mentions: readonly Mention[]): boolean {
  const [first, last] = [nodes[name[0]!]!, nodes[name.at(-1)!]!];
  return mentions.some((m) => (m.form === "capital" || m.form === "city") && m.start <= first.start && m.end >= last.end);
}
