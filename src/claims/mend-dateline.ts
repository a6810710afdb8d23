import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** How far into a sentence the dash of a dateline may stand, in nodes. */
const LONGEST = 13;

/**
 * Takes the place of a dateline out of its sentence: in "Gaborone - Botswana and Lesotho have signed", "Lima (AP) — Peru recalled"
 * the city does nothing. What the parser hung on it goes where the city stood.
 */
export function mendDateline(parse: Parse, mentions: readonly Mention[]): Parse {
  const city = parse.nodes[0];
  if (city && city.head < 0 && parse.nodes[1]?.text === ":" && (isPlace(city, mentions) || isState(city, mentions)))
    return withoutLabel(parse);
  const dash = dashOf(parse.nodes, mentions);
  if (dash < 0 || !city || city.head < 0 || !/^(?:nsubj|obl|nmod|appos|dep)/.test(city.relation)) return parse;
  const nodes = parse.nodes.map((n) => ({ ...n }));
  const heir = nodes.findIndex((n, i) => i > dash && n.head === 0 && n.upos !== "PUNCT" && n.upos !== "VERB");
  const doubled = nodes.some((n, i) => i > dash && n.head === city.head && n.relation === city.relation);
  if (heir >= 0 && !doubled) {
    nodes[heir] = { ...nodes[heir]!, head: city.head, relation: city.relation };
    nodes.forEach((n, i) => {
      if (i > dash && i !== heir && n.head === 0) nodes[i] = { ...n, head: heir };
    });
  } else if (!doubled) return parse;
  nodes[0] = { ...nodes[0]!, relation: "dep" };
  return isTree(nodes) ? { ...parse, nodes } : parse;
}

/** "Port Moresby: The minister returned": the clause behind the colon is the sentence, with what the parser hung on the city as its subject. */
function withoutLabel(parse: Parse): Parse {
  const verb = parse.nodes.findIndex(
    (n) => n.head === 0 && /^(?:parataxis|conj|ccomp|acl|dep)/.test(n.relation) && /^(?:VB|MD)/.test(n.xpos),
  );
  if (verb < 0) return parse;
  const hasSubject = parse.nodes.some((n) => n.head === verb && /^nsubj/.test(n.relation));
  const subject = hasSubject
    ? -1
    : parse.nodes.findIndex((n, i) => i > 1 && i < verb && n.head === 0 && /^(?:appos|nsubj|dep|list)/.test(n.relation));
  if (!hasSubject && subject < 0) return parse;
  const nodes = parse.nodes.map((n, i) => {
    if (i === verb) return { ...n, head: -1, relation: "root" };
    if (i === 0) return { ...n, head: verb, relation: "dep" };
    if (n.head !== 0) return n;
    return i === subject ? { ...n, head: verb, relation: "nsubj" } : { ...n, head: verb };
  });
  return isTree(nodes) ? { ...parse, nodes } : parse;
}

/** The dash, or behind a date the colon, that follows a city and an agency in brackets at the beginning; -1 where the sentence begins otherwise. */
function dashOf(nodes: readonly Node[], mentions: readonly Mention[]): number {
  if (!nodes[0] || !isPlace(nodes[0], mentions)) return -1;
  for (let i = 1; i < Math.min(nodes.length, LONGEST); i++) {
    const { text, upos } = nodes[i]!;
    if (/^[-–—]{1,2}$/.test(text)) return i;
    // "Addis Ababa, 2 October 2019: The Chairperson"
    if (text === ":") return nodes.slice(1, i).some((n) => n.unit?.kind === "date" || /^(?:1[5-9]|20)\d\d$/.test(n.text)) ? i : -1;
    if (!["PROPN", "NUM", "PUNCT", "SYM", "X"].includes(upos) && !/^[A-Z(]/.test(text)) return -1;
  }
  return -1;
}

function isState(node: Node, mentions: readonly Mention[]): boolean {
  return mentions.some((m) => m.kind === "state" && m.form === "name" && m.start <= node.start && m.end >= node.end);
}

function isPlace(node: Node, mentions: readonly Mention[]): boolean {
  const isCity = (m: Mention): boolean => m.city !== null || m.form === "capital" || m.form === "city" || m.kind === "place";
  return mentions.some((m) => isCity(m) && m.start <= node.start && m.end >= node.end);
}
