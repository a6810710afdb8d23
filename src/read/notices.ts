import type { Block, Document } from "../document/document.ts";

/** Calls on the reader that only a publisher makes: strong enough on their own. */
const CALLS: readonly RegExp[] = [
  /\b(?:sign up|signup|subscribe|register|log in|sign in)\b.{0,60}\b(?:newsletters?|updates|alerts|e-?mails?|briefings?|mailing list|podcast|account|free|here|today|now|full access|read more)\b/i,
  /\b(?:newsletters?|briefings?|digest|podcast)\b.{0,80}\b(?:sign up|subscribe|inbox|delivered|listen)\b/i,
  /\b(?:click|tap)\b.{0,20}\bhere\b.{0,40}\b(?:to|for|and)?\b/i,
  /\b(?:take|complete|participate in|fill (?:out|in)|join)\b.{0,40}\b(?:our|this|a|the)\b.{0,30}\b(?:survey|questionnaire|poll)\b/i,
  /\b(?:invite|welcome|encourage|ask|urge) (?:you|our readers|readers)\b/i,
  /\b(?:share|send|tell) (?:us |with us )?your (?:thoughts|feedback|views|opinions?|comments|suggestions)\b/i,
  /\b(?:dear|attention,?) (?:readers?|subscribers?|members?|friends|listeners)\b/i,
  /\b(?:support|donate to|help) (?:our|independent) (?:work|journalism|reporting)\b|\bdonate (?:now|today|here)\b/i,
  /\b(?:become|be) a (?:member|subscriber|supporter|patron)\b/i,
  /\b(?:follow|find|join|like) us on\b|\bjoin our (?:channel|community|telegram|whatsapp|newsletter)\b/i,
  /\b(?:we|this (?:site|website)) uses? cookies\b|\bcookie (?:policy|settings|preferences)\b|\baccept (?:all )?cookies\b/i,
  /\ball rights reserved\b|^\s*(?:©|\(c\)|copyright)\s+(?:\d{4}|\p{Lu})/iu,
  /\b(?:this|the) (?:article|story|content|post) is (?:for|available to|reserved for) (?:subscribers|members)\b/i,
  /\b(?:start|get) (?:your|a) free trial\b|\balready a (?:subscriber|member)\b|\bunlock (?:this|full)\b/i,
  /\bsuscríb(?:ase|ete)\b|\bassine\b.{0,30}\bnewsletter\b|\babonnez-vous\b|\binscr[ií]b(?:ase|ete)\b.{0,40}\b(?:boletín|newsletter)\b|구독|뉴스레터/i,
];

/** Whole lines that are furniture of a page. */
const LINES: readonly RegExp[] = [
  /^(?:page )?views?\s*[:：]?\s*[\d,.]+(?:\s*times)?\.?$/i,
  /^[\d,.]+\s*(?:views?|shares?|comments?|likes?|reads?)$/i,
  /^(?:share|tweet|print|e-?mail|copy link|like|pin it|whatsapp|telegram|linkedin|facebook|twitter|x|reddit)(?:\s*(?:this|on \p{L}+|article|story|post|:|\||\/|·|,))*(?:\s*(?:share|tweet|print|e-?mail|whatsapp|telegram|linkedin|facebook|twitter|reddit))*$/iu,
  /^share (?:this|on|via|with)\b.{0,80}$/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|promoted|publicidad|publicité|anzeige|광고)$/i,
  /^(?:read (?:more|next|also|full (?:article|story))|see also|also read|related(?: (?:articles?|stories|posts|news|reading|coverage))?|recommended(?: for you)?|more (?:from|on|stories)\b.{0,60}|you (?:may|might) also like|most (?:read|popular|viewed)|trending(?: now)?|continue reading|leer más|leia (?:mais|também)|lire aussi|더보기)\s*[:：…»→]*$/iu,
  /^(?:read (?:more|also|next)|also read|related)\s*[:：]\s*\S.{0,200}$/i,
  /^(?:post|page|comment)? ?navigation$|^(?:previous|next)(?: (?:post|article|story|page))?(?:\s*[:→←»«]\s*.{0,120})?$/i,
  /^leave a (?:reply|comment)$|^comments?(?: \(\d+\)| are closed\.?)?$|^no comments(?: yet)?\.?$/i,
  /^(?:edited|fact-?checked|copy-?edited) by\b.{2,80}$/i,
  /^(?:filed under|tagged(?: (?:with|as))?|tags|categories|topics)\s*[:：].{0,200}$/i,
  /^(?:photo|image|picture)s?\s*[:：]?\s*$/i,
  /^(?:loading|please wait)\s*(?:\.\.\.|…)?$/i,
  /^like this:?$|^like loading(?:\.\.\.|…)?$/i,
];

const ADDRESSES_READER = /\b(?:you|your|readers?|subscribers?)\b/i;
const SPEAKS_AS_HOUSE = /\b(?:we|our|us)\b/i;
const HOUSE_MATTERS =
  /\b(?:newsletter|survey|webinar|podcast|subscription|subscribers?|feedback|our (?:readers|audience|content|website|site|platform|coverage|team of journalists|distinguished speakers)|free trial|speakers|register|registration|tickets?|RSVP|premium)\b/i;
const LEAD_IN_MOST = 60;

/**
 * Gives the role `notice` to blocks in which the publisher speaks to its readers instead of the author about the subject:
 * newsletter and survey boxes, event adverts, "read more" lines, share and view counters, cookie and copyright lines.
 * Told by general signs of wording, never by a publisher's name. A short line that only leads into a notice ("Dear
 * readers,", "Our briefing:") joins it. Tables, quotations and titles are left alone.
 */
export function markNotices(document: Document): Document {
  const { text, blocks } = document;
  const notices = blocks.map((block) => block.role === "notice" || isNotice(block, text.slice(block.start, block.end)));
  for (let i = blocks.length - 2; i >= 0; i--) {
    if (notices[i] || !notices[i + 1] || !canBe(blocks[i]!)) continue;
    const line = text.slice(blocks[i]!.start, blocks[i]!.end);
    const short = line.length <= LEAD_IN_MOST && !/[.!?]["”’]?$/.test(line);
    if (short && (/[:：,]$/.test(line) || (blocks[i]!.kind === "heading" && HOUSE_MATTERS.test(line)))) notices[i] = true;
  }
  // What stands between two notices and speaks as the house belongs to them.
  for (let i = 1; i < blocks.length - 1; i++)
    if (!notices[i] && notices[i - 1] && notices[i + 1] && canBe(blocks[i]!)) {
      const line = text.slice(blocks[i]!.start, blocks[i]!.end);
      if (line.length < 600 && ADDRESSES_READER.test(line) && SPEAKS_AS_HOUSE.test(line)) notices[i] = true;
    }
  if (blocks.every((block, i) => (block.role === "notice") === notices[i])) return document;
  // A document that is nothing but notices was misjudged.
  if (notices.every(Boolean)) return document;
  return {
    ...document,
    blocks: blocks.map((block, i): Block => (notices[i] && block.role !== "notice" ? { ...block, role: "notice" } : block)),
  };
}

function canBe(block: Block): boolean {
  return block.kind === "paragraph" || block.kind === "list-item" || block.kind === "heading";
}

function isNotice(block: Block, line: string): boolean {
  if (!canBe(block) || line.length > 1500) return false;
  if (line.length <= 220 && LINES.some((pattern) => pattern.test(line))) return true;
  if (block.kind === "heading") return false;
  const calls = CALLS.filter((pattern) => pattern.test(line)).length;
  if (calls === 0) return false;
  // Reported speech may contain such words; a house addresses its reader or offers its own wares, outside of quotation marks.
  const outside = line.replace(/["“«][^"”»]*["”»]/g, " ");
  if (!CALLS.some((pattern) => pattern.test(outside))) return false;
  const signs =
    calls + (ADDRESSES_READER.test(outside) ? 1 : 0) + (SPEAKS_AS_HOUSE.test(outside) ? 1 : 0) + (HOUSE_MATTERS.test(outside) ? 1 : 0);
  return signs >= 2 || line.length < 160;
}
