import type { Mention } from "../actors/mention.ts";
import type { Block, Document } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import type { Sentence } from "../language/sentence.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, Participant } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";

const VISITS = /\b(?:visits?|tours?|trips?|travels?|journeys?)\b/i;
const VERB = /\b(?:visit(?:s|ed|ing)?|met|meets?|sign(?:s|ed)|held|holds?|cancel\p{L}*|postpone\p{L}*|receiv\p{L}*)\b/iu;

/**
 * Items of visit lists that are no sentences: "May 2004: President of Mongolia to Laos", "12 June 2011 – Prime Minister X
 * (working visit)" under "Visits to Morocco". The headings say what they are, and who is host where the item does not.
 */
export function readVisitLists(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  contexts: readonly DateContext[],
  place: Surroundings,
  findDates: (text: string, span: { start: number; end: number }, context: DateContext) => DateExpression[],
): Claim[] {
  const claims: Claim[] = [];
  const seen = new Set<number>();
  sentences.forEach((sentence, i) => {
    const block = document.blocks[sentence.block]!;
    if (block.kind !== "list-item" || block.role === "notice" || seen.has(sentence.block)) return;
    seen.add(sentence.block);
    const text = document.text.slice(block.start, block.end);
    if (text.length > 220 || VERB.test(text)) return;
    const headings = headingsOf(document, block);
    if (!headings.some((h) => VISITS.test(h))) return;
    const inside = mentions.filter((m) => m.start >= block.start && m.end <= block.end && m.actors.length > 0);
    const visitor = inside.find((m) => m.person !== null || m.office !== null || m.body !== null);
    if (!visitor || kindOf(visitor.actors[0]!) !== "state") return;
    const from = visitor.actors[0]!;
    const named = inside.filter(
      (m) => m.start >= visitor.end && m.person === null && m.office === null && kindOf(m.actors[0]!) === "state" && m.form !== "demonym",
    );
    const said = [...new Set(named.flatMap((m) => m.actors))].filter((a) => a !== from);
    const hosts = said.length > 0 ? said : hostOf(headings, place, sentence, from);
    if (hosts.length === 0) return;
    const [date] = findDates(document.text, block, contexts[i]!).filter((d) => d.role === "time" || d.role === "attribute");
    const when = date
      ? toClaimDate(date)
      : contexts[i]!.heading
        ? { edtf: contexts[i]!.heading, text: null, basis: "context" as const }
        : NO_DATE;
    claims.push(build(document, block, visitor, hosts, when, text));
  });
  return claims;
}

function headingsOf(document: Document, block: Block): string[] {
  const found: string[] = [];
  for (let s = block.section; s >= 0; s = document.sections[s]!.parent) found.push(document.sections[s]!.heading);
  return document.title ? [...found, document.title] : found;
}

/** "Visits to Morocco", else the other of the page's two sides, else the page's subject. */
function hostOf(headings: readonly string[], place: Surroundings, sentence: Sentence, visitor: string): string[] {
  for (const heading of headings) {
    const to = /\b(?:to|in)\s+(?:the\s+)?([\p{Lu}][\p{L} .'’-]+)$/u.exec(heading);
    const actor = to ? place.actorNamed(to[1]!) : null;
    if (actor && actor !== visitor) return [actor];
  }
  const pair = place.pairAt(sentence);
  const rest = (pair.length === 2 ? pair : place.subjects).filter((a) => a !== visitor);
  return rest.length === 1 && (pair.includes(visitor) || place.subjects.length === 1) ? [...rest] : [];
}

function build(document: Document, block: Block, visitor: Mention, hosts: readonly string[], date: Claim["date"], text: string): Claim {
  const participants: Participant[] = [
    {
      role: "visitor",
      actor: visitor.actors[0]!,
      text: visitor.text,
      ...(visitor.person ? { person: visitor.person } : {}),
      ...(visitor.office ? { office: visitor.office } : {}),
    },
    ...hosts.map((actor) => ({ role: "host", actor, text: actor })),
  ];
  const level = /\b(state|official|working)\s+visit\b/i.exec(text)?.[1]?.toLowerCase();
  const claim: Omit<Claim, "id"> = {
    type: "visit",
    phase: "occurs",
    factuality: "actual",
    participants,
    date,
    place: null,
    details: { ...(visitor.office ? { rank: visitor.office } : {}), ...(level ? { level } : {}) },
    plover: { event: "CONSULT", mode: "visit" },
    evidence: evidenceOf(document, block),
    why: { rule: "list/visits", confidence: 0.75 },
  };
  return { id: claimId(claim), ...claim };
}
