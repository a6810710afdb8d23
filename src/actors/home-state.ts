import type { Document } from "../document/document.ts";
import type { ActorLexicon } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { datelinesOf, stateIn } from "./speaker.ts";

/** How many blocks from the beginning may hold a byline. */
const OPENING = 6;
/** "By Jane Example in Lilongwe", "By Diplomatic Reporter, Accra", "By Jane Example Nairobi, Kenya:": up to the place. */
const BYLINE = /^By\s[^.!?]{3,70}?(?:,| in|\p{L})\s+$/u;
/** What may stand behind the place of a byline. */
const BEHIND = /^(?:,\s+\p{Lu}[\p{L} ]{2,24})?\s*[:.]?\s*$/u;
/** What a paper, an agency or a station is called. */
const PRESS =
  /\b(?:agency|broadcasting|bulletin|chronicle|daily|dispatch|express|gazette|guardian|herald|independent|journal|mail|mirror|monitor|nation|news|newspaper|observer|post|press|radio|report|reporter|standard|star|sun|telegraph|times|today|tribune|voice|weekly|wire)\b/i;
/** Letters of countries that sites take for how they sound. */
const SOLD: ReadonlySet<string> = new Set(
  "ai am as at be cc cd co fm gg gl im io is it la li lu md me mn ms mu nu ph pw re sh st tk to tv vc ws".split(" "),
);
/** National agencies, by how a dateline names them. */
const AGENCIES: ReadonlyMap<string, string> = new Map(
  (
    "Yonhap:KOR Newsis:KOR KCNA:PRK Xinhua:CHN CNA:TWN Kyodo:JPN Jiji:JPN VNA:VNM Antara:IDN Bernama:MYS PNA:PHL Montsame:MNG PTI:IND ANI:IND IANS:IND APP:PAK BSS:BGD UNB:BGD " +
    "IRNA:IRN Tasnim:IRN Anadolu:TUR AA:TUR SPA:SAU WAM:ARE QNA:QAT KUNA:KWT Petra:JOR MENA:EGY SANA:SYR TASS:RUS Interfax:RUS Ukrinform:UKR Belta:BLR Tanjug:SRB Hina:HRV BTA:BGR " +
    "Agerpres:ROU MTI:HUN PAP:POL CTK:CZE TASR:SVK LETA:LVA ELTA:LTU Andina:PER Télam:ARG Telam:ARG Notimex:MEX EFE:ESP Lusa:PRT ANSA:ITA DPA:DEU Angop:AGO GNA:GHA NAN:NGA ENA:ETH APS:DZA MAP:MAR TAP:TUN"
  )
    .split(" ")
    .map((entry) => entry.split(":") as [string, string]),
);

/** Agencies of no one state: what they report from a capital is that state's own affair only where they name it. */
const WORLDWIDE: ReadonlySet<string> = new Set(["Reuters", "REUTERS", "AFP", "AP", "UPI", "IPS", "UN", "IRIN"]);
/** Cities where bodies between states sit: a report from there is not of home. */
const SEATS = /^(?:geneva|new york|brussels|strasbourg|the hague|vienna|united nations)$/i;

/**
 * The states in whose press a text stands, so that "the government" and "Foreign Minister Example" need no word of where: those
 * of its datelines or its byline, unless a foreign agency sent it from there; else that of a paper whose name or address tells.
 * A round-up has one for each of its items; what has a section for each state, or an organisation gives out, has none.
 */
export class PressHomes {
  private readonly homes: readonly { readonly from: number; readonly state: string }[];
  /** Whether a dateline or a byline tells. */
  readonly isDated: boolean;

  /** @param mentions all that the document names, in order */
  constructor(document: Document, mentions: readonly Mention[], lexicon: ActorLexicon) {
    const isReport = !isOfBody(document, mentions) && !hasStatesAsHeadings(document, mentions);
    const dated = isReport ? datesOf(document, mentions) : [];
    this.isDated = dated.length > 0;
    const other = isReport && !this.isDated ? homeOfPaper(document, lexicon) : null;
    this.homes = other ? [{ from: 0, state: other }] : dated;
  }

  /** The state at home at an offset, or null. */
  at(offset: number): string | null {
    return this.homes.findLast((home) => home.from <= offset)?.state ?? null;
  }

  /** Every state that is at home somewhere in the text. */
  get states(): readonly string[] {
    return [...new Set(this.homes.map((home) => home.state))];
  }
}

/** Where its datelines, or its byline, say that a text was written. */
function datesOf(document: Document, mentions: readonly Mention[]): { from: number; state: string }[] {
  const dated = datelinesOf(document.blocks, document, mentions).flatMap((place) => {
    const agency = /\(([\p{L}]+)\)/u.exec(document.text.slice(place.end, place.end + 60))?.[1];
    const isPassing = (agency !== undefined && WORLDWIDE.has(agency)) || SEATS.test(place.text);
    if (isPassing && !isNamedInLead(document, mentions, place)) return [];
    return [{ from: place.start, state: (agency && AGENCIES.get(agency)) ?? place.actors[0]! }];
  });
  if (dated.length > 0) return dated;
  for (const block of document.blocks.slice(0, OPENING)) {
    const place = mentions.find(
      (m) => m.start >= block.start && m.end <= block.end && (m.form === "capital" || m.form === "city") && m.actors.length === 1,
    );
    if (place && BEHIND.test(document.text.slice(place.end, block.end)) && BYLINE.test(document.text.slice(block.start, place.start)))
      return [{ from: 0, state: place.actors[0]! }];
  }
  return [];
}

/** Whether the title or the paragraph that a dateline opens names its state besides. */
function isNamedInLead(document: Document, mentions: readonly Mention[], place: Mention): boolean {
  const [state] = place.actors;
  const lead = document.blocks.filter((block) => block.kind === "title" || (block.start <= place.start && place.end <= block.end));
  return mentions.some((m) => m !== place && m.actors.includes(state!) && lead.some((b) => b.start <= m.start && m.end <= b.end));
}

function homeOfPaper({ publisher, address }: Document, lexicon: ActorLexicon): string | null {
  return (publisher && PRESS.test(publisher) ? stateIn(publisher, lexicon, true) : null) ?? stateOfSite(address, lexicon);
}

function hasStatesAsHeadings(document: Document, mentions: readonly Mention[]): boolean {
  let next = 0;
  for (const { kind, start, end } of document.blocks) {
    while (next < mentions.length && mentions[next]!.start < start) next++;
    if (kind !== "heading") continue;
    for (let k = next; k < mentions.length && mentions[k]!.end <= end; k++) if (mentions[k]!.kind === "state") return true;
  }
  return false;
}

/** A title that is the name of an organisation, which gives the paper out. */
function isOfBody(document: Document, mentions: readonly Mention[]): boolean {
  const title = document.blocks.find((block) => block.kind === "title");
  const [first] = mentions;
  return (
    title !== undefined &&
    first?.kind === "organisation" &&
    first.end <= title.end &&
    (first.end - first.start) * 2 > title.end - title.start
  );
}

function stateOfSite(address: string | null, lexicon: ActorLexicon): string | null {
  const letters = /^https?:\/\/[^/:?#]+\.([a-z]{2})(?=[/:?#]|$)/i.exec(address ?? "")?.[1]?.toLowerCase();
  if (!letters || SOLD.has(letters)) return null;
  const iso = letters === "uk" ? "gb" : letters;
  return lexicon.actors.find((actor) => actor.kind === "state" && actor.iso2?.toLowerCase() === iso)?.id ?? null;
}
