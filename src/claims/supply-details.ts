import { findAmounts } from "./find-amounts.ts";
import type { Lexicon } from "./frame.ts";
import type { FrameMatch } from "./match-frames.ts";
import { hasWord, wordsOf } from "./phrase-text.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

type Details = Record<string, string | number>;

/** Instrument (always) and sum of a flow of aid. */
export function readAidDetails(graph: SentenceGraph, match: FrameMatch, lexicon: Lexicon, text: string): Details {
  const money = moneyOf(graph, match, text);
  const theme = match.theme === null ? "" : wordsOf(graph, match.theme);
  const own = ` ${graph.node(match.trigger).text.toLowerCase()} ${wordsOf(graph, match.trigger)} `;
  const list = lexicon.values.get("aid-instrument") ?? [];
  const named = (words: string): string | undefined => list.find(([word]) => hasWord(words, word))?.[1];
  const verb = ` ${graph.node(match.trigger).text.toLowerCase()} `;
  const instrument = named(theme) ?? named(verb) ?? named(own) ?? (Object.keys(money).length > 0 ? "grant" : "technical");
  return { instrument, ...money };
}

/** What was supplied, in the document's words, and for how much. */
export function readArmsDetails(graph: SentenceGraph, match: FrameMatch, lexicon: Lexicon, text: string): Details {
  const weapons = lexicon.lists.get("weapons") ?? new Set<string>();
  const isWeapon = (i: number): boolean => weapons.has(graph.lemma(i)) || weapons.has(graph.node(i).text.toLowerCase());
  // "a contract for eight corvettes": the weapons are further on
  const said =
    match.theme === null || isWeapon(match.theme)
      ? match.theme
      : graph.nodes.findIndex((_, i) => i > match.theme! && graph.isNoun(i) && isWeapon(i));
  const item = said === null || said < 0 ? null : itemOf(graph, match, said, text);
  return { ...(item ? { item } : {}), ...moneyOf(graph, match, text) };
}

const MEASURING: ReadonlySet<string> = new Set("total amount reach stand exceed be worth come average rise fall grow total".split(" "));

/** The sum nearest to what the match is about; sums of other predicates do not count. */
function moneyOf(graph: SentenceGraph, match: FrameMatch, text: string): Details {
  const known = findAmounts(text, graph.parse.sentence);
  const sums = graph.nodes.flatMap((n, i) =>
    n.unit?.kind === "amount" && !isConverted(graph, i)
      ? known.filter((a) => a.start >= n.start && a.end <= n.end).map((a) => ({ i, ...a }))
      : [],
  );
  if (sums.length === 0) return {};
  const tops = [match.theme, match.trigger].filter((n) => n !== null);
  // "aid to Peru totalled 3 million": the verb that says how much
  const over = graph.node(match.trigger).head;
  if (over >= 0 && graph.isNoun(match.trigger) && MEASURING.has(graph.node(over).lemma.toLowerCase())) tops.push(over);
  const under = sums.filter((s) => s.i === match.trigger || tops.some((top) => below(graph, s.i, top)));
  const nearest = under.sort((a, b) => Math.abs(a.i - tops[0]!) - Math.abs(b.i - tops[0]!))[0];
  if (nearest) return { amount: nearest.amount, currency: nearest.currency };
  // "a sale to Bahrain for 400 million dollars", where the sum hangs on another word: the only sum, with no verb between
  const [only, second] = sums;
  if (!only || second || isInRelative(graph, only.i, tops)) return {};
  const [from, to] = [Math.min(only.i, ...tops), Math.max(only.i, ...tops)];
  for (let i = from + 1; i < to; i++)
    if (graph.isVerb(i) && !tops.includes(i) && !/^(?:worth|valu|total|amount|cost)/i.test(graph.node(i).text)) return {};
  return { amount: only.amount, currency: only.currency };
}

/** "3.1 billion yen ($20 million)", "300 million yen (about 2 million dollars)": the same sum in other money. */
export function isConverted(graph: SentenceGraph, i: number): boolean {
  let at = i - 1;
  while (
    at > 0 &&
    at > i - 5 &&
    /^(?:about|approximately|approx|roughly|some|around|nearly|or|equivalent|equal|to|worth|[.≈~=])$/i.test(graph.node(at).text)
  )
    at--;
  return at > 0 && graph.node(at).text === "(" && graph.node(at - 1).unit?.kind === "amount";
}

/** "Qatar, which had paid 20 million dollars, gave …": the sum is told in a relative clause in which the match does not stand. */
function isInRelative(graph: SentenceGraph, i: number, tops: readonly number[]): boolean {
  const clause = graph
    .ancestors(i)
    .find((n) => graph.isVerb(n) && graph.childrenBy(n, "nsubj").some((s) => /^(?:which|who|that)$/i.test(graph.node(s).text)));
  return clause !== undefined && !tops.some((top) => graph.subtreeHas(clause, top));
}

/** Whether a node hangs below another without a finite clause of its own between. */
function below(graph: SentenceGraph, i: number, top: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 8; at = graph.node(at).head, steps++) {
    if (at === top) return true;
    const relation = graph.node(at).relation;
    const hasSubject = relation.startsWith("acl") && graph.childrenBy(at, "nsubj", "aux").length > 0;
    if (at !== i && (relation === "acl:relcl" || hasSubject || relation === "parataxis" || (relation === "conj" && graph.isVerb(at))))
      return false;
  }
  return false;
}

/** "three patrol boats", "T-72 tanks and rifles": the phrase up to whom it went to or came from. */
function itemOf(graph: SentenceGraph, match: FrameMatch, theme: number, text: string): string | null {
  const fillers = new Set([...match.fillers.values()].flat().map((f) => f.node));
  const part = new Set(["amod", "compound", "nummod", "flat", "nmod:desc", "punct", "conj", "cc", "advmod", "fixed"]);
  const kept: number[] = [theme];
  const take = (i: number): void => {
    for (const c of graph.children(i)) {
      const relation = graph.node(c).relation;
      if (!(part.has(relation) || part.has(relation.split(":")[0]!)) || fillers.has(c)) continue;
      if (graph.isVerb(c) && c > theme) continue;
      kept.push(c);
      take(c);
    }
  };
  take(theme);
  kept.sort((a, b) => a - b);
  // only what stands in one run around the head
  const at = kept.indexOf(theme);
  let [from, to] = [at, at];
  while (from > 0 && kept[from - 1] === kept[from]! - 1) from--;
  while (to < kept.length - 1 && kept[to + 1] === kept[to]! + 1) to++;
  const words = graph.wordsOf(kept[from]!, kept[to]!, text).replace(/\s+/g, " ");
  return words.replace(/^(?:the|a|an|its|their|some|about|more than|and|,)\s+/i, "").replace(/(?:[\s,;]+|\s+worth)$/, "") || null;
}

/** Kind of joint work, and its title where it has one. */
export function readProjectDetails(graph: SentenceGraph, match: FrameMatch, lexicon: Lexicon, title: string | null): Details {
  const theme = match.theme === null ? "" : wordsOf(graph, match.theme);
  const list = lexicon.values.get("project-kind") ?? [];
  const named = (words: string): string | undefined => list.find(([word]) => hasWord(words, word))?.[1];
  // "a study of land tenure": the head word says more than what it is of
  const head = match.theme === null ? "" : ` ${graph.node(match.theme).text.toLowerCase()} `;
  const kind =
    named(head) === "programme" ? (named(theme) ?? "programme") : (named(head) ?? named(theme) ?? named(wordsOf(graph, match.trigger)));
  return { kind: kind ?? "programme", ...(title ? { title } : {}) };
}
