import type { Mention } from "../actors/mention.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { isWeaponModel } from "./weapon-models.ts";

const GIVING: ReadonlySet<string> = new Set(
  "give lend offer grant send sell award promise pay loan supply provide extend allocate owe hand donate pledge deny refuse".split(" "),
);

/**
 * Mends what parsers get wrong about two objects: in "lent Jamaica 932 million dollars" and "sold Algeria 16 fighters" the
 * country is no part of the name of the sum or thing, but the one that gets it. A country's bare name right after a verb of
 * giving becomes its indirect object.
 */
export function attachRecipients(read: Parse, mentions: readonly Mention[]): Parse {
  const parse = splitShifted(attachWorth(read), mentions);
  const { nodes } = parse;
  const changes = new Map<number, number>();
  nodes.forEach((node, i) => {
    // "granted Togo 285 million dollars": of two objects the first is whom it went to
    const second = node.relation === "obj" ? nodes.findIndex((n, k) => k > i && n.head === node.head && n.relation === "obj") : -1;
    const twofold = second > i && node.head < i;
    if (!["compound", "nmod", "amod", "nmod:unmarked", "obj"].includes(node.relation) || (node.head <= i && !twofold)) return;
    const what = twofold ? second : nodes[node.head]!.upos === "NUM" ? nodes[node.head]!.head : node.head;
    const thing = nodes[what];
    if (!thing) return;
    const from = nodes[i - 1]?.text.toLowerCase() === "the" ? i - 2 : i - 1;
    const verb = nodes[from];
    if (verb?.upos !== "VERB" || !GIVING.has(verb.lemma.toLowerCase()) || !hangsOn(nodes, what, from)) return;
    // "promised Ukraine F-16s"
    const isModel = thing.upos === "PROPN" && isWeaponModel(thing.text);
    if (thing.upos !== "NOUN" && thing.unit?.kind !== "amount" && !isModel) return;
    const named = mentions.some(
      (m) =>
        m.start < node.end &&
        m.end > node.start &&
        m.actors.length > 0 &&
        ["name", "code", "capital", "body"].includes(m.form) &&
        m.kind !== "place" &&
        m.end >= node.end,
    );
    if (named) changes.set(i, from);
  });
  if (changes.size === 0) return parse;
  return {
    ...parse,
    nodes: nodes.map((n, i): Node => {
      const head = changes.get(i);
      return head === undefined ? n : { ...n, head, relation: "iobj" };
    }),
  };
}

/**
 * "handed over to the Kenyan navy five boats", "sent to Togo medicine": a name behind "to" and right behind a verb of giving
 * is the one that gets it, and what follows is the thing given, not one phrase with the name.
 */
function splitShifted(parse: Parse, mentions: readonly Mention[]): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((name, i) => {
    const thing = nodes[name.head];
    if (!thing || name.head <= i || !["compound", "amod", "nmod", "nmod:poss", "nummod"].includes(name.relation) || thing.upos !== "NOUN")
      return;
    const det = nodes[i - 1]?.upos === "DET" ? i - 1 : i;
    const to = det - 1;
    if (!/^to$/i.test(nodes[to]?.text ?? "")) return;
    const particle = /^(?:over|back|in|out)$/i.test(nodes[to - 1]?.text ?? "") ? to - 1 : to;
    const v = particle - 1;
    const verb = nodes[v];
    if (
      verb?.upos !== "VERB" ||
      !GIVING.has(verb.lemma.toLowerCase()) ||
      nodes.some((n) => n.head === v && n.relation === "obj" && n !== thing)
    )
      return;
    const known = mentions.some(
      (m) => m.start < name.end && m.end >= name.end && m.actors.length > 0 && ["name", "code", "capital", "body"].includes(m.form),
    );
    if (!known || !/^(?:obl|obj|nmod)/.test(thing.relation)) return;
    mended ??= [...nodes];
    for (const k of [to, ...(det < i ? [det] : [])]) mended[k] = { ...mended[k]!, head: i };
    mended[to] = { ...mended[to]!, relation: "case" };
    mended[i] = { ...name, head: v, relation: "obl" };
    mended[name.head] = { ...thing, head: v, relation: "obj" };
  });
  return mended ? { ...parse, nodes: mended } : parse;
}

const LINKS: ReadonlySet<string> = new Set(["to", "for", "from", "with"]);

/** "assistance to Peru worth 3 million": whom it went to is no subject of what it is worth. */
function attachWorth(parse: Parse): Parse {
  const { nodes } = parse;
  const changes = new Map<number, { head: number; relation: string }>();
  nodes.forEach((name, i) => {
    const worth = nodes[name.head];
    const link = nodes[i - 1];
    if (worth?.text.toLowerCase() !== "worth" || name.head !== i + 1 || !name.relation.startsWith("nsubj") || worth.head < 0) return;
    if (!link || !LINKS.has(link.text.toLowerCase()) || link.head !== name.head || worth.head >= i) return;
    changes.set(i, { head: worth.head, relation: "nmod" });
    changes.set(i - 1, { head: i, relation: "case" });
  });
  return changes.size === 0 ? parse : { ...parse, nodes: nodes.map((n, i): Node => ({ ...n, ...changes.get(i) })) };
}

/** The thing is what the verb gives: its object, or an oblique that a parser took it for. */
function hangsOn(nodes: readonly Node[], thing: number, verb: number): boolean {
  const node = nodes[thing]!;
  return node.head === verb && ["obj", "obl", "nmod:unmarked", "obl:unmarked", "nsubj:pass"].includes(node.relation);
}
