import type { SentenceGraph } from "./sentence-graph.ts";

/** What is named by the year in which it was made: "the treaty of 1998", "the 1967 borders". */
const THINGS: ReadonlySet<string> = new Set(
  "agreement treaty pact accord protocol convention memorandum memoranda mou arrangement charter declaration constitution law act resolution peace truce armistice ceasefire cease-fire settlement border boundary frontier line contract deal decree edict ruling verdict judgment award plan framework concession communiqué".split(
    " ",
  ),
);
/** Deeds by which such a thing is made, so that its year is theirs. */
const MAKING: ReadonlySet<string> = new Set(
  "sign signing signature conclude conclusion initial ink seal make reach negotiate negotiation adopt adoption draft draw agree strike establish establishment create creation found form set launch introduce pass issue enact proclaim broker mediate clinch finalise finalize".split(
    " ",
  ),
);
/** Deeds done to a thing that was made before. */
const LATER: ReadonlySet<string> = new Set(
  "ratify ratification renew renewal revise revision amend amendment extend extension prolong update expand expansion upgrade modernise modernize replace denounce denunciation terminate termination abrogate abrogation repudiate withdraw withdrawal suspend suspension implement implementation violate violation breach break cancel cancellation repeal reject revive restore reinstate reaffirm accede accession invoke quit leave annul rescind scrap end abolish supersede void supplant approve approval".split(
    " ",
  ),
);

/**
 * "ratified the treaty of 1998", "one of the guarantors of the 2005 peace, opened": the year is that of the thing, not of what
 * node `target` says of it. A deed that makes the thing has its year, and so has what is told by the thing itself (`themes`).
 */
export function isYearOfThing(graph: SentenceGraph, target: number, themes: readonly number[], date: number): boolean {
  if (isYearOfGathering(graph, target, date)) return true;
  const thing = thingOf(graph, date);
  if (thing === null || thing === target) return false;
  const lemma = graph.lemma(target);
  // "by the treaty of 1904 it ceded the port"
  if (!LATER.has(lemma) && /^(?:by|in|through)$/.test(graph.preposition(thing))) return false;
  return LATER.has(lemma) || !(MAKING.has(lemma) || themes.includes(thing));
}

const GATHERING = /^(?:conference|summit|congress|games|olympics|election|war|crisis|coup|revolution|census|earthquake)$/i;

/** "as chair of the 1962 conference, it closed": a year in the name of what stands within a phrase of another clause. */
function isYearOfGathering(graph: SentenceGraph, target: number, date: number): boolean {
  const { head } = graph.node(date);
  if (head < date || graph.preposition(date) !== "" || !GATHERING.test(graph.lemma(head)) || graph.preposition(head) !== "of") return false;
  const verbOver = (i: number): number => graph.ancestors(i).find((n) => graph.isVerb(n)) ?? -1;
  const own = graph.isVerb(target) ? target : verbOver(target);
  return own >= 0 && verbOver(head) >= 0 && verbOver(head) !== own;
}

/** The thing that a date is the year of: "of 1998" behind it, "1998" right before it, "dating from 1998". */
function thingOf(graph: SentenceGraph, date: number): number | null {
  const { head, relation } = graph.node(date);
  if (head < 0) return null;
  const named = head > date && head - date <= 4 && /^(?:compound|amod|nummod|nmod)/.test(relation) && graph.preposition(date) === "";
  const of = head < date && relation.startsWith("nmod") && /^(?:of|from)$/.test(graph.preposition(date));
  const thing =
    /^dat(?:ing|ed)$/i.test(graph.node(head).text) && graph.node(head).relation.startsWith("acl") ? graph.node(head).head : head;
  return (named || of || thing !== head) && thing >= 0 && THINGS.has(graph.lemma(thing)) ? thing : null;
}
