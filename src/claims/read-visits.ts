import { findMentions } from "../actors/find-mentions.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document, Span } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Factuality, Participant } from "./claim.ts";
import { NO_DATE } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import type { Above, Outline } from "./outline.ts";
import { codePlover } from "./plover.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";
import { findVisitRows, type VisitRow } from "./visit-rows.ts";

/** Which way the visits of a table or list went, as far as the words above it say. */
interface Direction {
  readonly visitor: string | null;
  readonly host: string | null;
  readonly bound: "in" | "out" | null;
}

const INWARD =
  /\b(?:inward|incoming|inbound|foreign (?:visitors|guests|dignitaries|leaders)|received|hosted|by foreign|of foreign|visitors)\b/i;
const OUTWARD =
  /\b(?:outward|outgoing|outbound|abroad|overseas|foreign (?:trips|visits|travels?|tours)|international (?:trips|travels?))\b/i;
const OFF =
  /\b(?:cancel\p{L}*|called off|postpon\p{L}*|put off|did not take place|abandoned|aborted|scrapped|did not (?:go|come|travel))\b/iu;
const AHEAD = /\b(?:planned|scheduled|expected|upcoming|to take place|to be (?:held|confirmed)|forthcoming)\b/i;

/** "From Peru to Laos", over the rows of a table or a list of visits. */
const FROM_TO = /^\P{L}*from\s+(?:the\s+)?\p{Lu}[\p{L} .'’-]+\s+to\s+(?:the\s+)?\p{Lu}[\p{L} .'’-]+:?$/iu;

/** How a mention tells that its state was guessed from what was named before (src/claims/implied-states.ts). */
const SPOKEN_OF = /(?:of the state spoken of|the state that the page is about)$/;

/** "To Laos", "From Peru": a label in a list of visits. */
const TO_OR_FROM = /^\P{L}*(?:[Tt]o|[Ff]rom)\s+(?:the\s+)?\p{Lu}[\p{L} .'’-]{2,40}:?$/u;

/**
 * Visits from tables and lists that are no sentences: "President Ana Example (2003, 2011)" under "Visits from Chile to Laos",
 * rows of date, guest and place. The words above, the header and the page say who is host where the row does not.
 */
export function readVisits(
  document: Document,
  mentions: readonly Mention[],
  contexts: ReadonlyMap<number, DateContext>,
  place: Surroundings,
  outline: Outline,
  findDates: (text: string, span: Span, context: DateContext) => DateExpression[],
): Claim[] {
  const rows = findVisitRows(document, mentions, contexts, outline, findDates);
  const read = rows.map((row) => ({ row, way: directionOf(document, row.above) }));
  const traveller = onlyTraveller(read);
  const claims: Claim[] = [];
  for (const { row, way } of read) {
    const subjects = place.subjects.length > 0 ? place.subjects : traveller ? [traveller] : [];
    const pair = place.pairFor(row.start);
    // whose "Foreign Minister Ana Example" is, "Visits to Laos" above or the place beside tells better than the state last named
    const isTold = way.host || way.visitor || (pair.length === 2 && row.titled && row.placesAreHosts && row.places.length > 0);
    const guessed = isTold ? row.people.filter((m) => SPOKEN_OF.test(m.why)) : [];
    // a name that sounds like a town is no guest either
    const people = row.people.filter((m) => !guessed.includes(m) && !(guessed.length > 0 && m.kind === "place"));
    const sides = sidesOf({ ...row, people }, way, pair, subjects);
    if (!sides) continue;
    const factuality = factualityOf(row);
    for (const date of row.dates.length > 0 ? row.dates : [NO_DATE])
      claims.push(build(document, row, sides, date, ahead(factuality, date, document)));
  }
  return claims;
}

/** Without a page's subject: the one state whose travels the outward lists tell. */
function onlyTraveller(read: readonly { row: VisitRow; way: Direction }[]): string | null {
  const found = new Set(read.filter(({ way }) => way.bound === "out").flatMap(({ row }) => row.people.flatMap((m) => m.actors)));
  return found.size === 1 ? [...found][0]! : null;
}

function directionOf(document: Document, above: readonly Above[]): Direction {
  let bound: Direction["bound"] = null;
  for (const { words, kind } of above) {
    if (words.length > 160) continue;
    const named = findMentions({ ...document, ...bareText(words), map: [] }).filter(
      (m) => m.actors.length === 1 && kindOf(m.actors[0]!) === "state",
    );
    let visitor: string | null = null;
    let host: string | null = null;
    const isWay = kind !== "title" && TO_OR_FROM.test(words);
    if (kind !== "item" || isWay || /\bvisits?\b/i.test(words))
      for (const m of named) {
        const before = words.slice(0, m.start);
        if (/\b(?:to|in|received by|hosted by|visit|visited|visiting)\s+(?:the\s+)?$/i.test(before)) host ??= m.actors[0]!;
        else if (
          /\b(?:by|from|of)\s+(?:the\s+)?(?:\p{L}+\s+){0,2}$/iu.test(before) ||
          m.form === "demonym" ||
          /^['’]s?\s/.test(words.slice(m.end))
        )
          visitor ??= m.actors[0]!;
      }
    const nearer = bound;
    bound ??= INWARD.test(words) ? "in" : OUTWARD.test(words) ? "out" : null;
    if (kind === "title" && named.length === 2 && !(visitor && host)) continue;
    const told =
      /\b(?:visits?|visitors?|travels?|trips?|tours?|journeys?)\b/i.test(words) || isWay || (visitor && host && FROM_TO.test(words));
    // "Incoming" under "State visits by the King of Spain": he received them
    if (told && nearer === "in" && visitor && !host) return { visitor: null, host: visitor, bound };
    if (visitor !== host && (visitor || host) && told) return { visitor, host, bound };
  }
  return { visitor: null, host: null, bound };
}

interface Sides {
  readonly visitor: { readonly actor: string; readonly mention: Mention | null };
  readonly hosts: readonly { readonly actor: string; readonly text: string }[];
}

function sidesOf(row: VisitRow, way: Direction, pair: readonly string[], subjects: readonly string[]): Sides | null {
  const person = row.people.find((m) => m.actors.length === 1 && kindOf(m.actors[0]!) === "state") ?? null;
  const from = person?.actors[0] ?? null;
  const there = row.places.filter((m) => kindOf(m.actors[0]!) === "state");
  const subject = subjects.length === 1 ? subjects[0]! : null;
  const otherOf = (actor: string): string | null =>
    pair.length === 2 && pair.includes(actor) ? pair.find((p) => p !== actor)! : subject && subject !== actor ? subject : null;
  const host = way.host ?? (way.bound === "in" && !way.visitor ? subject : null);
  const visitor = way.visitor ?? (way.bound === "out" && !way.host ? subject : null);
  const hostsBeside = (actor: string): Sides["hosts"] => [
    ...new Map(there.filter((m) => m.actors[0] !== actor).map((m) => [m.actors[0]!, { actor: m.actors[0]!, text: m.text }])).values(),
  ];
  if (row.titled && !person && way.visitor) {
    const hosts = way.host ? [{ actor: way.host, text: way.host }] : hostsBeside(way.visitor);
    const other = otherOf(way.visitor);
    if (hosts.length === 0 && (!other || pair.length !== 2)) return null;
    return { visitor: { actor: way.visitor, mention: null }, hosts: hosts.length > 0 ? hosts : [{ actor: other!, text: other! }] };
  }
  if (host && row.titled && !person && there.length === 0 && pair.length === 2 && pair.includes(host))
    return { visitor: { actor: otherOf(host)!, mention: null }, hosts: [{ actor: host, text: host }] };
  if (host) {
    const who = from && from !== host ? { actor: from, mention: person } : there.find((m) => m.actors[0] !== host);
    if (!who || (visitor && ("mention" in who ? who.actor : who.actors[0]) !== visitor)) return null;
    const by = "mention" in who ? who : { actor: who.actors[0]!, mention: null };
    return { visitor: by, hosts: [{ actor: host, text: host }] };
  }
  if (visitor) {
    if (from && from !== visitor) return null;
    const hosts = hostsBeside(visitor);
    if (hosts.length > 0) return { visitor: { actor: visitor, mention: person }, hosts };
    const other = otherOf(visitor);
    return other && pair.length === 2 ? { visitor: { actor: visitor, mention: person }, hosts: [{ actor: other, text: other }] } : null;
  }
  if (from) {
    const hosts = hostsBeside(from);
    if (hosts.length > 0) return { visitor: { actor: from, mention: person }, hosts };
    const other = otherOf(from);
    return other ? { visitor: { actor: from, mention: person }, hosts: [{ actor: other, text: other }] } : null;
  }
  const [only] = there;
  if (!only || !row.placesAreHosts) return null;
  const guest = otherOf(only.actors[0]!);
  return guest ? { visitor: { actor: guest, mention: null }, hosts: hostsBeside(guest) } : null;
}

function factualityOf(row: VisitRow): Factuality {
  if (OFF.test(row.remarks)) return "denied";
  return AHEAD.test(row.remarks) ? "planned" : "actual";
}

/** What is dated after its document is still to come. */
function ahead(factuality: Factuality, date: ClaimDate, document: Document): Factuality {
  const [from, written] = [date.edtf ? edtfBounds(date.edtf).from : null, document.date ? edtfBounds(document.date.edtf).to : null];
  return factuality === "actual" && from !== null && written !== null && from > written ? "planned" : factuality;
}

const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:vice[- ](?:president|minister)|deputy|crown prince|prince(?:ss)?|speaker|vice[- ]premier)\b/i, "official"],
  [
    /\b(?:foreign (?:affairs )?minister|minister (?:of|for) (?:foreign|external) affairs|secretary of state|foreign secretary)\b/i,
    "foreign-minister",
  ],
  [/\b(?:president|king|queen|emperor|sultan|emir|pope)\b/i, "head-of-state"],
  [/\b(?:prime minister|premier|chancellor|taoiseach)\b/i, "head-of-government"],
  [/\bminister\b/i, "minister"],
];

function build(document: Document, row: VisitRow, { visitor, hosts }: Sides, date: ClaimDate, factuality: Factuality): Claim {
  const { mention } = visitor;
  const told = row.office ? OFFICES.find(([words]) => words.test(row.office))?.[1] : undefined;
  const guessed = mention || row.titled ? OFFICES.find(([words]) => words.test(row.remarks))?.[1] : undefined;
  const rank = told ?? mention?.office ?? guessed;
  const participants: Participant[] = [
    {
      role: "visitor",
      actor: visitor.actor,
      text: mention?.text ?? visitor.actor,
      ...(mention?.person ? { person: mention.person } : {}),
      ...(mention?.office ? { office: mention.office } : {}),
    },
    ...hosts.map(({ actor, text }) => ({ role: "host", actor, text })),
  ];
  const level = /\b(state|official|working)\s+visit\b/i.exec(row.remarks)?.[1]?.toLowerCase();
  const details = { ...(rank ? { rank } : {}), ...(level ? { level } : {}) };
  const claim: Omit<Claim, "id"> = {
    type: "visit",
    phase: "occurs",
    factuality,
    participants,
    date,
    place: null,
    details,
    plover: { ...codeOf(factuality, details) },
    evidence: evidenceOf(document, row),
    why: { rule: "list/visits", confidence: 0.8 },
  };
  return { id: claimId(claim), ...claim };
}

function codeOf(factuality: Factuality, details: Readonly<Record<string, string>>): Claim["plover"] {
  const event = codePlover("visit", "occurs", factuality, details);
  return event === "CONSULT" ? { event, mode: "visit" } : { event };
}
