import type { Mention } from "../actors/mention.ts";
import type { Document, Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateExpression } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Factuality, Participant } from "./claim.ts";
import { type ClaimDates, NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import { goesOn, leadsTo, linked } from "./figure-links.ts";
import { figurePatterns, WORTH } from "./figure-patterns.ts";
import { otherSide, ownerOf, type Sides, sidesOf, twoBefore } from "./figure-sides.ts";
import { buildSkeleton, hasNumbers, type Skeleton, type Slot } from "./figure-skeleton.ts";
import type { Lexicon } from "./frame.ts";
import { judgeFigure } from "./judge-figure.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { dateOfChange } from "./risen-dates.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

interface Figure {
  readonly rule: string;
  readonly subject: string;
  readonly counterpart: string;
  readonly details: Record<string, string | number>;
  readonly quantity: Slot;
  readonly slots: readonly Slot[];
  /** In the skeleton. */
  readonly from: number;
  readonly to: number;
}

const QUANTITY =
  /\d|hundred|thousand|[mb]illion|dozen|half|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty)\b/iu;
/** A clause with a time of its own behind a quantity. */
const GOES_ON_LATER = /^,? (?:and|but) (?:in |over |by |during )?‹D\d+›/u;

/** Characters of a sentence beyond which it is data and no prose: each of its numbers would be held against all others. */
const LONGEST = 20_000;

/** Quantities between two actors: trade, exports, imports, investment, shares, people living abroad, companies, missions. */
export function readFigures(
  document: Document,
  read: ReadSentence,
  graph: SentenceGraph,
  dates: ClaimDates,
  lexicon: Lexicon,
  memory: TopicMemory,
): Claim[] {
  const { sentence, mentions } = read;
  if (sentence.end - sentence.start > LONGEST) return [];
  const text = document.text.slice(sentence.start, sentence.end);
  if (!QUANTITY.test(text) || text.endsWith("?") || !hasNumbers(document.text, sentence, read.allDates)) return [];
  const lists = graph.nodes.flatMap((n) => (n.unit?.kind === "list" ? [n.unit] : []));
  const skeleton = buildSkeleton(document.text, sentence, mentions, read.allDates, lists);
  if (!/‹[MPN]/.test(skeleton.text)) return [];
  const told = memory.comparedLast();
  const sides: Sides = {
    subjects: memory.subjects,
    pair: memory.pair,
    told: twoBefore(memory) ?? told,
    voice: memory.voice,
    partnerOf: (actor) =>
      told.includes(actor) ? told.find((a) => a !== actor) : (memory.otherOf(actor) ?? memory.receiverFrom(actor))?.actor,
  };
  const measured = measuredFigures(skeleton, lexicon, sides);
  const figures = [...wholeFigures(skeleton, lexicon, withPair(sides, measured)), ...measured];
  const used = new Set<Slot>();
  const claims: Claim[] = [];
  for (const figure of figures) {
    if (used.has(figure.quantity) || figure.subject === figure.counterpart || !isRead(figure.quantity, graph)) continue;
    const factuality = judgeFigure(skeleton, figure);
    if (factuality === null) continue;
    used.add(figure.quantity);
    claims.push(toClaim(document, skeleton, figure, factuality, dateOf(skeleton, figure, graph, dates)));
    memory.rememberCompared([figure.subject, figure.counterpart]);
  }
  return claims;
}

/** Of "was 90 million in 2014 and 120 in 2015" each half is read by itself. */
function isRead(quantity: Slot, graph: SentenceGraph): boolean {
  return graph.nodes.some((n) => n.start < quantity.end && n.end > quantity.start);
}

/**
 * Claims without the help and arms that figures tell as well: a sum of aid that is stated as a total is a figure, and so are the doctors
 * who are counted where they work.
 */
export function withoutCountedAid(claims: readonly Claim[], figures: readonly Claim[]): Claim[] {
  return claims.filter(
    (claim) =>
      // "supplied 60 percent of its weapons": a share is no delivery besides
      !(
        claim.type === "arms" &&
        figures.some(
          (f) => f.details.measure === "arms-share" && f.participants.every((p) => claim.participants.some((q) => q.actor === p.actor)),
        )
      ) &&
      (claim.type !== "aid" ||
        claim.why.rule === "aid/raise" ||
        !figures.some(
          (f) =>
            f.participants.every((p) => claim.participants.some((q) => q.actor === p.actor)) &&
            ((f.details.measure === "aid" && f.details.value === claim.details.amount) ||
              (f.why.rule === "figure/workers" && claim.details.instrument === "technical")),
        )),
  );
}

/** The figures of a row that tells a fact in its first cell and its quantity and time in the others: "Fijians living in Peru | 1,200 | 2011". */
export function readFigureRow(
  document: Document,
  span: Span,
  mentions: readonly Mention[],
  dates: readonly DateExpression[],
  lexicon: Lexicon,
  sides: Sides,
): Claim[] {
  const skeleton = buildSkeleton(document.text, span, mentions, dates, []);
  if (!/‹[MPN]/.test(skeleton.text)) return [];
  const figures = [...wholeFigures(skeleton, lexicon, sides, true), ...measuredFigures(skeleton, lexicon, sides, true)];
  const said = skeleton.slots.find((s) => s.kind === "D");
  const date = said?.kind === "D" ? toClaimDate(said.date) : NO_DATE;
  return figures
    .filter((f) => f.subject !== f.counterpart)
    .slice(0, 1)
    .map((f) => toClaim(document, skeleton, f, "actual", date));
}

/** Patterns that hold their quantity. */
function wholeFigures(skeleton: Skeleton, lexicon: Lexicon, memory: Sides, isRow = false): Figure[] {
  const found: Figure[] = [];
  const { whole, rows } = figurePatterns(lexicon);
  for (const { id, pattern, needs } of isRow ? [...rows, ...whole] : whole) {
    if (!needs.every((one) => one.some((piece) => skeleton.text.includes(piece)))) continue;
    for (const match of findMatches(pattern, skeleton.text)) {
      const g = match.groups ?? {};
      const quantity = at(skeleton, g.q);
      if (!quantity) continue;
      const [a, b] = sides(g, match[0]).map((name) => at(skeleton, name));
      const subject = only(a);
      const counterpart = b ? only(b) : id.endsWith("-here") ? otherSide(subject, memory) : undefined;
      if (!a || !subject || !counterpart) continue;
      // "12,000 Nepalese" are people, "12,000 Nepalese tents" are not
      if (id.startsWith("population") && !g.u && !/s$|ese$|ish$|ch$|i$|people/i.test(a.kind === "A" ? a.text : "")) continue;
      if (id === "population-in" && !g.u && a.kind === "A" && a.mention.form !== "demonym") continue;
      if (id === "population-in" && /^ ‹|^ [\p{L}-]+ing\b/u.test(skeleton.text.slice(match.index + match[0].length))) continue;
      const details = detailsOf(id, g, quantity, lexicon);
      if (!details) continue;
      const figure = { rule: `figure/${id}`, subject, counterpart, details, quantity, slots: b ? [a, b, quantity] : [a, quantity] };
      found.push({ ...figure, from: match.index, to: match.index + match[0].length });
      const more = id === "exported" ? andImported(skeleton, figure, match.index + match[0].length) : null;
      if (more) found.push(more);
    }
  }
  return found;
}

/** "trade between Kenya and Laos was $30 million, of which Kenya exported 10": the two that the sentence itself measures come first. */
function withPair(sides: Sides, measured: readonly Figure[]): Sides {
  const [first] = measured;
  if (!first || measured.some((f) => ![first.subject, first.counterpart].includes(f.subject) || f.subject === f.counterpart)) return sides;
  return { ...sides, subjects: [], pair: [first.subject, first.counterpart] };
}

/** "… and imported goods worth 40 million": the other way, between the same two. */
function andImported(skeleton: Skeleton, first: Omit<Figure, "from" | "to">, from: number): Figure | null {
  const rest = /^[^‹;]{0,12}\bimport(?:s|ed|ing)? [^‹;]{0,30}?‹([MN]\d+)›/u.exec(skeleton.text.slice(from));
  const quantity = at(skeleton, rest?.[1]);
  if (!rest || !quantity) return null;
  const before = first.quantity;
  // "goods worth 95 million euros … worth 40 million"
  const money = quantity.kind === "N" && before.kind === "M" && /worth|valued|of/.test(rest[0]) ? { currency: before.amount.currency } : {};
  const details = { measure: "imports", ...quantityOf(quantity), ...money };
  return {
    ...first,
    rule: "figure/imported",
    details,
    quantity,
    slots: [...first.slots.slice(0, 2), quantity],
    from,
    to: from + rest[0].length,
  };
}

/** Who is subject and who counterpart. Shares of imports and exports are their owner's; a share of arms is its supplier's who acts. */
function sides(g: Record<string, string | undefined>, words: string): [string | undefined, string | undefined] {
  if (g.taker) {
    const isOwners = /^(?:imports?|exports?)$/.test(g.m ?? "");
    const supplies =
      (!isOwners && /suppl|provid|deliver|sell|sold|ship/.test(words)) || /\b(?:arms|weapons?|weaponry|military)\b/.test(g.m ?? "");
    return supplies ? [g.taker, g.owner] : [g.owner, g.taker];
  }
  return [g.s ?? g.s2, g.c];
}

function detailsOf(id: string, g: Record<string, string | undefined>, quantity: Slot, lexicon: Lexicon): Figure["details"] | null {
  const value = quantityOf(quantity);
  const unit = unitOf(g.u ?? g.u2, lexicon);
  if (id.startsWith("population") || ["number-of", "community", "home-to"].includes(id)) {
    if (unit === "students") return { measure: "other", ...value, unit };
    return unit !== "persons" && g.u ? null : { measure: "population", ...value, unit: "persons" };
  }
  if (id.startsWith("visits")) {
    // a handful that visit are a delegation
    if (typeof value.value === "number" && value.value < 100) return null;
    return { measure: "other", ...value, unit: g.y ? "visitors per year" : "visitors" };
  }
  if (id === "missions")
    return typeof value.value === "number" && value.value < 3 ? null : { measure: "missions", ...value, unit: g.u ?? "missions" };
  if (id.startsWith("companies")) return { measure: "other", ...value, unit: "companies" };
  if (id.startsWith("students")) return { measure: "other", ...value, unit: "students" };
  if (id === "workers") return { measure: "other", ...value, unit: g.u ?? "persons" };
  if (id.startsWith("owed") || id.startsWith("balance")) return quantity.kind === "M" ? { measure: "other", ...value } : null;
  if (id in WORTH) return quantity.kind === "M" ? { measure: WORTH[id]!, ...value } : null;
  if (id.startsWith("remittances"))
    return quantity.kind === "M"
      ? { measure: "other", ...value }
      : quantity.kind === "P"
        ? { measure: "other", ...value, unit: "percent" }
        : null;
  if (id === "bought-for") return { measure: "imports", ...value };
  if (id === "sold-to") return { measure: "exports", ...value };
  // "invested 2.85 billion", in a text that has said in what money
  if (id.startsWith("invested"))
    return quantity.kind === "M" || (quantity.kind === "N" && Number(value.value) >= 1e6) ? { measure: "investment", ...value } : null;
  if (id.startsWith("export") || id.startsWith("import"))
    return quantity.kind === "M" ? { measure: id.startsWith("export") ? "exports" : "imports", ...value } : null;
  const measure = lexicon.values.get("measure")?.find(([word]) => word === g.m)?.[1];
  return { measure: measure ?? "other", ...value, unit: "percent" };
}

function unitOf(noun: string | undefined, lexicon: Lexicon): string | undefined {
  return noun ? lexicon.values.get("counted")?.find(([word]) => word === noun)?.[1] : undefined;
}

function quantityOf(quantity: Slot): { value: number | string; currency?: string } {
  if (quantity.kind === "M") return { value: quantity.amount.amount, currency: quantity.amount.currency };
  return { value: quantity.kind === "P" || quantity.kind === "N" ? quantity.value : 0 };
}

interface Measured {
  readonly subject: string;
  readonly counterpart: string;
  readonly measure: string;
  readonly slots: readonly Slot[];
  readonly from: number;
  readonly to: number;
}

/** Sums of money, each with the phrase of the clause that says what they measure. */
function measuredFigures(skeleton: Skeleton, lexicon: Lexicon, memory: Sides, isRow = false): Figure[] {
  if (!skeleton.text.includes("‹M")) return [];
  const phrases = measuredPhrases(skeleton, lexicon, memory);
  if (phrases.length === 0) return [];
  const found: Figure[] = [];
  let last: { phrase: Measured; end: number } | null = null;
  for (const match of findMatches(/‹(M\d+)›/g, skeleton.text)) {
    const quantity = at(skeleton, match[1])!;
    const before = phrases.findLast((p) => p.to <= match.index);
    const gap = before ? skeleton.text.slice(before.to, match.index) : "";
    let phrase: Measured | null = null;
    if (before && (linked(gap) || /^(?: [–-]|:) $/.test(gap) || (/^ *$/.test(gap) && (isRow || /^(?:ex|im)ports$/.test(before.measure)))))
      phrase = before;
    else if (last && goesOn(skeleton.text.slice(last.end, match.index)) && (!before || before.from < last.end)) phrase = last.phrase;
    else {
      const end = match.index + match[0].length;
      phrase = phrases.find((p) => p.from >= end && leadsTo(skeleton.text.slice(0, match.index), skeleton.text.slice(end, p.from))) ?? null;
    }
    if (!phrase) continue;
    const end = match.index + match[0].length;
    last = { phrase, end };
    const { subject, counterpart, measure } = phrase;
    found.push({
      rule: `figure/${measure}`,
      subject,
      counterpart,
      details: { measure, ...quantityOf(quantity) },
      quantity,
      slots: [...phrase.slots, quantity],
      from: Math.min(phrase.from, match.index),
      to: Math.max(phrase.to, end),
    });
  }
  return found;
}

function measuredPhrases(skeleton: Skeleton, lexicon: Lexicon, memory: Sides): Measured[] {
  const found: Measured[] = [];
  const { measured, measure: anyMeasure } = figurePatterns(lexicon);
  if (!anyMeasure.test(skeleton.text)) return found;
  for (const pattern of measured) {
    for (const match of findMatches(pattern, skeleton.text)) {
      const from = match.index;
      const to = from + match[0].length;
      if (found.some((f) => f.from < to && f.to > from)) continue;
      const g = match.groups ?? {};
      const slots = [at(skeleton, g.s), at(skeleton, g.c), at(skeleton, g.pair)].filter((s) => s !== undefined);
      const last = found.findLast((f) => f.to <= from)?.subject ?? null;
      const isOnesOwn = slots.length === 0 && /^(?:ex|im)ports?$/.test(g.m ?? "");
      const owner = isOnesOwn ? ownerOf(memory, last) : null;
      if (isOnesOwn && owner === null) continue;
      const sides = owner ?? sidesOf(skeleton, slots, from, memory, last);
      if (!sides) continue;
      const measure = g.m === "investor" ? "investment" : lexicon.values.get("measure")?.find(([word]) => word === g.m)?.[1];
      if (!measure) continue;
      // "Kenyan exports made up": they are the owner's
      const owns = g.s !== undefined && g.c === undefined && only(at(skeleton, g.s)) === sides[1] && measure !== "trade";
      const [subject, counterpart] = owns ? [sides[1], sides[0]] : sides;
      found.push({ subject, counterpart, measure, slots, from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function at(skeleton: Skeleton, name: string | undefined): Slot | undefined {
  return name ? skeleton.slots[Number(name.slice(1))] : undefined;
}

function only(slot: Slot | undefined): string | undefined {
  return slot?.kind === "A" && slot.actors.length === 1 ? slot.actors[0] : undefined;
}

/** The date said right after the quantity, else the only one of the sentence, else what the clause graph gives. */
function dateOf(skeleton: Skeleton, figure: Figure, graph: SentenceGraph, dates: ClaimDates): ClaimDate {
  const mark = `${figure.quantity.kind}${skeleton.slots.indexOf(figure.quantity)}›`;
  const from = skeleton.text.indexOf(mark);
  const after = skeleton.text.slice(from + mark.length);
  const changed = dateOfChange(skeleton.text.slice(0, from), after, (name) => {
    const slot = at(skeleton, name);
    return slot?.kind === "D" ? slot.date : null;
  });
  if (changed) return changed;
  const near =
    /^(?: (?:worth )?(?:of |in )?(?:goods|trade|total))?,? ?\(?(?:in |by |during |for |at the end of |as of |per |on )?(?:the (?:fiscal |financial )?year )?‹(D\d+)›/.exec(
      after,
    );
  const direct = at(skeleton, near?.[1]);
  if (direct?.kind === "D" && direct.date.role !== "before") return toClaimDate(direct.date);
  const place = (slot: Slot): number => skeleton.text.indexOf(`‹${slot.kind}${skeleton.slots.indexOf(slot)}›`);
  const clause = { from: skeleton.text.lastIndexOf(";", figure.from), to: skeleton.text.indexOf(";", figure.to) };
  const said = skeleton.slots
    .filter((s) => s.kind === "D")
    .filter((s) => s.date.role === "time" || s.date.role === "deadline")
    .filter((s) => place(s) > clause.from && (clause.to < 0 || place(s) < clause.to));
  const inside = said.filter((s) => place(s) > figure.from && place(s) < figure.to);
  if (inside.length === 1) return toClaimDate(inside[0]!.date);
  // "was 90 million in 2014, and over the past three years it has risen to"
  const between = inside.filter((s) => skeleton.slots.some((q) => q.kind === "M" && q !== figure.quantity && q.start < s.start));
  if (between.length > 1) return toClaimDate(between.at(-1)!.date);
  // "from 1992 to 2014 it averaged 1 million, and over the past three years": the time of its own clause
  const ahead = said.filter((s) => s.end <= figure.quantity.start);
  if (inside.length === 0 && ahead.length === 1 && GOES_ON_LATER.test(after)) return toClaimDate(ahead[0]!.date);
  const sums = skeleton.slots.filter((s) => s.kind === "M" || s.kind === "P");
  if (said.length === 1 && (sums.length <= 1 || said[0]!.start < Math.min(...sums.map((q) => q.start)))) return toClaimDate(said[0]!.date);
  // a later clause does not inherit a date
  if (clause.from >= 0 && said.length === 0) return NO_DATE;
  const node = graph.nodes.findIndex((n) => n.start < figure.quantity.end && n.end > figure.quantity.start);
  return dates.dateOf(Math.max(node, 0));
}

function toClaim(document: Document, skeleton: Skeleton, figure: Figure, factuality: Factuality, date: ClaimDate): Claim {
  const start = skeleton.offsetOf(figure.from);
  const end = skeleton.offsetOf(figure.to);
  const side = (role: string, actor: string): Participant => {
    const slot = figure.slots.find((s) => s.kind === "A" && s.actors.includes(actor));
    return { role, actor, text: slot?.kind === "A" ? slot.text : (document.title ?? "") };
  };
  const claim: Omit<Claim, "id"> = {
    type: "figure",
    phase: "holds",
    factuality,
    participants: [side("subject", figure.subject), side("counterpart", figure.counterpart)],
    date,
    place: null,
    details: figure.details,
    plover: { event: null },
    evidence: evidenceOf(document, { start, end }),
    why: { rule: figure.rule, confidence: date.basis === "context" ? 0.78 : 0.82 },
  };
  return { id: claimId(claim), ...claim };
}
