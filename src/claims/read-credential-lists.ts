import type { Mention } from "../actors/mention.ts";
import type { Block, Document, Span } from "../document/document.ts";
import { type DateContext, type DateExpression, NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate } from "./claim.ts";
import { NO_DATE } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import { codePlover } from "./plover.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

const PRESENTED = /\b(?:credentials|letters? of credence)\b/i;
const POST = /\b(ambassador|high commissioner|charg[ée] d['’]affaires|apostolic nuncio|nuncio)\b/i;
/** A line that only names a person, between those that say whose envoy he is. */
const NAME_ALONE =
  /^(?:\W*\d{0,2}[.)]?\s*)?(?:(?:H\.?\s?E|Mr|Mrs|Ms|Dr|Prof|Sir)\b\.?,?\s+)*\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}?[\p{L}.'’-]+){1,5}$/u;
/** A line of such a list is short. */
const LONGEST = 180;
/** How far back the head of state may be named to whom they presented them, in UTF-16 units. */
const REACH = 1500;

/**
 * Envoys whom a list under "Those who presented credentials were:" names one by one, each with the state whose envoy he is: accredited in
 * the state of the president who received them.
 */
export function readCredentialLists(
  document: Document,
  mentions: readonly Mention[],
  contextOf: ReadonlyMap<number, DateContext>,
  findDates: FindDates,
): Claim[] {
  const { blocks, text } = document;
  const wordsOf = (block: Block): string => text.slice(block.start, block.end);
  return blocks.flatMap((block, index) => {
    const words = wordsOf(block);
    if (!words.endsWith(":") || words.length > 400 || block.role === "notice") return [];
    const before = blocks.slice(Math.max(0, index - 8), index + 1).filter((b) => PRESENTED.test(wordsOf(b)));
    if (before.length === 0 || !(PRESENTED.test(words) || POST.test(words) || /\benvoys?\b/i.test(words))) return [];
    const received = mentions.filter(
      (m) => m.end <= block.end && m.end > block.start - REACH && /^head-of-/.test(m.office ?? "") && m.actors.length === 1,
    );
    const host = received.at(-1);
    if (!host || received.some((m) => m.actors[0] !== host.actors[0])) return [];
    const listed = listedUnder(blocks, index, wordsOf).flatMap((item) => senderIn(item, wordsOf(item), mentions, host.actors[0]!) ?? []);
    if (listed.length < 2) return [];
    const [date] = before
      .flatMap((b) => findDates(text, b, contextOf.get(blocks.indexOf(b)) ?? NO_CONTEXT))
      .filter((d) => d.role === "time");
    const day = document.date?.edtf.length === 10 && before.some((b) => /\btoday\b/i.test(wordsOf(b))) ? document.date.edtf : null;
    return listed.map((sender) => build(document, sender, host, dateOf(date?.edtf ?? day)));
  });
}

/** The lines behind a lead that are an envoy's, and the bare names between them. */
function listedUnder(blocks: readonly Block[], index: number, wordsOf: (block: Block) => string): Block[] {
  const found: Block[] = [];
  for (const block of blocks.slice(index + 1)) {
    const words = wordsOf(block);
    if (!/^(?:paragraph|heading|list-item)$/.test(block.kind) || words.length > LONGEST) break;
    if (POST.test(words)) found.push(block);
    else if (!NAME_ALONE.test(words)) break;
  }
  return found;
}

interface Listed {
  readonly item: Block;
  readonly sender: Mention;
  readonly rank: string;
}

/** "Mr. Juan Example – Ambassador of the Republic of Peru in Colombo": the one state that is named besides the host. */
function senderIn(item: Block, words: string, mentions: readonly Mention[], host: string): Listed | null {
  const named = mentions.filter(
    (m) => m.start >= item.start && m.end <= item.end && m.kind === "state" && m.actors.length === 1 && m.actors[0] !== host,
  );
  const states = new Set(named.filter((m) => m.form !== "city" && m.form !== "capital").map((m) => m.actors[0]!));
  const rank = POST.exec(words)?.[1]?.toLowerCase();
  const sender = named.find((m) => states.has(m.actors[0]!));
  return states.size === 1 && rank && sender ? { item, sender, rank } : null;
}

function dateOf(edtf: string | null): ClaimDate {
  return edtf === null ? NO_DATE : { edtf, text: null, basis: "context" };
}

function build(document: Document, { item, sender, rank }: Listed, host: Mention, date: ClaimDate): Claim {
  const details = { manner: "accredited", rank };
  const claim: Omit<Claim, "id"> = {
    type: "envoy",
    phase: "begins",
    factuality: "actual",
    participants: [
      { role: "sender", actor: sender.actors[0]!, text: sender.text },
      { role: "host", actor: host.actors[0]!, text: host.text },
    ],
    date,
    place: null,
    details,
    plover: { event: codePlover("envoy", "begins", "actual", details) },
    evidence: evidenceOf(document, item),
    why: { rule: "list/credentials", confidence: 0.84 },
  };
  return { id: claimId(claim), ...claim };
}
