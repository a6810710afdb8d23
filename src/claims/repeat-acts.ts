import { countFrom } from "../language/dates/counted.ts";
import { claimId, type SentenceContext } from "./build-claims.ts";
import type { Claim, ClaimDate, Factuality, Participant } from "./claim.ts";
import { NO_DATE } from "./claim-dates.ts";
import { actThatComesAgain, comesAgain } from "./comes-again.ts";
import { evidenceOf } from "./evidence.ts";
import { findRepeats } from "./find-repeats.ts";
import type { Frame } from "./frame.ts";
import type { Filler, FrameMatch } from "./match-frames.ts";
import { onlyOnes } from "./only-one.ts";
import type { PhraseActor } from "./phrase-actors.ts";
import { codeAct, codePlover } from "./plover.ts";
import type { Repeat } from "./repeat.ts";
import { mayFill, ROLES } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** A claim that was told, and who in it did what was told: whom "Peru did so too" sets Peru in the place of. */
export interface ToldAct {
  readonly claim: Claim;
  readonly frame: Frame;
  /** The role of the subject, and its actors. */
  readonly role: string;
  readonly doers: readonly string[];
  /** The subject is a person or an office: a bare country that "followed" a visitor is the next host. */
  readonly byPerson: boolean;
  /** Where its words stand. */
  readonly at: number;
  /** It is what its sentence tells first of all, no second verb: what another one "follows suit" in. */
  readonly heads: boolean;
  /** It tells what holds, which nobody can do too; others may be in the same state. */
  readonly lasts: boolean;
  /** It stands in a clause of its own, not one that only describes somebody. */
  readonly main: boolean;
}

const STANDS = /\b(?:does|do|is|are|has|have)(?:\b|n['’]t)/;

/** The acts of a sentence that a later "did so" or "followed" may repeat. */
export function actsTold(pairs: readonly { match: FrameMatch; claims: readonly Claim[] }[], graph: SentenceGraph): ToldAct[] {
  return pairs.flatMap(({ match, claims }) => {
    const over = [match.trigger, ...graph.ancestors(match.trigger)];
    const verb = over.find((n) => graph.isVerb(n)) ?? over.find((n) => graph.childrenBy(n, "cop").length > 0);
    if (verb === undefined) return [];
    const subject = subjectOf(match, verb, graph);
    if (!subject) return [];
    const path = [verb, ...graph.ancestors(verb)];
    const main = !path.some((n) => /^(?:acl|advcl)/.test(graph.node(n).relation) && !isWhatRanks(graph, n));
    const byPerson = subject.fillers.some((f) => f.person !== null || f.office !== null);
    return claims.map((claim) => ({
      claim,
      frame: match.frame,
      role: subject.role,
      doers: subject.fillers.map((f) => f.actor),
      byPerson,
      at: graph.node(verb).start,
      heads: graph.node(verb).head < 0 || graph.node(verb).relation === "parataxis",
      main,
      lasts: match.frame.phase === "holds",
    }));
  });
}

/** "Bhutan was the first country to recognise it": what the sentence says of its subject, no mere description. */
function isWhatRanks(graph: SentenceGraph, verb: number): boolean {
  const { head, xpos, relation } = graph.node(verb);
  if (xpos !== "VB" || relation !== "acl" || head < 0 || head > verb) return false;
  const ranked = graph
    .childrenBy(head, "amod")
    .some((a) => /^(?:first|second|third|fourth|fifth|sixth|last|only)$/i.test(graph.node(a).text));
  const top = graph.node(head);
  return ranked && (top.head < 0 || /^(?:nsubj|xcomp|conj)$/.test(top.relation));
}

/** The role that the subject of the verb fills; of a directed claim without one, the first. */
function subjectOf(match: FrameMatch, verb: number, graph: SentenceGraph): { role: string; fillers: readonly Filler[] } | null {
  for (const v of [verb, ...graph.ancestors(verb).filter((n) => graph.isVerb(n))]) {
    const [subject] = graph.childrenBy(v, "nsubj");
    if (subject === undefined) continue;
    const within = new Set(graph.subtree(subject));
    for (const [role, list] of match.fillers) {
      const fillers = list.filter((f) => f.slot !== "before" && within.has(f.node));
      if (fillers.length > 0) return { role, fillers };
    }
    break;
  }
  const { mutual, roles } = ROLES[match.frame.type];
  const first = Object.keys(roles)[0]!;
  const fillers = (match.fillers.get(first) ?? []).filter((f) => f.slot !== "from");
  // "a pact was signed in 2003": nobody can do so too, but another may follow
  if (mutual) return { role: first, fillers: [] };
  return fillers.length === 0 ? null : { role: first, fillers };
}

/**
 * The claims of clauses that only point to what was told: "Peru did so in 1992", "Chile followed suit", "as did Laos",
 * "a month after Togo", "Kuwait and Oman did not", "another followed in 2017". They are the claims told last, in this
 * sentence or the one `before`, with another doer, another date, or denied. `hub` is whose page it is, `earlier`
 * what the section told before.
 */
export function repeatActs(
  context: SentenceContext,
  told: readonly ToldAct[],
  before: readonly ToldAct[],
  hub: readonly string[],
  earlier: readonly ToldAct[] = [],
): ToldAct[] {
  const again: ToldAct[] = [];
  for (const repeat of findRepeats(context)) {
    // "nor does Peru", "Chile does not": in the same state, or not in it
    const maySame = repeat.rest || STANDS.test(context.document.text.slice(repeat.start, repeat.end));
    const here = [...told, ...again].filter((t) => t.at < repeat.start && (maySame || !t.lasts));
    if (
      repeat.counted &&
      here.some((t) => ROLES[t.frame.type].mutual && t.role === "party" && !t.claim.participants.some((p) => p.role === "organization"))
    )
      // "opened relations with Cuba a year after Laos": who with whom is open
      continue;
    if (repeat.verb !== null && told.some((t) => t.at >= repeat.start && t.at < repeat.end)) continue;
    const isOfBefore = opensWith(repeat, context.graph) || (repeat.since && here.length === 0);
    const known = isOfBefore ? withHeads(before.filter((t) => maySame || !t.lasts)) : here;
    const acts = known.filter(
      (t) =>
        (t.main || repeat.within) &&
        (repeat.verb === null || t.frame.verbs.has(repeat.verb)) &&
        (repeat.actors === null || t.doers.length > 0) &&
        (repeat.kind === null || t.claim.type === repeat.kind) &&
        // what has no time itself would be taken for the earlier one
        (!repeat.since || t.claim.date.edtf !== null) &&
        (!repeat.rest || !ROLES[t.frame.type].mutual),
    );
    const last = Math.max(...acts.map((t) => t.at));
    for (const act of acts.filter((t) => t.at === last))
      for (const one of eachDoer(act, repeat)) {
        const claim = repeated(act, one, context, [...hub, ...inRow(act, [...earlier, ...known])]);
        if (claim) again.push({ ...act, claim, doers: one.actors?.map((a) => a.actor) ?? act.doers, at: repeat.start });
      }
  }
  again.push(...oneMore(context, told, [...earlier, ...before, ...again], again));
  for (const one of onlyOnes(context))
    for (const act of told.filter((t) => t.at >= one.start && t.at < one.end))
      for (const each of eachDoer(act, one)) {
        const claim = repeated(act, each, context, hub);
        if (claim) again.push({ ...act, claim, doers: each.actors?.map((a) => a.actor) ?? act.doers, at: one.start });
      }
  return again;
}

/** "A second loan followed in 2013", "the exercise was repeated", where no frame or repeat has told it. */
function oneMore(context: SentenceContext, told: readonly ToldAct[], known: readonly ToldAct[], again: readonly ToldAct[]): ToldAct[] {
  return context.graph.nodes.flatMap((_, i) => {
    const repeat = comesAgain(context, i);
    const isTold = repeat && [...told, ...again].some((t) => t.at >= repeat.start && t.at < repeat.end);
    const act = repeat && !isTold ? actThatComesAgain(context, repeat, [...known, ...told]) : null;
    const claim = act && repeat ? repeated(act, repeat, context, []) : null;
    if (!act || !repeat || !claim) return [];
    const { amount: _a, currency: _c, item: _i, number: _n, force: _f, ...details } = claim.details;
    return [{ ...act, claim: { ...claim, details }, at: repeat.start }];
  });
}

/** "Chile cut its ties with Laos; Peru and Ghana followed suit": each of them with Laos, not with one another. */
function eachDoer(act: ToldAct, repeat: Repeat): Repeat[] {
  const { actors } = repeat;
  const isApart = ROLES[act.claim.type].mutual && act.doers.length > 0 && !act.claim.participants.some((p) => p.role === "organization");
  return isApart && actors && actors.length > 1 ? actors.map((actor) => ({ ...repeat, actors: [actor] })) : [repeat];
}

/** Doers who have done the same with somebody else before: they go on from one partner to the next. */
function inRow(act: ToldAct, told: readonly ToldAct[]): string[] {
  return act.doers.filter((d) =>
    told.some(
      (t) =>
        t.claim.type === act.claim.type &&
        t.claim.participants.some((p) => p.actor === d) &&
        t.claim.participants.some((p) => !act.claim.participants.some((q) => q.actor === p.actor)),
    ),
  );
}

/** Of what the sentence before told, what its heading verbs say. */
function withHeads(acts: readonly ToldAct[]): readonly ToldAct[] {
  const heads = acts.filter((t) => t.heads);
  return heads.length > 0 ? heads : acts;
}

/** No other clause stands before it in its sentence: what it repeats was told in the one before. */
function opensWith(repeat: Repeat, graph: SentenceGraph): boolean {
  return !graph.nodes.some((n, i) => n.start < repeat.start && graph.isVerb(i));
}

function repeated(act: ToldAct, repeat: Repeat, context: SentenceContext, hub: readonly string[]): Claim | null {
  const participants = takeParts(act, repeat, hub);
  if (!participants) return null;
  const { claim, frame } = act;
  const factuality = factualityOf(claim.factuality, repeat);
  const date = repeat.rest ? NO_DATE : dateOf(claim.date, isAnswer(act, repeat) ? { ...repeat, sharesTime: true } : repeat);
  // since when the others have been members is not said
  const phase = repeat.rest && claim.type === "membership" && claim.phase === "begins" ? "holds" : claim.phase;
  // whom one asks to do so has not done it: that is a request
  if ((!repeat.actors && date.edtf === null) || (repeat.factuality === "proposed" && claim.factuality === "actual")) return null;
  const details = { ...claim.details };
  if (repeat.actors) {
    const office = repeat.actors.find((a) => a.office && a.office !== "body")?.office;
    if (details.rank !== undefined && claim.type === "visit") {
      if (office) details.rank = office;
      else delete details.rank;
    }
    delete details.amount;
    delete details.currency;
    delete details.force;
    if (repeat.swaps || isAnswer(act, repeat)) delete details.city;
  } else {
    delete details.title;
    if (repeat.kind !== null) delete details.instrument;
  }
  const event = frame.plover ? codeAct(frame.plover, factuality) : codePlover(frame.type, phase, factuality, details);
  const made: Omit<Claim, "id"> = {
    type: claim.type,
    phase,
    factuality,
    participants,
    date,
    place: claim.place,
    details,
    plover: claim.plover.mode && event ? { event, mode: claim.plover.mode } : { event },
    evidence: evidenceOf(context.document, repeat),
    why: { rule: claim.why.rule, confidence: Math.round(claim.why.confidence * 90) / 100 },
  };
  return { id: claimId(made), ...made };
}

/** The participants with the new doer in the place of the one told; null where he could not do it, or is another side of it. */
function takeParts(act: ToldAct, repeat: Repeat, hub: readonly string[]): Participant[] | null {
  const { claim } = act;
  if (repeat.swaps || isAnswer(act, repeat)) {
    const [first, second] = Object.keys(ROLES[claim.type].roles) as [string, string | undefined];
    if (!second || ROLES[claim.type].mutual) return null;
    const [here, there] = [first, second].map((role) => claim.participants.filter((p) => p.role === role));
    // the one that answers is the side to which it was done, or whose own were sent away
    const sides = [...here!, ...there!];
    const answers = act.role === first ? there! : here!;
    if (!here!.length || !there!.length || sides.length !== claim.participants.length) return null;
    if (!repeat.actors?.every((a) => answers.some((p) => p.actor === a.actor))) return null;
    const moved = (from: readonly Participant[], role: string): Participant[] =>
      from.map((p) => {
        const own = repeat.actors?.find((a) => a.actor === p.actor);
        return own ? participant(role, own) : { role, actor: p.actor, text: p.text };
      });
    return [...moved(there!, first), ...moved(here!, second)];
  }
  if (!repeat.actors) return [...claim.participants];
  const bare = repeat.actors.every((a) => a.person === null && a.office === null);
  // "opened an embassy in Lima; Quito followed": the next town, which has opened none
  if (claim.type === "mission" && bare && repeat.actors.every((a) => a.mention.form === "capital" || a.mention.form === "city"))
    return null;
  const role = roleOf(act, repeat, bare);
  // "Egypt and Qatar resumed relations; Bahrain did not": with whom is the page's side
  const kept = ROLES[claim.type].mutual && act.doers.some((d) => hub.includes(d)) ? hub : [];
  const ofRole = claim.participants.filter((p) => p.role === role).map((p) => p.actor);
  const left = act.doers.filter((d) => !kept.includes(d));
  const partners = ofRole.filter((a) => !act.doers.includes(a));
  const replaced =
    role !== act.role
      ? ofRole
      : isFirstOfItsOwn(claim) && partners.length > 0
        ? partners
        : left.length > 0
          ? left
          : repeat.nextInRow
            ? partners
            : act.doers;
  const others = claim.participants.filter((p) => p.role !== role || !replaced.includes(p.actor));
  const doers = repeat.actors.filter((a, i, all) => all.findIndex((b) => b.actor === a.actor) === i);
  const fits = doers.filter((a) => mayFill(claim.type, role, a.actor) && !others.some((o) => o.actor === a.actor));
  if (fits.length !== doers.length || fits.length === 0) return null;
  if (repeat.actors.every((a) => replaced.includes(a.actor)) && !isAnotherGuest(act, repeat)) return null;
  // "Chad, Niger and Mali signed; Togo followed": one more of many
  const isOneMore = claim.type === "agreement" && act.doers.length !== 2 && act.doers.length === claim.participants.length;
  if (ROLES[claim.type].mutual && !isOneMore && new Set([...fits, ...others].map((p) => p.actor)).size < 2) return null;
  const made = fits.map((a) => participant(role, a));
  const at = claim.participants.findIndex((p) => p.role === role && replaced.includes(p.actor));
  const rest = claim.participants.filter((p) => others.includes(p));
  return at <= 0 ? [...made, ...rest] : [...rest, ...made];
}

/** "Kenya recalled its envoy from Laos; Laos did likewise": who was dealt with so does the same to the other. */
function isAnswer({ claim, role }: ToldAct, { actors, rest }: Repeat): boolean {
  const { roles, mutual } = ROLES[claim.type];
  const [first, second] = Object.keys(roles);
  if (mutual || rest || role !== first || !ANSWERED.has(claim.type) || !actors || actors.length !== 1) return false;
  // "an office in Havana, which did so": the office, not the country of its city
  if (claim.type === "mission" && actors[0]!.mention.form !== "name") return false;
  return claim.participants.some((p) => p.role === second && p.actor === actors[0]!.actor);
}

/** What two do to each other, one after the other. */
const ANSWERED: ReadonlySet<string> = new Set(["envoy", "sanction", "mission"]);

/** "The minister went to Oslo in 2004, followed by the president in 2011": another of the same state, at another time. */
function isAnotherGuest({ claim, byPerson }: ToldAct, { actors, date }: Repeat): boolean {
  if (claim.type !== "visit" || !byPerson || !date?.edtf || date.edtf === claim.date.edtf) return false;
  const before = claim.participants.map((p) => p.person);
  const offices = claim.participants.map((p) => p.office);
  return actors!.every((a) => (a.person !== null ? !before.includes(a.person) : a.office !== null && !offices.includes(a.office)));
}

/** The role in which others take a place: the doer's, or "toured Kenya; Uganda followed" the host's, "joined the Council in 1993; NATO followed" the body's. */
function roleOf({ claim, role, doers, byPerson }: ToldAct, { kind, actors }: Repeat, bare: boolean): string {
  if (claim.type === "visit") return (byPerson && bare) || kind === "visit" ? "host" : role;
  if (claim.type === "mission" && role === "sender" && isFirstOfItsOwn(claim)) return "host";
  const isBody = (id: string): boolean => id.startsWith("org:");
  const isNextBody = claim.type === "membership" && role === "member" && !doers.some(isBody) && actors?.every((a) => isBody(a.actor));
  return isNextBody ? "organization" : role;
}

/** "signed its first agreement with Chile, followed by Peru": the one who did it first goes on to the next. */
function isFirstOfItsOwn(claim: Claim): boolean {
  return /\b(?:its|their|his|her) (?:very )?first\b/i.test(claim.evidence.quote);
}

function participant(role: string, a: PhraseActor): Participant {
  return {
    role,
    actor: a.actor,
    text: a.text,
    ...(a.person ? { person: a.person } : {}),
    ...(a.office && a.office !== "body" ? { office: a.office } : {}),
    ...(a.body ? { body: a.body } : {}),
  };
}

function factualityOf(told: Factuality, repeat: Repeat): Factuality {
  if (repeat.factuality === "same") return told;
  return repeat.factuality;
}

function dateOf(told: ClaimDate, repeat: Repeat): ClaimDate {
  if (repeat.counted) {
    const { words, sign } = repeat.counted;
    const edtf = told.edtf === null ? null : words === null ? told.edtf : countFrom(told.edtf, words, sign);
    return edtf === null ? NO_DATE : { edtf, text: repeat.counted.text, basis: "relative" };
  }
  if (repeat.date && repeat.date.edtf !== null) return repeat.date;
  return repeat.sharesTime && told.edtf !== null ? { ...told, basis: "context" } : NO_DATE;
}
