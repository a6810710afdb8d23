import { hash } from "node:crypto";
import type { Document } from "../document/document.ts";
import type { DateExpression } from "../language/date-expression.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import { isAskedFor } from "./asks-for.ts";
import type { Claim, ClaimDate, Factuality, Participant } from "./claim.ts";
import { type ClaimDates, NO_DATE } from "./claim-dates.ts";
import { EACH_OTHER } from "./complete-roles.ts";
import { dateOfTrip } from "./date-trips.ts";
import { readDetails } from "./details.ts";
import { evidenceOf } from "./evidence.ts";
import { judgeFactuality, STRENGTH } from "./factuality.ts";
import { factualityByType } from "./factuality-by-type.ts";
import { foundedLater, foundedName, isWholeName } from "./founded-name.ts";
import type { Frame, Lexicon } from "./frame.ts";
import type { Filler, FrameMatch } from "./match-frames.ts";
import { nameMissions } from "./name-missions.ts";
import { pairSums } from "./pair-sums.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { codeAct, codePlover } from "./plover.ts";
import { postsOf } from "./posts-of-mission.ts";
import { kindOf, ROLES } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { countsSince, isOwnDate, isTermOfThing, stands, startOf, termOf, timesOf } from "./standing-dates.ts";
import { cameToBe } from "./told-ahead.ts";

/** Everything that is known of one sentence when its claims are built. */
export interface SentenceContext {
  readonly document: Document;
  readonly graph: SentenceGraph;
  readonly actors: PhraseActors;
  readonly dates: ClaimDates;
  /** All dates that the sentence says, those too at which nothing is told to have happened: "for the first time since 1990". */
  readonly said: readonly DateExpression[];
  readonly lexicon: Lexicon;
}

/** Types whose acts are done at a stroke: what is under way has been decided only. */
const ON_THE_WAY: ReadonlySet<string> = new Set(["mission", "membership", "relations", "recognition"]);

/**
 * A frame of orders, pledges or offers says how far they are from being done; the sentence may put them further off ("may
 * order", "did not promise"). What is fixed as done or as refused stays so.
 */
function factualityOf({ frame, trigger, theme }: FrameMatch, { graph, lexicon }: SentenceContext): Factuality | null {
  if (frame.conditions.includes("own-fact")) return "actual";
  // "a proposed pact that is being negotiated": proposed or not, it is negotiated
  const about = frame.type === "agreement" && frame.phase === "negotiating" && graph.isVerb(trigger) ? null : theme;
  const own = judgeFactuality(graph, trigger, lexicon, about).factuality;
  if (frame.factuality === "denied") return frame.factuality;
  // "may embark on a tour", "did not apply to join": what is not done leaves undone what it would bring
  const over = own === "actual" || frame.phase === "applied" ? verbOver(graph, frame, trigger) : -1;
  const outer = over < 0 ? "actual" : judgeFactuality(graph, over, lexicon).factuality;
  if (outer !== null && outer !== "actual") return outer;
  const judged = own;
  // what is said once and for all may still be left unsaid, or only advised
  if (frame.factuality === "actual")
    return judged === null ? null : isNegated(graph, trigger) && !frame.conditions.includes("is-negated") ? "denied" : "actual";
  const ofType = judged === null ? undefined : factualityByType(graph, frame, trigger, theme, judged);
  if (ofType !== undefined) return ofType;
  // "is opening an embassy", "is leaving the union": decided, not yet done
  if (judged === "actual" && ON_THE_WAY.has(frame.type) && frame.phase !== "holds" && isProgressive(graph, trigger)) return "planned";
  if (!frame.factuality || judged === null) return judged;
  return STRENGTH[judged] > STRENGTH[frame.factuality] ? judged : frame.factuality;
}

/** The verb under which a frame's noun has its meaning, or the one that applies; -1 where the words stand for themselves. */
function verbOver(graph: SentenceGraph, frame: Frame, trigger: number): number {
  if (frame.type === "statement" || frame.type === "event") return -1;
  const verbs = [trigger, ...graph.ancestors(trigger).slice(0, 3)].filter((n) => graph.isVerb(n));
  // "never made an application to join": what is not made leaves it undone
  const made = verbs.find((n) => APPLIES.test(graph.lemma(n)) || (MAKES.test(graph.lemma(n)) && n !== trigger && isNegated(graph, n)));
  if (frame.phase === "applied") return made ?? -1;
  // "agreed at the talks to open one": the talks are held
  if (!frame.under || graph.isVerb(trigger) || /^(?:at|during|after)$/.test(graph.preposition(trigger))) return -1;
  return verbs.find((n) => frame.under!.has(graph.lemma(n))) ?? -1;
}

const MAKES = /^(?:make|submit|file|lodge|send|present|hand in|hand)$/;
const APPLIES = /^(?:apply|ask|ask for|request|seek|bid|petition)$/;

/** "did not demand", "never asked": said of the word itself. */
function isNegated(graph: SentenceGraph, trigger: number): boolean {
  return graph.childrenBy(trigger, "advmod").some((c) => /^(?:not|n['’]t|never)$/i.test(graph.node(c).text));
}

/** The claims that one match makes: one, or one for each counterpart, date or post that the words keep apart. */
export function buildClaims(match: FrameMatch, context: SentenceContext): Claim[] {
  const { graph, lexicon, document, dates } = context;
  const { frame } = match;
  const judged = factualityOf(match, context);
  if (judged === null) return [];
  const factuality = frame.phase === "proposed" && judged === "actual" ? "proposed" : judged;
  const details = readDetails(frame.type, graph, match, lexicon, document.text);
  const nearest = dateOfTrip(
    graph,
    frame.type === "visit" ? match.trigger : -1,
    dates.dateOf(
      match.trigger,
      isNear(graph, match) ? [match.theme!] : [],
      factuality === "planned" || factuality === "proposed",
      frame.type === "statement",
    ),
    dates,
  );
  const own =
    countsSince(graph, match, nearest) ||
    isTermOfThing(match, nearest, document.text.slice(graph.parse.sentence.start, graph.parse.sentence.end)) ||
    ((stands(graph, match, nearest) || frame.conditions.includes("own-date")) && !isOwnDate(graph, match.trigger, nearest))
      ? NO_DATE
      : nearest;
  const shared = frame.phase === "holds" ? termOf(dates.repeats(match.trigger, document.text), own) : own;
  const claims: Claim[] = [];
  const sums = frame.type === "aid" ? pairSums(match, graph, context.actors) : [];
  const parts: Part[] =
    sums.length > 0
      ? sums.map(({ recipient, amount, currency }) => ({
          fillers: new Map(match.fillers).set("recipient", recipient),
          date: null,
          details: { amount, currency },
        }))
      : split(match, dates, graph, document.text);
  for (const part of parts) {
    const date = startOf(part.date ?? shared, frame.phase);
    const cameSo = factuality === "planned" && cameToBe(graph, match.trigger, date, document.date?.edtf ?? null);
    const happened = settle(cameSo ? "actual" : factuality, date, document);
    for (const extra of frame.type === "mission" ? postsOf(match, context, part.fillers) : [{}]) {
      const all = { ...details, ...part.details, ...extra };
      claims.push(buildClaim(match, context, part.fillers, happened.date, all, happened.factuality));
    }
  }
  return claims;
}

function buildClaim(
  match: FrameMatch,
  context: SentenceContext,
  fillers: ReadonlyMap<string, readonly Filler[]>,
  date: ClaimDate,
  details: Readonly<Record<string, string | number>>,
  factuality: Claim["factuality"],
): Claim {
  const { document, graph } = context;
  const { frame } = match;
  const phase = frame.progressive && isProgressive(graph, match.trigger) ? frame.progressive : frame.phase;
  const participants: Participant[] = [];
  // "attended the Forum's meeting, which the Forum organised": a body is no guest of its own
  const bodies = frame.type === "meeting" ? (fillers.get("organization") ?? []).map((f) => f.actor) : [];
  for (const [role, list] of fillers)
    for (const f of list) if (role !== "participant" || !bodies.includes(f.actor)) participants.push(toParticipant(role, f));
  if (frame.type === "founding" && match.theme !== null)
    for (const body of foundedBodies(match, context, fillers.has("organization")))
      if (!participants.some((p) => p.actor === body.actor)) participants.push(body);
  const { start, end } = evidenceSpan(match, graph, fillers, date, document.text);
  const sentence = graph.parse.sentence;
  const named =
    frame.type === "deployment"
      ? nameMissions(
          participants,
          [yearOf(date.edtf), yearOf(document.date?.edtf ?? null)],
          document.text.slice(sentence.start, sentence.end),
        )
      : participants;
  const asks = factuality === "proposed" && isAskedFor(graph, match.trigger);
  const event = frame.plover
    ? codeAct(frame.plover, factuality)
    : codePlover(frame.type, phase, factuality, forcesIn(frame.type, details, document.text.slice(start, end)), asks);
  const claim: Omit<Claim, "id"> = {
    type: frame.type,
    phase,
    factuality,
    participants: named,
    date,
    place: placeOf(match, context),
    details,
    plover: frame.type === "visit" && event ? { event, mode: "visit" } : { event },
    evidence: evidenceOf(document, { start, end }),
    why: { rule: frame.id, confidence: confidenceOf(match, date) },
  };
  return { id: claimId(claim), ...claim };
}

/** Peacekeepers are told by the words of the claim where its details do not name the force. */
function forcesIn(
  type: Claim["type"],
  details: Readonly<Record<string, string | number>>,
  words: string,
): Readonly<Record<string, string | number>> {
  return type === "deployment" && details.force === undefined ? { ...details, force: words } : details;
}

/** `c_` and 16 hex digits of the SHA-256 over the document's id and what the claim says and where. */
export function claimId(claim: Omit<Claim, "id">): string {
  const key = [
    claim.evidence.document,
    claim.evidence.start,
    claim.evidence.end,
    claim.type,
    claim.phase,
    claim.factuality,
    claim.participants.map((p) => `${p.role}=${p.actor}`),
    claim.date.edtf,
    Object.entries(claim.details).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return `c_${hash("sha256", JSON.stringify(key), "hex").slice(0, 16)}`;
}

function yearOf(edtf: string | null): number | null {
  const year = /^\d{4}/.exec(edtf ?? "");
  return year ? Number(year[0]) : null;
}

function toParticipant(role: string, f: Filler): Participant {
  return {
    role,
    actor: f.actor,
    text: f.text,
    ...(f.person ? { person: f.person } : {}),
    ...(f.office && f.office !== "body" ? { office: f.office } : {}),
    ...(f.body ? { body: f.body } : {}),
  };
}

/** The theme hangs on the trigger, or the other way round; one taken up by "it" or "those" has a date of its own. */
function isNear(graph: SentenceGraph, { trigger, theme }: FrameMatch): boolean {
  return theme !== null && (graph.ancestors(theme).includes(trigger) || graph.ancestors(trigger).includes(theme));
}

/** What was founded, where its name is on no list: by its own name, or by the names after "two funds". */
function foundedBodies(match: FrameMatch, { graph, actors, document }: SentenceContext, isNamed: boolean): Participant[] {
  const own = isNamed ? null : foundedName(graph, match.theme!, document.text);
  if (own) return [{ role: "organization", actor: own.id, text: own.name }];
  const founders = new Set((match.fillers.get("founder") ?? []).map((f) => f.actor));
  const bodyAt = (node: number) =>
    actors
      .mentionsAt(node)
      .find(
        (m) =>
          m.kind === "organisation" &&
          m.form === "name" &&
          m.actors.length === 1 &&
          !founders.has(m.actors[0]!) &&
          isWholeName(graph, node, m),
      );
  return foundedLater(graph, match.theme!, (node) => bodyAt(node) !== undefined).map((node) => {
    const m = bodyAt(node)!;
    return { role: "organization", actor: m.actors[0]!, text: m.text };
  });
}

interface Part {
  readonly fillers: ReadonlyMap<string, readonly Filler[]>;
  readonly date: ClaimDate | null;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Parts a match where partners have dates of their own, and a hub from its counterparts. */
function split(match: FrameMatch, dates: ClaimDates, graph: SentenceGraph, text: string): Part[] {
  const rules = ROLES[match.frame.type];
  const roles = Object.keys(rules.roles);
  const ties = match.frame.type === "relations" ? tiesOf(match, dates, graph) : [];
  if (ties.length > 0) return ties;
  for (const [role, list] of match.fillers) {
    const nodes = [...new Set(list.map((f) => f.node))];
    // the times behind one who does something are those of his office
    const alone = nodes.length < 2 && (dates.dates.length < 2 || role === roles[0]);
    const bracketed = rules.mutual || alone ? null : dates.bracketed(nodes);
    const inBrackets = bracketed !== null && bracketed.size > 0;
    const several = inBrackets ? bracketed : dates.pairs(nodes);
    const paired = several.size > 0 || nodes.length < 2 ? several : dates.apart(nodes);
    if (paired.size === 0) continue;
    const parts: Part[] = [];
    const hub = list.filter((f) => !paired.has(f.node));
    for (const [node, date] of paired) {
      const fillers = new Map(match.fillers);
      fillers.set(role, [...(rules.mutual ? hub : []), ...list.filter((f) => f.node === node)]);
      parts.push({ fillers, date });
    }
    const rest = rules.mutual ? [] : hub;
    if (rest.length > 0) parts.push({ fillers: new Map(match.fillers).set(role, rest), date: inBrackets ? NO_DATE : null });
    if (parts.every((p) => complete(match, p))) return parts;
  }
  const hosts = match.fillers.get("host") ?? [];
  if (match.frame.type === "mission" && hosts.length > 1 && !hosts.some((f) => EACH_OTHER.test(f.mention.text))) {
    return match.fillers.get("host")!.map((host) => ({ fillers: new Map(match.fillers).set("host", [host]), date: null }));
  }
  const again = timesOf(match.frame, () => dates.repeats(match.trigger, text));
  if (again.length > 0) return again.map((date) => ({ fillers: match.fillers, date }));
  const reciprocal = reciprocate(match);
  if (reciprocal.length > 0) return reciprocal;
  const first = roles[0]!;
  const parties = match.fillers.get(first) ?? [];
  if (rules.mutual && match.frame.type !== "conflict" && parties.length > 2) {
    const themeWith = match.theme === null ? [] : (graph.slots(match.theme).get("with") ?? []);
    const triggerWith = graph.slots(match.trigger).get("with") ?? [];
    const isSpoke = (f: Filler): boolean =>
      /(?:^|>)with$/.test(f.slot) && (triggerWith.length === 0 || !themeWith.includes(f.node) || triggerWith.includes(f.node));
    const with_ = parties.filter(isSpoke);
    const hub = parties.filter((f) => !isSpoke(f));
    // relations are between two: each of several who broke them off with one did so
    if (match.frame.type === "relations" && hub.length > 0 && with_.length > 0)
      return hub.flatMap((own) => with_.map((spoke) => ({ fillers: new Map(match.fillers).set(first, [own, spoke]), date: null })));
    // several pacts, or several phrases each with its own "with": a hub and its spokes; one pact among several is one claim
    if (
      hub.length === 1 &&
      with_.length > 1 &&
      (isPlural(graph, match.theme ?? graph.childrenBy(match.trigger, "nsubj")[0] ?? match.trigger) ||
        new Set(with_.map((f) => f.node)).size > 1 ||
        with_.some((f) => graph.holds(f) && /\band with\b/i.test(graph.node(f.node).text)) ||
        areSeveral(graph, match))
    )
      return with_.map((spoke) => ({
        fillers: new Map(match.fillers).set(first, [hub[0]!, spoke]),
        date: null,
        ...(isOfTwo(match, [hub[0]!, spoke]) && { details: { format: "bilateral" } }),
      }));
  }
  return [{ fillers: match.fillers, date: null }];
}

/** Each of several meetings of one state with another is of two sides alone. */
function isOfTwo({ frame, fillers }: FrameMatch, sides: readonly Filler[]): boolean {
  return frame.type === "meeting" && !fillers.has("organization") && sides.every((f) => kindOf(f.actor) === "state");
}

/** "Relations with Chad were opened in 1960, with Niger in 1961 and with Mali in 1965": relations are between two, each since its time. */
function tiesOf(match: FrameMatch, dates: ClaimDates, graph: SentenceGraph): Part[] {
  const all = match.fillers.get("party") ?? [];
  const isSpoke = (f: Filler): boolean => /(?:^|>)with$/.test(f.slot);
  const [partners, hub] = [all.filter(isSpoke), all.filter((f) => !isSpoke(f))];
  if (hub.length !== 1 || partners.length < 2) return [];
  // "cut ties with Taipei and opened them with Beijing": with whom the others were is no side of these
  const here = new Set((graph.slots(match.trigger).get("with") ?? []).flatMap((n) => graph.conjuncts(n)));
  const isOther = match.theme !== null && match.theme !== match.trigger && !graph.ancestors(match.theme).includes(match.trigger);
  const others = isOther && partners.some((f) => here.has(f.node));
  const spokes = others ? partners.filter((f) => here.has(f.node)) : partners;
  const own = dates.pairs(
    spokes.map((f) => f.node),
    1,
  );
  return spokes.map((f) => ({ fillers: new Map(match.fillers).set("party", [hub[0]!, f]), date: own.get(f.node) ?? null }));
}

/** "in each other's capitals", "exchanged ambassadors": each is host to the other; those "with" whom it was are not among themselves. */
function reciprocate(match: FrameMatch): Part[] {
  const [first, second] = Object.keys(ROLES[match.frame.type].roles) as [string, string | undefined];
  const there = second ? (match.fillers.get(second) ?? []) : [];
  const mutually = match.frame.conditions.includes("mutually");
  const here = match.fillers.get(first) ?? [];
  if (!second || !(mutually || [...here, ...there].some((f) => EACH_OTHER.test(f.mention.text)))) return [];
  const all = [...here, ...(mutually ? there.filter((b) => !here.some((a) => a.actor === b.actor)) : [])];
  const parts: Part[] = [];
  for (const a of mutually ? all : here)
    for (const b of mutually ? all : there)
      if (a.actor !== b.actor && !(mutually && a.slot === "with" && b.slot === "with"))
        parts.push({ fillers: new Map(match.fillers).set(first, [a]).set(second, [b]), date: null });
  return parts;
}

function complete(match: FrameMatch, part: Part): boolean {
  return match.frame.needs.every((need) => {
    const wanted =
      ROLES[match.frame.type].mutual && (need === "party" || need === "participant") && !part.fillers.has("organization") ? 2 : 1;
    return (part.fillers.get(need)?.length ?? 0) >= wanted;
  });
}

function placeOf(match: FrameMatch, { graph, actors }: SentenceContext): Claim["place"] {
  for (const slot of ["in", "at"]) {
    for (const node of match.slots.get(slot) ?? []) {
      for (const c of graph.conjuncts(node)) {
        const place = actors.placeOf(c);
        if (place?.city) return { text: place.text, actor: place.actor };
      }
    }
  }
  return null;
}

/** From the first to the last word that the claim rests on, no further than the sentence. */
function evidenceSpan(
  match: FrameMatch,
  graph: SentenceGraph,
  fillers: ReadonlyMap<string, readonly Filler[]>,
  date: ClaimDate,
  text: string,
): { start: number; end: number } {
  const { sentence } = graph.parse;
  const spans = [graph.node(match.trigger), ...(match.theme === null ? [] : [graph.node(match.theme)])].map(({ start, end }) => ({
    start,
    end,
  }));
  for (const list of fillers.values())
    for (const f of list) if (f.start >= sentence.start && f.end <= sentence.end) spans.push({ start: f.start, end: f.end });
  const start = Math.min(...spans.map((s) => s.start));
  let end = Math.max(...spans.map((s) => s.end));
  if (date.text) {
    const at = text.indexOf(date.text, Math.max(sentence.start, start - 120));
    const near = at - end < 120 || graph.isPutTogether;
    if (at >= start && at + date.text.length <= sentence.end && near) end = Math.max(end, at + date.text.length);
  }
  return { start, end };
}

/** What is dated after its own document is still to come; "did not sign until 1904" is signed in 1904. */
function settle(
  factuality: Claim["factuality"],
  date: ClaimDate,
  document: Document,
): { factuality: Claim["factuality"]; date: ClaimDate } {
  if (factuality === "denied" && date.edtf?.startsWith("../") && /^(?:until|till)\b/i.test(date.text ?? ""))
    return { factuality: "actual", date: { ...date, edtf: date.edtf.slice(3) } };
  const written = document.date ? edtfBounds(document.date.edtf).to : null;
  const from = date.edtf && date.basis === "relative" ? edtfBounds(date.edtf).from : null;
  if (factuality === "actual" && written !== null && from !== null && from > written) return { factuality: "planned", date };
  return { factuality, date };
}

/** "met separately with", "talks on free trade agreements with": one for each counterpart. */
function areSeveral(graph: SentenceGraph, { trigger, theme }: FrameMatch): boolean {
  const apart = graph.childrenBy(trigger, "advmod").some((c) => /^(?:separately|individually|bilaterally)$/i.test(graph.node(c).text));
  const matters = theme === null ? [] : ["on", "for"].flatMap((slot) => graph.slots(theme).get(slot) ?? []);
  return apart || matters.some((n) => /\b(?:agreements|treaties|pacts|accords|memoranda|conventions)\b/i.test(graph.node(n).text));
}

function isPlural(graph: SentenceGraph, i: number): boolean {
  if (
    /^(?:[\p{L}-]+ )*(?:memoranda|agreements|treaties|pacts|accords|protocols|conventions|deals|contracts)(?: of\b|$)/iu.test(
      graph.node(i).text,
    )
  )
    return true;
  return graph.node(i).xpos.endsWith("S") && graph.isNoun(i) && !/^(talks|negotiations|consultations)$/i.test(graph.node(i).text);
}

function isProgressive(graph: SentenceGraph, i: number): boolean {
  return (
    graph.node(i).xpos === "VBG" &&
    graph.childrenBy(i, "aux").some((a) => ["is", "are", "'s", "'re"].includes(graph.node(a).text.toLowerCase()))
  );
}

function confidenceOf(match: FrameMatch, date: ClaimDate): number {
  let confidence = match.frame.confidence;
  for (const list of match.fillers.values()) if (list.some((f) => f.mention.form === "reference")) confidence *= 0.9;
  if (date.basis === "context") confidence *= 0.95;
  return Math.round(confidence * 100) / 100;
}
