import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** Verbs with their particles: what follows is their object, not a place ("handed over equipment", "cut off aid"). */
const PARTICLES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    hand: ["over", "back", "out", "in"],
    turn: ["over"],
    sign: ["over", "off"],
    take: ["over", "back"],
    give: ["up", "back", "away"],
    write: ["off"],
    call: ["off", "back"],
    break: ["off"],
    cut: ["off", "back"],
    shut: ["down", "off"],
    close: ["down", "off"],
    set: ["up", "aside"],
    carry: ["out"],
    send: ["back", "off", "in"],
    fly: ["in", "out"],
    ship: ["in"],
    throw: ["out"],
    kick: ["out"],
    pull: ["out", "back"],
    bring: ["back", "home", "in", "about"],
    buy: ["up", "back"],
    wind: ["down", "up"],
    pay: ["back", "off"],
    draw: ["up", "down"],
    chip: ["in"],
    roll: ["over"],
    put: ["forward"],
    lay: ["out"],
  }),
);

/** "forces pulled out of Lima", where "out" was read as a particle and Lima as the object of it. */
export function mendOutOf(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((place, i) => {
    if (place.relation !== "obj" || place.head < 0 || place.head > i) return;
    const of = nodes.findIndex((n, k) => k < i && n.head === i && n.relation === "case" && /^of$/i.test(n.text));
    const out = of - 1;
    if (out < 1 || !/^out$/i.test(nodes[out]!.text) || nodes[out]!.relation !== "compound:prt" || nodes[out]!.head !== place.head) return;
    mended ??= [...nodes];
    mended[i] = { ...place, relation: "obl" };
    mended[out] = { ...nodes[out]!, head: i, relation: "case" };
  });
  return mended ? { ...parse, nodes: mended } : parse;
}

/** "called its men home from Lima", "flew back to Lima": the place hangs on the verb. */
export function mendWayHome(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((place, i) => {
    const home = place.head;
    if (!/^(?:nmod|obl)/.test(place.relation) || home < 1 || home > i || !/^(?:home|back)$/i.test(nodes[home]!.text)) return;
    const verb = nodes[home]!.head;
    if (nodes[home]!.relation !== "advmod" || verb < 0 || verb > home || nodes[verb]!.upos !== "VERB") return;
    mended ??= [...nodes];
    mended[i] = { ...place, head: verb, relation: "obl" };
  });
  return mended ? { ...parse, nodes: mended } : parse;
}

/** Particles that the parser took for prepositions become particles again, and the noun behind them the verb's object. */
export function mendParticles(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((verb, v) => {
    const particle = nodes[v + 1];
    if (!particle || !PARTICLES.get(verb.lemma.toLowerCase())?.includes(particle.text.toLowerCase())) return;
    // "put forward a plan"
    if (verb.upos === "VERB" && particle.relation === "advmod" && particle.head === v && /^forward$/i.test(particle.text)) {
      mended ??= [...nodes];
      mended[v + 1] = { ...particle, relation: "compound:prt" };
      return;
    }
    // "handed over five fire engines", read as more than five
    const more = nodes[particle.head];
    // "handed over $10 million"
    if (verb.upos === "VERB" && particle.relation === "advmod" && more?.unit?.kind === "amount" && more.head === v) {
      mended ??= [...nodes];
      mended[v + 1] = { ...particle, head: v, relation: "compound:prt" };
      return;
    }
    const counted = more?.upos === "NUM" && particle.relation === "advmod" ? more : null;
    if (verb.upos === "VERB" && counted && particle.head === v + 2 && nodes[counted.head]?.head === v) {
      mended ??= [...nodes];
      mended[v + 1] = { ...particle, head: v, relation: "compound:prt" };
      mended[counted.head] = { ...nodes[counted.head]!, relation: "obj" };
      return;
    }
    if (verb.upos !== "VERB" || particle.relation !== "case" || particle.head <= v + 1) return;
    const noun = nodes[particle.head]!;
    if (noun.head !== v || (noun.relation !== "obl" && noun.relation !== "obj")) return;
    // "flew in an old helicopter", "sent in May"
    if (
      verb.lemma.toLowerCase() !== "hand" &&
      /^in$/i.test(particle.text) &&
      (noun.unit !== null || noun.upos !== "NOUN" || CARRYING.test(noun.lemma) || !isCounted(nodes, particle.head))
    )
      return;
    // "was handed over the counter"
    if (verb.xpos === "VBN" && nodes.some((n) => n.head === v && n.relation === "aux:pass")) return;
    mended ??= [...nodes];
    mended[v + 1] = { ...particle, head: v, relation: "compound:prt" };
    mended[particle.head] = { ...noun, relation: "obj" };
  });
  return mended ? { ...parse, nodes: mended } : parse;
}

/** Past forms that are also nouns, with their verbs. */
const PAST_NOUNS: ReadonlyMap<string, string> = new Map(Object.entries({ shot: "shoot", cut: "cut", set: "set", hit: "hit", put: "put" }));

/** "Kenyan jets shot down a Laotian drone": what has a particle and no article is a verb, with its subject before it and its object behind. */
export function mendPastNouns(parse: Parse): Parse {
  const { nodes } = parse;
  const v = nodes.findIndex(
    (n, k) =>
      PAST_NOUNS.has(n.text) &&
      nodes[k + 1]?.relation === "compound:prt" &&
      nodes[k + 1]!.head === k &&
      (n.upos === "NOUN" || !nodes.some((s) => s.head === k && s.relation.startsWith("nsubj"))),
  );
  const subject = v - 1;
  if (v < 1 || nodes[subject]!.head !== v || !/^(?:amod|compound|nmod|nsubj)/.test(nodes[subject]!.relation)) return parse;
  if (!/^(?:NOUN|PROPN)$/.test(nodes[subject]!.upos)) return parse;
  let object = nodes.findIndex((n, k) => k > v + 1 && n.head === v && /^(?:nmod|obj|obl|dep)/.test(n.relation) && n.upos !== "ADP");
  if (object >= 0 && nodes.some((n, k) => k > v && k < object && n.head === object && n.relation === "case")) object = -1;
  const mended = nodes.map((n, k) => {
    if (k === v) return { ...n, upos: "VERB", xpos: "VBD", lemma: PAST_NOUNS.get(n.text)! };
    if (k === subject) return { ...n, relation: "nsubj" };
    if (k === object) return { ...n, relation: "obj" };
    if (n.head !== v) return n;
    if (k < v) return /^(?:det|amod|nummod|compound|nmod|case)/.test(n.relation) ? { ...n, head: subject } : n;
    return n.relation === "nmod" ? { ...n, relation: "obl" } : n;
  });
  return { ...parse, nodes: mended };
}

/** What people travel in, and what things are brought into. */
const CARRYING =
  /^(?:helicopter|plane|aircraft|jet|airliner|airplane|aeroplane|balloon|formation|time|year|month|week|day|hour|box|container|letter|row|response|return|group|number|way|case|order)s?$/i;

/** "a contingent", "forty tonnes": what is new and counted is brought, not where. */
function isCounted(nodes: readonly Node[], noun: number): boolean {
  return nodes.some(
    (n) =>
      n.head === noun &&
      (n.relation === "nummod" ||
        (n.relation === "det" && /^(?:an?|some|several|more)$/i.test(n.text)) ||
        /^(?:more|additional|several)$/i.test(n.text)),
  );
}

/** "cut its ties in favour of Peru", "voted in favour of Peru": the four words are one preposition. */
export function mendInFavourOf(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  for (let i = 1; i + 2 < nodes.length; i++) {
    const { text, head, relation } = nodes[i]!;
    const of = nodes[i + 1]!;
    if (!/^favou?r$/i.test(text) || !/^in$/i.test(nodes[i - 1]!.text) || !/^of$/i.test(of.text) || of.head <= i) continue;
    const name = of.head;
    if (nodes[name]!.head !== i || nodes[head]?.upos !== "VERB") continue;
    nodes[name] = { ...nodes[name]!, head, relation };
    nodes[i - 1] = { ...nodes[i - 1]!, head: name, relation: "case" };
    nodes[i] = { ...nodes[i]!, head: i - 1, relation: "fixed" };
    nodes[i + 1] = { ...of, head: i - 1, relation: "fixed" };
    nodes.forEach((n, k) => {
      if (n.head === i && k !== i - 1) nodes[k] = { ...n, head: name };
    });
    changed = true;
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}
