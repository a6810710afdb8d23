import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
/** Verbs that need no object, in forms that taggers take for nouns behind a noun. */
const INTRANSITIVE =
  /^(?:reopen|resume|ratif(?:y|ie)|collapse|expire|lapse|begin|resign|arrive|recommence|restart|continue|fail|decline|refuse|retaliate|mediate|intervene|withdraw|protest|abstain|return|end|close|open|break|flare|fall|start|stall|answer|reply|replie|respond|reciprocate)s?$/;
const PARTICLE = /^(?:out|off|up|down)$/;
/** Words that are nouns more often: only with their particle, or at the end of their clause. */
const DOUBTFUL = /^(?:break|fall|flare|end|start|return|protest|decline)s?$/;
/** Verbs that are nouns as well, in the third person, with what may stand behind them: an object, or one of these words. */
const ACTS: ReadonlyMap<string, RegExp | null> = new Map([
  ...(
    "severs expels resumes restores chairs heads hosts leads backs funds visits arms trains blocks bans sanctions recalls names signs supports finances supplies attacks shells bombs " +
    "raids claims demands welcomes guards patrols thanks scraps conveys lifts reviews plans blacklists tours leaves hands masses grants awards groups"
  )
    .split(" ")
    .map((verb) => [verb, null] as const),
  ["wages", /^(?:war|a)$/],
  ["votes", /^(?:to|for|against|in)$/],
  ["shuttles", /^between$/],
  ["calls", /^(?:on|off|for|in)$/],
  ["dines", /^with$/],
  ["parts", /^(?:company|ways|with)$/],
  ["steps", /^(?:down|in|up)$/],
  ["lands", /^(?:in|at|on)$/],
  ["fires", /^(?:at|on)$/],
  ["sides", /^with$/],
  ["sails", /^(?:for|to|from|into)$/],
  ["docks", /^(?:in|at)$/],
  ["travels", /^(?:to|on|from)$/],
  ["talks", /^(?:to|with)$/],
]);
const OFF = /^(?:over|out|back|off|down|up|in)$/;
/** What an object may begin with. */
const OPENS_OBJECT = /^(?:DET|PROPN|NUM|PRON)$/;
/** "heads next to Peru", "heads for Peru". */
const ONWARD = /^(?:next|on|back|home|now|off|straight|later|then|to|for)$/;
/** Verbs only where the answer is "in kind". */
const ANSWERS = /^(?:answer|reply|replie|respond)s?$/;
const FOLLOWS = /^(?:[.,;(]|in|on|at|after|for|from|until|till|again|over|with|under|as|following|amid|out|off|up|down|between|along|)$/i;

/**
 * Mends clauses of chronicles whose only verb was read as a noun: "Land border reopens after seven years", "Full ties resume in
 * April", "Fighting breaks out". Only where the clause has no finite verb, and the noun before it agrees with it in number.
 */
export function mendBareVerbs(parse: Parse): Parse {
  const { nodes } = parse;
  for (let v = 1; v < nodes.length; v++) {
    const verb = nodes[v]!;
    if (verb.unit || !/^NNS?$/.test(verb.xpos)) continue;
    const acts = actingAt(nodes, v);
    if (acts >= 0) {
      const mended = withObject(withVerb(nodes, acts, v, headBefore(nodes, acts, v), true), v);
      if (isTree(mended)) return { ...parse, nodes: mended };
      continue;
    }
    if (!INTRANSITIVE.test(verb.text)) continue;
    const next = nodes[v + 1]?.text.toLowerCase() ?? "";
    if (!FOLLOWS.test(next) || (DOUBTFUL.test(verb.text) && !PARTICLE.test(next) && !/^[.;]?$/.test(next))) continue;
    if (ANSWERS.test(verb.text) && !/^(?:in kind|likewise)$/i.test(`${nodes[v + 1]?.text} ${nodes[v + 2]?.text}`)) continue;
    const from = nodes.findLastIndex((n, k) => k < v && n.text === ";") + 1;
    const until = nodes.findIndex((n, k) => k > v && n.text === ";");
    const clause = nodes.slice(from, until < 0 ? nodes.length : until);
    if (clause.some((n) => FINITE.has(n.xpos) || n.relation === "cop")) continue;
    const subject = headBefore(nodes, from, v);
    if (subject < 0) continue;
    const third = /[^s]s$/.test(verb.text);
    const several = nodes[subject]!.xpos.endsWith("S") || nodes.slice(from, v).some((n) => n.text === "and");
    if (third === several) continue;
    const mended = withVerb(nodes, from, v, subject, third);
    if (isTree(mended)) return { ...parse, nodes: mended };
  }
  return parse;
}

/** The noun that heads what stands before the verb in its clause, right before it or with a phrase of place between; else -1. */
function headBefore(nodes: readonly Node[], from: number, v: number): number {
  let head = v - 1;
  if (nodes[head]!.text === ",") return nameBeforeAside(nodes, from, head);
  if (!/^(?:NOUN|PROPN|VERB)$/.test(nodes[head]!.upos) || (nodes[head]!.upos === "VERB" && nodes[head]!.xpos !== "VBG")) return -1;
  while (nodes[head]!.head >= from && nodes[head]!.head < v && nodes[head]!.head !== head) head = nodes[head]!.head;
  // "Parliament in Athens ratifies", where the town was read as one word with the verb
  const place = nodes.findLastIndex((n, k) => k >= from && k < head && n.upos === "ADP");
  if (place > from && /^(?:NOUN|PROPN)$/.test(nodes[place - 1]!.upos)) head = place - 1;
  const before = nodes[head];
  if (!before || (before.upos === "VERB" && head !== from) || nodes.slice(from, head).some((n) => n.upos === "ADP")) return -1;
  return head;
}

/** "Caricom, established in 1973, groups": the name before two commas, which end at node `close`; else -1. */
function nameBeforeAside(nodes: readonly Node[], from: number, close: number): number {
  const open = nodes.findIndex((n, k) => k > from && n.text === ",");
  const isName = open < close && nodes[open - 1]?.upos === "PROPN" && nodes[open - 1]!.head < 0;
  return isName && !nodes.slice(open + 1, close).some((n) => n.text === ",") ? open - 1 : -1;
}

/** "Ana Example, who is on a tour, heads": node `k` stands between the commas of what is said of the name. */
function isInRelative(nodes: readonly Node[], k: number, v: number): boolean {
  if (nodes[v - 1]?.text !== ",") return false;
  const open = nodes.findIndex((n, i) => i > 0 && n.text === "," && /^(?:who|which)$/i.test(nodes[i + 1]?.text ?? ""));
  return open > 0 && k > open && k < v - 1;
}

function withVerb(nodes: readonly Node[], from: number, v: number, subject: number, third: boolean): Node[] {
  const root = nodes.findIndex((n) => n.head < 0);
  const rooted = root >= from ? -1 : root;
  return nodes.map((n, i): Node => {
    if (i === v)
      return {
        ...n,
        upos: "VERB",
        xpos: third ? "VBZ" : "VBP",
        lemma: lemmaOf(n.text.toLowerCase(), third),
        head: rooted,
        relation: rooted < 0 ? "root" : "parataxis",
      };
    if (i === subject) return { ...n, ...(n.upos === "VERB" ? { upos: "NOUN" as const, xpos: "NN" } : {}), head: v, relation: "nsubj" };
    if (i < from) return n;
    if (i < v) {
      const place = nodes[i - 1]?.upos === "ADP" && i === v - 1 && i > subject;
      if (place) return { ...n, head: subject, relation: "nmod" };
      if (n.upos === "ADP" && i === v - 2 && i > subject) return { ...n, head: v - 1, relation: "case" };
      return n.head === v || n.head < 0 || n.head > v ? { ...n, head: subject } : n;
    }
    if (i === v + 1 && PARTICLE.test(n.text)) return { ...n, upos: "ADP", xpos: "RP", head: v, relation: "compound:prt" };
    if (n.head === subject || n.head < 0 || (n.head < v && n.head >= from))
      return { ...n, head: v, relation: n.relation === "nmod" ? "obl" : n.head < 0 ? "advcl" : n.relation };
    return n.head === v && n.relation === "nmod" ? { ...n, relation: "obl" } : n;
  });
}

function lemmaOf(text: string, third: boolean): string {
  if (!third) return text;
  return text.endsWith("ies") ? text.replace(/ies$/, "y") : text.replace(/s$/, "");
}

/**
 * Where the clause begins whose subject does what a noun at `v` says, as in "Laos chairs ASEAN this year", "The navy patrols the waters",
 * in a sentence with no finite verb; -1 where it is a noun.
 */
function actingAt(nodes: readonly Node[], v: number): number {
  const follows = ACTS.get(nodes[v]!.text);
  const after = nodes[v + 1];
  const isActing = (n: Node, k: number): boolean => (FINITE.has(n.xpos) || n.relation === "cop") && !isInRelative(nodes, k, v);
  const subordinate = nodes.findIndex(
    (n, k) => k > v && n.upos === "SCONJ" && /^(?:after|when|as|because|while|once|since)$/i.test(n.text),
  );
  if (follows === undefined || !after || nodes.some((n, k) => (subordinate < 0 || k < subordinate) && isActing(n, k))) return -1;
  const isObject =
    (/^(?:severs|resumes|restores)$/.test(nodes[v]!.text) && /^(?:diplomatic|relations|ties|links|talks)$/.test(after.text)) ||
    (nodes[v]!.text === "heads" &&
      ONWARD.test(after.text) &&
      (/^(?:to|for)$/.test(after.text) || /^(?:to|for)$/.test(nodes[v + 2]?.text ?? ""))) ||
    OPENS_OBJECT.test(after.upos) ||
    /^\p{Lu}/u.test(after.text) ||
    (OFF.test(after.text) && nodes[v + 2]?.upos === "PRON");
  if (!(follows === null ? isObject : follows.test(after.text))) return -1;
  // "In May 2015, Laos chairs": the time before it is of the verb
  const date = nodes.findIndex((n) => n.unit?.kind === "date");
  const from = date < 0 || date > 1 || date >= v - 1 ? 0 : nodes[date + 1]!.text === "," ? date + 2 : date + 1;
  const subject = from < v ? headBefore(nodes, from, v) : -1;
  if (subject < 0) return -1;
  const several =
    (nodes[subject]!.xpos.endsWith("S") && nodes[subject]!.upos !== "PROPN") || nodes.slice(from, v).some((n) => n.text === "and");
  const isSentence = nodes.at(-1)!.text === "." || nodes[subject]!.upos === "PROPN";
  return !several && isSentence ? from : -1;
}

/** Makes the first noun behind the verb its object, and hangs the times behind it on the verb. */
function withObject(nodes: readonly Node[], v: number): Node[] {
  const object = nodes.findIndex((n, k) => k > v && /^(?:NOUN|PROPN|PRON)$/.test(n.upos) && n.head === v && n.relation !== "obl:unmarked");
  const next = nodes.findIndex((n, k) => k > v && /^(?:NOUN|PROPN)$/.test(n.upos) && !/^(?:NOUN|PROPN)$/.test(nodes[k + 1]?.upos ?? ""));
  // "severs relations with Chile after Peru opens talks", where the thing was read as a subject of the second verb
  const isTaken = object < 0 && next > v && nodes[next]!.relation === "nsubj" && !nodes.slice(v + 1, next).some((n) => n.upos === "ADP");
  if (isTaken) return nodes.map((n, k): Node => (k === next ? { ...n, head: v, relation: "obj" } : n));
  if (object < 0) return nodes.map((n): Node => (n.head === v + 1 && nodes[v + 1]!.upos === "ADV" ? { ...n, head: v } : n));
  return nodes.map((n, i): Node => {
    if (i === object) return { ...n, relation: "obj" };
    return i > object && n.head === object && n.unit?.kind === "date" ? { ...n, head: v, relation: "obl" } : n;
  });
}
