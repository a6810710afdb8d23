import { readNumber } from "../language/read-number.ts";
import type { ClaimDate } from "./claim.ts";
import type { ClaimDates } from "./claim-dates.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Days that a trip takes where nothing says how many. */
const USUAL = 7;
const RETURNS = /^(?:return|come|fly|go|arrive|get|be)(?: \p{L}+)?$/u;
const BACK = /^(?:return|(?:come|fly|get|go|arrive) (?:back|home))$/;
const LASTS = /^(\p{L}+|\d+)[- ](day|week)$/iu;

/**
 * "returned on 20 September from a five-day tour of Laos": the day is that of the return, and the trip lies in the month, else
 * the year, that surely covers the days before it. A date within the phrase of the trip itself stays.
 *
 * @param trip the word of the visit, -1 for none
 */
export function dateOfTrip(graph: SentenceGraph, trip: number, nearest: ClaimDate, dates: ClaimDates): ClaimDate {
  if (trip < 0) return nearest;
  // "returned on Monday from Vientiane"
  const isVerb = graph.isVerb(trip);
  // "who is visiting", "who is paying a visit", "who is on a visit"
  const goes = isVerb || graph.node(trip).relation === "acl:relcl" ? trip : graph.node(trip).head;
  if (nearest.edtf === null && goes >= 0 && isUnderWay(graph, goes)) {
    const met = graph.ancestors(goes).find((a) => graph.isVerb(a));
    const date = met === undefined ? nearest : dates.dateOf(met);
    return date.edtf === null ? nearest : { ...date, basis: "context" };
  }
  const stay = stayUntil(graph, trip, nearest);
  if (stay) return stay;
  if (isVerb ? !graph.slots(trip).has("from") : !["from", "after", "following"].includes(graph.preposition(trip))) return nearest;
  const over = isVerb ? trip : graph.ancestors(trip).find((a) => graph.isVerb(a));
  if (over === undefined || !(isVerb ? BACK : RETURNS).test(graph.lemma(over))) return nearest;
  const date = nearest.edtf === null ? dates.dateOf(over, [], false) : nearest;
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date.edtf ?? "");
  if (!day) return nearest;
  const within = graph.subtree(trip);
  if (!isVerb && within.some((n) => graph.node(n).unit?.kind === "date")) return nearest;
  const first = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) - (lengthOf(graph, trip) ?? USUAL) * 86_400_000;
  const from = new Date(first).toISOString();
  const edtf = from.slice(0, 7) === `${day[1]}-${day[2]}` ? `${day[1]}-${day[2]}` : from.slice(0, 4) === day[1] ? day[1] : null;
  return { ...date, edtf: edtf ?? `${from.slice(0, 7)}/${day[1]}-${day[2]}`, basis: "context" };
}

/** "Minister Example, who is visiting Laos, met on 14 August": then he was there. */
function isUnderWay(graph: SentenceGraph, trip: number): boolean {
  const { xpos, relation } = graph.node(trip);
  return (
    relation === "acl:relcl" &&
    (xpos === "VBG" || graph.preposition(trip) === "on") &&
    graph.childrenBy(trip, "aux", "cop").some((a) => /^(?:is|are|was|were)$/i.test(graph.node(a).text))
  );
}

/** "a five-day tour", "a two-week trip": in days; null where it is not said. */
function lengthOf(graph: SentenceGraph, trip: number): number | null {
  const words = graph
    .subtree(trip)
    .filter((n) => n < trip)
    .map((n) => graph.node(n).text)
    .join(" ")
    .replace(/\s*-\s*/g, "-");
  for (const word of words.split(" ")) {
    const said = LASTS.exec(word);
    const count = said ? readNumber(said[1]!) : null;
    if (said && count !== null) return /week/i.test(said[2]!) ? count * 7 : count;
  }
  return null;
}

/** "is on a three-day visit through Friday": it lasts from Wednesday; null where nothing says when it ends or how long it takes. */
function stayUntil(graph: SentenceGraph, trip: number, nearest: ClaimDate): ClaimDate | null {
  const end = /^\.\.\/(\d{4})-(\d\d)-(\d\d)$/.exec(nearest.edtf ?? "");
  const days = end && graph.isNoun(trip) ? lengthOf(graph, trip) : null;
  if (!end || days === null || days > 31) return null;
  const first = new Date(Date.UTC(Number(end[1]), Number(end[2]) - 1, Number(end[3])) - (days - 1) * 86_400_000);
  return { ...nearest, edtf: `${first.toISOString().slice(0, 10)}/${end[0].slice(3)}` };
}
