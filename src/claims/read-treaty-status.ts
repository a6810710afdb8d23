import { findMentions } from "../actors/find-mentions.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document, Span, Table, TableCell, TableRow } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, ClaimType, Participant, Phase } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import { slugOf } from "./founded-name.ts";
import { mentionsIn } from "./mentions-in.ts";
import { codePlover } from "./plover.ts";
import type { Surroundings } from "./surroundings.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

const TREATY_NOUN =
  /\b(?:treat(?:y|ies)|conventions?|protocols?|agreements?|statutes?|charter|covenants?|accords?|pact|constitutive act|constitution|articles of agreement)\b/i;
/** "Convention on the Rights of Migrants", "Second Protocol to the Lake Charter": the name of one treaty of many. */
const NAME =
  /^(?:the\s+)?(?:(?:\p{Lu}[\p{L}’'-]*|and|of)\s+){0,5}?(?:Treaty|Convention|Protocol|Agreement|Statute|Charter|Covenant|Accord|Pact)\s+(?:on|for|against|concerning|relating|relative|of|to|establishing|prohibiting|regarding|governing|in)\s.{4,140}$/u;
/** What is said about a treaty around its name. */
const AROUND =
  /^(?:list of\s+|table of\s+)?(?:(?:status|state|table|chart|list)\s+of\s+)?(?:(?:signatures?|ratifications?|accessions?|part(?:y|ies|icipants?)|signator(?:y|ies)|states? part(?:y|ies)|contracting (?:parties|states)|member states?)(?:\s*(?:,|and|&)\s*)?)*\s*(?:(?:to|of)\s+)?(?:the\s+)?|\s*[:–—|-]\s*(?:status|participants?|part(?:y|ies)|signatories|ratifications?|table)\b.*$/gi;

const PARTY =
  /\b(?:part(?:y|ies)|participants?|states?|countr(?:y|ies)|signator(?:y|ies)|territor(?:y|ies)|members?|nations?|entit(?:y|ies))\b/i;
const SIGNED = /\bsign(?:ed|ature|atures|ing)\b/i;
const RATIFIED = /\b(?:ratif\p{L}*|accept(?:ed|ance)|approv(?:al|ed)|consent to be bound|deposit\p{L}*)\b/iu;
const ACCEDED = /\b(?:acced\p{L}*|accession|succession|succeeded|adhesion|adherence)\b/iu;
const IN_FORCE = /\b(?:in(?:to)? force|effective|effect)\b/i;
const ENDED = /\b(?:denunc\p{L}*|denounc\p{L}*|withdr\p{L}*|renunc\p{L}*|terminat\p{L}*)\b/iu;
const ACTION = /^(?:action|type(?: of action)?|act|mode|kind|step)$/i;
const DATE = /\b(?:date|day|deposit|notification|when|year)\b/i;
/** "A=Accession": what a letter behind a day means here. */
const A_IS_ACCESSION = /\bA\s*[=:–-]\s*accession/i;
const LETTER = /(?:\(|\s|^)(AA|Su|A|a|s|d|R|r|S)(?:\)|\s|$|\*)/;

interface Step {
  readonly type: ClaimType;
  readonly phase: Phase;
}
const SIGNING: Step = { type: "agreement", phase: "signed" };
const RATIFYING: Step = { type: "agreement", phase: "ratified" };
const FORCE: Step = { type: "agreement", phase: "in-force" };
const JOINING: Step = { type: "membership", phase: "begins" };
const LEAVING: Step = { type: "membership", phase: "ends" };

/** What a cell of a column "Action" says was done. */
const ACTIONS: readonly (readonly [RegExp, Step])[] = [
  [/^(?:definitive\s+)?signature\b|^signed\b/i, SIGNING],
  [/^(?:ratif|accept|approv)/i, RATIFYING],
  [/^(?:acce(?:ssion|ded)|success|admi(?:ssion|tted)|re-?admi|reinstate|rejoin|adhesion|joined)/i, JOINING],
  [/^(?:withdr|denunc|denounc|terminat|exclusion|expulsion)/i, LEAVING],
];

interface Columns {
  readonly party: number;
  /** Columns of dates, by what was done then. */
  readonly steps: readonly { readonly column: number; readonly step: Step; readonly isMixed: boolean }[];
  readonly action: number;
  readonly date: number;
  /** The column for when the action took effect: a state has left from then on. */
  readonly effect: number;
}

/**
 * The status of one treaty of many, state by state: columns of signature, ratification or accession and entry into force, or a column
 * that names the action. The treaty is named in the caption, a heading or the title above. Null where the table is of something else.
 */
export function readTreatyStatus(
  document: Document,
  table: Table,
  mentions: readonly Mention[],
  place: Surroundings,
  findDates: FindDates,
  contexts: ReadonlyMap<number, DateContext>,
): Claim[] | null {
  const columns = columnsOf(table);
  if (!columns) return null;
  const first = table.rows.flatMap((r) => r.cells).find((c) => c.end > c.start);
  if (!first) return null;
  const above = place.outline.aboveAt(first.start).filter((a) => a.kind !== "item" && a.kind !== "caption");
  const treaty = treatyIn(document, [table.caption ?? "", ...above.map((a) => a.words)]);
  if (!treaty) return null;
  const context = contexts.get(place.outline.blockAt(first.start));
  const told = {
    ...NO_CONTEXT,
    documentDate: document.date?.edtf ?? null,
    ...(context?.numericOrder ? { numericOrder: context.numericOrder } : {}),
  };
  const dateIn = (cell: TableCell | undefined): ClaimDate => {
    if (!cell || !/\d/.test(cell.text)) return NO_DATE;
    const [found] = findDates(document.text, cell, told);
    return found ? toClaimDate({ ...found, edtf: found.edtf.replace(/\/\.\.$/, "") }) : NO_DATE;
  };
  const legend = A_IS_ACCESSION.test(table.columns.join(" "));
  const claims: Claim[] = [];
  for (const row of table.rows) {
    if (row.header) continue;
    const cell = (column: number): TableCell | undefined => row.cells.find((c) => c.column === column && c.end > c.start);
    const who = cell(columns.party);
    const party = who && partyIn(who, mentions);
    if (!who || !party) continue;
    const tell = (step: Step, date: ClaimDate, there: TableCell): void => {
      if (date.edtf !== null)
        claims.push(build(document, row, party, treaty, step, date, { start: who.start, end: Math.max(who.end, there.end) }));
    };
    for (const { column, step, isMixed } of columns.steps) {
      const there = cell(column);
      if (there) tell(isMixed ? stepOf(there.text, step, legend) : step, dateIn(there), there);
    }
    const action = cell(columns.action);
    const done = action && ACTIONS.find(([words]) => words.test(action.text.trim()))?.[1];
    const when = (done === LEAVING && cell(columns.effect)) || cell(columns.date);
    if (action && done && when) tell(done, dateIn(when), when);
  }
  return claims.length > 0 ? claims : null;
}

/** "17 Mar 2011 a", "12-01-1998 (A)": how it was ratified. */
function stepOf(text: string, otherwise: Step, legend: boolean): Step {
  if (ACCEDED.test(text)) return JOINING;
  const letter = LETTER.exec(text.replace(/\d{4}/g, " "))?.[1];
  if (letter === "a" || letter === "d" || letter === "Su" || (letter === "A" && legend)) return JOINING;
  return otherwise;
}

function columnsOf(table: Table): Columns | null {
  const headers = table.columns.map((h) => h.replace(/\s+/g, " ").trim());
  const action = headers.findIndex((h) => ACTION.test(h));
  const steps: Columns["steps"][number][] = [];
  headers.forEach((h, column) => {
    if (column === action || h.length > 260) return;
    const name = h.replace(/\(.*$/s, "").trim() || h;
    if (IN_FORCE.test(name)) steps.push({ column, step: FORCE, isMixed: false });
    else if (ENDED.test(name)) steps.push({ column, step: LEAVING, isMixed: false });
    else if (RATIFIED.test(name)) steps.push({ column, step: RATIFYING, isMixed: true });
    else if (ACCEDED.test(name)) steps.push({ column, step: JOINING, isMixed: false });
    else if (SIGNED.test(name)) steps.push({ column, step: SIGNING, isMixed: false });
  });
  const taken = new Set(steps.map((s) => s.column));
  const party = headers.findIndex((h, i) => !taken.has(i) && i !== action && PARTY.test(h));
  if (party < 0) return null;
  const date = action < 0 ? -1 : headers.findIndex((h, i) => i !== action && i !== party && DATE.test(h));
  const isStatus = steps.some(({ step }) => step !== FORCE && step !== LEAVING);
  const effect = headers.findIndex((h, i) => i !== date && IN_FORCE.test(h));
  if (action >= 0 && date >= 0) return { party, steps: [], action, date, effect };
  return isStatus ? { party, steps, action: -1, date: -1, effect } : null;
}

/** The treaty that the words above name, the nearest first; null where they name a state's own or none. */
function treatyIn(document: Document, above: readonly string[]): { readonly id: string; readonly name: string } | null {
  for (const words of above) {
    if (!words || words.length > 220 || !TREATY_NOUN.test(words)) {
      if (/\b(?:organi[sz]ation|union|community|bank)\b/i.test(words) && words.length <= 120) {
        const body = bodyIn(document, words);
        if (body) return body;
      }
      continue;
    }
    const name = words.replace(AROUND, "").trim();
    const known = bodyIn(document, words);
    if (known) return known;
    const isStates = findMentions({ ...document, ...bareText(words), map: [] }).some((m) => m.kind === "state" && m.form === "name");
    if (!isStates && NAME.test(name)) return { id: `org:${slugOf(name)}`, name };
    return null;
  }
  return null;
}

function bodyIn(document: Document, words: string): { readonly id: string; readonly name: string } | null {
  const named = findMentions({ ...document, ...bareText(words), map: [] });
  const bodies = named.filter((m) => m.kind === "organisation" && m.actors.length === 1);
  const isStates = named.some((m) => m.kind === "state" && m.form === "name");
  const [id, other] = [...new Set(bodies.map((m) => m.actors[0]!))];
  return id && !other && !isStates ? { id, name: bodies[0]!.text } : null;
}

function partyIn(cell: Span, mentions: readonly Mention[]): Participant | null {
  const inside = mentionsIn(mentions, cell).filter((m) => m.actors.length === 1);
  const [party] = inside.filter((m) => (m.kind === "state" || m.kind === "former-state" || m.kind === "organisation") && m.person === null);
  return party ? { role: "party", actor: party.actors[0]!, text: party.text } : null;
}

function build(
  document: Document,
  row: TableRow,
  party: Participant,
  treaty: { readonly id: string; readonly name: string },
  { type, phase }: Step,
  date: ClaimDate,
  span: Span,
): Claim {
  const details: Record<string, string> = type === "agreement" ? { instrument: "other", title: treaty.name } : { standing: "member" };
  const claim: Omit<Claim, "id"> = {
    type,
    phase,
    factuality: "actual",
    participants: [
      { ...party, role: type === "agreement" ? "party" : "member" },
      { role: "organization", actor: treaty.id, text: treaty.name },
    ],
    date,
    place: null,
    details,
    plover: { event: codePlover(type, phase, "actual", details) },
    evidence: evidenceOf(document, { start: span.start, end: Math.min(span.end, row.cells.at(-1)!.end) }),
    why: { rule: "table/treaty-status", confidence: 0.86 },
  };
  return { id: claimId(claim), ...claim };
}
