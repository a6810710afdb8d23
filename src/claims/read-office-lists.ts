import { findMentions } from "../actors/find-mentions.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Block, Document, Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate } from "./claim.ts";
import { evidenceOf } from "./evidence.ts";
import { mentionsIn } from "./mentions-in.ts";
import type { Above } from "./outline.ts";
import { codePlover } from "./plover.ts";
import type { Surroundings } from "./surroundings.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

/** Offices of organisations, and what each is called in `details`. */
const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/\bsecretar(?:y|ies)[- ]?generals?\b/i, "secretary-general"],
  [/\bdirectors?[- ]general\b/i, "director-general"],
  [/\bexecutive secretar(?:y|ies)\b/i, "executive-secretary"],
  [/\bexecutive directors?\b/i, "executive-director"],
  [/\bmanaging directors?\b/i, "managing-director"],
  [/\bpresidents?\b|\bpresidenc(?:y|ies)\b/i, "president"],
  [/\bchair(?:s|m[ae]n|persons?|manships?|wom[ae]n)?\b/i, "chair"],
  [/\bdirectors?\b/i, "director"],
];
/** Deputies, members of a board and those who were not chosen; what is held within a state. */
const NOT_OF_HEADS =
  /\b(?:deput(?:y|ies)|vice|assistants?|candidates?|nominees?|honorary|ambassadors?|envoys?|consuls?|representatives?|ministers?|visit\w*|visitors?|laureates?|judges?|players?|coach\w*|championships?)\b/i;
const LIVED = /\(\s*(?:b|d|born|died|\*|†)\b[^)]*\)/giu;
const OPEN = /^\s*[–—-]\s*(?:(?:present|incumbent|today|now|date|to date|till ?date|current)\b|[:)\]]|$)/i;
const DASHED = /^\s*[–—-]\s*(?=\p{Lu})/u;
/** Words of a row beside who, where from and when. */
const BESIDE =
  /\b(?:acting|interim|ad|present|incumbent|current|till?|until|to|date|from|since|and|of|the|mr|mrs|ms|dr|sir|prof|africa|asia|europe|america|oceania|north|south|east|west|central|european|african|asian|first|second|term|terms?)\b/giu;
const PERSON =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'.-]*(?:\s+(?:(?:de|del|da|di|dos|van|von|bin|al|ibn|ben|ould|el|y)\s+)*\p{Lu}[\p{L}’'.-]*){1,6}/u;
const LONGEST = 220;

/** One line of a list of office-holders: who, from which state, when. */
interface Holder {
  readonly block: Block;
  readonly state: Mention;
  readonly person: string;
  readonly term: DateExpression;
  readonly isSpan: boolean;
  readonly tail: string;
}

/**
 * Those who led an organisation one after the other, in lists that are no sentences: "4 Nov 1964 – 21 Jan 1970 Ana Example (Sudan)"
 * under "Presidents" of a bank. Each held the office for the term given. Two such lines at least make a list.
 */
export function readOfficeLists(document: Document, mentions: readonly Mention[], place: Surroundings, findDates: FindDates): Claim[] {
  const claims: Claim[] = [];
  const known = new Map<string, Post | null>();
  let run: Holder[] = [];
  const close = (): void => {
    const spans = run.filter((h) => h.isSpan).length;
    const post = run.length >= 2 ? postAbove(document, place, run[0]!.block, known) : null;
    // without a word for the office, terms one after the other are those of its heads
    if (post && (post.office !== null || (run.length >= 3 && spans >= 2)))
      for (const holder of run) claims.push(build(document, holder, post, spans > 0));
    run = [];
  };
  for (const block of document.blocks) {
    if (run.length > 0 && run.at(-1)!.block.section !== block.section) close();
    const isRow = block.kind === "list-item" || block.kind === "paragraph" || block.kind === "table-row";
    const isHeaded = block.kind === "table-row" && document.tables[block.table]?.rows.some((r) => r.header) === true;
    if (!isRow || isHeaded || block.role === "notice" || block.end - block.start > LONGEST) {
      close();
      continue;
    }
    const holder = holderIn(document, block, mentions, findDates);
    if (holder) run.push(holder);
    // "(acting to 31 Aug 1970)" belongs to the line before
    else if (!/^\s*\(/.test(document.text.slice(block.start, block.end))) close();
  }
  close();
  return claims;
}

function holderIn(document: Document, block: Block, mentions: readonly Mention[], findDates: FindDates): Holder | null {
  const raw = document.text.slice(block.start, block.end);
  // when they lived is not when they held it
  const text = raw.replace(LIVED, (words) => " ".repeat(words.length));
  if (!/\d/.test(text)) return null;
  const [term, ...others] = findDates(text, { start: 0, end: text.length }, NO_CONTEXT);
  if (!term || others.length > 1) return null;
  const state = mentionsIn(mentions, block).find(
    (m) =>
      (m.kind === "state" || m.kind === "former-state") &&
      m.actors.length === 1 &&
      m.person === null &&
      (m.form === "name" || m.form === "code" || m.form === "demonym") &&
      STANDS_APART.test(text.slice(0, m.start - block.start)) &&
      /^\s*(?:[)\](,;\t–—-]|\d|$)/.test(text.slice(m.end - block.start)),
  );
  if (!state) return null;
  const blank = (words: string, from: number, to: number): string => words.slice(0, from) + " ".repeat(to - from) + words.slice(to);
  let rest = blank(text, term.start, term.end);
  rest = blank(rest, state.start - block.start, state.end - block.start);
  const person = PERSON.exec(rest);
  if (!person) return null;
  rest = blank(rest, person.index, person.index + person[0].length).replace(BESIDE, " ");
  // more to say is a sentence
  if (findMatches(/\p{L}{2,}/gu, rest.replace(/\([^)]*\)/g, " ").replace(/[;\t].*$/s, " ")).length > 2) return null;
  return {
    block,
    state,
    person: person[0].replace(/[\s.,–-]+$/, ""),
    term,
    isSpan: /[^.]\/[^.]/.test(term.edtf),
    tail: text.slice(term.end),
  };
}

const STANDS_APART = /(?:[([,;:\t–—]|\s-|\b(?:from|of))\s*(?:the\s+)?$|^\s*$/i;

interface Post {
  readonly organization: string;
  readonly name: string;
  /** Null where no word says which. */
  readonly office: string | null;
}

/** The office and the organisation, by the nearest words above that name one: "Presidents" under "African Development Bank". */
function postAbove(document: Document, place: Surroundings, block: Block, known: Map<string, Post | null>): Post | null {
  const index = document.blocks.indexOf(block);
  const above = [...labelsBefore(document, index), ...place.outline.aboveBlock(index).filter((a) => a.kind !== "item")];
  let office: string | null = null;
  for (const [i, { kind, words }] of above.entries()) {
    if (words.length > 140 || (i > 0 && words === above[i - 1]!.words)) continue;
    if (NOT_OF_HEADS.test(words)) return null;
    office ??= OFFICES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
    let post = known.get(words);
    if (post === undefined) {
      const named = findMentions({ ...document, ...bareText(words), map: [] }).filter((m) => m.actors.length === 1);
      const bodies = [...new Set(named.filter((m) => m.kind === "organisation").map((m) => m.actors[0]!))];
      const isState = named.some((m) => m.kind === "state" && m.form !== "city" && m.form !== "capital");
      post =
        bodies.length === 1 && !isState
          ? { organization: bodies[0]!, name: named.find((m) => m.actors[0] === bodies[0])!.text, office: null }
          : null;
      known.set(words, post);
      // "Presidents of Ghana"
      if (!post && isState) return null;
    }
    if (post) {
      // a heading with more to it than the name is of another matter
      const isName = post.name.length >= 0.6 * words.replace(/\(.*?\)/g, "").trim().length;
      return office !== null || isName ? { ...post, office } : null;
    }
    if (kind === "heading" && office === null && /\p{L}{4}/u.test(words) && !BARE_LIST.test(words)) return null;
  }
  return null;
}

const BARE_LIST = /^\W*(?:list|office-?holders|heads|leaders|leadership|incumbents|history)\b/i;

/** Short lines right before the run, one over the other: "African Development Bank", "Presidents". */
function labelsBefore(document: Document, index: number): Above[] {
  const labels: Above[] = [];
  for (let i = index - 1; i >= Math.max(0, index - 2); i--) {
    const { kind, start, end } = document.blocks[i]!;
    const words = document.text.slice(start, end).trim();
    if (kind !== "paragraph" || words.length > 100 || /[.!?]$/.test(words)) break;
    labels.push({ kind: "label", words: words.replace(/:$/, ""), block: i });
  }
  return labels;
}

function build(document: Document, holder: Holder, post: Post, amongSpans: boolean): Claim {
  const { block, state, person, term, tail, isSpan } = holder;
  const isOpen = !isSpan && !term.edtf.includes("..") && (OPEN.test(tail) || (amongSpans && DASHED.test(tail)));
  const date: ClaimDate = { edtf: isOpen ? `${term.edtf}/..` : term.edtf, text: term.text, basis: "stated" };
  const details: Record<string, string> = post.office === null ? {} : { office: post.office };
  const claim: Omit<Claim, "id"> = {
    type: "office",
    phase: "holds",
    factuality: "actual",
    participants: [
      { role: "holder", actor: state.actors[0]!, text: state.text, person },
      { role: "organization", actor: post.organization, text: post.name },
    ],
    date,
    place: null,
    details,
    plover: { event: codePlover("office", "holds", "actual", details) },
    evidence: evidenceOf(document, block),
    why: { rule: "list/offices", confidence: 0.84 },
  };
  return { id: claimId(claim), ...claim };
}
