import type { Node, Parse } from "../language/sentence.ts";

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);

/**
 * Mends past tenses that were read as participles: in "Kenya and Laos established diplomatic relations" nothing else can be
 * the sentence's verb, and "Norway mediated between …" without an auxiliary is no passive. Only whole sentences (with a full
 * stop): headlines do leave auxiliaries out.
 */
export function repairVerbless(parse: Parse): Parse {
  const { nodes } = parse;
  if (nodes.at(-1)?.text !== ".") return parse;
  const active = nodes.map((n, i): Node => {
    if (n.relation === "nsubj:pass" && isBareParticiple(nodes, n.head) && n.head > i) return { ...n, relation: "nsubj" };
    if (isBareParticiple(nodes, i) && nodes.some((c, k) => c.head === i && k < i && c.relation === "nsubj:pass"))
      return { ...n, xpos: "VBD" };
    return n;
  });
  const mended = active.some((n) => FINITE.has(n.xpos))
    ? readParticiples(raiseFinite(raiseJoined(active)))
    : findPresent(findPast(raiseBare(findVerb(active))));
  return { ...parse, nodes: mended };
}

/**
 * "The Laotian minister called on the president", with the verb hung on the minister as if he were called: a past or present
 * form behind a noun that heads the sentence is the sentence's verb, where there is no other.
 */
function raiseFinite(nodes: readonly Node[]): readonly Node[] {
  const noun = nodes.findIndex((n) => n.head < 0);
  if (!["NOUN", "PROPN"].includes(nodes[noun]!.upos) || nodes.some((n) => n.head === noun && n.relation === "cop")) return nodes;
  const v = nodes.findIndex((n, i) => i > noun && n.head === noun && n.relation === "acl" && n.upos === "VERB" && FINITE.has(n.xpos));
  if (v < 0 || nodes.some((n, i) => i !== v && n.xpos !== "MD" && FINITE.has(n.xpos) && n.head === noun)) return nodes;
  if (nodes.some((n) => n.head === v && /^(?:nsubj|aux)/.test(n.relation))) return nodes;
  return nodes.map((n, i): Node => {
    if (i === v) return { ...n, head: -1, relation: "root" };
    if (i === noun) return { ...n, head: v, relation: "nsubj" };
    // what stands behind the verb goes with it
    if (n.head === noun && (i > v || (i === nodes.length - 1 && n.relation === "punct"))) return { ...n, head: v };
    return n;
  });
}

/** "The bloc, made up of three states, met": a past form that says more of a noun and has no subject is a participle. */
function readParticiples(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((n, v): Node => {
    if (n.xpos !== "VBD" || n.relation !== "acl" || !/(?:ed|made|held|led|built|paid|sent|brought)$/.test(n.text)) return n;
    const isNext = n.head === v - 1 || (n.head === v - 2 && nodes[v - 1]!.text === ",");
    if (!isNext || nodes.some((c) => c.head === v && /^(?:nsubj|aux|obj)/.test(c.relation))) return n;
    return { ...n, xpos: "VBN" };
  });
}

/** A participle that heads a clause and has no auxiliary. */
function isBareParticiple(nodes: readonly Node[], i: number): boolean {
  const node = nodes[i];
  if (node?.xpos !== "VBN" || ["acl", "advcl", "amod"].includes(node.relation.split(":")[0]!)) return false;
  return (
    !nodes.some((c) => c.head === i && c.relation.startsWith("aux")) &&
    !(node.relation === "conj" && node.head >= 0 && nodes[node.head]!.xpos === "VBN")
  );
}

/** Makes the participle that stands between two nominals the verb. */
function findVerb(nodes: readonly Node[]): readonly Node[] {
  const v = nodes.findIndex(
    (n, i) => n.xpos === "VBN" && n.relation === "amod" && n.head > i && i > 0 && ["PROPN", "NOUN"].includes(nodes[i - 1]!.upos),
  );
  if (v < 0) return nodes;
  const object = nodes[v]!.head;
  // "Turkish jets and tanks shelled": the first of those who are joined
  let subject = v - 1;
  while (nodes[subject]!.relation === "conj" && nodes[subject]!.head >= 0) subject = nodes[subject]!.head;
  // "Turkish tanks shelled villages", with the villages hung on the tanks
  const onSubject = (nodes[object]!.head === subject || nodes[object]!.head === v - 1) && nodes[subject]!.head < 0;
  if (nodes[object]!.head >= 0 && !onSubject) return nodes;
  return nodes.map((n, i): Node => {
    if (i === v) return { ...n, upos: "VERB", xpos: "VBD", head: -1, relation: "root" };
    if (i === object) return { ...n, head: v, relation: "obj" };
    if (i === subject) return { ...n, head: v, relation: "nsubj" };
    if (onSubject && n.head === subject && i > v) return { ...n, head: v, relation: n.relation === "nmod" ? "obl" : n.relation };
    // what stood before the verb and hung on the object belongs to the clause
    if (n.head === object && i < v) return { ...n, head: v };
    return n;
  });
}

/** Verbs of which no passive says more of a person, with what follows them. */
const WITHOUT_PASSIVE =
  /^(?:call (?:on|upon)|agree (?:to|on|with)|travel (?:to|from)|arrive (?:in|at|from)|return (?:to|from|home)|depart (?:for|from)|confer with|talk (?:to|with)|head (?:to|for)|cross (?:into|over)|march (?:into|on|through|to)|advance (?:into|on|towards)|clash with|withdraw from|retreat (?:from|to)|intervene (?:in|against)|land (?:in|on|at)|push (?:into|across)|pour (?:into|across)|roll into|serve (?:in|with|under|alongside)|protest (?:to|against|at)|appeal (?:to|for)|apply (?:for|to)|complain (?:to|about)|vote (?:for|against)|negotiate with|trade with|cooperate with|collaborate with|patrol with|belong to|stay (?:in|away)|walk out|pull out)$/;

/** "Minister Example called on the president", in a sentence without another verb: he is no minister that was called on. */
function raiseBare(nodes: readonly Node[]): readonly Node[] {
  const name = nodes.findIndex((n) => n.head < 0);
  const v = name + 1;
  const verb = nodes[v];
  if (nodes[name]?.unit?.kind !== "name" || verb?.head !== name || verb.xpos !== "VBN" || !verb.relation.startsWith("acl")) return nodes;
  if (!WITHOUT_PASSIVE.test(`${verb.lemma} ${nodes[v + 1]?.text.toLowerCase() ?? ""}`)) return nodes;
  return nodes.map((n, i): Node => {
    if (i === v) return { ...n, xpos: "VBD", head: -1, relation: "root" };
    if (i === name) return { ...n, head: v, relation: "nsubj" };
    return n.head === name && i > v ? { ...n, head: v } : n;
  });
}

/** "Kenyan troops crossed into Laos and burned a village", where only the second verb was read as one. */
function raiseJoined(nodes: readonly Node[]): readonly Node[] {
  const name = nodes.findIndex((n) => n.head < 0);
  const isFurther = (n: Node): boolean => n.relation === "conj" && n.head === name + 1;
  return nodes.every((n) => !FINITE.has(n.xpos) || isFurther(n)) ? raiseBare(nodes) : nodes;
}

/** Past tenses that are nothing else. */
const PAST: ReadonlyMap<string, string> = new Map(
  "flew fly;met meet;went go;came come;took take;gave give;began begin;spoke speak;chose choose;became become;withdrew withdraw;undertook undertake"
    .split(";")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** "The Ghanaian president flew to Lomé", where the verb was taken for a noun that the name before it describes. */
function findPast(nodes: readonly Node[]): readonly Node[] {
  const v = nodes.findIndex((n) => n.head < 0);
  const verb = nodes[v];
  const lemma = verb?.upos === "NOUN" ? PAST.get(verb.text.toLowerCase()) : undefined;
  if (lemma === undefined) return nodes;
  const subject = nodes.findIndex((n, i) => i < v && n.head === v && /^(?:amod|compound|nmod)/.test(n.relation));
  if (subject < 0) return nodes;
  return nodes.map((n, i): Node => {
    if (i === v) return { ...n, upos: "VERB", xpos: "VBD", lemma };
    if (n.head !== v) return n;
    if (i === subject) return { ...n, relation: "nsubj" };
    if (i < v && n.relation === "det") return { ...n, head: subject };
    return i > v && n.relation === "nmod" ? { ...n, relation: "obl" } : n.relation === "acl" ? { ...n, relation: "advcl" } : n;
  });
}

/** What an object begins with right behind its verb. */
const OPENS_OBJECT: ReadonlySet<string> = new Set(["DET", "PRON", "NUM", "PROPN", "ADJ"]);

/**
 * "Indian soldiers guard the post", where the parser took the verb for a noun: several people or things right before it, and
 * an object right behind.
 */
function findPresent(nodes: readonly Node[]): readonly Node[] {
  const v = nodes.findIndex((n) => n.head < 0);
  const verb = nodes[v];
  const subject = nodes[v - 1];
  const next = nodes[v + 1];
  if (!verb || !subject || !next || !["NN", "NNP", "VB"].includes(verb.xpos) || verb.unit || /^\p{Lu}/u.test(verb.text)) return nodes;
  if (subject.head !== v || !["NOUN", "PROPN"].includes(subject.upos) || !/(?:[^s]s|police|men|people)$/i.test(subject.text)) return nodes;
  if (!OPENS_OBJECT.has(next.upos) || nodes.some((n) => n.upos === "AUX" || n.xpos === "VBG")) return nodes;
  return nodes.map((n, i): Node => {
    if (i === v) return { ...n, upos: "VERB", xpos: "VBP" };
    if (n.head !== v) return n;
    if (i === v - 1) return { ...n, relation: "nsubj" };
    if (i < v) return { ...n, head: n.relation === "punct" ? v : v - 1 };
    if (n.relation === "appos") return { ...n, relation: "obj" };
    return n.relation === "nmod" ? { ...n, relation: "obl" } : n;
  });
}
