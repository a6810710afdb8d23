import type { ClaimType } from "./claim.ts";
import type { FrameMatch } from "./match-frames.ts";
import { conflictKindIn, conflictNameIn, forceIn, isNonResident, officeIn, rankIn, sanctionKindIn } from "./read-worded-details.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

type Details = Record<string, string | number>;

/** Details of envoys, offices, deployments, conflicts and sanctions, beyond what the frame fixes. */
export function readSecurityDetails(type: ClaimType, graph: SentenceGraph, match: FrameMatch, text: string): Details {
  const fixed = match.frame.details;
  const about = phraseOf(graph, match.said, text);
  const own = phraseOf(graph, match.trigger, text);
  const found: Record<string, string | null> = {};
  switch (type) {
    case "envoy":
      found.rank = rankIn(about) ?? rankIn(own) ?? rankOfSender(match);
      if (fixed.manner !== "recalled" && fixed.manner !== "expelled" && isNonResident(`${about} ${own}`))
        return { ...kept(found, {}), manner: "non-resident" };
      break;
    case "office":
      found.office = officeHeld(match, [about, own]) ?? rememberedOffice(graph, match, text) ?? officeIn(about) ?? officeIn(own);
      break;
    case "deployment":
      found.force = forceOf(graph, match, text);
      break;
    case "conflict":
      found.kind = conflictKindIn(headWords(graph, match.theme ?? match.trigger)) ?? conflictKindIn(about) ?? conflictKindIn(own);
      found.name =
        conflictNameIn(about) ??
        conflictNameIn(own) ??
        (["war", "clash"].includes(String(fixed.kind ?? found.kind)) ? namedAround(graph, text) : null);
      break;
    case "sanction":
      found.kind = sanctionKindIn(about) ?? sanctionKindIn(own);
      break;
    default:
      break;
  }
  return kept(found, fixed);
}

function kept(found: Readonly<Record<string, string | null>>, fixed: Readonly<Record<string, string | number>>): Details {
  const details: Details = {};
  for (const [key, value] of Object.entries(found)) if (value !== null && value !== "" && fixed[key] === undefined) details[key] = value;
  return details;
}

/** The words of a phrase without its clauses, as they stand in the text. */
function phraseOf(graph: SentenceGraph, i: number, text: string): string {
  const nodes = graph.subtree(i, false);
  return graph.wordsOf(nodes[0]!, nodes.at(-1)!, text);
}

/** The trigger or theme with its compounds and adjectives: "border clash". */
function headWords(graph: SentenceGraph, i: number): string {
  return [...graph.childrenBy(i, "compound", "amod").filter((c) => c < i), i].map((n) => graph.node(n).text).join(" ");
}

/** "Ambassador Kask presented her credentials": the rank stands with the one who does it. */
function rankOfSender(match: FrameMatch): string | null {
  for (const f of match.fillers.get("sender") ?? []) {
    const rank = rankIn(f.mention.text) ?? rankIn(f.text);
    if (rank) return rank;
    if (f.office === "ambassador") return "ambassador";
  }
  return null;
}

/** The first office that phrases name beside the holder: "takes over from the Chadian president" says what he is at home, not which office he had. */
function officeHeld(match: FrameMatch, phrases: readonly string[]): string | null {
  const holders = (match.fillers.get("holder") ?? []).map((f) => f.mention.text);
  const bare = phrases.map((phrase) =>
    holders.reduce((rest, name) => rest.replace(name, " "), phrase).replace(/\b(?:from|succeed\w*|replac\w+) [^,;]*?(?= as |$|[,;])/i, " "),
  );
  return bare.map(officeIn).find(Boolean) ?? null;
}

/** "took up the office": which office the same sentence, or the one it was recalled from, has named. */
function rememberedOffice(graph: SentenceGraph, match: FrameMatch, text: string): string | null {
  const { start, end } = graph.parse.sentence;
  const bodies = (match.fillers.get("organization") ?? []).map((f) => f.mention.text);
  return officeHeld(match, [text.slice(start, end)]) ?? bodies.map(officeIn).find(Boolean) ?? null;
}

/** The force in its own words, with what it consists of and how it is called: "240 engineers, the Danbi unit". */
function forceOf(graph: SentenceGraph, match: FrameMatch, text: string): string | null {
  const head = match.said;
  if (graph.isVerb(head)) return null;
  const nodes = [head];
  for (const c of graph.children(head)) {
    const base = graph.node(c).relation.split(":")[0]!;
    const inside =
      ["amod", "compound", "nummod", "flat"].includes(base) || (base === "nmod" && graph.preposition(c) === "of" && c === head + 2);
    if (inside || (base === "appos" && c > head && c < head + 6)) nodes.push(...graph.subtree(c, false).filter((n) => n <= c));
  }
  const words = forceIn(graph.wordsOf(Math.min(...nodes), Math.max(...nodes), text));
  return words.length > 80 ? forceIn(graph.node(head).text) : words;
}

/** A war named beside the verb: "in the Football War … fought each other". */
function namedAround(graph: SentenceGraph, text: string): string | null {
  const { start, end } = graph.parse.sentence;
  const words = text.slice(start, end);
  const name = conflictNameIn(words);
  // two names: which is meant is not for guessing
  return name !== null && conflictNameIn(words.replace(name, " ")) === null ? name : null;
}
