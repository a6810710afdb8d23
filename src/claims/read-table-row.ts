import type { Mention } from "../actors/mention.ts";
import type { Document, Span, Table, TableCell, TableRow } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { NO_CONTEXT } from "../language/date-expression.ts";
import { labelInEnglish } from "../language/table-words.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Factuality, Participant, Phase } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import type { Lexicon } from "./frame.ts";
import { laterSteps } from "./membership-remarks.ts";
import { mentionsIn } from "./mentions-in.ts";
import { codePlover } from "./plover.ts";
import { kindOf, mayFill, ROLES } from "./roles.ts";
import type { TableTemplate } from "./table-template.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

export interface RowInput {
  readonly document: Document;
  readonly table: Table;
  readonly row: TableRow;
  readonly template: TableTemplate;
  readonly plan: ReadonlyMap<string, number>;
  readonly mentions: readonly Mention[];
  readonly subjects: readonly string[];
  /** Caption, headings and title, lower case and bounded by blanks. */
  readonly about: string;
  /** The words among these that told what the table is about. */
  readonly nearest: string;
  readonly lexicon: Lexicon;
  readonly findDates: FindDates;
}

interface Stage {
  readonly phase: Phase;
  readonly date: ClaimDate;
}

/** What a row tells by its template: one claim, or one for its beginning and one for its end. */
export function readTableRow(input: RowInput): Claim[] {
  const { row, template, plan } = input;
  const participants = participantsOf(input);
  const details = participants && detailsOf(input);
  if (!participants || !details) return [];
  const cells = row.cells.filter((c) => [...plan.values()].includes(c.column) && c.end > c.start);
  const span = { start: Math.min(...cells.map((c) => c.start)), end: Math.max(...cells.map((c) => c.end)) };
  const remarks = row.cells.map((c) => c.text).join(" \t ");
  const factuality: Factuality =
    template.type !== "meeting" ? "actual" : OFF.test(remarks) ? "denied" : AHEAD.test(remarks) ? "planned" : "actual";
  const told = sidesApart(participants, input).flatMap((sides) =>
    [...stagesOf(input), ...stepsAfter(input)].map((stage) => ({ ...stage, sides })),
  );
  return told.map(({ phase, date, sides }) => {
    const claim: Omit<Claim, "id"> = {
      type: template.type,
      phase,
      factuality,
      participants: sides,
      date,
      place: null,
      details,
      plover: { event: codePlover(template.type, phase, factuality, details) },
      evidence: evidenceOf(input.document, span),
      why: { rule: template.id, confidence: template.confidence },
    };
    return { id: claimId(claim), ...claim };
  });
}

/** What the remarks of a row on a member tell of what came later: "suspended 2009–2014". */
function stepsAfter({ document, row, template, plan, findDates, mentions }: RowInput): Stage[] {
  if (template.id !== "table/members-of" && template.id !== "table/members-listed" && template.id !== "table/membership") return [];
  const read = [...plan].filter(([field]) => field !== "standing").map(([, column]) => column);
  const remarks = row.cells.filter((c) => !read.includes(c.column) && c.end > c.start);
  // a remark on others than the row's is no remark on it
  const own = remarks.filter((c) => !mentionsIn(mentions, c).some((m) => m.kind === "state" && m.form === "name"));
  return laterSteps(document.text, own, (span) =>
    findDates(document.text, span, { ...NO_CONTEXT, documentDate: document.date?.edtf ?? null }),
  );
}

/** Relations with several states are those with each of them. */
function sidesApart(participants: readonly Participant[], { template, subjects }: RowInput): readonly (readonly Participant[])[] {
  if (template.type !== "relations" || participants.length <= 2) return [participants];
  const own = participants.filter((p) => subjects.includes(p.actor));
  return own.length === 1 ? participants.filter((p) => p !== own[0]).map((p) => [own[0]!, p]) : [participants];
}

const OFF = /\b(?:cancel\p{L}*|called off|did not take place)\b/iu;
const AHEAD = /\b(?:planned|scheduled|expected|upcoming|to be held|forthcoming)\b/i;

function cellOf({ row, plan }: RowInput, field: string): TableCell | undefined {
  return plan.has(field) ? row.cells.find((c) => c.column === plan.get(field)) : undefined;
}

function participantsOf(input: RowInput): Participant[] | null {
  const { document, template, plan, subjects } = input;
  const { type, subject: role } = template;
  const participants: Participant[] = [];
  for (const { field } of template.columns) {
    if (!(field in ROLES[type].roles)) continue;
    // "Chad, Mali, Niger" in a list are cells of one column
    for (const there of input.row.cells.filter((c) => plan.has(field) && c.column === plan.get(field)))
      for (const p of actorsIn(there, field, input))
        if (!participants.some((q) => q.role === field && q.actor === p.actor)) participants.push(p);
  }
  // "UNOSOM (Somalia)": where a mission is
  const body = cellOf(input, "organization");
  if (type === "deployment" && body && !plan.has("host")) participants.push(...actorsIn(body, "host", input));
  const sides = template.columns.some(({ field, optional }) => field in ROLES[type].roles && !optional);
  if (participants.length === 0) {
    // "2nd Joint Commission" on the page of two is that of both
    const isOfBoth = ROLES[type].mutual && !sides && subjects.length === 2 && role !== null && !plan.has(role);
    return isOfBoth ? subjects.map((actor) => ({ role, actor, text: actor })) : null;
  }
  // "Countries: Ghana, Togo" names all sides; "Partners: Ghana, Togo" those of the page's subject
  const allSides = /\b(?:countries|parties|signatories|between|states)\b/i.test(input.table.columns[plan.get("party") ?? -1] ?? "");
  const whole = ROLES[type].mutual && participants.length >= 2 && (allSides || participants.some((p) => subjects.includes(p.actor)));
  const isFilled = !ROLES[type].mutual && participants.some((p) => p.role === role);
  if (role && !whole && !isFilled) {
    const others = subjects.filter((s) => mayFill(type, role, s) && !participants.some((p) => p.actor === s));
    const subject = others.length === 1 || subjects.length === 1 ? others[0] : undefined;
    if (!subject || (BETWEEN_STATES.has(template.id) && kindOf(subject) !== "state")) return null;
    participants.unshift({ role, actor: subject, text: document.title ?? "" });
  }
  return participants;
}

/** Those who send troops under a mission are states; the mission is no sender. */
const BETWEEN_STATES: ReadonlySet<string> = new Set(["table/deployments-abroad"]);

/** When it began and ended by columns for both; else the template's phase with the date that the row gives. */
function stagesOf(input: RowInput): Stage[] {
  const { template, plan } = input;
  const { type } = template;
  const given = (field: string): ClaimDate => {
    const there = cellOf(input, field);
    return there && there.end > there.start ? dateIn(there, input) : NO_DATE;
  };
  // posts in a list of closed ones are held no longer
  const isClosed = type === "mission" && template.phase === "holds" && CLOSED.test(input.about);
  const begun = given("begun");
  const stages: Stage[] = [];
  if (begun.edtf !== null) {
    const isSpan = /[^/.]\/[^/.]/.test(begun.edtf);
    stages.push({ phase: isSpan ? "holds" : "begins", date: { ...begun, edtf: begun.edtf.replace(/\/\.\.$/, "") } });
  }
  const remark = type === "recognition" ? withdrawnIn(input) : NO_DATE;
  const ended = plan.has("ended") ? given("ended") : remark;
  const isOver = ended.edtf !== null && !ended.edtf.endsWith("/..");
  if (isOver) stages.push({ phase: "ends", date: ended });
  if (stages.length > 0 && (begun.edtf !== null || !plan.has("date"))) return stages;
  const required = new Set(template.columns.filter((c) => !c.optional).map((c) => c.field));
  if (required.has("begun")) return stages;
  const field = ["date", "since", "term"].find((f) => plan.has(f) && (given(f).edtf !== null || required.has(f)));
  const said = field ? given(field) : NO_DATE;
  const isJoining = type === "membership" && template.phase === "begins";
  // "suspended in 2009, readmitted in 2014" says more than when it joined
  if (isJoining && field && CAME_AND_WENT.test(cellOf(input, field)?.text ?? "")) return [];
  const isDated = field !== undefined && required.has(field);
  const isOpen = field === "term" && said.edtf !== null && !said.edtf.includes("/") && STILL.test(cellOf(input, field)?.text ?? "");
  const date =
    isOpen || (field === "since" && said.edtf && !said.edtf.includes("/"))
      ? { ...said, edtf: `${said.edtf}/..` }
      : isJoining && said.edtf?.endsWith("/..")
        ? { ...said, edtf: said.edtf.slice(0, -3) }
        : said;
  if ((isDated || type === "office") && date.edtf === null) return stages;
  return [{ phase: isClosed ? "ends" : template.phase, date }, ...stages.filter((s) => s.phase === "ends")];
}

/** "withdrawn on 30 October 2017" in a remark. */
function withdrawnIn(input: RowInput): ClaimDate {
  const there = input.row.cells.find((c) => ![...input.plan.values()].includes(c.column) && WITHDRAWN.test(c.text));
  if (!there) return NO_DATE;
  const said = WITHDRAWN.exec(there.text)!;
  return dateIn({ ...there, start: Math.min(there.end, there.start + said.index) }, input);
}

const WITHDRAWN = /\b(?:withdr[ae]wn?|withdrew|revoked|rescinded|cancelled)\b/i;

function detailsOf(input: RowInput): Record<string, string | number> | null {
  const { template, lexicon } = input;
  const { type } = template;
  const details: Record<string, string | number> = {};
  const words = (field: string): string => cellOf(input, field)?.text.replace(/\s+/g, " ").trim() ?? "";
  const force = words("force");
  if (type === "deployment" && force) details.force = /\p{L}/u.test(force) ? force : `${force} troops`;
  if (words("city")) details.city = words("city");
  if (type === "sanction" && words("kind")) details.kind = words("kind");
  if (cellOf(input, "level") !== undefined) {
    const level = labelInEnglish(words("level"), input.document.language).toLowerCase();
    const known = lexicon.values.get("level")?.find(([word]) => level.includes(word));
    if (!known) return null;
    details.level = known[1];
  }
  const number = /\b\d{1,3}(?!\d)/.exec(words("number"))?.[0];
  if (number) details.number = Number(number);
  if (type === "meeting") {
    details.format =
      lexicon.values.get("format")?.find(([word]) => input.about.includes(` ${word}`))?.[1] ??
      (template.subject === "participant" ? "bilateral" : "conference");
  }
  if (type === "office") details.office = OFFICES.find(([pattern]) => pattern.test(input.about))?.[1] ?? "chair";
  if (type === "membership") {
    const standing = labelInEnglish(words("standing"), input.document.language).toLowerCase();
    if (template.phase !== "applied" && NO_MEMBER.test(standing)) return null;
    // "Members and observers" does not tell which
    const told =
      cellOf(input, "standing") !== undefined
        ? standing
        : / and /.test(input.nearest) || template.subject === "member"
          ? ""
          : input.nearest;
    details.standing =
      lexicon.values.get("standing")?.find(([word]) => told.includes(word))?.[1] ??
      (template.id === "table/seats" ? "elected-member" : "member");
  }
  return details;
}

/** Whoever "was a candidate", "lost" or "withdrew" is no member. */
const NO_MEMBER =
  /\b(?:candidate|applicant|applied|suspended|former|withdr[ae]wn?|withdrew|negotiat\p{L}+|prospective|pending|lost|not elected|defeated|running|planned|unsuccessful)\b/iu;
const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/ (?:secretaries|secretary) general /, "secretary-general"],
  [/ (?:directors|director) general /, "director-general"],
  [/ (?:presidency|presidencies) /, "presidency"],
];

/** "1 January 2007 –": a term that goes on. */
const STILL = /\d\s*[–—-]\s*(?:present|incumbent|date|to date|today|now)?\s*$/i;
const CAME_AND_WENT =
  /\b(?:suspen\p{L}+|withdr\p{L}+|left|leav\p{L}+|expel\p{L}+|expul\p{L}+|until|previously|formerly|reinstat\p{L}+|restored|lapsed|ceased)\b/iu;
const CLOSED = /\b(?:closed|former|defunct|past)\b/;

function actorsIn(cell: TableCell, role: string, { mentions, template }: RowInput): Participant[] {
  const found: Participant[] = [];
  for (const m of mentions) {
    if (m.end <= cell.start) continue;
    if (m.start >= cell.end) break;
    for (const actor of m.kind === "place" ? [] : m.actors) {
      if (mayFill(template.type, role, actor) && !found.some((f) => f.actor === actor))
        found.push({ role, actor, text: m.text, ...(m.person ? { person: m.person } : {}) });
    }
  }
  return found;
}

function dateIn(cell: TableCell, { document, row, findDates }: RowInput): ClaimDate {
  // "1993 | 19–20 November": the year stands in a column of its own
  const own = /\d{4}/.test(cell.text) ? undefined : row.cells.find((c) => YEAR_ALONE.test(c.text.trim()))?.text.trim();
  const context: DateContext = { ...NO_CONTEXT, documentDate: document.date?.edtf ?? null, ...(own ? { heading: own } : {}) };
  const found = findDates(document.text, cell, context).find((d) => d.role === "time" || d.role === "attribute");
  if (found) return toClaimDate(found);
  // "left 2007" is a date in a cell for dates
  const year = /^[\p{L} ]*((?:1[89]|20)\d\d)$/u.exec(cell.text.trim())?.[1];
  return year ? { edtf: year, text: year, basis: "stated" } : NO_DATE;
}

const YEAR_ALONE = /^(?:1[89]|20)\d\d$/;
