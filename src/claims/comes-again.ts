import type { SentenceContext } from "./build-claims.ts";
import { judgeFactuality } from "./factuality.ts";
import { PLAIN, type Repeat, span, withoutShared } from "./repeat.ts";
import type { ToldAct } from "./repeat-acts.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Nouns of what comes once more or bit by bit, and the types of which it may be. */
const COMING: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:loan|credit|grant|donation|tranche|instal?lment|disbursement|payment)$/i, ["aid"]],
  [/^(?:batch|shipment|consignment|delivery|cargo|planeload|convoy|lot)$/i, ["aid", "arms"]],
  [/^(?:exercise|drill|manoeuvre|maneuver)s?$/i, ["project"]],
  [/^(?:round|session|meeting|summit)$/i, ["meeting"]],
];
const ONE_OF_ROW =
  /^(?:another|further|new|more|additional|next|last|final|remaining|similar|larger|smaller|first|second|third|fourth|fifth)$/i;
/** Verbs whose subject is a part of it that is handed over. */
const HANDED = /^(?:pay|disburse|release|transfer|deliver|hand|send|dispatch|ship|provide|grant|extend|approve|donate)$/i;
/** Verbs that only say that it came. */
const CAME = /^(?:follow|arrive|come)$/i;
/** The same once more. */
const ANEW = /^(?:repeat|restage)$/i;
const ON_AGAIN = /^(?:resume|restart)$/i;
/** Of what a part may be. */
const WHOLE = /^(?:loan|credit|grant|aid|money|package|assistance|help|talk|negotiation|consultation|discussion)$/i;
/** How far back the act may stand, in characters. */
const REACH = 600;

/** The types of which a clause says that one more, a part or the same came: "a second loan followed in 2013", "the first tranche was paid", "the exercise was repeated". */
export function comesAgain(context: SentenceContext, i: number): (Repeat & { readonly types: readonly string[] }) | null {
  const { graph, actors, dates, lexicon } = context;
  if (!graph.isVerb(i) || graph.childrenBy(i, "obj", "ccomp").some((o) => graph.node(o).unit?.kind !== "date")) return null;
  const { head, relation } = graph.node(i);
  // "A second loan followed in 2013", taken for a loan that was followed
  const [subject] = relation === "acl" && head === i - 1 && graph.node(head).head < 0 ? [head] : graph.childrenBy(i, "nsubj", "nsubj:pass");
  if (subject === undefined || subject > i || actors.mentionsAt(subject).some((m) => m.actors.length > 0)) return null;
  const types = COMING.find(([nouns]) => nouns.test(graph.lemma(subject)))?.[1];
  if (!types || !isSaidAgain(graph, i, subject) || isOfOther(graph, i, subject)) return null;
  const { factuality } = judgeFactuality(graph, i, lexicon);
  const date = withoutShared(dates.dateOf(i, [], true));
  return factuality && date && { ...span(context, subject, i), actors: null, factuality, date, ...PLAIN, types };
}

/** "was paid by Mali", "Mali's instalment", "a shipment of rice": paid back, or something else. */
function isOfOther(graph: SentenceGraph, verb: number, subject: number): boolean {
  if (graph.slots(verb).has("by") || graph.childrenBy(subject, "nmod:poss").length > 0) return true;
  return graph
    .childrenBy(subject, "nmod")
    .some((n) => graph.preposition(n) === "of" && graph.node(n).unit === null && !WHOLE.test(graph.lemma(n)));
}

function isSaidAgain(graph: SentenceGraph, verb: number, subject: number): boolean {
  const marks = graph.childrenBy(subject, "det", "amod", "nummod").map((c) => graph.node(c).text);
  const inRow = marks.some((m) => ONE_OF_ROW.test(m));
  const passive = graph.isPassive(verb);
  const lemma = graph.lemma(verb);
  if (ANEW.test(lemma)) return passive && marks.some((m) => /^(?:the|this|that)$/i.test(m));
  if (ON_AGAIN.test(lemma)) return graph.node(subject).xpos === "NNS" && marks.every((m) => /^the$/i.test(m));
  return inRow && (HANDED.test(lemma) ? passive : CAME.test(lemma) && graph.childrenBy(verb, "aux:pass").length === 0);
}

/** The last act of such a type, where it is one only and the clause names nobody besides who is in it. */
export function actThatComesAgain(
  { actors }: SentenceContext,
  repeat: Repeat & { readonly types: readonly string[] },
  told: readonly ToldAct[],
): ToldAct | null {
  const near = told.filter((t) => t.at < repeat.start && repeat.start - t.at < REACH && repeat.types.includes(t.claim.type));
  const last = near.filter((t) => t.at === Math.max(...near.map((n) => n.at)));
  const [act] = last;
  const sidesOf = ({ claim }: ToldAct): string => claim.participants.map((p) => `${p.role}:${p.actor}`).join(" ");
  if (!act || last.some((t) => sidesOf(t) !== sidesOf(act)) || act.lasts || act.claim.factuality === "denied") return null;
  return actors.namesAnother(act.claim.participants.map((p) => p.actor)) ? null : act;
}
