import type { Mention } from "../actors/mention.ts";
import type { Block, Document, Span } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { aidOfPact } from "./aid-of-pact.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Participant, Phase } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import type { Lexicon } from "./frame.ts";
import { basesIn, enumeratedPacts, PACT, sentenceFrom } from "./pact-enumerations.ts";
import { bareYear, type Stage, stagesIn } from "./pact-status.ts";
import { codePlover } from "./plover.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

const SIGNED = /\b(?:sign(?:ed|ing)|concluded?|initial?led|exchanged|entered into)\b/i;
const PACTS_HEADING = /\b(?:agreements?|treaties|accords|memoranda|legal (?:basis|framework)|treaty (?:basis|framework))\b/i;
/** Where a list of pacts was signed: on the occasion of which the document tells. */
const AT_THE_MEETING =
  /\b(?:sidelines?|margins?|fringes?|occasion|during|following|after|at|in the course|framework|course)\b[^.:]{0,30}\b(?:meeting|summit|session|visit|talks|forum|conference|consultations|day)\b|\bthe following\b/i;
const FINITE = /\b(?:was|were|is|are|has|have|had|will|would|sign(?:s|ed)|entered|enters|provides?|allows?)\b/i;

/**
 * Pacts that a list or an enumeration names one by one: items under "the two sides signed the following documents:" or under the
 * heading "Agreements" of a page of two, and "agreements such as an Agreement on Trade (1993); a Treaty on Extradition (1999)".
 * Each takes the place of the one claim that the lead-in made. Returns all claims, changed where a list is.
 */
export function readPactLists(
  document: Document,
  mentions: readonly Mention[],
  claims: readonly Claim[],
  place: Surroundings,
  lexicon: Lexicon,
  findDates: FindDates,
  contexts: ReadonlyMap<number, DateContext>,
): Claim[] {
  const replaced = new Set<Claim>();
  const added: Claim[] = [];
  const pacts = claims.filter((c) => c.type === "agreement");
  const pactsIn = new Map<number, Claim[]>();
  for (const c of pacts) {
    const at = place.outline.blockAt(c.evidence.start);
    pactsIn.set(at, [...(pactsIn.get(at) ?? []), c]);
  }
  const find = (context: DateContext) => (span: Span) => findDates(document.text, span, context);
  document.blocks.forEach((block, index) => {
    if (block.role === "notice" || block.kind === "heading" || block.kind === "title") return;
    const context = contexts.get(index);
    const text = document.text.slice(block.start, block.end);
    const inside = pactsIn.get(index) ?? [];
    if (context) {
      // what a clause within the list tells of one pact stays
      const listing = inside.flatMap((claim) => {
        if (AFTER_SIGNING.has(claim.phase)) return [];
        const parts = enumeratedPacts(document.text, sentenceFrom(document.text, claim.evidence.start, block.end), find(context));
        return parts.length < 2 ? [] : [{ claim, parts }];
      });
      const others = inside.filter((c) => !listing.some((l) => l.claim === c));
      for (const { claim, parts } of listing) {
        replaced.add(claim);
        for (const { span, date, stages } of parts) {
          const known = others.filter((c) => c.evidence.end > span.start && c.evidence.start < span.end);
          added.push(...buildStages(document, span, claim.participants, stages, known, lexicon));
          // agreements that bind were signed in the years given
          const phase = claim.phase === "holds" ? "signed" : claim.phase;
          const isTold = [...stages, ...known].some((s) => s.phase === phase);
          if (!isTold) added.push(build(document, span, claim.participants, date, { ...claim, phase }, lexicon));
        }
      }
      for (const sentence of basesIn(document.text, block)) {
        if (inside.some((c) => c.evidence.start >= sentence.start && c.evidence.end <= sentence.end)) continue;
        const sides = sidesOfBase(sentence, mentions, place.pairFor(block.start));
        for (const { span, date, stages } of sides.length === 2 ? enumeratedPacts(document.text, sentence, find(context)) : []) {
          added.push(...buildStages(document, span, sides, stages, [], lexicon));
          if (!stages.some((s) => s.phase === "signed")) added.push(build(document, span, sides, date, null, lexicon));
        }
      }
    }
    if (!/:\s*$/.test(text)) return;
    const items = place.outline.itemsUnder(index).filter((item) => isPact(document, item));
    if (items.length === 0 || items.length * 2 < place.outline.itemsUnder(index).length) return;
    // only the sentence that leads in
    const lead = inside.filter((c) => !/[.!?]\s+\p{Lu}/u.test(document.text.slice(c.evidence.end, block.end)));
    const model = lead.at(-1) ?? null;
    const isSigned = SIGNED.test(lastSentence(text));
    const met = isSigned && !model?.participants.some((p) => text.includes(p.text)) ? sidesOfOccasion(document, block, claims) : [];
    const sides = met.length === 2 ? met : (model?.participants ?? (isSigned ? ofPair(place.pairFor(block.start)) : []));
    const when = model && model.date.edtf !== null ? model.date : isSigned ? dateOfLead(document, block, claims) : NO_DATE;
    let isSpread = false;
    for (const item of items) {
      const own = isSigned || model ? sidesWithin(document, item, mentions) : [];
      const parties = own.length >= 2 ? own : sides;
      if (parties.length < 2) continue;
      isSpread = true;
      const known = pacts.filter((c) => c.evidence.start >= item.start && c.evidence.end <= item.end);
      const stages = stagesOf(document, item, contexts, findDates);
      added.push(...buildStages(document, item, parties, stages, known, lexicon));
      if (isToldBy(known, stages)) continue;
      const date = dateOf(document, item, contexts, findDates, stages) ?? when;
      added.push(build(document, item, parties, date, model, lexicon));
      // "an agreement between Japan and Laos on a loan of 2 billion yen": the money is on its way
      const loan = own.length === 2 ? aidOfPact(document, item, own, date) : null;
      if (loan) added.push(loan);
    }
    if (model && isSpread) replaced.add(model);
  });
  document.blocks.forEach((block, index) => {
    const isLine = block.kind === "paragraph" && DATED_BY_STAGE.test(document.text.slice(block.start, block.end));
    if ((block.kind !== "list-item" && !isLine) || block.role === "notice" || !isPact(document, block)) return;
    const above = place.outline.aboveBlock(index).filter((a) => a.kind !== "item");
    if (above[0]?.kind === "lead" && /:\s*$/.test(above[0].words)) return;
    const nearest = above.find((a) => a.kind !== "lead");
    if (!nearest || !PACTS_HEADING.test(nearest.words)) return;
    const own = isLine ? sidesWithin(document, block, mentions).map((p) => p.actor) : [];
    const pair = own.length === 2 ? own : place.pairFor(block.start);
    const named = new Set(
      mentions
        .filter((m) => m.start >= block.start && m.end <= block.end && m.kind === "state" && m.form === "name")
        .flatMap((m) => m.actors),
    );
    if (pair.length !== 2 || [...named].some((a) => !pair.includes(a))) return;
    const known = [...pacts, ...added].filter((c) => c.evidence.start >= block.start && c.evidence.end <= block.end);
    const stages = stagesOf(document, block, contexts, findDates);
    // "signed 1999, ratified by Chad 2001": the remark tells it stage by stage
    const mistold = known.filter(
      (c, i) => isMistold(c, stages) || known.slice(0, i).some((k) => k.phase === c.phase && k.date.edtf === c.date.edtf),
    );
    for (const claim of mistold) replaced.add(claim);
    const held = known.filter((c) => !replaced.has(c));
    added.push(...buildStages(document, block, ofPair(pair), stages, held, lexicon));
    const date = dateOf(document, block, contexts, findDates, stages);
    if (!date || isToldBy(known, stages)) return;
    added.push(build(document, block, ofPair(pair), date, null, lexicon));
  });
  return added.length === 0 ? [...claims] : [...claims.filter((c) => !replaced.has(c)), ...added];
}

/** The two states that a sentence on the basis of their relations names; those of the page where it names no other. */
function sidesOfBase(sentence: Span, mentions: readonly Mention[], pair: readonly string[]): Participant[] {
  const states = mentions.filter((m) => m.start >= sentence.start && m.end <= sentence.end && m.kind === "state" && m.form === "name");
  const ids = [...new Set(states.flatMap((m) => m.actors))];
  if (ids.length === 2) return ids.map((actor) => ({ role: "party", actor, text: states.find((m) => m.actors.includes(actor))!.text }));
  return ids.every((id) => pair.includes(id)) ? ofPair(pair) : [];
}

/** "Trade agreement between Peru and Togo, date of coming into force: 22 January 1983": a line of a list without its marks. */
const DATED_BY_STAGE = /,\s*date of (?:signing|signature|coming into force|entry into force|ratification)\b[^:]{0,40}:\s*\d/i;

/** "a memorandum between Oman and Tonga", "Agreement of Peru with Chile on": the parties that an item itself names. */
function sidesWithin(document: Document, item: Block, mentions: readonly Mention[]): Participant[] {
  const named = mentions.filter((m) => m.start >= item.start && m.end <= item.end);
  const text = document.text.slice(item.start, item.end);
  const joins = /\b(?:between|of|with|by|among)\s+/i.exec(text);
  if (!joins) return [];
  const parties = named.filter(
    (m) =>
      m.start >= item.start + joins.index &&
      m.actors.length > 0 &&
      (m.kind === "state" || m.kind === "former-state" || m.kind === "organisation") &&
      m.form !== "city" &&
      /(?:\b(?:between|among|of|with|by|and|the|for)|,)\s*(?:the\s+|(?:\p{Lu}\p{L}+\s+){0,5}(?:of|for)\s+(?:the\s+)?)?$/iu.test(
        document.text.slice(Math.max(item.start, m.start - 60), m.start),
      ),
  );
  const ids = [...new Set(parties.flatMap((m) => m.actors))];
  const isOfTwo = /\bbetween\b/i.test(joins[0]) || /\b(?:and|with)\b/i.test(text.slice(joins.index));
  if (ids.length < 2 || !isOfTwo) return [];
  return ids.map((actor) => ({ role: "party", actor, text: parties.find((m) => m.actors.includes(actor))!.text }));
}

/** "During the visit the following instruments were signed:": the two whose visit or meeting the document tells of first, where they are two states. */
function sidesOfOccasion(document: Document, lead: Block, claims: readonly Claim[]): Participant[] {
  const first = occasionOf(document, lead, claims);
  const states = first?.participants.filter((p) => kindOf(p.actor) === "state") ?? [];
  return states.length === 2 && first!.participants.length === 2 ? states.map(({ actor, text }) => ({ role: "party", actor, text })) : [];
}

/** When the pacts of a list were signed, whose lead says "on the sidelines of the Meeting": at the gathering told before. */
function dateOfLead(document: Document, lead: Block, claims: readonly Claim[]): ClaimDate {
  const first = occasionOf(document, lead, claims);
  return first ? { edtf: first.date.edtf, text: null, basis: "context" } : NO_DATE;
}

/** The first visit or meeting told before a lead that speaks of one. */
function occasionOf(document: Document, lead: Block, claims: readonly Claim[]): Claim | null {
  if (!AT_THE_MEETING.test(document.text.slice(lead.start, lead.end))) return null;
  const told = claims
    .filter((c) => (c.type === "meeting" || c.type === "visit") && c.factuality === "actual")
    .filter((c) => c.date.edtf !== null && c.evidence.end <= lead.end && lead.start - c.evidence.end < 8000)
    .sort((a, b) => a.evidence.start - b.evidence.start);
  return told[0] ?? null;
}

function isPact(document: Document, block: Block): boolean {
  const text = document.text.slice(block.start, block.end);
  // what stands behind a bracket or a dash is a remark: "Treaty on extradition – signed in 1990, not ratified"
  const said = text.replace(/\(.*?\)/g, " ").replace(/(?:\s[–—-]|:|;)\s+(?=(?:signed|entered)\b).*$/i, " ");
  return text.length <= 300 && PACT.test(text) && !FINITE.test(said);
}

/** The stages that the remark behind the title of an item gives, with their dates. */
function stagesOf(document: Document, item: Block, contexts: ReadonlyMap<number, DateContext>, findDates: FindDates): Stage[] {
  const context = contexts.get(document.blocks.indexOf(item));
  const text = document.text.slice(item.start, item.end);
  const remark = /\(|\s[–—-]\s|[;:,]\s/.exec(text);
  if (!context || !remark) return [];
  const span = { start: item.start + remark.index + remark[0].length, end: item.end };
  return stagesIn(document.text, span, (part) => findDates(document.text, part, { ...context, heading: null }));
}

/** A sentence in the item gives a stage another year than the remark, which gives several. */
function isMistold({ phase, date }: Claim, stages: readonly Stage[]): boolean {
  const stage = stages.find((s) => s.phase === phase);
  return stages.length > 1 && !!stage?.date.edtf && stage.date.edtf.slice(0, 4) !== date.edtf?.slice(0, 4);
}

/** A sentence or the remark in the item tells that it was signed, or how far it got instead. */
function isToldBy(known: readonly Claim[], stages: readonly Stage[]): boolean {
  return [...known, ...stages].some(({ phase }) => !AFTER_SIGNING.has(phase));
}

const AFTER_SIGNING: ReadonlySet<Phase> = new Set(["in-force", "ratified", "ends", "suspended"]);

/** Claims of the stages of an item that no sentence in it has told yet. */
function buildStages(
  document: Document,
  item: Span,
  sides: readonly Participant[],
  stages: readonly Stage[],
  known: readonly Claim[],
  lexicon: Lexicon,
): Claim[] {
  const told = stages.filter((s) => !known.some((c) => c.phase === s.phase && c.factuality === s.factuality));
  return told.map(({ phase, factuality, date }) => build(document, item, sides, date, null, lexicon, { phase, factuality }));
}

function lastSentence(text: string): string {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1) ?? text;
}

function ofPair(pair: readonly string[]): Participant[] {
  return pair.length === 2 ? pair.filter((a) => kindOf(a) !== "region").map((actor) => ({ role: "party", actor, text: actor })) : [];
}

function dateOf(
  document: Document,
  block: Block,
  contexts: ReadonlyMap<number, DateContext>,
  findDates: FindDates,
  stages: readonly Stage[],
): ClaimDate | null {
  const context = contexts.get(document.blocks.indexOf(block));
  if (!context) return null;
  const said = findDates(document.text, block, context).filter(
    // "in force since 2009" is not when it was signed
    (d) => (d.role === "time" || d.role === "attribute") && !stages.some((s) => d.start >= s.start && d.end <= s.end),
  );
  if (said.length > 0) return toClaimDate(said[0]!);
  // "(Santiago, 1995; in force 1997)"
  const rest = stages.reduceRight(
    (words, s) => words.slice(0, s.start - block.start) + words.slice(s.end - block.start),
    document.text.slice(block.start, block.end),
  );
  const year = /[(,–—-]/.test(rest) ? bareYear(rest.slice(rest.search(/[(,–—-]/))) : NO_DATE;
  if (year.edtf) return year;
  return context.heading ? { edtf: context.heading, text: null, basis: "context" } : null;
}

function build(
  document: Document,
  span: Span,
  participants: readonly Participant[],
  date: ClaimDate,
  model: Claim | null,
  lexicon: Lexicon,
  stage: Pick<Stage, "phase" | "factuality"> | null = null,
): Claim {
  const words = document.text
    .slice(span.start, span.end)
    .replace(/\s+/g, " ")
    .replace(/[;,.]\s*(?:and)?\s*$/, "");
  const lower = words.toLowerCase();
  const instrument =
    lexicon.values.get("instrument")?.find(([word]) => new RegExp(String.raw`\b${word}s?\b`, "u").test(lower))?.[1] ?? "other";
  const title = words.replace(/^(?:an?|the)\s+/i, "").replace(/\s*(?:[(,;]|\s[–—-]\s).*$/, "");
  const details: Record<string, string> = { instrument, ...(/^\p{Lu}/u.test(title) && title.length <= 160 ? { title } : {}) };
  const phase = stage?.phase ?? model?.phase ?? "signed";
  const factuality = stage?.factuality ?? model?.factuality ?? "actual";
  const claim: Omit<Claim, "id"> = {
    type: "agreement",
    phase,
    factuality,
    participants,
    date,
    place: model?.place ?? null,
    details,
    plover: { event: codePlover("agreement", phase, factuality, details) },
    evidence: evidenceOf(document, span),
    why: { rule: "list/agreements", confidence: 0.82 },
  };
  return { id: claimId(claim), ...claim };
}
