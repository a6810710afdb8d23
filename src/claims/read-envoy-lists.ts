import { findMentions } from "../actors/find-mentions.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document, Span } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { NO_CONTEXT } from "../language/date-expression.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Phase } from "./claim.ts";
import { evidenceOf } from "./evidence.ts";
import type { Above } from "./outline.ts";
import { codePlover } from "./plover.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

const ENVOYS =
  /\b(ambassadors?|high commissioners?|envoys?|heads? of mission|consuls?(?:[- ]general)?|ministers? plenipotentiary|permanent representatives?|charg[ée]s?)\b/i;
const NAME_HEADER = /\b(?:name|ambassador|envoy|high commissioner|head of mission|representative|diplomat|consul)\b/i;
const TERM_HEADER = /\b(?:term|tenure|years?|period|in office|dates?|time)\b/i;
const FROM_HEADER = /\b(?:from|start|began|appointed|appointment|since|credentials|presented|arrived|took office)\b/i;
const UNTIL_HEADER = /\b(?:until|to|till|end|ended|left|terminat\p{L}*|departure)\b/iu;
/** A heading of envoys that says no more than that. */
const BARE =
  /^\W*(?:(?:full |complete )?list of )?(?:the )?(?:former |past |previous |resident |non-resident )?(?:ambassadors?|high commissioners?|envoys?|heads? of mission|ministers? plenipotentiary|office-?holders|incumbents|holders)(?: extraordinary(?: and plenipotentiary)?)?(?:,? (?:since|\d{4}).*)?:?$/i;
/** "Embassy of Chile in Nairobi" over its heads. */
const OF_POST = /^(?:the\s+)?(embassy|high commission)\s+of\b/i;
const TERM_FIRST =
  /^(?:\d{1,2}\s+)?(?:\p{L}{3,9}\s+)?(?:1[6-9]|20)\d\d(?:\s*[–—-]\s*(?:(?:\d{1,2}\s+)?(?:\p{L}{3,9}\s+)?(?:(?:1[6-9]|20)\d\d|\d\d)|present)?)?\s*[:,–—-]?\s+(?=\p{Lu})/u;
const PERSON = /^\p{Lu}[\p{L}’'.-]+(?:\s+(?:(?:de|del|da|van|von|bin|al|ibn|y)\s+)?\p{Lu}[\p{L}’'.-]*){1,5}/u;

/**
 * Terms of ambassadors in lists and tables: "Ana Example, 1958–1963" under "Ambassadors of Finland to Portugal", rows of name and
 * term. The words above say whose envoys they are and to whom, or the item itself: "Ana Example, Finnish ambassador to Portugal".
 */
export function readEnvoyLists(document: Document, place: Surroundings, findDates: FindDates): Claim[] {
  const claims: Claim[] = [];
  const known = new Map<string, Sides | null>();
  const sidesOf = (above: readonly Above[]): Sides | null => {
    for (const { words, kind } of above) {
      if (kind === "item" || words.length > 120) continue;
      let sides = known.get(words);
      if (sides === undefined) {
        sides = sidesIn(document, words);
        known.set(words, sides);
      }
      if (sides) return sides;
      // "List of ambassadors" on the page "Ambassadors of Peru to Togo": the page tells whose
      if (ENVOYS.test(words) && kind !== "lead" && !BARE.test(words)) return null;
      // another matter stands nearer than the title
      if (kind === "heading" && !BARE.test(words) && !ENVOYS.test(words) && /\p{L}{4}/u.test(words) && !/^(?:list|\d+)/i.test(words))
        return null;
    }
    return null;
  };
  // the sides that a line told for those under it: "Ambassadors of Finland to Portugal"
  let lead: Sides | null = null;
  document.blocks.forEach((block, index) => {
    const isItem = block.kind === "list-item";
    const isLine = block.kind === "paragraph" || (block.kind === "table-row" && !document.tables[block.table]?.rows.some((r) => r.header));
    const text = document.text.slice(block.start, Math.min(block.end, block.start + 141));
    // "1951–1954: Sir Ana Example"
    const before = TERM_FIRST.exec(text)?.[0] ?? "";
    const name = PERSON.exec(text.slice(before.length))?.[0];
    const isNamed = name !== undefined && !ENVOYS.test(name);
    if (!isItem && !(isLine && isNamed))
      lead = block.kind === "paragraph" && text.length <= 100 && ENVOYS.test(text) ? sidesIn(document, text) : null;
    if ((!isItem && !isLine) || block.role === "notice" || text.length > 140 || !isNamed) return;
    const rest = { start: block.start + (before ? 0 : name.length), end: block.end };
    const [term] = findDates(document.text, rest, NO_CONTEXT);
    if (!term) return;
    if (before && term.end > block.start + before.length) return;
    const between = before ? "" : document.text.slice(rest.start, term.start);
    // "Ana Example, Finnish ambassador to Portugal (1958–1963)" says its sides itself
    const itself = /^,\s*([^,;.:]{8,80}?)[\s,:(–—-]*(?:from\s+|since\s+)?$/iu.exec(between)?.[1];
    const isBare = /^[\s,:(–—-]*(?:from\s+|since\s+)?$/i.test(between);
    if (isLine && (!lead || !isBare || !/^[\s).–—-]*(?:present|incumbent)?[\s).]*$/i.test(document.text.slice(term.end, block.end)))) {
      lead = null;
      return;
    }
    const sides =
      itself && !/\bformer\b/i.test(itself)
        ? sidesIn(document, itself)
        : isBare
          ? isLine
            ? lead
            : sidesOf(place.outline.aboveBlock(index))
          : null;
    if (!sides) return;
    claims.push(build(document, block, sides, { edtf: openEnded(document.text, term), text: term.text, basis: "stated" }, name, null));
  });
  document.tables.forEach((table, t) => {
    const first = document.blocks.findIndex((b) => b.kind === "table-row" && b.table === t);
    const names = table.columns.findIndex((h) => NAME_HEADER.test(h));
    if (first < 0 || names < 0) return;
    const caption: readonly Above[] = table.caption ? [{ kind: "caption", words: table.caption, block: -1 }] : [];
    const sides = sidesOf([...caption, ...place.outline.aboveBlock(first)]) ?? sidesOfPair(document, table.columns[names]!, place.subjects);
    if (!sides) return;
    const from = table.columns.findIndex((h, i) => i !== names && FROM_HEADER.test(h));
    const until = table.columns.findIndex((h, i) => i !== names && i !== from && UNTIL_HEADER.test(h));
    const term = table.columns.findIndex((h, i) => i !== names && i !== from && i !== until && TERM_HEADER.test(h));
    for (const row of table.rows) {
      if (row.header) continue;
      const cell = (column: number) => row.cells.find((c) => c.column === column && c.end > c.start);
      const who = cell(names);
      if (!who || !PERSON.test(who.text.replace(/^(?:H\.?E\.?|Mr|Mrs|Ms|Dr|Sir|Dame)\.?\s+/, ""))) continue;
      const said = (column: number): DateExpression | null => {
        const there = column < 0 ? undefined : cell(column);
        return there ? (findDates(document.text, there, NO_CONTEXT)[0] ?? null) : null;
      };
      const [whole, begun, over] = [said(term), said(from), said(until)];
      const span = {
        start: Math.min(who.start, ...row.cells.filter((c) => c.end > c.start).map((c) => c.start)),
        end: Math.max(...row.cells.map((c) => c.end)),
      };
      if (whole && !begun)
        claims.push(
          build(document, span, sides, { edtf: openEnded(document.text, whole), text: whole.text, basis: "stated" }, who.text, null),
        );
      else {
        if (begun) claims.push(build(document, span, sides, stated(begun), who.text, "begins"));
        if (over && (begun || !whole) && !over.edtf.includes(".."))
          claims.push(build(document, span, sides, stated(over), who.text, "ends"));
      }
    }
  });
  return claims;
}

interface Sides {
  readonly sender: string;
  readonly host: string;
  readonly rank: string;
}

/** "Ambassadors of Finland to Portugal", "Kenya's high commissioners in India", "Peruvian ambassadors to Japan". */
function sidesIn(document: Document, words: string): Sides | null {
  const kind = ENVOYS.exec(words) ?? OF_POST.exec(words);
  if (!kind) return null;
  const named = findMentions({ ...document, ...bareText(words), map: [] }).flatMap((m) => m.actors.map((actor) => ({ ...m, actor })));
  let sender: string | null = null;
  let host: string | null = null;
  for (const m of named) {
    const before = words.slice(0, m.start);
    if (/\b(?:to|in|at)\s+(?:the\s+)?$/i.test(before)) host ??= m.actor;
    else if (
      /\b(?:of|from)\s+(?:the\s+)?$/i.test(before) ||
      m.form === "demonym" ||
      /^['’]s?\s/.test(words.slice(m.end)) ||
      m.office !== null
    )
      sender ??= m.actor;
  }
  if (!sender || !host || sender === host || kindOf(sender) !== "state") return null;
  return { sender, host, rank: rankOf(kind[1]!) };
}

/** "Ambassador of Ghana" over the names on a page of two states: they went to the other. */
function sidesOfPair(document: Document, header: string, pair: readonly string[]): Sides | null {
  const kind = ENVOYS.exec(header);
  if (!kind || pair.length !== 2) return null;
  const named = findMentions({ ...document, ...bareText(header), map: [] }).flatMap((m) => m.actors);
  const [sender, other] = [...new Set(named)];
  const host = pair.find((p) => p !== sender);
  if (!sender || other || !host || !pair.includes(sender) || /\b(?:to|in|at)\s/i.test(header)) return null;
  return { sender, host, rank: rankOf(kind[1]!) };
}

function stated(date: DateExpression): ClaimDate {
  return { edtf: date.edtf, text: date.text, basis: "stated" };
}

function rankOf(words: string): string {
  const rank = words
    .toLowerCase()
    .replace(/s$/, "")
    .replace(/s of mission$/, " of mission")
    .replace(/^ministers /, "minister ");
  if (rank === "high commission") return "high commissioner";
  return rank === "envoy" || rank === "embassy" || rank.startsWith("head") ? "ambassador" : rank;
}

/** "1963–", "since 2019": still in office. */
function openEnded(text: string, term: DateExpression): string {
  if (term.edtf.includes("/") || term.edtf.includes("..")) return term.edtf;
  const after = text.slice(term.end, term.end + 12);
  return /^\s*[–—-]\s*(?:present|incumbent|today|now|\)|$)/i.test(after) ? `${term.edtf}/..` : term.edtf;
}

function build(document: Document, span: Span, { sender, host, rank }: Sides, date: ClaimDate, name: string, begun: Phase | null): Claim {
  const phase: Phase = begun ?? "holds";
  const details = { rank, manner: "named" };
  const person = name.replace(/\s+/g, " ").trim();
  const claim: Omit<Claim, "id"> = {
    type: "envoy",
    phase,
    factuality: "actual",
    participants: [
      { role: "sender", actor: sender, text: person, person },
      { role: "host", actor: host, text: host },
    ],
    date,
    place: null,
    details: phase === "holds" ? { rank } : details,
    plover: { event: codePlover("envoy", phase, "actual", details) },
    evidence: evidenceOf(document, span),
    why: { rule: "list/envoys", confidence: 0.85 },
  };
  return { id: claimId(claim), ...claim };
}
