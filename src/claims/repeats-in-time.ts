import type { SentenceContext } from "./build-claims.ts";
import { ENDS, type Repeat } from "./repeat.ts";

const YEAR = /\b(?:1[5-9]|20)\d\d\b/;

/** Later parts of a clause that repeats an act: "Laos did so in 2010 and Benin the next year", "as did Peru in 1990, 1993 and 1998". */
export function laterTimes(context: SentenceContext, first: Repeat): Repeat[] {
  const found: Repeat[] = [];
  for (let last: Repeat | null = first; last; ) {
    last = nextInTime(context, last) ?? nextDate(context, last);
    if (last) found.push(last);
  }
  return found;
}

/** "Laos did so in 2010 and Benin the next year": a name and a time go on with the clause before. */
function nextInTime({ graph, actors, dates }: SentenceContext, repeat: Repeat): Repeat | null {
  if (repeat.actors === null || repeat.verb !== null) return null;
  let at = graph.nodes.findIndex((n) => n.start >= repeat.end);
  if (at < 0) return null;
  while (at < graph.nodes.length && (graph.node(at).unit?.kind === "date" || graph.node(at).upos === "ADP")) at++;
  if (graph.nodes[at]?.text === ",") at++;
  if (graph.nodes[at]?.text.toLowerCase() === "and") at++;
  else if (graph.nodes[at - 1]?.text !== ",") return null;
  const who = at < graph.nodes.length && graph.isNoun(at) ? actors.actorsOf(at, { alone: true }) : [];
  const date = dates.dates.find((d) => d.node > at && d.node <= at + 2);
  if (who.length === 0 || !date || !ENDS.test(graph.nodes[date.node + 1]?.text ?? ".")) return null;
  const { edtf, text, basis } = date.expression;
  return {
    ...repeat,
    ...{ start: graph.node(at).start, end: graph.node(date.node).end },
    actors: who,
    date: { edtf, text, basis },
    counted: null,
  };
}

/** "as did Peru in 1990, 1993 and 1998": the same ones at another time. */
function nextDate({ graph, dates }: SentenceContext, repeat: Repeat): Repeat | null {
  if (repeat.verb !== null || repeat.date === null || repeat.counted) return null;
  let at = graph.nodes.findIndex((n) => n.start >= repeat.end);
  if (at <= 0 || graph.node(at - 1).unit?.kind !== "date" || !/^(?:,|and)$/i.test(graph.node(at).text)) return null;
  while (/^(?:,|and|again|in|on)$/i.test(graph.nodes[at]?.text ?? "")) at++;
  const date = dates.dates.find((d) => d.node === at)?.expression;
  if (!date || !ENDS.test(graph.nodes[at + 1]?.text ?? ".")) return null;
  return {
    ...repeat,
    ...{ start: graph.node(at).start, end: graph.node(at).end },
    actors: null,
    date: { edtf: date.edtf, text: date.text, basis: date.basis },
  };
}

/** "followed by Mongolia (15 October), Poland (16 October) and Laos": each with the time in brackets behind its name. */
export function spreadTimes({ graph, dates }: SentenceContext, repeat: Repeat): Repeat[] {
  const { actors } = repeat;
  if (actors === null || actors.length === 0) return [repeat];
  const timeOf = (node: number): Repeat["date"] => {
    if (graph.nodes[node + 1]?.text !== "(") return null;
    let at = node + 2;
    while (/^(?:in|on)$/i.test(graph.nodes[at]?.text ?? "")) at++;
    const found = dates.dates.find((d) => d.node === at)?.expression;
    if (!found || graph.nodes[at + 1]?.text !== ")") return null;
    // "on 6 December 1971, followed by Laos (8 December)": of the year just said
    const said = dates.dates.findLast((d) => d.node < at && YEAR.test(d.expression.text))?.expression.edtf;
    const edtf = said && !YEAR.test(found.text) && /^[\dX]{4}-/.test(found.edtf) ? said.slice(0, 4) + found.edtf.slice(4) : found.edtf;
    return { edtf, text: found.text, basis: found.basis };
  };
  const times = actors.map((a) => timeOf(a.node));
  if (times.every((t) => t === null)) return [repeat];
  return actors.map((actor, k) => ({ ...repeat, actors: [actor], date: times[k] ?? null }));
}
