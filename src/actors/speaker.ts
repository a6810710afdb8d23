import type { Block, Document } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import { CONVENED } from "./find-convened-body.ts";
import type { ActorLexicon } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { scanWords } from "./scan-words.ts";
import { organisationVoiceOf } from "./speaking-body.ts";

/** Domains of governments that do not carry their country's letters in the usual place. */
const DOMAINS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:state|whitehouse|defense|treasury|usaid)\.gov$/, "USA"],
  [/(?:^|\.)gov\.uk$/, "GBR"],
  [/(?:^|\.)mid\.ru$|(?:^|\.)kremlin\.ru$/, "RUS"],
  [/(?:^|\.)gc\.ca$|(?:^|\.)international\.gc\.ca$/, "CAN"],
  [/(?:^|\.)diplomatie\.gouv\.fr$|(?:^|\.)gouv\.fr$/, "FRA"],
  [/(?:^|\.)auswaertiges-amt\.de$|(?:^|\.)bundesregierung\.de$/, "DEU"],
  [/(?:^|\.)esteri\.it$|(?:^|\.)governo\.it$/, "ITA"],
  [/(?:^|\.)admin\.ch$/, "CHE"],
  [/(?:^|\.)kcna\.(?:kp|co\.jp)$/, "PRK"],
];

const OFFICIAL =
  /minist|government|gobierno|presiden|cancill|embass|embajada|secretar|foreign office|state department|department of state|mofa|itamaraty|high commission|permanent mission/i;
/** What a text is called in which a state speaks. */
const SPEECH =
  /\b(?:address|speech|statement|remarks|message|intervention|keynote|press release|media release|news release|communiqu[ée]|briefing|toast|welcome)\b/i;
const HOLDS_OFFICE =
  /\b(?:minister|ministry|president|prime minister|premier|chancellor|government|embassy|ambassador|foreign secretary|foreign office|high commission(?:er)?|permanent representative|permanent mission|secretary of state|king|queen|emir|sultan)\b/i;
/** A paper of several together: "Leaders' Communiqué", "Joint statement of the ministers". */
const OF_SEVERAL = /\b(?:joint|leaders['’]?|heads of (?:state|government)|ministers['’]|summit|ministerial|trilateral|quadrilateral)\b/i;
/** What one speaker gives, also at a summit. */
const OF_ONE = /\b(?:speech|address|remarks|intervention|keynote|toast)\b/i;
/** How those are addressed to whom a speech is given. */
const ADDRESSED =
  /\b(?:excellenc(?:y|ies)|ladies and gentlemen|compatriots|fellow citizens|distinguished (?:delegates|guests|colleagues)|honou?rable (?:ministers|members)|(?:mr\.?|madam|mister) (?:president|chair\p{L}*|speaker|secretary)|brother leaders|dear (?:colleagues|friends))\b/iu;
/** The name of a ministry or another house of a government, alone at the head of a paper. */
const LETTERHEAD =
  /^\s*(?:the\s+)?(?:(?:federal|state|union|royal)\s+)?(?:ministry|department|government|presidency|office of the (?:president|prime minister|spokes\p{L}+)|cabinet)\b[^.:;]{0,90}$/imu;
/** How a ministry heads what it tells of its own minister: "On the working visit of the Minister of Foreign Affairs of Laos to Baku". */
const ABOUT_OWN =
  /^(?:on|about) the (?:\p{L}+ ){0,3}?(?:visit|trip|meeting|talks|participation|negotiations|telephone conversation)s? (?:of|by) (?:the )?((?:deputy |first deputy )?(?:minister|president|prime minister|secretary)\b(?:(?!\bwith\b)[^,;:])*? of (?:the )?(?:\p{Lu}[\p{L}-]+ ?(?:of |and )?){1,4})(?= to | in | with | at |$)/iu;
const DATELINE = /^\p{Lu}[\p{L}.' -]{2,30},\s+(?:\p{L}+,?\s+)?(?:\d{1,2}\.?\s+\p{L}+|\p{L}+\s+\d{1,2}),?\s+\d{4}$/u;
/** The place and the day before the first sentence of a release, up to that sentence. */
const DATED_OPENING =
  /^\p{Lu}[\p{L}.'’ -]{1,30},\s+(?:\p{L}+,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+\p{Lu}\p{L}+|\p{Lu}\p{L}+\.?\s+\d{1,2}),?\s+\d{4}\s*(?:\([^)]*\)\s*)?[.:–—-]*\s*/u;
/** Whoever a ministry's release may begin with, whose state goes without saying. */
const RELEASING =
  /^(?:the\s+)?(?:(?:deputy|vice|acting|first)[ -]){0,2}(?:(?:foreign |prime )?minister|under-?secretary|secretary of state|state secretary|ministry|president of the republic|chancellor|government)(?: (?:of|for) (?:the )?(?:\p{L}+(?:,? and|,)? ?){1,6})?(?=[ ,])/iu;
/** The line of a ministry's release that says what it is. */
const RELEASE =
  /^(?:(?:press|media|news|official) )?(?:release|communiqu[ée]|bulletin|statement|information|note)(?:\s*(?:no\.?|nr\.?|n[°º]\.?|number|#)?\s*[\p{Lu}\d/.-]*\d)?$|^(?:comunicado|bolet[íi]n|nota)(?: de prensa| oficial| informativ[oa])?(?:\s*(?:no\.?|n[°º]\.?)?\s*[\d/.-]+)?$/iu;
/** "The Minister of Foreign Affairs and Worship", whose state goes without saying. */
const OWN_HOLDER =
  /^(?:the\s+)?(?:(?:deputy|vice|acting)[ -])?(?:foreign minister|under-?secretary (?:of|for) foreign (?:affairs|relations)|minister (?:of|for) (?:foreign|external) (?:affairs|relations)(?: and (?:worship|(?:international )?\p{L}+))?|foreign secretary|secretary of (?:state for )?foreign (?:affairs|relations)|ministry of (?:foreign|external) (?:affairs|relations)|government|president of the republic)(?! of\b)/iu;
/** A release's headline of its own minister: "Prime Minister and Minister of Foreign Affairs Holds Session of Talks". */
const OWN_TITLE =
  /^(?:(?:H\.?E\.?|His Excellency|Her Excellency)(?: the)? )?(?:Deputy |Assistant )?(?:Prime Minister|Foreign Minister|Minister of (?:Foreign|External) Affairs|Minister of State)(?: and (?:Minister of (?:Foreign|External) Affairs|Foreign Minister))?(?! of\b| \p{Lu}\p{L}+ \p{Lu})/u;
/** Those who are posted abroad: "Embassy of Laos in Kenya", "the Ambassador of Laos to Kenya". */
const POSTED =
  /\b(?:embassy|embajada|ambassador|high commission(?:er)?|consulate(?:[ -]general)?|(?:permanent )?mission|chargé d['’]affaires) of (?:the )?(.+?)[,\s]+(?:in|to|at) (?:the )?(\p{Lu}.*)$/iu;
/** How many blocks from the beginning tell who speaks. */
const OPENING = 8;

/** The state of the ministry, government, presidency or embassy that publishes a document, or null: whose "our country" it is. */
export function speakerOf(document: Document, lexicon: ActorLexicon): string | null {
  for (const words of [document.publisher ?? "", ...document.authors])
    if (OFFICIAL.test(words)) {
      const state = stateIn(POSTED.exec(words)?.[1] ?? words, lexicon);
      if (state) return state;
    }
  return stateOfAddress(document.address, lexicon);
}

/**
 * The state that says "we" and "our country": whose ministry, government or embassy publishes the document or is its author,
 * whose minister the title or the first lines name, or in whose capital a minister's speech is dated; or the organisation whose
 * spokesperson briefs. Null for all other texts.
 *
 * @param mentions all that the document names
 */
export function voiceOf(document: Document, mentions: readonly Mention[], lexicon: ActorLexicon): string | null {
  const speaker = speakerOf(document, lexicon);
  if (speaker) return speaker;
  const title = document.title ?? "";
  const body = organisationVoiceOf(document, mentions);
  if (body) return body;
  if (OF_SEVERAL.test(title) && !OF_ONE.test(title)) return null;
  const own = ABOUT_OWN.exec(title)?.[1];
  const state = own
    ? stateIn(own, lexicon)
    : HOLDS_OFFICE.test(title) && SPEECH.test(title)
      ? stateIn(POSTED.exec(title)?.[1] ?? title, lexicon)
      : null;
  return state ?? speakerInOpening(document, mentions, title) ?? stateOfOwnHead(document, mentions);
}

const OWN_HEAD = /\b[Oo]ur (?:President|Prime Minister|Foreign Minister|Minister|King|Queen|Sultan|Emir)\b/g;

/** "Our President, Mr. Example": whose president he is known to be. */
function stateOfOwnHead({ text }: Document, mentions: readonly Mention[]): string | null {
  const states = new Set<string>();
  let next = 0;
  for (const match of findMatches(OWN_HEAD, text)) {
    while (next < mentions.length && mentions[next]!.end <= match.index) next++;
    const holder = mentions[next];
    const isBeside = holder !== undefined && holder.start <= match.index + match[0].length + 8;
    if (isBeside && holder.person && holder.actors.length === 1) states.add(holder.actors[0]!);
  }
  return states.size === 1 ? [...states][0]! : null;
}

const OUTCOME = /\b(?:communiqu[ée]|declaration|joint statement|chair(?:man)?[’']?s statement|conclusions|outcomes?|resolution)(?!\p{L})/iu;
const MET =
  /^(?:,?\s+(?:\([^)]*\)\s*)?)(?:[^.;]{0,80}?\s)?(?:met|gathered|convened|assembled|held|meeting|gathering|reaffirm(?:ed)?|adopted)\b/u;
const LEADERS_OF =
  /\b(?:Leaders|Ministers|(?:[Hh]eads|HEADS) of (?:State|Government)|Members?(?: States)?|Presidents)\b(?:[^.;:]{0,60}?)\b(?:of|from) (?:the )?(?:(?:Member|member) (?:States|states|countries|Countries) of (?:the )?)?$/u;

/** The body, unknown to all lists, by whose meeting a document came about (find-convened-body.ts); null where there is none. */
export function convenedIn(mentions: readonly Mention[]): string | null {
  return mentions.find((m) => m.why === CONVENED)?.actors[0] ?? null;
}

/** The organisation whose leaders or ministers met and give out the document: its "Leaders" and "Ministers" decide for it. */
export function assemblyOf(document: Document, mentions: readonly Mention[]): string | null {
  const opening = document.blocks.slice(0, OPENING);
  const text = (block: Block): string => document.text.slice(block.start, block.end);
  const isOutcome = OUTCOME.test(document.title ?? "") || opening.some((b) => b.end - b.start <= 160 && OUTCOME.test(text(b)));
  if (!isOutcome) return null;
  const convened = convenedIn(mentions);
  if (convened) return convened;
  for (const block of opening)
    for (const m of mentions) {
      if (m.start < block.start || m.end > block.end || m.kind !== "organisation" || m.actors.length !== 1) continue;
      const led = m.form === "office" || LEADERS_OF.test(document.text.slice(Math.max(block.start, m.start - 120), m.start));
      if (led && MET.test(document.text.slice(m.end, Math.min(block.end, m.end + 120)))) return m.actors[0]!;
    }
  return null;
}

/**
 * The state that "here" means in a document: where the post is that publishes it, where the speech or report is dated, else the
 * state that speaks. Null where none of these is known.
 */
export function standpointOf(
  document: Document,
  mentions: readonly Mention[],
  lexicon: ActorLexicon,
  speaker: string | null,
): string | null {
  for (const words of [document.publisher ?? "", ...document.authors, document.title ?? ""]) {
    const posted = OFFICIAL.test(words) || HOLDS_OFFICE.test(words) ? POSTED.exec(words)?.[2] : undefined;
    const host = posted ? stateIn(posted, lexicon, true) : null;
    if (host) return host;
  }
  return placeOfDateline(document, mentions)?.actors[0] ?? speaker;
}

/** The place that a speech or report is dated from: the first words of one of its first blocks, before a date, an agency or a dash. */
export function placeOfDateline(document: Document, mentions: readonly Mention[]): Mention | null {
  return datelinesOf(document.blocks.slice(0, OPENING), document, mentions)[0] ?? null;
}

/** The places that blocks begin with as datelines, in order. @param mentions all that the document names, in order */
export function datelinesOf(blocks: readonly Block[], document: Document, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  let next = 0;
  for (const block of blocks) {
    while (next < mentions.length && mentions[next]!.start < block.start) next++;
    const first = mentions[next];
    if (!first || first.end > block.end || first.start - block.start >= 4 || block.kind === "title" || block.kind === "heading") continue;
    const isPlace =
      first.actors.length === 1 &&
      (first.kind === "place" || first.form === "capital" || (first.kind === "state" && /^[\p{Lu} .'’-]+$/u.test(first.text)));
    if (isPlace && PLACE_LINE.test(document.text.slice(first.end, Math.min(block.end, first.end + 120)))) found.push(first);
  }
  return found;
}

/** What stands behind the place in a dateline: a date, an agency in brackets or a dash. */
const PLACE_LINE =
  /^(?:,\s*\p{Lu}[\p{L} ]+)?(?:,\s+(?:\p{L}{3,4}\.\s*)?[^.!?]{0,24}\d|\s*\([^)]{2,40}\)\s*[-–—:]|\s*[–—]|\s+-{1,2}\s|:\s+\p{Lu})/u;

/** Who speaks by the first lines: an office or a ministry in them with its state, or a capital beside the date. */
function speakerInOpening(document: Document, mentions: readonly Mention[], title: string): string | null {
  const opening = document.blocks.slice(0, OPENING);
  const text = (block: Block): string => document.text.slice(block.start, block.end);
  const within = (block: Block): Mention[] => mentions.filter((m) => m.start >= block.start && m.end <= block.end && m.actors.length === 1);
  // who speaks is said above the running text, or in its first lines
  const running = opening.findIndex(
    (block) => block.kind === "paragraph" && /[.!?]["”]?$/.test(text(block)) && text(block).split(/\s+/).length >= 12,
  );
  const short = opening.slice(0, running < 0 ? OPENING : running + 1).filter((block) => block.end - block.start <= 240);
  const isSpeech = SPEECH.test(title) || short.some((block) => SPEECH.test(text(block)) && HOLDS_OFFICE.test(text(block)));
  const isAddressed = opening.some((block) => ADDRESSED.test(text(block)));
  if (isSpeech) {
    const titles = short.filter((block) => HOLDS_OFFICE.test(text(block)) && !ADDRESSED.test(text(block)));
    const acting = new Set(titles.flatMap(within).flatMap((m) => (m.office !== null || m.form === "body" ? m.actors : [])));
    if (acting.size === 1) return [...acting][0]!;
    const dated = [...titles, ...short.filter((block) => /\b\d{4}\b/.test(text(block)))].filter((b) => b.end - b.start <= 80);
    const capitals = new Set(dated.flatMap(within).flatMap((m) => (m.form === "capital" ? m.actors : [])));
    if (acting.size === 0 && capitals.size === 1 && (titles.length > 0 || HOLDS_OFFICE.test(title))) return [...capitals][0]!;
  }
  // a letterhead and a capital beside the date: "Ministry of Defence", "Suva, 6 March 2018"
  const headed = short.some((block) => LETTERHEAD.test(text(block)) && within(block).length === 0 && !/[.!?]\s/.test(text(block)));
  const dated = short.filter((block) => DATELINE.test(text(block).trim()));
  const seats = new Set(dated.flatMap(within).flatMap((m) => (m.form === "capital" ? m.actors : [])));
  if ((headed || OWN_TITLE.test(title)) && seats.size === 1) return [...seats][0]!;
  const first = opening.find((block) => block.kind === "paragraph" && block.end - block.start > 60);
  if (!first) return null;
  // "Press Release No. 12", "Suva, 6 March 2018", "The Minister of Foreign Affairs, Ana Example, received"
  const released = short.some((block) => RELEASE.test(text(block).trim()));
  if (released && seats.size === 1) {
    const own = RELEASING.exec(text(first));
    const [seat] = seats;
    if (own && !within(first).some((m) => m.start < first.start + own[0].length + 4 && m.actors[0] !== seat)) return seat!;
  }
  const [lead, ...others] = within(first);
  // "San José, 16 March 2021. The Minister of Foreign Affairs concluded": the minister of the state in whose capital it is dated
  const dateline = DATED_OPENING.exec(text(first))?.[0].length ?? 0;
  const holder = dateline > 0 ? OWN_HOLDER.exec(text(first).slice(dateline)) : null;
  if (holder && (lead?.form === "capital" || lead?.form === "city") && lead.end - first.start <= dateline) {
    const end = first.start + dateline + holder[0].length;
    if (!others.some((m) => m.start < end && m.actors[0] !== lead.actors[0])) return lead.actors[0]!;
  }
  // "The Ministry of External Affairs of India has learnt": a release speaks of itself
  if (lead?.form === "body" && lead.start - first.start < 12 && /minist|foreign office|government|embassy|commission/i.test(lead.text))
    return lead.actors[0]!;
  if (!isAddressed) return null;
  // "Equatorial Guinea is honoured to host you. Our country is small": the state named where it says "we"
  const we = /[.!?]\s+(?:Our|We)\b|\bwe\b/.exec(text(first));
  const near = we
    ? within(first).filter(
        (m) => m.form === "name" && m.kind === "state" && Math.abs(m.start - first.start - we.index) < 160 && opens(document.text, m.start),
      )
    : [];
  const states = new Set(near.flatMap((m) => m.actors));
  return states.size >= 1 ? near[0]!.actors[0]! : null;
}

/** Whether a sentence begins here. */
function opens(text: string, at: number): boolean {
  return /(?:^|[.!?:]["”]?\s+)$/.test(text.slice(Math.max(0, at - 4), at));
}

/** The only state that words name; by its capital too, where asked. */
export function stateIn(words: string, lexicon: ActorLexicon, withCapitals = false): string | null {
  const scanned = scanWords(words);
  const found = new Set<string>();
  for (let i = 0; i < scanned.count; i++) {
    let last = -1;
    let target: string | null = null;
    lexicon.names.matchFrom(scanned, i, (end, from, to) => {
      for (let r = from; r < to; r++) {
        const row = lexicon.row(r);
        if (!/^(?:name|code|demonym|house|body)$/.test(row.sense) && !(withCapitals && row.sense === "capital")) continue;
        const actor = lexicon.actor(row.target);
        const id = actor?.actsFor ?? row.target;
        if (/^[A-Z]{3}$/.test(id) && end >= last) {
          last = end;
          target = id;
        }
      }
    });
    if (target) {
      found.add(target);
      i = last;
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}

function stateOfAddress(address: string | null, lexicon: ActorLexicon): string | null {
  if (!address || !/^https?:/.test(address)) return null;
  const host = foldHost(address);
  for (const [pattern, state] of DOMAINS) if (pattern.test(host)) return state;
  const letters = /(?:^|\.)(?:gov|gob|go|gouv|govt|gub|mfa|mofa|mre|cancilleria|minrel|rree)\.(?:[a-z]+\.)?([a-z]{2})$/.exec(host)?.[1];
  if (!letters) return null;
  return lexicon.actors.find((actor) => actor.kind === "state" && actor.iso2?.toLowerCase() === letters)?.id ?? null;
}

function foldHost(address: string): string {
  return address
    .replace(/^https?:\/\//, "")
    .replace(/[/:?#].*$/, "")
    .toLowerCase();
}
